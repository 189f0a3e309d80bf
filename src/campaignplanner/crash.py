"""What happens when the program meets a defect of its own: it is logged, and told once, on the main thread.

Trouble that people can do something about (`PlanError`, `FileTrouble`) never comes here; the window tells it
in a sentence.
"""

import logging
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

logger = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Takes every exception that nobody caught, from any thread.

    Lives on the main thread, as long as the application. Qt calls Python's hook in the thread in which the
    exception rose; a dialog there would crash for good, so the report travels by a queued signal.
    """

    _reported = Signal(object)

    def __init__(self, log_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_path = log_path
        self._dialog: CrashDialog | None = None
        self._told = False
        self._reported.connect(self._tell_once, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Puts this reporter in the place of Python's own hooks."""
        sys.excepthook = self.report
        threading.excepthook = self._report_from_thread

    def uninstall(self) -> None:
        """Gives Python its own hooks back, for when the application ends."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    @property
    def dialog(self) -> "CrashDialog | None":
        """The dialog, once there was something to tell."""
        return self._dialog

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs an exception, whole, and asks the main thread to tell it. Safe to call from any thread."""
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, Exception):
            return  # Ctrl+C in the terminal is no defect
        logger.error("Nobody caught this", exc_info=(kind, error, trace))
        self._reported.emit(report_of(error))

    def _report_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    @Slot(object)
    def _tell_once(self, report: str) -> None:
        """A defect in painting comes back with every frame: one dialog is enough, the log has them all."""
        if self._told:
            return
        self._told = True
        self._dialog = CrashDialog(report, self._log_path)
        self._dialog.open()


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


def report_of(error: BaseException) -> str:
    """What a developer needs to know: the exception, when it rose and on what."""
    packages = ("campaignplanner", "PySide6-Essentials", "sqlmodel", "typst")
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    lines = [
        f"Made at {made_at} in thread {threading.current_thread().name}",
        f"Python {platform.python_version()} on {platform.platform()}",
        *(f"{package} {_version(package)}" for package in packages),
        f"Platform plugin: {QGuiApplication.platformName() if QCoreApplication.instance() else 'none'}",
        "",
        "".join(traceback.format_exception(error)),
    ]
    return "\n".join(lines)


def _version(package: str) -> str:
    from importlib import metadata  # takes longer than painting the window, and most runs never need it

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"
