"""The timeline once everything in it has its height: what ``timeline_layout.place`` makes and asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from campaignplanner.domain.activity import Side
from campaignplanner.planning.timeline_parts import Arrangement, Bar, BridgePath, Lane, Track, VisibleTrack

_SUMMARY_GAP = 2.0

_ONLINE = Side.ONLINE
"""By a name of its own, as it is asked for of every bar: Python 3.11 looks long for a member of an enum."""

_first_day_of = attrgetter("first_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutMetrics:
    """Heights, from the metrics of a font, in any unit.

    Attributes:
        bar_height: how high a bar is.
        track_gap: between two tracks of a side.
        waterline_gap: between the waterline and the nearest bar on either side; a glyph sits on the line.
        lane_padding: above the first and below the last track of a lane.
        least_lane_height: what the texts beside the lane of an aim need.
        least_unaimed_height: what the texts beside the lane without an aim need.
        collapsed_height: of a lane that is collapsed to a line.
        summary_height: how high the bars of such a lane are, all of a side on one line.
    """

    bar_height: float
    track_gap: float
    waterline_gap: float
    lane_padding: float
    least_lane_height: float
    least_unaimed_height: float
    collapsed_height: float = 32.0
    summary_height: float = 5.0


class PlacedBridge(NamedTuple):
    """A bridge with its heights: it leaves and reaches a bar at the edge that faces the other bar.

    Attributes:
        path: the bridge; ``bridge_ends`` gives the x that go with these y.
        source_y: at the edge of the bar that it leaves; half its height where both bars lie on a level.
        target_y: at the edge of the bar that it reaches, likewise.
        glyph_y: the middle of the glyph.
        top: the least of these y.
        bottom: the greatest of these y.
        last_day: the later of the days on which it leaves and arrives.
    """

    path: BridgePath
    source_y: float
    target_y: float
    glyph_y: float
    top: float
    bottom: float
    last_day: date


class PlacedGroup(tuple[PlacedBridge, ...]):
    """The bridges of a group with their heights, in its order; also found by the y of ends and glyphs.

    Of a large plan hundreds of bridges pass any point on their way from somewhere to somewhere else. Few end
    there, and these are found without looking at the rest.
    """

    @cached_property
    def _marks(self) -> tuple[list[float], list[int]]:
        """The y of all ends and glyphs in order, and the place of the bridge of each."""
        marks = sorted([(y, place) for place, each in enumerate(self) for y in each[1:4]])
        return [y for y, _ in marks], [place for _, place in marks]

    def ending_between(self, top: float, bottom: float) -> list[PlacedBridge]:
        """Return the bridges of which an end or the glyph lies between two y."""
        ys, places = self._marks
        found = set(places[bisect_left(ys, top) : bisect_right(ys, bottom)])
        return [self[place] for place in sorted(found)]


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane with its heights.

    Attributes:
        lane: the lane.
        top: where it starts.
        height: until the next lane starts.
        waterline: where its waterline lies.
        shows_waterline: whether to draw that line: not where a lane has one side only that need not have two.
        collapsed: whether it is only a line, with all bars of a side on one line.
    """

    lane: Lane
    top: float
    height: float
    waterline: float
    shows_waterline: bool
    collapsed: bool = False

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """A timeline in which everything has its y.

    Attributes:
        arrangement: what it shows.
        metrics: what it was made with.
        lanes: from top to bottom.
        bridges: for each of the arrangement's ``bridge_groups``, its bridges in the same order.
        height: of all lanes together.
    """

    arrangement: Arrangement
    metrics: LayoutMetrics
    lanes: tuple[PlacedLane, ...]
    bridges: tuple[PlacedGroup, ...]
    height: float

    def lane_at(self, y: float) -> PlacedLane | None:
        """Return the lane that covers y, or None above the first and below the last."""
        index = bisect_right(self.lanes, y, key=attrgetter("top")) - 1
        if index < 0 or y >= self.lanes[index].bottom:
            return None
        return self.lanes[index]

    def track_top(self, lane: int, side: Side, track: int) -> float:
        """Return where the bars of a track start."""
        metrics = self.metrics
        placed = self.lanes[lane]
        waterline = placed.waterline
        if placed.collapsed:
            return waterline + (-_SUMMARY_GAP - metrics.summary_height if side is _ONLINE else _SUMMARY_GAP)
        pitch = metrics.bar_height + metrics.track_gap
        if side is _ONLINE:
            return waterline - metrics.waterline_gap - metrics.bar_height - track * pitch
        return waterline + metrics.waterline_gap + track * pitch

    def bar_top(self, bar: Bar) -> float:
        """Return where a bar starts."""
        return self.track_top(bar.lane, bar.side, bar.track)

    def bar_height(self, bar: Bar) -> float:
        """Return how high a bar is: next to nothing in a lane that is collapsed."""
        is_collapsed = self.lanes[bar.lane].collapsed
        return self.metrics.summary_height if is_collapsed else self.metrics.bar_height

    def bar_at(self, day: date, y: float) -> Bar | None:
        """Return the bar that covers a point, or None; in a collapsed lane none can be told from another."""
        lane = self.lane_at(y)
        track = None if lane is None or lane.collapsed else self._track_at(lane, y)
        if track is None:
            return None
        index = bisect_right(track.bars, day, key=_first_day_of) - 1
        if index < 0 or track.bars[index].last_day < day:
            return None
        return track.bars[index]

    def _track_at(self, lane: PlacedLane, y: float) -> Track | None:
        metrics = self.metrics
        side = Side.ONLINE if y < lane.waterline else Side.OFFLINE
        from_first = abs(y - lane.waterline) - metrics.waterline_gap
        index, within = divmod(from_first, metrics.bar_height + metrics.track_gap)
        tracks = lane.lane.tracks(side)
        if from_first < 0 or within > metrics.bar_height or index >= len(tracks):
            return None
        return tracks[int(index)]


@dataclass(frozen=True, slots=True)
class VisiblePart:
    """What a piece of the timeline shows.

    Attributes:
        lanes: from top to bottom, also those without a bar there.
        tracks: those with a bar or a hairline there.
        bridges: those that may be seen there, by number.
    """

    lanes: tuple[PlacedLane, ...]
    tracks: tuple[VisibleTrack, ...]
    bridges: tuple[PlacedBridge, ...]

    @property
    def open_lanes(self) -> tuple[PlacedLane, ...]:
        """The lanes that are not collapsed."""
        return tuple(lane for lane in self.lanes if not lane.collapsed)
