"""What is tied together, and which move mends a bridge."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.bridge import Pattern
from campaignplanner.planning.bridge_ties import Mending, mending_of, tied_with
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.services.commands.flight import MoveActivity
from tests.builders import a_bridge, a_dated_activity, a_plan, an_activity, day

PATTERNS = tuple(each for each in Pattern if each is not Pattern.OWN)


def test_ties_go_from_bridge_to_bridge_in_both_directions() -> None:
    plan = a_plan(
        *(an_activity(title) for title in ("A", "B", "C", "D", "E")),
        a_bridge("a", "b"),
        a_bridge("c", "b"),
        a_bridge("c", "d"),
    )
    for start in ("a", "b", "c", "d"):
        assert set(tied_with(plan, [start])) == {"a", "b", "c", "d"}
    assert tied_with(plan, ["e"]) == ("e",)


def test_ties_in_a_ring_come_to_an_end() -> None:
    plan = a_plan(an_activity("A"), an_activity("B"), a_bridge("a", "b"), a_bridge("b", "a"))
    assert set(tied_with(plan, ["a"])) == {"a", "b"}


@given(
    pattern=st.sampled_from(PATTERNS),
    apart=st.integers(-120, 120),
    lengths=st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_what_mends_a_bridge_makes_it_hold(pattern: Pattern, apart: int, lengths: tuple[int, int]) -> None:
    start = day("2026-06-01")
    other = start + timedelta(days=apart)
    plan = a_plan(
        a_dated_activity("A", start, start + timedelta(days=lengths[0])),
        a_dated_activity("B", other, other + timedelta(days=lengths[1])),
        a_bridge("a", "b", pattern),
    )
    bridge = plan.bridges["a~b"]
    mending = mending_of(plan, bridge)
    if mending is not None:
        mended = plan.applying(MoveActivity(mending.activity_id, mending.days).changes(plan))
        assert judge(mended, bridge).state is BridgeState.HOLDS
        assert judge(plan, bridge).state is BridgeState.BROKEN
    else:
        assert judge(plan, bridge).state is not BridgeState.BROKEN


def test_a_thread_that_comes_too_late_is_mended_by_starting_on_the_day_after() -> None:
    plan = a_plan(
        a_dated_activity("Clinic", "2026-09-28", "2026-10-18"),
        a_dated_activity("Thread", "2026-11-02", "2026-11-23"),
        a_bridge("clinic", "thread", Pattern.CARRIES_ON_AS),
    )
    assert mending_of(plan, plan.bridges["clinic~thread"]) == Mending("thread", -14)


@pytest.mark.parametrize("asked_after", [0, 1])
def test_no_move_mends_that_people_are_asked_too_soon(asked_after: int) -> None:
    plan = a_plan(
        a_dated_activity("Trial", "2026-09-01", "2026-09-03"),
        a_dated_activity("Reviews", "2026-09-04", "2026-09-20"),
        a_bridge("trial", "reviews", Pattern.IS_TALKED_ABOUT_IN),
    )
    bridge = replace(plan.bridges["trial~reviews"], ask_after_days=asked_after)
    assert judge(plan, bridge).state is BridgeState.BROKEN
    assert mending_of(plan, bridge) is None
