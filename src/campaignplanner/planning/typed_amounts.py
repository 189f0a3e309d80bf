"""Numbers and money as people type them, in the ways of their locale.

Nothing is guessed: where a text could mean two amounts, a sentence says so. Digits of every script are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import from_decimal, minor_digits

_MINUS = "-−‐‑‒–﹣－"  # noqa: RUF001 - what keyboards and locales put before what is owed
_PERCENT = "%٪％﹪"  # noqa: RUF001 - the same of several scripts
_USUAL_MARKS = ".,"
_LONGEST = 60
_GROUP = 3

_GROUPING_BLANK = re.compile(r"(?<=\d)[\s'’](?=\d)")
_WELL_FORMED = re.compile(r"(\d+|[1-9]\d{0,2}(,\d{2,3})*,\d{3})(\.\d*)?|\.\d+")
_THOUSANDS_OR_FRACTION = re.compile(r"([1-9]\d{0,2})[.,](\d{3})")
_SCALES = {
    **dict.fromkeys(("k", "tsd", "thousand"), 3),
    **dict.fromkeys(("mn", "mln", "mio", "million", "millions", "millionen"), 6),
}
_MONEY_SCALES = {**_SCALES, "m": 6}
"""Of amounts only: of other numbers an m may be metres or minutes."""

_SCALED = re.compile(r"(.*[\d.,])\s*([a-z]+)\.?", re.IGNORECASE)
_CODE = re.compile(r"(?<![a-z])[a-z]{3}(?![a-z])")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a locale writes numbers.

    Attributes:
        decimal: what parts whole from fraction.
        group: what parts thousands; blanks and apostrophes always may.
        currency_signs: the codes that a sign may stand for, such as `kr` for SEK, DKK and NOK.
    """

    decimal: str = "."
    group: str = ","
    currency_signs: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_number(text: str, words: NumberWords) -> Decimal:
    """Return the number that a text means: ``1,250.5`` or, where people write so, ``1.250,5``.

    A word for thousands or millions may stand behind it: ``3.4 million``, ``45k``.

    Raises:
        PlanError: it is not a number, or its marks are where they cannot be.
    """
    cleaned = plain_digits(text)
    if len(cleaned) > _LONGEST:
        raise PlanError(f"“{cleaned[:_LONGEST]}…” is too long for a number.")
    unsigned, is_negative = _without_sign(cleaned)
    number, places = _without_scale(unsigned, _SCALES)
    value = Decimal(_plain(number, words)).scaleb(places)
    return -value if is_negative and value else value


def read_whole(text: str, words: NumberWords) -> int:
    """Return the whole number that a text means; raise PlanError when it has a fraction or is none."""
    value = read_number(text, words)
    if value != value.to_integral_value():
        raise PlanError(f"“{text.strip()}” is not a whole number.")
    return int(value)


def read_share(text: str, words: NumberWords) -> Decimal:
    """Return the fraction of 1 that a text means in percent, with its sign or without: ``30 %`` is 0.3.

    Raises:
        PlanError: it is not a number of percent.
    """
    number = plain_digits(text).strip(_PERCENT).strip()
    if not number:
        raise PlanError("A share is a number of percent, such as 30 %.")
    return read_number(number, words).scaleb(-2)


def read_money(text: str, currency: str, words: NumberWords) -> int:
    """Return the minor units of the currency that a text means, with its sign or code or without.

    Raises:
        PlanError: it is not an amount, names another currency, or has more decimal places than the currency.
    """
    amount, named = _without_currency(plain_digits(text), words)
    number, places = _without_scale(amount, _MONEY_SCALES)
    if named and currency not in named:
        others = " or ".join(sorted(named))
        raise PlanError(f"“{text.strip()}” is in {others}, but this amount is in {currency}.")
    value = read_number(number, words).scaleb(places)
    if minor_digits(currency) != _GROUP and _is_grouped_elsewhere(number, words):
        raise _two_meanings(_without_sign(number)[0])
    return from_decimal(value, currency)


