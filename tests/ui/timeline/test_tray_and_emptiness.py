from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QSlider, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import read_campaign_file
from campaignplanner.resources import resource_path
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.widgets.empty import EmptyState
from tests.builders import a_plan, an_aim
from tests.ui.timeline.looking import Show, activity, box, click, content_of


@pytest.fixture(scope="module")
def undated_plan() -> Plan:
    return read_campaign_file(resource_path("samples/lincolnshire_fix_our_funds.campaign.json"))


def test_the_tray_lists_the_undated_and_nothing_else(page: TimelinePage, sample_plan: Plan) -> None:
    undated = {each.title for each in sample_plan.activities.values() if not sample_plan.flights_of(each.id)}
    assert undated
    assert _listed(page) == undated
    assert page.tray.isVisible()


def test_the_tray_says_why_they_are_there(page: TimelinePage) -> None:
    said = " ".join(each.text() for each in page.tray.findChildren(QLabel))
    assert "No dates yet" in said


def test_choosing_in_the_tray_shows_the_card_of_the_activity(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    view = page.tray.findChild(QListView)
    assert view is not None
    spot = view.visualRect(view.model().index(0, 0)).center()
    with qtbot.waitSignal(page.selection_changed):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.canvas.selected == Selected.activity(activity(sample_plan, "Breakfast").id)
    assert page.card.isVisible()


def test_selecting_a_bar_takes_the_mark_off_the_tray(page: TimelinePage, qtbot: QtBot) -> None:
    view = page.tray.findChild(QListView)
    assert view is not None
    page.select(Selected.activity(content_of(page).undated()[0].id))
    assert view.selectionModel().hasSelection()
    click(qtbot, page, box(page, "Live brew-along").center())
    assert not view.selectionModel().hasSelection()


def test_a_campaign_without_dates_says_that_they_wait_in_the_tray(show: Show, undated_plan: Plan) -> None:
    page = show(undated_plan)
    empty = page.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    assert _listed(page) == {each.title for each in undated_plan.activities.values()}


def test_a_campaign_without_dates_offers_no_zoom(show: Show, undated_plan: Plan) -> None:
    page = show(undated_plan)
    slider = page.findChild(QSlider)
    assert slider is not None
    assert not slider.isVisible()


def test_a_campaign_without_activities_says_what_to_do_and_has_no_tray(show: Show) -> None:
    page = show(a_plan(an_aim()))
    empty = page.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    assert not page.tray.isVisible()


def test_a_campaign_with_dates_says_nothing_of_the_kind(page: TimelinePage) -> None:
    empty = page.findChild(EmptyState)
    assert empty is not None
    assert not empty.isVisible()


def test_page_and_canvas_have_names_for_a_screen_reader(page: TimelinePage) -> None:
    assert page.accessibleName()
    assert page.canvas.accessibleName()
    assert "online above the line" in page.canvas.accessibleDescription()


def test_everything_that_takes_the_focus_has_a_name(page: TimelinePage, qtbot: QtBot) -> None:
    click(qtbot, page, box(page, "Clinic tips thread").center())
    nameless = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.isVisible()
        and not each.accessibleName()
        and not getattr(each, "text", str)()
    ]
    assert nameless == []


def _listed(page: TimelinePage) -> set[str]:
    view = page.tray.findChild(QListView)
    assert view is not None
    model = view.model()
    return {str(model.index(row, 0).data()) for row in range(model.rowCount())}
