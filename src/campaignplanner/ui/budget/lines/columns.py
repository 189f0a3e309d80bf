"""The columns of the grid: what they are called, how wide they begin, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt

from campaignplanner.exchange.line_words import FIELD_OF, LineColumn
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.services.commands.frozen_money import PLANNED_MONEY
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What is known of a column.

    Attributes:
        heading: what its head says.
        widest: a long text that stands in it.
        is_shown: whether it is shown when nobody has said otherwise.
        is_number: whether it stands at the right.
    """

    heading: str
    widest: str
    is_shown: bool = True
    is_number: bool = False


COLUMNS = tuple(LineColumn)
"""All columns, in the order in which they begin."""

STATE_OF: Mapping[LineColumn, MoneyState] = {
    LineColumn.PLANNED: MoneyState.PLANNED,
    LineColumn.FORECAST: MoneyState.FORECAST,
    LineColumn.COMMITTED: MoneyState.COMMITTED,
    LineColumn.ACTUAL: MoneyState.ACTUAL,
    LineColumn.EXPOSURE: MoneyState.EXPOSURE,
}
"""The columns that are summed, and what money stands in them."""

YES_OR_NO = frozenset({LineColumn.WORKING, LineColumn.CLOSED})

APPROVED = frozenset(column for column, field in FIELD_OF.items() if field in PLANNED_MONEY)
"""The columns that stay as they were approved."""

OTHER_CURRENCY = (LineColumn.CURRENCY, LineColumn.EXCHANGE_RATE)
"""Shown by themselves as soon as a second currency is used."""

ALWAYS_SHOWN = frozenset({LineColumn.LABEL})
"""Without its words nobody knows what a line is."""

AT_FIRST = (
    LineColumn.LABEL,
    LineColumn.ACTIVITY,
    LineColumn.MEETS,
    LineColumn.FILED_UNDER,
    *STATE_OF,
    LineColumn.CLOSED,
)
"""The columns at the left, as long as nobody moves them: what is asked first of a line."""

_PLACES = {column: place for place, column in enumerate(COLUMNS)}
_MONEY = "€99,999"
_FACTS: Mapping[LineColumn, ColumnFacts] = {
    LineColumn.LABEL: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Line"), "Printed cups and napkins, 40,0"),
    LineColumn.ACTIVITY: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Activity"), "Tasting bars in cities"),
    LineColumn.COST_TYPE: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Cost type"), "Product and samples"),
    LineColumn.MEETS: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Customers meet it"), "Customers meet it"),
    LineColumn.FILED_UNDER: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Filed under"), "Filed under it"),
    LineColumn.WORKING: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Working"), "Working", is_shown=False),
    LineColumn.SUPPLIER: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Supplier"), "Somebody & Co."),
    LineColumn.QUANTITY: ColumnFacts(
        QT_TRANSLATE_NOOP("budget", "Quantity"), "1,000,000", is_shown=False, is_number=True
    ),
    LineColumn.UNIT_PRICE: ColumnFacts(
        QT_TRANSLATE_NOOP("budget", "Price of one"), "€99,999.99", is_shown=False, is_number=True
    ),
    LineColumn.PLANNED: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Planned"), _MONEY, is_number=True),
    LineColumn.FORECAST: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Forecast"), _MONEY, is_number=True),
    LineColumn.COMMITTED: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Committed"), _MONEY, is_number=True),
    LineColumn.ACTUAL: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Actual"), _MONEY, is_number=True),
    LineColumn.EXPOSURE: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Exposure"), _MONEY, is_number=True),
    LineColumn.CLOSED: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Closed"), "Closed"),
    LineColumn.PHASING: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Spread"), "By month", is_shown=False),
    LineColumn.CURRENCY: ColumnFacts(QT_TRANSLATE_NOOP("budget", "Currency"), "Currency", is_shown=False),
    LineColumn.EXCHANGE_RATE: ColumnFacts(
        QT_TRANSLATE_NOOP("budget", "Exchange rate"), "Exchange rate", is_shown=False, is_number=True
    ),
    LineColumn.EXCHANGE_RATE_DAY: ColumnFacts(
        QT_TRANSLATE_NOOP("budget", "Rate of"), "24 Sept 2026", is_shown=False
    ),
    LineColumn.TAX_NOTE: ColumnFacts(
        QT_TRANSLATE_NOOP("budget", "Tax note"), "net of VAT, 19 %", is_shown=False
    ),
    LineColumn.NOTE: ColumnFacts(
        QT_TRANSLATE_NOOP("budget", "Note"), "What one should know of it", is_shown=False
    ),
}


MARKED_AS: Mapping[LineColumn, str] = {**FIELD_OF, LineColumn.ACTUAL: "postings"}
"""The field of a line, as findings call it, that is marked in a column."""


def facts_of(column: LineColumn) -> ColumnFacts:
    """What is known of a column."""
    return _FACTS[column]


def heading_of(column: LineColumn) -> str:
    """What the head of a column says in the window's language."""
    return said(_FACTS[column].heading)


def place_of(column: LineColumn) -> int:
    """The number of a column in the model, which stays when people move it."""
    return _PLACES[column]


def alignment_of(column: LineColumn) -> Qt.AlignmentFlag:
    """Numbers stand right, so that they can be compared."""
    side = Qt.AlignmentFlag.AlignRight if _FACTS[column].is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
