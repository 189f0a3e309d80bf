"""The process that typesets, ready before the first brief is wanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.ui import typesetter
from campaignplanner.ui.main_window import MainWindow

PATIENCE = 60_000
"""Milliseconds: a process has to start on a machine that does other things too."""

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def soon_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetter, "_AT_REST", 0)


def keeper(window: MainWindow) -> typesetter.TypesetterKeeper:
    assert window.places is not None
    return window.places._equipment.typesetter


def is_waiting(window: MainWindow) -> bool:
    assert window.places is not None
    return window.places._early._timer.isActive()


def process_of(window: MainWindow, qtbot: QtBot) -> int:
    qtbot.waitUntil(lambda: keeper(window).is_known and not window._tasks.is_busy, timeout=PATIENCE)
    process_id = keeper(window).renderer.process_id
    assert process_id is not None
    return process_id


@pytest.mark.usefixtures("soon_at_rest")
def test_with_a_campaign_the_typesetter_is_ready_before_a_brief_is_wanted(
    open_window: OpenWindow, spring: str, qtbot: QtBot
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    first = process_of(window, qtbot)
    assert window.places is not None
    assert window.places._live.execute(ChangeCampaign({"notes": "Later."}))
    assert not is_waiting(window)
    assert process_of(window, qtbot) == first


def test_it_is_not_started_before_the_window_has_come_to_rest(open_window: OpenWindow, spring: str) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    assert is_waiting(window)
    assert not keeper(window).is_known


def test_among_all_campaigns_nobody_waits_for_a_typesetter(open_window: OpenWindow, spring: str) -> None:
    window = open_window()
    assert not is_waiting(window)
    assert window.places is not None
    window.places.show_campaign(spring)
    assert is_waiting(window)
    window.places.show_portfolio()
    assert not is_waiting(window)


@pytest.mark.usefixtures("soon_at_rest")
def test_a_window_that_is_closed_meanwhile_leaves_no_process(
    open_window: OpenWindow, spring: str, qtbot: QtBot
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    kept = keeper(window)
    qtbot.waitUntil(lambda: kept.is_known or window._tasks.is_busy, timeout=PATIENCE)
    window.close()
    assert not kept.is_known
