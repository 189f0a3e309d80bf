"""What happens when the program meets a defect of its own: it is logged, and told once, on the main thread.

Trouble that people can do something about (`PlanError`, `FileTrouble`) never comes here; the window tells it
in a sentence.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from campaignplanner.ui.dialogs.crash import CrashDialog

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
    def dialog(self) -> CrashDialog | None:
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
        from campaignplanner.ui.dialogs.crash import CrashDialog  # hardly ever needed, so not at the start

        self._dialog = CrashDialog(report, self._log_path)
        self._dialog.open()


def report_of(error: BaseException) -> str:
    """What a developer needs to know: the exception, when it rose and on what."""
    packages = ("campaignplanner", "PySide6-Essentials", "sqlmodel", "typst")
    import platform  # hardly ever needed, so not at the start

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
