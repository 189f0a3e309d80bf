"""Each pattern is tried on the day on which it just holds and on the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Activity, Kind, Side
from campaignplanner.domain.bridge import OwnPattern, Pattern
from campaignplanner.domain.campaign import Thresholds
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Severity
from campaignplanner.planning.bridges import (
    BridgeFix,
    BridgeJudgement,
    BridgeState,
    fitting_patterns,
    glyph,
    judge,
    judgements,
    patterns_for,
)
from tests.builders import a_bridge, a_dated_activity, a_flight, a_plan, an_activity

ONLINE = an_activity("Thread")
CLINIC = an_activity("Clinic", Kind.SERVICE_CLINIC)

FIRST = date(2026, 10, 5)
"""The first day of every source; sources last ten days, to the 14th, unless said otherwise."""
LAST = date(2026, 10, 14)


def judged(
    pattern: Pattern,
    target_starts: date,
    target_ends: date | None = None,
    *,
    source: Activity = CLINIC,
    target: Activity = ONLINE,
    thresholds: Thresholds | None = None,
    own_pattern: OwnPattern | None = None,
    **bridge_fields: object,
) -> BridgeJudgement:
    if own_pattern is not None:
        bridge_fields["own_pattern"] = own_pattern
    bridge = a_bridge(source, target, pattern, **bridge_fields)
    own_patterns = [] if own_pattern is None else [own_pattern]
    flights = [
        a_flight(source, FIRST, LAST),
        a_flight(target, target_starts, target_ends or max(target_starts, LAST + timedelta(days=30))),
    ]
    fields = {} if thresholds is None else {"thresholds": thresholds}
    return judge(a_plan(source, target, flights, own_patterns, bridge, **fields), bridge)


def after(days: int) -> date:
    return LAST + timedelta(days=days)


def ahead(days: int) -> date:
    return FIRST + timedelta(days=days)


# -- announces -----------------------------------------------------------------------------------------


def test_an_announcement_four_weeks_ahead_holds() -> None:
    found = judged(Pattern.ANNOUNCES, ahead(28), source=ONLINE, target=CLINIC)
    assert (found.state, found.severity, found.days_off) == (BridgeState.HOLDS, None, 0)
    assert found.message == "“Thread” announces “Clinic” 28 days ahead."


def test_an_announcement_of_less_than_four_weeks_holds_with_a_hint() -> None:
    found = judged(Pattern.ANNOUNCES, ahead(27), source=ONLINE, target=CLINIC)
    assert (found.state, found.severity, found.days_off) == (BridgeState.HOLDS, Severity.HINT, 1)
    assert found.fix == BridgeFix("thread", ahead(-1))


def test_an_announcement_two_weeks_ahead_just_holds() -> None:
    found = judged(Pattern.ANNOUNCES, ahead(14), source=ONLINE, target=CLINIC)
    assert (found.state, found.severity) == (BridgeState.HOLDS, Severity.HINT)


def test_an_announcement_thirteen_days_ahead_is_broken_and_should_start_a_day_earlier() -> None:
    found = judged(Pattern.ANNOUNCES, ahead(13), source=ONLINE, target=CLINIC)
    assert (found.state, found.severity, found.days_off) == (BridgeState.BROKEN, Severity.WARNING, 1)
    assert found.fix == BridgeFix("thread", ahead(-1))
    assert found.message == "“Thread” starts only 13 days before “Clinic”. Start it at least 14 days before."


def test_an_announcement_on_the_day_itself_is_too_late() -> None:
    found = judged(Pattern.ANNOUNCES, FIRST, source=ONLINE, target=CLINIC)
    assert "starts on the same day as “Clinic”, too late to announce it." in found.message


def test_an_announcement_after_the_beginning_is_too_late() -> None:
    found = judged(Pattern.ANNOUNCES, ahead(-1), source=ONLINE, target=CLINIC)
    assert "starts 1 day after “Clinic” has begun" in found.message
    assert found.days_off == 15


# -- carries on as ---------------------------------------------------------------------------------------


def test_a_thread_that_starts_a_week_after_the_clinic_ends_carries_it_on() -> None:
    found = judged(Pattern.CARRIES_ON_AS, after(7))
    assert (found.state, found.gap_days) == (BridgeState.HOLDS, 7)
    assert found.message == "“Thread” carries “Clinic” on from 7 days after it ends."


def test_a_thread_that_starts_eight_days_after_the_clinic_ends_is_late_by_one() -> None:
    found = judged(Pattern.CARRIES_ON_AS, after(8))
    assert (found.state, found.severity, found.days_off) == (BridgeState.BROKEN, Severity.WARNING, 1)


def test_a_late_thread_says_how_long_nobody_carries_on_and_when_to_start() -> None:
    found = judged(Pattern.CARRIES_ON_AS, after(15))
    assert found.message == (
        "Nobody carries “Clinic” on for 15 days after it ends. "
        "Start “Thread” within 7 days, or add a follow-up."
    )
    assert found.fix == BridgeFix("thread", after(1))
    assert found.gap_days == 15


def test_a_thread_that_already_runs_carries_on() -> None:
    found = judged(Pattern.CARRIES_ON_AS, ahead(-60), after(1))
    assert found.state is BridgeState.HOLDS
    assert found.message == "“Thread” is already running when “Clinic” ends, and carries it on."


def test_a_thread_that_ends_with_the_clinic_does_not_carry_on() -> None:
    found = judged(Pattern.CARRIES_ON_AS, FIRST, LAST)
    assert (found.state, found.days_off, found.fix) == (BridgeState.BROKEN, 1, BridgeFix("thread", after(1)))
    assert "ends on the same day as “Clinic”, so nobody carries it on." in found.message


def test_the_campaign_says_within_how_many_days_something_carries_on() -> None:
    strict = Thresholds(carry_on_days=0)
    assert judged(Pattern.CARRIES_ON_AS, after(0), thresholds=strict).state is BridgeState.HOLDS
    late = judged(Pattern.CARRIES_ON_AS, after(1), thresholds=strict)
    assert late.state is BridgeState.BROKEN
    assert late.fix == BridgeFix("thread", LAST)
    assert "by the day it ends" in late.message


# -- is talked about in ----------------------------------------------------------------------------------


def test_talk_that_goes_on_a_day_longer_than_the_trial_holds() -> None:
    found = judged(Pattern.IS_TALKED_ABOUT_IN, FIRST, after(1))
    assert found.state is BridgeState.HOLDS
    assert "people are asked after 13 days" in found.message


def test_talk_that_ends_with_the_trial_is_broken() -> None:
    found = judged(Pattern.IS_TALKED_ABOUT_IN, FIRST, LAST)
    assert (found.state, found.severity, found.days_off) == (BridgeState.BROKEN, Severity.WARNING, 1)


def test_asking_after_two_days_just_holds() -> None:
    assert judged(Pattern.IS_TALKED_ABOUT_IN, after(1), ask_after_days=2).state is BridgeState.HOLDS


def test_asking_on_the_next_day_is_too_soon() -> None:
    found = judged(Pattern.IS_TALKED_ABOUT_IN, after(1), ask_after_days=1)
    assert (found.state, found.severity, found.days_off) == (BridgeState.BROKEN, Severity.WARNING, 1)
    assert found.message == (
        "People are asked 1 day after “Clinic”, too soon to have an opinion. "
        "Ask them after 2 days at the earliest, best after 13 days."
    )


# -- is shown at -----------------------------------------------------------------------------------------


def test_a_display_that_starts_with_what_it_shows_holds() -> None:
    found = judged(Pattern.IS_SHOWN_AT, FIRST, source=ONLINE, target=CLINIC)
    assert (found.state, found.days_off) == (BridgeState.HOLDS, 0)


def test_a_display_that_starts_a_day_earlier_has_nothing_to_show() -> None:
    found = judged(Pattern.IS_SHOWN_AT, ahead(-1), source=ONLINE, target=CLINIC)
    assert (found.state, found.severity, found.days_off) == (BridgeState.BROKEN, Severity.WARNING, 1)
    assert found.fix == BridgeFix("thread", ahead(-1))


# -- is rewarded by --------------------------------------------------------------------------------------


@pytest.mark.parametrize("starts", [FIRST, LAST, after(1), after(30)])
def test_a_reward_holds_from_the_first_day_until_thirty_days_after_the_last(starts: date) -> None:
    assert judged(Pattern.IS_REWARDED_BY, starts).state is BridgeState.HOLDS


def test_a_reward_after_thirty_one_days_is_late() -> None:
    found = judged(Pattern.IS_REWARDED_BY, after(31))
    assert (found.state, found.days_off, found.fix) == (BridgeState.BROKEN, 1, BridgeFix("thread", after(1)))
    assert found.message == "People wait 31 days for “Thread” after “Clinic” ends. Start it within 30 days."


def test_a_reward_before_there_is_anything_to_reward_is_broken() -> None:
    found = judged(Pattern.IS_REWARDED_BY, ahead(-1))
    assert (found.state, found.days_off, found.fix) == (BridgeState.BROKEN, 1, BridgeFix("thread", FIRST))


# -- is streamed as --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("starts", "ends"), [(LAST, after(2)), (ahead(-3), FIRST)])
def test_a_stream_that_shares_a_day_with_the_event_holds(starts: date, ends: date) -> None:
    assert judged(Pattern.IS_STREAMED_AS, starts, ends).state is BridgeState.HOLDS


def test_a_stream_on_the_day_after_the_event_is_impossible() -> None:
    found = judged(Pattern.IS_STREAMED_AS, after(1), after(2))
    assert (found.state, found.severity, found.days_off) == (BridgeState.BROKEN, Severity.ERROR, 1)
    assert "starts 1 day after “Clinic” has ended, so there is nothing to stream." in found.message


def test_a_stream_that_ends_before_the_event_is_impossible() -> None:
    found = judged(Pattern.IS_STREAMED_AS, ahead(-5), ahead(-1))
    assert (found.severity, found.days_off, found.fix) == (Severity.ERROR, 1, BridgeFix("thread", FIRST))
    assert "ends 1 day before “Clinic” starts" in found.message


# -- leads to --------------------------------------------------------------------------------------------


def test_something_may_lead_to_what_ends_on_its_first_day() -> None:
    assert judged(Pattern.LEADS_TO, ahead(-9), FIRST).state is BridgeState.HOLDS


def test_nothing_leads_to_what_is_over() -> None:
    found = judged(Pattern.LEADS_TO, ahead(-9), ahead(-1))
    assert (found.state, found.severity, found.days_off) == (BridgeState.BROKEN, Severity.WARNING, 1)


# -- patterns of the users' own --------------------------------------------------------------------------

SLOW_BURN = OwnPattern(id="slow", name="Slow burn", earliest_gap_days=5, latest_gap_days=10)


@pytest.mark.parametrize(
    ("gap", "state", "days_off"),
    [
        (4, BridgeState.BROKEN, 1),
        (5, BridgeState.HOLDS, 0),
        (10, BridgeState.HOLDS, 0),
        (11, BridgeState.BROKEN, 1),
    ],
)
def test_an_own_pattern_holds_within_its_bounds(gap: int, state: BridgeState, days_off: int) -> None:
    found = judged(Pattern.OWN, after(gap), own_pattern=SLOW_BURN)
    assert (found.state, found.days_off, found.gap_days) == (state, days_off, gap)


def test_an_own_pattern_says_what_it_wants() -> None:
    found = judged(Pattern.OWN, after(3), own_pattern=SLOW_BURN)
    assert found.message == (
        "“Thread” starts 3 days after “Clinic” ends; “Slow burn” wants it no earlier than 5 days after."
    )
    assert found.expected == (
        "“Thread” starts no earlier than 5 days after “Clinic” ends and "
        "no later than 10 days after “Clinic” ends."
    )
    assert found.fix == BridgeFix("thread", after(5))


def test_an_own_pattern_without_bounds_always_holds() -> None:
    free = OwnPattern(id="free", name="Anything goes")
    found = judged(Pattern.OWN, ahead(-400), own_pattern=free)
    assert found.state is BridgeState.HOLDS
    assert found.expected == "“Thread” starts at any time."


# -- what is common to all -------------------------------------------------------------------------------


def test_a_bridge_to_something_undated_is_open() -> None:
    bridge = a_bridge(CLINIC, ONLINE, Pattern.CARRIES_ON_AS)
    found = judge(a_plan(CLINIC, ONLINE, a_flight(CLINIC, FIRST), bridge), bridge)
    assert (found.state, found.severity, found.gap_days, found.fix) == (BridgeState.OPEN, None, None, None)
    assert found.message == "“Thread” has no dates yet."


def test_a_bridge_between_two_undated_activities_names_both() -> None:
    bridge = a_bridge(CLINIC, ONLINE)
    assert judge(a_plan(CLINIC, ONLINE, bridge), bridge).message == (
        "“Clinic” and “Thread” have no dates yet."
    )


def test_the_days_are_of_the_whole_activity() -> None:
    flights = [
        a_flight(CLINIC, "2026-10-01"),
        a_flight(CLINIC, "2026-11-01"),
        a_flight(ONLINE, "2026-11-08", "2026-11-30"),
    ]
    bridge = a_bridge(CLINIC, ONLINE, Pattern.CARRIES_ON_AS)
    assert judge(a_plan(CLINIC, ONLINE, flights, bridge), bridge).state is BridgeState.HOLDS


def test_only_a_bridge_between_the_two_sides_is_crossing() -> None:
    spot = an_activity("Spot", Kind.TV)
    bridges = [a_bridge(CLINIC, ONLINE), a_bridge(spot, CLINIC)]
    found = judgements(a_plan(CLINIC, ONLINE, spot, bridges))
    assert (found["clinic~thread"].crossing, found["spot~clinic"].crossing) == (True, False)


def test_no_fix_is_offered_beyond_the_end_of_the_calendar() -> None:
    bridge = a_bridge(CLINIC, ONLINE, Pattern.CARRIES_ON_AS)
    flights = [a_flight(CLINIC, "9999-12-31"), a_flight(ONLINE, "9999-01-01")]
    found = judge(a_plan(CLINIC, ONLINE, flights, bridge), bridge)
    assert (found.state, found.fix) == (BridgeState.BROKEN, None)


DAYS = st.integers(-120, 120)
LENGTHS = st.integers(0, 60)


@given(
    pattern=st.sampled_from([pattern for pattern in Pattern if pattern is not Pattern.OWN]),
    starts=DAYS,
    length=LENGTHS,
)
def test_starting_on_the_suggested_day_mends_a_broken_bridge(
    pattern: Pattern, starts: int, length: int
) -> None:
    target_starts = FIRST + timedelta(days=starts)
    found = judged(pattern, target_starts, target_starts + timedelta(days=length))
    if found.fix is None:
        assert found.state is BridgeState.HOLDS
        return
    mended = judge(moved(found, target_starts, length), found.bridge)
    assert mended.state is BridgeState.HOLDS


def moved(found: BridgeJudgement, target_starts: date, length: int) -> Plan:
    """The plan in which the activity of the fix starts on the suggested day."""
    assert found.fix is not None
    starts = {"clinic": FIRST, "thread": target_starts, found.fix.activity_id: found.fix.first_day}
    lengths = {"clinic": (LAST - FIRST).days, "thread": length}
    flights = [
        a_flight(name, first_day, first_day + timedelta(days=lengths[name]))
        for name, first_day in starts.items()
    ]
    return a_plan(CLINIC, ONLINE, flights, found.bridge)


# -- which patterns fit ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "target", "likeliest"),
    [
        (Kind.INVITATION, Kind.EVENT, Pattern.ANNOUNCES),
        (Kind.TV, Kind.EVENT, Pattern.ANNOUNCES),
        (Kind.SERVICE_CLINIC, Kind.CONVERSATION, Pattern.CARRIES_ON_AS),
        (Kind.PRODUCT_TRIAL, Kind.REVIEW_DRIVE, Pattern.IS_TALKED_ABOUT_IN),
        (Kind.REVIEW_DRIVE, Kind.DISPLAY, Pattern.IS_SHOWN_AT),
        (Kind.PAID_SOCIAL, Kind.DISPLAY, Pattern.ANNOUNCES),
        (Kind.CHALLENGE, Kind.REWARD, Pattern.IS_REWARDED_BY),
        (Kind.EVENT, Kind.LIVE_STREAM, Pattern.IS_STREAMED_AS),
        (Kind.STAFF, Kind.SPONSORSHIP, Pattern.LEADS_TO),
    ],
)
def test_the_likeliest_pattern_of_two_kinds_comes_first(
    source: Kind, target: Kind, likeliest: Pattern
) -> None:
    found = patterns_for(an_activity("Source", source), an_activity("Target", target))
    assert found[0] is likeliest
    assert found[-1] is Pattern.LEADS_TO


def test_all_patterns_that_fit_are_offered_once() -> None:
    found = patterns_for(an_activity("Challenge", Kind.CHALLENGE), an_activity("Pop-up", Kind.POP_UP))
    assert found == (Pattern.ANNOUNCES, Pattern.IS_SHOWN_AT, Pattern.LEADS_TO)


def test_an_own_kind_fits_by_its_side() -> None:
    own = an_activity("Podcast", Kind.OTHER, side=Side.ONLINE)
    assert patterns_for(own, CLINIC) == (Pattern.ANNOUNCES, Pattern.LEADS_TO)
    assert patterns_for(CLINIC, own) == (Pattern.CARRIES_ON_AS, Pattern.LEADS_TO)


def test_every_pattern_has_a_glyph_of_its_own() -> None:
    assert len({glyph(pattern) for pattern in Pattern}) == len(Pattern)


# -- what could be built -------------------------------------------------------------------------------


def test_what_could_be_built_comes_likeliest_first_with_how_it_would_stand() -> None:
    plan = a_plan(
        a_dated_activity("Challenge", "2026-09-01", "2026-09-20", kind=Kind.CHALLENGE),
        a_dated_activity("Prize", "2026-09-05", kind=Kind.REWARD),
        OwnPattern(id="echo", name="Echoes in", latest_gap_days=-60),
    )
    found = fitting_patterns(plan, "challenge", "prize")
    assert [each.name for each in found] == ["is rewarded by", "announces", "leads to", "Echoes in"]
    assert [each.judgement.state.value for each in found] == ["holds", "broken", "holds", "broken"]
    assert found[3].own_pattern_id == "echo"


def test_a_bridge_that_is_there_is_told_from_those_that_could_be_built() -> None:
    plan = a_plan(an_activity("A"), an_activity("B"), a_bridge("a", "b", Pattern.LEADS_TO))
    assert [each.is_there for each in fitting_patterns(plan, "a", "b")] == [True]
    assert [each.is_there for each in fitting_patterns(plan, "b", "a")] == [False]
