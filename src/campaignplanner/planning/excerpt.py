"""Some activities of a plan with what makes sense without the rest: what is copied when they are.

Public: ``excerpt``. It takes along flights, contributions, KPIs, budget lines and the bridges among the
activities; of aims and audiences only who they are, to find them again elsewhere. What has happened, readings
and postings, stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from campaignplanner.domain.activity import Activity, Contribution, Flight, OwnKind
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord

_PARTS: tuple[type[PlanRecord], ...] = (Flight, Contribution, Kpi, BudgetLine)
"""What lies in an activity."""


def excerpt(plan: Plan, activity_ids: Iterable[str]) -> Plan:
    """Return activities of a plan as a plan of their own; raise PlanError when one is not there any more."""
    activities = [plan.find(Activity, each) for each in dict.fromkeys(activity_ids)]
    parts = [part for activity in activities for part in _parts_of(plan, activity)]
    bridges = list(_bridges_among(plan, activities))
    campaign = plan.campaign
    return Plan.of(
        Campaign(id=campaign.id, title=campaign.title, currency=campaign.currency),
        [*_referred(plan, activities, parts, bridges), *activities, *parts, *bridges],
    )


def _parts_of(plan: Plan, activity: Activity) -> Iterator[PlanRecord]:
    for record_type in _PARTS:
        yield from plan.table(record_type).by("activity_id").get(activity.id, ())


def _bridges_among(plan: Plan, activities: Iterable[Activity]) -> Iterator[Bridge]:
    ids = {activity.id for activity in activities}
    for activity_id in ids:
        yield from (bridge for bridge in plan.bridges_from(activity_id) if bridge.target_id in ids)


def _referred(
    plan: Plan, activities: Iterable[Activity], parts: Iterable[PlanRecord], bridges: Iterable[Bridge]
) -> Iterator[PlanRecord]:
    """Yield what the activities name: kinds and patterns whole, of aims and audiences only who they are."""
    aims = {part.aim_id for part in parts if isinstance(part, Contribution)}
    for aim in map(plan.aims.__getitem__, aims):
        yield Aim(id=aim.id, statement=aim.statement, position=aim.position)
    audiences = {each for activity in activities for each in activity.audience_ids}
    for audience in map(plan.audiences.__getitem__, audiences):
        yield Audience(id=audience.id, name=audience.name, position=audience.position)
    kinds = {activity.own_kind_id for activity in activities}
    yield from (plan.find(OwnKind, each) for each in kinds if each is not None)
    patterns = {bridge.own_pattern_id for bridge in bridges}
    yield from (plan.find(OwnPattern, each) for each in patterns if each is not None)
