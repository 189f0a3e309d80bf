"""Plays: keeping building blocks in the store, and placing one in a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.changes import Change, ChangeSet, deleting, making
from campaignplanner.domain.days import shifted_day
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.money import minor_digits
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.editing import (
    PortfolioCommand,
    change_label,
    change_set,
    positions_after,
    with_fields,
)
from campaignplanner.services.commands.naming import name_of


@dataclass(frozen=True, slots=True)
class MakePlay(PortfolioCommand):
    """Keep a building block for every campaign of the store."""

    record: Play

    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change; raise PlanError when the play breaks a rule."""
        del plan
        self.record.check()
        return ChangeSet(f"Add play {name_of(self.record, None)}", making([self.record]), None)


@dataclass(frozen=True, slots=True)
class ChangePlay(PortfolioCommand):
    """Change a play's fields; what it was placed in stays."""

    before: Play
    fields: Mapping[str, object]

    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change; raise PlanError for unknown fields and values that break a rule."""
        del plan
        after = with_fields(self.before, self.fields)
        changes = () if after == self.before else (Change(self.before, after),)
        return ChangeSet(change_label(None, self.before, after), changes, None)


@dataclass(frozen=True, slots=True)
class DeletePlay(PortfolioCommand):
    """Delete a play; what it was placed in stays."""

    record: Play

    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change."""
        del plan
        return ChangeSet(f"Delete play {name_of(self.record, None)}", deleting([self.record]), None)

    def consequences(self) -> str:
        """Say what goes with it, to be asked before."""
        return f"Deletes {name_of(self.record, None)}; campaigns in which it was placed keep what it made."


@dataclass(frozen=True, slots=True)
class PlacePlay:
    """Make a play's activities, bridges and budget lines in the plan, in one step.

    Attributes:
        play: the building block.
        day: the day from which its offsets count.
        placing_id: what the identifiers of the made records are derived from.
    """

    play: Play
    day: date
    placing_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when the play breaks a rule or the calendar ends."""
        self.play.check()
        records: list[PlanRecord] = []
        for index, activity in enumerate(self.play.activities):
            records.extend(self._activity(index, activity))
        records.extend(self._bridge(index, bridge) for index, bridge in enumerate(self.play.bridges))
        positions = positions_after(plan.lines.values())
        records.extend(
            self._line(plan, index, line, next(positions)) for index, line in enumerate(self.play.lines)
        )
        return change_set(plan, f"Place {name_of(self.play, None)}", making(records))

    def _id(self, sort: str, index: int) -> str:
        return uuid5(NAMESPACE_OID, f"{self.placing_id} {sort} {index}").hex

    def _activity(self, index: int, part: PlayActivity) -> tuple[Activity, Flight]:
        activity = Activity(
            id=self._id("activity", index),
            side=part.side,
            kind=part.kind,
            title=part.title,
            what_people_do=part.what_people_do,
        )
        flight = Flight(
            id=self._id("flight", index),
            activity_id=activity.id,
            first_day=shifted_day(self.day, part.first_day_offset),
            last_day=shifted_day(self.day, part.last_day_offset),
        )
        return activity, flight

    def _bridge(self, index: int, part: PlayBridge) -> Bridge:
        return Bridge(
            id=self._id("bridge", index),
            source_id=self._id("activity", part.source),
            target_id=self._id("activity", part.target),
            pattern=part.pattern,
            mechanism=part.mechanism,
            ask_after_days=part.ask_after_days,
        )

    def _line(self, plan: Plan, index: int, part: PlayLine, position: int) -> BudgetLine:
        return BudgetLine(
            id=self._id("line", index),
            activity_id=self._id("activity", part.activity),
            label=part.label,
            cost_type=part.cost_type,
            meets=part.meets,
            filed_under=part.filed_under,
            planned=part.planned * 10 ** minor_digits(plan.campaign.currency),
            position=position,
        )
