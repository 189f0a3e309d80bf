"""The rows of the inspector's lists: plain data and its Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from campaignplanner.planning.bridges import Glyph
from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.model_index import Index

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the Row of an index."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record in words, as a list shows it.

    Attributes:
        key: the record's identifier.
        first: what leads, on one line.
        end: what stands at the right of it: a number, money, a state.
        second: more about it, muted, on one line.
        advice: a muted sentence that wraps.
        trouble: a sentence that says what is wrong, which wraps.
        glyph: the sign of a bridge's pattern, at the left.
        is_muted: whether the first line stands back, as for what is cancelled.
    """

    key: str
    first: str
    end: str = ""
    second: str = ""
    advice: str = ""
    trouble: str = ""
    glyph: Glyph | None = None
    is_muted: bool = False

    @property
    def sentence(self) -> str:
        """What wraps below: what is wrong, or what could be better."""
        return self.trouble or self.advice

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ", ".join(part for part in (self.first, self.end, self.second, self.sentence) if part)


class RowModel(QAbstractListModel):
    """Rows as a Qt list; the same records in the same order keep their places in the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Takes the rows as they are now; says whether other records are listed than before."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return False
        is_same_list = [row.key for row in wanted] == [row.key for row in self._rows]
        if is_same_list:
            self._rows = wanted
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
        else:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
        return not is_same_list

    def place_of(self, key: str | None) -> int | None:
        """Where a record stands; None where it is not listed."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, to the eye and to a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.first
            case Qt.ItemDataRole.ToolTipRole:
                lines = (row.first, row.second, row.sentence)
                return tooltip_text("\n".join(line for line in lines if line))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW_ROLE else None
