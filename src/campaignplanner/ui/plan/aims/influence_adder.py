"""Asks who passes what on to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.audience import Influence
from campaignplanner.domain.ids import new_id
from campaignplanner.services.commands.audience import MakeInfluence
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.plan.aims.map_layout import ambassadors
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.bulk_form import audience_choices
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools


class InfluenceAdder(Adder):
    """From whom, to whom, and what is passed on; the first two are known where something was dragged.

    Signals:
        made: carries what was added, as it is selected.
    """

    made = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Aims", "Add influence"), parent)
        self._tools = tools
        self.source = self.put(ChoiceField(self.tr("From")), 0, 0, blank=None)
        self.target = self.put(ChoiceField(self.tr("To")), 0, 1, blank=None)
        self.passed_on = self.put(LineField(self.tr("What is passed on")), 1)
        self.wanted.connect(self._add)

    def show_plan(self, plan: Plan) -> None:
        """Offers the audiences of the plan; closes when there are none any more."""
        choices = audience_choices(plan)
        self.source.show_choices(((None, ambassadors()), *choices))
        self.target.show_choices(choices)
        if not choices:
            self.close_up()

    def open_between(self, source_id: str | None, target_id: str) -> None:
        """Opens for two that are known, with the focus where one says what is passed on."""
        self.open()
        self.source.show_value(source_id)
        self.target.show_value(target_id)
        self.passed_on.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _add(self) -> None:
        source, target = self.source.value, self.target.value
        if not isinstance(target, str):
            self.target.show_error(self.tr("Choose whom it reaches."))
            return
        influence = Influence(
            id=new_id(),
            from_audience_id=source if isinstance(source, str) else None,
            to_audience_id=target,
            passed_on=str(self.passed_on.value),
        )
        refusal = self._tools.live.refusal_of(MakeInfluence(influence))
        if refusal is not None:
            self.show_refusal(refusal, self.passed_on)
            return
        self.close_up()
        self.made.emit(Picked.record(influence))
