"""The schema: what migrations make, how they fail, and that every file ever released still opens."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.store import engine as engines
from campaignplanner.store import (
    schema,
    tables,  # noqa: F401 - fills Row.metadata
)
from campaignplanner.store.backups import backup_folder, backups_of
from campaignplanner.store.columns import Row
from campaignplanner.store.database import Database
from campaignplanner.store.migrations import MIGRATIONS
from tests.store.whole import STATE, a_play, a_whole_plan, fill

RELEASED = Path(__file__).parents[1] / "data" / "stores"
STORE_MODULES = sorted(Path(engines.__file__).parent.rglob("*.py"))


def shape_of(engine: Engine) -> dict[str, Any]:
    """All that the database itself knows of its tables, in an order that tells nothing."""
    inspector = inspect(engine)
    return {
        name: {
            "columns": {
                each["name"]: (str(each["type"]), each["nullable"]) for each in inspector.get_columns(name)
            },
            "key": inspector.get_pk_constraint(name),
            "references": sorted(inspector.get_foreign_keys(name), key=lambda each: each["name"]),
            "indexes": sorted(inspector.get_indexes(name), key=lambda each: each["name"]),
        }
        for name in inspector.get_table_names()
    }


def upgrades(*added: Callable[[Connection], None]) -> tuple[Callable[[Connection], None], ...]:
    return (*MIGRATIONS, *added)


def test_the_migrations_make_what_the_tables_say(database: Database, tmp_path: Path) -> None:
    by_tables = engines.make_engine(tmp_path / "by-tables.sqlite")
    Row.metadata.create_all(by_tables)
    assert shape_of(database._engine) == shape_of(by_tables)
    by_tables.dispose()


def test_every_constraint_has_a_name_by_which_it_can_be_dropped() -> None:
    constraints = [each for table in Row.metadata.tables.values() for each in table.constraints]
    assert [each for each in constraints if each.name is None] == []


def test_every_reference_is_restricted_and_indexed() -> None:
    for table in Row.metadata.tables.values():
        indexed = {next(iter(index.columns)).name for index in table.indexes} | {
            next(iter(table.primary_key)).name
        }
        for reference in table.foreign_keys:
            assert reference.ondelete == "RESTRICT"
            assert reference.parent.name in indexed


def test_a_new_file_says_whose_it_is_and_which_schema_it_has(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as other_program:
        (application,) = other_program.execute("PRAGMA application_id").fetchone()
        (number,) = other_program.execute("PRAGMA user_version").fetchone()
    assert application.to_bytes(4, "big") == b"CPLN"
    assert number == len(MIGRATIONS)


@pytest.mark.parametrize("number", range(1, len(MIGRATIONS) + 1))
def test_a_file_of_every_released_schema_opens_with_all_that_was_in_it(number: int, tmp_path: Path) -> None:
    path = Path(copy(RELEASED / f"schema-{number}.sqlite", tmp_path / "old.sqlite"))
    with closing(Database.open(path)) as database:
        assert database.load("campaign") == a_whole_plan()
        assert database.version_states("campaign") == (STATE,)
        assert database.plays() == (a_play(),)
        assert [entry.label for entry in database.history("campaign")] == ["Edit"]
        database.redo("campaign")
        assert "undone" in database.load("campaign").aims
        database.undo("campaign")
        database.undo(None)
        database.undo(None)
        assert database.campaign_ids() == ()


@pytest.mark.parametrize("number", range(1, len(MIGRATIONS) + 1))
def test_the_file_of_every_released_schema_has_rows_in_every_table(number: int) -> None:
    with closing(sqlite3.connect(f"file:{RELEASED}/schema-{number}.sqlite?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (number,)
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        empty = [each for each in names if not connection.execute(f"SELECT 1 FROM {each}").fetchone()]
    assert len(names) > 20
    assert empty == []


def test_a_migration_that_fails_midway_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = fill(path)

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half_done (id INTEGER)")
        connection.exec_driver_sql("DELETE FROM posting")
        raise RuntimeError("power cut")

    monkeypatch.setattr(schema, "MIGRATIONS", upgrades(fail))
    with pytest.raises(RuntimeError, match="power cut"):
        Database.open(path)
    monkeypatch.undo()
    with closing(Database.open(path)) as database:
        assert "half_done" not in inspect(database._engine).get_table_names()
        assert database.load("campaign") == plan


def test_a_first_opening_that_fails_midway_leaves_a_file_that_can_be_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: Connection) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(schema, "MIGRATIONS", upgrades(fail))
    with pytest.raises(RuntimeError, match="power cut"):
        Database.open(path)
    monkeypatch.undo()
    Database.open(path).close()


def test_a_table_that_is_rebuilt_keeps_its_children(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = fill(path)

    def rebuild(connection: Connection) -> None:
        (made,) = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'activity'").one()
        connection.exec_driver_sql(made.replace("activity", "new_activity", 1))
        connection.exec_driver_sql("INSERT INTO new_activity SELECT * FROM activity")
        connection.exec_driver_sql("DROP TABLE activity")
        connection.exec_driver_sql("ALTER TABLE new_activity RENAME TO activity")

    monkeypatch.setattr(schema, "MIGRATIONS", upgrades(rebuild))
    with closing(Database.open(path)) as database:
        assert database.load("campaign") == plan


def test_a_migration_that_breaks_a_reference_is_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = fill(path)

    def lose_an_aim(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM aim")

    monkeypatch.setattr(schema, "MIGRATIONS", upgrades(lose_an_aim))
    with pytest.raises(RuntimeError, match="refers to a row of aim that is not there"):
        Database.open(path)
    monkeypatch.undo()
    with closing(Database.open(path)) as database:
        assert database.load("campaign") == plan


def test_a_file_is_backed_up_before_it_is_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = fill(path)

    def empty_the_reserve(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM reserve_draw")

    monkeypatch.setattr(schema, "MIGRATIONS", upgrades(empty_the_reserve))
    Database.open(path).close()
    monkeypatch.undo()
    (backup,) = backups_of(path)
    assert f" schema-{len(MIGRATIONS)} " in backup.name
    with closing(Database.open(backup)) as database:
        assert database.load("campaign") == plan


def test_no_migration_runs_when_no_backup_can_be_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path)
    backup_folder(path).write_text("a file where the folder should be")

    def change(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM reserve_draw")

    monkeypatch.setattr(schema, "MIGRATIONS", upgrades(change))
    with pytest.raises(FileTrouble, match=r"no backup of it can be made;.* Nothing was changed\.$"):
        Database.open(path)
    monkeypatch.undo()
    with closing(Database.open(path)) as database:
        assert len(database.load("campaign").reserve_draws) == 1


def test_the_tables_could_be_made_in_a_shared_database_too() -> None:
    made = [
        str(CreateTable(each).compile(dialect=postgresql.dialect())) for each in Row.metadata.sorted_tables
    ]
    assert any("planned BIGINT NOT NULL" in each for each in made)
    assert any("id SERIAL NOT NULL" in each and "content BYTEA NOT NULL" in each for each in made)


def test_only_the_engine_and_the_backups_speak_the_language_of_one_database() -> None:
    spoken = re.compile(r"PRAGMA|exec_driver_sql|sqlite_master|\btext\(")
    speaking = {module.name for module in STORE_MODULES if spoken.search(module.read_text(encoding="utf-8"))}
    assert speaking == {"engine.py", "backups.py"}
