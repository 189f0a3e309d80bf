"""Moving activities and flights in time."""

from datetime import date

import pytest

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.flight import (
    ClearDates,
    MoveActivities,
    MoveActivity,
    MoveBridged,
    MoveFlight,
    MoveTogether,
    Reschedule,
    RescheduleFlight,
)
from tests.builders import a_bridge, a_dated_activity, a_flight, a_plan, an_activity


def two_cities(**fields: object) -> Plan:
    """Two flights: 2 to 4 March and 10 to 12 March."""
    bars = an_activity("Tasting bars", Kind.EVENT, **fields)
    return a_plan(
        bars, a_flight(bars, "2026-03-02", "2026-03-04"), a_flight(bars, "2026-03-10", "2026-03-12")
    )


def spans(plan: Plan) -> list[tuple[int, int]]:
    """First and last days of March of every flight."""
    return [(each.first_day.day, each.last_day.day) for each in plan.flights_of("tasting-bars")]


def after(plan: Plan, command: object) -> Plan:
    return plan.applying(command.changes(plan))


def march(number: int) -> date:
    return date(2026, 3, number)


def test_moving_an_activity_moves_all_its_flights() -> None:
    assert spans(after(two_cities(), MoveActivity("tasting-bars", 3))) == [(5, 7), (13, 15)]


def test_moving_an_activity_moves_its_preparation_along() -> None:
    plan = after(two_cities(preparation_from=march(1)), MoveActivity("tasting-bars", 3))
    assert plan.activities["tasting-bars"].preparation_from == march(4)


def test_the_history_says_by_how_many_days_something_was_moved() -> None:
    assert MoveActivity("tasting-bars", 3).changes(two_cities()).label == "Move “Tasting bars” by 3 days"
    assert MoveActivity("tasting-bars", -1).changes(two_cities()).label == "Move “Tasting bars” 1 day earlier"


def test_moving_by_no_days_is_no_step() -> None:
    assert not MoveActivity("tasting-bars", 0).changes(two_cities())


def test_moving_an_undated_activity_is_refused() -> None:
    with pytest.raises(PlanError, match="“Tasting bars” has no dates to move yet"):
        MoveActivity("tasting-bars", 1).changes(a_plan(an_activity("Tasting bars")))


def test_moving_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(PlanError, match="beyond the calendar"):
        MoveActivity("tasting-bars", 10**7).changes(two_cities())


def three_activities() -> Plan:
    """Tasting bars with two flights, reviews with one, and something undated."""
    bars = an_activity("Tasting bars", Kind.EVENT, preparation_from=march(1))
    reviews = an_activity("Reviews")
    flights = [a_flight(bars, "2026-03-02"), a_flight(bars, "2026-03-10"), a_flight(reviews, "2026-03-20")]
    return a_plan(bars, reviews, an_activity("Ideas"), *flights)


def first_days(plan: Plan) -> list[date]:
    return sorted(flight.first_day for flight in plan.flights.values())


def test_several_activities_move_in_one_step_with_flights_and_preparation() -> None:
    command = MoveActivities(("tasting-bars", "reviews"), -1)
    plan = after(three_activities(), command)
    assert first_days(plan) == [march(1), march(9), march(19)]
    assert plan.activities["tasting-bars"].preparation_from == date(2026, 2, 28)
    assert command.changes(three_activities()).label == "Move 2 activities 1 day earlier"


def test_of_several_activities_those_without_dates_stay() -> None:
    command = MoveActivities(("ideas", "reviews", "tasting-bars"), 2)
    assert command.changes(three_activities()).label == "Move 2 activities by 2 days"
    assert first_days(after(three_activities(), command)) == [march(4), march(12), march(22)]


def test_moving_activities_none_of_which_is_dated_is_refused() -> None:
    plan = a_plan(an_activity("Ideas"), an_activity("Reviews"))
    with pytest.raises(PlanError, match="None of them has dates to move yet"):
        MoveActivities(("ideas", "reviews"), 1).changes(plan)


def test_moving_one_of_several_is_named() -> None:
    assert MoveActivities(("reviews",), 3).changes(three_activities()).label == "Move “Reviews” by 3 days"


def test_clearing_dates_takes_all_flights_away() -> None:
    command = ClearDates("tasting-bars")
    assert after(three_activities(), command).span_of("tasting-bars") is None
    assert command.changes(three_activities()).label == "Take the dates of “Tasting bars” away"


def test_a_new_first_day_with_the_same_length_moves_the_whole_activity() -> None:
    command = Reschedule("tasting-bars", march(5), march(15))
    assert spans(after(two_cities(), command)) == [(5, 7), (13, 15)]
    assert command.changes(two_cities()).label == "Move “Tasting bars” by 3 days"


def test_a_new_first_day_alone_stretches_the_first_flight() -> None:
    command = Reschedule("tasting-bars", march(1), march(12))
    assert spans(after(two_cities(), command)) == [(1, 4), (10, 12)]
    assert command.changes(two_cities()).label == "Let “Tasting bars” begin on 1 March 2026"


