"""After an edit much is taken over from before it: what is painted is what a new page would paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.ui.timeline.page import TimelinePage
from tests.ui.timeline.looking import picture, scene_of

Show = Callable[[Plan], TimelinePage]
Edit = Callable[[Plan], tuple[PlanRecord, PlanRecord | None]]


def _move_a_bridged_flight(plan: Plan) -> tuple[PlanRecord, PlanRecord | None]:
    bridge = min(plan.bridges.values(), key=lambda each: each.id)
    flight = plan.flights_of(bridge.source_id)[0]
    later = timedelta(days=23)
    return flight, replace(flight, first_day=flight.first_day + later, last_day=flight.last_day + later)


def _rename_an_activity(plan: Plan) -> tuple[PlanRecord, PlanRecord | None]:
    activity = min(plan.activities.values(), key=lambda each: each.id)
    return activity, replace(activity, title="Called otherwise")


def _drop_a_bridge(plan: Plan) -> tuple[PlanRecord, PlanRecord | None]:
    bridge = min(plan.bridges.values(), key=lambda each: each.id)
    return bridge, None


def _drop_a_flight(plan: Plan) -> tuple[PlanRecord, PlanRecord | None]:
    bridge = min(plan.bridges.values(), key=lambda each: each.id)
    return plan.flights_of(bridge.target_id)[0], None


@pytest.fixture
def plan(sample_plan: Plan) -> Plan:
    """The sample without a country: its holidays are read a moment later, and not by every page at once."""
    return replace(sample_plan, campaign=replace(sample_plan.campaign, country=""))


@pytest.mark.parametrize(
    "edit", [_move_a_bridged_flight, _rename_an_activity, _drop_a_bridge, _drop_a_flight]
)
def test_a_page_looks_after_an_edit_as_if_it_were_new(show: Show, plan: Plan, edit: Edit) -> None:
    page = show(plan)
    before = picture(page)
    edited = _after(plan, edit)

    page.show_plan(edited)
    page.canvas.fit()

    anew = show(edited)
    assert picture(page) == picture(anew)
    assert picture(page) != before
    page.show_plan(plan)
    page.canvas.fit()
    assert picture(page) == before


def test_bridges_that_run_as_before_keep_their_shapes(show: Show, plan: Plan) -> None:
    page = show(plan)
    picture(page)
    view = page.canvas.view
    stage = scene_of(page).stage
    shapes = {each.bridge_id: each for each in stage.seen_bridges(view, stage.part(view))}

    page.show_plan(_after(plan, _rename_an_activity))

    stage = scene_of(page).stage
    after = {each.bridge_id: each for each in stage.seen_bridges(view, stage.part(view))}
    assert shapes
    assert any(shapes[bridge_id] is found for bridge_id, found in after.items() if bridge_id in shapes)


def _after(plan: Plan, edit: Edit) -> Plan:
    change = Change(*edit(plan))
    return plan.applying(ChangeSet(label="Edit", changes=(change,), campaign_id=plan.campaign.id))
