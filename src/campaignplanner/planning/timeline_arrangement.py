"""Which bar lies on which track of which lane.

An activity lies in the lane of its weightiest contribution (of equal ones, the aim that comes first) and
shows as a ghost in the other lanes that it serves. On each side of a lane tracks are filled by first fit
in the order of first days (of equal ones the longer first, then by title), so that there are never more
tracks than activities that run at once. Then the tracks are laid so that the one with the longest run
lies outermost: what runs on and on frames the lane, and what is short lies next to the waterline, where
bridges cross.

An activity takes its track from its first flight to its last, pauses included, as a hairline joins them.
Flights of one activity that overlap one another are laid on several tracks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeAlias

from campaignplanner.domain.activity import Flight, Side
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_parts import Arrangement, Bar, Hairline, Lane, Track, TrayItem
from campaignplanner.planning.timeline_paths import grouped_paths, paths_between

Served: TypeAlias = tuple[int, tuple[int, ...]]
"""The lane that is an activity's own, and all lanes that it serves."""

Run: TypeAlias = tuple[int, int, str, str, int, tuple[Flight, ...], int]
"""First ordinal, last ordinal negated, title, activity, number of the run, its flights, the own lane.

Runs sort as they are placed; the first five always tell two runs of a lane apart. Plain tuples, because
ten thousand of them are made and sorted whenever a plan changes.
"""


def arrange(plan: Plan) -> Arrangement:
    """Sort a plan into lanes, tracks and bridges, by dates only."""
    aims = plan.aims_in_order
    served = _served_lanes(plan, {aim.id: index for index, aim in enumerate(aims)})
    unaimed: Served = (len(aims), (len(aims),))
    online, offline = _runs_by_lane(plan, served, unaimed)
    aim_ids: list[str | None] = [aim.id for aim in aims]
    if online[-1] or offline[-1]:
        aim_ids.append(None)
    lanes = tuple(
        Lane(
            index,
            aim_id,
            _tracks(online[index], Side.ONLINE, index),
            _tracks(offline[index], Side.OFFLINE, index),
        )
        for index, aim_id in enumerate(aim_ids)
    )
    paths, open_bridge_ids = paths_between(plan, _bars_of(lanes, _bridged(plan)))
    return Arrangement(
        lanes=lanes,
        bridges=paths,
        bridge_groups=grouped_paths(paths),
        open_bridge_ids=open_bridge_ids,
        tray=_tray(plan, served, unaimed, len(lanes)),
        span=_span_of(lanes),
    )


def _served_lanes(plan: Plan, lane_of_aim: Mapping[str, int]) -> dict[object, Served]:
    served: dict[object, Served] = {}
    one_lane: list[Served] = [(lane, (lane,)) for lane in range(len(lane_of_aim))]
    for activity_id, contributions in plan.contributions.by("activity_id").items():
        if len(contributions) == 1:
            served[activity_id] = one_lane[lane_of_aim[contributions[0].aim_id]]
            continue
        weighed = sorted((-each.weight, lane_of_aim[each.aim_id]) for each in contributions)
        served[activity_id] = weighed[0][1], tuple({lane: None for _, lane in weighed})
    return served


def _span_of(lanes: Iterable[Lane]) -> Span | None:
    tracks = [track for lane in lanes for track in (*lane.online, *lane.offline)]
    if not tracks:
        return None
    first_day = min(track.bars[0].first_day for track in tracks)
    return Span(first_day, max(track.bars[-1].last_day for track in tracks))


# -- runs ------------------------------------------------------------------------------------------------


def _runs_by_lane(
    plan: Plan, served: Mapping[object, Served], unaimed: Served
) -> tuple[list[list[Run]], list[list[Run]]]:
    """Return the online and the offline runs of every lane, the one without an aim included."""
    online: list[list[Run]] = [[] for _ in range(unaimed[0] + 1)]
    offline: list[list[Run]] = [[] for _ in range(unaimed[0] + 1)]
    activities = {activity.id: activity for activity in plan.activities.records}
    for flights in plan.flights.by("activity_id").values():
        activity = activities[flights[0].activity_id]
        own, lanes = served.get(activity.id, unaimed)
        sides = online if activity.side is Side.ONLINE else offline
        for number, run_flights in enumerate(_runs_without_overlap(flights)):
            first, last = run_flights[0].first_day.toordinal(), run_flights[-1].last_day.toordinal()
            run = first, -last, activity.title, activity.id, number, run_flights, own
            for lane in lanes:
                sides[lane].append(run)
    return online, offline


