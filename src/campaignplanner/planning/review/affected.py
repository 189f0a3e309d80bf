"""What is judged by what an edit touches: a bridge by the dates of its ends, an aim by what serves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from campaignplanner.domain.activity import Activity, Contribution, Flight
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.review.facts import Unit, all_depend_on_change
from campaignplanner.planning.review.rule import Place, is_under_way


def everything_is_affected(before: Plan, after: Plan, change_set: ChangeSet) -> bool:
    """Tell whether the whole plan is to be judged again: another campaign, its days, its first aim."""
    return (
        before.campaign.id != after.campaign.id
        or all_depend_on_change(before.campaign, after.campaign)
        or bool(before.aims) != bool(after.aims)
        or is_under_way(before) != is_under_way(after)
        or change_set.deletes_campaign
    )


def affected(before: Plan, after: Plan, change_set: ChangeSet) -> Iterator[Unit]:
    """Yield what is to be judged again after a change set, some of it several times."""
    for change in change_set.changes:
        for record in (change.before, change.after):
            reach = _REACHES.get(type(record))
            if record is not None and reach is not None:
                for plan in (before, after):
                    yield from reach(plan, record)
    yield Campaign, after.campaign.id


def _around_activity(plan: Plan, activity_id: str) -> Iterator[Unit]:
    yield Activity, activity_id
    activity = plan.activities.get(activity_id)
    if activity is None:
        return
    for bridge in (*plan.bridges_from(activity_id), *plan.bridges_to(activity_id)):
        yield Bridge, bridge.id
        yield Activity, bridge.source_id
        yield Activity, bridge.target_id
    for contribution in plan.contributions.by("activity_id").get(activity_id, ()):
        yield Aim, contribution.aim_id
    for line in plan.lines.by("activity_id").get(activity_id, ()):
        yield BudgetLine, line.id
    for kpi in plan.kpis.by("activity_id").get(activity_id, ()):
        yield Kpi, kpi.id
    for flight in plan.flights.by("activity_id").get(activity_id, ()):
        if place := flight.place or activity.place:
            yield Place, place


def _from_activity(plan: Plan, record: Activity) -> Iterator[Unit]:
    yield from _around_activity(plan, record.id)


def _from_flight(plan: Plan, record: Flight) -> Iterator[Unit]:
    yield from _around_activity(plan, record.activity_id)


def _from_contribution(plan: Plan, record: Contribution) -> Iterator[Unit]:
    del plan
    yield Activity, record.activity_id
    yield Aim, record.aim_id


def _from_aim(plan: Plan, record: Aim) -> Iterator[Unit]:
    yield Aim, record.id
    for kpi in plan.kpis.by("aim_id").get(record.id, ()):
        yield Kpi, kpi.id


def _from_audience(plan: Plan, record: Audience) -> Iterator[Unit]:
    del plan
    yield Audience, record.id


def _from_kpi(plan: Plan, record: Kpi) -> Iterator[Unit]:
    del plan
    yield Kpi, record.id
    if record.aim_id is not None:
        yield Aim, record.aim_id


def _from_bridge(plan: Plan, record: Bridge) -> Iterator[Unit]:
    del plan
    yield Bridge, record.id
    yield Activity, record.source_id
    yield Activity, record.target_id


def _from_own_pattern(plan: Plan, record: OwnPattern) -> Iterator[Unit]:
    for bridge in plan.bridges.by("own_pattern_id").get(record.id, ()):
        yield from _from_bridge(plan, bridge)


def _from_line(plan: Plan, record: BudgetLine) -> Iterator[Unit]:
    yield BudgetLine, record.id
    if record.activity_id is not None:
        for bridge in (*plan.bridges_from(record.activity_id), *plan.bridges_to(record.activity_id)):
            yield Bridge, bridge.id


def _from_posting(plan: Plan, record: Posting) -> Iterator[Unit]:
    del plan
    yield BudgetLine, record.line_id


_REACHES: dict[type[Any], Callable[[Plan, Any], Iterator[Unit]]] = {
    Activity: _from_activity,
    Flight: _from_flight,
    Contribution: _from_contribution,
    Aim: _from_aim,
    Audience: _from_audience,
    Kpi: _from_kpi,
    Bridge: _from_bridge,
    OwnPattern: _from_own_pattern,
    BudgetLine: _from_line,
    Posting: _from_posting,
}
"""Everything else is judged with the campaign as a whole, which is judged again after each edit."""
