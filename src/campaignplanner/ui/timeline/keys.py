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


def take_key(canvas: TimelineCanvas, event: QKeyEvent) -> bool:
    """Does what a key is for; whether it is for anything.

    Arrows, Home, End and Page keys select; with Ctrl arrows scroll and plus, minus and 0 zoom; T is today.
    Space collapses or expands the lane whose head is selected.
    """
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return _take_with_control(canvas, key)
    if key == Qt.Key.Key_T:
        canvas.go_to_today()
    elif key == Qt.Key.Key_Space and canvas.selected is not None and canvas.selected.head_of is not None:
        canvas.turn_lane(canvas.selected.head_of)
    elif key == Qt.Key.Key_Escape and canvas.selected is not None:
        canvas.select(None)
    else:
        return _select(canvas, key)
    return True


def _take_with_control(canvas: TimelineCanvas, key: Qt.Key) -> bool:
    if key in _ZOOMS:
        canvas.zoom_by(_ZOOMS[key])
    elif key == Qt.Key.Key_0:
        canvas.fit()
    elif key in _SCROLLS:
        canvas.scroll_by(*_SCROLLS[key])
    else:
        return False
    return True


def _select(canvas: TimelineCanvas, key: Qt.Key) -> bool:
    scene, selected = canvas.scene, canvas.selected
    if scene is None or (key not in _WAYS and key not in _ENDS):
        return False
    if key in _ENDS:
        canvas.select_by_key(_ENDS[key](scene.order))
    elif selected is None:
        canvas.select_by_key(scene.order.first())
    else:
        canvas.select_by_key(_WAYS[key](scene.order, selected))
    return True
