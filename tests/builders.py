"""Short builders: a test spells out only what matters to it.

Identifiers are made from titles unless given, so that records can be named by what they are called:
``an_activity("Clinic").id == "clinic"``. Where a record refers to another, either the record or its
identifier may be given. Days are given as ``date`` or as ISO text.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any, Protocol, TypeAlias

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.bridge import Bridge, OwnPattern, Pattern
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan

_numbers = count(1)


class Identified(Protocol):
    @property
    def id(self) -> str: ...


Named: TypeAlias = Identified | str
Day: TypeAlias = date | str


def day(value: Day) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def id_of(value: Named) -> str:
    return value if isinstance(value, str) else value.id


def slug(title: str) -> str:
    kept = "".join(each if each.isalnum() else "-" for each in title.lower())
    return kept.strip("-") or f"record-{next(_numbers)}"


def an_aim(statement: str = "Win members", **fields: Any) -> Aim:
    return Aim(**{"id": slug(statement), "statement": statement, **fields})


def an_activity(title: str = "Reviews", kind: Kind | None = None, **fields: Any) -> Activity:
    """An online conversation unless a kind or a side is given; the side follows the kind."""
    side = fields.pop("side", None)
    if kind is None:
        kind = Kind.EVENT if side is Side.OFFLINE else Kind.CONVERSATION
    if side is None:
        side = Side.ONLINE if Side.ONLINE in kind.sides else Side.OFFLINE
    return Activity(**{"id": slug(title), "title": title, "kind": kind, "side": side, **fields})


def a_flight(activity: Named, first_day: Day, last_day: Day | None = None, **fields: Any) -> Flight:
    """A flight of one day unless a last day is given."""
    start = day(first_day)
    end = start if last_day is None else day(last_day)
    identifier = f"{id_of(activity)}@{start.isoformat()}"
    known = {"id": identifier, "activity_id": id_of(activity), "first_day": start, "last_day": end}
    return Flight(**{**known, **fields})


def a_contribution(activity: Named, aim: Named, weight: int = 1, **fields: Any) -> Contribution:
    identifier = f"{id_of(activity)}>{id_of(aim)}"
    known = {"id": identifier, "activity_id": id_of(activity), "aim_id": id_of(aim), "weight": weight}
    return Contribution(**{**known, **fields})


def a_bridge(source: Named, target: Named, pattern: Pattern = Pattern.LEADS_TO, **fields: Any) -> Bridge:
    """A bridge; ``own_pattern`` (a record or an identifier) makes it one of the users' own pattern."""
    own_pattern: OwnPattern | str | None = fields.pop("own_pattern", None)
    if own_pattern is not None:
        pattern, fields["own_pattern_id"] = Pattern.OWN, id_of(own_pattern)
    identifier = f"{id_of(source)}~{id_of(target)}"
    known = {"id": identifier, "source_id": id_of(source), "target_id": id_of(target), "pattern": pattern}
    return Bridge(**{**known, **fields})


def a_line(
    planned: int = 10_000,
    meets: Meets = Meets.ONLINE,
    activity: Named | None = None,
    **fields: Any,
) -> BudgetLine:
    """A line of the campaign unless an activity is given."""
    known = {
        "id": f"line-{next(_numbers)}",
        "label": "Costs",
        "planned": planned,
        "meets": meets,
        "activity_id": None if activity is None else id_of(activity),
    }
    return BudgetLine(**{**known, **fields})


def a_campaign(**fields: Any) -> Campaign:
    """A campaign without days unless given as ``first_day`` and ``last_day``."""
    for name in ("first_day", "last_day"):
        if fields.get(name) is not None:
            fields[name] = day(fields[name])
    return Campaign(**{"id": "campaign", "title": "Autumn Blend", **fields})


def a_plan(*records: Any, **campaign_fields: Any) -> Plan:
    """A checked plan of records and lists of records, whose other fields go to the campaign."""
    plan = Plan.of(a_campaign(**campaign_fields), _flattened(records))
    plan.check()
    return plan


def a_dated_activity(
    title: str,
    first_day: Day,
    last_day: Day | None = None,
    *,
    aims: Iterable[Named] = (),
    **fields: Any,
) -> list[Any]:
    """An activity with one flight and a contribution to each of the aims, as a list for ``a_plan``."""
    activity = an_activity(title, **fields)
    contributions = [a_contribution(activity, aim) for aim in aims]
    return [activity, a_flight(activity, first_day, last_day), *contributions]


def _flattened(records: Iterable[Any]) -> Iterable[Any]:
    for record in records:
        if isinstance(record, list | tuple):
            yield from _flattened(record)
        else:
            yield record
