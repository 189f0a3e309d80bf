"""Reads records out of the store with Core selects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, select, true

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.approval import VersionState
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.play import Play
from campaignplanner.domain.records import RECORD_TYPES, PlanRecord, Record
from campaignplanner.store.light_tables import ACTIVITY_AUDIENCES
from campaignplanner.store.mapping import audiences_by_activity, form_of, records_of

R = TypeVar("R", bound=Record)

AT_ONCE = 500
"""How many identifiers one select asks for; every database takes that many."""


def campaign_in(connection: Connection, campaign_id: str) -> Campaign | None:
    """Return a campaign's own record; None when it is not in the store."""
    return next(iter(_found(connection, Campaign, form_of(Campaign).table.c.id == campaign_id)), None)


def campaigns_in(connection: Connection) -> list[Campaign]:
    """Return the own record of every campaign."""
    return _found(connection, Campaign)


def plays_in(connection: Connection) -> list[Play]:
    """Return every play."""
    return _found(connection, Play)


def plan_records_in(connection: Connection, campaign_id: str) -> Iterator[PlanRecord]:
    """Return what belongs to the plan of a campaign, parents before children."""
    return chain.from_iterable(of_campaign(connection, each, campaign_id) for each in RECORD_TYPES)


def of_campaign(connection: Connection, record_type: type[R], campaign_id: str) -> list[R]:
    """Return the records of one type that belong to a campaign."""
    return _found(connection, record_type, form_of(record_type).table.c.campaign_id == campaign_id)


def states_of_versions(connection: Connection, version_ids: Sequence[str]) -> list[VersionState]:
    """Return what was kept of versions."""
    column = form_of(VersionState).table.c.version_id
    return [
        state for ids in _chunks(version_ids) for state in _found(connection, VersionState, column.in_(ids))
    ]


def by_ids(
    connection: Connection, record_type: type[R], identifiers: Sequence[str], campaign_id: str | None
) -> dict[str, R]:
    """Return the records with these identifiers, as far as they are in the store.

    Args:
        connection: a connection that may read.
        record_type: their type.
        identifiers: their identifiers.
        campaign_id: the campaign that they must belong to, if records of their type belong to one.
    """
    table = form_of(record_type).table
    own = table.c.campaign_id == campaign_id if "campaign_id" in table.c else true()
    return {
        record.id: record
        for ids in _chunks(identifiers)
        for record in _found(connection, record_type, table.c.id.in_(ids) & own)
    }


def grouped_by_campaign(connection: Connection, record_type: type[R]) -> dict[str, list[R]]:
    """Return the records of one type (but activities) in the whole store, by the campaign they belong to."""
    form = form_of(record_type)
    columns = [form.table.c[name] for name in form.columns]
    rows = connection.execute(select(form.table.c.campaign_id, *columns)).all()
    groups: dict[str, list[R]] = {}
    for row, record in zip(rows, records_of(form, form.columns, [row[1:] for row in rows]), strict=True):
        groups.setdefault(row[0], []).append(record)
    return groups


def names_by_campaign(connection: Connection, record_type: type[PlanRecord]) -> dict[str, list[str]]:
    """Return the names of all records of a type in the whole store, by the campaign they belong to."""
    columns = form_of(record_type).table.c
    names: dict[str, list[str]] = {}
    for campaign_id, name in connection.execute(select(columns.campaign_id, columns.name)).all():
        names.setdefault(campaign_id, []).append(name)
    return names


def texts_in(connection: Connection, record_type: type[PlanRecord], field: str) -> list[str]:
    """Return the different texts that a field of a type holds in the whole store, but not the empty one."""
    column = form_of(record_type).table.c[field]
    return list(connection.execute(select(column).where(column != "").distinct()).scalars())


def _found(
    connection: Connection, record_type: type[R], condition: ColumnElement[bool] | None = None
) -> list[R]:
    form = form_of(record_type)
    query = select(*(form.table.c[name] for name in form.columns))
    rows = connection.execute(query if condition is None else query.where(condition)).all()
    if record_type is not Activity:
        return records_of(form, form.columns, rows)
    links = ACTIVITY_AUDIENCES
    wanted = select(links.c.activity_id, links.c.audience_id).order_by(links.c.activity_id, links.c.position)
    if condition is not None:
        wanted = wanted.join(form.table, form.table.c.id == links.c.activity_id).where(condition)
    return records_of(form, form.columns, rows, audiences_by_activity(connection.execute(wanted).all()))


def _chunks(identifiers: Sequence[str]) -> Iterator[Sequence[str]]:
    return (identifiers[start : start + AT_ONCE] for start in range(0, len(identifiers), AT_ONCE))
