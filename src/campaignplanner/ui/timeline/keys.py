"""What the keys do on the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from campaignplanner.ui.timeline.reading_order import ReadingOrder
from campaignplanner.ui.timeline.selection import Selected

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.canvas import TimelineCanvas

_SCROLL_STEP = 80.0

Way = Callable[[ReadingOrder, Selected], Selected | None]

_WAYS: dict[Qt.Key, Way] = {
    Qt.Key.Key_Right: ReadingOrder.next,
    Qt.Key.Key_Left: ReadingOrder.previous,
    Qt.Key.Key_Down: ReadingOrder.below,
    Qt.Key.Key_Up: ReadingOrder.above,
    Qt.Key.Key_PageDown: ReadingOrder.lane_after,
    Qt.Key.Key_PageUp: ReadingOrder.lane_before,
}
_ENDS: dict[Qt.Key, Callable[[ReadingOrder], Selected | None]] = {
    Qt.Key.Key_Home: ReadingOrder.first,
    Qt.Key.Key_End: ReadingOrder.last,
}
_ZOOMS = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}
_SCROLLS = {
    Qt.Key.Key_Right: (_SCROLL_STEP, 0.0),
    Qt.Key.Key_Left: (-_SCROLL_STEP, 0.0),
    Qt.Key.Key_Down: (0.0, _SCROLL_STEP),
    Qt.Key.Key_Up: (0.0, -_SCROLL_STEP),
}


class KeyPilot:
    """Arrows, Home, End and Page keys select; with Ctrl arrows scroll, plus, minus and 0 zoom; T is today."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas

    def takes(self, event: QKeyEvent) -> bool:
        """Does what the key is for; whether it is for anything."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._takes_with_control(key)
        if key == Qt.Key.Key_T:
            self._canvas.go_to_today()
        elif key == Qt.Key.Key_Escape and self._canvas.selected is not None:
            self._canvas.select(None)
        else:
            return self._selects(key)
        return True

    def _takes_with_control(self, key: Qt.Key) -> bool:
        if key in _ZOOMS:
            self._canvas.zoom_by(_ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self._canvas.fit()
        elif key in _SCROLLS:
            self._canvas.scroll_by(*_SCROLLS[key])
        else:
            return False
        return True

    def _selects(self, key: Qt.Key) -> bool:
        scene = self._canvas.scene
        if scene is None or (key not in _WAYS and key not in _ENDS):
            return False
        order = scene.order
        selected = self._canvas.selected
        if key in _ENDS:
            self._canvas.select_by_key(_ENDS[key](order))
        elif selected is None:
            self._canvas.select_by_key(order.first())
        else:
            self._canvas.select_by_key(_WAYS[key](order, selected))
        return True
