"""Where bridges leave and arrive, in days and bars.

A bridge is drawn within one lane where both activities show in one, be it as a ghost: the source's own lane
before the target's own before any other; only else from own lane to own lane.

It hands over on one day. Patterns that carry something on after the source hand over at its end; all others
as soon as both have started. It leaves the source on that day or as near to it as the source's flights
reach, and arrives likewise, so that ends that follow one another are joined end to start, and ends that
overlap straight across.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from campaignplanner.domain.activity import Side
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_parts import Bar, BridgeGroup, BridgePath

_HANDED_OVER_AT_THE_END = frozenset({Pattern.CARRIES_ON_AS, Pattern.IS_TALKED_ABOUT_IN})


BarsByLane: TypeAlias = Mapping[int, Sequence[Bar]]
"""The bars of an activity in each lane that it serves, by their days."""


class _End(NamedTuple):
    bar: Bar
    day: date
    at_end: bool


def paths_between(
    plan: Plan, bars: Mapping[str, BarsByLane]
) -> tuple[tuple[BridgePath, ...], tuple[str, ...]]:
    """Return the bridges between dated activities, numbered, and the identifiers of the open ones.

    Args:
        plan: whose bridges.
        bars: the bars of each bridged and dated activity, lane by lane, each lane's by their days.
    """
    found: list[tuple[int, int, date, str, _End, _End, int | None]] = []
    open_ids: list[str] = []
    for bridge in plan.bridges.records:
        source_bars, target_bars = bars.get(bridge.source_id), bars.get(bridge.target_id)
        if source_bars is None or target_bars is None:
            open_ids.append(bridge.id)
            continue
        source_lane, target_lane = _lanes(source_bars, target_bars)
        source, target = _ends(bridge, source_bars[source_lane], target_bars[target_lane])
        waterline = _waterline(source.bar, target.bar)
        read_in = min(source_lane, target_lane) if waterline is None else waterline
        halfway = source.day.toordinal() + target.day.toordinal()
        found.append((read_in, halfway, source.day, bridge.id, source, target, waterline))
    found.sort()
    paths = tuple(
        BridgePath(number, bridge_id, source.bar, target.bar, *source[1:], *target[1:], waterline)
        for number, (_, _, _, bridge_id, source, target, waterline) in enumerate(found, start=1)
    )
    return paths, tuple(sorted(open_ids))


def _lanes(source: BarsByLane, target: BarsByLane) -> tuple[int, int]:
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
        last_bar = max(source_bars, key=_last_day_of)
        source = _End(last_bar, last_bar.last_day, at_end=True)
        return source, _arrival_after(source.day, target_bars)
    day = max(source_bars[0].first_day, target_bars[0].first_day)
    return _departure_by(day, source_bars), _arrival_from(day, target_bars)


def _last_day_of(bar: Bar) -> date:
    return bar.last_day


def _arrival_after(day: date, bars: Sequence[Bar]) -> _End:
    """Arrive where a day ends in the bar that runs on then, else where the next starts or the last ends."""
    later = [bar for bar in bars if bar.last_day > day]
    if not later:
        last_bar = max(bars, key=_last_day_of)
        return _End(last_bar, last_bar.last_day, at_end=True)
    bar = later[0]
    if bar.first_day <= day:
        return _End(bar, day, at_end=True)
    return _End(bar, bar.first_day, at_end=False)


def _arrival_from(day: date, bars: Sequence[Bar]) -> _End:
    """Arrive where a day starts in the bar that runs then, else where the next starts or the last ends."""
    later = [bar for bar in bars if bar.last_day >= day]
    if not later:
        last_bar = max(bars, key=_last_day_of)
        return _End(last_bar, last_bar.last_day, at_end=True)
    return _End(later[0], max(day, later[0].first_day), at_end=False)


def _departure_by(day: date, bars: Sequence[Bar]) -> _End:
    """Leave where a day starts in the bar that runs then, else where the last one before has ended.

    The first of the bars has started by then.
    """
    bar = max((bar for bar in bars if bar.first_day <= day), key=_last_day_of)
    if bar.last_day >= day:
        return _End(bar, day, at_end=False)
    return _End(bar, bar.last_day, at_end=True)


def _waterline(source: Bar, target: Bar) -> int | None:
    if source.side is target.side:
        return None
    if source.lane == target.lane:
        return source.lane
    upper = source if source.lane < target.lane else target
    # From below one waterline to above the next, a bridge passes between the two and crosses neither.
    return upper.lane if upper.side is Side.ONLINE else None


def grouped_paths(paths: Sequence[BridgePath]) -> tuple[BridgeGroup, ...]:
    """Sort bridges for looking them up by the lanes they join and by days."""
    by_lanes: dict[tuple[int, int], list[BridgePath]] = {}
    for path in paths:
        by_lanes.setdefault(path.lanes, []).append(path)
    return tuple(_group(lanes, by_lanes[lanes]) for lanes in sorted(by_lanes))


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
