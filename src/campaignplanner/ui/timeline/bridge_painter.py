"""Paints bridges: a curve with an arrow head, and the glyph of its pattern on the waterline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, glyph
from campaignplanner.ui.timeline.bridge_shapes import BridgeShape
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.glyphs import GlyphSprites
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.lane_painter import Frame
from campaignplanner.ui.timeline.selection import Selected, Subject

_SELECTED_WIDER = 1.2
_CROWD = 16
"""With more bridges in view their curves are thin: easier to tell apart, and a fifth of the work to draw."""
_LONG = 400.0
"""Curves that are longer than this are thin too."""


def paint_curves(frame: Frame, shapes: list[BridgeShape], *, crowded: bool) -> None:
    """Paints the curves with their arrow heads: all before any glyph, so that no curve crosses one."""
    with _among_bridges(frame):
        for shape in shapes:
            _paint_curve(frame, shape, crowded)


def paint_glyphs(frame: Frame, glyphs: GlyphSprites, shapes: list[BridgeShape]) -> None:
    """Paints the signs of patterns."""
    with _among_bridges(frame):
        for shape in shapes:
            _paint_glyph(frame, glyphs, shape)


@contextmanager
def _among_bridges(frame: Frame) -> Iterator[None]:
    painter, view = frame.painter, frame.view
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(view.x(view.scale.origin), view.y(0)))
    yield
    painter.restore()


def is_crowd(count: int) -> bool:
    """Whether so many bridges are drawn thin."""
    return count > _CROWD


def bridge_pen(ink: Ink, content: TimelineContent, bridge_id: str) -> QPen:
    """The pen for how a bridge stands; one whose trouble was set aside is drawn calmly."""
    if content.is_set_aside(bridge_id):
        return ink.open
    return pen_of(ink, content.judgement(bridge_id))


def pen_of(ink: Ink, judgement: BridgeJudgement) -> QPen:
    """Slate while it holds, paler between two of one side, red and dashed when broken, dotted when open."""
    if judgement.state is BridgeState.BROKEN:
        return ink.broken
    if judgement.state is BridgeState.OPEN:
        return ink.open
    return ink.holding if judgement.crossing else ink.same_side


def _paint_curve(frame: Frame, shape: BridgeShape, crowded: bool) -> None:
    painter = frame.painter
    pen = bridge_pen(frame.ink, frame.content, shape.bridge_id)
    if _is_selected(shape, frame.selected):
        pen = QPen(pen)
        pen.setWidthF(pen.widthF() + _SELECTED_WIDER)
    elif crowded or max(shape.box.width(), shape.box.height()) > _LONG:
        pen = frame.ink.thin(pen)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape.curve)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(shape.arrow)


def _paint_glyph(frame: Frame, glyphs: GlyphSprites, shape: BridgeShape) -> None:
    painter, content = frame.painter, frame.content
    pattern = content.plan.bridges[shape.bridge_id].pattern
    colour = bridge_pen(frame.ink, content, shape.bridge_id).color()
    glyphs.stamp(painter, glyph(pattern), colour, shape.glyph, shape.radius)
    if _is_selected(shape, frame.selected):
        painter.setPen(frame.ink.focus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(shape.glyph, shape.radius + 2.5, shape.radius + 2.5)


def _is_selected(shape: BridgeShape, selected: Selected | None) -> bool:
    return selected is not None and selected.subject is Subject.BRIDGE and selected.id == shape.bridge_id
