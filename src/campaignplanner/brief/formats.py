"""Days, money and numbers the way readers of a locale expect them, with CLDR's data through Babel."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache, cached_property, lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_time, parse_pattern
from babel.numbers import (
    NumberPattern,
    format_compact_decimal,
    format_decimal,
    format_percent,
)

from campaignplanner.brief.printable import isolated, without_direction_marks
from campaignplanner.domain.days import Span
from campaignplanner.domain.money import minor_digits, to_decimal

_NO_BREAK_SPACE = "\u00a0"
_MINUS = "\u2212"
_MANY_DIGITS = re.compile(r"\d{5}")
_DAYS_KEPT = 20_000
_SHORT_UNIT = 3
"""Signs up to which a unit stands beside its number: %, h, km."""


@dataclass
class Formats:
    """Formats for one locale and one currency.

    Args:
        locale: a CLDR locale, such as en_GB.
        currency: ISO 4217 code of the campaign.
        whole_amounts: leave out the minor units because all amounts of the brief are whole.
    """

    locale: str
    currency: str
    whole_amounts: bool = False

    @cached_property
    def cldr(self) -> Locale:
        """Babel's data of the locale."""
        return _locale(self.locale)

    def day(self, day: date) -> str:
        """A day with its year: 24 Aug 2026."""
        return self._skeleton("yMMMd", day)

    def long_day(self, day: date) -> str:
        """A day written out: 24 August 2026."""
        return _printable(format_date(day, "long", locale=self.cldr))

    def month(self, day: date) -> str:
        """The month of a day: September."""
        return _printable(format_date(day, "LLLL", locale=self.cldr))

    def short_month(self, day: date) -> str:
        """The month of a day, short: Sep."""
        return _printable(format_date(day, "LLL", locale=self.cldr))

    def month_and_year(self, day: date) -> str:
        """The month of a day with its year: September 2026."""
        return self._skeleton("yMMMM", day)

    def quarter(self, day: date) -> str:
        """The quarter of a day, written out: 3rd quarter 2026."""
        return self._skeleton("yQQQQ", day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1))

    def span(self, span: Span) -> str:
        """Days from the first to the last: 24 Aug – 30 Nov 2026."""
        if span.days == 1:
            return self.day(span.first_day)
        return _interval(self.locale, "yMMMd", span)

    def span_without_year(self, span: Span) -> str:
        """Days from the first to the last where the year goes without saying: 24 Aug – 30 Nov."""
        if span.days == 1:
            return self._skeleton("MMMd", span.first_day)
        return _interval(self.locale, "MMMd", span)

    def time(self, moment: time) -> str:
        """A time of day: 18:30."""
        return _printable(format_time(moment, "short", locale=self.cldr))

    def money(self, amount: int) -> str:
        """An amount of the campaign's currency with its sign: £1,313.64."""
        return self._money(amount, self.currency, self.whole_amounts)

    def headline(self, amount: int) -> str:
        """An amount for a headline: with its minor units only where it has some itself."""
        return self._money(amount, self.currency, whole=amount % 10 ** minor_digits(self.currency) == 0)

    def signed(self, amount: int) -> str:
        """An amount that is more or less than before: +€4,000."""
        return ("+" if amount > 0 else _MINUS if amount < 0 else "") + self.headline(abs(amount))

    def money_in(self, amount: int, currency: str) -> str:
        """An amount of another currency, always with its minor units."""
        return self._money(amount, currency, whole=False)

    def amount(self, amount: int) -> str:
        """An amount of the campaign's currency as a bare number, for columns: 1,313.64."""
        digits = 0 if self.whole_amounts else minor_digits(self.currency)
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return _number(format_decimal(to_decimal(amount, self.currency), pattern, self.cldr))

    def rounded(self, amount: int) -> str:
        """An amount in whole units without its currency, for the feet of columns: 13,251."""
        return _number(format_decimal(round(to_decimal(amount, self.currency)), "#,##0", self.cldr))

    def compact(self, amount: int) -> str:
        """An amount in short, where there is no room for all of its digits: 1.4M."""
        value = round(to_decimal(amount, self.currency))
        text = _number(format_compact_decimal(value, locale=self.cldr, fraction_digits=1))
        # Some languages have no word for thousands: they are written out, with what parts their digits.
        return self.rounded(amount) if _MANY_DIGITS.search(text) else text

    def number(self, value: Decimal | int) -> str:
        """A number with all the digits that it has."""
        return _number(format_decimal(value, locale=self.cldr, decimal_quantization=False))

    def measured(self, value: Decimal | None, unit: str) -> str:
        """A value with its unit where that is short; a dash where there is no value."""
        if value is None:
            return "–"
        number = self.number(value)
        if unit == "%":
            pattern: NumberPattern = self.cldr.percent_formats[None]
            return _printable(number + pattern.suffix[0])
        return number + _NO_BREAK_SPACE + unit if self.is_short(unit) else number

    def is_short(self, unit: str) -> bool:
        """Tell whether a unit is short enough to stand beside its number."""
        return 0 < len(unit) <= _SHORT_UNIT

    def percent(self, percentage: int) -> str:
        """A whole percentage."""
        return _number(format_percent(Decimal(percentage) / 100, locale=self.cldr))

    def share(self, share: Decimal, places: int = 0) -> str:
        """A fraction of 1 as a percentage with so many decimal places."""
        return _number(_with_places(self.cldr.percent_formats[None], places).apply(share, self.cldr))

    def band(self, low: Decimal, high: Decimal) -> str:
        """A band of shares: 40–55 %."""
        return f"{self.number(low * 100)}–{self.share(high)}" if low != high else self.share(low)

    def _skeleton(self, skeleton: str, day: date) -> str:
        return _day(self.locale, skeleton, day)

    def _money(self, amount: int, currency: str, whole: bool) -> str:
        pattern = _with_places(self.cldr.currency_formats["standard"], 0 if whole else minor_digits(currency))
        value = to_decimal(amount, currency)
        return _number(pattern.apply(value, self.cldr, currency=currency, currency_digits=False))


# The worker makes the brief of one campaign again and again, nearly always with the same days.
@lru_cache(maxsize=_DAYS_KEPT)
def _day(locale: str, skeleton: str, day: date) -> str:
    return _printable(format_skeleton(skeleton, day, locale=_locale(locale)))


@lru_cache(maxsize=_DAYS_KEPT)
def _half(locale: str, pattern: str, day: date) -> str:
    return parse_pattern(pattern).apply(day, _locale(locale))


def _interval(locale: str, skeleton: str, span: Span) -> str:
    """What `format_interval` of Babel says, put together from halves that are known for each day."""
    first, last = span.first_day, span.last_day
    differing = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = _locale(locale).interval_formats.get(skeleton, {}).get(differing, ())
    if len(patterns) != 2:
        return _printable(format_interval(first, last, skeleton, locale=_locale(locale)))
    return _printable("".join(_half(locale, *each) for each in zip(patterns, (first, last), strict=True)))


_locale = cache(Locale.parse)


def _printable(text: str) -> str:
    """A text of CLDR, which some locales write with marks for the direction: isolated in their stead."""
    return text if text.isascii() else isolated(without_direction_marks(text))


def _number(text: str) -> str:
    """The same of a number, whose sign is no hyphen."""
    return _printable(text).replace("-", _MINUS)


def _with_places(pattern: NumberPattern, places: int) -> NumberPattern:
    changed = copy(pattern)
    changed.frac_prec = (places, places)
    return changed
