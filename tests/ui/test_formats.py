"""Days, money and counts in the words of a locale."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from campaignplanner.ui.formats import (
    counted,
    day_text,
    menu_text,
    moment_text,
    money_text,
    shortened,
    span_text,
    tooltip_text,
)

BRITISH, AMERICAN, GERMAN = QLocale("en_GB"), QLocale("en_US"), QLocale("de_DE")
FIRST, LAST = date(2026, 8, 24), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [(BRITISH, "24 Aug 2026"), (AMERICAN, "Aug 24, 2026"), (GERMAN, "24. Aug. 2026")],
)
def test_a_day_is_written_in_the_order_of_the_locale(locale: QLocale, expected: str) -> None:
    assert day_text(FIRST, locale) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (FIRST, LAST, "24 Aug \u2013 30 Nov 2026"),
        (FIRST, date(2027, 1, 3), "24 Aug 2026 \u2013 3 Jan 2027"),
        (FIRST, FIRST, "24 Aug 2026"),
        (FIRST, None, "From 24 Aug 2026"),
        (None, LAST, "Until 30 Nov 2026"),
        (None, None, "No dates yet"),
    ],
)
def test_a_span_says_its_year_once_and_leaves_open_what_is_open(
    first: date | None, last: date | None, expected: str
) -> None:
    assert span_text(first, last, BRITISH) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "expected"),
    [
        (14_400_000, "EUR", BRITISH, "€144,000"),
        (131_364, "GBP", BRITISH, "£1,313.64"),
        (131_364, "GBP", GERMAN, "1.313,64\u00a0£"),
        (90_578, "JPY", BRITISH, "¥90,578"),
        (1_500, "KWD", BRITISH, "KWD\u00a01.500"),
        (0, "CHF", BRITISH, "CHF\u00a00"),
    ],
)
def test_money_shows_its_currency_and_a_fraction_only_where_there_is_one(
    amount: int, currency: str, locale: QLocale, expected: str
) -> None:
    assert money_text(amount, currency, locale) == expected


def test_the_largest_amount_is_shown_to_the_last_cent() -> None:
    assert money_text(999_999_999_999_999, "EUR", BRITISH) == "€9,999,999,999,999.99"


def test_an_instant_is_shown_with_day_and_time() -> None:
    assert "2026" in moment_text(datetime(2026, 8, 24, 12, 30, tzinfo=UTC), BRITISH)
    assert ":30" in moment_text(datetime(2026, 8, 24, 12, 30, tzinfo=UTC), BRITISH)


def test_one_is_counted_in_the_singular() -> None:
    assert counted(1, "%1 day", "%1 days") == "1 day"
    assert counted(1234, "%1 day", "%1 days", BRITISH) == "1,234 days"


def test_markup_that_people_typed_stays_letters_in_a_tooltip() -> None:
    assert tooltip_text("<img src=x> & more") == "<qt>&lt;img src=x&gt; &amp; more</qt>"
    assert tooltip_text("") == ""


def test_an_ampersand_in_a_button_is_no_keyboard_mark() -> None:
    assert menu_text("Bread & butter") == "Bread && butter"


def test_a_long_title_is_cut_inside_a_sentence() -> None:
    assert shortened("a" * 400).endswith("…")
    assert len(shortened("a" * 400)) == 60
    assert shortened("two\nlines") == "two lines"
