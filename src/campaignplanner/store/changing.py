"""The one door through which the store changes: a change set, checked against the stored rows and written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Connection, TableClause, bindparam, delete, insert, update

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.approval import Version, VersionState
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import StaleChange
from campaignplanner.domain.records import NAMES, STORED_TYPES, Record, title_of
from campaignplanner.store.light_tables import ACTIVITY_AUDIENCES
from campaignplanner.store.mapping import audience_rows, form_of, values_of
from campaignplanner.store.reading import by_ids, states_of_versions
from campaignplanner.store.trouble import conflicts_as_stale

RecordType: TypeAlias = type[Record]

_ROW_ID = "row_id"


@dataclass(slots=True)
class _Work:
    """What is to be done to the rows of one type."""

    made: list[Record] = field(default_factory=list[Record])
    changed: list[tuple[Record, Record]] = field(default_factory=list[tuple[Record, Record]])
    deleted: list[Record] = field(default_factory=list[Record])

    @property
    def expected(self) -> list[Record]:
        """The records as the store should hold them now."""
        return [*(before for before, _ in self.changed), *self.deleted]


def completed(connection: Connection, change_set: ChangeSet) -> ChangeSet:
    """Return the change set with the kept plans of the versions that it deletes.

    A plan does not hold what was kept of its versions, so a command cannot know of it.
    """
    changes = change_set.changes
    versions = [each.record.id for each in changes if each.after is None and isinstance(each.record, Version)]
    known = {each.record.id for each in changes if isinstance(each.record, VersionState)}
    missing = [state for state in states_of_versions(connection, versions) if state.id not in known]
    if not missing:
        return change_set
    whole = (*(Change(state, None) for state in missing), *changes)
    return ChangeSet(change_set.label, whole, change_set.campaign_id)


def carry_out(connection: Connection, change_set: ChangeSet, *, just_read: bool = False) -> None:
    """Write a change set, batched by table and by what is done to its rows.

    Args:
        connection: a connection that holds the right to write.
        change_set: what to do.
        just_read: whether it was made from what this connection has read since it holds that right; then the
            stored rows need not be looked at again.

    Raises:
        StaleChange: a stored row is not what the change set says it was, or one that it needs is not there.
    """
    work = _sorted_out(change_set.changes)
    if not just_read:
        for record_type, each in work.items():
            _check_unchanged(connection, record_type, each.expected, change_set.campaign_id)
    parents_first = [(record_type, work[record_type]) for record_type in STORED_TYPES if record_type in work]
    with conflicts_as_stale():
        for record_type, each in parents_first:
            _make(connection, record_type, each.made, change_set.campaign_id)
        for record_type, each in parents_first:
            _change(connection, record_type, each.changed, change_set.campaign_id)
        for record_type, each in reversed(parents_first):
            _delete(connection, record_type, each.deleted)


def _sorted_out(changes: Iterable[Change]) -> dict[RecordType, _Work]:
    """Sort by type; several changes of one record become one, from the first before to the last after."""
    whole: dict[tuple[RecordType, str], tuple[Record | None, Record | None]] = {}
    for change in changes:
        key = type(change.record), change.record.id
        first, last = whole.get(key, (change.before, change.before))
        if last != change.before:
            raise StaleChange(_changed_elsewhere(change.record))
        whole[key] = first, change.after
    work: dict[RecordType, _Work] = {}
    for (record_type, _), (before, after) in whole.items():
        each = work.setdefault(record_type, _Work())
        if before is None and after is not None:
            each.made.append(after)
        elif before is not None and after is None:
            each.deleted.append(before)
        elif before is not None and after is not None:
            each.changed.append((before, after))
    return work


def _check_unchanged(
    connection: Connection, record_type: RecordType, expected: Sequence[Record], campaign_id: str | None
) -> None:
    stored = by_ids(connection, record_type, [record.id for record in expected], campaign_id)
    for record in expected:
        if record.id not in stored:
            raise StaleChange(_deleted_elsewhere(record))
        if stored[record.id] != record:
            raise StaleChange(_changed_elsewhere(record))


def _make(
    connection: Connection, record_type: RecordType, records: Sequence[Any], campaign_id: str | None
) -> None:
    if not records:
        return
    table = form_of(record_type).table
    connection.execute(insert(table), _rows(record_type, records, campaign_id))
    if record_type is Activity:
        _make_audiences(connection, records, campaign_id)


def _change(
    connection: Connection, record_type: RecordType, pairs: Sequence[tuple[Any, Any]], campaign_id: str | None
) -> None:
    if not pairs:
        return
    table = form_of(record_type).table
    rows = _rows(record_type, [after for _, after in pairs], campaign_id)
    for row in rows:
        row[_ROW_ID] = row.pop("id")
        row.pop("campaign_id", None)  # a record never moves to another campaign
    connection.execute(update(table).where(table.c.id == bindparam(_ROW_ID)), rows)
    if record_type is Activity:
        regrouped = [after for before, after in pairs if before.audience_ids != after.audience_ids]
        _delete_audiences(connection, regrouped)
        _make_audiences(connection, regrouped, campaign_id)


def _delete(connection: Connection, record_type: RecordType, records: Sequence[Any]) -> None:
    if not records:
        return
    if record_type is Activity:
        _delete_audiences(connection, records)
    _delete_where(connection, form_of(record_type).table, "id", records)


def _make_audiences(connection: Connection, activities: Sequence[Activity], campaign_id: str | None) -> None:
    rows = audience_rows(activities, _owner(Activity, campaign_id))
    if rows:
        connection.execute(insert(ACTIVITY_AUDIENCES), rows)


def _delete_audiences(connection: Connection, activities: Sequence[Activity]) -> None:
    _delete_where(connection, ACTIVITY_AUDIENCES, "activity_id", activities)


def _delete_where(connection: Connection, table: TableClause, column: str, records: Sequence[Any]) -> None:
    if records:
        matches = table.c[column] == bindparam(_ROW_ID)
        connection.execute(delete(table).where(matches), [{_ROW_ID: record.id} for record in records])


def _rows(record_type: RecordType, records: Sequence[Any], campaign_id: str | None) -> list[dict[str, Any]]:
    """Return the rows of records, with the campaign that they belong to where their table asks for it."""
    form = form_of(record_type)
    places = [(name, place) for place, name in enumerate(form.names) if name in form.table.c]
    owner = {"campaign_id": _owner(record_type, campaign_id)} if "campaign_id" in form.table.c else {}
    kept = values_of(form, records)
    return [{**owner, **{name: values[place] for name, place in places}} for values in kept]


def _owner(record_type: RecordType, campaign_id: str | None) -> str:
    if campaign_id is None:
        raise ValueError(f"A change set with a {record_type.__name__} must name its campaign.")
    return campaign_id


def _changed_elsewhere(record: Record) -> str:
    return f"{_named(record)} has been changed elsewhere in the meantime; please look at it and try again."


def _deleted_elsewhere(record: Record) -> str:
    return f"{_named(record)} has been deleted elsewhere in the meantime."


def _named(record: Record) -> str:
    title = title_of(record)
    name = NAMES[type(record)][0]
    return f"The {name} “{title}”" if title else f"The {name}"
