"""Copying, pasting, clearing, filling and deleting several cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from campaignplanner.domain.budget import Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.ui.budget.lines.arranging import NEW
from campaignplanner.ui.budget.lines.keys import GRID_KEYS, Deed
from tests.builders import a_line, a_plan
from tests.ui.budget.lines.conftest import Desk

OpenLines = Callable[[Plan], Desk]
CONTROL = Qt.KeyboardModifier.ControlModifier
THREE = ("cups", "posts", "bars")


def three_lines() -> Plan:
    return a_plan(
        a_line(100_50, Meets.OFFLINE, id="cups", label="Cups", filed_under="events", position=0),
        a_line(250_00, id="posts", label="Posts", filed_under="digital", position=1),
        a_line(75_00, id="bars", label="Bars", supplier="Kannenwerk", position=2),
        budget_total=1_000_00,
    )


def test_copied_cells_are_plain_numbers_parted_by_tabs(open_lines: OpenLines) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    desk = open_lines(three_lines())
    desk.pick(("cups", "posts"), (LineColumn.LABEL, LineColumn.FILED_UNDER, LineColumn.PLANNED))
    desk.press(Qt.Key.Key_C, CONTROL)
    assert desk.copied() == "Cups\tevents\t100,50\nPosts\tdigital\t250,00\n"


def test_a_pasted_block_is_one_step_with_the_locales_decimal_comma(open_lines: OpenLines) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    desk = open_lines(three_lines())
    desk.put_on_clipboard("brand\t1.200,50\nsales\t30 %\n")
    desk.go_to("posts", LineColumn.FILED_UNDER)
    desk.press(Qt.Key.Key_V, CONTROL)
    lines = desk.plan.lines
    assert [(lines[each].filed_under, lines[each].planned) for each in THREE] == [
        ("events", 100_50),
        ("brand", 1_200_50),
        ("sales", 300_00),
    ]
    desk.workspace.undo(desk.plan.campaign.id)
    assert desk.plan.lines["posts"].planned == 250_00
    assert desk.plan.lines["bars"].filed_under == ""


def test_what_was_not_understood_stays_in_its_cell_and_is_named(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.put_on_clipboard("500\ntoo much\n7")
    desk.go_to("cups", LineColumn.PLANNED)
    desk.press(Qt.Key.Key_V, CONTROL)
    assert [desk.plan.lines[each].planned for each in THREE] == [500_00, 250_00, 7_00]
    assert desk.text("posts", LineColumn.PLANNED) == "too much"
    assert "Planned “too much”: “too much” is not a number." in desk.message()


def test_rows_beyond_the_last_line_become_lines(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.put_on_clipboard("Trams\nBuses")
    desk.go_to(NEW, LineColumn.LABEL)
    desk.press(Qt.Key.Key_V, CONTROL)
    assert [each.label for each in desk.plan.lines_in_order[3:]] == ["Trams", "Buses"]
    assert "2 lines were added." in desk.message()


def test_rows_with_headings_make_lines_by_their_headings(open_lines: OpenLines) -> None:
    desk = open_lines(a_plan())
    desk.put_on_clipboard("Vendor\tItem\tBudget\nKannenwerk\tBars\t1,500.25\n")
    desk.press(Qt.Key.Key_V, CONTROL) if desk.view.grid.isVisible() else desk.view.paste()
    (line,) = desk.plan.lines.values()
    assert (line.label, line.supplier, line.planned) == ("Bars", "Kannenwerk", 1_500_25)


def test_what_is_copied_and_pasted_back_changes_nothing(open_lines: OpenLines, sample_plan: Plan) -> None:
    desk = open_lines(sample_plan)
    desk.view.grid.selectAll()
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.press(Qt.Key.Key_V, CONTROL)
    assert desk.plan.lines == sample_plan.lines


def test_one_copied_cell_goes_into_all_selected_ones(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.put_on_clipboard("people")
    desk.pick(THREE, (LineColumn.FILED_UNDER,))
    desk.press(Qt.Key.Key_V, CONTROL)
    assert {each.filed_under for each in desk.plan.lines.values()} == {"people"}


def test_fill_down_gives_the_others_what_the_first_says(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.pick(THREE, (LineColumn.FILED_UNDER, LineColumn.MEETS))
    desk.press(Qt.Key.Key_D, CONTROL)
    assert {(each.filed_under, each.meets) for each in desk.plan.lines.values()} == {
        ("events", Meets.OFFLINE)
    }
    desk.workspace.undo(desk.plan.campaign.id)
    assert desk.plan.lines["posts"].filed_under == "digital"


def test_a_single_cell_is_filled_from_the_one_above(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.go_to("posts", LineColumn.FILED_UNDER)
    desk.press(Qt.Key.Key_D, CONTROL)
    assert desk.plan.lines["posts"].filed_under == "events"


def test_delete_empties_cells_and_leaves_the_lines(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.pick(("cups", "bars"), (LineColumn.FILED_UNDER, LineColumn.PLANNED))
    desk.press(Qt.Key.Key_Delete)
    lines = desk.plan.lines
    assert [(lines[each].filed_under, lines[each].planned) for each in THREE] == [
        ("", 0),
        ("digital", 250_00),
        ("", 0),
    ]


def test_a_line_keeps_its_label_when_cells_are_cleared(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.go_to("cups", LineColumn.LABEL)
    desk.press(Qt.Key.Key_Delete)
    assert desk.plan.lines["cups"].label == "Cups"
    assert desk.message() == "A budget line needs a label."


def test_cut_copies_and_empties(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.go_to("posts", LineColumn.PLANNED)
    desk.press(Qt.Key.Key_X, CONTROL)
    assert desk.copied() == "250.00\n"
    assert desk.plan.lines["posts"].planned == 0


def test_whole_lines_are_deleted_with_a_way_back(open_lines: OpenLines) -> None:
    desk = open_lines(three_lines())
    desk.pick(("cups", "posts"), (LineColumn.LABEL,))
    desk.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Delete)
    assert list(desk.plan.lines) == ["bars"]
    messages = desk.view.tools.messages
    assert [each.text() for each in messages.answer_buttons] == ["Undo"]
    messages.answer_buttons[0].click()
    assert set(desk.plan.lines) == set(THREE)


def test_approved_money_is_left_alone_by_a_paste_that_says_so(
    open_lines: OpenLines, sample_plan: Plan
) -> None:
    desk = open_lines(sample_plan)
    line = next(each for each in sample_plan.lines_in_order if each.frozen)
    desk.put_on_clipboard("1\t2")
    desk.go_to(line.id, LineColumn.PLANNED)
    desk.press(Qt.Key.Key_V, CONTROL)
    after = desk.plan.lines[line.id]
    assert (after.planned, after.forecast) == (line.planned, 2_00)
    assert "was approved" in desk.message()


@pytest.mark.parametrize(
    ("deed", "key"), [(row.deed, key) for row in GRID_KEYS for key in row.keys], ids=lambda each: str(each)
)
def test_each_key_of_the_sheet_asks_the_grid_for_its_deed(
    deed: Deed, key: str | QKeySequence.StandardKey, open_lines: OpenLines
) -> None:
    grid = open_lines(three_lines()).view.grid
    grid.deed_asked.disconnect()
    asked: list[Deed] = []
    grid.deed_asked.connect(asked.append)
    QTest.keySequence(grid, QKeySequence(key))
    assert asked == [deed]
