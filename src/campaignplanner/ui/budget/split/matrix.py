"""The two-way matrix as rows of a table: filed under, by what the customer meets."""

from __future__ import annotations

from campaignplanner.domain.budget import Meets
from campaignplanner.planning.money_review import MoneyReview, MoneyRow, MoneyTable
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import PART_OF, MoneyState, MoneyTotals
from campaignplanner.ui.budget.table import Cell, Column, TableRow
from campaignplanner.ui.budget.view import LinesAsked
from campaignplanner.ui.budget.words import (
    lines_counted,
    meets_name,
    money_of,
    part_percent_text,
    said,
    share_text,
)

WHOLE = "whole"
"""The key of the row of all money; budgets are pairs, so that none can be called the same."""

_MEETS = tuple(Meets)


def columns() -> tuple[Column, ...]:
    """The heads: whose budget, what the customer meets, and the sums."""
    return (
        Column(title=said("Filed under"), is_number=False, stretches=True),
        *(Column(title=meets_name(meets)) for meets in _MEETS),
        Column(title=said("Total")),
        Column(title=said("Online share")),
    )


def rows(review: MoneyReview, state: MoneyState) -> list[TableRow]:
    """All money first, then a row for each budget, the largest first."""
    table = review.table(Dimension.FILED_UNDER, state)
    highest = max((max(row.totals.parts) for row in table.rows), default=0)
    return [
        _whole(review, table),
        *(_budget(review, row, highest) for row in table.rows),
    ]


def asked(review: MoneyReview, state: MoneyState, key: object, column: int) -> LinesAsked:
    """What is behind a cell."""
    meets = _MEETS[column - 1] if 0 < column <= len(_MEETS) else None
    if isinstance(key, tuple):
        budget = key[0]
        row = review.table(Dimension.FILED_UNDER, state).row(budget)
        title = _title(row.title if row is not None else "")
        return LinesAsked(
            title if meets is None else said("%1, %2", title, meets_name(meets).lower()),
            lambda now: now.lines_of(Dimension.FILED_UNDER, budget, state, meets),
        )
    return LinesAsked(
        said("All money") if meets is None else said("All that is met: %1", meets_name(meets).lower()),
        lambda now: now.lines_of(Dimension.WHOLE, None, state, meets),
    )


def _title(title: str) -> str:
    return title or said("Nobody has said")


def _whole(review: MoneyReview, table: MoneyTable) -> TableRow:
    count = sum(row.line_count for row in table.rows)
    name = said("All money")
    cells = [
        _amount(review, name, meets, table.totals, table.shares[PART_OF[meets]], table.totals.total)
        for meets in _MEETS
    ]
    total = _total(review, name, table.totals, sum(table.shares), table.totals.total)
    return TableRow(WHOLE, (_name(name, count), *cells, total, _share(name, table.totals)), is_total=True)


def _budget(review: MoneyReview, row: MoneyRow, highest: int) -> TableRow:
    name = _title(row.title)
    cells = [
        _amount(review, name, meets, row.totals, row.shares[PART_OF[meets]], highest) for meets in _MEETS
    ]
    whole = review.totals().total if row.totals.total <= review.totals().total else row.totals.total
    total = _total(review, name, row.totals, row.share, whole)
    head = _name(name, row.line_count, is_muted=row.key is None)
    return TableRow((row.key,), (head, *cells, total, _share(name, row.totals)))


def _name(name: str, count: int, *, is_muted: bool = False) -> Cell:
    return Cell(text=name, small=lines_counted(count), is_muted=is_muted)


def _amount(
    review: MoneyReview, name: str, meets: Meets, totals: MoneyTotals, percent: int, whole: int
) -> Cell:
    amount, place = totals.of(meets), PART_OF[meets]
    if not amount:
        return Cell(text="\u2013", told=said("%1, %2: nothing", name, meets_name(meets)), is_muted=True)
    parts = tuple(amount if number == place else 0 for number in range(len(PART_OF)))
    text = money_of(review.plan, amount)
    told = said(
        "%1, %2: %3, %4 of all money", name, meets_name(meets), text, part_percent_text(percent, amount)
    )
    return Cell(text=text, small=part_percent_text(percent, amount), told=told, bar=parts, whole=whole)


def _total(review: MoneyReview, name: str, totals: MoneyTotals, percent: int, whole: int) -> Cell:
    text = money_of(review.plan, totals.total)
    told = said("%1, total: %2, %3 of all money", name, text, part_percent_text(percent, totals.total))
    return Cell(
        text=text, small=part_percent_text(percent, totals.total), told=told, bar=totals.parts, whole=whole
    )


def _share(name: str, totals: MoneyTotals) -> Cell:
    share = totals.online_share
    text = "\u2013" if share is None else share_text(share)
    return Cell(text=text, told=said("%1, online share: %2", name, text), is_muted=share is None)
