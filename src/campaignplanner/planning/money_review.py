"""The split review: all money of a plan, by everything that the budget page and the brief split it by.

The budget page keeps one ``MoneyReview`` and asks the next one of it after every edit: ``review =
review.after(plan)``. Tables are made when they are first asked for; after an edit only the lines that changed
are counted anew, so that all figures of 10,000 lines are there again in a few milliseconds. A review is never
wrong by that: ``MoneyReview(plan)`` counts everything and gives the same.

- ``totals(state)``: the headline figures.
- ``table(Dimension.FILED_UNDER, state)``: the two-way matrix, rows = filed under, columns = what the customer
  meets. The same for the other dimensions: aim, kind, channel or place, audience, bridge pattern and so on.
- ``lines_of(dimension, key, state, meets)``: the lines behind a row or a cell, each with its part of it.
- ``spending(state)``: the money over time: ``by_week()``, ``by_month()``, ``until(day)``; see ``phasing``.
- ``lines_within(span, state)``: the lines behind a week or month.

Shares are whole percent that add up to 100: those of the columns are ``percentages`` of the totals, as the
brief prints them; each column's is shared out to its cells by largest remainder, and a row's is the sum of
its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.days import Span
from campaignplanner.domain.money import apportioned, percentages
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_shares import (
    SAME_SIDE,
    TEXT_DIMENSIONS,
    Dimension,
    folded_key,
    rests_on_the_same,
    sharing,
    title_of_key,
)
from campaignplanner.planning.money_sums import (
    Key,
    MoneyState,
    MoneyTotals,
    RunningSums,
    Shares,
    amount_of,
    amounts,
    shared,
)
from campaignplanner.planning.phasing import Spreading

COUNTED_ANEW_BEYOND = 2_000
"""So many changed lines at once, such as an import, are counted with all others."""


@dataclass(frozen=True, slots=True)
class LinePart:
    """What a line gives to a figure, in the campaign's minor units."""

    line: BudgetLine
    amount: int

    @property
    def line_id(self) -> str:
        """The line."""
        return self.line.id


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One row of a table: the money under one key.

    Attributes:
        key: what ``lines_of`` opens it with; None for money without one, such as without an aim.
        title: what it is called; empty where the key is None.
        totals: the amounts by what the customer meets.
        shares: whole percent of all money, in the order of ``MoneyTotals.parts``.
        line_count: how many lines give to it.
    """

    key: Key
    title: str
    totals: MoneyTotals
    shares: tuple[int, ...]
    line_count: int

    @property
    def share(self) -> int:
        """Whole percent of all money."""
        return sum(self.shares)


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """Money split by a dimension, and by what the customer meets.

    Attributes:
        dimension: what the rows are.
        state: what money it is.
        rows: aims in the users' order, all others by their total, largest first; None comes last.
        totals: the sum of the rows.
        shares: of the totals, adding up to 100 percent; all 0 where there is no money.
    """

    dimension: Dimension
    state: MoneyState
    rows: tuple[MoneyRow, ...]
    totals: MoneyTotals
    shares: tuple[int, ...]

    def row(self, key: Key) -> MoneyRow | None:
        """Return the row of a key; None where there is none."""
        return next((row for row in self.rows if row.key == key), None)


class MoneyReview:
    """All money of one state of a plan; see the module."""

    def __init__(self, plan: Plan, before: MoneyReview | None = None) -> None:
        """Count a plan's money.

        Args:
            plan: what is counted.
            before: the review of an earlier state, to count only what changed since.
        """
        self.plan = plan
        self._sharings: dict[Dimension, Callable[[BudgetLine], Shares]] = {}
        self._sums: dict[tuple[Dimension, MoneyState], RunningSums] = {}
        self._tables: dict[tuple[Dimension, MoneyState], MoneyTable] = {}
        self._spending: dict[MoneyState, Spreading] = {}
        # What others worked out of this review and of those before it; they know whether it still holds.
        self.worked_out: dict[object, object] = {} if before is None else dict(before.worked_out)
        if before is not None:
            self._carry_over(before)

    def after(self, plan: Plan) -> MoneyReview:
        """Return the review of a later state of the plan."""
        return self if plan is self.plan else MoneyReview(plan, self)

    def totals(self, state: MoneyState = MoneyState.PLANNED) -> MoneyTotals:
        """Return all money by what the customer meets."""
        return self.sums_by(Dimension.WHOLE, state).totals(None)

    def table(self, dimension: Dimension, state: MoneyState = MoneyState.PLANNED) -> MoneyTable:
        """Return the money by a dimension; made once."""
        table = self._tables.get((dimension, state))
        if table is None:
            sums, whole = self.sums_by(dimension, state), self.totals(state)
            table = _Tabulation(self.plan, dimension, sums).table(state, whole)
            self._tables[dimension, state] = table
        return table

    def spending(self, state: MoneyState = MoneyState.PLANNED) -> Spreading:
        """Return all money over time; the whole of it equals ``totals``."""
        spending = self._spending.get(state)
        if spending is None:
            spending = self._spending[state] = Spreading.of(self.plan, state)
        return spending

    def lines_within(self, span: Span, state: MoneyState = MoneyState.PLANNED) -> tuple[LinePart, ...]:
        """Return the lines behind the money of some days, such as a month's, as the user ordered them."""
        found = []
        for line in self.plan.lines_in_order:
            spreading = Spreading(self.plan, state)
            spreading.add(line)
            amount = spreading.within(span).total
            if amount:
                found.append(LinePart(line, amount))
        return tuple(found)

    def lines_of(
        self,
        dimension: Dimension,
        key: Key,
        state: MoneyState = MoneyState.PLANNED,
        meets: Meets | None = None,
    ) -> tuple[LinePart, ...]:
        """Return the lines behind a row, or behind a cell of it, as the user ordered them.

        Lines that give nothing are left off; the amounts of the others add up to the figure.
        """
        wanted = folded_key(dimension, key)
        parts = [
            LinePart(line, part)
            for line in self.plan.lines.records
            if meets is None or line.meets is meets
            for found, part in self._parts(dimension, line, state)
            if part and folded_key(dimension, found) == wanted
        ]
        return tuple(sorted(parts, key=lambda each: (each.line.position, each.line.id)))

    def _parts(self, dimension: Dimension, line: BudgetLine, state: MoneyState) -> Iterator[tuple[Key, int]]:
        amount = amount_of(self.plan, line, state)
        if amount is not None:
            keys, weights = self._sharing(dimension)(line)
            yield from zip(keys, shared(amount, weights), strict=True)

    def _sharing(self, dimension: Dimension) -> Callable[[BudgetLine], Shares]:
        known = self._sharings.get(dimension)
        if known is None:
            known = self._sharings[dimension] = sharing(self.plan, dimension)
        return known

    def sums_by(self, dimension: Dimension, state: MoneyState = MoneyState.PLANNED) -> RunningSums:
        """Return the sums behind a table, by keys as they are spelled; not to be changed."""
        sums = self._sums.get((dimension, state))
        if sums is None:
            sums = self._sums[dimension, state] = RunningSums()
            sums.add(self.plan.lines.records, amounts(self.plan, state), self._sharing(dimension))
        return sums

    def _carry_over(self, before: MoneyReview) -> None:
        """Take over what was counted, changed by the lines that differ."""
        if before.plan.campaign.currency != self.plan.campaign.currency:
            return
        changed = changed_lines(before.plan, self.plan)
        if len(changed) > COUNTED_ANEW_BEYOND:
            return
        gone = [before.plan.lines[each] for each in changed if each in before.plan.lines]
        come = [self.plan.lines[each] for each in changed if each in self.plan.lines]
        for (dimension, state), sums in before._sums.items():
            if rests_on_the_same(dimension, before.plan, self.plan):
                carried = sums.copied() if changed else sums
                carried.add(gone, amounts(before.plan, state), before._sharing(dimension), sign=-1)
                carried.add(come, amounts(self.plan, state), self._sharing(dimension))
                self._sums[dimension, state] = carried
        if _days_are_the_same(before.plan, self.plan):
            self._spending = {
                state: spreading.carried_over(self.plan, gone, come)
                for state, spreading in before._spending.items()
            }


