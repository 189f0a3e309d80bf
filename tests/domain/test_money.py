from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import (
    LARGEST_AMOUNT,
    converted,
    from_decimal,
    minor_digits,
    percentages,
    plain_amount,
    split_by_largest_remainder,
    to_decimal,
)

AMOUNTS = st.integers(min_value=-LARGEST_AMOUNT + 1, max_value=LARGEST_AMOUNT - 1)
CURRENCIES = st.sampled_from(["EUR", "JPY", "KWD", "CLF"])
WEIGHTS = st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=30).filter(any)


def test_ten_thousand_cents_in_three_equal_parts_lose_no_cent() -> None:
    assert split_by_largest_remainder(10000, [1, 1, 1]) == [3334, 3333, 3333]


def test_what_is_left_goes_to_the_largest_remainders_first() -> None:
    assert split_by_largest_remainder(10, [1, 6, 3, 5]) == [1, 4, 2, 3]


@given(AMOUNTS, WEIGHTS)
def test_parts_add_up_to_the_whole_and_miss_their_quota_by_less_than_one(
    total: int, weights: list[int]
) -> None:
    parts = split_by_largest_remainder(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total * weight, sum(weights))) < 1


@given(AMOUNTS.filter(bool), st.integers(min_value=1, max_value=5))
def test_money_cannot_be_split_by_weights_that_are_all_zero(total: int, count: int) -> None:
    with pytest.raises(ValueError, match="zero"):
        split_by_largest_remainder(total, [0] * count)


@given(WEIGHTS)
def test_percentages_of_something_add_up_to_a_hundred(parts: list[int]) -> None:
    assert sum(percentages(parts)) == 100


def test_percentages_of_nothing_are_zero() -> None:
    assert percentages([0, 0]) == [0, 0]


@given(AMOUNTS, CURRENCIES)
def test_an_amount_survives_the_way_to_decimal_and_back(amount: int, currency: str) -> None:
    assert from_decimal(to_decimal(amount, currency), currency) == amount
    assert from_decimal(Decimal(plain_amount(amount, currency)), currency) == amount


@pytest.mark.parametrize(("currency", "digits"), [("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)])
def test_minor_digits_are_those_of_iso_4217(currency: str, digits: int) -> None:
    assert minor_digits(currency) == digits
    assert from_decimal(Decimal(1), currency) == 10**digits


def test_more_places_than_the_currency_has_are_refused_with_a_sentence() -> None:
    with pytest.raises(PlanError, match="Amounts in EUR have at most 2 decimal places"):
        from_decimal(Decimal("1.005"), "EUR")
    with pytest.raises(PlanError, match="Amounts in JPY have no decimal places"):
        from_decimal(Decimal("1.5"), "JPY")


def test_not_even_the_thirtieth_decimal_place_is_rounded_away() -> None:
    with pytest.raises(PlanError, match="at most 2 decimal places"):
        from_decimal(Decimal("1.000000000000000000000000000001"), "EUR")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+20"])
def test_what_is_no_usable_amount_is_refused(value: str) -> None:
    with pytest.raises(PlanError, match="too large or is not a number"):
        from_decimal(Decimal(value), "EUR")


@given(
    st.integers(min_value=0, max_value=10**9),
    st.decimals(min_value="0.0001", max_value="1000", places=4),
)
def test_conversion_rounds_half_to_even_in_the_campaigns_minor_units(amount: int, rate: Decimal) -> None:
    exact = Decimal(amount) * rate / 1000
    assert converted(amount, "KWD", "JPY", rate) == int(exact.to_integral_value(ROUND_HALF_EVEN))


def test_conversion_minds_the_minor_digits_of_both_currencies() -> None:
    assert converted(1000, "JPY", "EUR", Decimal("0.0061")) == 610
