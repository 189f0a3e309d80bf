"""Marks words for translation that stand in tables, where `tr` cannot be called yet."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this very name
    """Gives the text back as it is; lupdate finds it, and `QCoreApplication.translate` says it later.

    Qt's own function of this name is typed to return `object`, which no table of words can take.
    """
    del context
    return text
