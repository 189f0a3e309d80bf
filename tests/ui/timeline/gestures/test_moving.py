from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Flight
from campaignplanner.planning.bridges import BridgeState, judge
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import activity, bar, box, bridge

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def flights(table: Table, title: str) -> tuple[Flight, ...]:
    return table.plan.flights_of(activity(table.plan, title).id)


def test_a_bar_that_is_dragged_moves_by_the_days_the_mouse_went(table: Table) -> None:
    before = flights(table, "Sampling on trains")[0].span
    at = box(table.page, "Sampling on trains").center()
    table.drag(at, at + table.days(5))
    assert flights(table, "Sampling on trains")[0].span == before.shifted(5)


def test_a_drag_is_one_step_and_undo_gives_the_same_plan_back(table: Table) -> None:
    before, steps = table.plan, table.steps
    at = box(table.page, "Sampling on trains").center()
    table.drag(at, at + table.days(-9))
    assert table.steps == steps + 1
    table.undo()
    assert table.plan == before


def test_nothing_is_written_while_the_mouse_is_held(table: Table) -> None:
    before, at = table.plan, box(table.page, "Sampling on trains").center()
    table.hold(at, at + table.days(12))
    assert table.plan is before
    table.hands.cancel()


def test_nothing_moves_before_the_mouse_has_gone_a_few_pixels(table: Table) -> None:
    steps, at = table.steps, box(table.page, "Sampling on trains").center()
    table.drag(at, at + QPointF(4, 2))
    assert table.hands.gesture is None
    assert table.steps == steps


def test_a_drag_that_ends_where_it_began_is_no_step(table: Table) -> None:
    steps, at = table.steps, box(table.page, "Sampling on trains").center()
    table.hold(at, at + table.days(20))
    table.go(at)
    table.let_go(at)
    assert table.steps == steps


def test_escape_lets_the_bar_go_back(table: Table, qtbot: QtBot) -> None:
    steps, at = table.steps, box(table.page, "Sampling on trains").center()
    table.hold(at, at + table.days(20))
    qtbot.keyClick(table.page.canvas, Qt.Key.Key_Escape)
    assert table.hands.gesture is None
    table.let_go(at + table.days(20))
    assert table.steps == steps


def test_with_shift_it_moves_by_whole_weeks(table: Table) -> None:
    before = flights(table, "Sampling on trains")[0].span
    at = box(table.page, "Sampling on trains").center()
    table.drag(at, at + table.days(9), SHIFT)
    assert flights(table, "Sampling on trains")[0].span == before.shifted(7)


def test_one_run_moves_and_the_others_stay(table: Table) -> None:
    before = [each.span for each in flights(table, "Tasting bars")]
    at = box(table.page, "Tasting bars").center()
    moved = bar(table.page, "Tasting bars")
    table.drag(at, at + table.days(2))
    after = {each.id: each.span for each in flights(table, "Tasting bars")}
    assert after[moved.flight_id].first_day == moved.first_day + timedelta(days=2)
    assert len(set(before) & set(after.values())) == len(before) - 1


def test_with_alt_all_runs_move(table: Table) -> None:
    before = [each.span.shifted(3) for each in flights(table, "Tasting bars")]
    at = box(table.page, "Tasting bars").center()
    table.drag(at, at + table.days(3), ALT)
    assert [each.span for each in flights(table, "Tasting bars")] == before


def test_alt_can_be_pressed_and_let_go_while_dragging(table: Table, qtbot: QtBot) -> None:
    at = box(table.page, "Tasting bars").center()
    table.hold(at, at + table.days(3))
    alone = table.told
    qtbot.keyPress(table.page.canvas, Qt.Key.Key_Alt)
    assert table.told != alone
    qtbot.keyRelease(table.page.canvas, Qt.Key.Key_Alt)
    assert table.told == alone
    table.hands.cancel()


def test_the_last_day_follows_the_right_end(table: Table) -> None:
    before = flights(table, "Sampling on trains")[0].span
    found = box(table.page, "Sampling on trains")
    at = QPointF(found.right() - 3, found.center().y())
    table.drag(at, at + table.days(4))
    after = flights(table, "Sampling on trains")[0].span
    assert (after.first_day, after.days) == (before.first_day, before.days + 4)


def test_the_first_day_follows_the_left_end_and_a_bar_keeps_one_day(table: Table) -> None:
    before = flights(table, "Sampling on trains")[0].span
    found = box(table.page, "Sampling on trains")
    at = QPointF(found.left() + 3, found.center().y())
    table.drag(at, at + table.days(60))
    after = flights(table, "Sampling on trains")[0].span
    assert (after.first_day, after.last_day) == (before.last_day, before.last_day)


def test_with_alt_an_end_is_that_of_the_whole_activity(table: Table) -> None:
    tasting = activity(table.plan, "Tasting bars")
    before = table.plan.span_of(tasting.id)
    assert before is not None
    found = box(table.page, "Tasting bars")
    at = QPointF(found.right() - 3, found.center().y())
    table.drag(at, at + table.days(6), ALT)
    after = table.plan.span_of(tasting.id)
    assert after is not None
    assert after.last_day == before.last_day + timedelta(days=6)


def test_the_tip_says_the_new_days_with_weekdays_and_what_breaks(table: Table) -> None:
    at = box(table.page, "Invite to tastings").center()
    table.hold(at, at + table.days(10))
    assert "Invite to tastings: Thu 3 Sep" in table.told
    assert "10 days later" in table.told
    assert "Breaks: “Invite to tastings” starts only 7 days before “Tasting bars”" in table.told
    table.hands.cancel()


def test_the_tip_says_what_holds_again(table: Table) -> None:
    at = box(table.page, "Clinic tips thread").center()
    table.hold(at, at + table.days(-14))
    assert "Holds again" in table.told
    table.hands.cancel()


def test_a_bridge_that_is_mended_by_a_drag_holds_afterwards(table: Table) -> None:
    at = box(table.page, "Clinic tips thread").center()
    table.drag(at, at + table.days(-14))
    late = bridge(table.plan, "Service clinic", "Clinic tips")
    assert judge(table.plan, late).state is BridgeState.HOLDS


def test_a_move_that_the_store_refuses_snaps_back_and_says_why(table: Table) -> None:
    at = box(table.page, "Sampling on trains").center()
    before = flights(table, "Sampling on trains")
    table.tools.live.workspace.close()
    table.drag(at, at + table.days(5))
    assert table.hands.gesture is None
    assert table.message
    assert table.page.canvas.scene is not None
    assert table.page.canvas.scene.content.plan.flights_of(before[0].activity_id) == before


def test_an_end_that_another_run_is_in_the_way_of_says_so_and_stays(table: Table) -> None:
    before = table.plan
    found = box(table.page, "Tasting bars")
    at = QPointF(found.left() + 2, found.center().y())
    table.drag(at, at + table.days(40), ALT)
    assert table.plan is before
    assert "does not fit into these dates: move it first" in table.message
