"""A text about days, cut into what its pieces mean: numbers, months, weekdays, words for today."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.typed_amounts import plain_digits

_MARKED = {"年": "year", "년": "year", "月": "month", "월": "month", "日": "day", "일": "day"}
_FILLERS = frozenset("st nd rd th er º ª of the de den der du le el on am um from vom von från".split())
_UNTIL = frozenset("to until till through thru bis au".split())
_LEAST_LETTERS = 3
_MOST_WORDS = 3
_WORD_CATEGORIES = "LM"


class DayOrder(Enum):
    """The order in which a locale writes day, month and year in figures."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"


@dataclass(frozen=True)
class DayWords:
    """How a locale writes days. Names are found whatever their case, and by their first letters.

    Attributes:
        order: of day, month and year in figures.
        is_day_before_month: the order of day and month where the year is left out.
        months: numbers from 1 by name, long and short.
        weekdays: 0 for Monday by name, long and short.
        days_from_today: by word, such as 1 for `tomorrow`.
        fillers: words that mean nothing, such as `de` in `10 de septiembre`.
        until: words between the two ends of a span.
        example: a day as the locale writes it, for sentences.
    """

    order: DayOrder = DayOrder.DAY_FIRST
    is_day_before_month: bool = True
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    days_from_today: Mapping[str, int] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    example: str = "10 Sep 2026"

    @cached_property
    def all_until(self) -> frozenset[str]:
        """The words between two ends, by their letters."""
        return _UNTIL | {letters_of(word) for word in self.until}

    @cached_property
    def _by_letters(self) -> dict[str, Piece]:
        known: dict[str, Piece] = {}
        _add(known, ((name, Piece(weekday=number)) for name, number in self.weekdays.items()))
        _add(known, ((name, Piece(month=number)) for name, number in self.months.items()))
        _add(known, ((name, Piece(days=days)) for name, days in self.days_from_today.items()))
        _add(known, ((word, Piece()) for word in (*_FILLERS, *self.fillers)))
        return known

    def piece_of(self, letters: str) -> Piece | None:
        """What a word means; None when it is not known or begins several names."""
        exact = self._by_letters.get(letters)
        if exact is not None or len(letters) < _LEAST_LETTERS:
            return exact
        begun = {piece for name, piece in self._by_letters.items() if name.startswith(letters)}
        meant = begun - {Piece()}
        return meant.pop() if len(meant) == 1 else None

    def weekday_in(self, letters: str) -> Piece | None:
        """A weekday with an ending, where a script writes them in one word."""
        for name, number in self.weekdays.items():
            known = letters_of(name)
            if len(known) > _LEAST_LETTERS and letters.startswith(known):
                return Piece(weekday=number)
        return None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a text; what it is not is None. All None: a word that means nothing.

    Attributes:
        digits: a number as it was written.
        role: what a number counts where the script says so: `year`, `month` or `day`.
        month: by its name.
        weekday: 0 for Monday.
        days: from today.
        after: what stands between the piece before and this one.
    """

    digits: str | None = None
    role: str | None = None
    month: int | None = None
    weekday: int | None = None
    days: int | None = None
    after: str = ""


def pieces_of(text: str, words: DayWords) -> list[Piece]:
    """Return the pieces of a text about days.

    Raises:
        PlanError: a word is none that has to do with days.
    """
    cut = _cut(plain_digits(unicodedata.normalize("NFKC", text)).casefold())
    found: list[Piece] = []
    between = ""
    at = 0
    while at < len(cut):
        part = cut[at]
        if part[0].isdecimal():
            marked = cut[at + 1][0] if at + 1 < len(cut) else ""
            found.append(Piece(digits=part, role=_MARKED.get(marked), after=between))
            if marked in _MARKED:
                cut[at + 1] = cut[at + 1][1:] or " "
            between = ""
        elif _is_word(part[0]):
            piece, taken = _named(cut, at, words)
            if piece != Piece():
                found.append(_put_after(piece, between))
                between = ""
            at += taken - 1
        else:
            between += part
        at += 1
    return found


def letters_of(text: str) -> str:
    """The letters of a name, without case and points: `Sept.` is `sept`."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in folded if _is_word(each))


def _add(known: dict[str, Piece], named: Iterable[tuple[str, Piece]]) -> None:
    for name, piece in named:
        if not any(each.isdecimal() for each in name) and (letters := letters_of(name)):
            known[letters] = piece


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in _WORD_CATEGORIES


def _cut(text: str) -> list[str]:
    """Cut a text into runs of digits, runs of letters, and single other characters."""
    runs: list[str] = []
    for character in text:
        sort = _sort(character)
        if runs and sort and sort == _sort(runs[-1][-1]):
            runs[-1] += character
        else:
            runs.append(character)
    return runs


def _sort(character: str) -> str:
    if character.isdecimal():
        return "digits"
    return "letters" if _is_word(character) else ""


def _named(cut: list[str], at: int, words: DayWords) -> tuple[Piece, int]:
    """What the word or words from here on mean, and how many pieces of the text they take."""
    ends = [
        end for end in range(at + 1, min(at + 2 * _MOST_WORDS, len(cut)) + 1) if _is_word(cut[end - 1][0])
    ]
    for end in reversed(ends):
        joined = cut[at:end]
        if any(part[0].isdecimal() for part in joined):
            continue
        piece = words.piece_of(letters_of("".join(joined)))
        if piece is not None:
            return piece, end - at
    led = words.weekday_in(letters_of(cut[at]))
    if led is not None:
        return led, 1
    raise PlanError(f"“{cut[at]}” is no word for a day; write a day such as {words.example}.")


def _put_after(piece: Piece, between: str) -> Piece:
    return Piece(month=piece.month, weekday=piece.weekday, days=piece.days, after=between)
