from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import Arrangement, Bar, Track, arrange
from tests.builders import a_bridge, a_contribution, a_dated_activity, a_flight, a_plan, an_activity, an_aim
from tests.planning.timeline_plans import timeline_plans

FIRST = an_aim("First", position=0)
SECOND = an_aim("Second", position=1)


def bars_of(arrangement: Arrangement) -> list[Bar]:
    return [bar for track in tracks_of(arrangement) for bar in track.bars]


def tracks_of(arrangement: Arrangement) -> list[Track]:
    return [track for lane in arrangement.lanes for track in (*lane.online, *lane.offline)]


def titles_by_track(plan: Plan, side: Side = Side.ONLINE, lane: int = 0) -> list[list[str]]:
    tracks = arrange(plan).lanes[lane].tracks(side)
    return [[plan.activities[bar.activity_id].title for bar in track.bars] for track in tracks]


# -- tracks ----------------------------------------------------------------------------------------------


def test_what_follows_one_another_shares_a_track() -> None:
    plan = a_plan(
        FIRST,
        a_dated_activity("Second", "2026-09-08", "2026-09-14", aims=[FIRST]),
        a_dated_activity("First run", "2026-09-01", "2026-09-07", aims=[FIRST]),
    )
    assert titles_by_track(plan) == [["First run", "Second"]]


def test_what_shares_a_day_lies_on_two_tracks() -> None:
    plan = a_plan(
        FIRST,
        a_dated_activity("Longer", "2026-09-01", "2026-09-08", aims=[FIRST]),
        a_dated_activity("Shorter", "2026-09-08", "2026-09-14", aims=[FIRST]),
    )
    assert titles_by_track(plan) == [["Shorter"], ["Longer"]]


def test_the_longest_run_lies_furthest_from_the_waterline() -> None:
    plan = a_plan(
        FIRST,
        a_dated_activity("Always on", "2026-09-01", "2026-12-31", aims=[FIRST]),
        a_dated_activity("Burst", "2026-10-01", "2026-10-05", aims=[FIRST]),
    )
    assert titles_by_track(plan)[-1] == ["Always on"]


def test_equal_dates_are_ordered_by_title_whatever_the_order_of_the_records() -> None:
    records = [a_dated_activity(title, "2026-09-01", "2026-09-08", aims=[FIRST]) for title in ("C", "A", "B")]
    assert titles_by_track(a_plan(FIRST, records)) == [["A"], ["B"], ["C"]]
    assert titles_by_track(a_plan(FIRST, records[::-1])) == [["A"], ["B"], ["C"]]


def test_nothing_lies_in_the_pause_of_another_activity() -> None:
    tour = an_activity("Tour")
    plan = a_plan(
        FIRST,
        tour,
        a_contribution(tour, FIRST),
        [a_flight(tour, "2026-09-01"), a_flight(tour, "2026-09-20")],
        a_dated_activity("Between", "2026-09-10", aims=[FIRST]),
    )
    assert titles_by_track(plan) == [["Between"], ["Tour", "Tour"]]


def test_online_and_offline_have_tracks_of_their_own() -> None:
    plan = a_plan(
        FIRST,
        a_dated_activity("Thread", "2026-09-01", aims=[FIRST]),
        a_dated_activity("Fair", "2026-09-01", aims=[FIRST], kind=Kind.EVENT),
    )
    assert titles_by_track(plan, Side.ONLINE) == [["Thread"]]
    assert titles_by_track(plan, Side.OFFLINE) == [["Fair"]]


# -- lanes -----------------------------------------------------------------------------------------------


def test_an_activity_lies_in_the_lane_of_its_weightiest_aim() -> None:
    activity = an_activity()
    plan = a_plan(
        FIRST,
        SECOND,
        activity,
        a_flight(activity, "2026-09-01"),
        a_contribution(activity, FIRST, 1),
        a_contribution(activity, SECOND, 2),
    )
    assert [(bar.lane, bar.ghost) for bar in bars_of(arrange(plan))] == [(0, True), (1, False)]


def test_of_equal_weights_the_first_aim_has_the_lane() -> None:
    plan = a_plan(SECOND, FIRST, a_dated_activity("Fair", "2026-09-01", aims=[SECOND, FIRST]))
    assert [(bar.lane, bar.ghost) for bar in bars_of(arrange(plan))] == [(0, False), (1, True)]


def test_there_is_a_lane_without_an_aim_only_where_something_dated_needs_it() -> None:
    served = a_plan(FIRST, a_dated_activity("Served", "2026-09-01", aims=[FIRST]), an_activity("Undated"))
    unserved = a_plan(FIRST, a_dated_activity("Unserved", "2026-09-01"))
    assert [lane.aim_id for lane in arrange(served).lanes] == [FIRST.id]
    assert [lane.aim_id for lane in arrange(unserved).lanes] == [FIRST.id, None]


def test_the_span_is_that_of_all_bars() -> None:
    plan = a_plan(
        a_dated_activity("Early", "2026-09-01", "2026-12-01"), a_dated_activity("Late", "2026-10-01")
    )
    assert arrange(plan).span == Span(date(2026, 9, 1), date(2026, 12, 1))


# -- bridges ---------------------------------------------------------------------------------------------


