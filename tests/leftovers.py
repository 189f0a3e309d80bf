"""Finds what a test with a window left behind: it would keep running into the tests that come after it."""

import multiprocessing
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess

import shiboken6
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

GRACE_SECONDS = 2.0
"""How long a thread or process that was told to end may take to do so."""


@dataclass
class Leftovers:
    """Everything that runs or shows: noted before a test, compared with after it."""

    before: set[int] = field(default_factory=set)
    threads: set[threading.Thread] = field(default_factory=set)
    processes: set[BaseProcess] = field(default_factory=set)

    @classmethod
    def noted_now(cls) -> "Leftovers":
        return cls(
            before={id(thing) for thing in running_qt_objects()},
            threads=set(threading.enumerate()),
            processes=set(multiprocessing.active_children()),
        )

    def found(self) -> list[str]:
        """What was not there before, each in words; stopped or closed on the way, so it is told only once."""
        deliver_everything()
        sentences = [_stopped(thing) for thing in list(running_qt_objects()) if id(thing) not in self.before]
        if not QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000)):
            sentences.append("a job in the global thread pool still runs")
        for process in set(multiprocessing.active_children()) - self.processes:
            process.join(GRACE_SECONDS)
            if process.is_alive():
                sentences.append(f"the process {process.name} still runs")
                process.kill()
        for thread in set(threading.enumerate()) - self.threads:
            if isinstance(thread, threading._DummyThread):
                continue  # a pool thread of Qt that Python once saw; Qt keeps it for the next job
            thread.join(GRACE_SECONDS)
            if thread.is_alive():
                sentences.append(f"the thread {thread.name} still runs")
        deliver_everything()
        return sentences


def deliver_everything() -> None:
    """Without an event loop `deleteLater` is never delivered, so it is done here."""
    application = QApplication.instance()
    if application is None:
        return
    for _ in range(2):
        application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def running_qt_objects() -> Iterator[object]:
    """Visible windows, active timers, running animations and threads that Python knows of."""
    if QApplication.instance() is None:
        return
    yield from (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    yield from (wrapper for wrapper in shiboken6.getAllValidWrappers() if _runs(wrapper))


def _runs(wrapper: object) -> bool:
    if isinstance(wrapper, QTimer):
        return wrapper.isActive()
    if isinstance(wrapper, QAbstractAnimation):
        return wrapper.state() == QAbstractAnimation.State.Running
    return isinstance(wrapper, QThread) and wrapper.isRunning() and wrapper is not QThread.currentThread()


def _stopped(thing: object) -> str:
    sentence = f"{type(thing).__name__} {thing.objectName() or thing!r} is still there"
    if isinstance(thing, QWidget):
        sentence = f"{sentence} and visible"
        thing.close()
        thing.deleteLater()
    elif isinstance(thing, QThread):
        thing.quit()
        thing.wait(int(GRACE_SECONDS * 1000))
    else:
        thing.stop()
    return sentence
