"""Moving activities from one lane of the timeline to another: what makes the lanes is what changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from campaignplanner.domain.activity import Activity, ActivityStatus, Contribution, Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import counted
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey, Value
from campaignplanner.services.commands.activity import ChangeActivity, ChangeContribution
from campaignplanner.services.commands.editing import change_set, with_fields
from campaignplanner.services.commands.flight import Reschedule
from campaignplanner.services.commands.naming import day_in_words, name_of, quoted
from campaignplanner.services.copying import derived_id


@dataclass(frozen=True, slots=True)
class PutIntoLane:
    """Move activities from lanes to another lane of the same grouping; dates and sides stay.

    Among the lanes of aims only what lay in the lane moves: its weight goes to the other aim, added to what
    is there already. From "no aim yet" an activity gets the weight 1, and to there the aim is taken away. In
    other groupings the field that makes the lanes gets the other value.

    Attributes:
        moved: each activity with the lane from which it is moved.
        lane: to where.
        making_id: what the identifiers of made contributions are derived from.
    """

    moved: tuple[tuple[str, LaneKey], ...]
    lane: LaneKey
    making_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError, saying why, when one of them cannot lie there."""
        activities = [plan.find(Activity, each) for each, _ in self.moved]
        changes = [
            change
            for activity, (_, source) in zip(activities, self.moved, strict=True)
            if source != self.lane
            for change in self._changes_of(plan, activity, source)
        ]
        return change_set(plan, self._label(plan, activities), changes)

    def _changes_of(self, plan: Plan, activity: Activity, source: LaneKey) -> Iterable[Change]:
        if self.lane.grouping is Grouping.AIM:
            return self._weight_moved(plan, activity, source.value)
        fields = fields_of_lane(plan, activity, source, self.lane)
        return ChangeActivity(activity.id, fields).changes(plan).changes

    def _weight_moved(self, plan: Plan, activity: Activity, source: Value) -> Iterator[Change]:
        before = next((each for each in plan.contributions_of(activity.id) if each.aim_id == source), None)
        if before is None:
            if self.lane.value is not None:
                yield Change(None, self._made(plan, activity, self.lane.value))
        elif self.lane.value is None:
            yield Change(before, None)
        else:
            yield from ChangeContribution(before.id, {"aim_id": self.lane.value}).changes(plan).changes

    def _made(self, plan: Plan, activity: Activity, aim_id: str) -> Contribution:
        plan.find(Aim, aim_id)
        made_id = derived_id(self.making_id, Contribution, activity.id)
        return Contribution(id=made_id, activity_id=activity.id, aim_id=aim_id)

    def _label(self, plan: Plan, activities: list[Activity]) -> str:
        one = len(activities) == 1
        who = name_of(activities[0], plan) if one else counted(Activity, len(activities))
        return f"Move {who} to {lane_in_words(plan, self.lane)}"


@dataclass(frozen=True, slots=True)
class DateInLane:
    """Give an undated activity its first dates and the lane in which it is put down, in one step.

    Attributes:
        activity_id: the activity.
        first_day: its first day.
        last_day: its last day.
        source: the lane in which it would lie anyway.
        lane: the lane in which it is put down.
        flight_id: what the flight made by this is called.
        making_id: what the identifier of a made contribution is derived from.
    """

    activity_id: str
    first_day: date
    last_day: date
    source: LaneKey
    lane: LaneKey
    flight_id: str = field(default_factory=new_id)
    making_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when it has dates or cannot lie there."""
        activity = plan.find(Activity, self.activity_id)
        if plan.span_of(activity.id) is not None:
            raise PlanError(f"{name_of(activity, plan)} has dates already.", record_id=activity.id)
        dates = Reschedule(activity.id, self.first_day, self.last_day, self.flight_id).changes(plan)
        moved = PutIntoLane(((activity.id, self.source),), self.lane, self.making_id).changes(plan)
        first = day_in_words(self.first_day)
        return change_set(
            plan, f"Let {name_of(activity, plan)} begin on {first}", [*moved.changes, *dates.changes]
        )


def lane_in_words(plan: Plan, lane: LaneKey) -> str:
    """Return what a sentence calls a lane: ``“More regulars”``, ``no aim yet``."""
    if lane.value is None:
        return f"no {lane.grouping.value} yet"
    if lane.grouping is Grouping.AIM:
        return quoted(plan.find(Aim, lane.value).statement)
    if lane.grouping is Grouping.AUDIENCE:
        return quoted(plan.audiences[lane.value].name)
    own = plan.own_kinds.get(lane.value) if lane.grouping is Grouping.KIND else None
    return quoted(lane.value if own is None else own.name)


def fields_of_lane(
    plan: Plan, activity: Activity, source: LaneKey | None, lane: LaneKey
) -> Mapping[str, object]:
    """Return the fields by which an activity lies in a lane that no aim makes.

    Args:
        plan: whose lanes.
        activity: as it is now.
        source: the lane that it leaves; None for one that is new.
        lane: the lane.

    Raises:
        PlanError: nothing that could be changed makes it lie there.
    """
    match lane.grouping:
        case Grouping.OWNER:
            return {"owner": lane.value or ""}
        case Grouping.PLACE:
            return _place_fields(plan, activity, lane.value)
        case Grouping.AUDIENCE:
            left = None if source is None else source.value
            kept = [each for each in activity.audience_ids if each not in (left, lane.value)]
            return {"audience_ids": (*kept, *(() if lane.value is None else (lane.value,)))}
        case Grouping.KIND:
            return _kind_fields(plan, lane.value)
        case Grouping.STATUS:
            return {"status": ActivityStatus(lane.value)}
        case _:
            return {}


def placed_in_lane(
    plan: Plan, activity: Activity, lane: LaneKey
) -> tuple[Activity, tuple[Contribution, ...]]:
    """Return an activity that is to be made as it lies in a lane, with the contribution that it needs for it.

    Raises:
        PlanError: it cannot lie there.
    """
    if lane.grouping is Grouping.AIM:
        if lane.value is None:
            return activity, ()
        return activity, (Contribution(id=new_id(), activity_id=activity.id, aim_id=lane.value),)
    placed = with_fields(activity, fields_of_lane(plan, activity, None, lane))
    return placed, ()


def _place_fields(plan: Plan, activity: Activity, value: Value) -> Mapping[str, object]:
    if activity.side is Side.ONLINE:
        return {"channel": value or ""}
    if value is None and not activity.place and plan.flights_of(activity.id):
        raise PlanError(
            f"All runs of {name_of(activity, plan)} name that place: change it where they are listed.",
            "place",
        )
    return {"place": value or ""}


def _kind_fields(plan: Plan, value: Value) -> Mapping[str, object]:
    if value in plan.own_kinds:
        return {"kind": Kind.OTHER, "own_kind_id": value}
    return {"kind": Kind(value), "own_kind_id": None}
