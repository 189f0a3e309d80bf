"""Above the grid: what is looked for, which lines are shown, how they are grouped, and what adds to them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from campaignplanner.ui.budget.lines.arranging import Sieve
from campaignplanner.ui.budget.lines.grouping import Grouping, grouping_name
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP
from campaignplanner.ui.widgets.chooser import Chooser
from campaignplanner.ui.widgets.search_line import SearchLine

_SIEVES: Mapping[Sieve, str] = {
    Sieve.ALL: QT_TRANSLATE_NOOP("budget", "All lines"),
    Sieve.OPEN: QT_TRANSLATE_NOOP("budget", "Open"),
    Sieve.CLOSED: QT_TRANSLATE_NOOP("budget", "Closed"),
    Sieve.APPROVED: QT_TRANSLATE_NOOP("budget", "Approved"),
    Sieve.COMMITTED: QT_TRANSLATE_NOOP("budget", "With commitments"),
    Sieve.ACTUAL: QT_TRANSLATE_NOOP("budget", "With actual money"),
    Sieve.NOTHING_POSTED: QT_TRANSLATE_NOOP("budget", "Nothing posted yet"),
    Sieve.OVER: QT_TRANSLATE_NOOP("budget", "Exposure above planned"),
    Sieve.NO_AIM: QT_TRANSLATE_NOOP("budget", "Without an aim"),
}


class LinesBar(QWidget):
    """The row above the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Find a line by its words, activity, holder or supplier")
        self.line = SearchLine(self.tr("Find a line"), name)
        self.line.setMinimumWidth(120)
        self.line.setMaximumWidth(280)
        self.sieve = Chooser(self.tr("Lines that are shown"), [(each, said(_SIEVES[each])) for each in Sieve])
        grouping = [(each, grouping_name(each)) for each in Grouping]
        self.grouping = Chooser(self.tr("What lines are grouped by"), grouping, self.tr("Group: "))
        self.columns = self._tool(self.tr("Columns"), self.tr("Show and hide columns"))
        self.postings = self._tool(
            self.tr("Postings"), self.tr("What was committed and paid on the chosen line")
        )
        self.postings.setCheckable(True)
        self.add = QPushButton(self.tr("Add a line"))
        self.add.setToolTip(self.tr("Add a line for the activity that is selected (Ctrl+Enter)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 6)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.sieve)
        row.addWidget(self.grouping)
        row.addStretch(1)
        for widget in (self.columns, self.postings, self.add):
            row.addWidget(widget)

    def _tool(self, words: str, tooltip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tooltip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
