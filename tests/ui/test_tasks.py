"""Long work away from the window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.ui.tasks import Cancelled, Steps, TaskControl, TaskRunner, at_once


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.finish()


def refuse(sentence: str, control: TaskControl) -> None:
    raise FileTrouble(sentence)


def break_down(control: TaskControl) -> None:
    raise ZeroDivisionError


def until_cancelled(begun: Event, control: TaskControl) -> None:
    begun.set()
    while True:
        control.check()


def test_a_job_runs_elsewhere_and_its_result_arrives_on_the_main_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    threads = []
    task = runner.start("Reading", lambda control: current_thread())
    task.succeeded.connect(lambda ran_in: threads.extend([ran_in, current_thread()]))
    qtbot.waitSignal(task.ended).wait()
    assert threads[0] is not main_thread()
    assert threads[1] is main_thread()


def test_large_numbers_arrive_unchanged(runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.start("Adding", lambda control: 2**40)
    with qtbot.waitSignal(task.succeeded) as caught:
        pass
    assert caught.args == [2**40]


def steps(*done: float) -> Steps[str]:
    yield from done
    return "done"


def without_end(closed: list[bool]) -> Steps[None]:
    try:
        while True:
            yield 0.5
    finally:
        closed.append(True)


def test_steps_are_done_here_and_tell_how_far_they_are(runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.start_in_slices("Painting", steps(0.25, 0.75))
    with qtbot.waitSignal(task.succeeded) as caught:
        assert runner.is_busy
    assert caught.args == ["done"]
    assert not runner.is_busy


def test_steps_can_be_done_at_once() -> None:
    assert at_once(steps(0.25, 0.75)) == "done"


def test_steps_that_nobody_wants_any_more_are_put_away(runner: TaskRunner, qtbot: QtBot) -> None:
    closed: list[bool] = []
    task = runner.start_in_slices("Painting", without_end(closed))
    with qtbot.waitSignal(task.progressed):
        pass
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert closed == [True]
    again = runner.start_in_slices("Painting again", without_end(closed))
    with qtbot.waitSignal(again.progressed):
        pass
    runner.finish()
    assert closed == [True, True]
    assert not runner.is_busy


def test_trouble_with_a_file_becomes_a_sentence(runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.start("Reading", partial(refuse, "The file is empty."))
    with qtbot.waitSignal(task.refused) as caught:
        pass
    assert caught.args == ["The file is empty."]


def test_a_cancelled_job_ends_without_a_result(runner: TaskRunner, qtbot: QtBot) -> None:
    begun = Event()
    task = runner.start("Reading", partial(until_cancelled, begun))
    begun.wait(5)
    with qtbot.waitSignal(task.cancelled), qtbot.assertNotEmitted(task.succeeded):
        task.cancel()


def test_a_job_that_was_cancelled_before_it_began_never_runs(runner: TaskRunner, qtbot: QtBot) -> None:
    ran = []
    begun = Event()
    blocking = [runner.start("First", partial(until_cancelled, begun)) for _ in range(2)]
    waiting = runner.start("Last", ran.append)
    waiting.cancel()
    with qtbot.waitSignal(waiting.cancelled):
        for task in blocking:
            task.cancel()
    assert ran == []


def test_a_defect_in_a_job_is_raised_on_the_main_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as exceptions:
        task = runner.start("Dividing", break_down)
        qtbot.waitSignal(task.ended).wait()
    assert [kind for kind, *_ in exceptions] == [ZeroDivisionError]
    assert not runner.is_busy


def test_what_jobs_report_after_the_end_reaches_nobody(runner: TaskRunner, qtbot: QtBot) -> None:
    begun = Event()
    task = runner.start("Reading", partial(until_cancelled, begun))
    begun.wait(5)
    with qtbot.assertNotEmitted(task.ended, wait=50):
        runner.finish()
    assert not runner.is_busy


def test_a_job_notices_that_it_was_cancelled(runner: TaskRunner) -> None:
    control = TaskControl(1, [].append)
    control.check()
    control.cancel()
    assert control.is_cancelled()
    with pytest.raises(Cancelled):
        control.check()
