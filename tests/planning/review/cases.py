"""One case per rule: a plan in which it speaks up, one in which it just does not, one to leave alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.domain.aim import Better, BusinessArea, Kpi, KpiStage
from campaignplanner.domain.approval import Approval, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Mechanism, OwnPattern, Pattern
from campaignplanner.domain.budget import Meets, Posting, PostingKind, ReserveDraw
from campaignplanner.domain.campaign import BriefTexts, CampaignStatus, Thresholds
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.review.rule import OtherCampaign, ReviewContext
from tests.builders import (
    a_bridge,
    a_contribution,
    a_dated_activity,
    a_flight,
    a_line,
    a_plan,
    an_activity,
    an_aim,
)

TODAY = date(2026, 3, 1)
CONTEXT = ReviewContext(TODAY)
WIN = an_aim("Win members")
LIVE = CampaignStatus.LIVE
CANCELLED = ActivityStatus.CANCELLED


@dataclass(frozen=True)
class Case:
    """What a rule says of three plans.

    Attributes:
        code: the rule.
        speaks: a plan in which it finds something, exactly once.
        about: what the finding is about.
        just_not: one on the good side of the boundary.
        untouched: one that is none of its business.
        context: beside the plans.
        answers: what people fill in, by field.
    """

    code: str
    speaks: Plan
    about: tuple[str, ...]
    just_not: Plan
    untouched: Plan
    context: ReviewContext = CONTEXT
    answers: Mapping[str, object] = field(default_factory=dict)


def a_kpi(name: str = "Members", **fields: Any) -> Kpi:
    """A KPI with nothing lacking; the fields given take its place."""
    whole: dict[str, Any] = {
        "id": name.lower(),
        "name": name,
        "aim_id": WIN.id,
        "unit": "people",
        "baseline": Decimal(100),
        "target": Decimal(200),
        "due_day": date(2026, 6, 30),
        "how_measured": "Counted",
        "by_whom": "Ada",
        "stage": KpiStage.OUTCOME,
    }
    return Kpi(**{**whole, **fields})


def two(source: list[Any], target: list[Any], pattern: Pattern, **fields: Any) -> list[Any]:
    """Two activities and the bridge between them."""
    return [source, target, a_bridge(source[0], target[0], pattern, **fields)]


def evening(first: str = "2026-05-20", last: str | None = None, **fields: Any) -> list[Any]:
    return a_dated_activity("Evening", first, last, **{"kind": Kind.EVENT, **fields})


def trial(**fields: Any) -> list[Any]:
    return a_dated_activity("Tasting", "2026-05-20", "2026-05-22", **{"kind": Kind.SAMPLING, **fields})


def online(first: str, last: str | None = None, **fields: Any) -> list[Any]:
    return a_dated_activity("Reviews", first, last, **fields)


def prize(first: str, last: str | None = None, **fields: Any) -> list[Any]:
    return a_dated_activity("Prize", first, last, **{"kind": Kind.REWARD, **fields})


def some(count: int, **fields: Any) -> list[Any]:
    """So many activities of media, of which few rules speak."""
    return [an_activity(f"Poster {number}", kind=Kind.PRINT, **fields) for number in range(count)]


AIMS = (
    Case(
        "aim.none",
        a_plan(an_activity("Reviews")),
        ("campaign",),
        a_plan(an_activity("Reviews"), WIN),
        a_plan(an_activity("Reviews", status=CANCELLED)),
        answers={"statement": "Win members"},
    ),
    Case(
        "aim.activity_without",
        a_plan(WIN, a_dated_activity("Account", "2026-05-01", status=ActivityStatus.IDEA)),
        ("account",),
        a_plan(WIN, a_dated_activity("Account", "2026-05-01", aims=[WIN])),
        a_plan(WIN, an_activity("Account", status=ActivityStatus.IDEA), an_activity("Old", status=CANCELLED)),
    ),
    Case(
        "aim.unserved",
        a_plan(WIN, some(3), first_day="2026-04-01", last_day="2026-06-30"),
        (WIN.id,),
        a_plan(WIN, some(2)),
        a_plan(WIN, some(3), a_contribution("poster-0", WIN)),
    ),
    Case(
        "aim.one_side",
        a_plan(
            WIN, evening(aims=[WIN]), a_dated_activity("Poster", "2026-05-01", kind=Kind.PRINT, aims=[WIN])
        ),
        (WIN.id,),
        a_plan(WIN, evening(aims=[WIN])),
        a_plan(
            an_aim("Win members", one_side_reason="No doors to knock at"),
            evening(aims=[WIN]),
            a_dated_activity("Poster", "2026-05-01", kind=Kind.PRINT, aims=[WIN]),
        ),
        answers={"one_side_reason": "Nobody is online there"},
    ),
)

MEASURES = (
    Case(
        "aim.no_kpi",
        a_plan(WIN, some(3)),
        (WIN.id,),
        a_plan(WIN, some(2)),
        a_plan(WIN, some(3), a_kpi()),
        answers={"name": "Members"},
    ),
    Case(
        "aim.kpi_lacking",
        a_plan(WIN, some(3), a_kpi(target=None, due_day=None, by_whom="")),
        ("members",),
        a_plan(WIN, some(3), a_kpi(unit="")),
        a_plan(WIN, some(3), a_kpi(aim_id=None, activity_id="poster-0", baseline=None)),
        answers={"target": Decimal(300), "due_day": date(2026, 6, 1), "by_whom": "Ada"},
    ),
    Case(
        "aim.kpi_target",
        a_plan(WIN, a_kpi(target=Decimal(50))),
        ("members",),
        a_plan(WIN, a_kpi(target=Decimal("100.01"))),
        a_plan(WIN, a_kpi(target=None), a_kpi("Hours", target=Decimal(50), better=Better.LOWER)),
        answers={"target": Decimal(300)},
    ),
    Case(
        "aim.kpi_due_early",
        a_plan(WIN, a_kpi(due_day=date(2026, 3, 31)), first_day="2026-04-01", last_day="2026-06-30"),
        ("members",),
        a_plan(WIN, a_kpi(due_day=date(2026, 4, 1)), first_day="2026-04-01"),
        a_plan(WIN, a_kpi(due_day=date(2026, 3, 31))),
        answers={"due_day": date(2026, 6, 1)},
    ),
    Case(
        "aim.all_outputs",
        a_plan(WIN, a_kpi(stage=KpiStage.OUTPUT), a_kpi("Posts", stage=KpiStage.OUTPUT)),
        ("members", "posts"),
        a_plan(WIN, a_kpi(stage=KpiStage.OUTPUT), a_kpi("Posts", stage=None)),
        a_plan(WIN),
        answers={"name": "Members"},
    ),
)

OWN = OwnPattern(id="own", name="weekly", earliest_gap_days=0, latest_gap_days=7)

PATTERNS = (
    Case(
        "bridge.announces",
        a_plan(two(online("2026-05-07"), evening(), Pattern.ANNOUNCES)),
        ("reviews~evening",),
        a_plan(two(online("2026-04-22"), evening(), Pattern.ANNOUNCES)),
        a_plan(two(online("2026-05-19", status=CANCELLED), evening(), Pattern.ANNOUNCES)),
    ),
    Case(
        "bridge.carries_on_as",
        a_plan(two(evening(), online("2026-05-28", "2026-06-10"), Pattern.CARRIES_ON_AS)),
        ("evening~reviews",),
        a_plan(two(evening(), online("2026-05-27", "2026-06-10"), Pattern.CARRIES_ON_AS)),
        a_plan(evening(), an_activity("Reviews"), a_bridge("evening", "reviews", Pattern.CARRIES_ON_AS)),
    ),
    Case(
        "bridge.is_talked_about_in",
        a_plan(
            two(trial(), online("2026-05-20", "2026-06-10"), Pattern.IS_TALKED_ABOUT_IN, ask_after_days=1)
        ),
        ("tasting~reviews",),
        a_plan(
            two(trial(), online("2026-05-20", "2026-06-10"), Pattern.IS_TALKED_ABOUT_IN, ask_after_days=2)
        ),
        a_plan(two(trial(), online("2026-05-20", "2026-06-10"), Pattern.LEADS_TO, ask_after_days=0)),
    ),
    Case(
        "bridge.is_shown_at",
        a_plan(two(online("2026-05-21"), evening(), Pattern.IS_SHOWN_AT)),
        ("reviews~evening",),
        a_plan(two(online("2026-05-20"), evening(), Pattern.IS_SHOWN_AT)),
        a_plan(an_activity("Reviews"), evening(), a_bridge("reviews", "evening", Pattern.IS_SHOWN_AT)),
    ),
    Case(
        "bridge.is_rewarded_by",
        a_plan(two(online("2026-05-01"), prize("2026-06-01"), Pattern.IS_REWARDED_BY)),
        ("reviews~prize",),
        a_plan(two(online("2026-05-01"), prize("2026-05-31"), Pattern.IS_REWARDED_BY)),
        a_plan(two(online("2026-05-01"), prize("2026-06-01"), Pattern.LEADS_TO)),
    ),
    Case(
        "bridge.is_streamed_as",
        a_plan(two(evening(), online("2026-05-21", kind=Kind.LIVE_STREAM), Pattern.IS_STREAMED_AS)),
        ("evening~reviews",),
        a_plan(two(evening(), online("2026-05-20", kind=Kind.LIVE_STREAM), Pattern.IS_STREAMED_AS)),
        a_plan(evening(), an_activity("Film"), a_bridge("evening", "film", Pattern.IS_STREAMED_AS)),
    ),
    Case(
        "bridge.leads_to",
        a_plan(two(evening(), online("2026-05-19"), Pattern.LEADS_TO)),
        ("evening~reviews",),
        a_plan(two(evening(), online("2026-05-20"), Pattern.LEADS_TO)),
        a_plan(evening(), an_activity("Reviews"), a_bridge("evening", "reviews")),
    ),
    Case(
        "bridge.own",
        a_plan(OWN, two(evening(), online("2026-05-28"), Pattern.OWN, own_pattern=OWN)),
        ("evening~reviews",),
        a_plan(OWN, two(evening(), online("2026-05-27"), Pattern.OWN, own_pattern=OWN)),
        a_plan(OWN, evening(), an_activity("Film"), a_bridge("evening", "film", own_pattern=OWN)),
    ),
)

BRIDGES = (
    Case(
        "bridge.destination_not_live",
        a_plan(two(evening(), online("2026-05-21", "2026-06-10"), Pattern.LEADS_TO)),
        ("evening~reviews",),
        a_plan(two(evening(), online("2026-05-20", "2026-06-10"), Pattern.LEADS_TO)),
        a_plan(two(online("2026-05-01"), evening(), Pattern.LEADS_TO)),
    ),
    Case(
        "bridge.reward_never_given",
        a_plan(two(online("2026-05-01"), prize("2026-05-20", status=CANCELLED), Pattern.IS_REWARDED_BY)),
        ("reviews~prize",),
        a_plan(two(online("2026-05-01"), prize("2026-05-20"), Pattern.IS_REWARDED_BY)),
        a_plan(
            an_activity("Reviews"),
            an_activity("Prize", kind=Kind.REWARD),
            a_bridge("reviews", "prize", Pattern.IS_REWARDED_BY),
        ),
    ),
    Case(
        "bridge.no_mechanism",
        a_plan(two(evening(), online("2026-05-21"), Pattern.CARRIES_ON_AS)),
        ("evening~reviews",),
        a_plan(two(evening(), online("2026-05-21"), Pattern.CARRIES_ON_AS, mechanism=Mechanism.HASHTAG)),
        a_plan(
            two(online("2026-05-01"), evening(), Pattern.IS_SHOWN_AT),
            a_bridge("reviews", "evening", id="announced"),
        ),
        answers={"mechanism": Mechanism.HASHTAG},
    ),
)

TOUCHPOINTS = (
    Case(
        "bridge.unannounced",
        a_plan(evening("2026-03-02")),
        ("evening",),
        a_plan(evening("2026-03-01")),
        a_plan(
            an_activity("Evening", kind=Kind.EVENT),
            trial(),
            evening("2026-05-01", id="live", status=ActivityStatus.LIVE),
        ),
    ),
    Case(
        "bridge.not_carried_on",
        a_plan(evening("2026-02-22", status=ActivityStatus.DONE)),
        ("evening",),
        a_plan(evening("2026-02-21", status=ActivityStatus.DONE)),
        a_plan(two(evening(), online("2026-05-21", "2026-06-01"), Pattern.LEADS_TO), trial()),
    ),
    Case(
        "bridge.not_talked_about",
        a_plan(trial()),
        ("tasting",),
        a_plan(two(trial(), online("2026-06-05"), Pattern.IS_TALKED_ABOUT_IN)),
        a_plan(an_activity("Tasting", kind=Kind.SAMPLING), evening(), trial(id="old", status=CANCELLED)),
    ),
    Case(
        "bridge.reward_without_condition",
        a_plan(prize("2026-05-20")),
        ("prize",),
        a_plan(two(online("2026-05-01"), prize("2026-05-20"), Pattern.IS_REWARDED_BY)),
        a_plan(evening(), prize("2026-05-20", status=CANCELLED)),
    ),
    Case(
        "bridge.never_shown",
        a_plan(
            online("2026-05-01", kind=Kind.CHALLENGE), online("2026-05-01", id="b", kind=Kind.REVIEW_DRIVE)
        ),
        ("b", "reviews"),
        a_plan(two(online("2026-05-01", kind=Kind.CHALLENGE), evening(), Pattern.IS_SHOWN_AT)),
        a_plan(online("2026-05-01", kind=Kind.CONTENT)),
    ),
)

FANS = Audience(id="fans", name="Fans of a year and more", behaviour_wanted="Bring a friend")

PEOPLE = (
    Case(
        "people.everyone",
        a_plan(Audience(id="all", name=" The general  public ", behaviour_wanted="x")),
        ("all",),
        a_plan(Audience(id="all", name="The general public of Lincoln", behaviour_wanted="x")),
        a_plan(FANS),
        answers={"name": "People who queue for coffee"},
    ),
    Case(
        "people.unused_audience",
        a_plan(FANS, some(3)),
        ("fans",),
        a_plan(FANS, some(2), some(1, id="old", status=CANCELLED)),
        a_plan(FANS, some(2), an_activity("Reviews", audience_ids=("fans",))),
    ),
    Case(
        "people.behaviour_wanted",
        a_plan(Audience(id="fans", name="Fans"), some(3)),
        ("fans",),
        a_plan(Audience(id="fans", name="Fans"), some(2)),
        a_plan(FANS, some(3)),
        answers={"behaviour_wanted": "Bring a friend"},
    ),
    Case(
        "people.nothing_passed_on",
        a_plan(FANS, WIN, some(3, audience_ids=("fans",))),
        ("campaign",),
        a_plan(FANS, some(2)),
        a_plan(
            FANS,
            some(3),
            Influence(id="i", from_audience_id=None, to_audience_id="fans", passed_on="News"),
        ),
        answers={"passed_on": "The second bag"},
    ),
    Case(
        "people.wordless",
        a_plan(an_activity("Reviews"), an_activity("Evening", kind=Kind.EVENT)),
        ("evening", "reviews"),
        a_plan(an_activity("Reviews", what_people_do="Write two lines")),
        a_plan(some(3), an_activity("Idea", status=ActivityStatus.IDEA)),
        answers={"what_people_do": "Write two lines"},
    ),
)

BUSINESS = (
    Case(
        "business.service_apart",
        a_plan(WIN, online("2026-05-01", "2026-05-20", aims=[WIN])),
        ("reviews",),
        a_plan(an_aim("Halve answers", business_area=BusinessArea.SERVICE), an_activity("Forum")),
        a_plan(an_activity("Film", kind=Kind.CONTENT), a_line(filed_under="Customer service")),
    ),
)


def posted(kind: PostingKind, amount: int, line: str = "line") -> Posting:
    return Posting(id=f"{line}-{kind.value}", line_id=line, day=TODAY, kind=kind, amount=amount)


SPENT, COMMITTED = PostingKind.ACTUAL, PostingKind.COMMITTED

MONEY = (
    Case(
        "money.over_total",
        a_plan(a_line(90_001), budget_total=100_000),
        ("campaign",),
        a_plan(a_line(90_000), budget_total=100_000),
        a_plan(a_line(90_001)),
    ),
    Case(
        "money.outside_band",
        a_plan(a_line(401), a_line(599, Meets.OFFLINE), online_share_to=Decimal("0.40")),
        ("campaign",),
        a_plan(a_line(400), a_line(600, Meets.OFFLINE), online_share_to=Decimal("0.40")),
        a_plan(online_share_to=Decimal("0.40")),
    ),
    Case(
        "money.above_committed",
        a_plan(a_line(id="line"), posted(COMMITTED, 500), posted(SPENT, 501)),
        ("line",),
        a_plan(a_line(id="line"), posted(COMMITTED, 500), posted(SPENT, 500)),
        a_plan(
            a_line(id="line", closed=True),
            posted(COMMITTED, 500),
            posted(SPENT, 501),
            a_line(id="free"),
            posted(SPENT, 501, "free"),
        ),
    ),
    Case(
        "money.overdue",
        a_plan(online("2026-02-01", "2026-02-28"), a_line(activity="reviews", id="line")),
        ("line",),
        a_plan(online("2026-02-01", "2026-03-01"), a_line(activity="reviews", id="line")),
        a_plan(
            online("2026-02-01", "2026-02-28"),
            a_line(activity="reviews", id="line"),
            posted(SPENT, 1),
            a_line(activity="reviews", closed=True),
            a_line(0, activity="reviews"),
        ),
    ),
    Case(
        "money.no_reserve",
        a_plan(budget_total=1_000, contingency_rate=Decimal("0.049")),
        ("campaign",),
        a_plan(budget_total=1_000, contingency_rate=Decimal("0.05")),
        a_plan(contingency_rate=Decimal(0)),
    ),
    Case(
        "money.bridge_one_side",
        a_plan(two(evening(), online("2026-05-21"), Pattern.LEADS_TO), a_line(activity="evening")),
        ("evening~reviews",),
        a_plan(
            two(evening(), online("2026-05-21"), Pattern.LEADS_TO),
            a_line(activity="evening"),
            a_line(0, activity="reviews"),
        ),
        a_plan(two(evening(), trial(), Pattern.LEADS_TO), a_line(activity="evening")),
        answers={"planned": 5_000},
    ),
)

EASTER = ReviewContext(TODAY, {date(2026, 4, 6): "Easter Monday", date(2026, 4, 7): "Easter Tuesday"})
OTHER = OtherCampaign(
    "other", "Spring", Span(date(2026, 5, 1), date(2026, 5, 31)), frozenset({"fans of a year and more"})
)
BESIDE = ReviewContext(TODAY, other_campaigns=(OTHER,))


def both_in(place: str, **fields: Any) -> Iterable[Any]:
    """Two evenings in a place on one day; the fields are of the second one's flight."""
    first, second = an_activity("First", kind=Kind.EVENT), an_activity("Second", kind=Kind.MEET_UP)
    yield from (first, second)
    yield a_flight(first, "2026-05-20", place="Hall", start_time=time(18), end_time=time(20))
    yield a_flight(second, "2026-05-20", **{"place": place, **fields})


