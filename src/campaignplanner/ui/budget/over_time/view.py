"""Over time: the chart with its table and the pace at the left, the phasing of one line at the right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.ui.budget.empty import NoLines
from campaignplanner.ui.budget.halves import Halves
from campaignplanner.ui.budget.over_time import series
from campaignplanner.ui.budget.over_time.chart import SpendChart
from campaignplanner.ui.budget.over_time.phasing_editor import PhasingEditor
from campaignplanner.ui.budget.split import breakdowns
from campaignplanner.ui.budget.switch import Segment, Segments
from campaignplanner.ui.budget.table import Cell, Column, LazyRows, TableRow
from campaignplanner.ui.budget.table_view import MoneyTable
from campaignplanner.ui.budget.view import BudgetView
from campaignplanner.ui.budget.words import money_of, said
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.formats import money_text
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.lines import label

_BY = "budget over time by"
_MONTH, _WEEK = "month", "week"


class OverTimeView(BudgetView):
    """Spend per week or month, what adds up, the pace; and how each line's money is spread."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._review: MoneyReview | None = None
        self.by = Segments(
            self.tr("Weeks or months"),
            [Segment(_MONTH, self.tr("By month")), Segment(_WEEK, self.tr("By week"))],
            self,
        )
        self.chart = SpendChart(self)
        self.pace = label()
        self.table = MoneyTable(self.tr("Money over time"), series.columns(), self, most_rows=14, by_row=True)
        self.lines = MoneyTable(
            self.tr("Lines whose money is spread"),
            (
                Column(title=self.tr("Line"), is_number=False, stretches=True),
                Column(title=self.tr("Spread"), is_number=False, width=90),
                Column(title=self.tr("Planned")),
            ),
            self,
            most_rows=9,
            by_row=True,
        )
        self.editor = PhasingEditor(tools, self)
        self._empty = NoLines(tools, self)
        self._build()

    def _build(self) -> None:
        halves = Halves(self)
        self.pace.setWordWrap(True)
        for part in (self.by, self.pace, self.chart, self.table):
            halves.left.addWidget(part)
        halves.left.addStretch(1)
        halves.right.addWidget(label(self.tr("How each line is spread"), font=strong_font()))
        halves.right.addWidget(self.lines)
        halves.right.addSpacing(8)
        halves.right.addWidget(self.editor)
        halves.right.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(halves)
        self._stack.addWidget(self._empty)
        self.by.wanted.connect(self._show_again)
        self.table.opened.connect(self._open_period)
        self.table.row_reached.connect(self.chart.mark)
        self.lines.row_reached.connect(self._pick)
        self.lines.opened.connect(self._pick)
        self.tools.selection.changed.connect(self._show_line)

    def show_review(self, review: MoneyReview) -> None:
        """Shows the money of a plan over time, or what to do where there is none."""
        self._review = review
        self._stack.setCurrentIndex(0 if review.plan.lines else 1)
        if not review.plan.lines:
            return
        today = date.today()  # noqa: DTZ011 - the person's own day
        found = series.series_of(review, by_month=self.by.value == _MONTH, today=today)
        sentence = series.pacing_sentence(review, today)
        self.pace.setText(sentence)
        self.chart.show_series(found, partial(series.told, review), partial(money_of, review.plan), sentence)
        self.table.show_rows(series.rows(review, found))
        ordered = review.plan.lines_in_order
        self.lines.show_rows(LazyRows(len(ordered), lambda place: _line_row(review, ordered[place])))
        self._show_line()

    @Slot()
    def _show_again(self) -> None:
        if self._review is not None:
            self.show_review(self._review)

    @Slot()
    def _show_line(self) -> None:
        """Shows the line that is selected; whatever else is selected leaves the last one."""
        if self._review is None or not self.isVisible():
            return
        plan, current = self._review.plan, self.tools.selection.current
        wanted = self.lines.current_key
        if current is not None and current.record_type is BudgetLine:
            wanted = current.id
        line = plan.lines.get(str(wanted)) if wanted is not None else None
        if line is not None and self.lines.current_key != line.id:
            self.lines.go_to(line.id)
        self.editor.show_line(plan, line)

    @Slot(object)
    def _pick(self, line_id: object) -> None:
        self.tools.selection.pick(Picked(BudgetLine, str(line_id)))

    @Slot(object)
    def _open_period(self, key: object) -> None:
        if self._review is not None:
            state = MoneyState.PLANNED
            asked = breakdowns.asked(self._review, state, breakdowns.MONTH, key)
            if asked is not None:
                self.lines_asked.emit(asked)

    def begin(self) -> None:
        """Begins in the table of periods, or at the way on where there is no money."""
        has_lines = self._review is not None and bool(self._review.plan.lines)
        (self.table if has_lines else self._empty.button).setFocus()

    def state(self) -> Mapping[str, str]:
        """Whether it goes by week or by month."""
        return {_BY: str(self.by.value)}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered."""
        self.by.show_value(_WEEK if states.get(_BY) == _WEEK else _MONTH)


def _line_row(review: MoneyReview, line: BudgetLine) -> TableRow:
    amount = money_text(line.planned, line.currency or review.plan.campaign.currency)
    spread = said(line.phasing.mode.value)
    cells = (Cell(text=line.label, told=line.label), Cell(text=spread, is_muted=True), Cell(text=amount))
    return TableRow(line.id, cells)
