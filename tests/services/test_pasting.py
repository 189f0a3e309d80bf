"""Activities that come from the same campaign or from another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, OwnKind, Side
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import OwnPattern, Pattern
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.clipboard import copied_text, pasted_plan
from campaignplanner.planning.excerpt import excerpt
from campaignplanner.services.commands.pasting import PasteActivities
from campaignplanner.services.workspace import Workspace
from tests.builders import (
    a_bridge,
    a_contribution,
    a_dated_activity,
    a_line,
    a_plan,
    an_activity,
    an_aim,
)
from tests.strategies import plans


def pasted(source: Plan, target: Plan) -> tuple[Plan, PasteActivities]:
    """Copy everything of one plan into another, by way of the clipboard's text."""
    command = PasteActivities(pasted_plan(copied_text(source, source.activities)))
    return target.applying(command.changes(target)), command


def test_activities_come_with_identifiers_of_their_own() -> None:
    plan = a_plan(a_dated_activity("Bars", "2026-05-04"))
    result, command = pasted(plan, plan)
    assert len(result.activities) == len(result.flights) == 2
    (copy,) = command.activity_ids
    assert result.activities[copy].title == "Bars"
    assert result.span_of(copy) == result.span_of("bars")


def test_an_aim_of_the_same_campaign_is_found_by_its_identifier() -> None:
    aim = an_aim("Regulars")
    plan = a_plan(aim, a_dated_activity("Bars", "2026-05-04", aims=[aim]))
    renamed = plan.applying(PasteActivities(excerpt(plan, ["bars"])).changes(plan))
    assert len(renamed.activities_of("regulars")) == 2


def test_an_aim_of_another_campaign_is_found_by_its_words() -> None:
    source = a_plan(an_aim("More  regulars"), a_dated_activity("Bars", "2026-05-04", aims=["more--regulars"]))
    result, command = pasted(source, a_plan(an_aim("more Regulars", id="here"), id="other"))
    assert result.aim_shares(command.activity_ids[0]) == {"here": 1}
    assert command.left_off(a_plan(an_aim("more Regulars", id="here"), id="other")) == ""


def test_an_aim_that_is_not_there_is_left_off_and_said() -> None:
    source = a_plan(an_aim("Regulars"), a_dated_activity("Bars", "2026-05-04", aims=["regulars"]))
    target = a_plan(id="other")
    result, command = pasted(source, target)
    assert not result.contributions
    assert command.left_off(target) == (
        "Left off because this campaign does not have it: the aim “Regulars”."
    )


def test_many_strangers_are_counted_instead_of_named() -> None:
    aims = [an_aim(f"Aim {number}") for number in range(4)]
    bars = an_activity("Bars")
    source = a_plan(aims, bars, [a_contribution(bars, aim) for aim in aims])
    command = PasteActivities(excerpt(source, ["bars"]))
    assert command.left_off(a_plan(id="other")).endswith("it: 4 aims.")


def test_aims_that_are_one_here_make_one_contribution_of_both_weights() -> None:
    aims = [an_aim("Regulars", id="one"), an_aim("regulars", id="two")]
    bars = an_activity("Bars")
    source = a_plan(aims, bars, a_contribution(bars, "one", 600), a_contribution(bars, "two", 700))
    result, command = pasted(source, a_plan(an_aim("Regulars", id="here"), id="other"))
    assert result.aim_shares(command.activity_ids[0]) == {"here": 1000}


def test_audiences_are_found_by_name_or_left_off() -> None:
    source = a_plan(
        Audience(id="a", name="Students"),
        Audience(id="b", name="Parents"),
        an_activity("Bars", audience_ids=("a", "b")),
    )
    target = a_plan(Audience(id="here", name="students"), id="other")
    result, command = pasted(source, target)
    assert result.activities[command.activity_ids[0]].audience_ids == ("here",)
    assert "the audience “Parents”" in command.left_off(target)


def test_audiences_that_are_one_here_are_named_once() -> None:
    source = a_plan(
        Audience(id="a", name="Students"),
        Audience(id="b", name="students"),
        an_activity("Bars", audience_ids=("a", "b")),
    )
    result, command = pasted(source, a_plan(Audience(id="here", name="Students"), id="other"))
    assert result.activities[command.activity_ids[0]].audience_ids == ("here",)


def own_kind(side: Side, **fields: Any) -> OwnKind:
    return OwnKind(**{"id": "kind", "side": side, "name": "Kitchen party", **fields})


def test_a_kind_of_ones_own_is_found_by_name_on_its_side() -> None:
    source = a_plan(
        own_kind(Side.OFFLINE), an_activity("Bars", Kind.OTHER, side=Side.OFFLINE, own_kind_id="kind")
    )
    target = a_plan(
        own_kind(Side.ONLINE), own_kind(Side.OFFLINE, id="here", name="kitchen party"), id="other"
    )
    result, command = pasted(source, target)
    assert result.activities[command.activity_ids[0]].own_kind_id == "here"


