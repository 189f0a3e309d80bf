"""What is counted over a whole plan, kept up record by record.

Rules about the campaign as a whole (no reserve, an audience that nothing is for) would have to look at ten
thousand records after every edit. Instead each record says once what it counts for, and an edit only takes
the old answer out and puts the new one in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, Final

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.aim import Aim, BusinessArea, Kpi, KpiStage
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState
from campaignplanner.planning.budgeting import PART_OF, exposure, planned_in_campaign
from campaignplanner.planning.review.kinds import (
    COMMUNITY,
    MADE_BY_PEOPLE,
    MEDIA,
    PASSING_ON,
    SERVICE,
    TOUCHPOINTS,
)
from campaignplanner.planning.review.rule import Sight

# What records count as; plain strings, because they are looked up ten thousand times.
ACTIVE: Final = "active"
COMMUNITIES: Final = "communities"
SERVED: Final = "customer service has a part in it"
PASSED_ON: Final = "people pass something on"
WORDLESS: Final = "does not say what people do"
MADE: Final = "people make something"
SHOWN: Final = "what people make is shown"
OUTSIDE: Final = "outside the campaign's days"
OFFLINE_TOUCHPOINT: Final = "offline touchpoint"
CARRIED_ON: Final = "offline touchpoint that is carried on"
CROSSING: Final = "crossing bridge"
HOLDING: Final = "crossing bridge that holds"
BROKEN: Final = "crossing bridge that is broken"
BOTH_SIDES: Final = "aim served on both sides"
MEASURES: Final = "KPI"
OUTPUTS: Final = "KPI of outputs"
OVERDUE: Final = "line with nothing booked though its activity is over"

AUDIENCE: Final = "audience "
PLACE: Final = "place "

Unit = tuple[type[Any], str]
"""A record by its type and identifier."""

SUMS = 5
"""Planned money met online, offline, on both, not said; and the exposure of all lines."""


class Facts:
    """Which records count for what, and sums of money; see ``facts_of``."""

    __slots__ = ("_amounts", "_counted", "_members", "_sums")

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._members: dict[str, dict[str, None]] = {}
        self._counted: dict[Unit, tuple[str, ...]] = {}
        self._amounts: dict[str, tuple[int, ...]] = {}
        self._sums = [0] * SUMS

    def members(self, fact: str) -> Collection[str]:
        """Return the identifiers of what counts for something, in no order to rely on."""
        return self._members.get(fact, {}).keys()

    def count(self, fact: str) -> int:
        """Return how many count for something."""
        return len(self._members.get(fact, ()))

    def places(self) -> list[str]:
        """Return the names of the places in which flights are."""
        begin = len(PLACE)
        return [fact[begin:] for fact in self._members if fact.startswith(PLACE)]

    @property
    def planned(self) -> tuple[int, int, int, int]:
        """Planned money by what the customer meets: online, offline, both, not said."""
        online, offline, both, not_said, _ = self._sums
        return online, offline, both, not_said

    @property
    def exposed(self) -> int:
        """The exposure of all lines."""
        return self._sums[-1]

    def take(self, sight: Sight, unit: Unit, record: Any) -> None:  # noqa: ANN401 - of the unit's type
        """Count a record as the plan has it now; None where the plan has it no more."""
        counter = COUNTERS.get(unit[0])
        if counter is None:
            return
        before = self._counted.get(unit, ())
        after = () if record is None else tuple(dict.fromkeys(counter(sight, record)))
        if before != after:
            self._replace(unit, before, after)
        if unit[0] is BudgetLine:
            self._take_money(unit[1], () if record is None else _money(sight.plan, record))

    def _replace(self, unit: Unit, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        for fact in before:
            members = self._members[fact]
            del members[unit[1]]
            if not members:
                del self._members[fact]
        for fact in after:
            self._members.setdefault(fact, {})[unit[1]] = None
        if after:
            self._counted[unit] = after
        else:
            del self._counted[unit]

    def _take_money(self, line_id: str, after: tuple[int, ...]) -> None:
        before = self._amounts.pop(line_id, ())
        if after:
            self._amounts[line_id] = after
        if before == after:
            return
        for sign, amounts in ((-1, before), (1, after)):
            for place, amount in enumerate(amounts):
                self._sums[place] += sign * amount


def facts_of(sight: Sight) -> Facts:
    """Count a whole plan at once."""
    facts = Facts()
    for record_type in COUNTERS:
        for record in sight.plan.table(record_type).values():
            facts.take(sight, (record_type, record.id), record)
    return facts


# -- what each record counts for -------------------------------------------------------------------------


def _of_activity(sight: Sight, activity: Activity) -> Iterator[str]:
    if activity.status is ActivityStatus.CANCELLED:
        return
    yield ACTIVE
    yield from FACTS_OF_KINDS[activity.kind]
    for audience_id in activity.audience_ids:
        yield AUDIENCE + audience_id
    if is_wordless(activity):
        yield WORDLESS
    if "service" in activity.owner.casefold():
        yield SERVED
    if activity.side is Side.OFFLINE:
        yield from _of_touchpoint(sight, activity)
    elif activity.kind in MADE_BY_PEOPLE and is_shown(sight, activity):
        yield SHOWN
    yield from _of_days(sight, activity)


def _of_touchpoint(sight: Sight, activity: Activity) -> Iterator[str]:
    if activity.kind not in TOUCHPOINTS:
        return
    yield OFFLINE_TOUCHPOINT
    for bridge, other in sight.served_from(activity):
        if other.side is Side.ONLINE and sight.judgement(bridge).state is BridgeState.HOLDS:
            yield CARRIED_ON
            return


def _of_days(sight: Sight, activity: Activity) -> Iterator[str]:
    flights = sight.flights(activity)
    if not flights:
        return
    first, last = sight.plan.campaign.first_day, sight.plan.campaign.last_day
    for flight in flights:
        if (first is not None and flight.first_day < first) or (last is not None and flight.last_day > last):
            yield OUTSIDE
            break
    if activity.side is Side.OFFLINE:
        for place in {flight.place or activity.place for flight in flights} - {""}:
            yield PLACE + place


def is_wordless(activity: Activity) -> bool:
    """Tell whether an activity should say what people do and does not; of ideas nobody asks it yet."""
    return (
        activity.kind not in MEDIA
        and activity.status is not ActivityStatus.IDEA
        and not activity.what_people_do.strip()
    )


def is_shown(sight: Sight, activity: Activity) -> bool:
    """Tell whether what people make in an activity is to be seen offline: a bridge leads to a place."""
    return any(
        other.side is Side.OFFLINE and bridge.pattern is not Pattern.ANNOUNCES
        for bridge, other in sight.served_from(activity)
        if bridge.pattern is not Pattern.IS_REWARDED_BY
    )


def _of_bridge(sight: Sight, bridge: Bridge) -> Iterator[str]:
    if not sight.plan.is_crossing(bridge) or not sight.is_alive(bridge):
        return
    yield CROSSING
    state = sight.judgement(bridge).state
    if state is BridgeState.HOLDS:
        yield HOLDING
    elif state is BridgeState.BROKEN:
        yield BROKEN


def _of_aim(sight: Sight, aim: Aim) -> Iterator[str]:
    if len(sides_of(sight, aim.id)) == len(Side):
        yield BOTH_SIDES
    if aim.business_area is BusinessArea.SERVICE:
        yield SERVED


def sides_of(sight: Sight, aim_id: str) -> set[Side]:
    """Return the sides on which an aim is served."""
    sides: set[Side] = set()
    for contribution in sight.plan.contributions.by("aim_id").get(aim_id, ()):
        activity = sight.plan.activities[contribution.activity_id]
        if activity.status is not ActivityStatus.CANCELLED:
            sides.add(activity.side)
            if len(sides) == len(Side):
                break
    return sides


def _of_kpi(sight: Sight, kpi: Kpi) -> Iterator[str]:
    del sight
    yield MEASURES
    if kpi.stage is KpiStage.OUTPUT:
        yield OUTPUTS


def _of_line(sight: Sight, line: BudgetLine) -> Iterator[str]:
    if "service" in line.filed_under.casefold():
        yield SERVED
    if is_overdue(sight, line):
        yield OVERDUE


def is_overdue(sight: Sight, line: BudgetLine) -> bool:
    """Tell whether what a line pays for is over, while nothing was committed or spent on it."""
    plan = sight.plan
    if line.closed or line.planned == 0 or sight.postings_by_line.get(line.id):
        return False
    if line.activity_id is None:
        last_day = plan.campaign.last_day
        return last_day is not None and last_day < sight.context.today
    flights = sight.flights_by_activity.get(line.activity_id, ())
    if not flights or not sight.is_active(line.activity_id):
        return False
    return all(flight.last_day < sight.context.today for flight in flights)


def _money(plan: Plan, line: BudgetLine) -> tuple[int, ...]:
    amounts = [0] * SUMS
    amounts[PART_OF[line.meets]] = planned_in_campaign(plan, line) or 0
    amounts[-1] = exposure(plan, line) or 0
    return tuple(amounts)


COUNTERS: dict[type[Any], Callable[[Sight, Any], Iterator[str]]] = {
    Aim: _of_aim,
    Activity: _of_activity,
    Kpi: _of_kpi,
    Bridge: _of_bridge,
    BudgetLine: _of_line,
}

FACTS_OF_KINDS: dict[Kind, tuple[str, ...]] = {
    kind: tuple(
        fact
        for fact, kinds in (
            (COMMUNITIES, COMMUNITY),
            (SERVED, SERVICE),
            (PASSED_ON, PASSING_ON),
            (MADE, MADE_BY_PEOPLE),
        )
        if kind in kinds
    )
    for kind in Kind
}

DEPENDING_ON = ("thresholds", "first_day", "last_day", "currency", "status")
"""The fields of the campaign that what single records are judged by depends on."""


def all_depend_on_change(before: Campaign, after: Campaign) -> bool:
    """Tell whether a change of the campaign makes everything to be judged again."""
    return any(getattr(before, name) != getattr(after, name) for name in DEPENDING_ON)
