"""Dragging on an empty place: an activity with that span, in that lane and on that side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from campaignplanner.domain.activity import Side
from campaignplanner.domain.days import Span
from campaignplanner.ui.formats import days_text, shortened
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.places import LanePlace
from campaignplanner.ui.timeline.gestures.pointer import Pointer
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.lane_heads import lane_name
from campaignplanner.ui.timeline.sprites import Standing, corner_radius, draw_bar, look_of
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate, weekday_span_text

_NAME_LENGTH = 50


class DrawActivity(Gesture):
    """Makes an activity over the days that the mouse goes."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, bench: Bench, lane: LanePlace, pressed: Pointer) -> None:
        super().__init__(bench)
        self._lane = lane
        self._pressed = pressed
        self.side = lane.side_at(pressed.y)
        self.tells_above = self.side is Side.ONLINE
        self.span = Span(pressed.day, pressed.day)

    def follow(self, pointer: Pointer) -> None:
        """See ``Gesture``."""
        first, last = sorted((self._pressed.day, pointer.day))
        self.span = Span(first, last)

    def paint(self, easel: Easel) -> None:
        """See ``Gesture``."""
        painter, ink = easel.painter, easel.ink
        box = self._box(easel.view)
        look = look_of(self.side, Standing.OWN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink.theme.accent, 2.0))
        painter.setBrush(ink.theme.surface)
        ring = box.adjusted(-2, -2, 2, 2)
        painter.drawRoundedRect(ring, corner_radius(self.side, ring), corner_radius(self.side, ring))
        draw_bar(painter, look, box, ink.theme)

    def lines(self) -> Sequence[TipLine]:
        """See ``Gesture``."""
        days = weekday_span_text(self.span.first_day, self.span.last_day)
        name = shortened(lane_name(self.bench.plan, self._lane.key), _NAME_LENGTH)
        new = translate("Timeline", "New activity: %1").replace("%1", days)
        where = f"{days_text(self.span.days)} · {self.side.value} · {name}".rstrip(" ·")
        return [TipLine(new, strong=True), TipLine(where, Tone.MUTED)]

    def release(self, deeds: Deeds) -> None:
        """See ``Gesture``."""
        deeds.make_activity(self._lane.key, self.side, self.span)

    def _box(self, view: View) -> QRectF:
        height = self.bench.content.layout.metrics.bar_height
        left, right = view.x(self.span.first_day), view.x_after(self.span.last_day)
        return QRectF(left, view.y(self._pressed.y) - height / 2, max(right - left - 1, 4.0), height)
