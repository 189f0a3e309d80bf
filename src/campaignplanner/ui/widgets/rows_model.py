"""Rows of plain data as a Qt list."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from campaignplanner.ui.model_index import Index

R = TypeVar("R")

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the row itself of an index."""


class RowsModel(QAbstractListModel, Generic[R]):
    """Rows from top to bottom; those of the same keys in the same order keep their places in the view.

    Subclasses say by what a row is known again (`key_of`) and what it says in a role (`said_of`).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows from top to bottom."""
        return self._rows

    def key_of(self, row: R) -> Hashable:
        """By what a row is known again."""
        raise NotImplementedError

    def said_of(self, row: R, role: int) -> object:
        """What a row says, to the eye and to a screen reader; None in roles in which it says nothing."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[R]) -> bool:
        """Takes the rows as they are now; says whether others are listed than before."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return False
        is_same_list = [self.key_of(row) for row in wanted] == [self.key_of(row) for row in self._rows]
        if is_same_list:
            self._rows = wanted
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
        else:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
        return not is_same_list

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See `said_of`."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if role == ROW_ROLE else self.said_of(row, role)
