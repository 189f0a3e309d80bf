"""The frame of the budget page: figures, what is said about them, and the lines behind a figure."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.planning import budgeting
from campaignplanner.services.commands.budget import ChangeBudgetLine
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.budget.page import BudgetPage
from campaignplanner.ui.formats import money_text
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.selection import Picked
from tests.builders import a_line, a_plan

OpenBudget = Callable[[Plan], BudgetPage]


def two_lines() -> Plan:
    online, offline = a_line(10_000_00), a_line(5_000_00, Meets.OFFLINE)
    return a_plan(online, offline, budget_total=15_000_00, contingency_rate=Decimal(0))


def shown(page: BudgetPage) -> dict[str, str]:
    return {each._shown.caption: each._shown.amount for each in page.figures.labels if each._shown}


def test_the_head_shows_every_figure_of_the_plan(page: BudgetPage, sample_plan: Plan) -> None:
    figures = shown(page)
    assert list(figures) == [
        "Total", "Reserve left", "Planned", "Forecast", "Committed", "Actual", "Exposure", "Available",
    ]  # fmt: skip
    available = budgeting.available(sample_plan)
    assert available is not None
    assert figures["Available"] == money_text(available, "EUR")
    assert figures["Planned"] == money_text(budgeting.totals(sample_plan).total, "EUR")


def test_an_edit_shows_in_the_figures_and_in_the_matrix(
    open_budget: OpenBudget, workspace: Workspace
) -> None:
    page = open_budget(two_lines())
    line = next(iter(workspace.plan.lines.values()))
    workspace.execute(ChangeBudgetLine(line.id, {"planned": line.planned + 100_000}))
    total = money_text(budgeting.totals(workspace.plan).total, "EUR")
    assert shown(page)["Planned"] == total
    assert page.view.matrix.rows[0].cells[5].text == total  # type: ignore[attr-defined]


def test_a_total_that_the_lines_do_not_reach_is_said_plainly(open_budget: OpenBudget) -> None:
    page = open_budget(a_plan(a_line(60_000_00), budget_total=100_000_00, contingency_rate=Decimal(0)))
    assert page.notices.sentences == (
        "The lines add up to €60,000 and do not reach the total: €40,000 of it is in no line.",
    )


def test_money_that_is_missing_is_told_apart_from_the_reserve(open_budget: OpenBudget) -> None:
    page = open_budget(a_plan(a_line(60_000_00), budget_total=100_000_00, contingency_rate=Decimal("0.1")))
    assert "besides the reserve of €10,000, €30,000 is in no line" in page.notices.sentences[0]


def test_a_total_that_the_lines_exceed_is_said_plainly(open_budget: OpenBudget) -> None:
    page = open_budget(a_plan(a_line(60_000_00), budget_total=50_000_00))
    assert page.notices.sentences == ("The lines add up to €60,000: €10,000 more than the total of €50,000.",)


def test_a_reserve_that_explains_the_difference_leaves_nothing_to_say(open_budget: OpenBudget) -> None:
    page = open_budget(a_plan(a_line(90_000_00), budget_total=100_000_00, contingency_rate=Decimal("0.1")))
    assert page.notices.sentences == ()


def test_lines_without_a_rate_are_named_and_the_way_to_the_rate_is_one_click(
    open_budget: OpenBudget,
) -> None:
    dollars = a_line(5_000, label="Billboards", currency="USD")
    page = open_budget(
        a_plan(a_line(10_000_00), dollars, budget_total=10_000_00, contingency_rate=Decimal(0))
    )
    assert page.notices.sentences == ("“Billboards” is in no figure: it has no exchange rate yet.",)
    page.notices.findChildren(QPushButton)[-1].click()
    assert page._tools.selection.current == Picked(BudgetLine, dollars.id)
    assert not page.isVisible()


def test_without_a_total_the_way_to_it_is_one_click(open_budget: OpenBudget) -> None:
    page = open_budget(a_plan(a_line(10_000), budget_total=None))
    page.notices.findChildren(QPushButton)[-1].click()
    current = page._tools.selection.current
    assert current is not None
    assert current.record_type is Campaign


def test_a_campaign_without_lines_says_what_to_do_and_one_click_does_it(
    open_budget: OpenBudget, qtbot: QtBot, workspace: Workspace
) -> None:
    page = open_budget(a_plan())
    button = page.view._empty.button  # type: ignore[attr-defined]
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(workspace.plan.lines) == 1
    assert page._tools.selection.ids(BudgetLine) == tuple(workspace.plan.lines)


def test_enter_on_a_cell_opens_its_lines_and_a_line_is_selected_everywhere(
    open_budget: OpenBudget, qtbot: QtBot
) -> None:
    venue = a_line(40_000, Meets.OFFLINE, label="Venue", filed_under="Digital")
    page = open_budget(a_plan(venue, a_line(10_000, filed_under="Digital"), budget_total=50_000))
    matrix = page.view.matrix  # type: ignore[attr-defined]
    matrix.setCurrentIndex(matrix.model().index(1, 2))
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert page.drawer.title == "Digital, offline"
    assert [row.key for row in page.drawer.table.rows] == [venue.id]
    qtbot.keyClick(page.drawer.table, Qt.Key.Key_Down)
    assert page._tools.selection.current == Picked(BudgetLine, venue.id)


def test_escape_closes_the_lines_and_gives_the_focus_back(page: BudgetPage, qtbot: QtBot) -> None:
    matrix = page.view.matrix  # type: ignore[attr-defined]
    matrix.setFocus()
    matrix.setCurrentIndex(matrix.model().index(0, 1))
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert page.drawer.isVisible()
    qtbot.keyClick(page.drawer.table, Qt.Key.Key_Escape)
    assert not page.drawer.isVisible()
    assert matrix.hasFocus()


def test_the_open_lines_follow_an_edit(open_budget: OpenBudget, qtbot: QtBot, workspace: Workspace) -> None:
    page = open_budget(two_lines())
    matrix = page.view.matrix  # type: ignore[attr-defined]
    matrix.setCurrentIndex(matrix.model().index(0, 5))
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    first = page.drawer.table.rows[0]
    workspace.execute(ChangeBudgetLine(str(first.key), {"planned": 123_400}))
    assert page.drawer.table.rows[0].cells[1].text == "€1,234"


def test_enter_on_a_line_leads_to_all_its_fields(page: BudgetPage, qtbot: QtBot) -> None:
    matrix = page.view.matrix  # type: ignore[attr-defined]
    matrix.setCurrentIndex(matrix.model().index(0, 5))
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    qtbot.keyClick(page.drawer.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.drawer.table, Qt.Key.Key_Return)
    window = page.window()
    assert window.places.pages.name is PageName.PLAN  # type: ignore[attr-defined]
    assert window.places.pages.plan_page.inspector.isVisible()  # type: ignore[attr-defined]


def test_a_hidden_page_shows_what_came_in_when_it_is_seen_again(
    open_budget: OpenBudget, workspace: Workspace
) -> None:
    page = open_budget(two_lines())
    places = page.window().places  # type: ignore[attr-defined]
    places.show_page(PageName.TIMELINE)
    before = shown(page)["Planned"]
    line = next(iter(workspace.plan.lines.values()))
    workspace.execute(ChangeBudgetLine(line.id, {"planned": line.planned + 100}))
    assert shown(page)["Planned"] == before
    places.show_page(PageName.BUDGET)
    assert shown(page)["Planned"] == money_text(budgeting.totals(workspace.plan).total, "EUR")
