"""What a campaign needs first, in order, and how far a plan has come; the guide leads along these steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeState, judge, patterns_for

_MOST_PAIRS = 2_000
"""How many pairs are looked at; a plan with more is long past its first bridges."""


class FirstStep(Enum):
    """The steps, in the order in which a plan grows best: aims before tools."""

    AIMS = "aims"
    KPIS = "kpis"
    AUDIENCE = "audience"
    ACTIVITIES = "activities"
    BRIDGES = "bridges"


@dataclass(frozen=True, slots=True)
class BridgeProposal:
    """A bridge that is not there yet and would fit.

    Attributes:
        source: the activity it would start from.
        target: the one it would lead to, on the other side.
        pattern: the likeliest that fits the two.
    """

    source: Activity
    target: Activity
    pattern: Pattern


def is_bare(plan: Plan) -> bool:
    """Tell whether nothing of what the steps lead to is there yet."""
    return not (plan.aims or plan.kpis or plan.audiences or plan.activities)


def is_done(plan: Plan, step: FirstStep) -> bool:
    """Tell whether a plan has what a step leads to."""
    match step:
        case FirstStep.AIMS:
            return bool(plan.aims)
        case FirstStep.KPIS:
            return bool(plan.aims) and not aims_without_kpi(plan)
        case FirstStep.AUDIENCE:
            return bool(plan.audiences)
        case FirstStep.ACTIVITIES:
            return not sides_without_activity(plan)
        case FirstStep.BRIDGES:
            return any(_crosses(plan, bridge.source_id, bridge.target_id) for bridge in plan.bridges.values())


def next_step(plan: Plan) -> FirstStep | None:
    """Return the first step that is not done; None when the plan has its beginnings."""
    return next((step for step in FirstStep if not is_done(plan, step)), None)


def aims_without_kpi(plan: Plan) -> tuple[Aim, ...]:
    """Return the aims that nothing measures yet, in their order."""
    return tuple(aim for aim in plan.aims_in_order if not plan.kpis_of_aim(aim.id))


def sides_without_activity(plan: Plan) -> tuple[Side, ...]:
    """Return the sides on which nothing happens yet."""
    taken = {activity.side for activity in plan.activities.values()}
    return tuple(side for side in Side if side not in taken)


def likely_bridges(plan: Plan) -> Iterator[BridgeProposal]:
    """Yield bridges that would fit between the sides, those first that would not be broken by their dates.

    Pairs that a bridge joins already, in either direction, are left out. Of a pair only the likelier
    direction is proposed; where no pattern of its own fits, it leads from offline to online.
    """
    joined = {frozenset((bridge.source_id, bridge.target_id)) for bridge in plan.bridges.values()}
    later: list[BridgeProposal] = []
    for online, offline in islice(_pairs(plan), _MOST_PAIRS):
        if frozenset((online.id, offline.id)) in joined:
            continue
        proposals = (*_fitting(online, offline), *_fitting(offline, online))
        likeliest = _likeliest(plan, proposals) or BridgeProposal(offline, online, Pattern.LEADS_TO)
        if proposals and not _would_break(plan, likeliest):
            yield likeliest
        else:
            later.append(likeliest)
    yield from later


def likeliest_pattern(plan: Plan, source: Activity, target: Activity) -> Pattern:
    """Return what a bridge between two most likely is: a pattern that their dates let stand."""
    likeliest = _likeliest(plan, _fitting(source, target))
    return Pattern.LEADS_TO if likeliest is None else likeliest.pattern


def _likeliest(plan: Plan, proposals: Sequence[BridgeProposal]) -> BridgeProposal | None:
    """Return the narrowest that its dates would not break, else the narrowest; None where there is none."""
    narrow_first = sorted(proposals, key=_narrowness)
    sound = (each for each in narrow_first if not _would_break(plan, each))
    return next(sound, narrow_first[0] if narrow_first else None)


def _pairs(plan: Plan) -> Iterator[tuple[Activity, Activity]]:
    """Yield each activity online with each offline, by their first days and titles."""
    by_side: dict[Side, list[Activity]] = {side: [] for side in Side}
    for activity in sorted(plan.activities.values(), key=lambda each: _place(plan, each)):
        by_side[activity.side].append(activity)
    for online in by_side[Side.ONLINE]:
        for offline in by_side[Side.OFFLINE]:
            yield online, offline


def _place(plan: Plan, activity: Activity) -> tuple[bool, str, str, str]:
    span = plan.span_of(activity.id)
    first_day = "" if span is None else span.first_day.isoformat()
    return span is None, first_day, activity.title.casefold(), activity.id


def _fitting(source: Activity, target: Activity) -> tuple[BridgeProposal, ...]:
    """Return the proposals of one direction, those that say more than "leads to"."""
    patterns = patterns_for(source, target)
    return tuple(BridgeProposal(source, target, each) for each in patterns if each is not Pattern.LEADS_TO)


_NARROW = (
    Pattern.IS_STREAMED_AS,
    Pattern.IS_REWARDED_BY,
    Pattern.IS_TALKED_ABOUT_IN,
    Pattern.CARRIES_ON_AS,
)
"""Patterns of which few kinds have one: where both directions fit, the narrower is the likelier."""


def _narrowness(proposal: BridgeProposal) -> int:
    return _NARROW.index(proposal.pattern) if proposal.pattern in _NARROW else len(_NARROW)


def _would_break(plan: Plan, proposal: BridgeProposal) -> bool:
    bridge = Bridge(
        id="proposal",
        source_id=proposal.source.id,
        target_id=proposal.target.id,
        pattern=proposal.pattern,
    )
    return judge(plan, bridge).state is BridgeState.BROKEN


def _crosses(plan: Plan, source_id: str, target_id: str) -> bool:
    return plan.activities[source_id].side is not plan.activities[target_id].side
