"""Where on which page something is said."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from campaignplanner.brief.export import BriefOptions, BriefRenderer
from campaignplanner.brief.orders import BriefOrder
from campaignplanner.brief.spots import Spot, spot_at
from campaignplanner.domain.campaign import BriefTexts
from tests.builders import a_flight, a_plan, an_activity, an_aim

NOW, AIMS = Spot("now", 1, 45, 50), Spot("aims", 1, 45, 300)
SITUATION, LEARNT = Spot("situation", 1, 120, 50, True), Spot("learnt", 1, 120, 200, True)
PROBLEM, RIVALS = Spot("problem", 1, 390, 50, True), Spot("competitors", 1, 390, 120, True)
LAW = Spot("practicalities", 3, 45, 50)
NOTES = Spot("notes", 3, 45, 60, True)
ALL = (NOW, SITUATION, LEARNT, PROBLEM, RIVALS, AIMS, LAW, NOTES)


@pytest.mark.parametrize(
    ("page", "x", "y", "meant"),
    [
        (1, 130, 60, SITUATION),
        (1, 130, 250, LEARNT),
        (1, 400, 60, PROBLEM),
        (1, 400, 250, RIVALS),
        (1, 400, 112, RIVALS),
        (1, 50, 60, NOW),
        (1, 400, 320, AIMS),
        (1, 130, 20, None),
        (2, 130, 20, AIMS),
        (3, 60, 400, NOTES),
        (4, 60, 40, NOTES),
    ],
)
def test_a_point_means_the_last_field_above_it_in_its_column(
    page: int, x: float, y: float, meant: Spot | None
) -> None:
    assert spot_at(ALL, page, x, y) is meant


def test_the_typesetter_tells_where_every_text_of_the_brief_stands(renderer: BriefRenderer) -> None:
    texts = BriefTexts(problem="Nobody comes back", message="Come back", legal="None")
    event = an_activity()
    plan = a_plan(an_aim(), event, a_flight(event, "2026-09-01", "2026-09-02"), brief=texts)
    made = renderer.render(BriefOrder.of(plan, BriefOptions(), date(2026, 8, 3), 40.0))
    places = {each.name: each for each in made.spots}
    assert {"head", "problem", "aims", "message", "timeline", "legal", "approvals"} <= set(places)
    assert places["problem"].y < places["message"].y
    assert places["problem"].page == places["message"].page == 1
    assert places["legal"].page > 1
    assert all(1 <= each.page <= made.pages for each in made.spots)


def test_some_pages_are_numbered_as_in_the_whole_brief(renderer: BriefRenderer) -> None:
    order = BriefOrder.of(a_plan(an_aim()), BriefOptions(), date(2026, 8, 3))
    numbered = BriefOrder(order.kept, order.options, order.today, order.edition, None, 4, 9)
    first = PdfReader(BytesIO(renderer.render(numbered).files[0])).pages[0].extract_text()
    assert "Page 5 of 9" in first
