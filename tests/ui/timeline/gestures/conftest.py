"""A timeline over a real workspace, as the window has it, and a mouse that drags on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Actions
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.selection import SelectionKeeper
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.theme import Theme, ThemeKeeper
from campaignplanner.ui.timeline.acting import TimelineActing
from campaignplanner.ui.timeline.gestures.hands import Hands
from campaignplanner.ui.timeline.gestures.shaping import shape_by_hand
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.picking import TimelineTie
from campaignplanner.ui.typesetter import TypesetterKeeper
from tests.ui.doors import PreparedFiles
from tests.ui.timeline.conftest import the_day

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Table:
    """The timeline with all that it stands on, and a hand on the mouse."""

    page: TimelinePage
    tools: PageTools

    @property
    def plan(self) -> Plan:
        plan = self.tools.live.plan
        assert plan is not None
        return plan

    @property
    def hands(self) -> Hands:
        hands = self.page.hands
        assert hands is not None
        return hands

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(
            [line for line in self.tools.live.workspace.history(self.plan.campaign.id) if not line.undone]
        )

    @property
    def told(self) -> str:
        """What the tip beside the mouse says."""
        gesture = self.hands.gesture
        return "" if gesture is None else "\n".join(line.text for line in gesture.lines())

    @property
    def message(self) -> str:
        message = self.tools.messages.message
        return "" if message is None else message.sentence

    def undo(self) -> None:
        self.tools.live.undo(self.plan.campaign.id)

    def press(self, at: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self._send(QMouseEvent.Type.MouseButtonPress, at, LEFT, LEFT, keys)

    def go(self, at: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self._send(QMouseEvent.Type.MouseMove, at, NONE, LEFT, keys)

    def let_go(self, at: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self._send(QMouseEvent.Type.MouseButtonRelease, at, LEFT, NONE, keys)

    def hover(self, at: QPointF) -> None:
        self._send(QMouseEvent.Type.MouseMove, at, NONE, NONE, PLAIN)

    def click(self, at: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.press(at, keys)
        self.let_go(at, keys)

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self._send(QMouseEvent.Type.MouseButtonDblClick, at, LEFT, LEFT, PLAIN)
        self.let_go(at)

    def hold(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Drags and does not let go yet."""
        self.press(start, keys)
        self.go(start + (end - start) * 0.5, keys)
        self.go(end, keys)

    def drag(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.hold(start, end, keys)
        self.let_go(end, keys)

    def days(self, count: float) -> QPointF:
        """So many days to the right."""
        return QPointF(self.page.canvas.view.scale.pixels_per_day * count, 0)

    def _send(
        self,
        kind: QMouseEvent.Type,
        at: QPointF,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
        keys: Qt.KeyboardModifier,
    ) -> None:
        viewport = self.page.canvas.viewport()
        event = QMouseEvent(kind, at, QPointF(viewport.mapToGlobal(at.toPoint())), button, buttons, keys)
        QApplication.sendEvent(viewport, event)


@pytest.fixture
def lay(qtbot: QtBot, keeper: ThemeKeeper, workspace: Workspace) -> Iterator[Callable[[Plan], Table]]:
    """Shows a stored plan on a timeline that can be shaped."""
    opened: list[LivePlan] = []
    windows: list[QWidget] = []

    def laid(plan: Plan) -> Table:
        workspace.open_campaign(workspace.import_plan(plan))
        live = LivePlan(workspace)
        opened.append(live)
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
        tools = PageTools(
            live=live,
            selection=SelectionKeeper(window),
            actions=Actions(window, Theme.light()),
            messages=MessageBar(window),
            files=PreparedFiles(),
            words=KnownWords(live, window),
            tasks=TaskRunner(window),
            typesetter=TypesetterKeeper(),
        )
        live.refused.connect(tools.messages.say_trouble)
        page = TimelinePage(window, today=the_day, tools=tools)
        TimelineActing(page, tools)
        shape_by_hand(page)
        page.tie = TimelineTie(page, tools.selection)  # type: ignore[attr-defined]  # somebody has to hold it
        window.layout().addWidget(page)
        window.resize(1440, 816)
        with qtbot.waitExposed(window):
            window.show()

        def follow(_: object = None) -> None:
            tools.selection.keep_what_is_in(live.plan)
            if live.plan is not None:
                page.show_plan(live.plan)

        live.changed.connect(follow)
        follow()
        return Table(page, tools)

    yield laid
    for live in opened:
        live.deleteLater()


@pytest.fixture
def table(lay: Callable[[Plan], Table], sample_plan: Plan) -> Table:
    """The sample campaign, fitted into the window."""
    return lay(sample_plan)
