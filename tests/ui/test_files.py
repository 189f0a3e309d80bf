"""Asking where a file is to be written, with the dialog that Qt shows where the system has none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.ui.dialogs.files import SystemFileDoor, with_ending
from campaignplanner.ui.dialogs.replace_file import ReplaceFileDialog

PICTURES = "PNG pictures (*.png);;SVG drawings (*.svg)"
CAMPAIGNS = "Campaign files (*.campaign.json *.json)"

Step = Callable[[QWidget], None]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def door(tmp_path: Path) -> SystemFileDoor:
    """Asks in the test's own folder."""
    door = SystemFileDoor()
    door._noted(tmp_path / "the last one")
    return door


class Person:
    """Answers the dialogs that come, one after the other, each with the step that is its turn."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._is_busy = False
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if self.steps and not self._is_busy and dialog is not None and dialog.isVisible():
            self._is_busy = True
            QTimer.singleShot(0, partial(self._answer, dialog))  # not from here: our timer would rest

    def _answer(self, dialog: QWidget) -> None:
        self._is_busy = False
        self.steps.pop(0)(dialog)


@pytest.fixture
def person(qapp: QApplication) -> Iterator[Person]:
    person = Person()
    yield person
    person.stop()


def types(name: str) -> Step:
    def step(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit).setText(name)
        dialog.accept()

    return step


def takes_the_proposal(dialog: QWidget) -> None:
    assert isinstance(dialog, QFileDialog)
    dialog.accept()


def changes_their_mind(dialog: QWidget) -> None:
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


def replaces(dialog: QWidget) -> None:
    assert isinstance(dialog, ReplaceFileDialog)
    dialog.yes_button.click()


def keeps(dialog: QWidget) -> None:
    assert isinstance(dialog, ReplaceFileDialog)
    dialog.no_button.click()


def says_yes_to_qt(dialog: QWidget) -> None:
    assert isinstance(dialog, QMessageBox)
    dialog.button(QMessageBox.StandardButton.Yes).click()


def asked(door: SystemFileDoor, parent: QWidget, name: str = "plan.png") -> Path | None:
    return door.file_to_write(parent, "Save", name, PICTURES)


def test_a_name_without_an_ending_gets_the_one_of_its_kind(
    door: SystemFileDoor, parent: QWidget, person: Person, tmp_path: Path
) -> None:
    person.steps = [types("autumn")]
    assert asked(door, parent) == tmp_path / "autumn.png"


def test_a_point_in_a_name_is_no_ending(
    door: SystemFileDoor, parent: QWidget, person: Person, tmp_path: Path
) -> None:
    person.steps = [types("Acme Inc. autumn v1.2")]
    assert asked(door, parent) == tmp_path / "Acme Inc. autumn v1.2.png"


def test_the_ending_of_another_kind_that_can_be_written_stays(
    door: SystemFileDoor, parent: QWidget, person: Person, tmp_path: Path
) -> None:
    person.steps = [types("autumn.SVG")]
    assert asked(door, parent) == tmp_path / "autumn.SVG"


def test_what_lies_under_the_whole_name_is_replaced_only_when_that_is_wanted(
    door: SystemFileDoor, parent: QWidget, person: Person, tmp_path: Path
) -> None:
    (tmp_path / "autumn.png").write_bytes(b"mine")
    person.steps = [types("autumn"), replaces]
    assert asked(door, parent) == tmp_path / "autumn.png"
    assert not person.steps


def test_whoever_does_not_want_that_is_asked_again_for_a_name(
    door: SystemFileDoor, parent: QWidget, person: Person, tmp_path: Path
) -> None:
    (tmp_path / "autumn.png").write_bytes(b"mine")
    person.steps = [types("autumn"), keeps, types("winter")]
    assert asked(door, parent) == tmp_path / "winter.png"


def test_a_whole_name_is_asked_about_once(
    door: SystemFileDoor, parent: QWidget, person: Person, tmp_path: Path
) -> None:
    (tmp_path / "plan.png").write_bytes(b"mine")
    person.steps = [takes_the_proposal, says_yes_to_qt]
    assert asked(door, parent) == tmp_path / "plan.png"


def test_changing_ones_mind_writes_nowhere(door: SystemFileDoor, parent: QWidget, person: Person) -> None:
    person.steps = [changes_their_mind]
    assert asked(door, parent) is None


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("plan", "SVG drawings (*.svg)", "plan.svg"),
        ("plan.", "", "plan.png"),
        ("plan.pdf", "", "plan.pdf.png"),
        ("plan.PNG", "SVG drawings (*.svg)", "plan.PNG"),
        (".png", "", ".png"),
    ],
)
def test_the_chosen_kind_says_the_ending(typed: str, kind: str, written: str) -> None:
    assert with_ending(Path(typed), PICTURES, kind) == Path(written)


@pytest.mark.parametrize("typed", ["plan.json", "plan.campaign.json"])
def test_a_campaign_file_may_have_the_short_ending(typed: str) -> None:
    assert with_ending(Path(typed), CAMPAIGNS) == Path(typed)
    assert with_ending(Path("plan"), CAMPAIGNS) == Path("plan.campaign.json")
