"""Long work that does not hold up the window: on a pool, or on the main thread in short slices.

A job on the pool gets only immutable data. Signals belong to objects of the main thread: a QObject that a
pool thread owns would be destroyed there.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from itertools import count
from threading import Event
from time import monotonic
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from campaignplanner.domain.errors import FileTrouble, PlanError

T = TypeVar("T")

Steps: TypeAlias = Generator[float, None, T]
"""Work of the main thread: yields after each short step how much of it is done, as a fraction of 1."""

_SLICE = 0.005
"""Seconds that are worked at a time before the window gets its turn."""

_WORTH_TELLING = 0.01


def at_once(steps: Steps[T]) -> T:
    """Does all steps without a break, where there are few."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


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

    @property
    def number(self) -> int:
        """By what the runner knows the task."""
        return self._number

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


class _Slices(QObject):
    """Does steps on the main thread, a few whenever the window has nothing else to do."""

    def __init__(
        self, steps: Steps[object], control: TaskControl, conclude: Callable[[_Outcome], None]
    ) -> None:
        super().__init__()
        self._steps = steps
        self._control = control
        self._conclude = conclude
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)
        self._timer.start()

    def stop(self) -> None:
        """Does no more of it."""
        self._timer.stop()
        self._steps.close()

    @Slot()
    def _work(self) -> None:
        ends = monotonic() + _SLICE
        try:
            self._control.check()
            done = next(self._steps)
            while monotonic() < ends:
                done = next(self._steps)
        except StopIteration as end:
            self._end(result=end.value)
        except BaseException as error:  # noqa: BLE001 - raised again where the task is concluded
            self._end(error=error)
        else:
            if done >= self._told + _WORTH_TELLING:
                self._told = done
                self._control.progress(done)

    def _end(self, result: object = None, error: BaseException | None = None) -> None:
        self.stop()
        self._conclude(_Outcome(self._control.number, result, error))


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
        self._slices: dict[int, _Slices] = {}
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
        task, control = self._made(title)
        self._pool.start(_PoolJob(job, control, control.number, self._reported.emit))
        self.started.emit(task)
        return task

    def start_in_slices(self, title: str, steps: Steps[T]) -> Task:
        """Starts work that only the main thread may do, and returns its task, as ``start`` does.

        Args:
            title: what is being done, for people: "Painting the picture".
            steps: each as short as a frame; it is closed when nobody wants the result any more.
        """
        task, control = self._made(title)
        self._slices[control.number] = _Slices(steps, control, self._reported.emit)
        self.started.emit(task)
        return task

    def _made(self, title: str) -> tuple[Task, TaskControl]:
        control = TaskControl(next(self._numbers), self._reported.emit)
        task = Task(title, control, self)
        self._running[control.number] = task
        return task, control

    def finish(self) -> None:
        """Cancels what runs and waits for it: after this no thread of ours is left.

        What the jobs still report is dropped, for whoever asked for it is going.
        """
        for task in self._running.values():
            task.cancel()
        for slices in self._slices.values():
            slices.stop()
        self._slices.clear()
        self._pool.waitForDone()
        self._running.clear()

    @Slot(object)
    def _take_report(self, report: object) -> None:
        if isinstance(report, _Progress) and report.number in self._running:
            self._running[report.number].progressed.emit(report.fraction)
        if isinstance(report, _Outcome) and report.number in self._running:
            task = self._running.pop(report.number)
            self._slices.pop(report.number, None)
            try:
                task.conclude(report.result, report.error)
            finally:
                task.deleteLater()
