"""Versions, approvals, and planned money that stays as it was approved."""

from datetime import date
from decimal import Decimal

import pytest

from campaignplanner.domain.activity import ActivityStatus
from campaignplanner.domain.approval import Approval, Decision, VersionState
from campaignplanner.domain.budget import Scenario, ScenarioAmount
from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services.commands.activity import ChangeActivity, DeleteActivity
from campaignplanner.services.commands.approval import (
    Approve,
    ChangeApproval,
    ChangeVersion,
    DeleteApproval,
    DeleteVersion,
    MakeApproval,
    MakeVersion,
)
from campaignplanner.services.commands.budget import (
    ApplyScenario,
    ChangeBudgetLine,
    DeleteBudgetLine,
    MakeBudgetLine,
)
from campaignplanner.services.commands.campaign import ChangeCampaign
from tests.builders import a_dated_activity, a_line, a_plan

TODAY = date(2026, 8, 3)
PLAN_FORMAT = CampaignFileFormat()


def after(plan: Plan, command: object) -> Plan:
    return plan.applying(command.changes(plan))


def version(name: str = "v1") -> MakeVersion:
    return MakeVersion(TODAY, PLAN_FORMAT, version_id=name, state_id=f"{name} state")


def approve(decision: Decision = Decision.APPROVED, name: str = "v1") -> Approve:
    return Approve(version(name), "Ada", "Client", decision, approval_id=f"{name} by Ada")


def a_draft() -> Plan:
    return a_plan(
        a_dated_activity("Tasting bars", "2026-09-01"),
        a_line(500, id="stands", activity="tasting-bars", label="Stands"),
        a_line(600, id="beans", label="Beans", quantity=Decimal(6), unit_price=100),
        Scenario(id="less", name="Less", amounts=(ScenarioAmount("beans", 100),)),
    )


def an_approved_plan() -> Plan:
    return after(a_draft(), approve())


def kept_plan(change_set: object) -> Plan:
    state = next(each.after for each in change_set.changes if isinstance(each.after, VersionState))
    return PLAN_FORMAT.read(state.content)


# -- approving -------------------------------------------------------------------------------------------


def test_approving_makes_the_next_version_with_the_approval() -> None:
    plan = after(an_approved_plan(), approve(name="v2"))
    assert [each.number for each in plan.versions_in_order] == [1, 2]
    assert plan.approvals_of("v2")[0].who == "Ada"
    assert plan.versions["v2"].day == TODAY


def test_approving_freezes_the_planned_money_of_every_line() -> None:
    assert all(line.frozen for line in an_approved_plan().lines.values())


def test_approving_makes_a_draft_approved() -> None:
    assert an_approved_plan().campaign.status is CampaignStatus.APPROVED


def test_approving_a_live_campaign_leaves_it_live() -> None:
    live = after(a_draft(), ChangeCampaign({"status": CampaignStatus.LIVE}))
    assert after(live, approve()).campaign.status is CampaignStatus.LIVE


def test_a_version_keeps_the_plan_as_it_stood() -> None:
    assert kept_plan(approve().changes(a_draft())) == a_draft()


def test_a_version_keeps_no_earlier_versions() -> None:
    kept = kept_plan(approve(name="v2").changes(an_approved_plan()))
    assert not kept.versions
    assert not kept.approvals


def test_approving_needs_a_name() -> None:
    with pytest.raises(PlanError, match="An approval needs a name"):
        Approve(version(), " ").changes(a_draft())


def test_a_rejection_is_kept_and_freezes_nothing() -> None:
    plan = after(a_draft(), approve(Decision.REJECTED))
    assert plan.approvals_of("v1")[0].decision is Decision.REJECTED
    assert not any(line.frozen for line in plan.lines.values())
    assert plan.campaign.status is CampaignStatus.DRAFT


def test_the_history_says_which_version_was_approved_or_rejected() -> None:
    assert approve().changes(a_draft()).label == "Approve version 1"
    assert approve(Decision.REJECTED).changes(a_draft()).label == "Reject version 1"


# -- frozen money ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields", [{"planned": 1}, {"unit_price": 1}, {"currency": "USD"}, {"quantity": Decimal(1)}], ids=str
)
def test_approved_money_cannot_be_changed_and_the_refusal_names_version_and_way_on(fields: dict) -> None:
    sentence = "The planned money of “Beans” was approved in version 1: change the forecast instead."
    with pytest.raises(PlanError) as refusal:
        ChangeBudgetLine("beans", fields).changes(an_approved_plan())
    assert str(refusal.value) == sentence


def test_the_forecast_of_approved_money_can_be_changed() -> None:
    plan = after(an_approved_plan(), ChangeBudgetLine("beans", {"forecast": 700}))
    assert plan.lines["beans"].forecast == 700


