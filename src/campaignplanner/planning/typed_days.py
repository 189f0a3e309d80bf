"""Days and spans of days as people type them, in the ways of their locale.

`10 Sep`, `10.9.`, `10/9/26`, `Thu 10 September`, `2026-09-10`, `tomorrow`, `+3` and `10 - 27 Sep` are all
understood. A year that is left out is the one that lies nearest to the campaign, or to today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from campaignplanner.domain.days import DAYS_PER_WEEK, Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.day_parts import Typed, parts_of
from campaignplanner.planning.day_words import DayWords, pieces_of
from campaignplanner.planning.typed_amounts import plain_digits

_RELATIVE = re.compile(r"([+\-−])\s*(\d{1,4})\s*(d|days?|w|weeks?)?")
_BETWEEN = re.compile(r"\s*[–—~〜～→…]\s*|\s*\.{2,}\s*|\s+[-−]+\s+")  # noqa: RUF001 - dashes of all sorts
_DASH = re.compile(r"[-−]")
_YEARS_AROUND = 8
_MONTH_NAMES = "January February March April May June July August September October November December".split()
_WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def read_day(text: str, words: DayWords, today: date, near: Span | None = None) -> date:
    """Return the day that a text means.

    Args:
        text: what was typed.
        words: the ways of the locale.
        today: what `tomorrow` and `+3` count from.
        near: where a day without a year belongs; without it, near today.

    Raises:
        PlanError: the text is no day, or the day does not exist.
    """
    typed = _typed(text, words, today)
    if typed.month is None:
        raise PlanError(f"“{text.strip()}” needs a month; write a day such as {words.example}.")
    return _day(typed, near, today)


def read_span(text: str, words: DayWords, today: date, near: Span | None = None) -> Span:
    """Return the days that a text means: two days with something between, or one day.

    Raises:
        PlanError: the text is no span, or it ends before it begins.
    """
    refusal: PlanError | None = None
    for first, last in _halves(text, words, today):
        try:
            return _span(_typed(first, words, today), _typed(last, words, today), near, today)
        except PlanError as error:
            refusal = refusal or error
    if refusal is not None:
        raise refusal
    day = read_day(text, words, today, near)
    return Span(day, day)


def _halves(text: str, words: DayWords, today: date) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a text in two, the surest first; none where it is one day."""
    plain = plain_digits(text)
    until = "|".join(sorted(map(re.escape, words.all_until), key=len, reverse=True))
    for pattern in (_BETWEEN, re.compile(rf"\s+(?:{until})\s+", re.IGNORECASE)):
        yield from _cut_at(plain, pattern.finditer(plain))
    if not _is_one_day(plain, words, today):
        yield from _cut_at(plain, _DASH.finditer(plain))


def _cut_at(text: str, matches: Iterable[re.Match[str]]) -> Iterator[tuple[str, str]]:
    for match in matches:
        first, last = text[: match.start()], text[match.end() :]
        if first.strip() and last.strip():
            yield first, last


def _is_one_day(text: str, words: DayWords, today: date) -> bool:
    try:
        return _typed(text, words, today).is_whole
    except PlanError:
        return False


def _typed(text: str, words: DayWords, today: date) -> Typed:
    """What a text says of a day, at least its number; raises PlanError when it says nothing of one."""
    plain = plain_digits(text)
    if not plain:
        raise PlanError(f"There is no day here; write one such as {words.example}.")
    relative = _RELATIVE.fullmatch(plain.casefold())
    if relative is not None:
        return _exactly(shifted_day(today, _days_meant(relative)))
    if not _BETWEEN.search(plain):
        typed = _single(plain, words, today)
        if typed is not None and typed.day is not None:
            return typed
    raise PlanError(f"“{plain}” is not understood as a day; write it as {words.example}.")


def _single(plain: str, words: DayWords, today: date) -> Typed | None:
    pieces = pieces_of(plain, words)
    if len(pieces) == 1:
        days, weekday = pieces[0].days, pieces[0].weekday
        if days is not None:
            return _exactly(shifted_day(today, days))
        if weekday is not None:
            return _exactly(shifted_day(today, (weekday - today.weekday()) % DAYS_PER_WEEK))
    return parts_of(pieces, words, today)


