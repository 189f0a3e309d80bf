"""The hands on the timeline: from press to release, which gesture is meant and where it has got to.

``PRESSED`` waits until the mouse has gone a few pixels, so that a click never moves anything; only then is
a gesture begun, and ``DRAGGING`` follows it. A release ends either: as a click, or as the gesture's deed.
``AIMING`` is a gesture led by keys. Escape, another button, another plan or another window end a gesture with
nothing done.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.gestures.aiming import WAYS, Aim
from campaignplanner.ui.timeline.gestures.bench import BarIndex, Bench
from campaignplanner.ui.timeline.gestures.bridge import BuildBridge, handle_at, paint_handle
from campaignplanner.ui.timeline.gestures.chosen import Chosen
from campaignplanner.ui.timeline.gestures.clicking import click, double_click
from campaignplanner.ui.timeline.gestures.deeds import Deeds
from campaignplanner.ui.timeline.gestures.gesture import Easel, Gesture
from campaignplanner.ui.timeline.gestures.grips import Grip, Hold, grip_at
from campaignplanner.ui.timeline.gestures.overlay import Overlay
from campaignplanner.ui.timeline.gestures.pointer import Pointer, pointer_at
from campaignplanner.ui.timeline.gestures.rings import paint_rings_around
from campaignplanner.ui.timeline.gestures.scroller import EdgeScroller
from campaignplanner.ui.timeline.gestures.tip import paint_tip
from campaignplanner.ui.timeline.gestures.tray import FromTray
from campaignplanner.ui.timeline.ink import Ink

_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Phase(Enum):
    """How far a gesture has come."""

    IDLE = "idle"
    PRESSED = "pressed"
    DRAGGING = "dragging"
    AIMING = "aiming"


class Hands(QObject):
    """Takes the mouse events of the canvas and turns them into clicks and gestures.

    Attributes:
        chosen: everything that is selected.
        deeds: what is done in the end.

    Signals:
        busy_changed: a gesture began or ended.
    """

    busy_changed = Signal()

    def __init__(self, canvas: TimelineCanvas, deeds: Deeds) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._viewport = canvas.viewport()
        self.deeds = deeds
        self.chosen = Chosen(canvas)
        self._bench: Bench | None = None
        self._phase = Phase.IDLE
        self._grip = Grip(Hold.NOTHING)
        self._hovered: Bar | None = None
        self._pressed: Pointer | None = None
        self._last: Pointer | None = None
        self._gesture: Gesture | None = None
        self._aim: Aim | None = None
        self._is_finishing = False
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
        """Whether something is being dragged, or just carried out."""
        return self._gesture is not None or self._is_finishing

    def bench(self) -> Bench | None:
        """What is on show, to work on; None before the first plan."""
        scene = self._canvas.scene
        if scene is None:
            return None
        if self._bench is None or self._bench.scene is not scene:
            self._bench = Bench(scene, BarIndex(scene.content))
            self._hovered = None  # a bar of another state: its lane may be gone
        return self._bench

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the mouse of the viewport and, while it is held, the keys of the canvas."""
        if watched is self._viewport:
            if event.type() == QEvent.Type.Leave:
                self._hover(None)
            return isinstance(event, QMouseEvent) and self._takes_mouse(event)
        if isinstance(event, QKeyEvent):
            return self.takes_key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and _goes_elsewhere(event):
            self.cancel()
        return False

    # -- the mouse -----------------------------------------------------------------------------------

    def _takes_mouse(self, event: QMouseEvent) -> bool:
        """Whether a mouse event is for the hands: what is beside the lanes is the canvas's own."""
        if self._phase is Phase.IDLE and not self._canvas.view.regions.lanes.contains(event.position()):
            self._hover(None)
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._press(event)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease:
                self._release(event)
            case QEvent.Type.MouseButtonDblClick:
                double_click(self._grip_at(event.position()), self._pointer(event), self.bench(), self.deeds)
            case _:
                return False
        return True

    def _press(self, event: QMouseEvent) -> None:
        """Takes hold of what is under the mouse; another button lets go of it."""
        if self._phase is not Phase.IDLE or event.button() != Qt.MouseButton.LeftButton:
            self.cancel()
            return
        self._canvas.leave_keyboard()
        self._pressed = self._last = self._pointer(event)
        self._grip = self._grip_at(event.position())
        self._phase = Phase.PRESSED

    def _move(self, event: QMouseEvent) -> None:
        """Follows the mouse: shows what it could take hold of, or goes on with what it has."""
        if self._phase in (Phase.IDLE, Phase.AIMING):
            grip = self._grip_at(event.position())
            self._viewport.setCursor(grip.cursor)
            self._hover(grip.bar)
            return
        self._last = self._pointer(event)
        if self._phase is Phase.PRESSED and self._has_gone_far():
            self._begin()
        self._go_on()

    def _release(self, event: QMouseEvent) -> None:
        """Ends a click by selecting, and a gesture by doing it."""
        if event.button() != Qt.MouseButton.LeftButton or self._phase not in (Phase.PRESSED, Phase.DRAGGING):
            return
        gesture, phase = self._gesture, self._phase
        if gesture is not None:
            gesture.follow(self._pointer(event))
            self._finish(gesture)
        else:
            self._end()
        if phase is Phase.PRESSED:
            click(self._grip, self._pointer(event), self.bench(), self.chosen)
        self._viewport.setCursor(self._grip_at(event.position()).cursor)

    # -- from the tray -------------------------------------------------------------------------------

    @Slot(object, object)
    def carry(self, activity_id: str, at: QPoint) -> None:
        """Carries an activity from the tray to a point of the screen."""
        point = QPointF(self._viewport.mapFromGlobal(at))
        self._last = pointer_at(self._canvas.view, point, _NO_KEYS)
        bench = self.bench()
        if self._gesture is None and bench is not None:
            self._phase = Phase.DRAGGING
            self._set_gesture(FromTray(bench, activity_id))
        self._go_on()

    @Slot()
    def put_down(self) -> None:
        """Lets go of what was carried."""
        if isinstance(self._gesture, FromTray):
            self._finish(self._gesture)

    # -- the keyboard --------------------------------------------------------------------------------

    def aim_bridge(self, source: Bar) -> None:
        """Begins a bridge whose other end is chosen by keys."""
        bench = self.bench()
        if bench is None:
            return
        self.cancel()
        self._phase = Phase.AIMING
        gesture = BuildBridge(bench, source)
        self._aim = Aim(gesture, self._canvas)
        box = bench.scene.box(bench.scene.order.selected_bar(source), self._canvas.view)
        at = QPointF() if box is None else box.center()
        self._last = pointer_at(self._canvas.view, at, _NO_KEYS)
        self._set_gesture(gesture)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Escape lets go; keys that change what a drag does change it at once; all others wait."""
        if self._phase is Phase.IDLE:
            return self._grows(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyRelease:
            self._turn(event.modifiers() & ~_held(event))
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif self._aim is not None:
            self._aim_on(event)
        elif event.key() in _HELD:
            self._turn(event.modifiers() | _held(event))
        return True

    def _grows(self, event: QKeyEvent) -> bool:
        """Shift and an arrow select one more bar."""
        way, bench = WAYS.get(Qt.Key(event.key())), self.bench()
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_asked = event.type() == QEvent.Type.KeyPress and keys == Qt.KeyboardModifier.ShiftModifier
        if not is_asked or way is None or bench is None or self._canvas.selected is None:
            return False
        self.chosen.grow(bench.scene, way)
        return True

    def _aim_on(self, event: QKeyEvent) -> None:
        aim, gesture = self._aim, self._gesture
        if aim is None or gesture is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if aim.gesture.target is not None:
                self._finish(gesture)
        elif aim.take(Qt.Key(event.key())):
            self._last = pointer_at(self._canvas.view, aim.at(), _NO_KEYS)
        self._viewport.update()

    @Slot()
    def cancel(self) -> None:
        """Lets go with nothing done; bars are back where the plan has them."""
        if self._phase is not Phase.IDLE:
            self._end()
            self._viewport.unsetCursor()

    # -- what is seen --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, ink: Ink) -> None:
        """Paints over the frame what is selected besides, the handle, and what a gesture would do."""
        view, bench = self._canvas.view, self.bench()
        if bench is None:
            return
        easel = Easel(painter, ink, view)
        gesture, last = self._gesture, self._last
        painter.save()
        painter.setClipRect(view.regions.lanes)
        if gesture is None:
            paint_rings_around(easel, bench.content, self.chosen.all[:-1])
            for bar in self._handled(bench):
                paint_handle(painter, easel, handle_at(bench.content, view, bar))
        elif gesture.bench is bench:
            gesture.paint(easel)
        painter.restore()
        if gesture is not None and last is not None and gesture.bench is bench:
            room = QRectF(view.regions.aim_width, 0, view.regions.lanes_width, view.regions.height)
            paint_tip(painter, ink, room, last.at, gesture.lines(), above=gesture.tells_above)

    def _handled(self, bench: Bench) -> list[Bar]:
        """The bars whose handles are shown: the one under the mouse and the selected one."""
        selected = self._canvas.selected
        own = None if selected is None else bench.scene.order.bar_of(selected)
        found = [bar for bar in (self._hovered, own) if bar is not None]
        return [bar for bar in found if not bench.content.layout.lanes[bar.lane].collapsed]

    def _hover(self, bar: Bar | None) -> None:
        if bar != self._hovered:
            self._hovered = bar
            self._overlay.update()

    # -- inside --------------------------------------------------------------------------------------

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return pointer_at(self._canvas.view, event.position(), event.modifiers())

    def _grip_at(self, point: QPointF) -> Grip:
        bench = self.bench()
        if bench is None:
            return Grip(Hold.NOTHING)
        return grip_at(bench.scene, self._canvas.view, point, self._handled(bench))

    def _has_gone_far(self) -> bool:
        pressed, last = self._pressed, self._last
        if pressed is None or last is None:
            return False
        return (last.at - pressed.at).manhattanLength() >= QApplication.startDragDistance()

    def _begin(self) -> None:
        """The few pixels are gone: from here on it is a gesture, or a press that means nothing."""
        bench, pressed, last = self.bench(), self._pressed, self._last
        self._phase = Phase.DRAGGING
        if bench is None or pressed is None or last is None:
            return
        from campaignplanner.ui.timeline.gestures.starting import gesture_of  # nobody drags at the start

        gesture = gesture_of(bench, self._grip, pressed, last, self.chosen, self.deeds)
        if gesture is None:
            return
        self._set_gesture(gesture)
        if self._grip.selected is not None and self._grip.selected not in self.chosen.all:
            self._canvas.select(self._grip.selected)

    def _set_gesture(self, gesture: Gesture) -> None:
        self._gesture = gesture
        self._hovered = None
        self._viewport.setCursor(gesture.cursor)
        self.busy_changed.emit()
        self._viewport.update()

    def _go_on(self) -> None:
        gesture, last = self._gesture, self._last
        if gesture is None or last is None:
            return
        if gesture.bench is not self.bench():
            self.cancel()  # it is about a plan that is not on show any more
            return
        gesture.follow(last)
        self._scroller.follow(gesture, last.at, self._canvas.view.regions.lanes)
        self._hide_bridges(gesture.hidden_bridges)
        self._viewport.update()

    def _turn(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._last is not None and self._aim is None:
            self._last = pointer_at(self._canvas.view, self._last.at, modifiers)
            self._go_on()

    def _finish(self, gesture: Gesture) -> None:
        """Does what a gesture is for; nobody takes the hands for free before that is shown."""
        self._is_finishing = True
        self._end()
        try:
            gesture.release(self.deeds)
        finally:
            self._is_finishing = False
            self.busy_changed.emit()

    def _end(self) -> None:
        was_busy = self._gesture is not None and not self._is_finishing
        self._gesture, self._phase, self._aim = None, Phase.IDLE, None
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
    return _HELD.get(Qt.Key(event.key()), _NO_KEYS)
