"""A list whose rows are too small for a form of their own: Enter brings a row back into the adder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.ui.plan.inspector.list_part import ListPart

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class RewritingPart(ListPart):
    """Adds rows and corrects them in the same fields.

    Subclasses say how the fields show a record (`show_fields_of`), what they hold (`fields`), and the
    commands that `make` a record from that and `change` one.
    """

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._rewritten: str | None = None

    def show_fields_of(self, record: PlanRecord) -> None:
        """Shows a record's values in the fields of the adder."""
        raise NotImplementedError

    def fields(self) -> dict[str, object]:
        """What the adder says, by the record's field names."""
        raise NotImplementedError

    def make(self, holder_id: str, fields: dict[str, object]) -> tuple[str, Command]:
        """The identifier of a new record and the command that makes it."""
        raise NotImplementedError

    def change(self, record_id: str, fields: dict[str, object]) -> Command:
        """The command that corrects a record."""
        raise NotImplementedError

    def begin_adding(self) -> None:
        """Opens the adder for a new record."""
        self._rewritten = None
        self._say_what_it_does()
        super().begin_adding()

    def open_record(self, record: PlanRecord) -> None:
        """Opens the adder with what the record says now."""
        self._rewritten = record.id
        self._say_what_it_does()
        self.show_fields_of(record)
        self.adder.open()

    def add_new(self, plan: Plan, holder: Record) -> str | None:
        """Adds a record, or corrects the one whose row was opened."""
        is_there = self._rewritten is not None and self._rewritten in plan.table(self.record_type)
        if is_there and self._rewritten is not None:
            record_id, command = self._rewritten, self.change(self._rewritten, self.fields())
        else:
            record_id, command = self.make(holder.id, self.fields())
        refusal = self.tools.live.refusal_of(command)
        if refusal is not None:
            self.adder.show_refusal(refusal)
            return None
        return record_id

    @Slot()
    def _come_back(self) -> None:
        self._rewritten = None
        super()._come_back()

    def _say_what_it_does(self) -> None:
        words = self.tr("Change") if self._rewritten is not None else self.add_button.toolTip()
        self.adder.add.setText(words)
