"""The tree over a real store, with what a page is given."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.services.workspace import Workspace, WorkspaceEvent
from campaignplanner.ui import theme
from campaignplanner.ui.actions import Actions, Listens
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.tree.activity_tree import ActivityTree
from campaignplanner.ui.selection import SelectionKeeper
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.typesetter import TypesetterKeeper
from tests.ui.doors import PreparedFiles


class Stage(QWidget):
    """A window with nothing but the tree, which follows the workspace as the plan page does."""

    def __init__(self, workspace: Workspace, files: PreparedFiles) -> None:
        super().__init__()
        live = LivePlan(workspace, self)
        self.tools = PageTools(
            live=live,
            selection=SelectionKeeper(self),
            actions=Actions(self, theme.current()),
            messages=MessageBar(self),
            files=files,
            words=KnownWords(live, self),
            tasks=TaskRunner(self),
            typesetter=TypesetterKeeper(),
        )
        self.tools.actions.add_local(self, Listens.PLAN_PAGE)
        self.tree = ActivityTree(self.tools, self)
        self.tree.resize(1000, 700)
        self.resize(1000, 700)
        live.changed.connect(self._follow)
        live.refused.connect(self.tools.messages.say_trouble)

    def _follow(self, event: WorkspaceEvent) -> None:
        if event.plan is not None:
            self.tools.selection.keep_what_is_in(event.plan)
            self.tree.show_plan(event.plan)


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, files: PreparedFiles) -> Callable[[Plan], Stage]:
    """Stores a plan and shows it."""

    def shown(plan: Plan) -> Stage:
        campaign_id = workspace.import_plan(plan)
        stage = Stage(workspace, files)
        qtbot.addWidget(stage)
        with qtbot.waitExposed(stage):
            stage.show()
        stage.activateWindow()
        stage.tree.show_plan(workspace.open_campaign(campaign_id))
        stage.tree.view.setFocus()
        return stage

    return shown
