"""The window: where one is, what is remembered, what every control is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.preferences import Preferences, ThemeChoice
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui import theme
from campaignplanner.ui.actions import Name
from campaignplanner.ui.campaign_words import subtitle_of
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.places import Places
from tests.builders import a_dated_activity, a_plan
from tests.ui.conftest import spring_plan

OpenWindow = Callable[..., MainWindow]


def places(window: MainWindow) -> Places:
    assert window.places is not None
    return window.places


def trigger(window: MainWindow, name: Name) -> None:
    assert window._actions[name].isEnabled()
    window._actions[name].trigger()


def test_an_empty_store_says_what_to_do_next(window: MainWindow) -> None:
    seen = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    buttons = [button.accessibleName() or button.text() for button in seen]
    assert "New campaign…" in buttons
    assert "Import campaign" in buttons
    assert "Open the sample “Autumn Blend launch”" in buttons


def test_a_sample_is_one_click_away(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    card = next(
        each for each in window.findChildren(QAbstractButton) if "Autumn Blend" in each.accessibleName()
    )
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Autumn Blend launch \u2013 Campaign planner"
    assert len(workspace.portfolio()) == 1


def test_a_sample_that_is_there_already_is_opened_and_not_stored_again(
    window: MainWindow, workspace: Workspace
) -> None:
    for _ in range(2):
        places(window).desk.open_sample("autumn_blend")
    assert len(workspace.portfolio()) == 1


def test_the_last_campaign_is_shown_at_the_start(open_window: OpenWindow, spring: str) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    assert places(window).campaign_id == spring
    assert window._header.words.title.text() == "Spring tasting"


def test_a_last_campaign_that_is_gone_leads_to_all_campaigns(open_window: OpenWindow, spring: str) -> None:
    window = open_window(Preferences(last_campaign_id="gone"))
    assert places(window).campaign_id is None
    assert window._messages.message is None


def test_the_head_says_brand_dates_and_state_of_the_brief(open_window: OpenWindow, spring: str) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    expected = "Northwind · 2 Mar \u2013 12 Apr 2026"
    assert window._header.words.subtitle.text() == expected


def test_the_head_follows_an_edit(open_window: OpenWindow, workspace: Workspace, spring: str) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    workspace.execute(ChangeCampaign({"title": "Summer tasting"}))
    assert window._header.words.title.text() == "Summer tasting"
    assert window.windowTitle().startswith("Summer tasting")


def test_a_title_with_a_window_mark_is_shown_as_it_is(open_window: OpenWindow, workspace: Workspace) -> None:
    campaign_id = workspace.import_plan(spring_plan("Plan [*] B"))
    window = open_window(Preferences(last_campaign_id=campaign_id))
    assert window._header.words.title.text() == "Plan [*] B"


def test_going_back_leads_to_the_campaign_in_the_list(open_window: OpenWindow, spring: str) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    trigger(window, Name.CAMPAIGNS)
    assert places(window).portfolio.list.chosen_id() == spring
    assert not window._actions[Name.CAMPAIGNS].isEnabled()


def test_undo_in_a_campaign_takes_back_its_last_step(
    open_window: OpenWindow, workspace: Workspace, spring: str
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    workspace.execute(ChangeCampaign({"title": "Summer tasting"}))
    trigger(window, Name.UNDO)
    assert window._header.words.title.text() == "Spring tasting"
    trigger(window, Name.REDO)
    assert window._header.words.title.text() == "Summer tasting"


def test_a_campaign_has_its_own_history(open_window: OpenWindow, workspace: Workspace, spring: str) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    assert not window._actions[Name.UNDO].isEnabled()
    trigger(window, Name.CAMPAIGNS)
    assert "Spring tasting" in window._actions[Name.UNDO].toolTip()


def test_when_the_open_campaign_goes_all_campaigns_are_shown(
    open_window: OpenWindow, workspace: Workspace, spring: str
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    workspace.undo(None)
    assert places(window).campaign_id is None
    assert places(window).portfolio.list.count == 0


def test_the_history_goes_back_to_a_step_and_says_where_one_is(
    open_window: OpenWindow, workspace: Workspace, spring: str
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    for title in ("One", "Two"):
        workspace.execute(ChangeCampaign({"title": title}))
    trigger(window, Name.HISTORY)
    panel = places(window).history
    assert panel is not None
    panel.step_wanted.emit(panel.model.steps[1])
    assert window._header.words.title.text() == "One"
    assert [step.is_now for step in panel.model.steps] == [False, True, False]


def test_what_somebody_else_changed_meanwhile_is_read_again_and_said(
    open_window: OpenWindow, workspace: Workspace, store_path: Path, spring: str
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    elsewhere = Workspace.open(store_path, CampaignFileFormat())
    elsewhere.open_campaign(spring)
    elsewhere.execute(ChangeCampaign({"title": "Changed elsewhere"}))
    elsewhere.close()
    assert not places(window)._live.execute(ChangeCampaign({"title": "Changed here"}))
    assert window._header.words.title.text() == "Changed elsewhere"
    message = window._messages.message
    assert message is not None
    assert "read again" in message.sentence


def test_the_history_opens_and_closes_by_the_same_key(window: MainWindow) -> None:
    trigger(window, Name.HISTORY)
    panel = places(window).history
    assert panel is not None
    assert panel.isVisible()
    trigger(window, Name.HISTORY)
    assert not panel.isVisible()


def test_where_one_is_is_remembered(open_window: OpenWindow, spring: str, qtbot: QtBot) -> None:
    window = open_window()
    with qtbot.waitSignal(window.remember) as caught:
        places(window).show_campaign(spring)
    assert caught.args[0].last_campaign_id == spring


def test_the_size_of_the_window_is_remembered(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.resize(780, 600)  # the offscreen screen is 800 wide
    with qtbot.waitSignal(window.remember) as caught:
        window.close()
    again = MainWindow(caught.args[0])
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (780, 600)


def test_the_choice_of_colours_is_taken_and_remembered(window: MainWindow, qtbot: QtBot) -> None:
    dark = next(action for action in window._menu.theme_actions if action.data() is ThemeChoice.DARK)
    with qtbot.waitSignal(window.remember) as caught:
        dark.trigger()
    assert theme.current().is_dark
    assert caught.args[0].theme is ThemeChoice.DARK


def test_files_can_be_dropped_onto_the_window(
    window: MainWindow, workspace: Workspace, spring_file: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(spring_file))])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), action, data, button, key)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    assert window._drop_hint.isVisible()
    window.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, key))
    assert not window._drop_hint.isVisible()
    qtbot.waitUntil(lambda: len(workspace.portfolio()) == 1)


def test_words_dropped_onto_the_window_are_no_files(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("hello")
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), action, data, button, key)
    entering.ignore()
    window.dragEnterEvent(entering)
    assert not entering.isAccepted()


def nameless(root: QWidget) -> list[str]:
    """Every control that the keyboard reaches and that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton | QLabel) and widget.text())
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]


