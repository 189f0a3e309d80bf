"""Titles, days and lists as they stand in a sentence: what labels, findings and previews share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from campaignplanner.domain.days import Span
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.money import to_decimal

LONGEST_NAME = 60
"""Labels show at most this many characters of a title."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def counted_days(days: int) -> str:
    """Return a number of days in words, without its sign: ``1 day``, ``3 days``."""
    return f"{abs(days)} day" if abs(days) == 1 else f"{abs(days)} days"


def listed(parts: Sequence[str]) -> str:
    """Join parts the way a sentence does: ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def quoted(text: str) -> str:
    """Return a title in quotation marks, on one line and cut where it is long; its own become single ones.

    What runs from right to left is set apart: such a title is for sentences, and not for what is kept.
    """
    return f"“{set_apart(_on_one_line(text))}”"


def inside(title: str) -> str:
    """Return a title as part of another one, which is kept: with single quotation marks."""
    return f"‘{_on_one_line(title)}’"


def _on_one_line(text: str) -> str:
    line = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1].rstrip()}…"


def money_in_words(amount: int, currency: str) -> str:
    """Return money as a sentence names it, in whole units where it is: ``1,350,000 GBP``, ``60.79 GBP``."""
    exact = to_decimal(amount, currency)
    is_whole = exact == exact.to_integral_value()
    return f"{exact.to_integral_value() if is_whole else exact:,f} {currency}"


def day_in_words(day: date, near: Span | None = None) -> str:
    """Return a day as a sentence names it: ``3 May 2025``, or ``3 May`` near days of that year alone."""
    short = f"{day.day} {_MONTHS[day.month - 1]}"
    if near is not None and near.first_day.year == near.last_day.year == day.year:
        return short
    return f"{short} {day.year}"


def run_in_words(span: Span, near: Span | None = None) -> str:
    """Return from when to when, as a sentence names it; see ``day_in_words``."""
    if span.first_day == span.last_day:
        return f"on {day_in_words(span.first_day, near)}"
    return f"from {day_in_words(span.first_day, near)} to {day_in_words(span.last_day, near)}"
