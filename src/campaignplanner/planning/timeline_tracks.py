"""How the runs of one side of a lane are dealt out to tracks.

Tracks are filled by first fit in the order of first days (of equal ones the longer first, then by title), so
that there are never more tracks than activities that run at once. Then the tracks are laid so that the one
with the longest run lies outermost: what runs on and on frames the lane, and what is short lies next to the
waterline, where bridges cross.

An activity takes its track from its first flight to its last, pauses included, as a hairline joins them.
Flights of one activity that overlap one another are laid on several tracks.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import date
from heapq import heappop, heappush

from campaignplanner.domain.activity import Flight, Side
from campaignplanner.planning.timeline_parts import Bar, Run, Track

_NUMBER_BITS = 24
_NUMBER_MASK = (1 << _NUMBER_BITS) - 1


def runs_of(activity_id: str, title: str, flights: tuple[Flight, ...]) -> tuple[Run, ...]:
    """Return the flights of an activity as few runs as possible, none of which has two on one day."""
    if len(flights) == 1:
        first, last = flights[0].first_day.toordinal(), flights[0].last_day.toordinal()
        return ((first, -last, title, activity_id, 0, False, flights),)
    runs: list[list[Flight]] = []
    for flight in sorted(flights, key=_flight_order):
        for dealt in runs:
            if dealt[-1].last_day < flight.first_day:
                dealt.append(flight)
                break
        else:
            runs.append([flight])
    return tuple([_run(activity_id, title, tuple(dealt), number) for number, dealt in enumerate(runs)])


def _run(activity_id: str, title: str, flights: tuple[Flight, ...], number: int = 0) -> Run:
    first, last = flights[0].first_day.toordinal(), flights[-1].last_day.toordinal()
    return first, -last, title, activity_id, number, False, flights


def as_ghost(run: Run) -> Run:
    """Return a run as it lies in a lane that is not the activity's own."""
    return (*run[:5], True, run[6])


def _flight_order(flight: Flight) -> tuple[date, date, str]:
    return flight.first_day, flight.last_day, flight.id


class SideOfLane:
    """The runs of one side of a lane, and its tracks, made when asked for and only those that changed.

    Args:
        side: online or offline.
        runs: in any order; the list is taken over.
    """

    def __init__(self, side: Side, runs: list[Run]) -> None:
        self._side = side
        runs.sort()
        self._runs = runs
        # At once, while the processor has them at hand: of many runs that takes half as long as later.
        self._dealt: list[tuple[Run, ...]] | None = _dealt(runs)
        self._tracks: tuple[Track, ...] = ()
        self._bridged: frozenset[str] = frozenset()
        self._bridged_on: list[tuple[Track, list[Bar]]] = []
        self._bars: dict[str, list[Bar]] | None = None

    @property
    def has_runs(self) -> bool:
        """Whether anything lies there."""
        return bool(self._runs)

    def insert(self, run: Run) -> None:
        """Takes one run more."""
        insort(self._runs, run)
        self._dealt = None

    def remove(self, run: Run) -> None:
        """Gives up a run that lies there."""
        del self._runs[bisect_left(self._runs, run)]
        self._dealt = None

    def tracks(self, lane: int) -> tuple[Track, ...]:
        """Return the tracks, the one next to the waterline first, with the lane's index in them."""
        before = self._tracks if self._tracks and self._tracks[0].lane == lane else ()
        if self._dealt is not None and (before or not self._dealt):
            return before
        dealt = _dealt(self._runs) if self._dealt is None else self._dealt
        self._dealt, self._bars = dealt, None
        self._tracks = tuple(
            [
                before[index]
                if index < len(before) and before[index].runs == runs
                else Track(self._side, lane, index, runs)
                for index, runs in enumerate(dealt)
            ]
        )
        return self._tracks

    def bars_of(self, activity_ids: frozenset[str]) -> dict[str, list[Bar]]:
        """Return the bars of some activities, by their days; the tracks have been asked for before.

        It is the same object as before where they are the same activities and nothing changed here.
        """
        if self._bridged is not activity_ids:
            self._bars, self._bridged, self._bridged_on = None, activity_ids, []
        if self._bars is None:
            known = {id(track): bars for track, bars in self._bridged_on}
            self._bridged_on = [
                (track, known.get(id(track)) or track.bars_of(activity_ids)) for track in self._tracks
            ]
            self._bars = {}
            for _, bars in self._bridged_on:
                for bar in bars:
                    self._bars.setdefault(bar[1], []).append(bar)
            for bars in self._bars.values():
                if len(bars) > 1:
                    bars.sort(key=_bar_order)
        return self._bars


def _bar_order(bar: Bar) -> tuple[date, date, str]:
    return bar.first_day, bar.last_day, bar.flight_id


def _dealt(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """Deal sorted runs out to tracks, each to the first that is free; the longest run goes outermost."""
    tracks: list[list[Run]] = []
    longest: list[int] = []
    free: list[int] = []
    busy: list[int] = []  # the last ordinal and the number of a track in one, for they are compared a lot
    for run in runs:
        first, last = run[0], -run[1]
        ended = first << _NUMBER_BITS
        while busy and busy[0] < ended:
            heappush(free, heappop(busy) & _NUMBER_MASK)
        if free:
            number = heappop(free)
            tracks[number].append(run)
            if last - first > longest[number]:
                longest[number] = last - first
        else:
            number = len(tracks)
            tracks.append([run])
            longest.append(last - first)
        heappush(busy, last << _NUMBER_BITS | number)
    return [tuple(tracks[number]) for number in sorted(range(len(tracks)), key=longest.__getitem__)]
