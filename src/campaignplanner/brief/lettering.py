"""Fits text into given widths, for drawings where the typesetter cannot break lines by itself."""

from __future__ import annotations

import re

from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.printable import closed

ELLIPSIS = "…"
_SIGN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_NEVER_FIRST = (
    "\u3001\u3002\uff0c\uff0e\u30fb\uff1a\uff1b\uff1f\uff01\u300d\u300f\uff09\u3011\u3009\u300b\u2026"
    "\u30fc\u3005\u3063\u3083\u3085\u3087\u30c3\u30e3\u30e5\u30e7"
)
"""Marks and small kana that no line begins with."""
_PIECE = re.compile(f"[{_SIGN}][{_NEVER_FIRST}]*|[^{_SIGN}]+")
SEMI_BOLD = 1.07
"""How much wider Inter Semi Bold runs than Regular; measured over running text."""


def elided(text: str, size: float, room: float) -> str:
    """Return the text on one line, cut with an ellipsis where it is wider than the room."""
    line = " ".join(text.split())
    if text_width(line, size) <= room:
        return line
    left = room - text_width(ELLIPSIS, size)
    kept = 0
    for character in line:
        left -= text_width(character, size)
        if left < 0:
            break
        kept += 1
    return closed(line[:kept].rstrip() + ELLIPSIS)


def wrapped(text: str, size: float, room: float, lines_at_most: int, stretch: float = 1.0) -> tuple[str, ...]:
    """Return the text broken into lines; the last one is cut where there would be more.

    Args:
        text: what to break, at its blanks; Chinese and Japanese, which have none, between two signs.
        size: of the letters, in the unit of the room.
        room: how wide a line may be.
        lines_at_most: how many lines there may be.
        stretch: how much wider the letters run than Inter Regular.
    """
    pieces = _pieces(text)
    lines: list[str] = []
    while pieces and len(lines) < lines_at_most - 1:
        count = _fitting(pieces, size * stretch, room)
        if not count:
            break
        lines.append("".join(pieces[:count]).strip())
        pieces = pieces[count:]
    if pieces:
        lines.append(elided("".join(pieces), size * stretch, room))
    return tuple(lines)


def _pieces(text: str) -> list[str]:
    """What stays on one line, each with the blank before it: a word, or a sign of a script without blanks."""
    return [
        f" {piece}" if index == 0 else piece
        for word in text.split()
        for index, piece in enumerate(_PIECE.findall(word))
    ]


def _fitting(pieces: list[str], size: float, room: float) -> int:
    """How many pieces go on one line; 0 when not even the first does."""
    used = -text_width(" ", size) if pieces[0].startswith(" ") else 0.0
    for count, piece in enumerate(pieces):
        used += text_width(piece, size)
        if used > room:
            return count
    return len(pieces)
