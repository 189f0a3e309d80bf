"""Putting copies of activities into a plan, from the same campaign or from another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from campaignplanner.domain.activity import LARGEST_WEIGHT, Activity, Contribution, Flight, OwnKind
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.changes import ChangeSet, deleting, making, ordered
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import NAMES, REFERENCES_FROM, PlanRecord, counted
from campaignplanner.planning.excerpt import excerpt
from campaignplanner.services.commands.editing import change_set, positions_after
from campaignplanner.services.commands.hanging import gone_with, released_by
from campaignplanner.services.commands.naming import listed, name_of
from campaignplanner.services.copying import derived_id, planned_again

_TEXTS: dict[type[PlanRecord], Callable[[Any], tuple[object, str]]] = {
    Aim: lambda aim: (None, aim.statement),
    Audience: lambda audience: (None, audience.name),
    OwnKind: lambda kind: (kind.side, kind.name),
    OwnPattern: lambda pattern: (None, pattern.name),
}
"""What copied activities name without bringing it along, and the text by which each is found again."""

_BROUGHT = (Activity, Flight, Contribution, Kpi, BudgetLine, Bridge)

_NAMED_AT_MOST = 3

_COPY_MARK = re.compile(r" \(copy(?: \d+)?\)$")


@dataclass(frozen=True, slots=True)
class PasteActivities:
    """Add activities that were copied, with identifiers of their own, as an excerpt of a plan holds them.

    Aims, audiences, kinds and patterns are found again by identifier, else by text; what this campaign does
    not have is left off, see ``left_off``. Copies are planned again: approved money is free to change.

    Attributes:
        copied: what was copied; see ``planning.excerpt``.
        pasting_id: what the identifiers of the made records are derived from.
    """

    copied: Plan
    pasting_id: str = field(default_factory=new_id)

    @property
    def activity_ids(self) -> tuple[str, ...]:
        """The identifiers of the activities that this makes."""
        return tuple(derived_id(self.pasting_id, Activity, each) for each in self.copied.activities)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when there is nothing to paste."""
        if not self.copied.activities:
            raise PlanError("There are no activities to paste.")
        records = _Insertion(plan, self.copied, self.pasting_id).records()
        return change_set(plan, f"Paste {_in_words(self.copied)}", making(records))

    def left_off(self, plan: Plan) -> str:
        """Say in a sentence or two what does not come along; empty where everything does."""
        insertion = _Insertion(plan, self.copied, self.pasting_id)
        sentences = [_left_off_sentence(insertion.strangers), _rates_sentence(insertion.lines_without_rate())]
        return " ".join(sentence for sentence in sentences if sentence)


@dataclass(frozen=True, slots=True)
class DuplicateActivities:
    """Copy activities with their flights, contributions, KPIs, lines and the bridges among them.

    Attributes:
        activity_ids: which ones.
        copying_id: what the identifiers of the made records are derived from.
    """

    activity_ids: tuple[str, ...]
    copying_id: str = field(default_factory=new_id)

    @property
    def copy_ids(self) -> tuple[str, ...]:
        """The identifiers of the copies, in the order of the activities."""
        return tuple(derived_id(self.copying_id, Activity, each) for each in dict.fromkeys(self.activity_ids))

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when one of them is not there any more."""
        copied = excerpt(plan, self.activity_ids)
        taken = {activity.title for activity in plan.activities.values()}
        records = [
            replace(each, title=_copy_title(each.title, taken)) if isinstance(each, Activity) else each
            for each in _Insertion(plan, copied, self.copying_id).records()
        ]
        return change_set(plan, f"Duplicate {_in_words(copied)}", making(records))


class _Insertion:
    """What it takes to put copied activities into a plan."""

    def __init__(self, plan: Plan, copied: Plan, step_id: str) -> None:
        self._plan = plan
        self._step_id = step_id
        self._currency = copied.campaign.currency
        self._same: dict[tuple[type[PlanRecord], str], str] = {}
        self.strangers = tuple(self._find_again(copied))
        self._copied = _without(copied, self.strangers)

    def records(self) -> list[PlanRecord]:
        """Return the records to make."""
        found = [
            planned_again(self._with_money_of_here(self._with_ids_of_here(each)))
            for record_type in _BROUGHT
            for each in self._copied.table(record_type).values()
        ]
        return list(_in_new_places(self._plan, _merged(found)))

    def lines_without_rate(self) -> tuple[BudgetLine, ...]:
        """Return the lines in another currency than this campaign's that lose their rate by coming here."""
        if self._currency == self._plan.campaign.currency:
            return ()
        lines = map(self._with_money_of_here, self._copied.lines.values())
        return tuple(each for each in lines if isinstance(each, BudgetLine) and each.currency is not None)

    def _find_again(self, copied: Plan) -> Iterator[PlanRecord]:
        """Note which record of the plan is the same as a named one; yield what the plan has not."""
        for record_type in _TEXTS:
            known = _by_text(self._plan, record_type)
            for stranger in copied.table(record_type).values():
                same = self._plan.table(record_type).get(stranger.id)
                if same is None or _sort_of(same) != _sort_of(stranger):
                    same = known.get(_text_of(stranger))
                if same is None:
                    yield stranger
                else:
                    self._same[record_type, stranger.id] = same.id

    def _with_ids_of_here(self, record: PlanRecord) -> PlanRecord:
        """Return the record with an identifier of its own, naming what belongs to the plan."""
        changed: dict[str, object] = {"id": self._id(type(record), record.id)}
        for reference in REFERENCES_FROM[type(record)]:
            ids = dict.fromkeys(self._id(reference.target, each) for each in reference.identifiers(record))
            changed[reference.field] = next(iter(ids), None) if reference.single else tuple(ids)
        return replace(record, **changed)  # type: ignore[arg-type]

    def _id(self, record_type: type[PlanRecord], old: str) -> str:
        return self._same.get((record_type, old)) or derived_id(self._step_id, record_type, old)

    def _with_money_of_here(self, record: PlanRecord) -> PlanRecord:
        """Return a line that says its currency where it is not this campaign's; the rest as it is."""
        here = self._plan.campaign.currency
        if not isinstance(record, BudgetLine) or self._currency == here:
            return record
        currency = record.currency or self._currency
        named = None if currency == here else currency
        # The rate was one into the other campaign's currency.
        return replace(record, currency=named, exchange_rate=None, exchange_rate_day=None)


