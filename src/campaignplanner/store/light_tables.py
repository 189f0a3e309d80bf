"""The tables as far as rows are read and written: their names, their columns, and the types of values.

The schema, with its keys, references and indexes, is defined in ``tables``. Importing SQLModel and building
its classes takes longer than reading a campaign of a thousand activities, so a store that is up to date does
neither. What is made here follows from the records; tests hold it to ``tables``, column by column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, Boolean, LargeBinary, String, TableClause, column, table

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.play import Play

_COLUMN_TYPES: Mapping[type[Any], Any] = {
    str: String(),
    int: BigInteger(),  # wide enough for amounts, and no narrower than any column of numbers
    bool: Boolean(),
    bytes: LargeBinary(),
}
"""One of each: what a database makes of a type is worked out once per object."""
_OWNERLESS = (Campaign, Play)
"""What belongs to no campaign."""


def light_table(name: str, columns: Mapping[str, type[Any]]) -> TableClause:
    """Return a table of which only the columns are known.

    Args:
        name: of the table.
        columns: each column's name, and the type of its values: str, int, bool or bytes.
    """
    return table(name, *(column(each, _COLUMN_TYPES[kind]) for each, kind in columns.items()))


def table_of_records(record_type: type[Any], fields: Mapping[str, type[Any]]) -> TableClause:
    """Return the table of a type of record, with the campaign that each record belongs to.

    Args:
        record_type: the type, whose name is also the table's.
        fields: each field that is a column, and the type of what is kept of it.
    """
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", record_type.__name__).lower()
    owner = {} if record_type in _OWNERLESS else {"campaign_id": str}
    return light_table(name, {**fields, **owner})


ACTIVITY_AUDIENCES = light_table(
    "activity_audience", {"activity_id": str, "audience_id": str, "campaign_id": str, "position": int}
)
"""The audiences of activities, in the order in which an activity names them."""

CAMPAIGN_IDS = light_table("campaign", {"id": str})
"""Which campaigns are there."""

JOURNAL = light_table(
    "journal",
    {
        "id": int,
        "scope": str,
        "campaign_id": str,
        "label": str,
        "made_at": str,
        "undone": bool,
        "content": bytes,
    },
)
"""The history."""
