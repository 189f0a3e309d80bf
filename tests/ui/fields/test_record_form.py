"""A form over a record: each finished edit is one command, one step of undo."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from campaignplanner.domain.activity import Activity, ActivityStatus, Flight
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.activity import ChangeActivity, DeleteActivity, MakeActivity
from campaignplanner.services.commands.command import Command
from campaignplanner.services.commands.flight import ChangeFlight
from campaignplanner.ui.fields.amounts import WholeField
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField, SpanField
from campaignplanner.ui.fields.field import Several
from campaignplanner.ui.fields.record_form import RecordForm, change_campaign
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.live_plan import LivePlan
from tests.builders import a_flight, an_activity, day
from tests.ui.fields.typing import enter, press, text_in, type_into

Shown = Callable[..., QWidget]


class ActivityForm(RecordForm):
    """A few fields of an activity."""

    def __init__(self, live: LivePlan) -> None:
        super().__init__(live, Activity, ChangeActivity, change_many=change_all)
        self.title = self.bind(LineField("Title"), "title")
        self.owner = self.bind(LineField("Owner"), "owner", half=True)
        self.capacity = self.bind(WholeField("Capacity"), "capacity", half=True)
        self.status = self.bind(
            ChoiceField("Status", [(each, each.value) for each in ActivityStatus]), "status"
        )
        live.changed.connect(self.follow)

    @Slot(object)
    def follow(self, event: object) -> None:
        plan = self._live.plan
        if plan is not None and all(each in plan.activities for each in self.record_ids):
            self.show_records(plan, self.record_ids)


def change_all(record_ids: tuple[str, ...], fields: Mapping[str, object]) -> Command:
    from campaignplanner.services.commands.bulk import ChangeActivities

    return ChangeActivities(record_ids, fields)


def plan_of(live: LivePlan) -> Plan:
    assert live.plan is not None
    return live.plan


def steps(live: LivePlan) -> list[str]:
    return [line.label for line in live.workspace.history(plan_of(live).campaign.id)]


@pytest.fixture
def form(live: LivePlan, shown: Shown) -> ActivityForm:
    for title in ("Tasting", "Reviews"):
        assert live.execute(MakeActivity(an_activity(title, owner="Jo")))
    form = ActivityForm(live)
    shown(form)
    form.show_record(plan_of(live), "tasting")
    return form


def test_fields_show_what_the_record_says(form: ActivityForm) -> None:
    assert text_in(form.title) == "Tasting"
    assert form.status.value is ActivityStatus.PLANNED
    assert form.capacity.value is None


def test_a_finished_edit_is_one_step(form: ActivityForm, live: LivePlan) -> None:
    before = len(steps(live))
    enter(form.title, "Tasting bars")
    assert plan_of(live).activities["tasting"].title == "Tasting bars"
    assert len(steps(live)) == before + 1
    live.undo(plan_of(live).campaign.id)
    assert text_in(form.title) == "Tasting"


def test_going_through_the_fields_without_typing_is_no_step(form: ActivityForm, live: LivePlan) -> None:
    before = steps(live)
    for field in form.fields:
        field.setFocus()
    form.status.choose(ActivityStatus.PLANNED)
    assert steps(live) == before


def test_a_refusal_is_told_at_the_field_and_what_was_typed_stays(form: ActivityForm, live: LivePlan) -> None:
    enter(form.title, " ")
    assert form.title.error == "An activity needs a title."
    assert plan_of(live).activities["tasting"].title == "Tasting"
    assert text_in(form.title) == " "


def test_a_refused_choice_stays_marked_and_escape_takes_it_back(form: ActivityForm, live: LivePlan) -> None:
    form.status.edited.disconnect()
    form.status.edited.connect(lambda _: form.status.show_error("Not yet."))
    form.status.choose(ActivityStatus.DONE)
    assert form.status.error == "Not yet."
    assert form.status.value is ActivityStatus.PLANNED
    press(form.status, Qt.Key.Key_Escape)
    assert form.status.box.currentText() == "planned"


def test_what_is_half_typed_is_taken_when_another_record_is_shown(form: ActivityForm, live: LivePlan) -> None:
    type_into(form.title, "Tasting bars")
    form.show_record(plan_of(live), "reviews")
    assert plan_of(live).activities["tasting"].title == "Tasting bars"
    assert plan_of(live).activities["reviews"].title == "Reviews"
    assert text_in(form.title) == "Reviews"
    assert form.record_ids == ("reviews",)


def test_what_was_refused_comes_back_with_its_record(form: ActivityForm, live: LivePlan) -> None:
    enter(form.capacity, "a few")
    form.show_record(plan_of(live), "reviews")
    assert text_in(form.capacity) == ""
    assert form.capacity.error == ""
    form.show_record(plan_of(live), "tasting")
    assert text_in(form.capacity) == "a few"
    assert form.capacity.error == "“a few” is not a number."


def test_what_is_typed_survives_a_change_from_another_page(form: ActivityForm, live: LivePlan) -> None:
    type_into(form.title, "Tasting ba")
    live.execute(ChangeActivity("tasting", {"title": "Bars", "owner": "Mary"}))
    assert text_in(form.title) == "Tasting ba"
    assert "Bars" in form.title.message
    assert text_in(form.owner) == "Mary"


def test_a_record_deleted_while_something_is_typed_is_not_written_to(
    form: ActivityForm, live: LivePlan
) -> None:
    type_into(form.title, "Tasting bars")
    live.execute(DeleteActivity("tasting"))
    form.show_record(plan_of(live), "reviews")
    assert text_in(form.title) == "Reviews"
    live.undo(plan_of(live).campaign.id)
    assert plan_of(live).activities["tasting"].title == "Tasting"
    form.show_record(plan_of(live), "tasting")
    assert text_in(form.title) == "Tasting bars"


def test_several_records_show_what_they_have_in_common(form: ActivityForm, live: LivePlan) -> None:
    form.show_records(plan_of(live), ("tasting", "reviews"))
    assert form.title.value is Several.SEVERAL
    assert form.title.line.placeholderText() == "Several"
    assert text_in(form.owner) == "Jo"


def test_an_edit_of_several_records_is_one_step(form: ActivityForm, live: LivePlan) -> None:
    before = len(steps(live))
    form.show_records(plan_of(live), ("tasting", "reviews"))
    enter(form.owner, "Mary")
    assert {each.owner for each in plan_of(live).activities.values()} == {"Mary"}
    assert len(steps(live)) == before + 1


def test_fields_inside_others_of_the_campaign_are_reached_by_their_path(live: LivePlan, shown: Shown) -> None:
    form = RecordForm(live, Campaign, change_campaign)
    message = form.bind(TextField("Message"), "brief.message")
    days = form.bind(WholeField("Days", required=True), "thresholds.announce_hint_days")
    shown(form)
    form.show_record(plan_of(live), plan_of(live).campaign.id)
    type_into(message, "Taste before you buy")
    press(message, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert plan_of(live).campaign.brief.message == "Taste before you buy"
    enter(days, "3")
    assert days.error == "The hint for announcing must not be later than the warning."
    assert plan_of(live).campaign.thresholds.announce_hint_days == 28


def test_days_that_cannot_be_are_refused_at_their_field(live: LivePlan, shown: Shown) -> None:
    form = RecordForm(live, Campaign, change_campaign)
    first_day = form.bind(DayField("First day"), "first_day", half=True)
    form.bind(DayField("Last day"), "last_day", half=True)
    shown(form)
    form.show_record(plan_of(live), plan_of(live).campaign.id)
    enter(first_day, "1 May 2026")
    assert first_day.error == "The last day is before the first day."
    assert plan_of(live).campaign.first_day == day("2026-03-02")


def test_both_ends_of_a_span_are_one_step(live: LivePlan, shown: Shown) -> None:
    live.execute(MakeActivity(an_activity("Tasting"), (a_flight("tasting", "2026-03-10", id="run"),)))
    before = len(steps(live))
    form = RecordForm(live, Flight, ChangeFlight)
    span = form.bind(SpanField("Dates", required=True), ("first_day", "last_day"))
    shown(form)
    form.show_record(plan_of(live), "run")
    enter(span, "12 - 20 Mar 2026")
    assert plan_of(live).flights["run"].span == Span(day("2026-03-12"), day("2026-03-20"))
    assert len(steps(live)) == before + 1


def test_a_field_may_be_read_and_written_in_its_own_way(live: LivePlan, shown: Shown) -> None:
    def shout(plan: Plan, record: Activity) -> str:
        return record.title.upper()

    def whisper(record_id: str, value: str) -> Command:
        return ChangeActivity(record_id, {"title": value.lower()})

    live.execute(MakeActivity(an_activity("Tasting")))
    form = RecordForm(live, Activity, ChangeActivity)
    title = form.bind(LineField("Title"), "title", read=shout, write=whisper)
    shown(form)
    form.show_record(plan_of(live), "tasting")
    assert text_in(title) == "TASTING"
    enter(title, "BARS")
    assert plan_of(live).activities["tasting"].title == "bars"
    assert text_in(title) == "BARS"


def test_a_refusal_from_elsewhere_finds_its_field(form: ActivityForm) -> None:
    assert form.show_error(PlanError("An activity needs a title.", "title"))
    assert form.title.error == "An activity needs a title."
    assert not form.show_error(PlanError("Something else."))


def test_trouble_with_the_store_is_told_at_the_field_too(
    form: ActivityForm, live: LivePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    from campaignplanner.domain.errors import FileTrouble

    def fails(command: object) -> None:
        raise FileTrouble("The drive is full.")

    monkeypatch.setattr(live.workspace, "execute", fails)
    enter(form.title, "Tasting bars")
    assert form.title.error == "The drive is full."
    assert text_in(form.title) == "Tasting bars"


def test_a_form_is_freed_when_its_window_closes(live: LivePlan, qapp: QApplication) -> None:
    window = QWidget()
    form = ActivityForm(live)
    form.setParent(window)
    live.execute(MakeActivity(an_activity("Tasting")))
    form.show_record(plan_of(live), "tasting")
    kept = weakref.ref(form)
    gc.disable()
    try:
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del form, window
        assert kept() is None
    finally:
        gc.enable()


def test_tab_goes_through_the_fields_in_their_order(form: ActivityForm) -> None:
    seen = []
    form.focus_first()
    for _ in form.fields:
        seen.append(QApplication.focusWidget())
        press(next(each for each in form.fields if each.editor is seen[-1]), Qt.Key.Key_Tab)
    assert seen == [field.editor for field in form.fields]
