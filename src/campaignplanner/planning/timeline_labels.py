"""Where labels and the glyphs of bridges go along x, so that none covers a bar, a label or a glyph.

Widths of texts come in as numbers; x is that of the ``TimeScale`` passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import inf
from typing import NamedTuple

from campaignplanner.planning.timeline_parts import Bar, BridgePath, VisibleTrack
from campaignplanner.planning.timescale import TimeScale


class LabelWhere(Enum):
    """Where a label is written."""

    INSIDE = "inside"
    """On its bar."""
    BESIDE = "beside"
    """After its bar, where nothing is drawn until the next one."""
    BEFORE = "before"
    """Before its bar, where one after it would not be seen."""


class LabelPlace(NamedTuple):
    """A label that has a place.

    Attributes:
        bar: the bar that it is written on or beside; what it says is the activity's title.
        where: inside or beside.
        x: where the text starts.
        width: the room for the text: its own width, or less where it must be elided.
        elided: whether the text must be shortened to that room.
    """

    bar: Bar
    where: LabelWhere
    x: float
    width: float
    elided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMetrics:
    """Distances of labels, in the unit of the scale.

    Attributes:
        padding: between the ends of a bar and a text inside it.
        gap: between a bar and a text beside it, and between that text and the next bar.
        least_width: a text is not elided to less than this; rather there is none.
        least_bar_width: bars are drawn at least this wide, however short their days are.
    """

    padding: float
    gap: float
    least_width: float
    least_bar_width: float = 0.0


def label_places(
    seen: VisibleTrack,
    scale: TimeScale,
    width_of: Callable[[str], float],
    metrics: LabelMetrics,
    *,
    left_edge: float = -inf,
    right_edge: float = inf,
    turning: float = inf,
) -> list[LabelPlace]:
    """Return the labels of a stretch of a track: at most one for each activity's run of bars.

    The label stands inside the first bar of the run that it fits into, else beside the run's last bar if
    there is room until the next bar. Else it is elided: inside the first bar that shows half of it, or
    wherever most of it can be shown; or, where that is next to nothing, there is none.

    One that would stick out beyond the turning stands before its bar or is elided, if enough of it is shown.

    Args:
        seen: the track and the bars of it that are seen.
        scale: where days lie.
        width_of: the width of an activity's label, by the activity's identifier.
        metrics: distances.
        left_edge: x from which on anything is shown; labels keep to what is seen of their bar.
        right_edge: x after which nothing may be written.
        turning: x after which nothing should be written, such as the end of what fits into the view.
    """
    bars = seen.track.bars
    places: list[LabelPlace] = []
    for start, stop in _runs(bars, seen.start, seen.stop):
        width, place = width_of(bars[start].activity_id), None
        if stop == len(bars) and turning < right_edge:
            place = _turned(bars, start, scale, width, metrics, places[-1:], turning)
        for edge in (min(right_edge, turning), right_edge) if place is None else ():
            rooms = _rooms(bars, start, stop, scale, metrics, left_edge, edge)
            place = place or _best(rooms, width, metrics.least_width)
        if place is not None:
            places.append(place)
    return places


def _runs(bars: Sequence[Bar], start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the slices of bars that follow one another and belong to one activity."""
    first = start
    for index in range(start + 1, stop + 1):
        if index == stop or bars[index].activity_id != bars[first].activity_id:
            yield first, index
            first = index


def _turned(
    bars: Sequence[Bar],
    start: int,
    scale: TimeScale,
    width: float,
    metrics: LabelMetrics,
    before: Sequence[LabelPlace],
    turning: float,
) -> LabelPlace | None:
    """Return where the label of the last run stands before it; None where it needs not, or has no room."""
    inside = max(scale.x_after(bar.last_day) - scale.x_of_day(bar.first_day) for bar in bars[start:])
    after = max(
        scale.x_after(bars[-1].last_day), scale.x_of_day(bars[-1].first_day) + metrics.least_bar_width
    )
    if inside - 2 * metrics.padding >= width or after + metrics.gap + width <= turning:
        return None
    taken = 0.0 if start == 0 else scale.x_after(bars[start - 1].last_day) + metrics.gap
    taken = max([taken, *(place.x + place.width + metrics.gap for place in before)])
    left = scale.x_of_day(bars[start].first_day) - metrics.gap - width
    return LabelPlace(bars[start], LabelWhere.BEFORE, left, width, elided=False) if left >= taken else None


class _Room(NamedTuple):
    bar: Bar
    where: LabelWhere
    x: float
    width: float


