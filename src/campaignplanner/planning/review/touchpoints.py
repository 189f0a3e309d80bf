"""Bridges that are missing: what nothing announces, what nobody carries on, what is made and never shown."""

from __future__ import annotations

from collections.abc import Iterator

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review import facts
from campaignplanner.planning.review.bridges import REMINDERS
from campaignplanner.planning.review.fix import Fix
from campaignplanner.planning.review.kinds import GATHERINGS, TRIALS
from campaignplanner.planning.review.making import (
    FORTNIGHT,
    span_from,
)
from campaignplanner.planning.review.offering import NewActivity, by_what_is_there, span_to_mend, with_new
from campaignplanner.planning.review.people import named
from campaignplanner.planning.review.rule import (
    CONVENTION,
    NOTHING,
    Evidence,
    Family,
    Rule,
    Said,
    Sight,
    say,
)
from campaignplanner.planning.sentences import counted_days, inside, quoted

_ANNOUNCING = frozenset({Pattern.ANNOUNCES, Pattern.LEADS_TO, Pattern.OWN})
_CARRYING_ON = frozenset({Pattern.CARRIES_ON_AS, Pattern.IS_TALKED_ABOUT_IN, Pattern.LEADS_TO, Pattern.OWN})


# -- announced -------------------------------------------------------------------------------------------


def unannounced(sight: Sight, activity: Activity) -> tuple[Said, ...]:
    """Say so of a gathering to come that nothing leads people to."""
    if activity.status in _BEGUN:
        return NOTHING
    if any(bridge.pattern in _ANNOUNCING for bridge, _ in sight.leading_to(activity)):
        return NOTHING
    span = sight.plan.span_of(activity.id)
    if span is None or span.first_day <= sight.context.today:
        return NOTHING
    return say(
        f"Nothing announces {quoted(activity.title)}: how do people hear of it? "
        f"Best {counted_days(sight.plan.campaign.thresholds.announce_hint_days)} ahead.",
        activity.id,
    )


_BEGUN = frozenset({ActivityStatus.LIVE, ActivityStatus.DONE})


