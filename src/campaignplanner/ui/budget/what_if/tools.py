"""What can be done with the lines of a what-if: type an amount, scale, lock, move between two lines."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning import what_if
from campaignplanner.planning.what_if import Amounts, amount_now
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.fields.amounts import MoneyField, ShareField
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.formats import shortened
from campaignplanner.ui.widgets.lines import label

_NAME_LENGTH = 28


class WhatIfTools(QWidget):
    """Fields and buttons; `changed` carries the new amounts of the what-if."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._amounts: Amounts = ()
        self._lines: tuple[BudgetLine, ...] = ()
        self._to: BudgetLine | None = None
        self.amount = MoneyField(self.tr("Amount of the chosen line"), "EUR")
        self.factor = ShareField(self.tr("Scale the chosen lines to"))
        self.total = MoneyField(self.tr("Scale all lines to a total of"), "EUR")
        self.moved = MoneyField(self.tr("Move between two chosen lines"), "EUR")
        self.scale = QPushButton(self.tr("Scale"), self)
        self.scale_all = QPushButton(self.tr("Scale all"), self)
        self.move_money = QPushButton(self.tr("Move"), self)
        self.lock = QPushButton(self.tr("Lock"), self)
        self.move_words = label(role="muted")
        self._build()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        pairs: tuple[tuple[Field, QPushButton], ...] = (
            (self.amount, self.lock),
            (self.factor, self.scale),
            (self.total, self.scale_all),
            (self.moved, self.move_money),
        )
        for number, (field, button) in enumerate(pairs):
            row, column = divmod(number, 2)
            grid.addWidget(field, row, 2 * column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(button, row, 2 * column + 1, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(2 * column, 1)
        grid.addWidget(self.move_words, 2, 0, 1, 4)
        self.amount.edited.connect(self._type)
        self.scale.clicked.connect(self._scale)
        self.scale_all.clicked.connect(self._scale_all)
        self.move_money.clicked.connect(self._move)
        self.lock.clicked.connect(self._lock)
        self.factor.show_value(Decimal(1))

    def show_lines(
        self, plan: Plan, amounts: Amounts, lines: tuple[BudgetLine, ...], to: BudgetLine | None
    ) -> None:
        """Shows what can be done with the chosen lines; of two, money moves to the one chosen last."""
        self._plan, self._amounts, self._lines, self._to = plan, amounts, lines, to
        for field in (self.total, self.moved):
            field.show_currency(plan.campaign.currency)
        one = lines[0] if len(lines) == 1 else None
        named = {each.line_id: each for each in amounts}
        self.amount.setEnabled(one is not None)
        if one is not None:
            self.amount.show_currency(one.currency or plan.campaign.currency)
            self.amount.show_value(named[one.id].planned if one.id in named else amount_now(one))
        else:
            self.amount.show_value(None)
        for part in (self.scale, self.factor, self.lock):
            part.setEnabled(bool(lines))
        self.lock.setText(self.tr("Unlock") if self._all_locked() else self.tr("Lock"))
        self._show_move()

    def _show_move(self) -> None:
        pair = self._pair()
        for part in (self.moved, self.move_money):
            part.setEnabled(pair is not None)
        if pair is None:
            self.move_words.setText(
                self.tr("To move money, choose two lines: it goes to the one chosen last.")
            )
        else:
            source, target = (shortened(line.label, _NAME_LENGTH) for line in pair)
            self.move_words.setText(
                said("Money moves from \u201c%1\u201d to \u201c%2\u201d.", source, target)
            )

    def _pair(self) -> tuple[BudgetLine, BudgetLine] | None:
        """The line that gives and the one that takes, where two are chosen."""
        if len(self._lines) != 2 or self._to is None or self._to not in self._lines:
            return None
        source = next(line for line in self._lines if line is not self._to)
        return source, self._to

    def _all_locked(self) -> bool:
        locked = {each.line_id for each in self._amounts if each.locked}
        return bool(self._lines) and all(line.id in locked for line in self._lines)

    @Slot(object)
    def _type(self, value: object) -> None:
        plan = self._plan
        if plan is not None and isinstance(value, int) and len(self._lines) == 1:
            line_id = self._lines[0].id
            self._offer(self.amount, lambda: what_if.with_amount(plan, self._amounts, line_id, value))

    @Slot()
    def _scale(self) -> None:
        plan, factor = self._plan, self._taken(self.factor)
        if plan is not None and isinstance(factor, Decimal):
            ids = [line.id for line in self._lines]
            self._offer(self.factor, lambda: what_if.scaled_by(plan, self._amounts, factor, ids))

    @Slot()
    def _scale_all(self) -> None:
        plan, total = self._plan, self._taken(self.total)
        if plan is not None and isinstance(total, int):
            self._offer(self.total, lambda: what_if.scaled_to(plan, self._amounts, total))

    @Slot()
    def _move(self) -> None:
        plan, pair, amount = self._plan, self._pair(), self._taken(self.moved)
        if plan is not None and pair is not None and isinstance(amount, int):
            source, target = pair[0].id, pair[1].id
            self._offer(self.moved, lambda: what_if.moved(plan, self._amounts, source, target, amount))

    @Slot()
    def _lock(self) -> None:
        if self._plan is not None:
            ids = [line.id for line in self._lines]
            self.changed.emit(what_if.locked(self._plan, self._amounts, ids, not self._all_locked()))

    def _taken(self, field: Field) -> object:
        """What a field holds, once that was taken; says so where nothing is in it."""
        if not field.finish(again=True):
            return None
        if field.value is None:
            field.show_error(self.tr("Type how much first."))
        return field.value

    def _offer(self, field: Field, make: Callable[[], Amounts]) -> None:
        try:
            amounts = make()
        except PlanError as error:
            field.show_error(error.sentence)
            return
        self.changed.emit(amounts)
