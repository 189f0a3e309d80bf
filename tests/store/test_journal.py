"""Undo, redo and the history, which live in the store and so survive a restart."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import event

from campaignplanner.domain.aim import Aim
from campaignplanner.domain.changes import ChangeSet, deleting
from campaignplanner.domain.errors import StaleChange
from campaignplanner.domain.plan import Plan
from campaignplanner.store import journal
from campaignplanner.store.database import Database
from tests.builders import a_plan, an_activity, an_aim
from tests.store.whole import STATE, a_play, a_whole_plan, between, edit, import_of, stored
from tests.strategies import plans

AIM = an_aim("Win members")
RENAMED = replace(AIM, statement="Win many members")


def labels(database: Database, scope: str | None = "campaign") -> list[tuple[str, bool]]:
    return [(entry.label, entry.undone) for entry in database.history(scope)]


def step(label: str, before: Aim | None, after: Aim | None) -> ChangeSet:
    return replace(edit(before, after), label=label)


def deletion_of(plan: Plan) -> ChangeSet:
    return ChangeSet("Delete", deleting([plan.campaign, *plan.records()]), plan.campaign.id)


@pytest.fixture
def edited(database: Database) -> Database:
    """A store with an aim that was added and then renamed."""
    stored(database, a_plan())
    database.append(step("Add", None, AIM))
    database.append(step("Rename", AIM, RENAMED))
    return database


def test_the_history_lists_the_newest_step_first(edited: Database) -> None:
    assert labels(edited) == [("Rename", False), ("Add", False)]


def test_the_history_lists_no_more_than_asked_for(edited: Database) -> None:
    assert [entry.label for entry in edited.history("campaign", 1)] == ["Rename"]


def test_undo_takes_back_one_step_at_a_time(edited: Database) -> None:
    edited.undo("campaign")
    assert edited.load("campaign") == a_plan(AIM)
    edited.undo("campaign")
    assert edited.load("campaign") == a_plan()
    assert edited.undo("campaign") is None


def test_redo_does_the_undone_steps_again_in_their_order(edited: Database) -> None:
    edited.undo("campaign")
    edited.undo("campaign")
    edited.redo("campaign")
    assert edited.load("campaign") == a_plan(AIM)
    edited.redo("campaign")
    assert edited.load("campaign") == a_plan(RENAMED)
    assert edited.redo("campaign") is None


def test_undone_steps_stay_in_the_history_and_are_marked(edited: Database) -> None:
    edited.undo("campaign")
    assert labels(edited) == [("Rename", True), ("Add", False)]


def test_what_undo_and_redo_would_do_is_known_beforehand(edited: Database) -> None:
    edited.undo("campaign")
    assert edited.undoable("campaign").label == "Add"
    assert edited.redoable("campaign").label == "Rename"


def test_a_new_step_takes_the_place_of_the_undone_ones(edited: Database) -> None:
    edited.undo("campaign")
    edited.append(step("Delete", AIM, None))
    assert labels(edited) == [("Delete", False), ("Add", False)]
    assert edited.redoable("campaign") is None


def test_a_step_that_was_dropped_cannot_be_read_any_more(edited: Database) -> None:
    listed_before = edited.history("campaign")[0]
    edited.undo("campaign")
    edited.append(step("Delete", AIM, None))
    with pytest.raises(StaleChange, match="not in the history any more"):
        assert listed_before.change_set


def test_undo_redo_and_history_survive_a_restart(path: Path) -> None:
    with closing(Database.open(path)) as database:
        stored(database, a_plan())
        database.append(step("Add", None, AIM))
        database.append(step("Rename", AIM, RENAMED))
        database.undo("campaign")
    with closing(Database.open(path)) as database:
        assert labels(database) == [("Rename", True), ("Add", False)]
        database.redo("campaign")
        assert database.load("campaign") == a_plan(RENAMED)
    with closing(Database.open(path)) as database:
        database.undo("campaign")
        database.undo("campaign")
        assert database.load("campaign") == a_plan()


def test_each_campaign_has_its_own_history(database: Database) -> None:
    stored(database, a_plan(id="one"))
    stored(database, a_plan(id="two"))
    database.append(replace(step("Add", None, AIM), campaign_id="one"))
    assert labels(database, "two") == []
    assert database.undo("two") is None
    assert database.load("one") == a_plan(AIM, id="one")


def test_the_portfolio_has_a_history_of_its_own(edited: Database) -> None:
    assert labels(edited, None) == [("Import", False)]


def test_a_step_says_when_it_was_made_in_utc(path: Path) -> None:
    noon = datetime(2026, 11, 22, 12, 0, 0, 5, tzinfo=UTC)
    with closing(Database.open(path, clock=lambda: noon)) as database:
        stored(database, a_plan())
        (entry,) = database.history(None)
    assert entry.made_at == noon
    assert entry.made_at.utcoffset().total_seconds() == 0


def test_what_append_and_undo_return_is_what_the_history_shows(edited: Database) -> None:
    appended = edited.append(step("Delete", RENAMED, None))
    assert appended == edited.history("campaign")[0]
    undone = edited.undo("campaign")
    assert undone == edited.history("campaign")[0]
    assert undone.change_set == appended.change_set


def test_listing_the_history_reads_no_change_set(edited: Database) -> None:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(edited._engine, "before_cursor_execute", note)
    edited.history("campaign")
    assert [each for each in statements if "content" in each] == []


def test_a_listed_step_gives_its_change_set_when_asked(edited: Database) -> None:
    assert edited.history("campaign")[0].change_set == step("Rename", AIM, RENAMED)


def test_a_step_that_was_changed_elsewhere_is_not_undone(edited: Database, other_window: Database) -> None:
    elsewhere = replace(RENAMED, owner="Mia")
    _without_history(other_window, edit(RENAMED, elsewhere))
    with pytest.raises(StaleChange, match=r"^The aim “Win many members” has been changed elsewhere"):
        edited.undo("campaign")
    assert edited.load("campaign") == a_plan(elsewhere)
    assert labels(edited) == [("Rename", False), ("Add", False)]


def test_undo_in_another_window_takes_back_the_same_last_step(
    edited: Database, other_window: Database
) -> None:
    other_window.undo("campaign")
    assert edited.load("campaign") == a_plan(AIM)
    assert edited.undoable("campaign").label == "Add"


def test_undoing_a_deletion_brings_the_campaign_back_with_its_history(edited: Database) -> None:
    plan = edited.load("campaign")
    edited.append(deletion_of(plan))
    edited.undo(None)
    assert edited.load("campaign") == plan
    assert labels(edited) == [("Rename", False), ("Add", False)]
    edited.undo("campaign")
    assert edited.load("campaign") == a_plan(AIM)


def test_undoing_the_making_of_an_edited_campaign_and_redoing_it_brings_back_the_edits(
    edited: Database,
) -> None:
    edited.undo(None)
    assert edited.campaign_ids() == ()
    edited.redo(None)
    assert edited.load("campaign") == a_plan(RENAMED)
    assert labels(edited) == [("Rename", False), ("Add", False)]


def test_redoing_a_deletion_after_more_edits_and_undoing_it_keeps_the_edits(edited: Database) -> None:
    edited.append(deletion_of(edited.load("campaign")))
    edited.undo(None)
    edited.append(edit(RENAMED, AIM))
    edited.redo(None)
    assert edited.campaign_ids() == ()
    edited.undo(None)
    assert edited.load("campaign") == a_plan(AIM)


def test_undoing_the_making_of_a_campaign_says_what_it_deleted(edited: Database) -> None:
    entry = edited.undo(None)
    deleted = [change.before for change in entry.change_set.inverted().changes]
    assert deleted == [RENAMED, a_plan().campaign]


def test_what_versions_keep_goes_and_comes_with_their_campaign(database: Database) -> None:
    database.append(import_of(a_whole_plan(), STATE))
    database.undo(None)
    database.redo(None)
    assert database.version_states("campaign") == (STATE,)
    assert database.load("campaign") == a_whole_plan()


def test_plays_are_undone_in_the_portfolio(database: Database) -> None:
    database.append(edit(None, a_play(), None))
    database.undo(None)
    assert database.plays() == ()
    database.redo(None)
    assert database.plays() == (a_play(),)


def test_the_history_of_a_campaign_that_can_never_come_back_is_dropped(edited: Database) -> None:
    edited.undo(None)
    assert len(labels(edited)) == 2
    edited.append(edit(None, a_play(), None))
    assert labels(edited) == []


def test_the_history_of_a_deleted_campaign_stays_while_the_deletion_can_be_undone(edited: Database) -> None:
    edited.append(deletion_of(edited.load("campaign")))
    edited.append(edit(None, a_play(), None))
    edited.undo(None)
    edited.append(edit(None, a_play(), None))
    assert len(labels(edited)) == 2


def test_no_number_of_a_step_is_given_twice(edited: Database) -> None:
    dropped = edited.undo("campaign")
    replaced = edited.append(step("Delete", AIM, None))
    assert replaced.id > dropped.id


def test_an_import_of_many_records_is_one_small_row(database: Database) -> None:
    activities = [an_activity(f"Activity {number}", notes="about this " * 5) for number in range(2000)]
    change_set = import_of(a_plan(activities))
    assert len(journal._packed(change_set)) < 100 * len(activities)
    assert database.append(change_set).change_set == database.history(None)[0].change_set


@given(plans(seed=1), plans(seed=1))
@settings(max_examples=30)
def test_any_change_set_comes_back_from_the_journal_as_it_was(before: Plan, after: Plan) -> None:
    for change_set in (import_of(before), between(before, after), deletion_of(after)):
        assert journal._unpacked(journal._packed(change_set)) == change_set.changes


def test_a_field_that_an_older_change_set_lacks_has_its_default(
    monkeypatch: pytest.MonkeyPatch, edited: Database
) -> None:
    packed = journal._packed(step("Add", None, an_aim("Win members", owner="Mia")))
    lacking = _repacked(packed, lambda text: text.replace('"owner",', "").replace('"Mia",', ""))
    (change,) = journal._unpacked(lacking)
    assert change.after == AIM


def _repacked(packed: bytes, change: Callable[[str], str]) -> bytes:
    return journal.zlib.compress(change(journal.zlib.decompress(packed).decode()).encode())


def _without_history(database: Database, change_set: ChangeSet) -> None:
    """Change rows as another program would, which knows nothing of the history."""
    from campaignplanner.store import changing

    with database._writing() as connection:
        changing.carry_out(connection, change_set)
