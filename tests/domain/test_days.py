from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.days import Span, joined_spans, monday_of, months_of, shifted_day, weeks_of
from campaignplanner.domain.errors import PlanError

SPANS = st.tuples(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.integers(0, 900)).map(
    lambda pair: Span(pair[0], pair[0] + timedelta(days=pair[1]))
)


def test_a_span_includes_its_last_day() -> None:
    assert Span(date(2026, 9, 10), date(2026, 9, 10)).days == 1


def test_a_span_that_ends_before_it_begins_is_refused_with_a_sentence() -> None:
    with pytest.raises(PlanError, match=r"^The last day is before the first day\.$"):
        Span(date(2026, 9, 10), date(2026, 9, 9))


def test_spans_that_share_one_day_overlap_and_neighbours_do_not() -> None:
    first = Span(date(2026, 9, 1), date(2026, 9, 10))
    assert first.overlaps(Span(date(2026, 9, 10), date(2026, 9, 12)))
    assert not first.overlaps(Span(date(2026, 9, 11), date(2026, 9, 12)))


@given(SPANS, st.integers(-300, 300))
def test_shifting_there_and_back_changes_nothing(span: Span, days: int) -> None:
    if span.first_day.toordinal() + days >= 1:
        assert span.shifted(days).shifted(-days) == span


def test_shifting_beyond_the_calendar_says_so() -> None:
    with pytest.raises(PlanError, match="beyond the calendar"):
        shifted_day(date(9999, 12, 30), 5)


@given(SPANS)
def test_weeks_run_from_monday_to_sunday_without_gaps_and_hold_the_span(span: Span) -> None:
    weeks = list(weeks_of(span))
    assert weeks[0].contains(span.first_day)
    assert weeks[-1].contains(span.last_day)
    assert all(week.first_day.isoweekday() == 1 and week.days == 7 for week in weeks)
    assert all(after.first_day - before.last_day == timedelta(days=1) for before, after in pairwise(weeks))


@given(SPANS)
def test_months_follow_one_another_and_hold_the_span(span: Span) -> None:
    months = list(months_of(span))
    assert months[0].contains(span.first_day)
    assert months[-1].contains(span.last_day)
    assert sum(month.days for month in months) == (months[-1].last_day - months[0].first_day).days + 1
    assert all(month.first_day.day == 1 for month in months)


def test_weeks_and_months_stop_where_the_calendar_stops() -> None:
    last = Span(date(9999, 12, 30), date.max)
    assert [week.last_day for week in weeks_of(last)] == [date.max]
    assert [month.last_day for month in months_of(last)] == [date.max]
    assert monday_of(date.min) == date.min


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_joined_spans_hold_each_span_and_no_day_more(spans: list[Span]) -> None:
    joined = joined_spans(spans)
    assert joined is not None
    assert joined.first_day in {span.first_day for span in spans}
    assert joined.last_day in {span.last_day for span in spans}
    assert all(joined.contains(span.first_day) and joined.contains(span.last_day) for span in spans)


def test_nothing_joined_is_nothing() -> None:
    assert joined_spans([]) is None
