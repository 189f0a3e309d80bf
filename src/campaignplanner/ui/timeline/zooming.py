"""Which days and heights something takes in the lanes, so that the view can be brought to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.days import Span, joined_spans
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timescale import TickKind
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.view import View


@dataclass(frozen=True, slots=True)
class ZoomTarget:
    """What is to be brought into view.

    Attributes:
        days: all of them are to fit.
        top: of the layout, where it starts; None leaves the height.
        bottom: where it ends.
    """

    days: Span
    top: float | None = None
    bottom: float = 0.0


class ZoomLevel(Enum):
    """What the ruler shows most finely; the value is how many pixels a day takes then."""

    DAYS = 48.0
    WEEKS = 12.0
    MONTHS = 3.2
    QUARTERS = 1.2


LEVELS = {
    TickKind.DAY: ZoomLevel.DAYS,
    TickKind.WEEK: ZoomLevel.WEEKS,
    TickKind.MONTH: ZoomLevel.MONTHS,
    TickKind.QUARTER: ZoomLevel.QUARTERS,
}
"""The level that each kind of the ruler's finer ticks belongs to."""


def selection_target(
    scene: Scene, view: View, selected: Selected | None, picked: Sequence[Picked]
) -> ZoomTarget | None:
    """Everything that is selected; None where none of it has dates."""
    plan = scene.content.plan
    days = joined_spans(span for each in picked for span in _spans_of(plan, each))
    if days is None:
        return None
    shown = [_as_selected(each, selected) for each in picked]
    return _placed(scene, view, days, [each for each in shown if each is not None])


def aim_target(scene: Scene, view: View, selected: Selected | None) -> ZoomTarget | None:
    """All that serves the aim of what is selected, or of the lane at the top of the view."""
    plan = scene.content.plan
    aim_id = _aim_of(scene, view, selected)
    if aim_id is None:
        return None
    spans = (plan.span_of(each.id) for each in plan.activities_of(aim_id))
    days = joined_spans(span for span in spans if span is not None)
    return None if days is None else _placed(scene, view, days, [Selected.aim(aim_id)])


def _aim_of(scene: Scene, view: View, selected: Selected | None) -> str | None:
    plan = scene.content.plan
    if selected is None:
        lane = scene.content.layout.lane_at(view.top + 1)
        return None if lane is None else lane.lane.aim_id
    if selected.head_of is not None:
        return selected.head_of.aim_id
    if selected.subject is Subject.ACTIVITY and selected.aim_id is not None:
        return selected.aim_id
    activity_id = plan.bridges[selected.id].source_id if selected.subject is Subject.BRIDGE else selected.id
    return next(iter(plan.aim_shares(activity_id)), None)


def _placed(scene: Scene, view: View, days: Span, things: Iterable[Selected]) -> ZoomTarget:
    boxes = [box for each in things if (box := scene.layout_box(each, view.scale)) is not None]
    if not boxes:
        return ZoomTarget(days)
    return ZoomTarget(days, min(box.top() for box in boxes), max(box.bottom() for box in boxes))


def _as_selected(picked: Picked, selected: Selected | None) -> Selected | None:
    if selected is not None and selected.id == picked.id:
        return selected
    if picked.record_type is Activity:
        return Selected.activity(picked.id)
    if picked.record_type is Bridge:
        return Selected.bridge(picked.id)
    return Selected.aim(picked.id) if picked.record_type is Aim else None


def _spans_of(plan: Plan, picked: Picked) -> Iterable[Span]:
    record = picked.found_in(plan)
    if isinstance(record, Flight):
        return [record.span]
    if isinstance(record, Activity):
        activity_ids = [record.id]
    elif isinstance(record, Bridge):
        activity_ids = [record.source_id, record.target_id]
    elif isinstance(record, Aim):
        activity_ids = [each.id for each in plan.activities_of(record.id)]
    else:
        activity_ids = []
    spans = (plan.span_of(each) for each in activity_ids)
    return [span for span in spans if span is not None]