def _days_are_the_same(one: Plan, other: Plan) -> bool:
    """Tell whether money that is the same lies on the same days in both plans."""
    days = [(plan.campaign.first_day, plan.campaign.last_day) for plan in (one, other)]
    return one.flights is other.flights and days[0] == days[1]


def changed_lines(before: Plan, after: Plan) -> set[str]:
    """Return the identifiers of the lines that differ, or on which postings differ, in no order."""
    lines = after.lines.changes_since(before.lines)
    postings = after.postings.changes_since(before.postings)
    changed = {line.id for pair in lines for line in pair if line is not None}
    return changed | {posting.line_id for pair in postings for posting in pair if posting is not None}


class _Tabulation:
    """Makes a table of sums."""

    def __init__(self, plan: Plan, dimension: Dimension, sums: RunningSums) -> None:
        self._plan = plan
        self._dimension = dimension
        self._sums = sums

    def table(self, state: MoneyState, whole: MoneyTotals) -> MoneyTable:
        spellings = self._spellings()
        totals = {key: self._sums.totals(*spelled) for key, spelled in spellings.items()}
        keys = self._ordered(totals)
        shares = tuple(percentages(whole.parts))
        columns = [
            apportioned(share, [totals[key].parts[place] for key in keys]) if share else [0] * len(keys)
            for place, share in enumerate(shares)
        ]
        rows = tuple(
            MoneyRow(
                key,
                self._title(key, spellings[key]),
                totals[key],
                tuple(column[place] for column in columns),
                self._sums.count(*spellings[key]),
            )
            for place, key in enumerate(keys)
        )
        return MoneyTable(self._dimension, state, rows, whole, shares)

    def _spellings(self) -> dict[Key, list[Key]]:
        """Return the keys that are in the table with the spellings of each; every aim is."""
        spellings: dict[Key, list[Key]] = {}
        for key in self._sums.keys:
            spellings.setdefault(folded_key(self._dimension, key), []).append(key)
        if self._dimension is Dimension.AIM:
            for key in (*self._plan.aims, None):
                spellings.setdefault(key, [key])
        return spellings

    def _ordered(self, totals: dict[Key, MoneyTotals]) -> list[Key]:
        if self._dimension is Dimension.AIM:
            return [*(aim.id for aim in self._plan.aims_in_order), None]
        return sorted(totals, key=lambda key: (*_last(key), -totals[key].total, key or ""))

    def _title(self, key: Key, spellings: list[Key]) -> str:
        """Return what a key is called; of several spellings the one that the first line has."""
        if key is None:
            return ""
        if self._dimension not in TEXT_DIMENSIONS:
            return title_of_key(self._plan, self._dimension, key)
        if len(spellings) == 1:
            return spellings[0] or ""
        shares_of = sharing(self._plan, self._dimension)
        found = (each for line in self._plan.lines_in_order for each in shares_of(line)[0])
        return next((each for each in found if each in spellings), None) or ""


def _last(key: Key) -> tuple[bool, bool]:
    """Return what sorts money without a key behind all other."""
    return key is None, key == SAME_SIDE
