"""The fonts of the brief: Inter, which is shipped, then whatever the machine has for other scripts.

Inter comes from the `fontpkg-inter` wheel, so a brief looks the same on every machine. A character that
Inter does not have is set in a font of the machine where one has it; otherwise `printable` puts a mark in
its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from campaignplanner.brief.fontfile import FontFile, font_file

BRIEF_FAMILY = "Inter"
_UPRIGHT_FILE = "Inter[opsz,wght].ttf"
_WIDEST = 1.0
"""What a character of an unknown font is taken to be wide, in ems: no usual script is wider."""


@cache
def inter_folder() -> Path:
    """The folder with Inter's font files."""
    return Path(str(files("fontpkg_inter"))) / "files"


@cache
def inter() -> FontFile:
    """Inter, upright."""
    return font_file(inter_folder() / _UPRIGHT_FILE)


def text_width(text: str, size: float) -> float:
    """How wide a line of Inter Regular is at that size, in the unit of the size.

    Kerning and ligatures are left out: they change a line by less than one part in a hundred.
    """
    return size * sum(map(_advance, text))


@cache
def _advance(character: str) -> float:
    width = inter().advance(ord(character))
    return _WIDEST if width is None else width


class FontShelf:
    """Tells what can be printed: by Inter, or else by one of the machine's fonts.

    Args:
        others: the machine's font files with the index of the face, in the order to ask them in.
    """

    def __init__(self, others: Sequence[tuple[Path, int]] = ()) -> None:
        self._others = tuple(others)

    def prints(self, codes: Sequence[int]) -> bool:
        """Tell whether one font has all of these characters, which belong to one another.

        The typesetter asks Inter first and leaves it for another font only as a whole: a letter that Inter
        has cannot carry an accent that Inter does not have.
        """
        own = inter()
        if own.covers(codes[0]):
            return all(own.covers(code) for code in codes)
        return any(all(font_file(*each).covers(code) for code in codes) for each in self._others)

    def without_others(self) -> FontShelf:
        """The shelf with nothing but Inter on it."""
        return FontShelf()
