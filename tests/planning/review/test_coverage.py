"""The maps count what is there, divide money among aims, and leave empty cells as invitations."""

from __future__ import annotations

import pytest
from hypothesis import given

from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.domain.aim import BusinessArea
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import planned_in_campaign
from campaignplanner.planning.review.coverage import (
    CoverageCell,
    Grounds,
    aim_coverage,
    area_coverage,
    audience_coverage,
)
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.planning.review.summary import Summary, summary_of
from tests.builders import a_bridge, a_contribution, a_dated_activity, a_line, a_plan, an_activity, an_aim
from tests.planning.review.cases import CONTEXT
from tests.strategies import plans

WIN = an_aim("Win members", business_area=BusinessArea.SALES)
KEEP = an_aim("Keep members", position=1, business_area=BusinessArea.SERVICE)
FANS = Audience(id="fans", name="Fans")


def two_aims() -> Plan:
    """An evening for both aims and a thread for one, bridged; a film without an aim."""
    return a_plan(
        WIN,
        KEEP,
        FANS,
        a_dated_activity("Evening", "2026-05-01", kind=Kind.EVENT, aims=[WIN], audience_ids=("fans",)),
        a_contribution("evening", KEEP, weight=2),
        a_dated_activity("Thread", "2026-05-02", "2026-05-09", aims=[WIN]),
        a_dated_activity("Old", "2026-05-02", aims=[KEEP], status=ActivityStatus.CANCELLED),
        an_activity("Film", Kind.CONTENT),
        a_bridge("evening", "thread", Pattern.CARRIES_ON_AS),
        a_line(100, activity="evening"),
        a_line(7, activity="thread"),
    )


def test_aims_stand_in_their_order_and_what_serves_none_at_the_end() -> None:
    assert [row.key for row in aim_coverage(Grounds(two_aims()))] == [WIN.id, KEEP.id, None]
    assert [row.key for row in aim_coverage(Grounds(a_plan(WIN)))] == [WIN.id]


def test_a_cell_counts_activities_their_share_of_the_money_and_their_bridges() -> None:
    win, keep, without = aim_coverage(Grounds(two_aims()))
    assert win.cells[Side.OFFLINE] == CoverageCell(("evening",), 33, 1, 1)
    assert win.cells[Side.ONLINE] == CoverageCell(("thread",), 7, 1, 1)
    assert keep.cells[Side.OFFLINE] == CoverageCell(("evening",), 67, 1, 1)
    assert keep.cells[Side.ONLINE].is_empty
    assert without.cells[Side.ONLINE].activity_ids == ("film",)


def test_every_business_area_has_a_row_so_that_the_untouched_show() -> None:
    rows = {row.key: row for row in area_coverage(Grounds(two_aims()))}
    assert list(rows) == list(BusinessArea)
    assert rows[BusinessArea.SALES].cells[Side.ONLINE].count == 1
    assert rows[BusinessArea.FINANCE].cells[Side.ONLINE].is_empty


def test_audiences_stand_by_the_kinds_that_there_are() -> None:
    found = audience_coverage(Grounds(two_aims()))
    assert found.kinds == (Kind.CONVERSATION, Kind.CONTENT, Kind.EVENT)
    fans, nobody = found.rows
    assert (fans.audience_id, nobody.audience_id) == ("fans", None)
    assert fans.cells[Kind.EVENT].money == 100
    assert fans.cells[Kind.CONTENT].is_empty
    assert nobody.cells[Kind.CONTENT].activity_ids == ("film",)


@given(plan=plans())
def test_the_money_of_the_map_of_aims_adds_up(plan: Plan) -> None:
    active = {each.id for each in plan.activities.values() if each.status is not ActivityStatus.CANCELLED}
    lines = [line for line in plan.lines.values() if line.activity_id in active]
    cells = [cell for row in aim_coverage(Grounds(plan)) for cell in row.cells.values()]
    assert sum(cell.money for cell in cells) == sum(planned_in_campaign(plan, line) or 0 for line in lines)
    assert {each for cell in cells for each in cell.activity_ids} == active


def test_the_summary_counts_and_gives_no_grade() -> None:
    summary = summary_of(reviewed(two_aims(), CONTEXT).sight)
    assert summary == Summary(2, 1, 1, 1, 1, 1, 0)
    assert summary.sentence == (
        "1 of 2 aims are served on both sides, the offline touchpoint is carried on, "
        "the bridge between the sides holds."
    )


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        (Summary(0, 0, 0, 0, 0, 0, 0), "Nothing is planned yet that could carry anything on."),
        (Summary(1, 0, 0, 0, 0, 0, 0), "The aim is not served on both sides."),
        (Summary(0, 0, 1, 0, 1, 0, 1), "The offline touchpoint is not carried on, the bridge between the "
         "sides is broken."),
        (Summary(0, 0, 0, 0, 1, 0, 0), "The bridge between the sides has no dates yet."),
        (Summary(0, 0, 3, 0, 2, 1, 0), "0 of 3 offline touchpoints are carried on, 1 of 2 bridges "
         "between the sides hold."),
    ],
)  # fmt: skip
def test_the_summary_leaves_out_what_there_is_none_of(summary: Summary, sentence: str) -> None:
    assert summary.sentence == sentence
