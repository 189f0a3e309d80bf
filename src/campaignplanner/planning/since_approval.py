"""What has changed in a plan since the approved state of it: what moved, what is new, what was dropped.

Public: ``changes_since`` gives a ``SinceApproval``: what the timeline draws. What differs record by record,
to be read, is in ``differences``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from campaignplanner.domain.activity import Activity, ActivityStatus, Flight
from campaignplanner.domain.approval import Version
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class DroppedActivity:
    """An activity of the approved plan that is no longer there, or is cancelled now.

    Attributes:
        activity: as it was approved.
        flights: its runs, by their first days.
        is_gone: whether it was deleted; a cancelled one is still in the plan.
    """

    activity: Activity
    flights: tuple[Flight, ...]
    is_gone: bool


@dataclass(frozen=True, slots=True, eq=False)
class SinceApproval:
    """What differs between the approved plan and the plan as it is now.

    Attributes:
        version: the approved state.
        approved: the plan as it was then.
        moved: by the identifier of a flight of now, the days that were approved for it.
        moved_activities: the activities whose dates changed in any way, by their approved spans; None for
            one that had no dates then.
        new: the activities that were not there then.
        dropped: what was there and is not wanted any more, in the order of the first days.
    """

    version: Version
    approved: Plan
    moved: Mapping[str, Span]
    moved_activities: Mapping[str, Span | None]
    new: frozenset[str]
    dropped: tuple[DroppedActivity, ...]

    def dropping(self, kept: Collection[str]) -> SinceApproval:
        """Return the same, of what was dropped only these activities."""
        return replace(self, dropped=tuple(each for each in self.dropped if each.activity.id in kept))


def changes_since(version: Version, approved: Plan, now: Plan) -> SinceApproval:
    """Compare the plan as it was approved with the plan as it is now."""
    moved: dict[str, Span] = {}
    moved_activities: dict[str, Span | None] = {}
    for activity_id in now.activities:
        if activity_id not in approved.activities:
            continue
        then, today = _runs(approved, activity_id), _runs(now, activity_id)
        if [each.span for each in then] != [each.span for each in today]:
            moved_activities[activity_id] = approved.span_of(activity_id)
            moved.update(_paired(then, today))
    return SinceApproval(
        version=version,
        approved=approved,
        moved=moved,
        moved_activities=moved_activities,
        new=frozenset(each for each in now.activities if each not in approved.activities),
        dropped=_dropped(approved, now),
    )


def _paired(then: tuple[Flight, ...], now: tuple[Flight, ...]) -> Mapping[str, Span]:
    """The approved days of flights that moved: each by itself, those made anew in the order of their days."""
    before = {each.id: each for each in then}
    known = {each.id for each in now}
    orphans = iter([each for each in then if each.id not in known])
    found: dict[str, Span] = {}
    for flight in now:
        was = before.get(flight.id) or next(orphans, None)
        if was is not None and was.span != flight.span:
            found[flight.id] = was.span
    return found


def _dropped(approved: Plan, now: Plan) -> tuple[DroppedActivity, ...]:
    found: list[DroppedActivity] = []
    for activity in approved.activities.values():
        current = now.activities.get(activity.id)
        if not _is_dropped(activity, current):
            continue
        found.append(DroppedActivity(activity, _runs(approved, activity.id), current is None))
    return tuple(sorted(found, key=_by_first_day))


def _is_dropped(then: Activity, now: Activity | None) -> bool:
    cancelled = ActivityStatus.CANCELLED
    return now is None or (now.status is cancelled and then.status is not cancelled)


def _by_first_day(each: DroppedActivity) -> tuple[date, str]:
    return (each.flights[0].first_day if each.flights else date.max, each.activity.id)


def _runs(plan: Plan, activity_id: str) -> tuple[Flight, ...]:
    return tuple(sorted(plan.flights_of(activity_id), key=lambda each: (each.first_day, each.last_day)))
