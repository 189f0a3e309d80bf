"""Moving a whole campaign by days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from campaignplanner.domain.activity import Flight
from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.moving import MoveCampaign
from campaignplanner.services.workspace import Workspace
from tests.builders import a_dated_activity, a_line, a_plan, an_activity
from tests.strategies import plans


def test_everything_planned_moves_in_one_step(opened: Workspace, sample_plan: Plan) -> None:
    opened.execute(MoveCampaign(7))
    moved = opened.plan
    assert moved is not None
    assert moved.campaign.first_day == date(2026, 8, 31)
    gaps = {
        (moved.flights[flight.id].first_day - flight.first_day).days
        for flight in sample_plan.flights.values()
    }
    assert gaps == {7}
    opened.undo(moved.campaign.id)
    assert opened.plan == sample_plan


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (7, "Move the campaign by 7 days"),
        (1, "Move the campaign by 1 day"),
        (-7, "Move the campaign 7 days earlier"),
    ],
)
def test_the_history_says_by_how_much(days: int, label: str) -> None:
    plan = a_plan(a_dated_activity("Bars", "2026-05-04"))
    assert MoveCampaign(days).changes(plan).label == label


def test_moving_by_no_day_changes_nothing() -> None:
    assert not MoveCampaign(0).changes(a_plan(a_dated_activity("Bars", "2026-05-04")))


def test_a_campaign_without_any_date_says_that_there_is_nothing_to_move() -> None:
    with pytest.raises(PlanError, match="Nothing in this campaign has a date to move yet"):
        MoveCampaign(7).changes(a_plan(an_activity("Bars")))


def test_nothing_moves_beyond_the_calendar() -> None:
    with pytest.raises(PlanError, match="beyond the calendar"):
        MoveCampaign(4_000_000).changes(a_plan(a_dated_activity("Bars", "2026-05-04")))


def test_approved_money_does_not_keep_a_campaign_from_moving() -> None:
    plan = a_plan(
        a_dated_activity("Bars", "2026-05-04"),
        a_line(activity="bars", frozen=True),
        Version(id="v", number=1, day=date(2026, 1, 1)),
        Approval(id="a", version_id="v", who="Ann", decision=Decision.APPROVED, day=date(2026, 1, 2)),
    )
    assert plan.applying(MoveCampaign(7).changes(plan)).find(Flight, "bars@2026-05-04").first_day == date(
        2026, 5, 11
    )


@given(plans(), st.integers(-400, 400))
def test_moving_there_and_back_brings_every_flight_home(plan: Plan, days: int) -> None:
    try:
        there = plan.applying(MoveCampaign(days).changes(plan))
        back = there.applying(MoveCampaign(-days).changes(there))
    except PlanError:  # nothing is dated, or the calendar ends
        reject()
    assert set(back.flights.values()) == set(plan.flights.values())
    assert back.campaign == plan.campaign
