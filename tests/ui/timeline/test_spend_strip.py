"""The strip below the lanes: weeks or months, what adds up, and what is under the mouse."""

from __future__ import annotations

from datetime import date

from campaignplanner.planning.budgeting import totals
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.spend_painter import period_at, period_box
from tests.builders import a_dated_activity, a_line, a_plan
from tests.ui.timeline.looking import Show, colour_at, content_of, is_near, picture


def test_the_sum_ends_at_all_money_that_has_dates(page: TimelinePage) -> None:
    content = content_of(page)
    undated = content.plan.lines.values()
    assert undated
    for series in (content.strip.weekly, content.strip.monthly):
        assert series.so_far[-1] == sum(period.total for period in series.periods)
        assert list(series.so_far) == sorted(series.so_far)
    assert content.strip.weekly.so_far[-1] == totals(content.plan).total


def test_months_take_over_where_weeks_are_too_narrow(page: TimelinePage) -> None:
    strip = content_of(page).strip
    assert not strip.series(page.canvas.view).is_monthly
    page.canvas.zoom_to_position(0)
    assert strip.series(page.canvas.view).is_monthly


def test_the_sum_is_a_line_from_nothing_to_all(show: Show) -> None:
    tour = a_dated_activity("Tour", "2026-09-07", "2026-10-11")
    page = show(a_plan(*tour, a_line(105_000, activity=tour[0])))
    view = page.canvas.view
    series = content_of(page).strip.weekly
    assert series.so_far == (21_000, 42_000, 63_000, 84_000, 105_000)
    area, image = view.regions.spend, picture(page)
    end = view.x_after(date(2026, 10, 11))
    assert is_near(colour_at(image, end, area.top() + 18), Theme.light().text)


def test_a_period_is_found_with_what_is_planned_until_its_end(page: TimelinePage) -> None:
    view, strip = page.canvas.view, content_of(page).strip
    found = period_at(view, strip, view.x(date(2026, 9, 16)))
    assert found is not None
    period, so_far = found
    assert (period.first_day, period.last_day) == (date(2026, 9, 14), date(2026, 9, 20))
    assert so_far == sum(each.total for each in strip.weekly.periods if each.first_day <= period.first_day)
    assert period_at(view, strip, view.x(date(2026, 8, 20))) is None


def test_the_period_that_is_pointed_at_is_lit(page: TimelinePage) -> None:
    view, strip = page.canvas.view, content_of(page).strip
    period = strip.weekly.periods[3]
    box = period_box(view, period)
    page.canvas.wanted.period = period
    assert colour_at(picture(page), box.center().x(), box.top() + 3) == Theme.light().selection


def test_offline_is_hatched_so_that_grey_tells_it_from_online(page: TimelinePage) -> None:
    view, strip = page.canvas.view, content_of(page).strip
    period = max(strip.weekly.periods, key=lambda each: each.offline)
    box, image = period_box(view, period), picture(page)
    seen = {
        colour_at(image, x, y).name()
        for x in range(round(box.left()) + 8, round(box.right()) - 8)
        for y in range(round(box.top()) + 24, round(box.top()) + 40)
    }
    assert len(seen) > 1
