"""A pasted table as it was understood: what was not is marked with its sentence, what is not used is pale."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.pasted_cells import CellTrouble, PastedRow
from campaignplanner.exchange.pasted_rows import PastedRows
from campaignplanner.exchange.row_words import Column
from campaignplanner.ui import icons, theme
from campaignplanner.ui.formats import day_text, money_text, span_text, tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.timeline.card_texts import capitalised

_ALWAYS_SAID = frozenset({Column.TITLE, Column.SIDE})
"""What is shown of a row also where its cell is blank."""


class PastedTable(QAbstractTableModel):
    """One row for each pasted row, one column for each of the spreadsheet.

    Where none of them says the side, one more shows which side was understood.
    """

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = plan.campaign.currency
        self._own_kinds = {each.id: each.name for each in plan.own_kinds.values()}
        self._sign = icons.inked_icon("problem", theme.current().error)
        self._pasted = PastedRows((), (), ())
        self._columns: tuple[Column | None, ...] = ()
        self._troubles: tuple[Mapping[Column, CellTrouble], ...] = ()

    def show_rows(self, pasted: PastedRows) -> None:
        """Shows what was understood."""
        self.beginResetModel()
        self._pasted = pasted
        side = () if Column.SIDE in pasted.columns else (Column.SIDE,)
        self._columns = (*pasted.columns, *side)
        self._troubles = tuple({each.column: each for each in reversed(row.troubles)} for row in pasted.rows)
        self.endResetModel()

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called: by the spreadsheet, else `Column A`."""
        return tuple(self._name(place) for place in range(len(self._columns)))

    def sentence_at(self, index: Index) -> str:
        """Why a cell was not understood; empty where it was."""
        trouble = self._trouble_at(index)
        return "" if trouble is None else trouble.sentence

    def is_empty(self, place: int) -> bool:
        """Whether a column of the spreadsheet says nothing at all."""
        if place >= len(self._pasted.columns):
            return False
        return not any(self._written(row, place) for row in range(len(self._pasted.cells)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows were pasted."""
        return 0 if parent.isValid() else len(self._pasted.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns were pasted, and perhaps the side."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What each column is called; at the left the row's number in the spreadsheet."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._pasted.rows[section].number)
        return self._name(section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell as it was understood, or as it was pasted where it was not."""
        trouble = self._trouble_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text_at(index)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(self._text_at(index) if trouble is None else trouble.sentence)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = self._text_at(index)
                return text if trouble is None else f"{text}: {trouble.sentence}"
            case Qt.ItemDataRole.ForegroundRole:
                inks = theme.current()
                is_used = self._columns[index.column()] is not None and self._row_at(index).title
                return inks.error if trouble is not None else inks.text if is_used else inks.text_muted
            case Qt.ItemDataRole.DecorationRole:
                return None if trouble is None else self._sign
            case Qt.ItemDataRole.BackgroundRole:
                return None if trouble is None else theme.current().error_fill
            case _:
                return None

    def _name(self, place: int) -> str:
        headings = self._pasted.headings
        if place >= len(self._pasted.columns):
            return QCoreApplication.translate("PastedTable", "Side, as understood")
        if place < len(headings) and headings[place]:
            return " ".join(headings[place].split())
        return QCoreApplication.translate("PastedTable", "Column %1").replace("%1", letters_of_place(place))

    def _row_at(self, index: Index) -> PastedRow:
        return self._pasted.rows[index.row()]

    def _trouble_at(self, index: Index) -> CellTrouble | None:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        return None if column is None else self._troubles[index.row()].get(column)

    def _written(self, row: int, place: int) -> str:
        cells = self._pasted.cells[row]
        return cells[place] if place < len(cells) else ""

    def _text_at(self, index: Index) -> str:
        row, column = self._row_at(index), self._columns[index.column()]
        written = self._written(index.row(), index.column())
        if column is None or not row.title or self._trouble_at(index) is not None:
            return written
        if not written and column not in _ALWAYS_SAID:
            return ""
        return self._understood(row, column, written)

    def _understood(self, row: PastedRow, column: Column, written: str) -> str:
        match column:
            case Column.TITLE:
                return row.title
            case Column.SIDE:
                return capitalised(row.side.value)
            case Column.KIND:
                return self._own_kinds.get(row.own_kind_id or "", capitalised(row.kind.value))
            case Column.DAYS | Column.FIRST_DAY | Column.LAST_DAY if row.span is not None:
                return self._days(row, column)
            case Column.STATUS:
                return capitalised(row.status.value)
            case Column.PLANNED if row.planned is not None:
                return money_text(row.planned, self._currency)
            case _:
                return " ".join(written.split())

    def _days(self, row: PastedRow, column: Column) -> str:
        """A first day without a last one may have been both: `10 - 27 Sep`."""
        if row.span is None:
            return ""
        if column is Column.LAST_DAY:
            return day_text(row.span.last_day)
        if column is Column.FIRST_DAY and Column.LAST_DAY in self._columns:
            return day_text(row.span.first_day)
        return span_text(row.span.first_day, row.span.last_day)


def letters_of_place(place: int) -> str:
    """What a spreadsheet calls a column by its place from 0: `A` to `Z`, then `AA`."""
    before, last = divmod(place, len(ascii_uppercase))
    return (letters_of_place(before - 1) if before else "") + ascii_uppercase[last]
