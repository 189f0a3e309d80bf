"""Budget lines, what was posted on them, draws on the reserve, and what-ifs on the money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar

from campaignplanner.domain.budget import BudgetLine, Phasing, Posting, ReserveDraw, Scenario
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord, counted
from campaignplanner.planning.what_if import amount_now
from campaignplanner.services.commands.editing import (
    ChangeRecord,
    DeleteRecord,
    MakeRecord,
    change_set,
    making,
)
from campaignplanner.services.commands.frozen_money import approved_in_words
from campaignplanner.services.commands.naming import name_of

_PRICED = frozenset({"quantity", "unit_price"})


@dataclass(frozen=True, slots=True)
class MakeBudgetLine(MakeRecord[BudgetLine]):
    """Plan money for an activity or for the campaign."""

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when the line breaks a rule."""
        if self.record.frozen:
            raise PlanError("Money is frozen by approving the plan, not by hand.", "frozen", self.record.id)
        return making(plan, self.record, self.beside)


@dataclass(frozen=True, slots=True)
class ChangeBudgetLine(ChangeRecord):
    """Change a budget line's fields; approved money refuses.

    A new quantity or price sets the planned amount along, unless that is given too. A new planned amount
    alone makes it a fixed amount, without quantity and price. A new way of spreading it over time throws no
    typed amount away.
    """

    RECORD_TYPE: ClassVar[type[PlanRecord]] = BudgetLine
    FIXED: ClassVar[frozenset[str]] = frozenset({"frozen"})

    def complete(self, record: PlanRecord) -> Mapping[str, object]:
        """Return the fields with the planned amount that follows from quantity and price, or without both."""
        if not isinstance(record, BudgetLine):
            return self.fields
        fields = {**self.fields, **self._phasing(record)}
        priced = not _PRICED.isdisjoint(fields)
        if priced == ("planned" in fields):
            return fields
        if priced:
            return {**fields, **self._planned_by_quantity(record)}
        if fields["planned"] == record.planned:
            return fields
        return {**fields, "quantity": None, "unit_price": None}

    def _phasing(self, record: BudgetLine) -> Mapping[str, object]:
        """Keep what was typed by month apart from weeks where only the mode changes."""
        phasing = self.fields.get("phasing")
        if isinstance(phasing, Phasing) and phasing.typed == record.phasing.typed:
            return {"phasing": record.phasing.in_mode(phasing.mode)}
        return {}

    def _planned_by_quantity(self, record: BudgetLine) -> Mapping[str, object]:
        quantity = self.fields.get("quantity", record.quantity)
        price = self.fields.get("unit_price", record.unit_price)
        if not isinstance(quantity, Decimal) or not quantity.is_finite() or not isinstance(price, int):
            return {}
        return {"planned": replace(record, quantity=quantity, unit_price=price).planned_by_quantity}


@dataclass(frozen=True, slots=True)
class DeleteBudgetLine(DeleteRecord):
    """Delete a budget line with its postings and its amounts in scenarios; approved money refuses."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = BudgetLine


@dataclass(frozen=True, slots=True)
class MakePosting(MakeRecord[Posting]):
    """Note money that was promised or spent."""


@dataclass(frozen=True, slots=True)
class ChangePosting(ChangeRecord):
    """Correct a posting."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Posting


@dataclass(frozen=True, slots=True)
class DeletePosting(DeleteRecord):
    """Delete a posting."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Posting


@dataclass(frozen=True, slots=True)
class MakeReserveDraw(MakeRecord[ReserveDraw]):
    """Take an amount from the contingency, with its reason."""


@dataclass(frozen=True, slots=True)
class ChangeReserveDraw(ChangeRecord):
    """Correct a draw on the reserve."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = ReserveDraw


@dataclass(frozen=True, slots=True)
class DeleteReserveDraw(DeleteRecord):
    """Delete a draw on the reserve."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = ReserveDraw


@dataclass(frozen=True, slots=True)
class MakeScenario(MakeRecord[Scenario]):
    """Begin a what-if on the money."""


@dataclass(frozen=True, slots=True)
class ChangeScenario(ChangeRecord):
    """Change a what-if; the plan stays as it is."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Scenario


@dataclass(frozen=True, slots=True)
class DeleteScenario(DeleteRecord):
    """Delete a what-if; the plan stays as it is."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Scenario


@dataclass(frozen=True, slots=True)
class ApplyScenario:
    """Plan the amounts of a what-if in one step; lines it does not name stay, and the scenario too.

    Approved money stays as it was approved: then nothing is applied, and the sentence names the way on,
    which is to change the forecast of those lines instead.

    Attributes:
        scenario_id: the what-if.
        to_forecast: whether approved lines get their amounts as forecast.
    """

    scenario_id: str
    to_forecast: bool = False

    def changes(self, plan: Plan) -> ChangeSet:
        """Return the lines that change; raise PlanError when it would change approved money."""
        scenario = plan.find(Scenario, self.scenario_id)
        pairs = [(plan.find(BudgetLine, each.line_id), each.planned) for each in scenario.amounts]
        if not self.to_forecast:
            _check_free(plan, [line for line, planned in pairs if line.frozen and line.planned != planned])
        changes = [Change(line, _applied(line, planned)) for line, planned in pairs]
        return change_set(plan, f"Apply {name_of(scenario, plan)}", changes)


def _applied(line: BudgetLine, planned: int) -> BudgetLine:
    if line.frozen:
        return line if amount_now(line) == planned else replace(line, forecast=planned)
    if line.planned == planned:
        return line
    return replace(line, planned=planned, quantity=None, unit_price=None)


def _check_free(plan: Plan, approved: list[BudgetLine]) -> None:
    if approved:
        one = len(approved) == 1
        what = name_of(approved[0], plan) if one else counted(BudgetLine, len(approved))
        raise PlanError(
            f"The planned money of {what} was approved in {approved_in_words(plan)}: "
            "apply the what-if to the forecast instead.",
            "planned",
            approved[0].id,
        )
