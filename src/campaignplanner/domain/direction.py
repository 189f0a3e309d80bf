"""Text that may run from right to left, inside sentences that run from left to right.

A title in Arabic or Hebrew turns the order of what stands beside it, and a character that gives orders about
direction goes on doing so behind the title's end. So where the words of people are put into a sentence they
are set apart. That is for reading only: what is kept, copied, searched or handed to programs is as typed.
"""

from __future__ import annotations

import unicodedata

_BEGIN, _END = "\u2068", "\u2069"
_ORDERS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Embeddings, overrides and isolates: what they begin may end somewhere else, or never."""
_FROM_RIGHT = frozenset({"R", "AL", "AN"})


def set_apart(text: str) -> str:
    """Return a text for the inside of a sentence, which reorders nothing but itself.

    Nearly all texts come back as they are. One with letters that run from right to left is isolated, and
    orders about direction are left out.
    """
    if text.isascii():
        return text
    plain = without_orders(text)
    if _FROM_RIGHT.isdisjoint(map(unicodedata.bidirectional, plain)):
        return plain
    return f"{_BEGIN}{plain}{_END}"


def without_orders(text: str) -> str:
    """Return a text for a line of its own, in which nothing turns letters or figures round."""
    return text if text.isascii() else text.translate(_ORDERS)


def not_set_apart(sentence: str) -> str:
    """Return a sentence with what is set apart in it as plain text, for programs and terminals."""
    return sentence if sentence.isascii() else sentence.replace(_BEGIN, "").replace(_END, "")