def test_bridges_are_numbered_by_lane_and_then_by_day() -> None:
    plan = a_plan(
        FIRST,
        SECOND,
        [
            a_dated_activity(f"Thread {number}", f"2026-09-0{number}", aims=[aim])
            for number, aim in ((1, SECOND), (2, FIRST), (3, FIRST))
        ],
        [
            a_dated_activity(f"Fair {number}", f"2026-10-0{number}", aims=[aim], kind=Kind.EVENT)
            for number, aim in ((1, SECOND), (2, FIRST), (3, FIRST))
        ],
        [
            a_bridge(f"thread-{number}", f"fair-{number}", Pattern.ANNOUNCES, id=f"b{number}")
            for number in (1, 2, 3)
        ],
    )
    assert [path.bridge_id for path in arrange(plan).bridges] == ["b2", "b3", "b1"]


def test_a_bridge_of_one_side_crosses_no_waterline() -> None:
    plan = a_plan(
        FIRST,
        a_dated_activity("TV spot", "2026-09-01", aims=[FIRST], kind=Kind.TV),
        a_dated_activity("Fair", "2026-10-01", aims=[FIRST], kind=Kind.EVENT),
        a_bridge("tv-spot", "fair", Pattern.ANNOUNCES),
    )
    (path,) = arrange(plan).bridges
    assert path.waterline is None


# -- for any plan ----------------------------------------------------------------------------------------


@given(timeline_plans())
def test_no_two_bars_of_a_track_share_a_day(plan: Plan) -> None:
    for track in tracks_of(arrange(plan)):
        for earlier, later in pairwise(track.bars):
            assert earlier.last_day < later.first_day


@given(timeline_plans())
def test_no_bar_lies_on_a_hairline(plan: Plan) -> None:
    for track in tracks_of(arrange(plan)):
        drawn = sorted(
            [(bar.first_day, bar.last_day) for bar in track.bars]
            + [(line.first_day, line.last_day) for line in track.hairlines]
        )
        assert all(earlier[1] < later[0] for earlier, later in pairwise(drawn))


@given(timeline_plans())
def test_every_flight_has_one_bar_in_its_own_lane_and_ghosts_in_the_others(plan: Plan) -> None:
    bars = bars_of(arrange(plan))
    own = Counter(bar.flight_id for bar in bars if not bar.ghost)
    assert own == dict.fromkeys(plan.flights, 1)
    ghosts = Counter(bar.flight_id for bar in bars if bar.ghost)
    for flight in plan.flights.values():
        assert ghosts[flight.id] == max(0, len(plan.contributions_of(flight.activity_id)) - 1)


@given(timeline_plans())
def test_there_are_no_more_tracks_than_runs_at_the_busiest_moment(plan: Plan) -> None:
    for lane in arrange(plan).lanes:
        for side in Side:
            runs = _runs(lane.tracks(side))
            busiest = max((sum(first <= day <= last for first, last in runs) for day, _ in runs), default=0)
            assert len(lane.tracks(side)) == busiest


def _runs(tracks: tuple[Track, ...]) -> list[tuple[date, date]]:
    """From the first to the last flight of each activity on each track."""
    runs: list[tuple[date, date]] = []
    for track in tracks:
        last_activity = ""
        for bar in track.bars:
            if bar.activity_id == last_activity:
                runs[-1] = (runs[-1][0], bar.last_day)
            else:
                runs.append((bar.first_day, bar.last_day))
            last_activity = bar.activity_id
    return runs


@given(timeline_plans())
def test_the_arrangement_does_not_depend_on_the_order_of_records(plan: Plan) -> None:
    reordered = Plan.of(plan.campaign, reversed(list(plan.records())))
    assert arrange(reordered) == arrange(plan)


@given(timeline_plans())
def test_every_activity_is_on_a_track_or_in_the_tray(plan: Plan) -> None:
    arrangement = arrange(plan)
    drawn = {bar.activity_id for bar in bars_of(arrangement)}
    waiting = {item.activity_id for item in arrangement.tray}
    assert drawn | waiting == set(plan.activities)
    assert not drawn & waiting


@given(timeline_plans(), st.data())
def test_the_bars_of_some_activities_are_those_among_all_bars_of_a_track(
    plan: Plan, data: st.DataObject
) -> None:
    some = data.draw(st.sets(st.sampled_from(sorted(plan.activities)))) if plan.activities else set()
    for track in tracks_of(arrange(plan)):
        assert track.bars_of(some) == [bar for bar in track.bars if bar.activity_id in some]
        assert track.days == (track.bars[0].first_day, track.bars[-1].last_day)


@given(timeline_plans())
def test_every_bridge_is_drawn_or_open_and_its_ends_lie_on_its_bars(plan: Plan) -> None:
    arrangement = arrange(plan)
    assert sorted(
        [*(path.bridge_id for path in arrangement.bridges), *arrangement.open_bridge_ids]
    ) == sorted(plan.bridges)
    assert [path.number for path in arrangement.bridges] == list(range(1, len(arrangement.bridges) + 1))
    for path in arrangement.bridges:
        assert path.source.first_day <= path.source_day <= path.source.last_day
        assert path.target.first_day <= path.target_day <= path.target.last_day
        bridge = plan.bridges[path.bridge_id]
        assert (path.source.activity_id, path.target.activity_id) == (bridge.source_id, bridge.target_id)


@given(timeline_plans())
def test_moving_everything_by_some_days_moves_no_bar_up_or_down(plan: Plan) -> None:
    later = [
        a_flight(
            flight.activity_id,
            flight.first_day + timedelta(days=9),
            flight.last_day + timedelta(days=9),
            id=flight.id,
        )
        for flight in plan.flights.values()
    ]
    others = [record for record in plan.records() if record.id not in plan.flights]
    moved = arrange(Plan.of(plan.campaign, [*others, *later]))
    assert [(bar.flight_id, bar.lane, bar.track) for bar in bars_of(moved)] == [
        (bar.flight_id, bar.lane, bar.track) for bar in bars_of(arrange(plan))
    ]
