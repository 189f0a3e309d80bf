"""Days to x and back, and the ruler above a timeline, as plain numbers for screen and paper.

Public: ``TimeScale`` (``x_of_day``, ``x_after``, ``day_at``, ``width_of``, ``zoomed``, ``header``),
``ZoomRange`` (a slider's position to a scale and back), ``HeaderSpacing`` (what labels need), ``HeaderRow``,
``Tick``, ``TickKind``, ``TickLabel``.

"Pixels" stand for whatever unit the drawing uses: logical pixels on screen, points or millimetres on paper.
A day covers the stretch from ``x_of_day(day)`` up to that of the next day; x is 0 where the origin starts.
No text is made here: a tick says what its label shows (``TickLabel``), whoever draws it formats it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from math import exp, floor, log
from typing import Protocol

from campaignplanner.domain.days import DAYS_PER_WEEK, Span, last_of_month, months_of, weeks_of

LONGEST_VIEW_DAYS = 3 * 366
"""Zoomed out fully, a view shows three years."""
SHORTEST_VIEW_DAYS = 10
"""Zoomed in fully, a view shows ten days."""

_MONTHS_PER_QUARTER = 3
_DAYS_PER_MONTH = 30
_DAYS_PER_QUARTER = 91
_LATEST_ORDINAL = date.max.toordinal()
_ROUNDING_ERROR = 1e-9
"""Far below a day, far above what dividing a product by one of its factors can lose."""


class TickKind(Enum):
    """The stretch of time that a tick stands for."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class TickLabel(Enum):
    """What the label of a tick shows of the tick's ``first_day``."""

    YEAR = "year"
    """2026"""
    QUARTER = "quarter"
    """Q3, the quarter of the year, 1 to 4"""
    QUARTER_AND_YEAR = "quarter and year"
    """Q3 2026"""
    MONTH_AND_YEAR = "month and year"
    """September 2026"""
    MONTH = "month"
    """September"""
    SHORT_MONTH = "short month"
    """Sep"""
    DAY = "day"
    """7, the day of the month"""
    LETTER_AND_DAY = "letter and day"
    """M 7, the letter of the weekday before it"""
    WEEKDAY_AND_DAY = "weekday and day"
    """Mon 7, the short name of the weekday before it"""


@dataclass(frozen=True, slots=True)
class Tick:
    """One stretch of the ruler, cut off at the ends of the header.

    Attributes:
        kind: the stretch it stands for.
        first_day: the first day of the stretch that the header shows.
        last_day: the last day of the stretch that the header shows.
        x: where ``first_day`` starts.
        width: from there to the end of ``last_day``.
        label: what its label shows, or None where the label has no room.
        whole: whether the stretch begins on ``first_day``, so that a line belongs at ``x``.
    """

    kind: TickKind
    first_day: date
    last_day: date
    x: float
    width: float
    label: TickLabel | None
    whole: bool


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """One row of the ruler: all its ticks are of one kind and follow one another without a gap."""

    kind: TickKind
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderSpacing:
    """The widths that labels need, each with the air around it, in the unit of the scale.

    The widest text counts: "28" for days, "September 2026" for a month with its year. Weekdays are left out
    where nobody says how wide they are.
    """

    day: float
    short_month: float
    month: float
    month_and_year: float
    quarter: float
    quarter_and_year: float
    year: float
    letter_and_day: float | None = None
    weekday_and_day: float | None = None


class _Labels(Protocol):
    """Chooses the labels of a row, from its first tick to its last."""

    def label_of(self, kind: TickKind, first_day: date, width: float, whole: bool) -> TickLabel | None: ...


class _LowerLabels:
    """Labels without a year, for the row below one that says the year."""

    def __init__(self, spacing: HeaderSpacing) -> None:
        self._spacing = spacing

    def label_of(self, kind: TickKind, first_day: date, width: float, whole: bool) -> TickLabel | None:
        del first_day
        spacing = self._spacing
        if kind is TickKind.MONTH:
            return _fitting_month(spacing, width)
        if kind is TickKind.QUARTER:
            return TickLabel.QUARTER if width >= spacing.quarter else None
        if kind is TickKind.DAY:
            return _fitting_day(spacing, width)
        # A week is known by its Monday: a cut-off one has none to show.
        return TickLabel.DAY if whole and width >= spacing.day else None


