"""Copies of the store in a folder beside it, made by SQLite itself, so that a copy is never half of a change.

With ``engine`` the only place that speaks SQLite's own SQL.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from campaignplanner.paths import moved_into_place

DAILY = "daily"
DAILY_KEPT = 10
BEFORE_UPDATE_KEPT = 5

_NAME = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})-\d{6} (?P<reason>daily|schema-\d+) .+", re.ASCII)


class DamagedStore(Exception):
    """The copy does not hold together, so the store itself is damaged."""


def backup_folder(path: Path) -> Path:
    """Return the folder that holds the backups of a store."""
    return path.with_name(f"{path.name}-backups")


def backups_of(path: Path) -> tuple[Path, ...]:
    """Return the backups of a store, newest first."""
    folder = backup_folder(path)
    if not folder.is_dir():
        return ()
    found = (each for each in folder.iterdir() if _NAME.fullmatch(each.name))
    return tuple(sorted(found, key=lambda each: each.name, reverse=True))


def newest_backup(path: Path) -> Path | None:
    """Return the newest backup of a store; None when there is none or its folder is out of reach."""
    try:
        return next(iter(backups_of(path)), None)
    except OSError:
        return None


def daily_is_due(path: Path, now: datetime) -> bool:
    """Tell whether the store has changed since its last backup and has none of today.

    Args:
        path: the store.
        now: the present instant; its day in its own time zone is today.
    """
    newest = newest_backup(path)
    if newest is None:
        return True
    if _reason(newest) == DAILY and _day(newest) == now.date().isoformat():
        return False
    return newest.stat().st_mtime < path.stat().st_mtime


def back_up_daily(path: Path, now: datetime, patience_ms: int) -> Path:
    """Make today's backup; see ``back_up``. The oldest daily ones beyond ``DAILY_KEPT`` are deleted."""
    made = back_up(path, DAILY, now, patience_ms)
    _keep(path, DAILY_KEPT, daily=True)
    return made


def back_up_before_update(path: Path, schema_number: int, now: datetime, patience_ms: int) -> Path:
    """Make the backup before migrations run; see ``back_up``. Only the last few of these are kept."""
    made = back_up(path, f"schema-{schema_number}", now, patience_ms)
    _keep(path, BEFORE_UPDATE_KEPT, daily=False)
    return made


def back_up(path: Path, reason: str, now: datetime, patience_ms: int) -> Path:
    """Copy the store as it stands now into its folder of backups, and check that the copy holds together.

    Args:
        path: the store.
        reason: ``daily`` or ``schema-`` and the number of the schema; part of the name.
        now: the present instant, part of the name.
        patience_ms: how long to wait for another program that is writing, in milliseconds.

    Returns:
        The backup.

    Raises:
        DamagedStore: the copy does not hold together; it is not kept.
        OSError: the folder cannot be made or written to.
        sqlite3.Error: the store cannot be read or the copy cannot be written.
    """
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    target = folder / f"{now:%Y-%m-%d-%H%M%S} {reason} {path.name}"
    with moved_into_place(target) as temporary:
        _copy(path, temporary, patience_ms)
        _check(temporary)
    return target


def _copy(path: Path, target: Path, patience_ms: int) -> None:
    with closing(sqlite3.connect(path, timeout=patience_ms / 1000, isolation_level=None)) as source:
        # Python's loop around the backup tries for ever while the source is locked; a read that is already
        # open cannot be locked out, and waits for its turn no longer than it is told.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            source.backup(copy)


def _check(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise DamagedStore(found)


def _keep(path: Path, count: int, *, daily: bool) -> None:
    same_sort = [each for each in backups_of(path) if (_reason(each) == DAILY) is daily]
    for outdated in same_sort[count:]:
        outdated.unlink(missing_ok=True)


def _reason(backup: Path) -> str:
    match = _NAME.match(backup.name)
    return match["reason"] if match else ""


def _day(backup: Path) -> str:
    match = _NAME.match(backup.name)
    return match["day"] if match else ""
