"""What fixes of missing bridges offer: a bridge with what is there already, or something new beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.days import Span
from campaignplanner.domain.review import Finding
from campaignplanner.planning.bridges import BridgeState, judge
from campaignplanner.planning.review.fix import Fix
from campaignplanner.planning.review.making import (
    Workshop,
    new_activity_sentence,
    new_bridge_sentence,
)
from campaignplanner.planning.review.rule import (
    Sight,
)
from campaignplanner.planning.sentences import quoted

MOST_LOOKED_AT = 500
"""Of the activities that could be bridged to; a plan with more has its first by then."""


@dataclass(frozen=True, slots=True)
class NewActivity:
    """An activity that a fix proposes beside one that is there, and how the two are tied."""

    title: str
    kind: Kind
    span: Span
    pattern: Pattern
    leads_there: bool
    what_people_do: str


def with_new(sight: Sight, finding: Finding, activity: Activity, new: NewActivity) -> Fix:
    """Return the fix that makes an activity for the same aims and audiences, with its bridge."""
    workshop = Workshop(sight.plan, finding, "new")
    records = workshop.activity(new.title, new.kind, new.span, activity, new.what_people_do)
    made = records[0].id
    ends = (made, activity.id) if new.leads_there else (activity.id, made)
    names = (new.title, activity.title) if new.leads_there else (activity.title, new.title)
    return Fix(
        label=f"Add {quoted(new.title)}",
        preview=(
            new_activity_sentence(new.title, new.kind, new.span, sight.days),
            new_bridge_sentence(names[0], new.pattern, names[1]),
        ),
        makes=(*records, workshop.bridge(*ends, new.pattern)),
    )


def by_what_is_there(
    sight: Sight, finding: Finding, activity: Activity, pattern: Pattern, *, leads_there: bool
) -> Iterator[Fix]:
    """Offer a bridge with what is there already and would hold: what shares an aim first."""
    best: tuple[tuple[bool, int, str], Activity] | None = None
    aims = sight.plan.aim_shares(activity.id).keys()
    workshop = Workshop(sight.plan, finding, "bridge")
    for other in _candidates(sight, activity, pattern):
        ends = (other.id, activity.id) if leads_there else (activity.id, other.id)
        judgement = judge(sight.plan, workshop.bridge(*ends, pattern))
        if judgement.state is not BridgeState.HOLDS or judgement.severity is not None:
            continue
        shares_no_aim = aims.isdisjoint(sight.plan.aim_shares(other.id))
        rank = (shares_no_aim, abs(judgement.gap_days or 0), other.id)
        if best is None or rank < best[0]:
            best = (rank, other)
    if best is None:
        return
    other = best[1]
    ends = (other.id, activity.id) if leads_there else (activity.id, other.id)
    names = (other.title, activity.title) if leads_there else (activity.title, other.title)
    yield Fix(
        label=_LABELS[pattern](quoted(other.title)),
        preview=(new_bridge_sentence(names[0], pattern, names[1]),),
        makes=(workshop.bridge(*ends, pattern),),
    )


_LABELS: dict[Pattern, Callable[[str], str]] = {
    Pattern.ANNOUNCES: "Let {} announce it".format,
    Pattern.CARRIES_ON_AS: "Carry it on as {}".format,
    Pattern.IS_TALKED_ABOUT_IN: "Ask people in {}".format,
    Pattern.IS_REWARDED_BY: "Let it reward {}".format,
    Pattern.IS_SHOWN_AT: "Show it at {}".format,
}


def _candidates(sight: Sight, activity: Activity, pattern: Pattern) -> Iterator[Activity]:
    kinds = _KINDS_FOR[pattern]
    bridges = sight.plan.bridges
    joined = {each.source_id for each in bridges.by("target_id").get(activity.id, ())}
    joined.update(each.target_id for each in bridges.by("source_id").get(activity.id, ()))
    fitting = (
        other
        for other in sight.plan.activities.values()
        if other.kind in kinds
        and other.side is not activity.side
        and other.status not in _NOT_OFFERED
        and other.id not in joined
    )
    return islice(fitting, MOST_LOOKED_AT)


_NOT_OFFERED = frozenset({ActivityStatus.CANCELLED, ActivityStatus.DONE, ActivityStatus.IDEA})
_TALKING = frozenset(
    {Kind.CONVERSATION, Kind.CONTENT, Kind.CHALLENGE, Kind.REVIEW_DRIVE, Kind.AMBASSADOR_CIRCLE}
)
_KINDS_FOR = {
    Pattern.ANNOUNCES: frozenset({Kind.INVITATION, Kind.E_MAIL, Kind.AMBASSADOR_CIRCLE, Kind.CONVERSATION}),
    Pattern.CARRIES_ON_AS: _TALKING,
    Pattern.IS_TALKED_ABOUT_IN: frozenset({Kind.CONVERSATION, Kind.REVIEW_DRIVE}),
    Pattern.IS_REWARDED_BY: frozenset({Kind.CHALLENGE, Kind.REVIEW_DRIVE, Kind.AMBASSADOR_CIRCLE}),
    Pattern.IS_SHOWN_AT: frozenset({Kind.DISPLAY, Kind.POP_UP}),
}


def span_to_mend(sight: Sight, activity: Activity) -> Span:
    """Return the days of an activity of which something dated was found."""
    span = sight.plan.span_of(activity.id)
    if span is None:
        raise ValueError("Only what has dates is found.")
    return span
