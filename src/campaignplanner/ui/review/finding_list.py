"""The list of what the review found, used by keys as well as by the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from campaignplanner.ui.review.row_model import ReviewRowModel
from campaignplanner.ui.review.row_painter import ReviewRowPainter
from campaignplanner.ui.review.rows import ReviewRow, RowKind
from campaignplanner.ui.widgets.row_list import dress_row_list

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SET_ASIDE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class FindingList(QListView):
    """Rows of which one is chosen.

    Signals:
        chosen: carries the ReviewRow that is the current one now, or None.
        turned: a fold, or the line that shows more of a group, was clicked or entered; carries its row.
        mend_wanted: Enter was pressed on a finding.
        aside_wanted: Delete was pressed on a finding.
    """

    chosen = Signal(object)
    turned = Signal(object)
    mend_wanted = Signal()
    aside_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ReviewRowModel(self)
        self.setAccessibleName(self.tr("Findings"))
        self.setModel(self._rows)
        self.setItemDelegate(ReviewRowPainter(self))
        dress_row_list(self)
        self.clicked.connect(self._turn)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """The rows from top to bottom."""
        return self._rows.rows

    @property
    def current(self) -> ReviewRow | None:
        """The row that is chosen."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def show_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Shows the rows as they are now; the chosen one stays, or the one that took its place."""
        before, place, top = self.current, self.currentIndex().row(), self.verticalScrollBar().value()
        model = self.selectionModel()
        model.blockSignals(True)
        is_other = self._rows.show_rows(rows)
        model.blockSignals(False)
        if is_other:
            self.verticalScrollBar().setValue(top)
            self._choose_again(before, place)
        self._tell()

    def forget(self) -> None:
        """Lets go of the chosen row: what comes next is of another campaign."""
        self._rows.show_rows(())
        self.verticalScrollBar().setValue(0)

    def choose(self, key: str) -> bool:
        """Makes a row the chosen one; says whether it is listed."""
        found = self._place_of(key, None)
        if found is not None:
            self._go_to(found)
        return found is not None

    def _choose_again(self, before: ReviewRow | None, place: int) -> None:
        if before is None:
            return
        found = self._place_of(before.key, before.kind)
        if found is None and before.kind is RowKind.FINDING:
            found = self._next_finding(place)
        if found is not None:
            self._go_to(found)

    def _next_finding(self, place: int) -> int | None:
        """The finding that stands where another one was, else the one before."""
        places = [each for each, row in enumerate(self.rows) if row.kind is RowKind.FINDING]
        later = [each for each in places if each >= place]
        return later[0] if later else (places[-1] if places else None)

    def _place_of(self, key: str, kind: RowKind | None) -> int | None:
        for place, row in enumerate(self.rows):
            if row.key == key and row.can_be_chosen and kind in (None, row.kind):
                return place
        return None

    def _go_to(self, place: int) -> None:
        index = self._rows.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def begin(self) -> None:
        """Chooses the first finding where none is chosen, for whoever comes by keyboard."""
        if self.current is None:
            found = self._next_finding(0)
            if found is not None:
                self._go_to(found)

    def event(self, event: QEvent) -> bool:
        """Keeps its keys from being shortcuts of the window meanwhile."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Chooses the row that is the current one: Qt makes the first one so, and does not select it."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().isSelected(index):
            self._go_to(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter mends or unfolds, Delete sets aside, left and right fold; the rest is the list's own."""
        row = self.current
        is_plain = not event.modifiers() & ~_KEYPAD
        if row is None or not is_plain:
            super().keyPressEvent(event)
        elif event.key() in _ENTER and row.kind in (RowKind.FOLD, RowKind.MORE):
            self.turned.emit(row)
        elif event.key() in _ENTER:
            self.mend_wanted.emit()
        elif event.key() in _SET_ASIDE and row.kind is RowKind.FINDING:
            self.aside_wanted.emit()
        elif row.kind is RowKind.FOLD and event.key() == _turning_key(row.is_open):
            self.turned.emit(row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _turn(self, index: QModelIndex) -> None:
        row = self.rows[index.row()]
        if row.kind in (RowKind.FOLD, RowKind.MORE):
            self.turned.emit(row)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.current)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _ENTER | _SET_ASIDE and not event.modifiers() & ~_KEYPAD


def _turning_key(is_open: bool) -> Qt.Key:
    return Qt.Key.Key_Left if is_open else Qt.Key.Key_Right
