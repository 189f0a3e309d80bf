"""The tree itself: a real tree view, so that keyboard and screen reader find a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from campaignplanner.domain.money import from_decimal
from campaignplanner.domain.review import Finding
from campaignplanner.ui import theme
from campaignplanner.ui.formats import money_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.tree.cell_delegate import CellDelegate, is_refused
from campaignplanner.ui.plan.tree.cell_fields import can_be_edited
from campaignplanner.ui.plan.tree.columns import COLUMNS, EDITED_IN_PLACE, FIELD_OF, Column
from campaignplanner.ui.plan.tree.model import ActivityModel
from campaignplanner.ui.plan.tree.row_painter import INDENTATION, Cell, RowPainter, RowState, mark_box
from campaignplanner.ui.plan.tree.row_texts import money_of_group
from campaignplanner.ui.plan.tree.tree_header import TreeHeader
from campaignplanner.ui.plan.tree.type_ahead import TypeAhead

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_LARGE_AMOUNT = 9_999_999
"""What a plan may well come to: the room for it is there before there is any money."""

_CURSOR = QAbstractItemView.CursorAction
_ROW = QItemSelectionModel.SelectionFlag.Rows
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROW


class ActivityView(QTreeView):
    """Aims with their activities.

    Signals:
        picked: the person selected other rows; ask `picked_aims` and `picked_activities`.
        details_asked: carries an activity whose cell is not written in here: its details are elsewhere.
        row_asked: a new activity is wanted below the current row.
    """

    picked = Signal()
    details_asked = Signal(object)
    row_asked = Signal()

    def __init__(self, tools: PageTools, model: ActivityModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activities = model
        self._painter: RowPainter | None = None
        self._cells: list[Cell] = []
        self._hovered = QPersistentModelIndex()
        self._is_following = False
        self._known_aims: set[str | None] = set()
        self._type_ahead = TypeAhead()
        self._columns = TreeHeader(self)
        self.setHeader(self._columns)
        self.setModel(model)
        self.cells = CellDelegate(tools, model, self)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(self.tr("Activities by aim"))
        self._dress()
        self._columns.size_columns(self.font())
        self.doubleClicked.connect(self._open_cell)
        self.entered.connect(self._hover)
        self.selectionModel().selectionChanged.connect(self._note_picked)

    def _dress(self) -> None:
        self.setUniformRowHeights(True)
        self.setIndentation(INDENTATION)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.DATES.place, Qt.SortOrder.AscendingOrder)
        self.setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.setTabKeyNavigation(False)

    @property
    def columns(self) -> TreeHeader:
        """The headings, with their widths and order."""
        return self._columns

    # -- what is selected ----------------------------------------------------------------------------

    def picked_rows(self) -> list[QModelIndex]:
        """The selected rows, the current one last."""
        rows = self.selectionModel().selectedRows()
        current = self.currentIndex().siblingAtColumn(0)
        if current in rows:
            rows.remove(current)
            rows.append(current)
        return rows

    def picked_activities(self) -> tuple[str, ...]:
        """The selected activities, the current one last."""
        found = (self._activities.activity_at(row) for row in self.picked_rows())
        return tuple(each for each in found if each is not None)

    def follow(self, activity_ids: Sequence[str], aim_ids: Sequence[str]) -> None:
        """Selects what is selected elsewhere; the last one becomes current and is brought into view."""
        if self._is_picked_already(activity_ids, aim_ids):
            return
        selection = QItemSelection()
        indexes = [*self._indexes_of(activity_ids)]
        indexes += [index for each in aim_ids for index in (self._activities.index_of_aim(each),)]
        shown = [index for index in indexes if index.isValid()]
        for index in shown:
            selection.select(index.siblingAtColumn(0), index.siblingAtColumn(len(COLUMNS) - 1))
        self._is_following = True
        try:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(selection, flags)
            if shown:
                self._make_current(shown[-1])
        finally:
            self._is_following = False

    def _is_picked_already(self, activity_ids: Sequence[str], aim_ids: Sequence[str]) -> bool:
        """Whether just these rows are selected, as after a step of the person here."""
        rows = self.selectionModel().selectedRows()
        picked = {self._activities.activity_at(row) or self._activities.aim_at(row) for row in rows}
        return picked == {*activity_ids, *aim_ids}

    def is_current_in_sight(self) -> bool:
        """Whether the current row can be seen."""
        return self.viewport().rect().intersects(self.visualRect(self.currentIndex()))

    def _indexes_of(self, activity_ids: Sequence[str]) -> Iterable[QModelIndex]:
        if len(activity_ids) == 1:
            return (self._activities.index_of(activity_ids[0]),)
        places = self._activities.places_of(activity_ids)
        return (places[each] for each in activity_ids if each in places)

    def _make_current(self, index: QModelIndex) -> None:
        column = self.currentIndex().column()
        wanted = index.siblingAtColumn(column if column > 0 else Column.TITLE.place)
        if self._activities.group_at(index) is not None:
            wanted = index.siblingAtColumn(0)
        if wanted != self.currentIndex():
            self.selectionModel().setCurrentIndex(wanted, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(wanted)

    def place_of_current(self) -> tuple[int, int]:
        """Where the current row is: the number of its aim and its own."""
        index = self.currentIndex()
        is_aim = self._activities.group_at(index) is not None
        return (index.row(), -1) if is_aim else (index.parent().row(), index.row())

    def stay_at(self, place: tuple[int, int]) -> None:
        """After a deletion keys go on at the row that came in its place; nothing is selected by that."""
        group, row = self._activities.index(place[0], 0), place[1]
        count = self._activities.rowCount(group)
        if not group.isValid() or row < 0:
            return
        index = group
        if count:
            index = self._activities.index(min(row, count - 1), Column.TITLE.place, group)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def go_to_first(self) -> None:
        """Makes the first activity the current one, where none is."""
        if self._activities.activity_at(self.currentIndex()) is not None:
            return
        first = next(self._activities.shown_ids(), None)
        if first is not None:
            self.selectionModel().setCurrentIndex(self._activities.index_of(first), _ALONE)

    def expand_new_aims(self, *, everything: bool) -> None:
        """Shows the activities of aims that were not there before; the others stay as people left them."""
        for place, group in enumerate(self._activities.groups):
            if everything or group.aim_id not in self._known_aims:
                self.setExpanded(self._activities.index(place, 0), True)
        self._known_aims = {group.aim_id for group in self._activities.groups}

    def hide_empty_aims(self, is_looking: bool) -> None:
        """While somebody looks for activities, aims under which there are none are in the way."""
        for place, group in enumerate(self._activities.groups):
            self.setRowHidden(place, QModelIndex(), is_looking and not group.shown)

    def fit_columns(self) -> None:
        """Gives the dates and the money of this campaign the room that they need."""
        facts = self._activities.facts
        if facts is not None:
            self._columns.fit_dates(self.font(), with_years=facts.has_years)
            currency = facts.plan.campaign.currency
            large = money_text(from_decimal(Decimal(_LARGE_AMOUNT), currency), currency)
            amounts = (money_of_group(facts, each) for each in self._activities.groups)
            self._columns.fit_amounts(self.font(), (large, *amounts))

    def hold_still(self, is_still: bool) -> None:
        """While rows come and go by themselves, nobody picked anything."""
        self._is_following = is_still

    @Slot()
    def _note_picked(self) -> None:
        if not self._is_following:
            self.picked.emit()

    # -- editing -------------------------------------------------------------------------------------

    def edit_cell(self, index: QModelIndex) -> bool:
        """Opens a field over a cell; where none is written in, asks for the details instead."""
        activity_id = self._activities.activity_at(index)
        if activity_id is None:
            return False
        if not self._can_edit(index):
            self.details_asked.emit(activity_id)
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)
        if self.cells.editors:
            self.cells.open_choices(self.cells.editors[-1])
        return bool(self.cells.editors)

    def _can_edit(self, index: Index) -> bool:
        activity_id, plan = self._activities.activity_at(index), self._activities.plan
        if activity_id is None or plan is None:
            return False
        return can_be_edited(COLUMNS[index.column()], plan, activity_id)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A refused edit stays open with what was typed, wherever people go meanwhile."""
        if hint is not QAbstractItemDelegate.EndEditHint.RevertModelCache and is_refused(editor):
            return
        self.cells.let_go(editor)
        super().closeEditor(editor, hint)

    @Slot(QModelIndex)
    def _open_cell(self, index: QModelIndex) -> None:
        if self._activities.activity_at(index) is not None:
            self.edit_cell(index)

    # -- keys ----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Insert is the tree's own while it has the focus: a new row below the current one."""
        is_own = isinstance(event, QKeyEvent) and _is_insert(event, QEvent.Type.ShortcutOverride)
        event.setAccepted(is_own or event.isAccepted())
        return is_own or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Enter edit, Insert adds, Space opens and closes an aim, letters find a title."""
        key, index = Qt.Key(event.key()), self.currentIndex()
        is_aim = self._activities.group_at(index) is not None
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._enter(index, is_aim)
        elif key is Qt.Key.Key_Space and is_aim and not event.modifiers():
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
        elif _is_insert(event, QEvent.Type.KeyPress):
            self.row_asked.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex, is_aim: bool) -> None:
        if is_aim:
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
        elif index.isValid():
            self.edit_cell(index)

    def moveCursor(self, action: _CURSOR, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right go from cell to cell in the row of an activity; Tab to the next that is edited."""
        index = self.currentIndex()
        if self._activities.activity_at(index) is None:
            return super().moveCursor(action, modifiers)
        step = {_CURSOR.MoveRight: 1, _CURSOR.MoveLeft: -1, _CURSOR.MoveNext: 1, _CURSOR.MovePrevious: -1}
        if action not in step:
            return self._in_same_column(super().moveCursor(action, modifiers), index)
        is_tab = action in (_CURSOR.MoveNext, _CURSOR.MovePrevious)
        among = EDITED_IN_PLACE if is_tab else COLUMNS
        beside = self._columns.beside(COLUMNS[index.column()], step[action], among)
        if beside is not None:
            return index.siblingAtColumn(beside.place)
        if is_tab:
            return self._tab_on(index, step[action])
        return index.parent() if action is _CURSOR.MoveLeft else index

    def _in_same_column(self, found: QModelIndex, before: QModelIndex) -> QModelIndex:
        return found.siblingAtColumn(0 if self._activities.group_at(found) is not None else before.column())

    def _tab_on(self, index: QModelIndex, step: int) -> QModelIndex:
        """The first or last written cell of the next or last row."""
        row = self.indexBelow(index) if step > 0 else self.indexAbove(index)
        if self._activities.activity_at(row) is None:
            return index
        edited = [each for each in self._columns.in_sight() if each in EDITED_IN_PLACE]
        return row.siblingAtColumn(edited[0 if step > 0 else -1].place)

    def keyboardSearch(self, search: str) -> None:
        """Goes to the next title that begins with the letters typed quickly one after another."""
        facts = self._activities.facts
        if facts is None:
            return
        ids = [each for each in self._activities.shown_ids() if each in facts.activities]
        current = self._activities.activity_at(self.currentIndex())
        titles = [facts.activities[each].title for each in ids]
        found = self._type_ahead.find(search, titles, ids.index(current) if current in ids else -1)
        if found is not None:
            index = self._activities.index_of(ids[found])
            self.setExpanded(index.parent(), True)
            self.selectionModel().setCurrentIndex(index, _ALONE)
            self.scrollTo(index)

    # -- drawing -------------------------------------------------------------------------------------

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a whole row at once."""
        facts, group = self._activities.facts, self._activities.group_at(index)
        if facts is None:
            return
        state = self._state_of(option.rect, index, group is not None)
        row_painter = self._row_painter()
        if group is not None:
            row_painter.paint_group(painter, facts, group, self._cells, state)
            return
        activity_id = self._activities.activity_at(index)
        if activity_id is not None:
            row_painter.paint_activity(painter, facts, activity_id, self._cells, state)
            marks = self._activities.marks_of(activity_id)
            if marks:
                row_painter.paint_marks(painter, marks, self._cells, self._activities.marked_in, state.rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notes once for all rows where the columns are."""
        self._cells = self._columns.cells()
        shown = [each.column for each in self._cells if each.column is not Column.SIDE]
        self._activities.marked_in = [FIELD_OF[column] for column in shown]
        super().paintEvent(event)

    def _state_of(self, rect: QRect, index: Index, is_aim: bool) -> RowState:
        current = self.currentIndex()
        is_current = self.hasFocus() and current.row() == index.row() and current.parent() == index.parent()
        whole = QRect(0, rect.top(), max(self.viewport().width(), self._columns.length()), rect.height())
        return RowState(
            rect=whole,
            is_selected=self.selectionModel().isRowSelected(index.row(), index.parent()),
            is_current=is_current,
            current=COLUMNS[current.column()] if is_current else None,
            is_hovered=self._hovered.row() == index.row() and self._hovered.parent() == index.parent(),
            is_expanded=is_aim and self.isExpanded(index),
        )

    def _row_painter(self) -> RowPainter:
        now = theme.current()
        if self._painter is None or self._painter.theme is not now:
            self._painter = RowPainter(now)
        return self._painter

    @Slot(QModelIndex)
    def _hover(self, index: QModelIndex) -> None:
        hovered = QPersistentModelIndex(index.siblingAtColumn(0))
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def finding_at(self, point: QPointF) -> Finding | None:
        """The finding whose mark is at a point."""
        index = self.indexAt(point.toPoint())
        finding = self._activities.finding_at(index) if index.isValid() else None
        cell = next((each for each in self._cells if each.column.place == index.column()), None)
        is_there = cell is not None and mark_box(cell, self.visualRect(index)).contains(point)
        return finding if is_there else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No row is under the mouse once it has left; not in ``viewportEvent``, see ``MainWindow``."""
        if watched is not self.viewport():
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        return False


def _is_insert(event: QKeyEvent, kind: QEvent.Type) -> bool:
    return event.type() == kind and event.key() == Qt.Key.Key_Insert and not event.modifiers()