def plain_digits(text: str) -> str:
    """Return the text with digits of every script as 0 to 9, and without marks of direction."""
    kept = (each for each in text if unicodedata.category(each) != "Cf")
    return "".join(_digit(each) for each in kept).strip()


def _digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


def _without_sign(text: str) -> tuple[str, bool]:
    """Take a minus off, before or behind, or the brackets that accountants write instead of one."""
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    if text[:1] and text[0] in _MINUS:
        return text[1:].strip(), True
    if text[-1:] and text[-1] in _MINUS:
        return text[:-1].strip(), True
    return text.removeprefix("+").strip(), False


def _without_scale(text: str, scales: Mapping[str, int]) -> tuple[str, int]:
    """Take a word for thousands or millions off the end; return what is left, and the zeros that it means."""
    found = _SCALED.fullmatch(text)
    places = None if found is None else scales.get(found[2].casefold())
    return (text, 0) if found is None or places is None else (found[1], places)


def _plain(text: str, words: NumberWords) -> str:
    """Return the digits with a point before the fraction."""
    ungrouped = _GROUPING_BLANK.sub(words.group, text)
    for decimal, group in _readings(ungrouped, words):
        marks = {decimal: ".", group: ","}
        written = "".join(each if each.isdigit() else marks.get(each, "?") for each in ungrouped)
        if _WELL_FORMED.fullmatch(written):
            return written.replace(",", "")
    raise _not_a_number(text, words)


def _readings(text: str, words: NumberWords) -> Iterator[tuple[str, str]]:
    """Yield the marks to read a number with: the locale's, then others where they can mean one thing only."""
    decimal, group = words.decimal, words.group
    yield decimal, group
    if decimal not in _USUAL_MARKS:
        yield ".", ","
    elif decimal in text and group in text:
        yield group, decimal
    elif group not in _USUAL_MARKS and decimal not in text:
        if _THOUSANDS_OR_FRACTION.fullmatch(text):
            raise _two_meanings(text)
        yield ("." if decimal == "," else ","), group


def _not_a_number(text: str, words: NumberWords) -> PlanError:
    if text.count(words.group) == 1 and re.fullmatch(r"[\d.,]+", text):
        fraction = text.replace(words.group, words.decimal)
        raise PlanError(
            f"In “{text}” the “{words.group}” parts thousands; write “{fraction}” for a fraction."
        )
    return PlanError(f"“{text}” is not a number." if text else "There is no number here.")


def _is_grouped_elsewhere(number: str, words: NumberWords) -> bool:
    """Tell whether ``1.250`` is a fraction here while most people who write it mean thousands."""
    unsigned, _ = _without_sign(number)
    return words.decimal in unsigned and bool(_THOUSANDS_OR_FRACTION.fullmatch(unsigned))


def _two_meanings(text: str) -> PlanError:
    mark = next(each for each in text if each in _USUAL_MARKS)
    thousands, fraction = text.replace(mark, ""), text.rstrip("0").rstrip(mark)
    return PlanError(f"“{text}” could be {thousands} or {fraction}; please write the one that is meant.")


def _without_currency(text: str, words: NumberWords) -> tuple[str, frozenset[str]]:
    """Take a currency's sign or code out; return what is left, and the codes that it may stand for."""
    folded = text.casefold()
    for sign in sorted(words.currency_signs, key=len, reverse=True):
        plain = plain_digits(sign).casefold()
        if plain and plain in folded:
            return _cut_out(text, folded.index(plain), len(plain)), words.currency_signs[sign]
    code = next((each for each in _CODE.finditer(folded) if each.group() not in _SCALES), None)
    if code is not None and len(folded) == len(text) and any(each.isdigit() for each in text):
        return _cut_out(text, code.start(), 3), frozenset({code.group().upper()})
    return text, frozenset()


def _cut_out(text: str, start: int, length: int) -> str:
    return f"{text[:start].strip()}{text[start + length :].strip()}"
