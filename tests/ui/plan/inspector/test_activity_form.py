"""The fields of an activity that depend on one another, and the order of Tab."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from campaignplanner.domain.activity import Kind, OwnKind, Side
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.activity import MakeOwnKind
from campaignplanner.services.commands.bridge import DeleteBridge
from campaignplanner.services.commands.own_kind import GiveOwnKind
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.activity_form import ActivityForm
from tests.ui.plan.inspector.typing import press, type_into

PlanNow = Callable[[], Plan]


def kinds_offered(form: ActivityForm) -> list[str]:
    return [words for _, words in form.side_and_kind.kind.choices]


def test_only_kinds_of_the_side_are_offered(form: ActivityForm) -> None:
    assert "Service clinic" in kinds_offered(form)
    assert "Conversation" not in kinds_offered(form)


def test_kinds_of_the_users_own_are_offered_too(form: ActivityForm, tools: PageTools) -> None:
    tools.live.execute(MakeOwnKind(OwnKind(id="hackathon", side=Side.OFFLINE, name="Hackathon")))
    form.side_and_kind.kind.choose("hackathon")
    assert tools.live.plan is not None
    assert tools.live.plan.activities["clinic"].own_kind_id == "hackathon"


def test_a_kind_typed_for_the_first_time_is_made_in_the_same_step(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    form.side_and_kind.kind.choose(form.side_and_kind.kind.choices[-1][0])
    type_into(form.side_and_kind.new_kind, "Hackathon")
    activity = plan_now().activities["clinic"]
    assert activity.own_kind_id is not None
    assert plan_now().own_kinds[activity.own_kind_id].name == "Hackathon"
    assert form.side_and_kind.new_kind.isHidden()
    tools.live.undo(plan_now().campaign.id)
    assert plan_now().activities["clinic"].kind is Kind.SERVICE_CLINIC
    assert not plan_now().own_kinds


def test_a_kind_of_ones_own_is_renamed_and_deleted_where_it_is_used(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    assert form.own_kind.own.isHidden()
    tools.live.execute(GiveOwnKind("clinic", "Hackaton"))
    assert form.own_kind.told.text() == "This activity alone is of this kind."
    type_into(form.own_kind.own.field("name"), "Hackathon")
    assert [each.name for each in plan_now().own_kinds.values()] == ["Hackathon"]
    form.own_kind.remove.click()
    assert not plan_now().own_kinds
    assert plan_now().activities["clinic"].kind is Kind.OTHER
    assert form.own_kind.own.isHidden()


def without_bridges(tools: PageTools, plan_now: PlanNow) -> None:
    for bridge_id in tuple(plan_now().bridges):
        tools.live.execute(DeleteBridge(bridge_id))


def test_a_side_by_which_bridges_would_not_cross_is_refused_with_what_would_have_to_change(
    form: ActivityForm, plan_now: PlanNow
) -> None:
    form.side_and_kind.side.choose(Side.ONLINE)
    assert "its bridges with “Tips thread” and “Invitation” would not cross" in form.side_and_kind.side.error
    assert "Service clinic" in kinds_offered(form)
    press(form.side_and_kind.side.editor, Qt.Key.Key_Escape)
    assert plan_now().activities["clinic"].side is Side.OFFLINE
    assert form.side_and_kind.side.error == ""


def test_another_side_waits_for_a_kind_that_fits_it(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    without_bridges(tools, plan_now)
    form.side_and_kind.side.choose(Side.ONLINE)
    assert plan_now().activities["clinic"].side is Side.OFFLINE
    assert form.side_and_kind.side.error == "Choose its kind; nothing is changed before."
    assert "Conversation" in kinds_offered(form)
    form.side_and_kind.kind.choose(Kind.CONVERSATION)
    activity = plan_now().activities["clinic"]
    assert (activity.side, activity.kind) == (Side.ONLINE, Kind.CONVERSATION)
    assert (form.side_and_kind.side.error, form.side_and_kind.lost) == ("", "")


def test_side_and_kind_are_one_step_of_undo(form: ActivityForm, tools: PageTools, plan_now: PlanNow) -> None:
    without_bridges(tools, plan_now)
    form.side_and_kind.side.choose(Side.ONLINE)
    form.side_and_kind.kind.choose(Kind.CONVERSATION)
    tools.live.undo(plan_now().campaign.id)
    activity = plan_now().activities["clinic"]
    assert (activity.side, activity.kind) == (Side.OFFLINE, Kind.SERVICE_CLINIC)
    assert form.side_and_kind.side.value is Side.OFFLINE


def test_escape_takes_another_side_back(form: ActivityForm, tools: PageTools, plan_now: PlanNow) -> None:
    without_bridges(tools, plan_now)
    form.side_and_kind.side.choose(Side.ONLINE)
    press(form.side_and_kind.side.editor, Qt.Key.Key_Escape)
    assert form.side_and_kind.side.error == ""
    assert "Service clinic" in kinds_offered(form)
    assert form.side_and_kind.kind.value is Kind.SERVICE_CLINIC


def test_a_side_that_waits_is_forgotten_with_another_activity(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    form.side_and_kind.side.choose(Side.ONLINE)
    tools.selection.pick_records([plan_now().activities["invitation"]])
    assert form.side_and_kind.side.error == ""
    tools.selection.pick_records([plan_now().activities["clinic"]])
    assert form.side_and_kind.side.typed() is Side.OFFLINE
    assert "Service clinic" in kinds_offered(form)


def test_a_channel_is_asked_for_online_and_a_place_offline(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    assert (form.channel.isHidden(), form.place.isHidden()) == (True, False)
    tools.selection.pick_records([plan_now().activities["invitation"]])
    assert (form.channel.isHidden(), form.place.isHidden()) == (False, True)


def test_tab_goes_through_the_form_from_top_to_bottom(form: ActivityForm, page: QWidget) -> None:
    form.field("title").setFocus()
    tops: list[tuple[int, str]] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if not form.isAncestorOf(focused):
            break
        tops.append((focused.mapTo(form, focused.rect().center()).y(), focused.accessibleName()))
        press(focused, Qt.Key.Key_Tab)
    assert len(tops) > 25
    steps = pairwise(tops)
    assert [step for step in steps if step[1][0] < step[0][0] - 20] == []
