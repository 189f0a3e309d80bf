"""Audiences, and who passes what on to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.editing import ChangeRecord, DeleteRecord, MakeRecord, reordering


@dataclass(frozen=True, slots=True)
class MakeAudience(MakeRecord[Audience]):
    """Say whom the campaign is for."""


@dataclass(frozen=True, slots=True)
class ChangeAudience(ChangeRecord):
    """Change an audience's fields."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Audience


@dataclass(frozen=True, slots=True)
class DeleteAudience(DeleteRecord):
    """Delete an audience with its influences and take it off the activities."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Audience


@dataclass(frozen=True, slots=True)
class ReorderAudiences:
    """Put the audiences in another order, in which the brief and the timeline name them too.

    Attributes:
        audience_ids: every audience of the plan once, the first at the top.
    """

    audience_ids: tuple[str, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return the new positions; raise PlanError when an audience is missing or named twice."""
        return reordering(plan, Audience, plan.audiences_in_order, self.audience_ids)


@dataclass(frozen=True, slots=True)
class MakeInfluence(MakeRecord[Influence]):
    """Say what an audience, or ambassadors, pass on to an audience."""


@dataclass(frozen=True, slots=True)
class ChangeInfluence(ChangeRecord):
    """Change an influence's fields."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Influence


@dataclass(frozen=True, slots=True)
class DeleteInfluence(DeleteRecord):
    """Delete an influence."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Influence
