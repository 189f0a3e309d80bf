"""What is done to several activities at once."""

from __future__ import annotations

from datetime import date

import pytest

from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.activity import ChangeActivity, MakeActivity
from campaignplanner.services.commands.bulk import (
    AddAim,
    ChangeActivities,
    DeleteActivities,
    GiveAudiences,
    MakeActivities,
    SetAim,
    TurnSide,
)
from campaignplanner.services.commands.command import Command
from campaignplanner.services.commands.own_kind import GiveOwnKind
from campaignplanner.services.commands.pasting import DuplicateActivities
from campaignplanner.services.workspace import Workspace
from tests.builders import (
    a_bridge,
    a_contribution,
    a_dated_activity,
    a_flight,
    a_line,
    a_plan,
    an_activity,
    an_aim,
)


@pytest.fixture
def plan() -> Plan:
    return a_plan(
        an_aim("Regulars"),
        an_aim("Talk", position=1),
        a_dated_activity("Bars", "2026-05-04", kind=Kind.EVENT, aims=["regulars"]),
        a_dated_activity("Reviews", "2026-05-10", aims=["regulars", "talk"]),
        an_activity("Clinic"),
        a_bridge("bars", "reviews"),
        a_bridge("clinic", "reviews"),
        a_line(activity="bars", id="money"),
    )


def after(plan: Plan, command: Command) -> Plan:
    return plan.applying(command.changes(plan))


def titles(plan: Plan) -> set[str]:
    return {activity.title for activity in plan.activities.values()}


# -- changing ----------------------------------------------------------------------------------------


def test_several_activities_get_a_status_in_one_step(plan: Plan) -> None:
    command = ChangeActivities(("bars", "reviews"), {"status": ActivityStatus.BOOKED})
    changed = after(plan, command)
    assert changed.activities["bars"].status is changed.activities["reviews"].status is ActivityStatus.BOOKED
    assert command.changes(plan).label == "Change the status of 2 activities"


def test_activities_that_have_the_value_already_are_not_counted(plan: Plan) -> None:
    one_booked = after(plan, ChangeActivities(("bars",), {"status": ActivityStatus.BOOKED}))
    command = ChangeActivities(("bars", "reviews", "clinic"), {"status": ActivityStatus.BOOKED})
    assert command.changes(one_booked).label == "Change the status of 2 activities"


def for_audiences() -> Plan:
    return a_plan(
        Audience(id="members", name="Members"),
        Audience(id="guests", name="Guests", position=1),
        an_activity("Bars", audience_ids=("guests",)),
        an_activity("Reviews", audience_ids=("members",)),
    )


def test_an_audience_is_added_to_what_several_activities_are_for_already() -> None:
    command = GiveAudiences(("bars", "reviews"), ("members",))
    plan = after(for_audiences(), command)
    assert plan.activities["bars"].audience_ids == ("guests", "members")
    assert plan.activities["reviews"].audience_ids == ("members",)
    assert command.changes(for_audiences()).label == "Change the audiences of 2 activities"


def test_an_audience_is_taken_from_several_activities_and_the_others_stay() -> None:
    plan = after(for_audiences(), GiveAudiences(("bars", "reviews"), (), ("members",)))
    assert plan.activities["bars"].audience_ids == ("guests",)
    assert plan.activities["reviews"].audience_ids == ()


def test_one_activity_is_called_by_its_title(plan: Plan) -> None:
    label = ChangeActivities(("bars",), {"owner": "Ann"}).changes(plan).label
    assert label == "Change the owner of “Bars”"


def test_a_value_that_one_of_them_cannot_have_is_refused_for_all_and_names_it(plan: Plan) -> None:
    with pytest.raises(PlanError, match="“Reviews” is online") as caught:
        ChangeActivities(("bars", "reviews"), {"kind": Kind.POP_UP}).changes(plan)
    assert caught.value.record_id == "reviews"
    assert caught.value.field == "kind"


def test_side_and_kind_change_together(plan: Plan) -> None:
    changed = after(plan, ChangeActivities(("bars", "clinic"), {"side": Side.OFFLINE, "kind": Kind.POP_UP}))
    assert {changed.activities[each].kind for each in ("bars", "clinic")} == {Kind.POP_UP}


