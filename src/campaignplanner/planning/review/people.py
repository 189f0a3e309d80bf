"""People: what they do, what they pass on to each other, and whom all of it is for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import nsmallest

from campaignplanner.domain.activity import Activity, Kind, Side
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review import facts
from campaignplanner.planning.review.fix import Blank, FieldEdit, Fix
from campaignplanner.planning.review.making import Workshop, days_to_begin, filling, new_activity_sentence
from campaignplanner.planning.review.rule import (
    CONVENTION,
    NOTHING,
    PLAIN_LOGIC,
    Evidence,
    Family,
    Rule,
    Said,
    Sight,
    audience_key,
    is_under_way,
    say,
)
from campaignplanner.planning.sentences import listed, quoted

MOST_NAMED = 3


def named(sight: Sight, activity_ids: Collection[str]) -> str:
    """Return a few activities by their titles, and how many more there are."""
    activities = sight.plan.activities
    names = [quoted(activities[each].title) for each in nsmallest(MOST_NAMED, activity_ids)]
    rest = len(activity_ids) - MOST_NAMED
    if rest > 0:
        names.append("1 other" if rest == 1 else f"{rest} others")
    return listed(names)


def wordless(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say once for all activities that they do not say what people do."""
    del campaign
    found = sorted(sight.facts.members(facts.WORDLESS))
    if not found:
        return NOTHING
    verb = "does" if len(found) == 1 else "do"
    return say(f"{named(sight, found)} {verb} not say what people do there.", *found)


