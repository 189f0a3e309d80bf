"""What was dropped since approval, in whatever lanes there are and whatever is looked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.approval import Version
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.since_approval import changes_since
from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.timeline.lane_heads import lane_name
from campaignplanner.ui.timeline.lane_menu import LaneMenu
from campaignplanner.ui.timeline.page import TimelinePage
from tests.builders import a_dated_activity, a_plan, an_aim
from tests.ui.timeline.looking import content_of, scene_of

GROW = an_aim("Grow")


def a_plan_with(*more: Any) -> Plan:
    fair = a_dated_activity("Fair", "2026-10-01", aims=[GROW], kind=Kind.EVENT, owner="Ada")
    return a_plan(GROW, fair, *more)


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace: Workspace) -> MainWindow:
    campaign_id = workspace.import_plan(a_plan_with())
    window = open_window()
    window.places.show_campaign(campaign_id)
    window.places.show_page(PageName.TIMELINE)
    return window


@pytest.fixture
def page(window: MainWindow) -> TimelinePage:
    """A plan from which two activities were dropped since it was approved."""
    radio = a_dated_activity("Radio", "2026-10-12", aims=[GROW], kind=Kind.RADIO, owner="Zoe")
    talk = a_dated_activity("Talk", "2026-09-10")
    page = window.places.timeline
    version = Version(id="v", number=1, day=date(2026, 8, 1))
    page.show_since(changes_since(version, a_plan_with(radio, talk), content_of(page).plan))
    return page


def choose_lanes(page: TimelinePage, grouping: Grouping) -> None:
    menu = page.findChild(LaneMenu)
    assert isinstance(menu, LaneMenu)
    next(each for each in menu.groupings.actions() if each.data() is grouping).trigger()


def dropped(page: TimelinePage) -> dict[str, list[str]]:
    """What was dropped, by the lane in which it is shown."""
    content, marks = content_of(page), scene_of(page).stage.sights.approved.dropped
    names = {lane.index: lane_name(content.plan, lane.key) for lane in content.arrangement.lanes}
    return {
        names[lane]: [each.what.activity.title for _, each in found.touching(Span(date.min, date.max))]
        for lane, found in marks.items()
    }


@pytest.mark.parametrize(
    ("grouping", "lanes"),
    [
        (Grouping.AIM, {"Grow": ["Radio"], "No aim yet": ["Talk"]}),
        (Grouping.OWNER, {"Zoe": ["Radio"], "No owner yet": ["Talk"]}),
        (Grouping.KIND, {"Radio": ["Radio"], "Conversation": ["Talk"]}),
        (Grouping.FLAT, {"All activities": ["Talk", "Radio"]}),
    ],
)
def test_it_is_shown_whatever_lanes_are_made_by(
    page: TimelinePage, grouping: Grouping, lanes: dict[str, list[str]]
) -> None:
    choose_lanes(page, grouping)
    assert dropped(page) == lanes


def test_only_what_is_looked_for_is_shown(page: TimelinePage) -> None:
    line = page.filter_bar.find_bar.line
    line.setText("radio")
    assert dropped(page) == {"Grow": ["Radio"]}
    line.setText("fair")
    assert dropped(page) == {}
    page.filter_bar.clear()
    assert dropped(page) == {"Grow": ["Radio"], "No aim yet": ["Talk"]}


def test_lanes_that_are_there_only_for_it_go_with_it(page: TimelinePage) -> None:
    names = [lane.key.value for lane in content_of(page).arrangement.lanes]
    assert names == ["grow", None]
    page.show_since(None)
    assert [lane.key.value for lane in content_of(page).arrangement.lanes] == ["grow"]


def test_an_empty_lane_of_what_has_no_aim_asks_for_none(page: TimelinePage) -> None:
    content = content_of(page)
    head = content.heads[content.arrangement.lanes[-1].key]
    assert not head.is_alarming
    assert head.notes == ("No activities",)
