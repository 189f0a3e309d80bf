"""One cell of a budget line: what its text means, and what is written in it.

The grid of the budget page reads what is typed with ``read_cell``, as pasted cells are read, and copies with
``written_cell``: plain numbers with the locale's decimal mark, so that a spreadsheet takes them for numbers,
and so that everything that is copied is understood again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import check_currency
from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import to_decimal
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import (
    COST_TYPES,
    FIELD_OF,
    MEETS,
    PHASINGS,
    YES_OR_NO,
    LineColumn,
)
from campaignplanner.exchange.row_words import letters_of
from campaignplanner.planning.day_words import DayWords
from campaignplanner.planning.finding import folded
from campaignplanner.planning.money_sums import MoneyState, in_line_currency, own_amount_of
from campaignplanner.planning.typed_amounts import NumberWords, read_number
from campaignplanner.planning.typed_days import read_day
from campaignplanner.planning.typed_formulas import read_amount

E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSurroundings:
    """What cells of lines are read with.

    Attributes:
        plan: whose lines they are.
        numbers: how the locale writes numbers.
        days: how the locale writes days.
        today: what a day without a year is near to, where the campaign has no days.
        total_names: what the total is called in sums, besides ``total``.
    """

    plan: Plan
    numbers: NumberWords
    days: DayWords
    today: date
    total_names: tuple[str, ...] = ()

    @property
    def near(self) -> Span | None:
        """The campaign's days."""
        return self.plan.dated_span()


def read_cell(
    column: LineColumn, text: str, line: BudgetLine, around: LineSurroundings
) -> Mapping[str, object]:
    """Return the new values of fields that a text means, for ``ChangeBudgetLine``.

    Args:
        column: what the cell says.
        text: what was typed; empty takes the value away.
        line: the line as it is; its currency is that of amounts.
        around: what the text is read with.

    Raises:
        PlanError: the text means nothing there, or the column follows from others and is not typed.
    """
    field = FIELD_OF.get(column)
    if field is None:
        raise PlanError(f"{column.value} follows from the postings: add one instead.", record_id=line.id)
    cleaned = text.strip()
    try:
        return {field: _READERS[column](cleaned, line, around)}
    except PlanError as error:
        error.field = error.field or field
        raise


def written_cell(
    column: LineColumn, line: BudgetLine, plan: Plan, numbers: NumberWords, written_day: Callable[[date], str]
) -> str:
    """Return what stands in a cell, as a spreadsheet and ``read_cell`` understand it; no currency signs."""
    currency = line.currency or plan.campaign.currency
    amount = _amount_in(column, plan, line)
    if amount is not None:
        return written_number(to_decimal(amount, currency), numbers)
    if column is LineColumn.ACTIVITY:
        return plan.activities[line.activity_id].title if line.activity_id is not None else ""
    if column is LineColumn.PHASING:
        return line.phasing.mode.value
    value = getattr(line, FIELD_OF[column])
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return written_number(value, numbers)
        case date():
            return written_day(value)
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def written_number(value: Decimal, numbers: NumberWords) -> str:
    """Return a number with the locale's decimal mark and without grouping: ``1250,50``."""
    return f"{value:f}".replace(".", numbers.decimal)


# -- reading ---------------------------------------------------------------------------------------------


def _text(text: str, line: BudgetLine, around: LineSurroundings) -> str:
    del line, around
    return text


def _label(text: str, line: BudgetLine, around: LineSurroundings) -> str:
    del line, around
    if not text:
        raise PlanError("A budget line needs a label.", "label")
    return " ".join(text.split())


def _activity(text: str, line: BudgetLine, around: LineSurroundings) -> str | None:
    del line
    if not text:
        return None
    wanted = folded(text)
    found = [each for each in around.plan.activities.values() if folded(each.title) == wanted]
    if not found:
        raise PlanError(f"There is no activity called “{text}”.", "activity_id")
    return _first(found).id


