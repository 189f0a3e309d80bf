"""Activities, the users' own kinds of them, and which aims they serve; their dates are in ``flight``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from campaignplanner.domain.activity import LARGEST_WEIGHT, Activity, Contribution, Kind, OwnKind
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.crossing import check_bridges_cross
from campaignplanner.services.commands.editing import ChangeRecord, DeleteRecord, MakeRecord, change_set
from campaignplanner.services.commands.naming import name_of


@dataclass(frozen=True, slots=True)
class MakeActivity(MakeRecord[Activity]):
    """Make an activity; flights and contributions that belong to the same step go into ``beside``."""


@dataclass(frozen=True, slots=True)
class ChangeActivity(ChangeRecord):
    """Change an activity's fields. A new kind replaces a kind of the users' own, and the other way round.

    A side by which a bridge would no longer cross is refused.
    """

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Activity

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError for values that break a rule or a bridge's crossing."""
        found = self.unchecked_changes(plan)
        check_bridges_cross(plan, found.changes)
        return found

    def unchecked_changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change, where whoever asks looks after the bridges: of several at once."""
        return ChangeRecord.changes(self, plan)

    def complete(self, record: PlanRecord) -> Mapping[str, object]:
        """Return the fields, with only one of the two sorts of kind set."""
        del record
        fields = dict(self.fields)
        if fields.get("own_kind_id") is not None:
            fields.setdefault("kind", Kind.OTHER)
        elif fields.get("kind", Kind.OTHER) is not Kind.OTHER:
            fields.setdefault("own_kind_id", None)
        return fields


@dataclass(frozen=True, slots=True)
class DeleteActivity(DeleteRecord):
    """Delete an activity with its flights, contributions, KPIs, bridges and budget lines."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Activity


@dataclass(frozen=True, slots=True)
class MakeOwnKind(MakeRecord[OwnKind]):
    """Add a kind of activity on one side."""


@dataclass(frozen=True, slots=True)
class ChangeOwnKind(ChangeRecord):
    """Rename a kind of the users' own; its side changes only while nothing is of that kind."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = OwnKind


@dataclass(frozen=True, slots=True)
class DeleteOwnKind(DeleteRecord):
    """Delete a kind of the users' own; activities of that kind become of kind "other"."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = OwnKind


@dataclass(frozen=True, slots=True)
class MakeContribution(MakeRecord[Contribution]):
    """Say that an activity serves an aim."""


@dataclass(frozen=True, slots=True)
class DeleteContribution(DeleteRecord):
    """Say that an activity does not serve an aim any more."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Contribution


@dataclass(frozen=True, slots=True)
class ChangeContribution:
    """Change a contribution's weight, or the aim or activity that it joins.

    Where the activity serves that aim already, the two are merged: their weights add up, at most to 1000.
    """

    record_id: str
    fields: Mapping[str, object]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError for unknown fields and values that break a rule."""
        before = plan.find(Contribution, self.record_id)
        from_fields = _ContributionFields(self.record_id, self.fields).changes(plan)
        after = from_fields.changes[0].after if from_fields else None
        if not isinstance(after, Contribution):
            return from_fields
        other = _contribution(plan, after.activity_id, after.aim_id)
        if other is None or other.id == before.id:
            return from_fields
        merged = replace(other, weight=min(other.weight + after.weight, LARGEST_WEIGHT))
        label = f"Merge {name_of(before, plan)} into {name_of(other, plan)}"
        return change_set(plan, label, [Change(other, merged), Change(before, None)])


@dataclass(frozen=True, slots=True)
class SetWeight:
    """Say how much of an activity serves an aim, whether it did before or not; a weight of 0 takes it away.

    Attributes:
        activity_id: the activity.
        aim_id: the aim that it serves.
        weight: a whole number from 0 to 1000.
        contribution_id: what a contribution made by this is called.
    """

    activity_id: str
    aim_id: str
    weight: int
    contribution_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError for a weight out of bounds."""
        activity = plan.find(Activity, self.activity_id)
        aim = plan.find(Aim, self.aim_id)
        before = _contribution(plan, activity.id, aim.id)
        after = self._after(before)
        changes = [] if before is None and after is None else [Change(before, after)]
        label = f"Let {name_of(activity, plan)} serve {name_of(aim, plan)} with weight {self.weight}"
        if after is None:
            label = f"Let {name_of(activity, plan)} not serve {name_of(aim, plan)}"
        return change_set(plan, label, changes)

    def _after(self, before: Contribution | None) -> Contribution | None:
        if not 0 <= self.weight <= LARGEST_WEIGHT:
            raise PlanError(f"A weight is a whole number from 0 to {LARGEST_WEIGHT}.", "weight")
        if self.weight == 0:
            return None
        if before is not None:
            return replace(before, weight=self.weight)
        return Contribution(
            id=self.contribution_id, activity_id=self.activity_id, aim_id=self.aim_id, weight=self.weight
        )


@dataclass(frozen=True, slots=True)
class _ContributionFields(ChangeRecord):
    RECORD_TYPE: ClassVar[type[PlanRecord]] = Contribution


def _contribution(plan: Plan, activity_id: str, aim_id: str) -> Contribution | None:
    found = plan.contributions.by("activity_id").get(activity_id, ())
    return next((each for each in found if each.aim_id == aim_id), None)
