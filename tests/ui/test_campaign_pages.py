"""The pages of a campaign: tabs, keys, and how each campaign was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import CampaignMemory, Preferences
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.fonts import with_figures
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.places import Places
from campaignplanner.ui.plan.aims.row_painter import TEXT_LEFT
from campaignplanner.ui.plan.tree.columns import Column
from campaignplanner.ui.plan.tree.row_painter import PADDING
from tests.builders import a_dated_activity, a_line, a_plan, an_aim

OpenWindow = Callable[..., MainWindow]


def places(window: MainWindow) -> Places:
    assert window.places is not None
    return window.places


@pytest.fixture
def sample_id(workspace: Workspace, sample_plan: Plan) -> str:
    return workspace.import_plan(sample_plan)


@pytest.fixture
def inside(open_window: OpenWindow, sample_id: str) -> MainWindow:
    return open_window(Preferences(last_campaign_id=sample_id))


def test_a_campaign_with_dates_begins_on_the_timeline(inside: MainWindow) -> None:
    assert places(inside).timeline.isVisible()
    assert inside._header.tabs.page is PageName.TIMELINE


def test_a_campaign_in_which_nothing_has_dates_begins_with_the_plan(
    open_window: OpenWindow, spring: str
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    assert places(window).pages.plan_page.isVisible()
    assert window._header.tabs.page is PageName.PLAN


def test_there_are_no_tabs_outside_a_campaign(open_window: OpenWindow, spring: str) -> None:
    window = open_window()
    assert not window._header.tabs.isVisible()
    assert not window._actions[Name.PLAN].isEnabled()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, PageName.PLAN),
        (Qt.Key.Key_2, PageName.TIMELINE),
        (Qt.Key.Key_3, PageName.BUDGET),
        (Qt.Key.Key_4, PageName.REVIEW),
    ],
)
def test_keys_lead_to_the_pages(inside: MainWindow, qtbot: QtBot, key: Qt.Key, name: PageName) -> None:
    qtbot.keyClick(inside, key, Qt.KeyboardModifier.ControlModifier)
    assert places(inside).pages.name is name
    assert inside._header.tabs.page is name


def test_a_click_on_a_tab_leads_to_its_page(inside: MainWindow, qtbot: QtBot) -> None:
    tabs = inside._header.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert places(inside).pages.plan_page.isVisible()


def test_arrows_go_through_the_tabs_and_the_focus_stays_on_them(inside: MainWindow, qtbot: QtBot) -> None:
    tabs = inside._header.tabs
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert places(inside).pages.plan_page.isVisible()
    assert tabs.hasFocus()


def test_a_screen_reader_meets_tabs(inside: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(inside._header.tabs)
    assert interface.role() is QAccessible.Role.PageTabList
    tabs = [interface.child(index) for index in range(interface.childCount())]
    words = [tab.text(QAccessible.Text.Name) for tab in tabs if tab.role() is QAccessible.Role.PageTab]
    assert words == ["Plan", "Timeline", "Budget", "Review", "Brief"]


def test_each_campaign_keeps_its_page(inside: MainWindow, sample_id: str, spring: str) -> None:
    places(inside).show_page(PageName.PLAN)
    places(inside).show_campaign(spring)
    places(inside).show_page(PageName.TIMELINE)
    places(inside).show_campaign(sample_id)
    assert places(inside).pages.name is PageName.PLAN
    places(inside).show_campaign(spring)
    assert places(inside).pages.name is PageName.TIMELINE


def test_the_page_is_there_again_at_the_next_start(
    open_window: OpenWindow, sample_id: str, qtbot: QtBot
) -> None:
    window = open_window(Preferences(last_campaign_id=sample_id))
    with qtbot.waitSignal(window.remember) as caught:
        places(window).show_page(PageName.PLAN)
    assert caught.args[0].campaigns[sample_id].page == "plan"


def test_the_zoom_of_each_campaign_is_remembered(inside: MainWindow, sample_id: str, spring: str) -> None:
    canvas = places(inside).timeline.canvas
    canvas.zoom_by(3)
    zoomed, left = canvas.zoom_position, canvas.view.left
    places(inside).show_campaign(spring)
    places(inside).show_campaign(sample_id)
    canvas = places(inside).timeline.canvas
    assert canvas.zoom_position == pytest.approx(zoomed)
    assert canvas.view.left == pytest.approx(left)


def test_a_timeline_that_was_fitted_is_fitted_again(inside: MainWindow, sample_id: str, spring: str) -> None:
    fitted = places(inside).timeline.canvas.zoom_position
    places(inside).show_campaign(spring)
    places(inside).show_page(PageName.TIMELINE)
    places(inside).show_campaign(sample_id)
    assert places(inside).timeline.canvas.zoom_position == pytest.approx(fitted)


@pytest.mark.parametrize("state", ["", "1", "a b c", "nan 1 1", "-4 1 1", "1e999 0 0", "4 1e300 5", "0 0 0"])
def test_a_damaged_zoom_is_no_harm(open_window: OpenWindow, sample_id: str, state: str) -> None:
    memory = CampaignMemory(page="timeline", states={"timeline": state})
    window = open_window(Preferences(last_campaign_id=sample_id, campaigns={sample_id: memory}))
    QApplication.processEvents()
    assert 0 <= places(window).timeline.canvas.zoom_position <= 1


@pytest.mark.parametrize("state", ["", "zz", "00", "ff" * 40])
def test_damaged_columns_are_no_harm(open_window: OpenWindow, sample_id: str, state: str) -> None:
    memory = CampaignMemory(page="plan", states={"plan columns": state})
    window = open_window(Preferences(last_campaign_id=sample_id, campaigns={sample_id: memory}))
    assert places(window).pages.plan_page.tree.view.columns.count() > 0


def test_another_campaign_gets_room_for_its_own_money_after_columns_were_brought_back(
    open_window: OpenWindow, sample_id: str, workspace: Workspace
) -> None:
    dear = workspace.import_plan(
        a_plan(
            an_aim("Win", id="win"),
            a_dated_activity("Dear", "2026-09-10", "2026-09-27", aims=["win"]),
            a_line(1_234_567_890_12, activity="dear"),
            id="expensive",
        )
    )
    window = open_window(Preferences(last_campaign_id=sample_id))
    places(window).show_page(PageName.PLAN)
    places(window).show_portfolio()
    places(window).show_campaign(sample_id)  # its columns are brought back
    places(window).show_campaign(dear)
    places(window).show_page(PageName.PLAN)
    view = places(window).pages.plan_page.tree.view
    room = view.columns.sectionSize(Column.PLANNED.place) - 2 * PADDING
    assert QFontMetrics(with_figures(view.font())).horizontalAdvance("€1,234,567,890.12") <= room


def test_an_aim_is_written_where_its_words_stand(inside: MainWindow, sample_plan: Plan) -> None:
    places(inside).show_page(PageName.PLAN)
    rows = places(inside).pages.plan_page.aims.aims
    rows.edit_head(next(iter(sample_plan.aims)))
    QApplication.processEvents()
    assert rows.editor is not None
    written = rows.editor.field.editor
    assert isinstance(written, QTextEdit)
    begins = written.viewport().mapTo(rows.viewport(), QPoint(0, 0)).x() + written.document().documentMargin()
    assert begins == TEXT_LEFT


def test_a_page_of_a_later_program_is_as_if_none_was_chosen(open_window: OpenWindow, sample_id: str) -> None:
    memory = CampaignMemory(page="budget 3000")
    window = open_window(Preferences(last_campaign_id=sample_id, campaigns={sample_id: memory}))
    assert places(window).pages.name is PageName.TIMELINE


def test_the_widths_of_the_plan_page_are_remembered(
    open_window: OpenWindow, sample_id: str, qtbot: QtBot
) -> None:
    memory = {sample_id: CampaignMemory(page="plan")}
    window = open_window(
        Preferences(last_campaign_id=sample_id, campaigns=memory, plan_widths=(200, 700, 350))
    )
    page = places(window).pages.plan_page
    assert page._split.sizes()[0] == 200
    page._split.moveSplitter(230, 1)
    with qtbot.waitSignal(window.remember) as caught:
        window.close()
    assert caught.args[0].plan_widths[0] == 230


def test_both_pages_follow_an_edit(inside: MainWindow, workspace: Workspace) -> None:
    places(inside).show_page(PageName.PLAN)
    workspace.execute(ChangeCampaign({"title": "Winter Blend"}))
    assert places(inside).pages.plan_page.inspector.head.title == "Winter Blend"
    places(inside).show_page(PageName.TIMELINE)
    scene = places(inside).timeline.canvas.scene
    assert scene is not None
    assert scene.content.plan.campaign.title == "Winter Blend"


def test_a_new_aim_and_a_new_activity_begin_on_the_plan_page_from_anywhere(inside: MainWindow) -> None:
    inside._actions[Name.NEW_AIM].trigger()
    page = places(inside).pages.plan_page
    assert page.aims.aims.is_adding
    places(inside).show_page(PageName.TIMELINE)
    inside._actions[Name.NEW_ACTIVITY].trigger()
    assert page.quick_row.line.hasFocus()


def test_the_details_of_the_campaign_are_in_the_inspector(inside: MainWindow) -> None:
    inside._actions[Name.CAMPAIGN_DETAILS].trigger()
    page = places(inside).pages.plan_page
    assert page.inspector.isVisible()
    assert page.inspector.head.title == "Autumn Blend launch"


def test_what_is_typed_counts_when_another_page_is_shown(inside: MainWindow, workspace: Workspace) -> None:
    inside._actions[Name.CAMPAIGN_DETAILS].trigger()
    form = places(inside).pages.plan_page.inspector.form
    assert form is not None
    form.field("brand").setFocus()
    form.field("brand").editor.setText("Southwind")
    places(inside).show_page(PageName.TIMELINE)
    assert workspace.plan is not None
    assert workspace.plan.campaign.brand == "Southwind"


def test_a_long_title_leaves_the_tabs_whole(
    open_window: OpenWindow, workspace: Workspace, sample_plan: Plan
) -> None:
    long = replace(sample_plan.campaign, title="Autumn Blend " * 30)
    campaign_id = workspace.import_plan(replace(sample_plan, campaign=long))
    window = open_window(Preferences(last_campaign_id=campaign_id))
    window.resize(760, 600)
    QApplication.processEvents()
    tabs = window._header.tabs
    assert tabs.width() >= tabs.sizeHint().width()
    assert tabs.geometry().right() < window._header.main_button.geometry().left()


class Restyling(QObject):
    """Counts how often widgets are told that they have another style."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += isinstance(watched, QWidget) and event.type() == QEvent.Type.StyleChange
        return False


def test_the_plan_page_is_made_in_its_place_and_not_moved_there_in_pieces(inside: MainWindow) -> None:
    """Every move styles a widget anew with all that is in it, which once took a third of the opening."""
    restyling = Restyling()
    QApplication.instance().installEventFilter(restyling)
    inside._actions[Name.PLAN].trigger()
    QApplication.instance().removeEventFilter(restyling)
    made = places(inside).pages.plan_page.findChildren(QWidget)
    assert len(made) < restyling.count < 2.5 * len(made)
