"""How it integrates: each offline moment with what happens online before, during and after it.

Page 1 has it in short; the page of its own has every moment, with the bridge's number, its mechanism in full
and what is broken, and what stands alone on either side.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from campaignplanner.brief.contents import Integration, IntegrationPage, Moment, Partner, UnjoinedEntry
from campaignplanner.brief.context import BriefContext, listed, side_by_side
from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.planning.bridges import BridgeState

MOMENTS_ON_PAGE_1 = 8
TITLES_NAMED = 5

Meeting: TypeAlias = Callable[[BriefContext, Bridge, str], Partner]
"""Says what the other end of a bridge is called, what the bridge is and how people get across."""


def integration_of(context: BriefContext) -> Integration:
    """The offline moments that crossing bridges join: the first few, and how many more there are."""
    offline = [each for each in _happening(context) if each.side is Side.OFFLINE]
    joined = [each for each in offline if _bridges_of(context, each)]
    moments = tuple(_moment(context, each, each.owner, _met_in_short) for each in joined[:MOMENTS_ON_PAGE_1])
    notes = []
    if len(joined) > MOMENTS_ON_PAGE_1:
        notes.append(context.words.count("more_moments", len(joined) - MOMENTS_ON_PAGE_1))
    unjoined = [each.title for each in offline if not _bridges_of(context, each)]
    if unjoined:
        name = "unjoined" if joined else "nothing_joined"
        notes.append(context.words.say(name, titles=_named(context, unjoined)))
    return Integration(moments, tuple(notes))


def integration_page_of(context: BriefContext) -> IntegrationPage:
    """Every offline moment that is joined, what is not joined on either side, and why an aim has one side."""
    happening = _happening(context)
    joined = [each for each in happening if each.side is Side.OFFLINE and _bridges_of(context, each)]
    alone = [each for each in happening if not _bridges_of(context, each)]
    aims = (each for each in context.plan.aims_in_order if each.one_side_reason.strip())
    say = context.words.say
    note = "" if not joined else say("integration_note" if context.has_key else "integration_note_alone")
    return IntegrationPage(
        note,
        tuple(_moment(context, each, context.where(each), _met_in_full) for each in joined),
        tuple(_unjoined(context, each) for each in alone),
        tuple(say("one_side_reason", aim=each.statement, reason=each.one_side_reason) for each in aims),
    )


def _happening(context: BriefContext) -> list[Activity]:
    return [each for each in context.activities if not context.is_cancelled(each)]


def _unjoined(context: BriefContext, activity: Activity) -> UnjoinedEntry:
    detail = side_by_side(context.kind(activity), context.days_of(activity), activity.owner)
    return UnjoinedEntry(activity.title, activity.side.value, detail)


def _named(context: BriefContext, titles: list[str]) -> str:
    named = listed(titles[:TITLES_NAMED])
    rest = len(titles) - TITLES_NAMED
    return f"{named} {context.words.say('and_more', count=rest)}" if rest > 0 else named


def _bridges_of(context: BriefContext, activity: Activity) -> list[Bridge]:
    plan = context.plan
    bridges = (*plan.bridges_to(activity.id), *plan.bridges_from(activity.id))
    numbers = context.bridge_numbers
    return sorted((each for each in bridges if plan.is_crossing(each)), key=lambda each: numbers[each.id])


def _moment(context: BriefContext, activity: Activity, beside_days: str, met: Meeting) -> Moment:
    places: dict[str, list[Partner]] = {"before": [], "during": [], "after": []}
    for bridge in _bridges_of(context, activity):
        other = bridge.source_id if bridge.target_id == activity.id else bridge.target_id
        partner = met(context, bridge, context.plan.activities[other].title)
        places[_when(activity, bridge)].append(partner)
    return Moment(
        activity.title,
        side_by_side(context.days_of(activity), beside_days),
        activity.owner,
        tuple(places["before"]),
        tuple(places["during"]),
        tuple(places["after"]),
    )


def _when(activity: Activity, bridge: Bridge) -> str:
    """The pattern says when: what leads to a moment comes before it, what follows comes after."""
    if bridge.pattern in (Pattern.IS_SHOWN_AT, Pattern.IS_STREAMED_AS):
        return "during"
    return "before" if bridge.target_id == activity.id else "after"


def _met_in_short(context: BriefContext, bridge: Bridge, title: str) -> Partner:
    return Partner(title, side_by_side(context.pattern(bridge), context.mechanism_name(bridge)))


def _met_in_full(context: BriefContext, bridge: Bridge, title: str) -> Partner:
    number = context.formats.number(context.bridge_numbers[bridge.id]) if context.has_key else ""
    state = context.judgements[bridge.id].state
    trouble = "" if state is BridgeState.HOLDS else context.words.say(state.value)
    mechanism = context.mechanism(bridge) or context.words.say("no_mechanism")
    tie = side_by_side(context.pattern(bridge), mechanism)
    return Partner(title, tie, number, trouble, state is BridgeState.BROKEN)
