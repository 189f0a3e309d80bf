"""What people see when the program has a defect."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from campaignplanner.crash import CrashReporter
from campaignplanner.ui.dialogs.crash import CrashDialog


@pytest.fixture
def reporter(qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[CrashReporter]:
    reporter = CrashReporter(tmp_path / "campaignplanner.log")
    yield reporter
    if reporter.dialog is not None:
        reporter.dialog.close()
        reporter.dialog.deleteLater()


def crash(reporter: CrashReporter, words: str = "the bar fell off") -> None:
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        reporter.report(RuntimeError, error, error.__traceback__)


def shown(reporter: CrashReporter) -> bool:
    return reporter.dialog is not None and reporter.dialog.isVisible()


def test_a_defect_is_told_in_a_dialog(reporter: CrashReporter, qtbot: QtBot) -> None:
    crash(reporter)
    qtbot.waitUntil(lambda: shown(reporter))
    assert "the bar fell off" in reporter.dialog.findChild(QPlainTextEdit).toPlainText()


def test_a_defect_is_logged_with_its_trace(reporter: CrashReporter, caplog: pytest.LogCaptureFixture) -> None:
    crash(reporter)
    assert "RuntimeError: the bar fell off" in caplog.text
    assert "in crash" in caplog.text


def test_a_defect_that_comes_back_is_told_once(reporter: CrashReporter, qtbot: QtBot) -> None:
    crash(reporter)
    qtbot.waitUntil(lambda: shown(reporter))
    reporter.dialog.close()
    crash(reporter)
    QApplication.processEvents()
    assert not reporter.dialog.isVisible()


def test_the_dialog_of_a_defect_in_another_thread_opens_on_the_main_thread(
    reporter: CrashReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_in = []
    monkeypatch.setattr(CrashDialog, "open", lambda dialog: opened_in.append(threading.current_thread()))
    thread = threading.Thread(target=crash, args=[reporter])
    thread.start()
    thread.join()
    assert opened_in == []
    qtbot.waitUntil(lambda: len(opened_in) == 1)
    assert opened_in == [threading.main_thread()]


def test_an_exception_that_ends_a_python_thread_reaches_the_reporter(
    reporter: CrashReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, hook in ((sys, "excepthook"), (threading, "excepthook")):
        monkeypatch.setattr(module, hook, getattr(module, hook))
    reporter.install()
    thread = threading.Thread(target=divide_by_nothing)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: shown(reporter))


def divide_by_nothing() -> None:
    raise ZeroDivisionError


def test_the_report_can_be_copied_while_the_dialog_stays_open(reporter: CrashReporter, qtbot: QtBot) -> None:
    crash(reporter)
    qtbot.waitUntil(lambda: shown(reporter))
    reporter.dialog.copy_button.click()
    assert "RuntimeError: the bar fell off" in QGuiApplication.clipboard().text()
    assert reporter.dialog.isVisible()


def test_the_dialog_says_where_the_log_is(qtbot: QtBot) -> None:
    dialog = CrashDialog("report", Path("/somewhere/campaignplanner.log"))
    qtbot.addWidget(dialog)
    assert str(Path("/somewhere/campaignplanner.log")) in dialog.findChild(QLabel).text()


def test_ctrl_c_is_no_defect(reporter: CrashReporter, caplog: pytest.LogCaptureFixture) -> None:
    reporter.report(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert reporter.dialog is None
    assert caplog.text == ""
