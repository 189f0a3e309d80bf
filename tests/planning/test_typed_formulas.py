from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import plain_amount
from campaignplanner.planning.typed_amounts import NumberWords
from campaignplanner.planning.typed_formulas import read_amount

ENGLISH = NumberWords(".", ",", {"€": frozenset({"EUR"})})
GERMAN = NumberWords(",", ".", {"€": frozenset({"EUR"})})


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1200", 120_000),
        ("€1,200.50", 120_050),
        ("30%", 300_000),
        ("30 %", 300_000),
        ("%30", 300_000),
        ("12.5%", 125_000),
        ("=total*0.3", 300_000),
        ("= Total * 30 %", 300_000),
        ("=1,200.50+300", 150_050),
        ("=(total-5000)/4", 125_000),
        ("=total/3", 333_333),
        ("=2×3", 600),
        ("=10-2-3", 500),
        ("=2+3*4", 1_400),
        ("=-5+6", 100),
    ],
)
def test_a_cell_takes_an_amount_a_share_or_a_sum(text: str, amount: int) -> None:
    assert read_amount(text, "EUR", ENGLISH, 1_000_000) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12,5 %", 125_000), ("=total*0,3", 300_000), ("=gesamt*0.3", 300_000), ("=1.200,50+1", 120_150)],
)
def test_sums_are_read_with_the_locales_decimal_comma(text: str, amount: int) -> None:
    assert read_amount(text, "EUR", GERMAN, 1_000_000, ["Gesamt"]) == amount


@pytest.mark.parametrize(("currency", "amount"), [("JPY", 333), ("EUR", 333_33), ("KWD", 333_333)])
def test_a_share_is_rounded_to_the_currencys_own_digits(currency: str, amount: int) -> None:
    total = {"JPY": 1_000, "EUR": 100_000, "KWD": 1_000_000}[currency]
    assert read_amount("=total/3", currency, ENGLISH, total) == amount


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("=", "missing at the end"),
        ("=3+", "missing at the end"),
        ("=(3", "not closed"),
        ("=3/0", "divided by zero"),
        ("=budget*2", "“budget” cannot be worked out"),
        ("=3 4", "“4” was not expected there"),
        ("=" + "(" * 50, "too deep"),
        ("=" + "-" * 100 + "1", "too deep"),
        ("=" + "1" * 300, "too long"),
        ("=999999999999999*999", "too large"),
        ("nonsense", "not a number"),
        ("=__import__", "cannot be worked out"),
    ],
)
def test_what_cannot_be_worked_out_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PlanError, match=sentence):
        read_amount(text, "EUR", ENGLISH, 100)


@pytest.mark.parametrize("text", ["30%", "=total*0.3"])
def test_a_share_of_no_total_says_what_to_do(text: str) -> None:
    with pytest.raises(PlanError, match="set it first"):
        read_amount(text, "EUR", ENGLISH, None)


@given(st.text(max_size=30), st.sampled_from([ENGLISH, GERMAN]))
def test_whatever_is_typed_gives_an_amount_or_a_sentence(text: str, words: NumberWords) -> None:
    for each in (text, f"={text}"):
        try:
            found = read_amount(each, "EUR", words, 100)
        except PlanError as refused:
            found = refused.sentence
        assert found or found == 0


@given(st.integers(0, 10**12), st.sampled_from(["JPY", "EUR", "KWD"]))
def test_plain_digits_come_back_exactly(amount: int, currency: str) -> None:
    text = plain_amount(amount, currency)
    assert read_amount(f"={text}", currency, NumberWords(".", " "), None) == amount