def say_what_people_do(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for it, activity by activity."""
    yield filling(
        "Say what people do",
        (
            Blank(
                Activity,
                each,
                "what_people_do",
                f"What people do: {quoted(sight.plan.activities[each].title)}",
            )
            for each in finding.subject_ids
        ),
    )


def nothing_passed_on(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so of a campaign that only speaks to customers, who pass nothing on to each other."""
    if sight.facts.count(facts.ACTIVE) < sight.thresholds.begun_activities:
        return NOTHING
    if sight.facts.count(facts.PASSED_ON):
        return NOTHING
    if sight.plan.influences:
        return NOTHING
    return say(
        "Nothing in this campaign lets customers pass something on to each other. "
        "Who tells whom, and what are they given for it?",
        campaign.id,
    )


def let_pass_on(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask what the first audience passes on, and offer a conversation."""
    audiences = sight.plan.audiences_in_order
    if audiences:
        name = quoted(audiences[0].name)
        influence = Influence(
            id=Workshop(sight.plan, finding, "influence").id("influence"),
            from_audience_id=audiences[0].id,
            to_audience_id=audiences[0].id,
            passed_on="-",
        )
        yield Fix(
            label="Say what they pass on",
            preview=(f"New influence among {name}, with what you fill in.",),
            makes=(influence,),
            blanks=(Blank(Influence, influence.id, "passed_on", f"What {name} pass on to each other"),),
        )
    workshop, span = Workshop(sight.plan, finding, "talk"), days_to_begin(sight.plan, sight.context.today)
    activity = Activity(
        id=workshop.id("activity"),
        side=Side.ONLINE,
        kind=Kind.CONVERSATION,
        title="Customers among themselves",
        what_people_do="Show what they made of it, and ask each other",
    )
    aims = sight.plan.aims_in_order[:1]
    yield Fix(
        label="Add a conversation",
        preview=(new_activity_sentence(activity.title, activity.kind, span, sight.days),),
        makes=(
            activity,
            workshop.flight(activity.id, span),
            *(workshop.contribution(activity.id, aim.id) for aim in aims),
        ),
    )


def audience_unused(sight: Sight, campaign: Campaign) -> Iterator[Said]:
    """Say so of each audience that no activity is for, once there are a few activities."""
    del campaign
    if sight.facts.count(facts.ACTIVE) >= sight.thresholds.begun_activities:
        for audience in sight.plan.audiences_in_order:
            if not sight.facts.count(facts.AUDIENCE + audience.id):
                yield Said(f"Nothing is for {quoted(audience.name)} yet.", (audience.id,))


def for_audience(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer the activities of which nobody has said whom they are for."""
    audience = sight.plan.audiences[finding.subject_ids[0]]
    open_ones = [
        each for each in sight.plan.activities.values() if not each.audience_ids and sight.is_active(each.id)
    ]
    for activity in sorted(open_ones, key=lambda each: (each.title, each.id))[:MOST_NAMED]:
        yield Fix(
            label=f"Let {quoted(activity.title)} be for them",
            preview=(f"{quoted(activity.title)} is for {quoted(audience.name)}.",),
            edits=(FieldEdit(Activity, activity.id, {"audience_ids": (audience.id,)}),),
        )
    if len(open_ones) > 1:
        yield Fix(
            label=f"Let all {len(open_ones)} that are for nobody be for them",
            preview=(f"{len(open_ones)} activities are for {quoted(audience.name)}.",),
            edits=tuple(FieldEdit(Activity, each.id, {"audience_ids": (audience.id,)}) for each in open_ones),
        )


_EVERYONE = frozenset(
    "all|all customers|all people|anybody|anyone|boomers|consumers|everybody|everyone|gen z|general public|"
    "generation z|millennials|people|the general public|the public|the world|young people".split("|")
)


def everyone(sight: Sight, audience: Audience) -> tuple[Said, ...]:
    """Say so of an audience whose name leaves nobody out, or says nothing but an age."""
    del sight
    if audience_key(audience.name).strip(".!") not in _EVERYONE:
        return NOTHING
    return say(
        f"{quoted(audience.name)} is no audience: which people, in which situation, would notice first?",
        audience.id,
    )


def narrow(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for a name in the people's own words."""
    audience = sight.plan.audiences[finding.subject_ids[0]]
    asked = f"Who exactly, instead of {quoted(audience.name)}"
    yield filling("Say who exactly", (Blank(Audience, audience.id, "name", asked),))


def behaviour_missing(sight: Sight, audience: Audience) -> tuple[Said, ...]:
    """Say so of an audience of which nobody has said what it should do, once the plan is under way."""
    if audience.behaviour_wanted.strip() or not is_under_way(sight.plan):
        return NOTHING
    return say(
        f"What should {quoted(audience.name)} do differently? Best something one could film.", audience.id
    )


def say_behaviour(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for it."""
    audience = sight.plan.audiences[finding.subject_ids[0]]
    asked = f"What {quoted(audience.name)} should do"
    yield filling("Say what they should do", (Blank(Audience, audience.id, "behaviour_wanted", asked),))


_BRIEFS = Evidence(
    "Guides to briefs ask for the smallest audience worth winning and one action that can be observed; a "
    "convention, no study behind it is known to us."
)

RULES = (
    Rule(
        code="people.everyone",
        title="Audience is everyone",
        family=Family.PEOPLE,
        severity=Severity.HINT,
        why="What is for everyone speaks to nobody.",
        evidence=_BRIEFS,
        judges=Audience,
        judge=everyone,
        fixes=narrow,
        field="name",
    ),
    Rule(
        code="people.unused_audience",
        title="Nothing for an audience",
        family=Family.PEOPLE,
        severity=Severity.WARNING,
        why="An audience that nothing is for was forgotten, or is none of this campaign.",
        evidence=PLAIN_LOGIC,
        judges=Campaign,
        judge=audience_unused,
        fixes=for_audience,
        settings=("begun_activities",),
    ),
    Rule(
        code="people.behaviour_wanted",
        title="Wanted behaviour missing",
        family=Family.PEOPLE,
        severity=Severity.HINT,
        why="Only what people do can be seen and counted.",
        evidence=_BRIEFS,
        judges=Audience,
        judge=behaviour_missing,
        fixes=say_behaviour,
        field="behaviour_wanted",
        settings=("begun_activities",),
    ),
    Rule(
        code="people.nothing_passed_on",
        title="Customers pass nothing on",
        family=Family.PEOPLE,
        severity=Severity.HINT,
        why="What makes social media work is what people tell each other, not what a brand tells them.",
        evidence=CONVENTION,
        judges=Campaign,
        judge=nothing_passed_on,
        fixes=let_pass_on,
        settings=("begun_activities",),
    ),
    Rule(
        code="people.wordless",
        title="What people do is missing",
        family=Family.PEOPLE,
        severity=Severity.HINT,
        why="A plan of things that people do is another one than a plan of things that we send.",
        evidence=CONVENTION,
        judges=Campaign,
        judge=wordless,
        fixes=say_what_people_do,
        field="what_people_do",
    ),
)
