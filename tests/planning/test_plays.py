"""Placed plays have bridges that hold, previews say what will be made, and plans become plays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Mechanism, OwnPattern, Pattern
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.campaign import Thresholds
from campaignplanner.domain.changes import ChangeSet, making
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play
from campaignplanner.domain.review import Severity
from campaignplanner.planning.bridges import BridgeState, judgements
from campaignplanner.planning.builtin_plays import builtin_plays
from campaignplanner.planning.plays import Placing, play_from, preview_of, records_of
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.planning.review.rule import ReviewContext
from tests.builders import a_bridge, a_dated_activity, a_flight, a_line, a_plan, an_activity, an_aim

DAY = date(2026, 5, 20)
WIN = an_aim("Win members")
FANS = Audience(id="fans", name="Fans", behaviour_wanted="Bring a friend")
PLACING = Placing(DAY, WIN.id, "fans")
EACH = pytest.mark.parametrize("play", builtin_plays(), ids=lambda play: play.id)
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
THRESHOLDS = st.builds(
    lambda warning, later, carry_on, least, usual, reward: Thresholds(
        announce_warning_days=warning,
        announce_hint_days=warning + later,
        carry_on_days=carry_on,
        ask_after_least_days=least,
        ask_after_usual_days=usual,
        reward_days=reward,
    ),
    *[st.integers(0, 400) for _ in range(6)],
)


def placed(plan: Plan, play: Play, placing: Placing = PLACING) -> Plan:
    return plan.applying(ChangeSet("", making(records_of(plan, play, placing)), plan.campaign.id))


def test_there_are_six_plays() -> None:
    assert [play.title for play in builtin_plays()] == [
        "Meet, then go on sharing",
        "Try it, then talk about it",
        "Made online, shown in the place",
        "Did it online, rewarded in person",
        "Customers answer customers, clinic in the shop",
        "Bring a friend",
    ]


@given(day=DAYS, thresholds=THRESHOLDS)
def test_wherever_a_play_is_placed_every_bridge_holds_without_a_hint(
    day: date, thresholds: Thresholds
) -> None:
    plan = a_plan(thresholds=thresholds)
    for play in builtin_plays(thresholds):
        found = judgements(placed(plan, play, Placing(day))).values()
        assert found
        assert {each.state for each in found} == {BridgeState.HOLDS}
        assert {each.severity for each in found} == {None}


@EACH
def test_a_play_leads_from_one_side_to_the_other_with_a_way_across(play: Play) -> None:
    plan = placed(a_plan(WIN, FANS), play)
    assert {each.side for each in plan.activities.values()} == set(Side)
    assert all(bridge.mechanism is not None for bridge in plan.bridges.values())
    assert all(plan.is_crossing(bridge) for bridge in plan.bridges.values())


@EACH
def test_a_play_is_for_the_aim_and_the_audience_that_were_chosen(play: Play) -> None:
    plan = placed(a_plan(WIN, FANS), play)
    for activity in plan.activities.values():
        assert list(plan.aim_shares(activity.id)) == [WIN.id]
        assert activity.audience_ids == ("fans",)
        assert activity.what_people_do


@EACH
def test_a_play_has_a_line_for_each_activity_and_leaves_the_amounts_to_the_planner(play: Play) -> None:
    plan = placed(a_plan(WIN, FANS), play)
    assert {line.activity_id for line in plan.lines.values()} == set(plan.activities)
    for line in plan.lines.values():
        assert line.planned == 0
        assert line.meets is Meets(plan.activities[line.activity_id].side.value)


@EACH
def test_the_review_has_little_to_say_of_a_placed_play(play: Play) -> None:
    plan = placed(a_plan(WIN, FANS), play)
    found = reviewed(plan, ReviewContext(date(2026, 3, 1))).findings
    warnings = {each.rule for each in found if each.severity is not Severity.HINT}
    assert warnings <= {"aim.no_kpi", "people.unused_audience"}


def test_a_preview_says_what_will_be_made_and_where_it_does_not_fit() -> None:
    plan = a_plan(WIN, FANS, first_day="2026-05-01", last_day="2026-06-30")
    preview = preview_of(plan, builtin_plays()[0], PLACING)
    assert [each.title for each in preview.activities] == [
        "Invitation",
        "Meet-up",
        "Sharing after the meet-up",
    ]
    assert preview.activities[0].span.first_day == DAY - timedelta(days=28)
    assert [each.message for each in preview.bridges] == [
        "“Invitation” announces “Meet-up” 28 days ahead.",
        "“Sharing after the meet-up” carries “Meet-up” on from the day after it ends.",
    ]
    assert [(each.label, each.activity) for each in preview.lines][1] == ("Room, food and drink", "Meet-up")
    assert preview.is_outside
    assert not preview_of(a_plan(WIN, FANS, first_day="2026-04-22"), builtin_plays()[0], PLACING).is_outside


def test_a_preview_makes_nothing() -> None:
    plan = a_plan(WIN, FANS)
    preview_of(plan, builtin_plays()[0], PLACING)
    assert not plan.activities


def test_a_play_is_not_placed_for_an_aim_or_audience_that_is_gone() -> None:
    for placing in (Placing(DAY, "gone"), Placing(DAY, None, "gone")):
        with pytest.raises(PlanError, match="not in the plan any more"):
            records_of(a_plan(), builtin_plays()[0], placing)


def test_the_end_of_the_calendar_is_said_in_a_sentence() -> None:
    with pytest.raises(PlanError, match="beyond the calendar"):
        records_of(a_plan(), builtin_plays()[0], Placing(date.max))


OWN = OwnPattern(id="own", name="weekly")


def own_activities() -> Plan:
    evening = an_activity("Evening", Kind.EVENT, what_people_do="Meet")
    return a_plan(
        OWN,
        evening,
        a_flight(evening, "2026-05-04"),
        a_flight(evening, "2026-05-08", "2026-05-09"),
        a_dated_activity("Thread", "2026-05-10", "2026-05-20"),
        a_dated_activity("Film", "2026-05-02"),
        an_activity("Idea"),
        a_bridge("evening", "thread", Pattern.CARRIES_ON_AS, mechanism=Mechanism.HASHTAG),
        a_bridge("evening", "film", own_pattern=OWN),
        a_line(12_345, Meets.OFFLINE, "evening", label="Room"),
    )


def test_a_plan_becomes_a_play_whose_days_count_from_its_earliest() -> None:
    play = play_from(own_activities(), ["thread", "evening"], "My evening", "mine", "As in May")
    assert [(each.title, each.first_day_offset, each.last_day_offset) for each in play.activities] == [
        ("Thread", 6, 16),
        ("Evening", 0, 5),
    ]
    (bridge,) = play.bridges
    assert (bridge.source, bridge.target, bridge.mechanism) == (1, 0, Mechanism.HASHTAG)
    (line,) = play.lines
    assert (line.label, line.activity, line.planned, line.meets) == ("Room", 1, 123, Meets.OFFLINE)


def test_a_play_of_ones_own_is_placed_in_another_campaign() -> None:
    play = play_from(own_activities(), ["evening", "thread"], "My evening", "mine")
    plan = placed(a_plan(WIN, FANS, currency="JPY"), play)
    spans = {each.title: plan.span_of(each.id) for each in plan.activities.values()}
    assert spans["Evening"].first_day == DAY
    assert spans["Thread"].first_day == DAY + timedelta(days=6)
    assert [line.planned for line in plan.lines.values()] == [123]


def test_patterns_of_ones_own_stay_behind() -> None:
    assert play_from(own_activities(), ["evening", "film"], "My evening", "mine").bridges == ()


def test_what_has_no_days_cannot_be_part_of_a_play() -> None:
    with pytest.raises(PlanError, match="“Idea” has no dates yet"):
        play_from(own_activities(), ["evening", "idea"], "My evening", "mine")
    with pytest.raises(PlanError, match="has no activities"):
        play_from(own_activities(), [], "My evening", "mine")
