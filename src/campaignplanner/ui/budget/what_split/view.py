"""What split? Three judgements typed, the curve that follows from them, and today's plan on it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.what_split import Judgements, Today, WhatSplit, today, what_split
from campaignplanner.ui.budget.halves import Halves
from campaignplanner.ui.budget.table import Cell, Column, TableRow
from campaignplanner.ui.budget.table_view import MoneyTable
from campaignplanner.ui.budget.view import BudgetView
from campaignplanner.ui.budget.what_split.curve import CurveChart
from campaignplanner.ui.budget.what_split.sentences import (
    best_sentence,
    help_sentence,
    number,
    percent,
    today_sentence,
)
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.fields.amounts import NumberField
from campaignplanner.ui.fields.message import FieldMessage, Tone
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.widgets.lines import label

_TYPED = "budget judgements"
_TENTHS = 10


class WhatSplitView(BudgetView):
    """The judgements belong to whoever looks: they are remembered, and never written into the plan."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._review: MoneyReview | None = None
        self.fields = (
            NumberField(self.tr("All online brings")),
            NumberField(self.tr("All offline brings")),
            NumberField(self.tr("Half and half brings")),
        )
        self.curve = CurveChart(self)
        self.words = label()
        self.message = FieldMessage(self)
        self.table = MoneyTable(
            self.tr("Outcome by online share"),
            (
                Column(title=self.tr("Online share"), is_number=False, stretches=True),
                Column(title=self.tr("Outcome")),
                Column(title=self.tr("Of the best")),
            ),
            self,
            most_rows=14,
            by_row=True,
        )
        self._build()

    def _build(self) -> None:
        halves = Halves(self, (5, 6))
        self._fill_left(halves.left)
        halves.right.addWidget(label(self.tr("What follows from it"), font=strong_font()))
        halves.right.addWidget(self.curve)
        halves.right.addWidget(self.table)
        halves.right.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(halves)
        for field in self.fields:
            field.edited.connect(self._show_again)

    def _fill_left(self, column: QVBoxLayout) -> None:
        explained = label(
            self.tr(
                "What would the same total bring, in whatever you count: subscribers, orders, visits? "
                "Say it for three splits. These are your judgements and not data; what is said here is only "
                "as good as they are, and rests on one assumption: twice the money on one side brings less "
                "than twice as much."
            ),
            role="muted",
        )
        self.words.setWordWrap(True)
        explained.setWordWrap(True)
        column.addWidget(label(self.tr("Your three judgements"), font=strong_font()))
        column.addWidget(explained)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for number_of, field in enumerate(self.fields):
            grid.addWidget(field, 0, number_of)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.addSpacing(4)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_review(self, review: MoneyReview) -> None:
        """Shows what follows for today's plan."""
        self._review = review
        judgements = self._judgements()
        found, sentence = _found(judgements)
        self.message.say(sentence, Tone.ERROR)
        here = today(found, review.totals()) if found is not None else None
        told = self._told(review, found, here, is_wrong=bool(sentence))
        self.words.setText(told)
        self.curve.show_curve(found, here, told)
        self.table.setVisible(found is not None)
        if found is not None:
            self.table.show_rows(_rows(found, here))

    def _told(
        self, review: MoneyReview, found: WhatSplit | None, here: Today | None, *, is_wrong: bool
    ) -> str:
        if found is None:
            return "" if is_wrong else self.tr("Type all three to see which split is best.")
        return "\n\n".join([best_sentence(found), today_sentence(review, here), help_sentence(found)])

    def _judgements(self) -> Judgements | None:
        values = [field.value for field in self.fields]
        numbers = [float(value) for value in values if isinstance(value, Decimal)]
        return Judgements(*numbers) if len(numbers) == len(self.fields) else None

    @Slot()
    def _show_again(self) -> None:
        if self._review is not None:
            self.show_review(self._review)

    def begin(self) -> None:
        """Begins with the first judgement."""
        self.fields[0].setFocus()

    def state(self) -> Mapping[str, str]:
        """The judgements, to be remembered with the campaign."""
        values = (field.value for field in self.fields)
        return {_TYPED: ";".join("" if value is None else str(value) for value in values)}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back the judgements; what cannot be read is empty."""
        texts = states.get(_TYPED, "").split(";")
        for field, text in zip(self.fields, [*texts, "", "", ""], strict=False):
            field.show_value(_decimal(text))


def _found(judgements: Judgements | None) -> tuple[WhatSplit | None, str]:
    """What follows from judgements, or the sentence that says why nothing does."""
    if judgements is None:
        return None, ""
    try:
        return what_split(judgements), ""
    except PlanError as error:
        return None, error.sentence


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _rows(found: WhatSplit, here: Today | None) -> list[TableRow]:
    """The curve in tenths, with today's plan and the best at the top."""
    rows = [_row(said("Best: %1", percent(found.best.online_share)), found.best.outcome, found, "best")]
    if here is not None:
        name = said("Today: %1", percent(here.here.online_share))
        rows.append(_row(name, here.here.outcome, found, "today"))
    rows += [
        _row(percent(each.online_share), each.outcome, found, each.online_share)
        for each in found.curve(_TENTHS)
    ]
    return rows


def _row(name: str, outcome: float, found: WhatSplit, key: object) -> TableRow:
    part = percent(outcome / found.best.outcome) if found.best.outcome else "\u2013"
    return TableRow(key, (Cell(text=name), Cell(text=number(outcome)), Cell(text=part, is_muted=True)))
