"""What lines are called stays in sight while the other columns scroll sideways below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QToolTip, QWidget

from campaignplanner.ui import theme
from campaignplanner.ui.budget.lines.columns import place_of
from campaignplanner.ui.model_index import Index

if TYPE_CHECKING:
    from campaignplanner.ui.budget.lines.grid import LinesGrid

_EDGE = 2


class FrozenColumn(QWidget):
    """The first column again, over the grid, from the moment that it begins to scroll away.

    It is painted by the grid's own header and cells, and is nothing of its own to keyboard and screen reader:
    the focus stays in the grid. A click chooses the line and stays in the column where one is.
    """

    def __init__(self, grid: LinesGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        grid.viewport().installEventFilter(self)
        grid.horizontalScrollBar().valueChanged.connect(self._follow)
        grid.verticalScrollBar().valueChanged.connect(self._redraw)
        for changed in (grid.heads.sectionResized, grid.heads.sectionMoved, grid.heads.columns_changed):
            changed.connect(self._follow)
        grid.selectionModel().selectionChanged.connect(self._redraw)
        for changed in (grid.model().dataChanged, grid.model().modelReset):
            changed.connect(self._redraw)

    @property
    def column(self) -> int:
        """The place of the column in the model."""
        return place_of(self._grid.heads.in_sight()[0])

    def uncover(self, index: Index) -> None:
        """Scrolls back as far as a cell lies below this."""
        if self.isVisible() and index.isValid() and index.column() != self.column:
            covered = self.width() - self._grid.columnViewportPosition(index.column())
            if covered > 0:
                bar = self._grid.horizontalScrollBar()
                bar.setValue(bar.value() - covered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Is as high as the grid."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    @Slot()
    def _follow(self) -> None:
        self.setVisible(self._grid.horizontalScrollBar().value() > 0)
        height = self._grid.heads.height() + self._grid.viewport().height()
        self.setGeometry(0, 0, self._grid.heads.sectionSize(self.column) + _EDGE, height)
        self.update()

    @Slot()
    def _redraw(self) -> None:
        if self.isVisible():
            self.update()

    # -- drawing -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The head of the column and the cells that are in sight."""
        painter, grid, now = QPainter(self), self._grid, theme.current()
        painter.fillRect(event.rect(), now.surface)
        width, top = self.width() - _EDGE, grid.heads.height()
        grid.heads.paintSection(painter, QRect(0, 0, width, top), self.column)
        painter.setClipRect(QRect(0, top, self.width(), self.height() - top))
        row = max(0, grid.rowAt(0))
        while row < grid.model().rowCount() and grid.rowViewportPosition(row) < grid.viewport().height():
            place = QRect(0, top + grid.rowViewportPosition(row), width, grid.rowHeight(row))
            self._paint_cell(painter, grid.model().index(row, self.column), place)
            row += 1
        painter.setClipping(False)
        painter.fillRect(QRect(width, 0, _EDGE, self.height()), now.control_edge)

    def _paint_cell(self, painter: QPainter, index: QModelIndex, place: QRect) -> None:
        option = QStyleOptionViewItem()
        option.initFrom(self)
        option.rect = place
        option.state = QStyle.StateFlag.State_Enabled
        if self._grid.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        self._grid.cells.paint(painter, option, index)

    # -- the mouse -----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Says a text whole that is cut off."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(event.pos().y())
            QToolTip.showText(event.globalPos(), str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the line."""
        index = self._index_at(round(event.position().y()))
        if index.isValid():
            self._grid.setFocus(Qt.FocusReason.MouseFocusReason)
            self._grid.setCurrentIndex(index.siblingAtColumn(max(self._grid.currentIndex().column(), 0)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Goes to the cell itself and opens it."""
        index = self._index_at(round(event.position().y()))
        if index.isValid():
            self._grid.setCurrentIndex(index)
            self._grid.edit_cell()

    def _index_at(self, y: int) -> QModelIndex:
        row = self._grid.rowAt(y - self._grid.heads.height())
        return self._grid.model().index(row, self.column) if row >= 0 else QModelIndex()
