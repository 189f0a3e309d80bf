"""How the money of one line is spread over time: its mode, typed months or weeks, and what is left over."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from campaignplanner.domain.budget import BudgetLine, PhasingMode
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.typed_phasing import PhasedPeriod, SpreadHow, gap, periods
from campaignplanner.services.commands.phasing import ChangePhasing, SpreadDifference, TypePhasedAmounts
from campaignplanner.ui.budget.split.breakdowns import month_name
from campaignplanner.ui.budget.switch import Segment, Segments
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.fields.amounts import MoneyField
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.formats import money_text, span_text
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.widgets.lines import ElidedLabel, label

_COLUMNS = 2
_MODES = {
    PhasingMode.EVEN: "Even",
    PhasingMode.AT_START: "At start",
    PhasingMode.AT_END: "At end",
    PhasingMode.BY_MONTH: "By month",
    PhasingMode.BY_WEEK: "By week",
}
_WAYS = {
    SpreadHow.PROPORTIONALLY: "In proportion",
    SpreadHow.EVENLY: "Evenly over the rest",
    SpreadHow.ON_LAST: "On the last one",
    SpreadHow.KEEP: "Leave it",
}


class PhasingEditor(QWidget):
    """Shows the phasing of a line; every edit goes through the workspace, nothing typed is thrown away."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._line: BudgetLine | None = None
        self._left: tuple[str, int] | None = None
        self.fields: dict[date, MoneyField] = {}
        self._title = ElidedLabel(font=strong_font())
        self.modes = Segments(
            self.tr("How the money is spread"),
            [Segment(mode, said(_MODES[mode]), _meaning(mode)) for mode in PhasingMode],
            self,
        )
        self.sentence = label(role="muted")
        self.question = QWidget(self)
        self.asks = label()
        self._cells = QWidget(self)
        self._build()

    def _build(self) -> None:
        self._grid = QGridLayout(self._cells)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        for words in (self.sentence, self.asks):
            words.setWordWrap(True)
        self._build_question()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self.modes, self.sentence, self.question, self._cells):
            column.addWidget(part)
        self.modes.wanted.connect(self._choose_mode)

    def _build_question(self) -> None:
        self.ways: dict[SpreadHow, QPushButton] = {}
        row = QHBoxLayout()
        for how, text in _WAYS.items():
            button = QPushButton(said(text), self.question)
            button.clicked.connect(partial(self._spread, how))
            self.ways[how] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self.question)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asks)
        column.addLayout(row)

    # -- showing -------------------------------------------------------------------------------------

    def show_line(self, plan: Plan, line: BudgetLine | None) -> None:
        """Shows a line, or that none is chosen."""
        is_another = line is None or self._line is None or line.id != self._line.id
        self._line = line
        for part in (self.modes, self._cells):
            part.setVisible(line is not None)
        self.question.setVisible(False)
        if line is None:
            self._title.show_text(said("Phasing"))
            self.sentence.setText(said("Choose a line in the list to see how its money is spread over time."))
            return
        self._title.show_text(line.label)
        self.modes.show_value(line.phasing.mode)
        amount = money_text(line.planned, line.currency or plan.campaign.currency)
        self.sentence.setText(f"{amount}. {_meaning(line.phasing.mode)}.")
        self._show_cells(plan, line, is_another=is_another)
        self._show_question(plan, line)

    def _show_cells(self, plan: Plan, line: BudgetLine, *, is_another: bool) -> None:
        found = periods(plan, line)
        days = [each.span.first_day for each in found]
        if is_another or days != list(self.fields):
            self._make_cells(found, line.currency or plan.campaign.currency)
        for each in found:
            self.fields[each.span.first_day].show_value(each.amount)

    def _make_cells(self, found: tuple[PhasedPeriod, ...], currency: str) -> None:
        for field in self.fields.values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}
        for number, each in enumerate(found):
            field = MoneyField(self._name_of(each), currency)
            field.edited.connect(partial(self._type, field, each.span.first_day))
            self.fields[each.span.first_day] = field
            self._grid.addWidget(field, number // _COLUMNS, number % _COLUMNS)

    def _name_of(self, period: PhasedPeriod) -> str:
        is_month = self._line is not None and self._line.phasing.mode is PhasingMode.BY_MONTH
        return month_name(period.span) if is_month else span_text(period.span.first_day, period.span.last_day)

    def _show_question(self, plan: Plan, line: BudgetLine) -> None:
        found = gap(plan, line)
        if found is None or not self.fields:
            return
        currency = line.currency or plan.campaign.currency
        off = money_text(abs(found.difference), currency)
        planned = money_text(line.planned, currency)
        is_left = self._left == (line.id, found.difference)
        if found.difference > 0:
            text = said("%1 of the planned %2 is in no period.", off, planned)
        else:
            text = said("The periods add up to %1 more than the planned %2.", off, planned)
        self.asks.setText(text if is_left else f"{text} {said('How is it to be spread?')}")
        for button in self.ways.values():
            button.setAccessibleDescription(text)
            button.setVisible(not is_left)
        self.question.setVisible(True)

    # -- editing -------------------------------------------------------------------------------------

    @Slot(object)
    def _choose_mode(self, mode: PhasingMode) -> None:
        line = self._line
        if line is not None and not self._tools.live.execute(ChangePhasing(line.id, mode)):
            self.modes.show_value(line.phasing.mode)

    def _type(self, field: MoneyField, day: date, amount: int | None) -> None:
        if self._line is None:
            return
        refusal = self._tools.live.refusal_of(TypePhasedAmounts(self._line.id, {day: amount}))
        if refusal is not None:
            field.show_error(refusal.sentence)

    def _spread(self, how: SpreadHow) -> None:
        line, plan = self._line, self._tools.live.plan
        if line is None or plan is None:
            return
        found = gap(plan, line)
        if how is not SpreadHow.KEEP:
            self._tools.live.execute(SpreadDifference(line.id, how))
        elif found is not None:
            self._left = (line.id, found.difference)
            self.show_line(plan, line)
            self.modes.setFocus()


def _meaning(mode: PhasingMode) -> str:
    return said(
        {
            PhasingMode.EVEN: "The same on every day on which it runs",
            PhasingMode.AT_START: "All on the first day",
            PhasingMode.AT_END: "All on the last day",
            PhasingMode.BY_MONTH: "As typed for each month",
            PhasingMode.BY_WEEK: "As typed for each week, from Monday",
        }[mode]
    )
