"""The split review: matrix, target band and what does not fit; beside them other splits of the money."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.ui.actions import Name
from campaignplanner.ui.budget.empty import NoLines
from campaignplanner.ui.budget.halves import Halves
from campaignplanner.ui.budget.split import breakdowns, matrix
from campaignplanner.ui.budget.split.band import BandScale, sentences
from campaignplanner.ui.budget.split.findings import MoneyFinding, money_findings
from campaignplanner.ui.budget.split.findings_list import FindingsList
from campaignplanner.ui.budget.split.states import states_columns, states_rows
from campaignplanner.ui.budget.switch import Segment, Segments
from campaignplanner.ui.budget.table_view import MoneyTable
from campaignplanner.ui.budget.view import BudgetView
from campaignplanner.ui.budget.words import said, state_name
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.widgets.lines import label

_STATE, _SPLIT = "budget split state", "budget split by"


class SplitView(BudgetView):
    """Rows are filed under, columns are what the customer meets; every cell opens to its lines."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._review: MoneyReview | None = None
        self.states = Segments(
            self.tr("Which money"),
            [Segment(state, state_name(state), _meaning(state)) for state in MoneyState],
            self,
        )
        self.matrix = MoneyTable(
            self.tr("Money by whose budget it is filed under and by what the customer meets"),
            matrix.columns(),
            self,
            two_lines=True,
            most_rows=9,
        )
        self.band = BandScale(self)
        self._band_words = label()
        self._set_band = QPushButton(self.tr("Set the target band"), self)
        self.findings = FindingsList(self)
        self.splits = Segments(self.tr("Split by"), breakdowns.choices(), self)
        self.breakdown = MoneyTable(
            self.tr("Money by what was chosen"), breakdowns.columns(), self, most_rows=14, by_row=True
        )
        self.compared = MoneyTable(
            self.tr("Planned against forecast against actual"), states_columns(), self, by_row=True
        )
        self._empty = NoLines(tools, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        halves = Halves(self, (7, 5))
        self._fill_left(halves.left)
        self._fill_right(halves.right)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(halves)
        self._stack.addWidget(self._empty)

    def _fill_left(self, column: QVBoxLayout) -> None:
        self._band_words.setWordWrap(True)
        column.addWidget(self.states)
        column.addWidget(self.matrix)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Online share"), font=strong_font()))
        column.addWidget(self.band)
        column.addWidget(self._band_words)
        column.addWidget(self._set_band, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Worth a look"), font=strong_font()))
        column.addWidget(self.findings)
        column.addStretch(1)

    def _fill_right(self, column: QVBoxLayout) -> None:
        column.addWidget(self.splits)
        column.addWidget(self.breakdown)
        column.addSpacing(8)
        column.addWidget(label(self.tr("From planned to spent"), font=strong_font()))
        column.addWidget(self.compared)
        column.addStretch(1)

    def _connect(self) -> None:
        self.states.wanted.connect(self._show_again)
        self.splits.wanted.connect(self._show_again)
        self.matrix.opened.connect(self._open_cell)
        self.breakdown.opened.connect(self._open_row)
        self.compared.opened.connect(self._choose_state)
        self.findings.lines_asked.connect(self.lines_asked)
        self.findings.way_asked.connect(self._go_on)
        self._set_band.clicked.connect(self.tools.actions[Name.CAMPAIGN_DETAILS].trigger)

    # -- showing -------------------------------------------------------------------------------------

    @property
    def state_shown(self) -> MoneyState:
        """The money that is shown."""
        state = self.states.value
        return state if isinstance(state, MoneyState) else MoneyState.PLANNED

    def show_review(self, review: MoneyReview) -> None:
        """Shows the money of a plan, or what to do where there is none."""
        self._review = review
        self._stack.setCurrentIndex(0 if review.plan.lines else 1)
        if not review.plan.lines:
            return
        state = self.state_shown
        self.matrix.show_rows(matrix.rows(review, state))
        self._show_band(review, state)
        self.findings.show_findings(money_findings(review, state))
        self.breakdown.name_first_column(self.splits.tabText(self.splits.currentIndex()))
        self.breakdown.show_rows(breakdowns.rows(review, state, self.splits.value))
        self.compared.show_rows(states_rows(review))
        self.compared.go_to(state)

    def _show_band(self, review: MoneyReview, state: MoneyState) -> None:
        campaign = review.plan.campaign
        told, is_within = sentences(review, state)
        band = (campaign.online_share_from, campaign.online_share_to)
        self.band.show_share(review.totals(state), band, is_within=is_within, told=told)
        self._band_words.setText(told)
        self._set_band.setVisible(band == (None, None))

    @Slot()
    def _show_again(self) -> None:
        if self._review is not None:
            self.show_review(self._review)

    def begin(self) -> None:
        """Begins in the matrix, or at the way on where there is no money."""
        has_lines = self._review is not None and bool(self._review.plan.lines)
        (self.matrix if has_lines else self._empty.button).setFocus()

    # -- opening -------------------------------------------------------------------------------------

    @Slot(object)
    def _open_cell(self, key: object) -> None:
        if self._review is not None:
            column = self.matrix.current_column
            self.lines_asked.emit(matrix.asked(self._review, self.state_shown, key, column))

    @Slot(object)
    def _open_row(self, key: object) -> None:
        if self._review is not None:
            asked = breakdowns.asked(self._review, self.state_shown, self.splits.value, key)
            if asked is not None:
                self.lines_asked.emit(asked)

    @Slot(object)
    def _choose_state(self, state: object) -> None:
        self.states.show_value(state)
        self._show_again()

    @Slot(object)
    def _go_on(self, finding: MoneyFinding) -> None:
        picked = finding.way(self._review) if finding.way is not None and self._review is not None else None
        if picked is None:
            return
        self.tools.selection.pick(picked)
        self.tools.actions[Name.OPEN_DETAILS].trigger()

    # -- what is remembered --------------------------------------------------------------------------

    def state(self) -> Mapping[str, str]:
        """Which money is shown, and by what it is split beside the matrix."""
        split = self.splits.value
        said_split = split.value if isinstance(split, Dimension) else breakdowns.MONTH
        return {_STATE: self.state_shown.value, _SPLIT: str(said_split)}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back what was remembered; what is not known is as when first seen."""
        known = {state.value: state for state in MoneyState}
        self.states.show_value(known.get(states.get(_STATE, ""), MoneyState.PLANNED))
        splits = {str(getattr(each.value, "value", each.value)): each.value for each in breakdowns.choices()}
        self.splits.show_value(splits.get(states.get(_SPLIT, ""), Dimension.AIM))


def _meaning(state: MoneyState) -> str:
    return said(
        {
            MoneyState.PLANNED: "What was planned; frozen when a version is approved",
            MoneyState.FORECAST: "The latest estimate; what was planned where there is none",
            MoneyState.COMMITTED: "What was ordered or promised",
            MoneyState.ACTUAL: "What was billed or paid",
            MoneyState.EXPOSURE: "What it will have cost: actual once closed, else the largest of the others",
        }[state]
    )
