"""Where on which page something is said, so that a click on a page leads to the field that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """The place where something begins.

    Attributes:
        name: of a field of the brief such as ``situation``, or of a section such as ``money``.
        page: from 1.
        x: from the left edge of the page, in points.
        y: from its top, in points.
    """

    name: str
    page: int
    x: float
    y: float


_LINE = 12.0
"""What begins a little below a point is still meant by it, in points."""


def spot_at(spots: Iterable[Spot], page: int, x: float, y: float) -> Spot | None:
    """Return what is said at a point of a page; None above everything.

    That is what begins last above it, of several side by side the one that begins last before it. Where a
    page goes on with what began on an earlier one, that.
    """
    above = [each for each in spots if (each.page, each.y) <= (page, y + _LINE)]
    if not above:
        return None
    here = [each for each in above if each.page == page]
    if not here:
        return max(above, key=lambda each: (each.page, each.y))
    before = [each for each in here if each.x <= x + _LINE]
    return max(before or here, key=lambda each: (each.y, each.x))
