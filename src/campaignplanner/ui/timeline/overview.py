"""Fits a whole campaign into the window both ways: all days across, and as many tracks down as can be."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from campaignplanner.planning.timeline_layout import LayoutMetrics, PlacedLane
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.content import TimelineContent

DENSITIES = (1.0, 0.85, 0.7, 0.55, 0.42, 0.32, 0.25)
"""Heights of bars that are tried, as parts of the usual one; where titles have no room they stay away."""
_AS_GOOD_AS = 1.03


class Overview(QObject):
    """Makes bars lower so that all lanes are in view, until people zoom to something else.

    Args:
        canvas: what shows the lanes.
    """

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scale = 0.0
        self._is_busy = False
        canvas.view_changed.connect(self._follow)

    @Slot()
    def show(self) -> None:
        """Shows the whole campaign."""
        self._is_busy = True
        scene = self._canvas.scene
        if scene is not None:
            room = self._canvas.view.regions.lanes_height
            self._take(density_for(scene.content, room))
        self._canvas.fit_both_ways()
        self._scale = self._canvas.view.scale.pixels_per_day
        self._is_busy = False

    @property
    def _density(self) -> float:
        return self._canvas.shown.density

    def _take(self, density: float) -> None:
        self._canvas.show_lanes(self._canvas.shown.at_density(density))

    @Slot()
    def _follow(self) -> None:
        """Gives bars their height again as soon as the zoom is another; a resized window is fitted anew."""
        if self._is_busy or self._density == 1.0:
            return
        if self._canvas.state() is None:
            self.show()
        elif self._canvas.view.scale.pixels_per_day != self._scale:
            self._is_busy = True
            self._leave()
            self._is_busy = False

    def _leave(self) -> None:
        """The lane in the middle of the view stays there."""
        canvas, scene = self._canvas, self._canvas.scene
        if scene is None:
            return
        middle = canvas.view.regions.lanes_height / 2
        y = canvas.view.top + middle
        lane = scene.content.layout.lane_at(y)
        self._take(1.0)
        now = None if lane is None or canvas.scene is None else canvas.scene.content.layout.lanes
        if lane is not None and now is not None and lane.lane.index < len(now):
            there = now[lane.lane.index]
            share = (y - lane.top) / max(1.0, lane.height)
            canvas.scroll_by(0, there.top + share * there.height - middle - canvas.view.top)


def density_for(content: TimelineContent, room: float) -> float:
    """The greatest density at which all lanes are in view, or as good as in view where nothing does it.

    Lower bars gain nothing where the heads beside them are what takes the room.
    """
    heights = {density: _height_at(content, density) for density in DENSITIES}
    enough = max(room, heights[DENSITIES[-1]] * _AS_GOOD_AS)
    return next(density for density in DENSITIES if heights[density] <= enough)


def _height_at(content: TimelineContent, density: float) -> float:
    metrics = content.metrics_at(density)
    return sum(_height(lane, metrics) for lane in content.layout.lanes)


def _height(placed: PlacedLane, metrics: LayoutMetrics) -> float:
    """The height of a lane; what is beside it needs its own."""
    if placed.collapsed:
        return placed.height
    lane = placed.lane
    tracks = (len(lane.online) + len(lane.offline)) * (metrics.bar_height + metrics.track_gap)
    around = 2 * (metrics.lane_padding + metrics.waterline_gap)
    return max(metrics.least_unaimed_height if lane.is_unsaid else metrics.least_lane_height, around + tracks)
