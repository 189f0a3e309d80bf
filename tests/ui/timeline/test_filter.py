"""Looking for activities on the timeline, and what of it and of the lanes is remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Selected
from tests.builders import a_dated_activity, a_plan, an_activity, an_aim
from tests.ui.timeline.looking import bars, content_of

GROW, KEEP = an_aim("Grow", position=0), an_aim("Keep", position=1)


def some_plan(identifier: str = "looked-for") -> Plan:
    return a_plan(
        GROW,
        KEEP,
        a_dated_activity("Thread", "2026-09-01", "2026-09-20", aims=[GROW], owner="Zoe"),
        a_dated_activity("Fair", "2026-10-01", aims=[GROW], kind=Kind.EVENT, owner="Ada"),
        a_dated_activity("Talk", "2026-09-10", aims=[KEEP], status=ActivityStatus.DONE),
        a_dated_activity("Stray", "2026-09-12"),
        an_activity("Waiting", owner="Zoe"),
        id=identifier,
        title=identifier,
    )


@pytest.fixture
def looking(open_window: Callable[..., MainWindow], workspace: Workspace) -> MainWindow:
    campaign_id = workspace.import_plan(some_plan())
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


def shown(window: MainWindow) -> set[str]:
    return {bar.activity_id for bar in bars(page_of(window))}


def look_for(window: MainWindow, words: str) -> None:
    page_of(window).filter_bar.find_bar.line.setText(words)


def test_only_what_has_the_words_is_shown_with_the_lanes_that_it_lies_in(looking: MainWindow) -> None:
    look_for(looking, "fair")
    content = content_of(page_of(looking))
    assert shown(looking) == {"fair"}
    assert [lane.aim_id for lane in content.arrangement.lanes] == ["grow"]
    assert page_of(looking).filter_bar.hidden_label.text() == "4 hidden"


def test_sides_status_owner_and_aim_can_be_looked_for(looking: MainWindow) -> None:
    bar = page_of(looking).filter_bar
    bar.find_bar.choose_side(Side.OFFLINE)
    assert shown(looking) == {"fair"}
    bar.clear()
    bar.find_bar.choose_status(ActivityStatus.DONE)
    assert shown(looking) == {"talk"}
    bar.clear()
    bar.find_bar.hide_done(True)
    assert shown(looking) == {"thread", "fair", "stray"}


@pytest.mark.parametrize(("words", "found"), [("Zoe", {"thread"}), ("No owner yet", {"talk", "stray"})])
def test_an_owner_is_chosen_from_those_of_the_plan(looking: MainWindow, words: str, found: set[str]) -> None:
    page_of(looking).begin_find()
    choose(page_of(looking).filter_bar.owner_choice, words)
    assert shown(looking) == found


@pytest.mark.parametrize(("words", "found"), [("Keep", {"talk"}), ("No aim yet", {"stray"})])
def test_an_aim_is_chosen_from_those_of_the_plan(looking: MainWindow, words: str, found: set[str]) -> None:
    page_of(looking).begin_find()
    choose(page_of(looking).filter_bar.aim_choice, words)
    assert shown(looking) == found


def choose(button, words: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    next(each for each in button.menu().actions() if each.text() == words).trigger()


def test_the_tray_keeps_only_what_is_looked_for(looking: MainWindow) -> None:
    look_for(looking, "fair")
    assert not page_of(looking).tray.isVisible()
    look_for(looking, "waiting")
    assert page_of(looking).tray.isVisible()


def test_where_nothing_is_left_a_button_shows_all_again(looking: MainWindow) -> None:
    look_for(looking, "zzz")
    button = next(
        each
        for each in page_of(looking).canvas.findChildren(QPushButton)
        if each.isVisible() and each.text() == "Show all activities"
    )
    button.click()
    assert shown(looking) == {"thread", "fair", "talk", "stray"}
    assert page_of(looking).filter_bar.hidden_label.text() == ""


def test_the_strip_comes_by_the_key_for_finding_and_goes_with_escape(looking: MainWindow) -> None:
    bar = page_of(looking).filter_bar
    assert not bar.isVisible()
    page_of(looking).begin_find()
    assert bar.isVisible()
    QTest.keyClicks(bar.find_bar.line, "fair")
    QTest.keyClick(bar.find_bar.line, Qt.Key.Key_Escape)
    assert bar.isVisible()
    assert len(shown(looking)) == 4
    QTest.keyClick(bar.find_bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_looking_for_something_moves_no_day_in_the_view(looking: MainWindow) -> None:
    before = page_of(looking).canvas.view.scale
    look_for(looking, "fair")
    assert page_of(looking).canvas.view.scale == before


def test_what_is_hidden_is_not_selected_any_more(looking: MainWindow) -> None:
    page_of(looking).select(Selected.activity("talk"))
    look_for(looking, "fair")
    assert page_of(looking).canvas.selected is None


def test_an_edit_is_looked_at_in_the_light_of_what_is_looked_for(
    looking: MainWindow, workspace: Workspace
) -> None:
    look_for(looking, "fair")
    workspace.execute(ChangeActivity("thread", {"title": "Fair thread"}))
    assert shown(looking) == {"fair", "thread"}


def test_lanes_are_grouped_collapsed_and_expanded_by_actions(looking: MainWindow) -> None:
    page = page_of(looking)
    trigger(looking, Name.GROUP_BY_OWNER)
    assert page.canvas.shown.grouping is Grouping.OWNER
    trigger(looking, Name.COLLAPSE_LANES)
    assert all(lane.collapsed for lane in content_of(page).layout.lanes)
    trigger(looking, Name.EXPAND_LANES)
    assert not any(lane.collapsed for lane in content_of(page).layout.lanes)
    page.select(Selected.activity("fair"))
    trigger(looking, Name.TURN_LANE)
    assert page.canvas.shown.collapsed == {LaneKey(Grouping.OWNER, "Ada")}


def test_lanes_are_remembered_for_each_campaign_and_what_was_looked_for_is_not(
    looking: MainWindow, workspace: Workspace
) -> None:
    other = workspace.import_plan(some_plan("other"))
    trigger(looking, Name.GROUP_BY_OWNER)
    page_of(looking).canvas.turn_lane(LaneKey(Grouping.OWNER, None))
    look_for(looking, "fair")
    looking.places.show_campaign(other)
    page = page_of(looking)
    assert page.canvas.shown.grouping is Grouping.AIM
    assert len(shown(looking)) == 4
    looking.places.show_campaign("looked-for")
    assert page.canvas.shown.grouping is Grouping.OWNER
    assert page.canvas.shown.collapsed == {LaneKey(Grouping.OWNER, None)}
    assert len(shown(looking)) == 4


@pytest.mark.parametrize("state", ["", "{", "[]", '{"grouping": "moon"}', '{"collapsed": [1]}'])
def test_what_cannot_be_read_of_the_lanes_is_as_when_first_seen(looking: MainWindow, state: str) -> None:
    page = page_of(looking)
    page.restore({"timeline lanes": state})
    assert (page.canvas.shown.grouping, page.canvas.shown.collapsed) == (Grouping.AIM, frozenset())


def test_the_tab_key_goes_from_the_filter_on_to_what_lies_below(looking: MainWindow) -> None:
    page = page_of(looking)
    assert page.filter_bar.last_field.nextInFocusChain() is page.tray.view
