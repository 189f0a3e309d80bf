"""The guide in the real window: from a title to bridges, resumed where the plan says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.planning.first_steps import FirstStep
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.dialogs.new_campaign import NewCampaignDialog
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.guide.guide import Guide
from campaignplanner.ui.guide.side import GuideSide, GuideState
from campaignplanner.ui.main_window import MainWindow
from tests.builders import a_flight, a_plan, an_activity, an_aim


class Desk:
    """A person with the guide before them."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def begin(self, title: str = "Winter warmers") -> Desk:
        self.window._actions[Name.NEW_CAMPAIGN].trigger()
        dialog = self.window.findChild(NewCampaignDialog)
        QTest.keyClicks(dialog.findChild(QLineEdit), title)
        QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self

    @property
    def side(self) -> GuideSide:
        assert self.window.places is not None
        return self.window.places.pages.plan_page.side

    @property
    def guide(self) -> Guide:
        assert self.side.guide is not None
        return self.side.guide

    @property
    def plan(self) -> Plan:
        assert self.window.places is not None
        plan = self.window.places._live.plan
        assert plan is not None
        return plan

    def type(self, name: str, text: str) -> Field:
        field = self.guide.step.field(name)
        field.setFocus()
        QTest.keyClicks(field.editor, text)
        return field

    def enter(self) -> None:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> Desk:
    return Desk(qtbot, window).begin()


def test_a_new_campaign_has_its_title_and_begins_with_aims(desk: Desk) -> None:
    assert desk.plan.campaign.title == "Winter warmers"
    assert desk.side.guide_state is GuideState.LEADS
    assert desk.guide.step.STEP is FirstStep.AIMS


