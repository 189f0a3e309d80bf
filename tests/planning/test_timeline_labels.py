from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_labels import _kept_apart
from campaignplanner.planning.timeline_layout import (
    BridgePath,
    LabelMetrics,
    LabelPlace,
    LabelWhere,
    LayoutMetrics,
    VisibleTrack,
    arrange,
    bridge_ends,
    glyph_places,
    label_places,
    place,
    visible,
)
from campaignplanner.planning.timescale import TimeScale
from tests.builders import a_bridge, a_contribution, a_dated_activity, a_flight, a_plan, an_activity, an_aim
from tests.planning.timeline_plans import BEGIN, timeline_plans

METRICS = LayoutMetrics(
    bar_height=20,
    track_gap=4,
    waterline_gap=15,
    lane_padding=10,
    least_lane_height=0,
    least_unaimed_height=0,
)
LABELS = LabelMetrics(padding=5, gap=4, least_width=20, least_bar_width=3)
SCALE = TimeScale(date(2026, 9, 1), 10)
FOREVER = date(1, 1, 1), date(9999, 12, 31)


def seen_tracks(plan: Plan) -> tuple[VisibleTrack, ...]:
    layout = place(arrange(plan), METRICS)
    return visible(layout, 0, layout.height, *FOREVER).tracks


def labels(*records: Any, width: float, **edges: float) -> list[LabelPlace]:
    """The labels of the one track on which all records lie."""
    (seen,) = seen_tracks(a_plan(records))
    return label_places(seen, SCALE, lambda _: width, LABELS, **edges)


def test_a_label_that_fits_stands_inside_its_bar() -> None:
    (label,) = labels(a_dated_activity("Thread", "2026-09-01", "2026-09-10"), width=90)
    assert (label.where, label.x, label.width, label.elided) == (LabelWhere.INSIDE, 5, 90, False)


def test_a_label_too_long_for_its_bar_stands_beside_it() -> None:
    (label,) = labels(a_dated_activity("Thread", "2026-09-01", "2026-09-10"), width=91)
    assert (label.where, label.x, label.width) == (LabelWhere.BESIDE, 104, 91)


def test_a_label_that_would_stick_out_at_the_end_stands_before_its_bar() -> None:
    last = a_dated_activity("Last", "2026-09-20")  # from x 190 to x 200
    assert labels(last, width=60, turning=264)[0].where is LabelWhere.BESIDE
    (label,) = labels(last, width=60, turning=263)
    assert (label.where, label.x, label.width, label.elided) == (LabelWhere.BEFORE, 126, 60, False)


def test_where_there_is_no_room_before_it_either_it_is_elided() -> None:
    first, last = a_dated_activity("First", "2026-09-15"), a_dated_activity("Last", "2026-09-20")
    found = labels(first, last, width=60, turning=230)[-1]
    assert (found.where, found.x, found.width, found.elided) == (LabelWhere.BESIDE, 204, 26, True)


def test_it_sticks_out_where_next_to_nothing_of_it_could_be_shown() -> None:
    first, last = a_dated_activity("First", "2026-09-15"), a_dated_activity("Last", "2026-09-20")
    found = labels(first, last, width=60, turning=220)[-1]
    assert (found.where, found.x, found.width, found.elided) == (LabelWhere.BESIDE, 204, 60, False)


def test_a_long_bar_keeps_its_label_at_the_end_too() -> None:
    (label,) = labels(a_dated_activity("Thread", "2026-09-01", "2026-09-10"), width=90, turning=50)
    assert label.where is LabelWhere.INSIDE


def test_a_label_beside_a_bar_needs_room_until_the_next_bar() -> None:
    short = a_dated_activity("Short", "2026-09-01")
    next_one = a_dated_activity("Next", "2026-09-12", "2026-09-30")  # x 110, less a gap on either side
    assert labels(short, next_one, width=92)[0].where is LabelWhere.BESIDE
    assert labels(short, next_one, width=93)[0].elided


