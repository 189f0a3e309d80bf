"""Copy, cut, paste and duplicate on the timeline: with the keys of the plan page, each one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from campaignplanner.domain.activity import Activity
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.timeline.gestures.context import ContextMenus
from campaignplanner.ui.timeline.gestures.grips import grip_at
from campaignplanner.ui.timeline.gestures.pointer import pointer_at
from tests.builders import a_bridge, a_dated_activity, a_plan, an_aim
from tests.ui.timeline.gestures.conftest import Table
from tests.ui.timeline.looking import box, scene_of

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
AIM = an_aim("Win")


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(params=["timeline first", "plan page first"])
def table(
    request: pytest.FixtureRequest, open_window: Callable[..., MainWindow], workspace: Workspace
) -> Table:
    """Two bridged bars, on a timeline that is built before the plan page or after it."""
    plan = a_plan(
        AIM,
        a_dated_activity("Talk", "2026-09-07", "2026-09-13", aims=[AIM]),
        a_dated_activity("Meet", "2026-09-21", "2026-09-27", aims=[AIM]),
        a_bridge("talk", "meet"),
        first_day="2026-09-01",
        last_day="2026-10-31",
    )
    window = open_window()
    window.places.show_campaign(workspace.import_plan(plan))
    window.places.show_page(PageName.PLAN if request.param == "plan page first" else PageName.TIMELINE)
    window.places.show_page(PageName.TIMELINE)
    found = Table(window.places.timeline, window.places.pages._tools)
    found.window = window  # type: ignore[attr-defined]  # somebody has to hold it
    return found


def press(table: Table, key: Qt.Key) -> None:
    QTest.keyClick(table.page.canvas, key, CTRL)


def select_both(table: Table) -> None:
    table.click(box(table.page, "Talk").center())
    table.click(box(table.page, "Meet").center(), CTRL)


def runs(table: Table) -> list[tuple[str, date]]:
    plan = table.plan
    found = [(plan.activities[each.activity_id].title, each.first_day) for each in plan.flights.values()]
    return sorted(found)


def test_what_was_copied_is_pasted_on_the_same_days_with_its_bridges_and_selected(table: Table) -> None:
    select_both(table)
    press(table, KEY.Key_C)
    press(table, KEY.Key_V)
    days = [("Meet", date(2026, 9, 21)), ("Talk", date(2026, 9, 7))]
    assert runs(table) == sorted(days * 2)
    assert len(table.plan.bridges) == 2
    chosen = table.tools.selection.ids(Activity)
    assert len(chosen) == 2
    assert not {"talk", "meet"} & set(chosen)
    press(table, KEY.Key_Z)
    assert runs(table) == days


def test_what_is_cut_is_gone_until_it_is_pasted(table: Table) -> None:
    table.click(box(table.page, "Talk").center())
    press(table, KEY.Key_X)
    assert runs(table) == [("Meet", date(2026, 9, 21))]
    press(table, KEY.Key_V)
    assert runs(table) == [("Meet", date(2026, 9, 21)), ("Talk", date(2026, 9, 7))]


def test_a_duplicate_lies_on_the_same_days_and_is_selected(table: Table) -> None:
    table.click(box(table.page, "Talk").center())
    press(table, KEY.Key_D)
    assert ("Talk (copy)", date(2026, 9, 7)) in runs(table)
    (chosen,) = table.tools.selection.ids(Activity)
    assert table.plan.activities[chosen].title == "Talk (copy)"
    press(table, KEY.Key_Z)
    assert len(runs(table)) == 2


def menu_at(table: Table, point: QPointF) -> QMenu:
    menus = table.page.findChild(ContextMenus)
    assert isinstance(menus, ContextMenus)
    view = table.page.canvas.view
    menu = menus.menu(
        grip_at(scene_of(table.page), view, point), pointer_at(view, point, Qt.KeyboardModifier.NoModifier)
    )
    assert menu is not None
    return menu


def empty_place(table: Table, day: date) -> QPointF:
    view = table.page.canvas.view
    return QPointF((view.x(day) + view.x_after(day)) / 2, box(table.page, "Talk").center().y())


def test_from_the_menu_of_a_day_it_is_pasted_to_begin_there_and_gaps_stay(table: Table) -> None:
    select_both(table)
    press(table, KEY.Key_C)
    menu = menu_at(table, empty_place(table, date(2026, 10, 6)))
    next(each for each in menu.actions() if "to begin on" in each.text()).trigger()
    assert ("Talk", date(2026, 10, 6)) in runs(table)
    assert ("Meet", date(2026, 10, 20)) in runs(table)
    press(table, KEY.Key_Z)
    assert len(runs(table)) == 2


def test_while_nothing_is_copied_the_menu_of_a_day_offers_no_such_thing(table: Table) -> None:
    menu = menu_at(table, empty_place(table, date(2026, 10, 6)))
    assert not any("to begin on" in each.text() for each in menu.actions())
    press(table, KEY.Key_V)
    assert len(runs(table)) == 2


def test_the_menu_of_a_bar_has_them_all(table: Table) -> None:
    table.click(box(table.page, "Talk").center())
    menu = menu_at(table, box(table.page, "Talk").center())
    words = [each.text() for each in menu.actions() if each.isEnabled()]
    for each in ("Cut", "Copy", "Paste", "Duplicate", "Delete"):
        assert each in words
