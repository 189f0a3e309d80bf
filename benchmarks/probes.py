"""What a fresh process does to be measured: ``python -m benchmarks.probes NAME STARTED [FOLDER]``.

STARTED is what the parent's `time.monotonic_ns` said just before it made the process; that clock is the same
for all processes of a machine. The process prints the milliseconds since then and ends. Nothing is imported
above that a probe does not need itself.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

WINDOW = (1440, 900)


def empty_window(done: Callable[[], None], _folder: Path) -> None:
    """The least that PySide6 can do: a window with nothing in it, painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class FirstPaint(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, done)
            return False

    application = QApplication([])
    window = QWidget()
    watcher = FirstPaint()
    window.installEventFilter(watcher)
    window.resize(*WINDOW)
    window.show()
    application.exec()


def empty_window_and_sqlmodel(done: Callable[[], None], folder: Path) -> None:
    """The least that a program with this store can do."""
    import sqlmodel  # noqa: F401 - what is measured

    empty_window(done, folder)


def first_paint(done: Callable[[], None], folder: Path) -> None:
    """The program, from its start until its window is painted."""
    from campaignplanner import startup

    startup.hurry()
    from campaignplanner import app

    application = app.make_application()
    planner = app.CampaignPlanner(preferences_path=folder / "preferences.json")
    planner.painted.connect(done)
    planner.start()
    application.exec()


def last_campaign(done: Callable[[], None], folder: Path) -> None:
    """The program, from its start until the last campaign is painted and waits for the person."""
    from campaignplanner import startup

    startup.hurry()
    from campaignplanner import app

    application = app.make_application()
    planner = app.CampaignPlanner(preferences_path=folder / "preferences.json")
    second_paint: list[app.FirstPaint] = []

    def wait_for_the_page() -> None:
        page = planner.window.places.timeline  # there, because the campaign was open last
        second_paint.append(app.FirstPaint(page))
        second_paint[0].seen.connect(done)

    planner.opened.connect(wait_for_the_page)
    planner.start()
    application.exec()


PROBES = {
    probe.__name__: probe for probe in (empty_window, empty_window_and_sqlmodel, first_paint, last_campaign)
}


def main(words: list[str]) -> None:
    """Runs one probe; prints and leaves at once, since how long a process takes to end is not measured."""
    name, started, folder = words

    def done() -> None:
        milliseconds = (time.monotonic_ns() - int(started)) / 1e6
        print(milliseconds, flush=True)
        os._exit(0)

    PROBES[name](done, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
