"""The tables that rows are read and written through agree with the schema, and spare a start SQLModel."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import TableClause
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeDecorator, TypeEngine

from campaignplanner.domain.records import STORED_TYPES
from campaignplanner.store.columns import Row
from campaignplanner.store.light_tables import ACTIVITY_AUDIENCES, CAMPAIGN_IDS, JOURNAL
from campaignplanner.store.mapping import form_of
from campaignplanner.store.tables import TABLES
from tests.store.whole import fill

WHOLE = [*(form_of(each).table for each in STORED_TYPES), ACTIVITY_AUDIENCES, JOURNAL]


def columns_of(table: TableClause) -> dict[str, type]:
    return {each.name: python_type_of(each.type) for each in table.c}


def python_type_of(column_type: TypeEngine[Any]) -> type:
    if isinstance(column_type, TypeDecorator):  # SQLModel's own type of text
        column_type = column_type.load_dialect_impl(sqlite.dialect())
    return column_type.python_type


def test_every_table_of_the_schema_has_its_light_one() -> None:
    assert sorted(table.name for table in WHOLE) == sorted(Row.metadata.tables)


@pytest.mark.parametrize("table", WHOLE, ids=lambda each: each.name)
def test_a_light_table_has_the_columns_of_the_schema_and_their_types(table: TableClause) -> None:
    assert columns_of(table) == columns_of(Row.metadata.tables[table.name])


@pytest.mark.parametrize("record_type", STORED_TYPES, ids=lambda each: each.__name__)
def test_a_record_is_kept_in_the_table_that_the_schema_gives_it(record_type: type) -> None:
    assert form_of(record_type).table.name == TABLES[record_type].__tablename__


def test_the_light_table_of_campaigns_has_their_identifiers() -> None:
    assert columns_of(CAMPAIGN_IDS).items() <= columns_of(Row.metadata.tables["campaign"]).items()


READING = """
import sys
from pathlib import Path
from campaignplanner.store.database import Database

database = Database.open(Path(sys.argv[1]))
plan = database.load(sys.argv[2])
database.undoable(plan.campaign.id)
database.close()
print(plan.campaign.title)
print([name for name in ("sqlmodel", "pydantic", "sqlalchemy.orm") if name in sys.modules])
"""


def test_an_up_to_date_store_is_read_without_sqlmodel(path: Path) -> None:
    plan = fill(path)
    words = [sys.executable, "-c", READING, str(path), plan.campaign.id]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.splitlines() == [plan.campaign.title, "[]"]
