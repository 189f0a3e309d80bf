from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import ActivityStatus, Kind, OwnKind, Side
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_arrangement import Arranger, arrange
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from tests.builders import a_bridge, a_dated_activity, a_flight, a_plan, an_activity, an_aim
from tests.planning.timeline_edits import edited
from tests.planning.timeline_plans import timeline_plans


def lanes_of(plan: Plan, grouping: Grouping, **options: frozenset[str]) -> list[tuple[str | None, list[str]]]:
    """Each lane's value, with the titles in it; ghosts in brackets."""
    found = []
    for lane in arrange(plan, grouping, **options).lanes:
        assert lane.key.grouping is grouping
        bars = sorted(
            (bar for track in (*lane.online, *lane.offline) for bar in track.bars),
            key=lambda bar: (bar.first_day, bar.activity_id),
        )
        titles = [plan.activities[bar.activity_id].title for bar in bars]
        shown = [f"({title})" if bar.ghost else title for bar, title in zip(bars, titles, strict=True)]
        found.append((lane.key.value, shown))
    return found


# -- what lanes there are --------------------------------------------------------------------------------


def test_owners_are_lanes_by_name_and_what_nobody_owns_comes_last() -> None:
    plan = a_plan(
        a_dated_activity("Unowned", "2026-09-01"),
        a_dated_activity("Fair", "2026-09-01", owner="Zoe"),
        a_dated_activity("Talk", "2026-09-01", owner="ada"),
    )
    assert lanes_of(plan, Grouping.OWNER) == [("ada", ["Talk"]), ("Zoe", ["Fair"]), (None, ["Unowned"])]


def test_a_name_spelled_with_other_capitals_and_spaces_is_the_same_lane() -> None:
    plan = a_plan(
        a_dated_activity("Fair", "2026-09-01", owner="Ada  Lovelace"),
        a_dated_activity("Talk", "2026-09-02", owner=" ada lovelace"),
        a_dated_activity("Walk", "2026-09-03", owner="   "),
    )
    assert lanes_of(plan, Grouping.OWNER) == [("Ada Lovelace", ["Fair", "Talk"]), (None, ["Walk"])]


def test_channels_come_before_places() -> None:
    plan = a_plan(
        a_dated_activity("Fair", "2026-09-01", kind=Kind.EVENT, place="Arena", channel="ignored offline"),
        a_dated_activity("Thread", "2026-09-01", channel="Instagram", place="ignored online"),
        a_dated_activity("Circle", "2026-09-01"),
    )
    assert lanes_of(plan, Grouping.PLACE) == [
        ("Instagram", ["Thread"]),
        ("Arena", ["Fair"]),
        (None, ["Circle"]),
    ]


def test_a_place_that_only_the_flights_name_counts_where_it_is_one() -> None:
    tour, fair = an_activity("Tour", Kind.EVENT), an_activity("Fair", Kind.EVENT)
    plan = a_plan(
        tour,
        fair,
        a_flight(tour, "2026-09-01", place="Cologne"),
        a_flight(tour, "2026-09-03", place="Berlin"),
        a_flight(fair, "2026-09-05", place="Berlin"),
        a_flight(fair, "2026-09-07", place="Berlin "),
    )
    assert lanes_of(plan, Grouping.PLACE) == [("Berlin", ["Fair", "Fair"]), (None, ["Tour", "Tour"])]


def test_an_activity_for_two_audiences_lies_with_the_first_and_points_to_it_from_the_other() -> None:
    plan = a_plan(
        Audience(id="b", name="Regulars", position=1),
        Audience(id="a", name="Neighbours", position=0),
        Audience(id="c", name="Baristas", position=2),
        a_dated_activity("Fair", "2026-09-01", audience_ids=("b", "a")),
        a_dated_activity("Anybody", "2026-09-01"),
    )
    assert lanes_of(plan, Grouping.AUDIENCE) == [
        ("a", ["(Fair)"]),
        ("b", ["Fair"]),
        ("c", []),
        (None, ["Anybody"]),
    ]


