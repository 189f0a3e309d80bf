"""Paints whole frames: everything of the timeline in its order, from far to near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from campaignplanner.domain.review import Finding
from campaignplanner.planning.timeline_layout import LabelPlace, VisiblePart, VisibleTrack, visible
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.aim_painter import paint_lane_head
from campaignplanner.ui.timeline.bridge_painter import paint_bridges
from campaignplanner.ui.timeline.bridge_shapes import BridgeShape, BridgeShapes
from campaignplanner.ui.timeline.content import WIDEST_LABEL, TimelineContent
from campaignplanner.ui.timeline.day_marks import day_bands, paint_campaign_ends, paint_ruler_marks
from campaignplanner.ui.timeline.finding_marks import FindingMarks
from campaignplanner.ui.timeline.glyphs import GlyphSprites
from campaignplanner.ui.timeline.header_painter import (
    grid_lines,
    paint_empty_header,
    paint_header,
    paint_today_pill,
    ruler,
    today_pill,
    today_x,
)
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.kpi_flags import paint_flags
from campaignplanner.ui.timeline.label_book import LabelBook
from campaignplanner.ui.timeline.lane_painter import (
    Frame,
    lane_box,
    paint_bars,
    paint_grounds,
    paint_labels,
    paint_rings,
    paint_summaries,
)
from campaignplanner.ui.timeline.lead_ins import paint_lead_ins
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.sights import Sights
from campaignplanner.ui.timeline.spend_painter import paint_spend
from campaignplanner.ui.timeline.sprites import BarSprites
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate

LABEL_REACH = WIDEST_LABEL + 20.0
"""How far beyond the view a bar may lie whose label, beside it, still reaches into the view."""


class Stage:
    """Keeps what frames share and paints one when asked to.

    Args:
        content: what is shown.
        ink: what to paint with at first.
        ratio: dots of the screen per logical pixel.
        before: of an earlier state; what has not changed since is taken over from it.

    Attributes:
        sights: what is shown besides lanes and bars.
        shapes: the curves of bridges.
        labels: where titles are written.
        hidden_bridges: those that somebody else paints, where they would be.
    """

    def __init__(self, content: TimelineContent, ink: Ink, ratio: float, before: Stage | None = None) -> None:
        self.content = content
        self.shapes: BridgeShapes = BridgeShapes(content, None if before is None else before.shapes)
        self.sights: Sights = Sights(content, None if before is None else before.sights)
        self._is_paper = False
        self.hidden_bridges: frozenset[str] = frozenset()
        self.labels: LabelBook = LabelBook(content, None if before is None else before.labels)
        self._ink = ink
        self._ratio = ratio
        if before is None or not before.hands_on(self):
            self._make_sprites()

    def dress(self, ink: Ink, ratio: float) -> None:
        """Takes another theme's ink or another screen's ratio."""
        if ink is not self._ink or ratio != self._ratio:
            self._ink, self._ratio = ink, ratio
            self._make_sprites()

    def draw_for_paper(self, bars: BarSprites, glyphs: GlyphSprites) -> None:
        """Takes other bars and glyphs than those for the screen, and leaves out what one would click on."""
        self._bars, self._glyphs = bars, glyphs
        self._is_paper = True

    def label_places(self, view: View, seen: VisibleTrack) -> Iterator[LabelPlace]:
        """Where the labels of a track are written, in the x of the scale."""
        return self.labels.places(view, seen)

    def paint(self, painter: QPainter, view: View, selected: Selected | None, today: date) -> None:
        """Paints a frame: the lanes, then over them what stays when they scroll."""
        frame = Frame(painter, self._ink, view, self.content, self.part(view), selected)
        if self.content.known_days() is None:
            self._paint_undated(frame)
            return
        rows = ruler(view, self.content.spacing)
        campaign, holidays = self.content.plan.campaign, self.sights.holidays
        paint_grounds(frame, grid_lines(view, rows), day_bands(self._ink.theme, view, campaign, holidays))
        self._paint_lanes(frame, today)
        self._paint_aims(frame)
        paint_spend(painter, self._ink, view, self.content.strip, self.sights.wanted.period)
        word = translate("Timeline", "today")
        pill = today_pill(self._ink, view, today, word)
        paint_header(painter, self._ink, view, rows, pill)
        paint_ruler_marks(painter, self._ink, view, campaign, holidays)
        if pill is not None:
            paint_today_pill(painter, self._ink, pill, word)

    def seen_bridges(self, view: View, part: VisiblePart) -> list[BridgeShape]:
        """The bridges in view."""
        lanes = view.regions.lanes
        box = QRectF(view.left, view.top, lanes.width(), lanes.height())
        seen = self.shapes.seen(part, view.days(), view.scale, box)
        if not self.hidden_bridges:
            return seen
        return [shape for shape in seen if shape.bridge_id not in self.hidden_bridges]

    def finding_at(self, point: QPointF) -> Finding | None:
        """The finding whose mark lies under a point of the window."""
        return self._marks.finding_at(point)

    def hands_on(self, other: Stage) -> bool:
        """Lends another stage the pictures of bars; whether they are as high, as sharp and as coloured."""
        mine, theirs = self.content.layout.metrics.bar_height, other.content.layout.metrics.bar_height
        if other._ink is not self._ink or other._ratio != self._ratio or mine != theirs or self._is_paper:
            return False
        other._bars, other._glyphs, other._marks = self._bars, self._glyphs, self._marks
        return True

    def _make_sprites(self) -> None:
        theme: Theme = self._ink.theme
        height = self.content.layout.metrics.bar_height
        self._bars = BarSprites(theme, height, self._ratio)
        self._glyphs = GlyphSprites(theme.surface, self._ratio)
        self._marks = FindingMarks(theme, self._ratio)

    def part(self, view: View) -> VisiblePart:
        """What of the layout is in view, with bars whose labels may reach into it."""
        days = view.days(LABEL_REACH)
        bottom = view.top + view.regions.lanes_height
        return visible(self.content.layout, view.top, bottom, days.first_day, days.last_day)

    def _paint_undated(self, frame: Frame) -> None:
        paint_grounds(frame, [], [])
        self._paint_aims(frame)
        paint_spend(frame.painter, self._ink, frame.view, self.content.strip)
        paint_empty_header(frame.painter, self._ink, frame.view)

    def _paint_lanes(self, frame: Frame, today: date) -> None:
        painter, view, sights, ink = frame.painter, frame.view, self.sights, self._ink
        painter.save()
        painter.setClipRect(view.regions.lanes)
        paint_campaign_ends(painter, ink, view, self.content.plan.campaign)
        paint_lead_ins(painter, ink, view, frame.part, self.content, sights.lead_ins)
        paint_flags(painter, ink, view, frame.part, sights.flags, today)
        paint_summaries(frame)
        paint_bars(frame, self._bars, self._ratio)
        sights.approved.paint(painter, ink, view, frame.part)
        painter.setPen(self._ink.today)
        x = round(today_x(view, today))
        painter.drawLine(QPointF(x, view.regions.lanes.top()), QPointF(x, view.regions.lanes.bottom()))
        paint_rings(frame)
        bridges = self.seen_bridges(view, frame.part)
        paint_bridges(frame, self._glyphs, bridges)
        paint_labels(frame, self.labels)
        if not self._is_paper:
            self._marks.paint(frame, bridges, sights.wanted.findings)
        painter.restore()

    def _paint_aims(self, frame: Frame) -> None:
        painter, view, ink = frame.painter, frame.view, self._ink
        column = view.regions.aims
        painter.save()
        painter.setClipRect(column)
        painter.fillRect(column, ink.theme.surface)
        for lane in frame.part.lanes:
            whole = lane_box(view, lane)
            box = QRectF(0, whole.top(), column.width(), whole.height())
            if lane.lane.is_unsaid:
                painter.fillRect(box, ink.theme.surface_raised)
            key = lane.lane.key
            is_selected = frame.selected is not None and frame.selected.head_of == key
            head = self.content.heads[key]
            turned, can_turn = lane.collapsed, not self._is_paper
            paint_lane_head(
                painter, ink, head, box, selected=is_selected, collapsed=turned, can_turn=can_turn
            )
            painter.setPen(ink.hairline)
            painter.drawLine(QLineF(0, round(box.bottom()), box.right(), round(box.bottom())))
        painter.restore()
        painter.setPen(ink.hairline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x = round(column.right())
        painter.drawLine(QLineF(x, column.top(), x, column.bottom()))
