"""Choosing the other end of a bridge by keys: the arrows go through the bars as they do when selecting."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.gestures.bridge import BuildBridge
from campaignplanner.ui.timeline.reading_order import ReadingOrder
from campaignplanner.ui.timeline.selection import Selected, Subject

WAYS = {
    Qt.Key.Key_Right: ReadingOrder.next,
    Qt.Key.Key_Left: ReadingOrder.previous,
    Qt.Key.Key_Down: ReadingOrder.below,
    Qt.Key.Key_Up: ReadingOrder.above,
    Qt.Key.Key_PageDown: ReadingOrder.lane_after,
    Qt.Key.Key_PageUp: ReadingOrder.lane_before,
}
"""Where each key goes among the bars."""
_MOST_STEPS = 10_000


class Aim:
    """Leads a bridge from bar to bar."""

    def __init__(self, gesture: BuildBridge, canvas: TimelineCanvas) -> None:
        self.gesture = gesture
        self._canvas = canvas
        self._at: Selected = gesture.bench.scene.order.selected_bar(gesture.source)

    def at(self) -> QPointF:
        """The point beside which is told what would be built."""
        box = self.gesture.bench.scene.box(self._at, self._canvas.view)
        return QPointF() if box is None else box.center()

    def take(self, key: Qt.Key) -> bool:
        """Goes to the next bar in the direction of a key; whether it is a key for that."""
        way = WAYS.get(key)
        if way is None:
            return False
        found: Selected | None = self._at
        bar: Bar | None = None
        order = self.gesture.bench.scene.order
        for _ in range(_MOST_STEPS):
            found = None if found is None else way(order, found)
            if found is None:
                return True  # there is none further on
            bar = order.bar_of(found) if found.subject is Subject.ACTIVITY else None
            if bar is not None and bar.activity_id != self.gesture.source.activity_id:
                break
        self._at = found or self._at
        self.gesture.aim_at(bar)
        self._canvas.reveal(self._at)
        words = "\n".join(line.text for line in self.gesture.lines())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))
        return True
