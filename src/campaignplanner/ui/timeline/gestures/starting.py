"""Which gesture a press becomes once the mouse has gone a few pixels."""

from __future__ import annotations

from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.gestures.band import RubberBand
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.bridge import BuildBridge
from campaignplanner.ui.timeline.gestures.chosen import Chosen
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.draw import DrawActivity
from campaignplanner.ui.timeline.gestures.gesture import Gesture
from campaignplanner.ui.timeline.gestures.grips import Grip, Hold
from campaignplanner.ui.timeline.gestures.lane import ChangeLane
from campaignplanner.ui.timeline.gestures.move import MoveBars
from campaignplanner.ui.timeline.gestures.places import lane_place_at
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.resize import End, ResizeBar


def gesture_of(
    bench: Bench, grip: Grip, pressed: Pointer, now: Pointer, chosen: Chosen, deeds: Deeds
) -> Gesture | None:
    """The gesture that is meant; None where a drag means nothing.

    A bar that is dragged takes the axis on which the mouse went first: sideways its dates, up or down its
    lane; the other axis is locked from then on.
    """
    if grip.hold is Hold.PLACE:
        lane = lane_place_at(bench.content, pressed.y)
        if pressed.adds:
            return RubberBand(bench, pressed, chosen, deeds.canvas.view)
        return None if lane is None or lane.collapsed else DrawActivity(bench, lane, pressed)
    if grip.bar is None:
        return None
    if grip.hold is Hold.HANDLE:
        return BuildBridge(bench, grip.bar)
    if grip.hold is not Hold.BODY:
        return ResizeBar(bench, grip.bar, End(grip.hold.value), pressed)
    bars = _held(bench, grip.bar, chosen)
    away = now.at - pressed.at
    if abs(away.y()) > abs(away.x()):
        return ChangeLane(bench, bars, pressed)
    return MoveBars(bench, bars, pressed, moves_along=deeds.moves_along)


def _held(bench: Bench, bar: Bar, chosen: Chosen) -> list[Bar]:
    """All selected bars where this is one of them, itself the last; else only itself."""
    selected = chosen.bars(bench.scene)
    if bar not in selected:
        return [bar]
    return [*(each for each in selected if each != bar), bar]
