"""Where the window looks: the regions of the canvas and the way from days and heights to its points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from campaignplanner.domain.days import Span
from campaignplanner.planning.timescale import TimeScale


@dataclass(frozen=True, slots=True)
class Regions:
    """The parts of the canvas in logical pixels: a header, a column of aims, a spend strip, lanes between.

    Attributes:
        width: of the whole canvas.
        height: of the whole canvas.
        aim_width: of the column at the left, which stays when the lanes scroll sideways.
        header_height: of the ruler at the top, which stays when the lanes scroll down.
        spend_height: of the strip at the bottom, which stays too.
    """

    width: float
    height: float
    aim_width: float
    header_height: float
    spend_height: float

    @property
    def lanes(self) -> QRectF:
        """The part in which lanes scroll both ways."""
        return QRectF(self.aim_width, self.header_height, self.lanes_width, self.lanes_height)

    @property
    def lanes_width(self) -> float:
        """The width of what scrolls sideways; at least one, so that a scale can be fitted to it."""
        return max(1.0, self.width - self.aim_width)

    @property
    def lanes_height(self) -> float:
        """The height of what scrolls up and down."""
        return max(0.0, self.height - self.header_height - self.spend_height)

    @property
    def body(self) -> QRectF:
        """The aims and the lanes: all that scrolls up and down."""
        return QRectF(0, self.header_height, self.width, self.lanes_height)

    @property
    def aims(self) -> QRectF:
        """The column of aims."""
        return QRectF(0, self.header_height, self.aim_width, self.lanes_height)

    @property
    def header(self) -> QRectF:
        """The ruler, without the corner above the aims."""
        return QRectF(self.aim_width, 0, self.lanes_width, self.header_height)

    @property
    def spend(self) -> QRectF:
        """The spend strip from edge to edge."""
        return QRectF(0, self.height - self.spend_height, self.width, self.spend_height)


@dataclass(frozen=True, slots=True)
class View:
    """One frame's look at the timeline; a pan or a zoom makes another one.

    Attributes:
        regions: the parts of the canvas.
        scale: days to x, with x = 0 at the left end of all that can be scrolled to.
        left: how far the lanes are scrolled sideways.
        top: how far the lanes are scrolled down.
    """

    regions: Regions
    scale: TimeScale
    left: float
    top: float

    def x(self, day: date) -> float:
        """Where a day starts on the canvas."""
        return self.regions.aim_width - self.left + self.scale.x_of_day(day)

    def x_after(self, day: date) -> float:
        """Where a day ends on the canvas."""
        return self.regions.aim_width - self.left + self.scale.x_after(day)

    def y(self, height: float) -> float:
        """Where a height of the layout lies on the canvas."""
        return self.regions.header_height - self.top + height

    def layout_y(self, y: float) -> float:
        """The height of the layout at a point of the canvas."""
        return y - self.regions.header_height + self.top

    def day_at(self, x: float) -> date:
        """The day under a point of the canvas."""
        return self.scale.day_at(x - self.regions.aim_width + self.left)

    def days(self, margin: float = 0.0) -> Span:
        """The days in view, with those in a margin to the left and the right, in pixels."""
        lanes = self.regions.lanes
        return Span(self.day_at(lanes.left() - margin), self.day_at(lanes.right() + margin))
