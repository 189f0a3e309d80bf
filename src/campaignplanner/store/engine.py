"""Connections to the file of a workspace.

This and ``backups`` are the only places that speak SQLite's own SQL. Two things that SQLite does when left
alone are put right here: foreign keys are off on every new connection, and its Python driver begins
transactions late, so that half of a failed migration would stay.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event

APPLICATION_ID = 0x43504C4E
"""Written into the header of every store ("CPLN"), so that a stranger's database is never taken for one."""

USUAL_PATIENCE_MS = 2000
"""How long to wait for another program that is writing, in milliseconds."""

_WRITES = "campaignplanner_writes"


@dataclass(frozen=True, slots=True)
class Identity:
    """What the header of a file says.

    Attributes:
        application_id: which program the file belongs to; 0 where none said so.
        schema_number: the number of the last migration that ran; 0 before the first.
    """

    application_id: int
    schema_number: int


def make_engine(path: Path, patience_ms: int = USUAL_PATIENCE_MS, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for the file, which is opened by the first connection.

    Args:
        path: the file; made when it is not there.
        patience_ms: how long to wait for another program that is writing, in milliseconds.
        foreign_keys: off only while migrations run, for a table that is rebuilt would lose its children.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # No transaction is begun behind our back; see _begin.
        connect_args={"isolation_level": None, "timeout": patience_ms / 1000},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: SQLiteConnection, _record: object) -> None:
        # The pragma does nothing inside a transaction, so it cannot wait until the first one.
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA synchronous = FULL")
        # A file may come from anywhere: what its schema holds must not call functions with side effects.
        connection.execute("PRAGMA trusted_schema = OFF")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its place in the queue at once: a read that turns into a write can be refused midway.
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def reading(engine: Engine) -> Generator[Connection]:
    """Gives a connection whose reads all see one state of the store."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Generator[Connection]:
    """Gives a connection that holds the right to write; all of it is kept at the end, or nothing."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


def identity_of(connection: Connection) -> Identity:
    """Return what the header of the file says."""
    return Identity(
        application_id=connection.exec_driver_sql("PRAGMA application_id").scalar_one(),
        schema_number=connection.exec_driver_sql("PRAGMA user_version").scalar_one(),
    )


def write_identity(connection: Connection, schema_number: int) -> None:
    """Mark the file as ours, with the number of the last migration that ran; part of the transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema_number:d}")


def broken_references(connection: Connection) -> list[str]:
    """Return, in words for a log, each row that refers to a row that is not there."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there" for row in rows]


def try_to_write(engine: Engine) -> None:
    """Change the file and take it back: whoever may not write learns it now and not at the first edit.

    Asking for the right to write is not enough, for SQLite grants it on a read-only file until something is
    changed.

    Raises:
        sqlalchemy.exc.DBAPIError: the file or its folder is read-only, or another program is writing.
    """
    with engine.connect().execution_options(**{_WRITES: True}) as connection:
        transaction = connection.begin()
        try:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        finally:
            transaction.rollback()


def use_rollback_journal(engine: Engine) -> None:
    """Leave write-ahead logging, in case some tool turned it on: it corrupts files on network drives.

    The setting is kept in the file, so this must not be done to a file before it is known to be ours.
    """
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
