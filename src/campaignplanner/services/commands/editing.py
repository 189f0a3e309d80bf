"""The mechanics that every command shares: making, changing and deleting a record of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import ClassVar, Generic, TypeVar

from campaignplanner.domain.changes import Change, ChangeSet, deleting, ordered
from campaignplanner.domain.changes import making as making_all
from campaignplanner.domain.checks import LARGEST_COUNT
from campaignplanner.domain.encoding import DecodeError, FieldCodec, codecs_of
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import NAMES, PlanRecord, Record, counted, title_of
from campaignplanner.services.commands.frozen_money import check_frozen_money, check_no_frozen_money_goes
from campaignplanner.services.commands.hanging import gone_with, release_sentences, released_by
from campaignplanner.services.commands.naming import counted_by_type, name_of
from campaignplanner.services.commands.overtaken import without_overtaken_dismissals

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=PlanRecord)


def change_set(plan: Plan, label: str, changes: Iterable[Change]) -> ChangeSet:
    """Put changes of a plan together, without those that change nothing, in an order that keeps references.

    Raises:
        PlanError: one of them touches planned money that was approved.
    """
    real = ordered(change for change in changes if change.before != change.after)
    check_frozen_money(plan, real)
    return ChangeSet(label, real, plan.campaign.id)


def with_fields(record: R, fields: Mapping[str, object], fixed: Iterable[str] = ()) -> R:
    """Return the record with fields changed, checked by its own rules.

    Args:
        record: what is changed.
        fields: new values by field name, each of the field's type.
        fixed: fields that are not changed by hand.

    Raises:
        PlanError: a field does not exist or is fixed, a value is not of its type, or a rule is broken.
    """
    codecs = {codec.name: codec for codec in codecs_of(type(record))}
    noun = _noun(record)
    locked = {"id", *fixed}
    for field, value in fields.items():
        if field not in codecs or field in locked:
            raise PlanError(f"The {noun} has no “{field}” that can be changed.", field, record.id)
        if not _fits(codecs[field], value):
            raise PlanError(f"The “{field}” of the {noun} cannot be {value!r}.", field, record.id)
    changed = replace(record, **fields)  # type: ignore[arg-type]
    changed.check()
    return changed


def _fits(codec: FieldCodec, value: object) -> bool:
    """Tell whether a value is of the field's type: it comes back the same when written and read."""
    try:
        encoded = value if value is None or codec.encode is None else codec.encode(value)
        decoded = codec.decode(encoded, codec.name)
    except (DecodeError, AttributeError, TypeError, ValueError):
        return False
    return type(decoded) is type(value) and bool(decoded == value)


def making(plan: Plan, record: PlanRecord, beside: Iterable[PlanRecord] = ()) -> ChangeSet:
    """Return the change set that makes a record, with others that belong to the same step."""
    records = (record, *beside)
    for each in records:
        if each.id in plan.table(type(each)):
            raise PlanError(f"{name_of(each, plan)} is in the plan already.", "id", each.id)
        each.check()
    return change_set(plan, f"Add {described(plan, record)}", making_all(records))


def changing(
    plan: Plan,
    record: Record,
    fields: Mapping[str, object],
    fixed: Iterable[str] = (),
) -> ChangeSet:
    """Return the change set that gives a record new values; empty when it has them already."""
    changed = with_fields(record, fields, fixed)
    return change_set(plan, change_label(plan, record, changed), [Change(record, changed)])


def change_label(plan: Plan | None, before: Record, after: Record) -> str:
    """Say what changes: one field by its name, several only by whose they are."""
    fields = [
        codec.name
        for codec in codecs_of(type(before))
        if getattr(before, codec.name) != getattr(after, codec.name)
    ]
    if len(fields) != 1:
        return f"Change {name_of(before, plan)}"
    return f"Change the {field_in_words(fields[0])} of {name_of(before, plan)}"


def deletion(plan: Plan, record: PlanRecord) -> ChangeSet:
    """Return the change set that deletes a record with all that hangs on it, and lets the rest go of it.

    Raises:
        PlanError: approved money would go with it.
    """
    return deletion_of_all(plan, (record,))


def deletion_of_all(plan: Plan, records: Sequence[PlanRecord]) -> ChangeSet:
    """Return the change set that deletes records of one type like ``deletion``, in one step."""
    gone: dict[str, PlanRecord] = {}
    for record in records:
        with_it = gone_with(plan, record)
        check_no_frozen_money_goes(plan, record, with_it)
        gone.update((each.id, each) for each in with_it)
    label = f"Delete {_described_all(plan, records)}"
    return change_set(plan, label, [*released_by(plan, gone.values()), *deleting(gone.values())])


