"""Days, money and numbers as readers of a locale expect them."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_interval
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.brief.formats import Formats
from campaignplanner.brief.printable import is_meaningless, isolated, without_direction_marks
from campaignplanner.domain.days import Span
from tests.brief.reading import without_thin_spaces

AUTUMN = Span(date(2026, 8, 24), date(2026, 11, 30))


def plain(text: str) -> str:
    return text.replace("\u2009", " ").replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("locale", "money", "span", "share"),
    [
        ("en_GB", "€1,313.64", "24 Aug – 30 Nov 2026", "15.2%"),
        ("de_DE", "1.313,64 €", "24. Aug. – 30. Nov. 2026", "15,2 %"),
        ("fr_FR", "1 313,64 €", "24 août – 30 nov. 2026", "15,2 %"),
    ],
)
def test_a_locale_has_its_own_money_days_and_shares(locale: str, money: str, span: str, share: str) -> None:
    formats = Formats(locale, "EUR")
    assert plain(formats.money(131364)) == money
    assert plain(formats.span(AUTUMN)) == span
    assert plain(formats.share(Decimal("0.152249"), 1)) == share


@given(
    st.sampled_from(("en_GB", "en_US", "de_DE", "fr_FR", "ja_JP", "ar_EG", "he_IL", "fi_FI", "hu_HU")),
    st.dates(date(1999, 1, 1), date(2101, 1, 1)),
    st.integers(1, 900),
)
def test_days_from_first_to_last_read_as_cldr_has_them(locale: str, first: date, length: int) -> None:
    last, formats = first + timedelta(length), Formats(locale, "EUR")
    for said, skeleton in ((formats.span, "yMMMd"), (formats.span_without_year, "MMMd")):
        known = format_interval(first, last, skeleton, locale=locale)
        without_marks = without_direction_marks(known)
        assert said(Span(first, last)) in (known, isolated(without_marks))


def test_minor_units_are_those_of_the_currency() -> None:
    assert Formats("en_GB", "JPY").amount(1313) == "1,313"
    assert Formats("en_GB", "KWD").amount(1313645) == "1,313.645"


def test_whole_amounts_go_without_minor_units_only_where_all_do() -> None:
    assert Formats("en_GB", "EUR", whole_amounts=True).money(14400000) == "€144,000"
    assert Formats("en_GB", "EUR").money(14400000) == "€144,000.00"


def test_a_headline_shows_minor_units_only_where_it_has_some() -> None:
    formats = Formats("en_GB", "GBP")
    assert (formats.headline(14400000), formats.headline(131364)) == ("£144,000", "£1,313.64")


def test_one_day_is_not_a_span() -> None:
    assert Formats("en_GB", "EUR").span(Span(date(2026, 8, 24), date(2026, 8, 24))) == "24 Aug 2026"


def test_days_within_a_month_name_it_once() -> None:
    shown = Formats("en_GB", "EUR").span(Span(date(2026, 8, 24), date(2026, 8, 30)))
    assert without_thin_spaces(shown) == "24–30 Aug 2026"


def test_a_short_unit_stands_beside_its_number_and_a_long_one_does_not() -> None:
    formats = Formats("en_GB", "EUR")
    assert plain(formats.measured(Decimal(9), "h")) == "9 h"
    assert formats.measured(Decimal(15), "%") == "15%"
    assert formats.measured(Decimal(12000), "subscribers") == "12,000"
    assert formats.measured(None, "h") == "–"


def test_a_number_keeps_all_its_digits() -> None:
    assert Formats("en_GB", "EUR").number(Decimal("1234.56789")) == "1,234.56789"


@pytest.mark.parametrize("locale", ["ar_EG", "he_IL", "fa_IR", "ur_PK"])
def test_locales_from_right_to_left_bring_no_marks_that_would_print_as_codes(locale: str) -> None:
    formats = Formats(locale, "EUR")
    day = date(2026, 8, 24)
    shown = [formats.money(131364), formats.signed(-500), formats.share(Decimal("-0.5")), formats.number(-7)]
    shown += [formats.day(day), formats.long_day(day), formats.span(AUTUMN), formats.time(time(9, 30))]
    marks = {each for text in shown for each in without_isolates(text) if is_meaningless(each)}
    assert marks == set()


def without_isolates(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_a_day_written_from_right_to_left_keeps_its_order_beside_other_words() -> None:
    shown = Formats("ar_EG", "EUR").day(date(2026, 8, 3))
    assert shown == isolated(shown.strip("\u2068\u2069"))
    assert shown[0] == "\u2068"


def test_the_sign_of_a_negative_number_is_no_hyphen() -> None:
    formats = Formats("en_GB", "EUR")
    assert (formats.number(-5), formats.measured(Decimal("-2.5"), "%")) == ("\u22125", "\u22122.5%")
    assert formats.amount(-100) == "\u22121.00"


@pytest.mark.parametrize(
    ("locale", "millions", "thousands"), [("en_US", "1.4M", "821.3K"), ("de_DE", "1,4 Mio.", "821.331")]
)
def test_an_amount_in_short_stays_readable_in_every_language(
    locale: str, millions: str, thousands: str
) -> None:
    formats = Formats(locale, "EUR")
    assert (plain(formats.compact(1_392_318_00)), formats.compact(821_331_00)) == (millions, thousands)
