"""The order in which the arrow keys go through the timeline: lane by lane, the head first, then by day.

The lane of what says nothing yet has no head to stop at, nor has a flat list, unless it is collapsed: then
its head is all that there is to stop at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from datetime import date

from campaignplanner.domain.activity import Side
from campaignplanner.planning.timeline_layout import (
    Arrangement,
    Bar,
    BridgePath,
    Grouping,
    Lane,
    LaneKey,
    Track,
)
from campaignplanner.ui.timeline.selection import Selected, Subject


class ReadingOrder:
    """Ways from one selected thing to the next.

    Args:
        arrangement: what is shown.
        collapsed: the lanes of which only the head can be selected.
    """

    def __init__(self, arrangement: Arrangement, collapsed: Container[LaneKey] = ()) -> None:
        self._arrangement = arrangement
        self._collapsed = collapsed
        self._places = {lane.key: lane.index for lane in arrangement.lanes}
        self._bars: dict[int, list[Bar]] = {}
        self._found: dict[Selected, Bar | None] = {}
        self._paths: dict[str, BridgePath] | None = None

    def first(self) -> Selected | None:
        """The first thing of all."""
        return self._first_from(0, 1)

    def last(self) -> Selected | None:
        """The last thing of all."""
        for lane in range(len(self._arrangement.lanes) - 1, -1, -1):
            found = self._last_of(lane)
            if found is not None:
                return found
        return None

    def next(self, selected: Selected) -> Selected | None:
        """The thing after; from a bridge, the bar that it leads to."""
        return self._beside(selected, 1)

    def previous(self, selected: Selected) -> Selected | None:
        """The thing before; from a bridge, the bar that it comes from."""
        return self._beside(selected, -1)

    def below(self, selected: Selected) -> Selected | None:
        """The nearest bar on the track below; from a head, the next one."""
        return self._across(selected, 1)

    def above(self, selected: Selected) -> Selected | None:
        """The nearest bar on the track above; from a head, the one before."""
        return self._across(selected, -1)

    def lane_after(self, selected: Selected) -> Selected | None:
        """The head of the next lane, or the first bar of one without a head."""
        return self._first_from(self.lane_of(selected) + 1, 1)

    def lane_before(self, selected: Selected) -> Selected | None:
        """The head of the lane before."""
        return self._first_from(self.lane_of(selected) - 1, -1)

    def bar_of(self, selected: Selected) -> Bar | None:
        """The bar that stands for a selected activity, the selected one where it is known."""
        if selected.subject is not Subject.ACTIVITY:
            return None
        if selected not in self._found:
            self._found[selected] = self._bar_of(selected)
        return self._found[selected]

    def _bar_of(self, selected: Selected) -> Bar | None:
        # Asked after every edit: bars are looked through as they lie, for sorting them all takes longer.
        lane = None if selected.lane is None else self._places.get(selected.lane)
        if lane is not None and selected.flight_id is not None:
            there = _bars_of(self._arrangement.lanes[lane], selected.id)
            bar = next((bar for bar in there if bar.flight_id == selected.flight_id), None)
            if bar is not None:
                return bar
        return self._own_bar(selected.id, selected.flight_id)

    def path_of(self, bridge_id: str) -> BridgePath | None:
        """Where a bridge is drawn; None while an end has no dates."""
        if self._paths is None:
            self._paths = {path.bridge_id: path for path in self._arrangement.bridges}
        return self._paths.get(bridge_id)

    def lane_of(self, selected: Selected) -> int:
        """The lane in which a thing lies; -1 when in none."""
        if selected.head_of is not None:
            return self._places.get(selected.head_of, -1)
        if selected.subject is Subject.BRIDGE:
            path = self.path_of(selected.id)
            return -1 if path is None else path.source.lane
        bar = self.bar_of(selected)
        return -1 if bar is None else bar.lane

    def stops(self, lane: int) -> list[Bar]:
        """The bars of a lane to stop at, in reading order; none where it is collapsed."""
        return [] if self._is_collapsed(lane) else self.bars(lane)

    def bars(self, lane: int) -> list[Bar]:
        """The bars of a lane in reading order: by day, online before offline, from top to bottom."""
        bars = self._bars.get(lane)
        if bars is None:
            placed = self._arrangement.lanes[lane]
            tracks = (*placed.online, *placed.offline)
            bars = self._bars[lane] = sorted((bar for track in tracks for bar in track.bars), key=_by_day)
        return bars

    def selected_bar(self, bar: Bar) -> Selected:
        """A bar as what is selected."""
        return Selected.activity(bar.activity_id, bar.flight_id, self._arrangement.lanes[bar.lane].key)

    def _beside(self, selected: Selected, step: int) -> Selected | None:
        if selected.subject is Subject.BRIDGE:
            path = self.path_of(selected.id)
            return None if path is None else self.selected_bar(path.target if step > 0 else path.source)
        lane = self.lane_of(selected)
        if lane < 0:
            return self.first()
        stops = self.stops(lane)
        bar = self.bar_of(selected)
        index = (-1 if bar is None else stops.index(bar)) + step
        if 0 <= index < len(stops):
            return self.selected_bar(stops[index])
        if step > 0:
            return self._first_from(lane + 1, 1)
        at_first_bar = bar is not None and self._has_head(lane)
        return self._head(lane) if at_first_bar else self._last_before(lane)

    def _last_before(self, lane: int) -> Selected | None:
        for index in range(lane - 1, -1, -1):
            found = self._last_of(index)
            if found is not None:
                return found
        return None

    def _across(self, selected: Selected, step: int) -> Selected | None:
        if selected.subject is Subject.BRIDGE:
            return self._beside(selected, step)
        bar = self.bar_of(selected)
        lane = self.lane_of(selected)
        if bar is None:
            return self.first() if lane < 0 else self._first_from(lane + step, step)
        middle = (bar.first_day.toordinal() + bar.last_day.toordinal()) / 2
        rows = self._rows(lane)
        row = step + next(
            index for index, track in enumerate(rows) if track.side is bar.side and track.index == bar.track
        )
        while 0 <= lane < len(self._arrangement.lanes):
            while 0 <= row < len(rows):
                if rows[row].bars:
                    return self.selected_bar(_nearest(rows[row], middle))
                row += step
            lane += step
            if 0 <= lane < len(self._arrangement.lanes):
                rows = self._rows(lane)
                row = 0 if step > 0 else len(rows) - 1
        return None

    def _is_collapsed(self, lane: int) -> bool:
        return self._arrangement.lanes[lane].key in self._collapsed

    def _has_head(self, lane: int) -> bool:
        return has_head(self._arrangement.lanes[lane], collapsed=self._is_collapsed(lane))

    def _rows(self, lane: int) -> list[Track]:
        if self._is_collapsed(lane):
            return []
        placed = self._arrangement.lanes[lane]
        return [*reversed(placed.online), *placed.offline]

    def _first_from(self, lane: int, step: int) -> Selected | None:
        while 0 <= lane < len(self._arrangement.lanes):
            found = self._head(lane)
            if found is not None:
                return found
            lane += step
        return None

    def _head(self, lane: int) -> Selected | None:
        if self._has_head(lane):
            return Selected.head(self._arrangement.lanes[lane].key)
        stops = self.stops(lane)
        return self.selected_bar(stops[0]) if stops else None

    def _last_of(self, lane: int) -> Selected | None:
        stops = self.stops(lane)
        return self.selected_bar(stops[-1]) if stops else self._head(lane)

    def _own_bar(self, activity_id: str, flight_id: str | None) -> Bar | None:
        """The bar of a flight, or the first one, in the activity's own lane."""
        for lane in self._arrangement.lanes:
            own = [bar for bar in _bars_of(lane, activity_id) if not bar.ghost]
            if own:
                wanted = (bar for bar in own if bar.flight_id == flight_id)
                return next(wanted, None) or min(own, key=_by_day)
        return None


def _bars_of(lane: Lane, activity_id: str) -> list[Bar]:
    tracks = (*lane.online, *lane.offline)
    return [bar for track in tracks for bar in track.bars_of((activity_id,))]


def has_head(lane: Lane, *, collapsed: bool) -> bool:
    """Whether the head of a lane can be selected: where it says something, or is all that there is."""
    return collapsed or not (lane.is_unsaid or lane.key.grouping is Grouping.FLAT)


def _by_day(bar: Bar) -> tuple[date, bool, int, str]:
    offline = bar.side is Side.OFFLINE
    return bar.first_day, offline, bar.track if offline else -bar.track, bar.flight_id


def _nearest(track: Track, middle: float) -> Bar:
    bars = track.bars
    index = bisect_left(bars, middle, key=_middle)
    around = bars[max(0, index - 1) : index + 1]
    return min(around, key=lambda bar: abs(_middle(bar) - middle))


def _middle(bar: Bar) -> float:
    return (bar.first_day.toordinal() + bar.last_day.toordinal()) / 2
