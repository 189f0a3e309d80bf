"""Words out of a plan on their way into widgets that would take some of them for markup or for marks."""

from __future__ import annotations


def tooltip_text(text: str) -> str:
    """Words out of a plan for a tooltip: Qt would read `<b>` in them as markup, and not wrap them."""
    return f"<qt>{_escaped(text)}</qt>" if text else ""


def menu_text(text: str) -> str:
    """Words out of a plan for a button or a menu: Qt would take `&` for a keyboard mark."""
    return text.replace("&", "&&")


def shortened(text: str, most: int = 60) -> str:
    """A title for the inside of a sentence, cut with an ellipsis beyond so many characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def _escaped(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\n", "<br>")
