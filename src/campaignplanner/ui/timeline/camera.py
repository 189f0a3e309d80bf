"""How far the timeline is scrolled and zoomed: numbers only, no widget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite

from campaignplanner.domain.days import Span, monday_of
from campaignplanner.planning.timescale import TimeScale, ZoomRange
from campaignplanner.ui.timeline.view import Regions, View

_DAYS_AFTER = 5
"""Room after the last day when a campaign is fitted into the view."""
_ZOOM_STEP = 1.25
_AIR = 0.06
"""The part of its own days that is left free on either side of what is zoomed to."""


@dataclass(frozen=True, slots=True)
class CameraState:
    """Where a camera looks, in a way that holds when bars come and go.

    Attributes:
        pixels_per_day: the zoom.
        first_day: what lies at the left edge: days since the year 1, with a fraction.
        top: how far the lanes are scrolled down, in pixels.
    """

    pixels_per_day: float
    first_day: float
    top: float


def read_state(text: str) -> CameraState | None:
    """What was remembered; None for what was not, or cannot be read."""
    try:
        zoom, first_day, top = (float(part) for part in text.split())
    except ValueError:
        return None
    is_possible = all(isfinite(number) for number in (zoom, first_day, top)) and zoom > 0
    return CameraState(zoom, first_day, top) if is_possible else None


def last_fitted_day(days: Span) -> date:
    """The last day in view when some days are fitted into it."""
    room = min(_DAYS_AFTER, (date.max - days.last_day).days)
    return days.last_day + timedelta(days=room)


class Camera:
    """Scale and scroll position, kept within what there is to see.

    x = 0 of the scale is the first day of all that has a date. One may scroll half a view beyond either
    end, so that zooming can hold any day in place and the last bars need not stick to the edge.
    """

    def __init__(self) -> None:
        self._regions = Regions(1, 1, 0, 0, 0)
        self._days = Span(date(2000, 1, 3), date(2000, 1, 30))
        self._fitting = self._days
        self._height = 0.0
        self._scale = TimeScale(self._days.first_day, 1.0)
        self._left = 0.0
        self._top = 0.0
        self.fitted = True

    @property
    def view(self) -> View:
        """What is seen from here."""
        return View(self._regions, self._scale, self._left, self._top)

    @property
    def scale(self) -> TimeScale:
        """Days to x."""
        return self._scale

    @property
    def left(self) -> float:
        """How far the lanes are scrolled sideways."""
        return self._left

    @property
    def top(self) -> float:
        """How far the lanes are scrolled down."""
        return self._top

    @property
    def left_range(self) -> tuple[float, float]:
        """The ends of scrolling sideways."""
        half = self._regions.lanes_width / 2
        return -half, max(-half, self._scale.width_of(self._days) - half)

    @property
    def top_range(self) -> tuple[float, float]:
        """The ends of scrolling down."""
        return 0.0, max(0.0, self._height - self._regions.lanes_height)

    @property
    def position(self) -> float:
        """The zoom as a position of the slider, from 0 to 1."""
        return self._zooms.position_of(self._scale.pixels_per_day)

    def resize(self, regions: Regions) -> None:
        """Takes another size; a fitted campaign stays fitted."""
        self._regions = regions
        if self.fitted:
            self.fit()
        else:
            self.zoom_to(self._scale.pixels_per_day, regions.aim_width)

    def show_days(self, reachable: Span, fitting: Span, height: float) -> None:
        """Takes other days and another height of all lanes; what is in view stays where it is.

        Args:
            reachable: the days that can be scrolled to.
            fitting: the days that are in view when the campaign is fitted.
            height: of all lanes.
        """
        moved = self._scale.x_of_day(monday_of(reachable.first_day))
        self._days = Span(monday_of(reachable.first_day), reachable.last_day)
        self._fitting, self._height = Span(monday_of(fitting.first_day), fitting.last_day), height
        self._scale = TimeScale(self._days.first_day, self._scale.pixels_per_day)
        self._left -= moved
        if self.fitted:
            self.fit()
        self.scroll_to(self._left, self._top)

    def fit(self) -> None:
        """Shows all days of the campaign, from the Monday of its first week."""
        wanted = Span(self._fitting.first_day, last_fitted_day(self._fitting))
        self._scale = self._scale.zoomed(self._zooms.fitting(wanted))
        self.fitted = True
        self.scroll_to(self._scale.x_of_day(wanted.first_day), self._top)

    def show(self, days: Span, top: float | None, bottom: float) -> None:
        """Shows some days as large as they fit, with air around them, and a stretch of the height.

        Args:
            days: what is to be in view.
            top: where the stretch begins; None leaves the height as it is.
            bottom: where it ends; of one that is higher than the view its beginning is shown.
        """
        around = max(1, round(days.days * _AIR))
        first = days.first_day.toordinal() - around
        wanted = Span(
            date.fromordinal(max(1, first)),
            date.fromordinal(min(date.max.toordinal(), days.last_day.toordinal() + around)),
        )
        self._scale = self._scale.zoomed(self._zooms.fitting(wanted))
        self.fitted = False
        middle = (self._scale.x_of_day(days.first_day) + self._scale.x_after(days.last_day)) / 2
        height, down = self._regions.lanes_height, self._top
        if top is not None:
            down = top if bottom - top > height else (top + bottom - height) / 2
        self.scroll_to(middle - self._regions.lanes_width / 2, down)

    def zoom_to(self, pixels_per_day: float, x: float) -> None:
        """Zooms and keeps the day at a point of the canvas where it is, as far as scrolling reaches."""
        at = x - self._regions.aim_width
        wanted = self._zooms.clamped(pixels_per_day)
        grown = wanted / self._scale.pixels_per_day
        self._scale = self._scale.zoomed(wanted)
        self.fitted = False
        self.scroll_to((self._left + at) * grown - at, self._top)

    def zoom_by(self, steps: float, x: float) -> None:
        """Zooms by so many steps, in where positive, around a point of the canvas."""
        self.zoom_to(self._scale.pixels_per_day * _ZOOM_STEP**steps, x)

    def zoom_to_position(self, position: float) -> None:
        """Zooms to a position of the slider, around the middle of the view."""
        self.zoom_to(self._zooms.at(position), self._regions.lanes.center().x())

    def state(self) -> CameraState | None:
        """Where it looks; None while a campaign is fitted, for then it shows whatever there is."""
        if self.fitted:
            return None
        zoom, origin = self._scale.pixels_per_day, self._scale.origin.toordinal()
        return CameraState(zoom, origin + self._left / zoom, self._top)

    def restore(self, state: CameraState | None) -> None:
        """Looks where it looked once, as far as there is anything to see; fits the campaign for None."""
        if state is None:
            self.scroll_to(self._left, 0)
            self.fit()
            return
        self.zoom_to(state.pixels_per_day, self._regions.aim_width)
        left = (state.first_day - self._scale.origin.toordinal()) * self._scale.pixels_per_day
        self.scroll_to(left, state.top)

    def scroll_to(self, left: float, top: float) -> None:
        """Scrolls, as far as there is anything to see."""
        self._left = _held(left, *self.left_range)
        self._top = _held(top, *self.top_range)

    def scroll_by(self, right: float, down: float) -> None:
        """Scrolls by pixels."""
        self.scroll_to(self._left + right, self._top + down)

    def reveal(self, first_x: float, last_x: float, top: float, bottom: float, margin: float) -> None:
        """Scrolls by as little as shows a box of the layout; of one that is too large, its beginning."""
        width, height = self._regions.lanes_width, self._regions.lanes_height
        left = _revealed(self._left, width, first_x - margin, last_x + margin)
        down = _revealed(self._top, height, top - margin, bottom + margin)
        self.scroll_to(left, down)

    @property
    def _zooms(self) -> ZoomRange:
        return ZoomRange(self._regions.lanes_width)


def _revealed(position: float, length: float, first: float, last: float) -> float:
    if first >= position and last <= position + length:
        return position
    if last - first > length or first < position:
        overlaps = first < position + length and last > position
        too_long = last - first > length
        return position if too_long and overlaps else first
    return last - length


def _held(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
