"""The signs of the patterns in their circles, drawn by hand: no font is sure to have them all."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from campaignplanner.planning.bridges import Glyph
from campaignplanner.ui.timeline.content import GLYPH_RADIUS

_LINE = 1.4
_EDGE = 1.3
_MARGIN = 2.0


class GlyphSprites:
    """Circles with their signs as pictures, for one ground colour and one screen."""

    def __init__(self, ground: QColor, ratio: float) -> None:
        self._ground = ground
        self._ratio = ratio
        self._pictures: dict[tuple[Glyph, int, float], QPixmap] = {}

    def stamp(self, painter: QPainter, glyph: Glyph, ink: QColor, middle: QPointF, radius: float) -> None:
        """Draws a glyph around a point."""
        key = (glyph, ink.rgb(), radius)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._drawn(glyph, ink, radius)
        half = radius + _MARGIN
        left = round((middle.x() - half) * self._ratio) / self._ratio
        top = round((middle.y() - half) * self._ratio) / self._ratio
        painter.drawPixmap(QPointF(left, top), picture)

    def _drawn(self, glyph: Glyph, ink: QColor, radius: float) -> QPixmap:
        edge = 2 * (radius + _MARGIN)
        dots = round(edge * self._ratio)
        picture = QPixmap(dots, dots)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(edge / 2, edge / 2)
        painter.scale(radius / GLYPH_RADIUS, radius / GLYPH_RADIUS)
        draw_glyph(painter, glyph, ink, self._ground)
        painter.end()
        return picture


def draw_glyph(painter: QPainter, glyph: Glyph, ink: QColor, ground: QColor) -> None:
    """Draws the circle on its ground and the sign in it, around the painter's origin."""
    painter.setPen(QPen(ink, _EDGE))
    painter.setBrush(ground)
    painter.drawEllipse(QPointF(0, 0), GLYPH_RADIUS, GLYPH_RADIUS)
    pen = QPen(ink, _LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[glyph](painter, ink)


def _exclamation_mark(painter: QPainter, ink: QColor) -> None:
    painter.drawLine(QLineF(0, -4.2, 0, 0.9))
    _dot(painter, ink, QPointF(0, 3.9), 0.95)


def _ellipsis(painter: QPainter, ink: QColor) -> None:
    for x in (-3.4, 0.0, 3.4):
        _dot(painter, ink, QPointF(x, 1.2), 0.95)


def _quote_mark(painter: QPainter, ink: QColor) -> None:
    for x in (-2.2, 2.2):
        _dot(painter, ink, QPointF(x, -1.4), 1.35)
        painter.setPen(QPen(ink, _LINE))
        tail = QPainterPath(QPointF(x + 0.8, -1.2))
        tail.quadTo(QPointF(x + 0.8, 1.2), QPointF(x - 0.8, 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tail)


def _screen(painter: QPainter, ink: QColor) -> None:
    painter.drawRect(QRectF(-4, -3.6, 8, 5.6))
    painter.fillRect(QRectF(-2.2, -1.9, 4.4, 2.2), ink)
    painter.drawLine(QLineF(-2, 4, 2, 4))


def _star(painter: QPainter, ink: QColor) -> None:
    points = []
    for corner in range(10):
        radius = 5.2 if corner % 2 == 0 else 2.2
        angle = -pi / 2 + corner * pi / 5
        points.append(QPointF(radius * cos(angle), radius * sin(angle)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF(points))


def _wave(painter: QPainter, ink: QColor) -> None:
    del ink
    path = QPainterPath(QPointF(-4.6, 0.8))
    path.cubicTo(QPointF(-3, -3.4), QPointF(-1.2, -3), QPointF(0, 0))
    path.cubicTo(QPointF(1.2, 3), QPointF(3, 3.4), QPointF(4.6, -0.8))
    painter.drawPath(path)


def _arrow(painter: QPainter, ink: QColor) -> None:
    del ink
    painter.drawLine(QLineF(-4, 0, 4, 0))
    painter.drawPolyline([QPointF(1, -3), QPointF(4, 0), QPointF(1, 3)])


def _single_dot(painter: QPainter, ink: QColor) -> None:
    _dot(painter, ink, QPointF(0, 0), 2.2)


def _dot(painter: QPainter, ink: QColor, middle: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(middle, radius, radius)


_SIGNS: dict[Glyph, Callable[[QPainter, QColor], None]] = {
    Glyph.EXCLAMATION_MARK: _exclamation_mark,
    Glyph.ELLIPSIS: _ellipsis,
    Glyph.QUOTE_MARK: _quote_mark,
    Glyph.SCREEN: _screen,
    Glyph.STAR: _star,
    Glyph.WAVE: _wave,
    Glyph.ARROW: _arrow,
    Glyph.DOT: _single_dot,
}
