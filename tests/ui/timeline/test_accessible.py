from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent
from pytestqt.qtbot import QtBot

from benchmarks.generator import plan_of_size
from campaignplanner.domain.activity import ActivityStatus, Kind
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.ui.timeline.accessible.interface import PartInterface
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Selected
from tests.builders import a_bridge, a_dated_activity, a_plan, an_activity, an_aim
from tests.leftovers import deliver_everything
from tests.ui.timeline.listening import (
    ROLE,
    bar_of,
    bars,
    bridges,
    children,
    description,
    everything,
    flags,
    interface,
    is_in,
    lanes,
    listed,
    name,
    painted,
    timeline,
)
from tests.ui.timeline.looking import Show, press

KEY, EVENT = Qt.Key, QAccessible.Event

GROW = an_aim("Grow", position=0)
KEEP = an_aim("Keep", position=1)


def two_aims() -> Plan:
    return a_plan(
        GROW,
        KEEP,
        a_dated_activity("Thread", "2026-09-01", "2026-09-20", aims=[GROW, KEEP], owner="Zoe"),
        a_dated_activity("Fair", "2026-10-01", "2026-10-09", aims=[GROW], kind=Kind.EVENT, owner="Ada"),
        a_dated_activity("Talk", "2026-09-10", "2026-10-20", aims=[KEEP], owner="Ada"),
        a_dated_activity("Stray", "2026-10-02", status=ActivityStatus.IDEA),
        an_activity("Reward", id="reward", kind=Kind.REWARD),
        a_bridge("thread", "fair", Pattern.ANNOUNCES, id="announced"),
        a_bridge("talk", "reward", id="open"),
    )


def day_words(day: date) -> str:
    return f"{day:%a} {day.day} "


