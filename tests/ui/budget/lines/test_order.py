"""Sorting, filtering and grouping the lines; the total always adds up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.budget import Meets, Posting, PostingKind
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.planning.money_sums import MoneyState, totals_of_lines
from campaignplanner.services.commands.budget import ChangeBudgetLine, MakeBudgetLine
from campaignplanner.ui.budget.lines.arranging import NEW, Sieve, Wish, arranged
from campaignplanner.ui.budget.lines.columns import COLUMNS
from campaignplanner.ui.budget.lines.grouping import Group, Grouping
from campaignplanner.ui.budget.lines.sums import ShownSums
from tests.builders import a_contribution, a_line, a_plan, an_activity, an_aim, day
from tests.planning.money_plans import ACTIVITIES, AIMS, some_lines
from tests.ui.budget.lines.conftest import Desk

OpenLines = Callable[[Plan], Desk]


def some_plan() -> Plan:
    bars, thread = an_activity("Tasting bars", Kind.EVENT), an_activity("Thread")
    return a_plan(
        an_aim("Sell more", position=0),
        bars,
        thread,
        a_contribution("Tasting bars".lower().replace(" ", "-"), "sell-more"),
        a_line(100_00, Meets.OFFLINE, bars, id="cups", label="Cups", filed_under="events", position=0),
        a_line(250_00, Meets.ONLINE, thread, id="posts", label="Posts", filed_under="digital", position=1),
        a_line(75_00, Meets.OFFLINE, bars, id="bars", label="Bars", filed_under="Events", position=2),
        a_line(5_00, Meets.NOT_SAID, id="lawyer", label="Lawyer", closed=True, position=3),
        Posting(id="p", line_id="cups", day=day("2026-09-01"), kind=PostingKind.ACTUAL, amount=120_00),
    )


def shown(desk: Desk) -> list[str]:
    return [row.title if isinstance(row, Group) else row for row in desk.view.model.rows]


def test_a_click_on_a_head_sorts_and_a_third_one_brings_the_order_back(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    header = desk.view.grid.heads
    header.sectionClicked.emit(desk.place(LineColumn.PLANNED))
    assert shown(desk) == ["posts", "cups", "bars", "lawyer", NEW]
    header.sectionClicked.emit(desk.place(LineColumn.PLANNED))
    assert shown(desk) == ["lawyer", "bars", "cups", "posts", NEW]
    header.sectionClicked.emit(desk.place(LineColumn.PLANNED))
    assert shown(desk) == ["cups", "posts", "bars", "lawyer", NEW]


def test_a_campaign_begins_at_its_first_line_and_nothing_is_selected_by_that(open_lines: OpenLines) -> None:
    desk = open_lines(a_plan([a_line(100, label=f"Line {number}", position=number) for number in range(60)]))
    assert desk.view.grid.currentIndex().row() == 0
    assert desk.view.grid.verticalScrollBar().value() == 0
    assert desk.view.tools.selection.picked == ()


def test_groups_have_subtotals_and_the_total_stays(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.grouping.chosen.emit(Grouping.FILED_UNDER)
    assert shown(desk) == [
        "digital", "posts", "events", "cups", "bars", "Filed under nobody yet", "lawyer", NEW,
    ]  # fmt: skip
    model = desk.view.model
    events = next(row for row in model.rows if isinstance(row, Group) and row.title == "events")
    index = model.index_of(events, LineColumn.PLANNED)
    assert index.data() == "€175"
    assert model.index_of(events).data() == "events · 2 lines"
    assert desk.total(LineColumn.PLANNED) == "€430"
    assert desk.total(LineColumn.EXPOSURE) == "€445"


def test_a_line_that_is_filed_elsewhere_moves_to_that_group(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.grouping.chosen.emit(Grouping.FILED_UNDER)
    desk.go_to("cups", LineColumn.FILED_UNDER)
    desk.workspace.execute(ChangeBudgetLine("cups", {"filed_under": "digital"}))
    assert shown(desk)[:3] == ["digital", "cups", "posts"]
    assert desk.view.grid.picked_lines() == ("cups",)


def test_an_edit_leaves_a_sorted_line_where_it_is(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.grid.heads.sectionClicked.emit(desk.place(LineColumn.PLANNED))
    desk.workspace.execute(ChangeBudgetLine("bars", {"planned": 900_00}))
    assert shown(desk) == ["posts", "cups", "bars", "lawyer", NEW]
    assert desk.total(LineColumn.PLANNED) == "€1,255"


def test_a_filter_says_how_many_of_the_lines_are_shown_and_sums_those(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.line.setText("tasting")
    assert shown(desk) == ["cups", "bars", NEW]
    assert desk.total(LineColumn.LABEL) == "2 of 4 lines shown"
    assert desk.total(LineColumn.PLANNED) == "€175"
    desk.view.bar.line.clear()
    desk.view.bar.sieve.chosen.emit(Sieve.OVER)
    assert shown(desk) == ["cups", NEW]
    desk.view.bar.sieve.chosen.emit(Sieve.CLOSED)
    assert shown(desk) == ["lawyer", NEW]


def test_the_order_is_remembered_with_the_campaign(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.grouping.chosen.emit(Grouping.MEETS)
    desk.view.grid.heads.sectionClicked.emit(desk.place(LineColumn.LABEL))
    desk.view.grid.heads.setSectionHidden(desk.place(LineColumn.SUPPLIER), True)
    states = desk.view.state()
    desk.view.bar.grouping.chosen.emit(Grouping.NONE)
    desk.view.grid.heads.setSectionHidden(desk.place(LineColumn.SUPPLIER), False)
    desk.view.restore(states)
    assert desk.view.model.wish == Wish(grouping=Grouping.MEETS, column=LineColumn.LABEL)
    assert LineColumn.SUPPLIER not in desk.heads()


def test_damaged_states_leave_the_view_as_when_first_seen(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    before = desk.heads()
    desk.view.restore(dict.fromkeys(desk.view.state(), "no such thing"))
    assert desk.view.model.wish == Wish()
    assert desk.heads() == before


def test_columns_of_other_currencies_come_with_the_first_one(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    assert LineColumn.CURRENCY not in desk.heads()
    desk.workspace.execute(ChangeBudgetLine("cups", {"currency": "USD"}))
    assert LineColumn.CURRENCY in desk.heads()


@pytest.mark.usefixtures("qapp")
@given(lines=some_lines(most=8), grouping=st.sampled_from(Grouping), column=st.sampled_from(COLUMNS))
def test_every_line_is_in_one_group_and_the_subtotals_add_up_to_the_total(
    lines: list[object], grouping: Grouping, column: LineColumn
) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    plan = a_plan(AIMS, ACTIVITIES, [a_contribution("thread", "sell-more")], lines)
    arrangement = arranged(plan, Wish(grouping=grouping, column=column))
    members = list(arrangement.members())
    assert sorted(line.id for line, _ in members) == sorted(plan.lines)
    sums = ShownSums(plan, arrangement)
    for state in MoneyState:
        whole = totals_of_lines(plan, plan.lines.values(), state).total
        assert sums.total(state).total == whole
        assert sum(sums.subtotal(group, state).total for group, _ in arrangement.groups) == whole


# -- folding groups away -------------------------------------------------------------------------------


def head(desk: Desk, title: str) -> Group:
    return next(row for row in desk.view.model.rows if isinstance(row, Group) and row.title == title)


def click_sign(desk: Desk, title: str) -> None:
    grid, index = desk.view.grid, desk.view.model.index_of(head(desk, title))
    place = grid.visualRect(index).topLeft() + QPoint(14, 8)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_the_sign_of_a_head_folds_its_lines_away_and_back(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.grouping.chosen.emit(Grouping.FILED_UNDER)
    click_sign(desk, "events")
    assert shown(desk) == ["digital", "posts", "events", "Filed under nobody yet", "lawyer", NEW]
    assert desk.view.model.index_of(head(desk, "events")).data() == "events · 2 lines"
    assert desk.view.model.index_of(head(desk, "events"), LineColumn.PLANNED).data() == "€175"
    assert desk.total(LineColumn.PLANNED) == "€430"
    click_sign(desk, "events")
    assert "cups" in shown(desk)


def test_left_folds_the_lines_of_a_head_away_and_right_brings_them_back(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.grouping.chosen.emit(Grouping.FILED_UNDER)
    desk.view.grid.setFocus()
    desk.view.grid.setCurrentIndex(desk.view.model.index_of(head(desk, "events")))
    desk.press(Qt.Key.Key_Left)
    assert "cups" not in shown(desk)
    assert desk.view.model.row_at(desk.view.grid.currentIndex()) == head(desk, "events")
    desk.press(Qt.Key.Key_Right)
    assert "cups" in shown(desk)
    desk.press(Qt.Key.Key_Space)
    assert "cups" not in shown(desk)


def test_a_new_line_is_seen_though_its_group_was_folded_away(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.grouping.chosen.emit(Grouping.FILED_UNDER)
    click_sign(desk, "events")
    desk.workspace.execute(MakeBudgetLine(a_line(5_00, id="tent", filed_under="events", position=9)))
    assert "tent" in shown(desk)


def test_another_grouping_begins_with_everything_unfolded(open_lines: OpenLines) -> None:
    desk = open_lines(some_plan())
    desk.view.bar.grouping.chosen.emit(Grouping.FILED_UNDER)
    click_sign(desk, "events")
    desk.view.bar.grouping.chosen.emit(Grouping.MEETS)
    desk.view.bar.grouping.chosen.emit(Grouping.FILED_UNDER)
    assert "cups" in shown(desk)
