"""Dragging bars up and down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping
from tests.builders import a_dated_activity, a_plan, an_aim
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import activity, bar, box, content_of


def middle_of_lane(table: Table, index: int) -> float:
    lane = content_of(table.page).layout.lanes[index]
    return table.page.canvas.view.y(lane.top + lane.height / 2)


def carry_to_lane(table: Table, title: str, index: int, *, ghost: bool = False) -> None:
    """Drags a bar to the middle of a lane, and a good way to the side."""
    at = box(table.page, title, ghost=ghost).center()
    there = QPointF(at.x() + 60, middle_of_lane(table, index))
    table.press(at)
    table.go(at + QPointF(0, 20 if there.y() > at.y() else -20))
    table.go(there)


def test_a_bar_dragged_to_another_lane_serves_the_other_aim_and_keeps_its_dates(table: Table) -> None:
    before, steps = table.plan, table.steps
    brew = activity(before, "Live brew-along")
    carry_to_lane(table, "Live brew-along", 1)
    table.let_go(table.hands._last.at)
    aims = before.aims_in_order
    assert list(table.plan.aim_shares(brew.id)) == [aims[1].id]
    assert table.plan.flights_of(brew.id) == before.flights_of(brew.id)
    assert table.steps == steps + 1
    table.undo()
    assert table.plan == before


def test_the_lane_that_a_ghost_lies_in_is_what_moves(table: Table) -> None:
    barista = activity(table.plan, "Barista answers")
    first, second, third = (aim.id for aim in table.plan.aims_in_order)
    before = table.plan.aim_shares(barista.id)
    carry_to_lane(table, "Barista answers", 1, ghost=True)
    table.let_go(table.hands._last.at)
    assert table.plan.aim_shares(barista.id) == {first: before[first], second: before[third]}


def test_a_weight_is_added_to_the_one_that_is_there(table: Table) -> None:
    barista = activity(table.plan, "Barista answers")
    total = sum(table.plan.aim_shares(barista.id).values())
    third = table.plan.aims_in_order[2].id
    carry_to_lane(table, "Barista answers", 2)
    table.let_go(table.hands._last.at)
    assert table.plan.aim_shares(barista.id) == {third: total}


def test_from_no_aim_yet_to_an_aim_and_back(table: Table) -> None:
    tiktok = activity(table.plan, "TikTok")
    carry_to_lane(table, "TikTok", 0)
    table.let_go(table.hands._last.at)
    assert table.plan.aim_shares(tiktok.id) == {table.plan.aims_in_order[0].id: 1}


def test_a_drag_that_begins_sideways_never_changes_the_lane(table: Table) -> None:
    sampling = activity(table.plan, "Sampling on trains")
    before = table.plan.aim_shares(sampling.id)
    at = box(table.page, "Sampling on trains").center()
    table.press(at)
    table.go(at + table.days(3))
    table.go(QPointF(at.x(), middle_of_lane(table, 2)) + table.days(3))
    table.let_go(QPointF(at.x(), middle_of_lane(table, 2)) + table.days(3))
    assert table.plan.aim_shares(sampling.id) == before
    flight = table.plan.flights_of(sampling.id)[0]
    assert (flight.first_day - bar(table.page, "Sampling").first_day).days == 0


def test_in_other_groupings_the_field_of_the_lane_is_set_and_refusals_say_why(table: Table) -> None:
    table.page.canvas.show_lanes(table.page.canvas.shown.grouped_by(Grouping.STATUS))
    lanes = content_of(table.page).arrangement.lanes
    idea = next(lane.index for lane in lanes if lane.key.value == "idea")
    carry_to_lane(table, "TikTok", idea)
    table.let_go(table.hands._last.at)
    assert activity(table.plan, "TikTok").status.value == "idea"


def test_a_lane_that_refuses_says_why_and_nothing_happens(table: Table) -> None:
    table.page.canvas.show_lanes(table.page.canvas.shown.grouped_by(Grouping.KIND))
    lanes = content_of(table.page).arrangement.lanes
    sampling = next(lane.index for lane in lanes if lane.key.value == "sampling")
    before = table.plan
    carry_to_lane(table, "Live brew-along", sampling)
    assert "is online, but its kind, sampling, is not" in table.told
    table.let_go(table.hands._last.at)
    assert table.plan is before
    assert "but its kind, sampling, is not" in table.message


def test_below_all_lanes_an_aim_is_taken_away_where_everything_has_one(
    lay: Callable[[Plan], Table],
) -> None:
    plan = a_plan(
        an_aim(),
        a_dated_activity("Reviews", "2026-10-05", "2026-10-25", aims=["win-members"]),
        a_dated_activity("Bars", "2026-09-05", "2026-09-25", aims=["win-members"]),
    )
    table = lay(plan)
    layout = content_of(table.page).layout
    at = box(table.page, "Reviews").center()
    below = QPointF(at.x(), table.page.canvas.view.y(layout.height + 20))
    table.hold(at, below)
    assert "No aim yet" in table.told
    table.let_go(below)
    assert table.plan.aim_shares("reviews") == {}
    assert content_of(table.page).arrangement.lanes[-1].is_unsaid


def test_over_the_other_side_of_its_own_lane_it_is_said_what_changes_sides(table: Table) -> None:
    clinic, tips = box(table.page, "Service clinic").center(), box(table.page, "Clinic tips").center()
    table.hold(clinic, QPointF(clinic.x(), tips.y()))
    assert "Move to the other side" in table.told
    before = table.plan
    table.let_go(QPointF(clinic.x(), tips.y()))
    assert table.plan is before
