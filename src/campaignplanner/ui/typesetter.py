"""Keeps the process that typesets briefs, for starting it takes longer than typesetting."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:  # the typesetter is imported when the window has come to rest, or with the first brief
    from campaignplanner.brief.render import BriefRenderer
    from campaignplanner.ui.live_plan import LivePlan
    from campaignplanner.ui.tasks import TaskControl, TaskRunner

_AT_REST = 2000
"""Milliseconds without an edit after which the process is started: people look then, or think."""


class TypesetterKeeper:
    """One per window, for whoever makes briefs in it: the brief's page and the exports."""

    def __init__(self) -> None:
        self._renderer: BriefRenderer | None = None
        self._making = Lock()

    @property
    def renderer(self) -> BriefRenderer:
        """The typesetter, whose process starts when a brief is first asked of it; from any thread."""
        with self._making:
            if self._renderer is None:
                from campaignplanner.brief.render import BriefRenderer

                self._renderer = BriefRenderer()
            return self._renderer

    @property
    def is_known(self) -> bool:
        """Whether somebody has asked for the typesetter already."""
        return self._renderer is not None

    def warm_up(self, control: TaskControl) -> None:
        """Starts the process before anybody needs it; a job for the pool."""
        self.renderer.warm_up(control.is_cancelled)

    def close(self) -> None:
        """Ends the process; call it when no task runs any more."""
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None


class EarlyTypesetter(QObject):
    """Has the typesetter warmed up once when a campaign is open and the window has come to rest.

    Whoever opens the brief's page then need not wait for that. Where the process cannot be started, nobody is
    told: whoever wants a brief is.
    """

    def __init__(self, live: LivePlan, tasks: TaskRunner, keeper: TypesetterKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._tasks = tasks
        self._keeper = keeper
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AT_REST)
        self._timer.timeout.connect(self._warm_up)
        live.changed.connect(self._wait)

    def close(self) -> None:
        """Starts nothing any more."""
        self._timer.stop()

    @Slot()
    def _wait(self) -> None:
        """Counts anew with every edit."""
        if self._live.plan is not None and not self._keeper.is_known:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _warm_up(self) -> None:
        if not self._keeper.is_known:
            self._tasks.start(self.tr("Making the typesetter ready"), self._keeper.warm_up)