def test_a_label_is_elided_inside_where_half_of_it_can_be_read() -> None:
    first = a_dated_activity("First", "2026-09-01", "2026-09-10")
    next_one = a_dated_activity("Next", "2026-09-11", "2026-12-30")
    (label, _) = labels(first, next_one, width=180)
    assert (label.where, label.width, label.elided) == (LabelWhere.INSIDE, 90, True)


def test_a_label_with_next_to_no_room_is_left_out() -> None:
    first = a_dated_activity("First", "2026-09-01", "2026-09-02")
    next_one = a_dated_activity("Next", "2026-09-03", "2026-12-30")
    assert [label.bar.activity_id for label in labels(first, next_one, width=50)] == ["next"]


def test_an_activity_is_labelled_once_in_the_first_flight_that_has_room() -> None:
    tour = an_activity("Tour")
    flights = [a_flight(tour, "2026-09-01"), a_flight(tour, "2026-09-05", "2026-09-20")]
    (label,) = labels(tour, flights, width=100)
    assert (label.bar.first_day, label.where) == (date(2026, 9, 5), LabelWhere.INSIDE)


def test_a_label_does_not_stand_on_a_hairline() -> None:
    tour = an_activity("Tour")
    flights = [a_flight(tour, "2026-09-01"), a_flight(tour, "2026-10-01")]
    (label,) = labels(tour, flights, width=100)
    assert (label.bar.first_day, label.where) == (date(2026, 10, 1), LabelWhere.BESIDE)


def test_the_label_of_a_bar_that_starts_before_the_view_stays_in_view() -> None:
    (label,) = labels(a_dated_activity("Thread", "2026-09-01", "2026-11-30"), width=60, left_edge=300)
    assert (label.where, label.x) == (LabelWhere.INSIDE, 305)


def test_no_label_runs_off_the_page() -> None:
    (label,) = labels(a_dated_activity("Thread", "2026-09-01"), width=60, right_edge=60)
    assert (label.x + label.width, label.elided) == (60, True)


def test_a_label_keeps_clear_of_a_bar_drawn_wider_than_its_day() -> None:
    (seen,) = seen_tracks(a_plan(a_dated_activity("Thread", "2026-09-01")))
    narrow = TimeScale(date(2026, 9, 1), 0.5)
    (label,) = label_places(seen, narrow, lambda _: 60, LABELS)
    assert label.x == LABELS.least_bar_width + LABELS.gap


@given(
    timeline_plans(),
    st.floats(0.5, 40),
    st.dictionaries(st.sampled_from([f"activity-{n}" for n in range(9)]), st.floats(1, 300)),
    st.floats(-100, 1500),
    st.floats(0, 1500),
)
def test_no_label_covers_a_bar_a_hairline_or_another_label(
    plan: Plan, pixels_per_day: float, widths: dict[str, float], left_edge: float, turning: float
) -> None:
    scale = TimeScale(BEGIN, pixels_per_day)
    metrics = LabelMetrics(padding=5, gap=4, least_width=20)
    for seen in seen_tracks(plan):
        written = partial(label_places, seen, scale, lambda found: widths.get(found, 50), metrics)
        turned = [each for each in written(turning=turning) if each.where is LabelWhere.BEFORE]
        places = [*written(left_edge=left_edge)] if not turned else written(turning=turning)
        drawn = [(scale.x_of_day(bar.first_day), scale.x_after(bar.last_day)) for bar in seen.bars]
        drawn += [(scale.x_of_day(line.first_day), scale.x_after(line.last_day)) for line in seen.hairlines]
        texts = sorted((label.x, label.x + label.width) for label in places)
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(texts))
        for label in places:
            assert label.x >= (0 if turned else left_edge)
            if label.where is LabelWhere.INSIDE:
                assert scale.x_of_day(label.bar.first_day) + 5 <= label.x + 1e-6
                assert label.x + label.width <= scale.x_after(label.bar.last_day) - 5 + 1e-6
            else:
                ends = label.x, label.x + label.width
                assert not any(ends[0] < right and left < ends[1] for left, right in drawn)


# -- bridges ---------------------------------------------------------------------------------------------


