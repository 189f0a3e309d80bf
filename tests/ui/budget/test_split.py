"""The split review: matrix, shares, band, other splits and what does not fit together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.planning import budgeting
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.budget.split.view import SplitView
from campaignplanner.ui.formats import money_text
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.selection import Picked
from tests.builders import a_bridge, a_contribution, a_line, a_plan, an_activity, an_aim
from tests.planning.real_campaigns import scottish_media_2009

OpenBudget = Callable[[Plan], BudgetPage]


def split_of(page: BudgetPage) -> SplitView:
    assert isinstance(page.view, SplitView)
    return page.view


def texts(view: SplitView) -> list[list[str]]:
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in view.matrix.rows]


def test_rows_are_budgets_and_columns_are_what_the_customer_meets(open_budget: OpenBudget) -> None:
    lines = [
        a_line(60_000, Meets.ONLINE, filed_under="Digital"),
        a_line(20_000, Meets.OFFLINE, filed_under="Digital"),
        a_line(20_000, Meets.BOTH, filed_under="Events"),
    ]
    assert texts(split_of(open_budget(a_plan(lines, budget_total=100_000)))) == [
        ["All money", "€600", "€200", "€200", "–", "€1,000", "60 %"],
        ["Digital", "€600", "€200", "–", "–", "€800", "75 %"],
        ["Events", "–", "–", "€200", "–", "€200", "0 %"],
    ]


def test_the_matrix_of_the_sample_agrees_with_the_briefs_to_the_cent(
    page: BudgetPage, sample_plan: Plan
) -> None:
    matrix = budgeting.matrix(sample_plan)
    shown = texts(split_of(page))
    assert shown[0][5] == money_text(matrix.totals.total, "EUR")
    assert [row[5] for row in shown[1:]] == [money_text(row.totals.total, "EUR") for row in matrix.rows]


def test_shown_shares_add_up_to_a_hundred(open_budget: OpenBudget) -> None:
    lines = [a_line(1, meets, filed_under="Digital") for meets in (Meets.ONLINE, Meets.OFFLINE, Meets.BOTH)]
    whole = split_of(open_budget(a_plan(lines))).matrix.rows[0]
    assert sum(int(cell.small.split()[0]) for cell in whole.cells[1:4]) == 100


def test_a_share_that_rounds_to_nothing_is_not_said_to_be_nothing(open_budget: OpenBudget) -> None:
    lines = [a_line(100_000), a_line(1, Meets.OFFLINE)]
    whole = split_of(open_budget(a_plan(lines))).matrix.rows[0]
    assert whole.cells[2].small == "<1\u00a0%"


def test_a_screen_reader_meets_a_table_whose_cells_say_what_they_are(page: BudgetPage) -> None:
    interface = QAccessible.queryAccessibleInterface(split_of(page).matrix)
    assert interface.role() is QAccessible.Role.Table
    index = split_of(page).matrix.model().index(1, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("brand, Online: €11,800, 8")


@pytest.mark.parametrize("state", list(MoneyState))
def test_every_state_of_money_can_be_chosen(page: BudgetPage, sample_plan: Plan, state: MoneyState) -> None:
    view = split_of(page)
    view.states.setCurrentIndex(list(MoneyState).index(state))
    total = budgeting.totals_of_lines(sample_plan, sample_plan.lines.values(), state).total
    assert texts(view)[0][5] == money_text(total, "EUR")


def test_a_share_below_the_band_says_how_far_and_what_would_close_it(open_budget: OpenBudget) -> None:
    lines = [a_line(30_000, Meets.ONLINE), a_line(60_000, Meets.OFFLINE), a_line(10_000, Meets.NOT_SAID)]
    page = open_budget(a_plan(lines, online_share_from=Decimal("0.4"), online_share_to=Decimal("0.6")))
    words = split_of(page).band.accessibleDescription().replace("\u00a0", " ")
    assert words == (
        "30 % of the money is met online, 10 % below the target band of 40 % to 60 %. "
        "Moving €100 to online would close it, and so would adding €166.67 of online money. "
        "Of €100 nobody has said yet what it is met as."
    )


def test_a_share_above_the_band_says_what_to_move_away(open_budget: OpenBudget) -> None:
    lines = [a_line(90_000, Meets.ONLINE), a_line(10_000, Meets.OFFLINE)]
    page = open_budget(a_plan(lines, online_share_from=Decimal("0.4"), online_share_to=Decimal("0.6")))
    assert (
        "Moving €300 from online to elsewhere would close it." in split_of(page).band.accessibleDescription()
    )


def test_without_a_band_the_way_to_one_is_offered(open_budget: OpenBudget) -> None:
    assert split_of(open_budget(a_plan(a_line())))._set_band.isVisible()


@pytest.mark.parametrize("place", range(6))
def test_every_split_beside_the_matrix_adds_up_and_opens(page: BudgetPage, place: int, qtbot: QtBot) -> None:
    view = split_of(page)
    view.splits.setCurrentIndex(place)
    assert sum(int(row.cells[3].text.strip("<").split()[0]) for row in view.breakdown.rows) == 100
    view.breakdown.setCurrentIndex(view.breakdown.model().index(0, 0))
    qtbot.keyClick(view.breakdown, Qt.Key.Key_Return)
    assert page.drawer.isVisible()
    assert f"· {view.breakdown.rows[0].cells[2].text}" in page.drawer._sum.text()


def test_the_split_is_remembered_with_the_campaign(page: BudgetPage) -> None:
    view = split_of(page)
    view.splits.setCurrentIndex(2)
    view.states.setCurrentIndex(1)
    states = page.state()
    page.restore({})
    assert view.splits.value is Dimension.AIM
    page.restore(states)
    assert view.splits.value is Dimension.KIND
    assert view.state_shown is MoneyState.FORECAST


def lonely_plan() -> Plan:
    aim, fair, forum = an_aim(), an_activity("Fair", side=Side.OFFLINE), an_activity("Forum")
    lines = [
        a_line(50_000, Meets.OFFLINE, fair, label="Stand", filed_under="Digital"),
        a_line(30_000, Meets.ONLINE, forum, label="Host", filed_under="Events"),
    ]
    return a_plan(aim, fair, forum, a_contribution(forum, aim), lines)


def test_what_does_not_fit_is_said_in_sentences(open_budget: OpenBudget) -> None:
    said = [each.replace("\u00a0", " ") for each in split_of(open_budget(lonely_plan())).findings.sentences]
    assert said == [
        "€500 serves no aim yet: 62 % of all money.",
        "€500 is filed under digital and met offline: 100 % of what is filed there.",
        "€300 is filed under events or other offline budgets and met online: 100 % of what is filed there.",
        "1 offline touchpoint has no online money next to it: “Fair”.",
        "1 online touchpoint has no offline money next to it: “Forum”.",
    ]


def test_every_finding_shows_its_lines(open_budget: OpenBudget) -> None:
    page = open_budget(lonely_plan())
    opened = []
    for row in split_of(page).findings.rows:
        row.show_lines.click()
        opened.append([line.cells[0].text for line in page.drawer.table.rows])
    assert opened == [["Stand"], ["Stand"], ["Host"], ["Stand"], ["Host"]]


def test_the_way_on_from_a_lonely_touchpoint_leads_to_it(open_budget: OpenBudget) -> None:
    page = open_budget(lonely_plan())
    split_of(page).findings.rows[3].go_on.click()
    assert page._tools.selection.current == Picked(Activity, "fair")
    assert page.window().places.pages.name is PageName.PLAN  # type: ignore[attr-defined]


def test_a_bridge_to_funded_money_ends_the_loneliness(open_budget: OpenBudget) -> None:
    plan = lonely_plan()
    bridged = a_plan(*plan.records(), a_bridge("forum", "fair"))
    assert not any("touchpoint" in each for each in split_of(open_budget(bridged)).findings.sentences)


def test_the_scottish_lines_are_said_to_fall_short_of_the_printed_total(open_budget: OpenBudget) -> None:
    page = open_budget(scottish_media_2009())
    assert page.notices.sentences == (
        "The lines add up to £18,485,873.41 and do not reach the total: £1,327,204.84 of it is in no line.",
    )


@pytest.mark.parametrize("width", [1600, 1280, 900])
def test_no_amount_of_the_matrix_is_cut(open_budget: OpenBudget, width: int) -> None:
    page = open_budget(scottish_media_2009())
    page.window().resize(width, 800)
    QApplication.processEvents()
    table = split_of(page).matrix
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            needed = table._cells.width_of(cell, is_total=row.is_total)
            assert place == 0 or table.columnWidth(place) >= needed
