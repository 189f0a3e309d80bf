from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.days import Span
from campaignplanner.planning.timescale import (
    HeaderSpacing,
    TickKind,
    TickLabel,
    TimeScale,
    ZoomRange,
)

SPACING = HeaderSpacing(
    day=18, short_month=30, month=70, month_and_year=104, quarter=26, quarter_and_year=60, year=36
)
SEPTEMBER = Span(date(2026, 9, 1), date(2026, 9, 30))

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
SCALES = st.builds(TimeScale, DAYS, st.floats(min_value=0.05, max_value=200))


def test_the_origin_starts_at_zero_and_each_day_takes_its_width() -> None:
    scale = TimeScale(date(2026, 8, 24), 10)
    assert scale.x_of_day(date(2026, 8, 24)) == 0
    assert scale.x_of_day(date(2026, 8, 31)) == 70
    assert scale.x_after(date(2026, 8, 31)) == 80
    assert scale.x_of_day(date(2026, 8, 23)) == -10


def test_the_width_of_a_span_counts_its_last_day() -> None:
    assert TimeScale(date(2026, 1, 1), 4).width_of(SEPTEMBER) == 120


@given(SCALES, DAYS)
def test_a_day_is_found_again_at_its_start_and_until_just_before_its_end(scale: TimeScale, day: date) -> None:
    assert scale.day_at(scale.x_of_day(day)) == day
    assert scale.day_at(scale.x_of_day(day) + 0.99 * scale.pixels_per_day) == day


def test_far_beyond_the_calendar_lies_its_first_or_last_day() -> None:
    scale = TimeScale(date(2026, 1, 1), 0.5)
    assert scale.day_at(-1e12) == date.min
    assert scale.day_at(1e12) == date.max


def test_zooming_keeps_the_origin() -> None:
    scale = TimeScale(date(2026, 1, 1), 2).zoomed(7.5)
    assert scale == TimeScale(date(2026, 1, 1), 7.5)


@pytest.mark.parametrize(
    ("pixels_per_day", "upper", "lower"),
    [
        (18, TickKind.MONTH, TickKind.DAY),
        (17.9, TickKind.MONTH, TickKind.WEEK),
        (18 / 7, TickKind.MONTH, TickKind.WEEK),
        (2.5, TickKind.QUARTER, TickKind.MONTH),
        (0.9, TickKind.YEAR, TickKind.QUARTER),
    ],
)
def test_the_header_shows_the_finest_stretches_that_have_room(
    pixels_per_day: float, upper: TickKind, lower: TickKind
) -> None:
    rows = TimeScale(date(2026, 1, 1), pixels_per_day).header(date(2026, 1, 1), date(2027, 6, 30), SPACING)
    assert (rows[0].kind, rows[1].kind) == (upper, lower)


def test_years_stand_above_months_where_quarters_have_no_room_for_their_year() -> None:
    wide = HeaderSpacing(
        day=18, short_month=30, month=70, month_and_year=104, quarter=26, quarter_and_year=110, year=36
    )
    rows = TimeScale(date(2026, 1, 1), 1.1).header(date(2026, 1, 1), date(2027, 6, 30), wide)
    assert (rows[0].kind, rows[1].kind) == (TickKind.YEAR, TickKind.MONTH)


def test_weeks_are_labelled_by_their_monday() -> None:
    _, weeks = TimeScale(date(2026, 8, 24), 10).header(date(2026, 8, 24), date(2026, 9, 13), SPACING)
    assert [tick.first_day.day for tick in weeks.ticks] == [24, 31, 7]
    assert {tick.label for tick in weeks.ticks} == {TickLabel.DAY}


def test_a_week_whose_monday_is_cut_off_has_no_label_and_no_line() -> None:
    _, weeks = TimeScale(date(2026, 8, 24), 10).header(date(2026, 8, 26), date(2026, 9, 1), SPACING)
    assert [(tick.label, tick.whole) for tick in weeks.ticks] == [(None, False), (TickLabel.DAY, True)]


def test_the_year_is_said_once_and_again_in_january() -> None:
    months, _ = TimeScale(date(2026, 10, 1), 10).header(date(2026, 10, 1), date(2027, 2, 28), SPACING)
    assert [tick.label for tick in months.ticks] == [
        TickLabel.MONTH_AND_YEAR,
        TickLabel.MONTH,
        TickLabel.MONTH,
        TickLabel.MONTH_AND_YEAR,
        TickLabel.MONTH,
    ]


