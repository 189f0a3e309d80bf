"""Exporting the brief from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from campaignplanner.brief import export
from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.messages import TaskRow
from tests.ui.doors import PreparedFiles

PATIENCE = 60_000
"""Milliseconds: a typesetter's process has to start on a machine that does other things too."""

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def inside(open_window: OpenWindow, workspace: Workspace, sample_plan: Plan) -> MainWindow:
    campaign_id = workspace.import_plan(sample_plan)
    return open_window(Preferences(last_campaign_id=campaign_id))


def sentence(window: MainWindow) -> str:
    message = window._messages.message
    return "" if message is None else message.sentence


def written(files: PreparedFiles) -> Path:
    assert files.folder is not None
    return files.folder / files.proposed[0]


def test_the_brief_is_written_where_asked_and_can_be_opened(
    inside: MainWindow, files: PreparedFiles, qtbot: QtBot
) -> None:
    inside._actions[Name.EXPORT_BRIEF].trigger()
    qtbot.waitUntil(lambda: bool(sentence(inside)), timeout=PATIENCE)
    assert files.proposed == ["Northwind Coffee, Autumn Blend launch, brief v2.pdf"]
    assert len(PdfReader(written(files)).pages) >= 3
    qtbot.mouseClick(inside._messages.answer_buttons[0], Qt.MouseButton.LeftButton)
    assert files.opened == [written(files)]


def test_a_place_that_cannot_be_written_to_is_said_in_a_sentence(
    inside: MainWindow, files: PreparedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    files.folder = tmp_path / "missing"
    inside._actions[Name.EXPORT_BRIEF].trigger()
    qtbot.waitUntil(lambda: "could not be written" in sentence(inside), timeout=PATIENCE)


def test_changing_ones_mind_exports_nothing(inside: MainWindow, files: PreparedFiles) -> None:
    files.folder = None
    inside._actions[Name.EXPORT_BRIEF].trigger()
    assert inside.findChild(TaskRow) is None


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Event:
    """The typesetter never gets ready, and only looks whether somebody cancels."""
    begun = Event()

    def work(*_: object, cancelled: Callable[[], bool], **__: object) -> None:
        begun.set()
        while not cancelled():
            pass
        raise export.Cancelled

    monkeypatch.setattr(export, "export_brief", work)
    return begun


def test_an_export_can_be_cancelled_and_leaves_no_file(
    inside: MainWindow, files: PreparedFiles, endless: Event, qtbot: QtBot
) -> None:
    inside._actions[Name.EXPORT_BRIEF].trigger()
    assert endless.wait(10)
    row = inside.findChild(TaskRow)
    qtbot.mouseClick(row.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cancelled" in sentence(inside))
    assert not written(files).exists()


def test_closing_the_window_cancels_an_export(inside: MainWindow, endless: Event) -> None:
    inside._actions[Name.EXPORT_BRIEF].trigger()
    assert endless.wait(10)
    inside.close()
    assert not inside._tasks.is_busy


def test_the_window_answers_while_a_brief_is_typeset(
    inside: MainWindow, endless: Event, workspace: Workspace
) -> None:
    inside._actions[Name.EXPORT_BRIEF].trigger()
    assert endless.wait(10)
    inside._actions[Name.CAMPAIGNS].trigger()
    assert inside.places is not None
    assert inside.places.campaign_id is None
