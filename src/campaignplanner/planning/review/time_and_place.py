"""Time and place: outside the campaign, the same place twice, too many people, holidays, other campaigns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.review import Finding, Severity, Spot
from campaignplanner.planning.review import facts
from campaignplanner.planning.review.fix import Blank, FieldEdit, Fix, Move
from campaignplanner.planning.review.kinds import GATHERINGS, TAKING_A_PLACE, TOUCHPOINTS
from campaignplanner.planning.review.making import editing, filling
from campaignplanner.planning.review.people import named
from campaignplanner.planning.review.rule import (
    NOTHING,
    PLAIN_LOGIC,
    Evidence,
    Family,
    Place,
    Rule,
    Said,
    Sight,
    audience_key,
    say,
)
from campaignplanner.planning.sentences import quoted

LONGEST_SEARCH = 14
MOST_AT_ONCE = 8
"""So many runs in one place are compared with the next; more of them clash anyway."""


# -- the campaign's days ---------------------------------------------------------------------------------


def outside(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say once for all activities that they run outside the campaign's days."""
    found = sorted(sight.facts.members(facts.OUTSIDE))
    if not found:
        return NOTHING
    verb = "runs" if len(found) == 1 else "run"
    first, last = campaign.first_day, campaign.last_day
    if first is not None and last is not None:
        days = f"{sight.day_words(first)} to {sight.day_words(last)}"
    else:
        days = (
            f"from {sight.day_words(first)}"
            if first is not None
            else f"until {sight.day_words(last or date.max)}"
        )
    return say(f"{named(sight, found)} {verb} outside the campaign's days, {days}.", *found)


