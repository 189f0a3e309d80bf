"""Which bar lies on which track of which lane.

``timeline_lanes`` says in which lanes an activity lies, its own one first; in the others it shows as a ghost.
``timeline_tracks`` deals out the two sides of a lane to tracks.

``arrange`` does it once. An ``Arranger`` does it for one state of a plan after another and looks again only
at what changed: lanes without a change keep their tracks, and so do tracks without a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from campaignplanner.domain.activity import Side
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey, Sorter, Value, sorter_of
from campaignplanner.planning.timeline_parts import Arrangement, Bar, Lane, TrayItem
from campaignplanner.planning.timeline_paths import grouped_paths, paths_between
from campaignplanner.planning.timeline_tracks import Run, SideOfLane, as_ghost, runs_of

_PATCHED_AT_MOST = 500
"""Beyond this many changed activities, all are looked at anew: that is sooner done."""


def arrange(plan: Plan, grouping: Grouping = Grouping.AIM, kept: frozenset[str] | None = None) -> Arrangement:
    """Sort a plan into lanes, tracks and bridges, by dates only; see ``Arranger.arrange``."""
    return Arranger().arrange(plan, grouping, kept)


class _Lying(NamedTuple):
    """Where an activity lies: its side, its lanes with its own first, its runs as they are in its own."""

    side: Side
    values: tuple[Value, ...]
    runs: tuple[Run, ...]


class Arranger:
    """Arranges one state of a plan after another."""

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._kept: frozenset[str] | None = None
        self._sorter: Sorter | None = None
        self._lying: dict[str, _Lying] = {}
        self._sides: dict[tuple[Value, Side], SideOfLane] = {}
        self._lanes: dict[Value, Lane] = {}

    def arrange(
        self, plan: Plan, grouping: Grouping = Grouping.AIM, kept: frozenset[str] | None = None
    ) -> Arrangement:
        """Sort a plan into lanes, tracks and bridges, by dates only.

        Args:
            plan: what to arrange.
            grouping: by what to make lanes.
            kept: the activities that are shown, and only lanes with one of them; None shows all. Bridges
                to what is not shown are not there.
        """
        sorter = sorter_of(plan, grouping)
        changed = self._changed(plan, sorter, kept)
        if changed is None:
            self._lie_down(plan, sorter, kept)
        else:
            self._turn(plan, sorter, kept, changed)
        self._plan, self._kept, self._sorter = plan, kept, sorter
        values = self._values_in_order(sorter, kept)
        self._lanes = {value: self._lane(index, grouping, value) for index, value in enumerate(values)}
        lanes = tuple(self._lanes.values())
        paths, open_bridge_ids = paths_between(plan, _bars_of(lanes, _bridged(plan)))
        if kept is not None:
            open_bridge_ids = _between_kept(plan, open_bridge_ids, kept)
        return Arrangement(
            lanes=lanes,
            bridges=paths,
            bridge_groups=grouped_paths(paths),
            open_bridge_ids=open_bridge_ids,
            tray=_tray(plan, sorter, values, kept),
            span=_span_of(lanes),
            grouping=grouping,
            hidden=0 if kept is None else len(plan.activities) - len(kept),
        )

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
        self._lying, self._sides, self._lanes = {}, {}, {}
        activities, values_of = plan.activities, sorter.values_of
        known = {activity.id: activity for activity in activities.records}
        for flights in plan.flights.by("activity_id").values():
            activity = known[flights[0].activity_id]
            if kept is not None and activity.id not in kept:
                continue
            runs = runs_of(activity.id, activity.title, flights)
            lying = self._lying[activity.id] = _Lying(activity.side, values_of(activity), runs)
            for value in lying.values:
                side = self._side(value, activity.side)
                for run in runs:
                    side.add(run if value == lying.values[0] else as_ghost(run))

    def _turn(self, plan: Plan, sorter: Sorter, kept: frozenset[str] | None, changed: Iterable[str]) -> None:
        """Looks again at some activities."""
        flights = plan.flights.by("activity_id")
        for activity_id in changed:
            before, after = self._lying.pop(activity_id, None), None
            activity = plan.activities.get(activity_id)
            if activity is not None and activity_id in flights and (kept is None or activity_id in kept):
                runs = runs_of(activity_id, activity.title, flights[activity_id])
                after = self._lying[activity_id] = _Lying(activity.side, sorter.values_of(activity), runs)
            if before == after:
                continue
            if before is not None:
                for value, run in _lane_by_lane(before):
                    self._side(value, before.side).remove(run)
            if after is not None:
                for value, run in _lane_by_lane(after):
                    self._side(value, after.side).insert(run)

    def _side(self, value: Value, side: Side) -> SideOfLane:
        found = self._sides.get((value, side))
        if found is None:
            found = self._sides[value, side] = SideOfLane(side)
        return found

    # -- lanes ---------------------------------------------------------------------------------------

    def _values_in_order(self, sorter: Sorter, kept: frozenset[str] | None) -> list[Value]:
        used = [place for place, side in self._sides.items() if side.has_runs]
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


def _span_of(lanes: Iterable[Lane]) -> Span | None:
    tracks = [track for lane in lanes for track in (*lane.online, *lane.offline)]
    if not tracks:
        return None
    first_day = min(track.bars[0].first_day for track in tracks)
    return Span(first_day, max(track.bars[-1].last_day for track in tracks))


# -- bridges and tray ------------------------------------------------------------------------------------


def _bridged(plan: Plan) -> set[str]:
    bridges = plan.bridges.records
    return {bridge.source_id for bridge in bridges} | {bridge.target_id for bridge in bridges}


def _between_kept(plan: Plan, bridge_ids: Iterable[str], kept: frozenset[str]) -> tuple[str, ...]:
    bridges = (plan.bridges[bridge_id] for bridge_id in bridge_ids)
    return tuple(each.id for each in bridges if each.source_id in kept and each.target_id in kept)


def _bars_of(lanes: Iterable[Lane], activity_ids: set[str]) -> dict[str, dict[int, list[Bar]]]:
    """Return the bars of some activities in each lane, by their days."""
    found: dict[str, dict[int, list[Bar]]] = {}
    for lane in lanes:
        for track in (*lane.online, *lane.offline):
            for bar in track.bars:
                if bar.activity_id in activity_ids:
                    found.setdefault(bar.activity_id, {}).setdefault(bar.lane, []).append(bar)
    for by_lane in found.values():
        for bars in by_lane.values():
            if len(bars) > 1:
                bars.sort(key=_bar_order)
    return found


def _bar_order(bar: Bar) -> tuple[date, date, str]:
    return bar.first_day, bar.last_day, bar.flight_id


def _tray(
    plan: Plan, sorter: Sorter, values: Iterable[Value], kept: frozenset[str] | None
) -> tuple[TrayItem, ...]:
    dated = plan.flights.by("activity_id")
    places = {value: place for place, value in enumerate(values)}
    waiting: list[tuple[int, bool, str, str, Side]] = []
    for activity in plan.activities.records:
        if activity.id not in dated and (kept is None or activity.id in kept):
            place = places.get(sorter.values_of(activity)[0], len(places))
            side = activity.side
            waiting.append((place, side is Side.OFFLINE, activity.title, activity.id, side))
    waiting.sort(key=lambda each: each[:4])
    return tuple(
        TrayItem(activity_id, side, place if place < len(places) else None)
        for place, _, _, activity_id, side in waiting
    )
