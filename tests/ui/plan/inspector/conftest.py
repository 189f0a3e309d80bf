"""The inspector over a real workspace, as the plan page has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Actions
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.activity_form import ActivityForm
from campaignplanner.ui.plan.inspector.panel import Inspector
from campaignplanner.ui.selection import SelectionKeeper
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.typesetter import TypesetterKeeper
from tests.builders import a_bridge, a_contribution, a_flight, a_line, a_plan, an_activity, an_aim
from tests.ui.doors import PreparedFiles


def clinic_plan() -> Plan:
    """A clinic that a thread carries on too late, and an invitation that announces it."""
    clinic = an_activity("Clinic", kind=Kind.SERVICE_CLINIC, place="Shops")
    return a_plan(
        an_aim("Answer faster", position=0),
        an_aim("Win members", position=1),
        clinic,
        an_activity("Invitation", kind=Kind.INVITATION),
        an_activity("Tips thread"),
        a_flight(clinic, "2026-09-28", "2026-10-18", id="run"),
        a_flight("invitation", "2026-08-24", "2026-09-07"),
        a_flight("tips-thread", "2026-11-02", "2026-11-23"),
        a_contribution(clinic, "answer-faster"),
        a_bridge("invitation", clinic, Pattern.ANNOUNCES),
        a_bridge(clinic, "tips-thread", Pattern.CARRIES_ON_AS),
        a_line(323_000, activity=clinic, id="technicians", label="Technicians"),
        currency="EUR",
    )


@pytest.fixture
def live(workspace: Workspace) -> Iterator[LivePlan]:
    workspace.open_campaign(workspace.import_plan(clinic_plan()))
    live = LivePlan(workspace)
    yield live
    live.deleteLater()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What the inspector lies in, with something beside it that can have the focus."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(420, 900)
    QVBoxLayout(page)
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
def inspector(qtbot: QtBot, tools: PageTools, page: QWidget) -> Inspector:
    """Follows the plan as a page lets it."""
    inspector = Inspector(tools)
    page.layout().addWidget(inspector)

    def follow(_: object) -> None:
        plan = tools.live.plan
        tools.selection.keep_what_is_in(plan)
        if plan is not None:
            inspector.show_plan(plan)

    tools.live.changed.connect(follow)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    follow(None)
    return inspector


@pytest.fixture
def plan_now(live: LivePlan) -> Callable[[], Plan]:
    def plan() -> Plan:
        assert live.plan is not None
        return live.plan

    return plan


@pytest.fixture
def form(inspector: Inspector, tools: PageTools, plan_now: Callable[[], Plan]) -> ActivityForm:
    """The clinic in the inspector."""
    tools.selection.pick_records([plan_now().activities["clinic"]])
    shown = inspector.form
    assert isinstance(shown, ActivityForm)
    return shown
