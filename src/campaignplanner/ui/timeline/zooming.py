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
from campaignplanner.planning.timeline_layout import PlacedLane
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


def lane_target(scene: Scene, view: View, selected: Selected | None) -> ZoomTarget | None:
    """All that lies in the lane of what is selected, or in the one at the top of the view."""
    placed = _lane_of(scene, view, selected)
    if placed is None:
        return None
    lane = placed.lane
    tracks = (*lane.online, *lane.offline)
    days = joined_spans(Span(bar.first_day, bar.last_day) for track in tracks for bar in track.bars)
    return None if days is None else ZoomTarget(days, placed.top, placed.bottom)


def _lane_of(scene: Scene, view: View, selected: Selected | None) -> PlacedLane | None:
    lanes = scene.content.layout.lanes
    if selected is None:
        return scene.content.layout.lane_at(view.top + 1)
    key = selected.head_of or selected.lane
    if key is not None:
        return next((lane for lane in lanes if lane.lane.key == key), None)
    plan = scene.content.plan
    is_bridge = selected.subject is Subject.BRIDGE
    activity_id = plan.bridges[selected.id].source_id if is_bridge else selected.id
    bar = scene.order.bar_of(Selected.activity(activity_id))
    return None if bar is None else lanes[bar.lane]


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
