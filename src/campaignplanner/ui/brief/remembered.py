"""How the brief of a campaign is to be: what the campaign keeps, with the logo that lies on this machine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLocale

from campaignplanner.brief.logo import Logo
from campaignplanner.brief.options import BriefOptions, Paper, layout_of, options_of
from campaignplanner.brief.words import USUAL_LANGUAGE, languages
from campaignplanner.domain.campaign import BriefLayout
from campaignplanner.domain.errors import FileTrouble


@dataclass(frozen=True, slots=True)
class Layout:
    """What people choose for a brief.

    Attributes:
        options: all of it but the logo.
        logo: the file with the logo; None for none. It is read anew each time, for it may change.
    """

    options: BriefOptions
    logo: Path | None = None

    @classmethod
    def usual(cls) -> Layout:
        """What a brief is like until somebody chooses: in the words and the ways of the window's locale."""
        name = QLocale().name()
        language = name.partition("_")[0]
        code = language if language in languages() else USUAL_LANGUAGE
        paper = Paper.LETTER if name.endswith(("_US", "_CA")) else Paper.A4
        return cls(BriefOptions(language=code, locale=_babel_name(name), paper=paper))

    @classmethod
    def of(cls, layout: BriefLayout, remembered: str = "") -> Layout:
        """What a campaign asks for, with the logo that is remembered with it on this machine."""
        return cls(options_of(layout, cls.usual().options), Path(remembered) if remembered else None)

    @property
    def kept(self) -> BriefLayout:
        """What the campaign keeps of it."""
        return layout_of(self.options)

    @property
    def remembered(self) -> str:
        """What is remembered on this machine: where the logo lies."""
        return "" if self.logo is None else str(self.logo)

    def with_logo(self) -> BriefOptions:
        """The options with the logo; a logo that cannot be read any more is left out."""
        if self.logo is None:
            return self.options
        try:
            return replace(self.options, logo=Logo.read(self.logo))
        except FileTrouble:
            return self.options


def _babel_name(name: str) -> str:
    """The name of a locale that Babel knows; British English for one that it does not."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return "en_GB"
    return name
