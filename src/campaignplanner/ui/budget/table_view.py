"""The view of a table of money: as high as its rows up to a limit, opened by click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from campaignplanner.ui import theme
from campaignplanner.ui.budget.bars import paint_bar
from campaignplanner.ui.budget.table import Cell, Column, TableModel, TableRow, alignment_of, row_of
from campaignplanner.ui.fonts import small_font, strong_font, with_figures
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.theme import Theme

_SIDE = 12
_PADDING = 6
_STRIP = 4
_ROUNDING = 3
"""Widths come in whole pixels; a fraction more would be cut with an ellipsis."""
_BAR = 10
_MEASURED_ROWS = 40
_NARROWEST = 130
"""What words need at least, in pixels."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CellPainter(QStyledItemDelegate):
    """Paints a cell: one or two lines of text, and the money as a strip below or as a bar of its own."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._font = with_figures(view.font())
        self._strong = with_figures(strong_font())
        self._small = with_figures(small_font())
        self._metrics = {id(font): QFontMetrics(font) for font in (self._font, self._strong, self._small)}

    def row_height(self, *, two_lines: bool) -> int:
        """How high rows are, by the fonts."""
        height = self._of(self._font).height() + 2 * _PADDING
        return height + self._of(self._small).height() + _STRIP if two_lines else height

    def _of(self, font: QFont) -> QFontMetrics:
        """The metrics of one of the three fonts, which take long to make for every cell."""
        return self._metrics[id(font)]

    def width_of(self, cell: Cell, *, is_total: bool) -> int:
        """How much room the texts of a cell need."""
        font = self._strong if is_total else self._font
        return (
            2 * _SIDE
            + _ROUNDING
            + max(
                self._of(font).horizontalAdvance(cell.text),
                self._of(self._small).horizontalAdvance(cell.small),
            )
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a cell."""
        row = row_of(index)
        cell = row.cells[index.column()]
        rect: QRect = option.rect
        now = theme.current()
        painter.save()
        self._paint_ground(painter, option, rect, row, now)
        content = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if cell.bar:
            height = _STRIP if cell.text else _BAR
            top = rect.bottom() - height - 4 if cell.text else rect.center().y() - height // 2
            lane = QRectF(content.left(), top, content.width(), height)
            paint_bar(painter, lane, cell.bar, cell.whole, now)
        self._paint_texts(painter, content, cell, index, self._strong if row.is_total else self._font, now)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: TableRow, now: Theme
    ) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.hover)
        elif row.is_total:
            painter.fillRect(rect, now.surface_raised)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.hairline)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now.accent, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_texts(
        self, painter: QPainter, content: QRect, cell: Cell, index: Index, font: QFont, now: Theme
    ) -> None:
        alignment = alignment_of(index)
        ink = now.error if cell.is_wrong else now.text_muted if cell.is_muted else now.text
        first = QRect(content)
        if cell.small:
            first.setTop(content.top() + _PADDING)
            first.setHeight(self._of(font).height())
            second = QRect(content.left(), first.bottom() + 1, content.width(), first.height())
            self._write(painter, second, cell.small, self._small, now.text_muted, alignment)
        self._write(painter, first, cell.text, font, ink, alignment)

    def _write(
        self, painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor, alignment: Qt.AlignmentFlag
    ) -> None:
        shown = self._of(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, alignment, directed(shown))


