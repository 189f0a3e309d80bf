"""Where the audiences stand on the map of influences, and how the arrows between them run.

All stand below one another in the order of the list, ambassadors first, so that nothing moves when an
influence is added. Arrows bow out to the right, each through the words for what is passed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPolygonF

from campaignplanner.ui.timeline.words import one_line
from campaignplanner.ui.timeline.wrapping import wrapped

if TYPE_CHECKING:
    from campaignplanner.domain.audience import Influence
    from campaignplanner.domain.plan import Plan

_MARGIN = 16.0
_TOP = 6.0
_NODE_SHARE = 0.42
_WIDEST_NODE = 190.0
_NODE_PADDING = 8.0
_NODE_GAP = 14.0
_LEAST_NODE = 94.0
_BOW = 40.0
_LEAST_LABEL = 48.0
"""With less room than this arrows are drawn without words; tooltip and inspector have them."""
_WITHOUT_LABEL = 10.0
_PORT = 0.22
"""Arrows leave below the middle of a node and arrive above it, by this part of its height."""
_LABEL_GAP = 6.0
_AFTER_BOW = 6.0
_MOST_LINES = 3
_HEAD_LENGTH = 6.0
_HEAD_HALF = 3.4
_ROUNDNESS = 0.55


@dataclass(frozen=True, slots=True)
class MapNode:
    """An audience, or the ambassadors where `audience_id` is None."""

    audience_id: str | None
    name: str
    box: QRectF
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapArrow:
    """An influence: its line, the head of its arrow, and the words beside it.

    Attributes:
        influence_id: the record.
        words: what is passed on, whole.
        is_said: whether that was said at all; else the words say that it was not.
        path: the line from source to target.
        head: the triangle at the target.
        label: where the words stand.
        lines: the words, broken and cut for the label.
    """

    influence_id: str
    words: str
    is_said: bool
    path: QPainterPath
    head: QPolygonF
    label: QRectF
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Everything on the map, in logical pixels."""

    nodes: tuple[MapNode, ...]
    arrows: tuple[MapArrow, ...]
    height: float

    def node_at(self, place: QPointF) -> MapNode | None:
        """The node at a place."""
        return next((node for node in self.nodes if node.box.contains(place)), None)

    def arrow_at(self, place: QPointF, reach: float = 5.0) -> MapArrow | None:
        """The influence whose words or line are at a place, or within reach of it."""
        on_label = (arrow for arrow in self.arrows if arrow.label.contains(place))
        near = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
        on_line = (arrow for arrow in self.arrows if _open_path(arrow.path).intersects(near))
        return next(on_label, None) or next(on_line, None)


def lay_out(plan: Plan, width: float, font: QFont) -> MapLayout:
    """The map of a plan at a width, in a font."""
    nodes = _place_nodes(plan, width, font)
    by_id = {node.audience_id: node for node in nodes}
    ordered = sorted(
        (each for each in plan.influences.values() if each.to_audience_id in by_id),
        key=lambda each: (*_ports(by_id, each)[2:], each.id),
    )
    arrows: list[MapArrow] = []
    lowest = _TOP
    for influence in ordered:
        arrow = _place_arrow(influence, by_id, width, font, lowest)
        lowest = arrow.label.bottom() + _LABEL_GAP
        arrows.append(arrow)
    bottom = max((node.box.bottom() for node in nodes), default=0.0)
    return MapLayout(nodes, tuple(arrows), max(bottom, lowest) + _TOP)


def ambassadors() -> str:
    """What the node without an audience is called."""
    return QCoreApplication.translate("Aims", "Ambassadors")


def _place_nodes(plan: Plan, width: float, font: QFont) -> tuple[MapNode, ...]:
    step = QFontMetricsF(font).height()
    node_width = min(_WIDEST_NODE, max(_LEAST_NODE, (width - 2 * _MARGIN) * _NODE_SHARE))
    named: list[tuple[str | None, str]] = [(None, ambassadors())]
    named += [(audience.id, one_line(audience.name)) for audience in plan.audiences_in_order]
    nodes: list[MapNode] = []
    y = _TOP
    for audience_id, name in named:
        lines = tuple(wrapped(name, font, node_width - 2 * _NODE_PADDING, 2))
        height = round(len(lines) * step + 2 * _NODE_PADDING - 2)
        nodes.append(MapNode(audience_id, name, QRectF(_MARGIN, y, node_width, height), lines))
        y += height + _NODE_GAP
    return tuple(nodes)


def _ports(nodes: dict[str | None, MapNode], influence: Influence) -> tuple[QPointF, QPointF, float, float]:
    """Where an influence leaves and arrives, the height midway, and how far it goes."""
    source, target = nodes[influence.from_audience_id].box, nodes[influence.to_audience_id].box
    leaves = QPointF(source.right(), source.center().y() + source.height() * _PORT)
    arrives = QPointF(target.right(), target.center().y() - target.height() * _PORT)
    return leaves, arrives, (leaves.y() + arrives.y()) / 2, abs(leaves.y() - arrives.y())


def _place_arrow(
    influence: Influence, nodes: dict[str | None, MapNode], width: float, font: QFont, lowest: float
) -> MapArrow:
    leaves, arrives, middle, _ = _ports(nodes, influence)
    left = leaves.x() + _BOW + _AFTER_BOW
    said = one_line(influence.passed_on)
    words = said or QCoreApplication.translate("Aims", "What is passed on?")
    room = width - left - _MARGIN
    lines = tuple(wrapped(words, font, room, _MOST_LINES)) if room >= _LEAST_LABEL else ()
    height = len(lines) * QFontMetricsF(font).height() or _WITHOUT_LABEL
    top = max(lowest, middle - height / 2)
    label = QRectF(left, top, max(0.0, room), height)
    through = QPointF(leaves.x() + _BOW, label.center().y())
    end = QPointF(arrives.x() + _HEAD_LENGTH, arrives.y())
    return MapArrow(
        influence_id=influence.id,
        words=words,
        is_said=bool(said),
        path=_bow(leaves, through, end),
        head=_arrow_head(arrives),
        label=label,
        lines=lines,
    )


def _bow(leaves: QPointF, through: QPointF, end: QPointF) -> QPainterPath:
    """A line that goes out to a point and comes back, a quarter of an ellipse each way."""
    path = QPainterPath(leaves)
    _quarter(path, leaves, through)
    back = QPainterPath(end)
    _quarter(back, end, through)
    path.connectPath(back.toReversed())
    return path


def _quarter(path: QPainterPath, start: QPointF, through: QPointF) -> None:
    across, down = through.x() - start.x(), through.y() - start.y()
    first = QPointF(start.x() + across * _ROUNDNESS, start.y())
    second = QPointF(through.x(), through.y() - down * _ROUNDNESS)
    path.cubicTo(first, second, through)


def _arrow_head(tip: QPointF) -> QPolygonF:
    back = tip.x() + _HEAD_LENGTH
    corners: Sequence[QPointF] = (
        tip,
        QPointF(back, tip.y() - _HEAD_HALF),
        QPointF(back, tip.y() + _HEAD_HALF),
    )
    return QPolygonF(list(corners))


def _open_path(path: QPainterPath) -> QPainterPath:
    """The line there and back: an area without content, so that only the line itself is hit."""
    both = QPainterPath(path)
    both.connectPath(path.toReversed())
    return both
