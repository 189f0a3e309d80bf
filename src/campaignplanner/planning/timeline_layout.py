"""The timeline as pure numbers, for screen and paper alike; whoever draws it draws only from these.

In this order:

1. ``arrange(plan) -> Arrangement``: lanes, tracks, bars, hairlines, bridges, tray; by dates only. The parts
   are ``Lane``, ``Track``, ``Bar``, ``Hairline``, ``BridgePath``, ``TrayItem``. Make it once per plan.
2. ``place(arrangement, metrics) -> TimelineLayout``: gives everything its y. Make it once per plan and font.
   y runs downwards from 0 at the top of the first lane, in the unit of the metrics.
3. ``visible(layout, top, bottom, first_day, last_day) -> VisiblePart``: what a piece of it shows, found
   without looking at the rest. Make it once per frame, with a day or two of margin on either side.
4. x comes from a ``timescale.TimeScale``: a bar covers ``x_of_day(first_day)`` to ``x_after(last_day)``,
   ``bridge_ends`` and ``glyph_places`` say where bridges go, ``label_places`` where labels do.

::

    part = visible(layout, top, bottom, first_day, last_day)
    for track in part.tracks:
        for hairline in track.hairlines: ...   # at y = track.top + metrics.bar_height / 2
        for bar in track.bars: ...             # from track.top, metrics.bar_height high
        for label in label_places(track, scale, width_of, label_metrics, left_edge=x_of_the_view): ...
    for placed in part.bridges:
        source_x, target_x = bridge_ends(placed.path, scale, inset)
        # from (source_x, placed.source_y) by the glyph at placed.glyph_y to (target_x, placed.target_y)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from campaignplanner.domain.activity import Side
from campaignplanner.planning.timeline_arrangement import Arranger, arrange
from campaignplanner.planning.timeline_labels import (
    LabelMetrics,
    LabelPlace,
    LabelWhere,
    bridge_ends,
    glyph_places,
    label_places,
)
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.planning.timeline_parts import (
    Arrangement,
    Bar,
    BridgeGroup,
    BridgePath,
    Hairline,
    Lane,
    Track,
    TrayItem,
    VisibleTrack,
)
from campaignplanner.planning.timeline_placed import (
    LayoutMetrics,
    PlacedBridge,
    PlacedGroup,
    PlacedLane,
    TimelineLayout,
    VisiblePart,
)

__all__ = [
    "Arrangement",
    "Arranger",
    "Bar",
    "BridgePath",
    "Grouping",
    "Hairline",
    "LabelMetrics",
    "LabelPlace",
    "LabelWhere",
    "Lane",
    "LaneKey",
    "LayoutMetrics",
    "PlacedBridge",
    "PlacedLane",
    "TimelineLayout",
    "Track",
    "TrayItem",
    "VisiblePart",
    "VisibleTrack",
    "arrange",
    "bridge_ends",
    "glyph_places",
    "label_places",
    "place",
    "placed_bridge",
    "visible",
]

_NO_HEADS: Mapping[LaneKey, float] = {}

_first_day_of = attrgetter("first_day")
_last_day_of = attrgetter("last_day")


def place(
    arrangement: Arrangement,
    metrics: LayoutMetrics,
    *,
    collapsed: Container[LaneKey] = (),
    heads: Mapping[LaneKey, float] = _NO_HEADS,
    before: TimelineLayout | None = None,
) -> TimelineLayout:
    """Give every lane its heights.

    Online tracks lie above the waterline and offline ones below, the first of each next to it. The lane
    of an aim keeps room for one track on a side that has none: what is missing there is to be seen. What
    a lane is higher than its tracks is left free at its bottom.

    Args:
        arrangement: what to place.
        metrics: the heights of everything.
        collapsed: the lanes that are only a line; bridges within one are not drawn.
        heads: what the texts beside a lane need, where that is not what the metrics say.
        before: of an earlier state: bridges between lanes that lie where they lay are taken over from it.
    """
    lanes: list[PlacedLane] = []
    top = 0.0
    for lane in arrangement.lanes:
        if lane.key in collapsed:
            placed = _collapsed_lane(lane, top, metrics)
        else:
            placed = _placed_lane(lane, top, metrics, heads.get(lane.key))
        lanes.append(placed)
        top = placed.bottom
    without_bridges = TimelineLayout(arrangement, metrics, tuple(lanes), (), top)
    known = {} if before is None or before.metrics != metrics else _settled(before, without_bridges)
    bridges = tuple(
        known[id(group)] if id(group) in known else _placed_group(without_bridges, group)
        for group in arrangement.bridge_groups
    )
    return replace(without_bridges, bridges=bridges)


def _settled(before: TimelineLayout, now: TimelineLayout) -> dict[int, PlacedGroup]:
    """Return the placed bridges of groups, by the group itself, that lie between lanes that lie as before."""
    same = {
        lane.lane.index
        for lane, was in zip(now.lanes, before.lanes, strict=False)
        if (lane.waterline, lane.collapsed) == (was.waterline, was.collapsed)
    }
    return {
        id(group): placed
        for group, placed in zip(before.arrangement.bridge_groups, before.bridges, strict=True)
        if group.lanes[0] in same and group.lanes[1] in same
    }


def _placed_group(layout: TimelineLayout, group: BridgeGroup) -> PlacedGroup:
    upper, lower = group.lanes
    if upper == lower and layout.lanes[upper].collapsed:
        return PlacedGroup()
    return PlacedGroup([placed_bridge(layout, path) for path in group.paths])


def placed_bridge(layout: TimelineLayout, path: BridgePath) -> PlacedBridge:
    """Give a bridge its heights between the bars that it joins."""
    source_top, target_top = layout.bar_top(path.source), layout.bar_top(path.target)
    if source_top == target_top:
        source_y = target_y = source_top + layout.bar_height(path.source) / 2
    elif source_top < target_top:
        source_y, target_y = source_top + layout.bar_height(path.source), target_top
    else:
        source_y, target_y = source_top, target_top + layout.bar_height(path.target)
    glyph_y = (source_y + target_y) / 2 if path.waterline is None else layout.lanes[path.waterline].waterline
    top, bottom = min(source_y, target_y, glyph_y), max(source_y, target_y, glyph_y)
    return PlacedBridge(path, source_y, target_y, glyph_y, top, bottom, max(path.source_day, path.target_day))


def _collapsed_lane(lane: Lane, top: float, metrics: LayoutMetrics) -> PlacedLane:
    height = metrics.collapsed_height
    return PlacedLane(lane, top, height, top + height / 2, shows_waterline=True, collapsed=True)


def _placed_lane(lane: Lane, top: float, metrics: LayoutMetrics, head: float | None) -> PlacedLane:
    least_tracks = 1 if lane.key.keeps_both_sides else 0
    above = _side_height(max(least_tracks, len(lane.online)), metrics)
    below = _side_height(max(least_tracks, len(lane.offline)), metrics)
    least_height = metrics.least_unaimed_height if lane.is_unsaid else metrics.least_lane_height
    height = max(least_height if head is None else head, metrics.lane_padding * 2 + above + below)
    shows_waterline = lane.key.keeps_both_sides or bool(lane.online and lane.offline)
    return PlacedLane(lane, top, height, top + metrics.lane_padding + above, shows_waterline)


def _side_height(tracks: int, metrics: LayoutMetrics) -> float:
    if tracks == 0:
        return 0.0
    return tracks * (metrics.bar_height + metrics.track_gap) - metrics.track_gap + metrics.waterline_gap


def visible(
    layout: TimelineLayout,
    top: float,
    bottom: float,
    first_day: date,
    last_day: date,
    reach: float | None = None,
) -> VisiblePart:
    """Return what lies between two y and two days, all included.

    Args:
        layout: of what.
        top: the least y.
        bottom: the greatest y.
        first_day: the first day.
        last_day: the last day.
        reach: leaves out bridges that only pass through, with no end and no glyph as near to these y.
    """
    start = max(0, bisect_right(layout.lanes, top, key=attrgetter("top")) - 1)
    stop = bisect_right(layout.lanes, bottom, key=attrgetter("top"))
    lanes = tuple(lane for lane in layout.lanes[start:stop] if lane.bottom >= top)
    tracks = tuple(
        seen
        for lane in lanes
        if not lane.collapsed
        for track, track_top in _tracks_between(layout, lane, top, bottom)
        if (seen := _visible_track(track, track_top, first_day, last_day)) is not None
    )
    bridges = [
        placed
        for placed in _bridges_in(layout, (top, bottom), first_day, last_day, reach)
        if placed.top <= bottom and placed.bottom >= top
    ]
    bridges.sort(key=lambda placed: placed.path.number)
    return VisiblePart(lanes, tracks, tuple(bridges))


def _bridges_in(
    layout: TimelineLayout, heights: tuple[float, float], first_day: date, last_day: date, reach: float | None
) -> Iterator[PlacedBridge]:
    """Yield the bridges between two days that may lie between two y."""
    for group, placed in zip(layout.arrangement.bridge_groups, layout.bridges, strict=True):
        if reach is None:
            yield from _between_days(group, placed, first_day, last_day)
        else:
            near = placed.ending_between(heights[0] - reach, heights[1] + reach)
            yield from (each for each in near if _touches(each, first_day, last_day))


def _touches(placed: PlacedBridge, first_day: date, last_day: date) -> bool:
    path = placed.path
    return placed.last_day >= first_day and min(path.source_day, path.target_day) <= last_day


def _tracks_between(
    layout: TimelineLayout, lane: PlacedLane, top: float, bottom: float
) -> Iterator[tuple[Track, float]]:
    """Yield the tracks of a lane between two y, from top to bottom, each with its own y."""
    metrics = layout.metrics
    pitch = metrics.bar_height + metrics.track_gap
    for side in (Side.ONLINE, Side.OFFLINE):
        tracks = lane.lane.tracks(side)
        if side is Side.ONLINE:
            nearest, furthest = lane.waterline - bottom, lane.waterline - top
        else:
            nearest, furthest = top - lane.waterline, bottom - lane.waterline
        start = max(0, int((nearest - metrics.waterline_gap) // pitch))
        stop = min(len(tracks), int((furthest - metrics.waterline_gap) // pitch) + 1)
        order = reversed(range(start, stop)) if side is Side.ONLINE else range(start, stop)
        for index in order:
            yield tracks[index], layout.track_top(lane.lane.index, side, index)


def _visible_track(track: Track, top: float, first_day: date, last_day: date) -> VisibleTrack | None:
    # Bars of a track do not overlap: in the order of their first days they are in that of their last days.
    start = bisect_left(track.bars, first_day, key=_last_day_of)
    stop = bisect_right(track.bars, last_day, lo=start, key=_first_day_of)
    hairlines = track.hairlines
    if hairlines:
        first = bisect_left(hairlines, first_day, key=_last_day_of)
        hairlines = hairlines[first : bisect_right(hairlines, last_day, lo=first, key=_first_day_of)]
    if start == stop and not hairlines:
        return None
    return VisibleTrack(track, top, start, stop, hairlines)


def _between_days(
    group: BridgeGroup, placed: Sequence[PlacedBridge], first_day: date, last_day: date
) -> list[PlacedBridge]:
    # All before the start have arrived by then, as the latest days of a group only grow.
    start = bisect_left(group.latest_days, first_day)
    stop = bisect_right(group.first_days, last_day, lo=start)
    return [each for each in placed[start:stop] if each.last_day >= first_day]
