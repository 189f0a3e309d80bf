"""Words out of a plan on their way into widgets that would take some of them for markup or for marks."""

from __future__ import annotations

import unicodedata

from campaignplanner.domain.direction import set_apart

_RIGHT_TO_LEFT, _END = "\u2067", "\u2069"
"""Isolate what is between them, which runs from right to left."""

_BEGINS = frozenset({"LRI", "RLI", "FSI"})
_STRONG = frozenset({"L", "R", "AL"})


def tooltip_text(text: str) -> str:
    """Words out of a plan for a tooltip: Qt would read `<b>` in them as markup, and not wrap them."""
    return f"<qt>{_escaped(text)}</qt>" if text else ""


def menu_text(text: str) -> str:
    """Words out of a plan for a button or a menu: Qt would take `&` for a keyboard mark."""
    return text.replace("&", "&&")


def shortened(text: str, most: int = 60) -> str:
    """A title for the inside of a sentence, cut with an ellipsis beyond so many characters, and set apart."""
    flat = " ".join(text.split())
    return set_apart(flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…")


def directed(text: str) -> str:
    """A text that is painted on its own: one in Arabic or Hebrew has its ellipsis at the left."""
    return f"{_RIGHT_TO_LEFT}{text}{_END}" if runs_from_right(text) else text


def runs_from_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left; what is set apart counts not."""
    if text.isascii():
        return False
    depth = 0
    for direction in map(unicodedata.bidirectional, text):
        if direction in _BEGINS:
            depth += 1
        elif direction == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and direction in _STRONG:
            return direction != "L"
    return False


def _escaped(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\n", "<br>")
