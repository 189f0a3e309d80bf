"""Where the card goes, so that it hides as little as possible of what it tells about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 12.0


def card_place(
    size: QSizeF, area: QRectF, anchor: QRectF, related: Sequence[QRectF], others: Sequence[QRectF]
) -> QPointF:
    """The top left corner of a card that lies in the area and off what is selected.

    Candidates are below, above, right and left of the anchor, then the corners of the area. The one that
    covers least wins: the anchor counts most, then what the card tells about, then everything else. Among
    equals the earlier one wins.

    Args:
        size: of the card.
        area: where it may lie.
        anchor: what is selected, as far as it is in view.
        related: what the card tells about, such as the ends of a bridge.
        others: everything else that is in view.
    """
    best = QPointF(area.left(), area.top())
    least = float("inf")
    for place in _candidates(size, area, anchor):
        covered = QRectF(place, size)
        cost = 100.0 * _overlap(covered, anchor)
        cost += 10.0 * sum(_overlap(covered, other) for other in related)
        cost += sum(_overlap(covered, other) for other in others)
        if cost < least:
            best, least = place, cost
    return best


def _candidates(size: QSizeF, area: QRectF, anchor: QRectF) -> list[QPointF]:
    near_x = _held(anchor.center().x() + 24, area.left(), area.right() - size.width())
    near_y = _held(anchor.center().y() - size.height() / 3, area.top(), area.bottom() - size.height())
    below, above = anchor.bottom() + GAP, anchor.top() - GAP - size.height()
    right, left = anchor.right() + GAP, anchor.left() - GAP - size.width()
    far_left = _held(anchor.center().x() - size.width() - 24, area.left(), area.right() - size.width())
    places = [
        QPointF(near_x, below),
        QPointF(far_left, below),
        QPointF(right, near_y),
        QPointF(left, near_y),
        QPointF(near_x, above),
        QPointF(far_left, above),
        QPointF(area.right() - size.width(), area.bottom() - size.height()),
        QPointF(area.right() - size.width(), area.top()),
        QPointF(area.left(), area.bottom() - size.height()),
        QPointF(area.left(), area.top()),
    ]
    return [
        QPointF(
            _held(place.x(), area.left(), area.right() - size.width()),
            _held(place.y(), area.top(), area.bottom() - size.height()),
        )
        for place in places
    ]


def _held(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def _overlap(one: QRectF, other: QRectF) -> float:
    common = one.intersected(other)
    return common.width() * common.height()
