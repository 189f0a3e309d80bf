"""Bars and glyphs drawn anew each time, in the place of the pictures that frames stamp.

A picture for paper is drawn once, at any scale, and in an SVG what was stamped would be dots.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from campaignplanner.planning.bridges import Glyph
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.content import GLYPH_RADIUS
from campaignplanner.ui.timeline.glyphs import GlyphSprites, draw_glyph
from campaignplanner.ui.timeline.sprites import BarLook, BarSprites, draw_bar

_LEAST = 3


class DrawnBars(BarSprites):
    """Draws each bar by its outline."""

    def __init__(self, theme: Theme, height: float) -> None:
        super().__init__(theme, height, 1.0)
        self._drawn_height = height
        self._drawn_theme = theme

    def stamp(self, painter: QPainter, look: BarLook, left: int, top: int, right: int) -> None:
        """Draws a bar."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(left, top, max(right - left, _LEAST), self._drawn_height)
        draw_bar(painter, look, box, self._drawn_theme)
        painter.restore()


class DrawnGlyphs(GlyphSprites):
    """Draws each glyph by its lines."""

    def __init__(self, ground: QColor) -> None:
        super().__init__(ground, 1.0)
        self._drawn_ground = ground

    def stamp(self, painter: QPainter, glyph: Glyph, ink: QColor, middle: QPointF, radius: float) -> None:
        """Draws a glyph around a point."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(middle)
        painter.scale(radius / GLYPH_RADIUS, radius / GLYPH_RADIUS)
        draw_glyph(painter, glyph, ink, self._drawn_ground)
        painter.restore()