def test_a_cut_off_month_leaves_the_year_to_the_next_one() -> None:
    months, _ = TimeScale(date(2026, 8, 24), 10).header(date(2026, 8, 24), date(2026, 9, 30), SPACING)
    assert [tick.label for tick in months.ticks] == [TickLabel.MONTH, TickLabel.MONTH_AND_YEAR]


def test_a_month_with_no_room_has_no_label() -> None:
    months, _ = TimeScale(date(2026, 8, 31), 10).header(date(2026, 8, 31), date(2026, 9, 30), SPACING)
    assert months.ticks[0].label is None


def test_quarters_above_months_say_their_year() -> None:
    quarters, months = TimeScale(date(2026, 1, 1), 1.5).header(date(2026, 1, 1), date(2026, 12, 31), SPACING)
    assert [tick.label for tick in quarters.ticks] == [TickLabel.QUARTER_AND_YEAR] + 3 * [TickLabel.QUARTER]
    assert {tick.label for tick in months.ticks} == {TickLabel.SHORT_MONTH}


@given(SCALES, DAYS, st.integers(0, 1200))
def test_each_row_covers_the_days_shown_without_a_gap(scale: TimeScale, first_day: date, days: int) -> None:
    last_day = first_day + timedelta(days=days)
    for row in scale.header(first_day, last_day, SPACING):
        assert row.ticks[0].first_day == first_day
        assert row.ticks[-1].last_day == last_day
        for tick, following in pairwise(row.ticks):
            assert following.first_day == tick.last_day + timedelta(days=1)
            assert following.whole


@given(SCALES, DAYS, st.integers(0, 1200))
def test_no_label_needs_more_room_than_its_stretch_has(scale: TimeScale, first_day: date, days: int) -> None:
    needs = {
        TickLabel.YEAR: SPACING.year,
        TickLabel.QUARTER: SPACING.quarter,
        TickLabel.QUARTER_AND_YEAR: SPACING.quarter_and_year,
        TickLabel.MONTH_AND_YEAR: SPACING.month_and_year,
        TickLabel.MONTH: SPACING.month,
        TickLabel.SHORT_MONTH: SPACING.short_month,
        TickLabel.DAY: SPACING.day,
    }
    for row in scale.header(first_day, first_day + timedelta(days=days), SPACING):
        for tick in row.ticks:
            assert tick.label is None or needs[tick.label] <= tick.width


def test_the_zoom_runs_from_three_years_to_ten_days() -> None:
    zoom = ZoomRange(1098)
    assert zoom.at(0) == 1
    assert zoom.at(1) == pytest.approx(109.8)


@given(st.floats(200, 4000), st.floats(0, 1))
def test_a_position_of_the_slider_is_found_again(view_width: float, position: float) -> None:
    zoom = ZoomRange(view_width)
    assert zoom.position_of(zoom.at(position)) == pytest.approx(position, abs=1e-9)


def test_a_span_is_fitted_into_the_view_as_far_as_the_zoom_reaches() -> None:
    zoom = ZoomRange(900)
    assert zoom.fitting(SEPTEMBER) == 30
    assert zoom.fitting(Span(date(2026, 9, 1), date(2026, 9, 2))) == zoom.most
    assert zoom.fitting(Span(date(2026, 1, 1), date(2036, 1, 1))) == zoom.least


def test_days_say_their_weekday_as_far_as_there_is_room() -> None:
    spacing = replace(SPACING, letter_and_day=30, weekday_and_day=48)
    for pixels, label in (
        (18, TickLabel.DAY),
        (30, TickLabel.LETTER_AND_DAY),
        (48, TickLabel.WEEKDAY_AND_DAY),
    ):
        _, lower = TimeScale(date(2026, 9, 1), pixels).header(
            SEPTEMBER.first_day, SEPTEMBER.last_day, spacing
        )
        assert {tick.label for tick in lower.ticks} == {label}


def test_who_says_no_width_of_weekdays_gets_none() -> None:
    _, lower = TimeScale(date(2026, 9, 1), 200).header(SEPTEMBER.first_day, SEPTEMBER.last_day, SPACING)
    assert {tick.label for tick in lower.ticks} == {TickLabel.DAY}
