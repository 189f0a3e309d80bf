"""What is done to several activities at once, each in one step of the history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from campaignplanner.domain.activity import Activity, Contribution, Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord, counted
from campaignplanner.services.commands.activity import ChangeActivity, MakeActivity
from campaignplanner.services.commands.crossing import check_bridges_cross
from campaignplanner.services.commands.editing import (
    change_set,
    consequences_of_all,
    deletion_of_all,
    field_in_words,
    making,
    positions_after,
)
from campaignplanner.services.commands.naming import listed, name_of
from campaignplanner.services.copying import derived_id


@dataclass(frozen=True, slots=True)
class MakeActivities:
    """Add several activities, each with what belongs to it, such as rows that were pasted."""

    made: tuple[MakeActivity, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError, with ``record_id`` set, when one breaks a rule."""
        if len(self.made) == 1:
            return self.made[0].changes(plan)
        changes = chain.from_iterable(_changes_of(plan, each) for each in self.made)
        return change_set(plan, f"Add {counted(Activity, len(self.made))}", _lines_in_order(plan, changes))


@dataclass(frozen=True, slots=True)
class ChangeActivities:
    """Give fields of several activities the same new values, by field name; see ``ChangeActivity``."""

    activity_ids: tuple[str, ...]
    fields: Mapping[str, object]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError, naming the activity, when one of them cannot have it."""
        commands = [ChangeActivity(each, self.fields) for each in dict.fromkeys(self.activity_ids)]
        if len(commands) == 1:
            return commands[0].changes(plan)
        changes = [change for each in commands for change in _checked(plan, each)]
        check_bridges_cross(plan, changes)
        label = f"Change the {listed([field_in_words(each) for each in self.fields])} of "
        return change_set(plan, label + counted(Activity, len(changes)), changes)


@dataclass(frozen=True, slots=True)
class GiveAudiences:
    """Let several activities be for audiences, and for others not; what is not named stays as it is.

    Attributes:
        activity_ids: which activities.
        audience_ids: whom all of them are for; added behind those that an activity has.
        but_not: whom none of them is for.
    """

    activity_ids: tuple[str, ...]
    audience_ids: tuple[str, ...]
    but_not: tuple[str, ...] = ()

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when an activity is not there any more."""
        activities = tuple(_found(plan, self.activity_ids))
        changes = []
        for activity in activities:
            kept = [each for each in activity.audience_ids if each not in self.but_not]
            whole = tuple(dict.fromkeys([*kept, *self.audience_ids]))
            changes.append(Change(activity, replace(activity, audience_ids=whole)))
        return change_set(plan, f"Change the audiences of {_in_words(plan, activities)}", changes)


@dataclass(frozen=True, slots=True)
class TurnSide:
    """Bring activities to the other side; a kind that the other side does not have becomes "other"."""

    activity_ids: tuple[str, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when a bridge would no longer cross."""
        activities = tuple(_found(plan, self.activity_ids))
        changes = [Change(each, _on_the_other_side(each)) for each in activities]
        check_bridges_cross(plan, changes)
        return change_set(plan, f"Move {_in_words(plan, activities)} to the other side", changes)


@dataclass(frozen=True, slots=True)
class DeleteActivities:
    """Delete several activities with their flights, contributions, KPIs, bridges and budget lines."""

    activity_ids: tuple[str, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when one of them has money that was approved."""
        return deletion_of_all(plan, self._activities(plan))

    def consequences(self, plan: Plan) -> str:
        """Say what goes with them, to be asked before; raise PlanError when one must stay."""
        return consequences_of_all(plan, self._activities(plan))

    def _activities(self, plan: Plan) -> tuple[Activity, ...]:
        return tuple(_found(plan, self.activity_ids))


@dataclass(frozen=True, slots=True)
class SetAim:
    """Let activities serve one aim and no other, or none at all.

    An activity that served the aim before keeps its weight, else it gets the smallest.

    Attributes:
        activity_ids: which ones.
        aim_id: the aim; None takes every aim away.
        making_id: what the identifiers of the made contributions are derived from.
    """

    activity_ids: tuple[str, ...]
    aim_id: str | None
    making_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when an activity or the aim is not there any more."""
        activities = tuple(_found(plan, self.activity_ids))
        aim = None if self.aim_id is None else plan.find(Aim, self.aim_id)
        removed = [
            Change(contribution, None)
            for activity in activities
            for contribution in plan.contributions_of(activity.id)
            if aim is None or contribution.aim_id != aim.id
        ]
        made = () if aim is None else _served(plan, activities, aim, self.making_id)
        who = _in_words(plan, activities)
        label = f"Let {who} serve no aim" if aim is None else f"Let {who} serve {name_of(aim, plan)} only"
        return change_set(plan, label, [*removed, *made])


@dataclass(frozen=True, slots=True)
class AddAim:
    """Let activities serve an aim beside those they serve already.

    Attributes:
        activity_ids: which ones.
        aim_id: the aim.
        making_id: what the identifiers of the made contributions are derived from.
    """

    activity_ids: tuple[str, ...]
    aim_id: str
    making_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when an activity or the aim is not there any more."""
        activities = tuple(_found(plan, self.activity_ids))
        aim = plan.find(Aim, self.aim_id)
        label = f"Let {_in_words(plan, activities)} serve {name_of(aim, plan)} too"
        return change_set(plan, label, _served(plan, activities, aim, self.making_id))


def _on_the_other_side(activity: Activity) -> Activity:
    side = Side.OFFLINE if activity.side is Side.ONLINE else Side.ONLINE
    kind = activity.kind if side in activity.kind.sides else Kind.OTHER
    return replace(activity, side=side, kind=kind, own_kind_id=None)


def _served(plan: Plan, activities: Iterable[Activity], aim: Aim, making_id: str) -> Iterator[Change]:
    """Yield the making of what is missing for every activity to serve the aim."""
    for activity in activities:
        if aim.id not in plan.aim_shares(activity.id):
            made = Contribution(
                id=derived_id(making_id, Contribution, activity.id), activity_id=activity.id, aim_id=aim.id
            )
            yield Change(None, made)


def _changes_of(plan: Plan, command: MakeActivity) -> tuple[Change, ...]:
    return making(plan, command.record, command.beside).changes


def _lines_in_order(plan: Plan, made: Iterable[Change]) -> Iterator[Change]:
    """Yield the makings, with budget lines one after the other behind those of the plan."""
    positions = positions_after(plan.lines.values())
    for each in made:
        if isinstance(each.after, BudgetLine):
            yield Change(None, replace(each.after, position=next(positions)))
        else:
            yield each


def _checked(plan: Plan, command: ChangeActivity) -> tuple[Change, ...]:
    try:
        return command.unchecked_changes(plan).changes
    except PlanError as error:
        error.record_id = error.record_id or command.record_id
        raise


def _found(plan: Plan, activity_ids: Iterable[str]) -> Iterator[Activity]:
    return (plan.find(Activity, each) for each in dict.fromkeys(activity_ids))


def _in_words(plan: Plan, activities: tuple[PlanRecord, ...]) -> str:
    one = len(activities) == 1
    return name_of(activities[0], plan) if one else counted(Activity, len(activities))
