"""Orders of aims, as dragging and keys change them."""

from __future__ import annotations

from collections.abc import Sequence


def gap_at(y: float, middles: Sequence[float]) -> int:
    """The gap that is meant at a height: 0 above the first, one more below each.

    Args:
        y: the height.
        middles: the middle of each, from top to bottom.
    """
    return sum(1 for middle in middles if middle < y)


def moved_to_gap(order: Sequence[str], mover: str, gap: int) -> tuple[str, ...]:
    """The order with one of them put into a gap between those that stand there before."""
    before = [each for each in order[:gap] if each != mover]
    after = [each for each in order[gap:] if each != mover]
    return (*before, mover, *after)


def moved_by(order: Sequence[str], mover: str, steps: int) -> tuple[str, ...]:
    """The order with one of them so many places further down; it stops at either end."""
    rest = [each for each in order if each != mover]
    place = min(len(rest), max(0, list(order).index(mover) + steps))
    return (*rest[:place], mover, *rest[place:])
