"""Plays in a plan: what placing one makes, a preview of it, and a play made of planned activities.

Public: ``records_of``, ``preview_of``, ``play_from``. The plays that come with the program are in
``builtin_plays``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, Side
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.changes import ChangeSet, making
from campaignplanner.domain.checks import LARGEST_COUNT
from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.money import minor_digits
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.domain.records import PlanRecord
from campaignplanner.planning.bridges import BridgeJudgement, judge
from campaignplanner.planning.budgeting import planned_in_campaign
from campaignplanner.planning.sentences import quoted


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a play is placed.

    Attributes:
        day: the day from which its offsets count.
        aim_id: the aim that all its activities serve; None for none yet.
        audience_id: whom all of it is for; None where nobody has said.
        placing_id: what the identifiers of the made records are derived from.
    """

    day: date
    aim_id: str | None = None
    audience_id: str | None = None
    placing_id: str = "preview"

    def id(self, sort: str, index: int) -> str:
        """Return the identifier of what is made."""
        return uuid5(NAMESPACE_OID, f"{self.placing_id} {sort} {index}").hex


def records_of(plan: Plan, play: Play, placing: Placing) -> tuple[PlanRecord, ...]:
    """Return what placing a play in a plan makes.

    Raises:
        PlanError: the play breaks a rule, the aim or the audience is not there, or the calendar ends.
    """
    play.check()
    if placing.aim_id is not None:
        plan.find(Aim, placing.aim_id)
    if placing.audience_id is not None:
        plan.find(Audience, placing.audience_id)
    return tuple(_records(plan, play, placing))


def _records(plan: Plan, play: Play, placing: Placing) -> Iterator[PlanRecord]:
    for index, part in enumerate(play.activities):
        yield from _activity(placing, index, part)
    for index, bridge in enumerate(play.bridges):
        yield _bridge(placing, index, bridge)
    last = max((line.position for line in plan.lines.values()), default=-1)
    for index, line in enumerate(play.lines):
        yield _line(plan, placing, index, line, min(last + 1 + index, LARGEST_COUNT))


def _activity(placing: Placing, index: int, part: PlayActivity) -> Iterator[PlanRecord]:
    activity_id = placing.id("activity", index)
    yield Activity(
        id=activity_id,
        side=part.side,
        kind=part.kind,
        title=part.title,
        what_people_do=part.what_people_do,
        audience_ids=() if placing.audience_id is None else (placing.audience_id,),
    )
    yield Flight(
        id=placing.id("flight", index),
        activity_id=activity_id,
        first_day=shifted_day(placing.day, part.first_day_offset),
        last_day=shifted_day(placing.day, part.last_day_offset),
    )
    if placing.aim_id is not None:
        identifier = placing.id("contribution", index)
        yield Contribution(id=identifier, activity_id=activity_id, aim_id=placing.aim_id)


def _bridge(placing: Placing, index: int, part: PlayBridge) -> Bridge:
    return Bridge(
        id=placing.id("bridge", index),
        source_id=placing.id("activity", part.source),
        target_id=placing.id("activity", part.target),
        pattern=part.pattern,
        mechanism=part.mechanism,
        ask_after_days=part.ask_after_days,
    )


def _line(plan: Plan, placing: Placing, index: int, part: PlayLine, position: int) -> BudgetLine:
    return BudgetLine(
        id=placing.id("line", index),
        activity_id=placing.id("activity", part.activity),
        label=part.label,
        cost_type=part.cost_type,
        meets=part.meets,
        filed_under=part.filed_under,
        planned=part.planned * 10 ** minor_digits(plan.campaign.currency),
        position=position,
    )


# -- preview ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PreviewActivity:
    """An activity that would be made, with its days."""

    title: str
    side: Side
    kind: Kind
    what_people_do: str
    span: Span


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A budget line that would be made; ``planned`` is in minor units of the campaign's currency."""

    label: str
    activity: str
    planned: int


@dataclass(frozen=True, slots=True)
class PlayPreview:
    """What placing a play would make.

    Attributes:
        activities: in the order of their first days.
        bridges: as they would stand; each message says by how much one leads or follows the other.
        lines: with what they are for.
        span: from the first day to the last.
        is_outside: whether part of it lies outside the campaign's own days.
    """

    activities: tuple[PreviewActivity, ...]
    bridges: tuple[BridgeJudgement, ...]
    lines: tuple[PreviewLine, ...]
    span: Span
    is_outside: bool


