"""Aims first: what serves none, what nothing serves, and whether anybody could tell that one was reached."""

from __future__ import annotations

from collections.abc import Iterator

from campaignplanner.domain.activity import Activity, ActivityStatus, Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review.facts import ACTIVE, sides_of
from campaignplanner.planning.review.fix import Blank, FieldEdit, Fix
from campaignplanner.planning.review.making import (
    Workshop,
    days_to_begin,
    editing,
    filling,
    new_activity_sentence,
    new_bridge_sentence,
)
from campaignplanner.planning.review.rule import (
    NOTHING,
    PLAIN_LOGIC,
    Evidence,
    Family,
    Rule,
    Said,
    Sight,
    is_under_way,
    say,
)
from campaignplanner.planning.review.side_bridges import bridge_to_other_side
from campaignplanner.planning.sentences import inside, quoted

MOST_AIMS_OFFERED = 3


# -- activity without an aim -----------------------------------------------------------------------------


def activity_without_aim(sight: Sight, activity: Activity) -> tuple[Said, ...]:
    """Say so of an activity that serves no aim; an idea without a day may wait in the tray."""
    plan = sight.plan
    if not plan.aims or activity.id in sight.contributions_by_activity:
        return NOTHING
    if activity.status is ActivityStatus.IDEA and not sight.flights(activity):
        return NOTHING
    return say(
        f"{quoted(activity.title)} serves no aim: a tool looking for a purpose. Give it an aim, or drop it.",
        activity.id,
    )


