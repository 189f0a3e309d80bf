"""Bridges that cross from side to side go on doing so: nobody changes a side and breaks them unseen."""

from __future__ import annotations

from collections.abc import Iterable

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.changes import Change
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.naming import listed, quoted

_MOST_NAMED = 3


def check_bridges_cross(plan: Plan, changes: Iterable[Change]) -> None:
    """Raise PlanError, saying what would have to change, when a crossing bridge would not cross any more."""
    sides = {
        change.record.id: change.after.side
        for change in changes
        if isinstance(change.before, Activity)
        and isinstance(change.after, Activity)
        and change.before.side is not change.after.side
    }
    for activity_id, side in sides.items():
        lost = _lost(plan, activity_id, sides)
        if lost:
            activity = plan.activities[activity_id]
            raise PlanError(_sentence(plan, activity, side, lost), "side", activity_id)


def refusal_of_side(plan: Plan, activity: Activity, side: Side) -> str:
    """Return why an activity cannot be on a side because of its bridges; empty where it can."""
    lost = [] if side is activity.side else _lost(plan, activity.id, {activity.id: side})
    return _sentence(plan, activity, side, lost) if lost else ""


def _lost(plan: Plan, activity_id: str, sides: dict[str, Side]) -> list[Bridge]:
    bridges = (*plan.bridges_from(activity_id), *plan.bridges_to(activity_id))
    return [
        bridge for bridge in bridges if plan.is_crossing(bridge) and _side_of(bridge.source_id, plan, sides)
        is _side_of(bridge.target_id, plan, sides)
    ]  # fmt: skip


def _side_of(activity_id: str, plan: Plan, sides: dict[str, Side]) -> Side:
    return sides.get(activity_id, plan.activities[activity_id].side)


def _sentence(plan: Plan, activity: Activity, side: Side, lost: list[Bridge]) -> str:
    others = list(
        dict.fromkeys(
            bridge.target_id if bridge.source_id == activity.id else bridge.source_id for bridge in lost
        )
    )
    named = [quoted(plan.activities[each].title) for each in others[:_MOST_NAMED]]
    if len(others) > _MOST_NAMED:
        named.append(f"{len(others) - _MOST_NAMED} more")
    bridges = "bridge" if len(lost) == 1 else "bridges"
    rest = f"{named[0]} as well and move both" if len(others) == 1 else "those as well and move all"
    this = "this bridge" if len(lost) == 1 else "these bridges"
    return (
        f"{quoted(activity.title)} cannot be {side.value}: its {bridges} with {listed(named)} "
        f"would not cross any more. Delete {this} first, or select {rest} to the other side."
    )
