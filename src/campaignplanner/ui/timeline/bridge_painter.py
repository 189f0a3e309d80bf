"""Paints bridges: a curve with an arrow head, and the glyph of its pattern on the waterline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from campaignplanner.planning.bridges import BridgeState, glyph
from campaignplanner.planning.timeline_layout import PlacedBridge
from campaignplanner.ui.timeline.bridge_shapes import BridgeShape, BridgeShapes
from campaignplanner.ui.timeline.content import GLYPH_RADIUS, TimelineContent
from campaignplanner.ui.timeline.glyphs import GlyphSprites
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.view import View


class BridgePainter:
    """Paints the bridges of one content."""

    def __init__(self, content: TimelineContent, shapes: BridgeShapes) -> None:
        self._content = content
        self._shapes = shapes

    def paint(
        self,
        painter: QPainter,
        ink: Ink,
        glyphs: GlyphSprites,
        view: View,
        bridges: tuple[PlacedBridge, ...],
        selected: Selected | None,
    ) -> None:
        """Paints all curves first and all glyphs over them, so that no curve crosses a glyph."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(view.x(view.scale.origin), view.y(0)))
        drawn = [(placed, self._shapes.shape(placed, view.scale)) for placed in bridges]
        for placed, shape in drawn:
            self._paint_curve(painter, ink, placed, shape, _is_selected(placed, selected))
        for placed, shape in drawn:
            self._paint_glyph(painter, ink, glyphs, placed, shape, _is_selected(placed, selected))
        painter.restore()

    def pen(self, ink: Ink, placed: PlacedBridge) -> QPen:
        """Slate while it holds, paler between two of one side, red and dashed when broken."""
        judgement = self._content.judgement(placed.path.bridge_id)
        if judgement.state is BridgeState.BROKEN:
            return ink.broken
        if judgement.state is BridgeState.OPEN:
            return ink.open
        return ink.holding if judgement.crossing else ink.same_side

    def _paint_curve(
        self, painter: QPainter, ink: Ink, placed: PlacedBridge, shape: BridgeShape, selected: bool
    ) -> None:
        pen = self.pen(ink, placed)
        if selected:
            pen = QPen(pen)
            pen.setWidthF(pen.widthF() + 1.2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape.curve)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawPolygon(shape.arrow)

    def _paint_glyph(
        self,
        painter: QPainter,
        ink: Ink,
        glyphs: GlyphSprites,
        placed: PlacedBridge,
        shape: BridgeShape,
        selected: bool,
    ) -> None:
        bridge = self._content.plan.bridges[placed.path.bridge_id]
        glyphs.stamp(painter, glyph(bridge.pattern), self.pen(ink, placed).color(), shape.glyph)
        if selected:
            painter.setPen(ink.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(shape.glyph, GLYPH_RADIUS + 2.5, GLYPH_RADIUS + 2.5)


def _is_selected(placed: PlacedBridge, selected: Selected | None) -> bool:
    return (
        selected is not None and selected.subject is Subject.BRIDGE and selected.id == placed.path.bridge_id
    )
