"""How it integrates: each offline moment with what happens online before, during and after it."""

from __future__ import annotations

from campaignplanner.brief.contents import Integration, Moment, Partner
from campaignplanner.brief.context import BETWEEN, BriefContext, unique
from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.bridge import Bridge, Pattern

MOMENTS_ON_PAGE_1 = 8
TITLES_NAMED = 5


def integration_of(context: BriefContext) -> Integration:
    """The offline moments that crossing bridges join: the first few, and how many more there are."""
    happening = (each for each in context.activities if not context.is_cancelled(each))
    offline = [each for each in happening if each.side is Side.OFFLINE]
    joined = [each for each in offline if _bridges_of(context, each)]
    moments = tuple(_moment(context, each) for each in joined[:MOMENTS_ON_PAGE_1])
    notes = []
    if len(joined) > MOMENTS_ON_PAGE_1:
        notes.append(context.words.count("more_moments", len(joined) - MOMENTS_ON_PAGE_1))
    unjoined = [each.title for each in offline if not _bridges_of(context, each)]
    if unjoined and joined:
        notes.append(context.words.say("unjoined", titles=_named(context, unjoined)))
    return Integration(moments, tuple(notes))


def _named(context: BriefContext, titles: list[str]) -> str:
    named = ", ".join(titles[:TITLES_NAMED])
    rest = len(titles) - TITLES_NAMED
    return f"{named} {context.words.say('and_more', count=rest)}" if rest > 0 else named


def _bridges_of(context: BriefContext, activity: Activity) -> list[Bridge]:
    plan = context.plan
    bridges = (*plan.bridges_to(activity.id), *plan.bridges_from(activity.id))
    numbers = context.bridge_numbers
    return sorted((each for each in bridges if plan.is_crossing(each)), key=lambda each: numbers[each.id])


def _moment(context: BriefContext, activity: Activity) -> Moment:
    places: dict[str, list[Partner]] = {"before": [], "during": [], "after": []}
    for bridge in _bridges_of(context, activity):
        places[_when(activity, bridge)].append(_partner(context, activity, bridge))
    return Moment(
        activity.title,
        BETWEEN.join(unique((context.days_of(activity), activity.owner))),
        tuple(places["before"]),
        tuple(places["during"]),
        tuple(places["after"]),
    )


def _when(activity: Activity, bridge: Bridge) -> str:
    """The pattern says when: what leads to a moment comes before it, what follows comes after."""
    if bridge.pattern in (Pattern.IS_SHOWN_AT, Pattern.IS_STREAMED_AS):
        return "during"
    return "before" if bridge.target_id == activity.id else "after"


def _partner(context: BriefContext, activity: Activity, bridge: Bridge) -> Partner:
    other = bridge.source_id if bridge.target_id == activity.id else bridge.target_id
    tie = BETWEEN.join(unique((context.pattern(bridge), context.mechanism_name(bridge))))
    return Partner(context.plan.activities[other].title, tie)
