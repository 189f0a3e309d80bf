"""What hangs on a record: what goes with it when it is deleted, and what only lets go of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.budget import Scenario
from campaignplanner.domain.changes import Change
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import REFERENCES_TO, PlanRecord, Reference, counted

Release = Callable[[Any, frozenset[str]], PlanRecord]


def _without_audiences(activity: Activity, gone: frozenset[str]) -> Activity:
    return replace(activity, audience_ids=tuple(each for each in activity.audience_ids if each not in gone))


def _without_own_kind(activity: Activity, gone: frozenset[str]) -> Activity:
    return replace(activity, own_kind_id=None) if activity.own_kind_id in gone else activity


def _without_own_pattern(bridge: Bridge, gone: frozenset[str]) -> Bridge:
    if bridge.own_pattern_id not in gone:
        return bridge
    return replace(bridge, pattern=Pattern.LEADS_TO, own_pattern_id=None)


def _without_amounts(scenario: Scenario, gone: frozenset[str]) -> Scenario:
    return replace(scenario, amounts=tuple(each for each in scenario.amounts if each.line_id not in gone))


_RELEASES: dict[tuple[type[PlanRecord], str], tuple[Release, str]] = {
    (Activity, "audience_ids"): (_without_audiences, "Takes it off {}."),
    (Activity, "own_kind_id"): (_without_own_kind, "Turns {} to the kind “other”."),
    (Bridge, "own_pattern_id"): (_without_own_pattern, "Turns {} to “leads to”."),
    (Scenario, "amounts"): (_without_amounts, "Takes amounts out of {}."),
}
"""References that are let go instead of deleting their holder: how, and the sentence that says so.

A kind of the users' own falls back to "other", which every side has; a pattern of their own to "leads to",
which joins anything to anything.
"""


def gone_with(plan: Plan, record: PlanRecord) -> tuple[PlanRecord, ...]:
    """Return the record and everything that cannot be without it."""
    gone: dict[str, PlanRecord] = {}
    waiting = [record]
    while waiting:
        doomed = waiting.pop()
        if doomed.id not in gone:
            gone[doomed.id] = doomed
            waiting.extend(_hanging_on(plan, doomed))
    return tuple(gone.values())


def released_by(plan: Plan, gone: Iterable[PlanRecord]) -> tuple[Change, ...]:
    """Return the changes of what stays but named something that goes."""
    gone_records = tuple(gone)
    gone_ids = frozenset(each.id for each in gone_records)
    after: dict[str, tuple[PlanRecord, PlanRecord]] = {}
    for reference in _let_go(gone_records):
        release, _ = _RELEASES[reference.holder, reference.field]
        for holder in _holders(plan, reference, gone_ids):
            if holder.id in gone_ids:
                continue
            before, current = after.get(holder.id, (holder, holder))
            after[holder.id] = (before, release(current, gone_ids))
    return tuple(Change(before, current) for before, current in after.values())


def release_sentences(plan: Plan, gone: Iterable[PlanRecord]) -> list[str]:
    """Return a sentence for each way in which what stays lets go of what goes."""
    gone_records = tuple(gone)
    gone_ids = frozenset(each.id for each in gone_records)
    sentences: list[str] = []
    for reference in _let_go(gone_records):
        _, sentence = _RELEASES[reference.holder, reference.field]
        count = sum(1 for holder in _holders(plan, reference, gone_ids) if holder.id not in gone_ids)
        if count:
            sentences.append(sentence.format(counted(reference.holder, count)))
    return sentences


def _hanging_on(plan: Plan, record: PlanRecord) -> Iterator[PlanRecord]:
    for reference in REFERENCES_TO[type(record)]:
        if (reference.holder, reference.field) not in _RELEASES:
            yield from plan.table(reference.holder).by(reference.field).get(record.id, ())


def _let_go(gone: tuple[PlanRecord, ...]) -> Iterator[Reference]:
    for record_type in {type(each): None for each in gone}:
        for reference in REFERENCES_TO[record_type]:
            if (reference.holder, reference.field) in _RELEASES:
                yield reference


def _holders(plan: Plan, reference: Reference, gone_ids: frozenset[str]) -> Iterator[PlanRecord]:
    """Yield the records that name something gone through this reference."""
    table = plan.table(reference.holder)
    for holder in table.values():
        if not gone_ids.isdisjoint(reference.identifiers(holder)):
            yield holder
