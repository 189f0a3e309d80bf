"""A form over a real store, in a window that has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.live_plan import LivePlan


@pytest.fixture
def live(qtbot: QtBot, workspace: Workspace, spring: str) -> Iterator[LivePlan]:
    live = LivePlan(workspace)
    workspace.open_campaign(spring)
    yield live
    workspace.unsubscribe(live._pass_on)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """Shows widgets under one another in one window."""
    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        kept.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    return show
