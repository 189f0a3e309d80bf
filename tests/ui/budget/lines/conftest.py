"""The view of lines on the budget page of a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.budget.lines.columns import place_of
from campaignplanner.ui.budget.lines.view import LinesView
from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.budget.views import ViewName


@dataclass
class Desk:
    """The view of lines, and hands at the keyboard."""

    view: LinesView
    workspace: Workspace
    qtbot: QtBot

    @property
    def plan(self) -> Plan:
        return self.workspace.plan

    def index(self, row: str, column: LineColumn) -> QModelIndex:
        return self.view.model.index_of(row, column)

    def text(self, row: str, column: LineColumn) -> str:
        return str(self.index(row, column).data())

    def go_to(self, row: str, column: LineColumn) -> None:
        self.view.grid.setFocus()
        self.view.grid.go_to(row, column)

    def pick(self, rows: tuple[str, ...], columns: tuple[LineColumn, ...]) -> None:
        """Selects a block of cells."""
        flag = QItemSelectionModel.SelectionFlag
        self.view.grid.setFocus()
        self.view.grid.setCurrentIndex(self.index(rows[0], columns[0]))
        for row in rows:
            for column in columns:
                self.view.grid.selectionModel().select(self.index(row, column), flag.Select)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the focus is."""
        QApplication.processEvents()
        line = self.view.grid.cells.open_line
        where: QWidget = self.view.grid if line is None else line
        self.qtbot.keyClick(where, key, modifier)

    def type(self, text: str) -> None:
        """Types letters where the focus is, the first of which may open a cell."""
        for letter in text:
            line = self.view.grid.cells.open_line
            where: QWidget = self.view.grid if line is None else line
            self.qtbot.keyClicks(where, letter)

    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    def put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def heads(self) -> list[LineColumn]:
        return self.view.grid.heads.in_sight()

    def total(self, column: LineColumn) -> str:
        return self.view.model.total_text(column)

    def place(self, column: LineColumn) -> int:
        return place_of(column)

    def message(self) -> str:
        message = self.view.tools.messages.message
        return "" if message is None else message.sentence


@pytest.fixture
def open_lines(
    open_budget: Callable[[Plan], BudgetPage], workspace: Workspace, qtbot: QtBot
) -> Callable[[Plan], Desk]:
    """Brings a plan into the store and shows its lines."""

    def opened(plan: Plan) -> Desk:
        page = open_budget(plan)
        page.show_view(ViewName.LINES)
        view = page.view
        assert isinstance(view, LinesView)
        view.begin()
        QApplication.processEvents()
        return Desk(view, workspace, qtbot)

    return opened
