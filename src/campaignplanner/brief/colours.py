"""Whether a colour of the users' own can be read on white paper.

The contrast is that of the Web Content Accessibility Guidelines 2.2 (relative luminance, success criterion
1.4.3): at least 4.5 to 1 for text.
"""

from __future__ import annotations

import re

from campaignplanner.domain.errors import PlanError

USUAL_ACCENT = "#0b6bcb"
LEAST_CONTRAST = 4.5
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


def check_accent(colour: str) -> None:
    """Raise PlanError unless this is a colour such as #0b6bcb that can be read on white."""
    if not _COLOUR.match(colour):
        raise PlanError(f"“{colour}” is no colour: write it like {USUAL_ACCENT}.", "accent")
    contrast = contrast_on_white(colour)
    if contrast < LEAST_CONTRAST:
        raise PlanError(
            f"{colour} is too pale to be read on white: {contrast:.1f} to 1, but {LEAST_CONTRAST} to 1 is "
            "the least. Choose a darker one.",
            "accent",
        )


def contrast_on_white(colour: str) -> float:
    """Return how much a colour stands out from white, from 1 (not at all) to 21 (black)."""
    return 1.05 / (_luminance(colour) + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
