"""A part of a form that lists what belongs to the record, and adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.plan.inspector.adder import Adder
from campaignplanner.ui.plan.inspector.deleting import delete
from campaignplanner.ui.plan.inspector.form import FormPart
from campaignplanner.ui.plan.inspector.row_list import RowList
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.plan.inspector.section import SectionHead
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.lines import label
from campaignplanner.ui.widgets.mark_clicks import MarkClicks

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.planning.marks import Marks
    from campaignplanner.ui.pages import PageTools


class ListPart(FormPart):
    """A heading with a button that adds, the list, and the adder below it.

    Enter or a click opens a row in the inspector; Insert adds; Delete deletes, with a way back. Subclasses
    name the `record_type` of the rows, call `build` at the end of their __init__, make the rows in `rows_of`
    and add in `add_new`.
    """

    record_type: type[PlanRecord]

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._holder: Record | None = None

    def build(self, heading: str, empty: str, adder: Adder) -> None:
        """Puts the part together.

        Args:
            heading: what the part is called.
            empty: what it says while there is nothing to list.
            adder: asks for what is needed to add something.
        """
        self.head = SectionHead(heading)
        self.list = RowList(heading)
        self.adder = adder
        self.put_buttons()
        self._empty = label(empty, role="muted", font=small_font())
        self._empty.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        for widget in (self.head, self._empty, self.list, self.adder):
            self._column.addWidget(widget)
        self._connect()

    def put_buttons(self) -> None:
        """Puts the buttons of the head, before anything that Tab comes to later."""
        self.add_button = self.head.add_button(self.tr("Add"), self.adder.add.text(), self.begin_adding)

    def _connect(self) -> None:
        MarkClicks(self.list.viewport(), self.list.finding_at).asked.connect(self.finding_asked)
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self.begin_adding)
        self.list.deletion_wanted.connect(self._delete)
        self.adder.wanted.connect(self._add)
        self.adder.left.connect(self._come_back)

    @property
    def holder(self) -> Record | None:
        """The record whose list this is."""
        return self._holder

    def rows_of(self, plan: Plan, holder: Record) -> Sequence[Row]:
        """The rows as the plan has them now."""
        raise NotImplementedError

    def add_new(self, plan: Plan, holder: Record) -> str | None:
        """Adds what the adder says; gives the new record's identifier, or None after telling a refusal."""
        raise NotImplementedError

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the list of this record as it is now."""
        if self._holder is not None and self._holder.id != record.id:
            self.adder.close_up()
        self._holder = record
        rows = self.rows_of(plan, record)
        self.list.show_rows(rows)
        self._empty.setVisible(not rows and self.adder.isHidden())

    def show_child(self, child: PlanRecord) -> None:
        """Makes the row of a record the current one."""
        if isinstance(child, self.record_type):
            self.list.make_current(child.id)

    def show_marks(self, marks: Marks) -> None:
        """See `FormPart`."""
        self.list.show_marks(marks)

    def finish(self) -> bool:
        """Says whether nothing wrong is left in the adder; nothing is added by leaving it."""
        return self.adder.finish()

    @Slot()
    def begin_adding(self) -> None:
        """Opens the adder."""
        self._empty.hide()
        self.adder.open()

    @Slot()
    def _add(self) -> None:
        plan, holder = self.tools.live.plan, self._holder
        made = None if plan is None or holder is None else self.add_new(plan, holder)
        if made is not None:
            self.adder.close_up()
            self.list.make_current(made)
            self.list.setFocus()

    @Slot()
    def _come_back(self) -> None:
        self._empty.setVisible(not self.list.rows)
        (self.add_button if self.list.isHidden() else self.list).setFocus()

    @Slot(object)
    def _open(self, key: str) -> None:
        plan = self.tools.live.plan
        record = None if plan is None else plan.table(self.record_type).get(key)
        if record is not None:
            self.open_record(record)

    def open_record(self, record: PlanRecord) -> None:
        """What Enter or a click does with a row."""
        self.inspect(record)

    @Slot(object)
    def _delete(self, key: str) -> None:
        delete(self.tools, Picked(self.record_type, key))
