"""Pasted rows as a table: what was understood, and what was not, marked with its sentence."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.pasted_rows import CellTrouble, PastedRow, PastedRows
from campaignplanner.exchange.row_words import Column
from campaignplanner.ui import icons, theme
from campaignplanner.ui.formats import money_text, span_text, tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_HEADINGS = {
    Column.TITLE: QT_TRANSLATE_NOOP("PastedTable", "Title"),
    Column.SIDE: QT_TRANSLATE_NOOP("PastedTable", "Side"),
    Column.KIND: QT_TRANSLATE_NOOP("PastedTable", "Kind"),
    Column.DAYS: QT_TRANSLATE_NOOP("PastedTable", "Dates"),
    Column.STATUS: QT_TRANSLATE_NOOP("PastedTable", "Status"),
    Column.OWNER: QT_TRANSLATE_NOOP("PastedTable", "Owner"),
    Column.WHERE: QT_TRANSLATE_NOOP("PastedTable", "Channel, place"),
    Column.PLANNED: QT_TRANSLATE_NOOP("PastedTable", "Planned"),
}

_SHOWN_IN = {
    Column.FIRST_DAY: Column.DAYS,
    Column.LAST_DAY: Column.DAYS,
    Column.CHANNEL: Column.WHERE,
    Column.PLACE: Column.WHERE,
}
"""Under which heading columns of a spreadsheet stand that have none of their own here."""

_COLUMNS = tuple(_HEADINGS)


class PastedTable(QAbstractTableModel):
    """One row of the table for each pasted row."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = plan.campaign.currency
        self._own_kinds = {each.id: each.name for each in plan.own_kinds.values()}
        self._sign = icons.inked_icon("problem", theme.current().error)
        self._rows: tuple[PastedRow, ...] = ()
        self._troubles: tuple[Mapping[Column, CellTrouble], ...] = ()

    def show_rows(self, understood: PastedRows) -> None:
        """Shows what was understood."""
        self.beginResetModel()
        self._rows = understood.rows
        self._troubles = tuple(
            {_SHOWN_IN.get(each.column, each.column): each for each in reversed(row.troubles)}
            for row in self._rows
        )
        self.endResetModel()

    def sentence_at(self, index: Index) -> str:
        """Why a cell was not understood; empty where it was."""
        if not index.isValid():
            return ""
        trouble = self._troubles[index.row()].get(_COLUMNS[index.column()])
        return "" if trouble is None else trouble.sentence

    def is_empty(self, column: int) -> bool:
        """Whether no row says anything in a column."""
        return not any(self.index(row, column).data() for row in range(self.rowCount()))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows were pasted."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """What an activity can have in a row."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What each column says; at the left the row's number in the spreadsheet."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._rows[section].number)
        return QCoreApplication.translate("PastedTable", _HEADINGS[_COLUMNS[section]])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell as it was understood, or as it was pasted, marked, where it was not."""
        row, column = self._rows[index.row()], _COLUMNS[index.column()]
        trouble = self._troubles[index.row()].get(column)
        text = self._text(row, column) if trouble is None else trouble.text
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(text if trouble is None else trouble.sentence)
            case Qt.ItemDataRole.AccessibleTextRole:
                return text if trouble is None else f"{text}: {trouble.sentence}"
            case Qt.ItemDataRole.ForegroundRole:
                inks = theme.current()
                is_used = bool(row.title)
                return inks.error if trouble is not None else inks.text if is_used else inks.text_muted
            case Qt.ItemDataRole.DecorationRole:
                return None if trouble is None else self._sign
            case Qt.ItemDataRole.BackgroundRole:
                return None if trouble is None else theme.current().error_fill
            case _:
                return None

    def _text(self, row: PastedRow, column: Column) -> str:
        if not row.title:
            return ""
        match column:
            case Column.TITLE:
                return row.title
            case Column.SIDE:
                return capitalised(row.side.value)
            case Column.KIND:
                return self._own_kinds.get(row.own_kind_id or "", capitalised(row.kind.value))
            case Column.DAYS:
                return "" if row.span is None else span_text(row.span.first_day, row.span.last_day)
            case Column.STATUS:
                return capitalised(row.status.value)
            case Column.OWNER:
                return row.owner
            case Column.WHERE:
                return row.channel or row.place
            case _:
                return "" if row.planned is None else money_text(row.planned, self._currency)
