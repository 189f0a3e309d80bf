"""A pattern of the users' own: named for a bridge, with the days that it lets pass between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.services.commands.bridge import ChangeOwnPattern, DeleteOwnPattern
from campaignplanner.services.commands.own_pattern import GiveOwnPattern
from campaignplanner.ui.fields.amounts import WholeField
from campaignplanner.ui.fields.record_form import RecordForm
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.formats import counted
from campaignplanner.ui.plan.inspector.own_part import OwnPart
from campaignplanner.ui.plan.inspector.section import quiet_text_button

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.plan.inspector.deleting import Deletion


class OwnPatternPart(OwnPart):
    """Below the choice of patterns: a way to a new one, or every field of the one that the bridge has."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, _own_form(tools), parent)
        self._bridge: Bridge | None = None
        self.begin = quiet_text_button(
            self.tr("Pattern of your own…"), self.tr("Name a pattern of your own for this bridge")
        )
        self.new_name = LineField(self.tr("Name of the new pattern"), self.tr("such as is sung along with"))
        self.begin.clicked.connect(self._begin)
        self.new_name.edited.connect(self._give)
        self.column.insertWidget(0, self.new_name)
        self.add_above(self.begin)
        self.new_name.hide()

    def remove_words(self) -> tuple[str, str]:
        """See `OwnPart`."""
        return self.tr("Delete this pattern"), self.tr("Its bridges then only lead on")

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the bridge's own pattern; a name that is being typed stays while the bridge does."""
        if not isinstance(record, Bridge):
            return
        if self._bridge is None or self._bridge.id != record.id:
            self._start_afresh()
        self._bridge = record
        self.show_own(plan, record.own_pattern_id)
        self.begin.setHidden(record.own_pattern_id is not None or not self.new_name.isHidden())

    def told_of(self, plan: Plan, own_id: str) -> str:
        """See `OwnPart`."""
        bridges = sum(each.own_pattern_id == own_id for each in plan.bridges.values())
        one = self.tr("This bridge alone has it.")
        many = self.tr("%1 bridges have it: a change is one for all of them.")
        rule = self.tr("Counted from the last day of the first to the first day of the other; "
                       "negative where they overlap. Without days it always holds.")  # fmt: skip
        return f"{counted(bridges, one, many)} {rule}"

    def deletion_of(self, own_id: str) -> Deletion:
        """See `OwnPart`."""
        return DeleteOwnPattern(own_id)

    def finish(self) -> bool:
        """See `FormPart`."""
        is_named = self.new_name.isHidden() or self.new_name.finish()
        return super().finish() and is_named

    def _start_afresh(self) -> None:
        self.new_name.hide()
        self.new_name.restore()
        self.new_name.clear_error()

    @Slot()
    def _begin(self) -> None:
        self.begin.hide()
        self.new_name.show()
        self.new_name.setFocus()

    @Slot(object)
    def _give(self, name: str) -> None:
        if self._bridge is None or not name.strip():
            return
        refusal = self.tools.live.refusal_of(GiveOwnPattern(self._bridge.id, name))
        if refusal is not None:
            self.new_name.show_error(refusal.sentence)
            return
        self._start_afresh()
        self.own.field("earliest_gap_days").setFocus()


def _own_form(tools: PageTools) -> RecordForm:
    form = RecordForm(tools.live, OwnPattern, ChangeOwnPattern)
    form.bind(LineField(form.tr("What the pattern is called")), "name")
    form.bind(WholeField(form.tr("Days between, at least")), "earliest_gap_days", half=True)
    form.bind(WholeField(form.tr("Days between, at most")), "latest_gap_days", half=True)
    return form
