"""The dates of activities: their flights, and moving them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.days import Span, check_order, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord, counted
from campaignplanner.planning.bridge_ties import tied_with
from campaignplanner.services.commands.editing import (
    ChangeRecord,
    DeleteRecord,
    MakeRecord,
    change_set,
    making,
)
from campaignplanner.services.commands.naming import day_in_words, listed, move_label, name_of


@dataclass(frozen=True, slots=True)
class MakeFlight(MakeRecord[Flight]):
    """Give an activity one more run."""


@dataclass(frozen=True, slots=True)
class ChangeFlight(ChangeRecord):
    """Change a flight's fields."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Flight


@dataclass(frozen=True, slots=True)
class DeleteFlight(DeleteRecord):
    """Delete a flight; without its last one the activity is undated and waits in the tray."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Flight


@dataclass(frozen=True, slots=True)
class MoveFlight:
    """Move one run of an activity by days, later when positive; the others stay."""

    flight_id: str
    days: int

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError where the calendar ends."""
        flight = plan.find(Flight, self.flight_id)
        label = move_label(name_of(flight, plan), self.days)
        return change_set(plan, label, [Change(flight, _shifted(flight, self.days))])


@dataclass(frozen=True, slots=True)
class RescheduleFlight:
    """Give one run of an activity its first and last day, as when its bar is dragged."""

    flight_id: str
    first_day: date
    last_day: date

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when the last day is before the first."""
        flight = plan.find(Flight, self.flight_id)
        check_order(self.first_day, self.last_day)
        span = Span(self.first_day, self.last_day)
        changed = replace(flight, first_day=span.first_day, last_day=span.last_day)
        label = _span_label(name_of(flight, plan), flight.span, span)
        return change_set(plan, label, [Change(flight, changed)])


@dataclass(frozen=True, slots=True)
class MoveActivity:
    """Move an activity with all its flights by days, later when positive; its preparation moves along."""

    activity_id: str
    days: int

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when it is undated or the calendar ends."""
        activity = plan.find(Activity, self.activity_id)
        if plan.span_of(activity.id) is None:
            raise PlanError(f"{name_of(activity, plan)} has no dates to move yet.", record_id=activity.id)
        label = move_label(name_of(activity, plan), self.days)
        return change_set(plan, label, _moved(plan, activity, self.days))


@dataclass(frozen=True, slots=True)
class MoveActivities:
    """Move several activities like ``MoveActivity``, in one step; those without dates stay as they are."""

    activity_ids: tuple[str, ...]
    days: int

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when none is dated or the calendar ends."""
        if len(set(self.activity_ids)) == 1:
            return MoveActivity(self.activity_ids[0], self.days).changes(plan)
        chosen = [plan.find(Activity, each) for each in dict.fromkeys(self.activity_ids)]
        dated = [each for each in chosen if plan.span_of(each.id) is not None]
        if not dated:
            raise PlanError("None of them has dates to move yet.", "days")
        label = move_label(counted(Activity, len(dated)), self.days)
        return change_set(plan, label, [each for one in dated for each in _moved(plan, one, self.days)])


@dataclass(frozen=True, slots=True)
class ClearDates:
    """Delete all flights of an activity in one step: it is undated then and waits in the tray."""

    activity_id: str

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; empty where it has no flight."""
        activity = plan.find(Activity, self.activity_id)
        label = f"Take the dates of {name_of(activity, plan)} away"
        return change_set(plan, label, [Change(each, None) for each in plan.flights_of(activity.id)])


