"""What the users named themselves, shown where it is used: its fields, who has it, a way to delete it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.plan.inspector.deleting import Deletion, delete_by
from campaignplanner.ui.plan.inspector.form import FormPart
from campaignplanner.ui.plan.inspector.section import quiet_text_button
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.fields.record_form import RecordForm
    from campaignplanner.ui.pages import PageTools


class OwnPart(FormPart):
    """Every field of one kind or pattern of the users' own; hidden while the shown record has none.

    Subclasses say what is told of it (`told_of`) and how it is deleted (`deletion_of`), and call `show_own`.
    """

    def __init__(self, tools: PageTools, own: RecordForm, parent: QWidget | None = None) -> None:
        """A part around the form of what is the users' own."""
        super().__init__(tools, parent)
        self.own = own
        self.own_id: str | None = None
        self.told = label(role="muted", font=small_font())
        self.told.setWordWrap(True)
        self.remove = quiet_text_button(*self.remove_words())
        self.remove.clicked.connect(self._delete)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(own)
        self.column.addWidget(self.told)
        self.column.addLayout(_at_left(self.remove))

    def remove_words(self) -> tuple[str, str]:
        """What the button that deletes it says, and what it says of that on hover."""
        raise NotImplementedError

    def told_of(self, plan: Plan, own_id: str) -> str:
        """What is said below its fields: who has it."""
        raise NotImplementedError

    def deletion_of(self, own_id: str) -> Deletion:
        """The command that deletes it."""
        raise NotImplementedError

    def show_own(self, plan: Plan, own_id: str | None) -> None:
        """Shows one, or nothing."""
        self.own_id = own_id
        for widget in (self.own, self.told, self.remove):
            widget.setVisible(own_id is not None)
        if own_id is not None:
            self.own.show_record(plan, own_id)
            self.told.setText(self.told_of(plan, own_id))

    def add_above(self, widget: QWidget) -> None:
        """Puts a widget above the fields, at the left as it is wide."""
        self.column.insertLayout(0, _at_left(widget))

    def finish(self) -> bool:
        """See `FormPart`."""
        return self.own_id is None or self.own.finish()

    @Slot()
    def _delete(self) -> None:
        if self.own_id is not None:
            delete_by(self.tools, self.deletion_of(self.own_id))


def _at_left(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
