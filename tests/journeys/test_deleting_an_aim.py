"""An aim is deleted with everything on it, and comes back whole, even the next day."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campaignplanner.domain.aim import Aim
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile, CampaignFileFormat
from campaignplanner.preferences import Preferences
from campaignplanner.ui.actions import Name
from tests.journeys.desk import Desk
from tests.ui.doors import PreparedFiles


@pytest.fixture
def files(tmp_path: Path, sample_plan: Plan) -> PreparedFiles:
    source = tmp_path / "from a colleague.campaign.json"
    CampaignFile(sample_plan).write(source)
    return PreparedFiles(to_read=(source,), folder=tmp_path)


def test_a_deleted_aim_comes_back_with_everything_on_it_also_after_the_program_was_closed(
    qtbot: QtBot, tmp_path: Path, files: PreparedFiles
) -> None:
    store = tmp_path / "campaigns.sqlite"
    first = Desk(qtbot, store, Preferences(), files)
    first.press(Qt.Key.Key_O)
    first.wait_for_sentence("was imported")
    first.do(Name.PLAN)
    whole = written(first)
    aim = most_served(first.plan)

    delete(first, aim)
    without = written(first)
    first.press(Qt.Key.Key_Z)
    assert written(first) == whole
    first.press(Qt.Key.Key_Z, with_shift=True)
    assert written(first) == without
    first.window.close()

    second = Desk(qtbot, store, first.remembered[-1], files)
    assert second.places.pages.plan_page.isVisible()
    assert written(second) == without
    second.press(Qt.Key.Key_Z)
    assert written(second) == whole


def delete(desk: Desk, aim: Aim) -> None:
    """Deletes an aim; its KPIs and what served it go, the activities stay."""
    activities = set(desk.plan.activities)
    desk.places.selection.pick_records([aim])
    desk.do(Name.DELETE_PICKED)
    desk.wait_for_sentence("Deleted")
    assert aim.id not in desk.plan.aims
    assert not desk.plan.kpis_of_aim(aim.id)
    assert not desk.plan.activities_of(aim.id)
    assert set(desk.plan.activities) == activities


def most_served(plan: Plan) -> Aim:
    aim = max(plan.aims.values(), key=lambda each: len(plan.activities_of(each.id)))
    assert plan.kpis_of_aim(aim.id)
    assert plan.activities_of(aim.id)
    return aim


def written(desk: Desk) -> str:
    """The whole campaign as its file has it."""
    return CampaignFileFormat().write(desk.plan)
