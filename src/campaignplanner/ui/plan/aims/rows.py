"""The rows of the panel's two lists: plain data and its Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.share_bar import Shares

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the PanelRow of an index."""

DRAFT_GROUP = ""
"""The group of the one row that stands for what is being added and is not in the plan yet."""


class Part(Enum):
    """What a row shows of its aim or audience."""

    HEAD = "head"
    KPI = "KPI"
    MONEY = "money"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One row.

    Attributes:
        part: what it shows.
        group: the identifier of the aim or audience; rows of one group stand together.
        text: what it says.
        picked: the record that is selected by it; None where it only belongs to the group.
        below: more about it, muted, in paragraphs that wrap.
        fraction: how far a KPI has come, from 0 to 1; None where that is not known.
        shares: the amounts of the split bar.
        spoken: the row for a screen reader, where the text alone does not say all.
        is_first: whether its group begins with it.
        is_last: whether its group ends with it.
    """

    part: Part
    group: str
    text: str
    picked: Picked | None = None
    below: tuple[str, ...] = ()
    fraction: float | None = None
    shares: Shares | None = None
    spoken: str = ""
    is_first: bool = True
    is_last: bool = True


class PanelModel(QAbstractListModel):
    """Rows as a Qt list; the same records in the same order keep their places in the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PanelRow, ...] = ()

    @property
    def rows(self) -> tuple[PanelRow, ...]:
        """The rows from top to bottom."""
        return self._rows

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups from top to bottom, without the draft."""
        return tuple(row.group for row in self._rows if row.part is Part.HEAD)

    def show_rows(self, rows: Sequence[PanelRow]) -> bool:
        """Takes the rows as they are now; says whether other rows are listed than before."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return False
        if [_key(row) for row in wanted] == [_key(row) for row in self._rows]:
            self._rows = wanted
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return False
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()
        return True

    def place_of(self, picked: Picked | None) -> int | None:
        """Where a record stands; None where it is not listed."""
        if picked is None:
            return None
        return next((place for place, row in enumerate(self._rows) if row.picked == picked), None)

    def places_of_group(self, group: str) -> range:
        """Where the rows of a group stand."""
        places = [place for place, row in enumerate(self._rows) if row.group == group]
        return range(places[0], places[-1] + 1) if places else range(0)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows that only belong to their group are passed by keys."""
        usual = super().flags(index)
        if index.isValid() and self._rows[index.row()].picked is None:
            return usual & ~(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        return usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, to the eye and to a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join(line for line in (row.text, *row.below) if line))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken or row.text
            case _:
                return row if role == ROW_ROLE else None


def _key(row: PanelRow) -> tuple[Part, str, Picked | None]:
    return row.part, row.group, row.picked
