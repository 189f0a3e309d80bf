"""How a brief is to be: language, formats, what is left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """What can be chosen for a brief.

    Attributes:
        language: of the fixed words; `words.LANGUAGES` lists them.
        locale: a CLDR locale for dates, numbers and money, such as en_GB or de_AT.
    """

    language: str = "en"
    locale: str = "en_GB"
