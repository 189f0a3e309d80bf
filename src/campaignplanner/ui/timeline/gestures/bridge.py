"""Dragging from the handle of a bar to another bar: a bridge is built."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from campaignplanner.domain.activity import Side
from campaignplanner.planning.bridges import BridgeState, Fitting, fitting_patterns, glyph
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.formats import shortened
from campaignplanner.ui.timeline.bridge_painter import pen_of
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.rings import paint_ring
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.glyphs import draw_glyph
from campaignplanner.ui.timeline.lane_painter import bar_box
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate

HANDLE = 4.5
"""The radius of the handle, in pixels."""
_REACH = 8.0
_INSET = 20.0
_TITLE_LENGTH = 40
_UPRIGHT = 0.6


class BuildBridge(Gesture):
    """Leads a line from a bar to another one; the release offers the patterns that fit the two.

    Args:
        bench: what is worked on.
        source: the bar from which the bridge leads.
    """

    cursor = Qt.CursorShape.CrossCursor
    scrolls_down = True

    def __init__(self, bench: Bench, source: Bar) -> None:
        super().__init__(bench)
        self.source = source
        self.target: Bar | None = None
        self._fitting: tuple[Fitting, ...] = ()
        self._at: QPointF | None = None

    def follow(self, pointer: Pointer) -> None:
        """See ``Gesture``."""
        self._at = pointer.at
        content = self.bench.content
        self.aim_at(content.layout.bar_at(pointer.day, pointer.y))

    def aim_at(self, target: Bar | None) -> None:
        """Means a bar as the other end; no bar of the activity itself."""
        if target is not None and target.activity_id == self.source.activity_id:
            target = None
        if target is self.target:
            return
        self.target = target
        self.tells_above = target is not None and target.side is Side.ONLINE
        ends = None if target is None else (self.source.activity_id, target.activity_id)
        self._fitting = () if ends is None else fitting_patterns(self.bench.plan, *ends)

    def paint(self, easel: Easel) -> None:
        """See ``Gesture``."""
        painter, view, content = easel.painter, easel.view, self.bench.content
        paint_ring(easel, content, self.source)
        start = handle_at(content, view, self.source)
        if self.target is None:
            if self._at is not None:
                self._paint_line(easel, start, self._at)
        else:
            paint_ring(easel, content, self.target)
            middle = bar_box(content, view, self.target).intersected(QRectF(view.regions.lanes)).center()
            start = edge_of(content, view, self.source, towards=middle)
            self._paint_line(easel, start, edge_of(content, view, self.target, towards=start))
        paint_handle(painter, easel, start)

    def lines(self) -> Sequence[TipLine]:
        """See ``Gesture``."""
        if self.target is None:
            return [TipLine(translate("Timeline", "Bridge to which bar?"), Tone.MUTED)]
        title = shortened(self.bench.plan.activities[self.target.activity_id].title, _TITLE_LENGTH)
        first = self._fitting[0]
        tone = Tone.ERROR if first.judgement.state is BridgeState.BROKEN else Tone.GOOD
        words = translate("Timeline", "%1 “%2”").replace("%1", first.name).replace("%2", title)
        return [TipLine(words, strong=True), TipLine(first.judgement.message, tone)]

    def release(self, deeds: Deeds) -> None:
        """See ``Gesture``."""
        if self.target is not None:
            end = edge_of(self.bench.content, deeds.canvas.view, self.target, towards=None)
            deeds.offer_bridges(self.source.activity_id, self.target.activity_id, end)

    def _paint_line(self, easel: Easel, start: QPointF, end: QPointF) -> None:
        painter = easel.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(easel.ink.theme.accent, 1.8)
        if self._fitting:
            pen = QPen(pen_of(easel.ink, self._fitting[0].judgement))
        else:
            pen.setDashPattern([4.0, 3.0])
        middle = (start + end) / 2
        lean = (middle.y() - start.y()) * _UPRIGHT
        curve = QPainterPath(start)
        curve.cubicTo(
            QPointF(start.x(), start.y() + lean), QPointF(end.x(), end.y() - lean), QPointF(end.x(), end.y())
        )
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve)
        if self._fitting:
            painter.save()
            painter.translate(curve.pointAtPercent(0.5))
            draw_glyph(painter, glyph(self._fitting[0].pattern), pen.color(), easel.ink.theme.surface)
            painter.restore()


def handle_at(content: TimelineContent, view: View, bar: Bar) -> QPointF:
    """Where the handle of a bar sits: on the edge that faces the waterline, near its end, and in view."""
    box = bar_box(content, view, bar)
    lanes = view.regions.lanes
    left, right = max(box.left(), lanes.left()), min(box.right(), lanes.right())
    x = max((left + right) / 2, right - _INSET)
    return QPointF(x, box.bottom() if bar.side is Side.ONLINE else box.top())


def is_on_handle(content: TimelineContent, view: View, bar: Bar, point: QPointF) -> bool:
    """Whether a point is on the handle of a bar, as far as a hand can tell."""
    if content.layout.lanes[bar.lane].collapsed:
        return False
    away = point - handle_at(content, view, bar)
    return hypot(away.x(), away.y()) <= _REACH


def paint_handle(painter: QPainter, easel: Easel, at: QPointF) -> None:
    """Paints a handle: a small ring from which a bridge is pulled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(easel.ink.theme.accent, 1.6))
    painter.setBrush(easel.ink.theme.surface)
    painter.drawEllipse(at, HANDLE, HANDLE)


def edge_of(content: TimelineContent, view: View, bar: Bar, towards: QPointF | None) -> QPointF:
    """The point of a bar's edge that a line comes to: the nearest to where it comes from."""
    box = bar_box(content, view, bar).intersected(QRectF(view.regions.lanes))
    if towards is None:
        return QPointF(box.center().x(), box.bottom())
    inset = min(_INSET, box.width() / 2)
    x = max(box.left() + inset, min(towards.x(), box.right() - inset))
    return QPointF(x, box.bottom() if towards.y() > box.center().y() else box.top())
