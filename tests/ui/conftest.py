"""The real window over a real store, for everything that is tested in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFile, CampaignFileFormat
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.main_window import MainWindow
from tests.builders import a_plan
from tests.ui.doors import PreparedFiles


@pytest.fixture(autouse=True)
def british(qapp: object) -> Iterator[None]:
    """Dates and money look the same wherever the tests run."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    return tmp_path / "campaigns.sqlite"


@pytest.fixture
def workspace(store_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.open(store_path, CampaignFileFormat())
    yield workspace
    workspace.close()


@pytest.fixture
def files(tmp_path: Path) -> PreparedFiles:
    folder = tmp_path / "written"
    folder.mkdir()
    return PreparedFiles(folder=folder)


@pytest.fixture
def open_window(
    qtbot: QtBot, workspace: Workspace, files: PreparedFiles
) -> Iterator[Callable[..., MainWindow]]:
    """Shows a window over the workspace; what is imported before is in it from the start.

    The windows stay until they are closed, as in the program: collected before, one would end in the middle
    of something that a timer of its own began.
    """
    windows: list[MainWindow] = []

    def opened(preferences: Preferences | None = None) -> MainWindow:
        window = MainWindow(preferences or Preferences(), files)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        with qtbot.waitExposed(window):
            window.show()
        window.attach(LivePlan(workspace))
        return window

    yield opened
    for window in windows:
        window.close()


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window over an empty store."""
    return open_window()


@pytest.fixture
def spring(workspace: Workspace) -> str:
    """A stored campaign with dates and money."""
    return workspace.import_plan(spring_plan())


@pytest.fixture
def spring_file(tmp_path: Path) -> Path:
    path = tmp_path / "spring.campaign.json"
    CampaignFile(spring_plan()).write(path)
    return path


def spring_plan(title: str = "Spring tasting", identifier: str = "spring") -> Plan:
    return a_plan(
        id=identifier, title=title, brand="Northwind", first_day="2026-03-02", last_day="2026-04-12"
    )