class MoneyTable(QTableView):
    """A table of money.

    Signals:
        opened: a cell was clicked, or Enter was pressed on it; carries the key of its row.
        enter_pressed: Enter was pressed on a cell; comes after `opened`.
        row_reached: carries the key of the current row when that is another one by mouse or key.
    """

    opened = Signal(object)
    enter_pressed = Signal()
    row_reached = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        two_lines: bool = False,
        most_rows: int = 12,
        by_row: bool = False,
        several: bool = False,
    ) -> None:
        """An empty table.

        Args:
            name: what a screen reader calls it.
            columns: their heads.
            parent: what it lies in.
            two_lines: whether cells have a second line.
            most_rows: beyond so many the table scrolls in itself; 0 takes the room that there is.
            by_row: whether whole rows are chosen, else cells.
            several: whether more than one can be chosen.
        """
        super().__init__(parent)
        self._table = TableModel(columns, self)
        self._cells = CellPainter(self)
        self._most_rows = most_rows
        self.setAccessibleName(name)
        self.setModel(self._table)
        self.setItemDelegate(self._cells)
        self._row_height = self._cells.row_height(two_lines=two_lines)
        self._calm(by_row=by_row)
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell_row)

    def _calm(self, *, by_row: bool) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectRows if by_row else behaviour.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._row_height)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setMinimumSectionSize(40)
        heads.setAccessibleName(self.accessibleName())
        heads.setFont(small_font())
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed if self._most_rows else policy)

    @property
    def rows(self) -> Sequence[TableRow]:
        """The rows from top to bottom."""
        return self._table.rows

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Shows rows; the current cell stays with what its row stands for, where that is still there."""
        here = self.currentIndex()
        key = row_of(here).key if here.isValid() else None
        column = here.column()
        self._table.show_rows(rows)
        if key is not None and not (
            here.isValid() and here.row() < len(rows) and rows[here.row()].key == key
        ):
            self.go_to(key, column)
        self._fit_columns()
        self.updateGeometry()

    def name_first_column(self, title: str) -> None:
        """Says what the rows are, where one table shows one thing after another."""
        self._table.name_column(0, title)

    def go_to(self, key: object, column: int = 0) -> None:
        """Makes a cell of the row that stands for something the current one; nobody is told."""
        place = next((number for number, row in enumerate(self.rows) if row.key == key), None)
        blocked = self.selectionModel().blockSignals(True)
        if place is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._table.index(place, max(0, column)))
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    @property
    def current_key(self) -> object:
        """What the current row stands for; None where there is no current one."""
        index = self.currentIndex()
        return row_of(index).key if index.isValid() else None

    @property
    def chosen_keys(self) -> list[object]:
        """What the chosen rows stand for, from top to bottom."""
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self.rows[place].key for place in places]

    @property
    def current_column(self) -> int:
        """The column of the current cell; -1 where there is none."""
        return self.currentIndex().column()

    def _fit_columns(self) -> None:
        """Gives columns what their texts need; in long tables by the first rows and the last."""
        measured = [*self.rows[:_MEASURED_ROWS], *self.rows[-1:]]
        heads = QFontMetrics(strong_font())
        for place, column in enumerate(self._table.columns):
            if column.stretches:
                continue
            needed = [heads.horizontalAdvance(column.title) + 2 * _SIDE + _ROUNDING]
            if not column.width:
                cells = ((row.cells[place], row.is_total) for row in measured)
                needed += [self._cells.width_of(cell, is_total=is_total) for cell, is_total in cells]
            self.setColumnWidth(place, max([column.width, *needed]))

        self._share_width()

    def _share_width(self) -> None:
        """Gives the room that is left to the first columns; too little of it makes the table scroll."""
        columns = self._table.columns
        places = [place for place, column in enumerate(columns) if column.stretches]
        taken = sum(self.columnWidth(place) for place in range(len(columns)) if place not in places)
        for place in places:
            room = (self.viewport().width() - taken) // len(places)
            self.setColumnWidth(place, max(_NARROWEST, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def sizeHint(self) -> QSize:
        """As high as its rows, up to the limit."""
        rows = min(len(self.rows), self._most_rows) if self._most_rows else len(self.rows)
        height = self.horizontalHeader().sizeHint().height() + rows * self._row_height + 2
        if self._most_rows and len(self.rows) > self._most_rows:
            height += self._row_height // 2  # half a row in sight says that there are more
        if self.horizontalScrollBar().maximum():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """No lower than it is; narrow enough for a small window."""
        return QSize(160, self.sizeHint().height() if self._most_rows else 3 * self._row_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current cell."""
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid():
            self._open(index)
            self.enter_pressed.emit()
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(row_of(index).key)

    @Slot(QModelIndex, QModelIndex)
    def _tell_row(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and (not previous.isValid() or current.row() != previous.row()):
            self.row_reached.emit(row_of(current).key)
