"""What the review says of the record that the inspector shows, where no field of the form stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campaignplanner.domain.review import Finding
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.formats import counted
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.widgets.lines import hairline, label
from campaignplanner.ui.widgets.severity_mark import SeverityMark

_MOST = 3


class FindingStrip(QWidget):
    """A sentence for each finding with the way to it; takes no room while there is none.

    Signals:
        asked: carries the Finding that is to be shown in full.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._rows: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(hairline())
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Says what is found; nothing moves while that is the same."""
        wanted = tuple(findings)
        if wanted == self.findings:
            return
        self.findings = wanted
        if self._rows is not None:
            self._rows.hide()  # it is deleted only later
            self._column.removeWidget(self._rows)
            self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(18, 8, 10, 8)
        column.setSpacing(6)
        for finding in wanted[:_MOST]:
            column.addLayout(self._row(finding))
        rest = len(wanted) - _MOST
        if rest > 0:
            said = counted(rest, self.tr("and %1 more in the review"), self.tr("and %1 more in the review"))
            column.addWidget(label(said, role="muted", font=small_font()))
        self._column.insertWidget(0, self._rows)
        self.setVisible(bool(wanted))

    def _row(self, finding: Finding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(SeverityMark(finding.severity), 0, Qt.AlignmentFlag.AlignTop)
        words = label(" ".join(finding.message.split()), font=small_font())
        words.setWordWrap(True)
        row.addWidget(words, 1)
        said = self.tr("Show in the review: %1").replace("%1", finding.message)
        button = quiet_text_button(self.tr("Show") + " \u203a", said)
        button.clicked.connect(partial(self.asked.emit, finding))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
