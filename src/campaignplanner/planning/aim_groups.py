"""Under which aim an activity stands where it can stand only once.

That is the aim with the greatest weight, of equal ones the one that comes first, as on the timeline.

Public: ``main_aims`` for all activities of a plan, ``main_aim`` for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from campaignplanner.domain.activity import Contribution
from campaignplanner.domain.plan import Plan


def main_aims(plan: Plan) -> dict[str, str]:
    """Return the aim under which each activity stands; those that serve none are not in it."""
    places = aim_places(plan)
    found = plan.contributions.by("activity_id").values()
    return {
        contributions[0].activity_id: (
            contributions[0].aim_id if len(contributions) == 1 else _weightiest(contributions, places)
        )
        for contributions in found
    }


def main_aim(plan: Plan, activity_id: str) -> str | None:
    """Return the aim under which an activity stands; None where it serves no aim yet."""
    contributions = plan.contributions.by("activity_id").get(activity_id, ())
    if len(contributions) < 2:
        return contributions[0].aim_id if contributions else None
    return _weightiest(contributions, aim_places(plan))


def aim_places(plan: Plan) -> dict[str, int]:
    """Return the place of each aim in the users' order, from 0."""
    return {aim.id: place for place, aim in enumerate(plan.aims_in_order)}


def _weightiest(contributions: Iterable[Contribution], places: Mapping[str, int]) -> str:
    return min(contributions, key=lambda each: (-each.weight, places[each.aim_id])).aim_id
