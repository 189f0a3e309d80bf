"""The one dialog that tells of a defect of the program itself; `campaignplanner.crash` opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout


class CrashDialog(QDialog):
    """Tells that something went wrong in the program, where the log is, and hands out the report."""

    def __init__(self, report: str, log_path: Path) -> None:
        super().__init__()
        self._report = report
        self._log_path = log_path
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(720, 420)
        layout = QVBoxLayout(self)
        layout.addWidget(self._build_words())
        layout.addWidget(self._build_details())
        layout.addWidget(self._build_buttons())

    def _build_words(self) -> QLabel:
        sentences = (
            self.tr("Something went wrong inside the program."),
            self.tr("What you changed before is saved. Please close the program and start it again."),
            self.tr("The log is in %1").replace("%1", str(self._log_path)),
        )
        words = QLabel("\n\n".join(sentences))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def _build_details(self) -> QPlainTextEdit:
        details = QPlainTextEdit(self._report)
        details.setReadOnly(True)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setAccessibleName(self.tr("Report"))
        return details

    def _build_buttons(self) -> QDialogButtonBox:
        """Copying leaves the dialog open: after it, the sentences are still to be read."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy_report)
        buttons.rejected.connect(self.reject)
        return buttons

    @Slot()
    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
