"""Paints money by what the customer meets as segments: online plain, offline hatched, as in grey too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from campaignplanner.ui.theme import Theme

_HATCH = 0.45
_ROOM_FOR_HATCHES = 4.0
_NARROWEST = 1.0


def part_colours(theme: Theme) -> tuple[QColor, QColor, QColor, QColor]:
    """The colours of online, offline, both, not said, in the order of `MoneyTotals.parts`."""
    return theme.online, theme.offline, theme.both, theme.not_said


IN_DRAWING_ORDER = (0, 2, 3, 1)
"""Online first, then both and not said, offline last, so that both ends can be trusted."""


def fill_part(painter: QPainter, rect: QRectF, part: int, theme: Theme) -> None:
    """Fills a rectangle as one part of the money, by its place in `MoneyTotals.parts`."""
    painter.fillRect(rect, part_colours(theme)[part])
    is_wide = min(rect.width(), rect.height()) >= _ROOM_FOR_HATCHES
    if part in _PATTERNS and is_wide:
        hatch = QColor(theme.surface)
        hatch.setAlphaF(_HATCH)
        painter.fillRect(rect, QBrush(hatch, _PATTERNS[part]))


_PATTERNS = {1: Qt.BrushStyle.BDiagPattern, 2: Qt.BrushStyle.Dense6Pattern}


def paint_bar(painter: QPainter, rect: QRectF, parts: Sequence[int], whole: int, theme: Theme) -> None:
    """Paints the segments of an amount into the part of a rectangle that it is of the whole.

    Args:
        painter: what is painted with.
        rect: as wide as the whole.
        parts: in the order of `MoneyTotals.parts`; those below zero, such as refunds, have no length.
        whole: what fills the rectangle.
        theme: whose colours.
    """
    if whole <= 0:
        return
    left = rect.left()
    for part in IN_DRAWING_ORDER:
        amount = parts[part]
        if amount > 0:
            width = max(_NARROWEST, rect.width() * amount / whole)
            box = QRectF(left, rect.top(), min(width, rect.right() - left), rect.height())
            fill_part(painter, box, part, theme)
            left += width
