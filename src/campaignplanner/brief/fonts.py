"""The fonts of the brief: Inter, which is shipped, those of the extra `scripts`, then those of the machine.

Inter comes from the `fontpkg-inter` wheel and the fonts of other scripts from the packages that the extra
names, so that a brief looks the same on every machine. A character that none of them has is set in a font of
the machine where one has it; otherwise `printable` puts a mark in its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from campaignplanner.brief.fontfile import FontFile, font_file

BRIEF_FAMILY = "Inter"
SCRIPT_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""What the extra `scripts` installs: nothing but font files, of the Noto families."""
_LAST = ("Symbols", "Emoji", "CJK")
"""Families that are asked after all others: they also have what stands in those of one script."""
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Accents, which stand on their letter, and what says how others are to be set."""
_JAPANESE = re.compile("[\u3040-\u30ff]")
_KOREAN = re.compile("[\u1100-\u11ff\uac00-\ud7af]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_REGIONS = {"JP": "JP", "KR": "KR", "TW": "TC", "HK": "HK", "MO": "HK"}
"""Whose forms a country writes, where the text does not say."""
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


@cache
def script_folders() -> tuple[Path, ...]:
    """The folders with the fonts of other scripts, of those packages that are installed."""
    found = (find_spec(each) for each in SCRIPT_PACKAGES)
    return tuple(Path(each.origin).parent for each in found if each is not None and each.origin)


def families_in_order(families: Iterable[str], text: str, country: str = "") -> tuple[str, ...]:
    """The fonts of other scripts in the order to ask them in.

    Chinese, Japanese and Korean share characters that each writes a little differently: the one that the
    text is in comes first.
    """
    region = _region_of(text, country)

    def place(family: str) -> tuple[int, bool, str]:
        late = next((number for number, each in enumerate(_LAST, start=1) if each in family), 0)
        return late, not family.endswith(region), family

    return tuple(sorted(set(families), key=place))


def _region_of(text: str, country: str) -> str:
    """Whose forms of Chinese characters a text asks for, by its own letters or else by the country.

    Kana are Japanese and hangul Korean. Chinese is traditional where more of its characters are only in the
    character set of Taiwan than only in that of the mainland.
    """
    if _JAPANESE.search(text):
        return "JP"
    if _KOREAN.search(text):
        return "KR"
    characters = set(_CHINESE.findall(text))
    simplified = sum(1 for each in characters if _has(each, "gb2312") and not _has(each, "big5"))
    traditional = sum(1 for each in characters if _has(each, "big5") and not _has(each, "gb2312"))
    if simplified == traditional:
        return _REGIONS.get(country.upper(), "SC")
    if simplified > traditional:
        return "SC"
    return "HK" if country.upper() in ("HK", "MO") else "TC"


def _has(character: str, character_set: str) -> bool:
    try:
        return bool(character.encode(character_set))
    except UnicodeEncodeError:
        return False


def text_width(text: str, size: float) -> float:
    """How wide a line of Inter Regular is at that size, in the unit of the size.

    Kerning and ligatures are left out: they change a line by less than one part in a hundred. So is how
    letters of some scripts join, which makes a line of theirs shorter than this.
    """
    return size * sum(map(_advance, text))


@cache
def _advance(character: str) -> float:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0.0
    width = inter().advance(ord(character))
    if width is None and (font := _font_of_script(unicodedata.name(character, "").partition(" ")[0])):
        width = font.advance(ord(character))
    return _WIDEST if width is None else width


@cache
def _font_of_script(script: str) -> FontFile | None:
    """The font that came with the program for a script, by its name in Unicode such as ARABIC."""
    paths = (folder / f"NotoSans{script.title()}[wght].ttf" for folder in script_folders())
    return next((font_file(path) for path in paths if script and path.is_file()), None)


class FontShelf:
    """Tells what can be printed: by Inter, or else by another font.

    Args:
        others: the other font files with the index of the face, in the order to ask them in.
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
