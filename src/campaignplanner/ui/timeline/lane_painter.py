"""Paints the lanes: their grounds and waterlines, and on them bars, the lines that join them, and labels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from campaignplanner.domain.activity import Side
from campaignplanner.planning.timeline_layout import (
    Bar,
    LabelPlace,
    PlacedLane,
    VisiblePart,
    VisibleTrack,
)
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.label_book import LabelBook
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.sprites import BarSprites, Standing, corner_radius
from campaignplanner.ui.timeline.view import View

_BEYOND = 40.0
"""How far beyond the view a bar is drawn, so that its ends and its ring stay out of sight."""
_RING = 2.5


@dataclass(frozen=True, slots=True)
class Frame:
    """What all painters of one frame share."""

    painter: QPainter
    ink: Ink
    view: View
    content: TimelineContent
    part: VisiblePart
    selected: Selected | None


def paint_grounds(frame: Frame, grid: list[QLineF], bands: list[tuple[QRectF, QColor]]) -> None:
    """Paints what lies under everything: lanes, bands of days, the ruler's lines, waterlines."""
    painter, ink, view = frame.painter, frame.ink, frame.view
    painter.fillRect(view.regions.lanes, ink.theme.surface)
    for lane in frame.part.lanes:
        if lane.lane.is_unsaid:
            painter.fillRect(lane_box(view, lane), ink.theme.surface_raised)
    for band, colour in bands:
        painter.fillRect(band, colour)
    painter.setPen(ink.hairline)
    painter.drawLines(grid)
    painter.drawLines([_bottom_line(view, lane) for lane in frame.part.lanes])
    painter.setPen(ink.waterline)
    painter.drawLines([_waterline(view, lane) for lane in frame.part.lanes if lane.shows_waterline])


def paint_bars(frame: Frame, sprites: BarSprites, ratio: float) -> None:
    """Paints the lines between flights, then the bars."""
    painter, view = frame.painter, frame.view
    middle = frame.content.layout.metrics.bar_height / 2
    joints = [
        QLineF(view.x(line.first_day), y, view.x_after(line.last_day), y)
        for seen in frame.part.tracks
        if seen.hairlines
        for y in (round(view.y(seen.top + middle)) + 0.0,)
        for line in seen.hairlines
    ]
    painter.setPen(frame.ink.joint)
    painter.drawLines(joints)
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    for seen in frame.part.tracks:
        _stamp_track(frame, sprites, ratio, seen)
    painter.restore()


def paint_summaries(frame: Frame) -> None:
    """Paints of collapsed lanes when anything runs, online above their line and offline below."""
    painter, view, layout = frame.painter, frame.view, frame.content.layout
    days, height = view.days(), layout.metrics.summary_height
    for lane in frame.part.lanes:
        if not lane.collapsed:
            continue
        for side in Side:
            colour = frame.ink.theme.online if side is Side.ONLINE else frame.ink.theme.offline
            y = round(view.y(layout.track_top(lane.lane.index, side, 0)))
            for span in frame.content.busy_days(lane.lane, side):
                if span.first_day <= days.last_day and span.last_day >= days.first_day:
                    left = max(view.x(span.first_day), view.regions.lanes.left())
                    right = min(view.x_after(span.last_day) - 1, view.regions.width)
                    painter.fillRect(QRectF(left, y, max(right - left, 1.0), height), colour)


def _stamp_track(frame: Frame, sprites: BarSprites, ratio: float, seen: VisibleTrack) -> None:
    """Stamps the bars of a track; this runs for every bar of every frame, so it counts by itself."""
    painter, view, look = frame.painter, frame.view, frame.content.look
    lanes = view.regions.lanes
    per_day = view.scale.pixels_per_day * ratio
    start = view.x(view.scale.origin) * ratio - view.scale.origin.toordinal() * per_day
    least, most = (lanes.left() - _BEYOND) * ratio, (lanes.right() + _BEYOND) * ratio
    narrowest = frame.content.label_metrics.least_bar_width * ratio
    top = round(view.y(seen.top) * ratio)
    for bar in seen.bars:
        left = start + bar.first_day.toordinal() * per_day
        right = max(start + (bar.last_day.toordinal() + 1) * per_day - ratio, left + narrowest)
        if right > least and left < most:
            left, right = max(left, least), min(right, most)
            sprites.stamp(painter, look(bar), round(left), top, round(right))