def test_the_refusal_names_the_newest_approved_version() -> None:
    plan = after(after(an_approved_plan(), approve(name="v2")), approve(Decision.REJECTED, "v3"))
    with pytest.raises(PlanError, match="version 2"):
        ChangeBudgetLine("beans", {"planned": 1}).changes(plan)


def test_an_approved_line_cannot_be_deleted() -> None:
    with pytest.raises(PlanError, match="“Beans” was approved in version 1, so it stays"):
        DeleteBudgetLine("beans").changes(an_approved_plan())


def test_an_activity_with_approved_money_is_cancelled_instead_of_deleted() -> None:
    with pytest.raises(PlanError, match="“Tasting bars” has money that was approved in version 1"):
        DeleteActivity("tasting-bars").changes(an_approved_plan())
    cancelled = after(
        an_approved_plan(), ChangeActivity("tasting-bars", {"status": ActivityStatus.CANCELLED})
    )
    assert cancelled.activities["tasting-bars"].status is ActivityStatus.CANCELLED


def test_the_currency_of_approved_money_stays() -> None:
    with pytest.raises(PlanError, match="in EUR was approved in version 1"):
        ChangeCampaign({"currency": "USD"}).changes(an_approved_plan())


def test_a_scenario_does_not_change_approved_money() -> None:
    with pytest.raises(PlanError, match="“Beans” was approved in version 1"):
        ApplyScenario("less").changes(an_approved_plan())


def test_a_scenario_is_applied_to_a_draft_as_fixed_amounts() -> None:
    line = after(a_draft(), ApplyScenario("less")).lines["beans"]
    assert (line.planned, line.quantity, line.unit_price) == (100, None, None)


def test_money_planned_after_the_approval_is_free() -> None:
    plan = after(an_approved_plan(), MakeBudgetLine(a_line(5, id="late")))
    assert after(plan, ChangeBudgetLine("late", {"planned": 6})).lines["late"].planned == 6


def test_a_line_is_not_frozen_by_hand() -> None:
    with pytest.raises(PlanError, match="frozen by approving"):
        MakeBudgetLine(a_line(5, frozen=True)).changes(a_draft())
    with pytest.raises(PlanError, match="no “frozen”"):
        ChangeBudgetLine("beans", {"frozen": False}).changes(an_approved_plan())


# -- approvals beside and after --------------------------------------------------------------------------


def an_approval(decision: Decision = Decision.APPROVED) -> Approval:
    return Approval(id="by Bob", version_id="v1", who="Bob", decision=decision, day=TODAY)


def test_a_version_that_nobody_decided_on_freezes_nothing() -> None:
    plan = after(a_draft(), version())
    assert not any(line.frozen for line in plan.lines.values())


def test_approving_a_kept_version_freezes_what_still_stands_as_it_has_it() -> None:
    kept = a_draft()
    plan = after(after(kept, version()), ChangeBudgetLine("beans", {"planned": 1}))
    approved = after(plan, MakeApproval(an_approval(), kept))
    assert approved.lines["stands"].frozen
    assert not approved.lines["beans"].frozen
    assert approved.campaign.status is CampaignStatus.APPROVED


def test_a_rejection_that_becomes_an_approval_freezes_as_well() -> None:
    plan = after(a_draft(), approve(Decision.REJECTED))
    command = ChangeApproval("v1 by Ada", {"decision": Decision.APPROVED}, kept=a_draft())
    assert all(line.frozen for line in after(plan, command).lines.values())


@pytest.mark.parametrize(
    "command",
    [
        DeleteVersion("v1"),
        DeleteApproval("v1 by Ada"),
        ChangeApproval("v1 by Ada", {"decision": Decision.REJECTED}),
    ],
    ids=lambda command: type(command).__name__,
)
def test_without_any_approval_left_planned_money_is_free_again(command: object) -> None:
    plan = after(an_approved_plan(), command)
    assert not any(line.frozen for line in plan.lines.values())
    assert plan.campaign.status is CampaignStatus.DRAFT


def test_money_stays_frozen_while_another_approval_is_left() -> None:
    plan = after(an_approved_plan(), MakeApproval(an_approval(), None))
    assert all(line.frozen for line in after(plan, DeleteApproval("by Bob")).lines.values())


def test_deleting_a_version_says_what_goes_with_it_and_what_it_frees() -> None:
    assert DeleteVersion("v1").consequences(an_approved_plan()) == (
        "Deletes version 1 with 1 approval. The planned money of 2 budget lines can be changed again."
    )


def test_the_number_of_a_version_stays() -> None:
    with pytest.raises(PlanError, match="no “number”"):
        ChangeVersion("v1", {"number": 7}).changes(an_approved_plan())
