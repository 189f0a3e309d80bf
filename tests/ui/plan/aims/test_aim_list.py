"""Aims in the user's order: picked, written where they stand, moved and deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTextEdit, QWidget

from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.aim import ChangeAim, DeleteAim, MakeAim
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.aims.aim_list import AimList
from campaignplanner.ui.plan.aims.panel import AimsPanel
from campaignplanner.ui.plan.aims.rows import Part
from campaignplanner.ui.selection import Picked
from tests.builders import a_plan, an_aim

PlanNow = Callable[[], Plan]
WIN, FASTER, KEEP = "win-members", "answer-faster", "keep-regulars"


def aim_order(plan: Plan) -> list[str]:
    return [aim.id for aim in plan.aims_in_order]


def written(rows: AimList) -> QTextEdit:
    """What is being written in."""
    assert rows.editor is not None
    editor = rows.editor.field.editor
    assert isinstance(editor, QTextEdit)
    return editor


def middle_of(rows: AimList, aim_id: str) -> QPoint:
    return rows.rect_of_group(aim_id).center()


def drag(rows: QAbstractItemView, start: QPoint, end: QPoint) -> None:
    """Presses, moves there in steps, and holds."""
    view = rows.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1.0):
        step = start + (end - start) * part
        QTest.mouseMove(view, step)


def test_aims_are_listed_in_their_order_with_kpis_and_money(panel: AimsPanel) -> None:
    parts = [(row.part, row.group) for row in panel.aims.rows]
    assert parts[:4] == [(Part.HEAD, WIN), (Part.KPI, WIN), (Part.MONEY, WIN), (Part.HEAD, FASTER)]


def test_a_click_selects_an_aim(panel: AimsPanel, tools: PageTools) -> None:
    where = panel.aims.visualRect(panel.aims.model().index(3, 0)).center()
    QTest.mouseClick(panel.aims.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert tools.selection.current == Picked(Aim, FASTER)


def test_a_click_on_the_money_of_an_aim_selects_the_aim(panel: AimsPanel, tools: PageTools) -> None:
    where = panel.aims.visualRect(panel.aims.model().index(2, 0)).center()
    QTest.mouseClick(panel.aims.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert tools.selection.current == Picked(Aim, WIN)


def test_keys_reach_a_kpi_and_pass_what_cannot_be_selected(panel: AimsPanel, tools: PageTools) -> None:
    panel.aims.setFocus()
    panel.aims.go_to(Picked(Aim, WIN))
    QTest.keyClick(panel.aims, Qt.Key.Key_Down)
    assert tools.selection.current == Picked(Kpi, "subscribers")
    QTest.keyClick(panel.aims, Qt.Key.Key_Down)
    assert tools.selection.current == Picked(Aim, FASTER)


def test_an_aim_selected_elsewhere_is_the_current_one(panel: AimsPanel, tools: PageTools) -> None:
    tools.selection.pick(Picked(Aim, KEEP))
    assert panel.aims.current_row is not None
    assert panel.aims.current_row.picked == Picked(Aim, KEEP)


def test_f2_writes_a_statement_where_it_stands(panel: AimsPanel, plan_now: PlanNow) -> None:
    panel.aims.setFocus()
    panel.aims.go_to(Picked(Aim, FASTER))
    QTest.keyClick(panel.aims, Qt.Key.Key_F2)
    QTest.keyClicks(written(panel.aims), "Answer at once")
    QTest.keyClick(written(panel.aims), Qt.Key.Key_Return)
    assert plan_now().aims[FASTER].statement == "Answer at once"
    assert panel.aims.editor is None
    assert panel.aims.hasFocus()


def test_a_double_click_writes_a_statement(panel: AimsPanel) -> None:
    where = panel.aims.visualRect(panel.aims.model().index(0, 0)).center()
    QTest.mouseClick(panel.aims.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(panel.aims.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert written(panel.aims).toPlainText() == "Win members"


def test_escape_gives_up_writing(panel: AimsPanel, plan_now: PlanNow) -> None:
    panel.aims.edit_head(WIN)
    QTest.keyClicks(written(panel.aims), "Something else")
    QTest.keyClick(written(panel.aims), Qt.Key.Key_Escape)
    assert panel.aims.editor is None
    assert plan_now().aims[WIN].statement == "Win members"


def test_a_refused_statement_stays_with_its_sentence(panel: AimsPanel, plan_now: PlanNow) -> None:
    panel.aims.edit_head(WIN)
    QTest.keyClick(written(panel.aims), Qt.Key.Key_Delete)
    QTest.keyClick(written(panel.aims), Qt.Key.Key_Return)
    assert panel.aims.editor is not None
    assert panel.aims.editor.field.error == "An aim needs a statement."
    assert plan_now().aims[WIN].statement == "Win members"


def test_leaving_the_field_takes_what_is_written(panel: AimsPanel, plan_now: PlanNow) -> None:
    panel.aims.edit_head(WIN)
    QTest.keyClicks(written(panel.aims), "Win friends")
    panel.audiences.setFocus(Qt.FocusReason.TabFocusReason)
    assert plan_now().aims[WIN].statement == "Win friends"
    assert panel.aims.editor is None


def test_a_change_elsewhere_leaves_what_is_being_written(panel: AimsPanel, tools: PageTools) -> None:
    panel.aims.edit_head(WIN)
    QTest.keyClicks(written(panel.aims), "Win fri")
    tools.live.execute(ChangeAim(FASTER, {"statement": "Answer within a day"}))
    assert written(panel.aims).toPlainText() == "Win fri"
    assert written(panel.aims).hasFocus()


def test_what_is_written_over_a_deleted_aim_goes(panel: AimsPanel, tools: PageTools) -> None:
    panel.aims.edit_head(WIN)
    tools.live.execute(DeleteAim(WIN))
    assert panel.aims.editor is None


def test_insert_writes_a_new_aim_at_the_end_and_selects_it(
    panel: AimsPanel, tools: PageTools, plan_now: PlanNow
) -> None:
    panel.aims.setFocus()
    QTest.keyClick(panel.aims, Qt.Key.Key_Insert)
    QTest.keyClicks(written(panel.aims), "Sell in cities")
    QTest.keyClick(written(panel.aims), Qt.Key.Key_Return)
    last = plan_now().aims_in_order[-1]
    assert last.statement == "Sell in cities"
    assert tools.selection.current == Picked.record(last)
    assert panel.aims.hasFocus()


def test_a_new_aim_is_one_step(panel: AimsPanel, tools: PageTools, plan_now: PlanNow) -> None:
    panel.begin_new_aim()
    QTest.keyClicks(written(panel.aims), "Sell in cities")
    QTest.keyClick(written(panel.aims), Qt.Key.Key_Return)
    tools.live.undo(plan_now().campaign.id)
    assert aim_order(plan_now()) == [WIN, FASTER, KEEP]
    assert panel.aims.groups == (WIN, FASTER, KEEP)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_new_aim_without_words_is_none(panel: AimsPanel, plan_now: PlanNow, key: Qt.Key) -> None:
    panel.new_aim.click()
    QTest.keyClick(written(panel.aims), key)
    assert not panel.aims.is_adding
    assert len(panel.aims.rows) == 7
    assert len(plan_now().aims) == 3


def test_alt_and_an_arrow_move_an_aim(panel: AimsPanel, tools: PageTools, plan_now: PlanNow) -> None:
    panel.aims.setFocus()
    panel.aims.go_to(Picked(Aim, WIN))
    QTest.keyClick(panel.aims, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert aim_order(plan_now()) == [FASTER, WIN, KEEP]
    assert panel.aims.current_row is not None
    assert panel.aims.current_row.group == WIN
    assert tools.selection.current == Picked(Aim, WIN)
    QTest.keyClick(panel.aims, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert aim_order(plan_now()) == [WIN, FASTER, KEEP]


def test_an_aim_at_the_end_stays_there(panel: AimsPanel, tools: PageTools, plan_now: PlanNow) -> None:
    steps = len(tools.live.workspace.history(plan_now().campaign.id))
    panel.aims.go_to(Picked(Aim, KEEP))
    panel.aims.move_current(1)
    assert len(tools.live.workspace.history(plan_now().campaign.id)) == steps


def test_dragging_moves_an_aim_to_the_line(panel: AimsPanel, plan_now: PlanNow) -> None:
    rows = panel.aims
    end = rows.rect_of_group(KEEP).bottomLeft() + QPoint(60, -3)
    drag(rows, middle_of(rows, WIN), end)
    assert (rows.dragged, rows.gap) == (WIN, 3)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert aim_order(plan_now()) == [FASTER, KEEP, WIN]
    assert rows.dragged is None


def test_escape_ends_a_drag(panel: AimsPanel, plan_now: PlanNow) -> None:
    rows = panel.aims
    end = rows.rect_of_group(KEEP).bottomLeft() + QPoint(60, -3)
    drag(rows, middle_of(rows, WIN), end)
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert aim_order(plan_now()) == [WIN, FASTER, KEEP]


def test_delete_says_what_went_and_offers_undo(panel: AimsPanel, tools: PageTools, plan_now: PlanNow) -> None:
    panel.aims.setFocus()
    panel.aims.go_to(Picked(Aim, WIN))
    QTest.keyClick(panel.aims, Qt.Key.Key_Delete)
    assert WIN not in plan_now().aims
    assert tools.messages.message is not None
    assert tools.messages.message.sentence.startswith("Deleted “Win members” with 1 KPI")
    assert panel.aims.hasFocus()
    assert panel.aims.current_row is not None
    assert panel.aims.current_row.group == FASTER


def test_an_edit_keeps_the_place_in_a_long_list(
    open_panel: Callable[[Plan], AimsPanel], tools: PageTools, page: QWidget
) -> None:
    aims = [an_aim("Say it again " * 30, id=f"aim-{number}", position=number) for number in range(60)]
    panel = open_panel(a_plan(aims))
    bar = panel.aims.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    tools.live.execute(ChangeAim("aim-50", {"statement": "Short"}))
    tools.live.execute(ChangeAim("aim-40", {"why": "Because"}))
    assert bar.value() == before


def test_an_aim_that_comes_elsewhere_does_not_lead_back_to_the_selected_one(
    open_panel: Callable[[Plan], AimsPanel], tools: PageTools
) -> None:
    aims = [an_aim("Say it again " * 30, id=f"aim-{number}", position=number) for number in range(60)]
    panel = open_panel(a_plan(aims))
    tools.selection.pick(Picked(Aim, "aim-0"))
    bar = panel.aims.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    tools.live.execute(MakeAim(an_aim("One more", position=70)))
    assert bar.value() == before
    assert panel.aims.current_row is not None
    assert panel.aims.current_row.group == "aim-0"
