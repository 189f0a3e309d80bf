"""The audiences in the user's order, each with what people do now and what they should do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from campaignplanner.domain.audience import Audience
from campaignplanner.domain.ids import new_id
from campaignplanner.services.commands.audience import ChangeAudience, MakeAudience, ReorderAudiences
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.plan.aims.ordered_list import OrderedList
from campaignplanner.ui.plan.aims.row_texts import audience_rows
from campaignplanner.ui.plan.aims.rows import PanelRow
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class AudienceList(OrderedList):
    """As high as its rows: what it lies in scrolls."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, has_black_bar=False, parent=parent)
        self.setAccessibleName(self.tr("Audiences"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content_changed.connect(self._fit)

    def rows_of(self, plan: Plan) -> Sequence[PanelRow]:
        """See `PanelList`."""
        return audience_rows(plan)

    def make_field(self) -> Field:
        """See `PanelList`."""
        return LineField(self.tr("Who"), self.tr("Who are they?"))

    def text_of(self, plan: Plan, group: str) -> str | None:
        """See `PanelList`."""
        audience = plan.audiences.get(group)
        return None if audience is None else audience.name

    def changing(self, group: str, text: str) -> Command:
        """See `PanelList`."""
        return ChangeAudience(group, {"name": text})

    def making(self, plan: Plan, text: str) -> tuple[Command, Picked]:
        """See `PanelList`."""
        position = max((each.position for each in plan.audiences.values()), default=-1) + 1
        audience = Audience(id=new_id(), name=text, position=position)
        return MakeAudience(audience), Picked.record(audience)

    def reordering(self, order: tuple[str, ...]) -> Command:
        """See `OrderedList`."""
        return ReorderAudiences(order)

    def scrolled(self) -> QAbstractScrollArea:
        """What the list lies in."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QAbstractScrollArea):
            around = around.parentWidget()
        return around or self

    def bring_current_up(self) -> None:
        """Lets the panel scroll to what was moved."""
        self.current_at.emit(self.visualRect(self.currentIndex()))

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self.height_needed()))
