"""The history: every change set as a row, written in the same transaction as the rows that it changed.

A history belongs to a scope: a campaign (its identifier) or the portfolio (None). In each, the steps that
were undone come after all that are in force, because a new step drops them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from itertools import groupby
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, update

from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import StaleChange
from campaignplanner.domain.records import STORED_TYPES, Record
from campaignplanner.store.light_tables import CAMPAIGN_IDS, JOURNAL
from campaignplanner.store.mapping import form_of, records_of, values_of
from campaignplanner.store.trouble import UnreadableRow

JSON: TypeAlias = Any

MADE, CHANGED, DELETED = "made", "changed", "deleted"
COMPRESSION = 3
"""Of zlib's levels from 1 to 9; beyond this one time grows faster than the content shrinks."""


@dataclass(frozen=True)
class JournalEntry:
    """One step of a history.

    Attributes:
        id: grows from step to step and is never given twice.
        scope: the campaign whose history it belongs to, or None for the portfolio.
        label: what the history list says.
        made_at: when it was made, an aware instant of UTC.
        undone: whether it is undone at present.
        read: gives the change set; a list of steps reads none of them.
    """

    id: int
    scope: str | None
    label: str
    made_at: datetime
    undone: bool
    read: Callable[[], ChangeSet] = field(repr=False, compare=False)

    @cached_property
    def change_set(self) -> ChangeSet:
        """What the step did when it was made or redone; its inverse is what undoing it did."""
        return self.read()


def add(connection: Connection, change_set: ChangeSet, made_at: datetime) -> JournalEntry:
    """Append a step to the history of its scope and drop the undone steps there.

    Args:
        connection: the connection that also writes the rows.
        change_set: what the step did.
        made_at: the present instant of UTC.
    """
    scope = change_set.scope
    _drop_undone(connection, scope)
    row = {
        "scope": scope,
        "campaign_id": change_set.campaign_id,
        "label": change_set.label,
        "made_at": made_at.isoformat(),
        "undone": False,
        "content": _packed(change_set),
    }
    entry_id = connection.execute(insert(JOURNAL).values(row).returning(JOURNAL.c.id)).scalar_one()
    return JournalEntry(entry_id, scope, change_set.label, made_at, undone=False, read=lambda: change_set)


def mark(connection: Connection, entry_id: int, *, undone: bool, change_set: ChangeSet | None = None) -> None:
    """Say whether a step is undone, and keep what it now stands for if that differs.

    Args:
        connection: the connection that also writes the rows.
        entry_id: the step.
        undone: whether it is undone now.
        change_set: takes the place of what the step did; None where that stays.
    """
    values: dict[str, Any] = {"undone": undone}
    if change_set is not None:
        values["content"] = _packed(change_set)
    connection.execute(update(JOURNAL).where(JOURNAL.c.id == entry_id).values(values))


def listed(
    connection: Connection, scope: str | None, limit: int, read: Callable[[int], ChangeSet]
) -> tuple[JournalEntry, ...]:
    """Return the newest steps of a history, newest first, without reading what they did.

    Args:
        connection: a connection that may read.
        scope: whose history.
        limit: how many at most.
        read: gives the change set of a step when it is asked for.
    """
    return _entries(connection, _steps(scope).order_by(JOURNAL.c.id.desc()).limit(limit), read)


def next_to_undo(
    connection: Connection, scope: str | None, read: Callable[[int], ChangeSet]
) -> JournalEntry | None:
    """Return the last step that is in force; None when there is none."""
    steps = _steps(scope).where(JOURNAL.c.undone.is_(False)).order_by(JOURNAL.c.id.desc())
    return next(iter(_entries(connection, steps.limit(1), read)), None)


def next_to_redo(
    connection: Connection, scope: str | None, read: Callable[[int], ChangeSet]
) -> JournalEntry | None:
    """Return the first step that is undone; None when there is none."""
    steps = _steps(scope).where(JOURNAL.c.undone.is_(True)).order_by(JOURNAL.c.id)
    return next(iter(_entries(connection, steps.limit(1), read)), None)


def change_set_of(connection: Connection, entry_id: int) -> ChangeSet:
    """Return what a step did.

    Raises:
        StaleChange: the step was dropped from the history.
        UnreadableRow: the content is none that this program writes.
    """
    columns = (JOURNAL.c.label, JOURNAL.c.campaign_id, JOURNAL.c.content)
    row = connection.execute(select(*columns).where(JOURNAL.c.id == entry_id)).one_or_none()
    if row is None:
        raise StaleChange("That step is not in the history any more.")
    return ChangeSet(row.label, _unpacked(row.content), row.campaign_id)


