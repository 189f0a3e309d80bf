"""What the inspector shows for what is selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.activity import ActivityStatus, Flight
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.activity import ChangeActivity, DeleteActivity
from campaignplanner.services.commands.audience import MakeAudience
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.activity_form import ActivityForm
from campaignplanner.ui.plan.inspector.panel import Inspector
from campaignplanner.ui.plan.inspector.registry import FORMS
from campaignplanner.ui.plan.inspector.several import SeveralForm
from campaignplanner.ui.selection import Picked
from tests.ui.plan.inspector.typing import type_into

PlanNow = Callable[[], Plan]


def pick(tools: PageTools, plan: Plan, *activity_ids: str) -> None:
    tools.selection.pick_records([plan.activities[each] for each in activity_ids])


def test_the_campaign_is_shown_while_nothing_is_selected(inspector: Inspector) -> None:
    assert (inspector.head.noun, inspector.head.title) == ("Campaign", "Autumn Blend")


def test_a_selected_activity_is_shown_with_its_fields(inspector: Inspector, form: ActivityForm) -> None:
    assert inspector.head.title == "Clinic"
    assert form.field("title").value == "Clinic"


def test_a_form_is_made_once(inspector: Inspector, form: ActivityForm, tools: PageTools) -> None:
    tools.selection.pick()
    pick(tools, tools.live.plan, "invitation")
    assert inspector.form is form
    assert form.field("title").value == "Invitation"


def test_every_registered_form_can_be_made(inspector: Inspector, tools: PageTools) -> None:
    for place in FORMS.values():
        place.make(tools).deleteLater()


def test_a_flight_is_shown_in_the_form_of_its_activity(inspector: Inspector, tools: PageTools) -> None:
    tools.selection.pick(Picked(Flight, "run"))
    assert inspector.head.title == "Clinic"


def test_several_are_counted_and_named(inspector: Inspector, tools: PageTools, plan_now: PlanNow) -> None:
    pick(tools, plan_now(), "clinic", "invitation")
    assert inspector.head.title == "2 activities"
    assert isinstance(inspector.form, SeveralForm)
    assert [row.first for row in inspector.form.list.rows] == ["Clinic", "Invitation"]


def test_several_activities_say_when_they_run_and_what_they_cost(
    inspector: Inspector, tools: PageTools, plan_now: PlanNow
) -> None:
    pick(tools, plan_now(), "clinic", "invitation")
    assert isinstance(inspector.form, SeveralForm)
    assert inspector.form.facts == "24 Aug – 18 Oct 2026 · €3,230 · 100\u00a0% online"


def test_one_edit_changes_all_selected_activities_in_one_step(
    inspector: Inspector, tools: PageTools, plan_now: PlanNow
) -> None:
    pick(tools, plan_now(), "clinic", "invitation")
    assert isinstance(inspector.form, SeveralForm)
    assert inspector.form.bulk is not None
    inspector.form.bulk.field("status").choose(ActivityStatus.BOOKED)
    statuses = {plan_now().activities[each].status for each in ("clinic", "invitation")}
    assert statuses == {ActivityStatus.BOOKED}
    tools.live.undo(plan_now().campaign.id)
    statuses = {plan_now().activities[each].status for each in ("clinic", "invitation")}
    assert statuses == {ActivityStatus.PLANNED}


def test_ticking_an_audience_leaves_the_others_of_each_activity_alone(
    inspector: Inspector, tools: PageTools, plan_now: PlanNow
) -> None:
    for audience in (Audience(id="members", name="Members"), Audience(id="guests", name="Guests")):
        tools.live.execute(MakeAudience(audience))
    tools.live.execute(ChangeActivity("clinic", {"audience_ids": ("guests",)}))
    pick(tools, plan_now(), "clinic", "invitation")
    assert isinstance(inspector.form, SeveralForm)
    assert inspector.form.bulk is not None
    ticks = inspector.form.bulk.audiences.ticks
    assert ticks["guests"].checkState() is Qt.CheckState.PartiallyChecked
    ticks["members"].click()
    assert plan_now().activities["clinic"].audience_ids == ("guests", "members")
    assert plan_now().activities["invitation"].audience_ids == ("members",)
    ticks["guests"].click()
    assert set(plan_now().activities["invitation"].audience_ids) == {"guests", "members"}


def test_all_selected_activities_move_by_the_days_that_are_typed(
    inspector: Inspector, tools: PageTools, plan_now: PlanNow
) -> None:
    pick(tools, plan_now(), "clinic", "invitation")
    assert isinstance(inspector.form, SeveralForm)
    assert inspector.form.bulk is not None
    shift = inspector.form.bulk.shift
    days = [plan_now().span_of(each) for each in ("clinic", "invitation")]
    shift.put_typed("-1w")
    assert shift.finish()
    assert [plan_now().span_of(each) for each in ("clinic", "invitation")] == [
        span and span.shifted(-7) for span in days
    ]
    assert shift.typed() == ""
    assert tools.messages.message is not None
    assert tools.messages.message.sentence == "2 activities moved 7 days earlier."


def test_days_that_nobody_understands_stay_in_their_field(
    inspector: Inspector, tools: PageTools, plan_now: PlanNow
) -> None:
    pick(tools, plan_now(), "clinic", "invitation")
    assert isinstance(inspector.form, SeveralForm)
    assert inspector.form.bulk is not None
    inspector.form.bulk.shift.put_typed("soon")
    assert not inspector.form.bulk.shift.finish()
    assert inspector.form.bulk.shift.error.startswith("Type a number of days")


def test_several_kinds_of_things_are_listed_without_fields(
    inspector: Inspector, tools: PageTools, plan_now: PlanNow
) -> None:
    plan = plan_now()
    tools.selection.pick_records([plan.activities["clinic"], *plan.bridges.values()])
    assert inspector.head.title == "1 activity, 2 bridges"
    assert isinstance(inspector.form, SeveralForm)
    assert inspector.form.bulk is None


def test_choosing_a_row_of_several_selects_it_alone(
    inspector: Inspector, tools: PageTools, plan_now: PlanNow
) -> None:
    pick(tools, plan_now(), "clinic", "invitation")
    assert isinstance(inspector.form, SeveralForm)
    inspector.form.list.opened.emit("invitation")
    assert [each.id for each in tools.selection.picked] == ["invitation"]


def test_a_change_elsewhere_is_shown(form: ActivityForm, tools: PageTools) -> None:
    tools.live.execute(ChangeActivity("clinic", {"owner": "Meera"}))
    assert form.field("owner").value == "Meera"


def test_a_change_elsewhere_leaves_the_focus_and_what_is_typed(
    form: ActivityForm, tools: PageTools, page: QWidget
) -> None:
    title = form.field("title")
    type_into(title, "Clinic in sho", enter=False)
    tools.live.execute(ChangeActivity("clinic", {"owner": "Meera"}))
    assert isinstance(title.editor, QLineEdit)
    assert title.editor.hasFocus()
    assert title.editor.text() == "Clinic in sho"


def test_what_is_typed_is_kept_when_something_else_is_selected(
    form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    type_into(form.field("title"), "Clinics", enter=False)
    pick(tools, plan_now(), "invitation")
    assert plan_now().activities["clinic"].title == "Clinics"


def test_a_refused_title_stays_in_the_field_with_its_sentence(form: ActivityForm, plan_now: PlanNow) -> None:
    type_into(form.field("title"), "")
    assert form.field("title").error == "An activity needs a title."
    assert plan_now().activities["clinic"].title == "Clinic"


def test_what_was_opened_from_the_inspector_leads_back(
    inspector: Inspector, form: ActivityForm, tools: PageTools
) -> None:
    form.bridges.list.setFocus()
    form.bridges.list.opened.emit("clinic~tips-thread")
    assert inspector.head.title == "Clinic → Tips thread"
    assert not inspector.head.back.isHidden()
    inspector.head.back.click()
    assert inspector.head.title == "Clinic"
    assert inspector.head.back.isHidden()


def test_what_was_selected_elsewhere_does_not_lead_back(
    inspector: Inspector, form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    inspector.window().setFocus()
    pick(tools, plan_now(), "invitation")
    assert inspector.head.back.isHidden()


def test_deleting_says_what_went_and_offers_undo(
    inspector: Inspector, form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    inspector.head.delete.click()
    assert "clinic" not in plan_now().activities
    assert tools.messages.message is not None
    assert tools.messages.message.sentence.startswith("Deleted “Clinic” with 1 flight")
    tools.messages.answer_buttons[0].click()
    assert "clinic" in plan_now().activities


def test_a_deleted_activity_gives_way_to_the_campaign(
    inspector: Inspector, form: ActivityForm, tools: PageTools
) -> None:
    tools.live.execute(DeleteActivity("clinic"))
    assert inspector.head.noun == "Campaign"


def test_a_hidden_inspector_catches_up_when_it_is_seen_again(
    qtbot: QtBot, inspector: Inspector, form: ActivityForm, tools: PageTools, plan_now: PlanNow
) -> None:
    inspector.hide()
    pick(tools, plan_now(), "invitation")
    assert inspector.head.title == "Clinic"
    inspector.show()
    assert inspector.head.title == "Invitation"


def test_every_control_has_an_accessible_name(inspector: Inspector, form: ActivityForm) -> None:
    nameless = [
        type(each).__name__
        for each in inspector.findChildren(QWidget)
        if each.isVisibleTo(inspector)
        and each.focusPolicy().value
        and each.focusProxy() is None
        and not _named(each)
    ]
    assert nameless == []


def _named(widget: QWidget) -> bool:
    text = getattr(widget, "text", None)
    return bool(widget.accessibleName() or (callable(text) and text()))
