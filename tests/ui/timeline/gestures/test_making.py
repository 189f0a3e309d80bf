"""Making activities on empty places, and dating those that wait in the tray."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.ui.timeline.tray import TrayView
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import activity, box, content_of

LEFT = Qt.MouseButton.LeftButton


def empty_place(table: Table, lane: int, side: Side) -> QPointF:
    """A place in the first days of a lane at which there is no bar."""
    view, placed = table.page.canvas.view, content_of(table.page).layout.lanes[lane]
    away = 22 if side is Side.OFFLINE else -22
    return QPointF(view.regions.aim_width + 30, view.y(placed.waterline + away))


def made(table: Table) -> Activity:
    return activity(table.plan, "New activity")


def test_a_double_click_makes_an_activity_of_a_week_there(table: Table) -> None:
    before, steps, at = table.plan, table.steps, empty_place(table, 1, Side.OFFLINE)
    table.double_click(at)
    new = made(table)
    (flight,) = table.plan.flights_of(new.id)
    assert new.side is Side.OFFLINE
    assert (flight.first_day, flight.span.days) == (table.page.canvas.view.day_at(at.x()), 7)
    assert list(table.plan.aim_shares(new.id)) == [before.aims_in_order[1].id]
    assert table.steps == steps + 1
    table.undo()
    assert table.plan == before


def test_its_title_is_written_in_place(table: Table) -> None:
    table.double_click(empty_place(table, 1, Side.OFFLINE))
    new, editor = made(table), table.hands.deeds.title_editor
    assert editor is not None
    assert editor.selectedText() == "New activity"
    QTest.keyClicks(editor, "Tasting by bicycle")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert table.plan.activities[new.id].title == "Tasting by bicycle"
    assert table.hands.deeds.title_editor is None
    assert table.page.canvas.hasFocus()


def test_escape_leaves_the_title_and_scrolling_takes_it(table: Table) -> None:
    table.double_click(empty_place(table, 1, Side.OFFLINE))
    new, editor = made(table), table.hands.deeds.title_editor
    assert editor is not None
    QTest.keyClicks(editor, "Nothing of this")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert table.plan.activities[new.id].title == "New activity"
    table.hands.deeds.edit_title(new.id)
    editor = table.hands.deeds.title_editor
    assert editor is not None
    QTest.keyClicks(editor, "Bicycle")
    table.page.canvas.zoom_by(1)
    assert table.plan.activities[new.id].title == "Bicycle"


def test_a_drag_on_an_empty_place_makes_one_with_that_span(table: Table) -> None:
    at = empty_place(table, 1, Side.OFFLINE)
    table.drag(at, at + table.days(9))
    (flight,) = table.plan.flights_of(made(table).id)
    assert flight.span.days == 10
    assert flight.first_day == table.page.canvas.view.day_at(at.x())


def test_a_drag_to_the_left_makes_the_same(table: Table) -> None:
    at = empty_place(table, 1, Side.ONLINE)
    table.drag(at + table.days(3), at)
    (flight,) = table.plan.flights_of(made(table).id)
    assert (flight.first_day, flight.span.days) == (table.page.canvas.view.day_at(at.x()), 4)
    assert made(table).side is Side.ONLINE


def test_in_other_lanes_it_gets_what_makes_the_lane(table: Table) -> None:
    canvas = table.page.canvas
    canvas.show_lanes(canvas.shown.grouped_by(Grouping.STATUS))
    lanes = content_of(table.page).arrangement.lanes
    planned = next(lane.index for lane in lanes if lane.key.value == "idea")
    table.double_click(empty_place(table, planned, Side.ONLINE))
    assert made(table).status.value == "idea"


def test_an_undated_activity_is_dragged_in_from_the_tray(table: Table, qtbot: QtBot) -> None:
    before = table.plan
    view = table.page.tray.findChild(TrayView)
    assert view is not None
    waiting = next(each for each in before.activities.values() if not before.flights_of(each.id))
    chip = view.visualRect(view.model().index(0, 0)).center()
    target = box(table.page, "Bag for top sharers").center()
    drop = view.viewport().mapFromGlobal(table.page.canvas.viewport().mapToGlobal(target.toPoint()))
    qtbot.mousePress(view.viewport(), LEFT, pos=chip)
    qtbot.mouseMove(view.viewport(), chip + QPoint(0, -30))
    qtbot.mouseMove(view.viewport(), drop)
    assert waiting.title in table.told
    qtbot.mouseRelease(view.viewport(), LEFT, pos=drop)
    (flight,) = table.plan.flights_of(waiting.id)
    assert flight.first_day == table.page.canvas.view.day_at(target.x())
    assert flight.last_day == flight.first_day + timedelta(days=6)
    assert table.plan.aims_in_order[1].id in table.plan.aim_shares(waiting.id)
    table.undo()
    assert table.plan == before


def test_escape_puts_back_what_was_carried_from_the_tray(table: Table, qtbot: QtBot) -> None:
    before = table.plan
    view = table.page.tray.findChild(TrayView)
    assert view is not None
    chip = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mousePress(view.viewport(), LEFT, pos=chip)
    qtbot.mouseMove(view.viewport(), chip + QPoint(20, -200))
    assert table.hands.is_busy()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=chip + QPoint(20, -200))
    assert not table.hands.is_busy()
    assert table.plan is before
