"""A timeline page as wide as a laptop's screen, on a day in the middle of the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import ThemeChoice
from campaignplanner.ui.fonts import install_fonts
from campaignplanner.ui.theme import ThemeKeeper
from campaignplanner.ui.timeline.page import TimelinePage

TODAY = date(2026, 10, 8)


def the_day() -> date:
    return TODAY


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[ThemeKeeper]:
    install_fonts(qapp)
    keeper = ThemeKeeper(qapp, ThemeChoice.LIGHT)
    yield keeper
    keeper.choose(ThemeChoice.LIGHT)
    keeper.deleteLater()


@pytest.fixture
def show(qtbot: QtBot, keeper: ThemeKeeper) -> Callable[[Plan], TimelinePage]:
    def shown(plan: Plan, width: int = 1440, height: int = 816) -> TimelinePage:
        page = TimelinePage(today=the_day)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.show_plan(plan)
        return page

    return shown


@pytest.fixture
def page(show: Callable[[Plan], TimelinePage], sample_plan: Plan) -> TimelinePage:
    """The sample campaign, fitted into the window."""
    return show(sample_plan)
