"""What would be, before it is: the same as what is afterwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import judge
from campaignplanner.planning.timeline_draft import draft_of
from campaignplanner.services.commands.command import Command
from campaignplanner.services.commands.flight import (
    MoveBridged,
    MoveTogether,
    Reschedule,
    RescheduleFlight,
)
from tests.builders import a_bridge, a_dated_activity, a_flight, a_plan, an_activity, day

PATTERNS = (Pattern.ANNOUNCES, Pattern.CARRIES_ON_AS, Pattern.IS_REWARDED_BY, Pattern.LEADS_TO)


def chain() -> Plan:
    """Three activities that carry each other, one with two runs, and one that waits for its dates."""
    return a_plan(
        a_dated_activity("Invite", "2026-08-24", "2026-09-07"),
        a_dated_activity("Tasting", "2026-09-10", "2026-09-13"),
        a_flight("tasting", "2026-09-20", "2026-09-27"),
        a_dated_activity("Reviews", "2026-09-28", "2026-10-20"),
        an_activity("Reward"),
        a_bridge("invite", "tasting", Pattern.ANNOUNCES),
        a_bridge("tasting", "reviews", Pattern.CARRIES_ON_AS),
        a_bridge("reviews", "reward", Pattern.IS_REWARDED_BY),
    )


def draft_is_what_comes(plan: Plan, command: Command) -> None:
    changes = command.changes(plan)
    draft, after = draft_of(plan, changes), plan.applying(changes)
    assert {each.id: each for each in after.flights.values() if each != plan.flights.get(each.id)} == {
        each.id: each for each in draft.flights.values() if each != plan.flights.get(each.id)
    }
    for bridge in plan.bridges.values():
        drafted = draft.bridges.get(bridge.id)
        assert judge(after, bridge) == (judge(plan, bridge) if drafted is None else drafted.after)


@given(days=st.integers(-40, 40), several=st.booleans())
def test_moving_runs_comes_to_what_the_draft_said(days: int, several: bool) -> None:
    ids = ("tasting@2026-09-10", "invite@2026-08-24") if several else ("tasting@2026-09-10",)
    draft_is_what_comes(chain(), MoveTogether(ids, (), days))


@given(days=st.integers(-40, 40), start=st.sampled_from(["invite", "tasting", "reviews"]))
def test_moving_what_is_bridged_comes_to_what_the_draft_said(days: int, start: str) -> None:
    draft_is_what_comes(chain(), MoveBridged((start,), days))


@given(first=st.integers(0, 30), length=st.integers(0, 60))
def test_other_ends_come_to_what_the_draft_said(first: int, length: int) -> None:
    start = day("2026-08-20").toordinal() + first
    days = day("2026-08-20").fromordinal(start), day("2026-08-20").fromordinal(start + length)
    draft_is_what_comes(chain(), RescheduleFlight("invite@2026-08-24", *days))
    draft_is_what_comes(chain(), Reschedule("reviews", *days))
    draft_is_what_comes(chain(), Reschedule("reward", *days))


def test_a_draft_holds_what_is_touched_and_nothing_else() -> None:
    plan = chain()
    draft = draft_of(plan, MoveTogether(("invite@2026-08-24",), (), 3).changes(plan))
    assert set(draft.plan.activities) == {"invite", "tasting"}
    assert set(draft.bridges) == {"invite~tasting"}


def test_a_draft_names_what_breaks_and_what_holds_again() -> None:
    plan = chain()
    later = MoveTogether(("invite@2026-08-24",), (), 10).changes(plan)
    draft = draft_of(plan, later)
    assert [each.bridge.id for each in draft.broken] == ["invite~tasting"]
    after = plan.applying(later)
    back = draft_of(after, MoveTogether(("invite@2026-08-24",), (), -10).changes(after))
    assert [each.bridge.id for each in back.healed] == ["invite~tasting"]


def test_dates_for_an_undated_end_are_no_bridge_that_holds_again() -> None:
    plan = chain()
    draft = draft_of(plan, Reschedule("reward", day("2026-10-25"), day("2026-10-31")).changes(plan))
    assert (draft.broken, draft.healed) == ((), ())
