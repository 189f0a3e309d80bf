"""Reads from font files which characters they can show, and how wide those are.

Only what the brief needs of the OpenType format (ISO/IEC 14496-22: the tables cmap, head, hhea and hmtx), so
that no font library has to be shipped. A file that is damaged or of an unknown make covers nothing.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Protocol

COLLECTION_TAG = b"ttcf"
_WIDE_ENCODINGS = {(3, 10), (0, 4), (0, 6)}
_NARROW_ENCODINGS = {(3, 1), (0, 0), (0, 1), (0, 2), (0, 3)}
_SEGMENTS_16_BIT = 4
_TRIMMED_16_BIT = 6
_GROUPS_32_BIT = 12


class _Characters(Protocol):
    """Knows the glyph of a character."""

    def glyph(self, code: int) -> int:
        """The index of the glyph, 0 where there is none."""
        ...


class _NoCharacters:
    def glyph(self, code: int) -> int:
        del code
        return 0


class _SegmentedCharacters:
    """Subtable format 4: segments of the first 65,536 codes."""

    def __init__(self, table: bytes) -> None:
        count = struct.unpack_from(">H", table, 6)[0] // 2
        shape = f">{count}H"
        self._table = table
        self._ends = struct.unpack_from(shape, table, 14)
        self._starts = struct.unpack_from(shape, table, 16 + 2 * count)
        self._deltas = struct.unpack_from(shape, table, 16 + 4 * count)
        self._offsets_at = 16 + 6 * count
        self._offsets = struct.unpack_from(shape, table, self._offsets_at)

    def glyph(self, code: int) -> int:
        segment = bisect_left(self._ends, code)
        if segment >= len(self._ends) or code < self._starts[segment]:
            return 0
        offset = self._offsets[segment]
        if offset == 0:
            return int(code + self._deltas[segment]) & 0xFFFF
        place = self._offsets_at + 2 * segment + offset + 2 * (code - self._starts[segment])
        if place + 2 > len(self._table):
            return 0
        glyph = int(struct.unpack_from(">H", self._table, place)[0])
        return (glyph + self._deltas[segment]) & 0xFFFF if glyph else 0


class _TrimmedCharacters:
    """Subtable format 6: one dense range."""

    def __init__(self, table: bytes) -> None:
        self._first, count = struct.unpack_from(">HH", table, 6)
        self._glyphs = struct.unpack_from(f">{count}H", table, 10)

    def glyph(self, code: int) -> int:
        index = code - self._first
        return int(self._glyphs[index]) if 0 <= index < len(self._glyphs) else 0


class _GroupedCharacters:
    """Subtable format 12: groups of codes of any size."""

    def __init__(self, table: bytes) -> None:
        count = struct.unpack_from(">I", table, 12)[0]
        numbers = struct.unpack_from(f">{3 * count}I", table, 16)
        self._starts, self._ends, self._glyphs = numbers[0::3], numbers[1::3], numbers[2::3]

    def glyph(self, code: int) -> int:
        group = bisect_left(self._ends, code)
        if group >= len(self._ends) or code < self._starts[group]:
            return 0
        return int(self._glyphs[group] + code - self._starts[group])


_FORMATS: dict[int, Callable[[bytes], _Characters]] = {
    _SEGMENTS_16_BIT: _SegmentedCharacters,
    _TRIMMED_16_BIT: _TrimmedCharacters,
    _GROUPS_32_BIT: _GroupedCharacters,
}


class FontFile:
    """One face of a font file.

    Attributes:
        units_per_em: how many of the font's units one em has.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        self.units_per_em = 1000
        self._characters: _Characters = _NoCharacters()
        self._advances: tuple[int, ...] = ()
        try:
            with path.open("rb") as file:
                self._read(file, index)
        except (OSError, struct.error, IndexError, KeyError):
            self._characters = _NoCharacters()

    def covers(self, code: int) -> bool:
        """Tell whether the font has a glyph of its own for the character."""
        return self._characters.glyph(code) != 0

    def advance(self, code: int) -> float | None:
        """How wide the character is, in ems; None where the font does not have it."""
        glyph = self._characters.glyph(code)
        if glyph == 0 or not self._advances:
            return None
        return self._advances[min(glyph, len(self._advances) - 1)] / self.units_per_em

    def _read(self, file: BinaryIO, index: int) -> None:
        """Reads only what is needed: fonts of scripts with many characters have tens of megabytes."""
        start = 0
        if _piece(file, 0, 4) == COLLECTION_TAG:
            start = struct.unpack(">I", _piece(file, 12 + 4 * index, 4))[0]
        count = struct.unpack(">H", _piece(file, start + 4, 2))[0]
        records = struct.iter_unpack(">4sIII", _piece(file, start + 12, 16 * count))
        places = {tag: (offset, length) for tag, _, offset, length in records}
        cmap, head, hhea, hmtx = (_piece(file, *places[tag]) for tag in (b"cmap", b"head", b"hhea", b"hmtx"))
        self._characters = _characters_of(cmap)
        self.units_per_em = struct.unpack_from(">H", head, 18)[0]
        self._advances = _advances_of(hhea, hmtx)


def _piece(file: BinaryIO, start: int, length: int) -> bytes:
    """A part of a file, shorter where the file ends before."""
    file.seek(start)
    return file.read(length)


def _characters_of(table: bytes) -> _Characters:
    count = struct.unpack_from(">H", table, 2)[0]
    entries = [struct.unpack_from(">HHI", table, 4 + 8 * each) for each in range(count)]
    for encodings in (_WIDE_ENCODINGS, _NARROW_ENCODINGS):
        for platform, encoding, offset in entries:
            made_by = _FORMATS.get(struct.unpack_from(">H", table, offset)[0])
            if (platform, encoding) in encodings and made_by is not None:
                return made_by(table[offset:])
    return _NoCharacters()


def _advances_of(header: bytes, metrics: bytes) -> tuple[int, ...]:
    count = struct.unpack_from(">H", header, 34)[0]
    return struct.unpack_from(f">{2 * count}H", metrics, 0)[0::2]


@lru_cache(maxsize=64)
def font_file(path: Path, index: int = 0) -> FontFile:
    """The face, read once."""
    return FontFile(path, index)
