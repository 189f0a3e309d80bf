"""The subtotals and the total of the lines that are shown, kept up by the one function that adds money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_sums import ONE, MoneyState, MoneyTotals, RunningSums, Shares, amounts
from campaignplanner.ui.budget.lines.grouping import Group


class ShownSums:
    """Money by group in every state; an edited line costs one line."""

    def __init__(self, plan: Plan, lines: Iterable[tuple[BudgetLine, Group]]) -> None:
        """Adds up lines, each with its group."""
        self._plan = plan
        self._sums = {state: RunningSums() for state in MoneyState}
        self._names: dict[Group, str] = {}
        self._groups = {line.id: self._name(group) for line, group in lines}
        self._add(plan, [plan.lines[line_id] for line_id in self._groups])

    def move_on(self, plan: Plan, line_ids: Iterable[str]) -> None:
        """Goes on to another state of the plan, in which these of the lines differ in money only."""
        changed = [each for each in line_ids if each in self._groups]
        self._add(self._plan, [self._plan.lines[each] for each in changed], sign=-1)
        self._plan = plan
        self._add(plan, [plan.lines[each] for each in changed])

    def total(self, state: MoneyState) -> MoneyTotals:
        """All of them together."""
        return self._sums[state].totals(*self._names.values())

    def subtotal(self, group: Group, state: MoneyState) -> MoneyTotals:
        """The lines of one group."""
        return self._sums[state].totals(self._names.get(group))

    def count(self, group: Group) -> int:
        """How many lines a group has."""
        return self._sums[MoneyState.PLANNED].count(self._names.get(group))

    def _name(self, group: Group) -> str:
        return self._names.setdefault(group, str(len(self._names)))

    def _add(self, plan: Plan, lines: list[BudgetLine], sign: int = 1) -> None:
        shares: Mapping[str, Shares] = {name: ((name,), ONE) for name in self._names.values()}
        shares_of = _SharesOf(self._groups, shares)
        for state, sums in self._sums.items():
            sums.add(lines, amounts(plan, state), shares_of, sign)


class _SharesOf:
    """Gives each line to its group, whole."""

    def __init__(self, groups: Mapping[str, str], shares: Mapping[str, Shares]) -> None:
        self._groups = groups
        self._shares = shares

    def __call__(self, line: BudgetLine) -> Shares:
        return self._shares[self._groups[line.id]]
