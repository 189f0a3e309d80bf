"""The history as a list of steps."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from campaignplanner.services.history import HistoryLine
from campaignplanner.ui.history_panel import HistoryModel, HistoryPanel, steps_of

WHEN = datetime(2026, 8, 24, 12, 30, tzinfo=UTC)


def lines(*undone: bool) -> list[HistoryLine]:
    """Newest first: the last one was made first and has the number 1."""
    count = len(undone)
    return [
        HistoryLine(count - place, f"Step {count - place}", WHEN, was) for place, was in enumerate(undone)
    ]


@pytest.fixture
def panel(qtbot: QtBot) -> HistoryPanel:
    made = HistoryPanel()
    qtbot.addWidget(made)
    made.show_history(lines(True, False, False), is_whole=True)
    made.show()
    return made


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_steps(steps_of(lines(True, False), "The beginning"))
    assert model.rowCount() == 3


def test_the_newest_step_that_is_not_taken_back_is_where_one_is() -> None:
    assert [step.is_now for step in steps_of(lines(True, True, False, False), "The beginning")] == [
        False,
        False,
        True,
        False,
        False,
    ]


def test_when_everything_is_taken_back_one_is_at_the_beginning() -> None:
    assert steps_of(lines(True, True), "The beginning")[-1].is_now


def test_without_the_oldest_steps_there_is_no_way_to_the_beginning() -> None:
    assert [step.label for step in steps_of(lines(False), None)] == ["Step 1"]


def test_a_click_asks_for_the_step(panel: HistoryPanel, qtbot: QtBot) -> None:
    where = panel.list.visualRect(panel.model.index(2)).center()
    with qtbot.waitSignal(panel.step_wanted) as caught:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert caught.args[0].line_id == 1


def test_enter_asks_for_the_step_under_the_cursor(panel: HistoryPanel, qtbot: QtBot) -> None:
    panel.list.setCurrentIndex(panel.model.index(0))
    with qtbot.waitSignal(panel.step_wanted) as caught:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert caught.args[0].line_id == 3


def test_escape_closes_the_history(panel: HistoryPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)


def test_a_screen_reader_hears_which_steps_were_taken_back_and_where_one_is(panel: HistoryPanel) -> None:
    spoken = [panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert spoken[0].endswith("taken back")
    assert spoken[1].endswith("you are here")
    assert spoken[3] == "The beginning"


def test_the_panel_paints_all_kinds_of_steps(panel: HistoryPanel) -> None:
    assert not panel.grab().isNull()
