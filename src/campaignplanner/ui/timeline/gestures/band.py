"""Dragging a frame over bars with Ctrl: what it touches is selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from campaignplanner.ui.formats import counted
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.chosen import Chosen
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.rings import paint_rings_around
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.lane_painter import bar_box
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate

_LIGHT = 0.10


class RubberBand(Gesture):
    """Selects the bars that a frame touches, beside those that are selected already."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls_down = True

    def __init__(self, bench: Bench, pressed: Pointer, chosen: Chosen, view: View) -> None:
        super().__init__(bench)
        self._pressed = pressed
        self._at = pressed
        self._chosen = chosen
        self._view = view

    def follow(self, pointer: Pointer) -> None:
        """See ``Gesture``."""
        self._at = pointer

    def paint(self, easel: Easel) -> None:
        """See ``Gesture``."""
        self._view = easel.view
        ground = QColor(easel.ink.theme.accent)
        ground.setAlphaF(_LIGHT)
        easel.painter.setPen(QPen(easel.ink.theme.accent, 1.0))
        easel.painter.setBrush(ground)
        easel.painter.drawRect(self._frame(easel.view))
        paint_rings_around(easel, self.bench.content, self._touched(easel.view))

    def lines(self) -> Sequence[TipLine]:
        """See ``Gesture``."""
        one, many = translate("Timeline", "Selects 1 bar"), translate("Timeline", "Selects %1 bars")
        return [TipLine(counted(len(self._touched(self._view)), one, many))]

    def release(self, deeds: Deeds) -> None:
        """See ``Gesture``."""
        del deeds
        kept = [each for each in self._chosen.all if each.flight_id is not None]
        self._chosen.choose([*kept, *self._touched(self._view)])

    def _frame(self, view: View) -> QRectF:
        scale = view.scale
        x = view.regions.aim_width - view.left
        x += (self._pressed.moment - scale.origin.toordinal()) * scale.pixels_per_day
        return QRectF(QPointF(x, view.y(self._pressed.y)), self._at.at).normalized()

    def _touched(self, view: View) -> list[Selected]:
        frame, order, content = self._frame(view), self.bench.scene.order, self.bench.content
        return [
            order.selected_bar(bar)
            for seen in self.bench.scene.stage.part(view).tracks
            for bar in seen.bars
            if bar_box(content, view, bar, seen.top).intersects(frame)
        ]