def preview_of(plan: Plan, play: Play, placing: Placing) -> PlayPreview:
    """Return what placing a play would make; raise PlanError where it cannot be placed."""
    records = records_of(plan, play, placing)
    placed = plan.applying(ChangeSet("", making(records), plan.campaign.id))
    activities = [
        PreviewActivity(each.title, each.side, each.kind, each.what_people_do, _span(placed, each.id))
        for each in records
        if isinstance(each, Activity)
    ]
    activities.sort(key=lambda each: (each.span.first_day, each.span.last_day, each.title))
    bridges = tuple(judge(placed, each) for each in records if isinstance(each, Bridge))
    lines = tuple(
        PreviewLine(each.label, placed.activities[each.activity_id].title, each.planned)
        for each in records
        if isinstance(each, BudgetLine) and each.activity_id is not None
    )
    first = activities[0].span.first_day
    span = Span(first, max(each.span.last_day for each in activities))
    return PlayPreview(tuple(activities), bridges, lines, span, _is_outside(plan, span))


def _span(plan: Plan, activity_id: str) -> Span:
    span = plan.span_of(activity_id)
    if span is None:
        raise ValueError("Every activity of a play has days.")
    return span


def _is_outside(plan: Plan, span: Span) -> bool:
    first, last = plan.campaign.first_day, plan.campaign.last_day
    return (first is not None and span.first_day < first) or (last is not None and span.last_day > last)


# -- a play of one's own ---------------------------------------------------------------------------------


def play_from(
    plan: Plan, activity_ids: Iterable[str], title: str, play_id: str, description: str = ""
) -> Play:
    """Return a play made of activities of a plan, whose offsets count from the first day of the earliest.

    Of an activity with several runs the play keeps from the first day to the last; of its money whole units
    of the campaign's currency. Bridges of the users' own patterns stay behind, for a play goes to campaigns
    that do not know them.

    Raises:
        PlanError: an activity has no days, is not there any more, or is too far from the others.
    """
    chosen = [plan.find(Activity, each) for each in dict.fromkeys(activity_ids)]
    spans: list[Span] = []
    for activity in chosen:
        span = plan.span_of(activity.id)
        if span is None:
            raise PlanError(f"{quoted(activity.title)} has no dates yet, so it cannot be part of a play.")
        spans.append(span)
    places = {activity.id: place for place, activity in enumerate(chosen)}
    begin = min((span.first_day for span in spans), default=date.min)
    play = Play(
        id=play_id,
        title=title,
        description=description,
        activities=tuple(_part(each, span, begin) for each, span in zip(chosen, spans, strict=True)),
        bridges=tuple(_bridges_among(plan, places)),
        lines=tuple(_lines_of(plan, places)),
    )
    play.check()
    return play


def _part(activity: Activity, span: Span, begin: date) -> PlayActivity:
    return PlayActivity(
        side=activity.side,
        kind=activity.kind,
        title=activity.title,
        what_people_do=activity.what_people_do,
        first_day_offset=(span.first_day - begin).days,
        last_day_offset=(span.last_day - begin).days,
    )


def _bridges_among(plan: Plan, places: dict[str, int]) -> Iterator[PlayBridge]:
    for activity_id, place in places.items():
        for bridge in plan.bridges_from(activity_id):
            if bridge.target_id in places and bridge.pattern is not Pattern.OWN:
                yield PlayBridge(
                    source=place,
                    target=places[bridge.target_id],
                    pattern=bridge.pattern,
                    mechanism=bridge.mechanism,
                    ask_after_days=bridge.ask_after_days,
                )


def _lines_of(plan: Plan, places: dict[str, int]) -> Iterator[PlayLine]:
    units = 10 ** minor_digits(plan.campaign.currency)
    for activity_id, place in places.items():
        for line in plan.lines_of(activity_id):
            yield PlayLine(
                activity=place,
                label=line.label,
                cost_type=line.cost_type,
                meets=line.meets,
                filed_under=line.filed_under,
                planned=round((planned_in_campaign(plan, line) or 0) / units),
            )
