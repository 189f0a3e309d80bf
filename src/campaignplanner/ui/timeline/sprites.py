"""Bars drawn once and then stamped.

Rasterising a rounded outline takes several times as long as copying its dots. A bar of any length is the
left part of one long picture and the right end of it, so a frame of hundreds of bars copies and draws
nothing anew, at any zoom.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil

from PySide6.QtCore import QRectF, Qt
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


@dataclass(frozen=True, slots=True, eq=False)
class BarLook:
    """The look of a bar; bars of one look share their pictures. There is one object for each: `look_of`."""

    side: Side
    standing: Standing


_LOOKS = {(side, standing): BarLook(side, standing) for side in Side for standing in Standing}


def look_of(side: Side, standing: Standing) -> BarLook:
    """The look of bars on a side that stand in a certain way."""
    return _LOOKS[side, standing]


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
        self._end = round((ceil(height / 2) + 2) * ratio)
        self._least = round(3 * ratio)
        self._dots_high = round(height * ratio)

    def stamp(self, painter: QPainter, look: BarLook, left: int, top: int, right: int) -> None:
        """Draws a bar with a painter that counts in dots, so that its edges are as sharp anywhere."""
        dots = max(right - left, self._least)
        end = self._end
        if dots <= 2 * end:
            picture = self._short.get((look, dots)) or self._short_picture(look, dots)
            painter.drawPixmap(left, top, picture)
            return
        long = self._long.get(look)
        if long is None or long.width() < dots:
            long = self._longer_picture(look, dots)
        painter.drawPixmap(left, top, long, 0, 0, dots - end, self._dots_high)
        painter.drawPixmap(left + dots - end, top, long, long.width() - end, 0, end, self._dots_high)

    def _longer_picture(self, look: BarLook, dots: int) -> QPixmap:
        self._long[look] = self._drawn(look, ceil(dots / _LENGTH_STEP) * _LENGTH_STEP)
        return self._long[look]

    def _short_picture(self, look: BarLook, dots: int) -> QPixmap:
        self._short[look, dots] = self._drawn(look, dots)
        return self._short[look, dots]

    def _drawn(self, look: BarLook, dots: int) -> QPixmap:
        picture = QPixmap(dots, self._dots_high)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._ratio, self._ratio)
        draw_bar(painter, look, QRectF(0, 0, dots / self._ratio, self._height), self._theme)
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
