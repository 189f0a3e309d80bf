"""A whole timeline painted piece by piece, each in little time, as all of it is wanted and none is in view.

It is painted in the order of a frame, from far to near; within one layer pieces do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtGui import QPainter

from campaignplanner.planning.timeline_layout import VisiblePart, VisibleTrack
from campaignplanner.ui.timeline.bridge_painter import is_crowd
from campaignplanner.ui.timeline.day_marks import paint_campaign_ends
from campaignplanner.ui.timeline.header_painter import ruler
from campaignplanner.ui.timeline.lane_painter import Frame, paint_labels
from campaignplanner.ui.timeline.stage import Stage
from campaignplanner.ui.timeline.view import View

_BARS, _LANES, _BRIDGES = 16, 3, 6
"""In one piece: what takes about as long as a frame may."""


def painted_in_pieces(stage: Stage, painter: QPainter, view: View, today: date) -> Iterator[None]:
    """Paint all that a stage shows; yields after each piece."""
    frame = stage.frame(painter, view)
    rows = ruler(view, stage.content.spacing)
    stage.paint_ground(frame, rows)
    paint_campaign_ends(painter, frame.ink, view, stage.content.plan.campaign)
    for piece in _pieces(frame):
        stage.paint_bars_and_marks(piece, today)
        yield
    stage.paint_todays_line(frame, today)
    crowded = is_crowd(len(frame.part.bridges))
    for piece in _bridges(frame):
        stage.paint_curves(piece, crowded=crowded)
        yield
    for piece in _bridges(frame):
        stage.paint_glyphs(piece)
        yield
    for piece in _pieces(frame):
        paint_labels(piece, stage.labels)
        yield
    stage.paint_aims_ground(frame)
    for piece in _lanes(frame):
        stage.paint_aims(piece)
        yield
    stage.paint_edges(frame, rows, today)
    yield


def in_pieces(tracks: tuple[VisibleTrack, ...]) -> Iterator[tuple[VisibleTrack, ...]]:
    """Cut tracks where they have enough bars."""
    piece: list[VisibleTrack] = []
    bars = 0
    for track in tracks:
        piece.append(track)
        bars += track.stop - track.start
        if bars >= _BARS:
            yield tuple(piece)
            piece, bars = [], 0
    yield tuple(piece)


def count_of_pieces(part: VisiblePart) -> int:
    """How many pieces there are to a part."""
    tracks = sum(1 for _ in in_pieces(part.tracks))
    lanes, bridges = -(-len(part.lanes) // _LANES), -(-len(part.bridges) // _BRIDGES)
    return 2 * (tracks + lanes) + lanes + 2 * (lanes + bridges) + 1


def _pieces(frame: Frame) -> Iterator[Frame]:
    yield from _lanes(frame)
    for tracks in in_pieces(frame.part.tracks):
        yield replace(frame, part=VisiblePart((), tracks, ()))


def _lanes(frame: Frame) -> Iterator[Frame]:
    lanes = frame.part.lanes
    for start in range(0, len(lanes), _LANES):
        yield replace(frame, part=VisiblePart(lanes[start : start + _LANES], (), ()))


def _bridges(frame: Frame) -> Iterator[Frame]:
    """Those that are open first: they are known by the lane that they end in."""
    yield from _lanes(frame)
    bridges = frame.part.bridges
    for start in range(0, len(bridges), _BRIDGES):
        yield replace(frame, part=VisiblePart((), (), bridges[start : start + _BRIDGES]))
