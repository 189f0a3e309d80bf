"""Planned money spread over time, exact to the minor unit.

Public: ``spend_by_week`` (from Monday) and ``spend_by_month`` give a ``PhasedSpend`` of ``SpendPeriod``.

Money is spread over days first, so that weeks and months agree with one another; a period is the sum of its
days. EVEN gives each day on which the activity runs the same, and what the division leaves, one unit each,
to the first of them: largest remainder, where all remainders are equal. Days on which several flights run
count once. A line of the whole campaign runs on the campaign's days, or from the first flight to the last
while those are not set. AT_START and AT_END put all on the first or last of these days. BY_MONTH and
BY_WEEK put each typed amount evenly on the days of its month or week on which the activity runs, or on all
of its days where it does not.

Typed amounts are shares of the planned money: what they leave over is undated, and when they exceed it they
are scaled down by largest remainder. Money of an activity without dates is undated. All periods and what
is undated add up to ``budgeting.totals``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from campaignplanner.domain.budget import BudgetLine, Phasing, PhasingMode
from campaignplanner.domain.days import (
    Span,
    first_of_month,
    last_of_month,
    months_of,
    weeks_of,
)
from campaignplanner.domain.money import split_by_largest_remainder
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import (
    PART_OF,
    MoneyTotals,
    in_order,
    money_totals,
    planned_in_campaign,
)

Days = tuple[int, int]
"""The ordinals of a first and a last day."""


@dataclass(frozen=True, slots=True)
class SpendPeriod:
    """The money of one week or month, in minor units of the campaign's currency.

    Attributes:
        first_day: of the whole week or month, also where the money starts later.
        last_day: of the whole week or month, also where the money ends earlier.
        online: for what is met online; the other three likewise.
        offline: see there.
        both: see there.
        not_said: see there.
    """

    first_day: date
    last_day: date
    online: int
    offline: int
    both: int
    not_said: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.online + self.offline + self.both + self.not_said


@dataclass(frozen=True, slots=True)
class PhasedSpend:
    """Planned money by week or month.

    Attributes:
        periods: without a gap from the first with money to the last with money.
        undated: the money that has no days yet.
        unconverted: the lines left out of both because no exchange rate is known.
    """

    periods: tuple[SpendPeriod, ...]
    undated: MoneyTotals
    unconverted: tuple[BudgetLine, ...]


def spend_by_week(plan: Plan) -> PhasedSpend:
    """Spread all planned money over weeks, Monday to Sunday."""
    return _spread(plan, weeks_of)


def spend_by_month(plan: Plan) -> PhasedSpend:
    """Spread all planned money over calendar months."""
    return _spread(plan, months_of)


def _spread(plan: Plan, periods_of: Callable[[Span], Iterator[Span]]) -> PhasedSpend:
    spreading = _Spreading(plan)
    for line in plan.lines.records:
        spreading.add(line)
    return PhasedSpend(
        periods=spreading.periods(periods_of),
        undated=money_totals(spreading.undated),
        unconverted=in_order(spreading.unconverted),
    )


class _Spreading:
    """Collects money as changes of a daily rate, so that a line costs the same however long it runs."""

    def __init__(self, plan: Plan) -> None:
        self.undated = [0, 0, 0, 0]
        self.unconverted: list[BudgetLine] = []
        self._plan = plan
        self._runs: dict[str | None, tuple[Days, ...]] = {}
        # For each part of the money, by ordinal: by how much the money per day changes on that day.
        self._steps: tuple[defaultdict[int, int], ...] = tuple(defaultdict(int) for _ in self.undated)

    def add(self, line: BudgetLine) -> None:
        """Spread the planned money of a line."""
        amount = planned_in_campaign(self._plan, line)
        if amount is None:
            self.unconverted.append(line)
            return
        part, runs, mode = PART_OF[line.meets], self._runs_of(line.activity_id), line.phasing.mode
        if mode in (PhasingMode.BY_MONTH, PhasingMode.BY_WEEK):
            self._add_typed(part, amount, line, runs)
        elif not runs:
            self.undated[part] += amount
        elif mode is PhasingMode.EVEN:
            self._add_evenly(part, amount, runs)
        else:
            day = runs[0][0] if mode is PhasingMode.AT_START else runs[-1][1]
            self._add_evenly(part, amount, ((day, day),))

    def _runs_of(self, activity_id: str | None) -> tuple[Days, ...]:
        runs = self._runs.get(activity_id)
        if runs is None:
            runs = self._runs[activity_id] = _runs(self._plan, activity_id)
        return runs

    def _add_typed(self, part: int, amount: int, line: BudgetLine, runs: tuple[Days, ...]) -> None:
        shares = _typed_shares(line.phasing, line.planned)
        *amounts, left_over = split_by_largest_remainder(amount, shares)
        for typed, share in zip(line.phasing.typed, amounts, strict=True):
            self._add_evenly(part, share, _days_of_typed(typed.day, line.phasing.mode, runs))
        self.undated[part] += left_over

    def _add_evenly(self, part: int, amount: int, runs: tuple[Days, ...]) -> None:
        steps = self._steps[part]
        days = 0
        for first, last in runs:
            days += last - first + 1
        each_day, left_over = divmod(amount, days)
        for first, last in runs:
            steps[first] += each_day
            steps[last + 1] -= each_day
            if left_over:
                taken = min(left_over, last - first + 1)
                steps[first] += 1
                steps[first + taken] -= 1
                left_over -= taken

    def periods(self, periods_of: Callable[[Span], Iterator[Span]]) -> tuple[SpendPeriod, ...]:
        """Return the money of every period from the first to the last that has some."""
        changes = [[day for day, step in steps.items() if step] for steps in self._steps]
        days = [day for found in changes for day in found]
        if not days:
            return ()
        # The last change takes the last rate away again, on the day after the last money.
        spans = list(periods_of(Span(date.fromordinal(min(days)), date.fromordinal(max(days) - 1))))
        ends = [span.last_day.toordinal() + 1 for span in spans]
        columns = [_amounts_until(steps, ends) for steps in self._steps]
        return tuple(
            SpendPeriod(span.first_day, span.last_day, *amounts)
            for span, amounts in zip(spans, zip(*columns, strict=True), strict=True)
        )


def _amounts_until(steps: dict[int, int], ends: Iterable[int]) -> list[int]:
    """Return the money between one end and the next, the first from the beginning; ends are exclusive."""
    changes = sorted(steps.items())
    amounts: list[int] = []
    index, rate, since, so_far, before = 0, 0, 0, 0, 0
    for end in ends:
        while index < len(changes) and changes[index][0] < end:
            day, step = changes[index]
            so_far += rate * (day - since)
            rate, since, index = rate + step, day, index + 1
        so_far += rate * (end - since)
        since = end
        amounts.append(so_far - before)
        before = so_far
    return amounts


def _runs(plan: Plan, activity_id: str | None) -> tuple[Days, ...]:
    """Return the stretches of days on which an activity, or the campaign for None, runs; in order."""
    if activity_id is None:
        span = plan.dated_span()
        return () if span is None else ((span.first_day.toordinal(), span.last_day.toordinal()),)
    flights = plan.flights.by("activity_id").get(activity_id, ())
    if len(flights) == 1:
        return ((flights[0].first_day.toordinal(), flights[0].last_day.toordinal()),)
    days = sorted((each.first_day.toordinal(), each.last_day.toordinal()) for each in flights)
    merged: list[Days] = []
    for first, last in days:
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def _typed_shares(phasing: Phasing, planned: int) -> list[int]:
    """Return the weights of the typed amounts and, last, of what they leave of the planned money."""
    typed = [each.amount for each in phasing.typed]
    left_over = max(0, planned - sum(typed))
    if left_over == 0 and not any(typed):
        left_over = 1
    return [*typed, left_over]


def _days_of_typed(day: date, mode: PhasingMode, runs: Iterable[Days]) -> tuple[Days, ...]:
    if mode is PhasingMode.BY_MONTH:
        period = Span(first_of_month(day), last_of_month(day))
    else:
        period = next(weeks_of(Span(day, day)))
    first, last = period.first_day.toordinal(), period.last_day.toordinal()
    running = tuple(
        (max(first, start), min(last, end)) for start, end in runs if start <= last and end >= first
    )
    return running or ((first, last),)
