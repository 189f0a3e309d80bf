from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import ActivityStatus, Kind
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Selected, Subject
from tests.builders import a_bridge, a_dated_activity, a_plan, an_aim
from tests.ui.timeline.looking import (
    Show,
    bar,
    box,
    click,
    colour_at,
    content_of,
    is_near,
    picture,
    press,
    scene_of,
)

GROW = an_aim("Grow", position=0)
KEEP = an_aim("Keep", position=1)
FIRST, SECOND = LaneKey(Grouping.AIM, "grow"), LaneKey(Grouping.AIM, "keep")


def two_lanes() -> Plan:
    return a_plan(
        GROW,
        KEEP,
        a_dated_activity("Thread", "2026-09-01", "2026-09-20", aims=[GROW], owner="Zoe"),
        a_dated_activity("Fair", "2026-10-01", "2026-10-09", aims=[GROW], kind=Kind.EVENT, owner="Ada"),
        a_dated_activity("Talk", "2026-09-10", "2026-10-20", aims=[KEEP], owner="Ada"),
        a_bridge("thread", "fair", id="within"),
        a_bridge("talk", "fair", id="between"),
    )


def group_by(page: TimelinePage, grouping: Grouping) -> None:
    page.canvas.show_lanes(page.canvas.shown.grouped_by(grouping))


def names(page: TimelinePage) -> list[str]:
    """What stands at the heads of the lanes."""
    content = content_of(page)
    return [" ".join(content.heads[lane.key].name) for lane in content.arrangement.lanes]


def chevron(page: TimelinePage, lane: int) -> QPointF:
    placed = content_of(page).layout.lanes[lane]
    return QPointF(9, page.canvas.view.y(placed.top) + 20)


# -- other lanes -----------------------------------------------------------------------------------------


def test_the_head_of_a_lane_says_what_it_stands_for_how_much_is_in_it_and_the_money(show: Show) -> None:
    page = show(two_lanes())
    group_by(page, Grouping.OWNER)
    assert names(page) == ["Ada", "Zoe"]
    head = content_of(page).heads[LaneKey(Grouping.OWNER, "Ada")]
    assert head.notes == ("2 activities",)


def test_the_head_of_an_audience_says_what_they_should_do(show: Show) -> None:
    page = show(
        a_plan(
            Audience(id="regulars", name="Regulars", behaviour_wanted="Bring a friend"),
            a_dated_activity("Fair", "2026-10-01", audience_ids=("regulars",)),
        )
    )
    group_by(page, Grouping.AUDIENCE)
    head = content_of(page).heads[LaneKey(Grouping.AUDIENCE, "regulars")]
    assert head.notes == ("Bring a friend", "1 activity")


def test_words_of_the_program_are_told_as_words_at_the_heads(show: Show) -> None:
    page = show(a_plan(a_dated_activity("Fair", "2026-10-01", kind=Kind.MEET_UP)))
    group_by(page, Grouping.KIND)
    assert names(page) == ["Meet-up"]
    group_by(page, Grouping.STATUS)
    assert names(page) == [status.value.capitalize() for status in ActivityStatus]
    group_by(page, Grouping.OWNER)
    assert names(page) == ["No owner yet"]


def test_the_selection_stays_on_the_bar_when_lanes_are_made_otherwise(show: Show) -> None:
    page = show(two_lanes())
    page.select(Selected.activity("fair"))
    group_by(page, Grouping.OWNER)
    selected = page.canvas.selected
    assert selected is not None
    assert (selected.id, selected.lane) == ("fair", LaneKey(Grouping.OWNER, "Ada"))


def test_an_aim_is_not_selected_any_more_where_it_has_no_lane(show: Show) -> None:
    page = show(two_lanes())
    page.select(Selected.aim("grow"))
    group_by(page, Grouping.OWNER)
    assert page.canvas.selected is None


