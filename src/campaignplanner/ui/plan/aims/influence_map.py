"""The map of influences: audiences and ambassadors, and arrows for what one passes on to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.plan.aims.map_layout import MapArrow, MapLayout, MapNode, lay_out
from campaignplanner.ui.plan.aims.map_painter import MapPainter, MapState
from campaignplanner.ui.plan.inspector.deleting import delete
from campaignplanner.ui.plan.inspector.titles import title_in
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_DELETES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_OWN_KEYS = frozenset({Qt.Key.Key_Insert, *_ENTER, *_DELETES, *_STEPS})
_NOWHERE = MapLayout((), (), 0)


class InfluenceMap(QWidget):
    """A click selects; dragging from one to another joins them; arrow keys go from influence to influence.

    Signals:
        joined: something was dragged; carries the identifiers of source (None: ambassadors) and target.
        new_wanted: Insert was pressed.
        details_asked: somebody wants to edit the selected influence.
        current_at: carries the place to which keys or a drag have come.
    """

    joined = Signal(object, object)
    new_wanted = Signal()
    details_asked = Signal()
    current_at = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._plan: Plan | None = None
        self._layout = _NOWHERE
        self._state = MapState()
        self._pressed: tuple[QPointF, MapNode] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Map of influences"))
        tools.selection.changed.connect(self._follow_elsewhere)

    @property
    def map(self) -> MapLayout:
        """Where everything is."""
        return self._layout

    @property
    def state(self) -> MapState:
        """What is selected, under the mouse or being dragged."""
        return self._state

    def show_plan(self, plan: Plan) -> None:
        """Shows the audiences and influences as they are now."""
        before, self._plan = self._plan, plan
        if (
            before is None
            or before.audiences is not plan.audiences
            or before.influences is not plan.influences
        ):
            self._lay_out()
            self._follow()

    def sizeHint(self) -> QSize:
        """As high as what is on it."""
        return QSize(240, round(self._layout.height))

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed: what it lies in scrolls."""
        return QSize(120, round(self._layout.height))

    def _lay_out(self) -> None:
        if self._plan is not None:
            self._layout = lay_out(self._plan, self.width(), small_font())
            self.updateGeometry()
            self.update()

    @Slot()
    def _follow_elsewhere(self) -> None:
        """An influence that was selected elsewhere is brought into view; here it is under the mouse."""
        self._follow()
        arrow = self.current_arrow
        if arrow is not None and not self.hasFocus():
            self.current_at.emit(arrow.label.toAlignedRect())

    def _follow(self) -> None:
        """Shows what is selected, here or elsewhere, and says it to a screen reader."""
        influences, audiences = self._tools.selection.ids(Influence), self._tools.selection.ids(Audience)
        self._state.influence_ids, self._state.audience_ids = frozenset(influences), frozenset(audiences)
        self.setAccessibleDescription(self._spoken(influences))
        self.update()

    def _spoken(self, picked: tuple[str, ...]) -> str:
        plan = self._plan
        if plan is None:
            return ""
        shown = [plan.influences[each] for each in picked if each in plan.influences]
        if not shown:
            shown = [plan.influences[arrow.influence_id] for arrow in self._layout.arrows]
        return ". ".join(f"{title_in(plan, each)}: {each.passed_on}".strip(" :") for each in shown)

    # -- mouse ---------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects, and may begin to join."""
        place = event.position()
        node = self._layout.node_at(place)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if node is not None:
            self._pressed = (place, node)
            if node.audience_id is not None:
                self._tools.selection.pick(Picked(Audience, node.audience_id))
            return
        arrow = self._layout.arrow_at(place)
        if arrow is not None:
            self._tools.selection.pick(Picked(Influence, arrow.influence_id))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows what is under the mouse, and the arrow that is being drawn."""
        place = event.position()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, node = self._pressed
            far = (place - start).manhattanLength() >= QApplication.startDragDistance()
            if far or self._state.is_joining:
                self._state.join(node, place, self._layout.node_at(place))
                self.current_at.emit(QRect(place.toPoint(), QSize(1, 1)))
        else:
            self._state.hover(self._layout.node_at(place), self._layout.arrow_at(place))
        self._show_cursor()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Joins what lies at both ends of the drag; ambassadors are nobody's target."""
        source, target, was_joining = self._state.source, self._state.target, self._state.is_joining
        self._pressed = None
        self._state.let_go()
        self._state.hover(self._layout.node_at(event.position()), self._layout.arrow_at(event.position()))
        self._show_cursor()
        self.update()
        if was_joining and source is not None and target is not None and target.audience_id is not None:
            self.joined.emit(source.audience_id, target.audience_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leads to the details of what is there."""
        if self._layout.node_at(event.position()) or self._layout.arrow_at(event.position()):
            self.details_asked.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._state.hover(None, None)
        self.update()

    def _show_cursor(self) -> None:
        hovered = self._state.hovered_node is not None or self._state.hovered_arrow is not None
        shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.CrossCursor if self._state.is_joining else shape)

    # -- keys ----------------------------------------------------------------------------------------

    @property
    def current_arrow(self) -> MapArrow | None:
        """The influence that is selected."""
        arrows = (each for each in self._layout.arrows if each.influence_id in self._state.influence_ids)
        return next(arrows, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its keys from being shortcuts of the window; tells in a tooltip what is under the mouse.

        Not in ``event``, where an error of a painter would end the program (see ``MainWindow``).
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape and self._state.is_joining
            if is_escape or (event.key() in _OWN_KEYS and _is_plain(event)):
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tooltip_at(QPointF(event.pos())), self)
            return True
        return super().eventFilter(watched, event)

    def tooltip_at(self, place: QPointF) -> str:
        """What stands at a place, whole."""
        node, arrow = self._layout.node_at(place), self._layout.arrow_at(place)
        if node is not None:
            return tooltip_text(node.name)
        if arrow is None or self._plan is None:
            return ""
        ends = title_in(self._plan, self._plan.influences[arrow.influence_id])
        return tooltip_text(f"{ends}\n{arrow.words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go on, Enter leads to the details, Insert adds, Delete deletes, Escape lets go."""
        key, arrow = Qt.Key(event.key()), self.current_arrow
        if key is Qt.Key.Key_Escape and self._state.is_joining:
            self._pressed = None
            self._state.let_go()
            self.update()
        elif not _is_plain(event) or key not in _OWN_KEYS:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(_STEPS[key])
        elif key is Qt.Key.Key_Insert:
            self.new_wanted.emit()
        elif arrow is not None and key in _ENTER:
            self.details_asked.emit()
        elif arrow is not None:
            delete(self._tools, Picked(Influence, arrow.influence_id))

    def _go(self, step: int) -> None:
        arrows, current = self._layout.arrows, self.current_arrow
        if not arrows:
            return
        place = (0 if step > 0 else len(arrows) - 1) if current is None else arrows.index(current) + step
        wanted = arrows[max(0, min(len(arrows) - 1, place))]
        self._tools.selection.pick(Picked(Influence, wanted.influence_id))
        self.current_at.emit(wanted.label.toAlignedRect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys work here now: that is seen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys work elsewhere."""
        super().focusOutEvent(event)
        self.update()

    # -- drawing -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another font takes another room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws arrows, then nodes, then what is being drawn by the mouse."""
        del event
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        MapPainter(painter, now, small_font()).paint(self._layout, self._state)
        if self.hasFocus() and self._state.has_no_selection:
            painter.setPen(now.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 0.5, -2.5, -0.5), 4, 4)


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
