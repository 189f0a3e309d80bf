"""The message bar."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from campaignplanner.ui.messages import Answer, MessageBar, TaskRow, Tone
from campaignplanner.ui.tasks import TaskControl, TaskRunner


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    made.resize(800, 60)
    return made


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.finish()


def waits_for(gate: Event, control: TaskControl) -> None:
    control.progress(0.5)
    while not gate.wait(0.005):
        control.check()


def test_the_bar_is_hidden_while_there_is_nothing_to_say(bar: MessageBar) -> None:
    assert not bar.isVisibleTo(bar.parentWidget())


def test_a_sentence_is_shown_until_it_is_closed(bar: MessageBar) -> None:
    bar.say("“Spring” was imported.")
    assert bar.message is not None
    assert bar.message.tone is Tone.DONE
    bar.dismiss()
    assert bar.message is None
    assert bar.isHidden()


def test_the_next_sentence_takes_the_place_of_the_last_with_its_buttons(bar: MessageBar) -> None:
    bar.say("One.", Answer("Undo", list))
    bar.say_trouble("Two.")
    assert bar.message is not None
    assert bar.message.sentence == "Two."
    assert bar.answer_buttons == ()


def test_an_answer_is_carried_out_once_and_the_message_is_gone(bar: MessageBar, qtbot: QtBot) -> None:
    said: list[str] = []
    bar.say("Deleted.", Answer("Undo", partial(said.append, "undone")))
    qtbot.mouseClick(bar.answer_buttons[0], Qt.MouseButton.LeftButton)
    assert said == ["undone"]
    assert bar.message is None


def test_an_answer_may_say_the_next_sentence(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("Deleted.", Answer("Undo", partial(bar.say, "It is back.")))
    qtbot.mouseClick(bar.answer_buttons[0], Qt.MouseButton.LeftButton)
    assert bar.message is not None
    assert bar.message.sentence == "It is back."


def test_escape_closes_the_message(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("Deleted.")
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.message is None


def test_a_long_sentence_wraps_instead_of_widening_the_window(bar: MessageBar) -> None:
    bar.say("A file cannot be read. " * 40)
    assert bar.minimumSizeHint().width() <= 800


def test_what_is_running_is_shown_with_its_progress_until_it_ends(
    bar: MessageBar, runner: TaskRunner, qtbot: QtBot
) -> None:
    gate = Event()
    task = runner.start("Exporting the brief", partial(waits_for, gate))
    bar.follow(task)
    progress = bar.findChild(QProgressBar)
    qtbot.waitUntil(lambda: progress.value() == 500)
    assert not bar.isHidden()
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert bar.isHidden()


def test_a_sentence_stays_when_what_was_running_has_ended(
    bar: MessageBar, runner: TaskRunner, qtbot: QtBot
) -> None:
    task = runner.start("Exporting the brief", bool)
    bar.follow(task)
    bar.say("Something else.")
    qtbot.waitSignal(task.ended).wait()
    assert not bar.isHidden()


def test_cancel_in_the_bar_cancels_the_task(bar: MessageBar, runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.start("Exporting the brief", partial(waits_for, Event()))
    bar.follow(task)
    row = bar.findChild(TaskRow)
    with qtbot.waitSignal(task.cancelled):
        qtbot.mouseClick(row.findChild(QPushButton), Qt.MouseButton.LeftButton)
