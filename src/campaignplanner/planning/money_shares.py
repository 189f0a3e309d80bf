"""By what money can be split, and which shares of a line each of its keys gets.

``Dimension`` names the splits of the budget page. ``sharing`` says, line by line, among which keys its money
is shared and by which weights; ``money_review`` adds up with it. Money of the whole campaign has no key but
None where a split goes by what an activity is.

- by aim: through the contributions, by their weights;
- by audience: among the audiences of the activity, each the same;
- by channel or place: the activity's own, else among the places of its flights, by their days;
- by bridge pattern: among the bridges of the activity that cross, each counting once; an activity that has
  only bridges on its own side is under ``SAME_SIDE``, one without any under None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_sums import ALL_IN_ONE, ONE, Key, Shares, all_in_one

SAME_SIDE = "same side"
"""The key of money whose activity is tied to others on its own side only."""

WORKING, NON_WORKING = "working", "non-working"

_OWN = "own:"


class Dimension(Enum):
    """By what money is split."""

    WHOLE = "all"
    FILED_UNDER = "filed under"
    AIM = "aim"
    KIND = "kind"
    WHERE = "channel or place"
    AUDIENCE = "audience"
    PATTERN = "bridge pattern"
    COST_TYPE = "cost type"
    SUPPLIER = "supplier"
    WORKING = "working or not"
    ACTIVITY = "activity"


TEXT_DIMENSIONS = frozenset({Dimension.FILED_UNDER, Dimension.WHERE, Dimension.SUPPLIER})
"""Their keys are words that people typed: spellings that differ only in case or blanks are one."""

GROUNDS: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.AIM: ("aims", "contributions"),
    Dimension.KIND: ("activities",),
    Dimension.WHERE: ("activities", "flights"),
    Dimension.AUDIENCE: ("activities",),
    Dimension.PATTERN: ("activities", "bridges"),
}
"""The tables of the plan, beside lines and postings, on which shares depend."""


def sharing(plan: Plan, dimension: Dimension) -> Callable[[BudgetLine], Shares]:
    """Return what says of each line of a plan among which keys its money is shared.

    What depends on the activity is found out once for each.
    """
    of_line, of_activity = _OF_LINE.get(dimension), _OF_ACTIVITY.get(dimension)
    if of_line is not None:
        return of_line
    if of_activity is None:
        return all_in_one
    known: dict[str | None, Shares] = {None: ALL_IN_ONE}

    def shares_of(line: BudgetLine) -> Shares:
        shares = known.get(line.activity_id)
        if shares is None:
            shares = of_activity(plan, plan.activities[line.activity_id or ""])
            known[line.activity_id] = shares
        return shares

    return shares_of


def rests_on_the_same(dimension: Dimension, plan: Plan, other: Plan) -> bool:
    """Tell whether a line that is the same in both plans is shared in the same way in both."""
    return all(getattr(plan, table) is getattr(other, table) for table in GROUNDS.get(dimension, ()))


def title_of_key(plan: Plan, dimension: Dimension, key: str) -> str:
    """Return what a key is called: an aim's statement, a kind; words that people typed as they are."""
    if key.startswith(_OWN):
        identifier = key.removeprefix(_OWN)
        is_kind = dimension is Dimension.KIND
        return plan.own_kinds[identifier].name if is_kind else plan.own_patterns[identifier].name
    match dimension:
        case Dimension.AIM:
            return plan.aims[key].statement
        case Dimension.AUDIENCE:
            return plan.audiences[key].name
        case Dimension.ACTIVITY:
            return plan.activities[key].title
        case _:
            return key


def folded_key(dimension: Dimension, key: Key) -> Key:
    """Return the key under which spellings are one."""
    return key.casefold() if key is not None and dimension in TEXT_DIMENSIONS else key


_OF_LINE: Mapping[Dimension, Callable[[BudgetLine], Shares]] = {
    Dimension.FILED_UNDER: lambda line: ((line.filed_under.strip() or None,), ONE),
    Dimension.SUPPLIER: lambda line: ((line.supplier.strip() or None,), ONE),
    Dimension.COST_TYPE: lambda line: ((line.cost_type.value,), ONE),
    Dimension.WORKING: lambda line: ((WORKING if line.working else NON_WORKING,), ONE),
    Dimension.ACTIVITY: lambda line: ((line.activity_id,), ONE),
}


def _by_weight(weights: Mapping[str, int]) -> Shares:
    return (tuple(weights), tuple(weights.values())) if weights else ALL_IN_ONE


def _one(key: Key) -> Shares:
    return (key,), ONE


def _aims_of(plan: Plan, activity: Activity) -> Shares:
    served = plan.contributions.by("activity_id").get(activity.id, ())
    if len(served) == 1:  # nearly all, and there is nothing to put in order
        return _one(served[0].aim_id)
    return _by_weight(plan.aim_shares(activity.id))


def _kind_of(plan: Plan, activity: Activity) -> Shares:
    del plan
    return _one(activity.kind.value if activity.own_kind_id is None else f"{_OWN}{activity.own_kind_id}")


def _where(plan: Plan, activity: Activity) -> Shares:
    own = (activity.channel if activity.side is Side.ONLINE else activity.place).strip()
    if own or activity.side is Side.ONLINE:
        return _one(own or None)
    flights = plan.flights_of(activity.id)
    if len(flights) == 1:  # nearly always, and then there is nothing to weigh
        return _one(flights[0].place.strip() or None)
    days: Counter[Key] = Counter()
    for flight in flights:
        days[flight.place.strip() or None] += flight.span.days
    return (tuple(days), tuple(days.values())) if days else ALL_IN_ONE


def _audiences_of(plan: Plan, activity: Activity) -> Shares:
    del plan
    return _by_weight(dict.fromkeys(activity.audience_ids, 1))


def _patterns_of(plan: Plan, activity: Activity) -> Shares:
    bridges = (*plan.bridges_from(activity.id), *plan.bridges_to(activity.id))
    if not bridges:
        return ALL_IN_ONE
    crossing = [each for each in bridges if plan.is_crossing(each)]
    if not crossing:
        return _one(SAME_SIDE)
    return _by_weight(_counted(crossing))


def _counted(bridges: Iterable[Bridge]) -> dict[str, int]:
    counts = Counter(
        each.pattern.value if each.own_pattern_id is None else f"{_OWN}{each.own_pattern_id}"
        for each in bridges
    )
    return {key: counts[key] for key in sorted(counts)}


_OF_ACTIVITY: Mapping[Dimension, Callable[[Plan, Activity], Shares]] = {
    Dimension.AIM: _aims_of,
    Dimension.KIND: _kind_of,
    Dimension.WHERE: _where,
    Dimension.AUDIENCE: _audiences_of,
    Dimension.PATTERN: _patterns_of,
}
