"""The coverage maps: what is covered, and where an empty cell leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity, ActivityStatus, Side
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.review.coverage import CoverageMap, Map
from campaignplanner.ui.review.page import ReviewPage
from tests.builders import a_plan, an_activity, an_aim


@pytest.fixture
def coverage(page: ReviewPage) -> CoverageMap:
    page.head.coverage.click()
    return page.coverage


def texts(coverage: CoverageMap) -> list[list[str]]:
    table = coverage.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_aims_stand_by_side_with_counts_money_and_bridges(coverage: CoverageMap) -> None:
    first = texts(coverage)[0]
    assert first[0] == "Win 12,000 new subscribers in six launch cities"
    assert first[1] == "4 activities\n€39,110\n3 of 3 bridges hold"


def test_what_serves_no_aim_is_no_invitation(coverage: CoverageMap) -> None:
    assert texts(coverage)[-1] == ["No aim yet", "1 activity", "–"]


def test_the_other_maps_are_a_click_away(coverage: CoverageMap) -> None:
    coverage.switches[Map.AUDIENCES].click()
    assert len(texts(coverage)[0]) > 3
    coverage.switches[Map.AREAS].click()
    assert [row[0] for row in texts(coverage)][:2] == ["Marketing", "Sales"]


def test_an_empty_cell_offers_plays_for_its_aim_and_side(
    reviewing: MainWindow, coverage: CoverageMap, page: ReviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    plan = workspace.plan
    aim = plan.aims_in_order[2]
    for each in plan.activities_of(aim.id):
        if each.side is Side.OFFLINE:
            workspace.execute(ChangeActivity(each.id, {"status": ActivityStatus.CANCELLED}))
    reviewing.places.review.bring().finish()
    coverage.table.setCurrentCell(2, 2)
    assert coverage.table.currentItem().text() == "Nothing yet\nSee plays"
    qtbot.keyClick(coverage.table, Qt.Key.Key_Return)
    gallery = page._playing.gallery
    assert gallery.aim.value == aim.id


def test_a_full_cell_selects_what_is_in_it(
    reviewing: MainWindow, coverage: CoverageMap, qtbot: QtBot
) -> None:
    coverage.table.setCurrentCell(0, 1)
    qtbot.keyClick(coverage.table, Qt.Key.Key_Return)
    assert len(reviewing.places.selection.ids(Activity)) == 4


def test_the_list_comes_back_by_its_switch(page: ReviewPage, coverage: CoverageMap) -> None:
    assert not page.list.isVisible()
    next(iter(page.head.groupings.values())).click()
    assert page.list.isVisible()
    assert page.detail.isVisible()


def test_another_campaign_begins_with_its_findings(
    reviewing: MainWindow, page: ReviewPage, workspace: Workspace
) -> None:
    page.head.coverage.click()
    assert page.coverage.isVisible()
    other = workspace.import_plan(a_plan([an_aim("Win"), an_activity("Talk")], title="Other"))
    reviewing.places.show_campaign(other)
    reviewing.places.show_page(PageName.REVIEW)
    reviewing.places.review.current.finish()
    assert not page.coverage.isVisible()
    assert not page.head.coverage.isChecked()
    assert all(button.isEnabled() for button in page.head.filters.values())


def test_a_finding_that_is_asked_for_takes_the_place_of_the_map(page: ReviewPage) -> None:
    wanted = page._review.findings[0]
    page.head.coverage.click()
    page.show_finding(wanted)
    assert page.list.isVisible()
    assert page.list.current.finding == wanted
    assert all(button.isEnabled() for button in page.head.filters.values())
