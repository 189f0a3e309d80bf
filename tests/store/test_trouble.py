"""What the world does to a file is told in one sentence that names the file and the way on."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy.exc import OperationalError

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.store.backups import backup_folder
from campaignplanner.store.database import Database
from campaignplanner.store.migrations import MIGRATIONS
from tests.builders import a_plan, an_activity, an_aim
from tests.store.whole import edit, fill, stored

NOBODY = 65534
"""The account that owns nothing."""

WRITE_FORMAT = 18
"""Where the header says which version of SQLite may write the file; beyond 2, none of today may."""


@contextmanager
def told(path: Path, *parts: str) -> Iterator[None]:
    """Expects one sentence that names the file and says these parts."""
    with pytest.raises(FileTrouble) as caught:
        yield
    sentence = str(caught.value)
    assert str(path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert [part for part in parts if part not in sentence] == []


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other_program:
        other_program.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def an_ordinary_account() -> Iterator[None]:
    """Gives up the right to write everything, which no test of rights could fail with."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def path_for_all() -> Iterator[Path]:
    """A path in a folder that every account reaches, unlike those of pytest."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "campaigns.sqlite"
        Path(folder).chmod(0o755)


def patched(path: Path, place: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(content)


def content_of(path: Path) -> bytes:
    return path.read_bytes()


def test_a_text_file_is_not_taken_for_a_store(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary")
    with told(path, "is not a store of campaigns", "please choose another file"):
        Database.open(path)
    assert path.read_text() == "Dear diary"


def test_not_even_a_file_of_one_letter_is_overwritten(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("x")
    with told(path, "is not a store of campaigns"):
        Database.open(path)
    assert path.read_text() == "x"


def test_the_database_of_another_program_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other_program:
        other_program.execute("PRAGMA journal_mode = WAL")
        other_program.execute("CREATE TABLE theirs (id INTEGER)")
    before = content_of(path)
    with told(path, "is not a store of campaigns"):
        Database.open(path)
    assert content_of(path) == before


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(Database.open(path)) as database:
        assert database.campaign_ids() == ()


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as newer_version:
        newer_version.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = content_of(path)
    with told(path, "was written by a newer version", "please install that version"):
        Database.open(path)
    assert content_of(path) == before


def test_a_damaged_page_is_told_with_the_backup_to_put_back(path: Path) -> None:
    fill(path)
    with closing(Database.open(path)) as database:
        database.append(edit(None, an_aim()))
    (backup,) = backup_folder(path).iterdir()
    _damage(path)
    with closing(Database.open(path)) as database, told(path, "is damaged", f"its last backup, {backup}"):
        database.load("campaign")


def test_damage_that_the_daily_backup_finds_is_told_on_opening(path: Path) -> None:
    fill(path)
    _damage(path)
    with told(path, "is damaged", "please put back a copy"):
        Database.open(path)


def test_a_file_that_was_cut_off_is_damaged(path: Path) -> None:
    fill(path)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with told(path, "is damaged"):
        Database.open(path)


def test_a_value_that_no_version_of_this_program_writes_is_damage(database: Database) -> None:
    stored(database, a_plan(an_activity("Clinic")))
    with closing(sqlite3.connect(database.path)) as other_program, other_program:
        other_program.execute("UPDATE activity SET kind = 'nonsense'")
    with told(database.path, "is damaged"):
        database.load("campaign")


def test_a_step_of_the_history_that_cannot_be_read_is_damage(database: Database) -> None:
    stored(database, a_plan())
    database.append(edit(None, an_aim()))
    with closing(sqlite3.connect(database.path)) as other_program, other_program:
        other_program.execute("UPDATE journal SET content = x'00'")
    with told(database.path, "is damaged"):
        database.undo("campaign")
    with told(database.path, "is damaged"):
        assert database.history("campaign")[0].change_set


def test_a_file_in_use_is_not_waited_for_for_ever_on_opening(path: Path) -> None:
    fill(path)
    with held_by_another_program(path), told(path, "is in use by another program", "then try again"):
        Database.open(path, patience_ms=20)


def test_an_edit_while_the_file_is_in_use_changes_nothing_and_can_be_tried_again(database: Database) -> None:
    plan = stored(database, a_plan())
    with held_by_another_program(database.path), told(database.path, "is in use by another program"):
        database.append(edit(None, an_aim("Win members")))
    assert database.load("campaign") == plan
    database.append(edit(None, an_aim("Win members")))


def test_a_commit_that_a_reader_holds_up_changes_nothing_and_can_be_tried_again(database: Database) -> None:
    plan = stored(database, a_plan())
    with closing(sqlite3.connect(database.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM campaign").fetchall()
        with told(database.path, "is in use by another program"):
            database.append(edit(None, an_aim("Win members")))
    assert database.load("campaign") == plan
    database.append(edit(None, an_aim("Win members")))


def test_a_file_that_may_not_be_written_is_refused_on_opening(path: Path) -> None:
    fill(path)
    patched(path, WRITE_FORMAT, b"\x03")
    with told(path, "is read-only", "allow writing to it, or copy it"):
        Database.open(path)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are given in another way there")
def test_a_file_without_the_right_to_write_is_refused_on_opening(path_for_all: Path) -> None:
    fill(path_for_all)
    path_for_all.chmod(0o444)
    with an_ordinary_account(), told(path_for_all, "is read-only", "allow writing to it, or copy it"):
        Database.open(path_for_all)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are given in another way there")
def test_a_file_without_the_right_to_read_is_refused_on_opening(path_for_all: Path) -> None:
    fill(path_for_all)
    path_for_all.chmod(0)
    with an_ordinary_account(), told(path_for_all, "cannot be opened", "whether you may write there"):
        Database.open(path_for_all)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are given in another way there")
def test_a_new_store_in_a_folder_without_the_right_to_write_is_refused(path_for_all: Path) -> None:
    path_for_all.parent.chmod(0o555)
    with an_ordinary_account(), told(path_for_all, "cannot be opened", "whether you may write there"):
        Database.open(path_for_all)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are given in another way there")
def test_a_file_in_a_folder_without_the_right_to_write_is_refused_on_opening(path_for_all: Path) -> None:
    fill(path_for_all)
    path_for_all.chmod(0o666)
    path_for_all.parent.chmod(0o555)
    with an_ordinary_account(), told(path_for_all, "The folder of the file", "is read-only"):
        Database.open(path_for_all)


def test_a_full_disk_keeps_the_edit_out_and_the_store_whole(database: Database) -> None:
    plan = stored(database, a_plan())
    with database._reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with told(database.path, "is full", "please make room"):
        database.append(edit(None, an_aim("Win members", why="long " * 100_000)))
    assert database.load("campaign") == plan


def test_a_folder_in_place_of_the_file_cannot_be_opened(path: Path) -> None:
    path.mkdir(parents=True)
    with told(path, "cannot be opened", "please check"):
        Database.open(path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(
        FileTrouble, match=r"^The folder .*file.* cannot be made; please choose another place"
    ):
        Database.open(tmp_path / "file" / "campaigns.sqlite")


def test_the_folder_of_a_new_store_is_made(tmp_path: Path) -> None:
    Database.open(tmp_path / "new" / "folder" / "campaigns.sqlite").close()
    assert (tmp_path / "new" / "folder" / "campaigns.sqlite").is_file()


def test_a_power_cut_in_the_middle_of_a_change_leaves_the_state_before_it(path: Path, tmp_path: Path) -> None:
    plan = fill(path)
    after = tmp_path / "after.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")  # so that changed pages reach the file before the commit
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE campaign SET notes = ?", ("half " * 100_000,))
        connection.execute("DELETE FROM posting")
        copy(path, after)
        copy(f"{path}-journal", f"{after}-journal")
    assert content_of(after) != content_of(path)
    with closing(Database.open(after)) as database:
        assert database.load("campaign") == plan


def test_a_defect_of_ours_passes_through(database: Database) -> None:
    with pytest.raises(OperationalError, match="no such table"), database._reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_store_that_was_refused_is_let_go_of(path: Path) -> None:
    fill(path)
    with held_by_another_program(path), pytest.raises(FileTrouble):
        Database.open(path, patience_ms=20)
    path.rename(path.with_name("moved.sqlite"))
    Database.open(path.with_name("moved.sqlite")).close()


def _damage(path: Path) -> None:
    """Overwrite the page where the table of campaigns begins."""
    with closing(sqlite3.connect(path)) as connection:
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'campaign'").fetchone()
    patched(path, (page - 1) * page_size, b"\xff" * page_size)


def test_opening_a_store_leaves_the_file_as_it_is(path: Path) -> None:
    fill(path)
    before = content_of(path)
    Database.open(path).close()
    assert content_of(path) == before
