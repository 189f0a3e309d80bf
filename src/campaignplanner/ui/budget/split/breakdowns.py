"""The compact tables beside the matrix: money by aim, month, kind, channel or place, audience and bridge."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale

from campaignplanner.domain.days import Span
from campaignplanner.domain.money import apportioned
from campaignplanner.planning.money_review import LinePart, MoneyReview, MoneyRow
from campaignplanner.planning.money_shares import SAME_SIDE, Dimension
from campaignplanner.planning.money_sums import MoneyState, MoneyTotals
from campaignplanner.planning.phasing import SpendPeriod, Spreading
from campaignplanner.ui.budget.switch import Segment
from campaignplanner.ui.budget.table import Cell, Column, TableRow
from campaignplanner.ui.budget.view import LinesAsked
from campaignplanner.ui.budget.words import money_of, part_percent_text, said, state_name
from campaignplanner.ui.q_days import q_date
from campaignplanner.ui.widgets.share_bar import Shares, share_sentence

MONTH = "month"
"""Stands for the split over time among the dimensions of the others."""

UNDATED = "undated"

_COMPARED = (MoneyState.PLANNED, MoneyState.FORECAST, MoneyState.ACTUAL)


def choices() -> list[Segment]:
    """By what money can be split here, in the order of the chooser."""
    return [
        Segment(Dimension.AIM, said("Aim"), said("Money by aim, through what the activities serve")),
        Segment(MONTH, said("Month"), said("Money by calendar month")),
        Segment(Dimension.KIND, said("Kind"), said("Money by kind of activity")),
        Segment(Dimension.WHERE, said("Where"), said("Money by channel or place")),
        Segment(Dimension.AUDIENCE, said("Audience"), said("Money by audience, all of an activity alike")),
        Segment(Dimension.PATTERN, said("Bridge"), said("Money by the pattern of the bridges beside it")),
    ]


def columns() -> tuple[Column, ...]:
    """The heads of every breakdown."""
    return (
        Column(title="", is_number=False, stretches=True),
        Column(title=said("Split"), is_number=False, width=130),
        Column(title=said("Amount")),
        Column(title=said("Share")),
    )


def rows(review: MoneyReview, state: MoneyState, split: object) -> list[TableRow]:
    """The rows of a breakdown, in the order that planning gives them."""
    if not isinstance(split, Dimension):
        return _months(review, state)
    table = review.table(split, state)
    highest = max((row.totals.total for row in table.rows), default=0)
    return [_row(review, split, row, highest) for row in table.rows if row.key is not None or row.line_count]


def asked(review: MoneyReview, state: MoneyState, split: object, key: object) -> LinesAsked | None:
    """The lines behind a row; None where nothing is."""
    if isinstance(key, Span):
        return LinesAsked(month_name(key), lambda now: now.lines_within(key, state))
    if key == UNDATED:
        return LinesAsked(said("No days yet"), lambda now: undated_lines(now, state))
    if not isinstance(split, Dimension) or not isinstance(key, tuple):
        return None
    own = key[0]
    row = review.table(split, state).row(own)
    title = said("Nothing") if row is None else title_of(split, row)
    return LinesAsked(title, lambda now: now.lines_of(split, own, state))


def title_of(split: Dimension, row: MoneyRow) -> str:
    """What a row is called; money without a key by what it lacks."""
    if row.key is None:
        return said(_WITHOUT.get(split, "Nothing said"))
    if row.key == SAME_SIDE:
        return said("Bridges on its own side only")
    return row.title[:1].upper() + row.title[1:]


_WITHOUT = {
    Dimension.AIM: "No aim yet",
    Dimension.KIND: "The campaign as a whole",
    Dimension.WHERE: "No channel or place",
    Dimension.AUDIENCE: "No audience",
    Dimension.PATTERN: "No bridge",
}


def month_name(span: Span) -> str:
    """A month with its year, as the locale writes it: `September 2026`."""
    day = span.first_day
    return QLocale().toString(q_date(day), "MMMM yyyy")


def undated_lines(review: MoneyReview, state: MoneyState) -> tuple[LinePart, ...]:
    """The lines whose money has no days yet, as the user ordered them."""
    found = []
    for line in review.plan.lines_in_order:
        spreading = Spreading(review.plan, state)
        spreading.add(line)
        amount = spreading.undated.total
        if amount:
            found.append(LinePart(line, amount))
    return tuple(found)


def _row(review: MoneyReview, split: Dimension, row: MoneyRow, highest: int) -> TableRow:
    name = title_of(split, row)
    head = Cell(text=name, told=partial(_compared, review, split, row, name), is_muted=row.key is None)
    return TableRow((row.key,), (head, *_amounts(review, name, row.totals, row.share, highest)))


def _compared(review: MoneyReview, split: Dimension, row: MoneyRow, name: str) -> str:
    """Planned beside forecast beside actual, for whoever points at the row."""
    amounts = []
    for state in _COMPARED:
        found = review.table(split, state).row(row.key)
        amount = 0 if found is None else found.totals.total
        amounts.append(f"{state_name(state)}: {money_of(review.plan, amount)}")
    return "\n".join([name, *amounts])


def _amounts(
    review: MoneyReview, name: str, totals: MoneyTotals, percent: int, highest: int
) -> tuple[Cell, Cell, Cell]:
    amount = money_of(review.plan, totals.total)
    split = share_sentence(Shares(totals.online, totals.both, totals.not_said, totals.offline))
    return (
        Cell(bar=totals.parts, whole=highest, told=f"{name}: {split}"),
        Cell(text=amount, told=f"{name}: {amount}"),
        Cell(text=part_percent_text(percent, totals.total), is_muted=True),
    )


def _months(review: MoneyReview, state: MoneyState) -> list[TableRow]:
    spend = review.spending(state).by_month()
    totals = [_of_period(period) for period in spend.periods]
    keys: list[object] = [Span(period.first_day, period.last_day) for period in spend.periods]
    names = [month_name(Span(period.first_day, period.last_day)) for period in spend.periods]
    if spend.undated.total:
        keys.append(UNDATED)
        names.append(said("No days yet"))
        totals.append(spend.undated)
    percents = apportioned(100, [each.total for each in totals])
    highest = max((each.total for each in totals), default=0)
    return [
        TableRow(key, (Cell(text=name), *_amounts(review, name, each, percent, highest)))
        for key, name, each, percent in zip(keys, names, totals, percents, strict=True)
    ]


def _of_period(period: SpendPeriod) -> MoneyTotals:
    return MoneyTotals(period.online, period.offline, period.both, period.not_said)
