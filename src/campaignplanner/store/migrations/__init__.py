"""The steps from schema to schema, in order; the number of a schema is how many of them have run.

A literal list instead of a search of the folder, so that every packager finds them. A migration that was
released is never changed; a new one is appended, and a file of each schema stays in ``tests/data/stores``.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from campaignplanner.store.migrations import m0001_first_schema

MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m0001_first_schema.upgrade,)