def announce(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer what runs early enough already, and an invitation of its own."""
    activity = sight.plan.activities[finding.subject_ids[0]]
    span = span_to_mend(sight, activity)
    yield from by_what_is_there(sight, finding, activity, Pattern.ANNOUNCES, leads_there=True)
    thresholds = sight.plan.campaign.thresholds
    lead = max(thresholds.announce_hint_days, 1)
    invited = Span(shifted_day(span.first_day, -lead), shifted_day(span.first_day, -1))
    late = max(invited.first_day, min(sight.context.today, invited.last_day))
    if (span.first_day - late).days >= thresholds.announce_warning_days:
        invited = Span(late, invited.last_day)
    new = NewActivity(
        f"Invitation to {inside(activity.title)}",
        Kind.INVITATION,
        invited,
        Pattern.ANNOUNCES,
        leads_there=True,
        what_people_do="Say that they will come, and bring somebody along",
    )
    yield with_new(sight, finding, activity, new)


# -- carried on ------------------------------------------------------------------------------------------


def not_carried_on(sight: Sight, activity: Activity) -> tuple[Said, ...]:
    """Say so of a gathering after which nothing goes on online."""
    if _leads_online(sight, activity):
        return NOTHING
    span = sight.plan.span_of(activity.id)
    if span is None:
        return NOTHING
    if activity.status is ActivityStatus.DONE:
        since = (sight.context.today - span.last_day).days
        if since > sight.plan.campaign.thresholds.carry_on_days:
            return NOTHING  # it is too late to carry it on
    return say(
        f"Nothing carries {quoted(activity.title)} on: where do people who met there go on together?",
        activity.id,
    )


def carry_on(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer what runs on already, and a follow-up of its own."""
    activity = sight.plan.activities[finding.subject_ids[0]]
    yield from by_what_is_there(sight, finding, activity, Pattern.CARRIES_ON_AS, leads_there=False)
    gap = min(1, sight.plan.campaign.thresholds.carry_on_days)
    begin = shifted_day(span_to_mend(sight, activity).last_day, gap)
    new = NewActivity(
        f"Sharing after {inside(activity.title)}",
        Kind.CONVERSATION,
        span_from(begin, FORTNIGHT),
        Pattern.CARRIES_ON_AS,
        leads_there=False,
        what_people_do="Show what they saw and did, and name who was there",
    )
    yield with_new(sight, finding, activity, new)


# -- talked about ----------------------------------------------------------------------------------------


def not_talked_about(sight: Sight, activity: Activity) -> tuple[Said, ...]:
    """Say so of a trial that nobody is asked to talk about."""
    if _leads_online(sight, activity) or not sight.flights(activity):
        return NOTHING
    usual = counted_days(sight.plan.campaign.thresholds.ask_after_usual_days)
    return say(
        f"Nobody who tries something at {quoted(activity.title)} is asked to talk about it. "
        f"Best after {usual}, never on the next day.",
        activity.id,
    )


def talk_about(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer what runs on already, and a review drive of its own."""
    activity = sight.plan.activities[finding.subject_ids[0]]
    pattern = Pattern.IS_TALKED_ABOUT_IN
    yield from by_what_is_there(sight, finding, activity, pattern, leads_there=False)
    asked = max(sight.plan.campaign.thresholds.ask_after_usual_days, 1)
    begin = shifted_day(span_to_mend(sight, activity).last_day, asked)
    new = NewActivity(
        f"Reviews of {inside(activity.title)}",
        Kind.REVIEW_DRIVE,
        span_from(begin, FORTNIGHT),
        pattern,
        leads_there=False,
        what_people_do="Write two lines about what they tried",
    )
    yield with_new(sight, finding, activity, new)


# -- rewards and what people make ------------------------------------------------------------------------


def reward_without_condition(sight: Sight, activity: Activity) -> tuple[Said, ...]:
    """Say so of a reward that nothing earns."""
    for _ in sight.leading_to(activity):
        return NOTHING
    return say(
        f"What is {quoted(activity.title)} for? No bridge says what people do to earn it.", activity.id
    )


def earn(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer what people do online at the time, and a challenge of its own."""
    activity = sight.plan.activities[finding.subject_ids[0]]
    yield from by_what_is_there(sight, finding, activity, Pattern.IS_REWARDED_BY, leads_there=True)
    span = sight.plan.span_of(activity.id)
    if span is None:
        return
    earned = Span(shifted_day(span.first_day, -FORTNIGHT), shifted_day(span.first_day, -1))
    new = NewActivity(
        f"Challenge for {inside(activity.title)}",
        Kind.CHALLENGE,
        earned,
        Pattern.IS_REWARDED_BY,
        leads_there=True,
        what_people_do="Do something worth showing, and show it",
    )
    yield with_new(sight, finding, activity, new)


def never_shown(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when people make something online and none of it is to be seen anywhere offline."""
    del campaign
    if sight.facts.count(facts.SHOWN):
        return NOTHING
    made = sorted(sight.facts.members(facts.MADE))
    if not made:
        return NOTHING
    return say(
        f"What people make in {named(sight, made)} is shown in no place. Who would be proud to see it there?",
        *made,
    )


def show(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer a place that is there already, and a display of its own, for what is made first."""
    made = [sight.plan.activities[each] for each in sight.facts.members(facts.MADE)]
    dated = [(span.first_day, each.id) for each in made if (span := sight.plan.span_of(each.id)) is not None]
    if not dated:
        return
    first = sight.plan.activities[min(dated)[1]]
    yield from by_what_is_there(sight, finding, first, Pattern.IS_SHOWN_AT, leads_there=False)
    span = span_from(shifted_day(span_to_mend(sight, first).first_day, FORTNIGHT), FORTNIGHT)
    new = NewActivity(
        f"{first.title.strip()[:60]} on show",
        Kind.DISPLAY,
        span,
        Pattern.IS_SHOWN_AT,
        leads_there=False,
        what_people_do="Find their own or a neighbour's work, and tell others",
    )
    yield with_new(sight, finding, first, new)


def _leads_online(sight: Sight, activity: Activity) -> bool:
    return any(
        bridge.pattern in _CARRYING_ON and other.side is Side.ONLINE
        for bridge, other in sight.served_from(activity)
    )


_TICKETS = Evidence(
    "Half of all tickets go in the last 20 days, a quarter in the last 4 (477,398 guests of 1,961 events); "
    "that people must have heard of it before is plain logic.",
    "https://www.redpodium.com/blog/people-procrastinate-we-got-science/",
)
_FOLLOW_UP = Evidence(
    "70 % of exhibitors follow up within two weeks; that it pays has no study behind it that we could trace.",
    "http://www.expoweb.com/article/exhibitors-use-traditional-lead-follow-up-methods/",
)
_CLOSING = Evidence(
    "In the UK promotions have to state a closing date (CAP Code 8.17.4); to say what for is plain logic.",
    "https://www.channel4.com/producers-handbook/c4-guidelines/competition-guidelines/annex-1",
)

RULES = (
    Rule(
        code="bridge.unannounced",
        title="Nothing announces it",
        family=Family.BRIDGES,
        severity=Severity.WARNING,
        why="Nobody comes to what nobody has heard of.",
        evidence=_TICKETS,
        judges=Activity,
        judge=unannounced,
        fixes=announce,
        field="bridges",
        settings=("announce_hint_days",),
        kinds=GATHERINGS,
    ),
    Rule(
        code="bridge.not_carried_on",
        title="Nothing carries it on",
        family=Family.BRIDGES,
        severity=Severity.WARNING,
        why="An evening reaches those who were there; what they share afterwards reaches their friends.",
        evidence=_FOLLOW_UP,
        judges=Activity,
        judge=not_carried_on,
        fixes=carry_on,
        field="bridges",
        settings=("carry_on_days",),
        kinds=GATHERINGS,
    ),
    Rule(
        code="bridge.not_talked_about",
        title="Nobody is asked about it",
        family=Family.BRIDGES,
        severity=Severity.WARNING,
        why="People who tried something are the ones whom others believe, but few speak unasked.",
        evidence=REMINDERS,
        judges=Activity,
        judge=not_talked_about,
        fixes=talk_about,
        field="bridges",
        settings=("ask_after_usual_days",),
        kinds=TRIALS,
    ),
    Rule(
        code="bridge.reward_without_condition",
        title="Reward for nothing",
        family=Family.BRIDGES,
        severity=Severity.WARNING,
        why="A reward that is not for something is a giveaway: it thanks nobody.",
        evidence=_CLOSING,
        judges=Activity,
        judge=reward_without_condition,
        fixes=earn,
        field="bridges",
        kinds=frozenset({Kind.REWARD}),
    ),
    Rule(
        code="bridge.never_shown",
        title="Made and never shown",
        family=Family.BRIDGES,
        severity=Severity.HINT,
        why="People who see their own work in a shop bring others to see it.",
        evidence=CONVENTION,
        judges=Campaign,
        judge=never_shown,
        fixes=show,
        field="bridges",
    ),
)
