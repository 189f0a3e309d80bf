"""How a finding is mended: what would be made, changed and moved, and what only people can fill in.

A ``Fix`` is a description; ``changes_of`` says what it does to a plan, and the services make one step of the
history of that. ``fixes_of`` gives the fixes of a finding that really mend it without breaking anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias, TypeVar

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet, ordered
from campaignplanner.domain.days import shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord, Record
from campaignplanner.domain.review import Dismissal, Finding
from campaignplanner.planning.sentences import quoted

Answers: TypeAlias = Mapping[tuple[str, str], object]
"""What people filled in, by record and field."""
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """New values for fields of a record; a dot leads into a group, such as ``brief.message``."""

    record_type: type[Record]
    record_id: str
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Move:
    """An activity moves as a whole, so that it begins on a day."""

    activity_id: str
    first_day: date


@dataclass(frozen=True, slots=True)
class Blank:
    """A field that people fill in: what no program can know.

    Attributes:
        record_type: of the record, which is in the plan or among what the fix makes.
        record_id: the record.
        field: its field; a dot leads into a group.
        asked: what to fill in, such as ``Target of “Subscribers”``.
    """

    record_type: type[Record]
    record_id: str
    field: str
    asked: str

    @property
    def key(self) -> tuple[str, str]:
        """What its answer is found by."""
        return self.record_id, self.field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One way to mend a finding.

    Attributes:
        label: what a button or the history says, such as ``Start “Clinic tips thread” on 19 October 2026``.
        preview: what will change, a sentence each.
        makes: records that are made.
        edits: fields that get new values.
        moves: activities that move.
        blanks: what is to be filled in before; all of it, so that nothing is left to be found.
    """

    label: str
    preview: tuple[str, ...]
    makes: tuple[PlanRecord, ...] = ()
    edits: tuple[FieldEdit, ...] = ()
    moves: tuple[Move, ...] = ()
    blanks: tuple[Blank, ...] = ()


def changes_of(plan: Plan, fix: Fix, answers: Answers | None = None) -> tuple[Change, ...]:
    """Return what a fix does to a plan.

    Raises:
        PlanError: a record is not there any more, a blank is left open, or a rule of the domain is broken.
    """
    made: dict[str, PlanRecord] = {each.id: each for each in fix.makes}
    changed: dict[str, tuple[Record, Record]] = {}

    def edit(record_type: type[Record], record_id: str, fields: Mapping[str, object]) -> None:
        if record_id in made:
            made[record_id] = with_values(made[record_id], fields)
            return
        before, after = changed.get(record_id) or (_found(plan, record_type, record_id),) * 2
        changed[record_id] = (before, with_values(after, fields))

    for move in fix.moves:
        for before, after in _moved(plan, move):
            changed[before.id] = (before, after)
    for each in fix.edits:
        edit(each.record_type, each.record_id, each.fields)
    for blank in fix.blanks:
        if answers is None or answers.get(blank.key) in (None, ""):
            raise PlanError(f"{blank.asked} is still to be filled in.", blank.field, blank.record_id)
        edit(blank.record_type, blank.record_id, {blank.field: answers[blank.key]})
    for record in (*made.values(), *(after for _, after in changed.values())):
        record.check()
    return ordered(
        [*(Change(None, each) for each in made.values()), *(Change(*each) for each in changed.values())]
    )


def with_values(record: R, fields: Mapping[str, object]) -> R:
    """Return a record with new values, unchecked; a dot in a field's name leads into a group."""
    values: dict[str, Any] = {}
    for name, value in fields.items():
        group, _, inner = name.partition(".")
        if inner:
            values[group] = replace(values.get(group, getattr(record, group)), **{inner: value})
        else:
            values[name] = value
    return replace(record, **values)


def _found(plan: Plan, record_type: type[Record], record_id: str) -> Record:
    if record_type is Campaign:
        return plan.campaign
    known: type[Any] = record_type
    found: Record = plan.find(known, record_id)
    return found


def _moved(plan: Plan, move: Move) -> Iterator[tuple[Record, Record]]:
    activity, span = plan.find(Activity, move.activity_id), plan.span_of(move.activity_id)
    if span is None:
        raise PlanError(f"{quoted(activity.title)} has no dates to move yet.", record_id=activity.id)
    days = (move.first_day - span.first_day).days
    if activity.preparation_from is not None:
        yield activity, replace(activity, preparation_from=shifted_day(activity.preparation_from, days))
    for flight in plan.flights_of(activity.id):
        moved = flight.span.shifted(days)
        yield flight, replace(flight, first_day=moved.first_day, last_day=moved.last_day)


def applied(plan: Plan, fix: Fix, answers: Answers | None = None) -> Plan:
    """Return the plan after a fix; raise PlanError where it cannot be."""
    return plan.applying(ChangeSet(fix.label, changes_of(plan, fix, answers), plan.campaign.id))


def dismissal_of(finding: Finding, reason: str, day: date, identifier: str) -> Dismissal:
    """Return what sets a finding aside: “not for us”, with the reason."""
    return Dismissal(
        id=identifier, rule=finding.rule, subject_ids=finding.subject_ids, reason=reason, day=day
    )
