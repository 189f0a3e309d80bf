"""Whole campaigns: importing, copying, deleting, writing to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QLabel
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.dialogs.delete import DeleteDialog
from campaignplanner.ui.dialogs.duplicate import DuplicateDialog
from campaignplanner.ui.main_window import MainWindow
from tests.ui.conftest import spring_plan
from tests.ui.doors import PreparedFiles

D = TypeVar("D", bound=QDialog)
OpenWindow = Callable[..., MainWindow]


def trigger(window: MainWindow, name: Name) -> None:
    assert window._actions[name].isEnabled()
    window._actions[name].trigger()


def dialog_of(window: MainWindow, kind: type[D]) -> D:
    dialog = window.findChild(kind)
    assert dialog is not None
    return dialog


def sentence(window: MainWindow) -> str:
    message = window._messages.message
    return "" if message is None else message.sentence


def titles(workspace: Workspace) -> list[str]:
    return [entry.campaign.title for entry in workspace.portfolio()]


def choose(window: MainWindow, campaign_id: str) -> None:
    assert window.places is not None
    assert window.places.portfolio.list.choose(campaign_id)


def answer(window: MainWindow, text: str, qtbot: QtBot) -> None:
    button = next(each for each in window._messages.answer_buttons if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_imported_campaign_is_shown_at_once(
    window: MainWindow, files: PreparedFiles, spring_file: Path, qtbot: QtBot
) -> None:
    files.to_read = (spring_file,)
    trigger(window, Name.IMPORT)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Spring tasting"))
    assert sentence(window) == "“Spring tasting” was imported."


def test_an_import_can_be_undone_from_the_message(
    window: MainWindow, files: PreparedFiles, workspace: Workspace, spring_file: Path, qtbot: QtBot
) -> None:
    files.to_read = (spring_file,)
    trigger(window, Name.IMPORT)
    qtbot.waitUntil(lambda: bool(sentence(window)))
    answer(window, "Undo", qtbot)
    assert titles(workspace) == []
    assert window.places is not None
    assert window.places.campaign_id is None


def test_several_files_are_imported_one_step_each(
    window: MainWindow, files: PreparedFiles, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    files.to_read = tuple(tmp_path / f"{name}.campaign.json" for name in ("one", "two"))
    for path in files.to_read:
        CampaignFile(spring_plan(path.stem, path.stem)).write(path)
    trigger(window, Name.IMPORT)
    qtbot.waitUntil(lambda: sentence(window) == "2 campaigns were imported.")
    assert len(workspace.history(None)) == 2


def test_a_file_that_is_no_campaign_says_so_and_stores_nothing(
    window: MainWindow, files: PreparedFiles, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.json"
    path.write_text("[1, 2", encoding="utf-8")
    files.to_read = (path,)
    trigger(window, Name.IMPORT)
    qtbot.waitUntil(lambda: "notes.json" in sentence(window))
    assert titles(workspace) == []


def test_changing_ones_mind_in_the_file_dialog_changes_nothing(
    window: MainWindow, workspace: Workspace
) -> None:
    trigger(window, Name.IMPORT)
    assert sentence(window) == ""


def test_deleting_asks_first_and_can_be_undone_from_the_message(
    open_window: OpenWindow, workspace: Workspace, spring: str, qtbot: QtBot
) -> None:
    window = open_window()
    choose(window, spring)
    trigger(window, Name.DELETE)
    assert titles(workspace) == ["Spring tasting"]
    dialog_of(window, DeleteDialog).accept()
    assert titles(workspace) == []
    assert sentence(window) == "“Spring tasting” was deleted."
    answer(window, "Undo", qtbot)
    assert titles(workspace) == ["Spring tasting"]


def test_keeping_a_campaign_keeps_it(open_window: OpenWindow, workspace: Workspace, spring: str) -> None:
    window = open_window()
    choose(window, spring)
    trigger(window, Name.DELETE)
    dialog_of(window, DeleteDialog).reject()
    assert titles(workspace) == ["Spring tasting"]


def test_what_goes_with_a_campaign_is_said_before(
    open_window: OpenWindow, workspace: Workspace, sample_plan: Plan
) -> None:
    campaign_id = workspace.import_plan(sample_plan)
    window = open_window()
    choose(window, campaign_id)
    trigger(window, Name.DELETE)
    said = [label.text() for label in dialog_of(window, DeleteDialog).findChildren(QLabel)]
    assert any("3 aims" in text for text in said)
    dialog_of(window, DeleteDialog).reject()


def test_a_copy_begins_on_the_chosen_day_and_can_be_opened(
    open_window: OpenWindow, workspace: Workspace, spring: str, qtbot: QtBot
) -> None:
    window = open_window()
    choose(window, spring)
    trigger(window, Name.DUPLICATE)
    dialog = dialog_of(window, DuplicateDialog)
    dialog.findChild(QDateEdit).setDate(QDate(2027, 3, 1))
    dialog.accept()
    answer(window, "Open", qtbot)
    assert window.windowTitle().startswith("Copy of Spring tasting")
    assert workspace.plan is not None
    assert str(workspace.plan.campaign.first_day) == "2027-03-01"


def test_the_preview_of_a_copy_agrees_with_the_copy_where_only_the_first_day_is_set(
    open_window: OpenWindow, workspace: Workspace
) -> None:
    plan = spring_plan()
    campaign_id = workspace.import_plan(replace(plan, campaign=replace(plan.campaign, last_day=None)))
    window = open_window()
    choose(window, campaign_id)
    trigger(window, Name.DUPLICATE)
    dialog = dialog_of(window, DuplicateDialog)
    assert dialog.preview.startswith("2 Mar 2026 becomes 1 Mar 2027.")
    dialog.accept()
    days = {str(entry.campaign.first_day) for entry in workspace.portfolio()}
    assert days == {"2026-03-02", "2027-03-01"}


def test_a_campaign_file_holds_the_whole_campaign_and_is_found_again(
    open_window: OpenWindow,
    workspace: Workspace,
    files: PreparedFiles,
    sample_plan: Plan,
    qtbot: QtBot,
) -> None:
    campaign_id = workspace.import_plan(sample_plan)
    window = open_window(Preferences(last_campaign_id=campaign_id))
    trigger(window, Name.EXPORT_FILE)
    qtbot.waitUntil(lambda: "The campaign is in" in sentence(window))
    assert files.proposed == ["Northwind Coffee, Autumn Blend launch.campaign.json"]
    assert files.folder is not None
    path = files.folder / files.proposed[0]
    assert CampaignFile.read(path).plan == workspace.read_plan(campaign_id)
    answer(window, "Show in folder", qtbot)
    assert files.shown == [path]


def test_a_folder_that_cannot_be_written_to_is_said(
    open_window: OpenWindow, files: PreparedFiles, spring: str, tmp_path: Path, qtbot: QtBot
) -> None:
    files.folder = tmp_path / "missing"
    window = open_window(Preferences(last_campaign_id=spring))
    trigger(window, Name.EXPORT_FILE)
    qtbot.waitUntil(lambda: "cannot be written" in sentence(window))
