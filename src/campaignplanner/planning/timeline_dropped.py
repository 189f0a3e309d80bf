"""Where in the lanes of now that would lie which was deleted since approval."""

from __future__ import annotations

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.since_approval import SinceApproval
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey, Sorter, sorter_of


def lanes_of_dropped(since: SinceApproval, now: Plan, grouping: Grouping) -> dict[str, LaneKey]:
    """Return the lane of each activity that is gone and had dates, by its identifier.

    It is the lane of what the activity said when it was approved: its owner, its kind, the weightiest of its
    aims that is still there. What nothing of is left lies where nothing is said yet.
    """
    before, after = sorter_of(since.approved, grouping), sorter_of(now, grouping)
    return {
        each.activity.id: _lane(each.activity, before, after, grouping)
        for each in since.dropped
        if each.is_gone and each.flights
    }


def _lane(activity: Activity, before: Sorter, after: Sorter, grouping: Grouping) -> LaneKey:
    known = (after.known_as(value) for value in before.values_of(activity) if value is not None)
    return LaneKey(grouping, next((value for value in known if value is not None), None))
