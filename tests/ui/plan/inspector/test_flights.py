"""The runs of an activity in the inspector."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Flight
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.flight import DeleteFlight, MakeFlight
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.activity_form import ActivityForm
from campaignplanner.ui.plan.inspector.shifting import Shifter
from campaignplanner.ui.selection import Picked
from tests.builders import a_flight
from tests.ui.plan.inspector.typing import press, type_into

PlanNow = Callable[[], Plan]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def days_of(plan: Plan) -> list[tuple[str, str]]:
    return [(str(each.first_day), str(each.last_day)) for each in plan.flights_of("clinic")]


def add_second_run(tools: PageTools) -> None:
    tools.live.execute(MakeFlight(a_flight("clinic", "2026-11-03", "2026-11-04", id="second", place="Leeds")))


def test_one_flight_shows_its_fields_alone(form: ActivityForm) -> None:
    assert form.flights.list.isHidden()
    assert not form.flights.fields.isHidden()
    assert form.flights.head.aside == "21 days"


def test_several_flights_are_listed_with_their_place(form: ActivityForm, tools: PageTools) -> None:
    add_second_run(tools)
    rows = form.flights.list.rows
    assert [row.first for row in rows] == ["28 Sept – 18 Oct 2026", "3 Nov – 4 Nov 2026"]
    assert rows[1].second == "Leeds"
    assert form.flights.head.aside == "2"


def test_an_undated_activity_says_that_it_waits(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    tools.live.execute(DeleteFlight("run"))
    assert form.flights.fields.isHidden()
    assert form.flights.copy_button.isHidden()


def test_a_flight_is_added_by_its_days(form: ActivityForm, plan_now: PlanNow) -> None:
    form.flights.add_button.click()
    type_into(form.flights.days, "2 Nov 2026 - 6 Nov 2026")
    assert days_of(plan_now()) == [("2026-09-28", "2026-10-18"), ("2026-11-02", "2026-11-06")]
    assert form.flights.adder.isHidden()
    assert form.flights.list.hasFocus()
    assert form.flights.current is not None
    assert form.flights.current.first_day == date(2026, 11, 2)
    assert form.flights.current.place == "Shops"


def test_days_that_nobody_understands_stay_in_the_adder(form: ActivityForm, plan_now: PlanNow) -> None:
    form.flights.add_button.click()
    type_into(form.flights.days, "someday")
    assert form.flights.days.error
    assert form.flights.days.typed() == "someday"
    assert len(plan_now().flights_of("clinic")) == 1


def test_adding_without_days_asks_for_them(form: ActivityForm) -> None:
    form.flights.add_button.click()
    press(form.flights.days.editor, Qt.Key.Key_Return)
    assert form.flights.days.error == "Say from when to when."


def test_escape_closes_the_adder(form: ActivityForm) -> None:
    form.flights.add_button.click()
    press(form.flights.days.editor, Qt.Key.Key_Escape)
    assert form.flights.adder.isHidden()
    assert form.flights.add_button.hasFocus()


def test_other_days_are_one_step(form: ActivityForm, tools: PageTools, plan_now: PlanNow) -> None:
    type_into(form.flights.fields.days, "1 Oct 2026 - 5 Oct 2026")
    assert days_of(plan_now()) == [("2026-10-01", "2026-10-05")]
    tools.live.undo(plan_now().campaign.id)
    assert days_of(plan_now()) == [("2026-09-28", "2026-10-18")]
    assert form.flights.fields.days.typed() == "28 Sept – 18 Oct 2026"


def test_times_and_people_are_fields_of_the_flight(form: ActivityForm, plan_now: PlanNow) -> None:
    type_into(form.flights.fields.field("start_time"), "10:30")
    type_into(form.flights.fields.field("expected_people"), "400")
    flight = plan_now().flights["run"]
    assert (flight.start_time, flight.expected_people) == (time(10, 30), 400)


def test_a_copy_is_the_current_flight(form: ActivityForm, plan_now: PlanNow) -> None:
    form.flights.copy_button.click()
    assert days_of(plan_now()) == [("2026-09-28", "2026-10-18")] * 2
    assert form.flights.current is not None
    assert form.flights.current.id != "run"


def test_keys_copy_and_shift_the_current_flight(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    add_second_run(tools)
    flights = form.flights.list
    flights.setFocus()
    flights.make_current("second")
    press(flights, Qt.Key.Key_Right, CONTROL)
    press(flights, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert plan_now().flights["second"].first_day == date(2026, 11, 11)
    press(flights, Qt.Key.Key_Left, CONTROL)
    assert plan_now().flights["second"].first_day == date(2026, 11, 10)
    press(flights, Qt.Key.Key_D, CONTROL)
    assert len(plan_now().flights_of("clinic")) == 3


def test_the_current_flight_stays_current_when_it_moves_past_another(
    form: ActivityForm, tools: PageTools
) -> None:
    add_second_run(tools)
    form.flights.list.make_current("run")
    form.flights.shifter.shift_flight(60)
    assert [row.key for row in form.flights.list.rows] == ["second", "run"]
    assert form.flights.list.current_key == "run"


def shift(shifter: Shifter, days: str) -> None:
    type_into(shifter.days, days, enter=False)
    press(shifter.days.editor, Qt.Key.Key_Return)


def test_shifting_asks_by_how_many_days(form: ActivityForm, plan_now: PlanNow) -> None:
    form.flights.shift_button.click()
    shift(form.flights.shifter, "-7")
    assert days_of(plan_now()) == [("2026-09-21", "2026-10-11")]
    assert form.flights.shifter.isHidden()


def test_shifting_one_of_several_leaves_the_others(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    add_second_run(tools)
    form.flights.list.make_current("second")
    form.flights.shift_button.click()
    shift(form.flights.shifter, "3")
    assert days_of(plan_now()) == [("2026-09-28", "2026-10-18"), ("2026-11-06", "2026-11-07")]


def test_delete_takes_the_current_flight_with_a_way_back(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    add_second_run(tools)
    form.flights.list.setFocus()
    form.flights.list.make_current("second")
    press(form.flights.list, Qt.Key.Key_Delete)
    assert days_of(plan_now()) == [("2026-09-28", "2026-10-18")]
    tools.messages.answer_buttons[0].click()
    assert len(days_of(plan_now())) == 2


def test_enter_leads_from_the_row_to_its_fields(form: ActivityForm, tools: PageTools, page: QWidget) -> None:
    add_second_run(tools)
    form.flights.list.setFocus()
    form.flights.list.make_current("second")
    press(form.flights.list, Qt.Key.Key_Return)
    assert form.flights.fields.days.editor.hasFocus()
    assert form.flights.fields.record_ids == ("second",)


def test_a_flight_selected_elsewhere_is_the_current_one(form: ActivityForm, tools: PageTools) -> None:
    add_second_run(tools)
    tools.selection.pick(Picked(Flight, "second"))
    assert form.flights.list.current_key == "second"
    assert form.flights.fields.record_ids == ("second",)


def test_what_is_typed_in_a_flight_is_taken_before_another_is_shown(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    add_second_run(tools)
    form.flights.list.make_current("second")
    type_into(form.flights.fields.field("place"), "York", enter=False)
    form.flights.list.make_current("run")
    assert plan_now().flights["second"].place == "York"
    assert form.flights.fields.record_ids == ("run",)
