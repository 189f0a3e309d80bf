"""The right of the plan page: the inspector, or the guide in its place while it leads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from campaignplanner.planning.first_steps import is_bare, next_step
from campaignplanner.ui.actions import Name
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.guide.dots import STEP_WORDS
from campaignplanner.ui.guide.guide import Guide
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.widgets.lines import ElidedLabel, hairline

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.plan.inspector.panel import Inspector
    from campaignplanner.ui.selection import Picked

_STATE = "guide"


class GuideState(Enum):
    """Whether the guide leads, waits on a line above the inspector, or was sent away."""

    LEADS = "leads"
    WAITS = "waits"
    AWAY = "away"


class GuideSide(QWidget):
    """Shows the guide for a campaign in which nothing is yet, and the inspector once something is selected.

    The guide is built when it is first needed. Which step it takes up is reckoned from the plan; only
    whether it leads, waits or was sent away is remembered.

    Signals:
        turned: the guide leads now, or leads no more.
    """

    turned = Signal()

    def __init__(self, tools: PageTools, inspector: Inspector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._inspector = inspector
        self._guide: Guide | None = None
        self._state = GuideState.AWAY
        self._plan: Plan | None = None
        self.line = _WaitingLine()
        self.line.wanted.connect(self.lead)
        self.line.dismissed.connect(self._send_away)
        self._stack = QStackedWidget()
        self._stack.addWidget(inspector)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        self.line.hide()
        tools.selection.changed.connect(self._make_room)

    @property
    def guide(self) -> Guide | None:
        """The guide, once it was needed."""
        return self._guide

    @property
    def leads(self) -> bool:
        """Whether the guide is shown in the place of the inspector."""
        return self._state is GuideState.LEADS

    @property
    def guide_state(self) -> GuideState:
        """Whether the guide leads, waits or was sent away."""
        return self._state

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan in whichever part is shown."""
        self._take(plan)
        self._inspector.show_plan(plan)
        if self._guide is not None and self._state is GuideState.LEADS:
            self._guide.show_plan(plan)
        self._show_line()

    def _take(self, plan: Plan) -> None:
        """Notes the plan; another campaign begins without the guide until it is restored."""
        is_another = self._plan is not None and self._plan.campaign.id != plan.campaign.id
        self._plan = plan
        if is_another:
            self._show(GuideState.AWAY)

    def state(self) -> Mapping[str, str]:
        """What to remember for this campaign."""
        return {_STATE: self._state.value}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered; a campaign in which nothing is yet begins with the guide."""
        plan = self._tools.live.plan
        if plan is None:
            return
        self._take(plan)
        remembered = states.get(_STATE)
        begins = is_bare(plan)
        usual = GuideState.LEADS if begins else GuideState.AWAY
        state = next((each for each in GuideState if each.value == remembered), usual)
        if state is GuideState.LEADS:
            self.lead()
        else:
            self._show(state)

    @Slot()
    def lead(self) -> None:
        """Brings the guide, at the step that comes next."""
        plan = self._tools.live.plan
        if plan is None:
            return
        self._take(plan)
        self._tools.selection.pick()  # so that whatever is clicked next is looked at
        if self._guide is None:
            self._guide = Guide(self._tools)
            self._guide.left.connect(self._put_aside)
            self._guide.finished.connect(self._finish)
            self._stack.addWidget(self._guide)
        self._show(GuideState.LEADS)
        self._guide.begin(plan)

    def inspect(self) -> None:
        """Goes into the fields of what is selected."""
        if self._state is GuideState.LEADS:
            self._show(GuideState.WAITS)
        self._inspector.focus_first()

    def _show(self, state: GuideState) -> None:
        self._state = state
        shown = self._guide if state is GuideState.LEADS and self._guide is not None else self._inspector
        self._stack.setCurrentWidget(shown)
        self.turned.emit()
        self._show_line()

    def _show_line(self) -> None:
        step = None if self._plan is None else next_step(self._plan)
        if step is not None:
            words = QCoreApplication.translate("StepDots", STEP_WORDS[step])
            self.line.say(self.tr("Guide, next: %1").replace("%1", words))
        self.line.setVisible(self._state is GuideState.WAITS and step is not None)

    @Slot(object)
    def _make_room(self, picked: tuple[Picked, ...]) -> None:
        """What was selected is looked at in the inspector; the guide waits meanwhile."""
        if picked and self._state is GuideState.LEADS:
            self._show(GuideState.WAITS)

    @Slot()
    def _put_aside(self) -> None:
        self.inspect()

    @Slot()
    def _send_away(self) -> None:
        self._show(GuideState.AWAY)

    @Slot()
    def _finish(self) -> None:
        is_whole = self._plan is not None and next_step(self._plan) is None
        self._show(GuideState.AWAY if is_whole else GuideState.WAITS)
        self._inspector.focus_first()
        if is_whole:
            said = self.tr("The plan has its beginnings; every detail can be changed here.")
            show_timeline = self._tools.actions[Name.TIMELINE].trigger
            self._tools.messages.say(said, Answer(self.tr("Show the timeline"), show_timeline))


class _WaitingLine(QFrame):
    """A line that says what comes next. `wanted` brings the guide back, `dismissed` sends it away."""

    wanted = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "raised")
        self._words = ElidedLabel(role="muted", font=small_font())
        self.go_on = quiet_text_button(self.tr("Continue"), self.tr("Go on with the guide"))
        self.away = quiet_text_button(self.tr("Not now"), self.tr("Do not show the guide for this campaign"))
        self.go_on.clicked.connect(self.wanted)
        self.away.clicked.connect(self.dismissed)
        row = QHBoxLayout()
        row.setContentsMargins(18, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, text: str) -> None:
        """Says what comes next."""
        self._words.show_text(text)