def paint_labels(frame: Frame, labels: LabelBook) -> None:
    """Paints the titles, each where the layout has a place for it."""
    painter, ink, view = frame.painter, frame.ink, frame.view
    painter.setFont(ink.label_font)
    painter.setPen(ink.text)
    height = frame.content.layout.metrics.bar_height
    down = (height - ink.label_metrics.height()) / 2
    if down < 0:
        return  # bars are too low for titles
    right = view.left + view.regions.lanes_width
    for seen in frame.part.tracks:
        y = view.y(seen.top) + down
        for label in labels.places(view, seen):
            if label.x < right and label.x + label.width > view.left:
                _paint_label(frame, label, y)


def paint_rings(frame: Frame) -> None:
    """Rings the bars of the selected activity, the chosen one of them with a stronger line."""
    selected = frame.selected
    if selected is None or selected.subject is not Subject.ACTIVITY:
        return
    painter = frame.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for seen in frame.part.tracks:
        for bar in seen.bars:
            if bar.activity_id == selected.id:
                chosen = is_chosen(frame.content, bar, selected)
                painter.setPen(frame.ink.focus if chosen else QPen(frame.ink.theme.accent, 1.0))
                ring = drawn_box(frame, bar, seen.top).adjusted(-_RING, -_RING, _RING, _RING)
                radius = corner_radius(bar.side, ring)
                painter.drawRoundedRect(ring, radius, radius)
    painter.restore()


def is_chosen(content: TimelineContent, bar: Bar, selected: Selected) -> bool:
    """Whether a bar is the very one that was selected, not another of the same activity."""
    return bar.flight_id == selected.flight_id and content.arrangement.lanes[bar.lane].key == selected.lane


def bar_box(content: TimelineContent, view: View, bar: Bar, top: float | None = None) -> QRectF:
    """The box of a bar on the canvas, however far it reaches; a dot parts it from the next."""
    height = content.layout.bar_height(bar)
    y = view.y(content.layout.bar_top(bar) if top is None else top)
    left = view.x(bar.first_day)
    width = max(view.x_after(bar.last_day) - left - 1, content.label_metrics.least_bar_width)
    return QRectF(left, y, width, height)


def drawn_box(frame: Frame, bar: Bar, top: float) -> QRectF:
    """The box of a bar, cut a little beyond the view: a bar of years has no more dots than it shows."""
    box = bar_box(frame.content, frame.view, bar, top)
    lanes = frame.view.regions.lanes
    box.setLeft(max(box.left(), lanes.left() - _BEYOND))
    box.setRight(min(box.right(), lanes.right() + _BEYOND))
    return box


def lane_box(view: View, lane: PlacedLane) -> QRectF:
    """The box of a lane on the canvas, with the column of its aim."""
    return QRectF(0, view.y(lane.top), view.regions.width, lane.height)


def _paint_label(frame: Frame, label: LabelPlace, y: float) -> None:
    painter, content, view = frame.painter, frame.content, frame.view
    text = content.label(label.bar.activity_id)
    if label.elided:
        text = content.writing.cut(text, label.width)
    at = QPointF(view.regions.aim_width + label.x - view.left, y)
    standing = content.look(label.bar).standing
    if standing is Standing.CANCELLED:
        _paint_struck(frame, text, at)
    elif standing is Standing.GHOST:
        painter.setPen(frame.ink.muted)
        painter.drawStaticText(at, content.writing.ready(text))
        painter.setPen(frame.ink.text)
    else:
        painter.drawStaticText(at, content.writing.ready(text))


def _paint_struck(frame: Frame, text: str, at: QPointF) -> None:
    """A cancelled activity is told by its words too: they are struck out."""
    painter, ink = frame.painter, frame.ink
    painter.setFont(ink.struck_font)
    painter.setPen(ink.muted)
    painter.drawText(QPointF(at.x(), at.y() + ink.label_metrics.ascent()), directed(text))
    painter.setFont(ink.label_font)
    painter.setPen(ink.text)


def _bottom_line(view: View, lane: PlacedLane) -> QLineF:
    y = round(view.y(lane.bottom))
    return QLineF(0, y, view.regions.width, y)


def _waterline(view: View, lane: PlacedLane) -> QLineF:
    y = round(view.y(lane.waterline))
    return QLineF(view.regions.aim_width, y, view.regions.width, y)
