"""The places of labels, kept from frame to frame: they change with the zoom, hardly ever with scrolling."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from math import inf

from campaignplanner.domain.activity import Side
from campaignplanner.planning.timeline_layout import (
    Bar,
    LabelPlace,
    LabelWhere,
    Track,
    VisibleTrack,
    label_places,
)
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.timeline.camera import last_fitted_day
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.view import View


class LabelBook:
    """Asks the layout where labels go and keeps its answers while zoom and bars in view stay the same.

    The layout is asked for the places as if nothing were cut off by the view. Only a label whose beginning is
    out of view is placed anew: on the part of its bar that is seen.

    Args:
        content: what is shown.
        before: of an earlier state: on a track that is still the same one, titles and days are too, so that
            its labels are taken over where they are written in the same font.
    """

    def __init__(self, content: TimelineContent, before: LabelBook | None = None) -> None:
        self._content = content
        known = content.known_days()
        self._last_day: date | None = None if known is None else last_fitted_day(known)
        self._scale: TimeScale | None = None
        self._turning = inf
        self._kept: dict[tuple[int, Side, int], tuple[Track, int, int, list[LabelPlace]]] = {}
        if before is not None:
            before.hand_on(self)

    def hand_on(self, other: LabelBook) -> None:
        """Tells another book of a later state all places, where it writes in the same font."""
        mine, theirs = self._content, other._content
        same_writing = mine.writing is theirs.writing and mine.label_metrics == theirs.label_metrics
        if same_writing and self._last_day == other._last_day:
            other._scale, other._turning, other._kept = self._scale, self._turning, self._kept.copy()

    def run_out(self) -> None:
        """Writes after the last bars however far that reaches, as on paper, which gets wider then."""
        self._last_day = None

    def places(self, view: View, seen: VisibleTrack) -> Iterator[LabelPlace]:
        """Where the labels of a track are written, in the x of the scale."""
        for place in self._whole(view, seen):
            if place.where is LabelWhere.INSIDE and place.x - self._content.label_metrics.padding < view.left:
                yield from self._in_view(view, seen, place)
            else:
                yield place

    def _whole(self, view: View, seen: VisibleTrack) -> list[LabelPlace]:
        scale = view.scale
        self._turn_to(view)
        first = seen.track.bars[0]
        key = (first.lane, seen.track.side, seen.track.index)
        kept = self._kept.get(key)
        if kept is not None and kept[0] is seen.track and kept[1:3] == (seen.start, seen.stop):
            return kept[3]
        content = self._content
        places = label_places(
            seen,
            scale,
            content.label_width,
            content.label_metrics,
            turning=self._turning,
        )
        self._kept[key] = (seen.track, seen.start, seen.stop, places)
        return places

    def _turn_to(self, view: View) -> None:
        """Places all labels anew in another scale, or where another width shows more beyond the last bars."""
        turning = inf
        if self._last_day is not None:
            turning = max(view.scale.x_after(self._last_day), view.regions.lanes_width)
        if view.scale != self._scale or turning != self._turning:
            self._kept.clear()
            self._scale, self._turning = view.scale, turning

    def _in_view(self, view: View, seen: VisibleTrack, place: LabelPlace) -> Iterator[LabelPlace]:
        """A label of a bar that starts before the view goes where the bar is seen, or beside it."""
        content, bars = self._content, seen.track.bars
        start = bisect_left(bars, place.bar.first_day, lo=seen.start, key=_first_day)
        stop = start + 1
        while stop < seen.stop and bars[stop].activity_id == place.bar.activity_id:
            stop += 1
        if view.scale.x_after(bars[stop - 1].last_day) < view.left:
            return
        run = VisibleTrack(seen.track, seen.top, start, stop, ())
        anew = label_places(run, view.scale, content.label_width, content.label_metrics, left_edge=view.left)
        for found in anew:
            natural = self._end(view.scale, found)
            if found.where is LabelWhere.INSIDE or natural >= view.left:
                yield found

    def _end(self, scale: TimeScale, place: LabelPlace) -> float:
        """Where the bar that a label is beside has ended: a label without its bar would say nothing."""
        metrics = self._content.label_metrics
        return max(
            scale.x_after(place.bar.last_day), scale.x_of_day(place.bar.first_day) + metrics.least_bar_width
        )


def _first_day(bar: Bar) -> date:
    return bar.first_day
