"""Marks of the review in the plan: on activities, and on aims and KPIs."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.aim import ChangeKpi
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.plan.page import PlanPage


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> MainWindow:
    window = open_window(Preferences(last_campaign_id=workspace.import_plan(sample_plan)))
    window.places.show_page(PageName.PLAN)
    window.places.review.bring().finish()
    return window


@pytest.fixture
def page(window: MainWindow) -> PlanPage:
    return window.places.pages.plan_page


def test_the_row_of_an_activity_says_what_the_review_says(window: MainWindow, page: PlanPage) -> None:
    gravest = window.places.review.current.gravest
    model = page.tree.model
    marked = {}
    for group in range(model.rowCount()):
        parent = model.index(group, 0)
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            marked[model.activity_at(index)] = index.data(Qt.ItemDataRole.ToolTipRole)
    assert marked
    for activity_id, said in marked.items():
        finding = gravest.get(activity_id)
        if finding is None:
            assert said in ("<qt>Online</qt>", "<qt>Offline</qt>")
        else:
            assert finding.message[:30] in said


def test_marks_are_painted_in_the_tree(page: PlanPage) -> None:
    view = page.tree.view
    marked = view.viewport().grab().toImage()
    page.tree.model.findings = {}
    assert view.viewport().grab().toImage() != marked


def test_a_kpi_without_a_target_is_marked_at_its_row(
    window: MainWindow, page: PlanPage, workspace: Workspace
) -> None:
    kpi: Kpi = next(each for each in workspace.plan.kpis.values() if each.aim_id is not None)
    workspace.execute(ChangeKpi(kpi.id, {"target": None, "baseline": Decimal(1)}))
    window.places.review.current.finish()
    panel = page.aims.aims
    row = next(each for each in panel.rows if each.picked is not None and each.picked.id == kpi.id)
    assert "still lacks" in panel._painter.finding_of(row).message
    marked = panel.viewport().grab().toImage()
    panel.show_findings({})
    assert panel.viewport().grab().toImage() != marked
