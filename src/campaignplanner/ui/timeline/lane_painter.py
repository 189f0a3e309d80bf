"""Paints the lanes: their grounds and waterlines, and on them bars, the lines that join them, and labels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from campaignplanner.domain.activity import ActivityStatus
from campaignplanner.planning.timeline_layout import (
    Bar,
    LabelPlace,
    LabelWhere,
    PlacedLane,
    VisiblePart,
    VisibleTrack,
    label_places,
)
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.sprites import BarSprites, corner_radius
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


def paint_grounds(frame: Frame, grid: list[QLineF], weekends: list[QRectF]) -> None:
    """Paints what lies under everything: lanes, weekends, the ruler's lines, waterlines."""
    painter, ink, view = frame.painter, frame.ink, frame.view
    painter.fillRect(view.regions.body, ink.theme.surface)
    for lane in frame.part.lanes:
        if lane.lane.aim_id is None:
            painter.fillRect(lane_box(view, lane), ink.theme.surface_raised)
    for band in weekends:
        painter.fillRect(band, ink.weekend)
    painter.setPen(ink.hairline)
    painter.drawLines(grid)
    painter.drawLines([_bottom_line(view, lane) for lane in frame.part.lanes])
    painter.setPen(ink.waterline)
    painter.drawLines([_waterline(view, lane) for lane in frame.part.lanes if lane.shows_waterline])


def paint_bars(frame: Frame, sprites: BarSprites) -> None:
    """Paints the lines between flights, then the bars."""
    painter, ink, view = frame.painter, frame.ink, frame.view
    middle = frame.content.layout.metrics.bar_height / 2
    joints = [
        QLineF(view.x(line.first_day), y, view.x_after(line.last_day), y)
        for seen in frame.part.tracks
        if seen.hairlines
        for y in (round(view.y(seen.top + middle)) + 0.0,)
        for line in seen.hairlines
    ]
    painter.setPen(ink.joint)
    painter.drawLines(joints)
    look = frame.content.look
    for seen in frame.part.tracks:
        for bar in seen.bars:
            sprites.stamp(painter, look(bar), drawn_box(frame, bar, seen.top))


def paint_labels(frame: Frame) -> None:
    """Paints the titles, each where the layout has a place for it."""
    painter, ink = frame.painter, frame.ink
    painter.setFont(ink.label_font)
    painter.setPen(ink.text)
    for seen in frame.part.tracks:
        for label in places_of(frame.content, frame.view, seen):
            _paint_label(frame, seen, label)


def places_of(content: TimelineContent, view: View, seen: VisibleTrack) -> list[LabelPlace]:
    """Where the labels of a track are written, in the x of the scale."""
    return label_places(seen, view.scale, content.title_width, content.label_metrics, left_edge=view.left)


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
    lane_aim = content.arrangement.lanes[bar.lane].aim_id
    return bar.flight_id == selected.flight_id and lane_aim == selected.aim_id


def bar_box(content: TimelineContent, view: View, bar: Bar, top: float | None = None) -> QRectF:
    """The box of a bar on the canvas, however far it reaches; a dot parts it from the next."""
    height = content.layout.metrics.bar_height
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


def _paint_label(frame: Frame, seen: VisibleTrack, label: LabelPlace) -> None:
    painter, content = frame.painter, frame.content
    writing = content.writing
    x, width = label.x, label.width
    if label.where is LabelWhere.BESIDE:
        x = _beside(frame, label)
        width += label.x - x
    text = content.title(label.bar.activity_id)
    if writing.width(text) > width + 0.5:
        text = writing.cut(text, width)
    y = frame.view.y(seen.top) + (content.layout.metrics.bar_height - frame.ink.label_metrics.height()) / 2
    at = QPointF(frame.view.regions.aim_width + x - frame.view.left, y)
    if content.plan.activities[label.bar.activity_id].status is ActivityStatus.CANCELLED:
        _paint_struck(frame, text, at)
        return
    pale = label.bar.ghost
    if pale:
        painter.setPen(frame.ink.muted)
    painter.drawStaticText(at, writing.ready(text))
    if pale:
        painter.setPen(frame.ink.text)


def _beside(frame: Frame, label: LabelPlace) -> float:
    """A label beside a bar moves out of view with it, where one inside a bar stays in view."""
    scale, metrics = frame.view.scale, frame.content.label_metrics
    least_right = scale.x_of_day(label.bar.first_day) + metrics.least_bar_width
    return min(label.x, max(scale.x_after(label.bar.last_day), least_right) + metrics.gap)


def _paint_struck(frame: Frame, text: str, at: QPointF) -> None:
    """A cancelled activity is told by its words too: they are struck out."""
    painter, ink = frame.painter, frame.ink
    painter.setFont(ink.struck_font)
    painter.setPen(ink.muted)
    painter.drawText(QPointF(at.x(), at.y() + ink.label_metrics.ascent()), text)
    painter.setFont(ink.label_font)
    painter.setPen(ink.text)


def _bottom_line(view: View, lane: PlacedLane) -> QLineF:
    y = round(view.y(lane.bottom))
    return QLineF(0, y, view.regions.width, y)


def _waterline(view: View, lane: PlacedLane) -> QLineF:
    y = round(view.y(lane.waterline))
    return QLineF(view.regions.aim_width, y, view.regions.width, y)
