"""The window's composition root: makes the application, shows the window, then puts a store behind it.

Importing what the store needs takes longer than painting an empty window, so the window is painted first and
everything else is imported after that. Nothing imports this module but the command line.
"""

from __future__ import annotations

import logging
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from campaignplanner import paths, startup
from campaignplanner.crash import CrashReporter
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.preferences import Preferences, read_preferences, write_preferences

if TYPE_CHECKING:  # imported after the first paint, or later
    from campaignplanner.domain.approval import VersionState
    from campaignplanner.domain.plan import Plan
    from campaignplanner.exchange.campaign_file import CampaignFileFormat
    from campaignplanner.services.workspace import Workspace

logger = logging.getLogger(__name__)


def run(store: Path | None = None, *, sample: bool = False) -> int:
    """Opens the window and stays until it is closed.

    Look with `preflight` before: where Qt cannot open a window, it aborts the process.

    Args:
        store: the store to open; None opens the one that was open last.
        sample: whether to show the sample campaign instead of the campaign that was open last.

    Returns:
        The exit status.
    """
    application = make_application()
    # Python would see Ctrl+C in the terminal only with the window's next event.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    reporter = CrashReporter(paths.log_path(), application)
    reporter.install()
    planner = CampaignPlanner(store, sample=sample)
    planner.start()
    status = application.exec()
    reporter.uninstall()
    return status


def make_application() -> QApplication:
    """Qt's application object in Fusion, with the name by which the system knows the program.

    Whoever asks for a style in another way gets it as an object, with all that Python has to know of styles.
    """
    startup.import_plainly()
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName(paths.APP_NAME)
    application.setDesktopFileName(paths.APP_NAME)
    return application


class CampaignPlanner(QObject):
    """The running program: one window, and behind it a store as soon as there is one.

    `painted` comes when people see the window, `opened` when a campaign or the portfolio is in it, or the
    sentence that says why there is neither.
    """

    painted = Signal()
    opened = Signal()

    def __init__(
        self, store: Path | None = None, *, sample: bool = False, preferences_path: Path | None = None
    ) -> None:
        """Makes the window and remembers which store is to be opened.

        Args:
            store: the store to open; None opens the one that was open last.
            sample: whether to show the sample campaign.
            preferences_path: where preferences are kept, when not in the usual place.
        """
        super().__init__()
        self._preferences_path = preferences_path or paths.preferences_path()
        self._sample = sample
        remembered = read_preferences(self._preferences_path)
        self._store, self._worries = store_to_open(store, remembered.last_store)
        if store is not None:
            remembered = replace(remembered, last_store=self._store)
        from campaignplanner.ui.main_window import MainWindow

        self.window = MainWindow(remembered)
        self.window.remember.connect(self._remember)
        self.window.store_wanted.connect(self._change_store)

    def start(self) -> None:
        """Shows the window; the store follows when it is painted."""
        self._first_paint = FirstPaint(self.window)
        self._first_paint.seen.connect(self._go_on)
        self.window.show()

    @Slot()
    def _go_on(self) -> None:
        self.painted.emit()
        self._open_store()
        startup.settle()
        self.opened.emit()

    def _open_store(self) -> None:
        try:
            workspace = self._opened_workspace()
        except FileTrouble as error:
            self.window.refuse(error.sentence)
            return
        from campaignplanner.services.samples import SAMPLES
        from campaignplanner.ui.live_plan import LivePlan

        live = LivePlan(workspace)
        self.window.attach(live)
        if self._sample and self.window.places is not None:
            self.window.places.desk.open_sample(SAMPLES[0].name)
        worries = (*self._worries, *filter(None, [workspace.backup_trouble]))
        if worries:
            live.refused.emit(" ".join(worries))

    def _opened_workspace(self) -> Workspace:
        from campaignplanner.services.workspace import Workspace

        return Workspace.open(self._store, LateCampaignFileFormat())

    @Slot(object)
    def _change_store(self, path: Path) -> None:
        """Opens another store in the same window; where that fails, the one before stays open."""
        from campaignplanner.services.workspace import Workspace
        from campaignplanner.ui.live_plan import LivePlan

        if path.exists() and self._store.exists() and path.samefile(self._store):
            self.window.keep_store("These campaigns are open already.")
            return
        try:
            workspace = Workspace.open(path.absolute(), LateCampaignFileFormat())
        except FileTrouble as error:
            self.window.keep_store(error.sentence)
            return
        self._store = path.absolute()
        live = LivePlan(workspace)
        self.window.attach(live, chosen=True)
        if workspace.backup_trouble:
            live.refused.emit(workspace.backup_trouble)

    @Slot(object)
    def _remember(self, preferences: Preferences) -> None:
        """Forgetting the size of a window is no reason to bother anybody, so it is only logged."""
        try:
            write_preferences(preferences, self._preferences_path)
        except OSError:
            logger.warning("The preferences cannot be written", exc_info=True)


class LateCampaignFileFormat:
    """The campaign file's format, imported when a version is kept or looked at, which no start needs."""

    def write(self, plan: Plan) -> str:
        """See `CampaignFileFormat`."""
        return self._imported().write(plan)

    def read(self, text: str) -> Plan:
        """See `CampaignFileFormat`."""
        return self._imported().read(text)

    def read_with_states(self, text: str) -> tuple[Plan, tuple[VersionState, ...]]:
        """See `CampaignFileFormat`."""
        return self._imported().read_with_states(text)

    def _imported(self) -> CampaignFileFormat:
        from campaignplanner.exchange.campaign_file import CampaignFileFormat

        return CampaignFileFormat()


class FirstPaint(QObject):
    """Notices when a window has been painted for the first time; `seen` comes right after."""

    seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the paint event; what is inside the window is painted together with it."""
        if watched is self._window and event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self.seen.emit)
        return False


def store_to_open(named: Path | None, last: Path | None) -> tuple[Path, tuple[str, ...]]:
    """Chooses the store, and says in sentences what people should know about that.

    A store that was open last may lie on a drive that is not there today: the usual one is better than none,
    and better than a new, empty one in the place of the old.

    Args:
        named: what somebody asked for now.
        last: what was open last.
    """
    usual = paths.default_store_path()
    path = (named or last or usual).absolute()
    if named is not None or path == usual or path.exists():
        return path, ()
    return usual, (f"The store “{path}” is not there today, so the usual one is open.",)