class _UpperLabels:
    """Labels that say the year once and again whenever it changes."""

    def __init__(self, spacing: HeaderSpacing) -> None:
        self._spacing = spacing
        self._year_said: int | None = None

    def label_of(self, kind: TickKind, first_day: date, width: float, whole: bool) -> TickLabel | None:
        del whole
        label = self._with_year(kind, first_day.year, width)
        if label is not None:
            self._year_said = first_day.year
            return label
        if kind is TickKind.MONTH:
            return _fitting_month(self._spacing, width)
        return TickLabel.QUARTER if kind is TickKind.QUARTER and width >= self._spacing.quarter else None

    def _with_year(self, kind: TickKind, year: int, width: float) -> TickLabel | None:
        if kind is TickKind.YEAR:
            return TickLabel.YEAR if width >= self._spacing.year else None
        if year == self._year_said:
            return None
        if kind is TickKind.MONTH:
            return TickLabel.MONTH_AND_YEAR if width >= self._spacing.month_and_year else None
        return TickLabel.QUARTER_AND_YEAR if width >= self._spacing.quarter_and_year else None


def _fitting_day(spacing: HeaderSpacing, width: float) -> TickLabel | None:
    if spacing.weekday_and_day is not None and width >= spacing.weekday_and_day:
        return TickLabel.WEEKDAY_AND_DAY
    if spacing.letter_and_day is not None and width >= spacing.letter_and_day:
        return TickLabel.LETTER_AND_DAY
    return TickLabel.DAY if width >= spacing.day else None


def _fitting_month(spacing: HeaderSpacing, width: float) -> TickLabel | None:
    if width >= spacing.month:
        return TickLabel.MONTH
    return TickLabel.SHORT_MONTH if width >= spacing.short_month else None


def _days_of(span: Span) -> Iterator[Span]:
    for ordinal in range(span.first_day.toordinal(), span.last_day.toordinal() + 1):
        day = date.fromordinal(ordinal)
        yield Span(day, day)


def _quarters_of(span: Span) -> Iterator[Span]:
    for year in range(span.first_day.year, span.last_day.year + 1):
        for month in range(1, 13, _MONTHS_PER_QUARTER):
            last_day = last_of_month(date(year, month + _MONTHS_PER_QUARTER - 1, 1))
            quarter = Span(date(year, month, 1), last_day)
            if quarter.overlaps(span):
                yield quarter


def _years_of(span: Span) -> Iterator[Span]:
    for year in range(span.first_day.year, span.last_day.year + 1):
        yield Span(date(year, 1, 1), date(year, 12, 31))


