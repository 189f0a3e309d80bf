"""The lists beside the timeline: the key to its bridges, what waits for dates, every activity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import ceil

from campaignplanner.brief.contents import (
    ActivityEntry,
    ActivityGroup,
    ActivityList,
    BridgeEntry,
    UndatedEntry,
)
from campaignplanner.brief.context import BriefContext, side_by_side, unique
from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.words import capitalised
from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.bridge import Bridge
from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, glyph

LONG_LIST = 80
"""Activities above which the list of all is in quarters: easier to find one's way in, and faster to set."""
FULL_ENOUGH = 0.4
"""The share of its last page that a quarter fills for the next one to begin on a page of its own."""
_LINE, _ROW, _MARGINS = 10.4, 7.3, 110.0
_LETTERS, _COLUMN = 7.05, 0.2
"""How high a line, a row beside its lines and what is around the rows are; the size of the small letters, in
points; and the share of the paper that the first column takes. Roughly: only white paper hangs on it."""


def bridge_key(context: BriefContext) -> tuple[BridgeEntry, ...]:
    """What each numbered bridge of the drawing is, in the order of the numbers."""
    return tuple(_bridge(context, each) for each in context.bridges)


def _bridge(context: BriefContext, bridge: Bridge) -> BridgeEntry:
    activities, judgement = context.plan.activities, context.judgements[bridge.id]
    source, target = activities[bridge.source_id], activities[bridge.target_id]
    return BridgeEntry(
        number=context.formats.number(context.bridge_numbers[bridge.id]),
        glyph=glyph(bridge.pattern).name.lower(),
        pattern=context.pattern(bridge),
        source=source.title,
        source_side=source.side.value,
        target=target.title,
        target_side=target.side.value,
        gap=_gap(context, judgement),
        state=judgement.state.value,
        state_text=_state(context, judgement),
        mechanism=_mechanism(context, bridge, judgement),
    )


def _gap(context: BriefContext, judgement: BridgeJudgement) -> str:
    days, words = judgement.gap_days, context.words
    if days is None:
        return "–"
    if days > 0:
        return words.count("days_between", days, context.formats.number(days))
    # The last day of the source is the first of the target: both have that day, so they overlap by one.
    return words.count("days_earlier", 1 - days, context.formats.number(1 - days))


def _state(context: BriefContext, judgement: BridgeJudgement) -> str:
    words = context.words
    if judgement.state is BridgeState.BROKEN and judgement.days_off:
        return words.count("days_off", judgement.days_off, context.formats.number(judgement.days_off))
    return words.say(judgement.state.value)


def _mechanism(context: BriefContext, bridge: Bridge, judgement: BridgeJudgement) -> str:
    words = context.words
    asked = "" if bridge.ask_after_days is None else words.count("ask_after", bridge.ask_after_days)
    same_side = "" if judgement.crossing else words.say("same_side")
    return side_by_side(context.mechanism(bridge), asked, same_side)


def undated_list(context: BriefContext) -> tuple[UndatedEntry, ...]:
    """The activities that wait for their dates."""
    waiting = (each for each in context.activities if context.plan.span_of(each.id) is None)
    return tuple(_undated(context, each) for each in waiting)


def _undated(context: BriefContext, activity: Activity) -> UndatedEntry:
    return UndatedEntry(
        activity.title,
        activity.side.value,
        context.kind(activity),
        context.where(activity),
        activity.owner,
        context.words.choice(activity.status),
    )


def activity_list(context: BriefContext) -> ActivityList:
    """Every activity with its days, place, aims and owner."""
    plan, words, formats = context.plan, context.words, context.formats
    online = sum(1 for each in context.activities if each.side.value == "online")
    count = len(context.activities)
    note = words.say("sides_count", online=formats.number(online), offline=formats.number(count - online))
    statements = {aim.id: aim.statement for aim in plan.aims.values()}
    entries = [(each, _activity(context, each, statements)) for each in context.activities]
    if count <= LONG_LIST:
        return ActivityList(note, (ActivityGroup("", False, tuple(entry for _, entry in entries)),))
    return ActivityList(note, tuple(_quarters(context, entries)))


def _quarters(
    context: BriefContext, entries: Iterable[tuple[Activity, ActivityEntry]]
) -> Iterator[ActivityGroup]:
    """The entries in quarters; one that leaves most of its last page free shares it with the next."""
    filled = 0.0
    for name, of_quarter in groupby(entries, lambda pair: _quarter(context, pair[0])):
        group = ActivityGroup(name, filled % 1 >= FULL_ENOUGH, tuple(entry for _, entry in of_quarter))
        rows = sum(_share_of_page(context, each) for each in group.entries)
        filled = rows + (0.0 if group.begins_page else filled)
        yield group


def _share_of_page(context: BriefContext, entry: ActivityEntry) -> float:
    """About how much of a page the row of an activity takes."""
    width, height = context.options.paper.size
    said = text_width(f"{entry.kind}. {entry.what}", _LETTERS) / (width * _COLUMN)
    lines = max(1 + ceil(said), len(entry.days) + bool(entry.prepared))
    return (lines * _LINE + _ROW) / (height - _MARGINS)


def _quarter(context: BriefContext, activity: Activity) -> str:
    """The quarter that an activity begins in."""
    span = context.plan.span_of(activity.id)
    return context.words.say("without_dates") if span is None else context.formats.quarter(span.first_day)


def _activity(context: BriefContext, activity: Activity, statements: dict[str, str]) -> ActivityEntry:
    words, plan = context.words, context.plan
    flights = plan.flights_of(activity.id)
    days = [_flight(context, each) for each in flights] or [words.say("no_days")]
    start = activity.preparation_from
    return ActivityEntry(
        title=activity.title,
        side=activity.side.value,
        kind=capitalised(context.kind(activity)),
        what=activity.what_people_do,
        days=tuple(days),
        prepared="" if start is None else words.say("prepared_from", day=context.formats.day(start)),
        where=context.where(activity),
        aims=tuple(statements[each] for each in plan.aim_shares(activity.id)),
        owner=activity.owner,
        status=words.choice(activity.status),
    )


UNBROKEN_DASH = "\u2060–\u2060"
"""Between two times of a day, which stay on one line."""


def _flight(context: BriefContext, flight: Flight) -> str:
    formats = context.formats
    known = [each for each in (flight.start_time, flight.end_time) if each is not None]
    times = UNBROKEN_DASH.join(map(formats.time, known))
    return ", ".join(unique((formats.span(flight.span), times)))
