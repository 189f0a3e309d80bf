"""The reserve: what is left of the contingency, a step that draws on it, and the log of all such steps."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from campaignplanner.domain.budget import ReserveDraw
from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.budgeting import ReserveStep, reserve, reserve_log
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.services.commands.budget import DeleteReserveDraw, MakeReserveDraw
from campaignplanner.ui.actions import Name
from campaignplanner.ui.budget.halves import Halves
from campaignplanner.ui.budget.table import Cell, Column, TableRow
from campaignplanner.ui.budget.table_view import MoneyTable
from campaignplanner.ui.budget.view import BudgetView
from campaignplanner.ui.budget.words import money_of, said, share_text
from campaignplanner.ui.fields.amounts import MoneyField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.formats import day_text
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.widgets.empty import EmptyState
from campaignplanner.ui.widgets.lines import label

_DELETES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class ReserveView(BudgetView):
    """Drawing on the reserve is a step with a reason; undo takes it back."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._review: MoneyReview | None = None
        self.sentence = label()
        self.day = DayField(self.tr("Day"), required=True)
        self.amount = MoneyField(self.tr("Amount"), "EUR", required=True)
        self.reason = LineField(self.tr("Reason"), self.tr("such as Rain tent for the open-air tasting"))
        self.draw = QPushButton(self.tr("Draw on the reserve"))
        self.remove = QPushButton(self.tr("Delete the chosen draw"))
        self.log = MoneyTable(
            self.tr("Log of the reserve"),
            (
                Column(title=self.tr("Day"), is_number=False),
                Column(title=self.tr("Reason"), is_number=False, stretches=True),
                Column(title=self.tr("Drawn")),
                Column(title=self.tr("Left after it")),
            ),
            self,
            most_rows=16,
            by_row=True,
        )
        self._nothing = label(self.tr("Nothing was drawn yet."), role="muted")
        self._build()

    def _build(self) -> None:
        self.sentence.setWordWrap(True)
        self.draw.setProperty("role", "primary")
        halves = Halves(self, (4, 5))
        halves.left.addWidget(label(self.tr("Draw on the reserve"), font=strong_font()))
        halves.left.addWidget(self.sentence)
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.addWidget(self.day, 0, 0)
        form.addWidget(self.amount, 0, 1)
        form.addWidget(self.reason, 1, 0, 1, 2)
        halves.left.addLayout(form)
        halves.left.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        halves.left.addStretch(1)
        self._build_log(halves.right)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(halves)
        self._stack.addWidget(self._build_empty())
        self.draw.clicked.connect(self._draw)
        self.remove.clicked.connect(self._remove)

    def _build_log(self, column: QVBoxLayout) -> None:
        column.addWidget(label(self.tr("What it was drawn for"), font=strong_font()))
        column.addWidget(self._nothing)
        column.addWidget(self.log)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _build_empty(self) -> QWidget:
        empty = EmptyState(
            self.tr("No total, no reserve"),
            self.tr(
                "The reserve is a share of the campaign's total. Set the total to see what is held back."
            ),
            self,
        )
        self._set_total = QPushButton(self.tr("Set the total"))
        self._set_total.setProperty("role", "primary")
        self._set_total.clicked.connect(self.tools.actions[Name.CAMPAIGN_DETAILS].trigger)
        empty.add(self._set_total)
        return empty

    def show_review(self, review: MoneyReview) -> None:
        """Shows what is left and the log; without a total, the way to one."""
        is_first = self._review is None or self._review.plan.campaign.id != review.plan.campaign.id
        self._review = review
        kept = reserve(review.plan)
        self._stack.setCurrentIndex(1 if kept is None and not review.plan.reserve_draws else 0)
        self.amount.show_currency(review.plan.campaign.currency)
        if is_first:
            self._clear()
        self.sentence.setText(_sentence(review))
        steps = reserve_log(review.plan)
        self.log.show_rows([_row(review, step) for step in steps])
        self.log.setVisible(bool(steps))
        self.remove.setVisible(bool(steps))
        self._nothing.setVisible(not steps)

    def _clear(self) -> None:
        self.day.show_value(date.today())  # noqa: DTZ011 - the person's own day
        self.amount.show_value(None)
        self.reason.show_value("")

    def begin(self) -> None:
        """Begins with the amount, or at the way to a total."""
        (self._set_total if self._stack.currentIndex() else self.amount).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen draw out, while the log has the focus."""
        if event.key() in _DELETES and self.log.hasFocus():
            self._remove()
            return
        super().keyPressEvent(event)

    @Slot()
    def _draw(self) -> None:
        fields: tuple[Field, ...] = (self.day, self.amount, self.reason)
        are_taken = [field.finish(again=True) for field in fields]  # each says what is wrong with it
        if not all(are_taken):
            return
        day, amount = self.day.value, self.amount.value
        if not isinstance(day, date):
            self.day.show_error(self.tr("Say on which day it was drawn."))
        elif not isinstance(amount, int):
            self.amount.show_error(self.tr("Say how much is drawn."))
        else:
            draw = ReserveDraw(id=new_id(), day=day, amount=amount, reason=str(self.reason.value or ""))
            self._tell(self.tools.live.refusal_of(MakeReserveDraw(draw)))

    def _tell(self, refusal: PlanError | FileTrouble | None) -> None:
        if refusal is None:
            self._clear()
            self.amount.setFocus()
            return
        fields = {"amount": self.amount, "day": self.day}
        fields.get(getattr(refusal, "field", None) or "", self.reason).show_error(refusal.sentence)

    @Slot()
    def _remove(self) -> None:
        key = self.log.current_key
        if key is None:
            self.log.setFocus()
            return
        self.tools.live.execute(DeleteReserveDraw(str(key)))


def _sentence(review: MoneyReview) -> str:
    plan, kept = review.plan, reserve(review.plan)
    if kept is None:
        return said("Without a total there is no reserve to draw on.")
    rate, amount = share_text(plan.campaign.contingency_rate), money_of(plan, kept.amount)
    if kept.overdrawn:
        return said(
            "%1 of the total is held back: %2. More than that was drawn, by %3.",
            rate, amount, money_of(plan, kept.overdrawn),
        )  # fmt: skip
    return said(
        "%1 of the total is held back: %2, of which %3 is left.", rate, amount, money_of(plan, kept.left)
    )


def _row(review: MoneyReview, step: ReserveStep) -> TableRow:
    left = step.left
    cells = (
        Cell(text=day_text(step.draw.day)),
        Cell(text=step.draw.reason, told=step.draw.reason),
        Cell(text=money_of(review.plan, step.draw.amount)),
        Cell(
            text="\u2013" if left is None else money_of(review.plan, left),
            is_wrong=left is not None and left < 0,
        ),
    )
    return TableRow(step.draw.id, cells)
