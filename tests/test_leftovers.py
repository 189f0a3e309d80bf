"""The guard itself: a test that leaves something running must be told so."""

import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.leftovers import Leftovers


def test_a_window_left_open_is_found_and_closed(qapp: QApplication) -> None:
    leftovers = Leftovers.noted_now()
    window = QLabel("left open")
    window.show()
    assert len(leftovers.found()) == 1
    assert leftovers.found() == []


def test_a_timer_left_running_is_found_and_stopped(qapp: QApplication) -> None:
    leftovers = Leftovers.noted_now()
    owner = QWidget()
    timer = QTimer(owner)
    timer.start(60_000)
    assert [sentence.split()[0] for sentence in leftovers.found()] == ["QTimer"]
    assert not timer.isActive()


def test_a_qt_thread_left_running_is_found_and_ended(qapp: QApplication) -> None:
    leftovers = Leftovers.noted_now()
    thread = QThread()
    thread.start()
    assert [sentence.split()[0] for sentence in leftovers.found()] == ["QThread"]
    assert thread.isFinished()


def test_a_python_thread_left_running_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.leftovers.GRACE_SECONDS", 0.01)
    leftovers = Leftovers.noted_now()
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait, name="left running")
    thread.start()
    try:
        assert leftovers.found() == ["the thread left running still runs"]
    finally:
        ended.set()
        thread.join()


def test_what_was_there_before_the_test_is_not_its_fault(qapp: QApplication) -> None:
    timer = QTimer()
    timer.start(60_000)
    try:
        assert Leftovers.noted_now().found() == []
    finally:
        timer.stop()


def test_what_a_test_has_put_away_is_not_found(qapp: QApplication) -> None:
    leftovers = Leftovers.noted_now()
    window = QLabel("put away")
    window.show()
    window.close()
    window.deleteLater()
    assert leftovers.found() == []
