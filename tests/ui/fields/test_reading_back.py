"""What a locale writes is read back as what it was."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QTime

from campaignplanner.domain.days import Span
from campaignplanner.domain.money import LARGEST_AMOUNT
from campaignplanner.planning.typed_amounts import read_money, read_number, read_share, read_whole
from campaignplanner.planning.typed_days import read_day, read_span
from campaignplanner.planning.typed_times import read_time
from campaignplanner.ui.fields.amounts import number_text, share_text
from campaignplanner.ui.fields.locale_words import day_words, number_words, time_words
from campaignplanner.ui.formats import day_text, money_text, span_text
from campaignplanner.ui.q_days import q_date

TODAY = date(2026, 8, 1)
NAMES = "en_GB en_US de_DE de_CH fr_FR sv_SE ja_JP ar_EG es_ES ko_KR hi_IN fa_IR".split()
LOCALES = [QLocale(name) for name in NAMES]
DAYS = {locale.name(): day_words(locale) for locale in LOCALES}
NUMBERS = {locale.name(): number_words(locale) for locale in LOCALES}
TIMES = {locale.name(): time_words(locale) for locale in LOCALES}
CURRENCIES = ("EUR", "GBP", "USD", "JPY", "KWD", "SEK", "CHF")

every_locale = pytest.mark.parametrize("locale", LOCALES, ids=NAMES)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
days_of_this_lifetime = st.dates(date(1977, 1, 1), date(2075, 12, 31))
amounts = st.integers(1 - LARGEST_AMOUNT, LARGEST_AMOUNT - 1)
numbers = st.decimals(-(10**14), 10**14, places=4)
spans = st.tuples(days, days).map(lambda ends: Span(min(ends), max(ends)))


@every_locale
@settings(max_examples=25)
@given(day=days)
def test_a_day_as_the_window_writes_it(locale: QLocale, day: date) -> None:
    assert read_day(day_text(day, locale), DAYS[locale.name()], TODAY) == day


@every_locale
@settings(max_examples=25)
@given(day=days)
def test_a_day_as_the_locale_writes_it_in_full(locale: QLocale, day: date) -> None:
    written = locale.toString(q_date(day), QLocale.FormatType.LongFormat)
    assert read_day(written, DAYS[locale.name()], TODAY) == day


@every_locale
@settings(max_examples=25)
@given(day=days_of_this_lifetime)
def test_a_day_as_the_locale_writes_it_in_figures(locale: QLocale, day: date) -> None:
    written = locale.toString(q_date(day), QLocale.FormatType.ShortFormat)
    assert read_day(written, DAYS[locale.name()], TODAY) == day


@every_locale
@settings(max_examples=25)
@given(day=days)
def test_a_day_as_files_write_it(locale: QLocale, day: date) -> None:
    assert read_day(day.isoformat(), DAYS[locale.name()], TODAY) == day


@every_locale
@settings(max_examples=25)
@given(span=spans)
def test_a_span_as_the_window_writes_it(locale: QLocale, span: Span) -> None:
    assert read_span(span_text(span.first_day, span.last_day, locale), DAYS[locale.name()], TODAY) == span


@every_locale
@settings(max_examples=25)
@given(amount=amounts, currency=st.sampled_from(CURRENCIES))
def test_money_as_the_window_writes_it(locale: QLocale, amount: int, currency: str) -> None:
    assert read_money(money_text(amount, currency, locale), currency, NUMBERS[locale.name()]) == amount


@every_locale
@settings(max_examples=25)
@given(amount=st.integers(-(10**11), 10**11))
def test_money_as_the_locale_writes_it(locale: QLocale, amount: int) -> None:
    currency = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    written = money_text(amount, currency, locale)
    assert read_money(written, currency, NUMBERS[locale.name()]) == amount


@every_locale
@settings(max_examples=25)
@given(number=numbers)
def test_a_number_with_every_digit_that_it_has(locale: QLocale, number: Decimal) -> None:
    assert read_number(number_text(number, locale), NUMBERS[locale.name()]) == number


@every_locale
@settings(max_examples=25)
@given(number=st.integers(-(10**9), 10**9))
def test_a_whole_number(locale: QLocale, number: int) -> None:
    assert read_whole(locale.toString(number), NUMBERS[locale.name()]) == number


@every_locale
@settings(max_examples=25)
@given(share=st.decimals(0, 1, places=6))
def test_a_share(locale: QLocale, share: Decimal) -> None:
    assert read_share(share_text(share, locale), NUMBERS[locale.name()]) == share


@every_locale
@settings(max_examples=25)
@given(moment=st.times().map(lambda each: each.replace(second=0, microsecond=0)))
def test_a_time_of_day(locale: QLocale, moment: time) -> None:
    written = locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    assert read_time(written, TIMES[locale.name()]) == moment
