"""What lies under the mouse, where it lies, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from campaignplanner.domain.days import Span
from campaignplanner.ui.timeline.card_texts import Card, card_of
from campaignplanner.ui.timeline.day_marks import campaign_ends
from campaignplanner.ui.timeline.finding_marks import with_finding
from campaignplanner.ui.timeline.hover_texts import (
    day_card,
    dropped_card,
    end_card,
    flags_card,
    moved_card,
    spend_card,
    with_since,
)
from campaignplanner.ui.timeline.kpi_flags import flag_at
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.spend_painter import period_at, period_box
from campaignplanner.ui.timeline.view import View

_END_REACH = 5.0
_ROOM = 10.0
"""Around the mouse: what is pointed at there is never covered."""


@dataclass(frozen=True, slots=True)
class HoverTarget:
    """Something under the mouse.

    Attributes:
        key: tells one thing from another, so that a card is not made anew while the mouse stays on it.
        where: what must not be covered.
        selected: what a click would select; None for what cannot be selected.
        tell: makes the card, for that takes longer than looking.
        period: of the spend strip, to be lit at once.
    """

    key: object
    where: QRectF
    tell: Callable[[], Card]
    selected: Selected | None = None
    period: object = None


def target_at(scene: Scene, view: View, point: QPointF, today: date) -> HoverTarget | None:
    """What lies under a point; what is small and lies on top comes first."""
    regions = view.regions
    if regions.header.contains(point):
        return _day_target(scene, view, point)
    if regions.spend.contains(point):
        return _spend_target(scene, view, point)
    if not regions.body.contains(point):
        return None
    if point.x() < regions.aim_width:
        return _selectable_target(scene, view, point)
    return (
        _marked_target(scene, view, point, today)
        or _selectable_target(scene, view, point)
        or _end_target(scene, view, point)
        or _holiday_target(scene, view, point)
    )


def _selectable_target(scene: Scene, view: View, point: QPointF) -> HoverTarget | None:
    selected = scene.hits.at(view, point)
    if selected is None:
        return None
    plan = scene.content.plan
    box = scene.box(selected, view)
    if selected.subject is Subject.LANE:
        return HoverTarget(
            selected, box or _around(point), lambda: Card(scene.hits.words_of(selected)), selected
        )
    if selected.subject is Subject.BRIDGE or box is None:
        box = _around(point)
    since = scene.stage.sights.wanted.since
    findings = scene.stage.sights.wanted.findings

    def tell() -> Card:
        return with_finding(with_since(card_of(plan, selected), plan, selected, since), selected, findings)

    return HoverTarget(selected, box, tell, selected)


def _marked_target(scene: Scene, view: View, point: QPointF, today: date) -> HoverTarget | None:
    """A flag, where something was approved, or what was dropped."""
    sights, content = scene.stage.sights, scene.content
    part = scene.stage.part(view)
    flag = flag_at(view, part, sights.flags, point)
    if flag is not None:
        found, box = flag
        return HoverTarget(
            ("flag", found.day, found.kpis), box, lambda: flags_card(content.plan, found, today)
        )
    since = sights.wanted.since
    if since is None:
        return None
    moved = sights.approved.moved_at(view, part, point)
    if moved is not None:
        bar, box = moved
        return HoverTarget(("moved", bar), box, lambda: moved_card(content.plan, since, bar.flight_id))
    dropped = sights.approved.dropped_at(view, part, point)
    if dropped is not None:
        what, box = dropped
        return HoverTarget(("dropped", what.activity.id), box, lambda: dropped_card(since, what))
    return None


def _spend_target(scene: Scene, view: View, point: QPointF) -> HoverTarget | None:
    strip = scene.content.strip
    found = None if point.x() < view.regions.aim_width else period_at(view, strip, point.x())
    if found is None:
        return None
    period, so_far = found
    plan = scene.content.plan
    is_monthly = strip.series(view).is_monthly
    return HoverTarget(
        ("spend", period.first_day, is_monthly),
        period_box(view, period).intersected(view.regions.spend),
        lambda: spend_card(plan, period, so_far, is_monthly),
        period=period,
    )


def _day_target(scene: Scene, view: View, point: QPointF) -> HoverTarget | None:
    if scene.content.known_days() is None:
        return None
    day, campaign = view.day_at(point.x()), scene.content.plan.campaign
    for x, is_start in campaign_ends(view, campaign):
        if abs(x - point.x()) <= _END_REACH:
            return _end_of(scene, view, x, is_start)
    names = [name for _, name in scene.stage.sights.holidays.touching(Span(day, day))]
    box = QRectF(view.x(day), 0, view.scale.pixels_per_day, view.regions.header_height)
    return HoverTarget(("day", day), box.united(_around(point)), lambda: day_card(day, names))


def _end_target(scene: Scene, view: View, point: QPointF) -> HoverTarget | None:
    for x, is_start in campaign_ends(view, scene.content.plan.campaign):
        if abs(x - point.x()) <= 2:
            return _end_of(scene, view, x, is_start)
    return None


def _end_of(scene: Scene, view: View, x: float, is_start: bool) -> HoverTarget:
    campaign = scene.content.plan.campaign
    box = QRectF(x - _END_REACH, 0, 2 * _END_REACH, view.regions.header_height)
    return HoverTarget(("end", is_start), box, lambda: end_card(campaign, is_start))


def _holiday_target(scene: Scene, view: View, point: QPointF) -> HoverTarget | None:
    """Only of a holiday an empty place has something to say."""
    day = view.day_at(point.x())
    names = [name for _, name in scene.stage.sights.holidays.touching(Span(day, day))]
    if not names:
        return None
    return HoverTarget(("day", day), _around(point), lambda: day_card(day, names))


def _around(point: QPointF) -> QRectF:
    return QRectF(point.x() - _ROOM, point.y() - _ROOM, 2 * _ROOM, 2 * _ROOM)
