"""Numbers, shares and money as people type them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.typed_amounts import (
    NumberWords,
    read_money,
    read_number,
    read_share,
    read_whole,
)

_SIGNS = {
    "€": frozenset({"EUR"}),
    "$": frozenset({"USD", "CAD"}),
    "kr": frozenset({"SEK", "NOK"}),
}
BRITISH = NumberWords(".", ",", _SIGNS)
GERMAN = NumberWords(",", ".", _SIGNS)
FRENCH = NumberWords(",", "\u202f", _SIGNS)
ARABIC = NumberWords("\u066b", "\u066c", _SIGNS)


def said_of(read: Callable[..., object], *arguments: object) -> str:
    """The sentence that a text is refused with; empty where it is understood."""
    try:
        read(*arguments)
    except PlanError as error:
        return error.sentence
    return ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1250.5", BRITISH),
        ("1,250.50", BRITISH),
        ("€1,250.50", BRITISH),
        ("1250.50 EUR", BRITISH),
        ("eur 1250.5", BRITISH),
        ("1 250.50", BRITISH),
        ("1'250.50", BRITISH),
        ("+1250.50", BRITISH),
        ("1.250,50", BRITISH),
        ("1.250,50 €", GERMAN),
        ("1250,5", GERMAN),
        ("1,250.50", GERMAN),
        ("1 250,50", FRENCH),
        ("1\u202f250,50\xa0€", FRENCH),
        ("1250.50", FRENCH),
        ("\u0661\u066c\u0662\u0665\u0660\u066b\u0665\u0660", ARABIC),
        ("1,250.50", ARABIC),
        ("\u200f1250\u066b50", ARABIC),
        ("\uff11\uff12\uff15\uff10.\uff15", BRITISH),
    ],
)
def test_money_is_read_however_it_is_written(text: str, words: NumberWords) -> None:
    assert read_money(text, "EUR", words) == 125050


@pytest.mark.parametrize("text", ["-12.50", "−12.50", "(12.50)", "12.50-", "€-12.50", "(€12.50)", "-€12.50"])
def test_what_is_owed_is_marked_in_many_ways(text: str) -> None:
    assert read_money(text, "EUR", BRITISH) == -1250


@pytest.mark.parametrize("text", ["1,250", "1250", "1 250", "1,250.00", "1250."])
def test_thousands_need_no_fraction(text: str) -> None:
    assert read_money(text, "EUR", BRITISH) == 125000


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("1.250", BRITISH, "1250 or 1.25"),
        ("1,250", GERMAN, "1250 or 1,25"),
        ("1.250", FRENCH, "1250 or 1.25"),
        ("20.000", BRITISH, "20000 or 20"),
    ],
)
def test_money_that_could_be_two_amounts_is_asked_about(text: str, words: NumberWords, meant: str) -> None:
    with pytest.raises(PlanError, match=meant):
        read_money(text, "EUR", words)


def test_a_sign_that_many_currencies_share_means_the_campaigns() -> None:
    assert read_money("$5", "CAD", BRITISH) == 500
    assert read_money("5 kr", "NOK", BRITISH) == 500


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no number here."),
        ("-", "There is no number here."),
        ("12x", "“12x” is not a number."),
        ("a lot", "“a lot” is not a number."),
        ("1,25", "In “1,25” the “,” parts thousands; write “1.25” for a fraction."),
        ("1,2,3", "“1,2,3” is not a number."),
        ("1.2.3", "“1.2.3” is not a number."),
        ("0.125", "Amounts in EUR have at most 2 decimal places."),
        ("$5", "“$5” is in CAD or USD, but this amount is in EUR."),
        ("5 USD", "“5 USD” is in USD, but this amount is in EUR."),
        ("9" * 20, "The amount is too large or is not a number."),
        ("9" * 80, f"“{'9' * 60}…” is too long for a number."),
    ],
)
def test_money_that_cannot_be_read_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PlanError) as caught:
        read_money(text, "EUR", BRITISH)
    assert caught.value.sentence == sentence


def test_currencies_without_a_fraction_refuse_one() -> None:
    assert read_money("1250", "JPY", BRITISH) == 1250
    with pytest.raises(PlanError, match="no decimal places"):
        read_money("12.5", "JPY", BRITISH)


def test_currencies_of_three_places_take_them() -> None:
    assert read_money("1.250", "KWD", BRITISH) == 1250


def test_a_number_keeps_its_places() -> None:
    assert str(read_number("1.250", BRITISH)) == "1.250"
    assert read_number(".5", BRITISH) == Decimal("0.5")


@pytest.mark.parametrize(("text", "share"), [("30", "0.3"), ("30 %", "0.3"), ("% 12.5", "0.125"), ("0", "0")])
def test_a_share_is_typed_in_percent(text: str, share: str) -> None:
    assert read_share(text, BRITISH) == Decimal(share)


def test_a_whole_number_has_no_fraction() -> None:
    assert read_whole("1,200", BRITISH) == 1200
    with pytest.raises(PlanError, match="is not a whole number"):
        read_whole("12.5", BRITISH)


@given(text=st.text(alphabet="0123456789.,-()€$kr ’'%", max_size=16))
def test_no_text_gives_anything_but_an_amount_or_a_sentence(text: str) -> None:
    for words in (BRITISH, GERMAN, FRENCH, ARABIC):
        assert said_of(read_money, text, "EUR", words)[-1:] in ("", ".")
        assert said_of(read_share, text, words)[-1:] in ("", ".")


@pytest.mark.parametrize(
    ("text", "minor_units"),
    [
        ("45k", 4_500_000),
        ("45 K", 4_500_000),
        ("3.4m", 340_000_000),
        ("3.4 million", 340_000_000),
        ("€2 mio", 200_000_000),
        ("2 mio EUR", 200_000_000),
        ("-1.5k", -150_000),
    ],
)
def test_thousands_and_millions_are_written_short(text: str, minor_units: int) -> None:
    assert read_money(text, "EUR", BRITISH) == minor_units


def test_a_german_million_has_a_german_fraction() -> None:
    assert read_money("3,4 Mio. €", "EUR", GERMAN) == 340_000_000


def test_an_m_behind_what_is_no_money_may_be_metres() -> None:
    assert said_of(read_number, "5 m", BRITISH) == "“5 m” is not a number."
    assert read_number("76k", BRITISH) == 76_000