def _rooms(
    bars: Sequence[Bar],
    start: int,
    stop: int,
    scale: TimeScale,
    metrics: LabelMetrics,
    left_edge: float,
    right_edge: float,
) -> Iterator[_Room]:
    """Yield where the label of a run could stand, the best first."""
    for bar in bars[start:stop]:
        yield _room_inside(bar, scale, metrics, left_edge, right_edge)
    last_bar = bars[stop - 1]
    if stop == len(bars):
        yield _room_beside(last_bar, scale, metrics, inf, left_edge, right_edge)
    elif bars[stop].activity_id != last_bar.activity_id:
        next_x = scale.x_of_day(bars[stop].first_day)
        yield _room_beside(last_bar, scale, metrics, next_x, left_edge, right_edge)


def _room_inside(
    bar: Bar, scale: TimeScale, metrics: LabelMetrics, left_edge: float, right_edge: float
) -> _Room:
    left = max(scale.x_of_day(bar.first_day), left_edge) + metrics.padding
    right = min(scale.x_after(bar.last_day), right_edge) - metrics.padding
    return _Room(bar, LabelWhere.INSIDE, left, right - left)


def _room_beside(
    bar: Bar,
    scale: TimeScale,
    metrics: LabelMetrics,
    next_x: float,
    left_edge: float,
    right_edge: float,
) -> _Room:
    left = max(_drawn_until(bar, scale, metrics) + metrics.gap, left_edge)
    return _Room(bar, LabelWhere.BESIDE, left, min(next_x - metrics.gap, right_edge) - left)


def _drawn_until(bar: Bar, scale: TimeScale, metrics: LabelMetrics) -> float:
    return max(scale.x_after(bar.last_day), scale.x_of_day(bar.first_day) + metrics.least_bar_width)


def _best(rooms: Iterable[_Room], width: float, least_width: float) -> LabelPlace | None:
    best: _Room | None = None
    for room in rooms:
        if room.width >= width:
            return LabelPlace(room.bar, room.where, room.x, width, elided=False)
        if best is None or (room.width > best.width and not _reads_well_inside(best, width)):
            best = room
    if best is None or best.width < least_width:
        return None
    return LabelPlace(best.bar, best.where, best.x, best.width, elided=True)


def _reads_well_inside(room: _Room, width: float) -> bool:
    return room.where is LabelWhere.INSIDE and room.width * 2 >= width


def bridge_ends(path: BridgePath, scale: TimeScale, inset: float) -> tuple[float, float]:
    """Return the x where a bridge leaves its source and reaches its target.

    Args:
        path: the bridge.
        scale: where days lie.
        inset: how far from the start or end of its day each lies, into the bar; never beyond half of it.
    """
    return (
        _end_x(path.source, path.source_day, path.source_at_end, scale, inset),
        _end_x(path.target, path.target_day, path.target_at_end, scale, inset),
    )


def _end_x(bar: Bar, day: date, at_end: bool, scale: TimeScale, inset: float) -> float:
    left, right = scale.x_of_day(bar.first_day), scale.x_after(bar.last_day)
    reach = min(inset, (right - left) / 2)
    x = scale.x_after(day) - inset if at_end else scale.x_of_day(day) + inset
    return max(left + reach, min(right - reach, x))


def glyph_places(
    paths: Iterable[BridgePath], scale: TimeScale, inset: float, glyph_width: float
) -> dict[int, float]:
    """Return the x of the middle of each bridge's glyph, by the bridge's number.

    A glyph wants to sit halfway between the ends. Glyphs on one waterline keep their width apart and are
    moved by as little as that takes (least squares, by pooling neighbours that would overlap). Pass all
    bridges of a plan, once per zoom, so that glyphs stay where they are while the view scrolls.
    """
    found: dict[int, float] = {}
    by_waterline: dict[int, list[tuple[float, int]]] = {}
    for path in paths:
        middle = sum(bridge_ends(path, scale, inset)) / 2
        if path.waterline is None:
            found[path.number] = middle
        else:
            by_waterline.setdefault(path.waterline, []).append((middle, path.number))
    for wishes in by_waterline.values():
        wishes.sort()
        places = _kept_apart([wish for wish, _ in wishes], glyph_width)
        found.update(zip((number for _, number in wishes), places, strict=True))
    return found


def _kept_apart(wishes: Sequence[float], distance: float) -> list[float]:
    """Return the places nearest to sorted wishes, by least squares, that are a distance apart."""
    pools: list[tuple[float, int]] = []
    for index, wish in enumerate(wishes):
        # Without the distances that precede it, each place has only to lie no earlier than the one before.
        total, count = wish - index * distance, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            earlier_total, earlier_count = pools.pop()
            total, count = total + earlier_total, count + earlier_count
        pools.append((total, count))
    without_distances = [total / count for total, count in pools for _ in range(count)]
    return [place + index * distance for index, place in enumerate(without_distances)]
