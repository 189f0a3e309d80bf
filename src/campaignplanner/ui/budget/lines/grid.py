"""The grid itself: a real table view, so that keyboard and screen reader find a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.ui.budget.lines.arranging import NEW, Row
from campaignplanner.ui.budget.lines.cell_texts import why_locked
from campaignplanner.ui.budget.lines.cells import CellDelegate, CellLine
from campaignplanner.ui.budget.lines.columns import COLUMNS, YES_OR_NO, place_of
from campaignplanner.ui.budget.lines.frozen import FrozenColumn
from campaignplanner.ui.budget.lines.header import LinesHeader
from campaignplanner.ui.budget.lines.keys import deed_of
from campaignplanner.ui.budget.lines.model import LinesModel
from campaignplanner.ui.budget.lines.words import GridWords
from campaignplanner.ui.budget.lines.writing import LineWriting
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.pages import PageTools

_FLAG = QItemSelectionModel.SelectionFlag
_TRIGGER = QAbstractItemView.EditTrigger
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class LinesGrid(QTableView):
    """Cells of lines.

    Signals:
        picked: the person chose other lines; ask `picked_lines`.
        told: carries a sentence about the current cell, empty for none.
        deed_asked: carries the Deed that a key asks for.
    """

    picked = Signal()
    told = Signal(object)
    deed_asked = Signal(object)

    def __init__(
        self, tools: PageTools, model: LinesModel, writing: LineWriting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self._writing = writing
        self._words = GridWords(tools, model)
        self._is_following = False
        self._is_taken = True
        self._left: _Left | None = None
        self.heads = LinesHeader(model, self)
        self.cells = CellDelegate(self._words, self)
        self.setHorizontalHeader(self.heads)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.frozen = FrozenColumn(self)
        self._dress()
        self.heads.size_columns()
        self.cells.typed.connect(self._take)
        self.cells.left.connect(self._move_on)
        self.doubleClicked.connect(self._open_by_mouse)
        self.selectionModel().selectionChanged.connect(self._note_picked)
        self.selectionModel().currentChanged.connect(self._tell_cell)
        model.cell_marked.connect(self._tell_cell)
        model.modelAboutToBeReset.connect(self._note_place)
        model.modelReset.connect(self._go_back)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings a cell into view, also from below the column that stays."""
        super().scrollTo(index, hint)
        self.frozen.uncover(index)

    def _dress(self) -> None:
        self.setAccessibleName(self.tr("Budget lines"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(_TRIGGER.AnyKeyPressed | _TRIGGER.EditKeyPressed | _TRIGGER.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.cells.row_height())

    # -- what is selected ----------------------------------------------------------------------------

    def _ranges(self) -> list[QItemSelectionRange]:
        return list(self.selectionModel().selection().toList())

    def picked_lines(self) -> tuple[str, ...]:
        """The lines with a selected cell in the order of the rows."""
        rows = sorted({row for each in self._ranges() for row in range(each.top(), each.bottom() + 1)})
        found = (self._lines.rows[row] for row in rows)
        return tuple(each for each in found if isinstance(each, str) and each != NEW)

    def picked_columns(self) -> tuple[LineColumn, ...]:
        """The shown columns with a selected cell, from left to right."""
        places = {place for each in self._ranges() for place in range(each.left(), each.right() + 1)}
        return tuple(column for column in self.heads.in_sight() if place_of(column) in places)

    def are_whole_lines_picked(self) -> bool:
        """Whether every shown column is selected."""
        return len(self.picked_columns()) == len(self.heads.in_sight())

    def place_to_paste(self) -> tuple[Sequence[LineColumn], Sequence[str]]:
        """The columns and lines from the first selected cell on."""
        columns, in_sight = self.picked_columns(), self.heads.in_sight()
        first = columns[0] if columns else self.current_column
        picked = self.picked_lines()
        index = self._lines.index_of(picked[0]) if picked else self.currentIndex()
        rows = self._lines.rows[index.row() :] if index.isValid() else ()
        lines = [row for row in rows if isinstance(row, str) and row != NEW]
        return in_sight[in_sight.index(first) :], lines

    @property
    def current_column(self) -> LineColumn:
        """The column of the current cell, the first one where there is none."""
        index = self.currentIndex()
        return COLUMNS[index.column()] if index.isValid() else self.heads.in_sight()[0]

    def line_above(self) -> str | None:
        """The line in the row above the first selected one."""
        picked = self.picked_lines()
        row = self._lines.index_of(picked[0]).row() - 1 if picked else -1
        above = self._lines.rows[row] if row >= 0 else None
        return above if isinstance(above, str) else None

    def follow(self, line_ids: Sequence[str]) -> None:
        """Selects lines that are selected elsewhere; the last one is brought into view."""
        if frozenset(line_ids) == frozenset(self.picked_lines()):
            return
        selection, last = QItemSelection(), QModelIndex()
        for line_id in line_ids:
            index = self._lines.index_of(line_id, self.current_column)
            if index.isValid():
                selection.select(index, index)
                last = index
        self._is_following = True
        self.selectionModel().select(selection, _FLAG.ClearAndSelect)
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, _FLAG.NoUpdate)
            self.scrollTo(last)
        self._is_following = False

    def go_to(self, row: str, column: LineColumn = LineColumn.LABEL) -> None:
        """Makes a cell of a line the current one, and the only one selected."""
        index = self._lines.index_of(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def begin_at_top(self) -> None:
        """Goes to the first line, as another campaign's lines are first seen; nothing is selected by that."""
        self.selectionModel().setCurrentIndex(self._lines.index(0, 0), _FLAG.NoUpdate)
        self.scrollToTop()

    @Slot()
    def _note_place(self) -> None:
        """Notes where one was before other rows come."""
        picked = self.picked_lines()
        row = self._lines.row_at(self.currentIndex())
        if len(picked) > _KEPT_AT_MOST:
            picked = (row,) if isinstance(row, str) else ()
        columns = tuple(place_of(each) for each in self.picked_columns())
        scrolled = self.verticalScrollBar().value()
        self._left = _Left(row, self.currentIndex().column(), picked, columns, scrolled)

    @Slot()
    def _go_back(self) -> None:
        """Selects what was selected, by its lines."""
        left, self._left = self._left, None
        self.executeDelayedItemsLayout()  # else all would be drawn twice: before and after it
        if left is None:
            return
        was_still, self._is_following = self._is_following, True
        selection = QItemSelection()
        for row in left.picked:
            index = self._lines.index_of(row)
            for place in left.columns if index.isValid() else ():
                cell = index.siblingAtColumn(place)
                selection.select(cell, cell)
        self.selectionModel().select(selection, _FLAG.ClearAndSelect)
        index = self._lines.index_of(left.row) if left.row is not None else QModelIndex()
        self.verticalScrollBar().setValue(left.scrolled)
        if index.isValid():
            current = index.siblingAtColumn(left.column)
            self.selectionModel().setCurrentIndex(current, _FLAG.NoUpdate)
            self.scrollTo(current)
        self._is_following = was_still

    def hold_still(self, is_still: bool) -> None:
        """While rows come and go by themselves, nobody picked anything."""
        self._is_following = is_still

    @Slot()
    def _note_picked(self) -> None:
        if not self._is_following:
            self.picked.emit()

    # -- typing --------------------------------------------------------------------------------------

    def edit_cell(self) -> bool:
        """Opens the current cell; one that stays as it is says why instead."""
        index = self.currentIndex()
        if self.tells_why_locked(index):
            return False
        self.edit(index)
        self._offer_choices()
        return self.cells.open_line is not None

    def tells_why_locked(self, index: QModelIndex) -> bool:
        """Says why a cell cannot be typed into; False where it can."""
        line, plan = self._lines.line_at(index), self._lines.plan
        reason = "" if line is None or plan is None else why_locked(plan, line, COLUMNS[index.column()])
        if reason:
            self.told.emit(reason)
        return bool(reason)

    def _offer_choices(self) -> None:
        """Opens the list at once where only one of its words can be chosen."""
        line = self.cells.open_line
        if line is not None and line.words is not None and self._words.is_choice(line.column):
            line.words.setCompletionPrefix("")
            line.words.complete()

    @Slot(QModelIndex)
    def _open_by_mouse(self, index: QModelIndex) -> None:
        if not self.tells_why_locked(index):
            self._offer_choices()

    @Slot(object)
    def _take(self, line: CellLine) -> None:
        row = line.row
        self._is_taken = self._writing.take(row, line.column, line.text())
        if row == NEW and self._is_taken and self._writing.made_last:
            self.go_to(self._writing.made_last, line.column)
            self._writing.made_last = ""
        self._tell_cell()

    @Slot(object)
    def _move_on(self, steps: tuple[int, int]) -> None:
        """Goes on after what was typed was taken; stays where it was not."""
        if self._is_taken:
            self.move_by(*steps)

    def move_by(self, columns: int, rows: int) -> None:
        """Goes to another cell; heads of groups are passed over, Tab goes on in the next row."""
        index = self.currentIndex()
        row, column = index.row(), self.current_column
        if columns:
            beside = self.heads.beside(column, columns)
            if beside is None:
                in_sight = self.heads.in_sight()
                beside, rows = (in_sight[0], 1) if columns > 0 else (in_sight[-1], -1)
            column = beside
        count = len(self._lines.rows)
        while rows and 0 <= row + rows < count:
            row += rows
            if isinstance(self._lines.rows[row], str):
                break
        wanted = self._lines.index(row, place_of(column))
        if wanted.isValid() and isinstance(self._lines.rows[row], str):
            self.setCurrentIndex(wanted)

    @Slot()
    def _tell_cell(self) -> None:
        """Says what is wrong in the current cell."""
        index = self.currentIndex()
        row = self._lines.row_at(index)
        mark = self._lines.marks.of(row, self.current_column) if isinstance(row, str) else None
        self.told.emit("" if mark is None else mark.sentence)

    # -- keys ----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys that do something to cells are the grid's own while it has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and deed_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `deed_asked`; Enter opens a cell, Tab goes on, Space ticks, Escape gives up what is wrong."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~_KEYPAD
        deed = deed_of(event)
        if deed is not None:
            self.deed_asked.emit(deed)
        elif key in _ENTER and plain:
            self.edit_cell()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(event)
        elif key is Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pick_whole_lines()
        elif key is Qt.Key.Key_Space and plain and self.current_column in YES_OR_NO:
            self._tick()
        elif key is Qt.Key.Key_Escape and plain:
            self._give_up()
        elif _writes(event) and self.tells_why_locked(self.currentIndex()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _tab(self, event: QKeyEvent) -> None:
        """Tab goes from cell to cell; at the last one it leaves the grid, so that nobody is caught in it."""
        step = -1 if event.key() == Qt.Key.Key_Backtab else 1
        before = self.currentIndex()
        self.move_by(step, 0)
        if self.currentIndex() == before:
            self.focusNextPrevChild(step > 0)

    def pick_whole_lines(self) -> None:
        """Selects all cells of the lines in which one is selected."""
        selection, last = QItemSelection(), len(COLUMNS) - 1
        for each in self._ranges():
            selection.select(self._lines.index(each.top(), 0), self._lines.index(each.bottom(), last))
        self.selectionModel().select(selection, _FLAG.ClearAndSelect)

    def _tick(self) -> None:
        line = self._lines.line_at(self.currentIndex())
        if line is not None:
            column = self.current_column
            is_on = line.closed if column is LineColumn.CLOSED else line.working
            self._writing.take(line.id, column, "no" if is_on else "yes")

    def _give_up(self) -> None:
        """Lets go of what stands wrong in the current cell; the cell says again what the line says."""
        row = self._lines.row_at(self.currentIndex())
        if isinstance(row, str):
            self._lines.mark(row, self.current_column, None)


_KEPT_AT_MOST = 500
"""So many lines stay selected when their order changes; of more, the current one."""


@dataclass(frozen=True, slots=True)
class _Left:
    """Where one was: the current cell, the selected ones, and how far the grid was scrolled."""

    row: Row | None
    column: int
    picked: tuple[str, ...]
    columns: tuple[int, ...]
    scrolled: int


def _writes(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, or opens a cell."""
    if event.key() == Qt.Key.Key_F2:
        return True
    is_shortcut = event.modifiers() & (_CONTROL | Qt.KeyboardModifier.AltModifier)
    return bool(event.text().strip()) and event.text().isprintable() and not is_shortcut
