"""The second schema: a campaign keeps how its brief is to be."""

from __future__ import annotations

from sqlalchemy import DDL, Connection


def upgrade(connection: Connection) -> None:
    """Give every campaign a brief as usual."""
    column = "ALTER TABLE campaign ADD COLUMN brief_layout TEXT DEFAULT '{}' NOT NULL"
    connection.execute(DDL(column))  # type: ignore[no-untyped-call]
