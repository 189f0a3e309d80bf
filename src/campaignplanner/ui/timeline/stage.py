"""Paints whole frames: everything of the timeline in its order, from far to near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from campaignplanner.domain.review import Finding
from campaignplanner.planning.timeline_layout import LabelPlace, VisiblePart, VisibleTrack, visible
from campaignplanner.planning.timescale import HeaderRow
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.aim_painter import paint_lane_head
from campaignplanner.ui.timeline.bridge_painter import is_crowd, paint_curves, paint_glyphs
from campaignplanner.ui.timeline.bridge_shapes import ENDS_REACH, BridgeShape, BridgeShapes
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
        self._part: tuple[View, VisiblePart] | None = None
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
        self.labels.run_out()

    def label_places(self, view: View, seen: VisibleTrack) -> Iterator[LabelPlace]:
        """Where the labels of a track are written, in the x of the scale."""
        return self.labels.places(view, seen)

    def paint(self, painter: QPainter, view: View, selected: Selected | None, today: date) -> None:
        """Paints a frame: the lanes, then over them what stays when they scroll."""
        frame = self.frame(painter, view, selected)
        if self.content.known_days() is None:
            self._paint_undated(frame)
            return
        rows = ruler(view, self.content.spacing)
        self.paint_ground(frame, rows)
        self._paint_lanes(frame, today)
        self.paint_aims_ground(frame)
        self.paint_aims(frame)
        self.paint_edges(frame, rows, today)

    def frame(self, painter: QPainter, view: View, selected: Selected | None = None) -> Frame:
        """What there is to paint of a view, and with what."""
        return Frame(painter, self._ink, view, self.content, self.part(view), selected)

    def paint_ground(self, frame: Frame, rows: tuple[HeaderRow, HeaderRow]) -> None:
        """Paints what lies under everything in the lanes."""
        campaign = self.content.plan.campaign
        bands = day_bands(frame.ink.theme, frame.view, campaign, self.sights.holidays)
        paint_grounds(frame, grid_lines(frame.view, rows), bands)

    def paint_bars_and_marks(self, frame: Frame, today: date) -> None:
        """Paints bars, and what lies just over and under them."""
        painter, view, sights, ink = frame.painter, frame.view, self.sights, frame.ink
        paint_lead_ins(painter, ink, view, frame.part, self.content, sights.lead_ins)
        paint_flags(painter, ink, view, frame.part, sights.flags, today)
        paint_summaries(frame)
        paint_bars(frame, self._bars, self._ratio)
        sights.approved.paint(painter, ink, view, frame.part)

    def paint_todays_line(self, frame: Frame, today: date) -> None:
        """Paints the line of today down the lanes."""
        lanes = frame.view.regions.lanes
        x = round(today_x(frame.view, today))
        frame.painter.setPen(frame.ink.today)
        frame.painter.drawLine(QPointF(x, lanes.top()), QPointF(x, lanes.bottom()))

    def paint_curves(self, frame: Frame, *, crowded: bool) -> None:
        """Paints bridges without their glyphs, thin where they are many."""
        paint_curves(frame, self.seen_bridges(frame.view, frame.part), crowded=crowded)

    def paint_glyphs(self, frame: Frame) -> None:
        """Paints the glyphs of bridges, over all their curves."""
        paint_glyphs(frame, self._glyphs, self.seen_bridges(frame.view, frame.part))

    def paint_aims_ground(self, frame: Frame) -> None:
        """Paints the column of aims, without them."""
        column = frame.view.regions.aims
        frame.painter.fillRect(column, frame.ink.theme.surface)

    def paint_edges(self, frame: Frame, rows: tuple[HeaderRow, HeaderRow], today: date) -> None:
        """Paints what never scrolls up or down: the money below and the ruler above."""
        painter, ink, view, campaign = frame.painter, frame.ink, frame.view, self.content.plan.campaign
        paint_spend(painter, ink, view, self.content.strip, self.sights.wanted.period)
        word = translate("Timeline", "today")
        pill = today_pill(ink, view, today, word)
        paint_header(painter, ink, view, rows, pill)
        paint_ruler_marks(painter, ink, view, campaign, self.sights.holidays)
        if pill is not None:
            paint_today_pill(painter, ink, pill, word)

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
        self._marks = FindingMarks(theme)

    def part(self, view: View) -> VisiblePart:
        """What of the layout is in view, with bars whose labels may reach into it."""
        if self._part is None or self._part[0] != view:
            days = view.days(LABEL_REACH)
            bottom = view.top + view.regions.lanes_height
            layout, first, last = self.content.layout, days.first_day, days.last_day
            self._part = view, visible(layout, view.top, bottom, first, last, reach=ENDS_REACH)
        return self._part[1]

    def _paint_undated(self, frame: Frame) -> None:
        paint_grounds(frame, [], [])
        self.paint_aims_ground(frame)
        self.paint_aims(frame)
        paint_spend(frame.painter, self._ink, frame.view, self.content.strip)
        paint_empty_header(frame.painter, self._ink, frame.view)

    def _paint_lanes(self, frame: Frame, today: date) -> None:
        painter, view = frame.painter, frame.view
        painter.save()
        painter.setClipRect(view.regions.lanes)
        paint_campaign_ends(painter, frame.ink, view, self.content.plan.campaign)
        self.paint_bars_and_marks(frame, today)
        self.paint_todays_line(frame, today)
        paint_rings(frame)
        bridges = self.seen_bridges(view, frame.part)
        paint_curves(frame, bridges, crowded=is_crowd(len(bridges)))
        paint_glyphs(frame, self._glyphs, bridges)
        paint_labels(frame, self.labels)
        self._marks.paint(frame, bridges, self.sights.wanted.findings)
        painter.restore()

    def paint_aims(self, frame: Frame) -> None:
        """Paints the heads of lanes over the ground of their column."""
        painter, view, ink = frame.painter, frame.view, frame.ink
        column = view.regions.aims
        painter.save()
        painter.setClipRect(column)
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
