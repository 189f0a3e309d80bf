"""Days, money and numbers as readers of a locale expect them."""

from datetime import date
from decimal import Decimal

import pytest

from campaignplanner.brief.formats import Formats
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