@pytest.fixture
def listener() -> Iterator[None]:
    """Somebody listens, as long as the test runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(page: TimelinePage, listener: None) -> list[tuple[EVENT, str]]:
    """What was told, by kind and by the name of what it was about."""
    told: list[tuple[EVENT, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        told.append((event.type(), name(event.accessibleInterface())))

    page.canvas.accessible.parts.post = hear
    page.canvas.setFocus()
    told.clear()
    return told


def bury(page: TimelinePage) -> None:
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# -- what is in the tree ---------------------------------------------------------------------------------


def test_the_tree_has_a_lane_for_each_aim_in_order_with_the_flights_that_serve_it(
    page: TimelinePage, sample_plan: Plan
) -> None:
    found = lanes(page.window())
    aims = sample_plan.aims_in_order
    assert [name(lane) for lane in found] == [*(aim.statement for aim in aims), "No aim yet"]
    for lane, aim in zip(found, aims, strict=False):
        serving = {each.activity_id for each in sample_plan.contributions.values() if each.aim_id == aim.id}
        runs = [each for each in sample_plan.flights.values() if each.activity_id in serving]
        expected = sorted(runs, key=lambda each: each.first_day)
        assert len(bars(lane)) == len(expected)
        for bar, flight in zip(bars(lane), expected, strict=True):
            assert day_words(flight.first_day) in name(bar)


def test_a_bar_says_its_title_days_side_and_status_and_then_its_aims_and_bridges(
    page: TimelinePage, sample_plan: Plan
) -> None:
    all_bars = [bar for lane in lanes(page.window()) for bar in bars(lane)]
    for flight in sample_plan.flights.values():
        activity = sample_plan.activities[flight.activity_id]
        said = [activity.title, day_words(flight.first_day), day_words(flight.last_day)]
        said += [str(flight.last_day.year), activity.side.value, activity.status.value]
        found = [each for each in all_bars if all(words in name(each) for words in said)]
        aims = sample_plan.aim_shares(activity.id)
        assert len(found) == max(1, len(aims))
        for bar in found:
            assert all(sample_plan.aims[aim_id].statement in description(bar) for aim_id in aims)
            for bridge in sample_plan.bridges_from(activity.id):
                assert sample_plan.activities[bridge.target_id].title in description(bar)


def test_a_bar_in_a_lane_that_is_not_its_own_says_so(show: Show) -> None:
    window = show(two_aims()).window()
    own, other = bars(lanes(window)[0])[0], bars(lanes(window)[1])[0]
    assert name(other).startswith(name(own))
    assert "another lane" in name(other)
    assert "another lane" not in name(own)


def test_every_bridge_is_listed_with_both_ends_and_how_it_stands(
    page: TimelinePage, sample_plan: Plan
) -> None:
    words = {
        BridgeState.HOLDS: "holds",
        BridgeState.OPEN: "Open",
        BridgeState.BROKEN: "Late bridge, 8 days off",
    }
    found = [name(each) for each in bridges(page.window())]
    assert len(found) == len(sample_plan.bridges)
    for bridge in sample_plan.bridges.values():
        ends = [sample_plan.activities[each].title for each in (bridge.source_id, bridge.target_id)]
        said = next(each for each in found if all(title in each for title in ends))
        assert words[judge(sample_plan, bridge).state] in said


def test_a_bridge_to_something_without_dates_is_open(show: Show) -> None:
    page = show(two_aims())
    found = bridges(page.window())
    assert [name(each) for each in found][-1] == "Open bridge: Talk leads to Reward"
    assert "Reward, without dates" in description(found[-1])


def test_the_due_days_of_kpis_follow_the_bars_of_their_lane(page: TimelinePage, sample_plan: Plan) -> None:
    aim = sample_plan.aims_in_order[0]
    measured = {aim.id, *(each.id for each in sample_plan.activities_of(aim.id))}
    kpis = [each for each in sample_plan.kpis.values() if {each.aim_id, each.activity_id} & measured]
    due = sorted(kpi.due_day for kpi in kpis if kpi.due_day)
    lane = lanes(page.window())[0]
    assert len(flags(lane)) == len(due)
    for flag, day in zip(flags(lane), due, strict=True):
        assert f"Due {day:%A}, {day.day} " in name(flag)
    assert children(lane)[-len(due) :] == flags(lane)


def test_the_ruler_tells_when_the_campaign_runs_what_day_it_is_and_which_are_holidays(
    page: TimelinePage, sample_plan: Plan
) -> None:
    page.canvas.wanted.holidays = {date(2026, 10, 3): "German Unity Day"}
    assert [name(day) for day in listed(page.window(), "Days")] == [
        "The campaign begins, Monday, 24 August 2026",
        "German Unity Day, Saturday, 3 October 2026",
        "Today, Thursday, 8 October 2026",
        "The campaign ends, Monday, 30 November 2026",
    ]


def test_the_spend_strip_tells_the_money_of_each_week_and_of_each_month_when_it_shows_months(
    page: TimelinePage, sample_plan: Plan
) -> None:
    weeks = listed(page.window(), "Spend per week")
    assert [name(each).split(":")[0] for each in weeks][:2] == [
        "Mon 24 Aug – Sun 30 Aug 2026",
        "Mon 31 Aug – Sun 6 Sept 2026",
    ]
    assert "Online: €4,200" in description(weeks[0])
    page.canvas.zoom_to_scale(1.0)
    months = listed(page.window(), "Spend per month")
    assert name(months[0]).startswith("August 2026: 100")
    assert not weeks[0].isValid()


def test_a_lane_says_how_far_its_aim_has_come_and_what_it_costs(page: TimelinePage) -> None:
    said = description(lanes(page.window())[0])
    assert "Subscribers 3,100 → 12,000" in said
    assert "Planned: €84,500" in said


def test_before_the_first_plan_there_are_only_widgets(qtbot: QtBot) -> None:
    canvas = TimelineCanvas(date.today)
    qtbot.addWidget(canvas)
    assert {each.role() for each in children(interface(canvas))} <= {ROLE.Client, ROLE.ScrollBar}


def test_a_plan_without_any_day_has_its_lanes_and_no_days(show: Show) -> None:
    window = show(a_plan(GROW, an_activity("Reviews"))).window()
    assert name(lanes(window)[0]) == "Grow"
    assert listed(window, "Days") == []
    assert [description(each) for each in everything(timeline(window))]


def test_the_widgets_over_the_canvas_stay_in_the_tree(page: TimelinePage) -> None:
    roles = [each.role() for each in everything(timeline(page.window()))]
    assert roles.count(ROLE.ScrollBar) == 2
    assert ROLE.Slider in roles


# -- the order of the tree -------------------------------------------------------------------------------


def test_each_part_knows_its_parent_and_its_place(page: TimelinePage) -> None:
    for parent in everything(timeline(page.window())):
        for place, child in enumerate(children(parent)):
            assert parent.indexOfChild(child) == place
            assert child.parent().object() is parent.object()


def test_the_arrows_go_through_the_tree_in_its_own_order(page: TimelinePage, qtbot: QtBot) -> None:
    wanted = []
    for lane in lanes(page.window()):
        wanted += [name(each) for each in (lane, *bars(lane)) if each.state().focusable]
    page.canvas.setFocus()
    press(qtbot, page, KEY.Key_Home)
    heard = [name(timeline(page.window()).focusChild())]
    for _ in wanted[1:]:
        press(qtbot, page, KEY.Key_Right)
        heard.append(name(timeline(page.window()).focusChild()))
    assert heard == wanted


@pytest.mark.parametrize("grouping", list(Grouping))
def test_every_dated_activity_is_in_the_tree_of_every_grouping(
    page: TimelinePage, sample_plan: Plan, grouping: Grouping
) -> None:
    page.canvas.show_lanes(page.canvas.shown.grouped_by(grouping))
    window = page.window()
    said = [name(bar) for lane in lanes(window) for bar in bars(lane)]
    for flight in sample_plan.flights.values():
        title = sample_plan.activities[flight.activity_id].title
        assert any(title in each and day_words(flight.first_day) in each for each in said)
    assert len(bridges(window)) == len(sample_plan.bridges)
    assert all(name(lane) for lane in lanes(window))
    for parent in painted(window):
        assert [parent.indexOfChild(each) for each in children(parent)] == list(range(parent.childCount()))


def test_a_collapsed_lane_says_so_and_keeps_its_bars_to_itself(show: Show) -> None:
    page = show(two_aims())
    lane = lanes(page.window())[0]
    assert (lane.state().expanded, lane.state().collapsed) == (1, 0)
    page.canvas.turn_lane(LaneKey(Grouping.AIM, "grow"))
    assert lanes(page.window())[0] is lane
    assert (lane.state().expanded, lane.state().collapsed) == (0, 1)
    assert lane.childCount() == 0
    assert lane.state().focusable
    within = next(each for each in bridges(page.window()) if "Fair" in name(each))
    assert within.state().invisible


def test_what_a_filter_leaves_out_is_not_in_the_tree(show: Show) -> None:
    page = show(two_aims())
    gone = bar_of(page.window(), "Fair")
    page.canvas.show_lanes(page.canvas.shown.keeping(frozenset({"talk", "thread"})))
    assert not is_in(page.window(), "Fair")
    assert not gone.isValid()
    assert gone.state().invalid
    assert (name(gone), gone.rect()) == ("", QRect())


# -- focus and selection ---------------------------------------------------------------------------------


def test_an_arrow_tells_of_the_focus_on_what_it_selects(
    page: TimelinePage, qtbot: QtBot, heard: list[tuple[EVENT, str]]
) -> None:
    press(qtbot, page, KEY.Key_Home, KEY.Key_Right)
    aim, bar = lanes(page.window())[0], bars(lanes(page.window())[0])[0]
    assert [each for each in heard if each[0] is EVENT.Focus] == [
        (EVENT.Focus, name(aim)),
        (EVENT.Focus, name(bar)),
    ]
    assert (EVENT.Selection, name(bar)) in heard


def test_just_what_is_selected_has_the_focus(page: TimelinePage, qtbot: QtBot) -> None:
    page.canvas.setFocus()
    press(qtbot, page, KEY.Key_Home, KEY.Key_Right, KEY.Key_Right)
    with_focus = [name(each) for each in painted(page.window()) if each.state().focused]
    selected = [name(each) for each in painted(page.window()) if each.state().selected]
    assert with_focus == selected == [name(bars(lanes(page.window())[0])[1])]


def test_a_selected_bridge_has_the_focus_in_the_list(page: TimelinePage, sample_plan: Plan) -> None:
    page.canvas.setFocus()
    bridge = next(iter(sample_plan.bridges.values()))
    page.canvas.select(Selected.bridge(bridge.id))
    focused = timeline(page.window()).focusChild()
    assert sample_plan.activities[bridge.source_id].title in name(focused)
    assert focused in bridges(page.window())


def test_who_comes_back_to_the_timeline_is_told_where_they_are(
    page: TimelinePage, qtbot: QtBot, heard: list[tuple[EVENT, str]]
) -> None:
    press(qtbot, page, KEY.Key_Home, KEY.Key_Right)
    page.canvas.clearFocus()
    assert not any(each.state().focused for each in painted(page.window()))
    heard.clear()
    page.canvas.setFocus()
    assert heard == [(EVENT.Focus, name(bars(lanes(page.window())[0])[0]))]


def test_escape_gives_the_focus_back_to_the_whole(
    page: TimelinePage, qtbot: QtBot, heard: list[tuple[EVENT, str]]
) -> None:
    press(qtbot, page, KEY.Key_Home)
    heard.clear()
    press(qtbot, page, KEY.Key_Escape)
    assert heard == [(EVENT.Focus, "Timeline")]


def test_nobody_is_told_anything_and_nothing_is_made_while_nobody_listens(
    page: TimelinePage, qtbot: QtBot, sample_plan: Plan
) -> None:
    told: list[object] = []
    page.canvas.accessible.parts.post = told.append
    page.canvas.setFocus()
    press(qtbot, page, KEY.Key_Home, KEY.Key_Right, KEY.Key_Right)
    page.show_plan(sample_plan)
    assert told == []
    assert len(page.canvas.accessible.parts) == 0


def test_collapsing_a_lane_and_another_plan_are_told_once(
    page: TimelinePage, qtbot: QtBot, heard: list[tuple[EVENT, str]], sample_plan: Plan
) -> None:
    press(qtbot, page, KEY.Key_Home)
    heard.clear()
    press(qtbot, page, KEY.Key_Space)
    aim = sample_plan.aims_in_order[0].statement
    assert heard == [(EVENT.ObjectReorder, "Timeline"), (EVENT.StateChanged, aim)]
    heard.clear()
    page.show_plan(sample_plan)
    page.canvas.scroll_by(10, 10)
    assert heard == [(EVENT.ObjectReorder, "Timeline")]


# -- places ----------------------------------------------------------------------------------------------


def test_what_is_in_view_lies_inside_the_canvas(page: TimelinePage) -> None:
    page.canvas.zoom_by(4)
    page.canvas.scroll_by(300, 40)
    viewport = page.canvas.viewport()
    canvas = QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size())
    seen = [each for each in painted(page.window()) if not each.state().offscreen]
    assert len(seen) > 20
    for each in seen:
        assert canvas.contains(each.rect()), name(each)


def test_what_is_scrolled_away_is_off_the_screen_until_it_is_reached(
    page: TimelinePage, qtbot: QtBot
) -> None:
    page.canvas.zoom_by(8)
    press(qtbot, page, KEY.Key_Home)
    last = bar_of(page.window(), "Members share photos")
    assert last.state().offscreen
    last.actionInterface().doAction(QAccessibleActionInterface.setFocusAction())
    assert not last.state().offscreen
    assert page.canvas.viewport().rect().contains(page.canvas.viewport().mapFromGlobal(last.rect().center()))


def test_what_lies_under_a_point_is_found_down_the_tree(page: TimelinePage) -> None:
    root = timeline(page.window())
    for title in ("Sampling on trains", "Live brew-along"):
        bar = bar_of(page.window(), title)
        point = bar.rect().center()
        lane = root.childAt(point.x(), point.y())
        assert lane.childAt(point.x(), point.y()) is bar
    week = listed(page.window(), "Spend per week")[3]
    point = week.rect().center()
    assert root.childAt(point.x(), point.y()).childAt(point.x(), point.y()) is week


def test_a_bridge_is_found_at_its_glyph_and_a_flag_at_its_pole(page: TimelinePage) -> None:
    root = timeline(page.window())
    late = next(each for each in bridges(page.window()) if "Late" in name(each))
    glyph = page.canvas.scene.bridge_marks(late.part.thing.bridge_id, page.canvas.view)[0].center()
    point = page.canvas.viewport().mapToGlobal(glyph.toPoint())
    assert root.childAt(point.x(), point.y()).childAt(point.x(), point.y()) is late
    flag = flags(lanes(page.window())[1])[0]
    point = flag.rect().center()
    assert root.childAt(point.x(), point.y()).childAt(point.x(), point.y()) is flag


def test_a_widget_that_lies_over_the_lanes_is_found_before_them(page: TimelinePage) -> None:
    page.select(Selected.aim(next(iter(page.canvas.scene.content.plan.aims))))
    point = page.card.mapToGlobal(page.card.rect().center())
    found = timeline(page.window()).childAt(point.x(), point.y())
    assert found.object() is page.canvas.viewport()
    bar = page.canvas.horizontalScrollBar()
    page.canvas.zoom_by(6)
    point = bar.mapToGlobal(bar.rect().center())
    assert timeline(page.window()).childAt(point.x(), point.y()).object().isAncestorOf(bar)


# -- what can be done ------------------------------------------------------------------------------------


def test_pressing_a_bar_selects_it_and_toggling_a_lane_collapses_it(page: TimelinePage) -> None:
    bar = bar_of(page.window(), "Sampling on trains")
    assert QAccessibleActionInterface.toggleAction() not in bar.actionInterface().actionNames()
    bar.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert bar.state().selected
    lane = lanes(page.window())[0]
    lane.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert lane.state().collapsed


def test_no_part_is_taken_for_what_it_is_not(page: TimelinePage) -> None:
    for each in painted(page.window()):
        assert each.textInterface() is None
        assert each.editableTextInterface() is None
        assert each.valueInterface() is None
        assert each.selectionInterface() is None
        assert each.tableCellInterface() is None
        assert each.attributesInterface() is None
        assert each.window() is page.windowHandle()
        assert isinstance(each.actionInterface(), QAccessibleActionInterface)


def test_what_only_tells_can_do_nothing(page: TimelinePage) -> None:
    day = listed(page.window(), "Days")[0]
    assert day.actionInterface().actionNames() == []
    assert not day.state().focusable
    day.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert page.canvas.selected is None


# -- other plans, other windows --------------------------------------------------------------------------


def test_after_an_edit_the_same_bar_tells_its_new_days(show: Show) -> None:
    page = show(two_aims())
    bar = bar_of(page.window(), "Talk")
    plan = page.canvas.scene.content.plan
    flight = next(each for each in plan.flights.values() if each.activity_id == "talk")
    moved = replace(flight, first_day=date(2026, 9, 14))
    page.show_plan(plan.applying(ChangeSet("Move", (Change(flight, moved),), plan.campaign.id)))
    assert bar_of(page.window(), "Talk") is bar
    assert "Mon 14 Sept – Tue 20 Oct 2026" in name(bar)


def test_ten_thousand_activities_are_counted_without_making_a_part(show: Show) -> None:
    page = show(plan_of_size(10_000))
    root = interface(page.canvas)
    assert root.childCount() > 5
    assert len(page.canvas.accessible.parts) == 0
    lane = root.child(1)
    assert lane.childCount() > 1_000
    assert len(page.canvas.accessible.parts) == 1
    last = lane.child(lane.childCount() - 1)
    assert lane.indexOfChild(last) == lane.childCount() - 1
    assert len(page.canvas.accessible.parts) == 2


def test_what_is_gone_for_good_is_let_go_of_after_a_while(show: Show) -> None:
    page = show(two_aims())
    bar = bar_of(page.window(), "Fair")
    for number in range(8):
        days = (date(2026, 1, 1) + timedelta(days) for days in range(100))
        talks = [a_dated_activity(f"Talk {number}-{day}", day, aims=[GROW]) for day in days]
        page.show_plan(a_plan(GROW, talks))
        assert len(bars(lanes(page.window())[0])) == 100
    deliver_everything()
    assert len(page.canvas.accessible.parts) < 400
    assert not shiboken6.isValid(bar)


def test_a_window_that_is_closed_leaves_nothing_behind_and_another_one_works(
    show: Show, sample_plan: Plan
) -> None:
    before = _interfaces()
    page = TimelinePage(today=date.today)
    page.show()
    page.show_plan(sample_plan)
    kept = bar_of(page.window(), "Sampling on trains")
    assert len(list(painted(page.window()))) > 40
    canvas = weakref.ref(page.canvas)
    bury(page)
    assert not shiboken6.isValid(kept)
    del page, kept
    gc.collect()
    assert canvas() is None
    assert _interfaces() == before
    again = show(sample_plan)
    assert is_in(again.window(), "Sampling on trains")


def test_two_windows_tell_each_of_its_own_plan(show: Show, sample_plan: Plan) -> None:
    one, other = show(sample_plan), show(two_aims())
    assert is_in(one.window(), "Sampling on trains")
    assert is_in(other.window(), "Fair")
    bury(other)
    gc.collect()
    assert is_in(one.window(), "Sampling on trains")
    assert not is_in(one.window(), "Fair")


def test_parts_outlive_their_collection_by_python(page: TimelinePage) -> None:
    said = [name(each) for each in everything(timeline(page.window()))]
    for _ in range(3):
        gc.collect()
        assert [name(each) for each in everything(timeline(page.window()))] == said


def _interfaces() -> int:
    gc.collect()
    return sum(isinstance(each, PartInterface) for each in gc.get_objects())