def test_every_control_of_the_portfolio_has_a_name(open_window: OpenWindow, spring: str) -> None:
    window = open_window()
    trigger(window, Name.HISTORY)
    window._messages.say("Something.")
    assert nameless(window) == []


def test_every_control_of_the_empty_portfolio_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


def test_every_control_inside_a_campaign_has_a_name(
    open_window: OpenWindow, workspace: Workspace, sample_plan: Plan
) -> None:
    campaign_id = workspace.import_plan(sample_plan)
    window = open_window(Preferences(last_campaign_id=campaign_id))
    QApplication.processEvents()
    assert nameless(window) == []


def test_searching_begins_with_a_key(open_window: OpenWindow, spring: str, qtbot: QtBot) -> None:
    window = open_window()
    trigger(window, Name.FIND)
    page = places(window).portfolio
    qtbot.keyClicks(page.search, "nothing of the kind")
    assert "nothing of the kind" in page._nothing_found._sentence.text()
    page._clear_search()
    assert page.list.order.rowCount() == 1


@pytest.mark.parametrize("width", [760, 1440])
def test_a_title_of_four_hundred_letters_never_widens_the_window(
    open_window: OpenWindow, workspace: Workspace, width: int
) -> None:
    plan = spring_plan()
    long = replace(plan.campaign, title="Autumn Blend " * 30, brand="Northwind Coffee " * 20)
    campaign_id = workspace.import_plan(replace(plan, campaign=long))
    window = open_window(Preferences(last_campaign_id=campaign_id))
    window.resize(width, 600)
    assert window.minimumSizeHint().width() <= 760
    assert window.width() == width


def test_dates_of_the_activities_stand_in_the_head_while_the_campaign_has_none(qapp: QApplication) -> None:
    plan = a_plan(a_dated_activity("Tasting bars", "2026-09-10", "2026-11-27"), brand="Northwind")
    assert subtitle_of(plan) == "Northwind · 10 Sept \u2013 27 Nov 2026"


def test_words_in_the_head_push_the_tabs_before_they_are_cut(
    open_window: OpenWindow, workspace: Workspace, spring: str, qtbot: QtBot
) -> None:
    window = open_window(Preferences(last_campaign_id=spring))
    window.resize(1480, 800)
    workspace.execute(ChangeCampaign({"title": "Half of the head is too little"}))
    header = window._header
    qtbot.waitUntil(lambda: header.words.width() >= header.words.wish)
    assert header.tabs.width() >= header.tabs.sizeHint().width()
    assert header.main_button.geometry().right() < header.width()


def test_a_title_and_a_brand_from_the_right_turn_nothing_beside_them_round(
    open_window: OpenWindow, workspace: Workspace
) -> None:
    plan = a_plan(
        title="\u202eקפה 2027",
        brand="\u202eקפה",
        first_day="2026-09-10",
        last_day="2026-11-27",
        currency="EUR",
    )
    window = open_window(Preferences(last_campaign_id=workspace.import_plan(plan)))
    assert window.windowTitle() == "\u2068קפה 2027\u2069 \u2013 Campaign planner"
    assert window._header.words.title.text() == "קפה 2027"
    assert subtitle_of(plan) == "\u2068קפה\u2069 · 10 Sept \u2013 27 Nov 2026"


@pytest.mark.parametrize(
    ("page", "shown"), [(Name.BUDGET, PageName.PLAN), (Name.REVIEW, PageName.PLAN), (Name.TIMELINE, None)]
)
def test_what_the_command_box_finds_is_shown_where_it_can_be_seen(
    page: Name, shown: PageName | None, open_window: OpenWindow, workspace: Workspace, sample_plan: Plan
) -> None:
    window = open_window(Preferences(last_campaign_id=workspace.import_plan(sample_plan)))
    window._actions[page].trigger()
    window._actions[Name.COMMANDS].trigger()
    places = window.places
    assert places is not None
    assert places._commanding.box is not None
    line = places._commanding.box.line
    QTest.keyClicks(line, "clinic tips")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert places.pages.name is (shown or PageName.TIMELINE)
    current = places.selection.current
    assert current is not None
    assert sample_plan.activities[current.id].title == "Clinic tips thread"
    assert window.focusWidget().isVisible()
