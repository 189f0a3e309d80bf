"""Where the mouse is on the timeline, in days and heights that hold when it scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import floor

from PySide6.QtCore import QPointF, Qt

from campaignplanner.domain.days import DAYS_PER_WEEK
from campaignplanner.ui.timeline.view import View

_LATEST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Pointer:
    """One moment of a mouse.

    Attributes:
        at: the point of the canvas.
        moment: days since the year 1, with the part of the day that has passed there.
        y: the height in the layout.
        modifiers: the keys that are held down.
    """

    at: QPointF
    moment: float
    y: float
    modifiers: Qt.KeyboardModifier

    @property
    def day(self) -> date:
        """The day under it."""
        return date.fromordinal(max(1, min(_LATEST, floor(self.moment))))

    @property
    def by_weeks(self) -> bool:
        """Whether whole weeks are wanted: Shift is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def wholly(self) -> bool:
        """Whether the whole activity is meant and not one of its runs: Alt is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)

    @property
    def adds(self) -> bool:
        """Whether what is selected stays so: Ctrl is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    def days_from(self, other: Pointer) -> int:
        """How many whole days, or weeks while those are wanted, it is from another; later when positive."""
        days = self.moment - other.moment
        if self.by_weeks:
            return round(days / DAYS_PER_WEEK) * DAYS_PER_WEEK
        return round(days)


def pointer_at(view: View, point: QPointF, modifiers: Qt.KeyboardModifier) -> Pointer:
    """The pointer at a point of the canvas."""
    scale = view.scale
    x = point.x() - view.regions.aim_width + view.left
    moment = scale.origin.toordinal() + x / scale.pixels_per_day
    return Pointer(QPointF(point), moment, view.layout_y(point.y()), modifiers)
