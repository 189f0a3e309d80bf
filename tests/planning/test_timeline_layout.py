from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import (
    LayoutMetrics,
    TimelineLayout,
    arrange,
    place,
    visible,
)
from tests.builders import a_bridge, a_dated_activity, a_plan, an_aim
from tests.planning.timeline_plans import BEGIN, timeline_plans

METRICS = LayoutMetrics(
    bar_height=20,
    track_gap=4,
    waterline_gap=15,
    lane_padding=10,
    least_lane_height=150,
    least_unaimed_height=60,
)
AIM = an_aim("Aim", position=0)
FOREVER = date(1, 1, 1), date(9999, 12, 31)


def laid_out(plan: Plan, metrics: LayoutMetrics = METRICS) -> TimelineLayout:
    return place(arrange(plan), metrics)


def everything(layout: TimelineLayout) -> tuple[float, float, date, date]:
    return -1.0, layout.height + 1, *FOREVER


# -- heights ---------------------------------------------------------------------------------------------


def test_online_bars_lie_above_the_waterline_and_offline_bars_below() -> None:
    layout = laid_out(
        a_plan(
            AIM,
            a_dated_activity("Thread", "2026-09-01", aims=[AIM]),
            a_dated_activity("Fair", "2026-09-01", aims=[AIM], kind=Kind.EVENT),
        )
    )
    (lane,) = layout.lanes
    (online,), (offline,) = lane.lane.online[0].bars, lane.lane.offline[0].bars
    assert (layout.bar_top(online), lane.waterline, layout.bar_top(offline)) == (10, 45, 60)


def test_a_second_track_lies_further_out() -> None:
    layout = laid_out(a_plan(AIM))
    assert layout.track_top(0, Side.ONLINE, 1) == layout.track_top(0, Side.ONLINE, 0) - 24
    assert layout.track_top(0, Side.OFFLINE, 1) == layout.track_top(0, Side.OFFLINE, 0) + 24


def test_a_lane_is_as_high_as_the_texts_of_its_aim_need() -> None:
    assert laid_out(a_plan(AIM)).height == 150


def test_a_lane_grows_with_its_tracks() -> None:
    crowd = [a_dated_activity(f"Thread {number}", "2026-09-01", aims=[AIM]) for number in range(6)]
    assert laid_out(a_plan(AIM, crowd)).height == 10 + 6 * 24 - 4 + 15 + 15 + 20 + 10


def test_an_aim_keeps_room_for_the_side_that_it_lacks() -> None:
    fair = a_dated_activity("Fair", "2026-09-01", aims=[AIM], kind=Kind.EVENT)
    (lane,) = laid_out(a_plan(AIM, fair)).lanes
    assert lane.waterline == 10 + 20 + 15
    assert lane.shows_waterline


def test_the_lane_without_an_aim_needs_no_waterline_for_one_side() -> None:
    thread = a_dated_activity("Thread", "2026-09-01")
    fair = a_dated_activity("Fair", "2026-09-01", kind=Kind.EVENT)
    assert not laid_out(a_plan(thread)).lanes[0].shows_waterline
    assert laid_out(a_plan(thread, fair)).lanes[0].shows_waterline


def test_a_plan_without_lanes_has_no_height() -> None:
    layout = laid_out(a_plan())
    assert (layout.height, layout.lane_at(0)) == (0, None)
    assert visible(layout, *everything(layout)).lanes == ()


@given(timeline_plans())
def test_lanes_follow_one_another_and_hold_their_bars(plan: Plan) -> None:
    layout = laid_out(plan)
    for upper, lower in pairwise(layout.lanes):
        assert upper.bottom == lower.top
    for lane in layout.lanes:
        for track in (*lane.lane.online, *lane.lane.offline):
            top = layout.bar_top(track.bars[0])
            assert lane.top < top
            assert top + METRICS.bar_height < lane.bottom


@given(timeline_plans())
def test_no_bar_lies_on_another_or_on_the_waterline(plan: Plan) -> None:
    layout = laid_out(plan)
    for lane in layout.lanes:
        tracks = (*lane.lane.online, *lane.lane.offline)
        tops = sorted(layout.bar_top(track.bars[0]) for track in tracks)
        assert all(lower - upper >= METRICS.bar_height for upper, lower in pairwise(tops))
        assert not any(top <= lane.waterline <= top + METRICS.bar_height for top in tops)


# -- finding what lies at a point ------------------------------------------------------------------------


@given(timeline_plans())
def test_every_bar_is_found_at_its_corners_and_not_beyond(plan: Plan) -> None:
    layout = laid_out(plan)
    bars = [bar for seen in visible(layout, *everything(layout)).tracks for bar in seen.bars]
    for bar in bars:
        top = layout.bar_top(bar)
        assert layout.bar_at(bar.first_day, top + 0.1) == bar
        assert layout.bar_at(bar.last_day, top + METRICS.bar_height - 0.1) == bar
        assert layout.bar_at(bar.first_day, top - 0.1) != bar
        assert layout.bar_at(bar.last_day, top + METRICS.bar_height + 0.1) != bar
        assert layout.bar_at(bar.first_day - timedelta(days=1), top + 1) != bar
        assert layout.bar_at(bar.last_day + timedelta(days=1), top + 1) != bar


def test_between_two_lanes_the_lower_one_is_found() -> None:
    layout = laid_out(a_plan(AIM, an_aim("Other", position=1)))
    found = [layout.lane_at(y) for y in (-1, 0, 149.9, 150, 299.9, 300)]
    assert [None if lane is None else lane.lane.index for lane in found] == [None, 0, 0, 1, 1, None]


