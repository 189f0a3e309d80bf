"""Plans a few edits later, of any sort that matters to the timeline."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from datetime import timedelta
from itertools import count

from hypothesis import strategies as st

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from tests.builders import a_bridge, a_contribution, an_activity, an_aim


@st.composite
def edited(draw: st.DrawFn, plan: Plan) -> Plan:
    """The plan after some edits."""
    for _ in range(draw(st.integers(1, 3))):
        editing = draw(st.sampled_from([each for each in _EDITS if _EDITS[each](plan)]))
        changes = editing(draw, plan)
        plan = plan.applying(
            ChangeSet(
                label="Edit", changes=tuple(Change(*each) for each in changes), campaign_id=plan.campaign.id
            )
        )
    return plan


Changes = list[tuple[PlanRecord | None, PlanRecord | None]]


def _activity(draw: st.DrawFn, plan: Plan) -> Activity:
    return plan.activities[draw(st.sampled_from(sorted(plan.activities)))]


def _add_activity(draw: st.DrawFn, plan: Plan) -> Changes:
    title = draw(st.sampled_from(("New", "Activity 1")))
    return [(None, an_activity(title, id=_free("new", plan.activities)))]


def _free(name: str, taken: Container[str]) -> str:
    return next(found for number in count() if (found := f"{name}-{number}") not in taken)


def _change_activity(draw: st.DrawFn, plan: Plan) -> Changes:
    activity = _activity(draw, plan)
    kind = draw(st.sampled_from((Kind.CONVERSATION, Kind.EVENT)))
    after = replace(
        activity,
        title=draw(st.sampled_from(("A", "B", activity.title))),
        owner=draw(st.sampled_from(("", "Ada", "ada", "Bo"))),
        place=draw(st.sampled_from(("", "Arena"))),
        channel=draw(st.sampled_from(("", "Arena", "Forum"))),
        status=draw(st.sampled_from(ActivityStatus)),
        kind=kind,
        side=next(iter(kind.sides)),
    )
    return [(activity, after)] if after != activity else []


def _drop_activity(draw: st.DrawFn, plan: Plan) -> Changes:
    activity = _activity(draw, plan)
    hanging: list[PlanRecord] = [
        *plan.flights_of(activity.id),
        *plan.contributions_of(activity.id),
        *plan.bridges_from(activity.id),
        *plan.bridges_to(activity.id),
        *plan.lines_of(activity.id),
    ]
    return [*((each, None) for each in hanging), (activity, None)]


def _move_flight(draw: st.DrawFn, plan: Plan) -> Changes:
    flight = plan.flights[draw(st.sampled_from(sorted(plan.flights)))]
    later = timedelta(days=draw(st.integers(-9, 9).filter(bool)))
    moved = replace(flight, first_day=flight.first_day + later, last_day=flight.last_day + later)
    return [(flight, draw(st.sampled_from((moved, replace(flight, place="Elsewhere"), None))))]


def _serve_aim(draw: st.DrawFn, plan: Plan) -> Changes:
    activity, aim = _activity(draw, plan), plan.aims[draw(st.sampled_from(sorted(plan.aims)))]
    served = next((each for each in plan.contributions_of(activity.id) if each.aim_id == aim.id), None)
    if served is not None:
        return [(served, draw(st.sampled_from((None, replace(served, weight=served.weight + 2)))))]
    return [(None, a_contribution(activity, aim, draw(st.integers(1, 3))))]


def _add_aim(draw: st.DrawFn, plan: Plan) -> Changes:
    return [(None, an_aim("New", id=_free("aim", plan.aims), position=draw(st.integers(0, 3))))]


def _move_aim(draw: st.DrawFn, plan: Plan) -> Changes:
    aim = plan.aims[draw(st.sampled_from(sorted(plan.aims)))]
    return [(aim, replace(aim, position=aim.position + 2))]


def _drop_bridge(draw: st.DrawFn, plan: Plan) -> Changes:
    return [(plan.bridges[draw(st.sampled_from(sorted(plan.bridges)))], None)]


def _build_bridge(draw: st.DrawFn, plan: Plan) -> Changes:
    source, target = draw(st.permutations(sorted(plan.activities)))[:2]
    return [(None, a_bridge(source, target, id=_free("bridge", plan.bridges)))]


def _turn_bridge(draw: st.DrawFn, plan: Plan) -> Changes:
    free = [each for each in plan.bridges.values() if each.pattern is Pattern.LEADS_TO]
    bridge = draw(st.sampled_from(sorted(free, key=lambda each: each.id)))
    return [(bridge, replace(bridge, source_id=bridge.target_id, target_id=bridge.source_id))]


_EDITS: dict[Callable[[st.DrawFn, Plan], Changes], Callable[[Plan], bool]] = {
    _add_activity: lambda _plan: True,
    _add_aim: lambda _plan: True,
    _change_activity: lambda plan: bool(plan.activities),
    _drop_activity: lambda plan: bool(plan.activities),
    _move_flight: lambda plan: bool(plan.flights),
    _serve_aim: lambda plan: bool(plan.activities and plan.aims),
    _move_aim: lambda plan: bool(plan.aims),
    _drop_bridge: lambda plan: bool(plan.bridges),
    _build_bridge: lambda plan: len(plan.activities) > 1,
    _turn_bridge: lambda plan: any(each.pattern is Pattern.LEADS_TO for each in plan.bridges.values()),
}
"""What can be edited, and in which plans."""
