"""Proposes names for files out of what people typed; no such name surprises a file system."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Characters of a proposed name without its ending; some systems stop at 255 bytes."""

_UNWANTED = re.compile(r'[\\/:*?"<>|]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def brief_name(brand: str, title: str, version: int | None, *, is_changed: bool = False) -> str:
    """`Northwind Coffee, Autumn Blend launch, brief v2.pdf`; without a version only `brief`.

    A plan that changed since that version is no such version any more: `brief draft after v2`.
    """
    numbered = f"draft after v{version}" if is_changed else f"v{version}"
    ending = f"brief {numbered}" if version is not None else "brief"
    return _name((brand, title), ending, ".pdf")


def picture_name(brand: str, title: str) -> str:
    """`Northwind Coffee, Autumn Blend launch, timeline.png`."""
    return _name((brand, title), "timeline", ".png")


def campaign_file_name(brand: str, title: str) -> str:
    """`Northwind Coffee, Autumn Blend launch.campaign.json`."""
    return _name((brand, title), "", ".campaign.json")


def clean_part(text: str) -> str:
    """A text without what file systems refuse and without characters that cannot be seen."""
    shown = (" " if unicodedata.category(letter)[0] == "C" else letter for letter in text)
    return " ".join(_UNWANTED.sub(" ", "".join(shown)).split()).strip(". ")


def _name(parts: tuple[str, ...], ending: str, suffix: str) -> str:
    known = [part for part in map(clean_part, parts) if part]
    room = LONGEST - len(ending) - 2
    stem = ", ".join(known)[:room].rstrip(" .,")
    whole = ", ".join(part for part in (stem, ending) if part) or "campaign"
    safe = f"{whole} campaign" if _RESERVED.fullmatch(whole) else whole
    return f"{_fitting(safe)}{suffix}"


def _fitting(name: str) -> str:
    """Cut until the name takes at most 200 bytes, wherever a system counts bytes."""
    while len(name.encode("utf-8")) > 200:
        name = name[:-1]
    return name.rstrip(" .,")