def _runs_without_overlap(flights: tuple[Flight, ...]) -> Sequence[tuple[Flight, ...]]:
    """Deal flights into as few runs as possible, none of which has two flights on one day."""
    if len(flights) == 1:
        return (flights,)
    runs: list[list[Flight]] = []
    for flight in sorted(flights, key=_flight_order):
        for run in runs:
            if run[-1].last_day < flight.first_day:
                run.append(flight)
                break
        else:
            runs.append([flight])
    return [tuple(run) for run in runs]


def _flight_order(flight: Flight) -> tuple[date, date, str]:
    return flight.first_day, flight.last_day, flight.id


# -- tracks ----------------------------------------------------------------------------------------------


def _tracks(runs: list[Run], side: Side, lane: int) -> tuple[Track, ...]:
    runs.sort()
    return tuple(_track(dealt, side, lane, index) for index, dealt in enumerate(_dealt(runs)))


def _dealt(runs: Iterable[Run]) -> list[list[Run]]:
    """Deal sorted runs out to tracks, each to the first that is free; the longest run goes outermost."""
    tracks: list[list[Run]] = []
    longest: list[int] = []
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    for run in runs:
        first, last = run[0], -run[1]
        while busy and busy[0][0] < first:
            heappush(free, heappop(busy)[1])
        if free:
            number = heappop(free)
            tracks[number].append(run)
            longest[number] = max(longest[number], last - first)
        else:
            number = len(tracks)
            tracks.append([run])
            longest.append(last - first)
        heappush(busy, (last, number))
    return [tracks[number] for number in sorted(range(len(tracks)), key=longest.__getitem__)]


def _track(runs: Iterable[Run], side: Side, lane: int, index: int) -> Track:
    bars = tuple(
        [
            Bar(flight.id, run[3], side, lane, index, flight.first_day, flight.last_day, run[6] != lane)
            for run in runs
            for flight in run[5]
        ]
    )
    hairlines = [
        hairline for run in runs if len(run[5]) > 1 for hairline in _hairlines(run[5], run[6] != lane)
    ]
    return Track(side, index, bars, tuple(hairlines))


def _hairlines(flights: Sequence[Flight], ghost: bool) -> Iterable[Hairline]:
    for earlier, later in pairwise(flights):
        first, last = earlier.last_day.toordinal() + 1, later.first_day.toordinal() - 1
        if first <= last:
            yield Hairline(earlier.activity_id, date.fromordinal(first), date.fromordinal(last), ghost)


# -- bridges and tray ------------------------------------------------------------------------------------


def _bridged(plan: Plan) -> set[str]:
    bridges = plan.bridges.records
    return {bridge.source_id for bridge in bridges} | {bridge.target_id for bridge in bridges}


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
            bars.sort(key=_bar_order)
    return found


def _bar_order(bar: Bar) -> tuple[date, date, str]:
    return bar.first_day, bar.last_day, bar.flight_id


def _tray(
    plan: Plan, served: Mapping[object, Served], unaimed: Served, lane_count: int
) -> tuple[TrayItem, ...]:
    dated = plan.flights.by("activity_id")
    waiting: list[tuple[int, bool, str, str, Side]] = []
    for activity in plan.activities.records:
        if activity.id not in dated:
            lane, side = served.get(activity.id, unaimed)[0], activity.side
            waiting.append((lane, side is Side.OFFLINE, activity.title, activity.id, side))
    waiting.sort(key=lambda each: each[:4])
    return tuple(
        TrayItem(activity_id, side, lane if lane < lane_count else None)
        for lane, _, _, activity_id, side in waiting
    )
