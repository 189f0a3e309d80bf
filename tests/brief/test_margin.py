"""Which open point stands beside which place of the pages."""

from __future__ import annotations

import pytest

from campaignplanner.brief.margin import margin_notes, place_to_answer
from campaignplanner.brief.spots import Spot
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review.brief_points import OpenPoint
from tests.builders import a_plan, an_activity, an_aim

PLAN = a_plan(
    an_aim(id="sales"),
    an_aim("Other", id="service"),
    an_activity(id="bar"),
    Kpi(id="orders", aim_id="sales", name="Orders"),
    Kpi(id="cups", activity_id="bar", name="Cups"),
)
HEAD, NOW, AIMS = Spot("head", 1, 45, 20), Spot("now", 1, 45, 50), Spot("aims", 1, 45, 300)
PROBLEM, SALES = Spot("problem", 1, 390, 50, True), Spot("sales", 1, 120, 310, True)
MONEY, MEASURES, APPROVALS = (
    Spot("money", 4, 45, 40),
    Spot("measures", 5, 45, 40),
    Spot("approvals", 1, 45, 700),
)
ALL = (HEAD, NOW, PROBLEM, AIMS, SALES, APPROVALS, MONEY, MEASURES, Spot("approvals", 6, 45, 40))


def a_point(rule: str, *subjects: str, field: str = "") -> OpenPoint:
    finding = Finding(rule=rule, severity=Severity.HINT, subject_ids=subjects, message=f"{rule} {subjects}")
    return OpenPoint(finding, field)


@pytest.mark.parametrize(
    ("point", "beside"),
    [
        (a_point("brief.problem_names_tool", PLAN.campaign.id, field="problem"), PROBLEM),
        (a_point("brief.gaps", PLAN.campaign.id, field="learnt"), NOW),
        (a_point("brief.gaps", PLAN.campaign.id, field="message"), HEAD),
        (a_point("brief.many_aims", "sales", "service"), AIMS),
        (a_point("brief.not_approved", PLAN.campaign.id), APPROVALS),
        (a_point("aim.none", PLAN.campaign.id), AIMS),
        (a_point("aim.no_kpi", "sales"), SALES),
        (a_point("aim.no_kpi", "service"), AIMS),
        (a_point("aim.kpi_lacking", "orders"), SALES),
        (a_point("aim.kpi_lacking", "cups"), MEASURES),
        (a_point("money.over_total", PLAN.campaign.id), MONEY),
    ],
)
def test_a_point_stands_beside_what_it_is_about(point: OpenPoint, beside: Spot) -> None:
    (note,) = margin_notes(PLAN, [point], ALL)
    assert note.spot is beside
    assert note.sentences == (point.finding.message,)


def test_points_about_one_place_are_one_note_and_notes_run_down_the_pages() -> None:
    points = [a_point("money.over_total"), a_point("aim.no_kpi", "sales"), a_point("money.no_reserve")]
    notes = margin_notes(PLAN, points, ALL)
    assert [(each.spot, len(each.points)) for each in notes] == [(SALES, 1), (MONEY, 2)]


def test_no_point_is_lost_where_its_page_is_not_printed() -> None:
    (note,) = margin_notes(PLAN, [a_point("money.over_total")], [HEAD])
    assert note.spot is HEAD


def test_without_pages_there_are_no_notes() -> None:
    assert margin_notes(PLAN, [a_point("money.over_total")], ()) == ()


def test_a_point_is_answered_at_the_closest_place_whether_it_is_printed_or_not() -> None:
    assert place_to_answer(PLAN, a_point("brief.gaps", field="message")) == "message"
    assert place_to_answer(PLAN, a_point("aim.kpi_lacking", "orders")) == "sales"
    assert place_to_answer(PLAN, a_point("money.no_reserve")) == "money"
