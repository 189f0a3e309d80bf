"""A form whose fields are fields of a record: each finished edit becomes one command, one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.review import Finding
from campaignplanner.planning.marks import NO_MARKS, Marks
from campaignplanner.ui.fields.field import Draft, Field, Several
from campaignplanner.ui.fields.form import Form

if TYPE_CHECKING:  # forms are made before the store behind these is imported
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import PlanRecord, Record
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.live_plan import LivePlan

F = TypeVar("F", bound=Field)
Names: TypeAlias = str | tuple[str, str]
"""A field of the record, one inside another as `brief.message`, or the two ends of a span."""

Read: TypeAlias = "Callable[[Plan, Any], object]"
Write: TypeAlias = "Callable[[str, Any], Command]"
Change: TypeAlias = "Callable[[str, Mapping[str, object]], Command]"
ChangeMany: TypeAlias = "Callable[[tuple[str, ...], Mapping[str, object]], Command]"


def change_campaign(record_id: str, fields: Mapping[str, object]) -> Command:
    """Changes the open campaign, which needs no identifier."""
    from campaignplanner.services.commands.campaign import ChangeCampaign

    del record_id
    return ChangeCampaign(fields)


@dataclass(frozen=True, slots=True)
class Binding:
    """What a field of a form stands for.

    Attributes:
        field: the field.
        names: the field or fields of the record.
        read: gives the value to show, where that is not simply what the record holds.
        write: gives the command, where that is not simply a change of the record.
    """

    field: Field
    names: Names
    read: Read | None = None
    write: Write | None = None

    def value_of(self, plan: Plan, record: Record) -> object:
        """The value to show."""
        if self.read is not None:
            return self.read(plan, record)
        if isinstance(self.names, str):
            return _inner(record, self.names)
        first_day, last_day = (_inner(record, name) for name in self.names)
        return None if first_day is None or last_day is None else Span(first_day, last_day)

    def is_about(self, name: str) -> bool:
        """Whether a refusal that names this field of the record is about this."""
        return any(each == name or each.endswith(f".{name}") for each in _listed(self.names))


class RecordForm(Form):
    """Shows one record, or several at once, and writes what is changed by commands.

    A refused edit is told at its field. What was typed and not taken comes back when the record is shown
    again, however often others are shown in between.

    Signals:
        finding_asked: carries the Finding whose mark was clicked.
    """

    finding_asked = Signal(object)

    def __init__(
        self,
        live: LivePlan,
        record_type: type[Campaign | PlanRecord],
        change: Change,
        parent: QWidget | None = None,
        *,
        change_many: ChangeMany | None = None,
    ) -> None:
        """Begins a form without fields.

        Args:
            live: carries out the commands.
            record_type: what is shown.
            change: makes the command from an identifier and new values by field name.
            parent: the widget that the form lies in.
            change_many: the same for several records in one step.
        """
        super().__init__(parent)
        self._live = live
        self._record_type = record_type
        self._change = change
        self._change_many = change_many
        self._bindings: list[Binding] = []
        self._record_ids: tuple[str, ...] = ()
        self._wanted_ids: tuple[str, ...] | None = None
        self._drafts: dict[tuple[tuple[str, ...], Names], Draft] = {}

    @property
    def record_ids(self) -> tuple[str, ...]:
        """The records that are shown."""
        return self._record_ids

    def bind(
        self,
        field: F,
        names: Names,
        *,
        half: bool = False,
        read: Read | None = None,
        write: Write | None = None,
    ) -> F:
        """Puts a field below that stands for a field of the record; see `Binding`."""
        binding = Binding(field, names, read, write)
        self._bindings.append(binding)
        self.add_field(field, half=half)
        field.edited.connect(_Writer(self, binding).write)
        field.finding_asked.connect(self.finding_asked)
        return field

    def field(self, names: Names) -> Field:
        """The field that stands for a field of the record; raises KeyError where none does."""
        for binding in self._bindings:
            if binding.names == names:
                return binding.field
        raise KeyError(names)

    def field_at_fault(self, error: PlanError) -> Field | None:
        """The field that stands for what a refusal names."""
        for binding in self._bindings:
            if error.field is not None and binding.is_about(error.field):
                return binding.field
        return None

    def show_marks(self, marks: Marks) -> list[Finding]:
        """Marks the fields of which the review says something; gives what it says besides, each once."""
        own = marks.get(self._record_ids[0], NO_MARKS) if len(self._record_ids) == 1 else NO_MARKS
        for binding in self._bindings:
            names = _listed(binding.names)
            binding.field.show_finding(next((own[name] for name in names if name in own), None))
        fields = {name for each in self._bindings for name in _listed(each.names)}
        besides = {id(each): each for name, each in own.items() if name not in fields}
        return list(besides.values())

    def prepare(self, plan: Plan, record: Record) -> None:
        """Sets what the fields need to know before values are shown: choices, currencies."""
        del plan, record

    def show_record(self, plan: Plan, record_id: str) -> None:
        """Shows a record, and what becomes of it with each change of the plan."""
        self.show_records(plan, (record_id,))

    def show_records(self, plan: Plan, record_ids: Sequence[str]) -> None:
        """Shows several records: what they have in common, and where they differ."""
        wanted = tuple(record_ids)
        if self._wanted_ids is not None:
            # Told again, by a change that finishing the last record made; it is shown no more.
            self._wanted_ids = self._wanted_ids if wanted == self._record_ids else wanted
            return
        is_another = wanted != self._record_ids
        if is_another and self._record_ids:
            wanted, plan = self._leave(wanted, plan)
        self._record_ids = wanted
        self._show_values(plan)
        if is_another:
            self._bring_drafts()

    def drafted(self, plan: Plan) -> dict[str, object]:
        """What is typed and not taken yet, as new values by field of the record; what makes no sense is not.

        For a preview: nothing is written, and the fields stay as they are.
        """
        drafts: dict[str, object] = {}
        for binding in self._bindings:
            if binding.field.is_dirty:
                with suppress(PlanError):
                    value = binding.field.read(binding.field.typed())
                    drafts.update(self._fields_of(binding.names, value, plan, drafts))
        return drafts

    def write(self, binding: Binding, value: object) -> None:
        """Carries out the command for one finished edit, and tells a refusal at the field."""
        refusal = self._live.refusal_of(self._command(binding, value))
        if refusal is not None:
            binding.field.show_error(refusal.sentence)
        elif self._live.plan is not None:
            self._show_binding(binding, self._live.plan)

    def give(self, names: Names, value: object) -> None:
        """Gives a field of the record a value, as if it had been typed."""
        for binding in self._bindings:
            if binding.names == names:
                binding.field.restore()
                self.write(binding, value)

    def _leave(self, wanted: tuple[str, ...], plan: Plan) -> tuple[tuple[str, ...], Plan]:
        """Finishes what is typed before other records are shown, and keeps what is refused."""
        self._wanted_ids = wanted
        if any(each in self._known(plan) for each in self._record_ids):
            self.finish()
        for binding in self._bindings:
            key = (self._record_ids, binding.names)
            draft = binding.field.draft()
            self._drafts.pop(key, None)
            if draft is not None:
                self._drafts[key] = draft
                binding.field.restore()
        wanted, self._wanted_ids = self._wanted_ids, None
        return wanted, self._live.plan or plan

    def _bring_drafts(self) -> None:
        for binding in self._bindings:
            draft = self._drafts.pop((self._record_ids, binding.names), None)
            if draft is not None:
                binding.field.show_draft(draft)

    def _show_values(self, plan: Plan) -> None:
        records = self._records(plan)
        if records:
            self.prepare(plan, records[0])
        for binding in self._bindings:
            self._show_binding(binding, plan)

    def _show_binding(self, binding: Binding, plan: Plan) -> None:
        values = [binding.value_of(plan, record) for record in self._records(plan)]
        if values:
            is_common = all(value == values[0] for value in values)
            binding.field.show_value(values[0] if is_common else Several.SEVERAL)

    def _records(self, plan: Plan) -> list[Record]:
        known = self._known(plan)
        return [known[each] for each in self._record_ids if each in known]

    def _known(self, plan: Plan) -> Mapping[str, Record]:
        if self._record_type is Campaign:
            return {plan.campaign.id: plan.campaign}
        record_type: type[Any] = self._record_type
        return plan.table(record_type)

    def _command(self, binding: Binding, value: object) -> Command:
        if binding.write is not None:
            return binding.write(self._record_ids[0], value)
        fields = self._fields_of(binding.names, value, self._live.plan, {})
        if self._change_many is not None and len(self._record_ids) > 1:
            return self._change_many(self._record_ids, fields)
        return self._change(self._record_ids[0], fields)

    def _fields_of(
        self, names: Names, value: object, plan: Plan | None, drafts: Mapping[str, object]
    ) -> dict[str, object]:
        """The fields of the record that get a value; inside one that has a draft already, beside that."""
        if not isinstance(names, str):
            ends = (value.first_day, value.last_day) if isinstance(value, Span) else (None, None)
            return dict(zip(names, ends, strict=True))
        outer, _, inner = names.partition(".")
        if not inner or plan is None:
            return {outer: value}
        whole: Any = drafts.get(outer) or getattr(self._records(plan)[0], outer)
        return {outer: replace(whole, **{inner: value})}


class _Writer(QObject):
    """Hands a field's edits to the form, which is its parent and so is never kept alive by it."""

    def __init__(self, form: RecordForm, binding: Binding) -> None:
        super().__init__(form)
        self._binding = binding

    @Slot(object)
    def write(self, value: object) -> None:
        """Writes one finished edit."""
        form = self.parent()
        if isinstance(form, RecordForm):
            form.write(self._binding, value)


def _listed(names: Names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def _inner(record: Record, name: str) -> Any:  # noqa: ANN401 - whatever the record holds
    value: Any = record
    for part in name.split("."):
        value = getattr(value, part)
    return value
