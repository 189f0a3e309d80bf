"""Long work away from the window: started on the main thread, run on a pool, told of on the main thread.

A job gets only immutable data. Signals belong to objects of the main thread: a QObject that a pool
thread owns would be destroyed there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from threading import Event

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from campaignplanner.domain.errors import FileTrouble, PlanError


class Cancelled(Exception):
    """Raised inside a job that noticed that nobody wants its result any more."""


@dataclass(frozen=True, slots=True)
class _Progress:
    number: int
    fraction: float


@dataclass(frozen=True, slots=True)
class _Outcome:
    number: int
    result: object = None
    error: BaseException | None = None


class TaskControl:
    """What a job sees of its task: whether to stop, and where to say how far it has come."""

    def __init__(self, number: int, report: Callable[[object], None]) -> None:
        """Made by the runner, on the main thread; every method may be called from any thread."""
        self._number = number
        self._report = report
        self._stop = Event()

    def cancel(self) -> None:
        """Asks the job to stop; it does so at its next look."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Tells the job whether to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raises Cancelled when the job should stop: one call between two steps is enough."""
        if self._stop.is_set():
            raise Cancelled

    def progress(self, fraction: float) -> None:
        """Says how much is done, as a fraction of 1."""
        self._report(_Progress(self._number, fraction))


Job = Callable[[TaskControl], object]


class Task(QObject):
    """One piece of long work as the window sees it.

    `progressed` carries a fraction of 1; `succeeded` what the job returned; `refused` the sentence of a
    PlanError or FileTrouble. `ended` comes last, whatever happened.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    refused = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, title: str, control: TaskControl, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._control = control

    @Slot()
    def cancel(self) -> None:
        """Asks the job to stop; `cancelled` follows when it has."""
        self._control.cancel()

    def conclude(self, outcome: object, error: BaseException | None) -> None:
        """Tells what came of it; an error that is a defect of ours is raised here, on the main thread."""
        try:
            if error is None:
                self.succeeded.emit(outcome)
            elif isinstance(error, Cancelled):
                self.cancelled.emit()
            elif isinstance(error, PlanError | FileTrouble):
                self.refused.emit(error.sentence)
            else:
                raise error
        finally:
            self.ended.emit()


class _PoolJob(QRunnable):
    """Runs a job on a pool thread; holds no QObject but through the bound signal."""

    def __init__(self, job: Job, control: TaskControl, number: int, report: Callable[[object], None]) -> None:
        super().__init__()
        self._job = job
        self._control = control
        self._number = number
        self._report = report

    def run(self) -> None:
        """Does the job; whatever it raises travels to the main thread as a value."""
        try:
            self._control.check()
            outcome = _Outcome(self._number, result=self._job(self._control))
        except BaseException as error:  # noqa: BLE001 - raised again on the main thread
            outcome = _Outcome(self._number, error=error)
        self._report(outcome)


class TaskRunner(QObject):
    """Starts tasks and brings their news to the main thread. `started` carries the Task."""

    started = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._numbers = count(1)
        self._running: dict[int, Task] = {}
        self._reported.connect(self._take_report, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any task has not ended yet."""
        return bool(self._running)

    def start(self, title: str, job: Job) -> Task:
        """Starts a job and returns its task; connect to it before returning to the event loop.

        Args:
            title: what is being done, for people: "Exporting the brief".
            job: called on a pool thread; must touch neither widgets nor the store.
        """
        number = next(self._numbers)
        control = TaskControl(number, self._reported.emit)
        task = Task(title, control, self)
        self._running[number] = task
        self._pool.start(_PoolJob(job, control, number, self._reported.emit))
        self.started.emit(task)
        return task

    def finish(self) -> None:
        """Cancels what runs and waits for it: after this no thread of ours is left.

        What the jobs still report is dropped, for whoever asked for it is going.
        """
        for task in self._running.values():
            task.cancel()
        self._pool.waitForDone()
        self._running.clear()

    @Slot(object)
    def _take_report(self, report: object) -> None:
        if isinstance(report, _Progress) and report.number in self._running:
            self._running[report.number].progressed.emit(report.fraction)
        if isinstance(report, _Outcome) and report.number in self._running:
            task = self._running.pop(report.number)
            try:
                task.conclude(report.result, report.error)
            finally:
                task.deleteLater()
