"""What differs between two states of a campaign, found record by record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from campaignplanner.domain.activity import ActivityStatus, Side
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.campaign import BriefTexts
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.differences import FieldDifference, Moved, differences
from tests.builders import a_bridge, a_contribution, a_dated_activity, a_line, a_plan, an_activity, an_aim
from tests.strategies import plans

WIN, KEEP = an_aim("Win members"), an_aim("Keep members", position=1)


def bars(first_day: str = "2026-09-03", last_day: str = "2026-09-24") -> list[object]:
    return a_dated_activity("Tasting bars", first_day, last_day, side=Side.OFFLINE)


def test_a_plan_does_not_differ_from_itself() -> None:
    plan = a_plan(WIN, bars(), a_line(activity="tasting-bars"))
    assert not differences(plan, plan)
    assert not differences(plan, Plan.of(plan.campaign, plan.records()))


def test_an_activity_that_moved_is_told_by_its_first_and_last_days() -> None:
    (found,) = differences(a_plan(bars()), a_plan(bars("2026-09-10"))).activities
    assert found.span == Moved(
        Span(date(2026, 9, 3), date(2026, 9, 24)), Span(date(2026, 9, 10), date(2026, 9, 24))
    )
    assert found.fields == ()
    assert not found.money


def test_an_activity_that_lost_its_dates_moved_to_none() -> None:
    (found,) = differences(a_plan(bars()), a_plan(bars()[0])).activities
    assert found.span == Moved(Span(date(2026, 9, 3), date(2026, 9, 24)), None)


def test_other_runs_within_the_same_days_are_told_by_their_number() -> None:
    two = [*bars("2026-09-03", "2026-09-05"), bars("2026-09-20", "2026-09-24")[1]]
    (found,) = differences(a_plan(bars()), a_plan(two)).activities
    assert (found.span, found.flights) == (None, Moved(1, 2))


def test_more_money_for_an_activity_is_told_by_what_the_customer_meets() -> None:
    line = a_line(600_000, Meets.OFFLINE, "tasting-bars")
    before, after = a_plan(bars(), line), a_plan(bars(), replace(line, planned=1_000_000))
    found = differences(before, after)
    assert found.activities[0].money == {Meets.OFFLINE: 400_000}
    assert found.money.total == Moved(600_000, 1_000_000)
    assert found.money.by_meets == {Meets.OFFLINE: Moved(600_000, 1_000_000)}


def test_a_forecast_counts_instead_of_approved_money() -> None:
    line = a_line(600_000, Meets.OFFLINE, "tasting-bars", frozen=True)
    after = a_plan(bars(), replace(line, forecast=500_000))
    assert differences(a_plan(bars(), line), after).activities[0].money == {Meets.OFFLINE: -100_000}


def test_money_that_changes_sides_leaves_the_total_as_it_is() -> None:
    line = a_line(5_000, Meets.ONLINE, filed_under="digital")
    after = a_plan(replace(line, meets=Meets.OFFLINE, filed_under="events"))
    money = differences(a_plan(line), after).money
    assert money.total is None
    assert money.by_meets == {Meets.ONLINE: Moved(5_000, 0), Meets.OFFLINE: Moved(0, 5_000)}
    assert money.by_holder == {"digital": Moved(5_000, 0), "events": Moved(0, 5_000)}


def test_a_budget_holder_in_other_letters_is_the_same_holder() -> None:
    line = a_line(5_000, filed_under="digital")
    assert not differences(a_plan(line), a_plan(replace(line, filed_under="Digital "))).money


def test_added_and_dropped_activities_bring_and_take_their_money() -> None:
    line = a_line(7_000, Meets.ONLINE, "reviews")
    with_reviews, without = a_plan(an_activity("Reviews"), line), a_plan()
    added, dropped = differences(without, with_reviews), differences(with_reviews, without)
    assert (added.activities[0].before, added.activities[0].money) == (None, {Meets.ONLINE: 7_000})
    assert (dropped.activities[0].after, dropped.activities[0].money) == (None, {Meets.ONLINE: -7_000})


@pytest.mark.parametrize(
    ("was", "now", "is_told"),
    [
        (ActivityStatus.PLANNED, ActivityStatus.LIVE, False),
        (ActivityStatus.BOOKED, ActivityStatus.CANCELLED, True),
        (ActivityStatus.CANCELLED, ActivityStatus.PLANNED, True),
    ],
)
def test_how_far_an_activity_has_come_is_no_change_of_the_plan_but_cancelling_is(
    was: ActivityStatus, now: ActivityStatus, is_told: bool
) -> None:
    found = differences(a_plan(an_activity(status=was)), a_plan(an_activity(status=now)))
    assert bool(found) is is_told


def test_another_aim_is_told_by_the_weights() -> None:
    both = (WIN, KEEP, bars())
    before = a_plan(both, a_contribution("tasting-bars", WIN))
    after = a_plan(both, a_contribution("tasting-bars", WIN), a_contribution("tasting-bars", KEEP, 2))
    (found,) = differences(before, after).activities
    assert found.aims == Moved({WIN.id: 1}, {WIN.id: 1, KEEP.id: 2})


def test_an_aim_that_was_reworded_is_told_by_its_field_and_not_by_its_place() -> None:
    after = a_plan(replace(WIN, statement="Win 12,000 members", position=4))
    (found,) = differences(a_plan(WIN), after).aims
    assert found.fields == (FieldDifference("statement", "Win members", "Win 12,000 members"),)


def test_texts_of_the_brief_are_told_by_their_names() -> None:
    after = a_plan(brief=BriefTexts(message="Meet over coffee"))
    assert differences(a_plan(), after).campaign == (
        FieldDifference("brief.message", "", "Meet over coffee"),
    )


def test_a_bridge_that_was_built_and_one_that_was_taken_down_are_both_told() -> None:
    ends = (an_activity("Invite"), bars())
    bridge = a_bridge("invite", "tasting-bars")
    assert differences(a_plan(ends), a_plan(ends, bridge)).bridges[0].after == bridge
    assert differences(a_plan(ends, bridge), a_plan(ends)).bridges[0].before == bridge


@given(plans(seed=7), plans(seed=7))
def test_two_states_differ_the_same_way_round_and_round(before: Plan, after: Plan) -> None:
    there, back = differences(before, after), differences(after, before)
    assert bool(there) == bool(back)
    assert {each.activity.id: -sum(each.money.values()) for each in there.activities} == {
        each.activity.id: sum(each.money.values()) for each in back.activities
    }


@given(plans())
def test_everything_in_a_plan_was_added_since_there_was_nothing(plan: Plan) -> None:
    found = differences(Plan.of(plan.campaign), plan)
    assert {each.activity for each in found.activities} == set(plan.activities.values())
    assert {each.after for each in found.bridges} == set(plan.bridges.values())
    assert {each.after for each in found.aims} == set(plan.aims.values())
    assert all(each.before is None for each in found.activities)
