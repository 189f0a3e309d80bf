"""What the review says of whole campaigns: a handful of sensible things, and little while one begins."""

from __future__ import annotations

from datetime import date

import pytest

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import read_campaign_file
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.planning.review.rule import ReviewContext
from campaignplanner.resources import resource_path
from tests.builders import a_dated_activity, a_plan, an_aim

AS_IT_STANDS = ReviewContext(date(2026, 10, 9))


def rules(plan: Plan, context: ReviewContext = AS_IT_STANDS) -> list[str]:
    return [each.rule for each in reviewed(plan, context).findings]


def test_the_sample_of_the_picture_shows_a_handful_of_findings(sample_plan: Plan) -> None:
    review = reviewed(sample_plan, AS_IT_STANDS)
    titles = {each.id: each.title for each in sample_plan.activities.values()}
    assert [(each.rule, titles.get(each.subject_ids[0])) for each in review.findings] == [
        ("aim.activity_without", "TikTok account"),
        ("bridge.carries_on_as", None),
        ("bridge.unannounced", "Members' meet-up"),
        ("bridge.not_talked_about", "Sampling on trains"),
    ]
    (aside,) = review.set_aside
    assert aside.finding.message.startswith("“Invite to tastings” announces “Tasting bars” 17 days ahead.")


def test_the_late_bridge_of_the_picture_is_mended_by_starting_the_thread_on_19_october(
    sample_plan: Plan,
) -> None:
    review = reviewed(sample_plan, AS_IT_STANDS)
    (late,) = (each for each in review.findings if each.rule == "bridge.carries_on_as")
    assert late.message == (
        "Nobody carries “Service clinic in shops” on for 15 days after it ends. "
        "Start “Clinic tips thread” within 7 days, or add a follow-up."
    )
    start, follow_up = review.fixes(late)
    assert start.label == "Start “Clinic tips thread” on 19 October"
    assert follow_up.label == "Add a follow-up on 19 October"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("lincolnshire_fix_our_funds", ["aim.kpi_lacking"]),
        ("click_it_or_ticket_2009", ["aim.one_side", "aim.no_kpi"]),
    ],
)
def test_a_real_campaign_that_is_closed_is_told_what_it_lacked_and_no_more(
    name: str, found: list[str]
) -> None:
    assert rules(read_campaign_file(resource_path(f"samples/{name}.campaign.json"))) == found


AIMS = [an_aim("More regulars"), an_aim("Faster answers", position=1)]
FANS = Audience(id="fans", name="Regulars of a year")
BARS = a_dated_activity("Tasting bars", "2027-05-10", "2027-05-27", kind=Kind.PRODUCT_TRIAL)


@pytest.mark.parametrize("records", [[], AIMS, [*AIMS, FANS]], ids=["nothing", "aims", "audience"])
def test_a_campaign_that_begins_is_told_nothing(records: list[object]) -> None:
    assert rules(a_plan(records)) == []


def test_the_first_activity_brings_only_what_is_about_itself() -> None:
    assert rules(a_plan(AIMS, FANS, BARS)) == [
        "aim.activity_without",
        "bridge.not_talked_about",
        "people.wordless",
    ]


def test_many_activities_without_words_are_one_finding() -> None:
    plan = a_plan(AIMS[:1], [a_dated_activity(f"Thread {number}", "2027-05-10") for number in range(30)])
    (finding,) = (each for each in reviewed(plan, AS_IT_STANDS).findings if each.rule == "people.wordless")
    assert len(finding.subject_ids) == 30
    assert finding.message.endswith("and 27 others do not say what people do there.")
