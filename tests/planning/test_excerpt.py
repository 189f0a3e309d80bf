"""Activities taken out of a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import OwnKind, Side
from campaignplanner.domain.aim import Kpi, Reading
from campaignplanner.domain.budget import Posting, PostingKind
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.excerpt import excerpt
from tests.builders import a_bridge, a_dated_activity, a_line, a_plan, an_activity, an_aim
from tests.strategies import plans


def test_activities_bring_their_flights_contributions_kpis_and_lines() -> None:
    plan = a_plan(
        an_aim("Regulars"),
        a_dated_activity("Bars", "2026-05-04", aims=["regulars"]),
        a_line(activity="bars", id="money"),
        Kpi(id="kpi", name="Visits", activity_id="bars"),
    )
    taken = excerpt(plan, ["bars"])
    assert [len(table) for table in (taken.flights, taken.contributions, taken.kpis, taken.lines)] == [1] * 4


def test_only_bridges_among_the_activities_come_along() -> None:
    plan = a_plan(
        an_activity("Bars"),
        an_activity("Reviews"),
        an_activity("Clinic"),
        a_bridge("bars", "reviews"),
        a_bridge("reviews", "clinic"),
    )
    assert list(excerpt(plan, ["bars", "reviews"]).bridges) == ["bars~reviews"]


def test_what_has_happened_stays_behind() -> None:
    plan = a_plan(
        an_activity("Bars"),
        a_line(activity="bars", id="money"),
        Posting(id="p", line_id="money", day=date(2026, 1, 1), kind=PostingKind.ACTUAL, amount=5),
        Kpi(id="kpi", name="Visits", activity_id="bars"),
        Reading(id="r", kpi_id="kpi", day=date(2026, 1, 1), value=Decimal(1)),
    )
    taken = excerpt(plan, ["bars"])
    assert not taken.postings
    assert not taken.readings


def test_of_an_aim_only_its_statement_comes_along() -> None:
    aim = an_aim("Regulars", why="secret", owner="Ann", position=3)
    plan = a_plan(aim, a_dated_activity("Bars", "2026-05-04", aims=[aim]))
    assert excerpt(plan, ["bars"]).aims["regulars"] == an_aim("Regulars", position=3)


def test_kinds_that_nothing_chosen_is_of_stay_behind() -> None:
    plan = a_plan(an_activity("Bars"), OwnKind(id="kind", side=Side.ONLINE, name="Duel"))
    assert not excerpt(plan, ["bars"]).own_kinds


def test_an_activity_that_is_gone_is_said() -> None:
    with pytest.raises(PlanError, match="not in the plan any more"):
        excerpt(a_plan(), ["bars"])


def test_an_activity_named_twice_comes_once() -> None:
    assert len(excerpt(a_plan(an_activity("Bars")), ["bars", "bars"]).activities) == 1


@given(plans(), st.data())
def test_every_excerpt_is_a_sound_plan(plan: Plan, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(list(plan.activities) or [""]), unique=True))
    excerpt(plan, filter(None, chosen)).check()