@dataclass(frozen=True, slots=True)
class MoveTogether:
    """Move runs and whole activities by the same days, later when positive, as when several bars are dragged.

    An activity all of whose runs move is moved as a whole: its preparation moves along.

    Attributes:
        flight_ids: the runs.
        activity_ids: activities with all their runs; undated ones stay undated.
        days: by how many.
    """

    flight_ids: tuple[str, ...]
    activity_ids: tuple[str, ...]
    days: int

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when nothing of it is dated or the calendar ends."""
        flights = {each: plan.find(Flight, each) for each in self.flight_ids}
        whole = {each: plan.find(Activity, each) for each in self.activity_ids}
        for activity_id in dict.fromkeys(flight.activity_id for flight in flights.values()):
            if all(flight.id in flights for flight in plan.flights_of(activity_id)):
                whole[activity_id] = plan.activities[activity_id]
        dated = [each for each in whole.values() if plan.span_of(each.id) is not None]
        single = [each for each in flights.values() if each.activity_id not in whole]
        if not dated and not single:
            raise PlanError("There are no dates to move yet.")
        changes = [change for activity in dated for change in _moved(plan, activity, self.days)]
        changes += [Change(flight, _shifted(flight, self.days)) for flight in single]
        return change_set(plan, move_label(_moved_in_words(plan, dated, single), self.days), changes)


@dataclass(frozen=True, slots=True)
class MoveBridged:
    """Move activities with everything that is bridged with them, so that every gap stays as it is.

    It goes from bridge to bridge, both to what leads to an activity and to what follows it, and alike
    whether earlier or later.

    Attributes:
        activity_ids: from where.
        days: by how many, later when positive.
    """

    activity_ids: tuple[str, ...]
    days: int

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when nothing of it is dated or the calendar ends."""
        for activity_id in self.activity_ids:
            plan.find(Activity, activity_id)
        return MoveTogether((), tied_with(plan, self.activity_ids), self.days).changes(plan)


@dataclass(frozen=True, slots=True)
class Reschedule:
    """Give an activity its first and last day.

    An undated activity gets a flight. A span as long as before moves the activity as a whole, its
    preparation too. Otherwise the first flight is made to begin, and the last to end, on the days given.

    Attributes:
        activity_id: the activity.
        first_day: when its first flight begins.
        last_day: the last day of its last flight.
        flight_id: what a flight made by this is called.
    """

    activity_id: str
    first_day: date
    last_day: date
    flight_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when a flight would end before it begins."""
        activity = plan.find(Activity, self.activity_id)
        check_order(self.first_day, self.last_day)
        span, before = Span(self.first_day, self.last_day), plan.span_of(activity.id)
        if before is None:
            return making(plan, self._first_flight())
        if span.days == before.days:
            changes = _moved(plan, activity, (span.first_day - before.first_day).days)
        else:
            changes = [_stretched(flight, before, span) for flight in plan.flights_of(activity.id)]
        return change_set(plan, _span_label(name_of(activity, plan), before, span), changes)

    def _first_flight(self) -> Flight:
        return Flight(
            id=self.flight_id,
            activity_id=self.activity_id,
            first_day=self.first_day,
            last_day=self.last_day,
        )


def _moved_in_words(plan: Plan, whole: Sequence[Activity], single: Sequence[Flight]) -> str:
    if len(whole) + len(single) == 1:
        return name_of(whole[0] if whole else single[0], plan)
    parts = [counted(Activity, len(whole))] if whole else []
    return listed([*parts, counted(Flight, len(single))] if single else parts)


def _moved(plan: Plan, activity: Activity, days: int) -> Iterable[Change]:
    if activity.preparation_from is not None:
        preparation_from = shifted_day(activity.preparation_from, days)
        yield Change(activity, replace(activity, preparation_from=preparation_from))
    for flight in plan.flights_of(activity.id):
        yield Change(flight, _shifted(flight, days))


def _shifted(flight: Flight, days: int) -> Flight:
    span = flight.span.shifted(days)
    return replace(flight, first_day=span.first_day, last_day=span.last_day)


def _stretched(flight: Flight, before: Span, after: Span) -> Change:
    first = after.first_day if flight.first_day == before.first_day else flight.first_day
    last = after.last_day if flight.last_day == before.last_day else flight.last_day
    if last < first:
        was = f"{day_in_words(flight.first_day)} to {day_in_words(flight.last_day)}"
        raise PlanError(
            f"The flight from {was} does not fit into these dates: move it first.", record_id=flight.id
        )
    if not (after.contains(first) and after.contains(last)):
        raise PlanError(
            f"Another flight runs from {day_in_words(first)} to {day_in_words(last)}: move it first.",
            record_id=flight.id,
        )
    return Change(flight, replace(flight, first_day=first, last_day=last))


def _span_label(name: str, before: Span, after: Span) -> str:
    if before.days == after.days:
        return move_label(name, (after.first_day - before.first_day).days)
    if before.last_day == after.last_day:
        return f"Let {name} begin on {day_in_words(after.first_day)}"
    if before.first_day == after.first_day:
        return f"Let {name} end on {day_in_words(after.last_day)}"
    return f"Let {name} run from {day_in_words(after.first_day)} to {day_in_words(after.last_day)}"
