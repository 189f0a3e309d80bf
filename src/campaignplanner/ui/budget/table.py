"""Tables of money: real item views, so that arrow keys and screen readers go through every cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import tooltip_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what its head says, and how its cells stand.

    Attributes:
        title: of the head.
        is_number: whether it stands at the right.
        stretches: whether it takes the room that is left.
        width: in pixels; 0 for as wide as what is in it.
    """

    title: str
    is_number: bool = True
    stretches: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell shows.

    Attributes:
        text: its first line.
        small: its second line, in small.
        told: the whole of it in words, for the tooltip and for screen readers; empty for the text. Where
            that takes time it is a function, called when somebody wants to know.
        bar: parts of money in the order of `MoneyTotals.parts`, drawn as segments.
        whole: how much fills the width of the cell.
        is_muted: whether it steps back.
        is_wrong: whether something is wrong with it.
    """

    text: str = ""
    small: str = ""
    told: str | Callable[[], str] = field(default="", compare=False)
    bar: tuple[int, ...] = ()
    whole: int = 0
    is_muted: bool = False
    is_wrong: bool = False

    @property
    def words(self) -> str:
        """The whole of it in words."""
        return self.told() if callable(self.told) else self.told


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: what it stands for, its cells, and whether it sums up the others."""

    key: object
    cells: tuple[Cell, ...]
    is_total: bool = False


class LazyRows(Sequence[TableRow]):
    """Rows that are made when they are first looked at: only a few of thousands ever are."""

    def __init__(self, count: int, make: Callable[[int], TableRow]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, TableRow] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> TableRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TableRow]: ...
    def __getitem__(self, place: int | slice) -> TableRow | Sequence[TableRow]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        row = self._made.get(place)
        if row is None:
            row = self._made[place] = self._make(place)
        return row

    def __iter__(self) -> Iterator[TableRow]:
        return (self[place] for place in range(self._count))


class TableModel(QAbstractTableModel):
    """Rows of cells below heads."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: Sequence[TableRow] = ()

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Shows rows; where there are as many as before, they only change."""
        if len(rows) == len(self.rows):
            before, self.rows = self.rows, rows
            self._tell_changed(before)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _tell_changed(self, before: Sequence[TableRow]) -> None:
        """Has only those rows painted again that say something else; lazy ones are not compared."""
        last, is_lazy = len(self.columns) - 1, isinstance(self.rows, LazyRows)
        if is_lazy and self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))
        if is_lazy:
            return
        for place, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def name_column(self, place: int, title: str) -> None:
        """Gives a column another head."""
        changed = replace(self.columns[place], title=title)
        self.columns = (*self.columns[:place], changed, *self.columns[place + 1 :])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, place, place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says in a role."""
        cell = self.rows[index.row()].cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text or cell.small
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(cell.words) if cell.told else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.words or cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self.columns[index.column()].is_number else _LEFT
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the head of a column says; rows are called by their first cell."""
        if orientation is Qt.Orientation.Vertical:
            return self.rows[section].cells[0].text if role == Qt.ItemDataRole.AccessibleTextRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        return None


def row_of(index: QModelIndex | QPersistentModelIndex) -> TableRow:
    """The row that an index of a TableModel lies in."""
    model = index.model()
    if not isinstance(model, TableModel):
        raise TypeError(model)
    return model.rows[index.row()]


def alignment_of(index: QModelIndex | QPersistentModelIndex) -> Qt.AlignmentFlag:
    """How the texts of a cell of a TableModel stand."""
    model = index.model()
    if not isinstance(model, TableModel):
        raise TypeError(model)
    return _RIGHT if model.columns[index.column()].is_number else _LEFT


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
