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
from tests.builders import a_plan, an_aim

LEFT, RIGHT, BELOW = Spot("left", 1, 100, 50), Spot("right", 1, 300, 50), Spot("below", 1, 100, 200)
LATER = Spot("later", 3, 50, 50)
ALL = (LEFT, RIGHT, BELOW, LATER)


@pytest.mark.parametrize(
    ("page", "x", "y", "meant"),
    [
        (1, 110, 60, LEFT),
        (1, 310, 60, RIGHT),
        (1, 290, 60, RIGHT),
        (1, 110, 300, BELOW),
        (1, 110, 192, BELOW),
        (1, 110, 20, None),
        (2, 110, 20, BELOW),
        (3, 60, 400, LATER),
    ],
)
def test_a_point_means_what_begins_last_above_it(page: int, x: float, y: float, meant: Spot | None) -> None:
    assert spot_at(ALL, page, x, y) is meant


def test_the_typesetter_tells_where_every_text_of_the_brief_stands(renderer: BriefRenderer) -> None:
    plan = a_plan(an_aim(), brief=BriefTexts(problem="Nobody comes back", message="Come back", legal="None"))
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