def _days_meant(relative: re.Match[str]) -> int:
    count = int(relative[2]) * (DAYS_PER_WEEK if (relative[3] or "").startswith("w") else 1)
    return count if relative[1] == "+" else -count


def _exactly(day: date) -> Typed:
    return Typed(day.day, day.month, day.year)


def _span(first: Typed, last: Typed, near: Span | None, today: date) -> Span:
    """Fill in what one half leaves to the other: `10 - 27 Sep`, `24 Aug - 30 Nov 2026`."""
    first = replace(first, month=first.month or last.month)
    last = replace(last, month=last.month or first.month)
    if first.month is None:
        raise PlanError("Say the month of at least one of the two days.")
    if first.year is None and last.year is None:
        first_day = _day(first, near, today)
        return _ordered(first_day, _within_a_year(last, first_day, 1))
    if first.year is None:
        last_day = _day(last, near, today)
        return _ordered(_within_a_year(first, last_day, -1), last_day)
    first_day = _day(first, near, today)
    return _ordered(first_day, _within_a_year(last, first_day, 1))


def _within_a_year(typed: Typed, other: date, step: int) -> date:
    """The day in the other's year, or one year on where it would lie on the wrong side of it."""
    if typed.year is not None:
        return _in_year(typed, typed.year)
    day = _in_year(typed, other.year)
    is_same_month = typed.month == other.month
    if (day - other).days * step < 0 and not is_same_month:
        return _in_year(typed, other.year + step)
    return day


def _ordered(first_day: date, last_day: date) -> Span:
    if last_day < first_day:
        raise PlanError("The last day is before the first day.", "last_day")
    return Span(first_day, last_day)


def _day(typed: Typed, near: Span | None, today: date) -> date:
    if typed.year is not None:
        return _in_year(typed, typed.year)
    days = list(_days_around(typed, near or Span(today, today)))
    if not days:
        raise _no_such_day(typed, None)
    day = _nearest(days, near, today)
    if typed.weekday is None or day.weekday() == typed.weekday:
        return day
    others = [each for each in days if each.weekday() == typed.weekday and abs(each.year - day.year) == 1]
    if not others:
        raise _wrong_weekday(day, typed.weekday)
    return _nearest(others, near, today)


def _days_around(typed: Typed, near: Span) -> Iterator[date]:
    """The same day of every year around; the 29th of February is there in some of them only."""
    for year in range(near.first_day.year - _YEARS_AROUND, near.last_day.year + _YEARS_AROUND + 1):
        day = _existing(typed, year)
        if day is not None:
            yield day


def _nearest(days: list[date], near: Span | None, today: date) -> date:
    """The day within the campaign that comes next, else the nearest to it; the later of two as near."""
    around = near or Span(today, today)
    inside = [day for day in days if around.contains(day)]
    if inside:
        return next((day for day in inside if day >= today), inside[0])
    return min(reversed(days), key=lambda day: _distance(day, around))


def _distance(day: date, around: Span) -> int:
    return max((around.first_day - day).days, (day - around.last_day).days)


def _in_year(typed: Typed, year: int) -> date:
    day = _existing(typed, year)
    if day is None:
        raise _no_such_day(typed, year)
    if typed.weekday is not None and typed.year is not None and day.weekday() != typed.weekday:
        raise _wrong_weekday(day, typed.weekday)
    return day


def _existing(typed: Typed, year: int) -> date | None:
    try:
        return date(year, typed.month or 0, typed.day or 0)
    except ValueError:
        return None


def _no_such_day(typed: Typed, year: int | None) -> PlanError:
    if typed.month is None or not 1 <= typed.month <= len(_MONTH_NAMES):
        return PlanError(f"There is no month {typed.month}.")
    month = _MONTH_NAMES[typed.month - 1]
    when = f" {year}" if year is not None else ""
    return PlanError(f"{month}{when} has no day {typed.day}.")


def _wrong_weekday(day: date, weekday: int) -> PlanError:
    written = f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"
    return PlanError(f"{written} is a {_WEEKDAY_NAMES[day.weekday()]}, not a {_WEEKDAY_NAMES[weekday]}.")
