"""Which bar lies on which track of which lane.

``timeline_lanes`` says in which lanes an activity lies, its own one first; in the others it shows as a ghost.
``timeline_tracks`` deals out the two sides of a lane to tracks.

``arrange`` does it once. An ``Arranger`` does it for one state of a plan after another and looks again only
at what changed: lanes without a change keep their tracks, and so do tracks without a change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from campaignplanner.collecting import collecting_later
from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.table import Table
from campaignplanner.planning.timeline_ends import BridgeEnds, SidesOfLanes
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey, Sorter, Value, sorter_of
from campaignplanner.planning.timeline_parts import Arrangement, Bar, Lane, Run, TrayItem
from campaignplanner.planning.timeline_paths import PathFinder
from campaignplanner.planning.timeline_tracks import SideOfLane, as_ghost, runs_of

_PATCHED_AT_MOST = 500
"""Beyond this many changed activities, all are looked at anew: that is sooner done."""


def arrange(
    plan: Plan,
    grouping: Grouping = Grouping.AIM,
    kept: frozenset[str] | None = None,
    besides: Collection[LaneKey] = (),
) -> Arrangement:
    """Sort a plan into lanes, tracks and bridges, by dates only; see ``Arranger.arrange``."""
    return Arranger().arrange(plan, grouping, kept, besides)


class _Lying(NamedTuple):
    """Where an activity lies: its side, its lanes with its own first, its runs as they are in its own."""

    side: Side
    values: tuple[Value, ...]
    runs: tuple[Run, ...]


class _Look(NamedTuple):
    """A look at one state of a plan."""

    plan: Plan
    sorter: Sorter
    kept: frozenset[str] | None

    def is_undated(self, activity_id: str) -> bool:
        """Whether an activity is there and shown, but has no dates."""
        is_kept = self.kept is None or activity_id in self.kept
        return (
            is_kept
            and activity_id in self.plan.activities
            and activity_id not in self.plan.flights.by("activity_id")
        )

    def lying(self, activity_id: str) -> _Lying | None:
        """Return where an activity lies; None for one that is not there, undated or not shown."""
        activity = self.plan.activities.get(activity_id)
        flights = self.plan.flights.by("activity_id").get(activity_id)
        is_kept = self.kept is None or activity_id in self.kept
        if activity is None or flights is None or not is_kept:
            return None
        runs = runs_of(activity_id, activity.title, flights)
        return _Lying(activity.side, self.sorter.values_of(activity), runs)


class Arranger:
    """Arranges one state of a plan after another."""

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._kept: frozenset[str] | None = None
        self._sorter: Sorter | None = None
        self._sides: dict[Side, dict[Value, SideOfLane]] = {side: {} for side in Side}
        self._lanes: dict[Value, Lane] = {}
        self._undated: set[str] = set()
        self._tray: tuple[list[Value], tuple[TrayItem, ...]] | None = None
        self._bridged: tuple[Table[Bridge] | None, frozenset[str]] = (None, frozenset())
        self._ends = BridgeEnds()
        self._paths = PathFinder()

    @collecting_later()
    def arrange(
        self,
        plan: Plan,
        grouping: Grouping = Grouping.AIM,
        kept: frozenset[str] | None = None,
        besides: Collection[LaneKey] = (),
    ) -> Arrangement:
        """Sort a plan into lanes, tracks and bridges, by dates only.

        Args:
            plan: what to arrange.
            grouping: by what to make lanes.
            kept: the activities that are shown, and only lanes with one of them; None shows all. Bridges
                to what is not shown are not there.
            besides: lanes that are there even where nothing lies in them.
        """
        sorter = sorter_of(plan, grouping)
        changed = self._changed(plan, sorter, kept)
        if changed is None:
            self._lie_down(plan, sorter, kept)
        else:
            self._turn(_Look(plan, sorter, kept), changed)
        self._plan, self._kept, self._sorter = plan, kept, sorter
        values = self._values_in_order(sorter, kept, besides)
        self._lanes = {value: self._lane(index, grouping, value) for index, value in enumerate(values)}
        lanes = tuple(self._lanes.values())
        moved = self._ends.take(self._bridged_bars(plan, lanes))
        paths, groups, open_bridge_ids = self._paths.between(plan, self._ends.bars, moved)
        return Arrangement(
            lanes=lanes,
            bridges=paths,
            bridge_groups=groups,
            open_bridge_ids=_between_kept(plan, open_bridge_ids, kept),
            tray=self._tray_now(plan, sorter, values),
            span=_span(lanes),
            grouping=grouping,
            hidden=0 if kept is None else len(plan.activities) - len(kept),
        )

    def bars_of(self, activity_id: str) -> list[Bar]:
        """Return the bars of a bridged activity in what was arranged last; none of one without dates."""
        return [bar for bars in self._ends.bars.get(activity_id, {}).values() for bar in bars]

    # -- where activities lie ------------------------------------------------------------------------

    def _changed(self, plan: Plan, sorter: Sorter, kept: frozenset[str] | None) -> set[str] | None:
        """Return the activities that may lie elsewhere now; None where all are to be looked at."""
        before = self._plan
        if before is None or self._sorter is None or not sorter.agrees_with(self._sorter):
            return None
        changed: set[str] = set()
        for activities in plan.activities.changes_since(before.activities):
            changed.update(each.id for each in activities if each is not None)
        for flights in plan.flights.changes_since(before.flights):
            changed.update(each.activity_id for each in flights if each is not None)
        for contributions in plan.contributions.changes_since(before.contributions):
            changed.update(each.activity_id for each in contributions if each is not None)
        if kept != self._kept:
            everything = frozenset(plan.activities) | frozenset(before.activities)
            changed |= (everything if kept is None else kept) ^ (
                everything if self._kept is None else self._kept
            )
        return changed if len(changed) <= _PATCHED_AT_MOST else None

    def _lie_down(self, plan: Plan, sorter: Sorter, kept: frozenset[str] | None) -> None:
        """Looks at every activity."""
        self._sides, self._lanes = {side: {} for side in Side}, {}
        self._undated, self._tray = set(), None
        values_of, dated = sorter.values_of, plan.flights.by("activity_id")
        lists: dict[Side, defaultdict[Value, list[Run]]] = {side: defaultdict(list) for side in Side}
        is_online, online, offline = Side.ONLINE, lists[Side.ONLINE], lists[Side.OFFLINE]
        # In the order of the plan: so its records are read as they lie in memory.
        for activity in plan.activities.records:
            activity_id = activity.id
            if kept is not None and activity_id not in kept:
                continue
            flights = dated.get(activity_id)
            if flights is None:
                self._undated.add(activity_id)
                continue
            values = values_of(activity)
            by_value = online if activity.side is is_online else offline
            if len(flights) == len(values) == 1:  # so it is with most, and there may be ten thousand
                first, last = flights[0].first_day.toordinal(), flights[0].last_day.toordinal()
                by_value[values[0]].append((first, -last, activity.title, activity_id, 0, False, flights))
                continue
            runs = runs_of(activity_id, activity.title, flights)
            by_value[values[0]] += runs
            for value in values[1:]:
                by_value[value] += map(as_ghost, runs)
        for side, found in lists.items():
            self._sides[side] = {value: SideOfLane(side, runs) for value, runs in found.items()}

    def _turn(self, now: _Look, changed: Iterable[str]) -> None:
        """Looks again at some activities."""
        if self._plan is None or self._sorter is None:
            return
        then = _Look(self._plan, self._sorter, self._kept)
        for activity_id in changed:
            if activity_id in self._undated:
                self._undated.discard(activity_id)
                self._tray = None
            if now.is_undated(activity_id):
                self._undated.add(activity_id)
                self._tray = None
            before, after = then.lying(activity_id), now.lying(activity_id)
            if before == after:
                continue
            if before is not None:
                for value, run in _lane_by_lane(before):
                    self._side(value, before.side).remove(run)
            if after is not None:
                for value, run in _lane_by_lane(after):
                    self._side(value, after.side).insert(run)

    def _side(self, value: Value, side: Side) -> SideOfLane:
        found = self._sides[side].get(value)
        if found is None:
            found = self._sides[side][value] = SideOfLane(side, [])
        return found

    def _bridged_bars(self, plan: Plan, lanes: Iterable[Lane]) -> SidesOfLanes:
        """Return the bars of all bridged activities on each side of each lane."""
        if self._bridged[0] is not plan.bridges:
            self._bridged = plan.bridges, _bridged(plan)
        return {
            (lane.index, side): self._side(lane.key.value, side).bars_of(self._bridged[1])
            for lane in lanes
            for side in Side
        }

    def _tray_now(self, plan: Plan, sorter: Sorter, values: list[Value]) -> tuple[TrayItem, ...]:
        """Return the tray; that of before where none of what lies in it changed."""
        if self._tray is None or self._tray[0] != values:
            self._tray = values, _tray([plan.activities[each] for each in self._undated], sorter, values)
        return self._tray[1]

    # -- lanes ---------------------------------------------------------------------------------------

    def _values_in_order(
        self, sorter: Sorter, kept: frozenset[str] | None, besides: Collection[LaneKey]
    ) -> list[Value]:
        used = [
            (value, side)
            for side, by_value in self._sides.items()
            for value, found in by_value.items()
            if found.has_runs
        ]
        used += [(key.value, Side.OFFLINE) for key in besides]
        present = {value for value, _ in used}
        values = [value for value in sorter.in_order(used) if kept is None or value in present]
        return [*values, None] if None in present else values

    def _lane(self, index: int, grouping: Grouping, value: Value) -> Lane:
        online = self._side(value, Side.ONLINE).tracks(index)
        offline = self._side(value, Side.OFFLINE).tracks(index)
        before = self._lanes.get(value)
        if before is None or (before.index, before.key.grouping) != (index, grouping):
            return Lane(index, LaneKey(grouping, value), online, offline)
        is_same = before.online is online and before.offline is offline
        return before if is_same else Lane(index, before.key, online, offline)


def _lane_by_lane(lying: _Lying) -> Iterator[tuple[Value, Run]]:
    own, *others = lying.values
    for run in lying.runs:
        yield own, run
        for value in others:
            yield value, as_ghost(run)


def _span(lanes: Iterable[Lane]) -> Span | None:
    days = [track.days for lane in lanes for side in Side for track in lane.tracks(side)]
    if not days:
        return None
    return Span(min([first for first, _ in days]), max([last for _, last in days]))


# -- bridges and tray ------------------------------------------------------------------------------------


def _bridged(plan: Plan) -> frozenset[str]:
    bridges = plan.bridges.records
    return frozenset([each.source_id for each in bridges] + [each.target_id for each in bridges])


def _between_kept(plan: Plan, bridge_ids: tuple[str, ...], kept: frozenset[str] | None) -> tuple[str, ...]:
    if kept is None:
        return bridge_ids
    bridges = (plan.bridges[bridge_id] for bridge_id in bridge_ids)
    return tuple(each.id for each in bridges if each.source_id in kept and each.target_id in kept)


def _tray(undated: Iterable[Activity], sorter: Sorter, values: Iterable[Value]) -> tuple[TrayItem, ...]:
    places = {value: place for place, value in enumerate(values)}
    waiting: list[tuple[int, bool, str, str, Side]] = []
    for activity in undated:
        place = places.get(sorter.values_of(activity)[0], len(places))
        side = activity.side
        waiting.append((place, side is Side.OFFLINE, activity.title, activity.id, side))
    waiting.sort(key=lambda each: each[:4])
    return tuple(
        TrayItem(activity_id, side, place if place < len(places) else None)
        for place, _, _, activity_id, side in waiting
    )
