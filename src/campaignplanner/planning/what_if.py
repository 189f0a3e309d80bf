"""What if? Other amounts for lines, evaluated before anything is applied.

A ``Scenario`` holds the amounts of a what-if; the functions here give it new ones: ``scaled_to`` and
``scaled_by`` scale lines, ``locked`` keeps lines as they are, ``moved`` takes money from one line to another,
``with_amount`` types one. The budget page hands the result to ``ChangeScenario``, and to ``evaluate``, whose
two reviews say what split, aims and months are before and after. ``ApplyScenario`` makes it so in one undo
step.

A what-if starts from the latest word on each line: what is planned, and where that was approved and stays,
its forecast. Amounts of a line are in its own currency; sums are in the campaign's, and lines without a rate
are neither scaled nor counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from campaignplanner.domain.budget import BudgetLine, ScenarioAmount
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import split_by_largest_remainder
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_sums import in_campaign_currency, in_line_currency
from campaignplanner.planning.sentences import quoted

Amounts = tuple[ScenarioAmount, ...]


@dataclass(frozen=True, slots=True)
class LineChange:
    """What a line has now and in a what-if, in its own currency."""

    line: BudgetLine
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A plan's money before and after a what-if; ask both for the same tables.

    Attributes:
        before: the latest word on every line.
        after: the same with the amounts of the what-if.
        lines: the lines whose amount differs, as the user ordered them.
    """

    before: MoneyReview
    after: MoneyReview
    lines: tuple[LineChange, ...]

    @property
    def difference(self) -> int:
        """By how much all money changes, in the campaign's minor units."""
        return self.after.totals().total - self.before.totals().total


def amount_now(line: BudgetLine) -> int:
    """Return the latest word on a line: what is planned, or the forecast where that was approved."""
    return line.forecast if line.frozen and line.forecast is not None else line.planned


def evaluate(plan: Plan, amounts: Amounts) -> Evaluation:
    """Return what would be; the plan stays as it is."""
    named = {each.line_id: each.planned for each in amounts}
    now = {line.id: amount_now(line) for line in plan.lines.values()}
    before = MoneyReview(_planning(plan, now))
    after = before.after(_planning(before.plan, {**now, **named}))
    changed = tuple(
        LineChange(line, now[line.id], named[line.id])
        for line in plan.lines_in_order
        if line.id in named and named[line.id] != now[line.id]
    )
    return Evaluation(before, after, changed)


def with_amount(plan: Plan, amounts: Amounts, line_id: str, planned: int) -> Amounts:
    """Return the what-if with an amount typed for a line, in its own currency."""
    what_if = _WhatIf(plan, amounts)
    what_if.put(plan.find(BudgetLine, line_id), planned)
    return what_if.amounts()


def locked(plan: Plan, amounts: Amounts, line_ids: Iterable[str], is_locked: bool = True) -> Amounts:
    """Return the what-if with lines locked or free again: locked ones are neither scaled nor moved from."""
    what_if = _WhatIf(plan, amounts)
    chosen = [plan.find(BudgetLine, each).id for each in line_ids]
    if is_locked:
        what_if.locked.update(chosen)
    else:
        what_if.locked.difference_update(chosen)
    return what_if.amounts()


def scaled_to(plan: Plan, amounts: Amounts, total: int) -> Amounts:
    """Return the what-if with all lines that are not locked scaled so that everything adds up to a total.

    Raises:
        PlanError: every line is locked, or the locked ones alone exceed the total.
    """
    what_if = _WhatIf(plan, amounts)
    free = what_if.free(plan.lines)
    fixed = sum(what_if.known(line) for line in plan.lines.values()) - sum(map(what_if.known, free))
    if total < fixed:
        raise PlanError("The locked lines alone exceed this total: unlock some of them.", "total")
    what_if.scale(free, total - fixed)
    return what_if.amounts()


def scaled_by(
    plan: Plan, amounts: Amounts, factor: Decimal, line_ids: Iterable[str] | None = None
) -> Amounts:
    """Return the what-if with lines scaled by a factor, all or some; locked ones stay.

    What they have together is scaled exactly, by largest remainder.

    Raises:
        PlanError: every chosen line is locked, or the factor is below zero.
    """
    if factor < 0:
        raise PlanError("Lines are scaled by a number that is not below zero.", "factor")
    what_if = _WhatIf(plan, amounts)
    free = what_if.free(plan.lines if line_ids is None else line_ids)
    what_if.scale(free, round(Fraction(factor) * sum(map(what_if.known, free))))
    return what_if.amounts()


