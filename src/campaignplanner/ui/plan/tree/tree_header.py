"""The headings of the tree: how wide columns are, in what order, and which of them are hidden."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from campaignplanner.ui.fonts import with_figures
from campaignplanner.ui.plan.tree.columns import (
    ALWAYS_SHOWN,
    COLUMNS,
    WIDEST,
    WIDEST_DATES_WITH_YEARS,
    Column,
)
from campaignplanner.ui.plan.tree.row_painter import INDENTATION, PADDING, Cell
from campaignplanner.ui.widgets.column_header import ColumnHeader, ColumnSet

_SHAPE_WIDTH = 40
_LEAST_TITLE = 160
"""Below this titles cannot be told apart; the rows are rather as wide as their columns and scroll."""
_AROUND = PADDING + 8
_SET = ColumnSet(COLUMNS, ALWAYS_SHOWN, lambda column: column.heading, b"activities-1:")


class TreeHeader(ColumnHeader[Column]):
    """The title takes the room that the others leave; side comes first, as it carries the tree."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_SET, parent)
        self.setFirstSectionMovable(False)
        self.columns_changed.connect(self.give_title_room)

    def size_columns(self, font: QFont) -> None:
        """Gives every column the room that its longest texts need; the title takes what is left."""
        metrics = QFontMetrics(with_figures(font))
        for column in COLUMNS:
            width = _SHAPE_WIDTH + INDENTATION
            if column is Column.TITLE:
                width = _LEAST_TITLE
            elif column in WIDEST:
                width = metrics.horizontalAdvance(WIDEST[column]) + _AROUND
            self.resizeSection(column.place, width)
        self.give_title_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title takes what there is now."""
        super().resizeEvent(event)
        self.give_title_room()

    @Slot()
    def give_title_room(self) -> None:
        """Lets the title take what the others leave, but never so little that nobody can read it."""
        title = Column.TITLE.place
        others = self.length() - self.sectionSize(title)
        stretches = self.width() - others >= _LEAST_TITLE
        mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
        if mode is not self.sectionResizeMode(title):
            self.setSectionResizeMode(title, mode)
            if not stretches:
                self.resizeSection(title, _LEAST_TITLE)

    def fit_dates(self, font: QFont, *, with_years: bool) -> None:
        """Gives the dates the room that they need in this campaign."""
        text = WIDEST_DATES_WITH_YEARS if with_years else WIDEST[Column.DATES]
        width = QFontMetrics(with_figures(font)).horizontalAdvance(text) + _AROUND
        self.resizeSection(Column.DATES.place, width)
        self.give_title_room()

    def fit_amounts(self, font: QFont, amounts: Iterable[str]) -> None:
        """Gives money the room that the largest amounts need: a number that is cut says something else."""
        metrics = QFontMetrics(with_figures(font))
        widest = max(map(metrics.horizontalAdvance, (WIDEST[Column.PLANNED], *amounts)))
        self.resizeSection(Column.PLANNED.place, widest + 2 * PADDING)
        self.give_title_room()

    def cells(self) -> list[Cell]:
        """Where the columns lie on the screen, without the hidden ones."""
        return [
            Cell(column, self.sectionViewportPosition(column.place), self.sectionSize(column.place))
            for column in COLUMNS
            if not self.isSectionHidden(column.place)
        ]

    def take_back(self, state: bytes) -> bool:
        """See `ColumnHeader`; the title takes what the others leave then."""
        is_taken = super().take_back(state)
        self.give_title_room()
        return is_taken
