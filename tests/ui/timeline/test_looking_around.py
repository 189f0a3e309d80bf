from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QSlider, QToolButton
from pytestqt.qtbot import QtBot

from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.timeline.page import TimelinePage
from tests.builders import a_dated_activity, a_plan, an_aim
from tests.ui.timeline.conftest import TODAY, the_day
from tests.ui.timeline.looking import Show, activity, box, click, content_of, press, turn_wheel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("notches", [1, 3, -2])
@pytest.mark.parametrize("x", [420.0, 900.0, 1380.0])
def test_the_wheel_with_control_keeps_the_day_under_the_mouse(
    page: TimelinePage, notches: int, x: float
) -> None:
    scale_before, left_before = page.canvas.view.scale, page.canvas.view.left
    at = x - page.canvas.aim_width
    turn_wheel(page.canvas, notches, QPointF(x, 300), CONTROL)
    scale, left = page.canvas.view.scale, page.canvas.view.left
    assert scale.pixels_per_day != pytest.approx(scale_before.pixels_per_day)
    days_before = (at + left_before) / scale_before.pixels_per_day
    assert (at + left) / scale.pixels_per_day == pytest.approx(days_before, abs=0.02)


def test_the_plain_wheel_scrolls_down_and_with_shift_sideways(show: Show) -> None:
    plan = a_plan(
        [
            [
                an_aim(f"Aim {number}"),
                a_dated_activity(f"A{number}", "2026-09-01", "2026-09-09", aims=[f"aim-{number}"]),
            ]
            for number in range(9)
        ]
    )
    page = show(plan)
    turn_wheel(page.canvas, -1, QPointF(700, 300))
    assert (page.canvas.view.top, page.canvas.view.left) == (72.0, pytest.approx(0, abs=0.5))
    turn_wheel(page.canvas, -1, QPointF(700, 300), Qt.KeyboardModifier.ShiftModifier)
    assert (page.canvas.view.top, page.canvas.view.left) == (72.0, pytest.approx(72.0))


def test_a_campaign_is_fitted_into_the_window_when_first_shown(page: TimelinePage, sample_plan: Plan) -> None:
    campaign = sample_plan.campaign
    assert campaign.first_day is not None
    assert campaign.last_day is not None
    shown = page.canvas.view.days()
    assert shown.contains(campaign.first_day)
    assert shown.contains(campaign.last_day)


def test_a_fitted_campaign_stays_fitted_when_the_window_grows(page: TimelinePage, sample_plan: Plan) -> None:
    before = page.canvas.view.days()
    page.resize(1900, 1000)
    after = page.canvas.view.days()
    assert (before.first_day, before.last_day) == (after.first_day, after.last_day)


def test_the_slider_zooms_and_follows_the_wheel(page: TimelinePage) -> None:
    slider = page.findChild(QSlider)
    assert slider is not None
    before = page.canvas.view.scale.pixels_per_day
    slider.setValue(slider.value() + 100)
    assert page.canvas.view.scale.pixels_per_day > before
    value = slider.value()
    turn_wheel(page.canvas, -2, QPointF(700, 300), CONTROL)
    assert slider.value() < value


def test_the_fit_button_and_control_0_show_the_whole_campaign_again(page: TimelinePage, qtbot: QtBot) -> None:
    fitted = page.canvas.view
    fit = next(each for each in page.findChildren(QToolButton) if each.text() == "Fit")
    page.canvas.zoom_by(5)
    qtbot.mouseClick(fit, Qt.MouseButton.LeftButton)
    assert page.canvas.view == fitted
    page.canvas.zoom_by(-3)
    qtbot.keyClick(page.canvas, Qt.Key.Key_0, CONTROL)
    assert page.canvas.view == fitted


def test_control_plus_and_minus_zoom(page: TimelinePage, qtbot: QtBot) -> None:
    before = page.canvas.view.scale.pixels_per_day
    qtbot.keyClick(page.canvas, Qt.Key.Key_Plus, CONTROL)
    assert page.canvas.view.scale.pixels_per_day == pytest.approx(before * 1.25)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Minus, CONTROL)
    assert page.canvas.view.scale.pixels_per_day == pytest.approx(before)


