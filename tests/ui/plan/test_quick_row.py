"""The line that makes an activity, over a real store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Activity, Kind, Side
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.aim import DeleteAim
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Actions
from campaignplanner.ui.known_words import KnownWords
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.quick_row import QuickRowBar
from campaignplanner.ui.selection import Picked, SelectionKeeper
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.typesetter import TypesetterKeeper
from tests.builders import a_plan, an_aim, day
from tests.ui.doors import PreparedFiles


@pytest.fixture
def live(workspace: Workspace) -> Iterator[LivePlan]:
    plan = a_plan(an_aim("Win members"), an_aim("Sell more"), first_day="2026-08-24", last_day="2026-11-30")
    workspace.open_campaign(workspace.import_plan(plan))
    live = LivePlan(workspace)
    yield live
    live.deleteLater()


@pytest.fixture
def bar(live: LivePlan, files: PreparedFiles, qtbot: QtBot) -> Iterator[QuickRowBar]:
    parent = QWidget()
    qtbot.addWidget(parent)
    tools = PageTools(
        live=live,
        selection=SelectionKeeper(live),
        actions=Actions(parent, Theme.light()),
        messages=MessageBar(parent),
        files=files,
        words=KnownWords(live, parent),
        tasks=TaskRunner(parent),
        typesetter=TypesetterKeeper(),
    )
    bar = QuickRowBar(tools, parent)
    QVBoxLayout(parent).addWidget(bar)
    with qtbot.waitExposed(parent):
        parent.show()
    bar.show_plan(plan_of(live))
    live.changed.connect(lambda event: bar.show_plan(event.plan))
    yield bar
    parent.close()


NO_AIM = " · no aim yet: select one at the left"


def plan_of(live: LivePlan) -> Plan:
    assert live.plan is not None
    return live.plan


def made(live: LivePlan) -> Activity:
    (activity,) = plan_of(live).activities.values()
    return activity


def type_in(bar: QuickRowBar, text: str) -> None:
    bar.line.clear()
    QTest.keyClicks(bar.line, text)


def enter(bar: QuickRowBar, text: str) -> None:
    type_in(bar, text)
    QTest.keyClick(bar.line, Qt.Key.Key_Return)


def test_it_says_what_it_understood_before_enter(bar: QuickRowBar, live: LivePlan) -> None:
    type_in(bar, "Tasting bars 10 Sep - 27 Sep")
    assert bar.message == "“Tasting bars” · 10 Sept – 27 Sept 2026, 18 days · online" + NO_AIM
    assert not plan_of(live).activities


def test_enter_makes_an_activity_with_its_days_in_one_step(bar: QuickRowBar, live: LivePlan) -> None:
    before = len(live.workspace.history(plan_of(live).campaign.id))
    enter(bar, "Tasting bars 10 Sep - 27 Sep")
    activity = made(live)
    assert activity.title == "Tasting bars"
    (flight,) = plan_of(live).flights_of(activity.id)
    assert (flight.first_day, flight.last_day) == (day("2026-09-10"), day("2026-09-27"))
    assert len(live.workspace.history(plan_of(live).campaign.id)) == before + 1
    assert bar.line.text() == ""
    assert bar.message == ""


def test_what_was_made_is_selected(bar: QuickRowBar, live: LivePlan, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.made) as caught:
        enter(bar, "Tasting bars")
    assert caught.args == [made(live).id]
    assert bar._tools.selection.picked == (Picked(Activity, made(live).id),)


def test_a_kind_that_is_named_brings_its_side_along(bar: QuickRowBar, live: LivePlan) -> None:
    enter(bar, "Launch event 10 Sep")
    assert (made(live).kind, made(live).side) == (Kind.EVENT, Side.OFFLINE)


def test_the_side_that_somebody_chose_stays(bar: QuickRowBar, live: LivePlan) -> None:
    bar.choose_side(Side.ONLINE)
    enter(bar, "Launch event 10 Sep")
    assert (made(live).kind, made(live).side) == (Kind.OTHER, Side.ONLINE)


def test_the_activity_serves_the_aim_that_is_selected(bar: QuickRowBar, live: LivePlan) -> None:
    bar._tools.selection.pick_records([plan_of(live).aims["sell-more"]])
    type_in(bar, "Tasting bars")
    assert bar.message.endswith("for “Sell more”")
    enter(bar, "Tasting bars")
    assert [each.aim_id for each in plan_of(live).contributions_of(made(live).id)] == ["sell-more"]


def test_the_next_activity_serves_the_same_aim(bar: QuickRowBar, live: LivePlan) -> None:
    bar._tools.selection.pick_records([plan_of(live).aims["sell-more"]])
    enter(bar, "Tasting bars")
    enter(bar, "Reviews")
    assert {each.aim_id for each in plan_of(live).contributions.values()} == {"sell-more"}
    assert len(plan_of(live).contributions) == 2


def test_days_in_the_wrong_order_are_refused_and_the_line_stays(bar: QuickRowBar, live: LivePlan) -> None:
    enter(bar, "Tasting bars 27 Sep - 10 Sep")
    assert not plan_of(live).activities
    assert bar.line.text() == "Tasting bars 27 Sep - 10 Sep"
    assert bar.message == "The last day is before the first day."


def test_escape_empties_the_line(bar: QuickRowBar) -> None:
    type_in(bar, "Tasting bars")
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.line.text() == ""


def test_leaving_the_line_makes_nothing(bar: QuickRowBar, live: LivePlan) -> None:
    type_in(bar, "Tasting bars")
    bar.line.clearFocus()
    assert not plan_of(live).activities
    assert bar.line.text() == "Tasting bars"


def test_an_empty_line_makes_nothing(bar: QuickRowBar, live: LivePlan) -> None:
    enter(bar, "   ")
    assert not plan_of(live).activities


def test_everything_in_it_has_an_accessible_name(bar: QuickRowBar) -> None:
    names = [bar.line.accessibleName(), *(button.accessibleName() for button in bar._sides.values())]
    assert names == ["New activity", "New activity is online", "New activity is offline"]


def test_without_an_aim_the_line_says_how_to_give_one(bar: QuickRowBar) -> None:
    QTest.keyClicks(bar.line, "Talk")
    assert bar.message.endswith("no aim yet: select one at the left")


def test_the_only_aim_is_the_one_that_is_meant(bar: QuickRowBar, live: LivePlan) -> None:
    live.execute(DeleteAim("sell-more"))
    QTest.keyClicks(bar.line, "Talk")
    assert bar.message.endswith("for “Win members”")
