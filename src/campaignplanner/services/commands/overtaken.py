"""Findings that were set aside speak again as soon as one of their subjects changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from campaignplanner.domain.activity import Contribution, Flight
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet, ordered
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import Record

_UNSEEN_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Campaign: ("status",),
    Aim: ("position",),
    Kpi: ("position",),
    Audience: ("position",),
    BudgetLine: ("position", "frozen"),
}
"""Fields that say nothing new about their record: reordering or approving brings no finding back."""


def without_overtaken_dismissals(plan: Plan, change_set: ChangeSet) -> ChangeSet:
    """Return the change set with the dismissals deleted whose subjects it changes.

    Every change set of a plan goes through here, so that one step of the history holds both.
    """
    if not plan.dismissals or not change_set:
        return change_set
    touched = set(touched_ids(plan, change_set))
    known = {change.record.id for change in change_set.changes}
    overtaken = [
        Change(dismissal, None)
        for dismissal in plan.dismissals.values()
        if dismissal.id not in known and not touched.isdisjoint(dismissal.subject_ids)
    ]
    if not overtaken:
        return change_set
    return replace(change_set, changes=ordered([*change_set.changes, *overtaken]))


def touched_ids(plan: Plan, change_set: ChangeSet) -> Iterator[str]:
    """Yield the identifiers of what changes, and of what is judged by it.

    An activity is judged by its flights and contributions, a bridge by the dates of its ends, a budget line
    by its postings, a KPI by its readings.
    """
    for change in change_set.changes:
        if _says_something_new(change):
            for record in (change.before, change.after):
                if record is not None:
                    yield record.id
                    yield from _judged_by(plan, record)


def _says_something_new(change: Change) -> bool:
    before, after = change.before, change.after
    if before is None or after is None:
        return True
    unseen = {field: getattr(before, field) for field in _UNSEEN_FIELDS.get(type(before), ())}
    return replace(after, **unseen) != before


def _judged_by(plan: Plan, record: Record) -> Iterator[str]:
    match record:
        case Flight():
            yield record.activity_id
            yield from (bridge.id for bridge in plan.bridges_from(record.activity_id))
            yield from (bridge.id for bridge in plan.bridges_to(record.activity_id))
        case Contribution():
            yield from (record.activity_id, record.aim_id)
        case Posting():
            yield record.line_id
        case Reading():
            yield record.kpi_id
        case _:
            pass