def test_t_brings_today_to_the_middle(page: TimelinePage, qtbot: QtBot) -> None:
    page.canvas.zoom_by(6)
    page.canvas.scroll_by(-500, 0)
    press(qtbot, page, Qt.Key.Key_T)
    lanes = page.canvas.view.regions.lanes
    assert page.canvas.view.x(TODAY) == pytest.approx(lanes.center().x(), abs=1)


def test_tracks_stay_the_same_at_every_zoom(page: TimelinePage) -> None:
    before = content_of(page).arrangement
    for _ in range(4):
        page.canvas.zoom_by(3)
        assert content_of(page).arrangement is before


def test_another_state_of_the_same_campaign_keeps_zoom_scroll_and_selection(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    page.canvas.zoom_by(4)
    page.canvas.scroll_by(150, 0)
    click(qtbot, page, box(page, "Sampling on trains").center())
    view, selected = page.canvas.view, page.canvas.selected
    page.show_plan(_renamed(sample_plan, "Live brew-along"))
    assert page.canvas.view == view
    assert page.canvas.selected == selected


def test_days_before_the_first_do_not_move_what_is_in_view(show: Show) -> None:
    late = [an_aim(), *a_dated_activity("Late", "2026-09-01", "2026-09-20", aims=["win-members"])]
    page = show(a_plan(late))
    page.canvas.zoom_by(2)
    x = box(page, "Late").left()
    page.show_plan(a_plan(late, a_dated_activity("Early", "2026-07-06", "2026-07-20", aims=["win-members"])))
    assert box(page, "Late").left() == pytest.approx(x, abs=0.01)


def test_a_selection_that_is_gone_from_the_plan_is_dropped(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    click(qtbot, page, box(page, "TikTok account").center())
    gone = activity(sample_plan, "TikTok account")
    children = [
        *sample_plan.flights_of(gone.id),
        *sample_plan.lines_of(gone.id),
        *sample_plan.kpis_of_activity(gone.id),
    ]
    changes = tuple(Change(before=each, after=None) for each in (*children, gone))
    with qtbot.waitSignal(page.selection_changed):
        page.show_plan(sample_plan.applying(ChangeSet("Delete", changes, sample_plan.campaign.id)))
    assert page.canvas.selected is None


def test_another_campaign_is_fitted_anew(page: TimelinePage) -> None:
    page.canvas.zoom_by(9)
    other = a_plan(
        an_aim(), a_dated_activity("Fair", "2027-03-01", "2027-05-30", aims=["win-members"]), id="other"
    )
    page.show_plan(other)
    shown = page.canvas.view.days()
    assert shown.overlaps(Span(*(bar_days(page))))
    assert shown.days >= 90


def test_a_hidden_page_shows_the_newest_plan_when_it_is_shown(page: TimelinePage, sample_plan: Plan) -> None:
    page.hide()
    page.show_plan(_renamed(sample_plan, "Live brew-along"))
    assert content_of(page).plan is sample_plan
    page.show()
    assert "renamed" in {each.title for each in content_of(page).plan.activities.values()}


def _renamed(plan: Plan, title: str) -> Plan:
    before = activity(plan, title)
    change = Change(before=before, after=replace(before, title="renamed"))
    return plan.applying(ChangeSet("Rename", (change,), plan.campaign.id))


def bar_days(page: TimelinePage) -> tuple:
    span = content_of(page).arrangement.span
    assert span is not None
    return span.first_day, span.last_day


def test_a_page_that_nobody_holds_is_freed_at_once(show: Show, sample_plan: Plan, qtbot: QtBot) -> None:
    page = TimelinePage(today=the_day)
    freed = weakref.ref(page)
    gc.disable()
    try:
        page.resize(900, 600)
        page.show()
        page.show_plan(sample_plan)
        page.close()
        del page
        assert freed() is None
    finally:
        gc.enable()
