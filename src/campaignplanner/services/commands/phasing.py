"""How a line's money is spread over time: the mode, what is typed by month or week, what was left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from campaignplanner.domain.budget import BudgetLine, Phasing, PhasingMode
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.typed_phasing import SpreadHow, spread, with_typed
from campaignplanner.services.commands.editing import change_set
from campaignplanner.services.commands.naming import name_of


@dataclass(frozen=True, slots=True)
class ChangePhasing:
    """Spread a line's money in another way; typed amounts are kept for when people come back to them."""

    line_id: str
    mode: PhasingMode

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; empty when it is spread so already."""
        line = plan.find(BudgetLine, self.line_id)
        return _changed(plan, line, line.phasing.in_mode(self.mode), f"Spread {{}} {self.mode.value}")


@dataclass(frozen=True, slots=True)
class TypePhasedAmounts:
    """Type what a line gets in months or weeks, by any day in them; None takes a typed amount away.

    The planned amount stays: ``planning.typed_phasing.gap`` says what is to be asked then.
    """

    line_id: str
    amounts: Mapping[date, int | None]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError where nothing can be typed, or not this."""
        line = plan.find(BudgetLine, self.line_id)
        if line.phasing.typed_by is None:
            raise PlanError(
                f"The money of {name_of(line, plan)} is spread {line.phasing.mode.value}; choose by month or "
                "by week to type amounts.",
                "phasing",
                line.id,
            )
        return _changed(plan, line, with_typed(line.phasing, self.amounts), "Change the phasing of {}")


@dataclass(frozen=True, slots=True)
class SpreadDifference:
    """Close the gap between a line's planned money and what was typed by month or week."""

    line_id: str
    how: SpreadHow

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; empty where nothing is left over, or it is to be kept so."""
        line = plan.find(BudgetLine, self.line_id)
        return _changed(plan, line, spread(plan, line, self.how), "Spread the difference of {}")


def _changed(plan: Plan, line: BudgetLine, phasing: Phasing, label: str) -> ChangeSet:
    after = replace(line, phasing=phasing)
    after.check()
    return change_set(plan, label.format(name_of(line, plan)), [Change(line, after)])
