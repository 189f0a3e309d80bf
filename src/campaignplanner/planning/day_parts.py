"""Which of the numbers in a text is the day, which the month, which the year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from campaignplanner.planning.day_words import DayOrder, DayWords, Piece

_MONTHS, _LONGEST_MONTH = 12, 31
_SHORT, _YEAR_DIGITS, _DATE_DIGITS = 2, 4, 8
_CENTURY = 100
_MARKS = frozenset({"", ".", "/", "-", "−"})
_DASHES = "-−"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was said of a day; what is left out is None."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether only the year may be missing."""
        return self.day is not None and self.month is not None


def parts_of(pieces: list[Piece], words: DayWords, today: date) -> Typed | None:
    """Sort numbers and names into day, month and year.

    Args:
        pieces: of the text.
        words: the ways of the locale.
        today: two figures mean the year of its century or of one beside it, whichever lies nearer.

    Returns:
        What was said, or None when the pieces do not go together.
    """
    numbers = [piece for piece in pieces if piece.digits is not None]
    months = [piece for piece in pieces if piece.month is not None]
    weekdays = [piece.weekday for piece in pieces if piece.weekday is not None]
    if len(months) > 1 or len(weekdays) > 1 or any(piece.days is not None for piece in pieces):
        return None
    if any(piece.role for piece in numbers):
        typed = _by_roles(numbers)
    elif months:
        typed = _with_named_month(pieces, numbers, words)
    else:
        typed = _in_figures(numbers, words)
    if typed is None:
        return None
    known = _sorted_out(typed, today)
    return known and replace(known, weekday=weekdays[0] if weekdays else None)


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of a day before anybody looked whether there is such a day."""

    day: str | None = None
    month: str | None = None
    year: str | None = None


def _by_roles(numbers: list[Piece]) -> _Figures | None:
    """`2026年9月10日`: the script says which is which."""
    roles = [piece.role for piece in numbers]
    if None in roles or len(set(roles)) < len(roles):
        return None
    by_role = {piece.role: piece.digits for piece in numbers}
    return _Figures(by_role.get("day"), by_role.get("month"), by_role.get("year"))


def _with_named_month(pieces: list[Piece], numbers: list[Piece], words: DayWords) -> _Figures | None:
    """`10 Sep`, `Sep 10, 2026`, `10-Sep-26`: the month is named, so one number is the day."""
    named = next(index for index, piece in enumerate(pieces) if piece.month is not None)
    month = str(pieces[named].month)
    digits = [piece.digits or "" for piece in numbers]
    if len(digits) == 1 and len(digits[0]) <= _SHORT:
        return _Figures(digits[0], month)
    if len(digits) != _SHORT:
        return None
    long = [len(each) == _YEAR_DIGITS for each in digits]
    if long == [True, False]:
        return _Figures(digits[1], month, digits[0])
    if long == [False, True]:
        return _Figures(digits[0], month, digits[1])
    places = [pieces.index(number) for number in numbers]
    is_around = places[0] < named < places[1]
    if is_around and words.order is DayOrder.YEAR_FIRST and not words.is_day_before_month:
        return _Figures(digits[1], month, digits[0])
    follows = named < places[0] and not any(dash in numbers[1].after for dash in _DASHES)
    return _Figures(digits[0], month, digits[1]) if is_around or follows else None


def _in_figures(numbers: list[Piece], words: DayWords) -> _Figures | None:
    """`10/9`, `10.9.26`, `2026-09-10`, `20260910`: figures only, with one sort of mark between them."""
    digits = [piece.digits or "" for piece in numbers]
    marks = {piece.after.strip() for piece in numbers[1:]}
    if len(marks) > 1 or not marks <= _MARKS:
        return None
    if len(digits) == 1:
        return _one_number(digits[0])
    if len(digits) == _SHORT and all(len(each) <= _SHORT for each in digits):
        return _day_and_month(digits[0], digits[1], words.is_day_before_month)
    has_points = any("." in piece.after for piece in numbers[1:])
    return _three_numbers(digits, words, has_points) if len(digits) == _SHORT + 1 else None


def _one_number(digits: str) -> _Figures | None:
    if len(digits) == _DATE_DIGITS:
        return _Figures(digits[6:], digits[4:6], digits[:4])
    return _Figures(digits) if len(digits) <= _SHORT else None


def _three_numbers(digits: list[str], words: DayWords, has_points: bool) -> _Figures | None:
    first, middle, last = digits
    if len(middle) > _SHORT:
        return None
    if len(first) == _YEAR_DIGITS and len(last) <= _SHORT:
        return _Figures(last, middle, first)
    if len(first) > _SHORT:
        return None
    # Where the year comes first, days may still be written the other way round, with points: 10.9.26.
    year_leads = words.order is DayOrder.YEAR_FIRST and not (has_points and words.is_day_before_month)
    if year_leads and len(last) <= _SHORT and int(middle) <= _MONTHS and int(last) <= _LONGEST_MONTH:
        return _Figures(last, middle, first)
    short = _day_and_month(first, middle, words.is_day_before_month)
    return replace(short, year=last)


def _day_and_month(first: str, second: str, is_day_first: bool) -> _Figures:
    """By the locale's order, unless only the other order gives a month."""
    if is_day_first == (int(second if is_day_first else first) <= _MONTHS):
        return _Figures(first, second)
    return _Figures(second, first)


def _sorted_out(figures: _Figures, today: date) -> Typed | None:
    day, month = (None if each is None else int(each) for each in (figures.day, figures.month))
    if figures.year is None:
        return Typed(day, month)
    if len(figures.year) == _YEAR_DIGITS:
        return Typed(day, month, int(figures.year))
    return Typed(day, month, _whole_year(int(figures.year), today)) if len(figures.year) == _SHORT else None


def _whole_year(year: int, today: date) -> int:
    """The year with these last two figures that lies nearest to today; the later of two as near."""
    century = today.year - today.year % _CENTURY
    return min(
        (century + year + add for add in (_CENTURY, 0, -_CENTURY)), key=lambda each: abs(each - today.year)
    )
