"""Exact money: integer minor units (cents, pence, yen), never floating point.

The number of minor digits of a currency is that of ISO 4217.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from campaignplanner.domain.errors import PlanError

USUAL_MINOR_DIGITS = 2
LARGEST_AMOUNT = 10**15
"""Amounts stay below this many minor units: sums of thousands of lines still fit 64 bits."""

_OTHER_MINOR_DIGITS = {
    **dict.fromkeys(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(),
        0,
    ),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}


def minor_digits(currency: str) -> int:
    """Return how many decimal places the currency has: 2 for EUR, 0 for JPY, 3 for KWD."""
    return _OTHER_MINOR_DIGITS.get(currency, USUAL_MINOR_DIGITS)


def to_decimal(amount: int, currency: str) -> Decimal:
    """Return the amount in whole units of its currency: 131364 GBP gives Decimal("1313.64")."""
    return Decimal(amount).scaleb(-minor_digits(currency))


def from_decimal(value: Decimal, currency: str) -> int:
    """Return the minor units of a value in whole units of the currency.

    Raises:
        PlanError: the value has more decimal places than the currency, or is no usable number.
    """
    digits = minor_digits(currency)
    if not value.is_finite() or abs(value) >= LARGEST_AMOUNT:
        raise PlanError("The amount is too large or is not a number.")
    # A Decimal is rounded to its context's precision when it is scaled; a Fraction is exact.
    scaled = Fraction(value) * 10**digits
    if scaled.denominator != 1:
        places = "no decimal places" if digits == 0 else f"at most {digits} decimal places"
        raise PlanError(f"Amounts in {currency} have {places}.")
    return check_amount(scaled.numerator)


def plain_amount(amount: int, currency: str) -> str:
    """Return the amount as plain digits with a point, the way files carry it: ``1313.64``."""
    return f"{to_decimal(amount, currency):f}"


def check_amount(amount: int, field: str | None = None) -> int:
    """Return the amount; raise PlanError when it is beyond what the app can hold."""
    if abs(amount) >= LARGEST_AMOUNT:
        raise PlanError("The amount is too large.", field)
    return amount


def converted(amount: int, line_currency: str, campaign_currency: str, rate: Decimal) -> int:
    """Return an amount in the campaign's minor units, rounded half to even.

    Args:
        amount: minor units of the line's currency.
        line_currency: ISO 4217 code of the line.
        campaign_currency: ISO 4217 code of the campaign.
        rate: what one whole unit of the line's currency is worth in whole units of the campaign's.
    """
    value = Fraction(amount, _minor_units(line_currency)) * Fraction(rate)
    return round(value * _minor_units(campaign_currency))


def _minor_units(currency: str) -> int:
    """How many minor units make one whole unit: 100 for EUR."""
    return int(10 ** minor_digits(currency))


def split_by_largest_remainder(total: int, weights: Sequence[int]) -> list[int]:
    """Split a total by integer weights so that the parts add up to it exactly.

    Each part gets the floor of its quota; what is left goes, one unit each, to the largest remainders,
    ties to the earlier part (Hamilton's method). 10000 by (1, 1, 1) gives [3334, 3333, 3333].

    Raises:
        ValueError: a weight is negative, or all are zero while there is something to split.
    """
    whole = sum(weights)
    if any(weight < 0 for weight in weights) or (whole == 0 and total != 0):
        raise ValueError("Weights must not be negative, nor all be zero.")
    if whole == 0:
        return [0] * len(weights)
    sign = -1 if total < 0 else 1
    quotas = [divmod(abs(total) * weight, whole) for weight in weights]
    parts = [quota for quota, _ in quotas]
    left = abs(total) - sum(parts)
    by_remainder = sorted(range(len(quotas)), key=lambda index: (-quotas[index][1], index))
    for index in by_remainder[:left]:
        parts[index] += 1
    return [sign * part for part in parts]


def apportioned(whole: int, parts: Sequence[int]) -> list[int]:
    """Share a whole out in the proportion of parts, by largest remainder, so that the shares add up to it.

    Unlike ``split_by_largest_remainder`` it takes parts below zero, such as refunds. All are 0 when the
    parts add up to nothing, for then there is no proportion.
    """
    total = sum(parts)
    if total == 0:
        return [0] * len(parts)
    sign = -1 if total < 0 else 1
    quotas = [divmod(sign * whole * part, abs(total)) for part in parts]
    shares = [quota for quota, _ in quotas]
    left = whole - sum(shares)
    by_remainder = sorted(range(len(quotas)), key=lambda index: (-quotas[index][1], index))
    for index in by_remainder[:left]:
        shares[index] += 1
    return shares


def percentages(parts: Sequence[int]) -> list[int]:
    """Return whole percentages of parts that add up to exactly 100, or all 0 when nothing is there."""
    return apportioned(100, parts)
