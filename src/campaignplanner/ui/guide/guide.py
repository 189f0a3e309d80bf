"""The guide itself: one step at a time, with a way on, a way back and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.planning.first_steps import FirstStep, is_done, next_step
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.guide.activities import ActivitiesStep
from campaignplanner.ui.guide.aims import AimsStep, KpisStep
from campaignplanner.ui.guide.audience import AudienceStep
from campaignplanner.ui.guide.bridges import BridgesStep
from campaignplanner.ui.guide.dots import StepDots
from campaignplanner.ui.guide.step import GuideStep
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.widgets.lines import hairline, label, set_role

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools

_STEPS: tuple[type[GuideStep], ...] = (AimsStep, KpisStep, AudienceStep, ActivitiesStep, BridgesStep)
_WIDTH = 392
_LEAST_WIDTH = 300


class Guide(QFrame):
    """Leads along the first steps of a campaign; everything is written as it is added.

    Signals:
        left: it is to be put aside, to be taken up again later.
        finished: the last step was left behind.
    """

    left = Signal()
    finished = Signal()

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self.steps = {each.STEP: each(tools) for each in _STEPS}
        self._shown = FirstStep.AIMS
        self.setProperty("role", "page")
        self.setAccessibleName(self.tr("Guide"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.dots = StepDots()
        self.dots.wanted.connect(self.show_step)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(hairline())
        column.addWidget(self._build_stack(), 1)
        column.addWidget(hairline())
        column.addWidget(self._build_foot())

    def _build_head(self) -> QWidget:
        head = QWidget()
        self.leave_button = quiet_text_button(
            self.tr("Later"), self.tr("Put the guide aside; nothing is lost (Esc)")
        )
        self.leave_button.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self.tr("Guide"), role="muted"))
        row.addStretch(1)
        row.addWidget(self.leave_button)
        column = QVBoxLayout(head)
        column.setContentsMargins(18, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.dots)
        return head

    def _build_stack(self) -> QWidget:
        self._stack = QStackedWidget()
        for step in self.steps.values():
            step.next_wanted.connect(self.go_on)
            page = QWidget()
            page.setMinimumWidth(1)  # never wider than the panel, whatever is in it
            column = QVBoxLayout(page)
            column.setContentsMargins(18, 16, 18, 20)
            column.addWidget(step)
            place = QScrollArea()
            place.setWidgetResizable(True)
            place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            place.setWidget(page)
            self._stack.addWidget(place)
        return self._stack

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        self.back_button = QPushButton(self.tr("&Back"))
        self.skip_button = QPushButton(self.tr("&Skip"))
        self.next_button = QPushButton(self.tr("&Next"))
        self.next_button.setFont(strong_font())
        self.back_button.clicked.connect(self.go_back)
        self.skip_button.clicked.connect(self.skip)
        self.next_button.clicked.connect(self.go_on)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        for button in (self.back_button, self.skip_button, self.next_button):
            button.setAutoDefault(True)
        return foot

    def sizeHint(self) -> QSize:
        """Wide enough for two fields side by side."""
        return QSize(_WIDTH, super().sizeHint().height())

    # -- showing -------------------------------------------------------------------------------------

    @property
    def step(self) -> GuideStep:
        """The step that is shown."""
        return self.steps[self._shown]

    def begin(self, plan: Plan) -> None:
        """Takes up where the plan says that something is missing."""
        self._plan = plan
        self.show_step(next_step(plan) or FirstStep.AIMS)

    def show_plan(self, plan: Plan) -> None:
        """Shows the plan as it is now; the step stays."""
        self._plan = plan
        self.step.show_plan(plan)
        self._say_how_far()

    @Slot(object)
    def show_step(self, step: FirstStep) -> None:
        """Shows a step; what was typed in another stays there."""
        plan = self._plan
        if plan is None:
            return
        self._shown = step
        self._stack.setCurrentIndex(list(self.steps).index(step))
        self.step.show_plan(plan)
        self._say_how_far()
        self.setFocusProxy(self.step.first_field)
        self.step.focus_first()

    def _say_how_far(self) -> None:
        if self._plan is None:
            return
        done, is_last = is_done(self._plan, self._shown), self._shown is FirstStep.BRIDGES
        self.dots.show_step(self._plan, self._shown)
        self.back_button.setEnabled(self._shown is not FirstStep.AIMS)
        self.skip_button.setVisible(not done)
        self.next_button.setText(self.tr("Fi&nish") if is_last else self.tr("&Next"))
        # One coloured button at a time: adding, until there is something to go on with.
        set_role(self.step.button, "" if done else "primary")
        set_role(self.next_button, "primary" if done else "")

    # -- going ---------------------------------------------------------------------------------------

    @Slot()
    def go_on(self) -> None:
        """Adds what is typed, then shows the next step; stays where something is missing or wrong."""
        if self._plan is None:
            return
        is_needed = self.step.has_typed or not is_done(self._plan, self._shown)
        if not is_needed or self.step.add():
            self.skip()

    @Slot()
    def skip(self) -> None:
        """Shows the next step as things are; what is typed stays in its fields."""
        steps = list(FirstStep)
        place = steps.index(self._shown) + 1
        if place < len(steps):
            self.show_step(steps[place])
        else:
            self.finished.emit()

    @Slot()
    def go_back(self) -> None:
        """Shows the step before."""
        steps = list(FirstStep)
        self.show_step(steps[max(0, steps.index(self._shown) - 1)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the guide aside."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
