"""Aims, bridges, money and KPIs of an activity in the inspector."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.bridge import Bridge, OwnPattern, Pattern
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.activity import MakeActivity, SetWeight
from campaignplanner.services.commands.aim import MakeAim
from campaignplanner.services.commands.bridge import MakeOwnPattern
from campaignplanner.services.commands.flight import MoveActivity
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.activity_form import ActivityForm
from campaignplanner.ui.plan.inspector.bridge_adder import Direction
from campaignplanner.ui.selection import Picked
from tests.builders import an_activity, an_aim
from tests.ui.plan.inspector.typing import press, type_into

PlanNow = Callable[[], Plan]


def shares(form: ActivityForm) -> list[str]:
    return [row.share.text() for row in form.contributions.rows]


# -- aims ------------------------------------------------------------------------------------------------


def test_the_aims_show_the_shares_that_their_weights_make(form: ActivityForm, tools: PageTools) -> None:
    tools.live.execute(SetWeight("clinic", "win-members", 2))
    assert [row.statement.whole_text for row in form.contributions.rows] == ["Answer faster", "Win members"]
    assert shares(form) == ["33\u00a0%", "67\u00a0%"]


def test_shares_follow_while_a_weight_is_typed(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    tools.live.execute(SetWeight("clinic", "win-members", 1))
    type_into(form.contributions.rows[0].weight, "3", enter=False)
    assert shares(form) == ["75\u00a0%", "25\u00a0%"]
    assert plan_now().aim_shares("clinic") == {"answer-faster": 1, "win-members": 1}


def test_shares_add_up_to_a_hundred(form: ActivityForm, tools: PageTools) -> None:
    tools.live.execute(MakeAim(an_aim("Third", position=2)))
    tools.live.execute(SetWeight("clinic", "win-members", 1))
    tools.live.execute(SetWeight("clinic", "third", 1))
    assert shares(form) == ["34\u00a0%", "33\u00a0%", "33\u00a0%"]


def test_a_weight_is_written_by_enter(form: ActivityForm, plan_now: PlanNow) -> None:
    type_into(form.contributions.rows[0].weight, "5")
    assert plan_now().aim_shares("clinic") == {"answer-faster": 5}


def test_a_weight_that_cannot_be_stays_with_its_sentence(form: ActivityForm, plan_now: PlanNow) -> None:
    weight = form.contributions.rows[0].weight
    type_into(weight, "5000")
    assert weight.error == "A weight is a whole number from 0 to 1000."
    assert plan_now().aim_shares("clinic") == {"answer-faster": 1}


def test_another_aim_is_served_by_choosing_it(form: ActivityForm, plan_now: PlanNow) -> None:
    form.contributions.add_aim.choose("win-members")
    assert plan_now().aim_shares("clinic") == {"answer-faster": 1, "win-members": 1}
    assert form.contributions.add_aim.isHidden()


def test_an_aim_is_taken_away_by_its_button(form: ActivityForm, plan_now: PlanNow) -> None:
    form.contributions.rows[0].remove.click()
    assert plan_now().aim_shares("clinic") == {}
    assert form.contributions.rows == ()


def test_an_aim_leads_to_its_own_form(form: ActivityForm, tools: PageTools, plan_now: PlanNow) -> None:
    form.contributions.rows[0].statement.click()
    assert tools.selection.current == Picked.record(plan_now().aims["answer-faster"])


# -- bridges ---------------------------------------------------------------------------------------------


def test_bridges_show_pattern_gap_and_state(form: ActivityForm) -> None:
    inward, onward = form.bridges.list.rows
    assert (inward.first, inward.end) == ("← Invitation", "21 days")
    assert inward.second == "Announces this · holds"
    assert (onward.first, onward.end) == ("→ Tips thread", "15 days")


def test_a_broken_bridge_says_why(form: ActivityForm) -> None:
    _, onward = form.bridges.list.rows
    assert onward.trouble.startswith("Nobody carries “Clinic” on for 15 days")
    assert form.bridges.head.aside == "1 broken"


def test_a_bridge_follows_what_happens_to_its_other_end(form: ActivityForm, tools: PageTools) -> None:
    tools.live.execute(MoveActivity("tips-thread", -14))
    _, onward = form.bridges.list.rows
    assert (onward.trouble, onward.end) == ("", "next day")


def add_bridge_to(form: ActivityForm, letters: str) -> None:
    form.bridges.add_button.click()
    type_into(form.bridges.bridge_adder.other, letters, enter=False)
    assert form.bridges.bridge_adder.other.finish(again=True)


def test_a_bridge_is_added_to_an_activity_found_by_letters(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    tools.live.execute(MakeActivity(an_activity("Live brew-along", kind=Kind.LIVE_STREAM)))
    add_bridge_to(form, "brew")
    adder = form.bridges.bridge_adder
    assert adder.pattern.value is Pattern.CARRIES_ON_AS
    assert adder.sentence.text() == "“Live brew-along” has no dates yet."
    adder.add.click()
    made = [each for each in plan_now().bridges_from("clinic") if each.target_id == "live-brew-along"]
    assert [each.pattern for each in made] == [Pattern.CARRIES_ON_AS]
    assert adder.isHidden()
    assert form.bridges.list.current_key == made[0].id


def test_only_patterns_that_fit_are_offered_and_the_users_own(form: ActivityForm, tools: PageTools) -> None:
    tools.live.execute(MakeOwnPattern(OwnPattern(id="echo", name="Echoes")))
    add_bridge_to(form, "Tips")
    assert [words for _, words in form.bridges.bridge_adder.pattern.choices] == [
        "Carries on as",
        "Leads to",
        "Echoes",
    ]


def test_the_other_direction_offers_the_patterns_of_that_direction(form: ActivityForm) -> None:
    add_bridge_to(form, "Tips")
    form.bridges.bridge_adder.direction.choose(Direction.INWARD)
    assert form.bridges.bridge_adder.pattern.value is Pattern.ANNOUNCES


def test_letters_that_find_nothing_stay_with_a_sentence(form: ActivityForm) -> None:
    form.bridges.add_button.click()
    type_into(form.bridges.bridge_adder.other, "Nobody")
    assert form.bridges.bridge_adder.other.error == "Nothing here is called “Nobody”. Choose one of the list."
    assert not form.bridges.adder.isHidden()


def test_two_of_one_title_are_told_apart(form: ActivityForm, tools: PageTools) -> None:
    tools.live.execute(MakeActivity(an_activity("Tips thread", id="other")))
    form.bridges.add_button.click()
    offered = form.bridges.bridge_adder.other.offered
    assert offered == (
        "Invitation",
        "Tips thread · online, 2 Nov – 23 Nov 2026",
        "Tips thread · online, No dates yet",
    )


def test_a_bridge_opens_in_the_inspector(form: ActivityForm, tools: PageTools) -> None:
    form.bridges.list.setFocus()
    form.bridges.list.make_current("clinic~tips-thread")
    press(form.bridges.list, Qt.Key.Key_Return)
    assert tools.selection.current == Picked(Bridge, "clinic~tips-thread")


# -- money and KPIs --------------------------------------------------------------------------------------


def test_money_is_listed_with_its_sum_in_the_campaigns_currency(form: ActivityForm) -> None:
    (row,) = form.lines.list.rows
    assert (row.first, row.end) == ("Technicians", "€3,230")
    assert form.lines.head.aside == "€3,230 · 100 % online"


def test_a_line_is_added_where_the_activity_is_met(form: ActivityForm, plan_now: PlanNow) -> None:
    form.lines.add_button.click()
    type_into(form.lines.label, "Venue", enter=False)
    type_into(form.lines.planned, "1200")
    added = next(line for line in plan_now().lines_of("clinic") if line.label == "Venue")
    assert (added.planned, added.meets) == (120_000, Meets.OFFLINE)


def test_a_line_without_a_label_is_refused_at_the_label(form: ActivityForm, plan_now: PlanNow) -> None:
    form.lines.add_button.click()
    type_into(form.lines.planned, "1200")
    assert form.lines.label.error == "A budget line needs a label."
    assert form.lines.planned.value == 120_000
    assert len(plan_now().lines_of("clinic")) == 1


def test_a_line_is_deleted_by_its_key(form: ActivityForm, plan_now: PlanNow) -> None:
    form.lines.list.setFocus()
    form.lines.list.make_current("technicians")
    press(form.lines.list, Qt.Key.Key_Delete)
    assert plan_now().lines_of("clinic") == ()


def test_insert_adds_to_the_list_that_has_the_focus(form: ActivityForm) -> None:
    form.lines.list.setFocus()
    press(form.lines.list, Qt.Key.Key_Insert)
    assert form.lines.label.editor.hasFocus()


def test_a_kpi_is_added_by_its_name(form: ActivityForm, plan_now: PlanNow) -> None:
    form.kpis.add_button.click()
    type_into(form.kpis.name, "Machines put right")
    assert [kpi.name for kpi in plan_now().kpis_of_activity("clinic")] == ["Machines put right"]
    assert [row.first for row in form.kpis.list.rows] == ["Machines put right"]


def test_what_was_being_added_is_forgotten_with_another_activity(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    form.kpis.add_button.click()
    type_into(form.kpis.name, "Machines", enter=False)
    tools.selection.pick_records([plan_now().activities["invitation"]])
    assert form.kpis.adder.isHidden()
    assert len(plan_now().kpis) == 0


def test_tab_goes_through_what_is_added_and_then_to_its_buttons(form: ActivityForm) -> None:
    adder = form.bridges.bridge_adder
    form.bridges.begin_adding()
    stops = [adder.other.editor, adder.direction.editor, adder.pattern.editor, adder.cancel, adder.add]
    for stop in stops:
        assert stop.hasFocus()
        press(stop, Qt.Key.Key_Tab)


def test_what_opens_below_the_edge_comes_into_sight(form: ActivityForm, qtbot: QtBot) -> None:
    place = form
    while not isinstance(place, QScrollArea):
        place = place.parentWidget()
    place.window().resize(420, 420)
    adder = form.bridges.bridge_adder
    form.bridges.begin_adding()
    qtbot.waitUntil(lambda: is_in_sight(adder.add, place.viewport()))


def is_in_sight(widget: QWidget, frame: QWidget) -> bool:
    top = widget.mapTo(frame, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= frame.height()


def test_the_words_that_complete_a_line_lie_on_a_ground_of_their_own(form: ActivityForm) -> None:
    other = form.bridges.bridge_adder.other
    form.bridges.begin_adding()
    type_into(other, "tips", enter=False)
    assert other.line.completer().popup().property("role") == "words"
