"""A finding that was set aside speaks again as soon as one of its subjects changes."""

from datetime import date

import pytest

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.budget import Posting, PostingKind
from campaignplanner.domain.campaign import BriefTexts
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Dismissal
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services.commands.activity import ChangeActivity, DeleteActivity, SetWeight
from campaignplanner.services.commands.aim import ReorderAims
from campaignplanner.services.commands.approval import Approve, MakeVersion
from campaignplanner.services.commands.budget import ChangeBudgetLine, MakePosting
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.commands.flight import MoveActivity
from campaignplanner.services.commands.overtaken import WATCHED_OF_CAMPAIGN, without_overtaken_dismissals
from campaignplanner.services.commands.review import ChangeDismissal
from tests.builders import a_bridge, a_dated_activity, a_line, a_plan, an_aim
from tests.planning.review.cases import CASES

TODAY = date(2026, 3, 1)


def dismissed(*subject_ids: str) -> Plan:
    """A plan in which one finding about these subjects was set aside."""
    aims = [an_aim("Win members"), an_aim("Keep members", position=1)]
    return a_plan(
        aims,
        a_dated_activity("Invite", "2026-03-02", aims=aims),
        a_dated_activity("Evening", "2026-03-09", kind=Kind.EVENT),
        a_bridge("invite", "evening"),
        a_line(id="line"),
        Dismissal(id="no", rule="late", subject_ids=subject_ids, reason="Too dear", day=TODAY),
    )


def settled(plan: Plan, command: object) -> ChangeSet:
    return without_overtaken_dismissals(plan, command.changes(plan))


def speaks_again(plan: Plan, command: object) -> bool:
    change_set = settled(plan, command)
    assert change_set
    return "no" not in plan.applying(change_set).dismissals


@pytest.mark.parametrize(
    ("subject_id", "command"),
    [
        ("invite", ChangeActivity("invite", {"channel": "Forum"})),
        ("invite", MoveActivity("invite", 1)),
        ("invite", SetWeight("invite", "win-members", 5)),
        ("win-members", SetWeight("invite", "win-members", 5)),
        ("invite~evening", MoveActivity("evening", 1)),
        ("invite~evening", MoveActivity("invite", 1)),
        ("invite", DeleteActivity("invite")),
        ("line", ChangeBudgetLine("line", {"planned": 5})),
        (
            "line",
            MakePosting(Posting(id="paid", line_id="line", day=TODAY, kind=PostingKind.ACTUAL, amount=5)),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_dismissal_goes_when_its_subject_changes(subject_id: str, command: object) -> None:
    assert speaks_again(dismissed("other", subject_id), command)


@pytest.mark.parametrize(
    ("subject_id", "command"),
    [
        ("evening", MoveActivity("invite", 1)),
        ("win-members", ReorderAims(("keep-members", "win-members"))),
        ("line", Approve(MakeVersion(TODAY, CampaignFileFormat()), "Ada")),
        ("campaign", Approve(MakeVersion(TODAY, CampaignFileFormat()), "Ada")),
        ("no", ChangeDismissal("no", {"reason": "Too late"})),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_dismissal_stays_when_nothing_about_its_subject_is_new(subject_id: str, command: object) -> None:
    assert not speaks_again(dismissed(subject_id), command)


def no_reserve() -> Plan:
    return a_plan(
        Dismissal(
            id="no", rule="money.no_reserve", subject_ids=("campaign",), reason="Paid in full", day=TODAY
        ),
        budget_total=100,
    )


@pytest.mark.parametrize(
    ("fields", "again"),
    [
        ({"budget_total": 200}, True),
        ({"title": "Spring"}, False),
        ({"brief": BriefTexts(message="It tastes the same.")}, False),
    ],
)
def test_what_was_said_of_the_campaign_stays_until_what_it_is_about_changes(
    fields: dict[str, object], again: bool
) -> None:
    assert speaks_again(no_reserve(), ChangeCampaign(fields)) is again


def test_every_rule_about_the_campaign_says_what_it_looks_at() -> None:
    about_campaign = {case.code for case in CASES if case.about == ("campaign",)}
    assert about_campaign == set(WATCHED_OF_CAMPAIGN)


def test_the_dismissal_goes_in_the_same_step_so_that_undo_brings_it_back() -> None:
    plan = dismissed("invite")
    step = settled(plan, MoveActivity("invite", 1))
    assert plan.applying(step).applying(step.inverted()) == plan


def test_a_deletion_counts_the_dismissals_that_go_with_it() -> None:
    assert DeleteActivity("invite").consequences(dismissed("invite")) == (
        "Deletes “Invite” with 1 flight, 2 contributions, 1 bridge and 1 dismissal."
    )


def test_a_step_that_changes_nothing_stays_empty() -> None:
    assert not settled(dismissed("invite"), ChangeActivity("invite", {"title": "Invite"}))