def _first(activities: Iterable[Activity]) -> Activity:
    return min(activities, key=lambda each: each.id)


def _word(known: Mapping[str, E], what: str, empty: E | None) -> Callable[..., E]:
    def read(text: str, line: BudgetLine, around: LineSurroundings) -> E:
        del line, around
        word = known.get(letters_of(text)) if text else empty
        if word is None:
            raise PlanError(f"“{text}” is no {what} that is known here.")
        return word

    return read


def _yes_or_no(text: str, line: BudgetLine, around: LineSurroundings) -> bool:
    del line, around
    meaning = YES_OR_NO.get(text.casefold()) if text else False
    if meaning is None:
        raise PlanError(f"“{text}” is neither yes nor no.")
    return meaning


def _decimal(text: str, line: BudgetLine, around: LineSurroundings) -> Decimal | None:
    del line
    return read_number(text, around.numbers) if text else None


def _optional_amount(text: str, line: BudgetLine, around: LineSurroundings) -> int | None:
    return _amount(text, line, around) if text else None


def _amount(text: str, line: BudgetLine, around: LineSurroundings) -> int:
    if not text:
        return 0
    campaign = around.plan.campaign
    currency, total = line.currency or campaign.currency, campaign.budget_total
    known = None if total is None else in_line_currency(campaign, line, total)
    amount = read_amount(text, currency, around.numbers, known, around.total_names)
    if amount < 0:
        raise PlanError("A planned amount is not below zero.")
    return amount


def _phasing(text: str, line: BudgetLine, around: LineSurroundings) -> object:
    mode = _word(PHASINGS, "way of spreading", type(line.phasing)().mode)(text, line, around)
    return replace(line.phasing, mode=mode)


def _currency(text: str, line: BudgetLine, around: LineSurroundings) -> str | None:
    del line
    code = text.upper()
    if not code or code == around.plan.campaign.currency:
        return None
    check_currency(code)
    return code


def _day(text: str, line: BudgetLine, around: LineSurroundings) -> date | None:
    del line
    return read_day(text, around.days, around.today, around.near) if text else None


_READERS: Mapping[LineColumn, Callable[[str, BudgetLine, LineSurroundings], object]] = {
    LineColumn.LABEL: _label,
    LineColumn.ACTIVITY: _activity,
    LineColumn.COST_TYPE: _word(COST_TYPES, "cost type", COST_TYPES["other"]),
    LineColumn.MEETS: _word(MEETS, "place to meet customers", MEETS["notsaid"]),
    LineColumn.FILED_UNDER: _text,
    LineColumn.WORKING: _yes_or_no,
    LineColumn.SUPPLIER: _text,
    LineColumn.QUANTITY: _decimal,
    LineColumn.UNIT_PRICE: _optional_amount,
    LineColumn.PLANNED: _amount,
    LineColumn.FORECAST: _optional_amount,
    LineColumn.CLOSED: _yes_or_no,
    LineColumn.PHASING: _phasing,
    LineColumn.CURRENCY: _currency,
    LineColumn.EXCHANGE_RATE: _decimal,
    LineColumn.EXCHANGE_RATE_DAY: _day,
    LineColumn.TAX_NOTE: _text,
    LineColumn.NOTE: _text,
}

_POSTED = {
    LineColumn.COMMITTED: MoneyState.COMMITTED,
    LineColumn.ACTUAL: MoneyState.ACTUAL,
    LineColumn.EXPOSURE: MoneyState.EXPOSURE,
}


def _amount_in(column: LineColumn, plan: Plan, line: BudgetLine) -> int | None:
    """Return the minor units in a cell for money; None where there are none, or the cell is for others."""
    if column in _POSTED:
        return own_amount_of(plan, line, _POSTED[column])
    amounts = {
        LineColumn.PLANNED: line.planned,
        LineColumn.UNIT_PRICE: line.unit_price,
        LineColumn.FORECAST: line.forecast,
    }
    return amounts.get(column)
