"""The subtotals and the total of the lines that are shown, kept up by the one function that adds money."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_sums import (
    ONE,
    MoneyState,
    MoneyTotals,
    RunningSums,
    Shares,
    all_in_one,
    amounts,
)
from campaignplanner.ui.budget.lines.arranging import Arrangement
from campaignplanner.ui.budget.lines.grouping import Group


class ShownSums:
    """Money by group in every state, reckoned when it is first asked for; an edited line costs one line."""

    def __init__(self, plan: Plan, arrangement: Arrangement) -> None:
        """Nothing is added up yet.

        Args:
            plan: whose lines they are.
            arrangement: the lines that are shown, in their groups.
        """
        self._plan = plan
        self._names = {group: str(place) for place, (group, _) in enumerate(arrangement.groups)}
        shares: dict[Group, Shares] = {group: ((name,), ONE) for group, name in self._names.items()}
        self._groups = {line.id: shares[group] for group, lines in arrangement.groups for line in lines}
        self._counts = {group: len(lines) for group, lines in arrangement.groups}
        self._sums: dict[MoneyState, RunningSums] = {}
        self._wholes: dict[MoneyState, RunningSums] = {}

    @property
    def line_count(self) -> int:
        """How many lines are shown."""
        return len(self._groups)

    def move_on(self, plan: Plan, line_ids: Iterable[str]) -> None:
        """Goes on to another state of the plan, in which these of the lines differ in money only."""
        changed = [each for each in line_ids if each in self._groups]
        gone = [self._plan.lines[each] for each in changed]
        come = [plan.lines[each] for each in changed]
        for known, shares_of in ((self._sums, self._shares_of), (self._wholes, all_in_one)):
            for state, sums in known.items():
                sums.add(gone, amounts(self._plan, state), shares_of, sign=-1)
                sums.add(come, amounts(plan, state), shares_of)
        self._plan = plan

    def total(self, state: MoneyState) -> MoneyTotals:
        """All of them together."""
        return self._reckoned(self._wholes, state, all_in_one).totals(None)

    def subtotal(self, group: Group, state: MoneyState) -> MoneyTotals:
        """The lines of one group."""
        return self._reckoned(self._sums, state, self._shares_of).totals(self._names.get(group))

    def count(self, group: Group) -> int:
        """How many lines a group has."""
        return self._counts.get(group, 0)

    def _reckoned(
        self,
        known: dict[MoneyState, RunningSums],
        state: MoneyState,
        shares_of: Callable[[BudgetLine], Shares],
    ) -> RunningSums:
        sums = known.get(state)
        if sums is None:
            sums = known[state] = RunningSums()
            lines = [self._plan.lines[each] for each in self._groups]
            sums.add(lines, amounts(self._plan, state), shares_of)
        return sums

    def _shares_of(self, line: BudgetLine) -> Shares:
        """Each line goes to its group, whole."""
        return self._groups[line.id]
