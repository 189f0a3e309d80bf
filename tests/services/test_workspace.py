"""The workspace: what is written, what is shown, who is told, and what a failure leaves behind."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from campaignplanner.domain.errors import FileTrouble, PlanError, StaleChange
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.services.commands.aim import ChangeAim, DeleteAim
from campaignplanner.services.commands.budget import ChangeBudgetLine, MakeBudgetLine
from campaignplanner.services.commands.flight import MoveActivity
from campaignplanner.services.workspace import Workspace, WorkspaceEvent
from campaignplanner.store.database import Database
from tests.builders import a_line
from tests.services.small_plans import small_plan

TODAY = date(2026, 8, 3)


@pytest.fixture
def another(store_path: Path) -> Iterator[Callable[[], Workspace]]:
    """Opens the same store a second time, as another program would."""
    opened: list[Workspace] = []

    def open_another() -> Workspace:
        opened.append(Workspace.open(store_path, CampaignFileFormat()))
        return opened[-1]

    yield open_another
    for each in opened:
        each.close()


@contextmanager
def locked(store_path: Path) -> Iterator[None]:
    """Somebody else is writing and does not finish."""
    with closing(sqlite3.connect(store_path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


RENAME = ChangeAim("campaign-aim", {"statement": "Keep members"})


# -- one edit --------------------------------------------------------------------------------------------


def test_a_command_changes_plan_and_store_alike(small: Workspace, another: Callable[[], Workspace]) -> None:
    plan = small.execute(RENAME)
    assert plan is small.plan
    assert plan.aims["campaign-aim"].statement == "Keep members"
    assert another().read_plan("campaign") == plan


def test_listeners_are_told_once_with_the_new_plan_and_what_changed(
    small: Workspace, told_by_small: list[WorkspaceEvent]
) -> None:
    small.execute(RENAME)
    (event,) = told_by_small
    assert event.plan is small.plan
    assert event.change_set.label == "Change the statement of “Win members”"


def test_listeners_find_it_written_when_they_are_told(
    small: Workspace, another: Callable[[], Workspace]
) -> None:
    reader, seen = another(), []

    def read(event: WorkspaceEvent) -> None:
        seen.append(reader.read_plan("campaign") == event.plan)

    small.subscribe(read)
    small.execute(RENAME)
    assert seen == [True]


def test_nobody_is_told_of_a_command_that_changes_nothing(
    small: Workspace, told_by_small: list[WorkspaceEvent]
) -> None:
    small.execute(ChangeAim("campaign-aim", {"statement": "Win members"}))
    assert told_by_small == []
    assert small.history("campaign") == ()


def test_who_unsubscribed_is_not_told(small: Workspace) -> None:
    events: list[WorkspaceEvent] = []
    small.subscribe(events.append)
    small.unsubscribe(events.append)
    small.execute(RENAME)
    assert events == []


def test_the_portfolio_changes_with_money_but_not_with_an_aim(
    small: Workspace, told_by_small: list[WorkspaceEvent]
) -> None:
    small.execute(RENAME)
    small.execute(ChangeBudgetLine("campaign-line", {"planned": 5}))
    assert [event.portfolio_changed for event in told_by_small] == [False, True]


def test_a_command_needs_an_open_campaign(workspace: Workspace) -> None:
    with pytest.raises(PlanError, match="Open a campaign first"):
        workspace.execute(RENAME)


# -- refusals and failures -------------------------------------------------------------------------------


def test_a_refused_command_leaves_plan_and_store_as_they_were(
    small: Workspace, another: Callable[[], Workspace], told_by_small: list[WorkspaceEvent]
) -> None:
    before = small.plan
    with pytest.raises(PlanError, match="that this refers to is not there"):
        small.execute(MakeBudgetLine(a_line(5, activity="nobody")))
    assert small.plan is before
    assert another().read_plan("campaign") == before
    assert told_by_small == []


def test_a_failed_write_leaves_plan_store_and_history_as_they_were(store_path: Path) -> None:
    impatient = Workspace(Database.open(store_path, patience_ms=1), CampaignFileFormat())
    events: list[WorkspaceEvent] = []
    with closing(impatient):
        before = impatient.open_campaign(impatient.import_plan(small_plan()))
        impatient.subscribe(events.append)
        with locked(store_path), pytest.raises(FileTrouble):
            impatient.execute(RENAME)
        assert impatient.plan is before
        assert events == []
        assert impatient.step_labels("campaign")[0] is None
        assert impatient.open_campaign("campaign") == before


def test_a_failed_undo_leaves_plan_and_store_as_they_were(store_path: Path) -> None:
    impatient = Workspace(Database.open(store_path, patience_ms=1), CampaignFileFormat())
    with closing(impatient):
        impatient.open_campaign(impatient.import_plan(small_plan()))
        after = impatient.execute(RENAME)
        with locked(store_path), pytest.raises(FileTrouble):
            impatient.undo("campaign")
        assert impatient.plan is after
        assert impatient.step_labels("campaign")[0] is not None


def test_what_somebody_else_changed_is_read_again_and_said(
    small: Workspace, another: Callable[[], Workspace], told_by_small: list[WorkspaceEvent]
) -> None:
    other = another()
    other.open_campaign("campaign")
    other.execute(ChangeAim("campaign-aim", {"owner": "Ada"}))
    with pytest.raises(StaleChange, match="What you see now has been read again"):
        small.execute(RENAME)
    assert small.plan == other.plan
    assert told_by_small == [WorkspaceEvent(small.plan, None, portfolio_changed=True)]


def test_after_reading_again_the_same_command_goes_through(
    small: Workspace, another: Callable[[], Workspace]
) -> None:
    other = another()
    other.open_campaign("campaign")
    other.execute(ChangeAim("campaign-aim", {"owner": "Ada"}))
    with pytest.raises(StaleChange):
        small.execute(RENAME)
    aim = small.execute(RENAME).aims["campaign-aim"]
    assert (aim.owner, aim.statement) == ("Ada", "Keep members")


def test_a_campaign_that_somebody_else_deleted_is_open_no_more(
    small: Workspace, another: Callable[[], Workspace]
) -> None:
    another().delete_campaign("campaign")
    with pytest.raises(StaleChange):
        small.execute(RENAME)
    assert small.plan is None


# -- undo and redo ---------------------------------------------------------------------------------------


def test_undo_and_redo_name_what_they_did(small: Workspace) -> None:
    small.execute(RENAME)
    label = "Change the statement of “Win members”"
    assert small.step_labels("campaign")[0] == label
    assert small.undo("campaign").label == label
    assert small.step_labels("campaign")[1] == label
    assert small.redo("campaign").label == label


def test_undo_restores_a_deletion_whole(opened: Workspace, sample_plan: Plan) -> None:
    aim_id = sample_plan.aims_in_order[0].id
    opened.execute(DeleteAim(aim_id))
    opened.undo(sample_plan.campaign.id)
    assert opened.plan == sample_plan


def test_undo_with_nothing_to_take_back_does_nothing(small: Workspace) -> None:
    assert small.undo("campaign") is None
    assert small.redo("campaign") is None


def test_listeners_are_told_of_undo_with_the_inverted_change(
    small: Workspace, told_by_small: list[WorkspaceEvent]
) -> None:
    small.execute(RENAME)
    small.undo("campaign")
    assert told_by_small[1].change_set == told_by_small[0].change_set.inverted()


def test_a_new_step_drops_what_was_undone(small: Workspace) -> None:
    small.execute(RENAME)
    small.undo("campaign")
    small.execute(ChangeAim("campaign-aim", {"owner": "Ada"}))
    assert small.step_labels("campaign")[1] is None
    assert [line.label for line in small.history("campaign")] == ["Change the owner of “Win members”"]


def test_history_undo_and_redo_survive_closing_the_app(small: Workspace, store_path: Path) -> None:
    small.execute(RENAME)
    small.execute(MoveActivity("campaign-reviews", 3))
    small.undo("campaign")
    history = small.history("campaign")
    small.close()
    with closing(Workspace.open(store_path, CampaignFileFormat())) as reopened:
        reopened.open_campaign("campaign")
        assert reopened.history("campaign") == history
        assert [line.undone for line in history] == [True, False]
        assert reopened.redo("campaign").label == "Move “Reviews” by 3 days"
        assert reopened.undo("campaign") is not None
        assert reopened.undo("campaign") is not None
        assert reopened.plan == small_plan()


def test_each_campaign_has_a_history_of_its_own(small: Workspace) -> None:
    small.execute(RENAME)
    small.open_campaign(small.import_plan(small_plan("other")))
    assert small.history("other") == ()
    assert len(small.history("campaign")) == 1
