"""What a rule of the review is, and what it looks at.

A rule judges one record at a time: an activity, a bridge, an aim, a KPI, an audience's campaign as a whole,
or a ``Place``. That is what lets the engine judge again only what an edit touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from campaignplanner.domain.activity import Activity, ActivityStatus, Contribution, Flight, Kind
from campaignplanner.domain.bridge import Bridge, Pattern
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.campaign import Campaign, CampaignStatus, Thresholds
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Finding, Severity, Spot
from campaignplanner.planning.bridges import BridgeJudgement, judge
from campaignplanner.planning.sentences import day_in_words, run_in_words

if TYPE_CHECKING:  # the facts need what is here
    from campaignplanner.planning.review.facts import Facts
    from campaignplanner.planning.review.fix import Fix


class Family(Enum):
    """What a rule is about; findings are grouped by it."""

    AIMS = "aims"
    BRIDGES = "bridges"
    PEOPLE = "people"
    BUSINESS = "business"
    MONEY = "money"
    TIME_AND_PLACE = "time and place"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a rule, in a short text; ``source`` is empty where there is none to read."""

    text: str
    source: str = ""


PLAIN_LOGIC = Evidence("Plain logic; there is nothing to measure.")
CONVENTION = Evidence("A convention of the trade; no study behind it is known to us.")


@dataclass(frozen=True, slots=True)
class OtherCampaign:
    """What the review needs to know of another campaign of the store.

    Attributes:
        id: its identifier.
        title: what it is called.
        span: its own first and last day.
        audience_names: whom it is for, as ``audience_key`` gives them.
    """

    id: str
    title: str
    span: Span
    audience_names: frozenset[str]


