"""The command box, worked by the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Side
from campaignplanner.ui.command_box.box import CommandBox
from campaignplanner.ui.command_box.choices import (
    Choice,
    Sort,
    action_choices,
    activity_choices,
    aim_choices,
    campaign_choices,
)
from tests.builders import a_campaign, a_dated_activity, a_plan, an_activity, an_aim

ENTER, ESCAPE, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up


class Window(QWidget):
    """A window with one field, over which the box lies."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        self.resize(900, 600)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    return window


@pytest.fixture
def done() -> list[str]:
    """What was run, in order."""
    return []


@pytest.fixture
def box(window: Window, done: list[str]) -> CommandBox:
    titles = ("Export brief", "Undo", "Tasting bars", "Bars in Leeds")
    choices = [Choice(text=each, sort=Sort.ACTION, run=noting(done, each)) for each in titles]
    return CommandBox(lambda: choices, window)


def noting(done: list[str], text: str) -> Callable[[], None]:
    def run() -> None:
        done.append(text)

    return run


def press(box: CommandBox, key: Qt.Key) -> None:
    QTest.keyClick(box.line, key)


def test_the_box_is_not_seen_before_it_is_asked_for(box: CommandBox) -> None:
    assert not box.isVisible()


def test_the_open_box_has_the_focus_and_shows_what_there_is(box: CommandBox) -> None:
    box.enter()
    assert box.line.hasFocus()
    assert box.found == ["Export brief", "Undo", "Tasting bars", "Bars in Leeds"]


def test_letters_leave_the_likeliest_first(box: CommandBox) -> None:
    box.enter()
    QTest.keyClicks(box.line, "bar")
    assert box.found == ["Bars in Leeds", "Tasting bars"]
    assert box.chosen is not None
    assert box.chosen.text == "Bars in Leeds"


def test_enter_does_what_is_chosen_and_the_box_is_gone(box: CommandBox, done: list[str]) -> None:
    box.enter()
    QTest.keyClicks(box.line, "bar")
    press(box, DOWN)
    press(box, ENTER)
    assert done == ["Tasting bars"]
    assert not box.isVisible()


def test_the_focus_is_back_before_anything_is_done(window: Window, box: CommandBox) -> None:
    had_focus: list[bool] = []
    look = Choice(text="Look", sort=Sort.ACTION, run=lambda: had_focus.append(window.field.hasFocus()))
    other = CommandBox(lambda: [look], window)
    other.enter()
    press(other, ENTER)
    assert had_focus == [True]


def test_escape_leaves_everything_as_it_was(window: Window, box: CommandBox, done: list[str]) -> None:
    box.enter()
    QTest.keyClicks(box.line, "bar")
    press(box, ESCAPE)
    assert done == []
    assert not box.isVisible()
    assert window.field.hasFocus()


def test_the_choice_stops_at_both_ends(box: CommandBox) -> None:
    box.enter()
    press(box, UP)
    assert box.chosen is not None
    assert box.chosen.text == "Export brief"
    press(box, Qt.Key.Key_PageDown)
    assert box.chosen.text == "Bars in Leeds"


def test_letters_that_find_nothing_are_said_and_enter_does_nothing(box: CommandBox, done: list[str]) -> None:
    box.enter()
    QTest.keyClicks(box.line, "xyz")
    assert box.line.accessibleDescription() == "Nothing has these letters."
    press(box, ENTER)
    assert done == []
    assert box.isVisible()


def test_tab_does_not_lead_out_of_the_box(box: CommandBox) -> None:
    box.enter()
    press(box, Qt.Key.Key_Tab)
    assert box.line.hasFocus()


def test_a_second_time_nothing_is_typed_any_more(box: CommandBox) -> None:
    box.enter()
    QTest.keyClicks(box.line, "bar")
    press(box, ESCAPE)
    box.enter()
    assert box.line.text() == ""
    assert len(box.found) == 4