def test_the_head_of_any_lane_is_selected_by_a_click_and_tells_of_no_card(show: Show, qtbot: QtBot) -> None:
    page = show(two_lanes())
    group_by(page, Grouping.OWNER)
    click(qtbot, page, chevron(page, 0) + QPointF(60, 0))
    assert page.canvas.selected == Selected.head(LaneKey(Grouping.OWNER, "Ada"))
    assert page.canvas.selected.subject is Subject.LANE
    assert not page.card.isVisible()


def test_the_arrow_keys_go_from_head_to_bars_to_the_next_head(show: Show, qtbot: QtBot) -> None:
    page = show(two_lanes())
    group_by(page, Grouping.OWNER)
    visited = []
    for _ in range(5):
        press(qtbot, page, Qt.Key.Key_Right)
        visited.append(page.canvas.selected.id)
    assert visited == ["Ada", "talk", "fair", "Zoe", "thread"]


# -- collapsed lanes -------------------------------------------------------------------------------------


def test_a_click_on_the_chevron_collapses_a_lane_and_another_expands_it(show: Show, qtbot: QtBot) -> None:
    page = show(two_lanes())
    before = content_of(page).layout
    click(qtbot, page, chevron(page, 0))
    collapsed = content_of(page).layout
    assert [lane.collapsed for lane in collapsed.lanes] == [True, False]
    assert collapsed.height < before.height
    click(qtbot, page, chevron(page, 0))
    assert content_of(page).layout == before


def test_space_collapses_the_lane_whose_head_is_selected(show: Show, qtbot: QtBot) -> None:
    page = show(two_lanes())
    press(qtbot, page, Qt.Key.Key_Home, Qt.Key.Key_Space)
    assert page.canvas.shown.collapsed == {FIRST}
    assert page.canvas.selected == Selected.aim("grow")
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.canvas.shown.collapsed == frozenset()


def test_a_collapsed_lane_shows_when_anything_runs(show: Show) -> None:
    page = show(two_lanes())
    middle = box(page, "Thread").center().x()
    page.canvas.turn_lane(FIRST)
    y = page.canvas.view.y(content_of(page).layout.bar_top(bar(page, "Thread"))) + 2
    image = picture(page)
    lit, bare = colour_at(image, middle, y), colour_at(image, box(page, "Thread").right() + 20, y)
    assert not is_near(lit, bare)


def test_bridges_within_a_collapsed_lane_are_not_drawn_and_those_to_it_are(show: Show) -> None:
    page = show(two_lanes())
    page.canvas.turn_lane(FIRST)
    assert content_of(page).placed_bridge("within") is None
    placed = content_of(page).placed_bridge("between")
    lane = content_of(page).layout.lanes[0]
    assert lane.top < min(placed.source_y, placed.target_y) < lane.bottom


def test_no_bar_of_a_collapsed_lane_can_be_hit_and_the_keys_pass_it_by(show: Show, qtbot: QtBot) -> None:
    page = show(two_lanes())
    page.canvas.turn_lane(FIRST)
    click(qtbot, page, box(page, "Thread").center())
    assert page.canvas.selected is None
    press(qtbot, page, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert page.canvas.selected.id == "talk"


def test_even_what_has_no_aim_has_a_head_to_expand_it_by(show: Show, qtbot: QtBot) -> None:
    page = show(a_plan(a_dated_activity("Stray", "2026-10-01")))
    unsaid = LaneKey(Grouping.AIM, None)
    page.canvas.turn_lane(unsaid)
    press(qtbot, page, Qt.Key.Key_Home)
    assert page.canvas.selected == Selected.head(unsaid)
    assert scene_of(page).hits.words_of(page.canvas.selected) == "No aim yet, collapsed"


def test_lanes_stay_collapsed_when_the_plan_changes(show: Show) -> None:
    page = show(two_lanes())
    page.canvas.turn_lane(SECOND)
    page.show_plan(two_lanes())
    assert [lane.collapsed for lane in content_of(page).layout.lanes] == [False, True]
