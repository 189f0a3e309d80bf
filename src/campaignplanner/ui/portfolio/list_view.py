"""The list of campaigns: a real tree view, so that keyboard and screen reader find a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from campaignplanner.ui.fonts import small_font, with_figures
from campaignplanner.ui.portfolio.delegate import PADDING, PortfolioDelegate
from campaignplanner.ui.portfolio.model import PortfolioModel, PortfolioOrder
from campaignplanner.ui.portfolio.rows import COLUMNS, CampaignRow, Column

_WIDEST = {
    Column.DATES: ("30 Sep 2026 \u2013 30 Nov 2027",),
    Column.STATUS: ("● Approved",),
    Column.PLANNED: ("CHF 9,999,999,999.99", "and 9 lines without a rate"),
    Column.SHARE: ("100 % online share",),
}
"""Long texts of each column but the first, which takes what is left."""

_SLACK = 6
"""Metrics are whole pixels while letters are not."""

_NEEDS_WIDTH = {Column.STATUS: 820, Column.SHARE: 620}
"""How wide the list must be, in logical pixels, for a column to be shown."""


class CampaignList(QTreeView):
    """Rows of campaigns. `opened` carries the id of a campaign, `chosen` nothing: ask `chosen_id`."""

    opened = Signal(object)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = PortfolioModel(self)
        self.order = PortfolioOrder(self._source, self)
        self.setModel(self.order)
        self.setItemDelegate(PortfolioDelegate(self))
        self.setAccessibleName(self.tr("Campaigns"))
        self._dress()
        self._size_columns()
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.sort_by(Column.DATES, Qt.SortOrder.DescendingOrder)

    def _dress(self) -> None:
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)
        self.setMouseTracking(True)

    def _size_columns(self) -> None:
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(60)
        metrics = QFontMetrics(with_figures(self.font()))
        for place, column in enumerate(COLUMNS):
            if column is Column.CAMPAIGN:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
                continue
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            widest = max(metrics.horizontalAdvance(text) for text in _WIDEST[column])
            header.resizeSection(place, widest + 2 * PADDING + _SLACK)
        header.setFont(small_font())

    @property
    def count(self) -> int:
        """How many campaigns there are, found or not."""
        return self._source.rowCount()

    def show_rows(self, rows: Sequence[CampaignRow]) -> None:
        """Shows the campaigns as they are now, and keeps to the chosen one or to its place."""
        kept, place = self.chosen_id(), self.currentIndex().row()
        self._source.show_rows(rows)
        if kept is not None and not self.choose(kept):
            self._choose_place(place)

    def chosen_id(self) -> str | None:
        """The campaign that the actions are about, or None."""
        row = self.chosen_row()
        return row.campaign.id if row is not None else None

    def chosen_row(self) -> CampaignRow | None:
        """The chosen campaign as it is shown, or None."""
        chosen = self.selectionModel().selectedRows()
        return self._source.row_at(self.order.mapToSource(chosen[0])) if chosen else None

    def choose(self, campaign_id: str) -> bool:
        """Chooses a campaign; False when it is not shown."""
        place = self._source.row_of(campaign_id)
        if place is None:
            return False
        index = self.order.mapFromSource(self._source.index(place, 0))
        self.setCurrentIndex(index)
        return index.isValid()

    def sort_by(self, column: Column, order: Qt.SortOrder) -> None:
        """Sorts the list; the heading shows by what."""
        self.sortByColumn(COLUMNS.index(column), order)

    @property
    def sorted_by(self) -> tuple[Column, Qt.SortOrder]:
        """By which column, and which way."""
        header = self.header()
        return COLUMNS[header.sortIndicatorSection()], header.sortIndicatorOrder()

    def _choose_place(self, place: int) -> None:
        """After a deletion the row that moved up is chosen, so that a keyboard stays where it was."""
        last = self.order.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.order.index(min(max(place, 0), last), 0))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._source.row_at(self.order.mapToSource(index))
            self.opened.emit(row.campaign.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is chosen, on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard stands on a row at once, so that the actions have a subject."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self._choose_place(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it gets narrow the titles keep their room, and what matters less gives way."""
        super().resizeEvent(event)
        for column, needed in _NEEDS_WIDTH.items():
            self.setColumnHidden(COLUMNS.index(column), event.size().width() < needed)
