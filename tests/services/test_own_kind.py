"""Kinds of activities that are typed for the first time."""

from __future__ import annotations

import pytest

from campaignplanner.domain.activity import Kind, OwnKind, Side
from campaignplanner.domain.errors import PlanError
from campaignplanner.services.commands.own_kind import GiveOwnKind
from tests.builders import a_plan, an_activity


def test_a_new_kind_is_made_on_the_side_of_the_activity() -> None:
    plan = a_plan(an_activity("Bars", kind=Kind.EVENT))
    after = plan.applying(GiveOwnKind("bars", "  Hack  night ", own_kind_id="kind").changes(plan))
    assert after.own_kinds["kind"] == OwnKind(id="kind", side=Side.OFFLINE, name="Hack night")
    assert (after.activities["bars"].kind, after.activities["bars"].own_kind_id) == (Kind.OTHER, "kind")


def test_a_kind_of_that_name_is_not_made_twice() -> None:
    plan = a_plan(OwnKind(id="known", side=Side.OFFLINE, name="Hack night"), an_activity("Bars", Kind.EVENT))
    after = plan.applying(GiveOwnKind("bars", "hack night").changes(plan))
    assert list(after.own_kinds) == ["known"]
    assert after.activities["bars"].own_kind_id == "known"


def test_a_kind_of_the_other_side_is_made_with_the_change_of_side() -> None:
    plan = a_plan(OwnKind(id="known", side=Side.OFFLINE, name="Hack night"), an_activity("Bars", Kind.EVENT))
    after = plan.applying(GiveOwnKind("bars", "Hack night", Side.ONLINE, own_kind_id="new").changes(plan))
    assert after.activities["bars"].side is Side.ONLINE
    assert after.own_kinds["new"].side is Side.ONLINE


def test_a_kind_without_a_name_is_refused() -> None:
    plan = a_plan(an_activity("Bars"))
    with pytest.raises(PlanError, match="needs a name"):
        GiveOwnKind("bars", " ").changes(plan)
