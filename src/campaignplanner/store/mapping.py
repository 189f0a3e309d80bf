"""Turns records into rows and rows into records, a column at a time.

Rows are read with Core selects, and neither rows nor records are made one field at a time in Python: each
column is converted as a whole, equal texts once, which takes less than half the time that calling each
record's constructor does.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import repeat
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, cast, get_args, get_origin

from sqlalchemy import TableClause

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.encoding import FieldCodec, codecs_of
from campaignplanner.store.light_tables import table_of_records
from campaignplanner.store.trouble import UnreadableRow

Values: TypeAlias = Sequence[Any]
Convert: TypeAlias = Callable[[Any], Any]
Audiences: TypeAlias = dict[str, tuple[str, ...]]

AUDIENCES = "audience_ids"
"""The one field that is not a column: an activity's audiences are rows of a table of their own."""


@dataclass(frozen=True, slots=True)
class FieldForm:
    """How one field of a record is kept.

    Attributes:
        name: of the field and of its column.
        write: from the field's value to text; None where the value is kept as it is.
        read: back again.
        kept_as: the type of what is kept: str, int or bool.
        few: whether few values differ, so that each is written once. Not for decimals: 1 and 1.0 are equal.
        default: gives the value where an older change set of the journal lacks the field.
    """

    name: str
    write: Convert | None
    read: Convert | None
    kept_as: type[Any]
    few: bool
    default: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Form:
    """How the records of one type are kept; made once per type.

    Attributes:
        record_type: the type of record.
        table: the table with its rows.
        fields: its fields in order.
        names: the names of its fields in order.
    """

    record_type: type[Any]
    table: TableClause
    fields: tuple[FieldForm, ...]
    names: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields that are columns of the table."""
        return tuple(name for name in self.names if name in self.table.c)


class _Once(dict[Any, Any]):
    """Converts each distinct value once; None stays None."""

    def __init__(self, convert: Convert) -> None:
        super().__init__({None: None})
        self._convert = convert

    def __missing__(self, value: object) -> Any:  # noqa: ANN401
        converted = self[value] = self._convert(value)
        return converted


def form_of(record_type: type[Any]) -> Form:
    """Return how the records of a type are kept."""
    return _form_of(cast("Hashable", record_type))


@cache
def _form_of(record_type: Any) -> Form:  # noqa: ANN401 - mypy takes classes for unhashable
    fields = tuple(_field_form(codec, _bare(codec.hint)) for codec in codecs_of(record_type))
    kept = {each.name: each.kept_as for each in fields if each.name != AUDIENCES}
    table = table_of_records(record_type, kept)
    return Form(record_type, table, fields, tuple(field.name for field in fields))


def values_of(form: Form, records: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return, for each record, what is kept of its fields, in order.

    Args:
        form: how records of their type are kept.
        records: the records, all of that type.
    """
    if not records:
        return []
    columns = zip(*map(attrgetter(*form.names), records), strict=True)
    written = (_written(field, column) for field, column in zip(form.fields, columns, strict=True))
    return list(zip(*written, strict=True))


def records_of(
    form: Form, names: Sequence[str], rows: Iterable[Values], audiences: Audiences | None = None
) -> list[Any]:
    """Return the records that rows stand for.

    Args:
        form: how records of the type are kept.
        names: the field that each value of a row belongs to.
        rows: the rows.
        audiences: of activities, where their rows lack them.

    Raises:
        UnreadableRow: a value is none that this program writes.
    """
    columns = dict(zip(names, zip(*rows, strict=True), strict=False))
    if not columns:
        return []
    if not columns.keys() <= set(form.names):
        raise UnreadableRow(f"{form.table.name}: {', '.join(columns.keys() - set(form.names))}")
    count = len(next(iter(columns.values())))
    # What a constructor does, for all records at once; records check themselves only when asked to.
    records: list[Any] = list(map(object.__new__, repeat(form.record_type, count)))
    for field in form.fields:
        known = columns.get(field.name)
        if known is not None:
            values = _read(form, field, known)
        elif audiences is not None and field.name == AUDIENCES:
            values = (audiences.get(identifier, ()) for identifier in columns["id"])
        else:
            values = repeat(field.default(), count)
        set_field = getattr(form.record_type, field.name).__set__
        deque(map(set_field, records, values), maxlen=0)
    return records


def audience_rows(activities: Iterable[Activity], campaign_id: str) -> list[dict[str, Any]]:
    """Return the rows that keep the audiences of activities.

    Args:
        activities: the activities.
        campaign_id: the campaign that they belong to.
    """
    return [
        {
            "activity_id": activity.id,
            "audience_id": audience_id,
            "campaign_id": campaign_id,
            "position": position,
        }
        for activity in activities
        for position, audience_id in enumerate(activity.audience_ids)
    ]


def audiences_by_activity(links: Iterable[Values]) -> Audiences:
    """Return the audiences of each activity that has any.

    Args:
        links: activity and audience, in the order in which the activity names them.
    """
    audiences: Audiences = {}
    for activity_id, audience_id in links:
        audiences[activity_id] = (*audiences.get(activity_id, ()), audience_id)
    return audiences


def _written(field: FieldForm, column: Values) -> Iterable[Any]:
    write = field.write
    if write is None:
        return column
    if field.few:
        return map(_Once(write).__getitem__, column)
    return [None if value is None else write(value) for value in column]


def _read(form: Form, field: FieldForm, column: Values) -> Iterable[Any]:
    if field.read is None:
        return column
    try:
        return list(map(_Once(field.read).__getitem__, column))
    except (KeyError, ValueError, TypeError, ArithmeticError) as error:
        raise UnreadableRow(f"{form.table.name}.{field.name}: {error}") from error


def _field_form(codec: FieldCodec, hint: Any) -> FieldForm:  # noqa: ANN401
    write, read = _conversions(codec, hint)
    few = write is not None and read not in _READERS.values()
    return FieldForm(codec.name, write, read, hint if write is None else str, few, codec.default)


def _bare(hint: Any) -> Any:  # noqa: ANN401
    """Return the type of a field's value where there is one."""
    if get_origin(hint) not in (UnionType, Union):
        return hint
    (bare,) = (each for each in get_args(hint) if each is not NoneType)
    return bare


def _conversions(codec: FieldCodec, hint: object) -> tuple[Convert | None, Convert | None]:
    """Return how the values of a field become text and are read back; None where they stay as they are."""
    if hint in _READERS:
        return codec.encode, _READERS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return codec.encode, {member.value: member for member in hint}.__getitem__
    if get_origin(hint) is tuple or (isinstance(hint, type) and is_dataclass(hint)):
        return _embedded(codec)
    return None, None


def _embedded(codec: FieldCodec) -> tuple[Convert, Convert]:
    encode = cast("Convert", codec.encode)

    def write(value: object) -> str:
        return _COMPACT.encode(encode(value))

    def read(text: str) -> object:
        return codec.decode(json.loads(text), codec.name)

    return write, read


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_READERS: dict[Any, Convert] = {
    date: date.fromisoformat,
    time: time.fromisoformat,
    Decimal: Decimal,
}