def _in_scope(scope: str | None) -> ColumnElement[bool]:
    return JOURNAL.c.scope.is_(None) if scope is None else JOURNAL.c.scope == scope


def _steps(scope: str | None) -> Select[Any, Any, Any, Any, Any]:
    columns = (JOURNAL.c.id, JOURNAL.c.scope, JOURNAL.c.label, JOURNAL.c.made_at, JOURNAL.c.undone)
    return select(*columns).where(_in_scope(scope))


def _entries(
    connection: Connection, steps: Select[Any, Any, Any, Any, Any], read: Callable[[int], ChangeSet]
) -> tuple[JournalEntry, ...]:
    return tuple(
        JournalEntry(
            id=row.id,
            scope=row.scope,
            label=row.label,
            made_at=datetime.fromisoformat(row.made_at),
            undone=row.undone,
            read=partial(read, row.id),
        )
        for row in connection.execute(steps)
    )


def _drop_undone(connection: Connection, scope: str | None) -> None:
    undone = _in_scope(scope) & JOURNAL.c.undone.is_(True)
    dropped = connection.execute(delete(JOURNAL).where(undone)).rowcount
    if dropped and scope is None:
        _drop_unreachable(connection)


def _drop_unreachable(connection: Connection) -> None:
    """Delete the histories of campaigns that are not there and that no step can bring back."""
    scope, campaign_id = JOURNAL.c.scope, JOURNAL.c.campaign_id
    to_come_back = select(campaign_id).where(scope.is_(None), campaign_id.is_not(None))
    there = scope.in_(select(CAMPAIGN_IDS.c.id)) | scope.in_(to_come_back)
    connection.execute(delete(JOURNAL).where(scope.is_not(None), ~there))


def _packed(change_set: ChangeSet) -> bytes:
    """Return the changes in their order: the names of the fields once, then bare values, compressed.

    Of a record that changed, the values before are kept whole and only those that differ after.
    """
    types = {type(change.record) for change in change_set.changes}
    fields = {form_of(each).table.name: form_of(each).names for each in STORED_TYPES if each in types}
    runs = [
        [form_of(record_type).table.name, act, _values(record_type, act, list(changes))]
        for (record_type, act), changes in groupby(change_set.changes, key=_type_and_act)
    ]
    text = json.dumps({"fields": fields, "runs": runs}, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), COMPRESSION)


def _type_and_act(change: Change) -> tuple[type[Record], str]:
    if change.before is None:
        return type(change.record), MADE
    return type(change.record), DELETED if change.after is None else CHANGED


def _values(record_type: type[Record], act: str, changes: list[Change]) -> list[JSON]:
    form = form_of(record_type)
    if act != CHANGED:
        return values_of(form, [change.record for change in changes])
    before = values_of(form, [change.before for change in changes])
    after = values_of(form, [change.after for change in changes])
    return [
        [old, [[place, new[place]] for place in range(len(new)) if new[place] != old[place]]]
        for old, new in zip(before, after, strict=True)
    ]


def _unpacked(content: bytes) -> tuple[Change, ...]:
    try:
        parts = json.loads(zlib.decompress(content))
        return tuple(
            change
            for name, act, values in parts["runs"]
            for change in _changes(_TYPES[name], parts["fields"][name], act, values)
        )
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        raise UnreadableRow(f"journal: {error}") from error


def _changes(record_type: type[Record], names: list[str], act: str, values: list[JSON]) -> Iterable[Change]:
    form = form_of(record_type)
    if act == MADE:
        return [Change(None, record) for record in records_of(form, names, values)]
    if act == DELETED:
        return [Change(record, None) for record in records_of(form, names, values)]
    before = records_of(form, names, [old for old, _ in values])
    after = records_of(form, names, [_patched(old, new) for old, new in values])
    return [Change(*pair) for pair in zip(before, after, strict=True)]


def _patched(values: list[JSON], changed: list[tuple[int, JSON]]) -> list[JSON]:
    result = list(values)
    for place, value in changed:
        result[place] = value
    return result


_TYPES = {form_of(record_type).table.name: record_type for record_type in STORED_TYPES}
