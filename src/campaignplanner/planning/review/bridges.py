"""Bridges that do not hold, by the rule of their pattern, or that nobody could cross."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from campaignplanner.domain.activity import Activity, ActivityStatus, Flight, Kind, Side
from campaignplanner.domain.bridge import Bridge, Mechanism, Pattern
from campaignplanner.domain.days import shifted_day
from campaignplanner.domain.review import Finding, Severity, Spot
from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, timing_rule
from campaignplanner.planning.review.fix import Blank, FieldEdit, Fix, Move
from campaignplanner.planning.review.making import (
    USUAL_MECHANISMS,
    Workshop,
    editing,
    filling,
    new_activity_sentence,
    span_from,
)
from campaignplanner.planning.review.rule import (
    NOTHING,
    PLAIN_LOGIC,
    Evidence,
    Family,
    Rule,
    Said,
    Sight,
    say,
)
from campaignplanner.planning.sentences import counted_days, inside, quoted

FOLLOW_UP_DAYS = 7


def timing(sight: Sight, bridge: Bridge) -> tuple[Said, ...]:
    """Say what the bridge's pattern says of its days, unless it simply holds or is still open."""
    judgement = sight.judgement(bridge)
    if judgement.severity is None:
        return NOTHING
    spots = (Spot(bridge.id), _in_the_way(judgement))
    return say(judgement.message, bridge.id, severity=judgement.severity, spots=spots)


def _in_the_way(judgement: BridgeJudgement) -> Spot:
    """What would have to change: the days of one end, or when people are asked."""
    if judgement.fix is not None:
        return Spot(judgement.fix.activity_id, "flights")
    bridge = judgement.bridge
    if bridge.pattern is Pattern.IS_TALKED_ABOUT_IN:
        return Spot(bridge.id, "ask_after_days")
    return Spot(bridge.source_id, "flights")


