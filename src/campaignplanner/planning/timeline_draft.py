"""What a change of dates would come to, before anything is written: for showing it while a bar is dragged.

Public: ``draft_of`` takes the changes that a command would make, and judges what they touch in a plan of its
own that holds nothing else: its cost follows from how much is moved, not from how large the campaign is.
As the changes are the command's own, a draft never promises what the command would not do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, judge


@dataclass(frozen=True, slots=True)
class BridgeDraft:
    """How a bridge stands now, and how it would stand."""

    before: BridgeJudgement
    after: BridgeJudgement

    @property
    def breaks(self) -> bool:
        """Whether it does not hold any more, or would be dated and not hold."""
        broken = BridgeState.BROKEN
        return self.after.state is broken and self.before.state is not broken

    @property
    def heals(self) -> bool:
        """Whether it did not hold and would."""
        return self.before.state is BridgeState.BROKEN and self.after.state is BridgeState.HOLDS


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be.

    Attributes:
        plan: the touched activities and those bridged with them, as they would be, and nothing else.
        flights: those that would be made or have other days, by identifier.
        bridges: those whose ends would move, by identifier.
    """

    plan: Plan
    flights: Mapping[str, Flight]
    bridges: Mapping[str, BridgeDraft]

    @property
    def activity_ids(self) -> tuple[str, ...]:
        """The activities whose flights would change, in the order of the changes."""
        return tuple(dict.fromkeys(flight.activity_id for flight in self.flights.values()))

    @property
    def broken(self) -> tuple[BridgeJudgement, ...]:
        """The bridges that would break."""
        return tuple(each.after for each in self.bridges.values() if each.breaks)

    @property
    def healed(self) -> tuple[BridgeJudgement, ...]:
        """The bridges that would hold again."""
        return tuple(each.after for each in self.bridges.values() if each.heals)


def draft_of(plan: Plan, change_set: ChangeSet) -> Draft:
    """Return what would be after the changes, as far as they touch dates."""
    flights = {
        change.after.id: change.after for change in change_set.changes if isinstance(change.after, Flight)
    }
    moved = dict.fromkeys(flight.activity_id for flight in flights.values())
    bridges = {bridge.id: bridge for bridge in _touched(plan, moved)}
    would_be = _plan_of(plan, change_set, moved, flights, bridges.values())
    return Draft(
        would_be,
        flights,
        {bridge.id: BridgeDraft(judge(plan, bridge), judge(would_be, bridge)) for bridge in bridges.values()},
    )


def _touched(plan: Plan, activity_ids: Iterable[str]) -> Iterator[Bridge]:
    for activity_id in activity_ids:
        yield from plan.bridges_from(activity_id)
        yield from plan.bridges_to(activity_id)


def _plan_of(
    plan: Plan,
    change_set: ChangeSet,
    moved: Iterable[str],
    flights: Mapping[str, Flight],
    bridges: Iterable[Bridge],
) -> Plan:
    activities = {change.record.id: change.after for change in change_set.changes}
    bridges = tuple(bridges)
    ends = dict.fromkeys(
        [*moved, *(end for bridge in bridges for end in (bridge.source_id, bridge.target_id))]
    )
    records: list[PlanRecord] = list(bridges)
    for activity_id in ends:
        changed = activities.get(activity_id)
        records.append(changed if isinstance(changed, Activity) else plan.activities[activity_id])
        records.extend(
            flights.get(flight.id, flight)
            for flight in plan.flights.by("activity_id").get(activity_id, ())
            if flight.id not in activities or activities[flight.id] is not None
        )
    known = plan.flights
    records.extend(flight for flight in flights.values() if flight.id not in known)
    own = {bridge.own_pattern_id for bridge in bridges if bridge.own_pattern_id is not None}
    records.extend(plan.own_patterns[each] for each in own)
    return Plan.of(plan.campaign, records)
