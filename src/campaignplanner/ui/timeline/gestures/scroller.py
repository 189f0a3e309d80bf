"""Scrolls while something is dragged to an edge, the faster the further it goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal, Slot

from campaignplanner.ui.timeline.gestures.gesture import Gesture

_EDGE = 30.0
"""How near an edge the mouse has to come, in pixels."""
_INTERVAL = 16
_PER_PIXEL = 0.32
_FASTEST = 48.0


class EdgeScroller(QObject):
    """Asks for scrolling, time and again while the mouse is at an edge.

    Signals:
        scroll_asked: carries a QPointF: how far to the right and down, in pixels.
    """

    scroll_asked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self.step)

    @property
    def is_scrolling(self) -> bool:
        """Whether the mouse is at an edge."""
        return self._timer.isActive()

    def follow(self, gesture: Gesture, at: QPointF, lanes: QRectF) -> None:
        """Takes in where the mouse is, and which ways the gesture may scroll."""
        across = _speed(at.x(), lanes.left(), lanes.right()) if gesture.scrolls_across else 0.0
        down = _speed(at.y(), lanes.top(), lanes.bottom()) if gesture.scrolls_down else 0.0
        self._by = QPointF(across, down)
        if self._by.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()

    @Slot()
    def step(self) -> None:
        """Asks for the next stretch."""
        self.scroll_asked.emit(self._by)


def _speed(at: float, least: float, most: float) -> float:
    """Pixels per step: 0 away from the edges, growing with the way beyond where they begin."""
    beyond = min(0.0, at - (least + _EDGE)) + max(0.0, at - (most - _EDGE))
    return max(-_FASTEST, min(_FASTEST, beyond * _PER_PIXEL))
