"""Makes text safe to typeset: what no font can show becomes a visible mark and is listed.

An archivable PDF must not hold a glyph that no font has, nor characters without a meaning of their own, and
the typesetter refuses to make one. So every text is looked through first:

- control and direction characters, private and invalid ones print as their code, `<U+202E>`: hidden, they
  could make a line read differently from what it says;
- any other character that no font has prints as a box, one for each sign that people would count;
- text that runs from right to left is isolated, so that it cannot reorder what stands beside it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

BOX = "□"
EXCERPT_LENGTH = 80
EXCERPTS_AT_MOST = 3

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_DIRECTIONAL_ISOLATE = "\u2069"
_DIRECTION_CHARACTERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIRECTIONS = re.compile(f"[{''.join(_DIRECTION_CHARACTERS)}]")
_SOFT_HYPHEN, _ZERO_WIDTH_SPACE, _WORD_JOINER = "\u00ad", "\u200b", "\u2060"
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_INVISIBLE = frozenset((_SOFT_HYPHEN, _ZERO_WIDTH_SPACE, _WORD_JOINER, _NON_JOINER, _JOINER, "\u034f"))
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_PLAIN = re.compile(r"[\n\x20-\x7e]*\Z")
_ASCII = "\n" + "".join(map(chr, range(0x20, 0x7F)))
_FIRST_OF_COMPLEX_SCRIPTS = 0x0300
"""Below are letters and signs of their own; from here on some join, turn or carry others."""
_ORDINARY_MARKS = frozenset("–—‘’“”„…•€→−×\u2009\u202f")
_FROM_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks that Unicode sets aside for scripts that run from right to left."""
_ESCAPED = re.compile(r"\\[bfrtu]")
"""What JSON writes for characters that have no form of their own."""
_MARKS = frozenset({"Mn", "Me", "Mc"})
_MEANINGLESS = frozenset({"Cc", "Cf", "Co", "Cs"})
_SORTS_OF_NAMELESS = {"Cc": "control character", "Co": "private character", "Cs": "half a character"}


class Shelf(Protocol):
    """Knows which signs can be printed."""

    def prints(self, codes: list[int]) -> bool:
        """Tell whether these characters, which make up one sign, can be printed."""
        ...


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character that could not be printed as itself.

    Attributes:
        character: the character.
        mark: what stands in its place.
        texts: the first texts that it occurs in, as printed, cut to a readable length.
    """

    character: str
    mark: str
    texts: tuple[str, ...]

    @property
    def code(self) -> str:
        """Its code, such as U+4E2D."""
        return code_of(self.character)

    @property
    def name(self) -> str:
        """Its name in the Unicode standard, or what sort of character it is where it has none."""
        sort = _SORTS_OF_NAMELESS.get(unicodedata.category(self.character), "unknown character")
        return unicodedata.name(self.character, sort).lower()


def code_of(character: str) -> str:
    """The code of a character in the usual form, such as U+202E."""
    return f"U+{ord(character):04X}"


@dataclass(slots=True)
class PrintableText:
    """Turns texts into printable ones and remembers what could not be printed."""

    shelf: Shelf
    _found: dict[str, list[str]] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _ordinary: set[str] = field(default_factory=lambda: set(_ASCII))
    """Characters that print as themselves and are signs of their own, whatever stands beside them."""

    @property
    def unprintable(self) -> tuple[Unprintable, ...]:
        """What could not be printed so far, by code."""
        found, marks = self._found, self._marks
        return tuple(Unprintable(each, marks[each], tuple(found[each])) for each in sorted(found))

    def json_text(self, text: str) -> str:
        """Return JSON with every text in it made printable; most briefs hold nothing to be changed."""
        if self._is_ordinary(text) and not _ESCAPED.search(text):
            return text
        return json.dumps(self.value(json.loads(text)), ensure_ascii=False)

    def value(self, value: object) -> object:
        """Return a JSON value with every text in it made printable; names of fields stay as they are."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.value(each) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(each) for each in value]
        return value

    def text(self, text: str) -> str:
        """Return the text with marks for what cannot be printed, isolated where it runs right to left."""
        if _PLAIN.match(text):
            return text
        marked = self.marked(text)
        return marked if self._ordinary.issuperset(marked) else isolated(marked)

    def marked(self, text: str) -> str:
        """Return the text with marks for what cannot be printed."""
        if _PLAIN.match(text):
            return text
        known = self._known.get(text)
        if known is None:
            known = text if self._is_ordinary(text) else self._looked_through(text)
            self._known[text] = known
        return known

    def _is_ordinary(self, text: str) -> bool:
        """Tell whether there is nothing in the text to look at: most texts are not plain for a dash only."""
        others = set(text) - self._ordinary
        known = {each for each in others if _is_alone(each) and self.shelf.prints([ord(each)])}
        self._ordinary |= known
        return known == others

    def _looked_through(self, text: str) -> str:
        replaced: dict[str, str] = {}
        lines = _LINE_ENDS.sub("\n", text)
        kept, at, signs = _whole_isolates(lines), 0, []
        for sign in signs_of(lines):
            signs.append(sign if at in kept else self._printed(sign, replaced))
            at += len(sign)
        printed = "".join(signs)
        for character, mark in replaced.items():
            self._marks[character] = mark
            excerpts = self._found.setdefault(character, [])
            if len(excerpts) < EXCERPTS_AT_MOST:
                excerpts.append(_excerpt(printed, mark))
        return printed

    def _printed(self, sign: str, replaced: dict[str, str]) -> str:
        if sign in "\n\t" or sign in _INVISIBLE:
            return sign
        if is_meaningless(sign[0]):
            replaced[sign[0]] = mark = f"<{code_of(sign[0])}>"
            return mark + (self._printed(sign[1:], replaced) if len(sign) > 1 else "")
        seen = [each for each in sign if each not in _INVISIBLE and not _is_selector(each)]
        codes = [ord(each) for each in seen]
        if codes and self.shelf.prints(codes):
            return sign
        return self._marked(seen or [sign[0]], replaced)

    def _marked(self, seen: list[str], replaced: dict[str, str]) -> str:
        """One box for a sign that is not there; the letter stays where only its accents are missing."""
        base, accents = seen[0], seen[1:]
        only_accents = all(unicodedata.category(each) in _MARKS for each in accents)
        if accents and only_accents and self.shelf.prints([ord(base)]):
            kept = [each for each in accents if self.shelf.prints([ord(base), ord(each)])]
            replaced.update(dict.fromkeys((each for each in accents if each not in kept), BOX))
            return base + "".join(kept) + BOX
        replaced.update(dict.fromkeys(seen, BOX))
        return BOX