def _without(copied: Plan, strangers: tuple[PlanRecord, ...]) -> Plan:
    """Return the copied plan as if what is not known here had been deleted from it."""
    gone = {each.id: each for stranger in strangers for each in gone_with(copied, stranger)}
    changes = ordered([*released_by(copied, gone.values()), *deleting(gone.values())])
    return copied.applying(ChangeSet("", changes, copied.campaign.id))


def _by_text(plan: Plan, record_type: type[PlanRecord]) -> dict[tuple[object, str], PlanRecord]:
    in_order = sorted(plan.table(record_type).values(), key=lambda each: each.id, reverse=True)
    return {_text_of(each): each for each in in_order}


def _text_of(record: PlanRecord) -> tuple[object, str]:
    sort, text = _TEXTS[type(record)](record)
    return sort, " ".join(text.casefold().split())


def _sort_of(record: PlanRecord) -> object:
    return _TEXTS[type(record)](record)[0]


def _merged(records: Iterable[PlanRecord]) -> Iterator[PlanRecord]:
    """Yield the records, with contributions of an activity to one aim as one: their weights add up."""
    merged: dict[tuple[str, str], Contribution] = {}
    for record in records:
        if not isinstance(record, Contribution):
            yield record
            continue
        ends = record.activity_id, record.aim_id
        known = merged.get(ends)
        weight = record.weight + (known.weight if known is not None else 0)
        merged[ends] = replace(known or record, weight=min(weight, LARGEST_WEIGHT))
    yield from merged.values()


def _in_new_places(plan: Plan, records: Iterable[PlanRecord]) -> Iterator[PlanRecord]:
    """Yield the records, with budget lines after those of the plan, in their order."""
    lines: list[BudgetLine] = []
    for record in records:
        if isinstance(record, BudgetLine):
            lines.append(record)
        else:
            yield record
    in_order = sorted(lines, key=lambda each: (each.position, each.id))
    for line, position in zip(in_order, positions_after(plan.lines.values()), strict=False):
        yield replace(line, position=position)


def _copy_title(title: str, taken: set[str]) -> str:
    """Return a title such as ``Tasting bars (copy)`` or ``Tasting bars (copy 2)``, and take it."""
    bare = _COPY_MARK.sub("", title)
    copy, number = f"{bare} (copy)", 1
    while copy in taken:
        number += 1
        copy = f"{bare} (copy {number})"
    taken.add(copy)
    return copy


def _in_words(copied: Plan) -> str:
    activities = tuple(copied.activities.values())
    return name_of(activities[0], copied) if len(activities) == 1 else counted(Activity, len(activities))


def _left_off_sentence(strangers: Iterable[PlanRecord]) -> str:
    by_type: dict[type[PlanRecord], list[PlanRecord]] = {}
    for each in strangers:
        by_type.setdefault(type(each), []).append(each)
    parts = [_strangers_in_words(record_type, found) for record_type, found in by_type.items()]
    return f"Left off because this campaign does not have it: {listed(parts)}." if parts else ""


def _strangers_in_words(record_type: type[PlanRecord], found: list[PlanRecord]) -> str:
    one, several = NAMES[record_type]
    if len(found) > _NAMED_AT_MOST:
        return f"{len(found)} {several}"
    names = sorted(name_of(each, None) for each in found)
    return f"the {one if len(found) == 1 else several} {listed(names)}"


def _rates_sentence(lines: tuple[BudgetLine, ...]) -> str:
    if not lines:
        return ""
    currencies = listed(sorted({each.currency or "" for each in lines}))
    one, several = "is in %s and needs an exchange rate.", "are in %s and need an exchange rate."
    return f"{counted(BudgetLine, len(lines))} {(one if len(lines) == 1 else several) % currencies}"
