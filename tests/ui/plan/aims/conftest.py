"""The panel of aims over a real workspace, as the plan page has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.plan import Plan
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Actions
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.aims.panel import AimsPanel
from campaignplanner.ui.selection import SelectionKeeper
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.typesetter import TypesetterKeeper
from tests.builders import a_plan, an_aim
from tests.ui.doors import PreparedFiles


def coffee_plan() -> Plan:
    """Three aims, the first one measured; two audiences of which one tells the other."""
    return a_plan(
        an_aim("Win members", position=0),
        an_aim("Answer faster", position=1),
        an_aim("Keep regulars", position=2),
        Kpi(id="subscribers", name="Subscribers", aim_id="win-members"),
        Audience(
            id="drinkers",
            name="Drinkers",
            behaviour_now="Buy on price",
            behaviour_wanted="Ask where it grows",
            position=0,
        ),
        Audience(id="regulars", name="Regulars", position=1),
        Influence(id="tells", from_audience_id="regulars", to_audience_id="drinkers", passed_on="A bag"),
    )


@pytest.fixture
def live(workspace: Workspace) -> Iterator[LivePlan]:
    live = LivePlan(workspace)
    yield live
    live.deleteLater()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What the panel lies in."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 900)
    QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
    return page


@pytest.fixture
def tools(live: LivePlan, page: QWidget) -> PageTools:
    return PageTools(
        live=live,
        selection=SelectionKeeper(page),
        actions=Actions(page, Theme.light()),
        messages=MessageBar(page),
        files=PreparedFiles(),
        words=KnownWords(live, page),
        tasks=TaskRunner(page),
        typesetter=TypesetterKeeper(),
    )


@pytest.fixture
def open_panel(
    qtbot: QtBot, workspace: Workspace, tools: PageTools, page: QWidget
) -> Callable[[Plan], AimsPanel]:
    """Shows a plan in the panel, which then follows it as a page lets it."""

    def opened(plan: Plan) -> AimsPanel:
        workspace.open_campaign(workspace.import_plan(plan))
        panel = AimsPanel(tools)
        layout = page.layout()
        assert layout is not None
        layout.addWidget(panel)

        def follow(_: object) -> None:
            now = tools.live.plan
            tools.selection.keep_what_is_in(now)
            if now is not None:
                panel.show_plan(now)

        tools.live.changed.connect(follow)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        follow(None)
        return panel

    return opened


@pytest.fixture
def panel(open_panel: Callable[[Plan], AimsPanel]) -> AimsPanel:
    return open_panel(coffee_plan())


@pytest.fixture
def plan_now(live: LivePlan) -> Callable[[], Plan]:
    def plan() -> Plan:
        assert live.plan is not None
        return live.plan

    return plan
