"""JSON text as people read and write it: strict when read, always the same when written.

Python's own reader lets NaN, repeated fields and numbers of any size through. Here they are kept as marks in
the tree, so that whoever walks it can say where they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from campaignplanner.domain.errors import FileTrouble

Json: TypeAlias = Any
"""Dicts, lists, text, whole numbers, true, false and None: what ``parsed`` gives and ``rendered`` takes."""

LONGEST_LINE = 110
"""A group of fields or a list goes on one line when it holds no other and fits."""

DEEPEST = 40
"""How many levels a tree may have: several times what a campaign file with its kept plans needs."""

_LONGEST_WHOLE_NUMBER = 18
_LONGEST_SENTENCE = 500
_STEP = "  "
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Characters that would turn or break the lines of the file while nobody sees them."""


class PlaceTrouble(FileTrouble):
    """Something in a file is wrong at a place, such as ``activities[3].flights[0].last_day``.

    Attributes:
        place: where; empty for the file as a whole.
        what: what is wrong there.
    """

    def __init__(self, place: str, what: str) -> None:
        what = _on_one_line(what)
        self.place = _on_one_line(place)
        self.what = what if what.endswith((".", "?", "!", "…")) else f"{what}."
        super().__init__(f"{self.place}: {self.what}" if place else self.what)


def _on_one_line(text: str) -> str:
    """Return a text that may quote anything from a file as one line of bearable length."""
    seen = "".join(character if character.isprintable() else " " for character in text[:_LONGEST_SENTENCE])
    return " ".join(seen.split()) + ("…" if len(text) > _LONGEST_SENTENCE else "")


@dataclass(frozen=True, slots=True)
class _Unusable:
    """Stands in the tree for a value that JSON or Python allows and a campaign file does not."""

    what: str


class _RepeatingObject(dict[str, Json]):
    """An object that names a field twice."""

    repeated: str


def parsed(text: str) -> Json:
    """Return the tree that a JSON text stands for.

    Raises:
        PlaceTrouble: it is empty, not JSON (with line and column) or nested too deeply; or it holds a field
            twice, a number that is not whole or too large, or half a character (with the place).
    """
    if not text.strip():
        raise PlaceTrouble("", "The file is empty")
    try:
        tree = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_fraction,
            parse_int=_whole_number,
            parse_constant=_not_a_number,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise PlaceTrouble("", f"This is not JSON: {error.msg} in {where}") from None
    except RecursionError:
        raise PlaceTrouble("", "This is nested too deeply to be a campaign file") from None
    for place, what in _faults(tree):
        raise PlaceTrouble(place, what)
    return tree


def rendered(tree: Json) -> str:
    """Return the text of a tree, fields in the tree's order: the same tree always gives the same text."""
    return f"{_rendered(tree, '')}\n"


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    marked = _RepeatingObject(result)
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            marked.repeated = name
        seen.add(name)
    return marked


def _fraction(text: str) -> _Unusable:
    return _Unusable(f'write this number in quotation marks, so that it stays exact: "{text[:20]}"')


def _whole_number(text: str) -> int | _Unusable:
    if len(text) > _LONGEST_WHOLE_NUMBER:
        return _Unusable("this number is too large")
    return int(text)


def _not_a_number(text: str) -> _Unusable:
    return _Unusable(f"{text} is not a number that a plan can hold")


def _faults(tree: Json) -> Iterator[tuple[str, str]]:
    """Yield what is unusable in the tree, in the order of the text, with its place."""
    waiting: list[tuple[int, str, Json]] = [(0, "", tree)]
    while waiting:
        depth, place, value = waiting.pop()
        what = _fault(value)
        if what is not None:
            yield place, what
        elif isinstance(value, _RepeatingObject):
            yield joined(place, value.repeated), "this field is there twice"
        elif depth > DEEPEST:
            yield "", "This is nested too deeply to be a campaign file"
        waiting.extend((depth + 1, name, each) for name, each in reversed(list(_inside(place, value))))


def _fault(value: Json) -> str | None:
    if isinstance(value, _Unusable):
        return value.what
    if isinstance(value, str) and _is_broken(value):
        return "this text holds half a character"
    if isinstance(value, dict) and any(_is_broken(name) for name in value):
        return "the name of a field holds half a character"
    return None


def _inside(place: str, value: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield joined(place, name), each
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield f"{place}[{index}]", each


def joined(place: str, name: str) -> str:
    """Return the place of a field below another place."""
    return f"{place}.{name}" if place else name


def _is_broken(text: str) -> bool:
    """Tell whether the text holds half of a surrogate pair, which no file can be written with."""
    if text.isascii():
        return False
    return any("\ud800" <= character <= "\udfff" for character in text)


def _rendered(value: Json, indent: str) -> str:
    if not isinstance(value, dict | list) or not value:
        return _scalar(value)
    inner = indent + _STEP
    if isinstance(value, dict):
        items = [f"{_scalar(name)}: {_rendered(each, inner)}" for name, each in value.items()]
        opening, closing, flat_opening, flat_closing = "{", "}", "{ ", " }"
        flat = not any(isinstance(each, dict | list) and each for each in value.values())
    else:
        items = [_rendered(each, inner) for each in value]
        opening, closing, flat_opening, flat_closing = "[", "]", "[", "]"
        flat = not any(isinstance(each, dict | list) and each for each in value)
    if flat:
        line = f"{flat_opening}{', '.join(items)}{flat_closing}"
        if len(indent) + len(line) <= LONGEST_LINE:
            return line
    between = f",\n{inner}"
    return f"{opening}\n{inner}{between.join(items)}\n{indent}{closing}"


def _scalar(value: Json) -> str:
    return _UNSEEN.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
