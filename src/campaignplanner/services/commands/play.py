"""Plays: keeping building blocks in the store, and placing one in a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from campaignplanner.domain.changes import Change, ChangeSet, deleting, making
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play
from campaignplanner.planning.plays import Placing, play_from, records_of
from campaignplanner.services.commands.command import PortfolioCommand
from campaignplanner.services.commands.editing import change_label, change_set, with_fields
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
        aim_id: the aim that all its activities serve, if any.
        audience_id: whom they are for, if anybody.
        placing_id: what the identifiers of the made records are derived from.
    """

    play: Play
    day: date
    aim_id: str | None = None
    audience_id: str | None = None
    placing_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when the play breaks a rule or the calendar ends."""
        placing = Placing(self.day, self.aim_id, self.audience_id, self.placing_id)
        records = records_of(plan, self.play, placing)
        return change_set(plan, f"Place {name_of(self.play, None)}", making(records))


@dataclass(frozen=True, slots=True)
class SavePlay(PortfolioCommand):
    """Keep activities of the open plan as a building block for every campaign, with day offsets.

    Attributes:
        activity_ids: which ones; they need dates.
        title: what the play is called.
        description: a sentence about it.
        play_id: what the play is called by programs.
    """

    activity_ids: tuple[str, ...]
    title: str
    description: str = ""
    play_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change; raise PlanError when an activity has no dates or is not there."""
        if plan is None:
            raise PlanError("Open a campaign first.")
        return MakePlay(
            play_from(plan, self.activity_ids, self.title, self.play_id, self.description)
        ).changes(plan)
