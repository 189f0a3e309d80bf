"""The hands on the timeline: from press to release, which gesture is meant and where it has got to.

``PRESSED`` waits until the mouse has gone a few pixels, so that a click never moves anything; only then is
a gesture begun, and ``DRAGGING`` follows it. A release ends either: as a click, or as the gesture's deed.
Escape, another button, another plan or another window end a drag with nothing done.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.gestures.bench import BarIndex, Bench
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.grips import Grip, Hold, grip_at
from campaignplanner.ui.timeline.gestures.move import MoveBars
from campaignplanner.ui.timeline.gestures.overlay import Overlay
from campaignplanner.ui.timeline.gestures.pointer import Pointer, pointer_at
from campaignplanner.ui.timeline.gestures.resize import End, ResizeBar
from campaignplanner.ui.timeline.gestures.scroller import EdgeScroller
from campaignplanner.ui.timeline.gestures.tip import paint_tip
from campaignplanner.ui.timeline.ink import Ink


class Phase(Enum):
    """How far a press has come."""

    IDLE = "idle"
    PRESSED = "pressed"
    DRAGGING = "dragging"


class Hands(QObject):
    """Takes the mouse events of the canvas and turns them into clicks and gestures.

    Signals:
        busy_changed: a gesture began or ended.
    """

    busy_changed = Signal()

    def __init__(self, canvas: TimelineCanvas, deeds: Deeds) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._deeds = deeds
        self._bench: Bench | None = None
        self._phase = Phase.IDLE
        self._grip = Grip(Hold.NOTHING)
        self._pressed: Pointer | None = None
        self._last: Pointer | None = None
        self._gesture: Gesture | None = None
        self._viewport = canvas.viewport()
        self._overlay = Overlay(self._viewport, self)
        self._scroller = EdgeScroller(self)
        self._scroller.scroll_asked.connect(self._scroll)
        canvas.view_changed.connect(self._follow_view)
        canvas.installEventFilter(self)
        self._viewport.installEventFilter(self)

    @property
    def gesture(self) -> Gesture | None:
        """What is being done; None while nothing is."""
        return self._gesture

    @property
    def scroller(self) -> EdgeScroller:
        """What scrolls at the edges."""
        return self._scroller

    def is_busy(self) -> bool:
        """Whether something is being dragged."""
        return self._gesture is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the mouse of the viewport and, while it is held, the keys of the canvas."""
        if watched is self._viewport:
            return isinstance(event, QMouseEvent) and self._takes_mouse(event)
        if isinstance(event, QKeyEvent):
            return self._takes_key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and _goes_elsewhere(event):
            self.cancel()
        return False

    # -- the mouse -----------------------------------------------------------------------------------

    def _takes_mouse(self, event: QMouseEvent) -> bool:
        """Whether a mouse event is for the hands: what is beside the lanes is the canvas's own."""
        if self._phase is Phase.IDLE and not self._canvas.view.regions.lanes.contains(event.position()):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self.press(event)
            case QEvent.Type.MouseMove:
                self.move(event)
            case QEvent.Type.MouseButtonRelease:
                self.release(event)
            case _:
                return False
        return True

    def press(self, event: QMouseEvent) -> None:
        """Takes hold of what is under the mouse; another button lets go of it."""
        if self._phase is not Phase.IDLE or event.button() != Qt.MouseButton.LeftButton:
            self.cancel()
            return
        self._pressed = self._last = self._pointer(event)
        self._grip = self._grip_at(event.position())
        self._phase = Phase.PRESSED

    def move(self, event: QMouseEvent) -> None:
        """Follows the mouse: shows what it could take hold of, or goes on with what it has."""
        if self._phase is Phase.IDLE:
            self._viewport.setCursor(self._grip_at(event.position()).cursor)
            return
        self._last = self._pointer(event)
        if self._phase is Phase.PRESSED and self._has_gone_far():
            self._begin()
        self._go_on()

    def release(self, event: QMouseEvent) -> None:
        """Ends a click by selecting, and a gesture by doing it."""
        if event.button() != Qt.MouseButton.LeftButton or self._phase is Phase.IDLE:
            return
        gesture, phase = self._gesture, self._phase
        if gesture is not None:
            gesture.follow(self._pointer(event))
        self._end()
        if gesture is not None:
            gesture.release(self._deeds)
        elif phase is Phase.PRESSED:
            self._canvas.select(self._grip.selected)
        self._viewport.setCursor(self._grip_at(event.position()).cursor)

    # -- the keyboard --------------------------------------------------------------------------------

    def _takes_key(self, event: QKeyEvent) -> bool:
        """Escape lets go; keys that change what a drag does change it at once; all others wait."""
        if self._phase is Phase.IDLE:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyRelease:
            self._turn(event.modifiers() & ~_held(event))
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in _HELD:
            self._turn(event.modifiers() | _held(event))
        return True

    @Slot()
    def cancel(self) -> None:
        """Lets go with nothing done; bars are back where the plan has them."""
        if self._phase is not Phase.IDLE:
            self._end()
            self._viewport.unsetCursor()

    # -- what is seen --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, ink: Ink) -> None:
        """Paints over the frame what a gesture would do."""
        gesture, last = self._gesture, self._last
        if gesture is None or last is None or gesture.bench.scene is not self._canvas.scene:
            return
        view = self._canvas.view
        painter.save()
        painter.setClipRect(view.regions.lanes)
        gesture.paint(Easel(painter, ink, view))
        painter.restore()
        room = QRectF(view.regions.aim_width, 0, view.regions.lanes_width, view.regions.height)
        paint_tip(painter, ink, room, last.at, gesture.lines(), above=gesture.tells_above)

    # -- inside --------------------------------------------------------------------------------------

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return pointer_at(self._canvas.view, event.position(), event.modifiers())

    def _grip_at(self, point: QPointF) -> Grip:
        scene = self._canvas.scene
        return Grip(Hold.NOTHING) if scene is None else grip_at(scene, self._canvas.view, point)

    def _has_gone_far(self) -> bool:
        pressed, last = self._pressed, self._last
        if pressed is None or last is None:
            return False
        return (last.at - pressed.at).manhattanLength() >= QApplication.startDragDistance()

    def _begin(self) -> None:
        """The few pixels are gone: from here on it is a gesture, or a press that means nothing."""
        scene, pressed = self._canvas.scene, self._pressed
        self._phase = Phase.DRAGGING
        if scene is None or pressed is None:
            return
        if self._bench is None or self._bench.scene is not scene:
            self._bench = Bench(scene, BarIndex(scene.content))
        self._gesture = self._gesture_of(self._bench, self._grip, pressed)
        if self._gesture is not None:
            self.busy_changed.emit()
            if self._grip.selected is not None:
                self._canvas.select(self._grip.selected)
            self._viewport.setCursor(self._gesture.cursor)

    def _gesture_of(self, bench: Bench, grip: Grip, pressed: Pointer) -> Gesture | None:
        if grip.bar is None:
            return None
        if grip.hold is Hold.BODY:
            return MoveBars(bench, [grip.bar], pressed, moves_along=False)
        end = End.FIRST_DAY if grip.hold is Hold.FIRST_DAY else End.LAST_DAY
        return ResizeBar(bench, grip.bar, end, pressed)

    def _go_on(self) -> None:
        gesture, last = self._gesture, self._last
        if gesture is None or last is None:
            return
        if gesture.bench.scene is not self._canvas.scene:
            self.cancel()  # it is about a plan that is not on show any more
            return
        gesture.follow(last)
        self._scroller.follow(gesture, last.at, self._canvas.view.regions.lanes)
        self._hide_bridges(gesture.hidden_bridges)
        self._viewport.update()

    def _turn(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._last is not None:
            self._last = pointer_at(self._canvas.view, self._last.at, modifiers)
            self._go_on()

    def _end(self) -> None:
        was_busy = self._gesture is not None
        self._gesture, self._phase = None, Phase.IDLE
        self._scroller.stop()
        self._hide_bridges(frozenset())
        self._viewport.update()
        if was_busy:
            self.busy_changed.emit()

    def _hide_bridges(self, bridge_ids: frozenset[str]) -> None:
        if self._canvas.scene is not None:
            self._canvas.scene.stage.hidden_bridges = bridge_ids

    @Slot(object)
    def _scroll(self, by: QPointF) -> None:
        self._canvas.scroll_by(by.x(), by.y())

    @Slot()
    def _follow_view(self) -> None:
        """The timeline moved under the mouse."""
        if self._last is not None and self._gesture is not None:
            self._turn(self._last.modifiers)


_HELD = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
}


def _goes_elsewhere(event: QFocusEvent) -> bool:
    return event.reason() == Qt.FocusReason.ActiveWindowFocusReason


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return _HELD.get(Qt.Key(event.key()), Qt.KeyboardModifier.NoModifier)
