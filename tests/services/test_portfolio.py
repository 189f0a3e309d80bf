"""Whole campaigns, plays and versions: what the workspace does beyond single edits."""

from datetime import date

import pytest

from campaignplanner.domain.approval import Approval
from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.aim import ChangeAim, MakeAim
from campaignplanner.services.commands.approval import DeleteVersion
from campaignplanner.services.commands.budget import MakeBudgetLine
from campaignplanner.services.commands.campaign import ChangeCampaign, MakeCampaign
from campaignplanner.services.commands.play import DeletePlay, MakePlay
from campaignplanner.services.workspace import Workspace, WorkspaceEvent
from tests.builders import a_campaign, a_line, a_plan, an_aim
from tests.services.small_plans import small_plan
from tests.services.test_plays import PLAY

TODAY = date(2026, 8, 3)
RENAME = ChangeAim("campaign-aim", {"statement": "Keep members"})


# -- the portfolio ---------------------------------------------------------------------------------------


def test_the_portfolio_lists_campaigns_by_title_with_their_totals(workspace: Workspace) -> None:
    workspace.import_plan(small_plan("b", title="beans"))
    workspace.import_plan(small_plan("a", title="Autumn"))
    entries = workspace.portfolio()
    assert [entry.campaign.title for entry in entries] == ["Autumn", "beans"]
    assert [entry.planned for entry in entries] == [500, 500]
    assert entries[0].online_share == 1


def test_the_portfolio_counts_what_it_could_not_convert(workspace: Workspace) -> None:
    workspace.import_plan(a_plan(a_line(5), a_line(7, currency="USD")))
    (entry,) = workspace.portfolio()
    assert entry.planned == 5
    assert len(entry.totals.unconverted) == 1


def test_making_a_campaign_is_a_step_of_the_portfolio(workspace: Workspace) -> None:
    workspace.execute(MakeCampaign(a_campaign()))
    assert workspace.step_labels(None)[0] == "Add campaign “Autumn Blend”"
    workspace.undo(None)
    assert workspace.portfolio() == ()


def test_deleting_the_open_campaign_closes_it_and_undo_brings_it_back(small: Workspace) -> None:
    before = small.execute(RENAME)
    small.delete_campaign("campaign")
    assert small.plan is None
    assert small.portfolio() == ()
    small.undo(None)
    assert small.open_campaign("campaign") == before
    assert small.undo("campaign").label == "Change the statement of “Win members”"


def test_deleting_a_campaign_says_first_what_goes_with_it(small: Workspace) -> None:
    assert small.deletion_consequences("campaign") == (
        "Deletes “Autumn Blend” with 1 aim, 1 activity, 1 flight, 1 contribution and 1 budget line."
    )


def test_undoing_an_import_that_was_edited_since_and_redoing_it_keeps_the_edits(small: Workspace) -> None:
    edited = small.execute(RENAME)
    small.undo(None)
    assert small.plan is None
    small.redo(None)
    assert small.open_campaign("campaign") == edited


def test_a_campaign_is_closed_without_changing_anything(small: Workspace) -> None:
    small.close_campaign()
    assert small.plan is None
    assert [entry.campaign.id for entry in small.portfolio()] == ["campaign"]


def test_a_step_of_another_campaign_leaves_the_open_plan_alone(
    small: Workspace, told_by_small: list[WorkspaceEvent]
) -> None:
    before = small.plan
    small.import_plan(small_plan("other"))
    assert told_by_small == [WorkspaceEvent(before, None, portfolio_changed=True)]


def test_opening_a_campaign_that_is_not_there_says_so(workspace: Workspace) -> None:
    with pytest.raises(FileTrouble, match="That campaign is not in the file"):
        workspace.open_campaign("nobody")


def test_plays_are_kept_for_all_campaigns_by_title(small: Workspace) -> None:
    small.execute(MakePlay(PLAY))
    assert small.plays() == (PLAY,)
    small.execute(DeletePlay(PLAY))
    small.undo(None)
    assert small.plays() == (PLAY,)


# -- versions --------------------------------------------------------------------------------------------


def test_a_version_is_read_on_demand_as_the_plan_stood(small: Workspace) -> None:
    before = small.plan
    (version,) = small.approve("Ada", TODAY, role="Client").versions.values()
    small.execute(RENAME)
    assert small.version_plan(version.id) == before


def test_approving_is_one_step_and_undone_whole(small: Workspace) -> None:
    before = small.plan
    small.approve("Ada", TODAY)
    small.undo("campaign")
    assert small.plan == before
    assert small.version_states("campaign") == ()


def test_a_deleted_version_comes_back_with_the_plan_that_it_keeps(small: Workspace) -> None:
    before = small.plan
    (version,) = small.approve("Ada", TODAY).versions.values()
    small.execute(DeleteVersion(version.id))
    small.undo("campaign")
    assert small.version_plan(version.id) == before


def test_approving_a_version_later_freezes_what_still_stands_as_it_has_it(small: Workspace) -> None:
    (version,) = small.make_version(TODAY, "For the client").versions.values()
    small.execute(MakeBudgetLine(a_line(5, id="late")))
    plan = small.add_approval(Approval(id="by Ada", version_id=version.id, who="Ada", day=TODAY))
    assert plan.lines["campaign-line"].frozen
    assert not plan.lines["late"].frozen


def test_approving_a_version_of_which_no_plan_is_kept_freezes_nothing(
    opened: Workspace, sample_plan: Plan
) -> None:
    version = sample_plan.versions_in_order[0]
    approval = Approval(id="by Ada", version_id=version.id, who="Ada", day=TODAY)
    assert opened.add_approval(approval).lines == sample_plan.lines


def test_a_version_of_which_no_plan_is_kept_says_so(opened: Workspace, sample_plan: Plan) -> None:
    with pytest.raises(FileTrouble, match="That version is not in the file"):
        opened.version_plan(sample_plan.versions_in_order[0].id)


# -- the campaign itself ---------------------------------------------------------------------------------


def test_renaming_the_campaign_belongs_to_its_own_history(small: Workspace) -> None:
    small.execute(ChangeCampaign({"title": "Winter Blend"}))
    assert small.step_labels("campaign")[0] == "Change the title of “Autumn Blend”"
    assert small.portfolio()[0].campaign.title == "Winter Blend"


def test_making_an_aim_twice_is_refused(small: Workspace) -> None:
    with pytest.raises(PlanError, match="in the plan already"):
        small.execute(MakeAim(an_aim("Win members", id="campaign-aim")))
