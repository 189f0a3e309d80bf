"""Typing into the cells of the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.budget import BudgetLine, CostType, Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.ui.budget.lines.arranging import NEW
from campaignplanner.ui.selection import Picked
from tests.builders import a_line, a_plan, an_activity
from tests.ui.budget.lines.conftest import Desk

OpenLines = Callable[[Plan], Desk]


def two_lines(**campaign: object) -> Plan:
    bars = an_activity("Tasting bars", Kind.EVENT)
    return a_plan(
        bars,
        a_line(100_00, Meets.OFFLINE, bars, id="cups", label="Cups", position=0),
        a_line(250_00, id="posts", label="Posts", position=1),
        **{"budget_total": 1_000_00, **campaign},
    )


def test_a_letter_begins_to_type_and_enter_takes_it_and_goes_down(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.PLANNED)
    desk.type("300")
    desk.press(Qt.Key.Key_Return)
    assert desk.plan.lines["cups"].planned == 300_00
    assert desk.view.model.row_at(desk.view.grid.currentIndex()) == "posts"
    assert desk.total(LineColumn.PLANNED) == "€550"


def test_tab_takes_what_is_typed_and_goes_to_the_next_column(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.LABEL)
    desk.type("Mugs")
    desk.press(Qt.Key.Key_Tab)
    assert desk.plan.lines["cups"].label == "Mugs"
    assert desk.view.grid.current_column is desk.heads()[1]


def test_f2_and_enter_open_a_cell_with_what_stands_in_it(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        desk.go_to("cups", LineColumn.PLANNED)
        desk.press(key)
        line = desk.view.grid.cells.open_line
        assert line is not None
        assert line.text() == "100.00"
        desk.press(Qt.Key.Key_Escape)
    assert desk.plan.lines["cups"].planned == 100_00


def test_a_cell_takes_a_share_of_the_total_or_a_sum(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.PLANNED)
    desk.type("30%")
    desk.press(Qt.Key.Key_Return)
    assert desk.plan.lines["cups"].planned == 300_00
    desk.type("=total/4+1")
    desk.press(Qt.Key.Key_Return)
    assert desk.plan.lines["posts"].planned == 251_00


def test_wrong_input_stays_in_the_cell_with_a_sentence(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.PLANNED)
    desk.type("a lot")
    desk.press(Qt.Key.Key_Return)
    assert desk.text("cups", LineColumn.PLANNED) == "a lot"
    assert desk.view.model.row_at(desk.view.grid.currentIndex()) == "cups"
    assert desk.view.message.text == "“a lot” is not a number."
    assert desk.plan.lines["cups"].planned == 100_00
    desk.press(Qt.Key.Key_F2)
    line = desk.view.grid.cells.open_line
    assert line is not None
    assert line.text() == "a lot"


def test_what_is_put_right_is_not_marked_any_more(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.PLANNED)
    desk.type("a lot")
    desk.press(Qt.Key.Key_Return)
    desk.type("7")
    desk.press(Qt.Key.Key_Return)
    assert desk.text("cups", LineColumn.PLANNED) == "€7"
    assert desk.view.message.text == ""


def test_escape_gives_up_what_stands_wrong(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.view.writing.take("cups", LineColumn.PLANNED, "a lot")
    desk.go_to("cups", LineColumn.PLANNED)
    desk.press(Qt.Key.Key_Escape)
    assert desk.text("cups", LineColumn.PLANNED) == "€100"


def test_one_typed_cell_is_one_undo_step(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.COST_TYPE)
    desk.type("venue")
    desk.press(Qt.Key.Key_Return)
    assert desk.plan.lines["cups"].cost_type is CostType.VENUE
    desk.workspace.undo(desk.plan.campaign.id)
    assert desk.plan.lines["cups"].cost_type is CostType.OTHER
    assert desk.text("cups", LineColumn.COST_TYPE) == "Other"


def test_space_ticks_a_line_as_closed(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.CLOSED)
    desk.press(Qt.Key.Key_Space)
    assert desk.plan.lines["cups"].closed
    desk.press(Qt.Key.Key_Space)
    assert not desk.plan.lines["cups"].closed


def test_approved_money_is_locked_and_says_the_way_on(open_lines: OpenLines, sample_plan: Plan) -> None:
    desk = open_lines(sample_plan)
    line = next(each for each in sample_plan.lines_in_order if each.frozen)
    desk.go_to(line.id, LineColumn.PLANNED)
    desk.type("5")
    assert desk.view.grid.cells.open_line is None
    assert "was approved in version" in desk.view.message.text
    assert "change the forecast instead" in desk.view.message.text
    desk.go_to(line.id, LineColumn.FORECAST)
    desk.type("5")
    desk.press(Qt.Key.Key_Return)
    assert desk.plan.lines[line.id].forecast == 5_00


def test_money_that_follows_from_postings_is_not_typed(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.ACTUAL)
    desk.press(Qt.Key.Key_F2)
    assert desk.view.grid.cells.open_line is None
    assert "add a posting" in desk.view.message.text


def test_typing_in_the_last_row_makes_a_line(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to(NEW, LineColumn.LABEL)
    desk.type("Stickers")
    desk.press(Qt.Key.Key_Return)
    made = desk.plan.lines_in_order[-1]
    assert (made.label, made.activity_id) == ("Stickers", None)
    assert desk.total(LineColumn.LABEL) == "Total of 3 lines"


def test_what_is_wrong_in_the_last_row_goes_along_into_the_line(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.view.writing.take(NEW, LineColumn.PLANNED, "much")
    assert len(desk.plan.lines) == 2
    desk.view.writing.take(NEW, LineColumn.LABEL, "Stickers")
    made = desk.plan.lines_in_order[-1]
    assert desk.text(made.id, LineColumn.PLANNED) == "much"
    assert desk.text(NEW, LineColumn.PLANNED) == ""


def test_a_new_line_is_for_the_selected_activity_and_met_where_it_happens(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.LABEL)
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = desk.plan.lines_in_order[-1]
    assert (made.activity_id, made.meets) == ("tasting-bars", Meets.OFFLINE)
    assert desk.view.grid.cells.open_line is not None


def test_the_first_line_is_one_click_away(open_lines: OpenLines) -> None:
    desk = open_lines(a_plan())
    assert desk.view.first.isVisible()
    desk.view.first.click()
    assert len(desk.plan.lines) == 1
    assert desk.view.grid.isVisible()


def test_the_selection_is_the_windows(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("posts", LineColumn.PLANNED)
    selection = desk.view.tools.selection
    assert [each.id for each in selection.picked] == ["posts"]
    selection.pick(Picked(BudgetLine, "cups"))
    assert desk.view.grid.picked_lines() == ("cups",)
    assert desk.view.grid.current_column is LineColumn.PLANNED


def test_enter_in_the_open_list_of_words_takes_what_is_typed(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.FILED_UNDER)
    desk.type("ev")
    line = desk.view.grid.cells.open_line
    assert line is not None
    assert line.words is not None
    desk.qtbot.keyClick(line.words.popup(), Qt.Key.Key_Down)
    desk.qtbot.keyClick(line.words.popup(), Qt.Key.Key_Return)
    assert desk.plan.lines["cups"].filed_under == "events"
    assert desk.view.model.row_at(desk.view.grid.currentIndex()) == "posts"


def test_a_choice_opens_its_list_and_a_clicked_word_is_taken_at_once(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.MEETS)
    desk.press(Qt.Key.Key_Return)
    line = desk.view.grid.cells.open_line
    assert line is not None
    assert line.words is not None
    popup = line.words.popup()
    assert popup.isVisible()
    where = popup.visualRect(popup.model().index(2, 0)).center()
    desk.qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert desk.plan.lines["cups"].meets is Meets.BOTH
    assert desk.view.grid.cells.open_line is None


def test_find_goes_to_the_line_above_the_grid(open_lines: OpenLines) -> None:
    desk = open_lines(two_lines())
    desk.go_to("cups", LineColumn.LABEL)
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.view.bar.line.hasFocus()
