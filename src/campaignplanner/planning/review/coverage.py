"""Coverage maps: aims by side, audiences by touchpoint, business areas by side. Empty cells are invitations.

Public: ``Grounds``, and with them ``aim_coverage``, ``audience_coverage`` and ``area_coverage``. What is
cancelled does not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.aim import BusinessArea
from campaignplanner.domain.money import split_by_largest_remainder
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.planning.budgeting import planned_in_campaign


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What there is of one aim, audience or area in one place of a map.

    Attributes:
        activity_ids: what is there, in no order for people.
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


class Grounds:
    """What all maps of a plan need of each activity, worked out once."""

    def __init__(self, plan: Plan) -> None:
        """Look at a plan."""
        self.plan = plan
        self.activities = tuple(
            each for each in plan.activities.values() if each.status is not ActivityStatus.CANCELLED
        )
        self.crossing = _crossing_by_activity(plan)
        self.money = {
            activity_id: sum(planned_in_campaign(plan, line) or 0 for line in lines)
            for activity_id, lines in plan.lines.by("activity_id").items()
        }


class _Cells:
    """Adds up cells by key while walking over the activities once."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._ids: dict[object, list[str]] = {}
        self._sums: dict[object, list[int]] = {}

    def add(self, keys: Sequence[object], activity: Activity, shares: Sequence[int] | None = None) -> None:
        """Count an activity for several keys, its money divided by the shares or whole for each."""
        money = self._grounds.money.get(activity.id, 0)
        parts = [money] * len(keys)
        if shares is not None and len(shares) > 1:
            parts = split_by_largest_remainder(money, shares)
        bridges, holding = self._grounds.crossing.get(activity.id, (0, 0))
        for key, part in zip(keys, parts, strict=True):
            self._ids.setdefault(key, []).append(activity.id)
            sums = self._sums.setdefault(key, [0, 0, 0])
            sums[0] += part
            sums[1] += bridges
            sums[2] += holding

    def cell(self, key: object) -> CoverageCell:
        """Return the cell of a key."""
        money, bridges, holding = self._sums.get(key, (0, 0, 0))
        return CoverageCell(tuple(sorted(self._ids.get(key, ()))), money, bridges, holding)


def aim_coverage(grounds: Grounds) -> tuple[SideRow, ...]:
    """Return the aims in their order by side, and at the end what serves none, if there is any."""
    cells, given = _Cells(grounds), grounds.plan.contributions.by("activity_id")
    for activity in grounds.activities:
        found = given.get(activity.id, ())
        if len(found) > 1:  # the money is divided in the order of the aims, as everywhere
            found = grounds.plan.contributions_of(activity.id)
        keys: list[object] = [(each.aim_id, activity.side) for each in found] or [(None, activity.side)]
        cells.add(keys, activity, [each.weight for each in found])
    aims: list[str | None] = [aim.id for aim in grounds.plan.aims_in_order]
    rows = [_side_row(cells, each) for each in aims]
    without = _side_row(cells, None)
    return tuple(rows if all(each.is_empty for each in without.cells.values()) else [*rows, without])


def area_coverage(grounds: Grounds) -> tuple[SideRow, ...]:
    """Return every business area by side, through the aims that belong to it."""
    cells, plan = _Cells(grounds), grounds.plan
    areas = {aim.id: aim.business_area for aim in plan.aims.values()}
    given = plan.contributions.by("activity_id")
    for activity in grounds.activities:
        weights: dict[BusinessArea, int] = {}
        for each in given.get(activity.id, ()):
            area = areas[each.aim_id]
            if area is not None:
                weights[area] = weights.get(area, 0) + each.weight
        if weights:
            in_order = sorted(weights, key=_AREAS.__getitem__)
            keys = [(area, activity.side) for area in in_order]
            cells.add(keys, activity, [weights[area] for area in in_order])
    return tuple(_side_row(cells, area) for area in BusinessArea)


_AREAS = {area: place for place, area in enumerate(BusinessArea)}


def audience_coverage(grounds: Grounds) -> AudienceMap:
    """Return the audiences in their order by the kinds of activities that the plan has."""
    cells, kinds = _Cells(grounds), set[Kind]()
    names_none = False
    for activity in grounds.activities:
        kinds.add(activity.kind)
        names_none = names_none or not activity.audience_ids
        cells.add([(each, activity.kind) for each in activity.audience_ids or (None,)], activity)
    in_order = tuple(kind for kind in Kind if kind in kinds)
    ids: list[str | None] = [audience.id for audience in grounds.plan.audiences_in_order]
    if names_none:
        ids.append(None)
    rows = (AudienceRow(each, {kind: cells.cell((each, kind)) for kind in in_order}) for each in ids)
    return AudienceMap(in_order, tuple(rows))


def _side_row(cells: _Cells, key: str | BusinessArea | None) -> SideRow:
    return SideRow(key, {side: cells.cell((key, side)) for side in Side})


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
