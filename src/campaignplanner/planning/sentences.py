"""Titles, days and lists as they stand in a sentence: what labels, findings and previews share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
    """Return a title in quotation marks, on one line and cut where it is long; its own become single ones."""
    line = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    if len(line) > LONGEST_NAME:
        line = f"{line[: LONGEST_NAME - 1].rstrip()}…"
    return f"“{line}”"


def day_in_words(day: date) -> str:
    """Return a day as a sentence names it: ``3 May 2025``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
