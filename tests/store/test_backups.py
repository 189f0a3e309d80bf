"""Copies beside the store: when they are made, that they are whole, and how many are kept."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from campaignplanner.store import backups
from campaignplanner.store.backups import BEFORE_UPDATE_KEPT, DAILY_KEPT, backup_folder, backups_of
from campaignplanner.store.database import Database
from tests.builders import a_plan, an_aim
from tests.store.whole import a_whole_plan, edit, fill, stored

FIRST_NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = FIRST_NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def opened(path: Path, clock: Clock) -> Database:
    return Database.open(path, clock=clock, patience_ms=50)


def edited_on(path: Path, clock: Clock, days: int) -> Iterator[int]:
    """Open and edit a store on many days."""
    for number in range(days):
        clock.now = FIRST_NOON + timedelta(days=number)
        with closing(opened(path, clock)) as database:
            database.append(edit(None, an_aim(f"Aim {number}")))
        _touched_at(path, clock.now)
        yield number


def _touched_at(path: Path, now: datetime) -> None:
    """Set the times of the file and of its backups, which the test's clock does not reach."""
    for backup in backups_of(path):
        if backup.stat().st_mtime > now.timestamp():
            os.utime(backup, (now.timestamp(), now.timestamp()))
    later = now + timedelta(hours=1)
    os.utime(path, (later.timestamp(), later.timestamp()))


def test_a_new_store_has_no_backup(path: Path, clock: Clock) -> None:
    opened(path, clock).close()
    assert backups_of(path) == ()


def test_the_first_opening_of_a_day_makes_a_backup_that_holds_everything(path: Path, clock: Clock) -> None:
    plan = fill(path)
    opened(path, clock).close()
    (backup,) = backups_of(path)
    assert backup.name.startswith("2026-11-01")
    with closing(Database.open(backup)) as database:
        assert database.load("campaign") == plan


def test_a_day_has_one_backup(path: Path, clock: Clock) -> None:
    fill(path)
    with closing(opened(path, clock)) as database:
        database.append(edit(None, an_aim("Win members")))
    opened(path, clock).close()
    assert len(backups_of(path)) == 1


def test_a_store_that_nobody_changed_is_not_copied_again(path: Path, clock: Clock) -> None:
    fill(path)
    opened(path, clock).close()
    clock.now += timedelta(days=1)
    opened(path, clock).close()
    assert len(backups_of(path)) == 1


def test_only_the_last_daily_backups_are_kept(path: Path, clock: Clock) -> None:
    fill(path)
    days = list(edited_on(path, clock, DAILY_KEPT + 3))
    kept = backups_of(path)
    assert len(kept) == DAILY_KEPT
    assert kept[0].name.startswith(f"2026-11-{days[-1] + 1:02}")


def test_daily_backups_do_not_push_out_those_made_before_an_update(path: Path, clock: Clock) -> None:
    fill(path)
    for number in range(BEFORE_UPDATE_KEPT + 2):
        backups.back_up_before_update(path, 1, clock.now - timedelta(days=10 - number), 50)
    assert list(edited_on(path, clock, DAILY_KEPT + 1))
    before_updates = [each for each in backups_of(path) if " schema-1 " in each.name]
    assert len(before_updates) == BEFORE_UPDATE_KEPT


def test_what_else_lies_in_the_folder_of_backups_is_left_alone(path: Path, clock: Clock) -> None:
    fill(path)
    mine = backup_folder(path) / "2020-01-01 my own copy.sqlite"
    mine.parent.mkdir()
    mine.touch()
    assert list(edited_on(path, clock, DAILY_KEPT + 2))
    assert mine.is_file()


def test_a_copy_that_does_not_hold_together_is_not_kept(path: Path, clock: Clock) -> None:
    fill(path)
    opened(path, clock).close()
    good = backups_of(path)
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096)
    with pytest.raises(backups.DamagedStore):
        backups.back_up(path, backups.DAILY, clock.now + timedelta(days=1), 50)
    assert list(backup_folder(path).iterdir()) == list(good)


def test_a_store_opens_although_todays_backup_cannot_be_made_and_says_so(path: Path, clock: Clock) -> None:
    plan = fill(path)
    backup_folder(path).write_text("a file where the folder should be")
    with closing(opened(path, clock)) as database:
        assert str(path) in database.backup_trouble
        assert database.load("campaign") == plan


def test_the_trouble_is_over_once_a_backup_is_made(path: Path, clock: Clock) -> None:
    fill(path)
    backup_folder(path).write_text("a file where the folder should be")
    with closing(opened(path, clock)) as database:
        backup_folder(path).unlink()
        made = database.back_up_daily()
        assert database.backup_trouble is None
    assert backups_of(path) == (made,)


def test_a_window_that_stays_open_over_midnight_can_ask_for_the_next_backup(path: Path, clock: Clock) -> None:
    fill(path)
    with closing(opened(path, clock)) as database:
        clock.now += timedelta(days=1)
        database.append(edit(None, an_aim("Win members")))
        assert database.back_up_daily() is not None
        assert database.back_up_daily() is None


def test_a_backup_made_in_another_thread_holds_one_state(database: Database) -> None:
    plan = stored(database, a_whole_plan())
    together = Barrier(2)

    def back_up() -> None:
        together.wait()
        backups.back_up(database.path, backups.DAILY, FIRST_NOON, 5000)

    thread = Thread(target=back_up)
    thread.start()
    together.wait()
    for number in range(5):
        database.append(edit(None, an_aim(f"Aim {number}")))
    thread.join()
    (backup,) = backups_of(database.path)
    with closing(Database.open(backup)) as copy:
        aims = len(copy.load("campaign").aims) - len(plan.aims)
        assert aims == len(copy.history("campaign"))


def test_a_backup_can_be_opened_as_a_store_of_its_own(path: Path, clock: Clock) -> None:
    fill(path)
    opened(path, clock).close()
    (backup,) = backups_of(path)
    with closing(Database.open(backup)) as database:
        stored(database, a_plan(id="new"))
    with closing(opened(path, clock)) as database:
        assert database.campaign_ids() == ("campaign",)
