"""Patterns of bridges that are named for the first time."""

from __future__ import annotations

import pytest

from campaignplanner.domain.bridge import OwnPattern, Pattern
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.own_pattern import GiveOwnPattern
from tests.builders import a_bridge, a_plan, an_activity

SONG, CHOIR = an_activity("Song"), an_activity("Choir")
BRIDGE = a_bridge(SONG, CHOIR)


def with_pattern(plan: Plan, name: str) -> Plan:
    return plan.applying(GiveOwnPattern(BRIDGE.id, name, own_pattern_id="new").changes(plan))


def test_a_new_pattern_is_made_without_bounds_and_given_to_the_bridge() -> None:
    after = with_pattern(a_plan(SONG, CHOIR, BRIDGE), "  is sung   along with ")
    assert after.own_patterns["new"] == OwnPattern(id="new", name="is sung along with")
    changed = after.bridges[BRIDGE.id]
    assert (changed.pattern, changed.own_pattern_id) == (Pattern.OWN, "new")


def test_a_pattern_of_that_name_is_not_made_twice() -> None:
    known = OwnPattern(id="known", name="Is sung along with", latest_gap_days=3)
    after = with_pattern(a_plan(SONG, CHOIR, BRIDGE, known), "is sung along with")
    assert list(after.own_patterns) == ["known"]
    assert after.bridges[BRIDGE.id].own_pattern_id == "known"


def test_a_pattern_without_a_name_is_refused() -> None:
    with pytest.raises(PlanError, match="needs a name"):
        with_pattern(a_plan(SONG, CHOIR, BRIDGE), "  ")
