"""Several bars at once, keys, menus, and what scrolls by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.bridge import Bridge
from campaignplanner.planning.bridge_ties import tied_with
from campaignplanner.ui.actions import Name
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.timeline.gestures.context import ContextMenus
from campaignplanner.ui.timeline.selection import Selected
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import activity, bar, box, content_of, glyph

KEY = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def titles(table: Table) -> set[str]:
    return {table.plan.activities[each].title for each in table.tools.selection.ids(Activity)}


def first_days(table: Table, *names: str) -> list[int]:
    return [bar(table.page, each).first_day.toordinal() for each in names]


def test_control_and_a_click_select_one_more_and_take_it_out_again(table: Table) -> None:
    table.click(box(table.page, "Sampling on trains").center())
    table.click(box(table.page, "Live brew-along").center(), CONTROL)
    assert titles(table) == {"Sampling on trains", "Live brew-along"}
    assert not table.page.card.isVisible()
    table.click(box(table.page, "Sampling on trains").center(), CONTROL)
    assert titles(table) == {"Live brew-along"}


def test_shift_and_a_click_select_all_bars_up_to_it(table: Table) -> None:
    table.click(box(table.page, "Sampling on trains").center())
    table.click(box(table.page, "Live brew-along").center(), SHIFT)
    assert titles(table) == {"Sampling on trains", "Reviews on store screens", "Live brew-along"}


def test_shift_and_arrows_select_one_more_and_go_back_over_them(table: Table) -> None:
    table.click(box(table.page, "Sampling on trains").center())
    QTest.keyClick(table.page.canvas, KEY.Key_Right, SHIFT)
    QTest.keyClick(table.page.canvas, KEY.Key_Right, SHIFT)
    assert titles(table) == {"Sampling on trains", "Reviews on store screens", "Live brew-along"}
    QTest.keyClick(table.page.canvas, KEY.Key_Left, SHIFT)
    assert len(titles(table)) == 2
    QTest.keyClick(table.page.canvas, KEY.Key_Escape)
    assert titles(table) == set()


def test_a_frame_with_control_selects_what_it_touches(table: Table) -> None:
    found = box(table.page, "Bag for top sharers")
    start = QPointF(found.left() - 30, found.bottom() + 8)
    table.drag(start, found.center(), CONTROL)
    assert titles(table) == {"Bag for top sharers"}


def test_selected_bars_move_together_in_one_step(table: Table) -> None:
    before, steps = table.plan, table.steps
    names = ("Sampling on trains", "Live brew-along")
    days = first_days(table, *names)
    table.click(box(table.page, names[0]).center())
    table.click(box(table.page, names[1]).center(), CONTROL)
    at = box(table.page, names[0]).center()
    table.drag(at, at + table.days(4))
    assert first_days(table, *names) == [day + 4 for day in days]
    assert table.steps == steps + 1
    assert titles(table) == set(names)
    table.undo()
    assert table.plan == before


def test_dragging_a_bar_that_is_not_selected_moves_it_alone(table: Table) -> None:
    days = first_days(table, "Live brew-along")
    table.click(box(table.page, "Live brew-along").center())
    at = box(table.page, "Sampling on trains").center()
    table.drag(at, at + table.days(4))
    assert first_days(table, "Live brew-along") == days
    assert titles(table) == {"Sampling on trains"}


def test_what_is_selected_on_another_page_is_selected_here(table: Table) -> None:
    wanted = [activity(table.plan, each) for each in ("Tasting bars", "Live brew-along")]
    table.tools.selection.pick(*(Picked.record(each) for each in wanted))
    runs = len(table.plan.flights_of(wanted[0].id))
    assert len(table.page.all_selected) == runs + 1
    assert titles(table) == {each.title for each in wanted}


@pytest.mark.parametrize(
    ("key", "modifiers", "days"),
    [
        (KEY.Key_Left, ALT, -1),
        (KEY.Key_Right, ALT, 1),
        (KEY.Key_PageUp, ALT, -7),
        (KEY.Key_PageDown, ALT, 7),
    ],
)
def test_keys_move_by_days_and_weeks(
    table: Table, key: Qt.Key, modifiers: Qt.KeyboardModifier, days: int
) -> None:
    (before,) = first_days(table, "Sampling on trains")
    table.click(box(table.page, "Sampling on trains").center())
    QTest.keyClick(table.page.canvas, key, modifiers)
    assert first_days(table, "Sampling on trains") == [before + days]


def test_keys_change_the_last_day(table: Table) -> None:
    before = bar(table.page, "Sampling on trains")
    table.click(box(table.page, "Sampling on trains").center())
    QTest.keyClick(table.page.canvas, KEY.Key_Right, ALT | SHIFT)
    after = bar(table.page, "Sampling on trains")
    assert (after.first_day, after.last_day) == (before.first_day, before.last_day + timedelta(days=1))


def test_delete_deletes_with_the_way_back(table: Table) -> None:
    before = table.plan
    table.click(box(table.page, "TikTok account").center())
    QTest.keyClick(table.page.canvas, KEY.Key_Delete)
    assert not any("TikTok" in each.title for each in table.plan.activities.values())
    assert "Deleted “TikTok account”" in table.message
    table.tools.messages.answer_buttons[0].click()
    assert table.plan == before


def test_a_selected_bridge_is_deleted_too(table: Table) -> None:
    table.click(glyph(table.page, "Service clinic", "Clinic tips"))
    (picked,) = table.tools.selection.ids(Bridge)
    QTest.keyClick(table.page.canvas, KEY.Key_Delete)
    assert picked not in table.plan.bridges


def test_nothing_selected_is_told_instead_of_doing_nothing(table: Table) -> None:
    QTest.keyClick(table.page.canvas, KEY.Key_Right, ALT)
    assert table.message == "Select a bar first."


def test_what_is_bridged_moves_along_only_while_that_is_wanted(table: Table) -> None:
    invite = activity(table.plan, "Invite to tastings")
    tied = tied_with(table.plan, [invite.id])
    assert len(tied) > 2
    before = {each: table.plan.span_of(each) for each in tied}
    at = box(table.page, "Invite to tastings").center()
    table.drag(at, at + table.days(5))
    assert sum(table.plan.span_of(each) != before[each] for each in tied) == 1
    table.undo()
    table.tools.actions[Name.MOVE_ALONG].setChecked(True)
    table.drag(at, at + table.days(5))
    for each in tied:
        span = before[each]
        assert span is not None
        assert table.plan.span_of(each) == span.shifted(5)


def test_the_menu_of_a_bar_moves_all_that_is_bridged_once(table: Table) -> None:
    invite = activity(table.plan, "Invite to tastings")
    before = {each: table.plan.span_of(each) for each in tied_with(table.plan, [invite.id])}
    menus = table.page.findChild(ContextMenus)
    assert menus is not None
    table.click(box(table.page, "Invite to tastings").center())
    menu = menus._bar_menu()
    part = next(each.menu() for each in menu.actions() if "bridged" in each.text() and each.menu())
    next(each for each in part.actions() if each.text() == "A week later").trigger()
    for each, span in before.items():
        assert span is not None
        assert table.plan.span_of(each) == span.shifted(7)
    assert "every gap stays" in table.message
    menu.deleteLater()


def test_the_other_side_is_refused_where_bridges_would_not_cross(table: Table) -> None:
    table.click(box(table.page, "Service clinic").center())
    table.tools.actions[Name.TURN_SIDE].trigger()
    assert "would not cross any more" in table.message


def test_at_the_edge_the_timeline_scrolls_and_the_bar_goes_on(table: Table) -> None:
    canvas = table.page.canvas
    canvas.zoom_by(6)
    table.page.select(None)
    found = box(table.page, "Sampling on trains")
    at = QPointF(canvas.view.regions.lanes.center().x(), found.center().y())
    canvas.scroll_by(found.center().x() - at.x(), 0)
    at.setY(box(table.page, "Sampling on trains").center().y())
    table.hold(at, QPointF(canvas.view.regions.lanes.right() - 2, at.y()))
    told, left = table.told, canvas.view.left
    assert table.hands.scroller.is_scrolling
    for _ in range(20):
        table.hands.scroller.step()
    assert canvas.view.left > left
    assert table.told != told
    table.hands.cancel()
    assert not table.hands.scroller.is_scrolling


def test_turning_on_that_what_is_bridged_moves_along_is_said(table: Table) -> None:
    table.tools.actions[Name.MOVE_ALONG].trigger()
    assert "gaps stay" in table.message
    table.tools.actions[Name.MOVE_ALONG].trigger()
    assert "Only what you move moves now" in table.message


def test_the_menu_of_the_head_of_a_lane_collapses_it_and_zooms_to_it(table: Table) -> None:
    menus = table.page.findChild(ContextMenus)
    assert menus is not None
    lane = content_of(table.page).arrangement.lanes[0].key
    canvas = table.page.canvas
    canvas.select(Selected.head(lane))
    menu = menus.head_menu(lane)
    next(each for each in menu.actions() if each.text() == "Collapse this lane").trigger()
    assert lane in canvas.shown.collapsed
    again = menus.head_menu(lane)
    next(each for each in again.actions() if each.text() == "Expand this lane").trigger()
    assert lane not in canvas.shown.collapsed
    before = canvas.view
    next(each for each in again.actions() if each is table.tools.actions[Name.ZOOM_AIM]).trigger()
    assert canvas.view != before
    for each in (menu, again):
        each.deleteLater()


def test_who_goes_on_with_the_mouse_is_not_shown_where_the_keyboard_is(table: Table) -> None:
    canvas = table.page.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    canvas.select(None)
    ringed = canvas.viewport().grab().toImage()
    table.click(QPointF(canvas.view.regions.lanes.right() - 4, canvas.view.regions.lanes.bottom() - 4))
    assert canvas.viewport().grab().toImage() != ringed


def test_the_last_bar_of_a_lane_can_be_deleted_under_the_mouse(table: Table) -> None:
    table.click(box(table.page, "TikTok").center())
    table.hover(box(table.page, "TikTok").center())
    table.tools.actions[Name.DELETE_PICKED].trigger()
    assert not any(lane.is_unsaid for lane in content_of(table.page).arrangement.lanes)
    table.page.grab()
    assert table.hands._hovered is None