def aims_for_activity(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer the aims, and to drop the activity."""
    activity = sight.plan.activities[finding.subject_ids[0]]
    name = quoted(activity.title)
    for aim in sight.plan.aims_in_order[:MOST_AIMS_OFFERED]:
        workshop = Workshop(sight.plan, finding, aim.id)
        label = f"Let it serve {quoted(aim.statement)}"
        preview = f"{name} serves {quoted(aim.statement)}."
        yield Fix(label=label, preview=(preview,), makes=(workshop.contribution(activity.id, aim.id),))
    yield editing(
        f"Drop {name}",
        f"{name} becomes cancelled; its bridges and money stay to be seen.",
        FieldEdit(Activity, activity.id, {"status": ActivityStatus.CANCELLED}),
    )


def no_aim_at_all(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when people already do things, but nobody has said what for."""
    if sight.plan.aims or not sight.facts.count(ACTIVE):
        return NOTHING
    return say(
        "This campaign has activities but no aim yet. What should be different afterwards?", campaign.id
    )


def first_aim(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for the aim."""
    aim = Aim(id=Workshop(sight.plan, finding, "aim").id("aim"), statement="Aim")
    blank = Blank(Aim, aim.id, "statement", "The aim of the campaign")
    yield Fix(label="Add an aim", preview=("New aim, in your words.",), makes=(aim,), blanks=(blank,))


# -- aims ------------------------------------------------------------------------------------------------


def aim_unserved(sight: Sight, aim: Aim) -> tuple[Said, ...]:
    """Say so of an aim that nothing serves, once the plan is under way."""
    if not is_under_way(sight.plan) or sides_of(sight, aim.id):
        return NOTHING
    return say(f"Nothing serves the aim {quoted(aim.statement)} yet.", aim.id)


def serving_activities(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer what serves no aim yet, then a new conversation about it with days."""
    plan, aim = sight.plan, sight.plan.aims[finding.subject_ids[0]]
    served = plan.contributions.by("activity_id")
    idle = (each for each in plan.activities.values() if each.id not in served and sight.is_active(each.id))
    for activity in sorted(idle, key=lambda each: (each.title, each.id))[:MOST_AIMS_OFFERED]:
        workshop = Workshop(plan, finding, activity.id)
        yield Fix(
            label=f"Let {quoted(activity.title)} serve it",
            preview=(f"{quoted(activity.title)} serves {quoted(aim.statement)}.",),
            makes=(workshop.contribution(activity.id, aim.id),),
        )
    workshop, span = Workshop(plan, finding, "talk"), days_to_begin(plan, sight.context.today)
    title = f"Conversation about {inside(aim.statement)}"
    activity = Activity(
        id=workshop.id("activity"), side=Side.ONLINE, kind=Kind.CONVERSATION, title=title, owner=aim.owner
    )
    yield Fix(
        label="Add a conversation for it",
        preview=(new_activity_sentence(title, Kind.CONVERSATION, span, sight.days),),
        makes=(
            activity,
            workshop.flight(activity.id, span),
            workshop.contribution(activity.id, aim.id),
        ),
    )


def one_side_only(sight: Sight, aim: Aim) -> tuple[Said, ...]:
    """Say so of an aim that several activities serve, all on one side, with no reason given."""
    if aim.one_side_reason.strip():
        return NOTHING
    found = sight.plan.contributions.by("aim_id").get(aim.id, ())
    least = sight.thresholds.one_side_activities
    if len(found) < least:
        return NOTHING
    sides = sides_of(sight, aim.id)
    if len(sides) != 1 or sum(sight.is_active(each.activity_id) for each in found) < least:
        return NOTHING
    (side,) = sides
    other = _other(side)
    message = (
        f"{quoted(aim.statement)} is served {side.value} only. "
        f"What could people do {other.value} that carries it on? If nothing, say why."
    )
    return say(message, aim.id)


def _other(side: Side) -> Side:
    return Side.OFFLINE if side is Side.ONLINE else Side.ONLINE


def other_side(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer an activity on the other side, bridged to one that is there, and to say why not."""
    plan, aim = sight.plan, sight.plan.aims[finding.subject_ids[0]]
    (side,) = sides_of(sight, aim.id)
    like = _last_dated(plan, aim)
    if like is not None:
        yield _on_other_side(sight, finding, aim, like, _other(side))
    asked = f"Why {quoted(aim.statement)} is served {side.value} only"
    yield filling("Say why", (Blank(Aim, aim.id, "one_side_reason", asked),))


def _last_dated(plan: Plan, aim: Aim) -> Activity | None:
    dated = [
        (span.last_day, activity.id)
        for activity in plan.activities_of(aim.id)
        if activity.status is not ActivityStatus.CANCELLED and (span := plan.span_of(activity.id)) is not None
    ]
    return plan.activities[max(dated)[1]] if dated else None


def _on_other_side(sight: Sight, finding: Finding, aim: Aim, like: Activity, side: Side) -> Fix:
    workshop = Workshop(sight.plan, finding, "other side")
    kind = Kind.MEET_UP if side is Side.OFFLINE else Kind.CONVERSATION
    tie = bridge_to_other_side(sight, like, kind)
    title = f"{kind.value.capitalize()} for {inside(aim.statement)}"
    records = [
        each
        for each in workshop.activity(title, kind, tie.span, like)
        if getattr(each, "aim_id", aim.id) == aim.id
    ]
    made = records[0]
    source, target = (like.id, made.id) if tie.is_from else (made.id, like.id)
    names = (like.title, title) if tie.is_from else (title, like.title)
    return Fix(
        label=f"Add a {kind.value} {side.value}",
        preview=(
            new_activity_sentence(title, kind, tie.span, sight.days),
            new_bridge_sentence(names[0], tie.pattern, names[1]),
        ),
        makes=(*records, workshop.bridge(source, target, tie.pattern)),
    )


GOALS_FIRST = Evidence(
    "Goals first is the first of the Barcelona Principles for measuring communication; an agreement of the "
    "trade, not a study.",
    "https://www.slidenine.com/blog/what-are-the-barcelona-principles",
)
_INTEGRATED = Evidence(
    "In one research firm's own database integrated campaigns had 31 % more effect on brands, and 57 % when "
    "they were fitted to each medium as well: a correlation, not an experiment.",
    "https://www.warc.com/newsandopinion/news/ads-are-integrated-consumers-are-unmoved/en-gb/39883",
)

RULES = (
    Rule(
        code="aim.none",
        title="No aim yet",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="Without an aim nobody can tell which activities are worth their money.",
        evidence=GOALS_FIRST,
        judges=Campaign,
        judge=no_aim_at_all,
        fixes=first_aim,
    ),
    Rule(
        code="aim.activity_without",
        title="Activity without an aim",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="What serves no aim cannot be judged, and takes money from what does.",
        evidence=PLAIN_LOGIC,
        judges=Activity,
        judge=activity_without_aim,
        fixes=aims_for_activity,
        field="contributions",
    ),
    Rule(
        code="aim.unserved",
        title="Aim that nothing serves",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="An aim is reached by what people do, not by being written down.",
        evidence=PLAIN_LOGIC,
        judges=Aim,
        judge=aim_unserved,
        fixes=serving_activities,
        field="contributions",
        settings=("begun_activities",),
    ),
    Rule(
        code="aim.one_side",
        title="Aim on one side only",
        family=Family.AIMS,
        severity=Severity.WARNING,
        why="Online and offline carry each other: people try and talk about it, meet and go on sharing.",
        evidence=_INTEGRATED,
        judges=Aim,
        judge=one_side_only,
        fixes=other_side,
        field="one_side_reason",
        settings=("one_side_activities",),
    ),
)
