from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.days import Span
from campaignplanner.planning.day_index import DayIndex

STARTS = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 4, 1))
SPANS = st.builds(lambda first, days: Span(first, first + timedelta(days=days)), STARTS, st.integers(0, 40))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_exactly_what_touches_the_days_is_found(spans: list[Span], days: Span) -> None:
    index = DayIndex((span, number) for number, span in enumerate(spans))
    found = {number for _, number in index.touching(days)}
    assert found == {number for number, span in enumerate(spans) if span.overlaps(days)}


@given(st.lists(SPANS, max_size=30), SPANS)
def test_things_come_by_their_first_days(spans: list[Span], days: Span) -> None:
    index = DayIndex((span, None) for span in spans)
    first_days = [span.first_day for span, _ in index.touching(days)]
    assert first_days == sorted(first_days)
