"""The money of weeks or months, planned beside actual: what the chart draws and the table tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from campaignplanner.domain.days import Span, months_of, weeks_of
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.planning.pacing import Pacing, pacing
from campaignplanner.planning.phasing import PhasedSpend, SpendPeriod
from campaignplanner.ui.budget.split.breakdowns import UNDATED, month_name
from campaignplanner.ui.budget.table import Cell, Column, TableRow
from campaignplanner.ui.budget.words import money_of, said
from campaignplanner.ui.formats import day_text, span_text
from campaignplanner.ui.widgets.share_bar import Shares, share_sentence

NOTHING = (0, 0, 0, 0)
_ROUND = (10, 12, 16, 20, 24, 32, 40, 60, 80, 100)
"""Tenths at which an axis may end: a quarter and a half of each are round too."""


@dataclass(frozen=True, slots=True)
class Period:
    """A week or month: planned money by what is met, what was spent, and both so far.

    `actual_so_far` is None where the period has not come yet.
    """

    span: Span
    name: str
    planned: tuple[int, int, int, int]
    actual: int
    planned_so_far: int
    actual_so_far: int | None

    @property
    def planned_total(self) -> int:
        """All that is planned in it."""
        return sum(self.planned)


@dataclass(frozen=True, slots=True)
class Series:
    """All periods without a gap, and the planned money that has no days."""

    periods: tuple[Period, ...]
    undated: int

    @property
    def highest(self) -> int:
        """The most that a period has."""
        return max((max(each.planned_total, each.actual) for each in self.periods), default=0)

    @property
    def top(self) -> int:
        """Where the axis of the bars ends: the next round number from the highest on."""
        highest = self.highest
        if highest <= 0:
            return 0
        power = 10 ** (len(str(highest)) - 1)
        top: int = next(power * tenths // 10 for tenths in _ROUND if power * tenths >= 10 * highest)
        return top

    @property
    def highest_sum(self) -> int:
        """Where the higher of the two curves ends."""
        sums = (max(each.planned_so_far, each.actual_so_far or 0) for each in self.periods)
        return max(sums, default=0)


def series_of(review: MoneyReview, *, by_month: bool, today: date) -> Series:
    """Put planned and actual money of a plan side by side."""
    planned, actual = (_spend(review, state, by_month) for state in (MoneyState.PLANNED, MoneyState.ACTUAL))
    known = {each.first_day: each for each in planned.periods}
    spent = {each.first_day: each.total for each in actual.periods}
    both = [*planned.periods, *actual.periods]
    if not both:
        return Series((), planned.undated.total)
    whole = Span(min(each.first_day for each in both), max(each.last_day for each in both))
    spans = list((months_of if by_month else weeks_of)(whole))
    parts = [_parts(known.get(span.first_day)) for span in spans]
    amounts = [spent.get(span.first_day, 0) for span in spans]
    last_spent = max(spent, default=date.min)
    periods = tuple(
        Period(
            span,
            month_name(span) if by_month else span_text(span.first_day, span.last_day),
            part,
            amount,
            planned_so_far,
            actual_so_far if span.first_day <= max(today, last_spent) else None,
        )
        for span, part, amount, planned_so_far, actual_so_far in zip(
            spans, parts, amounts, accumulate(map(sum, parts)), accumulate(amounts), strict=True
        )
    )
    return Series(periods, planned.undated.total)


def _spend(review: MoneyReview, state: MoneyState, by_month: bool) -> PhasedSpend:
    spending = review.spending(state)
    return spending.by_month() if by_month else spending.by_week()


def _parts(period: SpendPeriod | None) -> tuple[int, int, int, int]:
    return NOTHING if period is None else (period.online, period.offline, period.both, period.not_said)


def columns() -> tuple[Column, ...]:
    """The heads of the table below the chart."""
    return (
        Column(title=said("Period"), is_number=False, stretches=True),
        Column(title=said("Split"), is_number=False, width=110),
        Column(title=said("Planned")),
        Column(title=said("Actual")),
        Column(title=said("Planned so far")),
        Column(title=said("Actual so far")),
    )


def rows(review: MoneyReview, series: Series) -> list[TableRow]:
    """A row for each period, and one for what has no days yet."""
    found = [_row(review, each, series.highest) for each in series.periods]
    if series.undated:
        name, amount = said("No days yet"), money_of(review.plan, series.undated)
        blank = Cell(text="\u2013", is_muted=True)
        cells = (Cell(text=name, is_muted=True), Cell(), Cell(text=amount), blank, blank, blank)
        found.append(TableRow(UNDATED, cells))
    return found


def _row(review: MoneyReview, period: Period, highest: int) -> TableRow:
    online, offline, both, not_said = period.planned
    split = (
        share_sentence(Shares(online, both, not_said, offline)) if period.planned_total else said("Nothing")
    )
    so_far = period.actual_so_far
    cells = (
        Cell(text=period.name),
        Cell(bar=period.planned, whole=highest, told=f"{period.name}: {split}"),
        _money(review, period.planned_total),
        _money(review, period.actual),
        _money(review, period.planned_so_far),
        Cell(text="\u2013", is_muted=True) if so_far is None else _money(review, so_far),
    )
    return TableRow(period.span, cells)


def _money(review: MoneyReview, amount: int) -> Cell:
    return Cell(text=money_of(review.plan, amount) if amount else "\u2013", is_muted=not amount)


def told(review: MoneyReview, period: Period) -> str:
    """Everything about a period, for whoever points at it."""
    names = (said("Online"), said("Offline"), said("Both"), said("Not said"))
    lines = [period.name]
    lines += [
        f"{name}: {money_of(review.plan, amount)}"
        for name, amount in zip(names, period.planned, strict=True)
        if amount
    ]
    lines.append(said("Planned: %1, so far %2", *_two(review, period.planned_total, period.planned_so_far)))
    if period.actual_so_far is not None:
        lines.append(said("Actual: %1, so far %2", *_two(review, period.actual, period.actual_so_far)))
    return "\n".join(lines)


def _two(review: MoneyReview, one: int, other: int) -> Sequence[str]:
    return money_of(review.plan, one), money_of(review.plan, other)


def pacing_sentence(review: MoneyReview, today: date) -> str:
    """Say whether what was spent until today is what was planned until today."""
    planned, actual = review.spending(), review.spending(MoneyState.ACTUAL)
    found: Pacing = pacing(planned, actual, today)
    day = day_text(today)
    if not found.planned and not found.actual:
        return said("Until %1 nothing is planned and nothing was spent.", day)
    spent, intended = money_of(review.plan, found.actual), money_of(review.plan, found.planned)
    if not found.ahead:
        return said("Until %1, %2 was spent: just as much as the phasing planned.", day, spent)
    off = money_of(review.plan, abs(found.ahead))
    text = (
        "Until %1, %2 was spent of %3 that the phasing planned by then: %4 more."
        if found.ahead > 0
        else "Until %1, %2 was spent of %3 that the phasing planned by then: %4 less."
    )
    return said(text, day, spent, intended, off)
