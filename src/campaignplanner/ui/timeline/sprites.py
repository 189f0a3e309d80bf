"""Bars drawn once and then stamped.

Rasterising a rounded outline takes several times as long as copying its dots. A bar of any length is the
left part of one long picture and the right end of it, so a frame of hundreds of bars copies and draws
nothing anew, at any zoom.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from campaignplanner.domain.activity import Side
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.ink import BAR_LINE

SQUARE_CORNER = 2.5
_LENGTH_STEP = 512


class Standing(Enum):
    """What besides its side decides how a bar looks."""

    OWN = "own"
    """In a lane of an aim that it serves most."""
    GHOST = "ghost"
    """The same activity shown again in the lane of another aim that it serves."""
    NO_AIM = "no aim"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class BarLook:
    """The look of a bar; bars of one look share their picture."""

    side: Side
    standing: Standing


class BarSprites:
    """The pictures of all looks for one theme, one bar height and one screen.

    Args:
        theme: the colours.
        height: of a bar, in logical pixels.
        ratio: dots of the screen per logical pixel.
    """

    def __init__(self, theme: Theme, height: float, ratio: float) -> None:
        self._theme = theme
        self._height = height
        self._ratio = ratio
        self._long: dict[BarLook, QPixmap] = {}
        self._short: dict[tuple[BarLook, int], QPixmap] = {}
        self._end = ceil(height / 2) + 2

    def fits(self, theme: Theme, height: float, ratio: float) -> bool:
        """Whether these pictures are the right ones for a theme, a height and a screen."""
        return self._theme is theme and self._height == height and self._ratio == ratio

    def stamp(self, painter: QPainter, look: BarLook, rect: QRectF) -> None:
        """Draws a bar; its edges lie on whole dots, so that bars look alike wherever they are."""
        ratio = self._ratio
        left, right = round(rect.left() * ratio), round(rect.right() * ratio)
        top = round(rect.top() * ratio) / ratio
        dots = max(right - left, round(3 * ratio))
        end = round(self._end * ratio)
        if dots <= 2 * end:
            painter.drawPixmap(QPointF(left / ratio, top), self._short_picture(look, dots))
            return
        picture = self._long_picture(look, dots)
        height = picture.height()
        painter.drawPixmap(QPointF(left / ratio, top), picture, QRectF(0, 0, dots - end, height))
        source = QRectF(picture.width() - end, 0, end, height)
        painter.drawPixmap(QPointF((left + dots - end) / ratio, top), picture, source)

    def _long_picture(self, look: BarLook, dots: int) -> QPixmap:
        picture = self._long.get(look)
        if picture is None or picture.width() < dots:
            picture = self._drawn(look, ceil(dots / _LENGTH_STEP) * _LENGTH_STEP)
            self._long[look] = picture
        return picture

    def _short_picture(self, look: BarLook, dots: int) -> QPixmap:
        picture = self._short.get((look, dots))
        if picture is None:
            picture = self._short[look, dots] = self._drawn(look, dots)
        return picture

    def _drawn(self, look: BarLook, dots: int) -> QPixmap:
        picture = QPixmap(dots, round(self._height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, look, QRectF(QPointF(0, 0), QSizeF(dots / self._ratio, self._height)), self._theme)
        painter.end()
        return picture


def draw_bar(painter: QPainter, look: BarLook, rect: QRectF, theme: Theme) -> None:
    """Draws one bar by outline: round ends online, square ones offline, a ghost pale and dashed."""
    pen = QPen(_edge(look, theme), BAR_LINE)
    if look.standing in (Standing.GHOST, Standing.CANCELLED):
        pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    painter.setBrush(_fill(look, theme))
    inset = BAR_LINE / 2
    inner = rect.adjusted(inset, inset, -inset, -inset)
    radius = corner_radius(look.side, inner)
    painter.drawRoundedRect(inner, radius, radius)


def corner_radius(side: Side, rect: QRectF) -> float:
    """How round the ends of a bar are: half circles online, as good as square offline."""
    roundest = min(rect.width(), rect.height()) / 2
    return roundest if side is Side.ONLINE else min(SQUARE_CORNER, roundest)


def _edge(look: BarLook, theme: Theme) -> QColor:
    if look.standing is Standing.NO_AIM:
        return theme.error
    if look.standing is Standing.CANCELLED:
        return theme.text_disabled
    return theme.online if look.side is Side.ONLINE else theme.offline


def _fill(look: BarLook, theme: Theme) -> QColor:
    if look.standing is Standing.CANCELLED:
        return theme.surface_raised
    fill = QColor(theme.online_fill if look.side is Side.ONLINE else theme.offline_fill)
    if look.standing is Standing.GHOST:
        fill.setAlphaF(0.28)
    return fill
