"""Marks of the review in the grid of lines: on the cell that a finding is about, with the way to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.budget import ChangeBudgetLine
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.budget.lines.cells import mark_box
from campaignplanner.ui.budget.lines.columns import place_of
from campaignplanner.ui.budget.lines.view import LinesView
from campaignplanner.ui.budget.views import ViewName
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> MainWindow:
    window = open_window(Preferences(last_campaign_id=workspace.import_plan(sample_plan)))
    window.places.show_page(PageName.BUDGET)
    window.places.pages._pages[PageName.BUDGET].show_view(ViewName.LINES)
    window.places.review.bring().finish()
    return window


@pytest.fixture
def view(window: MainWindow) -> LinesView:
    return window.places.pages._pages[PageName.BUDGET].view


@pytest.fixture
def overdue(window: MainWindow) -> tuple[str, ...]:
    """Lines of which nothing was booked though what they pay for is over."""
    found = window.places.review.current.findings
    return next(each.subject_ids for each in found if each.rule == "money.overdue")


def marked(view: LinesView) -> set[tuple[str, LineColumn]]:
    lines = view.model.plan.lines
    return {(each, column) for each in lines for column in LineColumn if view.model.finding_of(each, column)}


def test_lines_are_marked_where_their_money_should_be(view: LinesView, overdue: tuple[str, ...]) -> None:
    assert {line_id for line_id, _ in marked(view)} == set(overdue)
    assert {column for _, column in marked(view)} == {LineColumn.ACTUAL}


def test_a_mark_moves_to_the_label_while_its_column_is_hidden(
    view: LinesView, overdue: tuple[str, ...]
) -> None:
    view.grid.heads.setSectionHidden(place_of(LineColumn.ACTUAL), True)
    view.grid.heads.columns_changed.emit()
    assert (overdue[0], LineColumn.LABEL) in marked(view)


def test_the_cell_says_what_the_review_says(view: LinesView, overdue: tuple[str, ...]) -> None:
    cell = view.model.index_of(overdue[0], LineColumn.ACTUAL)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "Nothing is booked yet" in cell.data(role)


def test_a_mark_goes_with_the_edit_that_mends_it(
    window: MainWindow, view: LinesView, workspace: Workspace, overdue: tuple[str, ...]
) -> None:
    workspace.execute(ChangeBudgetLine(overdue[0], {"closed": True}))
    window.places.review.current.finish()
    assert (overdue[0], LineColumn.ACTUAL) not in marked(view)
    assert (overdue[1], LineColumn.ACTUAL) in marked(view)


def test_a_click_on_a_mark_opens_its_finding(
    qtbot: QtBot, window: MainWindow, view: LinesView, overdue: tuple[str, ...]
) -> None:
    cell = view.grid.visualRect(view.model.index_of(overdue[0], LineColumn.ACTUAL))
    where = mark_box(cell).center().toPoint()
    qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.places.pages.name is PageName.REVIEW
    assert window.places.pages.review_page.list.current.finding.rule == "money.overdue"
