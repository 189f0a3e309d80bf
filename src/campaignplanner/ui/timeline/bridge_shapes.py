"""The curves of bridges, worked out once per scale, for drawing and for finding what is under the mouse.

Points are those of the layout: x as the scale gives it, y from the top of the first lane.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from campaignplanner.domain.activity import Side
from campaignplanner.domain.days import Span
from campaignplanner.planning.timeline_layout import PlacedBridge, TimelineLayout, VisiblePart, bridge_ends
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.timeline.bridge_stubs import BridgeStub
from campaignplanner.ui.timeline.content import (
    BRIDGE_INSET,
    GLYPH_RADIUS,
    SMALL_GLYPH_RADIUS,
    TimelineContent,
)

ARROW_LENGTH = 6.0
_ARROW_HALF = 4.0
_LEAVING = 0.62
_PASSING = 0.2
_TURNING = 0.6
_DIP = 11.0
_STUB_INSET = 30.0
_SAMPLES = 24
_REACH = 5.0
ENDS_REACH = 40.0
"""Bows and arrows put the ends and the glyph of a shape by less than this off the y that the layout says."""


@dataclass(frozen=True, slots=True)
class BridgeShape:
    """One bridge as it is drawn.

    Attributes:
        bridge_id: the bridge.
        curve: from the source through the middle of the glyph to the foot of the arrow head.
        arrow: the arrow head at the target; empty where nobody knows when that is.
        glyph: the middle of the glyph.
        box: what all of it covers.
        glyph_box: what the glyph covers.
        radius: of the glyph.
        marks: both ends and the middle of the glyph.
    """

    bridge_id: str
    curve: QPainterPath
    arrow: QPolygonF
    glyph: QPointF
    box: QRectF
    glyph_box: QRectF
    radius: float
    marks: tuple[tuple[float, float], ...]

    def is_near(self, point: QPointF) -> bool:
        """Whether a point is on the curve, as far as a hand can tell."""
        if not self.box.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point):
            return False
        reach = max(_REACH, self.curve.length() / _SAMPLES / 2)
        points = (self.curve.pointAtPercent(step / _SAMPLES) for step in range(_SAMPLES + 1))
        return any(_distance(at, point) <= reach for at in points)

    def starts_in(self, box: QRectF) -> bool:
        """Whether an end or the glyph lies in a box."""
        left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
        return any(left <= x <= right and top <= y <= bottom for x, y in self.marks)

    def glyph_is_at(self, point: QPointF) -> bool:
        """Whether a point is on the glyph."""
        return _distance(self.glyph, point) <= self.radius + 2


class Course(NamedTuple):
    """What the shape of a bridge between dated activities follows from.

    Attributes:
        source_x: where it leaves.
        source_y: at which height.
        target_x: where it arrives.
        target_y: at which height.
        glyph_x: the middle of its glyph.
        glyph_y: at which height.
        is_crossing: whether it joins the two sides.
    """

    source_x: float
    source_y: float
    target_x: float
    target_y: float
    glyph_x: float
    glyph_y: float
    is_crossing: bool


class BridgeShapes:
    """The shapes of a content's bridges in one scale at a time.

    Args:
        content: what is shown.
        before: of an earlier state: bridges that run where they ran keep the shapes drawn up for it.
    """

    def __init__(self, content: TimelineContent, before: BridgeShapes | None = None) -> None:
        self._content = content
        self._scale: TimeScale | None = None
        self._shapes: dict[str, BridgeShape] = {}
        self._drawn: dict[str, tuple[Course, BridgeShape]] = {}
        if before is not None:
            before.hand_on(self)

    def hand_on(self, other: BridgeShapes) -> None:
        """Tells the shapes of a later state what has been drawn up."""
        there = other._content.plan.bridges
        other._drawn = {key: found for key, found in self._drawn.items() if key in there}

    def seen(self, part: VisiblePart, days: Span, scale: TimeScale, box: QRectF) -> list[BridgeShape]:
        """The shapes of the bridges in a part of the layout, the open ones among them.

        A bridge of which neither an end nor the glyph lies in the box only passes through on its way from
        somewhere to somewhere else: it tells nothing there and is left out.
        """
        placed = (self.shape(bridge, scale) for bridge in part.bridges)
        return [*self._stubs(part, days, scale), *(shape for shape in placed if shape.starts_in(box))]

    def shape_of(self, bridge_id: str, scale: TimeScale) -> BridgeShape | None:
        """The shape of a bridge; None while neither end has dates."""
        placed = self._content.placed_bridge(bridge_id)
        if placed is not None:
            return self.shape(placed, scale)
        stub = next((stub for stub in self._content.stubs if stub.bridge_id == bridge_id), None)
        return None if stub is None else self._stub(stub, scale)

    def shape(self, placed: PlacedBridge, scale: TimeScale) -> BridgeShape:
        """The shape of a bridge; drawn up when first asked for."""
        self._turn_to(scale)
        bridge_id = placed.path.bridge_id
        found = self._shapes.get(bridge_id)
        if found is None:
            course = course_of(placed, scale, self._content.glyph_x(placed.path, scale))
            drawn = self._drawn.get(bridge_id)
            found = drawn[1] if drawn is not None and drawn[0] == course else bridge_shape(bridge_id, course)
            self._shapes[bridge_id], self._drawn[bridge_id] = found, (course, found)
        return found

    def _stubs(self, part: VisiblePart, days: Span, scale: TimeScale) -> Iterator[BridgeShape]:
        lanes = {lane.lane.index for lane in part.open_lanes}
        for stub in self._content.stubs:
            bar = stub.bar
            if bar.lane in lanes and bar.first_day <= days.last_day and bar.last_day >= days.first_day:
                yield self._stub(stub, scale)

    def _stub(self, stub: BridgeStub, scale: TimeScale) -> BridgeShape:
        self._turn_to(scale)
        found = self._shapes.get(stub.bridge_id)
        if found is None:
            found = self._shapes[stub.bridge_id] = stub_shape(stub, self._content.layout, scale)
        return found

    def _turn_to(self, scale: TimeScale) -> None:
        if scale != self._scale:
            self._shapes.clear()
            self._scale = scale


def course_of(placed: PlacedBridge, scale: TimeScale, glyph_x: float) -> Course:
    """Say where a bridge runs."""
    path = placed.path
    source_x, target_x = bridge_ends(path, scale, BRIDGE_INSET)
    is_crossing = path.source.side is not path.target.side
    return Course(source_x, placed.source_y, target_x, placed.target_y, glyph_x, placed.glyph_y, is_crossing)


def bridge_shape(bridge_id: str, course: Course) -> BridgeShape:
    """Draw up a bridge: it leaves and arrives upright and passes its glyph slantwise."""
    source, target = QPointF(course.source_x, course.source_y), QPointF(course.target_x, course.target_y)
    glyph = QPointF(course.glyph_x, course.glyph_y)
    if course.source_y == course.target_y:
        return _level_shape(bridge_id, source, target, glyph)
    down = 1.0 if target.y() > source.y() else -1.0
    foot = QPointF(target.x(), target.y() - down * ARROW_LENGTH)
    slant = QPointF(target.x() - source.x(), target.y() - source.y()) * _passing(course)
    curve = QPainterPath(source)
    curve.cubicTo(_towards(source, glyph.y()), glyph - slant, glyph)
    curve.cubicTo(glyph + slant, _towards(foot, glyph.y()), foot)
    radius = GLYPH_RADIUS if course.is_crossing else SMALL_GLYPH_RADIUS
    return _shape(bridge_id, curve, _arrow(target, down), glyph, radius)


def _passing(course: Course) -> float:
    """How slantwise it passes: less where its glyph is near one end, or it would turn back there."""
    nearer = min(abs(course.glyph_y - course.source_y), abs(course.target_y - course.glyph_y))
    return min(_PASSING, nearer / abs(course.target_y - course.source_y) * _TURNING)


def stub_shape(stub: BridgeStub, layout: TimelineLayout, scale: TimeScale) -> BridgeShape:
    """Draw up an open bridge: upright, and off where others leave and arrive."""
    bar = stub.bar
    left, right = scale.x_of_day(bar.first_day), scale.x_after(bar.last_day)
    inset = min(_STUB_INSET, (right - left) / 2)
    x = right - inset if stub.leaves else left + inset
    above = bar.side is Side.ONLINE
    edge = layout.bar_top(bar) + (layout.metrics.bar_height if above else 0.0)
    glyph = QPointF(x, layout.lanes[bar.lane].waterline)
    curve = QPainterPath(QPointF(x, edge) if stub.leaves else glyph)
    if stub.leaves:
        curve.lineTo(glyph)
        return _shape(stub.bridge_id, curve, QPolygonF(), glyph)
    down = -1.0 if above else 1.0
    curve.lineTo(QPointF(x, edge - down * ARROW_LENGTH))
    return _shape(stub.bridge_id, curve, _arrow(QPointF(x, edge), down), glyph)


def _level_shape(bridge_id: str, source: QPointF, target: QPointF, glyph: QPointF) -> BridgeShape:
    """Between two bars of one track: a bow under both, so that it does not run along them."""
    low = QPointF(glyph.x(), glyph.y() + 2 * _DIP)
    foot = QPointF(target.x(), target.y() + ARROW_LENGTH)
    curve = QPainterPath(source)
    curve.quadTo(QPointF(source.x(), low.y()), low)
    curve.quadTo(QPointF(target.x(), low.y()), foot)
    return _shape(bridge_id, curve, _arrow(target, -1.0), low, SMALL_GLYPH_RADIUS)


def _towards(end: QPointF, glyph_y: float) -> QPointF:
    return QPointF(end.x(), end.y() + (glyph_y - end.y()) * _LEAVING)


def _arrow(tip: QPointF, down: float) -> QPolygonF:
    base = tip.y() - down * ARROW_LENGTH
    return QPolygonF([tip, QPointF(tip.x() - _ARROW_HALF, base), QPointF(tip.x() + _ARROW_HALF, base)])


def _shape(
    bridge_id: str, curve: QPainterPath, arrow: QPolygonF, glyph: QPointF, radius: float = GLYPH_RADIUS
) -> BridgeShape:
    edge = 2 * radius + 2
    circle = QRectF(glyph.x() - edge / 2, glyph.y() - edge / 2, edge, edge)
    box = curve.boundingRect().united(arrow.boundingRect()).united(circle)
    ends = (curve.elementAt(0), curve.elementAt(curve.elementCount() - 1))
    marks = ((glyph.x(), glyph.y()), *((end.x, end.y) for end in ends))
    return BridgeShape(bridge_id, curve, arrow, glyph, box, circle, radius, marks)


def _distance(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
