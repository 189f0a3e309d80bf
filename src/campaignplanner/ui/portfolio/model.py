"""The portfolio's campaigns as a Qt table, with searching and sorting on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.portfolio.rows import COLUMNS, CampaignRow, Column
from campaignplanner.ui.widgets.share_bar import share_sentence

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the CampaignRow of any cell of a row."""


class PortfolioModel(QAbstractTableModel):
    """One row per campaign, one column per member of `Column`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CampaignRow, ...] = ()

    def show_rows(self, rows: Sequence[CampaignRow]) -> None:
        """Takes the campaigns as they are now."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> CampaignRow:
        """The campaign of an index of this model."""
        return self._rows[index.row()]

    def row_of(self, campaign_id: str) -> int | None:
        """Where a campaign lies, or None when it is not there."""
        places = (place for place, row in enumerate(self._rows) if row.campaign.id == campaign_id)
        return next(places, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many campaigns there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, to the eye, to a screen reader and to the delegate."""
        if not index.isValid():
            return None
        row, column = self.row_at(index), COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text(column)
            case Qt.ItemDataRole.ToolTipRole:
                return _tooltip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row, column)
            case _:
                return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings; amounts stand right, so does their heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = COLUMNS[section] is Column.PLANNED
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class PortfolioOrder(QSortFilterProxyModel):
    """The campaigns that match what was typed, in the chosen order."""

    def __init__(self, source: PortfolioModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._words: tuple[str, ...] = ()
        self.setSourceModel(source)

    def search(self, text: str) -> None:
        """Keeps the campaigns in which every typed word occurs; nothing typed keeps all."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a campaign matches."""
        index = self._source.index(source_row, 0, source_parent)
        return self._source.row_at(index).matches(self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Compares by value, not by the words that are shown; equal ones go by title."""
        column = COLUMNS[source_left.column()]
        return self._key(source_left, column) < self._key(source_right, column)

    def _key(self, index: Index, column: Column) -> tuple[object, ...]:
        """Campaigns without dates come last, whichever way the others are sorted."""
        row = self._source.row_at(index)
        ascending = self.sortOrder() is Qt.SortOrder.AscendingOrder
        undated = date.max if ascending else date.min
        return (*row.sort_key(column, undated=undated), *row.sort_key(Column.CAMPAIGN))


def _tooltip(row: CampaignRow, column: Column) -> str:
    if column is Column.SHARE:
        return tooltip_text(share_sentence(row.shares))
    if column is Column.CAMPAIGN:
        return tooltip_text(row.campaign.title)
    if column is Column.PLANNED:
        return tooltip_text(_spoken(row, column))
    return ""


def _spoken(row: CampaignRow, column: Column) -> str:
    if column is Column.SHARE:
        return f"{column.heading}: {share_sentence(row.shares)}"
    second = row.second_text(column)
    return f"{row.text(column)}, {second}" if second else row.text(column)
