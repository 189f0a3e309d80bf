"""How the brief of a campaign is to be, as it is remembered with the campaign on this machine."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale

from campaignplanner.brief.logo import Logo
from campaignplanner.brief.options import BriefOptions, Paper, Section
from campaignplanner.brief.words import USUAL_LANGUAGE, languages
from campaignplanner.domain.errors import FileTrouble, PlanError


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

    def text(self) -> str:
        """The layout as text, to be remembered."""
        options = self.options
        return json.dumps(
            {
                "language": options.language,
                "locale": options.locale,
                "paper": options.paper.value,
                "sections": [each.value for each in options.sections],
                "with_money": options.with_money,
                "accent": options.accent,
                "logo": "" if self.logo is None else str(self.logo),
            }
        )

    @classmethod
    def of_text(cls, text: str) -> Layout:
        """The layout that was remembered; what is missing or cannot be used is as usual."""
        usual = cls.usual()
        try:
            known: Any = json.loads(text)
            options = replace(
                usual.options,
                language=str(known["language"]),
                locale=_babel_name(str(known["locale"])),
                paper=Paper(known["paper"]),
                sections=tuple(Section(each) for each in known["sections"]),
                with_money=bool(known["with_money"]),
                accent=str(known["accent"]),
            )
            options.check()
            return cls(options, Path(known["logo"]) if known["logo"] else None)
        except (ValueError, KeyError, TypeError, PlanError):
            return usual

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
