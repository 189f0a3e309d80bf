"""The timeline's actions in the window: zooming to things, and what changed since approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.services.commands.moving import MoveCampaign
from campaignplanner.services.samples import SAMPLES, read_sample
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.zooming import ZoomLevel
from tests.builders import a_dated_activity, a_plan, an_aim
from tests.ui.timeline.looking import activity, bar, box, bridge, content_of, scene_of


@pytest.fixture
def sample_window(open_window: Callable[..., MainWindow], workspace: Workspace) -> MainWindow:
    """The sample campaign on its timeline; its brief was approved."""
    campaign_id = workspace.import_plan(*read_sample(SAMPLES[0].name, CampaignFileFormat()))
    window = open_window()
    window.places.show_campaign(campaign_id)
    window.places.show_page(PageName.TIMELINE)
    return window


def page_of(window: MainWindow) -> TimelinePage:
    return window.places.timeline


def trigger(window: MainWindow, name: Name) -> None:
    action = next(each for each in page_of(window).actions() if each.objectName() == name.value)
    assert action.isEnabled()
    action.trigger()


def test_zooming_to_the_selection_shows_it_large_and_whole(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    page.select(scene_of(page).order.selected_bar(bar(page, "Live brew-along")))
    before = page.canvas.view.scale.pixels_per_day
    trigger(sample_window, Name.ZOOM_SELECTION)
    found, lanes = box(page, "Live brew-along"), page.canvas.view.regions.lanes
    assert page.canvas.view.scale.pixels_per_day > before
    assert lanes.left() <= found.left()
    assert found.right() <= lanes.right()
    assert found.width() > lanes.width() * 0.7


def test_zooming_to_a_bridge_shows_both_ends(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    plan = content_of(page).plan
    page.select(Selected.bridge(bridge(plan, "Service clinic", "Clinic tips").id))
    trigger(sample_window, Name.ZOOM_SELECTION)
    lanes = page.canvas.view.regions.lanes
    for title in ("Service clinic", "Clinic tips"):
        found = box(page, title)
        assert lanes.left() <= found.left() < found.right() <= lanes.right()


def test_zooming_to_nothing_says_what_to_do(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    page.select(None)
    before = page.canvas.view.scale
    trigger(sample_window, Name.ZOOM_SELECTION)
    assert page.canvas.view.scale == before
    assert "Select something" in said(sample_window)


def test_zooming_to_the_aim_shows_all_that_serves_it(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    sample_window.resize(1000, 560)
    page.select(scene_of(page).order.selected_bar(bar(page, "Service clinic")))
    trigger(sample_window, Name.ZOOM_AIM)
    view, plan = page.canvas.view, content_of(page).plan
    aim_id = next(iter(plan.aim_shares(activity(plan, "Service clinic").id)))
    for each in plan.activities_of(aim_id):
        span = plan.span_of(each.id)
        if span is not None:
            assert view.regions.lanes.left() <= view.x(span.first_day)
            assert view.x_after(span.last_day) <= view.regions.lanes.right()


def test_zooming_to_the_campaign_shows_all_days_from_the_first_lane(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    sample_window.resize(1000, 560)
    page.canvas.zoom_to_position(1)
    page.canvas.scroll_by(300, 200)
    trigger(sample_window, Name.ZOOM_CAMPAIGN)
    view = page.canvas.view
    assert view.top == 0
    assert view.x(date(2026, 8, 24)) >= view.regions.lanes.left()
    assert view.x_after(date(2026, 11, 30)) <= view.regions.lanes.right()


@pytest.mark.parametrize(
    ("key", "name"), [(Qt.Key.Key_0, Name.ZOOM_CAMPAIGN), (Qt.Key.Key_9, Name.ZOOM_SELECTION)]
)
def test_the_keys_work_on_the_timeline(sample_window: MainWindow, key: Qt.Key, name: Name) -> None:
    page = page_of(sample_window)
    page.select(scene_of(page).order.selected_bar(bar(page, "Live brew-along")))
    page.canvas.zoom_to_position(1)
    page.canvas.scroll_by(-5000, 0)
    before = page.canvas.view
    QTest.keyClick(page.canvas, key, Qt.KeyboardModifier.ControlModifier)
    assert page.canvas.view != before


def test_every_level_shows_what_its_name_says(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    seen = []
    for level in ZoomLevel:
        page.canvas.zoom_to_scale(level.value)
        view = page.canvas.view
        seen.append(view.scale.lower_kind(content_of(page).spacing).name)
    assert seen == ["DAY", "WEEK", "MONTH", "QUARTER"]


def test_elsewhere_the_actions_of_the_timeline_rest(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    sample_window.places.show_page(PageName.PLAN)
    assert not any(each.isEnabled() for each in page.actions())


# -- since approval ----------------------------------------------------------------------------------


def said(window: MainWindow) -> str:
    return " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def since_action(window: MainWindow):  # noqa: ANN201 - a QAction
    wanted = Name.SINCE_APPROVAL.value
    return next(each for each in page_of(window).actions() if each.objectName() == wanted)


def test_what_changed_since_approval_is_shown_when_asked_for(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    assert page.canvas.wanted.since is None
    trigger(sample_window, Name.SINCE_APPROVAL)
    assert page.canvas.wanted.since is not None
    assert since_action(sample_window).isChecked()
    assert "Since version" in said(sample_window)
    trigger(sample_window, Name.SINCE_APPROVAL)
    assert page.canvas.wanted.since is None


def test_an_edit_is_compared_at_once(sample_window: MainWindow, workspace: Workspace) -> None:
    page = page_of(sample_window)
    trigger(sample_window, Name.SINCE_APPROVAL)
    before = page.canvas.wanted.since
    assert before is not None
    workspace.execute(MoveCampaign(3))
    after = page.canvas.wanted.since
    assert after is not None
    assert len(after.moved) > len(before.moved)
    plan = content_of(page).plan
    live = activity(plan, "Live brew-along")
    approved = after.moved_activities[live.id]
    assert approved is not None
    now = plan.span_of(live.id)
    assert now is not None
    assert now.first_day - approved.first_day == timedelta(days=3)


def test_the_card_of_the_selection_says_what_was_approved(
    sample_window: MainWindow, workspace: Workspace
) -> None:
    page = page_of(sample_window)
    workspace.execute(MoveCampaign(3))
    page.select(scene_of(page).order.selected_bar(bar(page, "Live brew-along")))
    assert "3 days later" not in said(sample_window)
    trigger(sample_window, Name.SINCE_APPROVAL)
    assert "3 days later" in said(sample_window)


def test_without_an_approval_it_is_said_that_there_is_nothing_to_compare(
    open_window: Callable[..., MainWindow], workspace: Workspace
) -> None:
    plan = a_plan(an_aim(), a_dated_activity("Tour", "2026-09-01", "2026-09-20"))
    campaign_id = workspace.import_plan(plan)
    window = open_window()
    window.places.show_campaign(campaign_id)
    window.places.show_page(PageName.TIMELINE)
    trigger(window, Name.SINCE_APPROVAL)
    assert not since_action(window).isChecked()
    assert "nothing to compare" in said(window)


def test_another_campaign_is_shown_as_it_is(sample_window: MainWindow, workspace: Workspace) -> None:
    trigger(sample_window, Name.SINCE_APPROVAL)
    other = workspace.import_plan(a_plan(an_aim(), a_dated_activity("Tour", "2026-09-01"), id="other"))
    sample_window.places.show_campaign(other)
    sample_window.places.show_page(PageName.TIMELINE)
    assert page_of(sample_window).canvas.wanted.since is None
    assert not since_action(sample_window).isChecked()


def test_zooming_to_a_lane_of_another_grouping_shows_all_that_lies_in_it(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    page.canvas.show_lanes(page.canvas.shown.grouped_by(Grouping.OWNER))
    lane = content_of(page).arrangement.lanes[1]
    page.canvas.select(Selected.head(lane.key))
    trigger(sample_window, Name.ZOOM_AIM)
    view = page.canvas.view
    for track in (*lane.online, *lane.offline):
        for each in track.bars:
            assert view.regions.lanes.left() <= view.x(each.first_day)
            assert view.x_after(each.last_day) <= view.regions.lanes.right()