def test_a_side_by_which_bridges_would_no_longer_cross_is_refused_with_what_would_have_to_change(
    plan: Plan,
) -> None:
    sentence = (
        "“Reviews” cannot be offline: its bridge with “Bars” would not cross any more. "
        "Delete this bridge first, or select “Bars” as well and move both to the other side."
    )
    turned = {"side": Side.OFFLINE, "kind": Kind.POP_UP}
    for command in (
        ChangeActivity("reviews", turned),
        ChangeActivities(("clinic", "reviews"), turned),
        TurnSide(("reviews",)),
        GiveOwnKind("reviews", "Hackathon", Side.OFFLINE),
    ):
        with pytest.raises(PlanError) as caught:
            command.changes(plan)
        assert caught.value.sentence == sentence


def test_both_ends_of_a_bridge_change_sides_together(plan: Plan) -> None:
    changed = after(plan, TurnSide(("bars", "reviews")))
    assert changed.activities["bars"].side is Side.ONLINE
    assert changed.activities["reviews"].side is Side.OFFLINE
    assert changed.activities["bars"].kind is Kind.OTHER
    assert changed.is_crossing(changed.bridges["bars~reviews"])


def test_a_bridge_that_begins_to_cross_is_no_reason_to_refuse(plan: Plan) -> None:
    changed = after(plan, TurnSide(("clinic",)))
    assert changed.is_crossing(changed.bridges["clinic~reviews"])


def test_an_activity_named_twice_is_changed_once(plan: Plan) -> None:
    assert len(ChangeActivities(("bars", "bars"), {"owner": "Ann"}).changes(plan).changes) == 1


# -- deleting ----------------------------------------------------------------------------------------


def test_several_activities_go_with_all_that_hangs_on_them(plan: Plan) -> None:
    command = DeleteActivities(("bars", "reviews"))
    left = after(plan, command)
    assert titles(left) == {"Clinic"}
    assert not left.bridges
    assert not left.lines
    assert command.changes(plan).label == "Delete 2 activities"


def test_deleting_several_says_what_goes_with_them(plan: Plan) -> None:
    assert DeleteActivities(("bars", "reviews")).consequences(plan) == (
        "Deletes 2 activities with 2 flights, 3 contributions, 2 bridges and 1 budget line."
    )


def test_deleting_one_of_them_is_said_like_any_deletion(plan: Plan) -> None:
    command = DeleteActivities(("clinic",))
    assert command.consequences(plan) == "Deletes “Clinic” with 1 bridge."
    assert command.changes(plan).label == "Delete activity “Clinic”"


def test_approved_money_keeps_all_of_them_and_names_whose_it_is() -> None:
    plan = a_plan(
        an_activity("Bars"),
        an_activity("Reviews"),
        a_line(activity="reviews", frozen=True),
        Version(id="v", number=1, day=date(2026, 1, 1)),
        Approval(id="a", version_id="v", who="Ann", decision=Decision.APPROVED, day=date(2026, 1, 2)),
    )
    with pytest.raises(PlanError, match="“Reviews” has money that was approved in version 1"):
        DeleteActivities(("bars", "reviews")).consequences(plan)


# -- duplicating -------------------------------------------------------------------------------------


def test_copies_have_flights_contributions_lines_and_the_bridges_among_them(plan: Plan) -> None:
    copied = after(plan, DuplicateActivities(("bars", "reviews")))
    assert titles(copied) == {"Bars", "Reviews", "Clinic", "Bars (copy)", "Reviews (copy)"}
    assert (len(copied.flights), len(copied.contributions), len(copied.lines)) == (4, 6, 2)
    assert len(copied.bridges) == 3


def test_a_copy_of_a_copy_is_counted(plan: Plan) -> None:
    once = after(plan, DuplicateActivities(("clinic",)))
    twice = after(once, DuplicateActivities(("clinic",)))
    (copy,) = (each.id for each in once.activities.values() if each.title == "Clinic (copy)")
    of_the_copy = after(twice, DuplicateActivities((copy,)))
    assert titles(of_the_copy) >= {"Clinic (copy)", "Clinic (copy 2)", "Clinic (copy 3)"}


