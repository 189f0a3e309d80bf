"""What the budget page says while a campaign has no budget line, with the way to the first one."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.ids import new_id
from campaignplanner.services.commands.budget import MakeBudgetLine
from campaignplanner.services.commands.editing import next_position
from campaignplanner.ui.actions import Name
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.empty import EmptyState


class NoLines(EmptyState):
    """One click makes a line and opens all its fields."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(
            said("No money is planned yet"),
            said(
                "Add a budget line: what it pays for, how much, "
                "what customers meet of it, and whose budget it is."
            ),
            parent,
        )
        self._tools = tools
        self.button = QPushButton(self.tr("Add a budget line"))
        self.button.setProperty("role", "primary")
        self.button.setFont(strong_font())
        self.button.clicked.connect(self._add)
        self.add(self.button)

    @Slot()
    def _add(self) -> None:
        plan = self._tools.live.plan
        if plan is None:
            return
        line = BudgetLine(
            id=new_id(), label=self.tr("New budget line"), position=next_position(plan.lines.values())
        )
        if self._tools.live.execute(MakeBudgetLine(line)):
            self._tools.selection.pick(Picked(BudgetLine, line.id))
            self._tools.actions[Name.OPEN_DETAILS].trigger()
