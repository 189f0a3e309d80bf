"""Records in words, for the labels of the history and for sentences about what goes with a deletion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import singledispatch

from campaignplanner.domain.activity import Activity, Contribution, Flight
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.approval import Approval, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Posting, ReserveDraw
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import NAMES, PlanRecord, Record, counted, title_of
from campaignplanner.domain.review import Dismissal
from campaignplanner.planning.sentences import LONGEST_NAME, counted_days, day_in_words, listed, quoted

__all__ = [
    "LONGEST_NAME",
    "counted_by_type",
    "counted_days",
    "day_in_words",
    "listed",
    "move_label",
    "name_of",
    "named",
    "quoted",
]


def move_label(name: str, days: int) -> str:
    """Return what the history says of a move: ``Move “Tasting bars” by 3 days``, ``… 3 days earlier``."""
    if days < 0:
        return f"Move {name} {counted_days(days)} earlier"
    return f"Move {name} by {counted_days(days)}"


def counted_by_type(records: Iterable[Record]) -> str:
    """Return how many there are of each type, parents first: ``6 flights, 2 bridges and 3 budget lines``."""
    counts = Counter(type(record) for record in records)
    return listed([counted(each, counts[each]) for each in NAMES if counts[each]])


@singledispatch
def name_of(record: Record, plan: Plan | None) -> str:
    """Return what a sentence calls a record: its title in quotation marks, or what it belongs to.

    Args:
        record: any record of the domain.
        plan: where the records lie that it hangs on; None where there is none, such as for a play.
    """
    del plan
    return quoted(title_of(record))


def named(plan: Plan | None, record_type: type[PlanRecord], record_id: str | None) -> str:
    """Return what a sentence calls the record with that identifier, or its bare noun when it is not there."""
    record = None if plan is None or record_id is None else plan.table(record_type).get(record_id)
    return f"the {NAMES[record_type][0]}" if record is None else name_of(record, plan)


@name_of.register
def _name_of_flight(record: Flight, plan: Plan | None) -> str:
    return f"the flight of {named(plan, Activity, record.activity_id)} from {day_in_words(record.first_day)}"


@name_of.register
def _name_of_contribution(record: Contribution, plan: Plan | None) -> str:
    activity = named(plan, Activity, record.activity_id)
    return f"the contribution of {activity} to {named(plan, Aim, record.aim_id)}"


@name_of.register
def _name_of_reading(record: Reading, plan: Plan | None) -> str:
    return f"the reading of {named(plan, Kpi, record.kpi_id)} on {day_in_words(record.day)}"


@name_of.register
def _name_of_influence(record: Influence, plan: Plan | None) -> str:
    ambassadors = record.from_audience_id is None
    source = "ambassadors" if ambassadors else named(plan, Audience, record.from_audience_id)
    return f"the influence of {source} on {named(plan, Audience, record.to_audience_id)}"


@name_of.register
def _name_of_bridge(record: Bridge, plan: Plan | None) -> str:
    source = named(plan, Activity, record.source_id)
    return f"the bridge from {source} to {named(plan, Activity, record.target_id)}"


@name_of.register
def _name_of_posting(record: Posting, plan: Plan | None) -> str:
    return f"the posting of {day_in_words(record.day)} on {named(plan, BudgetLine, record.line_id)}"


@name_of.register
def _name_of_reserve_draw(record: ReserveDraw, plan: Plan | None) -> str:
    del plan
    return f"the draw on the reserve for {quoted(record.reason)}"


@name_of.register
def _name_of_version(record: Version, plan: Plan | None) -> str:
    del plan
    return f"version {record.number}"


@name_of.register
def _name_of_approval(record: Approval, plan: Plan | None) -> str:
    return f"the approval of {named(plan, Version, record.version_id)} by {quoted(record.who)}"


@name_of.register
def _name_of_dismissal(record: Dismissal, plan: Plan | None) -> str:
    del plan
    return f"the dismissal {quoted(record.reason)}"
