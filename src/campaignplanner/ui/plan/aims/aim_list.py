"""The aims in the user's order: written where they stand, and moved by dragging or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.aim import Aim
from campaignplanner.domain.ids import new_id
from campaignplanner.services.commands.aim import ChangeAim, MakeAim, ReorderAims
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.text import TextField
from campaignplanner.ui.plan.aims.ordered_list import OrderedList
from campaignplanner.ui.plan.aims.row_texts import aim_rows
from campaignplanner.ui.plan.aims.rows import PanelRow
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class AimList(OrderedList):
    """Aims with their KPIs and their money."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, has_black_bar=True, parent=parent)
        self.setAccessibleName(self.tr("Aims"))
        self._rows_of: tuple[tuple[object, ...], Sequence[PanelRow]] = ((), ())

    # -- what is listed ------------------------------------------------------------------------------

    def rows_of(self, plan: Plan) -> Sequence[PanelRow]:
        """See `PanelList`; made anew only when something was edited that they show."""
        told = (plan.campaign, plan.aims, plan.kpis, plan.readings, plan.lines, plan.contributions)
        known, rows = self._rows_of
        if len(known) != len(told) or any(one is not other for one, other in zip(known, told, strict=True)):
            rows = aim_rows(plan)
            self._rows_of = (told, rows)
        return rows

    def make_field(self) -> Field:
        """See `PanelList`."""
        return TextField(self.tr("Statement"), self.tr("What does the business want?"))

    def text_of(self, plan: Plan, group: str) -> str | None:
        """See `PanelList`."""
        aim = plan.aims.get(group)
        return None if aim is None else aim.statement

    def changing(self, group: str, text: str) -> Command:
        """See `PanelList`."""
        return ChangeAim(group, {"statement": text})

    def making(self, plan: Plan, text: str) -> tuple[Command, Picked]:
        """See `PanelList`."""
        position = max((aim.position for aim in plan.aims.values()), default=-1) + 1
        aim = Aim(id=new_id(), statement=text, position=position)
        return MakeAim(aim), Picked.record(aim)

    def reordering(self, order: tuple[str, ...]) -> Command:
        """See `OrderedList`."""
        return ReorderAims(order)
