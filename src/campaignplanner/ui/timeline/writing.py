"""Labels laid out once: their widths, and their texts ready to be drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

from campaignplanner.ui.plain_text import directed

_MOST_KEPT = 6000
"""Texts kept ready; a screen shows some hundreds."""


class Writing:
    """Widths and ready texts of one font.

    Laying out a text takes several times as long as drawing it, and a title is drawn in every frame.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._height = self._metrics.height()
        self._widths: dict[str, float] = {}
        self._ready: dict[str, QStaticText] = {}
        self._cut: dict[tuple[str, int], str] = {}

    @property
    def height(self) -> float:
        """The height of a line."""
        return self._height

    def width(self, text: str) -> float:
        """The width of a text on one line."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def ready(self, text: str) -> QStaticText:
        """The text, laid out."""
        found = self._ready.get(text)
        if found is None:
            if len(self._ready) >= _MOST_KEPT:
                self._ready.clear()
            found = QStaticText(directed(text))
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(QTransform(), self.font)
            self._ready[text] = found
        return found

    def cut(self, text: str, width: float) -> str:
        """The text elided to a width."""
        key = (text, int(width))
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) >= _MOST_KEPT:
                self._cut.clear()
            found = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, key[1])
            self._cut[key] = found
        return found
