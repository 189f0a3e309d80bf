"""What several activities have in common, and the fields that all of them can be given at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.known_words import WordKind
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.commands.bulk import AddAim, ChangeActivities, GiveAudiences
from campaignplanner.services.commands.flight import MoveActivities
from campaignplanner.ui.fields.audiences import AudiencesField, Shared
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.record_form import Binding
from campaignplanner.ui.fields.shift import ShiftField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.plan.inspector.form import InspectorForm
from campaignplanner.ui.plan.inspector.kinds import (
    STATUS_CHOICES,
    kind_choices,
    kind_fields,
    kind_of,
)
from campaignplanner.ui.plan.telling import moved_text, tell

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools


class BulkActivityForm(InspectorForm):
    """Every edit gives all the selected activities one value, in one step of undo."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, Activity, ChangeActivity, parent, change_many=ChangeActivities)
        self.add_section(self.tr("Change all of them"))
        self.bind(ChoiceField(self.tr("Status"), STATUS_CHOICES), "status", half=True)
        self.bind(SuggestField(self.tr("Owner"), self.words(WordKind.OWNER)), "owner", half=True)
        self.kind = self.bind(
            ChoiceField(self.tr("Kind")), "kind", half=True, read=_kind, write=self._write_kind
        )
        self.aim = self.bind(
            ChoiceField(self.tr("Aim to serve as well")), "aim", half=True, read=_none, write=self._add_aim
        )
        self.shift = self.bind(
            ShiftField(self.tr("Move by days, − for earlier")), "days", read=_none, write=self._move
        )
        self.bind(SuggestField(self.tr("Channel"), self.words(WordKind.CHANNEL)), "channel", half=True)
        self.bind(SuggestField(self.tr("Place"), self.words(WordKind.PLACE)), "place", half=True)
        self.audiences = self.bind(
            AudiencesField(self.tr("Audiences")),
            "audience_ids",
            read=self._shared_audiences,
            write=self._give_audiences,
        )

    def prepare(self, plan: Plan, record: Record) -> None:
        """Offers kinds while all are on one side, and the plan's aims and audiences."""
        super().prepare(plan, record)
        sides = {plan.activities[each].side for each in self.record_ids if each in plan.activities}
        self.kind.setEnabled(len(sides) == 1)
        self.kind.show_hint("" if len(sides) == 1 else self.tr("They are on both sides."))
        self.kind.show_choices(kind_choices(plan, next(iter(sides))) if len(sides) == 1 else ())
        aims = [(aim.id, aim.statement) for aim in plan.aims_in_order]
        self.aim.show_choices([(None, self.tr("Choose an aim…")), *aims])
        self.audiences.show_choices(audience_choices(plan))

    def _write_kind(self, record_id: str, choice: object) -> Command:
        del record_id
        return ChangeActivities(self.record_ids, kind_fields(choice))

    def _shared_audiences(self, plan: Plan, record: Activity) -> object:
        """The audiences that all of them have, and those that only some have."""
        del record
        sets = [plan.activities[each].audience_ids for each in self.record_ids if each in plan.activities]
        known = dict.fromkeys(each for ids in sets for each in ids)
        by_all = tuple(each for each in known if all(each in ids for ids in sets))
        by_some = tuple(each for each in known if each not in by_all)
        return Shared(by_all, by_some) if by_some else by_all

    def _give_audiences(self, record_id: str, value: object) -> Command:
        del record_id
        shared = value if isinstance(value, Shared) else Shared(value if isinstance(value, tuple) else (), ())
        named = {*shared.by_all, *shared.by_some}
        but_not = tuple(each for each in self.audiences.ticks if each not in named)
        return GiveAudiences(self.record_ids, shared.by_all, but_not)

    def _move(self, record_id: str, days: object) -> Command:
        del record_id
        return MoveActivities(self.record_ids, days if isinstance(days, int) else 0)

    def write(self, binding: Binding, value: object) -> None:
        """Says besides what was moved: of dates the form shows nothing."""
        super().write(binding, value)
        plan = self.tools.live.plan
        if binding.field is self.shift and not self.shift.error and plan is not None:
            tell(self.tools, moved_text(plan, self.record_ids, value if isinstance(value, int) else 0))

    def _add_aim(self, record_id: str, aim_id: object) -> Command:
        del record_id
        return AddAim(self.record_ids, str(aim_id))


def audience_choices(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The audiences in the order that people gave them."""
    return tuple((each.id, each.name) for each in plan.audiences_in_order)


def _kind(plan: Plan, record: Activity) -> object:
    del plan
    return kind_of(record)


def _none(plan: Plan, record: Activity) -> object:
    del plan, record
    return None
