"""Finding things by a few typed letters, the likeliest first.

Public: ``Finder``, ``folded``. A text that begins with what was typed comes before one in which a word does,
then one that has it inside a word, then one that has the letters in this order with others between. Several
typed words may stand in any order. Texts that are equally likely stay in their order.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

SHOWN_AT_MOST = 50
"""How many results a list shows; whoever wants others types on."""

_BEGINNING = "\n"
"""Stands before each text where all lie in one; no folded text holds it."""


class _Folding(dict[int, str | None]):
    """What each character is when letters are compared, worked out once for each: for ``str.translate``."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        sort = unicodedata.category(character)
        # Punctuation separates words; accents, joiners and control characters are not typed.
        folding = " " if sort[0] in "PZ" or character.isspace() else None if sort[0] in "MC" else character
        self[code] = folding
        return folding


_FOLDING = _Folding()


@lru_cache(maxsize=2**15)
def folded(text: str) -> str:
    """Return a text as it is compared: without case, accents and punctuation, a space before each word."""
    plain = text.lower() if text.isascii() else _decomposed(_decomposed(text).casefold())
    return "".join(f" {word}" for word in plain.translate(_FOLDING).split())


class Finder:
    """Finds among texts by their number in the order they were given.

    All texts lie in one long text, so that ten thousand of them are searched in a moment. Scattered letters
    cost more, so typing on looks only among the texts that had them before.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [folded(text) for text in texts]
        self._whole = "".join(f"{_BEGINNING}{text}" for text in self._texts)
        lengths = (len(text) + 1 for text in self._texts)
        self._places = [0, *accumulate(lengths)]
        self._in_order: tuple[str, Sequence[int]] = ("", range(len(self._texts)))

    def found(self, typed: str, most: int = SHOWN_AT_MOST) -> list[int]:
        """Return the numbers of the texts that fit, the likeliest first; the first where nothing is typed.

        Args:
            typed: a few letters, in any case, of one or several words.
            most: how many numbers at most.
        """
        query = folded(typed)
        if not query:
            return list(range(min(most, len(self._texts))))
        numbers: dict[int, None] = {}
        for number in self._fitting(query):
            numbers[number] = None
            if len(numbers) == most:
                break
        return list(numbers)

    def _fitting(self, query: str) -> Iterator[int]:
        """Yield the numbers of the texts that fit, level by level; a text may fit on several."""
        words = query.split()
        yield from self._holding(f"{_BEGINNING}{query}")
        yield from self._holding(query)
        yield from self._holding_all([f" {word}" for word in words])
        yield from self._holding_all(words)
        yield from self._having_in_order("".join(words))

    def _holding_all(self, pieces: list[str]) -> Iterator[int]:
        rarest, *others = sorted(pieces, key=len, reverse=True)
        for number in self._holding(rarest):
            if all(each in self._texts[number] for each in others):
                yield number

    def _holding(self, piece: str) -> Iterator[int]:
        """Yield the numbers of the texts that hold a piece, each once."""
        place = self._whole.find(piece)
        while place >= 0:
            number = bisect_right(self._places, place) - 1
            yield number
            place = self._whole.find(piece, self._places[number + 1])

    def _having_in_order(self, letters: str) -> Iterator[int]:
        """Yield the numbers of the texts with these letters in this order, others between."""
        known, among = self._in_order
        fits = _letters_in_order(letters).match
        numbers: list[int] = []
        for number in among if letters.startswith(known) else range(len(self._texts)):
            if fits(self._texts[number]):
                numbers.append(number)
                yield number
        self._in_order = letters, numbers  # not reached where the best were enough


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _letters_in_order(letters: str) -> re.Pattern[str]:
    """Return a pattern that fits where the letters come in this order; it never goes back, so it is fast."""
    return re.compile("".join(f"[^{re.escape(letter)}]*+{re.escape(letter)}" for letter in letters))