def test_its_key_opens_and_closes_it(box: CommandBox) -> None:
    box.turn()
    assert box.isVisible()
    box.turn()
    assert not box.isVisible()


def test_what_can_be_chosen_is_asked_for_each_time(window: Window) -> None:
    titles = ["One"]
    box = CommandBox(lambda: [Choice(text=each, sort=Sort.ACTION, run=list) for each in titles], window)
    box.enter()
    box.leave()
    titles.append("Two")
    box.enter()
    assert box.found == ["One", "Two"]


def test_a_click_beside_the_box_leaves_it(box: CommandBox, window: Window) -> None:
    box.enter()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not box.isVisible()
    assert window.field.hasFocus()


def test_whatever_takes_the_focus_ends_the_box_and_keeps_it(box: CommandBox, window: Window) -> None:
    box.enter()
    window.field.setFocus()
    assert not box.isVisible()
    assert window.field.hasFocus()


def test_leaving_after_the_focused_field_was_deleted_is_no_trouble(box: CommandBox, window: Window) -> None:
    box.enter()
    window.field.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
    press(box, ESCAPE)
    assert not box.isVisible()


def test_the_box_covers_the_window_when_that_changes_its_size(box: CommandBox, window: Window) -> None:
    box.enter()
    window.resize(700, 500)
    assert box.size() == window.size()


def test_what_is_chosen_is_told_to_screen_readers(box: CommandBox) -> None:
    box.enter()
    assert box.line.accessibleDescription() == "Export brief, Action"
    assert box.line.accessibleName()


# -- what can be chosen ------------------------------------------------------------------------------


def test_actions_that_cannot_be_done_now_are_not_offered(window: Window) -> None:
    undo, redo = QAction("&Undo", window), QAction("Redo", window)
    undo.setShortcut("Ctrl+Z")
    redo.setEnabled(False)
    (choice,) = action_choices([undo, redo])
    assert (choice.text, choice.keys) == ("Undo", "Ctrl+Z")


def test_an_action_is_triggered(window: Window, done: list[str]) -> None:
    undo = QAction("Undo", window)
    undo.triggered.connect(noting(done, "undo"))
    (choice,) = action_choices([undo])
    choice.run()
    assert done == ["undo"]


def test_activities_come_by_first_day_with_their_dates(british: None, done: list[str]) -> None:
    plan = a_plan(
        an_activity("Undated"),
        a_dated_activity("Reviews", "2026-05-10", "2026-05-12"),
        a_dated_activity("Bars", "2026-05-04", side=Side.OFFLINE),
    )
    choices = list(activity_choices(plan, done.append))
    assert [choice.text for choice in choices] == ["Bars", "Reviews", "Undated"]
    assert [choice.said() for choice in choices] == [
        "Bars, Activity, 4 May 2026",
        "Reviews, Activity, 10 May \u2013 12 May 2026",
        "Undated, Activity, No dates yet",
    ]
    choices[0].run()
    assert done == ["bars"]


def test_aims_come_in_their_order(qapp: QApplication, done: list[str]) -> None:
    plan = a_plan(an_aim("Talk", position=1), an_aim("Regulars", position=0))
    choices = list(aim_choices(plan, done.append))
    assert [choice.text for choice in choices] == ["Regulars", "Talk"]


def test_campaigns_are_told_apart_by_their_brand(qapp: QApplication, done: list[str]) -> None:
    (choice,) = campaign_choices([a_campaign(title="Spring", brand="Northwind")], done.append)
    assert choice.said() == "Spring, Campaign, Northwind"


def test_one_of_ten_thousand_activities_is_found_letter_by_letter(window: Window) -> None:
    plan = a_plan([an_activity(f"Tasting bar {number} in Leeds") for number in range(10_000)])
    box = CommandBox(lambda: activity_choices(plan, list), window)
    box.enter()
    QApplication.processEvents()
    QTest.keyClicks(box.line, "bar 99 leeds")
    QApplication.processEvents()
    assert box.found[0] == "Tasting bar 99 in Leeds"
