"""Plans of any shape for the timeline: crowded, with pauses, overlaps, ghosts, undated ends."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.plan import Plan
from tests.builders import a_bridge, a_contribution, a_flight, a_plan, an_activity, an_aim

BEGIN = date(2026, 1, 1)
PATTERNS = [pattern for pattern in Pattern if pattern is not Pattern.OWN]


@st.composite
def timeline_plans(draw: st.DrawFn) -> Plan:
    aims = [an_aim(f"Aim {number}", position=number) for number in range(draw(st.integers(0, 3)))]
    activities = [
        an_activity(f"Activity {number}", draw(st.sampled_from([Kind.CONVERSATION, Kind.EVENT])))
        for number in range(draw(st.integers(0, 9)))
    ]
    flights = [flight for activity in activities for flight in draw(_flights(activity))]
    contributions = [found for activity in activities for found in draw(_contributions(activity, aims))]
    return a_plan(aims, activities, flights, contributions, draw(_bridges(activities)))


@st.composite
def _flights(draw: st.DrawFn, activity: Activity) -> list[Flight]:
    spans = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4))
    return [
        a_flight(
            activity,
            BEGIN + timedelta(days=start),
            BEGIN + timedelta(days=start + length),
            id=f"{activity.id}/{number}",
        )
        for number, (start, length) in enumerate(spans)
    ]


@st.composite
def _contributions(draw: st.DrawFn, activity: Activity, aims: list[Aim]) -> list[Contribution]:
    weights = draw(st.lists(st.integers(0, 2), min_size=len(aims), max_size=len(aims)))
    return [
        a_contribution(activity, aim, weight) for aim, weight in zip(aims, weights, strict=True) if weight
    ]


@st.composite
def _bridges(draw: st.DrawFn, activities: list[Activity]) -> list[Bridge]:
    if len(activities) < 2:
        return []
    ends = st.lists(st.sampled_from(activities), min_size=2, max_size=2, unique_by=lambda each: each.id)
    found = draw(st.lists(st.tuples(ends, st.sampled_from(PATTERNS)), max_size=6))
    return [
        a_bridge(source, target, pattern, id=f"bridge-{number}")
        for number, ((source, target), pattern) in enumerate(found)
    ]
