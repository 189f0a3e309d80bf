"""One line that makes an activity: `Tasting bars 10 Sep - 27 Sep`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.day_words import DayWords, letters_of
from campaignplanner.planning.typed_amounts import plain_digits
from campaignplanner.planning.typed_days import read_span

_MOST_WORDS = 9
_MOST_WORDS_OF_KIND = 4
_QUOTED = re.compile(r"\s*[\"“„«](.+)[\"”“»]\s*")
_WORD = re.compile(r"\S+")
_SAYS_DATES = re.compile(r"\d.*[^\d\s]|[^\d\s].*\d")
_RELATIVE = re.compile(r"[+\-−]\s*\d{1,4}\s*\w*")
_LOOSE_ENDS = " \t,;:–—-("


@dataclass(frozen=True, slots=True)
class QuickRow:
    """What a line was understood to say.

    Attributes:
        title: what is left when the dates are taken out.
        span: the days; None where no dates were found.
        kind: the kind that the title names; None where it names none.
        problem: a sentence where dates were found that cannot be; empty else.
    """

    title: str
    span: Span | None = None
    kind: Kind | None = None
    problem: str = ""

    @property
    def side(self) -> Side | None:
        """The side that the kind can only be on; None where either is possible."""
        sides = self.kind.sides if self.kind is not None else frozenset()
        return next(iter(sides)) if len(sides) == 1 else None


def understand(
    text: str,
    words: DayWords,
    today: date,
    campaign_span: Span | None = None,
    kinds: Mapping[str, Kind] | None = None,
) -> QuickRow:
    """Return what a line says: a title with dates behind it or before it.

    A kind may stand behind the dates, where it is no part of the title: `Sydney sign 10 Oct - 6 Nov outdoor`.
    Only dates in figures or with a named month count: "Black Friday" and "+3" are part of a title. A title in
    quotation marks is taken as it stands.

    Args:
        text: the line.
        words: the ways of the locale.
        today: where days without a year belong when the campaign has no dates.
        campaign_span: where they belong else.
        kinds: kinds by name, besides their English names.
    """
    quoted = _QUOTED.fullmatch(text)
    if quoted is not None:
        return _row(quoted[1].strip(), None, kinds)
    for line, kind in _with_and_without_kind(text, _named(kinds)):
        for title, dates in _cuts(line):
            said = kind or _kind_in(title, _named(kinds))
            try:
                return QuickRow(title, read_span(dates, words, today, campaign_span), said)
            except PlanError as error:
                if error.field == "last_day":
                    return QuickRow(title, kind=said, problem=error.sentence)
    return _row(text.strip(), None, kinds)


def _with_and_without_kind(text: str, named: Mapping[str, Kind]) -> Iterator[tuple[str, Kind | None]]:
    """Yield the line, and then without a kind at its end, the longest first."""
    yield text, None
    by_words = {_spaced(name): kind for name, kind in named.items()}
    for match in list(_WORD.finditer(text))[1:][-_MOST_WORDS_OF_KIND:]:
        said = _spaced(text[match.start() :])
        kind = by_words.get(said) or by_words.get(said.removesuffix("s"))
        if kind is not None:
            yield text[: match.start()].rstrip(_LOOSE_ENDS), kind


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Yield title and dates, the longest dates first, behind the title before in front of it."""
    found = list(_WORD.finditer(text))
    starts = [match.start() for match in found][1:][-_MOST_WORDS:]
    for start in starts:
        yield from _if_dates(text[:start], text[start:])
    ends = [match.end() for match in found][:-1][:_MOST_WORDS]
    for end in reversed(ends):
        yield from _if_dates(text[end:], text[:end])


def _if_dates(title: str, dates: str) -> Iterator[tuple[str, str]]:
    plain = plain_digits(dates).strip(" ,;:()")
    kept = title.strip(_LOOSE_ENDS)
    if kept and _SAYS_DATES.search(plain) and not _RELATIVE.fullmatch(plain):
        yield kept, plain


def _row(title: str, span: Span | None, kinds: Mapping[str, Kind] | None) -> QuickRow:
    return QuickRow(title, span, _kind_in(title, _named(kinds)))


def _named(kinds: Mapping[str, Kind] | None) -> dict[str, Kind]:
    return {**{kind.value: kind for kind in Kind if kind is not Kind.OTHER}, **(kinds or {})}


def _kind_in(title: str, named: Mapping[str, Kind]) -> Kind | None:
    """The kind with the longest name that stands in the title, in the singular or with an s."""
    said = f" {_spaced(title)} "
    for name in sorted(named, key=len, reverse=True):
        spaced = _spaced(name)
        if spaced and (f" {spaced} " in said or f" {spaced}s " in said):
            return named[name]
    return None


def _spaced(text: str) -> str:
    return " ".join(filter(None, (letters_of(word) for word in re.split(r"[\s\-]+", text))))
