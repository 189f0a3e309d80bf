"""What a font file covers, and how wide its characters are."""

import struct
from pathlib import Path

import pytest

from campaignplanner.brief.fontfile import FontFile
from campaignplanner.brief.fonts import inter, text_width


def test_inter_has_latin_cyrillic_and_greek_but_no_chinese() -> None:
    assert all(inter().covers(ord(each)) for each in "aßŁЖΩ€→")
    assert not any(inter().covers(ord(each)) for each in "中א😀")


def test_inter_knows_how_wide_its_characters_are() -> None:
    assert inter().units_per_em == 2048
    assert 0.2 < (inter().advance(ord("i")) or 0) < (inter().advance(ord("m")) or 0) < 1.0


def test_a_character_that_is_not_there_has_no_width() -> None:
    assert inter().advance(ord("中")) is None


def test_a_text_is_as_wide_as_its_characters() -> None:
    assert text_width("mm", 10) == pytest.approx(2 * text_width("m", 10))
    assert text_width("中", 10) == 10


@pytest.mark.parametrize("content", [b"", b"not a font", b"\0\1\0\0" + b"\xff" * 200])
def test_a_damaged_file_covers_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.ttf"
    path.write_bytes(content)
    assert not FontFile(path).covers(ord("a"))


def test_a_file_that_is_not_there_covers_nothing(tmp_path: Path) -> None:
    assert not FontFile(tmp_path / "nothing.ttf").covers(ord("a"))


def font_with(subtable: bytes, tmp_path: Path) -> FontFile:
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + subtable
    head, hhea, hmtx = (
        bytes(18) + struct.pack(">H", 1000) + bytes(34),
        bytes(34) + struct.pack(">H", 1),
        bytes(4),
    )
    tables = {b"cmap": cmap, b"head": head, b"hhea": hhea, b"hmtx": hmtx}
    offset, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, data in tables.items():
        directory += struct.pack(">4sIII", tag, 0, offset + len(body), len(data))
        body += data
    path = tmp_path / "made.ttf"
    path.write_bytes(struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0) + directory + body)
    return FontFile(path)


def test_groups_beyond_the_first_plane_are_read(tmp_path: Path) -> None:
    groups = struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x1F600, 0x1F602, 5)
    font = font_with(groups, tmp_path)
    assert [font.covers(code) for code in (0x1F5FF, 0x1F600, 0x1F602, 0x1F603)] == [False, True, True, False]


def test_a_trimmed_table_is_read(tmp_path: Path) -> None:
    font = font_with(struct.pack(">HHHHHHH", 6, 14, 0, 65, 2, 3, 0), tmp_path)
    assert [font.covers(code) for code in (64, 65, 66, 67)] == [False, True, False, False]
