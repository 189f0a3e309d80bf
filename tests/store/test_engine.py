"""How a connection behaves, tried out instead of asked for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from campaignplanner.store.database import Database
from campaignplanner.store.engine import make_engine, reading, writing
from campaignplanner.store.tables import FlightRow
from tests.builders import a_flight, a_plan, an_activity
from tests.store.whole import stored

ORPHAN = {
    "id": "orphan",
    "campaign_id": "campaign",
    "activity_id": "nobody",
    "first_day": "2026-09-10",
    "last_day": "2026-09-10",
    "place": "",
}


def test_a_row_that_refers_to_nothing_is_refused(database: Database) -> None:
    stored(database, a_plan())
    with pytest.raises(IntegrityError), writing(database._engine) as connection:
        connection.execute(insert(FlightRow).values(ORPHAN))


def test_a_row_that_refers_to_nothing_is_refused_on_every_connection(database: Database) -> None:
    stored(database, a_plan())
    with reading(database._engine), pytest.raises(IntegrityError), writing(database._engine) as second:
        second.execute(insert(FlightRow).values(ORPHAN))


def test_a_row_that_others_need_cannot_be_deleted(database: Database) -> None:
    clinic = an_activity("Clinic")
    stored(database, a_plan(clinic, a_flight(clinic, "2026-09-10")))
    with pytest.raises(IntegrityError), writing(database._engine) as connection:
        connection.exec_driver_sql("DELETE FROM activity")


def test_half_of_a_change_to_the_schema_leaves_nothing(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "new.sqlite")

    def change_half() -> None:
        with writing(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE half_done (id INTEGER)")
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        change_half()
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
    engine.dispose()


def test_a_reader_sees_one_state_while_another_window_writes(
    database: Database, other_window: Database
) -> None:
    stored(database, a_plan(id="one"))
    with reading(database._engine) as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM campaign").scalar_one()
        with writing(other_window._engine) as second:
            second.exec_driver_sql("UPDATE campaign SET title = 'Other'")
            title = connection.exec_driver_sql("SELECT title FROM campaign").scalar_one()
            second.rollback()
    assert (before, title) == (1, "Autumn Blend")


def test_nothing_but_the_file_itself_lies_around_after_writing(database: Database) -> None:
    stored(database, a_plan())
    assert [each.name for each in database.path.parent.iterdir()] == ["campaigns.sqlite"]


def test_write_ahead_logging_is_left_when_some_tool_turned_it_on(path: Path) -> None:
    Database.open(path).close()
    with closing(sqlite3.connect(path)) as other_program:
        other_program.execute("PRAGMA journal_mode = WAL")
    Database.open(path).close()
    with closing(sqlite3.connect(path)) as other_program:
        assert other_program.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_every_commit_waits_until_the_disk_has_it(database: Database) -> None:
    """Nothing but the setting itself can be seen without pulling the plug."""
    with reading(database._engine) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
