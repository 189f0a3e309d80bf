"""How a brief is to be: its sections and their order, paper, language, looks, what is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from campaignplanner.brief.colours import check_accent
from campaignplanner.brief.logo import Logo
from campaignplanner.brief.words import Words, languages
from campaignplanner.domain.campaign import BriefLayout
from campaignplanner.domain.errors import PlanError

_POINTS_PER_MILLIMETRE = 72 / 25.4


class Section(Enum):
    """What a brief consists of, in the usual order."""

    CAMPAIGN = "campaign"
    INTEGRATION = "integration"
    TIMELINE = "timeline"
    MONEY = "money"
    MEASURES = "measures"
    AUDIENCES = "audiences"
    PRACTICALITIES = "practicalities"
    ACTIVITIES = "activities"
    APPROVALS = "approvals"
    OPEN_POINTS = "open_points"
    CHANGES = "changes"


class Paper(Enum):
    """The sizes of a page; the values are Typst's names for them."""

    A4 = "a4"
    LETTER = "us-letter"
    A3 = "a3"

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of an upright page, in points."""
        width, height = _MILLIMETRES[self]
        return width * _POINTS_PER_MILLIMETRE, height * _POINTS_PER_MILLIMETRE


_MILLIMETRES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4), Paper.A3: (297.0, 420.0)}

ONE_PAGE = (Section.CAMPAIGN,)
"""The sections of a brief that is one page only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """What can be chosen for a brief.

    Attributes:
        language: of the fixed words; `words.languages` lists them.
        locale: a CLDR locale for dates, numbers and money, such as en_GB or de_AT.
        sections: those that are wanted, in their order. One that has nothing to say is left out all the same.
        paper: the size of the pages.
        with_money: whether amounts are shown at all.
        logo: stands at the head of the first page.
        accent: a colour such as #0b6bcb for rules and marks that carry no meaning of their own; empty for the
            usual one.
    """

    language: str = "en"
    locale: str = "en_GB"
    sections: tuple[Section, ...] = tuple(Section)
    paper: Paper = Paper.A4
    with_money: bool = True
    logo: Logo | None = None
    accent: str = ""

    def check(self) -> None:
        """Raise PlanError, with the field, for a choice that no brief can be made with."""
        Words(self.language)
        if not self.sections:
            raise PlanError("Choose at least one section for the brief.", "sections")
        if len(set(self.sections)) != len(self.sections):
            raise PlanError("A section of the brief is chosen twice.", "sections")
        if self.accent:
            check_accent(self.accent)
        if self.logo is not None:
            self.logo.check()


def options_of(layout: BriefLayout, usual: BriefOptions) -> BriefOptions:
    """The options that a campaign asks for; what it leaves open, or what means nothing here, is as usual."""
    papers, sections = {each.value: each for each in Paper}, {each.value: each for each in Section}
    known = tuple(dict.fromkeys(sections[each] for each in layout.sections if each in sections))
    return replace(
        usual,
        language=layout.language if layout.language in languages() else usual.language,
        locale=layout.locale if is_locale(layout.locale) else usual.locale,
        sections=known or usual.sections,
        paper=papers.get(layout.paper, usual.paper),
        with_money=layout.with_money,
        accent=layout.accent if _is_accent(layout.accent) else usual.accent,
    )


def layout_of(options: BriefOptions) -> BriefLayout:
    """What a campaign keeps of the options: all but the logo, which is a file of a machine."""
    return BriefLayout(
        language=options.language,
        locale=options.locale,
        paper=options.paper.value,
        sections=tuple(each.value for each in options.sections),
        with_money=options.with_money,
        accent=options.accent,
    )


def is_locale(name: str) -> bool:
    """Tell whether CLDR knows a locale."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _is_accent(colour: str) -> bool:
    try:
        check_accent(colour)
    except PlanError:
        return False
    return True