TIME_AND_PLACE = (
    Case(
        "time.outside",
        a_plan(evening("2026-05-01", "2026-06-01"), first_day="2026-05-01", last_day="2026-05-31"),
        ("evening",),
        a_plan(evening("2026-05-01", "2026-05-31"), first_day="2026-05-01", last_day="2026-05-31"),
        a_plan(evening("2026-05-01"), trial(status=CANCELLED), last_day="2026-05-01"),
    ),
    Case(
        "place.twice",
        a_plan(list(both_in("Hall", start_time=time(19), end_time=time(21)))),
        ("first", "second", "first@2026-05-20", "second@2026-05-20"),
        a_plan(list(both_in("Hall", start_time=time(20), end_time=time(21)))),
        a_plan(
            list(both_in("Other hall")), an_activity("Third"), a_flight("third", "2026-05-20", place="Hall")
        ),
        answers={"place": "Roastery"},
    ),
    Case(
        "place.capacity",
        a_plan(
            an_activity("Evening", Kind.EVENT, capacity=50),
            a_flight("evening", "2026-05-20", "2026-05-21", expected_people=101),
        ),
        ("evening", "evening@2026-05-20"),
        a_plan(
            an_activity("Evening", Kind.EVENT, capacity=50),
            a_flight("evening", "2026-05-20", "2026-05-21", expected_people=100),
        ),
        a_plan(
            an_activity("Clinic", Kind.SERVICE_CLINIC, capacity=5),
            a_flight("clinic", "2026-05-20", expected_people=10),
        ),
        answers={"capacity": 60, "expected_people": 90},
    ),
    Case(
        "time.holiday",
        a_plan(evening("2026-04-04", "2026-04-06")),
        ("evening", "evening@2026-04-04"),
        a_plan(evening("2026-04-03", "2026-04-05"), trial()),
        a_plan(online("2026-04-06"), a_dated_activity("Bar", "2026-04-03", "2026-04-06", kind=Kind.POP_UP)),
        context=EASTER,
    ),
    Case(
        "time.other_campaign",
        a_plan(FANS, first_day="2026-04-01", last_day="2026-05-01"),
        ("fans", "other"),
        a_plan(FANS, first_day="2026-04-01", last_day="2026-04-30"),
        a_plan(Audience(id="new", name="New ones"), first_day="2026-04-01", last_day="2026-05-01"),
        context=BESIDE,
    ),
)

