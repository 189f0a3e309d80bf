"""Days, money and shares as people of the window's locale write them; no widgets in here."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from campaignplanner.domain.money import minor_digits, to_decimal
from campaignplanner.ui.plain_text import menu_text, shortened, tooltip_text
from campaignplanner.ui.q_days import q_date

__all__ = [
    "counted",
    "day_text",
    "days_text",
    "menu_text",
    "moment_text",
    "money_text",
    "shortened",
    "span_text",
    "tooltip_text",
]

_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹", "KRW": "₩", "UAH": "₴"}
"""Signs that name one currency where it is used most; every other currency shows its code."""


def day_text(day: date, locale: QLocale | None = None) -> str:
    """A day with a short month: `24 Aug 2026`, in the order of the locale."""
    chosen = locale or QLocale()
    return chosen.toString(q_date(day), _day_format(chosen))


def span_text(first_day: date | None, last_day: date | None, locale: QLocale | None = None) -> str:
    """A span such as `24 Aug - 30 Nov 2026` with an en dash; an end not set yet is left open."""
    if first_day is None and last_day is None:
        return QCoreApplication.translate("formats", "No dates yet")
    if first_day is None or last_day is None:
        text = "From %1" if last_day is None else "Until %1"
        known = first_day or last_day
        return QCoreApplication.translate("formats", text).replace("%1", day_text(known or date.min, locale))
    if first_day == last_day:
        return day_text(first_day, locale)
    chosen = locale or QLocale()
    first = chosen.toString(q_date(first_day), _first_format(first_day, last_day, chosen))
    return f"{first} \u2013 {day_text(last_day, chosen)}"


def moment_text(moment: datetime, locale: QLocale | None = None) -> str:
    """An aware instant in the person's own time zone: day, short month, hours and minutes."""
    chosen = locale or QLocale()
    utc = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()), QTimeZone(QTimeZone.Initialization.UTC))
    local = utc.toLocalTime()
    time = chosen.toString(local.time(), QLocale.FormatType.ShortFormat)
    return f"{chosen.toString(local.date(), _day_format(chosen))}, {time}"


def money_text(amount: int, currency: str, locale: QLocale | None = None) -> str:
    """An amount in minor units as money: `€84,500`, `£1,313.64`; whole amounts without a fraction."""
    chosen = locale or QLocale()
    value = to_decimal(amount, currency)
    places = 0 if value == value.to_integral_value() else minor_digits(currency)
    symbol = _SYMBOLS.get(currency)
    if symbol is None:
        return f"{currency}\u00a0{_number(value, places, chosen)}"
    return chosen.toCurrencyString(float(value), symbol, places)


def counted(count: int, one: str, many: str, locale: QLocale | None = None) -> str:
    """A number with its noun: `one` for exactly one, else `many`, with `%1` for the number."""
    chosen = locale or QLocale()
    return (one if count == 1 else many).replace("%1", chosen.toString(count))


def days_text(days: int, locale: QLocale | None = None) -> str:
    """A length of time: `1 day`, `99 days`."""
    one = QCoreApplication.translate("formats", "%1 day")
    return counted(days, one, QCoreApplication.translate("formats", "%1 days"), locale)


def _number(value: Decimal, places: int, locale: QLocale) -> str:
    return locale.toString(float(value), "f", places)


def _day_format(locale: QLocale) -> str:
    """The locale's long format without the weekday and with a short month."""
    long_format = locale.dateFormat(QLocale.FormatType.LongFormat)
    without_weekday = re.sub(r"[\s,.،]*dddd[\s,.،]*", "", long_format)
    return without_weekday.replace("MMMM", "MMM").strip()


def _first_format(first_day: date, last_day: date, locale: QLocale) -> str:
    """The first day needs no year where the last day says it and the year comes at the end."""
    day_format = _day_format(locale)
    if first_day.year != last_day.year or not day_format.endswith("yyyy"):
        return day_format
    return day_format.removesuffix("yyyy").rstrip(" ,")
