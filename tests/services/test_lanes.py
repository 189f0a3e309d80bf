"""Moving activities from lane to lane of the timeline."""

from __future__ import annotations

import pytest

from campaignplanner.domain.activity import ActivityStatus, Kind, OwnKind, Side
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.services.commands.command import Command
from campaignplanner.services.commands.lanes import PutIntoLane
from tests.builders import a_contribution, a_dated_activity, a_flight, a_plan, an_activity, an_aim


def plan_of_two_aims() -> Plan:
    bars = an_activity("Bars", Kind.EVENT)
    return a_plan(
        an_aim("Regulars"),
        an_aim("Talk", position=1),
        an_aim("Sales", position=2),
        bars,
        a_flight(bars, "2026-05-04", place="Leeds"),
        a_contribution(bars, "regulars", 3),
        a_contribution(bars, "talk", 2),
        a_dated_activity("Reviews", "2026-05-10", owner="Ann"),
        Audience(id="students", name="Students"),
        Audience(id="parents", name="Parents"),
        OwnKind(id="hackathon", side=Side.OFFLINE, name="Hackathon"),
    )


def aim(value: str | None) -> LaneKey:
    return LaneKey(Grouping.AIM, value)


def after(plan: Plan, command: Command) -> Plan:
    return plan.applying(command.changes(plan))


def shares(activity_id: str, source: str | None, target: str | None) -> dict[str, int]:
    command = PutIntoLane(((activity_id, aim(source)),), aim(target))
    return after(plan_of_two_aims(), command).aim_shares(activity_id)


def test_the_weight_of_the_lane_goes_to_the_other_aim() -> None:
    assert shares("bars", "regulars", "sales") == {"talk": 2, "sales": 3}


def test_a_weight_that_is_there_already_is_added_to() -> None:
    assert shares("bars", "talk", "regulars") == {"regulars": 5}


def test_from_no_aim_yet_an_activity_gets_the_smallest_weight() -> None:
    assert shares("reviews", None, "talk") == {"talk": 1}


def test_to_no_aim_yet_only_the_aim_of_the_lane_is_taken_away() -> None:
    assert shares("bars", "regulars", None) == {"talk": 2}


def test_several_from_different_lanes_are_one_step() -> None:
    plan = plan_of_two_aims()
    moved = PutIntoLane((("bars", aim("talk")), ("reviews", aim(None))), aim("sales")).changes(plan)
    assert moved.label == "Move 2 activities to “Sales”"
    assert plan.applying(moved).aim_shares("reviews") == {"sales": 1}
    assert plan.applying(moved).applying(moved.inverted()) == plan


@pytest.mark.parametrize(
    ("activity_id", "grouping", "value", "field", "wanted"),
    [
        ("reviews", Grouping.OWNER, "Ben", "owner", "Ben"),
        ("reviews", Grouping.OWNER, None, "owner", ""),
        ("reviews", Grouping.PLACE, "TikTok", "channel", "TikTok"),
        ("bars", Grouping.PLACE, "York", "place", "York"),
        ("bars", Grouping.STATUS, "booked", "status", ActivityStatus.BOOKED),
        ("bars", Grouping.KIND, "pop-up", "kind", Kind.POP_UP),
        ("bars", Grouping.KIND, "hackathon", "own_kind_id", "hackathon"),
        ("bars", Grouping.AUDIENCE, "students", "audience_ids", ("students",)),
    ],
)
def test_other_lanes_set_the_field_that_makes_them(
    activity_id: str, grouping: Grouping, value: str | None, field: str, wanted: object
) -> None:
    command = PutIntoLane(((activity_id, LaneKey(grouping, "before")),), LaneKey(grouping, value))
    changed = after(plan_of_two_aims(), command).activities[activity_id]
    assert getattr(changed, field) == wanted


def test_the_audience_of_the_lane_is_replaced_and_the_others_stay() -> None:
    plan = plan_of_two_aims()
    both = a_plan(*(each for each in plan.records() if each.id != "reviews@2026-05-10"))
    student, parent = LaneKey(Grouping.AUDIENCE, "students"), LaneKey(Grouping.AUDIENCE, "parents")
    for_students = after(both, PutIntoLane((("bars", parent),), student))
    moved = after(for_students, PutIntoLane((("bars", student),), parent))
    assert moved.activities["bars"].audience_ids == ("parents",)
    gone = after(moved, PutIntoLane((("bars", parent),), LaneKey(Grouping.AUDIENCE, None)))
    assert gone.activities["bars"].audience_ids == ()


def test_a_kind_of_the_other_side_is_refused() -> None:
    command = PutIntoLane((("bars", LaneKey(Grouping.KIND, "event")),), LaneKey(Grouping.KIND, "content"))
    with pytest.raises(PlanError, match="is offline, but its kind, content, is not"):
        command.changes(plan_of_two_aims())


def test_a_place_that_all_runs_name_is_not_taken_away_from_the_activity() -> None:
    leeds, nowhere = LaneKey(Grouping.PLACE, "Leeds"), LaneKey(Grouping.PLACE, None)
    with pytest.raises(PlanError, match="All runs of “Bars” name that place"):
        PutIntoLane((("bars", leeds),), nowhere).changes(plan_of_two_aims())
