"""The fixed words of the brief, one table for each language: a file of `resources/brief/words`.

The names are those that the templates and the page builders use; words in braces are filled in. Words that
count something come twice, `_one` and `_many`. Words that people choose from (kinds, statuses) stand in
tables named after their enum; where a language has no word for one of them, its English word serves.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from campaignplanner.brief.printable import isolated
from campaignplanner.domain.errors import PlanError
from campaignplanner.resources import resource_path

USUAL_LANGUAGE = "en"
_FOLDER = "brief/words"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that a brief can be in.

    Attributes:
        code: as in file names and locales, such as ``de``.
        name: what its speakers call it.
        words: the words and sentences by name.
        choices: for each enum, by its name, the word for each of its values.
    """

    code: str
    name: str
    words: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]


@cache
def languages() -> Mapping[str, Language]:
    """The languages that there are words for, by code, in the order of their names; no links."""
    tables = (path for path in resource_path(_FOLDER).glob("*.toml") if not path.is_symlink())
    found = (_read(path.stem) for path in tables)
    return {each.code: each for each in sorted(found, key=lambda each: each.name.casefold())}


def _read(code: str) -> Language:
    table = tomllib.loads(resource_path(f"{_FOLDER}/{code}.toml").read_text(encoding="utf-8"))
    words = {name: text for name, text in table.items() if isinstance(text, str)}
    choices = {name: texts for name, texts in table.items() if isinstance(texts, dict)}
    return Language(code, words.pop("language"), words, choices)


class Words:
    """The fixed words of one language, with what is filled in.

    Raises:
        PlanError: there are no words for the language.
    """

    def __init__(self, code: str = USUAL_LANGUAGE) -> None:
        language = languages().get(code)
        if language is None:
            known = ", ".join(languages())
            raise PlanError(
                f"The brief has no words for the language “{code}”; there are {known}.", "language"
            )
        self.language = language

    def say(self, name: str, **filled_in: object) -> str:
        """The word or sentence of that name; what is filled in keeps its direction to itself."""
        text = self.language.words[name]
        if not filled_in:
            return text
        return text.format(**{key: _kept_apart(value) for key, value in filled_in.items()})

    def count(self, name: str, count: int, shown: str | None = None) -> str:
        """The words that count something, for one or for many.

        Args:
            name: of the words, without `_one` and `_many`.
            count: how many there are.
            shown: how the count is written; its digits when not given.
        """
        number = shown or str(count)
        return self.say(f"{name}_one" if count == 1 else f"{name}_many", count=number)

    def choice(self, value: Enum) -> str:
        """The word for something that people choose from, such as a kind or a status."""
        english = str(value.value)
        return self.language.choices.get(type(value).__name__, {}).get(english, english)


def _kept_apart(value: object) -> object:
    return isolated(value) if isinstance(value, str) else value


def capitalised(text: str) -> str:
    """A text as it begins a line or a sentence; the rest of it as it is."""
    return text[:1].upper() + text[1:]