def moved(plan: Plan, amounts: Amounts, from_id: str, to_id: str, amount: int) -> Amounts:
    """Return the what-if with an amount of the campaign's currency moved from one line to another.

    Raises:
        PlanError: there is not so much on the line, one of the two is locked, or has no exchange rate.
    """
    what_if = _WhatIf(plan, amounts)
    source, target = plan.find(BudgetLine, from_id), plan.find(BudgetLine, to_id)
    if source.id == target.id:
        raise PlanError("Choose two different lines to move money between.", "to_id")
    for line in (source, target):
        if line.id in what_if.locked:
            raise PlanError(f"{quoted(line.label)} is locked: unlock it to move money.", record_id=line.id)
        if in_campaign_currency(plan.campaign, line, 0) is None:
            raise PlanError(f"{quoted(line.label)} has no exchange rate yet.", "exchange_rate", line.id)
    taken = in_line_currency(plan.campaign, source, amount) or 0
    given = in_line_currency(plan.campaign, target, amount) or 0
    if amount < 0 or taken > what_if.amount(source):
        raise PlanError(f"{quoted(source.label)} does not have so much.", "amount", source.id)
    what_if.put(source, what_if.amount(source) - taken)
    what_if.put(target, what_if.amount(target) + given)
    return what_if.amounts()


class _WhatIf:
    """The amounts of a what-if while they are being changed."""

    def __init__(self, plan: Plan, amounts: Amounts) -> None:
        self._plan = plan
        self._planned = {each.line_id: each.planned for each in amounts if each.line_id in plan.lines}
        self.locked = {each.line_id for each in amounts if each.locked and each.line_id in plan.lines}

    def amount(self, line: BudgetLine) -> int:
        return self._planned.get(line.id, amount_now(line))

    def known(self, line: BudgetLine) -> int:
        """Return what a line has in the campaign's currency; 0 without a rate."""
        return in_campaign_currency(self._plan.campaign, line, self.amount(line)) or 0

    def put(self, line: BudgetLine, planned: int) -> None:
        replace(line, planned=planned, quantity=None, unit_price=None).check()
        self._planned[line.id] = planned

    def free(self, line_ids: Iterable[str]) -> list[BudgetLine]:
        """Return the lines that can be scaled, as the user ordered them; refuse where there is none."""
        chosen = {each for each in line_ids if each not in self.locked}
        free = [
            line
            for line in self._plan.lines_in_order
            if line.id in chosen and in_campaign_currency(self._plan.campaign, line, 0) is not None
        ]
        if not free:
            raise PlanError("Every line is locked: unlock some to scale them.", "line_ids")
        return free

    def scale(self, lines: list[BudgetLine], target: int) -> None:
        """Share a target out among lines in the proportion of what they have.

        Lines in other currencies are rounded to their own minor units first; the others take the rest, so
        that the sum is the target to the last unit, unless there are no others.
        """
        whole = sum(map(self.known, lines))
        parts = split_by_largest_remainder(
            target, list(map(self.known, lines)) if whole else [1] * len(lines)
        )
        here = self._plan.campaign.currency
        at_home = [line for line in lines if line.currency in (None, here)]
        rest = target
        for line, part in zip(lines, parts, strict=True):
            if line.currency not in (None, here):
                self.put(line, in_line_currency(self._plan.campaign, line, part) or 0)
                rest -= self.known(line)
        if at_home:
            weights = list(map(self.known, at_home)) if whole else [1] * len(at_home)
            shares = split_by_largest_remainder(max(0, rest), weights if any(weights) else [1] * len(at_home))
            for line, share in zip(at_home, shares, strict=True):
                self.put(line, share)

    def amounts(self) -> Amounts:
        """Return the amounts that differ from now, and those of locked lines."""
        return tuple(
            ScenarioAmount(line.id, self.amount(line), line.id in self.locked)
            for line in self._plan.lines_in_order
            if line.id in self.locked or self.amount(line) != amount_now(line)
        )


def _planning(plan: Plan, planned: dict[str, int]) -> Plan:
    """Return the plan as if lines had been planned so, approved ones too."""
    changes = tuple(
        Change(line, replace(line, planned=planned[line.id], quantity=None, unit_price=None))
        for line in plan.lines.values()
        if line.id in planned and planned[line.id] != line.planned
    )
    return plan.applying(ChangeSet("", changes, plan.campaign.id)) if changes else plan
