"""How much belongs to each lane: how many activities, and their planned money.

An activity that shows in several lanes counts only in its own one, so that the counts add up to all
activities; but its money goes to its aims by their shares, as everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import MoneyTotals, split_by_aim, totals_of_lines
from campaignplanner.planning.timeline_lanes import Grouping, Value, sorter_of


class LaneSum(NamedTuple):
    """What belongs to a lane.

    Attributes:
        activities: how many, dated or not.
        money: what is planned for them.
    """

    activities: int
    money: MoneyTotals


NOTHING = LaneSum(0, MoneyTotals())
"""What belongs to a lane in which nothing lies."""


def lane_sums(plan: Plan, grouping: Grouping) -> dict[Value, LaneSum]:
    """Return what belongs to each lane; lanes to which nothing belongs may be missing."""
    sorter = sorter_of(plan, grouping)
    counts: defaultdict[Value, int] = defaultdict(int)
    lines: defaultdict[Value, list[BudgetLine]] = defaultdict(list)
    by_activity = plan.lines.by("activity_id")
    for activity in plan.activities.records:
        own = sorter.values_of(activity)[0]
        counts[own] += 1
        lines[own] += by_activity.get(activity.id, ())
    if grouping is Grouping.AIM:
        return {aim_id: LaneSum(counts[aim_id], money) for aim_id, money in split_by_aim(plan).items()}
    return {value: LaneSum(count, totals_of_lines(plan, lines[value])) for value, count in counts.items()}


def have_same_sums(before: Plan, after: Plan, grouping: Grouping) -> bool:
    """Whether nothing differs between two states of a plan that the sums of lanes are made of."""
    if grouping is Grouping.PLACE and before.flights is not after.flights:
        return False
    return (
        before.campaign is after.campaign
        and before.aims is after.aims
        and before.activities is after.activities
        and before.contributions is after.contributions
        and before.lines is after.lines
    )