def test_the_currency_of_a_new_campaign_is_the_chosen_one(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    desk = Desk(qtbot, open_window(Preferences(currency="CHF"))).begin()
    assert desk.plan.campaign.currency == "CHF"


def test_the_keyboard_begins_in_the_first_field(desk: Desk) -> None:
    assert QApplication.focusWidget() is desk.guide.step.field("statement").editor


def test_enter_adds_an_aim_as_one_step_that_can_be_undone(desk: Desk) -> None:
    desk.type("statement", "Win members")
    desk.enter()
    assert [aim.statement for aim in desk.plan.aims_in_order] == ["Win members"]
    assert [row.first for row in desk.guide.step.list.rows] == ["Win members"]
    desk.window._actions[Name.UNDO].trigger()
    assert not desk.plan.aims
    assert not desk.guide.step.list.rows


def test_an_aim_without_a_statement_is_refused_at_its_field_and_what_was_typed_stays(desk: Desk) -> None:
    why = desk.type("why", "Sales fall")
    desk.guide.next_button.click()
    assert desk.guide.step.field("statement").error == "An aim needs a statement."
    assert why.value == "Sales fall"
    assert desk.guide.step.STEP is FirstStep.AIMS


def test_next_adds_what_is_typed_and_goes_on(desk: Desk) -> None:
    desk.type("statement", "Win members")
    desk.guide.next_button.click()
    assert len(desk.plan.aims) == 1
    assert desk.guide.step.STEP is FirstStep.KPIS


def test_skip_goes_on_and_what_was_typed_is_there_when_one_comes_back(desk: Desk) -> None:
    desk.type("statement", "Win mem")
    desk.guide.skip_button.click()
    assert not desk.plan.aims
    desk.guide.back_button.click()
    assert desk.guide.step.field("statement").typed() == "Win mem"


def test_enter_with_nothing_typed_goes_on_once_the_step_is_done(desk: Desk) -> None:
    desk.type("statement", "Win members")
    desk.enter()
    desk.enter()
    assert desk.guide.step.STEP is FirstStep.KPIS


def test_a_kpi_is_for_the_aim_that_has_none(desk: Desk) -> None:
    add_aims(desk, "Win members", "Answer faster")
    desk.guide.show_step(FirstStep.KPIS)
    for name in ("Members", "Hours to answer"):
        desk.type("name", name)
        desk.type("target", "2000")
        desk.enter()
    measured = [desk.plan.aims[str(kpi.aim_id)].statement for kpi in desk.plan.kpis.values()]
    assert sorted(measured) == ["Answer faster", "Win members"]


def test_after_an_activity_online_one_offline_is_proposed(desk: Desk) -> None:
    add_aims(desk, "Win members")
    desk.guide.show_step(FirstStep.ACTIVITIES)
    desk.type("title", "Brew-along")
    desk.type("first_day", "10 Sep 2026 - 27 Sep 2026")
    desk.enter()
    (activity,) = desk.plan.activities.values()
    span = desk.plan.span_of(activity.id)
    assert activity.side is Side.ONLINE
    assert span is not None
    assert span.days == 18
    assert [desk.plan.aims[each.aim_id].statement for each in desk.plan.contributions_of(activity.id)] == [
        "Win members"
    ]
    assert desk.guide.step.field("side").value is Side.OFFLINE


def test_dates_that_are_not_understood_stay_in_their_field_and_nothing_is_made(desk: Desk) -> None:
    desk.guide.show_step(FirstStep.ACTIVITIES)
    desk.type("title", "Brew-along")
    days = desk.type("first_day", "some day")
    desk.guide.step.button.click()
    assert days.error
    assert days.typed() == "some day"
    assert not desk.plan.activities


def test_the_likeliest_bridge_is_made_with_one_click(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    trial = an_activity("Tasting", kind=Kind.PRODUCT_TRIAL)
    desk = opened(qtbot, window, workspace, a_plan(an_activity("Reviews"), trial))
    desk.window._actions[Name.GUIDE].trigger()
    desk.guide.show_step(FirstStep.BRIDGES)
    desk.guide.step.button.click()
    (bridge,) = desk.plan.bridges.values()
    assert (bridge.source_id, bridge.target_id) == ("tasting", "reviews")
    assert bridge.pattern is Pattern.IS_TALKED_ABOUT_IN


def test_the_bridge_that_is_proposed_holds_by_its_dates(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    challenge, reward = an_activity("Challenge", kind=Kind.CHALLENGE), an_activity("Bag", kind=Kind.REWARD)
    much_later = (a_flight(challenge, "2026-09-10"), a_flight(reward, "2026-10-20"))
    desk = opened(qtbot, window, workspace, a_plan(challenge, reward, *much_later))
    desk.window._actions[Name.GUIDE].trigger()
    desk.guide.show_step(FirstStep.BRIDGES)
    desk.guide.step.button.click()
    (bridge,) = desk.plan.bridges.values()
    assert bridge.pattern is Pattern.ANNOUNCES
    assert judge(desk.plan, bridge).state is BridgeState.HOLDS


def test_the_guide_takes_up_where_something_is_missing(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    desk = opened(qtbot, window, workspace, a_plan(an_aim("Win members"), an_activity()))
    assert desk.side.guide_state is GuideState.AWAY
    desk.window._actions[Name.GUIDE].trigger()
    assert desk.guide.step.STEP is FirstStep.KPIS


def test_what_is_selected_is_looked_at_while_the_guide_waits_on_its_line(desk: Desk) -> None:
    add_aims(desk, "Win members")
    (aim,) = desk.plan.aims.values()
    assert desk.window.places is not None
    desk.window.places.selection.pick_records([aim])
    assert desk.side.guide_state is GuideState.WAITS
    assert desk.side.line.isVisible()
    desk.side.line.go_on.click()
    assert desk.guide.step.STEP is FirstStep.KPIS


def test_a_row_of_the_guide_leads_to_its_record(desk: Desk) -> None:
    add_aims(desk, "Win members")
    (aim,) = desk.plan.aims.values()
    desk.guide.step.list.opened.emit(aim.id)
    assert desk.window.places is not None
    assert desk.window.places.selection.ids(Aim) == (aim.id,)


def test_escape_puts_the_guide_aside(desk: Desk) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.side.guide_state is GuideState.WAITS


def test_a_guide_that_was_sent_away_does_not_come_back_by_itself(desk: Desk) -> None:
    desk.guide.leave_button.click()
    desk.side.line.away.click()
    campaign_id = desk.plan.campaign.id
    assert desk.window.places is not None
    desk.window.places.show_portfolio()
    desk.window.places.show_campaign(campaign_id)
    assert desk.side.guide_state is GuideState.AWAY
    assert desk.window.preferences.campaigns[campaign_id].states["guide"] == "away"


def test_every_control_of_the_guide_has_a_name(desk: Desk) -> None:
    for step in FirstStep:
        assert desk.guide.dots.dot(step).accessibleName()
    for step in desk.guide.steps.values():
        assert all(field.editor.accessibleName() for field in step.form.fields)
        assert step.list.accessibleName()


def add_aims(desk: Desk, *statements: str) -> None:
    for statement in statements:
        desk.type("statement", statement)
        desk.enter()


def opened(qtbot: QtBot, window: MainWindow, workspace: Workspace, plan: Plan) -> Desk:
    assert window.places is not None
    window.places.show_campaign(workspace.import_plan(plan))
    window._actions[Name.PLAN].trigger()
    return Desk(qtbot, window)


def test_tab_goes_through_the_fields_to_the_button_and_on_to_the_next_step(desk: Desk) -> None:
    desk.guide.show_step(FirstStep.AUDIENCE)
    passed = []
    for _ in range(9):
        focused = QApplication.focusWidget()
        passed.append(focused.accessibleName() or getattr(focused, "text", str)())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == [
        "Who",
        "What they do now",
        "What they should do",
        "Where they gather online",
        "Where they gather offline",
        "Add audience",
        "&Back",
        "&Skip",
        "&Next",
    ]


def test_enter_adds_from_a_text_that_grows_too_and_shift_enter_begins_a_line(desk: Desk) -> None:
    desk.type("statement", "Win the winter")
    why = desk.type("why", "Cold")
    QTest.keyClick(why.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(why.editor, "Dark")
    desk.enter()
    (aim,) = desk.plan.aims.values()
    assert aim.why == "Cold\nDark"
