"""What people type into a cell for money: an amount, a share of the total, or a small sum.

``1200`` and ``1.200,50 €`` are amounts as everywhere; ``30 %`` is that share of the total; ``=total*0.3``,
``=1200+300`` and ``=(total-5000)/4`` are worked out exactly and rounded once, half to even, to the currency's
minor units. The cells of the budget page and pasted cells are read with ``read_amount``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import check_amount, minor_digits
from campaignplanner.planning.typed_amounts import (
    NumberWords,
    plain_digits,
    read_money,
    read_number,
    read_share,
)

TOTAL = "total"

_PERCENT = "%٪％﹪"  # noqa: RUF001 - as in typed_amounts
_TIMES, _OVER = "*×·", "/÷:"
_LONGEST = 200
_DEEPEST = 20
_POINT = re.compile(r"\d+\.\d+")


def read_amount(
    text: str, currency: str, words: NumberWords, total: int | None, names: Iterable[str] = ()
) -> int:
    """Return the minor units that a text means.

    Args:
        text: what was typed.
        currency: ISO 4217 code of the amount.
        words: how the locale writes numbers.
        total: what shares are of, in minor units of that currency; None where there is none.
        names: what the total is called besides ``total``.

    Raises:
        PlanError: the text means no amount, or a share of a total that is not there.
    """
    cleaned = plain_digits(text)
    if cleaned.startswith("="):
        return _rounded(_Formula(cleaned[1:], currency, words, total, names).value(), currency)
    if cleaned[:1] in tuple(_PERCENT) or cleaned[-1:] in tuple(_PERCENT):
        return _rounded(Fraction(read_share(cleaned, words)) * _known(total, currency), currency)
    return read_money(text, currency, words)


def _rounded(value: Fraction, currency: str) -> int:
    return check_amount(round(value * 10 ** minor_digits(currency)))


def _known(total: int | None, currency: str) -> Fraction:
    """Return the total in whole units of the currency."""
    if total is None:
        raise PlanError(
            f"There is no total in {currency} to take a share of: set it first, or type an amount."
        )
    return Fraction(total, 10 ** minor_digits(currency))


class _Formula:
    """Works out a sum: ``+ - * / ( )``, numbers of the locale, percent, and the total."""

    def __init__(
        self, text: str, currency: str, words: NumberWords, total: int | None, names: Iterable[str]
    ) -> None:
        if len(text) > _LONGEST:
            raise PlanError("This is too long to be worked out.")
        self._currency = currency
        self._words = words
        self._total = total
        self._names = {TOTAL, *(name.casefold() for name in names)}
        marks = re.escape(f".,'’\u00a0\u202f{words.decimal}{words.group}".replace(" ", ""))
        pattern = rf"\s*(\d(?:[\d{marks}]*\d)?|[^\W\d_]+|\S)"
        self._tokens = [match[1] for match in re.finditer(pattern, text)]
        self._place = 0
        self._depth = 0

    def value(self) -> Fraction:
        value = self._sum()
        if self._next():
            raise PlanError(f"“{self._next()}” was not expected there.")
        return value

    def _next(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _taken(self, among: str) -> str:
        """Return the next token and go on, where it is one of these."""
        token = self._next()
        if token and token in among:
            self._place += 1
            return token
        return ""

    def _sum(self) -> Fraction:
        value = self._product()
        while sign := self._taken("+-−–"):
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Fraction:
        value = self._factor()
        while sign := self._taken(_TIMES + _OVER):
            other = self._factor()
            if sign in _TIMES:
                value *= other
            elif other == 0:
                raise PlanError("Nothing can be divided by zero.")
            else:
                value /= other
        return value

    def _factor(self) -> Fraction:
        if self._taken("-−–"):
            return -self._factor_of_depth()
        value = self._atom()
        return value / 100 if self._taken(_PERCENT) else value

    def _factor_of_depth(self) -> Fraction:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PlanError("This is too deep to be worked out.")
        return self._factor()

    def _atom(self) -> Fraction:
        if self._taken("("):
            self._depth += 1
            if self._depth > _DEEPEST:
                raise PlanError("This is too deep to be worked out.")
            value = self._sum()
            if not self._taken(")"):
                raise PlanError("A bracket is not closed.")
            return value
        token = self._next()
        self._place += 1
        if token.casefold() in self._names:
            return _known(self._total, self._currency)
        if token[:1].isdigit():
            return Fraction(self._number(token))
        raise PlanError(f"“{token}” cannot be worked out." if token else "Something is missing at the end.")

    def _number(self, token: str) -> Decimal:
        try:
            return read_number(token, self._words)
        except PlanError:
            if _POINT.fullmatch(token):  # 0.3 can mean one thing only, also where people write 0,3
                return Decimal(token)
            raise
