"""The timeline in the window: on to the details and back, and one selection for all pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.plan import Plan
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import SPECS, Name
from campaignplanner.ui.fields.finishing import finish_typing
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import activity, box

KEY = Qt.Key


@pytest.fixture
def table(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> Table:
    window = open_window()
    window.places.show_campaign(workspace.import_plan(sample_plan))
    window.places.show_page(PageName.TIMELINE)
    tools = window.places.pages._tools
    found = Table(window.places.timeline, tools)
    found.window = window  # type: ignore[attr-defined]  # somebody has to hold it
    return found


def test_enter_opens_the_inspector_with_what_is_selected(table: Table) -> None:
    table.click(box(table.page, "Members share photos").center())
    QTest.keyClick(table.page.canvas, KEY.Key_Return)
    pages = table.window.places.pages  # type: ignore[attr-defined]
    assert pages.name is PageName.PLAN
    shown = pages.plan_page.inspector.shown
    assert shown is not None
    assert table.plan.activities[shown.id].title == "Members share photos"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert pages.plan_page.inspector.isAncestorOf(focused)


def test_a_double_click_on_a_bar_opens_them_too(table: Table) -> None:
    table.double_click(box(table.page, "Members share photos").center())
    assert table.window.places.pages.name is PageName.PLAN  # type: ignore[attr-defined]


def test_several_selected_on_the_plan_page_are_selected_on_the_timeline_and_back(table: Table) -> None:
    places = table.window.places  # type: ignore[attr-defined]
    table.click(box(table.page, "Sampling on trains").center())
    table.click(box(table.page, "Live brew-along").center(), Qt.KeyboardModifier.ControlModifier)
    places.show_page(PageName.PLAN)
    tree = places.pages.plan_page.tree.view
    wanted = {activity(table.plan, each).id for each in ("Sampling on trains", "Live brew-along")}
    assert set(tree.picked_activities()) == wanted
    places.show_page(PageName.TIMELINE)
    assert {each.id for each in table.page.all_selected} == wanted
    assert set(table.tools.selection.ids(Activity)) == wanted


def test_delete_deletes_once_with_both_pages_there(table: Table) -> None:
    places = table.window.places  # type: ignore[attr-defined]
    places.show_page(PageName.PLAN)
    places.show_page(PageName.TIMELINE)
    table.click(box(table.page, "TikTok").center())
    steps = table.steps
    QTest.keyClick(table.page.canvas, KEY.Key_Delete)
    assert table.steps == steps + 1
    assert "Deleted “TikTok account”" in table.message


def test_alt_and_left_moves_a_bar_and_does_not_leave_the_campaign(table: Table) -> None:
    places = table.window.places  # type: ignore[attr-defined]
    steps = table.steps
    table.click(box(table.page, "Sampling on trains").center())
    QTest.keyClick(table.page.canvas, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert places.campaign_id is not None
    assert table.steps == steps + 1


def test_a_title_is_typed_in_peace(table: Table) -> None:
    table.click(box(table.page, "TikTok").center())
    tiktok = activity(table.plan, "TikTok")
    table.hands.deeds.edit_title(tiktok.id)
    editor = table.hands.deeds.title_editor
    assert editor is not None
    QTest.keyClicks(editor, "Bottle top t")
    QTest.keyClick(editor, KEY.Key_Delete)
    QTest.keyClick(editor, KEY.Key_Return)
    assert table.plan.activities[tiktok.id].title == "Bottle top t"
    assert table.hands.gesture is None


@pytest.mark.parametrize("name", [Name.START_BRIDGE, Name.MOVE_LATER, Name.END_LATER, Name.OPEN_DETAILS])
def test_keys_that_shape_are_on_the_sheet_of_all_keys(name: Name) -> None:
    assert next(spec for spec in SPECS if spec.name is name).keys


def test_a_title_that_is_half_typed_is_not_lost_by_closing_the_window(table: Table) -> None:
    table.click(box(table.page, "TikTok").center())
    tiktok = activity(table.plan, "TikTok")
    table.hands.deeds.edit_title(tiktok.id)
    editor = table.hands.deeds.title_editor
    assert editor is not None
    QTest.keyClicks(editor, "TikTok for baristas")
    assert finish_typing()
    assert table.plan.activities[tiktok.id].title == "TikTok for baristas"


def test_where_somebody_looks_for_something_keys_are_for_typing(table: Table) -> None:
    table.click(box(table.page, "TikTok").center())
    before = table.plan
    table.page.begin_find()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    for key in (KEY.Key_B, KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_Return):
        QTest.keyClick(line, key)
    QTest.keyClick(line, KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert table.plan is before
    assert table.hands.gesture is None
    assert table.window.places.pages.name is PageName.TIMELINE  # type: ignore[attr-defined]


def test_an_error_of_a_painter_is_told_and_ends_nothing(
    table: Table, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as Python's own raise, which shiboken does not bring through two methods of ours."""
    with monkeypatch.context() as broken, qtbot.captureExceptions() as caught:
        broken.setattr("campaignplanner.ui.timeline.canvas.QPainter", lambda device: ()[0])
        table.page.canvas.viewport().update()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is IndexError
    table.page.canvas.viewport().update()
    QApplication.processEvents()
