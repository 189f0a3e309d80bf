"""The whole way through the real window and a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.ui.actions import Name
from tests.journeys.desk import Desk
from tests.ui.doors import PreparedFiles


@pytest.fixture
def files(tmp_path: Path, sample_plan: Plan) -> PreparedFiles:
    source = tmp_path / "from a colleague.campaign.json"
    CampaignFile(sample_plan).write(source)
    return PreparedFiles(to_read=(source,), folder=tmp_path)


def test_a_campaign_comes_in_is_seen_changed_and_exported_and_is_there_the_next_day(
    qtbot: QtBot, tmp_path: Path, files: PreparedFiles
) -> None:
    store = tmp_path / "campaigns.sqlite"
    first = Desk(qtbot, store, Preferences(), files)
    import_it(first)
    change_it(first)
    export_it(first, files, tmp_path)
    first.window.close()

    second = Desk(qtbot, store, first.remembered[-1], files)
    assert second.title == "Autumn Blend relaunch"
    assert second.places.timeline.isVisible()
    second.press(Qt.Key.Key_Z)
    assert second.title == "Autumn Blend launch"
    look_at_the_portfolio(second)


def import_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_O)
    desk.wait_for_sentence("was imported")
    assert desk.title == "Autumn Blend launch"
    assert desk.places.timeline.isVisible()


def change_it(desk: Desk) -> None:
    assert desk.live.execute(ChangeCampaign({"title": "Autumn Blend relaunch"}))
    desk.press(Qt.Key.Key_Z)
    assert desk.title == "Autumn Blend launch"
    desk.press(Qt.Key.Key_Z, with_shift=True)
    assert desk.title == "Autumn Blend relaunch"


def export_it(desk: Desk, files: PreparedFiles, folder: Path) -> None:
    desk.press(Qt.Key.Key_E)
    desk.wait_for_sentence("The brief is in")
    text = "\n".join(page.extract_text() for page in PdfReader(folder / files.proposed[-1]).pages)
    assert "Autumn Blend relaunch" in text


def look_at_the_portfolio(desk: Desk) -> None:
    desk.window._actions[Name.CAMPAIGNS].trigger()
    campaigns = desk.places.portfolio.list
    row = campaigns.chosen_row()
    assert row is not None
    assert row.campaign.title == "Autumn Blend launch"
    desk.window._actions[Name.HISTORY].trigger()
    assert desk.places.history is not None
    assert [step.label for step in desk.places.history.model.steps] == [
        "Import “Autumn Blend launch”",
        "The beginning",
    ]


def test_a_campaign_is_copied_deleted_and_brought_back_by_keyboard_alone(
    qtbot: QtBot, tmp_path: Path, files: PreparedFiles
) -> None:
    desk = Desk(qtbot, tmp_path / "campaigns.sqlite", Preferences(), files)
    import_it(desk)
    qtbot.keyClick(desk.window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    campaigns = desk.places.portfolio.list
    qtbot.keyClick(campaigns, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk.window.findChild(QDateEdit), Qt.Key.Key_Return)
    desk.wait_for_sentence("every date is 364 days later")
    assert campaigns.count == 2
    desk.press(Qt.Key.Key_Z)
    assert campaigns.count == 1
    qtbot.keyClick(campaigns, Qt.Key.Key_Return)
    assert desk.title == "Autumn Blend launch"
