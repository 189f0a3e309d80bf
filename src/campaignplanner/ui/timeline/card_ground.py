"""The ground of a card that lies over the timeline."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from campaignplanner.ui import theme as themes

_CORNER = 8.0
_EDGE = 1.2


def paint_card_ground(card: QWidget, *, is_trouble: bool) -> None:
    """Paints a card's ground and its edge, red for trouble; called while the card paints itself."""
    theme = themes.current()
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge: QColor = theme.error if is_trouble else theme.control_edge
    painter.setPen(QPen(edge, _EDGE))
    painter.setBrush(theme.surface)
    inside = QRectF(card.rect()).adjusted(_EDGE / 2, _EDGE / 2, -_EDGE / 2, -_EDGE / 2)
    painter.drawRoundedRect(inside, _CORNER, _CORNER)
