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
        is_field: whether it is a field within a section.
    """

    name: str
    page: int
    x: float
    y: float
    is_field: bool = False


_LINE = 12.0
"""What begins a little below a point is still meant by it, in points."""


def spot_at(spots: Iterable[Spot], page: int, x: float, y: float) -> Spot | None:
    """Return what is said at a point of a page; None above everything.

    That is a field of the section that begins last above it: in the column that the point lies in, the last
    that begins above it. Where the section has none there, it is the section itself.
    """
    above = [each for each in spots if (each.page, each.y) <= (page, y + _LINE)]
    section = max((each for each in above if not each.is_field), key=_place, default=None)
    if section is None:
        return None
    fields = [each for each in above if each.is_field and _place(each) >= _place(section)]
    beside = [each for each in fields if each.page == page and each.x <= x + _LINE]
    if beside:
        return max(beside, key=lambda each: (round(each.x), each.y))
    return max(fields, key=_place, default=section) if not _is_on(fields, page) else section


def _is_on(spots: Iterable[Spot], page: int) -> bool:
    return any(each.page == page for each in spots)


def _place(spot: Spot) -> tuple[int, float]:
    return spot.page, spot.y
