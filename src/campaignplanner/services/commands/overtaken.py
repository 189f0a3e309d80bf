"""Findings that were set aside speak again as soon as one of their subjects changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from campaignplanner.domain.activity import Contribution, Flight
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet, ordered
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import Record
from campaignplanner.domain.review import Dismissal

_UNSEEN_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Campaign: ("status",),
    Aim: ("position",),
    Kpi: ("position",),
    Audience: ("position",),
    BudgetLine: ("position", "frozen"),
}
"""Fields that say nothing new about their record: reordering or approving brings no finding back."""


WATCHED_OF_CAMPAIGN: Mapping[str, tuple[str, ...]] = {
    "aim.none": (),
    "people.nothing_passed_on": (),
    "money.over_total": ("budget_total", "contingency_rate", "currency"),
    "money.no_reserve": ("budget_total", "contingency_rate"),
    "money.outside_band": ("online_share_from", "online_share_to"),
    "brief.problem_names_tool": ("brief.problem",),
    "brief.message_long": ("brief.message",),
    "brief.gaps": ("brief.problem", "brief.message", "brief.reason_to_believe"),
    "brief.not_approved": ("status",),
}
"""What a rule about the campaign as a whole looks at of its record.

Who has said that a reserve is not for them must not be told again when another text of the brief is typed.
"""


def without_overtaken_dismissals(plan: Plan, change_set: ChangeSet) -> ChangeSet:
    """Return the change set with the dismissals deleted whose subjects it changes.

    Every change set of a plan goes through here, so that one step of the history holds both.
    """
    if not plan.dismissals or not change_set:
        return change_set
    touched = set(touched_ids(plan, change_set))
    campaigns = [change for change in change_set.changes if isinstance(change.record, Campaign)]
    known = {change.record.id for change in change_set.changes}
    overtaken = [
        Change(dismissal, None)
        for dismissal in plan.dismissals.values()
        if dismissal.id not in known and not touched.isdisjoint(_watched(plan, dismissal, campaigns))
    ]
    if not overtaken:
        return change_set
    return replace(change_set, changes=ordered([*change_set.changes, *overtaken]))


def _watched(plan: Plan, dismissal: Dismissal, campaign_changes: Sequence[Change]) -> Iterator[str]:
    """Yield the subjects of a dismissal; the campaign only where something that its rule looks at changes."""
    fields = WATCHED_OF_CAMPAIGN.get(dismissal.rule)
    for subject_id in dismissal.subject_ids:
        if (
            subject_id != plan.campaign.id
            or fields is None
            or any(_differ(change, attrgetter(field)) for change in campaign_changes for field in fields)
        ):
            yield subject_id


def _differ(change: Change, value: Callable[[Record], object]) -> bool:
    return change.before is None or change.after is None or value(change.before) != value(change.after)


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
