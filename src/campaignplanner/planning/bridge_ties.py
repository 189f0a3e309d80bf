"""What is tied together by bridges, and what would mend a bridge.

Public: ``tied_with`` gives everything that is bridged with some activities, over any number of bridges and in
both directions; ``mending_of`` says by how many days which end has to move for a bridge to hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from campaignplanner.domain.activity import Flight
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.planning.bridges import BridgeState, judge


@dataclass(frozen=True, slots=True)
class Mending:
    """Moving an activity as a whole by so many days, later when positive, makes a bridge hold."""

    activity_id: str
    days: int


def tied_with(plan: Plan, activity_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the activities and all that is bridged with them, from bridge to bridge, those given first.

    The rule is the same in both directions: what leads to an activity is as tied to it as what follows.
    """
    found = dict.fromkeys(activity_ids)
    waiting = list(found)
    while waiting:
        activity_id = waiting.pop()
        ends = [bridge.target_id for bridge in plan.bridges_from(activity_id)]
        ends += [bridge.source_id for bridge in plan.bridges_to(activity_id)]
        for end in ends:
            if end not in found:
                found[end] = None
                waiting.append(end)
    return tuple(found)


def mending_of(plan: Plan, bridge: Bridge) -> Mending | None:
    """Return the move that makes a broken bridge hold; None where it is not broken or no such move does."""
    judgement = judge(plan, bridge)
    fix = judgement.fix
    if judgement.state is not BridgeState.BROKEN or fix is None:
        return None
    span = plan.span_of(fix.activity_id)
    if span is None:
        return None
    mending = Mending(fix.activity_id, (fix.first_day - span.first_day).days)
    try:
        would_be = _moved(plan, bridge, mending)
    except PlanError:  # beyond the calendar
        return None
    return mending if judge(would_be, bridge).state is BridgeState.HOLDS else None


def _moved(plan: Plan, bridge: Bridge, mending: Mending) -> Plan:
    """Return both ends and their bridge alone, with one end moved."""
    records: list[PlanRecord] = [bridge]
    if bridge.own_pattern_id is not None:
        records.append(plan.own_patterns[bridge.own_pattern_id])
    for end in (bridge.source_id, bridge.target_id):
        records.append(plan.activities[end])
        days = mending.days if end == mending.activity_id else 0
        records.extend(_shifted(flight, days) for flight in plan.flights_of(end))
    return Plan.of(plan.campaign, records)


def _shifted(flight: Flight, days: int) -> Flight:
    span = flight.span.shifted(days)
    return replace(flight, first_day=span.first_day, last_day=span.last_day)
