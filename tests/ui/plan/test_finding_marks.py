"""Marks of the review in the plan: on the one cell, field or row that a finding is about."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.commands.aim import ChangeKpi
from campaignplanner.services.commands.fixing import ApplyFix
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.plan.page import PlanPage
from campaignplanner.ui.plan.tree.columns import COLUMNS, Column
from campaignplanner.ui.plan.tree.row_painter import mark_box


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> MainWindow:
    window = open_window(Preferences(last_campaign_id=workspace.import_plan(sample_plan)))
    window.places.show_page(PageName.PLAN)
    window.places.review.bring().finish()
    return window


@pytest.fixture
def page(window: MainWindow) -> PlanPage:
    return window.places.pages.plan_page


def named(workspace: Workspace, title: str) -> Activity:
    return next(each for each in workspace.plan.activities.values() if each.title == title)


def late_activity(workspace: Workspace) -> Activity:
    """What a broken bridge of the sample leads to, which is the end that would have to move."""
    plan = workspace.plan
    late = next(each for each in plan.bridges.values() if judge(plan, each).state is BridgeState.BROKEN)
    return plan.activities[late.target_id]


def marked_cells(page: PlanPage, activity: Activity) -> dict[Column, str]:
    index = page.tree.model.index_of(activity.id)
    cells = {column: index.siblingAtColumn(column.place) for column in COLUMNS}
    found = {column: page.tree.model.finding_at(cell) for column, cell in cells.items()}
    return {column: finding.rule for column, finding in found.items() if finding is not None}


def click_mark(qtbot: QtBot, page: PlanPage, index: QModelIndex) -> None:
    view = page.tree.view
    view.viewport().grab()  # where the cells are is noted when they are painted
    cell = next(each for each in view.columns.cells() if each.column.place == index.column())
    middle = mark_box(cell, view.visualRect(index)).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_only_the_cell_that_a_finding_is_about_is_marked(page: PlanPage, workspace: Workspace) -> None:
    assert marked_cells(page, late_activity(workspace)) == {Column.DATES: "bridge.carries_on_as"}
    unasked = named(workspace, "Sampling on trains")
    assert marked_cells(page, unasked) == {Column.BRIDGES: "bridge.not_talked_about"}
    assert marked_cells(page, named(workspace, "Ambassador circle")) == {}


def test_what_has_no_column_is_marked_at_the_side(page: PlanPage, workspace: Workspace) -> None:
    lonely = named(workspace, "TikTok account")
    assert marked_cells(page, lonely) == {Column.SIDE: "aim.activity_without"}
    page.tree.view.columns.setSectionHidden(Column.DATES.place, True)
    page.tree.view.viewport().grab()
    assert marked_cells(page, late_activity(workspace))[Column.SIDE] == "bridge.carries_on_as"


def test_the_cell_says_what_the_review_says_to_mouse_and_screen_reader(
    window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    late = late_activity(workspace)
    said = window.places.review.current.finding_about(late.id).message
    index = page.tree.model.index_of(late.id, Column.DATES)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert said[:30] in index.data(role)


def test_marks_are_painted_and_go_when_the_plan_is_mended(
    window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    unasked, review = named(workspace, "Sampling on trains"), window.places.review.current
    view = page.tree.view
    marked = view.viewport().grab().toImage()
    finding = review.finding_about(unasked.id)
    (fix, *_) = review.fixes(finding)
    workspace.execute(ApplyFix(fix, {}))
    review.finish()
    assert marked_cells(page, unasked) == {}
    assert view.viewport().grab().toImage() != marked


def test_a_click_on_a_mark_opens_its_finding(
    qtbot: QtBot, window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    click_mark(qtbot, page, page.tree.model.index_of(late_activity(workspace).id, Column.DATES))
    assert window.places.pages.name is PageName.REVIEW
    assert window.places.pages.review_page.list.current.finding.rule == "bridge.carries_on_as"


def test_a_click_beside_a_mark_selects_the_row(
    qtbot: QtBot, window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    late, view = late_activity(workspace), page.tree.view
    cell = view.visualRect(page.tree.model.index_of(late.id, Column.DATES))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.right() - 8, cell.center().y())
    )
    assert window.places.pages.name is PageName.PLAN
    assert view.picked_activities() == (late.id,)


def test_a_kpi_without_a_target_is_marked_at_its_row_and_in_its_fields(
    window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    kpi: Kpi = next(each for each in workspace.plan.kpis.values() if each.aim_id is not None)
    workspace.execute(ChangeKpi(kpi.id, {"target": None, "baseline": Decimal(1)}))
    window.places.review.current.finish()
    panel = page.aims.aims
    row = next(each for each in panel.rows if each.picked is not None and each.picked.id == kpi.id)
    assert "still lacks" in panel._painter.finding_of(row).message
    marked = panel.viewport().grab().toImage()
    panel.show_marks({})
    assert panel.viewport().grab().toImage() != marked
    window.places.selection.pick_records([workspace.plan.kpis[kpi.id]])
    form = page.inspector.form
    assert form.field("target")._mark.isVisible()
    assert form.field("baseline")._mark is None
    assert not page.inspector.strip.isVisible()  # its fields say it


def test_the_mark_of_a_field_leads_to_the_finding(
    qtbot: QtBot, window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    activity = named(workspace, "Ambassador circle")
    workspace.execute(ChangeActivity(activity.id, {"what_people_do": ""}))
    window.places.review.current.finish()
    window.places.selection.pick_records([workspace.plan.activities[activity.id]])
    mark = page.inspector.form.field("what_people_do")._mark
    assert "does not say what people do" in mark.accessibleName()
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    assert window.places.pages.review_page.list.current.finding.rule == "people.wordless"


def test_the_inspector_says_what_no_field_stands_for_and_says_it_once(
    window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    strip = page.inspector.strip
    window.places.selection.pick_records([named(workspace, "TikTok account")])
    assert [each.rule for each in strip.findings] == ["aim.activity_without"]
    plan = workspace.plan
    late = next(each for each in plan.bridges.values() if judge(plan, each).state is BridgeState.BROKEN)
    window.places.selection.pick_records([late])
    QApplication.processEvents()
    said = judge(plan, late).message
    shown = [each for each in page.inspector.findChildren(QLabel) if each.isVisible() and each.text() == said]
    assert len(shown) == 1
    window.places.selection.pick_records([named(workspace, "Ambassador circle")])
    assert not strip.isVisible()


def test_lists_in_the_inspector_mark_their_rows(
    window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    kpi: Kpi = next(each for each in workspace.plan.kpis.values() if each.aim_id is not None)
    workspace.execute(ChangeKpi(kpi.id, {"target": None}))
    window.places.review.current.finish()
    window.places.selection.pick_records([workspace.plan.aims[kpi.aim_id]])
    listed = page.inspector.form._parts[0].list
    row = next(each for each in listed.rows if each.key == kpi.id)
    assert listed._painter.finding_of(row).rule == "aim.kpi_lacking"