TWENTY = " ".join(["word"] * 20)
SIGNED = (Version(id="v", number=1, day=TODAY), Approval(id="a", version_id="v", who="Ada", day=TODAY))

BRIEF = (
    Case(
        "brief.problem_names_tool",
        a_plan(brief=BriefTexts(problem="We need a TikTok account.")),
        ("campaign",),
        a_plan(brief=BriefTexts(problem="Happy people apply for too little.")),
        a_plan(brief=BriefTexts(situation="We have an app.")),
        answers={"brief.problem": "Nobody knows us."},
    ),
    Case(
        "brief.message_long",
        a_plan(brief=BriefTexts(message=f"{TWENTY} more")),
        ("campaign",),
        a_plan(brief=BriefTexts(message=f"{TWENTY}.")),
        a_plan(),
        answers={"brief.message": "It tastes the same at home."},
    ),
    Case(
        "brief.many_aims",
        a_plan([an_aim(f"Aim {number}") for number in range(4)]),
        ("aim-0", "aim-1", "aim-2", "aim-3"),
        a_plan([an_aim(f"Aim {number}") for number in range(3)]),
        a_plan(),
    ),
    Case(
        "brief.gaps",
        a_plan(brief=BriefTexts(message="It tastes the same.", problem="Nobody believes it.")),
        ("campaign",),
        a_plan(
            brief=BriefTexts(message="It tastes.", problem="Nobody knows.", reason_to_believe="We pour it.")
        ),
        a_plan(),
        answers={"brief.reason_to_believe": "We pour it."},
    ),
    Case(
        "brief.not_approved",
        a_plan(brief=BriefTexts(author="Ada"), status=LIVE),
        ("campaign",),
        a_plan(SIGNED, brief=BriefTexts(author="Ada"), status=LIVE),
        a_plan(status=LIVE),
    ),
)

CASES = (
    *AIMS,
    *MEASURES,
    *PATTERNS,
    *BRIDGES,
    *TOUCHPOINTS,
    *PEOPLE,
    *BUSINESS,
    *MONEY,
    *TIME_AND_PLACE,
    *BRIEF,
)

__all__ = ["CASES", "CONTEXT", "TODAY", "Case", "ReserveDraw", "Side", "Thresholds"]
