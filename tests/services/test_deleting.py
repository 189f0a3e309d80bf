"""Deleting something that others hang on: what goes with it, what lets go of it, and what stays."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from campaignplanner.domain.activity import Kind, OwnKind, Side
from campaignplanner.domain.aim import Kpi, Reading
from campaignplanner.domain.approval import Approval, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import OwnPattern, Pattern
from campaignplanner.domain.budget import Posting, PostingKind, Scenario, ScenarioAmount
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.activity import DeleteActivity, DeleteOwnKind
from campaignplanner.services.commands.aim import DeleteAim
from campaignplanner.services.commands.approval import DeleteApproval, DeleteVersion
from campaignplanner.services.commands.audience import DeleteAudience
from campaignplanner.services.commands.bridge import DeleteBridge, DeleteOwnPattern
from campaignplanner.services.commands.budget import DeleteBudgetLine
from campaignplanner.services.commands.overtaken import without_overtaken_dismissals
from tests.builders import (
    a_bridge,
    a_dated_activity,
    a_flight,
    a_line,
    a_plan,
    an_activity,
    an_aim,
    day,
)
from tests.services.random_commands import RECORDS
from tests.strategies import plans

DELETIONS = {record_type: commands[3] for record_type, commands in RECORDS.items()}
DELETIONS |= {Version: DeleteVersion, Approval: DeleteApproval}


def after(plan: Plan, command: object) -> Plan:
    return plan.applying(command.changes(plan))


def tasting_bars() -> Plan:
    """An activity with three flights, two bridges, one line with a posting and an amount in a scenario."""
    bars = an_activity("Tasting bars", Kind.PRODUCT_TRIAL)
    return a_plan(
        bars,
        [a_flight(bars, f"2026-03-{number:02}") for number in (2, 9, 16)],
        an_activity("Invite"),
        an_activity("Reviews"),
        a_bridge("invite", bars, Pattern.ANNOUNCES),
        a_bridge(bars, "reviews", Pattern.IS_TALKED_ABOUT_IN),
        a_line(id="stands", activity=bars, label="Stands"),
        a_line(id="beans", label="Beans"),
        Posting(id="paid", line_id="stands", day=day("2026-03-02"), kind=PostingKind.ACTUAL, amount=5),
        Scenario(id="less", name="Less", amounts=(ScenarioAmount("stands", 1), ScenarioAmount("beans", 2))),
    )


def test_deleting_an_activity_deletes_what_cannot_be_without_it() -> None:
    plan = after(tasting_bars(), DeleteActivity("tasting-bars"))
    assert set(plan.activities) == {"invite", "reviews"}
    assert not plan.flights
    assert not plan.bridges
    assert not plan.postings
    assert set(plan.lines) == {"beans"}


def test_deleting_an_activity_says_with_counts_what_goes_with_it() -> None:
    assert DeleteActivity("tasting-bars").consequences(tasting_bars()) == (
        "Deletes “Tasting bars” with 3 flights, 2 bridges, 1 budget line and 1 posting. "
        "Takes amounts out of 1 scenario."
    )


def test_deleting_what_nothing_hangs_on_says_only_its_name() -> None:
    assert DeleteActivity("invite").consequences(a_plan(an_activity("Invite"))) == "Deletes “Invite”."


def test_undoing_a_deletion_brings_everything_back_with_its_identifiers() -> None:
    plan = tasting_bars()
    deletion = DeleteActivity("tasting-bars").changes(plan)
    assert plan.applying(deletion).applying(deletion.inverted()) == plan


def test_deleting_a_budget_line_takes_its_amounts_out_of_scenarios() -> None:
    plan = after(tasting_bars(), DeleteBudgetLine("stands"))
    assert plan.scenarios["less"].amounts == (ScenarioAmount("beans", 2),)


def an_aim_with_everything() -> Plan:
    aim, other = an_aim("Win members"), an_aim("Keep members")
    return a_plan(
        aim,
        other,
        a_dated_activity("Reviews", "2026-03-02", aims=[aim, other]),
        Kpi(id="kpi", name="Members", aim_id=aim.id),
        Reading(id="reading", kpi_id="kpi", day=day("2026-03-02"), value=Decimal(5)),
    )


def test_deleting_an_aim_removes_its_contributions_kpis_and_readings() -> None:
    plan = after(an_aim_with_everything(), DeleteAim("win-members"))
    assert set(plan.aim_shares("reviews")) == {"keep-members"}
    assert not plan.kpis
    assert not plan.readings


def test_deleting_an_aim_leaves_its_activities() -> None:
    plan = after(an_aim_with_everything(), DeleteAim("win-members"))
    assert set(plan.activities) == {"reviews"}
    assert len(plan.flights) == 1


def test_deleting_an_aim_says_what_goes_with_it() -> None:
    assert DeleteAim("win-members").consequences(an_aim_with_everything()) == (
        "Deletes “Win members” with 1 contribution, 1 KPI and 1 reading."
    )


def two_audiences() -> Plan:
    return a_plan(
        Audience(id="home", name="Home brewers"),
        Audience(id="office", name="Offices"),
        an_activity("Reviews", audience_ids=("home", "office")),
        Influence(id="one", from_audience_id="home", to_audience_id="office", passed_on="Taste"),
        Influence(id="two", from_audience_id=None, to_audience_id="office"),
    )


def test_deleting_an_audience_takes_it_off_the_activities() -> None:
    plan = after(two_audiences(), DeleteAudience("home"))
    assert plan.activities["reviews"].audience_ids == ("office",)


def test_deleting_an_audience_removes_what_it_passes_on_and_what_is_passed_on_to_it() -> None:
    assert set(after(two_audiences(), DeleteAudience("home")).influences) == {"two"}
    assert not after(two_audiences(), DeleteAudience("office")).influences


def test_deleting_an_audience_says_whom_it_is_taken_off() -> None:
    assert DeleteAudience("office").consequences(two_audiences()) == (
        "Deletes “Offices” with 2 influences. Takes it off 1 activity."
    )


def test_deleting_a_kind_of_the_users_own_turns_its_activities_to_other() -> None:
    plan = a_plan(
        OwnKind(id="own", side=Side.ONLINE, name="Podcast"),
        an_activity("Talk", Kind.OTHER, side=Side.ONLINE, own_kind_id="own"),
    )
    talk = after(plan, DeleteOwnKind("own")).activities["talk"]
    assert (talk.kind, talk.own_kind_id) == (Kind.OTHER, None)
    assert (
        DeleteOwnKind("own").consequences(plan) == "Deletes “Podcast”. Turns 1 activity to the kind “other”."
    )


def test_deleting_a_pattern_of_the_users_own_turns_its_bridges_to_leads_to() -> None:
    own = OwnPattern(id="own", name="echoes")
    plan = a_plan(own, an_activity("Talk"), an_activity("Film"), a_bridge("talk", "film", own_pattern=own))
    bridge = after(plan, DeleteOwnPattern("own")).bridges["talk~film"]
    assert (bridge.pattern, bridge.own_pattern_id) == (Pattern.LEADS_TO, None)
    assert DeleteOwnPattern("own").consequences(plan) == "Deletes “echoes”. Turns 1 bridge to “leads to”."


def test_a_bridge_is_called_by_its_two_ends() -> None:
    plan = tasting_bars()
    assert DeleteBridge("invite~tasting-bars").changes(plan).label == (
        "Delete the bridge from “Invite” to “Tasting bars”"
    )


def test_deleting_what_is_gone_already_is_refused() -> None:
    with pytest.raises(PlanError, match="not in the plan any more"):
        DeleteAim("nobody").changes(a_plan())


@given(plans())
@settings(max_examples=20)
def test_whatever_is_deleted_from_whatever_plan_the_rest_keeps_every_rule_and_undo_restores_it(
    plan: Plan,
) -> None:
    for record in plan.records():
        delete = DELETIONS[type(record)](record.id)
        try:
            step = without_overtaken_dismissals(plan, delete.changes(plan))
        except PlanError as refusal:
            assert "was approved in" in str(refusal)  # noqa: PT017 - most deletions are not refused
            continue
        rest = plan.applying(step)
        rest.check()
        assert rest.applying(step.inverted()) == plan
