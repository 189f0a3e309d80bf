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
from collections.abc import Iterable, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import pairwise
from operator import itemgetter
from typing import TypeAlias

from campaignplanner.domain.activity import Flight, Side
from campaignplanner.planning.timeline_parts import Bar, Hairline, Track

Run: TypeAlias = tuple[int, int, str, str, int, bool, tuple[Flight, ...]]
"""First ordinal, last ordinal negated, title, activity, number of the run, whether a ghost, its flights.

Runs sort as they are placed; the first five always tell two runs of a lane apart. Plain tuples, because
ten thousand of them are made and sorted whenever a plan is opened.
"""


_NUMBER_BITS = 24
_NUMBER_MASK = (1 << _NUMBER_BITS) - 1

_LAST_NEGATED = itemgetter(1)

_new = tuple.__new__
"""Makes a named tuple without asking whether its parts are as many as its names."""


def runs_of(activity_id: str, title: str, flights: tuple[Flight, ...]) -> tuple[Run, ...]:
    """Return the flights of an activity as few runs as possible, none of which has two on one day."""
    if len(flights) == 1:
        flight = flights[0]
        first, last = flight.first_day.toordinal(), flight.last_day.toordinal()
        return ((first, -last, title, activity_id, 0, False, flights),)
    runs: list[list[Flight]] = []
    for flight in sorted(flights, key=_flight_order):
        for dealt in runs:
            if dealt[-1].last_day < flight.first_day:
                dealt.append(flight)
                break
        else:
            runs.append([flight])
    return tuple(
        (
            dealt[0].first_day.toordinal(),
            -dealt[-1].last_day.toordinal(),
            title,
            activity_id,
            number,
            False,
            tuple(dealt),
        )
        for number, dealt in enumerate(runs)
    )


def as_ghost(run: Run) -> Run:
    """Return a run as it lies in a lane that is not the activity's own."""
    return (*run[:5], True, run[6])


def _flight_order(flight: Flight) -> tuple[date, date, str]:
    return flight.first_day, flight.last_day, flight.id


class SideOfLane:
    """The runs of one side of a lane, and its tracks, made when asked for and only those that changed.

    Args:
        side: online or offline.
        runs: in any order.
    """

    def __init__(self, side: Side, runs: list[Run]) -> None:
        self._side = side
        self._runs = sorted(runs)
        self._dealt: list[list[Run]] = []
        self._tracks: tuple[Track, ...] = ()
        self._lane = -1
        self._is_current = False
        self._days: tuple[int, int] | None = None
        self._bridged: frozenset[str] = frozenset()
        self._bars: dict[str, list[Bar]] | None = None

    @property
    def has_runs(self) -> bool:
        """Whether anything lies there."""
        return bool(self._runs)

    def insert(self, run: Run) -> None:
        """Takes one run more."""
        insort(self._runs, run)
        self._is_current, self._days = False, None

    def remove(self, run: Run) -> None:
        """Gives up a run that lies there."""
        del self._runs[bisect_left(self._runs, run)]
        self._is_current, self._days = False, None

    def tracks(self, lane: int) -> tuple[Track, ...]:
        """Return the tracks, the one next to the waterline first, with the lane's index in them."""
        if self._is_current and lane == self._lane:
            return self._tracks
        before = self._dealt if lane == self._lane else []
        dealt, tracks = _dealt(self._runs), self._tracks
        self._tracks = tuple(
            [
                tracks[index]
                if index < len(before) and before[index] == runs
                else _track(runs, self._side, lane, index)
                for index, runs in enumerate(dealt)
            ]
        )
        self._dealt, self._lane, self._is_current, self._bars = dealt, lane, True, None
        return self._tracks

    @property
    def days(self) -> tuple[int, int]:
        """The ordinals of the first and the last day on which anything lies there; something does."""
        if self._days is None:
            self._days = self._runs[0][0], -min(map(_LAST_NEGATED, self._runs))
        return self._days

    def bars_of(self, activity_ids: frozenset[str]) -> dict[str, list[Bar]]:
        """Return the bars of some activities, by their days; the tracks have been asked for before.

        It is the same object as before where they are the same activities and nothing changed here.
        """
        if self._bars is None or self._bridged is not activity_ids:
            found: dict[str, list[Bar]] = {}
            for track in self._tracks:
                for bar in track.bars:
                    if bar[1] in activity_ids:
                        found.setdefault(bar[1], []).append(bar)
            for bars in found.values():
                if len(bars) > 1:
                    bars.sort(key=_bar_order)
            self._bars, self._bridged = found, activity_ids
        return self._bars


def _bar_order(bar: Bar) -> tuple[date, date, str]:
    return bar.first_day, bar.last_day, bar.flight_id


def _dealt(runs: Iterable[Run]) -> list[list[Run]]:
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
    return [tracks[number] for number in sorted(range(len(tracks)), key=longest.__getitem__)]


def _track(runs: list[Run], side: Side, lane: int, index: int) -> Track:
    bars = tuple(
        [
            _new(Bar, (flight.id, activity_id, side, lane, index, flight.first_day, flight.last_day, ghost))
            for _, _, _, activity_id, _, ghost, flights in runs
            for flight in flights
        ]
    )
    if len(bars) == len(runs):
        return Track(side, index, bars, ())
    hairlines = [hairline for run in runs if len(run[6]) > 1 for hairline in _hairlines(run[6], run[5])]
    return Track(side, index, bars, tuple(hairlines))


def _hairlines(flights: Sequence[Flight], ghost: bool) -> Iterable[Hairline]:
    for earlier, later in pairwise(flights):
        first, last = earlier.last_day.toordinal() + 1, later.first_day.toordinal() - 1
        if first <= last:
            yield Hairline(earlier.activity_id, date.fromordinal(first), date.fromordinal(last), ghost)
