"""Where bridges leave and arrive, in days and bars.

A bridge is drawn within one lane where both activities show in one, be it as a ghost: the source's own lane
before the target's own before any other; only else from own lane to own lane.

It hands over on one day. Patterns that carry something on after the source hand over at its end; all others
as soon as both have started. It leaves the source on that day or as near to it as the source's flights
reach, and arrives likewise, so that ends that follow one another are joined end to start, and ends that
overlap straight across.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate, compress
from operator import is_not
from typing import TypeAlias

from campaignplanner.domain.activity import Side
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.table import Table
from campaignplanner.planning.timeline_parts import Bar, BridgeGroup, BridgePath

_HANDED_OVER_AT_THE_END = Pattern.CARRIES_ON_AS, Pattern.IS_TALKED_ABOUT_IN


BarsByLane: TypeAlias = Mapping[int, Sequence[Bar]]
"""The bars of an activity in each lane that it serves, by their days."""


_End: TypeAlias = tuple[Bar, date, bool]
"""A bar, the day at which a bridge ends there, and whether it ends where that day does."""


_Drawn: TypeAlias = tuple[int, int, date, str, Bar, bool, Bar, date, bool, int | None]
"""How a bridge is drawn, before it has a number; sorts as bridges are read.

The lane it is read in, halfway between its days, the day it leaves, the bridge, the bar it leaves, whether
at its end, the bar it reaches, on which day, whether at its end, the waterline it crosses. A plain tuple,
because a thousand of them are made and sorted whenever a large plan is opened.
"""


class PathFinder:
    """Finds the paths of bridges in one state of a plan after another; keeps what did not change."""

    def __init__(self) -> None:
        self._bridges: Table[Bridge] = Table()
        self._open: set[str] = set()
        self._drawn: dict[str, _Drawn] = {}
        self._order: list[_Drawn] = []
        self._numbered: tuple[tuple[_Drawn, ...], tuple[BridgePath, ...]] = ((), ())
        self._groups: dict[tuple[int, int], BridgeGroup] = {}

    def between(
        self, plan: Plan, bars: Mapping[str, BarsByLane], changed: Collection[str]
    ) -> tuple[tuple[BridgePath, ...], tuple[BridgeGroup, ...], tuple[str, ...]]:
        """Return the bridges between dated activities, numbered and in groups, and the open ones.

        Args:
            plan: whose bridges.
            bars: the bars of each bridged and dated activity, lane by lane, each lane's by their days.
            changed: the activities whose bars are others than when they were last asked about.
        """
        again = self._to_draw(plan, changed)
        if len(again) >= len(plan.bridges):
            self._draw_all(plan.bridges, bars)
        else:
            for bridge_id in again:
                self._draw(bridge_id, plan.bridges.get(bridge_id), bars)
        self._bridges = plan.bridges
        paths = self._number()
        groups = tuple([self._groups[lanes] for lanes in sorted(self._groups)])
        return paths, groups, tuple(sorted(self._open))

    def _to_draw(self, plan: Plan, changed: Collection[str]) -> set[str]:
        """Return the bridges that may be drawn otherwise now."""
        if not self._bridges:
            return set(plan.bridges)
        again: set[str] = set()
        for pair in plan.bridges.changes_since(self._bridges):
            again.update(bridge.id for bridge in pair if bridge is not None)
        if len(again) >= len(plan.bridges):
            return again
        leaving, reaching = plan.bridges.by("source_id"), plan.bridges.by("target_id")
        for activity_id in changed:
            again.update(bridge.id for bridge in leaving.get(activity_id, ()))
            again.update(bridge.id for bridge in reaching.get(activity_id, ()))
        return again

    def _draw_all(self, bridges: Table[Bridge], bars: Mapping[str, BarsByLane]) -> None:
        self._drawn, self._open = {}, set()
        for bridge in bridges.records:
            source, target = bars.get(bridge.source_id), bars.get(bridge.target_id)
            if source is None or target is None:
                self._open.add(bridge.id)
            else:
                self._drawn[bridge.id] = _drawn(bridge, source, target)
        self._order = sorted(self._drawn.values())

    def _draw(self, bridge_id: str, bridge: Bridge | None, bars: Mapping[str, BarsByLane]) -> None:
        before, now = self._drawn.get(bridge_id), None
        self._open.discard(bridge_id)
        if bridge is not None:
            source, target = bars.get(bridge.source_id), bars.get(bridge.target_id)
            if source is None or target is None:
                self._open.add(bridge_id)
            else:
                now = _drawn(bridge, source, target)
        if before == now:
            return
        if before is not None:
            del self._drawn[bridge_id]
            del self._order[bisect_left(self._order, before)]
        if now is not None:
            self._drawn[bridge_id] = now
            insort(self._order, now)

    def _number(self) -> tuple[BridgePath, ...]:
        """Number the bridges in reading order: anew from the first that differs to the last one."""
        (drawn, paths), order = self._numbered, tuple(self._order)
        same = _same_at_start(drawn, order)
        rest = _same_at_start(drawn[same:][::-1], order[same:][::-1]) if len(drawn) == len(order) else 0
        stop, stop_now = len(drawn) - rest, len(order) - rest
        anew = tuple([_numbered(number, order[number - 1]) for number in range(same + 1, stop_now + 1)])
        gone, paths = paths[same:stop], paths[:same] + anew + paths[stop:]
        self._numbered = order, paths
        self._group_again({path.lanes for path in (*gone, *anew)}, paths)
        return paths

    def _group_again(self, lanes: Container[tuple[int, int]], paths: Iterable[BridgePath]) -> None:
        """Sort the bridges between some lanes for looking them up by days."""
        found: dict[tuple[int, int], list[BridgePath]] = {}
        for path in paths:
            joined = path.lanes
            if joined in lanes:
                found.setdefault(joined, []).append(path)
        self._groups = {key: group for key, group in self._groups.items() if key not in lanes}
        self._groups.update({key: _group(key, members) for key, members in found.items()})


def _same_at_start(before: Sequence[_Drawn], now: Sequence[_Drawn]) -> int:
    """How many are the very same at the start of both."""
    least = min(len(before), len(now))
    return next(compress(range(least), map(is_not, before, now)), least)


def _numbered(number: int, drawn: _Drawn) -> BridgePath:
    _, _, day, bridge_id, source, at_end, target, arrival, at_end_there, waterline = drawn
    return BridgePath(number, bridge_id, source, target, day, at_end, arrival, at_end_there, waterline)


def _drawn(bridge: Bridge, source_bars: BarsByLane, target_bars: BarsByLane) -> _Drawn:
    source_lane, target_lane = _lanes(source_bars, target_bars)
    departure, arrival = _ends(bridge, source_bars[source_lane], target_bars[target_lane])
    source, day, _ = departure
    waterline = _waterline(source, arrival[0])
    read_in = min(source_lane, target_lane) if waterline is None else waterline
    halfway = day.toordinal() + arrival[1].toordinal()
    return read_in, halfway, day, bridge.id, source, departure[2], *arrival, waterline


def _lanes(source: BarsByLane, target: BarsByLane) -> tuple[int, int]:
    if len(source) == 1 == len(target):
        return next(iter(source)), next(iter(target))
    source_own, target_own = _own_lane(source), _own_lane(target)
    common = source.keys() & target.keys()
    if not common:
        return source_own, target_own
    lane = next((own for own in (source_own, target_own) if own in common), min(common))
    return lane, lane


def _own_lane(bars: BarsByLane) -> int:
    return next(lane for lane, found in bars.items() if not found[0].ghost)


def _ends(bridge: Bridge, source_bars: Sequence[Bar], target_bars: Sequence[Bar]) -> tuple[_End, _End]:
    if bridge.pattern in _HANDED_OVER_AT_THE_END:
        departure = _end_of(_last_of(source_bars))
        return departure, _arrival_after(departure[1], target_bars)
    day = max(source_bars[0].first_day, target_bars[0].first_day)
    return _departure_by(day, source_bars), _arrival_from(day, target_bars)


def _last_of(bars: Sequence[Bar]) -> Bar:
    return bars[0] if len(bars) == 1 else max(bars, key=_last_day_of)


def _last_day_of(bar: Bar) -> date:
    return bar.last_day


def _arrival_after(day: date, bars: Sequence[Bar]) -> _End:
    """Arrive where a day ends in the bar that runs on then, else where the next starts or the last ends."""
    for bar in bars:
        if bar.last_day > day:
            return (bar, day, True) if bar.first_day <= day else (bar, bar.first_day, False)
    return _end_of(_last_of(bars))


def _arrival_from(day: date, bars: Sequence[Bar]) -> _End:
    """Arrive where a day starts in the bar that runs then, else where the next starts or the last ends."""
    for bar in bars:
        if bar.last_day >= day:
            return bar, max(day, bar.first_day), False
    return _end_of(_last_of(bars))


def _departure_by(day: date, bars: Sequence[Bar]) -> _End:
    """Leave where a day starts in the bar that runs then, else where the last one before has ended.

    The first of the bars has started by then.
    """
    bar = bars[0] if len(bars) == 1 else _last_of([bar for bar in bars if bar.first_day <= day])
    return (bar, day, False) if bar.last_day >= day else _end_of(bar)


def _end_of(bar: Bar) -> _End:
    return bar, bar.last_day, True


def _waterline(source: Bar, target: Bar) -> int | None:
    if source.side is target.side:
        return None
    if source.lane == target.lane:
        return source.lane
    upper = source if source.lane < target.lane else target
    # From below one waterline to above the next, a bridge passes between the two and crosses neither.
    return upper.lane if upper.side is Side.ONLINE else None


def _group(lanes: tuple[int, int], paths: list[BridgePath]) -> BridgeGroup:
    in_order = sorted(paths, key=_earlier_day)
    latest = accumulate((max(path.source_day, path.target_day) for path in in_order), max)
    return BridgeGroup(
        lanes=lanes,
        paths=tuple(in_order),
        first_days=tuple(_earlier_day(path) for path in in_order),
        latest_days=tuple(latest),
    )


def _earlier_day(path: BridgePath) -> date:
    return min(path.source_day, path.target_day)


def paths_between(
    plan: Plan, bars: Mapping[str, BarsByLane]
) -> tuple[tuple[BridgePath, ...], tuple[str, ...]]:
    """Return the paths of bridges and the open ones once; see ``PathFinder.between``."""
    paths, _, open_ids = PathFinder().between(plan, bars, ())
    return paths, open_ids