# -- what is seen ----------------------------------------------------------------------------------------


@given(timeline_plans(), st.floats(-50, 900), st.floats(0, 400), st.integers(-5, 85), st.integers(0, 40))
def test_what_is_seen_is_what_touches_the_view(
    plan: Plan, top: float, height: float, start: int, days: int
) -> None:
    layout = laid_out(plan)
    bottom = top + height
    first_day, last_day = BEGIN + timedelta(days=start), BEGIN + timedelta(days=start + days)
    seen = visible(layout, top, bottom, first_day, last_day)
    all_bars = [bar for each in visible(layout, *everything(layout)).tracks for bar in each.bars]
    expected = {
        bar
        for bar in all_bars
        if bar.first_day <= last_day
        and bar.last_day >= first_day
        and layout.bar_top(bar) <= bottom
        and layout.bar_top(bar) + METRICS.bar_height >= top
    }
    found = {bar for each in seen.tracks for bar in each.bars}
    assert expected <= found
    # A track whose gap touches the view may come with it; nothing else does.
    for bar in found - expected:
        assert bar.first_day <= last_day
        assert bar.last_day >= first_day
        assert layout.bar_top(bar) - METRICS.track_gap <= bottom
        assert layout.bar_top(bar) + METRICS.bar_height + METRICS.track_gap >= top


@given(timeline_plans(), st.floats(-50, 900), st.floats(0, 400), st.integers(-5, 85), st.integers(0, 40))
def test_bridges_seen_are_those_whose_reach_touches_the_view(
    plan: Plan, top: float, height: float, start: int, days: int
) -> None:
    layout = laid_out(plan)
    bottom = top + height
    first_day, last_day = BEGIN + timedelta(days=start), BEGIN + timedelta(days=start + days)
    expected = [
        placed
        for placed in visible(layout, *everything(layout)).bridges
        if min(placed.path.source_day, placed.path.target_day) <= last_day
        and max(placed.path.source_day, placed.path.target_day) >= first_day
        and placed.top <= bottom
        and placed.bottom >= top
    ]
    assert list(visible(layout, top, bottom, first_day, last_day).bridges) == expected


@given(timeline_plans(), st.floats(-50, 900), st.floats(0, 400), st.integers(-5, 85), st.integers(0, 40))
def test_without_those_that_only_pass_through_bridges_have_an_end_or_their_glyph_near_the_view(
    plan: Plan, top: float, height: float, start: int, days: int
) -> None:
    layout, reach = laid_out(plan), 12.0
    part = top, top + height, BEGIN + timedelta(days=start), BEGIN + timedelta(days=start + days)
    expected = [
        placed
        for placed in visible(layout, *part).bridges
        if any(
            top - reach <= y <= top + height + reach
            for y in (placed.source_y, placed.target_y, placed.glyph_y)
        )
    ]
    assert list(visible(layout, *part, reach=reach).bridges) == expected


@given(timeline_plans())
def test_seen_as_a_whole_nothing_is_missing(plan: Plan) -> None:
    layout = laid_out(plan)
    seen = visible(layout, *everything(layout))
    assert seen.lanes == layout.lanes
    assert [placed.path for placed in seen.bridges] == list(layout.arrangement.bridges)
    own = [bar.flight_id for track in seen.tracks for bar in track.bars if not bar.ghost]
    assert sorted(own) == sorted(plan.flights)


@given(timeline_plans())
def test_tracks_are_seen_from_top_to_bottom(plan: Plan) -> None:
    layout = laid_out(plan)
    tops = [seen.top for seen in visible(layout, *everything(layout)).tracks]
    assert tops == sorted(tops)


def test_a_hairline_is_seen_where_no_bar_is() -> None:
    flights = a_dated_activity("Tour", "2026-09-01", aims=[AIM])
    again = a_dated_activity("Tour", "2026-12-01", aims=[AIM])[1]
    layout = laid_out(a_plan(AIM, flights, again))
    (seen,) = visible(layout, 0, layout.height, date(2026, 10, 1), date(2026, 10, 2)).tracks
    assert (seen.bars, len(seen.hairlines)) == ((), 1)


# -- bridges ---------------------------------------------------------------------------------------------


def test_a_bridge_leaves_and_arrives_at_the_edges_that_face_the_waterline() -> None:
    layout = laid_out(
        a_plan(
            AIM,
            a_dated_activity("Invitation", "2026-09-01", "2026-09-07", aims=[AIM]),
            a_dated_activity("Fair", "2026-09-20", aims=[AIM], kind=Kind.EVENT),
            a_bridge("invitation", "fair", Pattern.ANNOUNCES),
        )
    )
    (bridge,) = visible(layout, *everything(layout)).bridges
    assert (bridge.source_y, bridge.glyph_y, bridge.target_y) == (30, 45, 60)


def test_a_bridge_between_bars_on_one_level_runs_at_half_their_height() -> None:
    layout = laid_out(
        a_plan(
            AIM,
            a_dated_activity("Teaser", "2026-09-01", aims=[AIM]),
            a_dated_activity("Thread", "2026-09-20", aims=[AIM]),
            a_bridge("teaser", "thread"),
        )
    )
    (bridge,) = visible(layout, *everything(layout)).bridges
    assert (bridge.source_y, bridge.glyph_y, bridge.target_y) == (20, 20, 20)
