"""The shape of a campaign file: which records lie in which list, inside which others, and in what order.

Writing, reading and the tests of the schema all walk this. A field that names another record drops its
``_id``: ``aim_id`` of a contribution is written as ``aim``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from types import MappingProxyType
from typing import Any, TypeAlias

from campaignplanner.domain.activity import Activity, Contribution, Flight, OwnKind
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.approval import Approval, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import BudgetLine, Posting, ReserveDraw, Scenario
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Dismissal

FORMAT = "campaignplanner.campaign"
VERSION = 1

HEAD = ("format", "version", "campaign")
"""The fields of a file that come before its lists."""

KEY = "key"
"""In a file written by hand, a name of one's own for a record, instead of an identifier."""

STATE = "state"
"""The field of a version that holds the plan as it stood."""

Order: TypeAlias = Callable[[Plan, Any], tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The records of one type in one list of the file.

    Attributes:
        name: the list's name in the file.
        record_type: what its records are.
        order: the order in which they are written; it must tell any two apart.
        parent_field: the field that names the record they lie in, which the file leaves unsaid.
        money: the fields that hold amounts.
        counted_through: whether positions count on through all lists of the file, as those of budget lines do
            because people order lines across activities; else they begin anew in each list.
        may_be_absent: fields that may be left out though the domain asks for them, and what they are then.
        groups: the lists inside each of the records.
    """

    name: str
    record_type: type[PlanRecord]
    order: Order
    parent_field: str | None = None
    money: tuple[str, ...] = ()
    counted_through: bool = False
    may_be_absent: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    groups: tuple[Group, ...] = ()

    def records(self, plan: Plan, parent_id: str | None) -> Iterable[PlanRecord]:
        """Return the records that lie in this list below a parent, in order."""
        table: Any = plan.table(self.record_type)
        found = (
            table.values() if self.parent_field is None else table.by(self.parent_field).get(parent_id, ())
        )
        return sorted(found, key=lambda record: self.order(plan, record))


class Positions:
    """The positions that records have unless a file says others: their places in it."""

    def __init__(self) -> None:
        self._next = count()

    def usual(self, group: Group, index: int) -> int:
        """Return the position of the next record, asked for in the order of the file."""
        return next(self._next) if group.counted_through else index


def file_name(field_name: str) -> str:
    """Return what a field of the domain is called in a file."""
    if field_name.endswith("_ids"):
        return f"{field_name.removesuffix('_ids')}s"
    return field_name.removesuffix("_id") if field_name != "id" else field_name


def _by_position(_: Plan, record: Any) -> tuple[Any, ...]:  # noqa: ANN401 - aims, KPIs, audiences and lines
    return record.position, record.id


def _by_day(_: Plan, record: Any) -> tuple[Any, ...]:  # noqa: ANN401 - everything that has one day
    return record.day, record.id


def _by_name(_: Plan, record: Any) -> tuple[Any, ...]:  # noqa: ANN401 - everything that has a name
    return record.name, record.id


def _by_number(_: Plan, version: Version) -> tuple[Any, ...]:
    return version.number, version.id


def _by_aim(plan: Plan, contribution: Contribution) -> tuple[Any, ...]:
    return plan.aims[contribution.aim_id].position, contribution.id


def _by_audience(plan: Plan, influence: Influence) -> tuple[Any, ...]:
    return plan.audiences[influence.to_audience_id].position, influence.id


def _by_first_day(_: Plan, flight: Flight) -> tuple[Any, ...]:
    return flight.first_day, flight.last_day, flight.id


def _by_beginning(plan: Plan, activity: Activity) -> tuple[Any, ...]:
    span = plan.span_of(activity.id)
    return (span.first_day, span.last_day) if span else (date.max, date.max), activity.title, activity.id


def _by_ends(plan: Plan, bridge: Bridge) -> tuple[Any, ...]:
    source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
    return *_by_beginning(plan, source), *_by_beginning(plan, target), bridge.id


_READINGS = Group(name="readings", record_type=Reading, order=_by_day, parent_field="kpi_id")
_POSTINGS = Group(
    name="postings", record_type=Posting, order=_by_day, parent_field="line_id", money=("amount",)
)


def _kpis(parent_field: str) -> Group:
    return Group(
        name="kpis", record_type=Kpi, order=_by_position, parent_field=parent_field, groups=(_READINGS,)
    )


_LINES = Group(
    name="lines",
    record_type=BudgetLine,
    order=_by_position,
    parent_field="activity_id",
    money=("unit_price", "planned", "forecast"),
    counted_through=True,
    groups=(_POSTINGS,),
)
_ACTIVITIES = Group(
    name="activities",
    record_type=Activity,
    order=_by_beginning,
    groups=(
        Group(name="flights", record_type=Flight, order=_by_first_day, parent_field="activity_id"),
        Group(name="contributions", record_type=Contribution, order=_by_aim, parent_field="activity_id"),
        _kpis("activity_id"),
        _LINES,
    ),
)
VERSIONS = Group(
    name="versions",
    record_type=Version,
    order=_by_number,
    groups=(Group(name="approvals", record_type=Approval, order=_by_day, parent_field="version_id"),),
)
GROUPS = (
    Group(name="aims", record_type=Aim, order=_by_position, groups=(_kpis("aim_id"),)),
    Group(name="audiences", record_type=Audience, order=_by_position),
    Group(
        name="influences",
        record_type=Influence,
        order=_by_audience,
        may_be_absent=MappingProxyType({"from_audience_id": None}),
    ),
    Group(name="own_kinds", record_type=OwnKind, order=_by_name),
    _ACTIVITIES,
    Group(name="own_patterns", record_type=OwnPattern, order=_by_name),
    Group(name="bridges", record_type=Bridge, order=_by_ends),
    _LINES,
    Group(name="reserve_draws", record_type=ReserveDraw, order=_by_day, money=("amount",)),
    Group(name="scenarios", record_type=Scenario, order=_by_name),
    Group(name="dismissals", record_type=Dismissal, order=_by_day),
    VERSIONS,
)
"""The lists of a file in their order; what refers to lines comes after all lines."""
