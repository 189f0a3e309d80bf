"""Coverage maps: aims by side, audiences by touchpoint, business areas by side. Empty cells are invitations.

Public: ``aim_coverage``, ``audience_coverage``, ``area_coverage``. What is cancelled does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.aim import BusinessArea
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.money import split_by_largest_remainder
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.planning.budgeting import planned_in_campaign


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What there is of one aim, audience or area in one place of a map.

    Attributes:
        activity_ids: what is there, by title.
        money: planned for it, in minor units of the campaign's currency; of what serves several aims only
            this one's share.
        bridges: crossing ones from or to it.
        bridges_holding: of these, those that hold.
    """

    activity_ids: tuple[str, ...] = ()
    money: int = 0
    bridges: int = 0
    bridges_holding: int = 0

    @property
    def count(self) -> int:
        """How many activities there are."""
        return len(self.activity_ids)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there: an invitation."""
        return not self.activity_ids


@dataclass(frozen=True, slots=True)
class SideRow:
    """A row of a map by side; ``key`` is an aim's identifier, a business area, or None for no aim."""

    key: str | BusinessArea | None
    cells: Mapping[Side, CoverageCell]


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """A row of the map of audiences; ``audience_id`` None is for what names no audience."""

    audience_id: str | None
    cells: Mapping[Kind, CoverageCell]


@dataclass(frozen=True, slots=True)
class AudienceMap:
    """Audiences by the kinds of activities that there are, online kinds first."""

    kinds: tuple[Kind, ...]
    rows: tuple[AudienceRow, ...]


class _Cells:
    """Adds up cells by key while walking over the activities once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._ids: dict[object, list[str]] = {}
        self._money: Counter[object] = Counter()
        self._bridges: Counter[object] = Counter()
        self._holding: Counter[object] = Counter()
        self._crossing = _crossing_by_activity(plan)

    def add(self, keys: Iterable[object], activity: Activity, shares: Iterable[int] | None = None) -> None:
        """Count an activity for several keys, its money divided by the shares or whole for each."""
        known = list(keys)
        money = _money_of(self._plan, self._plan.lines.by("activity_id").get(activity.id, ()))
        weights = None if shares is None else list(shares)
        parts = [money] * len(known) if weights is None else split_by_largest_remainder(money, weights)
        bridges, holding = self._crossing.get(activity.id, (0, 0))
        for key, part in zip(known, parts, strict=True):
            self._ids.setdefault(key, []).append(activity.id)
            self._money[key] += part
            self._bridges[key] += bridges
            self._holding[key] += holding

    def cell(self, key: object) -> CoverageCell:
        """Return the cell of a key."""
        activities = self._plan.activities
        ids = sorted(self._ids.get(key, ()), key=lambda each: (activities[each].title.casefold(), each))
        return CoverageCell(tuple(ids), self._money[key], self._bridges[key], self._holding[key])


def aim_coverage(plan: Plan) -> tuple[SideRow, ...]:
    """Return the aims in their order by side, and at the end what serves none, if there is any."""
    cells = _Cells(plan)
    for activity in _active(plan):
        shares: Mapping[Any, int] = plan.aim_shares(activity.id) or {None: 1}
        cells.add([(aim_id, activity.side) for aim_id in shares], activity, shares.values())
    aims: list[str | None] = [aim.id for aim in plan.aims_in_order]
    rows = [_side_row(cells, each) for each in aims]
    without = _side_row(cells, None)
    return tuple(rows if all(each.is_empty for each in without.cells.values()) else [*rows, without])


def area_coverage(plan: Plan) -> tuple[SideRow, ...]:
    """Return every business area by side, through the aims that belong to it."""
    cells = _Cells(plan)
    for activity in _active(plan):
        weights: Counter[BusinessArea] = Counter()
        for aim_id, weight in plan.aim_shares(activity.id).items():
            area = plan.aims[aim_id].business_area
            if area is not None:
                weights[area] += weight
        if weights:
            cells.add([(area, activity.side) for area in weights], activity, weights.values())
    return tuple(_side_row(cells, area) for area in BusinessArea)


def audience_coverage(plan: Plan) -> AudienceMap:
    """Return the audiences in their order by the kinds of activities that the plan has."""
    cells, kinds = _Cells(plan), set[Kind]()
    names_none = False
    for activity in _active(plan):
        kinds.add(activity.kind)
        names_none = names_none or not activity.audience_ids
        cells.add([(each, activity.kind) for each in activity.audience_ids or (None,)], activity)
    in_order = tuple(kind for kind in Kind if kind in kinds)
    ids: list[str | None] = [audience.id for audience in plan.audiences_in_order]
    if names_none:
        ids.append(None)
    rows = (AudienceRow(each, {kind: cells.cell((each, kind)) for kind in in_order}) for each in ids)
    return AudienceMap(in_order, tuple(rows))


def _side_row(cells: _Cells, key: str | BusinessArea | None) -> SideRow:
    return SideRow(key, {side: cells.cell((key, side)) for side in Side})


def _active(plan: Plan) -> Iterable[Activity]:
    return (each for each in plan.activities.values() if each.status is not ActivityStatus.CANCELLED)


def _crossing_by_activity(plan: Plan) -> dict[str, tuple[int, int]]:
    """Return for each activity how many crossing bridges it has, and how many of these hold."""
    found: dict[str, tuple[int, int]] = {}
    for bridge in plan.bridges.values():
        ends = (plan.activities[bridge.source_id], plan.activities[bridge.target_id])
        if ends[0].side is ends[1].side or any(each.status is ActivityStatus.CANCELLED for each in ends):
            continue
        holds = judge(plan, bridge).state is BridgeState.HOLDS
        for each in ends:
            count, holding = found.get(each.id, (0, 0))
            found[each.id] = (count + 1, holding + holds)
    return found


def _money_of(plan: Plan, lines: Iterable[BudgetLine]) -> int:
    return sum(planned_in_campaign(plan, line) or 0 for line in lines)