@dataclass(frozen=True)
class ReviewContext:
    """What a review needs beside the plan.

    Attributes:
        today: the day on which it is made.
        holidays: public holidays of the campaign's country, by day; empty where the country is not known.
        other_campaigns: the others of the store that have days.
    """

    today: date
    holidays: Mapping[date, str] = field(default_factory=dict)
    other_campaigns: tuple[OtherCampaign, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place in which flights are, by its name; judged like a record, though nobody stores it."""

    id: str


Judged: TypeAlias = PlanRecord | Campaign | Place


class Sight:
    """A plan as the rules look at it: with its context, and with what is counted over the whole plan."""

    def __init__(self, plan: Plan, context: ReviewContext, facts: Facts | None = None) -> None:
        """Look at a plan; ``facts`` are counted when first asked for, unless somebody keeps them."""
        self.plan = plan
        self.context = context
        self._facts = facts
        self._judged: tuple[str, BridgeJudgement] | None = None
        self._tables: dict[type[Any], Any] = {}

    def record(self, record_type: type[Any], identifier: str) -> Judged | None:
        """Return what the plan has under an identifier; None where it has nothing any more."""
        if record_type is Campaign:
            return self.plan.campaign
        if record_type is Place:
            return Place(identifier)
        table = self._tables.get(record_type)
        if table is None:
            table = self._tables[record_type] = self.plan.table(record_type)
        return table[identifier] if identifier in table else None  # noqa: SIM401 - twice as fast as get

    # Groupings that the rules ask for ten thousand times.

    @cached_property
    def flights_by_activity(self) -> Mapping[object, tuple[Flight, ...]]:
        """The flights of each activity."""
        return self.plan.flights.by("activity_id")

    @cached_property
    def contributions_by_activity(self) -> Mapping[object, tuple[Contribution, ...]]:
        """What each activity gives to aims."""
        return self.plan.contributions.by("activity_id")

    @cached_property
    def bridges_by_source(self) -> Mapping[object, tuple[Bridge, ...]]:
        """The bridges from each activity."""
        return self.plan.bridges.by("source_id")

    @cached_property
    def bridges_by_target(self) -> Mapping[object, tuple[Bridge, ...]]:
        """The bridges to each activity."""
        return self.plan.bridges.by("target_id")

    @cached_property
    def lines_by_activity(self) -> Mapping[object, tuple[BudgetLine, ...]]:
        """The budget lines of each activity."""
        return self.plan.lines.by("activity_id")

    @cached_property
    def postings_by_line(self) -> Mapping[object, tuple[Posting, ...]]:
        """What happened on each budget line."""
        return self.plan.postings.by("line_id")

    @property
    def facts(self) -> Facts:
        """What is counted over the whole plan."""
        if self._facts is None:
            from campaignplanner.planning.review.facts import facts_of

            self._facts = facts_of(self)
        return self._facts

    def judgement(self, bridge: Bridge) -> BridgeJudgement:
        """Return how a bridge stands; asked several times for the same one, it is judged once."""
        if self._judged is None or self._judged[0] != bridge.id:
            self._judged = (bridge.id, judge(self.plan, bridge))
        return self._judged[1]

    def flights(self, activity: Activity) -> tuple[Flight, ...]:
        """Return the flights of an activity, in no order to rely on."""
        return self.flights_by_activity.get(activity.id, ())

    def is_active(self, activity_id: str) -> bool:
        """Tell whether an activity counts: it is not cancelled."""
        return self.plan.activities[activity_id].status is not ActivityStatus.CANCELLED

    def is_alive(self, bridge: Bridge) -> bool:
        """Tell whether neither end of a bridge is cancelled."""
        return self.is_active(bridge.source_id) and self.is_active(bridge.target_id)

    def served_from(self, activity: Activity) -> Iterator[tuple[Bridge, Activity]]:
        """Yield the bridges from an activity with what they lead to, unless that is cancelled."""
        for bridge in self.bridges_by_source.get(activity.id, ()):
            other = self.plan.activities[bridge.target_id]
            if other.status is not ActivityStatus.CANCELLED:
                yield bridge, other

    def leading_to(self, activity: Activity) -> Iterator[tuple[Bridge, Activity]]:
        """Yield the bridges to an activity with where they come from, unless that is cancelled."""
        for bridge in self.bridges_by_target.get(activity.id, ()):
            other = self.plan.activities[bridge.source_id]
            if other.status is not ActivityStatus.CANCELLED:
                yield bridge, other

    @property
    def days(self) -> Span | None:
        """The campaign's days, where both are known: near them the year goes without saying."""
        return self.plan.campaign.span

    def day_words(self, day: date) -> str:
        """Return a day as a sentence about this campaign names it."""
        return day_in_words(day, self.days)

    def run_words(self, span: Span) -> str:
        """Return from when to when, as a sentence about this campaign names it."""
        return run_in_words(span, self.days)

    @property
    def thresholds(self) -> Thresholds:
        """What the review expects of this campaign."""
        return self.plan.campaign.thresholds

    @property
    def is_over(self) -> bool:
        """Whether the campaign is closed: what is only a hint comes too late then."""
        return self.plan.campaign.status in OVER


OVER = frozenset({CampaignStatus.CLOSED, CampaignStatus.ARCHIVED})


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says of one record.

    Attributes:
        message: one plain sentence or two that name the things.
        subject_ids: the records it is about.
        severity: where it differs from the rule's.
        spots: where the work is; empty where that is the rule's field of each of these records.
    """

    message: str
    subject_ids: tuple[str, ...]
    severity: Severity | None = None
    spots: tuple[Spot, ...] = ()


NOTHING: tuple[Said, ...] = ()


def say(
    message: str, *subject_ids: str, severity: Severity | None = None, spots: tuple[Spot, ...] = ()
) -> tuple[Said, ...]:
    """Return one thing said, as a rule returns it."""
    return (Said(message, subject_ids, severity, spots),)


def no_fixes(sight: Sight, finding: Finding) -> Iterable[Fix]:
    """Propose nothing: what is to be done is for people to decide."""
    del sight, finding
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that the review looks for.

    Attributes:
        code: what dismissals and other programs know it by; it never changes.
        title: a few words for a heading.
        family: what it is about.
        severity: of its findings, where they do not say otherwise.
        why: why it matters, in a sentence or two.
        evidence: what stands behind it, or that there is nothing.
        judges: the type of record that it looks at, one at a time.
        judge: what it says of one.
        fixes: what would mend a finding.
        field: of each record that a finding is about, where the work is always there; see ``Spot``.
        settings: the campaign's thresholds by which it judges.
        kinds: the kinds of activities that it is about, where not about all.
        patterns: the patterns of bridges that it is about, where not about all.
        of_cancelled: whether it looks at cancelled activities and their bridges too.
    """

    code: str
    title: str
    family: Family
    severity: Severity
    why: str
    evidence: Evidence
    judges: type[Any]
    judge: Callable[[Sight, Any], Iterable[Said]]
    fixes: Callable[[Sight, Finding], Iterable[Fix]] = no_fixes
    field: str = ""
    settings: tuple[str, ...] = ()
    kinds: frozenset[Kind] | None = None
    patterns: frozenset[Pattern] | None = None
    of_cancelled: bool = False

    def find(self, plan: Plan, context: ReviewContext) -> Iterator[Finding]:
        """Yield what this rule finds in a plan, without any order; the plan stays as it is."""
        sight = Sight(plan, context)
        for record in records_to_judge(sight, self.judges):
            if self.is_about(*sort_of(sight, record)):
                yield from self.findings(sight, record)

    def findings(self, sight: Sight, record: Judged) -> Iterable[Finding]:
        """Return what it finds of one record that it is about; of a campaign that is over no hints."""
        said = self.judge(sight, record)
        return () if said is NOTHING else self._in_full(sight, said)

    def _in_full(self, sight: Sight, said: Iterable[Said]) -> Iterator[Finding]:
        for each in said:
            severity = each.severity or self.severity
            if severity is not Severity.HINT or not sight.is_over:
                yield Finding(
                    rule=self.code,
                    severity=severity,
                    subject_ids=each.subject_ids,
                    message=each.message,
                    evidence=self.evidence.text,
                    field=self.field,
                    named_spots=each.spots,
                )

    def is_about(self, sort: Kind | Pattern | None, is_alive: bool) -> bool:
        """Tell whether it looks at records of a sort: a kind of activity, a pattern of bridge, or any."""
        if isinstance(sort, Kind) and self.kinds is not None and sort not in self.kinds:
            return False
        if isinstance(sort, Pattern) and self.patterns is not None and sort not in self.patterns:
            return False
        return is_alive or self.of_cancelled


def sort_of(sight: Sight, record: Judged) -> tuple[Kind | Pattern | None, bool]:
    """Return what sort of record it is, and whether it counts: nothing about it is cancelled."""
    match record:
        case Activity():
            return record.kind, record.status is not ActivityStatus.CANCELLED
        case Bridge():
            return record.pattern, sight.is_alive(record)
        case _:
            return None, True


def records_to_judge(sight: Sight, judged: type[Any]) -> Iterable[Judged]:
    """Return every record of a type that rules look at."""
    if judged is Campaign:
        return (sight.plan.campaign,)
    if judged is Place:
        return tuple(Place(name) for name in sight.facts.places())
    return sight.plan.table(judged).values()


def is_under_way(plan: Plan) -> bool:
    """Tell whether a plan has come so far that gaps in its aims, KPIs and audiences are worth a word.

    Of one that has only just been begun nobody is told of all that is still to come.
    """
    return len(plan.activities) >= plan.campaign.thresholds.begun_activities


def audience_key(name: str) -> str:
    """Return a name as it is compared with those of other campaigns: without case and surplus blanks."""
    return " ".join(name.split()).casefold()
