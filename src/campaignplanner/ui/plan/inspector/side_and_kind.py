"""Where an activity happens and what it is: two fields that have to agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.commands.crossing import refusal_of_side
from campaignplanner.services.commands.own_kind import GiveOwnKind
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.plan.inspector.form import FormPart
from campaignplanner.ui.plan.inspector.kinds import (
    SIDE_CHOICES,
    bridges_lost_sentence,
    fits,
    kind_choices,
    kind_fields,
    kind_of,
)
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools

_NEW_KIND = object()
"""The last choice: a kind that is not in the list yet."""


class _SideField(ChoiceField):
    """Tells when the person takes a side back that could not be had without another kind."""

    restored = Signal()

    def restore(self) -> None:
        """Puts the side back that the plan has."""
        super().restore()
        self.restored.emit()


class SideAndKind(FormPart):
    """Another side offers only the kinds of that side; both are written in one step.

    While the kind does not fit the side that was chosen, nothing is written: the side is marked, says what
    is missing, and Escape puts it back. A side by which a bridge would no longer cross is refused at once.
    """

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._activity: Activity | None = None
        self._wanted: Side | None = None
        self.side = _SideField(self.tr("Side"), SIDE_CHOICES)
        self.kind = ChoiceField(self.tr("Kind"))
        self.new_kind = LineField(self.tr("Name of the new kind"), self.tr("such as Hackathon"))
        self._lost = label(font=small_font())
        self.side.edited.connect(self._take_side)
        self.side.restored.connect(self._forget_side)
        self.kind.edited.connect(self._take_kind)
        self.new_kind.edited.connect(self._take_new_kind)
        self._build()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for column, field in enumerate((self.side, self.kind)):
            grid.setColumnStretch(column, 1)
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._lost, 1, 0, 1, 2)
        grid.addWidget(self.new_kind, 2, 0, 1, 2)
        self._lost.setWordWrap(True)
        self._lost.hide()
        self.new_kind.hide()

    @property
    def lost(self) -> str:
        """What the chosen side would do to bridges; empty while no side waits for its kind."""
        return "" if self._lost.isHidden() else self._lost.text()

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the side and the kind; a side that waits for its kind stays while the activity does."""
        if not isinstance(record, Activity):
            return
        if self._activity is None or self._activity.id != record.id:
            self._start_afresh()
        self._activity = record
        if self._wanted is record.side:
            self._start_afresh()
        self.side.show_value(record.side)
        self._offer_kinds(plan, record)

    def _offer_kinds(self, plan: Plan, activity: Activity) -> None:
        side = self._wanted or activity.side
        lost = bridges_lost_sentence(plan, activity, side)
        self._lost.setText(lost)
        self._lost.setVisible(bool(lost))
        new_kind = (_NEW_KIND, self.tr("New kind…"))
        self.kind.show_choices((*kind_choices(plan, side), new_kind))
        self.kind.show_value(kind_of(activity))

    def _start_afresh(self) -> None:
        self._wanted = None
        self.new_kind.hide()
        self.new_kind.restore()
        self.kind.restore()
        self.side.blockSignals(True)
        self.side.restore()
        self.side.blockSignals(False)

    @Slot(object)
    def _take_side(self, side: Side) -> None:
        plan, activity = self.tools.live.plan, self._activity
        if plan is None or activity is None:
            return
        refusal = refusal_of_side(plan, activity, side)
        if refusal:
            self._wanted = None
            self.side.show_error(refusal)
            return
        if fits(activity, side):
            self._wanted = None
            self._write(self.side, ChangeActivity(activity.id, {"side": side}))
            return
        self._wanted = side
        self._offer_kinds(plan, activity)
        self.side.show_error(self.tr("Choose its kind; nothing is changed before."))

    @Slot()
    def _forget_side(self) -> None:
        plan = self.tools.live.plan
        self._wanted = None
        if plan is not None and self._activity is not None:
            self.new_kind.hide()
            self._offer_kinds(plan, self._activity)

    @Slot(object)
    def _take_kind(self, choice: object) -> None:
        if self._activity is None:
            return
        if choice is _NEW_KIND:
            self.new_kind.show()
            self.new_kind.setFocus()
            return
        side = {} if self._wanted is None else {"side": self._wanted}
        self._write(self.kind, ChangeActivity(self._activity.id, {**kind_fields(choice), **side}))

    @Slot(object)
    def _take_new_kind(self, name: str) -> None:
        if self._activity is not None and name.strip():
            self._write(self.new_kind, GiveOwnKind(self._activity.id, name, self._wanted))
            if not self.new_kind.error:
                self.kind.setFocus()
                self._start_afresh()

    def _write(self, field: Field, command: Command) -> None:
        refusal = self.tools.live.refusal_of(command)
        if refusal is not None:
            field.show_error(refusal.sentence)
