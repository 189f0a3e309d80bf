"""One change set, one transaction: checked against what is stored, all of it or nothing."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from campaignplanner.domain.activity import Flight
from campaignplanner.domain.approval import Version
from campaignplanner.domain.changes import Change, ChangeSet, deleting, making
from campaignplanner.domain.errors import StaleChange
from campaignplanner.store.database import Database
from tests.builders import a_dated_activity, a_flight, a_plan, an_activity, an_aim
from tests.store.whole import STATE, a_play, a_whole_plan, edit, import_of, stored


def rows_in(database: Database) -> dict[str, int]:
    with closing(sqlite3.connect(database.path)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def test_an_edit_of_what_somebody_else_changed_is_refused_and_changes_nothing(
    database: Database, other_window: Database
) -> None:
    aim = an_aim("Win members")
    stored(database, a_plan(aim))
    theirs = replace(aim, owner="Mia")
    other_window.append(edit(aim, theirs))
    with pytest.raises(
        StaleChange, match=r"^The aim “Win members” has been changed elsewhere in the meantime;"
    ):
        database.append(edit(aim, replace(aim, owner="Jon")))
    assert database.load("campaign").aims["win-members"] == theirs
    assert len(database.history("campaign")) == 1


def test_an_edit_of_what_somebody_else_deleted_is_refused(database: Database, other_window: Database) -> None:
    aim = an_aim("Win members")
    stored(database, a_plan(aim))
    other_window.append(edit(aim, None))
    with pytest.raises(
        StaleChange, match=r"^The aim “Win members” has been deleted elsewhere in the meantime"
    ):
        database.append(edit(aim, replace(aim, owner="Jon")))


def test_one_stale_record_refuses_the_whole_change_set(database: Database, other_window: Database) -> None:
    one, two = an_aim("One"), an_aim("Two")
    stored(database, a_plan(one, two))
    other_window.append(edit(two, replace(two, owner="Mia")))
    changes = (Change(one, replace(one, owner="Jon")), Change(two, replace(two, owner="Jon")))
    with pytest.raises(StaleChange):
        database.append(ChangeSet("Edit", changes, "campaign"))
    assert database.load("campaign").aims["one"] == one


def test_what_somebody_else_made_with_the_same_identifier_is_not_overwritten(
    database: Database, other_window: Database
) -> None:
    stored(database, a_plan())
    other_window.append(edit(None, an_aim("Win members")))
    with pytest.raises(
        StaleChange, match=r"^This has been changed elsewhere in the meantime; please try again"
    ):
        database.append(edit(None, an_aim("Win members", owner="Jon")))


def test_deleting_what_somebody_else_has_hung_something_on_is_refused(
    database: Database, other_window: Database
) -> None:
    clinic = an_activity("Clinic")
    stored(database, a_plan(clinic))
    flight = a_flight(clinic, "2026-09-10")
    other_window.append(edit(None, flight))
    with pytest.raises(StaleChange):
        database.append(edit(clinic, None))
    assert database.load("campaign") == a_plan(clinic, flight)


def test_hanging_something_on_what_somebody_else_has_deleted_is_refused(
    database: Database, other_window: Database
) -> None:
    clinic = an_activity("Clinic")
    stored(database, a_plan(clinic))
    other_window.append(edit(clinic, None))
    with pytest.raises(StaleChange):
        database.append(edit(None, a_flight(clinic, "2026-09-10")))


def test_a_record_of_another_campaign_is_not_reached(database: Database) -> None:
    aim = an_aim("Win members")
    stored(database, a_plan(aim, id="one"))
    stored(database, a_plan(id="two"))
    with pytest.raises(StaleChange):
        database.append(edit(aim, replace(aim, owner="Jon"), "two"))


def test_several_changes_of_one_record_count_as_one(database: Database) -> None:
    stored(database, a_plan())
    first, last = an_aim("Win members"), an_aim("Win members", owner="Mia")
    passing = an_aim("Passing")
    changes = (Change(None, first), Change(first, last), Change(None, passing), Change(passing, None))
    database.append(ChangeSet("Edit", changes, "campaign"))
    assert database.load("campaign").aims.records == (last,)


def test_changes_of_one_record_that_do_not_follow_from_each_other_are_refused(database: Database) -> None:
    aim = an_aim("Win members")
    stored(database, a_plan(aim))
    changes = (Change(aim, replace(aim, owner="Mia")), Change(aim, replace(aim, owner="Jon")))
    with pytest.raises(StaleChange):
        database.append(ChangeSet("Edit", changes, "campaign"))


def test_the_audiences_of_an_activity_are_changed_with_it(database: Database) -> None:
    plan = stored(database, a_whole_plan())
    before = plan.activities["cupping"]
    after = replace(before, audience_ids=("regulars",))
    database.append(edit(before, after))
    assert database.load("campaign").activities["cupping"] == after


def test_deleting_a_version_deletes_what_it_keeps_and_undoing_that_brings_it_back(database: Database) -> None:
    version = Version(id="version", number=1, day=date(2026, 7, 1))
    database.append(import_of(a_plan(version), STATE))
    entry = database.append(edit(version, None))
    assert Change(STATE, None) in entry.change_set.changes
    assert database.version_states("campaign") == ()
    database.undo("campaign")
    assert database.version_state("version") == STATE.content


def test_deleting_a_campaign_leaves_only_its_history(database: Database) -> None:
    stored(database, a_whole_plan())
    database.append(edit(None, an_aim("Later")))
    plan = database.load("campaign")
    database.append(ChangeSet("Delete", deleting([plan.campaign, *plan.records()]), "campaign"))
    assert {name for name, count in rows_in(database).items() if count} == {"journal", "sqlite_sequence"}
    assert [entry.label for entry in database.history("campaign")] == ["Edit"]


def test_a_change_set_that_changes_nothing_is_a_defect(database: Database) -> None:
    with pytest.raises(ValueError, match="changes something"):
        database.append(ChangeSet("Nothing", (), "campaign"))


def test_a_change_set_of_a_plan_must_name_its_campaign(database: Database) -> None:
    with pytest.raises(ValueError, match="must name its campaign"):
        database.append(edit(None, an_aim(), None))


def test_a_failure_in_the_middle_leaves_the_store_as_it_was(database: Database) -> None:
    stored(database, a_plan(an_activity("Clinic")))
    before = rows_in(database)

    def fail_at_the_journal(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO journal"):
            raise RuntimeError("power cut")

    event.listen(database._engine, "before_cursor_execute", fail_at_the_journal)
    with pytest.raises(RuntimeError, match="power cut"):
        database.append(ChangeSet("Edit", making(a_dated_activity("Event", "2026-09-10")), "campaign"))
    assert rows_in(database) == before


def test_a_thousand_records_are_written_with_one_statement_for_each_table(database: Database) -> None:
    activities = [an_activity(f"Activity {number}") for number in range(500)]
    flights = [a_flight(each, "2026-09-10") for each in activities]
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        written.extend([statement] if statement.startswith("INSERT") else [])

    event.listen(database._engine, "before_cursor_execute", note)
    plan = stored(database, a_plan(activities, flights))
    assert len(written) == len({"campaign", "activity", "flight", "journal"})
    assert database.load("campaign") == plan


def test_plays_are_changed_and_deleted_like_any_record(database: Database) -> None:
    play = a_play()
    renamed = replace(play, title="Other title")
    database.append(edit(None, play, None))
    database.append(edit(play, renamed, None))
    assert database.plays() == (renamed,)
    database.append(edit(renamed, None, None))
    assert database.plays() == ()


def test_a_record_without_a_title_is_named_by_what_it_is(database: Database, other_window: Database) -> None:
    clinic = an_activity("Clinic")
    flight: Flight = a_flight(clinic, "2026-09-10")
    stored(database, a_plan(clinic, flight))
    other_window.append(edit(flight, None))
    with pytest.raises(StaleChange, match=r"^The flight has been deleted elsewhere"):
        database.append(edit(flight, replace(flight, place="Berlin")))
