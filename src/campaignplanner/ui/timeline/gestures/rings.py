"""Rings around bars that are selected beside the current one, or that a gesture means."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.gestures.gesture import Easel
from campaignplanner.ui.timeline.lane_painter import bar_box
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.sprites import corner_radius

_RING = 2.5
_BEYOND = 40.0


def paint_rings_around(easel: Easel, content: TimelineContent, meant: Iterable[Selected]) -> None:
    """Rings the bars in view that are meant."""
    wanted = {(each.flight_id, each.lane) for each in meant}
    if not wanted:
        return
    view, lanes = easel.view, content.arrangement.lanes
    days = view.days(_BEYOND)
    for placed in content.layout.lanes:
        top, bottom = view.y(placed.top), view.y(placed.bottom)
        if placed.collapsed or bottom < view.regions.lanes.top() or top > view.regions.lanes.bottom():
            continue
        for track in (*placed.lane.online, *placed.lane.offline):
            for bar in track.bars:
                seen = bar.first_day <= days.last_day and bar.last_day >= days.first_day
                if seen and (bar.flight_id, lanes[bar.lane].key) in wanted:
                    paint_ring(easel, content, bar)


def paint_ring(easel: Easel, content: TimelineContent, bar: Bar) -> None:
    """Rings one bar."""
    regions = easel.view.regions
    seen = QRectF(regions.lanes).adjusted(-_BEYOND, 0, _BEYOND, 0)
    ring = bar_box(content, easel.view, bar).intersected(seen).adjusted(-_RING, -_RING, _RING, _RING)
    easel.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    easel.painter.setPen(easel.ink.focus)
    easel.painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = corner_radius(bar.side, ring)
    easel.painter.drawRoundedRect(ring, radius, radius)