def test_a_new_last_day_alone_stretches_the_last_flight() -> None:
    command = Reschedule("tasting-bars", march(2), march(20))
    assert spans(after(two_cities(), command)) == [(2, 4), (10, 20)]
    assert command.changes(two_cities()).label == "Let “Tasting bars” end on 20 March 2026"


def test_a_last_day_before_another_flight_is_refused_by_naming_that_flight() -> None:
    with pytest.raises(PlanError, match="Another flight runs from 2 March 2026 to 4 March 2026"):
        Reschedule("tasting-bars", march(6), march(12)).changes(two_cities_overlapping())


def two_cities_overlapping() -> Plan:
    """A flight from 1 to 12 March, and one from 2 to 4 March within it."""
    bars = an_activity("Tasting bars", Kind.EVENT)
    inner = a_flight(bars, "2026-03-02", "2026-03-04", id="inner")
    return a_plan(bars, a_flight(bars, "2026-03-01", "2026-03-12"), inner)


def test_a_last_day_before_the_first_is_refused() -> None:
    with pytest.raises(PlanError, match="The last day is before the first day"):
        Reschedule("tasting-bars", march(5), march(4)).changes(two_cities())


def test_giving_an_undated_activity_its_days_makes_a_flight() -> None:
    command = Reschedule("tasting-bars", march(5), march(7))
    assert spans(after(a_plan(an_activity("Tasting bars")), command)) == [(5, 7)]


def test_moving_a_flight_leaves_the_others() -> None:
    assert spans(after(two_cities(), MoveFlight("tasting-bars@2026-03-10", 2))) == [(2, 4), (12, 14)]


def test_a_flight_gets_its_first_and_last_day() -> None:
    command = RescheduleFlight("tasting-bars@2026-03-10", march(10), march(20))
    assert spans(after(two_cities(), command)) == [(2, 4), (10, 20)]
    assert command.changes(two_cities()).label == (
        "Let the flight of “Tasting bars” from 10 March 2026 end on 20 March 2026"
    )


def test_a_flight_that_would_end_before_it_begins_is_refused() -> None:
    with pytest.raises(PlanError, match="The last day is before the first day"):
        RescheduleFlight("tasting-bars@2026-03-10", march(10), march(9)).changes(two_cities())


FIRST, SECOND = "tasting-bars@2026-03-02", "tasting-bars@2026-03-10"


def test_runs_that_move_together_leave_the_others_where_they_are() -> None:
    assert spans(after(two_cities(), MoveTogether((FIRST,), (), -1))) == [(1, 3), (10, 12)]


def test_an_activity_all_of_whose_runs_move_takes_its_preparation_along() -> None:
    plan = after(two_cities(preparation_from=march(1)), MoveTogether((FIRST, SECOND), (), 3))
    assert plan.activities["tasting-bars"].preparation_from == march(4)
    plan = after(two_cities(preparation_from=march(1)), MoveTogether((FIRST,), (), 3))
    assert plan.activities["tasting-bars"].preparation_from == march(1)


def test_a_run_and_its_activity_together_move_once() -> None:
    assert spans(after(two_cities(), MoveTogether((FIRST,), ("tasting-bars",), 2))) == [(4, 6), (12, 14)]


def test_moves_together_are_named_by_what_moves() -> None:
    plan = two_cities()
    label = "Move the flight of “Tasting bars” from 2 March 2026 by 1 day"
    assert MoveTogether((FIRST,), (), 1).changes(plan).label == label
    assert MoveTogether((FIRST, SECOND), (), -2).changes(plan).label == "Move “Tasting bars” 2 days earlier"
    more = a_plan(*plan.records(), a_dated_activity("Reviews", "2026-03-20"))
    together = MoveTogether((FIRST, "reviews@2026-03-20"), (), 2).changes(more)
    assert together.label == "Move 1 activity and 1 flight by 2 days"


def test_nothing_dated_cannot_be_moved_together() -> None:
    with pytest.raises(PlanError, match="no dates"):
        MoveTogether((), ("idea",), 3).changes(a_plan(an_activity("Idea")))


@pytest.mark.parametrize("start", ["a", "b", "c"])
@pytest.mark.parametrize("days", [-9, 9])
def test_what_is_bridged_moves_along_and_keeps_its_gaps(start: str, days: int) -> None:
    plan = a_plan(
        a_dated_activity("A", "2026-03-01"),
        a_dated_activity("B", "2026-03-08", "2026-03-10"),
        a_dated_activity("C", "2026-03-20"),
        a_dated_activity("Free", "2026-03-08"),
        an_activity("Undated"),
        a_bridge("a", "b"),
        a_bridge("c", "b"),
        a_bridge("b", "undated"),
    )
    moved = after(plan, MoveBridged((start,), days))
    for activity_id in ("a", "b", "c"):
        span = plan.span_of(activity_id)
        assert span is not None
        assert moved.span_of(activity_id) == span.shifted(days)
    assert moved.span_of("free") == plan.span_of("free")
    assert moved.span_of("undated") is None
