"""What is selected on one page is selected on the others, and what is gone is selected nowhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.plan import Plan
from campaignplanner.preferences import Preferences
from campaignplanner.services.commands.activity import DeleteActivity
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName
from campaignplanner.ui.places import Places
from campaignplanner.ui.selection import Picked, SelectionKeeper
from campaignplanner.ui.timeline.picking import picked_of, selected_of
from campaignplanner.ui.timeline.selection import Selected, Subject


def first_of(plan: Plan, record_type: type) -> Picked:
    return Picked(record_type, next(iter(plan.table(record_type))))


@pytest.fixture
def keeper() -> SelectionKeeper:
    return SelectionKeeper()


@pytest.fixture
def places(open_window: Callable[..., MainWindow], workspace: Workspace, sample_plan: Plan) -> Places:
    campaign_id = workspace.import_plan(sample_plan)
    window = open_window(Preferences(last_campaign_id=campaign_id))
    assert window.places is not None
    return window.places


def plan_of(places: Places) -> Plan:
    plan = places._live.plan
    assert plan is not None
    return plan


def test_the_last_one_picked_is_the_current_one(keeper: SelectionKeeper) -> None:
    one, two = Picked(Aim, "one"), Picked(Aim, "two")
    keeper.pick(one, two)
    assert keeper.current == two
    assert keeper.ids(Aim) == ("one", "two")
    assert keeper.ids(Activity) == ()


def test_picking_the_same_again_is_no_news(keeper: SelectionKeeper) -> None:
    told: list[object] = []
    keeper.changed.connect(told.append)
    keeper.pick(Picked(Aim, "one"))
    keeper.pick(Picked(Aim, "one"))
    assert len(told) == 1


def test_what_the_plan_does_not_have_is_let_go(keeper: SelectionKeeper, sample_plan: Plan) -> None:
    there = first_of(sample_plan, Activity)
    keeper.pick(Picked(Activity, "gone"), there, Picked.record(sample_plan.campaign))
    keeper.keep_what_is_in(sample_plan)
    assert keeper.picked == (there, Picked.record(sample_plan.campaign))
    keeper.keep_what_is_in(None)
    assert keeper.picked == ()


@pytest.mark.parametrize("record_type", [Aim, Activity, Bridge])
def test_what_the_timeline_shows_is_the_same_thing_there_and_back(
    sample_plan: Plan, record_type: type
) -> None:
    picked = first_of(sample_plan, record_type)
    selected = selected_of(picked, sample_plan)
    assert selected is not None
    assert picked_of(selected) == picked


def test_a_flight_is_the_bar_of_its_activity(sample_plan: Plan) -> None:
    flight = list(sample_plan.flights.values())[-1]
    selected = selected_of(Picked.record(flight), sample_plan)
    assert selected is not None
    assert (selected.id, selected.flight_id) == (flight.activity_id, flight.id)


def test_a_kpi_is_shown_at_its_aim(sample_plan: Plan) -> None:
    kpi = next(each for each in sample_plan.kpis.values() if each.aim_id is not None)
    assert selected_of(Picked(Kpi, kpi.id), sample_plan) == Selected.aim(str(kpi.aim_id))


def test_an_audience_has_no_place_on_the_timeline(sample_plan: Plan) -> None:
    assert selected_of(first_of(sample_plan, Audience), sample_plan) is None


def test_what_is_selected_in_the_plan_is_selected_on_the_timeline(places: Places) -> None:
    places.show_page(PageName.PLAN)
    picked = first_of(plan_of(places), Bridge)
    places.selection.pick(picked)
    places.show_page(PageName.TIMELINE)
    selected = places.timeline.canvas.selected
    assert selected is not None
    assert (selected.subject, selected.id) == (Subject.BRIDGE, picked.id)


def test_what_is_selected_on_the_timeline_is_selected_in_the_plan(places: Places) -> None:
    places.show_page(PageName.TIMELINE)
    activity_id = next(iter(plan_of(places).flights.values())).activity_id
    places.timeline.select(Selected.activity(activity_id))
    places.show_page(PageName.PLAN)
    assert places.selection.picked == (Picked(Activity, activity_id),)
    assert places.pages.plan_page.tree.view.picked_activities() == (activity_id,)


def test_the_bar_that_was_clicked_stays_the_one_that_is_meant(places: Places) -> None:
    places.show_page(PageName.TIMELINE)
    plan = plan_of(places)
    activity_id = next(each for each in plan.activities if len(plan.flights_of(each)) > 1)
    last = Selected.activity(activity_id, plan.flights_of(activity_id)[-1].id)
    places.timeline.canvas.select(last)
    assert places.timeline.canvas.selected == last


def test_a_selected_flight_stays_selected_while_the_timeline_shows_its_bar(places: Places) -> None:
    flight = first_of(plan_of(places), Flight)
    places.show_page(PageName.PLAN)
    places.selection.pick(flight)
    places.show_page(PageName.TIMELINE)
    assert places.selection.picked == (flight,)


def test_what_is_deleted_is_selected_nowhere(places: Places, workspace: Workspace) -> None:
    plan = plan_of(places)
    picked = Picked(Activity, next(each for each in plan.activities if not plan.lines_of(each)))
    places.selection.pick(picked)
    workspace.execute(DeleteActivity(picked.id))
    assert places.selection.picked == ()


def test_another_campaign_begins_with_nothing_selected(places: Places, spring: str) -> None:
    places.selection.pick(first_of(plan_of(places), Activity))
    places.show_campaign(spring)
    assert places.selection.picked == ()
