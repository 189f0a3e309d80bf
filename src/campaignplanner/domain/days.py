"""Days are ``datetime.date``; a span of days includes its last day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from campaignplanner.domain.errors import PlanError

DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True)
class Span:
    """The days from the first to the last, both included."""

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        check_order(self.first_day, self.last_day)

    @property
    def days(self) -> int:
        """How many days the span has; at least one."""
        return (self.last_day - self.first_day).days + 1

    def contains(self, day: date) -> bool:
        """Tell whether the day lies within the span."""
        return self.first_day <= day <= self.last_day

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def joined(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.first_day, other.first_day), max(self.last_day, other.last_day))

    def shifted(self, days: int) -> Span:
        """Return the span moved by that many days, later when positive."""
        return Span(shifted_day(self.first_day, days), shifted_day(self.last_day, days))


def joined_spans(spans: Iterable[Span]) -> Span | None:
    """Return the smallest span that holds all of them, or None when there are none."""
    known = list(spans)
    if not known:
        return None
    return Span(min(span.first_day for span in known), max(span.last_day for span in known))


def check_order(first_day: date | None, last_day: date | None, field: str = "last_day") -> None:
    """Raise PlanError when both days are known and the last is before the first."""
    if first_day is not None and last_day is not None and last_day < first_day:
        raise PlanError("The last day is before the first day.", field)


def shifted_day(day: date, days: int) -> date:
    """Return the day moved by that many days; raise PlanError where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise PlanError("That is beyond the calendar: days run from the year 1 to the year 9999.") from None


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


def first_of_month(day: date) -> date:
    """Return the first day of the day's month."""
    return day.replace(day=1)


def last_of_month(day: date) -> date:
    """Return the last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def weeks_of(span: Span) -> Iterator[Span]:
    """Yield whole weeks, Monday to Sunday, that together hold the span."""
    monday = monday_of(span.first_day)
    while monday <= span.last_day:
        sunday = date.fromordinal(min(monday.toordinal() + DAYS_PER_WEEK - 1, date.max.toordinal()))
        yield Span(monday, sunday)
        if sunday == date.max:
            return
        monday = sunday + timedelta(days=1)


def months_of(span: Span) -> Iterator[Span]:
    """Yield whole calendar months that together hold the span."""
    first = first_of_month(span.first_day)
    while first <= span.last_day:
        last = last_of_month(first)
        yield Span(first, last)
        if last == date.max:
            return
        first = last + timedelta(days=1)
