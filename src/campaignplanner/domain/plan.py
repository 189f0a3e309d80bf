"""One campaign, whole and immutable."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from campaignplanner.domain.activity import Activity, Contribution, Flight, OwnKind
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.approval import Approval, Version, VersionState
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import BudgetLine, Posting, ReserveDraw, Scenario
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.days import Span, joined_spans
from campaignplanner.domain.errors import PlanError, StaleChange
from campaignplanner.domain.play import Play
from campaignplanner.domain.records import RECORD_TYPES, PlanRecord, Record
from campaignplanner.domain.references import check_gone, check_record
from campaignplanner.domain.review import Dismissal
from campaignplanner.domain.table import Table

R = TypeVar("R", bound=PlanRecord)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A campaign with everything in it, as tables by identifier.

    A plan never changes: ``applying`` gives another one that shares what stayed the same. Tables are in no
    order to rely on; the methods below give the orders that people see.

    Attributes:
        worked_out: what was reckoned from it, kept by ``planning.keeping`` for whoever asks next. It says
            nothing that the tables do not say, so it is neither compared nor written anywhere.
    """

    campaign: Campaign
    aims: Table[Aim] = field(default_factory=Table)
    kpis: Table[Kpi] = field(default_factory=Table)
    readings: Table[Reading] = field(default_factory=Table)
    audiences: Table[Audience] = field(default_factory=Table)
    influences: Table[Influence] = field(default_factory=Table)
    own_kinds: Table[OwnKind] = field(default_factory=Table)
    activities: Table[Activity] = field(default_factory=Table)
    flights: Table[Flight] = field(default_factory=Table)
    contributions: Table[Contribution] = field(default_factory=Table)
    own_patterns: Table[OwnPattern] = field(default_factory=Table)
    bridges: Table[Bridge] = field(default_factory=Table)
    lines: Table[BudgetLine] = field(default_factory=Table)
    postings: Table[Posting] = field(default_factory=Table)
    reserve_draws: Table[ReserveDraw] = field(default_factory=Table)
    versions: Table[Version] = field(default_factory=Table)
    approvals: Table[Approval] = field(default_factory=Table)
    scenarios: Table[Scenario] = field(default_factory=Table)
    dismissals: Table[Dismissal] = field(default_factory=Table)
    worked_out: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, campaign: Campaign, records: Iterable[PlanRecord] = ()) -> Plan:
        """Put a plan together from its records, unchecked; see ``check``."""
        sorted_out: dict[type[PlanRecord], list[Any]] = {}
        for record in records:
            sorted_out.setdefault(type(record), []).append(record)
        tables: dict[str, Any] = {
            RECORD_TYPES[record_type]: Table(found) for record_type, found in sorted_out.items()
        }
        return cls(campaign=campaign, **tables)

    # -- whole ---------------------------------------------------------------------------------------

    def table(self, record_type: type[R]) -> Table[R]:
        """Return the table of a type of record."""
        table: Table[R] = getattr(self, RECORD_TYPES[cast("type[PlanRecord]", record_type)])
        return table

    def records(self) -> Iterator[PlanRecord]:
        """Yield every record beside the campaign, parents before children."""
        for record_type in RECORD_TYPES:
            yield from self.table(record_type).values()

    def find(self, record_type: type[R], identifier: str) -> R:
        """Return a record; raise PlanError when it is not there any more."""
        record = self.table(record_type).get(identifier)
        if record is None:
            raise PlanError("That is not in the plan any more.", record_id=identifier)
        return record

    def check(self) -> None:
        """Raise PlanError, with ``record_id`` set, for the first thing that breaks a rule."""
        _check_campaign(self.campaign)
        for record in self.records():
            check_record(self, record)

    def applying(self, change_set: ChangeSet) -> Plan:
        """Return the plan after the changes, checked where they touched it.

        Plays and kept version states are not part of a plan and pass through.

        Raises:
            PlanError: the plan would break a rule.
            StaleChange: a ``before`` is not what this plan holds.
        """
        changed: dict[type[PlanRecord], list[Any]] = {}
        campaign = self.campaign
        for change in change_set.changes:
            record = change.record
            if isinstance(record, Campaign):
                campaign = _changed_campaign(campaign, change)
            elif not isinstance(record, VersionState | Play):
                changed.setdefault(type(record), []).append((change.before, change.after))
        tables: dict[str, Any] = {
            RECORD_TYPES[record_type]: self.table(record_type).changing(found)
            for record_type, found in changed.items()
        }
        plan = replace(self, campaign=campaign, **tables)
        _check_changes(plan, change_set.changes)
        plan.worked_out.update(self.worked_out)
        return plan

    def __getstate__(self) -> dict[str, object]:
        """What another process is sent: not what it can reckon itself."""
        return {**self.__dict__, "worked_out": {}}

    # -- in the orders that people see ---------------------------------------------------------------

    @property
    def aims_in_order(self) -> tuple[Aim, ...]:
        """The aims as the user ordered them."""
        return tuple(sorted(self.aims.values(), key=lambda aim: (aim.position, aim.id)))

    @property
    def audiences_in_order(self) -> tuple[Audience, ...]:
        """The audiences as the user ordered them."""
        return tuple(sorted(self.audiences.values(), key=lambda each: (each.position, each.id)))

    @property
    def versions_in_order(self) -> tuple[Version, ...]:
        """The versions by number."""
        return tuple(sorted(self.versions.values(), key=lambda version: version.number))

    @property
    def lines_in_order(self) -> tuple[BudgetLine, ...]:
        """The budget lines as the user ordered them."""
        return tuple(sorted(self.lines.values(), key=_line_order))

    def flights_of(self, activity_id: str) -> tuple[Flight, ...]:
        """The flights of an activity by their first day."""
        found = self.flights.by("activity_id").get(activity_id, ())
        if len(found) < 2:
            return found
        return tuple(sorted(found, key=lambda each: (each.first_day, each.last_day, each.id)))

    def span_of(self, activity_id: str) -> Span | None:
        """The days from an activity's first flight to its last; None while it is undated."""
        found = self.flights.by("activity_id").get(activity_id, ())
        if not found:
            return None
        return Span(min(each.first_day for each in found), max(each.last_day for each in found))

    def contributions_of(self, activity_id: str) -> tuple[Contribution, ...]:
        """What an activity gives to aims, in the order of the aims."""
        found = self.contributions.by("activity_id").get(activity_id, ())
        return tuple(sorted(found, key=lambda each: self._aim_order(each.aim_id)))

    def aim_shares(self, activity_id: str) -> dict[str, int]:
        """The weight that each aim has in an activity, by aim, in the order of the aims."""
        return {each.aim_id: each.weight for each in self.contributions_of(activity_id)}

    def activities_of(self, aim_id: str) -> tuple[Activity, ...]:
        """The activities that serve an aim."""
        found = self.contributions.by("aim_id").get(aim_id, ())
        return tuple(self.activities[each.activity_id] for each in found)

    def kpis_of_aim(self, aim_id: str) -> tuple[Kpi, ...]:
        """The measures of an aim as the user ordered them."""
        return tuple(sorted(self.kpis.by("aim_id").get(aim_id, ()), key=_kpi_order))

    def kpis_of_activity(self, activity_id: str) -> tuple[Kpi, ...]:
        """The measures of an activity as the user ordered them."""
        return tuple(sorted(self.kpis.by("activity_id").get(activity_id, ()), key=_kpi_order))

    def readings_of(self, kpi_id: str) -> tuple[Reading, ...]:
        """The measured values of a KPI by day."""
        found = self.readings.by("kpi_id").get(kpi_id, ())
        return tuple(sorted(found, key=lambda each: (each.day, each.id)))

    def bridges_from(self, activity_id: str) -> tuple[Bridge, ...]:
        """The bridges that start from an activity."""
        return self.bridges.by("source_id").get(activity_id, ())

    def bridges_to(self, activity_id: str) -> tuple[Bridge, ...]:
        """The bridges that lead to an activity."""
        return self.bridges.by("target_id").get(activity_id, ())

    def is_crossing(self, bridge: Bridge) -> bool:
        """Tell whether a bridge joins the two sides; only those count as integration."""
        return self.activities[bridge.source_id].side is not self.activities[bridge.target_id].side

    def lines_of(self, activity_id: str | None) -> tuple[BudgetLine, ...]:
        """The budget lines of an activity, or of the campaign itself for None."""
        return tuple(sorted(self.lines.by("activity_id").get(activity_id, ()), key=_line_order))

    def postings_of(self, line_id: str) -> tuple[Posting, ...]:
        """The postings of a line by day."""
        found = self.postings.by("line_id").get(line_id, ())
        if len(found) < 2:
            return found
        return tuple(sorted(found, key=lambda each: (each.day, each.id)))

    def approvals_of(self, version_id: str) -> tuple[Approval, ...]:
        """The approvals of a version by day."""
        found = self.approvals.by("version_id").get(version_id, ())
        return tuple(sorted(found, key=lambda each: (each.day, each.id)))

    def dated_span(self) -> Span | None:
        """The campaign's days where both are set, else those of its flights; None when there are none."""
        return self.campaign.span or joined_spans(flight.span for flight in self.flights.values())

    def _aim_order(self, aim_id: str) -> tuple[int, str]:
        aim = self.aims.get(aim_id)
        return (aim.position if aim is not None else 0, aim_id)


def _check_changes(plan: Plan, changes: Iterable[Change]) -> None:
    for change in changes:
        record: Record = change.record
        if isinstance(record, Campaign):
            _check_campaign(record)
        elif isinstance(record, VersionState | Play):
            record.check()
        elif change.after is None:
            check_gone(plan, record)
        else:
            check_record(plan, record)


def _changed_campaign(campaign: Campaign, change: Change) -> Campaign:
    if change.before != campaign:
        raise StaleChange("The campaign has been changed elsewhere in the meantime; please try again.")
    if not isinstance(change.after, Campaign):
        raise PlanError("A campaign is deleted from the list of campaigns.")
    return change.after


def _check_campaign(campaign: Campaign) -> None:
    try:
        campaign.check()
    except PlanError as error:
        error.record_id = campaign.id
        raise


def _kpi_order(kpi: Kpi) -> tuple[int, str]:
    return kpi.position, kpi.id


def _line_order(line: BudgetLine) -> tuple[int, str]:
    return line.position, line.id
