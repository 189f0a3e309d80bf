"""What the pure parsers need to know of a locale, taken from Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QLocale

from campaignplanner.planning.day_words import DayOrder, DayWords
from campaignplanner.planning.typed_amounts import NumberWords
from campaignplanner.planning.typed_times import TimeWords
from campaignplanner.ui.formats import day_text

_MONTHS = range(1, 13)
_WEEKDAYS = range(1, 8)
_FORMATS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
_QUOTED = re.compile(r"'([^']+)'")

_SIGNS = {
    "€": "EUR", "£": "GBP", "$": "USD CAD AUD NZD SGD HKD MXN", "¥": "JPY CNY", "￥": "JPY CNY", "₹": "INR",
    "₩": "KRW", "₴": "UAH", "kr": "SEK NOK DKK ISK", "Fr.": "CHF", "zł": "PLN", "Kč": "CZK", "R$": "BRL",
    "US$": "USD", "₺": "TRY", "₽": "RUB", "₪": "ILS",
}  # fmt: skip
"""The currencies that a sign may stand for; codes are always understood."""

_RELATIVE_DAYS = {
    "en": ("today", "tomorrow", "yesterday"),
    "de": ("heute", "morgen", "gestern"),
    "fr": ("aujourd’hui", "demain", "hier"),
    "sv": ("idag", "imorgon", "igår"),
    "es": ("hoy", "mañana", "ayer"),
    "it": ("oggi", "domani", "ieri"),
    "nl": ("vandaag", "morgen", "gisteren"),
    "ja": ("今日", "明日", "昨日"),
    "ar": ("اليوم", "غدا", "أمس"),
}
"""Qt has no words for these."""

_UNTIL = {
    "de": "bis", "fr": "au à jusqu’au", "sv": "till", "es": "a al hasta", "it": "al a fino", "nl": "tot",
    "ja": "から より", "ar": "إلى حتى",
}  # fmt: skip
_EXAMPLE = date(2026, 9, 10)


def number_words(locale: QLocale | None = None) -> NumberWords:
    """How the locale writes numbers and money."""
    chosen = locale or QLocale()
    signs = {sign: frozenset(codes.split()) for sign, codes in _SIGNS.items()}
    own_sign = chosen.currencySymbol(QLocale.CurrencySymbolFormat.CurrencySymbol)
    own_code = chosen.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    if own_sign and own_code:
        signs[own_sign] = signs.get(own_sign, frozenset()) | {own_code}
    return NumberWords(chosen.decimalPoint() or ".", chosen.groupSeparator() or ",", signs)


def day_words(locale: QLocale | None = None) -> DayWords:
    """How the locale writes days; English is understood besides."""
    chosen = locale or QLocale()
    english = QLocale(QLocale.Language.English)
    places = (english, chosen)
    return DayWords(
        order=_order(chosen.dateFormat(QLocale.FormatType.ShortFormat)),
        is_day_before_month=_is_day_before_month(chosen),
        months={
            name: number for place in places for number in _MONTHS for name in _month_names(place, number)
        },
        weekdays={
            name: number - 1 for place in places for number in _WEEKDAYS for name in _day_names(place, number)
        },
        days_from_today={
            word: days
            for language in ("en", _language(chosen))
            for word, days in zip(_RELATIVE_DAYS.get(language, ()), (0, 1, -1), strict=False)
        },
        fillers=frozenset(_fillers(chosen)),
        until=frozenset(_UNTIL.get(_language(chosen), "").split()),
        example=day_text(_EXAMPLE, chosen),
    )


def time_words(locale: QLocale | None = None) -> TimeWords:
    """What the locale writes behind or before the hours of each half of the day."""
    chosen = locale or QLocale()
    return TimeWords(
        before_noon=frozenset({"am", "a.m.", chosen.amText()}),
        after_noon=frozenset({"pm", "p.m.", chosen.pmText()}),
    )


def _month_names(place: QLocale, number: int) -> Iterator[str]:
    for width in _FORMATS:
        yield place.monthName(number, width)
        yield place.standaloneMonthName(number, width)


def _day_names(place: QLocale, number: int) -> Iterator[str]:
    for width in _FORMATS:
        yield place.dayName(number, width)
        yield place.standaloneDayName(number, width)


def _order(short_format: str) -> DayOrder:
    """The order of day, month and year in the locale's short way of writing."""
    found = sorted("dMy", key=short_format.find)
    return {"dMy": DayOrder.DAY_FIRST, "Mdy": DayOrder.MONTH_FIRST}.get("".join(found), DayOrder.YEAR_FIRST)


def _is_day_before_month(place: QLocale) -> bool:
    """The long way of writing tells it too where the short one begins with the year."""
    order = _order(place.dateFormat(QLocale.FormatType.ShortFormat))
    if order is not DayOrder.YEAR_FIRST:
        return order is DayOrder.DAY_FIRST
    long_format = re.sub("d{3,4}", "", place.dateFormat(QLocale.FormatType.LongFormat))
    return long_format.find("d") < long_format.find("M")


def _fillers(place: QLocale) -> Iterator[str]:
    """Words that stand between the parts, such as `de` in `10 de septiembre`."""
    for width in _FORMATS:
        yield from _QUOTED.findall(place.dateFormat(width))


def _language(place: QLocale) -> str:
    return place.name().split("_")[0]
