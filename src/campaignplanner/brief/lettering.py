"""Fits text into given widths, for drawings where the typesetter cannot break lines by itself."""

from __future__ import annotations

from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.printable import closed

ELLIPSIS = "…"
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
        text: what to break, at its blanks.
        size: of the letters, in the unit of the room.
        room: how wide a line may be.
        lines_at_most: how many lines there may be.
        stretch: how much wider the letters run than Inter Regular.
    """
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < lines_at_most - 1:
        count = _fitting(words, size * stretch, room)
        if not count:
            break
        lines.append(" ".join(words[:count]))
        words = words[count:]
    if words:
        lines.append(elided(" ".join(words), size * stretch, room))
    return tuple(lines)


def _fitting(words: list[str], size: float, room: float) -> int:
    """How many words go on one line; 0 when not even the first does."""
    used = 0.0
    for count, word in enumerate(words):
        used += text_width(word if count == 0 else f" {word}", size)
        if used > room:
            return count
    return len(words)
