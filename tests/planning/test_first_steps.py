"""What comes next is reckoned from the plan alone."""

from __future__ import annotations

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Pattern
from campaignplanner.planning.first_steps import (
    FirstStep,
    aims_without_kpi,
    is_bare,
    likely_bridges,
    next_step,
    sides_without_activity,
)
from tests.builders import a_bridge, a_flight, a_plan, an_activity, an_aim

AIM = an_aim("Win members")
KPI = Kpi(id="kpi", aim_id=AIM.id, name="Members")
AUDIENCE = Audience(id="baristas", name="Home baristas")
REVIEWS = an_activity("Reviews")
TASTING = an_activity("Tasting", kind=Kind.PRODUCT_TRIAL)


def test_a_campaign_begins_with_its_aims() -> None:
    assert is_bare(a_plan())
    assert next_step(a_plan()) is FirstStep.AIMS


def test_each_step_follows_when_the_one_before_it_is_done() -> None:
    assert next_step(a_plan(AIM)) is FirstStep.KPIS
    assert next_step(a_plan(AIM, KPI)) is FirstStep.AUDIENCE
    assert next_step(a_plan(AIM, KPI, AUDIENCE)) is FirstStep.ACTIVITIES
    assert next_step(a_plan(AIM, KPI, AUDIENCE, REVIEWS)) is FirstStep.ACTIVITIES
    assert next_step(a_plan(AIM, KPI, AUDIENCE, REVIEWS, TASTING)) is FirstStep.BRIDGES


def test_nothing_is_left_to_do_once_a_bridge_crosses() -> None:
    whole = a_plan(AIM, KPI, AUDIENCE, REVIEWS, TASTING, a_bridge(TASTING, REVIEWS))
    assert next_step(whole) is None


def test_a_bridge_on_one_side_is_not_enough() -> None:
    thread = an_activity("Thread")
    plan = a_plan(AIM, KPI, AUDIENCE, REVIEWS, thread, TASTING, a_bridge(thread, REVIEWS))
    assert next_step(plan) is FirstStep.BRIDGES


def test_every_aim_needs_a_kpi_of_its_own() -> None:
    other = an_aim("Answer faster", position=1)
    plan = a_plan(AIM, other, KPI)
    assert aims_without_kpi(plan) == (other,)
    assert next_step(plan) is FirstStep.KPIS


def test_the_side_that_is_missing_is_named() -> None:
    assert sides_without_activity(a_plan(REVIEWS)) == (Side.OFFLINE,)


def test_the_likeliest_bridge_between_a_trial_and_a_conversation_is_that_it_is_talked_about() -> None:
    proposal = next(likely_bridges(a_plan(REVIEWS, TASTING)))
    assert (proposal.source, proposal.target) == (TASTING, REVIEWS)
    assert proposal.pattern is Pattern.IS_TALKED_ABOUT_IN


def test_a_bridge_that_the_dates_would_break_is_proposed_after_one_that_they_let_stand() -> None:
    late = an_activity("Late news", kind=Kind.CONTENT)
    early = an_activity("Early news", kind=Kind.CONTENT)
    event = an_activity("Opening", kind=Kind.EVENT)
    plan = a_plan(
        *(late, early, event),
        a_flight(late, "2026-09-10"),
        a_flight(early, "2026-08-01"),
        a_flight(event, "2026-08-31"),
    )
    proposals = list(likely_bridges(plan))
    assert {proposals[0].source, proposals[0].target} == {early, event}


def test_a_pair_that_is_joined_is_not_proposed_again() -> None:
    assert not list(likely_bridges(a_plan(REVIEWS, TASTING, a_bridge(REVIEWS, TASTING))))