def test_a_kind_that_is_not_there_becomes_another_and_is_said() -> None:
    source = a_plan(
        own_kind(Side.OFFLINE), an_activity("Bars", Kind.OTHER, side=Side.OFFLINE, own_kind_id="kind")
    )
    target = a_plan(own_kind(Side.ONLINE), id="other")
    result, command = pasted(source, target)
    assert result.activities[command.activity_ids[0]].own_kind_id is None
    assert "the kind of activity “Kitchen party”" in command.left_off(target)


def test_a_pattern_that_is_not_there_becomes_leads_to() -> None:
    source = a_plan(
        an_activity("Bars"),
        an_activity("Reviews"),
        OwnPattern(id="own", name="echoes in"),
        a_bridge("bars", "reviews", own_pattern="own"),
    )
    result, _ = pasted(source, a_plan(id="other"))
    (bridge,) = result.bridges.values()
    assert bridge.pattern is Pattern.LEADS_TO


def test_frozen_money_comes_free() -> None:
    source = a_plan(an_activity("Bars"), a_line(activity="bars", frozen=True))
    result, _ = pasted(source, a_plan(id="other"))
    assert [line.frozen for line in result.lines.values()] == [False]


def test_money_keeps_its_currency_in_a_campaign_of_another() -> None:
    source = a_plan(
        an_activity("Bars"),
        a_line(1234, activity="bars", id="euros"),
        a_line(500, activity="bars", id="pounds", currency="GBP", exchange_rate=Decimal("1.2")),
    )
    target = a_plan(id="other", currency="GBP")
    result, command = pasted(source, target)
    money = sorted((line.planned, line.currency, line.exchange_rate) for line in result.lines.values())
    assert money == [(500, None, None), (1234, "EUR", None)]
    assert command.left_off(target) == "1 budget line is in EUR and needs an exchange rate."


def test_a_rate_stays_where_the_campaigns_have_one_currency() -> None:
    line = a_line(500, activity="bars", currency="GBP", exchange_rate=Decimal("1.2"))
    result, _ = pasted(a_plan(an_activity("Bars"), line), a_plan(id="other"))
    assert [each.exchange_rate for each in result.lines.values()] == [Decimal("1.2")]


def test_identifiers_that_an_aim_and_an_activity_share_are_kept_apart() -> None:
    source = a_plan(an_aim("Regulars", id="x"), an_activity("Bars", id="x"), a_contribution("x", "x", id="c"))
    result, command = pasted(source, source)
    assert result.aim_shares(command.activity_ids[0]) == {"x": 1}


def test_asking_twice_gives_the_same_change(sample_plan: Plan) -> None:
    command = PasteActivities(excerpt(sample_plan, sample_plan.activities))
    assert command.changes(sample_plan) == command.changes(sample_plan)


def test_the_history_names_one_activity_and_counts_several(sample_plan: Plan) -> None:
    one, two = list(sample_plan.activities)[:2]
    title = sample_plan.activities[one].title
    assert PasteActivities(excerpt(sample_plan, [one])).changes(sample_plan).label == f"Paste “{title}”"
    assert (
        PasteActivities(excerpt(sample_plan, [one, two])).changes(sample_plan).label == "Paste 2 activities"
    )


def test_pasting_nothing_is_said() -> None:
    with pytest.raises(PlanError, match="no activities to paste"):
        PasteActivities(a_plan()).changes(a_plan())


def test_pasting_is_one_step_that_undo_takes_back(opened: Workspace, sample_plan: Plan) -> None:
    opened.execute(PasteActivities(excerpt(sample_plan, sample_plan.activities)))
    opened.undo(sample_plan.campaign.id)
    assert opened.plan == sample_plan


@given(plans(seed=1), plans(seed=2))
def test_whatever_was_copied_can_be_pasted_anywhere(source: Plan, target: Plan) -> None:
    if not source.activities:
        return
    result, _ = pasted(source, target)
    result.check()
    assert len(result.activities) == len(source.activities) + len(target.activities)
    assert len(result.flights) == len(source.flights) + len(target.flights)


@given(plans())
def test_a_copy_pasted_where_it_was_copied_differs_only_by_what_a_copy_begins_anew(plan: Plan) -> None:
    if not plan.activities:
        return
    result, _ = pasted(plan, plan)
    made = [each for each in result.activities.values() if each.id not in plan.activities]
    assert sorted(map(without_beginnings, made)) == sorted(map(without_beginnings, plan.activities.values()))
    assert len(result.contributions) == 2 * len(plan.contributions)
    amounts = [line.planned for line in plan.lines.values() if line.activity_id is not None]
    copied = [line.planned for line in result.lines.values() if line.id not in plan.lines]
    assert sorted(amounts) == sorted(copied)


def without_beginnings(activity: Activity) -> str:
    return repr(replace(activity, id="", status=ActivityStatus.IDEA))


def test_days_and_money_are_copied_to_the_last_digit() -> None:
    line = a_line(
        333, activity="bars", quantity=Decimal("1.5"), unit_price=222, exchange_rate_day=date(2026, 1, 1)
    )
    result, _ = pasted(a_plan(an_activity("Bars"), line), a_plan(id="other"))
    (copy,) = result.lines.values()
    assert replace(copy, id=line.id, activity_id="bars", position=line.position) == replace(
        line, activity_id="bars"
    )
    assert isinstance(copy, BudgetLine)
