"""In what lane that is shown which was dropped since approval, whatever lanes are made by."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from campaignplanner.domain.activity import ActivityStatus, Kind
from campaignplanner.domain.approval import Version
from campaignplanner.domain.audience import Audience
from campaignplanner.planning.since_approval import changes_since
from campaignplanner.planning.timeline_dropped import lanes_of_dropped
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.planning.timeline_layout import arrange
from tests.builders import a_dated_activity, a_plan, an_activity, an_aim

WIN, KEEP = an_aim("Win"), an_aim("Keep", position=1)
YOUNG = Audience(id="young", name="Young families")


def radio(**fields: Any) -> list[Any]:
    known = {"kind": Kind.RADIO, "place": "Leeds", "owner": "ada  L", "status": ActivityStatus.BOOKED}
    return a_dated_activity("Radio", "2026-10-12", **{**known, **fields})


def lanes(then: list[Any], now: list[Any], grouping: Grouping) -> dict[str, LaneKey]:
    after = a_plan(*now)
    version = Version(id="one", number=1, day=date(2026, 8, 1))
    return lanes_of_dropped(changes_since(version, a_plan(*then), after), after, grouping)


@pytest.mark.parametrize(
    ("grouping", "value"),
    [
        (Grouping.AIM, "win"),
        (Grouping.PLACE, "Leeds"),
        (Grouping.OWNER, "Ada L"),
        (Grouping.AUDIENCE, "young"),
        (Grouping.KIND, Kind.RADIO.value),
        (Grouping.STATUS, ActivityStatus.BOOKED.value),
        (Grouping.FLAT, None),
    ],
)
def test_it_lies_where_it_would_have_been(grouping: Grouping, value: str | None) -> None:
    others = [WIN, KEEP, YOUNG, *a_dated_activity("Talk", "2026-09-01", owner="Ada L")]
    then = [*others, *radio(aims=[WIN], audience_ids=("young",))]
    assert lanes(then, others, grouping) == {"radio": LaneKey(grouping, value)}


def test_of_several_aims_it_lies_with_the_weightiest_that_is_left() -> None:
    then = [WIN, KEEP, *radio(aims=[WIN, KEEP])]
    assert lanes(then, [KEEP], Grouping.AIM) == {"radio": LaneKey(Grouping.AIM, "keep")}


@pytest.mark.parametrize("grouping", [Grouping.AIM, Grouping.AUDIENCE])
def test_where_nothing_is_left_of_what_it_said_it_lies_with_what_says_nothing(grouping: Grouping) -> None:
    then = [WIN, YOUNG, *radio(aims=[WIN], audience_ids=("young",))]
    assert lanes(then, [], grouping) == {"radio": LaneKey(grouping, None)}


def test_what_had_no_dates_and_what_is_only_cancelled_needs_no_lane() -> None:
    talk = an_activity("Talk")
    kept = radio(status=ActivityStatus.CANCELLED)
    assert lanes([talk, *radio()], kept, Grouping.OWNER) == {}


def test_a_lane_is_there_for_it_even_where_nothing_else_lies_in_it() -> None:
    now = a_plan(*a_dated_activity("Talk", "2026-09-01", owner="Zoe"))
    ada = LaneKey(Grouping.OWNER, "Ada")
    shown = arrange(now, Grouping.OWNER, besides={ada})
    assert [(lane.key.value, len(lane.online)) for lane in shown.lanes] == [("Ada", 0), ("Zoe", 1)]
    assert [lane.key.value for lane in arrange(now, Grouping.OWNER, frozenset(), {ada}).lanes] == ["Ada"]