def signs_of(text: str) -> Iterator[str]:
    """Yield what people would count as one sign: a letter with its accents, an emoji with its parts.

    A simplified form of the extended grapheme clusters of Unicode Standard Annex 29.
    """
    sign = ""
    for character in text:
        if sign and _belongs(sign, character):
            sign += character
            continue
        if sign:
            yield sign
        sign = character
    if sign:
        yield sign


def is_meaningless(character: str) -> bool:
    """Tell whether a character has no printed form of its own and prints as its code."""
    if character in _DIRECTION_CHARACTERS:
        return True
    if character in _INVISIBLE or character in "\n\t":
        return False
    code = ord(character)
    not_a_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return not_a_character or unicodedata.category(character) in _MEANINGLESS or _is_selector(character)


def _is_alone(character: str) -> bool:
    if is_meaningless(character) or character in _INVISIBLE:
        return False
    return ord(character) < _FIRST_OF_COMPLEX_SCRIPTS or character in _ORDINARY_MARKS


def _whole_isolates(text: str) -> frozenset[int]:
    """Where isolates begin and end that are closed on their own line: they reorder nothing outside."""
    found: set[int] = set()
    open_ones: list[int] = []
    for at, character in enumerate(text):
        if character == "\n":
            open_ones.clear()
        elif character == _FIRST_STRONG_ISOLATE:
            open_ones.append(at)
        elif character == _POP_DIRECTIONAL_ISOLATE and open_ones:
            found |= {open_ones.pop(), at}
    return frozenset(found)


def closed(line: str) -> str:
    """Return a line that was cut with the isolates closed that began before the cut."""
    return line + _POP_DIRECTIONAL_ISOLATE * (
        line.count(_FIRST_STRONG_ISOLATE) - line.count(_POP_DIRECTIONAL_ISOLATE)
    )


def isolated(text: str) -> str:
    """Return the text with each line that runs from right to left isolated from what stands beside it."""
    if not _FROM_RIGHT_TO_LEFT.search(text):
        return text
    start, end = _FIRST_STRONG_ISOLATE, _POP_DIRECTIONAL_ISOLATE
    return "\n".join(f"{start}{line}{end}" if line else "" for line in text.split("\n"))


def without_direction_marks(text: str) -> str:
    """Return the text without the characters that say in which direction to read, which do not print."""
    return _DIRECTIONS.sub("", text)


def _belongs(sign: str, character: str) -> bool:
    if sign in "\n\t" or is_meaningless(sign[0]):
        return False
    if unicodedata.category(character) in _MARKS or _is_selector(character) or character == _JOINER:
        return True
    if _is_tone(character) or _is_tag(character):
        return _is_pictograph(sign[0])
    if sign[-1] == _JOINER:
        return _is_pictograph(character)
    return _is_flag_letter(character) and _is_flag_letter(sign[0]) and len(sign) == 1


def _is_selector(character: str) -> bool:
    code = ord(character)
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def _is_tone(character: str) -> bool:
    return 0x1F3FB <= ord(character) <= 0x1F3FF


def _is_tag(character: str) -> bool:
    return 0xE0020 <= ord(character) <= 0xE007F


def _is_pictograph(character: str) -> bool:
    return ord(character) >= 0x1F000 or unicodedata.category(character) == "So"


def _is_flag_letter(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _excerpt(text: str, mark: str) -> str:
    line = " ".join(text.split())
    at = line.find(mark)
    start = max(0, at - EXCERPT_LENGTH // 2) if len(line) > EXCERPT_LENGTH else 0
    end = start + EXCERPT_LENGTH
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
