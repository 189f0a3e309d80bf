"""The parts of a timeline before it has any height: bars on tracks in lanes, and the bridges between them.

What these are made of depends on dates only, never on zoom, fonts or the size of a page.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from campaignplanner.domain.activity import Flight, Side
from campaignplanner.domain.days import Span
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey


class Bar(NamedTuple):
    """One flight of an activity in one lane.

    Attributes:
        flight_id: the flight.
        activity_id: its activity.
        side: above the waterline when online, below when offline.
        lane: index of the lane.
        track: counted from the waterline outwards, from 0.
        first_day: the first day of the flight.
        last_day: its last day, included.
        ghost: whether the activity's own lane is another one, so that this only points there.
    """

    flight_id: str
    activity_id: str
    side: Side
    lane: int
    track: int
    first_day: date
    last_day: date
    ghost: bool


class Hairline(NamedTuple):
    """What joins two flights of an activity on a track, over the days between them (at least one).

    Attributes:
        activity_id: the activity whose flights are joined.
        first_day: the day after the earlier flight.
        last_day: the day before the later flight.
        ghost: as with the bars that it joins.
    """

    activity_id: str
    first_day: date
    last_day: date
    ghost: bool


Run: TypeAlias = tuple[int, int, str, str, int, bool, tuple[Flight, ...]]
"""First ordinal, last ordinal negated, title, activity, number of the run, whether a ghost, its flights.

Runs sort as they are placed; the first five always tell two runs of a lane apart. Plain tuples, because
ten thousand of them are made and sorted whenever a plan is opened.
"""

_new = tuple.__new__
"""Makes a named tuple without asking whether its parts are as many as its names."""


@dataclass(frozen=True)
class Track:
    """One line of bars: bars and hairlines by their days; none shares a day with another.

    They are made when first asked for: of a large plan a few tracks are in view at a time.

    Attributes:
        side: above or below the waterline.
        lane: index of the lane.
        index: counted from the waterline outwards, from 0.
        runs: what lies on it, by days.
    """

    side: Side
    lane: int
    index: int
    runs: tuple[Run, ...]

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """A bar for each flight, by their days."""
        return tuple(self._bars(self.runs))

    @cached_property
    def hairlines(self) -> tuple[Hairline, ...]:
        """What joins the flights of a run, by their days."""
        return tuple([line for run in self.runs if len(run[6]) > 1 for line in _hairlines(run[6], run[5])])

    @cached_property
    def days(self) -> tuple[date, date]:
        """The first and the last day on which anything lies there."""
        return self.runs[0][6][0].first_day, self.runs[-1][6][-1].last_day

    def bars_of(self, activity_ids: Container[str]) -> list[Bar]:
        """Return the bars of some activities, by their days, without making all of them."""
        return self._bars([run for run in self.runs if run[3] in activity_ids])

    def _bars(self, runs: Iterable[Run]) -> list[Bar]:
        side, lane, index = self.side, self.lane, self.index
        return [
            _new(Bar, (each.id, run[3], side, lane, index, each.first_day, each.last_day, run[5]))
            for run in runs
            for each in run[6]
        ]


def _hairlines(flights: Sequence[Flight], ghost: bool) -> Iterable[Hairline]:
    for earlier, later in pairwise(flights):
        first, last = earlier.last_day.toordinal() + 1, later.first_day.toordinal() - 1
        if first <= last:
            yield Hairline(earlier.activity_id, date.fromordinal(first), date.fromordinal(last), ghost)


@dataclass(frozen=True, slots=True)
class Lane:
    """What belongs together: what serves one aim, or has one owner, or whatever lanes are made by.

    Attributes:
        index: counted from the top, from 0.
        key: what it stands for.
        online: the tracks above the waterline; the first is the one next to it.
        offline: the tracks below the waterline; the first is the one next to it.
    """

    index: int
    key: LaneKey
    online: tuple[Track, ...]
    offline: tuple[Track, ...]

    @property
    def aim_id(self) -> str | None:
        """The aim that it stands for; None for what serves none, and wherever lanes are not made by aim."""
        return self.key.aim_id

    @property
    def is_unsaid(self) -> bool:
        """Whether here lies what says nothing yet in the field that lanes are made by."""
        return self.key.is_unsaid

    def tracks(self, side: Side) -> tuple[Track, ...]:
        """Return the tracks of one side, the one next to the waterline first."""
        return self.online if side is Side.ONLINE else self.offline


class BridgePath(NamedTuple):
    """A bridge between two bars, in one lane that shows both activities or else from own lane to own lane.

    Attributes:
        number: from 1 in reading order: by the lane it is read in, then by day.
        bridge_id: the bridge.
        source: the bar it leaves.
        target: the bar it reaches.
        source_day: the day on which it leaves.
        source_at_end: whether it leaves where that day ends, otherwise where it starts.
        target_day: the day on which it arrives.
        target_at_end: whether it arrives where that day ends, otherwise where it starts.
        waterline: index of the lane on whose waterline it crosses from one side to the other, where its
            glyph sits. None where both ends are on one side, or where it passes between two lanes: then
            the glyph sits halfway.
    """

    number: int
    bridge_id: str
    source: Bar
    target: Bar
    source_day: date
    source_at_end: bool
    target_day: date
    target_at_end: bool
    waterline: int | None

    @property
    def lanes(self) -> tuple[int, int]:
        """The upper and the lower lane that it joins; twice the same within a lane."""
        source, target = self.source.lane, self.target.lane
        return (source, target) if source <= target else (target, source)


@dataclass(frozen=True, slots=True)
class BridgeGroup:
    """All bridges between two lanes or within one, ready to be looked up by days.

    Attributes:
        lanes: the upper and the lower lane.
        paths: by the earlier of their two days.
        first_days: that day for each path.
        latest_days: for each path the latest day of it and all before it.
    """

    lanes: tuple[int, int]
    paths: tuple[BridgePath, ...]
    first_days: tuple[date, ...]
    latest_days: tuple[date, ...]


class TrayItem(NamedTuple):
    """An activity without dates, waiting in the tray.

    ``lane`` is the lane it will lie in; None where that one is not there yet.
    """

    activity_id: str
    side: Side
    lane: int | None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A plan sorted into lanes, tracks and bridges.

    Attributes:
        lanes: from top to bottom; one for each aim, and last one without an aim where it is needed; in
            other groupings likewise.
        bridges: every bridge between dated activities, by number.
        bridge_groups: the same, for looking them up.
        open_bridge_ids: bridges with an undated end, which cannot be drawn yet.
        tray: the undated activities, by lane, online before offline, then by title.
        span: from the first day of any bar to the last; None without bars.
        grouping: by what the lanes are made.
        hidden: how many activities are left out because something else is looked for.
    """

    lanes: tuple[Lane, ...]
    bridges: tuple[BridgePath, ...]
    bridge_groups: tuple[BridgeGroup, ...]
    open_bridge_ids: tuple[str, ...]
    tray: tuple[TrayItem, ...]
    span: Span | None
    grouping: Grouping = Grouping.AIM
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class VisibleTrack:
    """A track of which a stretch is seen.

    Attributes:
        track: all of it.
        top: where its bars start.
        start: index of the first bar seen.
        stop: index after the last bar seen.
        hairlines: those seen.
    """

    track: Track
    top: float
    start: int
    stop: int
    hairlines: tuple[Hairline, ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars seen, by their days."""
        return self.track.bars[self.start : self.stop]
