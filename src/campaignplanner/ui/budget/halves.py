"""Two halves that stand side by side where there is room, else one below the other; they scroll together."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from campaignplanner.ui.budget.scrolling import Scrolling

_SIDE_BY_SIDE = 1020
"""From so many pixels on, the two halves stand side by side."""

_GAP = 8


class Halves(Scrolling):
    """`left` and `right` are columns to put things into, from top to bottom."""

    def __init__(self, parent: QWidget, widths: tuple[int, int] = (6, 5)) -> None:
        content = QWidget()
        super().__init__(content, parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(20, 4, 20, 20)
        self._row.setSpacing(28)
        self.left, self.right = (self._half(stretch) for stretch in widths)

    def _half(self, stretch: int) -> QVBoxLayout:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self._row.addWidget(half, stretch)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stands the halves side by side, or one below the other."""
        ways = QBoxLayout.Direction
        wide = self.width() >= _SIDE_BY_SIDE
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        super().resizeEvent(event)