def test_kinds_are_online_then_offline_with_peoples_own_after_the_others() -> None:
    plan = a_plan(
        OwnKind(id="own", side=Side.ONLINE, name="Quiz"),
        a_dated_activity("Fair", "2026-09-01", kind=Kind.EVENT),
        a_dated_activity("Odd", "2026-09-01", kind=Kind.OTHER, side=Side.OFFLINE),
        a_dated_activity("Quiz night", "2026-09-01", kind=Kind.OTHER, side=Side.ONLINE, own_kind_id="own"),
        a_dated_activity("Thread", "2026-09-01", kind=Kind.CONVERSATION),
    )
    assert lanes_of(plan, Grouping.KIND) == [
        ("conversation", ["Thread"]),
        ("own", ["Quiz night"]),
        ("event", ["Fair"]),
        ("other", ["Odd"]),
    ]


def test_every_status_has_its_lane_so_that_an_activity_can_be_moved_there() -> None:
    plan = a_plan(a_dated_activity("Fair", "2026-09-01", status=ActivityStatus.BOOKED))
    lanes = lanes_of(plan, Grouping.STATUS)
    assert [value for value, _ in lanes] == [status.value for status in ActivityStatus]
    assert dict(lanes)["booked"] == ["Fair"]


def test_a_flat_list_is_one_lane_of_everything() -> None:
    plan = a_plan(
        an_aim("First"), an_aim("Second"), a_dated_activity("Fair", "2026-09-01", aims=["first", "second"])
    )
    assert lanes_of(plan, Grouping.FLAT) == [(None, ["Fair"])]
    assert not LaneKey(Grouping.FLAT, None).is_unsaid


def test_only_the_lane_of_an_aim_names_one() -> None:
    assert LaneKey(Grouping.AIM, "aim").aim_id == "aim"
    assert LaneKey(Grouping.OWNER, "Ada").aim_id is None


# -- what is looked for ----------------------------------------------------------------------------------


def test_what_is_left_out_takes_its_lane_and_its_bridges_along() -> None:
    first, second = an_aim("First", position=0), an_aim("Second", position=1)
    plan = a_plan(
        first,
        second,
        a_dated_activity("Thread", "2026-09-01", aims=[first]),
        a_dated_activity("Fair", "2026-09-01", aims=[second], kind=Kind.EVENT),
        an_activity("Idea"),
        a_bridge("thread", "fair"),
        a_bridge("thread", "idea"),
    )
    arrangement = arrange(plan, kept=frozenset({"thread"}))
    assert lanes_of(plan, Grouping.AIM, kept=frozenset({"thread"})) == [("first", ["Thread"])]
    assert (arrangement.bridges, arrangement.open_bridge_ids, arrangement.tray) == ((), (), ())
    assert arrangement.hidden == 2


# -- after an edit ---------------------------------------------------------------------------------------


@given(st.data())
def test_what_is_arranged_after_edits_is_what_would_be_arranged_from_scratch(data: st.DataObject) -> None:
    plan = data.draw(timeline_plans())
    arranger = Arranger()
    for _ in range(data.draw(st.integers(1, 4))):
        grouping = data.draw(st.sampled_from([*Grouping, *[Grouping.AIM] * 4]))
        some = st.sets(st.sampled_from(sorted(plan.activities))) if plan.activities else st.just(set())
        kept = data.draw(st.one_of(st.none(), some.map(frozenset)))
        assert arranger.arrange(plan, grouping, kept) == arrange(plan, grouping, kept)
        plan = data.draw(edited(plan))
        plan.check()
        kept = None if kept is None else kept & set(plan.activities)
        assert arranger.arrange(plan, grouping, kept) == arrange(plan, grouping, kept)


def test_a_lane_in_which_nothing_changed_is_the_same_lane_after_an_edit() -> None:
    first, second = an_aim("First", position=0), an_aim("Second", position=1)
    plan = a_plan(
        first,
        second,
        a_dated_activity("Thread", "2026-09-01", aims=[first]),
        a_dated_activity("Talk", "2026-09-01", "2026-09-20", aims=[second]),
        a_dated_activity("Walk", "2026-09-02", "2026-09-03", aims=[second]),
    )
    arranger = Arranger()
    before = arranger.arrange(plan)
    flight = plan.flights_of("walk")[0]
    moved = replace(flight, last_day=flight.last_day + timedelta(days=1))
    after = arranger.arrange(replace(plan, flights=plan.flights.changing([(flight, moved)])))
    assert after.lanes[0] is before.lanes[0]
    assert after.lanes[1] is not before.lanes[1]
    assert after.lanes[1].online[1] is before.lanes[1].online[1]
