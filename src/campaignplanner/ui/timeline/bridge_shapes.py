"""The curves of bridges, worked out once per scale, for drawing and for finding what is under the mouse.

Points are those of the layout: x as the scale gives it, y from the top of the first lane.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from campaignplanner.planning.timeline_layout import PlacedBridge, bridge_ends
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.timeline.content import BRIDGE_INSET, GLYPH_RADIUS, TimelineContent

ARROW_LENGTH = 6.0
_ARROW_HALF = 4.0
_LEAVING = 0.62
_PASSING = 0.2
_DIP = 11.0
_SAMPLES = 24
_REACH = 5.0


@dataclass(frozen=True, slots=True)
class BridgeShape:
    """One bridge as it is drawn.

    Attributes:
        curve: from the source through the middle of the glyph to the foot of the arrow head.
        arrow: the arrow head at the target.
        glyph: the middle of the glyph.
        box: what all of it covers.
    """

    curve: QPainterPath
    arrow: QPolygonF
    glyph: QPointF
    box: QRectF

    def is_near(self, point: QPointF) -> bool:
        """Whether a point is on the curve, as far as a hand can tell."""
        if not self.box.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point):
            return False
        return any(
            hypot(at.x() - point.x(), at.y() - point.y()) <= max(_REACH, self.curve.length() / _SAMPLES / 2)
            for at in (self.curve.pointAtPercent(step / _SAMPLES) for step in range(_SAMPLES + 1))
        )

    def glyph_is_at(self, point: QPointF) -> bool:
        """Whether a point is on the glyph."""
        distance = hypot(self.glyph.x() - point.x(), self.glyph.y() - point.y())
        return distance <= GLYPH_RADIUS + 2


class BridgeShapes:
    """The shapes of a content's bridges in one scale at a time."""

    def __init__(self, content: TimelineContent) -> None:
        self._content = content
        self._scale: TimeScale | None = None
        self._shapes: dict[int, BridgeShape] = {}

    def shape(self, placed: PlacedBridge, scale: TimeScale) -> BridgeShape:
        """The shape of a bridge; drawn up when first asked for."""
        if scale != self._scale:
            self._shapes.clear()
            self._scale = scale
        number = placed.path.number
        found = self._shapes.get(number)
        if found is None:
            glyph_x = self._content.glyph_x(number, scale)
            found = self._shapes[number] = bridge_shape(placed, scale, glyph_x)
        return found


def bridge_shape(placed: PlacedBridge, scale: TimeScale, glyph_x: float) -> BridgeShape:
    """Draw up a bridge: it leaves and arrives upright and passes its glyph slantwise."""
    source_x, target_x = bridge_ends(placed.path, scale, BRIDGE_INSET)
    source, target = QPointF(source_x, placed.source_y), QPointF(target_x, placed.target_y)
    glyph = QPointF(glyph_x, placed.glyph_y)
    if placed.source_y == placed.target_y:
        return _level_shape(source, target, glyph)
    down = 1.0 if target.y() > source.y() else -1.0
    foot = QPointF(target.x(), target.y() - down * ARROW_LENGTH)
    slant = QPointF(target.x() - source.x(), target.y() - source.y()) * _PASSING
    curve = QPainterPath(source)
    curve.cubicTo(_towards(source, glyph.y()), glyph - slant, glyph)
    curve.cubicTo(glyph + slant, _towards(foot, glyph.y()), foot)
    return _shape(curve, _arrow(target, down), glyph)


def _level_shape(source: QPointF, target: QPointF, glyph: QPointF) -> BridgeShape:
    """Between two bars of one track: a bow under both, so that it does not run along them."""
    low = QPointF(glyph.x(), glyph.y() + 2 * _DIP)
    foot = QPointF(target.x(), target.y() + ARROW_LENGTH)
    curve = QPainterPath(source)
    curve.quadTo(QPointF(source.x(), low.y()), low)
    curve.quadTo(QPointF(target.x(), low.y()), foot)
    return _shape(curve, _arrow(target, -1.0), low)


def _towards(end: QPointF, glyph_y: float) -> QPointF:
    return QPointF(end.x(), end.y() + (glyph_y - end.y()) * _LEAVING)


def _arrow(tip: QPointF, down: float) -> QPolygonF:
    base = tip.y() - down * ARROW_LENGTH
    return QPolygonF([tip, QPointF(tip.x() - _ARROW_HALF, base), QPointF(tip.x() + _ARROW_HALF, base)])


def _shape(curve: QPainterPath, arrow: QPolygonF, glyph: QPointF) -> BridgeShape:
    radius = GLYPH_RADIUS + 1
    circle = QRectF(glyph.x() - radius, glyph.y() - radius, 2 * radius, 2 * radius)
    box = curve.boundingRect().united(arrow.boundingRect()).united(circle)
    return BridgeShape(curve, arrow, glyph, box)
