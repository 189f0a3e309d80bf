"""What if: named scenarios, their lines at the left, what becomes of split, aims and months at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from campaignplanner.domain.budget import Scenario
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.what_if import Amounts, Evaluation, evaluate
from campaignplanner.services.commands.budget import (
    ApplyScenario,
    ChangeScenario,
    DeleteScenario,
    MakeScenario,
)
from campaignplanner.ui.budget.empty import NoLines
from campaignplanner.ui.budget.halves import Halves
from campaignplanner.ui.budget.table_view import MoneyTable
from campaignplanner.ui.budget.view import BudgetView
from campaignplanner.ui.budget.what_if import tables
from campaignplanner.ui.budget.what_if.tools import WhatIfTools
from campaignplanner.ui.budget.words import lines_counted, said
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.widgets.empty import EmptyState
from campaignplanner.ui.widgets.lines import label

_CHOSEN = "budget what if"


class WhatIfView(BudgetView):
    """Nothing of the plan changes until a what-if is applied, which is one step of the history."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._review: MoneyReview | None = None
        self._wanted = ""
        self._found: Evaluation | None = None
        self.scenarios = ChoiceField(self.tr("What-if"))
        self.name = LineField(self.tr("Name"))
        self.new = QPushButton(self.tr("New what-if"))
        self.discard = QPushButton(self.tr("Discard"))
        self.apply = QPushButton(self.tr("Apply to the plan"))
        self.sentence = label()
        self.lines = MoneyTable(
            self.tr("Lines of the what-if"), tables.line_columns(), self, by_row=True, several=True
        )
        self.hands = WhatIfTools(self)
        self.split = MoneyTable(
            self.tr("Split before and after"), tables.compared_columns(said("Split")), self, by_row=True
        )
        self.aims = MoneyTable(
            self.tr("Aims before and after"), tables.compared_columns(said("Aim")), self, by_row=True
        )
        self.months = MoneyTable(
            self.tr("Months before and after"), tables.compared_columns(said("Month")), self, by_row=True
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        halves = Halves(self)
        self._fill_left(halves.left)
        for table in (self.split, self.aims, self.months):
            halves.right.addWidget(table)
        halves.right.addStretch(1)
        self._stack = QStackedLayout(self)
        self._no_lines = NoLines(self.tools, self)
        for page in (halves, self._build_empty(), self._no_lines):
            self._stack.addWidget(page)

    def _fill_left(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.scenarios, 2)
        head.addWidget(self.name, 2)
        head.addWidget(self.new, 0, Qt.AlignmentFlag.AlignBottom)
        self.apply.setProperty("role", "primary")
        self.sentence.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.apply)
        column.addLayout(head)
        column.addWidget(self.lines)
        column.addWidget(self.hands)
        column.addSpacing(8)
        column.addLayout(foot)
        column.addStretch(1)

    def _build_empty(self) -> QWidget:
        empty = EmptyState(
            self.tr("Try other amounts before they are planned"),
            self.tr(
                "A what-if scales lines, locks some and moves money between others. You see what becomes of "
                "the split, the aims and the months, and then apply it in one step or discard it."
            ),
            self,
        )
        self.first = QPushButton(self.tr("New what-if"))
        self.first.setProperty("role", "primary")
        self.first.setFont(strong_font())
        self.first.clicked.connect(self._make)
        empty.add(self.first)
        return empty

    def _connect(self) -> None:
        self.new.clicked.connect(self._make)
        self.discard.clicked.connect(self._discard)
        self.apply.clicked.connect(self._apply)
        self.scenarios.edited.connect(self._choose)
        self.name.edited.connect(self._rename)
        self.hands.changed.connect(self._change)
        self.lines.selectionModel().selectionChanged.connect(self._show_hands)

    # -- showing -------------------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario | None:
        """The what-if that is shown: the one that was chosen, else the first."""
        if self._review is None:
            return None
        known = self._review.plan.scenarios
        return known.get(self._wanted) or next(iter(_in_order(self._review)), None)

    def show_review(self, review: MoneyReview) -> None:
        """Shows the chosen what-if of a plan, or what to do where there is none."""
        self._review = review
        scenario = self.scenario
        if not review.plan.lines:
            self._stack.setCurrentIndex(2)
            return
        self._stack.setCurrentIndex(1 if scenario is None else 0)
        if scenario is None:
            return
        self.scenarios.show_choices([(each.id, each.name) for each in _in_order(review)])
        self.scenarios.show_value(scenario.id)
        self.name.show_value(scenario.name)
        self._found = evaluate(review.plan, scenario.amounts)
        self.lines.show_rows(tables.line_rows(review, scenario))
        self.split.show_rows(tables.split_rows(self._found))
        self.aims.show_rows(tables.aim_rows(self._found))
        self.months.show_rows(tables.month_rows(self._found))
        self._show_outcome(review, self._found)
        self._show_hands()

    def _show_outcome(self, review: MoneyReview, found: Evaluation) -> None:
        approved = [each for each in found.lines if each.line.frozen]
        self.apply.setEnabled(bool(found.lines))
        if not found.lines:
            self.sentence.setText(said("Nothing differs from the plan yet."))
            return
        change = tables.change_text(found.difference, review.plan.campaign.currency)
        if found.difference:
            text = said("%1 would change, %2 in all.", lines_counted(len(found.lines)), change)
        else:
            text = said("%1 would change; the sum stays.", lines_counted(len(found.lines)))
        if approved:
            text += " " + said("%1 approved: the forecast changes there.", lines_counted(len(approved)))
        self.sentence.setText(text)

    @Slot()
    def _show_hands(self) -> None:
        scenario = self.scenario
        if self._review is None or scenario is None:
            return
        plan = self._review.plan
        chosen = [plan.lines.get(str(key)) for key in self.lines.chosen_keys]
        lines = tuple(line for line in chosen if line is not None)
        current = self.lines.current_key
        self.hands.show_lines(plan, scenario.amounts, lines, plan.lines.get(str(current)))

    def begin(self) -> None:
        """Begins with the lines, or at the way to the first what-if."""
        if self._stack.currentIndex() == 0:
            self.lines.setFocus()
        else:
            (self.first if self._stack.currentIndex() == 1 else self._no_lines.button).setFocus()

    # -- doing ---------------------------------------------------------------------------------------

    @Slot()
    def _make(self) -> None:
        plan = self.tools.live.plan
        if plan is None:
            return
        known = {each.name for each in plan.scenarios.values()}
        numbers = range(1, len(known) + 2)
        name = next(name for number in numbers if (name := said("What-if %1", number)) not in known)
        scenario = Scenario(id=new_id(), name=name)
        self._wanted = scenario.id
        if self.tools.live.execute(MakeScenario(scenario)):
            self.name.setFocus()
            self.name.line.selectAll()

    @Slot(object)
    def _choose(self, scenario_id: object) -> None:
        self._wanted = str(scenario_id)
        if self._review is not None:
            self.show_review(self._review)

    @Slot(object)
    def _rename(self, name: object) -> None:
        scenario = self.scenario
        if scenario is not None:
            refusal = self.tools.live.refusal_of(ChangeScenario(scenario.id, {"name": name}))
            if refusal is not None:
                self.name.show_error(refusal.sentence)

    @Slot(object)
    def _change(self, amounts: Amounts) -> None:
        scenario = self.scenario
        if scenario is not None:
            self._wanted = scenario.id
            self.tools.live.execute(ChangeScenario(scenario.id, {"amounts": amounts}))

    @Slot()
    def _discard(self) -> None:
        scenario = self.scenario
        if scenario is not None:
            self.tools.live.execute(DeleteScenario(scenario.id))

    @Slot()
    def _apply(self) -> None:
        scenario = self.scenario
        if scenario is None or self._found is None:
            return
        approved = any(each.line.frozen for each in self._found.lines)
        self.tools.live.execute(ApplyScenario(scenario.id, to_forecast=approved))

    # -- what is remembered --------------------------------------------------------------------------

    def state(self) -> Mapping[str, str]:
        """The what-if that is shown."""
        return {_CHOSEN: self._wanted}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back which what-if was shown."""
        self._wanted = states.get(_CHOSEN, "")


def _in_order(review: MoneyReview) -> list[Scenario]:
    return sorted(review.plan.scenarios.values(), key=lambda each: (each.name.casefold(), each.id))