def test_the_copies_are_known_by_identifier_before_they_are_made(plan: Plan) -> None:
    command = DuplicateActivities(("reviews", "bars"))
    copied = after(plan, command)
    assert [copied.activities[each].title for each in command.copy_ids] == ["Reviews (copy)", "Bars (copy)"]


def test_a_copy_is_planned_again_and_its_money_is_free() -> None:
    plan = a_plan(
        an_activity("Bars", status=ActivityStatus.DONE),
        a_line(activity="bars", frozen=True, closed=True, forecast=5),
        Version(id="v", number=1, day=date(2026, 1, 1)),
    )
    command = DuplicateActivities(("bars",))
    copied = after(plan, command)
    (line,) = copied.lines_of(command.copy_ids[0])
    assert copied.activities[command.copy_ids[0]].status is ActivityStatus.PLANNED
    assert (line.frozen, line.closed, line.forecast) == (False, False, None)


def test_copied_lines_come_after_all_others(plan: Plan) -> None:
    command = DuplicateActivities(("bars",))
    copied = after(plan, command)
    (line,) = copied.lines_of(command.copy_ids[0])
    assert line.position > copied.lines["money"].position


def test_a_copy_of_the_very_last_line_is_last_too() -> None:
    plan = a_plan(an_activity("Bars"), a_line(activity="bars", position=10**9))
    copied = after(plan, DuplicateActivities(("bars",)))
    assert {line.position for line in copied.lines.values()} == {10**9}


# -- aims --------------------------------------------------------------------------------------------


def test_several_activities_serve_one_aim_only(plan: Plan) -> None:
    command = SetAim(("bars", "reviews", "clinic"), "talk")
    changed = after(plan, command)
    assert {activity.id for activity in changed.activities_of("talk")} == {"bars", "reviews", "clinic"}
    assert not changed.activities_of("regulars")
    assert command.changes(plan).label == "Let 3 activities serve “Talk” only"


def test_an_activity_that_served_the_aim_keeps_its_weight() -> None:
    plan = a_plan(an_aim("Talk"), an_activity("Bars"), a_contribution("bars", "talk", 7))
    assert not SetAim(("bars",), "talk").changes(plan)


def test_every_aim_can_be_taken_away(plan: Plan) -> None:
    command = SetAim(("bars", "reviews"), None)
    assert not after(plan, command).contributions
    assert command.changes(plan).label == "Let 2 activities serve no aim"


def test_an_aim_can_come_beside_the_others(plan: Plan) -> None:
    command = AddAim(("bars", "reviews"), "talk")
    changed = after(plan, command)
    assert list(changed.aim_shares("bars")) == ["regulars", "talk"]
    assert command.changes(plan).label == "Let 2 activities serve “Talk” too"


# -- making ------------------------------------------------------------------------------------------


def test_several_activities_are_made_in_one_step() -> None:
    plan = a_plan()
    bars, reviews = an_activity("Bars"), an_activity("Reviews")
    command = MakeActivities((MakeActivity(bars, (a_flight(bars, "2026-05-04"),)), MakeActivity(reviews)))
    assert titles(after(plan, command)) == {"Bars", "Reviews"}
    assert command.changes(plan).label == "Add 2 activities"


def test_one_of_several_that_breaks_a_rule_keeps_all_from_being_made() -> None:
    command = MakeActivities(
        (MakeActivity(an_activity("Bars")), MakeActivity(an_activity(" ", id="nameless")))
    )
    with pytest.raises(PlanError, match="needs a title"):
        command.changes(a_plan())


def test_each_is_one_step_that_undo_takes_back_whole(opened: Workspace, sample_plan: Plan) -> None:
    every = tuple(sample_plan.activities)
    aim = next(iter(sample_plan.aims))
    campaign_id = sample_plan.campaign.id
    commands = [
        ChangeActivities(every, {"owner": "Ann"}),
        SetAim(every, aim),
        DuplicateActivities(every),
    ]
    for command in commands:
        opened.execute(command)
        opened.undo(campaign_id)
        assert opened.plan == sample_plan
    made = opened.execute(DuplicateActivities(every))
    assert made is not None
    copies = tuple(set(made.activities) - set(every))
    opened.execute(DeleteActivities(copies))
    assert opened.plan == sample_plan
