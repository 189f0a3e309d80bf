"""The headings of the tree: how wide columns are, in what order, and which of them are hidden."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from campaignplanner.ui.fonts import small_font, with_figures
from campaignplanner.ui.plan.tree.columns import (
    ALWAYS_SHOWN,
    COLUMNS,
    EDITED_IN_PLACE,
    WIDEST,
    WIDEST_DATES_WITH_YEARS,
    Column,
)
from campaignplanner.ui.plan.tree.row_painter import INDENTATION, PADDING, Cell

_SHAPE_WIDTH = 40
_NARROWEST = 44
_LEAST_TITLE = 160
"""Below this titles cannot be told apart; the rows are rather as wide as their columns and scroll."""
_AROUND = PADDING + 8
_KIND_OF_STATE = b"activities-1:"
"""Begins every remembered state: another set of columns begins otherwise and is not taken for this one."""


class TreeHeader(QHeaderView):
    """People move, widen and hide columns here; side comes first, as it carries the tree."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setFont(small_font())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def size_columns(self, font: QFont) -> None:
        """Gives every column the room that its longest texts need; the title takes what is left."""
        self.setMinimumSectionSize(_NARROWEST)
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

    def in_sight(self) -> list[Column]:
        """The columns from left to right, without the hidden ones."""
        in_order = sorted(COLUMNS, key=lambda column: self.visualIndex(column.place))
        return [column for column in in_order if not self.isSectionHidden(column.place)]

    def beside(self, column: Column, step: int, *, only_edited: bool) -> Column | None:
        """The next column to the right, or to the left for a step of -1; None at the end."""
        in_order = self.in_sight()
        place = in_order.index(column) + step if column in in_order else -1
        while 0 <= place < len(in_order):
            if not only_edited or in_order[place] in EDITED_IN_PLACE:
                return in_order[place]
            place += step
        return None

    def remembered(self) -> bytes:
        """Widths, order, hidden columns and sorting, to be remembered."""
        return _KIND_OF_STATE + bytes(self.saveState().data())

    def take_back(self, state: bytes) -> bool:
        """Takes back what was remembered; False where it is not of these columns."""
        if not state.startswith(_KIND_OF_STATE):
            return False
        is_taken = self.restoreState(QByteArray(state[len(_KIND_OF_STATE) :]))
        for column in ALWAYS_SHOWN:
            self.setSectionHidden(column.place, False)
        self.give_title_room()
        return is_taken

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Every column with a tick, to hide and to show it."""
        menu = QMenu(parent)
        for column in COLUMNS:
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column.place))
            action.setEnabled(column not in ALWAYS_SHOWN)
            action.setData(column)
        menu.triggered.connect(self._show_or_hide)
        return menu

    @Slot(QPoint)
    def _offer_columns(self, where: QPoint) -> None:
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(where))

    @Slot(QAction)
    def _show_or_hide(self, action: QAction) -> None:
        column = action.data()
        if isinstance(column, Column) and column not in ALWAYS_SHOWN:
            self.setSectionHidden(column.place, not action.isChecked())
            self.give_title_room()
