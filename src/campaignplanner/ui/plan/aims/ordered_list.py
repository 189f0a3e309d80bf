"""A list in the user's order: dragging shows a line where something would go, Alt with an arrow moves it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

from campaignplanner.ui import theme
from campaignplanner.ui.plan.aims.ordering import gap_at, moved_by, moved_to_gap
from campaignplanner.ui.plan.aims.panel_list import PanelList
from campaignplanner.ui.plan.aims.row_painter import MARK_LEFT
from campaignplanner.ui.plan.aims.rows import DRAFT_GROUP

if TYPE_CHECKING:
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SCROLL_EDGE = 28
_SCROLL_STEP = 12
_SCROLL_PAUSE_MS = 25


class OrderedList(PanelList):
    """Rows whose groups people put in order; Escape lets a drag be."""

    def __init__(self, tools: PageTools, *, has_black_bar: bool, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", has_black_bar=has_black_bar, parent=parent)
        self._pressed: tuple[QPoint, str] | None = None
        self._dragged: str | None = None
        self._y = 0
        self._scroller = QTimer(self)
        self._scroller.setInterval(_SCROLL_PAUSE_MS)
        self._scroller.timeout.connect(self._scroll_on)

    # -- another order -------------------------------------------------------------------------------

    def reordering(self, order: tuple[str, ...]) -> Command:
        """The command that puts them in this order; subclasses say it."""
        raise NotImplementedError

    def scrolled(self) -> QAbstractScrollArea:
        """What scrolls while something is held at its edge; a subclass may lie in another that does."""
        return self

    def move_current(self, steps: int) -> None:
        """Moves what the current row belongs to up or down."""
        row = self.current_row
        if row is not None and row.group != DRAFT_GROUP:
            self._reorder(moved_by(self.groups, row.group, steps))

    def _reorder(self, order: tuple[str, ...]) -> None:
        if order != self.groups and self.tools.live.execute(self.reordering(order)):
            self.bring_current_up()

    def bring_current_up(self) -> None:
        """Scrolls to what was moved."""
        self.scrollTo(self.currentIndex())

    def add_to_menu(self, menu: QMenu) -> None:
        """Offers to move it."""
        row = self.current_row
        place = self.groups.index(row.group) if row is not None and row.group in self.groups else 0
        up = menu.addAction(self.tr("Move up"), partial(self.move_current, -1))
        down = menu.addAction(self.tr("Move down"), partial(self.move_current, 1))
        up.setEnabled(place > 0)
        down.setEnabled(place < len(self.groups) - 1)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow moves one and is nobody's shortcut meanwhile; nor is Escape in a drag."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape and self._dragged is not None
            if _steps_of(event) or is_escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves one."""
        steps = _steps_of(event)
        if event.key() == Qt.Key.Key_Escape and self._dragged is not None:
            self._end_drag()
        elif steps:
            self.move_current(steps)
        else:
            super().keyPressEvent(event)

    # -- dragging ------------------------------------------------------------------------------------

    @property
    def dragged(self) -> str | None:
        """What is being dragged."""
        return self._dragged

    @property
    def gap(self) -> int:
        """Where what is dragged would go: how many stand above it now."""
        return gap_at(self._y, [self.rect_of_group(each).center().y() for each in self.groups])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects, and may begin a drag."""
        super().mousePressEvent(event)
        row = self.row_at(round(event.position().y()))
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and row is not None and row.group != DRAFT_GROUP:
            self._pressed = (event.position().toPoint(), row.group)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags once the mouse has gone a little way."""
        super().mouseMoveEvent(event)
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        where, group = self._pressed
        far = (event.position().toPoint() - where).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and far and len(self.groups) > 1:
            self._dragged = group
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroller.start()
        if self._dragged is not None:
            self._y = round(event.position().y())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Puts what is dragged where the line is."""
        dragged, gap = self._dragged, self.gap
        self._end_drag()
        super().mouseReleaseEvent(event)
        if dragged is not None and dragged in self.groups:
            self._reorder(moved_to_gap(self.groups, dragged, gap))

    def _end_drag(self) -> None:
        self._pressed = self._dragged = None
        self._scroller.stop()
        self.unsetCursor()
        self.viewport().update()

    @Slot()
    def _scroll_on(self) -> None:
        """Scrolls while something is held at the upper or lower edge."""
        bar, seen = self.scrolled().verticalScrollBar(), self.scrolled().viewport()
        y, before = self.viewport().mapTo(self.window(), QPoint(0, self._y)).y(), bar.value()
        top = seen.mapTo(self.window(), QPoint(0, 0)).y()
        if y < top + _SCROLL_EDGE:
            bar.setValue(before - _SCROLL_STEP)
        elif y > top + seen.height() - _SCROLL_EDGE:
            bar.setValue(before + _SCROLL_STEP)
        if self.scrolled() is not self:  # the rows went by under the mouse
            self._y += bar.value() - before
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the line where what is dragged would go, over the rows."""
        super().paintEvent(event)
        if self._dragged is None or not self.groups:
            return
        now, y = theme.current(), self._y_of_gap()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self.viewport().width() - MARK_LEFT
        painter.fillRect(QRect(MARK_LEFT, y - 1, right - MARK_LEFT, 2), now.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent)
        painter.drawEllipse(QPoint(MARK_LEFT, y), 4, 4)

    def _y_of_gap(self) -> int:
        gap = self.gap
        if gap < len(self.groups):
            return max(4, self.rect_of_group(self.groups[gap]).top())
        return self.rect_of_group(self.groups[-1]).bottom()


def _steps_of(event: QKeyEvent) -> int:
    """How far Alt and an arrow move one; 0 for other keys."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _STEPS.get(Qt.Key(event.key()), 0) if held == Qt.KeyboardModifier.AltModifier else 0
