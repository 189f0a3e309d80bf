"""Where the card goes, so that it hides as little as possible of what it tells about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 12.0
_ANCHOR_COST = 100.0
_RELATED_COST = 10.0
_DISTANCE_COST = 14.0
"""So many square pixels of other bars may be covered to come one pixel nearer."""


def card_place(
    size: QSizeF, area: QRectF, anchor: QRectF, related: Sequence[QRectF], others: Sequence[QRectF]
) -> QPointF:
    """The top left corner of a card that lies in the area and off what is selected.

    Of places all around the anchor and at the edges of the area the cheapest wins: what is covered costs,
    the anchor most, then what the card tells about, then everything else; and so does the distance.

    Args:
        size: of the card.
        area: where it may lie.
        anchor: what is selected, as far as it is in view.
        related: what the card tells about, such as the ends of a bridge.
        others: everything else that is in view.
    """
    boxes = [(box.left(), box.top(), box.right(), box.bottom()) for box in others]
    places = list(dict.fromkeys((at.x(), at.y()) for at in _candidates(size, area, anchor, related)))
    costs = [_known_cost(QRectF(QPointF(*at), size), anchor, related) for at in places]
    best = (float("inf"), 0)
    for number in sorted(range(len(places)), key=costs.__getitem__):
        if costs[number] > best[0]:
            break  # hundreds of bars need not be looked at for any of the rest
        covered = _covered(QRectF(QPointF(*places[number]), size), boxes)
        best = min(best, (costs[number] + covered, number))  # of equal ones the one that was named first
    return QPointF(*places[best[1]])


def _known_cost(covered: QRectF, anchor: QRectF, related: Sequence[QRectF]) -> float:
    """What a place costs before anybody has looked at what else it covers."""
    cost = _ANCHOR_COST * _overlap(covered, anchor) + _DISTANCE_COST * _distance(covered, anchor)
    return cost + _RELATED_COST * sum(_overlap(covered, other) for other in related)


def _candidates(size: QSizeF, area: QRectF, anchor: QRectF, related: Sequence[QRectF]) -> Iterator[QPointF]:
    width, height = size.width(), size.height()
    most_x, most_y = area.right() - width, area.bottom() - height
    middle = anchor.center()
    lowest = max((box.bottom() for box in related), default=anchor.bottom())
    highest = min((box.top() for box in related), default=anchor.top())
    ys = (
        anchor.bottom() + GAP,
        lowest + GAP,
        anchor.top() - GAP - height,
        highest - GAP - height,
        middle.y() - height / 3,
        most_y,
        area.top(),
    )
    xs = (
        middle.x() + 2 * GAP,
        anchor.right() + GAP,
        anchor.left(),
        anchor.left() - GAP - width,
        middle.x() - 2 * GAP - width,
        most_x,
        area.left(),
    )
    for y in ys:
        for x in xs:
            yield QPointF(_held(x, area.left(), most_x), _held(y, area.top(), most_y))


def _held(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def _overlap(one: QRectF, other: QRectF) -> float:
    across = min(one.right(), other.right()) - max(one.left(), other.left())
    down = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return across * down if across > 0 and down > 0 else 0.0


def _covered(one: QRectF, boxes: Sequence[tuple[float, float, float, float]]) -> float:
    """How much of many boxes is covered; in plain numbers, for there are hundreds of them."""
    left, top, right, bottom = one.left(), one.top(), one.right(), one.bottom()
    return sum(
        (min(right, box[2]) - max(left, box[0])) * (min(bottom, box[3]) - max(top, box[1]))
        for box in boxes
        if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top
    )


def _distance(one: QRectF, other: QRectF) -> float:
    """Between the nearest points of both."""
    across = max(0.0, one.left() - other.right(), other.left() - one.right())
    down = max(0.0, one.top() - other.bottom(), other.top() - one.bottom())
    return hypot(across, down)
