"""All pages and dialogs, walked: every control has a name, and Tab reaches each of them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QWidget,
)

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.first_steps import FirstStep
from campaignplanner.preferences import CampaignMemory, Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.places import Places
from campaignplanner.ui.selection import Picked

_WHOLE = QLineEdit | QComboBox | QAbstractSpinBox | QCalendarWidget | QMenu
"""Their parts are reached through them."""

OpenWindow = Callable[..., MainWindow]

RECORD_TYPES = [Activity, Aim, Audience, Bridge, BudgetLine, Flight, Influence, Kpi, Posting, Reading]


@pytest.fixture
def inside(open_window: OpenWindow, workspace: Workspace, sample_plan: Plan) -> MainWindow:
    campaign_id = workspace.import_plan(sample_plan)
    memory = {campaign_id: CampaignMemory(page="plan")}
    return open_window(Preferences(last_campaign_id=campaign_id, campaigns=memory))


@pytest.fixture
def empty(open_window: OpenWindow, spring: str) -> MainWindow:
    memory = {spring: CampaignMemory(page="plan")}
    return open_window(Preferences(last_campaign_id=spring, campaigns=memory))


def places(window: MainWindow) -> Places:
    assert window.places is not None
    return window.places


def controls(root: QWidget) -> Iterator[QWidget]:
    """What the keyboard can reach by itself; parts of a calendar or a spin box count as one."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or isinstance(widget, QMenu | QHeaderView):
            continue
        parents = _parents(widget, root)
        if any(isinstance(each, _WHOLE) for each in parents):
            continue
        yield widget


def _parents(widget: QWidget, root: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def nameless(root: QWidget) -> list[str]:
    """Every control that a screen reader could not name."""
    QApplication.processEvents()
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in controls(root)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]


def reached_by_tab(window: QWidget, begin: QWidget) -> list[QWidget]:
    """What has the focus, one after the other, as Tab is pressed again and again."""
    begin.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(400):
        widget = window.focusWidget()
        if widget is None or widget in found:
            break
        found.append(widget)
        window.focusNextPrevChild(True)
    return found


@pytest.mark.parametrize("record_type", [Campaign, *RECORD_TYPES], ids=lambda each: each.__name__)
def test_every_control_of_the_plan_page_has_a_name(inside: MainWindow, record_type: type) -> None:
    plan = places(inside)._live.plan
    assert plan is not None
    record_id = plan.campaign.id if record_type is Campaign else next(iter(plan.table(record_type)), None)
    if record_id is None:
        pytest.skip("The sample has none.")
    places(inside).selection.pick(Picked(record_type, record_id))
    assert nameless(inside) == []


def test_every_control_has_a_name_while_several_are_selected(inside: MainWindow) -> None:
    plan = places(inside)._live.plan
    assert plan is not None
    places(inside).selection.pick(*(Picked(Activity, each) for each in list(plan.activities)[:3]))
    assert nameless(inside) == []


def test_every_control_of_the_timeline_has_a_name(inside: MainWindow) -> None:
    places(inside).show_page(PageName.TIMELINE)
    assert nameless(inside) == []


def test_every_control_of_the_budget_has_a_name(inside: MainWindow) -> None:
    places(inside).show_page(PageName.BUDGET)
    assert nameless(inside) == []


def test_every_control_of_an_empty_plan_has_a_name(empty: MainWindow) -> None:
    assert nameless(empty) == []


def test_every_control_of_the_guide_has_a_name_at_each_step(empty: MainWindow) -> None:
    empty._actions[Name.GUIDE].trigger()
    guide = places(empty).pages.plan_page.side.guide
    assert guide is not None
    for step in FirstStep:
        guide.show_step(step)
        assert nameless(empty) == []


@pytest.mark.parametrize(
    "name", [Name.SETTINGS, Name.SHORTCUTS, Name.NEW_CAMPAIGN, Name.MOVE_CAMPAIGN, Name.DELETE_PICKED]
)
def test_every_control_of_the_dialogs_has_a_name(inside: MainWindow, name: Name) -> None:
    plan = places(inside)._live.plan
    assert plan is not None
    activity_id = next(each for each in plan.activities if not plan.lines_of(each))
    places(inside).selection.pick(Picked(Activity, activity_id))
    inside._actions[name].trigger()
    for dialog in inside.findChildren(QDialog):
        assert nameless(dialog) == []
        dialog.close()


def test_every_control_of_the_command_box_has_a_name(inside: MainWindow) -> None:
    inside._actions[Name.COMMANDS].trigger()
    assert nameless(inside) == []


def _is_stop(widget: QWidget) -> bool:
    """Of buttons that exclude one another Tab stops at the chosen one; arrows go to the others."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked():
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _called(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


@pytest.mark.parametrize("name", list(PageName))
def test_tab_reaches_every_control_of_a_page(inside: MainWindow, name: PageName) -> None:
    places(inside).show_page(name)
    QApplication.processEvents()
    inside.activateWindow()
    wanted = [each for each in controls(inside) if _is_stop(each)]
    reached = reached_by_tab(inside, inside._header.tabs)
    missed = [each for each in wanted if each not in reached and each.focusProxy() not in reached]
    assert [f"{type(each).__name__} “{_called(each)}”" for each in missed] == []


def test_tab_goes_through_the_plan_page_from_left_to_right(inside: MainWindow) -> None:
    QApplication.processEvents()
    page = places(inside).pages.plan_page
    reached = reached_by_tab(inside, inside._header.tabs)
    parts = (page.aims, page.quick_row, page.tree, page.side)
    order = [index for each in reached for index, part in enumerate(parts) if part.isAncestorOf(each)]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2, 3}


def test_tab_goes_through_the_head_from_left_to_right(inside: MainWindow) -> None:
    header = inside._header
    reached = [each for each in reached_by_tab(inside, header._back) if header.isAncestorOf(each)]
    places_across = [each.mapTo(header, QPoint(0, 0)).x() for each in reached]
    assert places_across == sorted(places_across)
    assert header.tabs in reached


def test_what_is_scrolled_is_reached_as_a_whole(inside: MainWindow) -> None:
    areas = [each for each in controls(inside) if isinstance(each, QAbstractScrollArea)]
    assert all(each.accessibleName() for each in areas)
