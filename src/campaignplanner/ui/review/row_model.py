"""The rows of the review as a Qt list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.review.rows import ReviewRow

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the ReviewRow of an index."""


class ReviewRowModel(QAbstractListModel):
    """Rows that keep their places in the view while they stay the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReviewRow, ...] = ()

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """The rows from top to bottom."""
        return self._rows

    def show_rows(self, rows: Sequence[ReviewRow]) -> bool:
        """Takes the rows as they are now; says whether any is another one."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return False
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be seen but not chosen."""
        if index.isValid() and self._rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, to the eye and to a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join(part for part in (row.text, row.second) if part))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW_ROLE else None
