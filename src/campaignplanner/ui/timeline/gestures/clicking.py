"""What a click and a double click mean: selecting one or several, and making or opening."""

from __future__ import annotations

from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.chosen import Chosen
from campaignplanner.ui.timeline.gestures.deeds import USUAL_DAYS, Deeds
from campaignplanner.ui.timeline.gestures.grips import Grip, Hold
from campaignplanner.ui.timeline.gestures.places import lane_place_at
from campaignplanner.ui.timeline.gestures.pointer import Pointer


def click(grip: Grip, pointer: Pointer, bench: Bench | None, chosen: Chosen) -> None:
    """Selects what was clicked; with Ctrl beside the rest, with Shift all bars up to it."""
    if grip.bar is not None and grip.selected is not None and bench is not None:
        if pointer.adds:
            chosen.turn(grip.selected)
            return
        if pointer.by_weeks:  # Shift
            chosen.choose_up_to(bench.scene, grip.selected)
            return
    if not pointer.adds:
        chosen.choose([] if grip.selected is None else [grip.selected])


def double_click(grip: Grip, pointer: Pointer, bench: Bench | None, deeds: Deeds) -> None:
    """Makes an activity of a week on an empty place; opens the details of a bar or a bridge."""
    if grip.hold is Hold.PLACE:
        lane = None if bench is None else lane_place_at(bench.content, pointer.y)
        if lane is not None and not lane.collapsed:
            deeds.make_activity(lane.key, lane.side_at(pointer.y), a_week_from(pointer))
    elif grip.selected is not None:
        deeds.select(grip.selected)
        deeds.show_details()


def a_week_from(pointer: Pointer) -> Span:
    """The usual span from the day under the mouse; shorter where the calendar ends."""
    try:
        return Span(pointer.day, shifted_day(pointer.day, USUAL_DAYS - 1))
    except PlanError:
        return Span(pointer.day, pointer.day)