_STRETCHES: dict[TickKind, Callable[[Span], Iterator[Span]]] = {
    TickKind.YEAR: _years_of,
    TickKind.QUARTER: _quarters_of,
    TickKind.MONTH: months_of,
    TickKind.WEEK: weeks_of,
    TickKind.DAY: _days_of,
}


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Where days lie along x. Zooming makes a new scale; scrolling is left to whoever draws.

    Attributes:
        origin: the day whose start is x = 0.
        pixels_per_day: the width of one day, above zero.
    """

    origin: date
    pixels_per_day: float

    def x_of_day(self, day: date) -> float:
        """Return where the day starts."""
        return (day.toordinal() - self.origin.toordinal()) * self.pixels_per_day

    def x_after(self, day: date) -> float:
        """Return where the day ends, which is where the next one starts."""
        return (day.toordinal() - self.origin.toordinal() + 1) * self.pixels_per_day

    def day_at(self, x: float) -> date:
        """Return the day that covers x; beyond the calendar, its first or last day."""
        days = floor(x / self.pixels_per_day + _ROUNDING_ERROR)
        return date.fromordinal(max(1, min(_LATEST_ORDINAL, self.origin.toordinal() + days)))

    def width_of(self, span: Span) -> float:
        """Return the width of all days of the span."""
        return span.days * self.pixels_per_day

    def zoomed(self, pixels_per_day: float) -> TimeScale:
        """Return the scale with another width of a day. x grows by the quotient of both widths."""
        return replace(self, pixels_per_day=pixels_per_day)

    def header(self, first_day: date, last_day: date, spacing: HeaderSpacing) -> tuple[HeaderRow, HeaderRow]:
        """Return the upper and the lower row of the ruler for the days, both included.

        The lower row has the finest of days, weeks (by the day of their Monday), months and quarters whose
        labels have room. The upper one has months above days and weeks, quarters above months, and years
        above quarters, or above months where quarters have no room. Labels that need more room than the
        cut-off stretch at an end has are left out or shortened; a year is said once, then when it changes.
        """
        lower = self.lower_kind(spacing)
        upper = self._upper_kind(lower, spacing)
        view = Span(first_day, last_day)
        return self._row(upper, view, _UpperLabels(spacing)), self._row(lower, view, _LowerLabels(spacing))

    def lower_kind(self, spacing: HeaderSpacing) -> TickKind:
        """Return the kind of the lower row of the ruler: the finest whose labels have room."""
        if self.pixels_per_day >= spacing.day:
            return TickKind.DAY
        if self.pixels_per_day * DAYS_PER_WEEK >= spacing.day:
            return TickKind.WEEK
        if self.pixels_per_day * _DAYS_PER_MONTH >= spacing.short_month:
            return TickKind.MONTH
        return TickKind.QUARTER

    def _upper_kind(self, lower: TickKind, spacing: HeaderSpacing) -> TickKind:
        if lower in (TickKind.DAY, TickKind.WEEK):
            return TickKind.MONTH
        quarter_fits = self.pixels_per_day * _DAYS_PER_QUARTER >= spacing.quarter_and_year
        return TickKind.QUARTER if lower is TickKind.MONTH and quarter_fits else TickKind.YEAR

    def _row(self, kind: TickKind, view: Span, labels: _Labels) -> HeaderRow:
        ticks: list[Tick] = []
        for stretch in _STRETCHES[kind](view):
            first_day = max(stretch.first_day, view.first_day)
            shown = Span(first_day, min(stretch.last_day, view.last_day))
            whole = first_day == stretch.first_day
            width = self.width_of(shown)
            label = labels.label_of(kind, first_day, width, whole)
            ticks.append(Tick(kind, first_day, shown.last_day, self.x_of_day(first_day), width, label, whole))
        return HeaderRow(kind, tuple(ticks))


@dataclass(frozen=True, slots=True)
class ZoomRange:
    """What a zoom slider runs over, for a view of some width: from three years to ten days.

    Positions run from 0 (zoomed out) to 1 (zoomed in); equal steps multiply the scale by equal factors.

    Attributes:
        view_width: how wide the view is, above zero, in the unit of the scale.
    """

    view_width: float

    @property
    def least(self) -> float:
        """Pixels per day when zoomed out fully."""
        return self.view_width / LONGEST_VIEW_DAYS

    @property
    def most(self) -> float:
        """Pixels per day when zoomed in fully."""
        return self.view_width / SHORTEST_VIEW_DAYS

    def clamped(self, pixels_per_day: float) -> float:
        """Return the nearest scale that is within reach."""
        return max(self.least, min(self.most, pixels_per_day))

    def at(self, position: float) -> float:
        """Return the pixels per day at a position from 0 to 1."""
        return self.clamped(self.least * exp(position * log(self.most / self.least)))

    def position_of(self, pixels_per_day: float) -> float:
        """Return the position from 0 to 1 of a scale, at an end when out of reach."""
        return log(self.clamped(pixels_per_day) / self.least) / log(self.most / self.least)

    def fitting(self, span: Span) -> float:
        """Return the pixels per day that show the whole span, as far as that is within reach."""
        return self.clamped(self.view_width / span.days)
