"""Aims, their KPIs and what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.editing import ChangeRecord, DeleteRecord, MakeRecord, reordering


@dataclass(frozen=True, slots=True)
class MakeAim(MakeRecord[Aim]):
    """Give the campaign one more aim."""


@dataclass(frozen=True, slots=True)
class ChangeAim(ChangeRecord):
    """Change an aim's fields."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Aim


@dataclass(frozen=True, slots=True)
class DeleteAim(DeleteRecord):
    """Delete an aim with its contributions, KPIs and readings; the activities stay."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Aim


@dataclass(frozen=True, slots=True)
class ReorderAims:
    """Put the aims, and with them the lanes of the timeline, in another order.

    Attributes:
        aim_ids: every aim of the plan once, the first at the top.
    """

    aim_ids: tuple[str, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return the new positions; raise PlanError when an aim is missing or named twice."""
        return reordering(plan, Aim, plan.aims_in_order, self.aim_ids)


@dataclass(frozen=True, slots=True)
class MakeKpi(MakeRecord[Kpi]):
    """Measure an aim or an activity."""


@dataclass(frozen=True, slots=True)
class ChangeKpi(ChangeRecord):
    """Change a KPI's fields."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Kpi


@dataclass(frozen=True, slots=True)
class DeleteKpi(DeleteRecord):
    """Delete a KPI with its readings."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Kpi


@dataclass(frozen=True, slots=True)
class MakeReading(MakeRecord[Reading]):
    """Note a measured value."""


@dataclass(frozen=True, slots=True)
class ChangeReading(ChangeRecord):
    """Correct a measured value or its day."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Reading


@dataclass(frozen=True, slots=True)
class DeleteReading(DeleteRecord):
    """Delete a measured value."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Reading