def better_timing(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to move one end, to ask people later, or to put a follow-up between."""
    bridge = sight.plan.bridges[finding.subject_ids[0]]
    judgement = sight.judgement(bridge)
    if judgement.fix is not None:
        day = judgement.fix.first_day
        if bridge.pattern is Pattern.ANNOUNCES:  # early enough not to be told again
            target = sight.plan.span_of(bridge.target_id)
            if target is not None:
                day = shifted_day(target.first_day, -sight.plan.campaign.thresholds.announce_hint_days)
        yield _starting(sight, Move(judgement.fix.activity_id, day))
    elif judgement.state is BridgeState.BROKEN:
        usual = max(
            sight.plan.campaign.thresholds.ask_after_usual_days,
            sight.plan.campaign.thresholds.ask_after_least_days,
        )
        yield editing(
            f"Ask after {counted_days(usual)}",
            f"People are asked {counted_days(usual)} after it.",
            FieldEdit(Bridge, bridge.id, {"ask_after_days": usual}),
        )
    if bridge.pattern is Pattern.CARRIES_ON_AS:
        yield _follow_up(sight, finding, bridge)


def _starting(sight: Sight, move: Move) -> Fix:
    activity, span = sight.plan.activities[move.activity_id], sight.plan.span_of(move.activity_id)
    name, when = quoted(activity.title), sight.day_words(move.first_day)
    if span is None:
        return Fix(label=f"Start {name} on {when}", preview=(), moves=(move,))
    moved = span.shifted((move.first_day - span.first_day).days)
    preview = f"{name} moves as a whole: {sight.run_words(moved)} instead of {sight.run_words(span)}."
    return Fix(label=f"Start {name} on {when}", preview=(preview,), moves=(move,))


def _follow_up(sight: Sight, finding: Finding, bridge: Bridge) -> Fix:
    """Return a short follow-up right after the source, which then leads to what comes so late."""
    plan, workshop = sight.plan, Workshop(sight.plan, finding, "follow-up")
    source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
    ended = plan.span_of(source.id)
    if ended is None:
        raise ValueError("A bridge that is judged has dates.")
    begin = shifted_day(ended.last_day, min(1, plan.campaign.thresholds.carry_on_days))
    title, span = f"Follow-up to {inside(source.title)}", span_from(begin, FOLLOW_UP_DAYS)
    records = workshop.activity(title, Kind.CONTENT, span, source)
    follow_up = records[0].id
    return Fix(
        label=f"Add a follow-up on {sight.day_words(begin)}",
        preview=(
            new_activity_sentence(title, Kind.CONTENT, span, sight.days),
            f"The bridge from {quoted(source.title)} leads to it, and it leads on to {quoted(target.title)}.",
        ),
        makes=(*records, replace(workshop.bridge(follow_up, target.id, Pattern.LEADS_TO), mechanism=None)),
        edits=(FieldEdit(Bridge, bridge.id, {"target_id": follow_up}),),
    )


# -- how would anyone cross? -----------------------------------------------------------------------------


def no_mechanism(sight: Sight, bridge: Bridge) -> tuple[Said, ...]:
    """Say so of a crossing bridge of which nobody has said how people get across.

    Offline people only have to come; online they need an address, and for a reward a proof.
    """
    source, target = sight.plan.activities[bridge.source_id], sight.plan.activities[bridge.target_id]
    if bridge.mechanism is not None or source.side is target.side:
        return NOTHING
    if target.side is Side.OFFLINE and bridge.pattern is not Pattern.IS_REWARDED_BY:
        return NOTHING
    return say(
        f"How would anyone get from {quoted(source.title)} to {quoted(target.title)}? "
        "Nothing says yet: a code, a hashtag, an invitation, somebody who asks?",
        bridge.id,
    )


def with_mechanism(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer the usual way across, and to choose another."""
    bridge = sight.plan.bridges[finding.subject_ids[0]]
    usual = USUAL_MECHANISMS.get(bridge.pattern, Mechanism.QR_CODE)
    yield editing(
        f"Let people cross by {usual.value}",
        f"People cross by {usual.value}.",
        FieldEdit(Bridge, bridge.id, {"mechanism": usual}),
    )
    yield filling("Choose another way", (Blank(Bridge, bridge.id, "mechanism", "How people cross"),))


# -- a destination that is not there yet -----------------------------------------------------------------


def destination_not_live(sight: Sight, bridge: Bridge) -> tuple[Said, ...]:
    """Say so when an offline touchpoint sends people to something online that begins only later."""
    source, target = sight.plan.activities[bridge.source_id], sight.plan.activities[bridge.target_id]
    if source.side is not Side.OFFLINE or target.side is not Side.ONLINE:
        return NOTHING
    begins, live = sight.plan.span_of(source.id), sight.plan.span_of(target.id)
    if begins is None or live is None or live.first_day <= begins.first_day:
        return NOTHING
    days = counted_days((live.first_day - begins.first_day).days)
    return say(
        f"{quoted(source.title)} sends people to {quoted(target.title)}, which begins only {days} later: "
        "the first who come find nothing.",
        bridge.id,
        spots=(Spot(bridge.id), Spot(target.id, "flights")),
    )


def live_in_time(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to let the destination begin with the touchpoint, or to move it there."""
    bridge = sight.plan.bridges[finding.subject_ids[0]]
    begins, target = sight.plan.span_of(bridge.source_id), sight.plan.activities[bridge.target_id]
    if begins is None:
        return
    first = sight.plan.flights_of(target.id)[0]
    name, when = quoted(target.title), sight.day_words(begins.first_day)
    yield editing(
        f"Open {name} on {when}",
        f"{name} begins on {when} and still ends as planned.",
        FieldEdit(type(first), first.id, {"first_day": begins.first_day}),
    )
    yield _starting(sight, Move(target.id, begins.first_day))


# -- rewards that are promised ---------------------------------------------------------------------------


def reward_never_given(sight: Sight, bridge: Bridge) -> tuple[Said, ...]:
    """Say so when people are promised a reward that is cancelled, or has no day on which it is given."""
    source, reward = sight.plan.activities[bridge.source_id], sight.plan.activities[bridge.target_id]
    if source.status is ActivityStatus.CANCELLED:
        return NOTHING
    promise = f"{quoted(source.title)} promises {quoted(reward.title)}, "
    if reward.status is ActivityStatus.CANCELLED:
        spots = (Spot(bridge.id), Spot(reward.id, "status"))
        return say(f"{promise}which is cancelled. What do people get instead?", bridge.id, spots=spots)
    if sight.plan.span_of(source.id) is None or sight.flights(reward):
        return NOTHING
    spots = (Spot(bridge.id), Spot(reward.id, "flights"))
    return say(f"{promise}but it has no day on which it is handed out.", bridge.id, spots=spots)


def give_reward(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to give it after all, and days soon after it was earned."""
    plan, bridge = sight.plan, sight.plan.bridges[finding.subject_ids[0]]
    reward, earned = plan.activities[bridge.target_id], plan.span_of(bridge.source_id)
    edits: tuple[FieldEdit, ...] = ()
    name, preview = quoted(reward.title), []
    if reward.status is ActivityStatus.CANCELLED:
        edits = (FieldEdit(Activity, reward.id, {"status": ActivityStatus.PLANNED}),)
        preview.append(f"{name} is planned again.")
    makes: tuple[Flight, ...] = ()
    if earned is not None and not sight.flights(reward):
        begin = shifted_day(earned.last_day, min(1, plan.campaign.thresholds.reward_days))
        span = span_from(begin, FOLLOW_UP_DAYS)
        makes = (Workshop(plan, finding, "days").flight(reward.id, span),)
        preview.append(f"{name} is handed out {sight.run_words(span)}.")
    yield Fix(label=f"Give {name}", preview=tuple(preview), makes=makes, edits=edits)


# -- evidence --------------------------------------------------------------------------------------------

_TICKETS = Evidence(
    "Of 477,398 guests of 1,961 events half took their ticket in the last 20 days, a quarter in the last 4; "
    "about half of those who pay decide a month ahead. The limits of 14 and 28 days are ours: no study tests "
    "the day of an announcement.",
    "https://www.redpodium.com/blog/people-procrastinate-we-got-science/",
)
_FOLLOW_UP = Evidence(
    "70 % of exhibitors follow up within two weeks; 7 days is a convention, and no study of the right day is "
    "known to us.",
    "http://www.expoweb.com/article/exhibitors-use-traditional-lead-follow-up-methods/",
)
REMINDERS = Evidence(
    "Two field experiments with over 300,000 customers: a reminder on the next day lowered the number of "
    "reviews, one after 13 days raised it (Jung, Ryu, Han and Cho, Journal of Marketing 2023).",
    "https://topsight.net/paper/W4309757830",
)
REWARD_DAYS = Evidence(
    "The FTC's rule for ordered goods: in the time stated, else within 30 days. It is made for mail orders; "
    "no study says that faster is better.",
    "https://cybercemetery.unt.edu/archive/oilspill/20121017110715/http://business.ftc.gov/documents/"
    "bus02-business-guide-mail-and-telephone-order-merchandise-rule",
)
_SPOTS = Evidence(
    "75 % of the extra searches after a TV spot come within two minutes, so the page must be there before.",
    "https://www.msi.org/reports/tv-ads-and-search-spikes-toward-a-deeper-understanding/",
)
_OWN = Evidence("The limit is your own.")

_PATTERNS = (
    (
        Pattern.ANNOUNCES,
        "Announced too late",
        "Whoever hears of it too late has other plans.",
        _TICKETS,
    ),
    (
        Pattern.CARRIES_ON_AS,
        "Not carried on in time",
        "People want to go on while it is fresh; after a few days they have turned to other things.",
        _FOLLOW_UP,
    ),
    (
        Pattern.IS_TALKED_ABOUT_IN,
        "Asked too soon",
        "Who is asked before having an opinion feels pushed, and says less.",
        REMINDERS,
    ),
    (
        Pattern.IS_SHOWN_AT,
        "Nothing to show yet",
        "A place that shows what people made needs something that they have made.",
        PLAIN_LOGIC,
    ),
    (
        Pattern.IS_REWARDED_BY,
        "Rewarded too early or too late",
        "A reward is for something; when it comes late, people no longer know for what.",
        REWARD_DAYS,
    ),
    (
        Pattern.IS_STREAMED_AS,
        "Nothing to stream",
        "What is streamed has to happen at the time.",
        PLAIN_LOGIC,
    ),
    (
        Pattern.LEADS_TO,
        "Leads to what is over",
        "Nobody can be led to what has ended.",
        PLAIN_LOGIC,
    ),
    (
        Pattern.OWN,
        "Outside your own limits",
        "You have said when such a bridge holds.",
        _OWN,
    ),
)

_SETTINGS = {
    Pattern.ANNOUNCES: ("announce_warning_days", "announce_hint_days"),
    Pattern.CARRIES_ON_AS: ("carry_on_days",),
    Pattern.IS_TALKED_ABOUT_IN: ("ask_after_least_days", "ask_after_usual_days"),
    Pattern.IS_REWARDED_BY: ("reward_days",),
}

_NEEDING_A_WAY = frozenset(Pattern) - {Pattern.IS_SHOWN_AT, Pattern.IS_STREAMED_AS}
"""What is shown or streamed crosses by itself; with the others people have to."""


RULES = (
    *(
        Rule(
            code=timing_rule(pattern),
            title=title,
            family=Family.BRIDGES,
            severity=Severity.ERROR if pattern is Pattern.IS_STREAMED_AS else Severity.WARNING,
            why=why,
            evidence=evidence,
            judges=Bridge,
            judge=timing,
            fixes=better_timing,
            settings=_SETTINGS.get(pattern, ()),
            patterns=frozenset({pattern}),
        )
        for pattern, title, why, evidence in _PATTERNS
    ),
    Rule(
        code="bridge.destination_not_live",
        title="Destination not there yet",
        family=Family.BRIDGES,
        severity=Severity.WARNING,
        why="Who follows a code does so at once, and does not come back.",
        evidence=_SPOTS,
        judges=Bridge,
        judge=destination_not_live,
        fixes=live_in_time,
        patterns=frozenset({Pattern.LEADS_TO}),
    ),
    Rule(
        code="bridge.reward_never_given",
        title="Promised and never given",
        family=Family.BRIDGES,
        severity=Severity.WARNING,
        why="A promise that is not kept is told on, and may be against the law.",
        evidence=REWARD_DAYS,
        judges=Bridge,
        judge=reward_never_given,
        fixes=give_reward,
        patterns=frozenset({Pattern.IS_REWARDED_BY}),
        of_cancelled=True,
    ),
    Rule(
        code="bridge.no_mechanism",
        title="No way across",
        family=Family.BRIDGES,
        severity=Severity.HINT,
        why="People cross by a code, a hashtag or a person; a bridge without any of these is a wish.",
        evidence=PLAIN_LOGIC,
        judges=Bridge,
        judge=no_mechanism,
        fixes=with_mechanism,
        field="mechanism",
        patterns=_NEEDING_A_WAY,
    ),
)
