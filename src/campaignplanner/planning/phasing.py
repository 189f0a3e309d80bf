"""Money spread over time, exact to the minor unit.

Public: ``spend_by_week`` (from Monday) and ``spend_by_month`` give a ``PhasedSpend`` of ``SpendPeriod``,
with its cumulative curve; ``Spreading`` is what both are made of, kept by ``money_review`` from edit to
edit, and asked by ``pacing`` for the money up to a day. ``typed_phasing`` says what to do where typed
amounts miss the total.

Money is spread over days first, so that weeks and months agree with one another; a period is the sum of its
days. EVEN gives each day on which the activity runs the same, and what the division leaves, one unit each,
to the first of them: largest remainder, where all remainders are equal. Days on which several flights run
count once. A line of the whole campaign runs on the campaign's days, or from the first flight to the last
while those are not set. AT_START and AT_END put all on the first or last of these days. BY_MONTH and
BY_WEEK put each typed amount evenly on the days of its month or week on which the activity runs, or on all
of its days where it does not.

Typed amounts are shares of the planned money: what they leave over is undated, and when they exceed it they
are scaled down by largest remainder. Money of an activity without dates is undated. Forecast and exposure are
spread like the planned money; committed and actual money lies on the days of its postings. All periods and
what is undated add up to the totals of ``money_review``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from campaignplanner.domain.budget import BudgetLine, PhasingMode, PostingKind, TypedBy
from campaignplanner.domain.days import (
    Span,
    first_of_month,
    last_of_month,
    months_of,
    weeks_of,
)
from campaignplanner.domain.money import split_by_largest_remainder
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_sums import (
    PART_OF,
    MoneyState,
    MoneyTotals,
    amounts,
    in_campaign_currency,
    in_order,
    money_totals,
)

Days = tuple[int, int]
"""The ordinals of a first and a last day."""

_ON_POSTED_DAYS = {
    MoneyState.COMMITTED: PostingKind.COMMITTED,
    MoneyState.ACTUAL: PostingKind.ACTUAL,
}


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
    """Money by week or month.

    Attributes:
        periods: without a gap from the first with money to the last with money.
        undated: the money that has no days yet.
        unconverted: the lines left out of both because no exchange rate is known.
    """

    periods: tuple[SpendPeriod, ...]
    undated: MoneyTotals
    unconverted: tuple[BudgetLine, ...]

    @property
    def cumulative(self) -> tuple[int, ...]:
        """All money up to the end of each period; what is undated is in none."""
        return tuple(accumulate(period.total for period in self.periods))


def spend_by_week(plan: Plan, state: MoneyState = MoneyState.PLANNED) -> PhasedSpend:
    """Spread all money over weeks, Monday to Sunday."""
    return Spreading.of(plan, state).by_week()


def spend_by_month(plan: Plan, state: MoneyState = MoneyState.PLANNED) -> PhasedSpend:
    """Spread all money over calendar months."""
    return Spreading.of(plan, state).by_month()


_CARRIED_AT_MOST = 500
"""Beyond this many changed lines and activities all money is spread anew."""


class Spreading:
    """Collects money as changes of a daily rate, so that a line costs the same however long it runs."""

    def __init__(self, plan: Plan, state: MoneyState = MoneyState.PLANNED) -> None:
        self._undated = [0, 0, 0, 0]
        self._unconverted: dict[str, BudgetLine] = {}
        self._plan = plan
        self._state = state
        self._sign = 1
        self._amount_of = amounts(plan, state)
        self._runs: dict[str | None, tuple[Days, ...]] = {}
        # For each part of the money, by ordinal: by how much the money per day changes on that day.
        self._steps: tuple[defaultdict[int, int], ...] = tuple(defaultdict(int) for _ in self._undated)

    @classmethod
    def of(cls, plan: Plan, state: MoneyState = MoneyState.PLANNED) -> Spreading:
        """Return all money of a plan spread over its days."""
        spreading = cls(plan, state)
        for line in plan.lines.records:
            spreading.add(line)
        return spreading

    def carried_over(self, plan: Plan, gone: Iterable[BudgetLine], come: Iterable[BudgetLine]) -> Spreading:
        """Return the money of a later state of the plan; what it does not name is dated as it is here.

        Args:
            plan: the later state.
            gone: the lines of this state that are not in it any more, or not as they were.
            come: the lines of the later state that stand in their place.
        """
        later = Spreading(plan, self._state)
        later._undated = self._undated.copy()
        later._unconverted = self._unconverted.copy()
        later._steps = tuple(steps.copy() for steps in self._steps)
        for line in gone:
            later._unconverted.pop(line.id, None)
            later._runs[line.activity_id] = self._runs_of(line.activity_id)
            later._change(line, self, -1)
        later._runs = {}
        for line in come:
            later.add(line)
        return later

    def moved_on(self, plan: Plan) -> Spreading | None:
        """Return the planned money of a later state of the plan; None where that is sooner spread anew."""
        before = self._plan
        if plan.campaign is not before.campaign or self._state in _ON_POSTED_DAYS:
            return None
        lines = plan.lines.changes_since(before.lines)
        redated: set[str | None] = {
            each.activity_id
            for pair in plan.flights.changes_since(before.flights)
            for each in pair
            if each is not None
        }
        if redated and None in (plan.campaign.first_day, plan.campaign.last_day):
            redated.add(None)  # then the days of the campaign are those of its flights
        if len(lines) + len(redated) > _CARRIED_AT_MOST:
            return None
        gone = {each.id: each for each, _ in lines if each is not None}
        come = {each.id: each for _, each in lines if each is not None}
        for activity_id in redated:
            gone.update((each.id, each) for each in before.lines.by("activity_id").get(activity_id, ()))
            come.update((each.id, each) for each in plan.lines.by("activity_id").get(activity_id, ()))
        return self.carried_over(plan, gone.values(), come.values())

    def add(self, line: BudgetLine) -> None:
        """Spread the money of a line."""
        self._change(line, self, 1)

    def by_week(self) -> PhasedSpend:
        """Return the money by weeks, Monday to Sunday."""
        return self._spend(weeks_of)

    def by_month(self) -> PhasedSpend:
        """Return the money by calendar months."""
        return self._spend(months_of)

    def until(self, day: date) -> MoneyTotals:
        """Return the money of all days up to a day, that included; without what is undated."""
        ends = (day.toordinal() + 1,)
        return money_totals([_amounts_until(steps, ends)[0] for steps in self._steps])

    def within(self, span: Span) -> MoneyTotals:
        """Return the money of the days of a span."""
        ends = (span.first_day.toordinal(), span.last_day.toordinal() + 1)
        return money_totals([_amounts_until(steps, ends)[1] for steps in self._steps])

    @property
    def undated(self) -> MoneyTotals:
        """The money that has no days yet."""
        return money_totals(self._undated)

    @property
    def whole(self) -> int:
        """All money, with days and without."""
        return self.until(date.max).total + self.undated.total

    def _spend(self, periods_of: Callable[[Span], Iterator[Span]]) -> PhasedSpend:
        return PhasedSpend(
            periods=self._periods(periods_of),
            undated=self.undated,
            unconverted=in_order(self._unconverted.values()),
        )

    def _change(self, line: BudgetLine, state_of: Spreading, sign: int) -> None:
        """Add a line, or take it away, as it is in the plan of this spreading or of another."""
        self._sign = sign
        amount = state_of._amount_of(line)
        if amount is None:
            if sign > 0:
                self._unconverted[line.id] = line
            return
        part, mode = PART_OF[line.meets], line.phasing.mode
        if self._state in _ON_POSTED_DAYS:
            self._add_posted(part, line, state_of._plan)
            return
        runs = self._runs_of(line.activity_id)
        if line.phasing.typed_by is not None:
            self._add_typed(part, amount, line, line.phasing.typed_by, runs)
        elif not runs:
            self._undated[part] += sign * amount
        elif mode is PhasingMode.EVEN:
            self._add_evenly(part, amount, runs)
        else:
            day = runs[0][0] if mode is PhasingMode.AT_START else runs[-1][1]
            self._add_evenly(part, amount, ((day, day),))

    def _add_posted(self, part: int, line: BudgetLine, plan: Plan) -> None:
        """Put each posting on its day; they are converted together, so that the days add up to the line."""
        kind = _ON_POSTED_DAYS[self._state]
        so_far = before = 0
        for posting in plan.postings_of(line.id):
            if posting.kind is kind:
                so_far += posting.amount
                known = in_campaign_currency(plan.campaign, line, so_far) or 0
                day = posting.day.toordinal()
                self._add_evenly(part, known - before, ((day, day),))
                before = known

    def _runs_of(self, activity_id: str | None) -> tuple[Days, ...]:
        runs = self._runs.get(activity_id)
        if runs is None:
            runs = self._runs[activity_id] = runs_of(self._plan, activity_id)
        return runs

    def _add_typed(
        self, part: int, amount: int, line: BudgetLine, typed_by: TypedBy, runs: tuple[Days, ...]
    ) -> None:
        typed_amounts = line.phasing.typed_in_force
        shares = _typed_shares([each.amount for each in typed_amounts], line.planned)
        *parts, left_over = split_by_largest_remainder(amount, shares)
        for typed, share in zip(typed_amounts, parts, strict=True):
            self._add_evenly(part, share, days_of_typed(typed.day, typed_by, runs))
        self._undated[part] += self._sign * left_over

    def _add_evenly(self, part: int, amount: int, runs: tuple[Days, ...]) -> None:
        steps, sign = self._steps[part], self._sign
        days = 0
        for first, last in runs:
            days += last - first + 1
        each_day, left_over = divmod(amount, days)
        for first, last in runs:
            steps[first] += sign * each_day
            steps[last + 1] -= sign * each_day
            if left_over:
                taken = min(left_over, last - first + 1)
                steps[first] += sign
                steps[first + taken] -= sign
                left_over -= taken

    def _periods(self, periods_of: Callable[[Span], Iterator[Span]]) -> tuple[SpendPeriod, ...]:
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
            SpendPeriod(span.first_day, span.last_day, *money)
            for span, money in zip(spans, zip(*columns, strict=True), strict=True)
        )


def _amounts_until(steps: dict[int, int], ends: Iterable[int]) -> list[int]:
    """Return the money between one end and the next, the first from the beginning; ends are exclusive."""
    changes = sorted(steps.items())
    found: list[int] = []
    index, rate, since, so_far, before = 0, 0, 0, 0, 0
    for end in ends:
        while index < len(changes) and changes[index][0] < end:
            day, step = changes[index]
            so_far += rate * (day - since)
            rate, since, index = rate + step, day, index + 1
        so_far += rate * (end - since)
        since = end
        found.append(so_far - before)
        before = so_far
    return found


def runs_of(plan: Plan, activity_id: str | None) -> tuple[Days, ...]:
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


def _typed_shares(typed: Sequence[int], planned: int) -> list[int]:
    """Return the weights of the typed amounts and, last, of what they leave of the planned money."""
    left_over = max(0, planned - sum(typed))
    if left_over == 0 and not any(typed):
        left_over = 1
    return [*typed, left_over]


def days_of_typed(day: date, typed_by: TypedBy, runs: Iterable[Days]) -> tuple[Days, ...]:
    """Return the days on which an amount typed for a month or week lies."""
    period = period_of(day, typed_by)
    first, last = period.first_day.toordinal(), period.last_day.toordinal()
    running = tuple(
        (max(first, start), min(last, end)) for start, end in runs if start <= last and end >= first
    )
    return running or ((first, last),)


def period_of(day: date, typed_by: TypedBy) -> Span:
    """Return the month or the week, from Monday, that a day lies in."""
    if typed_by is TypedBy.MONTH:
        return Span(first_of_month(day), last_of_month(day))
    return next(weeks_of(Span(day, day)))