def the_bridge(
    pattern: Pattern, source: tuple[str, str], target: tuple[str, str]
) -> tuple[BridgePath, tuple[float, float]]:
    aim = an_aim()
    plan = a_plan(
        aim,
        a_dated_activity("Source", *source, aims=[aim], kind=Kind.EVENT),
        a_dated_activity("Target", *target, aims=[aim]),
        a_bridge("source", "target", pattern),
    )
    (path,) = arrange(plan).bridges
    return path, bridge_ends(path, SCALE, 6)


@pytest.mark.parametrize("pattern", [Pattern.CARRIES_ON_AS, Pattern.LEADS_TO])
def test_a_bridge_joins_the_end_of_one_bar_to_the_start_of_the_next(pattern: Pattern) -> None:
    _, ends = the_bridge(pattern, ("2026-09-01", "2026-09-10"), ("2026-09-20", "2026-09-30"))
    assert ends == (94, 196)


def test_what_carries_on_something_that_ends_while_it_runs_is_joined_straight_across() -> None:
    _, ends = the_bridge(Pattern.CARRIES_ON_AS, ("2026-09-05", "2026-09-10"), ("2026-09-01", "2026-09-30"))
    assert ends == (94, 94)


def test_what_starts_while_its_source_runs_is_joined_straight_across() -> None:
    _, ends = the_bridge(Pattern.LEADS_TO, ("2026-09-01", "2026-09-30"), ("2026-09-11", "2026-09-30"))
    assert ends == (106, 106)


def test_what_carries_on_but_ends_too_early_is_joined_at_its_end() -> None:
    path, ends = the_bridge(Pattern.CARRIES_ON_AS, ("2026-09-01", "2026-09-30"), ("2026-09-01", "2026-09-10"))
    assert ends == (294, 94)
    assert path.target_at_end


def test_a_bridge_never_leaves_beyond_the_middle_of_a_short_bar() -> None:
    _, ends = the_bridge(Pattern.LEADS_TO, ("2026-09-01", "2026-09-01"), ("2026-09-20", "2026-09-20"))
    assert ends == (5, 195)


def test_a_target_of_several_flights_is_reached_in_the_one_that_carries_on() -> None:
    aim, clinic, thread = an_aim(), an_activity("Clinic", Kind.SERVICE_CLINIC), an_activity("Thread")
    plan = a_plan(
        aim,
        clinic,
        thread,
        a_contribution(clinic, aim),
        a_contribution(thread, aim),
        a_flight(clinic, "2026-09-10", "2026-09-12"),
        [a_flight(thread, "2026-09-01"), a_flight(thread, "2026-09-15", "2026-09-20")],
        a_bridge(clinic, thread, Pattern.CARRIES_ON_AS),
    )
    (path,) = arrange(plan).bridges
    assert path.target.first_day == date(2026, 9, 15)


@given(timeline_plans(), st.floats(0.5, 40))
def test_glyphs_of_a_waterline_keep_apart(plan: Plan, pixels_per_day: float) -> None:
    paths = arrange(plan).bridges
    places = glyph_places(paths, TimeScale(BEGIN, pixels_per_day), 6, 16)
    assert set(places) == {path.number for path in paths}
    by_waterline: dict[int, list[float]] = {}
    for path in paths:
        if path.waterline is not None:
            by_waterline.setdefault(path.waterline, []).append(places[path.number])
    for found in by_waterline.values():
        assert all(right - left >= 16 - 1e-6 for left, right in pairwise(sorted(found)))


def test_a_glyph_with_room_around_it_sits_halfway() -> None:
    path, ends = the_bridge(Pattern.LEADS_TO, ("2026-09-01", "2026-09-10"), ("2026-09-20", "2026-09-30"))
    assert glyph_places([path], SCALE, 6, 16) == {1: sum(ends) / 2}


def test_glyphs_that_would_overlap_share_the_way_out() -> None:
    assert _kept_apart([100, 100], 10) == [95, 105]


def test_glyphs_pushed_into_others_push_those_too() -> None:
    assert _kept_apart([0, 100, 101, 108], 10) == pytest.approx([0, 93, 103, 113])
