"""What the world can do to a file, each told in one plain sentence.

A defect of ours is never dressed up as one of these: it passes through.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from campaignplanner.domain.errors import FileTrouble, StaleChange
from campaignplanner.store.backups import DamagedStore, newest_backup


class UnreadableRow(Exception):
    """A stored value is none that this program writes: somebody or something else changed the file."""


@contextmanager
def told_plainly(path: Path) -> Generator[None]:
    """Turns the faults of the world that happen inside into FileTrouble; everything else passes through.

    Raises:
        FileTrouble: the file is damaged, read-only, in use, not ours, out of reach, or its disk is full.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        sentence = _sentence(path, _code(error))
        if sentence is None:
            raise
        raise FileTrouble(sentence) from error
    except (DamagedStore, UnreadableRow) as error:
        raise FileTrouble(damaged(path)) from error


@contextmanager
def conflicts_as_stale() -> Generator[None]:
    """Turns a row that is there already, or one that others need, into StaleChange.

    A change set fits the plan that it was made from; when the store refuses it, the store has changed since.
    """
    try:
        yield
    except IntegrityError as error:
        if getattr(error.orig, "sqlite_errorcode", None) not in _CONFLICTS:
            raise
        raise StaleChange("This has been changed elsewhere in the meantime; please try again.") from error


def damaged(path: Path) -> str:
    """Say that the file is damaged, and which backup to put back."""
    backup = newest_backup(path)
    if backup is None:
        return f"The file {path} is damaged; please put back a copy of it."
    return f"The file {path} is damaged; please put back its last backup, {backup}."


def not_ours(path: Path) -> str:
    """Say that the file belongs to another program."""
    return f"The file {path} is not a store of campaigns; please choose another file or a new name."


def newer(path: Path) -> str:
    """Say that the file was written by a later version of this program."""
    return (
        f"The file {path} was written by a newer version of this program;"
        " please install that version to open it."
    )


def not_in(path: Path, name: str) -> str:
    """Say that something people know by this name is not in the file, such as a campaign."""
    return f"That {name} is not in the file {path} any more; please choose another."


def missing_folder(path: Path) -> str:
    """Say that the folder of the file is not there and cannot be made."""
    return f"The folder {path.parent} cannot be made; please choose another place for the file {path.name}."


def no_backup_for_update(path: Path) -> str:
    """Say that the file must be updated, but that no copy of it can be kept first."""
    return (
        f"The file {path} must be updated, but no backup of it can be made;"
        " please allow writing to its folder or make room there. Nothing was changed."
    )


def no_daily_backup(path: Path) -> str:
    """Say that the daily copy could not be made."""
    return (
        f"Today's backup of the file {path} could not be made;"
        " please check the room on its disk and whether you may write to its folder."
    )


def _code(error: DBAPIError | sqlite3.Error) -> int:
    original = error.orig if isinstance(error, DBAPIError) else error
    return getattr(original, "sqlite_errorcode", sqlite3.SQLITE_ERROR)


def _sentence(path: Path, code: int) -> str | None:
    family = code & 0xFF
    if family == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    if family == sqlite3.SQLITE_NOTADB:
        return not_ours(path)
    told = _SENTENCES.get(code) or _SENTENCES.get(family)
    return told.format(path=path) if told is not None else None


_IN_USE = (
    "The file {path} is in use by another program; please close it there or wait a moment, then try again."
)
_OUT_OF_REACH = "The file {path} cannot be opened; please check its folder and whether you may write there."

_SENTENCES = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_PROTOCOL: _IN_USE,
    sqlite3.SQLITE_READONLY: (
        "The file {path} is read-only;"
        " please allow writing to it, or copy it to a folder of yours and open the copy."
    ),
    sqlite3.SQLITE_READONLY_DIRECTORY: (
        "The folder of the file {path} is read-only;"
        " please allow writing to it, or copy the file to a folder of yours and open the copy."
    ),
    sqlite3.SQLITE_FULL: "The disk with the file {path} is full; please make room there, then try again.",
    sqlite3.SQLITE_IOERR: (
        "The file {path} cannot be read or written;"
        " please check the drive or the connection to it, then try again."
    ),
    sqlite3.SQLITE_CANTOPEN: _OUT_OF_REACH,
    sqlite3.SQLITE_PERM: _OUT_OF_REACH,
}

_CONFLICTS = frozenset(
    {
        sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
        sqlite3.SQLITE_CONSTRAINT_TRIGGER,  # what ON DELETE RESTRICT reports
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    }
)