def consequences(plan: Plan, record: PlanRecord) -> str:
    """Say in a sentence or two what goes with a record that is deleted; raise PlanError when it must stay."""
    return consequences_of_all(plan, (record,))


def consequences_of_all(plan: Plan, records: Sequence[PlanRecord]) -> str:
    """Say what goes with records of one type like ``consequences``."""
    whole = without_overtaken_dismissals(plan, deletion_of_all(plan, records))
    gone = [change.record for change in whole.changes if change.after is None]
    chosen = {record.id for record in records}
    others = counted_by_type(each for each in gone if each.id not in chosen)
    name = name_of(records[0], plan) if len(records) == 1 else _described_all(plan, records)
    first = f"Deletes {name} with {others}." if others else f"Deletes {name}."
    hanging = {each.id: each for record in records for each in gone_with(plan, record)}
    return " ".join([first, *release_sentences(plan, hanging.values())])


def _described_all(plan: Plan, records: Sequence[PlanRecord]) -> str:
    if len(records) == 1:
        return described(plan, records[0])
    return counted(type(records[0]), len(records)) if records else "nothing"


def described(plan: Plan | None, record: Record) -> str:
    """Return a record with its noun: ``aim “More regulars”``, ``the flight of “Tasting bars” from 3 May``."""
    name = name_of(record, plan)
    return f"{_noun(record)} {name}" if name.startswith("“") and title_of(record) else name


def reordering(
    plan: Plan, record_type: type[PlanRecord], in_order: Sequence[PlanRecord], ids: Sequence[str]
) -> ChangeSet:
    """Return the change set that puts records with a position in another order.

    Args:
        plan: the plan.
        record_type: what they are.
        in_order: all of them, in the order that they have.
        ids: each of them once, the first on top.

    Raises:
        PlanError: one of them is missing or named twice.
    """
    one, many = NAMES[record_type]
    known = {each.id: each for each in in_order}
    if sorted(ids) != sorted(known):
        raise PlanError(f"The new order must name every {one} of the campaign once.", "position")
    changes: list[Change] = []
    if tuple(ids) != tuple(known):
        changes = [
            Change(known[each], with_fields(known[each], {"position": place}))
            for place, each in enumerate(ids)
        ]
    return change_set(plan, f"Reorder the {many}", changes)


def next_position(records: Iterable[object]) -> int:
    """Return the position after the last of them, for what is put at the end."""
    return next(positions_after(records))


def positions_after(records: Iterable[object]) -> Iterator[int]:
    """Yield one position after the other behind the last of them; the largest there is, from there on."""
    last = max((getattr(record, "position", -1) for record in records), default=-1)
    return (min(position, LARGEST_COUNT) for position in count(last + 1))


def _noun(record: Record) -> str:
    return NAMES[type(record)][0]


def field_in_words(field: str) -> str:
    """Return what a sentence calls a field: ``own kind`` for ``own_kind_id``."""
    return field.removesuffix("_id").removesuffix("_ids").replace("_", " ")


@dataclass(frozen=True, slots=True)
class MakeRecord(Generic[P]):
    """Make a record; ``beside`` holds records that belong to the same step, such as an activity's flights."""

    record: P
    beside: tuple[PlanRecord, ...] = ()

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when the record breaks a rule."""
        return making(plan, self.record, self.beside)


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """Give fields of a record new values, by field name."""

    RECORD_TYPE: ClassVar[type[PlanRecord]]
    FIXED: ClassVar[frozenset[str]] = frozenset()

    record_id: str
    fields: Mapping[str, object]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError for unknown fields and values that break a rule."""
        record = plan.find(self.RECORD_TYPE, self.record_id)
        return changing(plan, record, self.complete(record), self.FIXED)

    def complete(self, record: PlanRecord) -> Mapping[str, object]:
        """Return the fields with what follows from them."""
        del record
        return self.fields


@dataclass(frozen=True, slots=True)
class DeleteRecord:
    """Delete a record with all that hangs on it, in one step."""

    RECORD_TYPE: ClassVar[type[PlanRecord]]

    record_id: str

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when the record must stay."""
        return deletion(plan, plan.find(self.RECORD_TYPE, self.record_id))

    def consequences(self, plan: Plan) -> str:
        """Say what goes with it, to be asked before, such as ``Deletes “Tasting bars” with 6 flights``."""
        return consequences(plan, plan.find(self.RECORD_TYPE, self.record_id))
