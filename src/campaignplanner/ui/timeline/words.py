"""The short texts of the timeline that the window's other pages do not need."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from campaignplanner.domain.days import Span
from campaignplanner.domain.money import percentages
from campaignplanner.planning.timescale import TickLabel
from campaignplanner.ui.formats import day_text
from campaignplanner.ui.q_days import q_date

translate = QCoreApplication.translate
"""For texts that are made outside a widget; their context is `Timeline`."""

_MONTHS_PER_QUARTER = 3
_WEEKDAYS = {
    TickLabel.LETTER_AND_DAY: QLocale.FormatType.NarrowFormat,
    TickLabel.WEEKDAY_AND_DAY: QLocale.FormatType.ShortFormat,
}
_BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""White space at which a line may break: all but the two that keep a number and its unit together."""


def short_day_text(day: date) -> str:
    """A day without its year, in the order of the locale: `30 Nov`."""
    locale = QLocale()
    long_format = locale.dateFormat(QLocale.FormatType.LongFormat).replace("MMMM", "MMM")
    without = re.sub(r"[\s,./]*(dddd|yyyy|'de'\s*yyyy)[\s,./]*", " ", long_format).strip()
    return locale.toString(q_date(day), without or "d MMM")


def near_day_text(day: date, near: Span | None) -> str:
    """A day beside days that are known: `30 Nov` where those are all of its year, else `30 Nov 2027`."""
    goes_without_saying = near is not None and near.first_day.year == near.last_day.year == day.year
    return short_day_text(day) if goes_without_saying else day_text(day)


def weekday_text(day: date) -> str:
    """The name of a day's weekday in short: `Mon`."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def weekday_span_text(first_day: date, last_day: date) -> str:
    """Days with their weekdays: `Thu 10 Sep – Sun 27 Sep 2026`, or one day alone."""
    if first_day == last_day:
        return f"{weekday_text(first_day)} {day_text(first_day)}"
    is_same_year = first_day.year == last_day.year
    first = short_day_text(first_day) if is_same_year else day_text(first_day)
    return f"{weekday_text(first_day)} {first} – {weekday_text(last_day)} {day_text(last_day)}"


def full_day_text(day: date) -> str:
    """A day with its weekday, all in full: `Thursday, 8 October 2026` in the order of the locale."""
    return QLocale().toString(q_date(day), QLocale.FormatType.LongFormat)


def month_text(day: date) -> str:
    """A month with its year: `October 2026`."""
    return tick_text(TickLabel.MONTH_AND_YEAR, day)


def tick_text(label: TickLabel, day: date) -> str:
    """What a tick of the ruler says of its first day."""
    if label in _WEEKDAYS:
        return f"{QLocale().standaloneDayName(day.isoweekday(), _WEEKDAYS[label])} {day.day}"
    if label is TickLabel.DAY:
        return str(day.day)
    if label is TickLabel.YEAR:
        return str(day.year)
    if label in (TickLabel.QUARTER, TickLabel.QUARTER_AND_YEAR):
        quarter = f"Q{(day.month - 1) // _MONTHS_PER_QUARTER + 1}"
        return quarter if label is TickLabel.QUARTER else f"{quarter} {day.year}"
    short = label is TickLabel.SHORT_MONTH
    month = QLocale().standaloneMonthName(
        day.month, QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    )
    return f"{month} {day.year}" if label is TickLabel.MONTH_AND_YEAR else month


def number_text(value: Decimal) -> str:
    """A measured number with the separators of the locale and no superfluous zeros."""
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return QLocale().toString(float(value), "f", places)


def shares_text(parts: dict[str, int]) -> str:
    """Named amounts as percentages that add up to 100: `46 % online / 54 % offline`; none that round to 0."""
    shares = percentages(tuple(parts.values()))
    return " / ".join(
        f"{QLocale().toString(share)}\N{NO-BREAK SPACE}% {name}"
        for name, share in zip(parts, shares, strict=True)
        if share > 0
    )


def one_line(text: str) -> str:
    """A text on one line: runs of white space, line ends among them, become one space."""
    return _BREAKING_SPACE.sub(" ", text).strip()