def widen(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to widen the campaign, and to move a single activity into it."""
    plan, campaign = sight.plan, sight.plan.campaign
    spans = [span for each in finding.subject_ids if (span := plan.span_of(each)) is not None]
    days: dict[str, object] = {}
    first, last = min(span.first_day for span in spans), max(span.last_day for span in spans)
    words = []
    if campaign.first_day is not None and first < campaign.first_day:
        days["first_day"] = first
        words.append(f"begin on {sight.day_words(first)}")
    if campaign.last_day is not None and last > campaign.last_day:
        days["last_day"] = last
        words.append(f"end on {sight.day_words(last)}")
    yield editing(
        f"Let the campaign {' and '.join(words)}",
        f"The campaign will {' and '.join(words)}; nothing else moves.",
        FieldEdit(Campaign, campaign.id, days),
    )
    if len(spans) == 1:
        yield from _move_inside(sight, finding.subject_ids[0])


def _move_inside(sight: Sight, activity_id: str) -> Iterator[Fix]:
    campaign, span = sight.plan.campaign, sight.plan.span_of(activity_id)
    if span is None:
        return
    begin = span.first_day
    if campaign.last_day is not None and span.last_day > campaign.last_day:
        begin = campaign.last_day - timedelta(days=min(span.days - 1, campaign.last_day.toordinal() - 1))
    if campaign.first_day is not None:
        begin = max(begin, campaign.first_day)
    moved = span.shifted((begin - span.first_day).days)
    if campaign.last_day is not None and moved.last_day > campaign.last_day:
        return  # it is longer than the campaign
    name = quoted(sight.plan.activities[activity_id].title)
    yield Fix(
        label=f"Move {name} into it",
        preview=(f"{name} runs {sight.run_words(moved)} instead of {sight.run_words(span)}.",),
        moves=(Move(activity_id, begin),),
    )


# -- places ----------------------------------------------------------------------------------------------


def twice_at_once(sight: Sight, place: Place) -> Iterator[Said]:
    """Say of each two activities that need the same place for themselves at the same time."""
    runs = sorted(_runs_in(sight, place.id), key=lambda run: (run.first_day, run.last_day, run.id))
    running: list[Flight] = []
    told: set[frozenset[str]] = set()
    for run in runs:
        running = [each for each in running if each.last_day >= run.first_day][-MOST_AT_ONCE:]
        for other in running:
            pair = frozenset((run.activity_id, other.activity_id))
            if pair not in told and _clash(sight, other, run):
                told.add(pair)
                yield _clash_in_words(sight, place, other, run)
        running.append(run)


def _clash_in_words(sight: Sight, place: Place, earlier: Flight, later: Flight) -> Said:
    one, other = (sight.plan.activities[each.activity_id] for each in (earlier, later))
    when = "at the same time on" if _timed(earlier) and _timed(later) else "on"
    message = (
        f"{quoted(one.title)} and {quoted(other.title)} are both in {quoted(place.id)} "
        f"{when} {sight.day_words(later.first_day)}."
    )
    flights = (Spot(earlier.id, "place"), Spot(later.id, "place"))
    spots = (Spot(one.id, "flights"), Spot(other.id, "flights"), *flights)
    return Said(message, (one.id, other.id, earlier.id, later.id), spots=spots)


def _runs_in(sight: Sight, name: str) -> Iterator[Flight]:
    for activity_id in sight.facts.members(facts.PLACE + name):
        activity = sight.plan.activities[activity_id]
        if activity.kind in TAKING_A_PLACE:
            for flight in sight.flights(activity):
                if (flight.place or activity.place) == name:
                    yield flight


def _clash(sight: Sight, one: Flight, other: Flight) -> bool:
    if one.activity_id == other.activity_id or not one.span.overlaps(other.span):
        return False
    if _timed(one) and _timed(other) and not _times_overlap(one, other):
        return False
    bridges = (*sight.plan.bridges_from(one.activity_id), *sight.plan.bridges_to(one.activity_id))
    return all(other.activity_id not in (each.source_id, each.target_id) for each in bridges)


def _timed(flight: Flight) -> bool:
    return flight.start_time is not None and flight.end_time is not None


def _times_overlap(one: Flight, other: Flight) -> bool:
    if one.start_time is None or one.end_time is None or other.start_time is None or other.end_time is None:
        return True
    return one.start_time < other.end_time and other.start_time < one.end_time


def apart(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to let the second begin when the first is over, and to name another place."""
    plan = sight.plan
    _, later_id, earlier_flight, later_flight = finding.subject_ids
    earlier, later = plan.flights[earlier_flight], plan.flights[later_flight]
    name = quoted(plan.activities[later_id].title)
    begin = shifted_day(earlier.last_day, 1)
    moved = later.span.shifted((begin - later.first_day).days)
    yield editing(
        f"Start {name} on {sight.day_words(begin)}",
        f"{name} runs {sight.run_words(moved)} instead of {sight.run_words(later.span)}.",
        FieldEdit(Flight, later.id, {"first_day": moved.first_day, "last_day": moved.last_day}),
    )
    asked = f"Where {name} is {sight.run_words(later.span)}"
    yield filling("Choose another place", (Blank(Flight, later.id, "place", asked),))


# -- people ----------------------------------------------------------------------------------------------


def over_capacity(sight: Sight, activity: Activity) -> Iterator[Said]:
    """Say so of a gathering that expects more people than it holds, day for day."""
    if activity.capacity is None:
        return
    for flight in sorted(sight.flights(activity), key=lambda each: (each.first_day, each.id)):
        holds = activity.capacity * flight.span.days
        expected = flight.expected_people
        if expected is None or expected <= holds:
            continue
        usual = round(expected * (1 - sight.thresholds.no_show_free))
        where = f"{quoted(activity.title)} {sight.run_words(flight.span)}"
        message = (
            f"{expected:,} people are expected at {where}, which holds {holds:,}. "
            f"Of {expected:,} who register for free about {usual:,} come; of those who pay, "
            f"{round(expected * (1 - sight.thresholds.no_show_paid)):,}."
        )
        severity = Severity.WARNING if usual > holds else Severity.HINT
        spots = (Spot(activity.id, "capacity"), Spot(flight.id, "expected_people"))
        yield Said(message, (activity.id, flight.id), severity, spots)


def fewer_people(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask for a larger place, or for a smaller number."""
    activity, flight = (
        sight.plan.activities[finding.subject_ids[0]],
        sight.plan.flights[finding.subject_ids[1]],
    )
    name = quoted(activity.title)
    yield filling(
        "Take a larger place", (Blank(Activity, activity.id, "capacity", f"How many {name} holds a day"),)
    )
    asked = f"How many are expected at {name} {sight.run_words(flight.span)}"
    yield filling("Expect fewer people", (Blank(Flight, flight.id, "expected_people", asked),))


# -- the calendar ----------------------------------------------------------------------------------------


def on_holiday(sight: Sight, activity: Activity) -> Iterator[Said]:
    """Say so of a short run in person that has a public holiday in it."""
    holidays = sight.context.holidays
    if not holidays:
        return
    for flight in sorted(sight.flights(activity), key=lambda each: (each.first_day, each.id)):
        if flight.span.days > sight.thresholds.short_run_days:
            continue  # a longer run has a holiday in it sooner or later; nobody wants to be told of that
        days = (flight.first_day + timedelta(days=each) for each in range(flight.span.days))
        day = next((each for each in days if each in holidays), None)
        if day is not None:
            yield Said(
                f"{quoted(activity.title)} is on {sight.day_words(day)}, a public holiday ({holidays[day]}).",
                (activity.id, flight.id),
                spots=(Spot(activity.id, "flights"), Spot(flight.id, "first_day")),
            )


def next_working_days(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer the next days on which it is no holiday."""
    flight = sight.plan.flights[finding.subject_ids[1]]
    name = quoted(sight.plan.activities[finding.subject_ids[0]].title)
    for later in range(1, LONGEST_SEARCH):
        moved = flight.span.shifted(later)
        days = (moved.first_day + timedelta(days=each) for each in range(moved.days))
        if not any(day in sight.context.holidays for day in days):
            yield editing(
                f"Move it to {sight.day_words(moved.first_day)}",
                f"{name} runs {sight.run_words(moved)} instead of {sight.run_words(flight.span)}.",
                FieldEdit(Flight, flight.id, {"first_day": moved.first_day, "last_day": moved.last_day}),
            )
            return


def clash_with_other(sight: Sight, campaign: Campaign) -> Iterator[Said]:
    """Say so when another campaign speaks to the same audience at the same time."""
    if campaign.first_day is None or campaign.last_day is None or sight.is_over:
        return
    for other in sight.context.other_campaigns:
        first = max(campaign.first_day, other.span.first_day)
        last = min(campaign.last_day, other.span.last_day)
        if first > last:
            continue
        for audience in sight.plan.audiences_in_order:
            if audience_key(audience.name) in other.audience_names:
                yield Said(
                    f"{quoted(other.title)} is for {quoted(audience.name)} too, "
                    f"{sight.run_words(Span(first, last))}.",
                    (audience.id, other.id),
                    spots=(Spot(audience.id),),
                )


_NO_SHOWS = Evidence(
    "Medians of over 860 events on one platform: 28 % of those who registered for free stayed away, 17 % of "
    "those who paid.",
    "https://pheedloop.com/blog/event-data-lab-report-06",
)
_CALENDAR = Evidence("The calendar of the campaign's country, or of a part of it where one is named.")
_CLASH = Evidence("The other campaigns of this store; no study of how much is too much is known to us.")

RULES = (
    Rule(
        code="time.outside",
        title="Outside the campaign",
        family=Family.TIME_AND_PLACE,
        severity=Severity.WARNING,
        why="Either the campaign is longer than it says, or somebody typed another month.",
        evidence=PLAIN_LOGIC,
        judges=Campaign,
        judge=outside,
        fixes=widen,
        field="flights",
    ),
    Rule(
        code="place.twice",
        title="Same place twice",
        family=Family.TIME_AND_PLACE,
        severity=Severity.WARNING,
        why="Two that need a place for themselves cannot both have it.",
        evidence=PLAIN_LOGIC,
        judges=Place,
        judge=twice_at_once,
        fixes=apart,
    ),
    Rule(
        code="place.capacity",
        title="More people than room",
        family=Family.TIME_AND_PLACE,
        severity=Severity.WARNING,
        why="People who are turned away at the door tell others, too.",
        evidence=_NO_SHOWS,
        judges=Activity,
        judge=over_capacity,
        fixes=fewer_people,
        settings=(
            "no_show_free",
            "no_show_paid",
        ),
        kinds=GATHERINGS,
    ),
    Rule(
        code="time.holiday",
        title="On a public holiday",
        family=Family.TIME_AND_PLACE,
        severity=Severity.HINT,
        why="Shops may be closed and people away; or it is just the day for it.",
        evidence=_CALENDAR,
        judges=Activity,
        judge=on_holiday,
        fixes=next_working_days,
        settings=("short_run_days",),
        kinds=TOUCHPOINTS,
    ),
    Rule(
        code="time.other_campaign",
        title="Another campaign at the time",
        family=Family.TIME_AND_PLACE,
        severity=Severity.HINT,
        why="The same people hear two things from you at once.",
        evidence=_CLASH,
        judges=Campaign,
        judge=clash_with_other,
    ),
)
