"""Heads of columns that people arrange as they like."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from campaignplanner.ui.fonts import small_font

C = TypeVar("C")

_NARROWEST = 44


@dataclass(frozen=True, slots=True)
class ColumnSet(Generic[C]):
    """The columns of a table.

    Attributes:
        all: each at the place of its section in the model.
        always_shown: those that cannot be hidden.
        heading_of: what a column is called.
        kind_of_state: begins every remembered state: that of another set of columns begins otherwise and is
            not taken for one of this.
    """

    all: Sequence[C]
    always_shown: Collection[C]
    heading_of: Callable[[C], str]
    kind_of_state: bytes


class ColumnHeader(QHeaderView, Generic[C]):
    """People move, widen and hide columns here; what they made of them can be remembered.

    `columns_changed` tells that a column was hidden or shown by hand.
    """

    columns_changed = Signal()

    def __init__(self, columns: ColumnSet[C], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._places = {column: place for place, column in enumerate(columns.all)}
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.setFont(small_font())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def in_sight(self) -> list[C]:
        """The columns from left to right, without the hidden ones."""
        in_order = sorted(self._columns.all, key=lambda column: self.visualIndex(self._places[column]))
        return [column for column in in_order if not self.isSectionHidden(self._places[column])]

    def beside(self, column: C, step: int, among: Collection[C] | None = None) -> C | None:
        """The next column to the right, or to the left for a step of -1; None at the end.

        Args:
            column: where one is.
            step: 1 or -1.
            among: all others are passed over; None passes over none.
        """
        in_order = self.in_sight()
        place = in_order.index(column) + step if column in in_order else -1
        while 0 <= place < len(in_order):
            if among is None or in_order[place] in among:
                return in_order[place]
            place += step
        return None

    def remembered(self) -> bytes:
        """Widths, order, hidden columns and sorting, to be remembered."""
        return self._columns.kind_of_state + bytes(self.saveState().data())

    def take_back(self, state: bytes) -> bool:
        """Takes back what was remembered; False where it is not of these columns."""
        kind = self._columns.kind_of_state
        if not state.startswith(kind):
            return False
        is_taken = self.restoreState(QByteArray(state[len(kind) :]))
        for column in self._columns.always_shown:
            self.setSectionHidden(self._places[column], False)
        return is_taken

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Every column with a tick, to hide and to show it."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, place in self._places.items():
            action = menu.addAction(self._columns.heading_of(column))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(place))
            action.setEnabled(column not in self._columns.always_shown)
            action.setData(place)
        menu.triggered.connect(self._show_or_hide)
        return menu

    @Slot(QPoint)
    def _offer_columns(self, where: QPoint) -> None:
        self.columns_menu(self).popup(self.mapToGlobal(where))

    @Slot(QAction)
    def _show_or_hide(self, action: QAction) -> None:
        self.setSectionHidden(action.data(), not action.isChecked())
        self.columns_changed.emit()
