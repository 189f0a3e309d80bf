"""The canvas: one painted scroll area that shows as much of a plan's timeline as is in view."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding
from campaignplanner.planning.timeline_lanes import LaneKey
from campaignplanner.ui import theme as themes
from campaignplanner.ui.timeline.accessible.door import Door
from campaignplanner.ui.timeline.camera import Camera, CameraState
from campaignplanner.ui.timeline.content import reachable_days
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.keys import take_key
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.shown import Shown
from campaignplanner.ui.timeline.sights import Wanted
from campaignplanner.ui.timeline.spend_painter import strip_height
from campaignplanner.ui.timeline.view import Regions, View
from campaignplanner.ui.timeline.wheel import notches, scrolled, set_bar
from campaignplanner.ui.timeline.zooming import ZoomTarget
from campaignplanner.ui.widgets.own_viewport import own_viewport

_AIM_LETTERS = 41
_HEADER_LINES = 4.1
_REVEAL_MARGIN = 28.0


class TimelineCanvas(QAbstractScrollArea):
    """Paints the timeline and lets people look around in it and select what they see.

    Signals:
        selection_changed: carries what is selected, or None.
        view_changed: something was scrolled, zoomed or resized.
        lanes_changed: carries what lanes are shown now (a ``Shown``).

    Attributes:
        clock: gives the day that counts as today.
    """

    selection_changed = Signal(object)
    view_changed = Signal()
    lanes_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = today
        self._ink = Ink(themes.current())
        self._camera = Camera()
        self._scene: Scene | None = None
        self._shown = Shown()
        self._selected: Selected | None = None
        self.wanted = Wanted()
        self._controls: QWidget | None = None
        self._syncing = False
        self._reached_by_keyboard = False
        self.accessible = Door(self)
        self._build()

    # -- what is shown -------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene | None:
        """What is on show, or None before the first plan."""
        return self._scene

    @property
    def view(self) -> View:
        """Where the window looks."""
        return self._camera.view

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self.clock()

    @property
    def selected(self) -> Selected | None:
        """What is selected, or None."""
        return self._selected

    @property
    def zoom_position(self) -> float:
        """The zoom as a position of the slider, from 0 to 1."""
        return self._camera.position

    @property
    def aim_width(self) -> int:
        """The width of the column of aims."""
        return round(self._ink.small_metrics.averageCharWidth() * _AIM_LETTERS)

    def show_plan(self, plan: Plan, shown: Shown | None = None) -> None:
        """Shows a plan; another state of the same campaign keeps zoom, scroll position and selection.

        Args:
            plan: what to show.
            shown: in what lanes, and what of it; None for as it was.
        """
        self._shown = self._shown if shown is None else shown
        same = self._scene is not None and self._scene.content.plan.campaign.id == plan.campaign.id
        ratio = self.viewport().devicePixelRatio()
        before = self._scene if same else None
        self._scene = Scene(plan, self._ink, self.aim_width, ratio, self._shown, before)
        self._scene.stage.sights.wanted = self.wanted
        if not same:
            self._camera = Camera()
        self._lay_out()
        self.select(self._scene.kept(self._selected) if same else None)

    @property
    def shown(self) -> Shown:
        """By what lanes are made, which are collapsed, and what is kept."""
        return self._shown

    def show_lanes(self, shown: Shown) -> None:
        """Shows other lanes, or other activities in them."""
        if shown != self._shown:
            if self._scene is None:
                self._shown = shown
            else:
                self.show_plan(self._scene.content.plan, shown)
            self.lanes_changed.emit(shown)

    def turn_lane(self, lane: LaneKey) -> None:
        """Collapses a lane to a line, or expands it."""
        self.show_lanes(self._shown.turning(lane))

    def select(self, selected: Selected | None) -> None:
        """Selects a thing or nothing, and tells who listens when that is news."""
        news = selected != self._selected
        self._selected = selected
        self.viewport().update()
        if news:
            self.selection_changed.emit(selected)

    def reveal(self, selected: Selected) -> None:
        """Scrolls to a thing by as little as it takes."""
        box = None if self._scene is None else self._scene.layout_box(selected, self.view.scale)
        if box is None:
            return
        if selected.head_of is not None:
            # The column of aims never scrolls sideways.
            box = QRectF(self._camera.left + _REVEAL_MARGIN, box.top(), 1, box.height())
        self._camera.reveal(box.left(), box.right(), box.top(), box.bottom(), _REVEAL_MARGIN)
        self._moved()

    # -- looking around ------------------------------------------------------------------------------

    def state(self) -> CameraState | None:
        """How far it is zoomed and scrolled; None while the whole campaign is fitted into the view."""
        return self._camera.state()

    def restore(self, state: CameraState | None) -> None:
        """Zooms and scrolls to where it was once; fits the whole campaign where that is not known."""
        self._camera.restore(state)
        self._moved()

    def fit(self) -> None:
        """Shows the whole campaign."""
        self._camera.fit()
        self._moved()

    def fit_both_ways(self) -> None:
        """Shows the whole campaign, from its first lane."""
        self._camera.fit()
        self._camera.scroll_to(self._camera.left, 0)
        self._moved()

    def zoom_to(self, target: ZoomTarget) -> None:
        """Shows something as large as it fits."""
        self._camera.show(target.days, target.top, target.bottom)
        self._moved()

    def zoom_to_scale(self, pixels_per_day: float) -> None:
        """Zooms until a day is so wide, around the middle of the view."""
        self._camera.zoom_to(pixels_per_day, self.view.regions.lanes.center().x())
        self._moved()

    def zoom_to_position(self, position: float) -> None:
        """Zooms to a position of the slider."""
        self._camera.zoom_to_position(position)
        self._moved()

    def add_controls(self, controls: QWidget) -> None:
        """Puts controls into the corner above the aims."""
        controls.setParent(self.viewport())
        controls.setAutoFillBackground(True)
        controls.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        controls.setCursor(Qt.CursorShape.ArrowCursor)
        self._controls = controls

    def zoom_by(self, steps: float, x: float | None = None) -> None:
        """Zooms in, or out where negative, around a point or the middle of the view."""
        middle = self.view.regions.lanes.center().x()
        self._camera.zoom_by(steps, middle if x is None else max(x, self.view.regions.aim_width))
        self._moved()

    def scroll_by(self, right: float, down: float) -> None:
        """Scrolls by pixels."""
        self._camera.scroll_by(right, down)
        if right:
            self._camera.fitted = False
        self._moved()

    def go_to_today(self) -> None:
        """Brings today to the middle of the view, as far as scrolling reaches."""
        view = self.view
        x = view.scale.x_of_day(self.clock()) - view.regions.lanes_width / 2
        self.scroll_by(x - view.left, 0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follows the scroll bars."""
        if self._syncing:
            return
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        self._camera.scroll_to(
            bars[0].value() if dx else self._camera.left, bars[1].value() if dy else self._camera.top
        )
        if dx:
            self._camera.fitted = False
        self._moved()

    # -- events --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what is in view, all of it: a frame costs little and nothing is ever out of step."""
        del event
        painter = QPainter(self.viewport())
        theme = themes.current()
        if self._scene is None:
            painter.fillRect(self.viewport().rect(), theme.surface)
            return
        if self._ink.theme is not theme:
            self._ink = Ink(theme)
        stage = self._scene.stage
        stage.dress(self._ink, self.viewport().devicePixelRatio())
        stage.paint(painter, self.view, self._selected, self.clock())
        if self.hasFocus() and self._reached_by_keyboard and self._selected is None:
            painter.setPen(self._ink.focus)
            painter.drawRect(self.view.regions.body.adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps what is in view, or keeps all in view when the campaign was fitted."""
        super().resizeEvent(event)
        self._camera.resize(self._regions())
        if self._controls is not None:
            self._controls.setGeometry(self._corner())
        self._moved()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the writing changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._scene is not None:
            self._ink = Ink(themes.current())
            self.show_plan(self._scene.content.plan)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects what is under the mouse, or nothing."""
        self._reached_by_keyboard = False
        lane = self._chevron_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and lane is not None:
            self.turn_lane(lane)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.select(self._hit(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows by the cursor what can be selected."""
        point = event.position()
        over = self._hit(point) is not None or self._chevron_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; sideways with Shift, and zooms around the mouse with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(notches(event), event.position().x())
        else:
            right, down = scrolled(event)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not right:
                right, down = down, 0.0
            self.scroll_by(-right, -down)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Selects, scrolls and zooms; see ``take_key``."""
        if take_key(self, event):
            self._reached_by_keyboard = True
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows a ring when the keyboard brought the focus and nothing is selected."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._reached_by_keyboard = event.reason() in reasons
        self.viewport().update()
        super().focusInEvent(event)
        self.accessible.tell_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        self.viewport().update()
        super().focusOutEvent(event)

    def leave_keyboard(self) -> None:
        """Somebody goes on with the mouse: where the keyboard is need not be shown."""
        self._reached_by_keyboard = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zooms when two fingers pinch."""
        if isinstance(event, QNativeGestureEvent) and watched is self.viewport():
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(event.value() * 4, event.position().x())
            return True
        return super().eventFilter(watched, event)

    def select_by_key(self, selected: Selected | None) -> None:
        """Selects a thing and scrolls to it."""
        if selected is not None:
            self.select(selected)
            self.reveal(selected)

    # -- inside --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setProperty("role", "raised")
        self.setCornerWidget(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        viewport = own_viewport(self)
        viewport.setMouseTracking(True)
        viewport.installEventFilter(self)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(
            self.tr(
                "Lanes: online above the line, offline below. Left and right go through lanes and "
                "activities in order, up and down between tracks, Page Up and Page Down between lanes. "
                "T shows today, Ctrl and plus or minus zoom, Ctrl and 0 fits the campaign."
            )
        )

    def _regions(self) -> Regions:
        size = self.viewport().size()
        header = round(self._ink.small_metrics.height() * _HEADER_LINES)
        return Regions(size.width(), size.height(), self.aim_width, header, strip_height(self._ink))

    def _lay_out(self) -> None:
        if self._scene is None:
            return
        content = self._scene.content
        reachable = reachable_days(content, self.clock())
        self._camera.resize(self._regions())
        self._camera.show_days(reachable, content.known_days() or reachable, content.layout.height)
        self._moved()

    def _moved(self) -> None:
        """Brings the scroll bars in line with the camera and repaints."""
        self._syncing = True
        regions = self.view.regions
        has_days = self._scene is not None and self._scene.content.known_days() is not None
        left = self._camera.left_range if has_days else (0.0, 0.0)
        set_bar(self.horizontalScrollBar(), left, regions.lanes_width, self._camera.left)
        set_bar(self.verticalScrollBar(), self._camera.top_range, regions.lanes_height, self._camera.top)
        self._syncing = False
        self.viewport().update(QRegion(self.viewport().rect()) - self._corner())
        self.view_changed.emit()

    def _corner(self) -> QRect:
        """Where the controls lie: nothing of it moves when the rest is scrolled or zoomed."""
        regions = self.view.regions
        return QRect(0, 0, int(regions.aim_width), int(regions.header_height) - 1)

    def _chevron_at(self, point: QPointF) -> LaneKey | None:
        return None if self._scene is None else self._scene.hits.chevron_at(self.view, point, self._ink)

    def finding_at(self, point: QPointF) -> Finding | None:
        """The finding whose mark lies under a point."""
        return None if self._scene is None else self._scene.stage.finding_at(point)

    def _hit(self, point: QPointF) -> Selected | None:
        return None if self._scene is None else self._scene.hits.at(self.view, point)
