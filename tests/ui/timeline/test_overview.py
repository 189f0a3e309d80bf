"""The whole campaign in the window, both ways."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from benchmarks.generator import plan_of_size
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.timeline.overview import DENSITIES
from campaignplanner.ui.timeline.page import TimelinePage
from tests.builders import a_dated_activity, a_plan, an_aim
from tests.ui.timeline.looking import Show, box, content_of, turn_wheel


def a_crowd(count: int) -> Plan:
    """Activities that all run at once, so that each has a track of its own."""
    aim, start = an_aim("Win"), date(2026, 9, 1)
    records = [
        a_dated_activity(
            f"Activity {number}", start + timedelta(days=number), start + timedelta(days=60), aims=[aim]
        )
        for number in range(count)
    ]
    return a_plan(aim, *records)


def all_in_view(page: TimelinePage) -> bool:
    view = page.canvas.view
    return view.top == 0 and content_of(page).layout.height <= view.regions.lanes_height


def test_what_fits_as_it_is_keeps_its_height(page: TimelinePage) -> None:
    page.overview.show()
    assert page.canvas.shown.density == 1
    assert all_in_view(page)


@pytest.mark.parametrize("count", [30, 45, 60])
def test_bars_become_lower_until_all_lanes_are_in_view(show: Show, count: int) -> None:
    page = show(a_crowd(count))
    assert not all_in_view(page)
    page.overview.show()
    assert page.canvas.shown.density < 1
    assert all_in_view(page)


def test_no_bar_becomes_too_low_to_be_seen(show: Show) -> None:
    page = show(plan_of_size(1_000))
    page.overview.show()
    assert page.canvas.shown.density == DENSITIES[-1]
    assert content_of(page).layout.metrics.bar_height >= 5


def test_where_the_heads_take_the_room_bars_keep_their_titles(show: Show) -> None:
    plan = a_plan(
        *[
            [aim := an_aim(f"Aim {number}"), *a_dated_activity(f"Tour {number}", "2026-09-01", aims=[aim])]
            for number in range(8)
        ]
    )
    page = show(plan)
    page.overview.show()
    assert page.canvas.shown.density == 1


def test_who_zooms_in_gets_bars_with_titles_again(show: Show) -> None:
    page = show(a_crowd(45))
    page.overview.show()
    view = page.canvas.view
    turn_wheel(page.canvas, 2, view.regions.lanes.center(), Qt.KeyboardModifier.ControlModifier)
    assert page.canvas.shown.density == 1


def test_the_place_in_the_middle_stays_there_when_bars_grow(show: Show) -> None:
    page = show(a_crowd(45))
    page.overview.show()
    view = page.canvas.view
    middle = view.regions.lanes.center()
    nearest = min(
        range(45), key=lambda number: abs(box(page, f"Activity {number}").center().y() - middle.y())
    )
    page.canvas.zoom_by(1)
    there = box(page, f"Activity {nearest}").center().y()
    assert abs(there - middle.y()) < 60


def test_panning_keeps_the_overview(show: Show) -> None:
    page = show(a_crowd(45))
    page.overview.show()
    density = page.canvas.shown.density
    page.canvas.scroll_by(30, 0)
    assert page.canvas.shown.density == density


def test_a_larger_window_is_fitted_anew(show: Show, qtbot: QtBot) -> None:
    page = show(a_crowd(30))
    page.overview.show()
    before = page.canvas.shown.density
    page.resize(page.width(), 1400)
    qtbot.waitUntil(lambda: page.canvas.shown.density > before)
    assert all_in_view(page)


def test_an_edit_keeps_the_overview(show: Show) -> None:
    page = show(a_crowd(45))
    page.overview.show()
    density = page.canvas.shown.density
    page.show_plan(a_crowd(44))
    assert page.canvas.shown.density == density
