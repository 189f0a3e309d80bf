"""The findings on the money, one below the other, each with buttons for its lines and its way on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from campaignplanner.ui.budget.split.findings import MoneyFinding
from campaignplanner.ui.widgets.lines import hairline, label


class FindingRow(QWidget):
    """A sentence and up to two buttons; the same row shows another finding without being made anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding: MoneyFinding | None = None
        self.sentence = label()
        self.sentence.setWordWrap(True)
        self.show_lines = QPushButton(self.tr("Show lines"), self)
        self.go_on = QPushButton(self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.show_lines)
        row.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline(self))

    def show_finding(self, finding: MoneyFinding) -> None:
        """Says a finding."""
        before, self.finding = self.finding, finding
        if before is not None and before.sentence == finding.sentence and before.action == finding.action:
            return
        self.sentence.setText(finding.sentence)
        for button in (self.show_lines, self.go_on):
            button.setAccessibleDescription(finding.sentence)
        self.show_lines.setVisible(finding.lines is not None)
        self.go_on.setText(finding.action)
        self.go_on.setVisible(bool(finding.action))


class FindingsList(QWidget):
    """All findings; says so where there is none.

    Signals:
        lines_asked: carries LinesAsked.
        way_asked: carries the MoneyFinding whose way on is wanted.
    """

    lines_asked = Signal(object)
    way_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FindingRow] = []
        self._nothing: QLabel = label(self.tr("Nothing stands out."), role="muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)

    @property
    def sentences(self) -> list[str]:
        """What is said, from top to bottom."""
        return [row.sentence.text() for row in self.rows if row.isVisibleTo(self)]

    def show_findings(self, findings: Sequence[MoneyFinding]) -> None:
        """Shows findings; rows are kept, so that the focus stays where it is."""
        while len(self.rows) < len(findings):
            self._add_row()
        for number, row in enumerate(self.rows):
            if number < len(findings):
                row.show_finding(findings[number])
            row.setVisible(number < len(findings))
        self._nothing.setVisible(not findings)

    def _add_row(self) -> None:
        row = FindingRow(self)
        row.show_lines.clicked.connect(partial(self._ask_lines, row))
        row.go_on.clicked.connect(partial(self._ask_way, row))
        self.rows.append(row)
        self._column.addWidget(row)

    def _ask_lines(self, row: FindingRow) -> None:
        if row.finding is not None and row.finding.lines is not None:
            self.lines_asked.emit(row.finding.lines)

    def _ask_way(self, row: FindingRow) -> None:
        if row.finding is not None:
            self.way_asked.emit(row.finding)
