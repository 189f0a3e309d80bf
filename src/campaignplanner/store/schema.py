"""Brings the file of a workspace to the schema of this program, or says why that cannot be."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.store import trouble
from campaignplanner.store.backups import back_up_before_update
from campaignplanner.store.engine import (
    APPLICATION_ID,
    Identity,
    broken_references,
    identity_of,
    make_engine,
    reading,
    write_identity,
    writing,
)
from campaignplanner.store.migrations import MIGRATIONS


def is_up_to_date(path: Path, identity: Identity) -> bool:
    """Tell whether a file has the schema of this program.

    Args:
        path: the file.
        identity: what its header says.

    Returns:
        False for a file that is new and empty or of an older schema.

    Raises:
        FileTrouble: the file belongs to another program or to a newer version of this one.
    """
    if identity.application_id != APPLICATION_ID:
        # SQLite takes even a file of one byte for an empty database and would write over it.
        if path.stat().st_size > 0:
            raise FileTrouble(trouble.not_ours(path))
        return False
    if identity.schema_number > len(MIGRATIONS):
        raise FileTrouble(trouble.newer(path))
    return identity.schema_number == len(MIGRATIONS)


def bring_up_to_date(path: Path, now: datetime, patience_ms: int) -> None:
    """Run the migrations that a file still needs: all of them, or none when one fails.

    A file that has rows is backed up before.

    Args:
        path: the file; it is ours or empty.
        now: the present instant, for the name of the backup.
        patience_ms: how long to wait for another program that is writing, in milliseconds.

    Raises:
        FileTrouble: no backup could be made, so nothing was changed.
        sqlalchemy.exc.DBAPIError: the file could not be read or written.
    """
    engine = make_engine(path, patience_ms, foreign_keys=False)
    try:
        with reading(engine) as connection:
            schema_number = identity_of(connection).schema_number
        if schema_number > 0:
            _back_up(path, schema_number, now, patience_ms)
        with writing(engine) as connection:
            _migrate(connection)
    finally:
        engine.dispose()


def _back_up(path: Path, schema_number: int, now: datetime, patience_ms: int) -> None:
    try:
        back_up_before_update(path, schema_number, now, patience_ms)
    except OSError as error:
        raise FileTrouble(trouble.no_backup_for_update(path)) from error


def _migrate(connection: Connection) -> None:
    # Asked again now that nobody else can write: another window may have been quicker.
    done = identity_of(connection).schema_number
    for upgrade in MIGRATIONS[done:]:
        upgrade(connection)
    broken = broken_references(connection)
    if broken:
        raise RuntimeError(f"A migration left {broken[0]}, and {len(broken) - 1} more.")
    write_identity(connection, len(MIGRATIONS))
