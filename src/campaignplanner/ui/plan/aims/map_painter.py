"""Draws the map of influences."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.plan.aims.map_layout import MapArrow, MapLayout, MapNode
from campaignplanner.ui.theme import Theme

_LINE = 1.4
_STRONG_LINE = 2.0
_ROUND = 6.0
_DASHES = (3.0, 2.5)


@dataclass(slots=True)
class MapState:
    """What is selected, under the mouse, or being drawn by it."""

    influence_ids: frozenset[str] = frozenset()
    audience_ids: frozenset[str] = frozenset()
    hovered_node: MapNode | None = None
    hovered_arrow: MapArrow | None = None
    source: MapNode | None = None
    target: MapNode | None = None
    place: QPointF | None = None

    @property
    def is_joining(self) -> bool:
        """Whether an arrow is being drawn."""
        return self.source is not None

    @property
    def has_no_selection(self) -> bool:
        """Whether nothing on the map is selected."""
        return not self.influence_ids and not self.audience_ids

    def hover(self, node: MapNode | None, arrow: MapArrow | None) -> None:
        """Notes what is under the mouse; a node lies over the lines."""
        self.hovered_node = node
        self.hovered_arrow = None if node is not None else arrow

    def join(self, source: MapNode, place: QPointF, target: MapNode | None) -> None:
        """An arrow is drawn from a node to a place."""
        self.source, self.place, self.target = source, place, target

    def let_go(self) -> None:
        """No arrow is drawn any more."""
        self.source = self.target = self.place = None


class MapPainter:
    """Draws one map with a painter; made for each frame."""

    def __init__(self, painter: QPainter, theme: Theme, font: QFont) -> None:
        self._painter = painter
        self._theme = theme
        self._metrics = QFontMetricsF(font)
        painter.setFont(font)

    def paint(self, layout: MapLayout, state: MapState) -> None:
        """Draws lines below words below nodes; what is selected lies on top of its like."""
        strong = {arrow.influence_id for arrow in layout.arrows if self._is_strong(arrow, state)}
        for arrow in sorted(layout.arrows, key=lambda each: each.influence_id in strong):
            is_selected = arrow.influence_id in state.influence_ids
            self._paint_arrow(arrow, is_selected, arrow.influence_id in strong)
        for node in layout.nodes:
            self._paint_node(node, state)
        if state.source is not None and state.place is not None:
            self._paint_joining(state.source, state.place)

    def _is_strong(self, arrow: MapArrow, state: MapState) -> bool:
        hovered = state.hovered_arrow
        is_hovered = hovered is not None and hovered.influence_id == arrow.influence_id
        return is_hovered or arrow.influence_id in state.influence_ids

    def _paint_arrow(self, arrow: MapArrow, is_selected: bool, is_strong: bool) -> None:
        now, painter = self._theme, self._painter
        colour = now.accent if is_selected else now.text if is_strong else now.bridge
        if is_selected and arrow.lines:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.selection)
            painter.drawRoundedRect(arrow.label.adjusted(-4, -2, 6, 2), 4, 4)
        painter.setPen(QPen(colour, _STRONG_LINE if is_strong else _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(arrow.path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(arrow.head)
        ink = now.text if arrow.is_said else now.text_muted
        self._write(arrow.lines, arrow.label.topLeft(), ink)

    def _paint_node(self, node: MapNode, state: MapState) -> None:
        now, painter = self._theme, self._painter
        is_selected = node.audience_id is not None and node.audience_id in state.audience_ids
        is_end = (node == state.target and node.audience_id is not None) or node == state.source
        is_hovered = node == state.hovered_node
        pen = QPen(now.accent if is_selected or is_end else now.control_edge, 1.2)
        if node.audience_id is None:
            pen.setColor(now.accent if is_end else now.text_muted)
            pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        ground = now.selection if is_selected or is_end else now.hover if is_hovered else now.surface_raised
        painter.setBrush(ground)
        painter.drawRoundedRect(node.box, _ROUND, _ROUND)
        top = node.box.center().y() - len(node.lines) * self._metrics.height() / 2
        self._write(node.lines, QPointF(node.box.left() + 8, top), now.text)

    def _paint_joining(self, source: MapNode, place: QPointF) -> None:
        now, painter = self._theme, self._painter
        start = QPointF(source.box.right(), source.box.center().y())
        pen = QPen(now.accent, _STRONG_LINE)
        pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        painter.drawLine(start, place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent)
        painter.drawEllipse(place, 4, 4)

    def _write(self, lines: tuple[str, ...], place: QPointF, ink: QColor) -> None:
        self._painter.setPen(ink)
        y = place.y() + self._metrics.ascent()
        for line in lines:
            self._painter.drawText(QPointF(place.x(), y), directed(line))
            y += self._metrics.height()
