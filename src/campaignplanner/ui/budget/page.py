"""The budget page: figures at the head, below them a view, beside it the lines behind a figure."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.marks import Marks
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.ui.actions import Name
from campaignplanner.ui.budget.drawer import LinesDrawer
from campaignplanner.ui.budget.head import Notice, WayOn, figures, notices
from campaignplanner.ui.budget.head_row import FigureRow, Notices
from campaignplanner.ui.budget.switch import Segment, Segments
from campaignplanner.ui.budget.view import BudgetView, LinesAsked
from campaignplanner.ui.budget.views import FIRST_SHOWN, VIEWS, ViewName
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.lines import hairline

_VIEW = "budget view"


class BudgetPage(QWidget):
    """Shows the money of one campaign; keeps one review of it, which follows every edit.

    Signals:
        finding_asked: carries the Finding whose mark was clicked.
    """

    finding_asked = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._review: MoneyReview | None = None
        self._waiting: Plan | None = None
        self._states: Mapping[str, str] = {}
        self._views: dict[ViewName, BudgetView] = {}
        self._marks: Marks = {}
        self._name = FIRST_SHOWN
        self.figures = FigureRow(self)
        self.notices = Notices(self)
        self.switch = Segments(
            self.tr("Views of the budget"),
            [Segment(spec.name, said(spec.text), said(spec.tooltip)) for spec in VIEWS],
            self,
        )
        self._stack = QStackedWidget(self)
        self.drawer = LinesDrawer(tools, self)
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Budget of the campaign"))
        switch_row = QHBoxLayout()
        switch_row.setContentsMargins(14, 6, 14, 6)
        switch_row.addWidget(self.switch)
        switch_row.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._stack, 1)
        body.addWidget(self.drawer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addWidget(self.notices)
        column.addWidget(hairline(self))
        column.addLayout(switch_row)
        column.addLayout(body, 1)
        self.switch.wanted.connect(self.show_view)
        self.notices.chosen.connect(self._go_on)

    # -- showing -------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan, at once or when the page is next seen."""
        if not self.isVisible():
            self._waiting = plan
            return
        self._waiting = None
        before = self._review
        if before is None or before.plan.campaign.id != plan.campaign.id:
            self.drawer.close_lines()
            self._review = MoneyReview(plan)
        else:
            self._review = before.after(plan)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what came in while the page was hidden."""
        super().showEvent(event)
        if self._waiting is not None:
            self.show_plan(self._waiting)
        elif self._review is not None:
            self._view(self._name).show_marks(self._marks)

    def _show(self) -> None:
        review = self._review
        if review is None:
            return
        self.figures.show_figures(figures(review))
        self.notices.show_notices(notices(review))
        view = self._view(self._name)
        view.show_review(review)
        view.show_marks(self._marks)
        self.drawer.show_review(review)

    def show_marks(self, marks: Marks) -> None:
        """Marks what the review finds in what is shown."""
        self._marks = marks
        if self._review is not None and self.isVisible():
            self._view(self._name).show_marks(marks)

    @Slot(object)
    def show_view(self, name: ViewName) -> None:
        """Shows another view of the same money."""
        if name is not self._name:
            self.drawer.close_lines()
        self._bring(name)
        self._show()

    def _bring(self, name: ViewName) -> None:
        self._name = name
        self.switch.show_value(name)
        self._stack.setCurrentWidget(self._view(name))

    @property
    def view_name(self) -> ViewName:
        """The view that is shown."""
        return self._name

    @property
    def view(self) -> BudgetView:
        """The view that is shown, built when it is first asked for."""
        return self._view(self._name)

    def _view(self, name: ViewName) -> BudgetView:
        view = self._views.get(name)
        if view is None:
            build = next(spec.build for spec in VIEWS if spec.name is name)
            view = self._views[name] = build(self._tools, self._stack)
            view.lines_asked.connect(self._show_lines)
            view.view_wanted.connect(self.show_view)
            view.finding_asked.connect(self.finding_asked)
            view.restore(self._states)
            self._stack.addWidget(view)
        return view

    def begin(self) -> None:
        """Gives the focus to where people begin."""
        self.view.begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the focus on to where people begin."""
        super().focusInEvent(event)
        self.view.begin()

    # -- what is remembered --------------------------------------------------------------------------

    def state(self) -> Mapping[str, str]:
        """The view that is shown, and what each of them remembers."""
        found = {_VIEW: self._name.value}
        for view in self._views.values():
            found.update(view.state())
        return found

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered; a view that is not known leaves the first one."""
        before = self.state()
        self._states = states
        for view in self._views.values():
            view.restore(states)
        left = states.get(_VIEW, "")
        self._bring(next((spec.name for spec in VIEWS if spec.name.value == left), FIRST_SHOWN))
        if self.state() != before:  # showing 10,000 lines twice takes twice as long
            self._show()

    # -- inside --------------------------------------------------------------------------------------

    @Slot(object)
    def _show_lines(self, asked: LinesAsked) -> None:
        if self._review is not None:
            self.drawer.show_lines(asked, self._review)

    @Slot(object)
    def _go_on(self, notice: Notice) -> None:
        if notice.way is WayOn.SET_TOTAL:
            self._tools.actions[Name.CAMPAIGN_DETAILS].trigger()
        elif notice.way is WayOn.OPEN_LINE:
            self._tools.selection.pick(Picked(BudgetLine, notice.line_id))
            self._tools.actions[Name.OPEN_DETAILS].trigger()
