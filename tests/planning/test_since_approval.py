from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from campaignplanner.domain.activity import ActivityStatus
from campaignplanner.domain.approval import Version
from campaignplanner.domain.days import Span
from campaignplanner.planning.since_approval import SinceApproval, changes_since
from tests.builders import a_dated_activity, a_flight, a_plan, an_activity

SEPTEMBER = Span(date(2026, 9, 1), date(2026, 9, 30))
OCTOBER = Span(date(2026, 10, 1), date(2026, 10, 31))
FIRST = Version(id="one", number=1, day=date(2026, 8, 1))


def since(approved: list[Any], now: list[Any]) -> SinceApproval:
    return changes_since(FIRST, a_plan(*approved), a_plan(*now))


def test_nothing_changed_is_nothing_to_show() -> None:
    reviews = a_dated_activity("Reviews", SEPTEMBER.first_day, SEPTEMBER.last_day)
    found = since([*reviews], [*reviews])
    assert (found.moved, found.moved_activities, found.new, found.dropped) == ({}, {}, frozenset(), ())


def test_a_flight_that_moved_is_known_by_its_approved_days() -> None:
    reviews = an_activity("Reviews")
    before = a_flight(reviews, SEPTEMBER.first_day, SEPTEMBER.last_day)
    after = replace(before, first_day=OCTOBER.first_day, last_day=OCTOBER.last_day)
    found = since([reviews, before], [reviews, after])
    assert found.moved == {before.id: SEPTEMBER}
    assert found.moved_activities == {reviews.id: SEPTEMBER}


def test_a_flight_that_was_made_anew_stands_for_the_one_it_replaced() -> None:
    reviews = an_activity("Reviews")
    before = a_flight(reviews, SEPTEMBER.first_day, SEPTEMBER.last_day, id="old")
    after = a_flight(reviews, OCTOBER.first_day, OCTOBER.last_day, id="new")
    assert since([reviews, before], [reviews, after]).moved == {"new": SEPTEMBER}


def test_of_several_flights_only_those_that_moved_are_told() -> None:
    tour = an_activity("Tour")
    first, second = a_flight(tour, date(2026, 9, 1)), a_flight(tour, date(2026, 9, 10))
    later = replace(second, first_day=date(2026, 9, 12), last_day=date(2026, 9, 12))
    found = since([tour, first, second], [tour, first, later])
    assert found.moved == {second.id: Span(date(2026, 9, 10), date(2026, 9, 10))}


def test_what_got_dates_only_now_moved_from_nowhere() -> None:
    reviews = an_activity("Reviews")
    found = since([reviews], [reviews, a_flight(reviews, date(2026, 9, 1))])
    assert found.moved == {}
    assert found.moved_activities == {reviews.id: None}


def test_what_was_not_there_is_new() -> None:
    assert since([], [an_activity("Reviews")]).new == frozenset({"reviews"})


def test_what_is_gone_is_dropped_with_its_runs() -> None:
    reviews = an_activity("Reviews")
    flight = a_flight(reviews, date(2026, 9, 1))
    (dropped,) = since([reviews, flight], []).dropped
    assert (dropped.activity, dropped.flights) == (reviews, (flight,))
    assert dropped.is_gone


def test_of_what_was_dropped_some_can_be_left_out() -> None:
    gone = [*a_dated_activity("Radio", "2026-09-01"), *a_dated_activity("Reviews", "2026-09-02")]
    found = since(gone, []).dropping({"radio"})
    assert [each.activity.title for each in found.dropped] == ["Radio"]


def test_what_is_cancelled_since_is_dropped_but_not_gone() -> None:
    reviews = an_activity("Reviews")
    cancelled = replace(reviews, status=ActivityStatus.CANCELLED)
    (dropped,) = since([reviews], [cancelled]).dropped
    assert not dropped.is_gone
    assert since([cancelled], [cancelled]).dropped == ()
