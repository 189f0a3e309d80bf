"""A kind of activity of the users' own: what it is called, for all activities of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity, OwnKind
from campaignplanner.services.commands.activity import ChangeOwnKind, DeleteOwnKind
from campaignplanner.ui.fields.record_form import RecordForm
from campaignplanner.ui.fields.text import LineField
from campaignplanner.ui.formats import counted
from campaignplanner.ui.plan.inspector.own_part import OwnPart

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.plan.inspector.deleting import Deletion


class OwnKindPart(OwnPart):
    """Below the choice of kinds: the name of the own kind that the activity has."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        form = RecordForm(tools.live, OwnKind, ChangeOwnKind)
        form.bind(LineField(form.tr("What the kind is called")), "name")
        super().__init__(tools, form, parent)

    def remove_words(self) -> tuple[str, str]:
        """See `OwnPart`."""
        return self.tr("Delete this kind"), self.tr("Its activities are then of the kind “other”")

    def show_part(self, plan: Plan, record: Record) -> None:
        """Shows the activity's own kind; takes no room where it has none."""
        if isinstance(record, Activity):
            self.show_own(plan, record.own_kind_id)
            self.setVisible(record.own_kind_id is not None)

    def told_of(self, plan: Plan, own_id: str) -> str:
        """See `OwnPart`."""
        activities = sum(each.own_kind_id == own_id for each in plan.activities.values())
        one = self.tr("This activity alone is of this kind.")
        return counted(
            activities, one, self.tr("%1 activities are of this kind: a change is one for all of them.")
        )

    def deletion_of(self, own_id: str) -> Deletion:
        """See `OwnPart`."""
        return DeleteOwnKind(own_id)
