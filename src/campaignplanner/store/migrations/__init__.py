"""The steps from schema to schema, in order; the number of a schema is how many of them have run.

A literal list instead of a search of the folder, so that every packager finds them. A migration that was
released is never changed; a new one is appended, and a file of each schema stays in ``tests/data/stores``.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection


def _first_schema(connection: Connection) -> None:
    # Each migration is imported when it runs: a store that is up to date opens without building old tables.
    from campaignplanner.store.migrations import m0001_first_schema

    m0001_first_schema.upgrade(connection)


def _brief_layout(connection: Connection) -> None:
    from campaignplanner.store.migrations import m0002_brief_layout

    m0002_brief_layout.upgrade(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first_schema, _brief_layout)
