"""Things with a first and a last day, found by the days that are looked at without going through all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import Generic, TypeVar

from campaignplanner.domain.days import Span

T = TypeVar("T")


class DayIndex(Generic[T]):
    """Looks up what touches a span; made once, asked in every frame."""

    def __init__(self, things: Iterable[tuple[Span, T]] = ()) -> None:
        """Takes things by their days, in any order."""
        self._things = sorted(things, key=_first_day)
        self._first_days = [span.first_day for span, _ in self._things]
        # All before the first that has not ended by then have ended: the latest end so far only grows.
        self._latest_days = list(accumulate((span.last_day for span, _ in self._things), max))

    def __len__(self) -> int:
        return len(self._things)

    def touching(self, days: Span) -> Iterator[tuple[Span, T]]:
        """Yield what shares a day with a span, by the first days."""
        start = bisect_left(self._latest_days, days.first_day)
        stop = bisect_right(self._first_days, days.last_day)
        for span, thing in self._things[start:stop]:
            if span.last_day >= days.first_day:
                yield span, thing


def _first_day(pair: tuple[Span, object]) -> date:
    return pair[0].first_day
