"""Public holidays of a country, worked out by the `holidays` library without any network.

Public: ``public_holidays``. The library is imported at the first call, as only few things need it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from campaignplanner.domain.days import Span

if TYPE_CHECKING:
    from holidays import HolidayBase

_MOST_YEARS = 12
"""Plans are of a few years; a slip of the keyboard in a date must not make it work out centuries."""


def public_holidays(country: str, span: Span, language: str = "en") -> Mapping[date, str]:
    """Return the public holidays in a span by day, with their names.

    Args:
        country: as people type it: a code of two or three letters, with a part of the country behind a
            hyphen if they like (``DE``, ``DEU``, ``DE-BY``), or the English name.
        span: the days to look at; of a very long one only the first years.
        language: in which the names are wanted; where the library does not have them in it, they come in
            the country's own.

    Returns:
        Nothing where the country is not known.
    """
    code, _, part = country.partition("-")
    known = _code_of(country) or _code_of(code)
    if known is None:
        return {}
    years = range(span.first_day.year, min(span.last_day.year, span.first_day.year + _MOST_YEARS - 1) + 1)
    found = _of_years(known, part.strip().upper(), tuple(years), language)
    return {day: name for day, name in found.items() if span.contains(day)}


@cache
def _code_of(country: str) -> str | None:
    """The code of two letters; None for what is no country that the library knows."""
    from holidays.registry import COUNTRIES

    wanted = _bare(country)
    if not wanted:
        return None
    for module, names in COUNTRIES.items():
        two_letters = next(name for name in names if len(name) == 2)
        if wanted in {_bare(module), *map(_bare, names)}:
            return two_letters
    return None


@cache
def _of_years(code: str, part: str, years: tuple[int, ...], language: str) -> Mapping[date, str]:
    import holidays

    country = getattr(holidays, code)
    found = country(
        subdiv=part if part in country.subdivisions else None,
        years=years,
        language=_best_language(country, language),
    )
    return dict(sorted(found.items()))


def _best_language(country: type[HolidayBase], wanted: str) -> str | None:
    """The wanted language, as it is spoken somewhere, else the country's own and never the system's."""
    spoken = sorted(country.supported_languages)
    return next((each for each in spoken if each.split("_")[0] == wanted), country.default_language)


def _bare(name: str) -> str:
    """A name without what people write in different ways: case, spaces, signs."""
    return re.sub(r"[\W_]+", "", name).casefold()
