"""The small sign before what can be opened: pointing down while it is open, onward while it is not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_OPEN = ((-4.0, -2.0), (0.0, 2.0), (4.0, -2.0))
_SHUT = ((-2.0, -4.0), (2.0, 0.0), (-2.0, 4.0))


def paint_chevron(painter: QPainter, middle: QPointF, ink: QColor, *, is_open: bool) -> None:
    """Paints the sign around a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    points = _OPEN if is_open else _SHUT
    painter.drawPolyline(QPolygonF([middle + QPointF(right, down) for right, down in points]))
    painter.restore()
