"""The subtotals and the total of the lines that are shown, kept up by the one function that adds money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_sums import MoneyState, MoneyTotals, RunningSums, amounts
from campaignplanner.ui.budget.lines.arranging import Arrangement
from campaignplanner.ui.budget.lines.grouping import Group


class ShownSums:
    """Money by group in every state, reckoned when it is first asked for; an edited line costs one line.

    Of ten thousand lines only the few groups in sight are summed, so that another grouping is there at once.
    """

    def __init__(self, plan: Plan, arrangement: Arrangement) -> None:
        """Nothing is added up yet.

        Args:
            plan: whose lines they are.
            arrangement: the lines that are shown, in their groups.
        """
        self._plan = plan
        self._members = dict(arrangement.groups)
        self._group_of: dict[str, Group] | None = None
        self._sums: dict[tuple[Group | None, MoneyState], RunningSums] = {}
        self.line_count = sum(len(lines) for lines in self._members.values())

    def move_on(self, plan: Plan, line_ids: Iterable[str]) -> None:
        """Goes on to another state of the plan, in which these of the lines differ in money only."""
        before, self._plan = self._plan, plan
        if self._group_of is None:
            self._group_of = {line.id: group for group, lines in self._members.items() for line in lines}
        for line_id in line_ids:
            group = self._group_of.get(line_id)
            if group is None:  # it is not shown
                continue
            gone, come = [before.lines[line_id]], [plan.lines[line_id]]
            for (summed, state), sums in self._sums.items():
                if summed is None or summed == group:
                    sums.add(gone, amounts(before, state), sign=-1)
                    sums.add(come, amounts(plan, state))

    def total(self, state: MoneyState) -> MoneyTotals:
        """All of them together."""
        return self._reckoned(None, state).totals(None)

    def subtotal(self, group: Group, state: MoneyState) -> MoneyTotals:
        """The lines of one group."""
        return self._reckoned(group, state).totals(None)

    def count(self, group: Group) -> int:
        """How many lines a group has."""
        return len(self._members.get(group, ()))

    def _reckoned(self, group: Group | None, state: MoneyState) -> RunningSums:
        """Sums up a group as the plan has it now, or all of them for None."""
        sums = self._sums.get((group, state))
        if sums is None:
            sums = self._sums[group, state] = RunningSums()
            for lines in [self._members[group]] if group is not None else self._members.values():
                sums.add(self._as_now(lines), amounts(self._plan, state))
        return sums

    def _as_now(self, lines: Sequence[BudgetLine]) -> list[BudgetLine]:
        return [self._plan.lines[line.id] for line in lines]
