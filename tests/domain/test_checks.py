"""Every rule of a record says in one plain sentence what is wrong, and in which field."""

from datetime import UTC, date, time
from decimal import Decimal
from typing import Any

import pytest

from campaignplanner.domain.activity import Activity, Contribution, Flight, Kind, OwnKind, Side
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.approval import Approval, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, OwnPattern, Pattern
from campaignplanner.domain.budget import (
    BudgetLine,
    PhasedAmount,
    Phasing,
    Posting,
    PostingKind,
    ReserveDraw,
    Scenario,
    ScenarioAmount,
)
from campaignplanner.domain.campaign import BriefTexts, Campaign, Thresholds
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.domain.review import Dismissal

DAY = date(2026, 9, 10)


def campaign(**fields: Any) -> Campaign:
    return Campaign(**{"id": "c", "title": "Autumn", **fields})


def activity(**fields: Any) -> Activity:
    return Activity(**{"id": "a", "side": Side.ONLINE, "kind": Kind.CONTENT, "title": "Thread", **fields})


def flight(**fields: Any) -> Flight:
    return Flight(**{"id": "f", "activity_id": "a", "first_day": DAY, "last_day": DAY, **fields})


def kpi(**fields: Any) -> Kpi:
    return Kpi(**{"id": "k", "name": "Subscribers", "aim_id": "aim", **fields})


def line(**fields: Any) -> BudgetLine:
    return BudgetLine(**{"id": "l", "label": "Media", **fields})


def bridge(**fields: Any) -> Bridge:
    ends = {"source_id": "a", "target_id": "b", "pattern": Pattern.LEADS_TO}
    return Bridge(**{"id": "x", **ends, **fields})


def part(**fields: Any) -> PlayActivity:
    days = {"first_day_offset": 0, "last_day_offset": 3}
    return PlayActivity(**{"side": Side.OFFLINE, "kind": Kind.EVENT, "title": "Meet", **days, **fields})


def play(**fields: Any) -> Play:
    return Play(**{"id": "p", "title": "Meet", "activities": (part(), part()), **fields})


def own_pattern(**fields: Any) -> OwnPattern:
    return OwnPattern(**{"id": "o", "name": "Echo", **fields})


WRONG = [
    (campaign(title=" "), "title", "A campaign needs a title."),
    (campaign(id=""), "id", "The identifier is empty."),
    (
        campaign(first_day=DAY, last_day=date(2026, 9, 9)),
        "last_day",
        "The last day is before the first day.",
    ),
    (campaign(currency="euro"), "currency", "A currency is three capital letters, such as EUR."),
    (campaign(budget_total=-1), "budget_total", "The budget total must not be negative."),
    (campaign(budget_total=10**15), "budget_total", "The amount is too large."),
    (
        campaign(contingency_rate=Decimal("1.1")),
        "contingency_rate",
        "The contingency rate must be between 0 % and 100 %.",
    ),
    (
        campaign(online_share_from=Decimal("0.6"), online_share_to=Decimal("0.5")),
        "online_share_to",
        "The target band ends below its beginning.",
    ),
    (
        campaign(brief=BriefTexts(problem="\ud800")),
        "problem",
        "The text holds a character that cannot be kept; please remove it.",
    ),
    (
        campaign(thresholds=Thresholds(carry_on_days=-1)),
        "carry_on_days",
        "A timing threshold must be between 0 and 3660 days.",
    ),
    (
        campaign(thresholds=Thresholds(announce_hint_days=7)),
        "announce_hint_days",
        "The hint for announcing must not be later than the warning.",
    ),
    (Aim(id="a", statement=""), "statement", "An aim needs a statement."),
    (Audience(id="a", name="\n"), "name", "An audience needs a name."),
    (
        Influence(id="i", from_audience_id="a", to_audience_id="a"),
        "passed_on",
        "Say what people of one audience pass on to each other.",
    ),
    (kpi(aim_id=None), "aim_id", "A KPI measures either one aim or one activity."),
    (kpi(activity_id="a"), "aim_id", "A KPI measures either one aim or one activity."),
    (kpi(target=Decimal("Infinity")), "target", "The target must be an ordinary number."),
    (
        Reading(id="r", kpi_id="k", day=DAY, value=Decimal("NaN")),
        "value",
        "The value must be an ordinary number.",
    ),
    (activity(title=""), "title", "An activity needs a title."),
    (activity(kind=Kind.EVENT), "kind", "“Thread” is online, but its kind, event, is not."),
    (activity(own_kind_id="bus"), "own_kind_id", "“Thread” has two kinds; choose one of them."),
    (activity(audience_ids=("u", "u")), "audience_ids", "“Thread” names the same audience twice."),
    (activity(capacity=-1), "capacity", "The capacity must be between 0 and a thousand million."),
    (activity(notes="a\0b"), "notes", "The text holds a character that cannot be kept; please remove it."),
    (flight(last_day=date(2026, 9, 9)), "last_day", "The last day is before the first day."),
    (flight(start_time=time(9, tzinfo=UTC)), "start_time", "Times are of the campaign's time zone."),
    (OwnKind(id="o", side=Side.ONLINE, name=""), "name", "A kind of your own needs a name."),
    (
        Contribution(id="c", activity_id="a", aim_id="b", weight=0),
        "weight",
        "A weight is a whole number from 1 to 1000.",
    ),
    (bridge(target_id="a"), "target_id", "A bridge joins two different activities."),
    (bridge(pattern=Pattern.OWN), "own_pattern_id", "A bridge of your own pattern must name that pattern."),
    (bridge(own_pattern_id="o"), "own_pattern_id", "A bridge of your own pattern must name that pattern."),
    (bridge(ask_after_days=-1), "ask_after_days", "People are asked after 0 to 3660 days."),
    (
        own_pattern(earliest_gap_days=3, latest_gap_days=2),
        "latest_gap_days",
        "The latest gap is shorter than the earliest.",
    ),
    (own_pattern(latest_gap_days=4000), "latest_gap_days", "A gap is at most 3660 days."),
    (line(label=""), "label", "A budget line needs a label."),
    (line(planned=-1), "planned", "An amount of “Media” is negative."),
    (line(forecast=10**15), "forecast", "The amount is too large."),
    (
        line(quantity=Decimal(3), unit_price=100, planned=299),
        "planned",
        "“Media”: planned is not quantity times price.",
    ),
    (
        line(quantity=Decimal(-3), unit_price=100),
        "quantity",
        "The quantity of “Media” is negative.",
    ),
    (line(exchange_rate=Decimal(0)), "exchange_rate", "An exchange rate must be above zero."),
    (line(currency="€"), "currency", "A currency is three capital letters, such as EUR."),
    (
        line(phasing=Phasing(typed=(PhasedAmount(DAY, 1), PhasedAmount(DAY, 2)))),
        "phasing",
        "A week or month has two typed amounts.",
    ),
    (
        line(phasing=Phasing(typed=(PhasedAmount(DAY, -1),))),
        "phasing",
        "A typed amount of the phasing is negative.",
    ),
    (
        Posting(id="p", line_id="l", day=DAY, kind=PostingKind.ACTUAL, amount=-(10**15)),
        "amount",
        "The amount is too large.",
    ),
    (
        ReserveDraw(id="d", day=DAY, amount=0, reason="Rain"),
        "amount",
        "A draw on the reserve must be above zero.",
    ),
    (ReserveDraw(id="d", day=DAY, amount=1, reason=""), "reason", "Say what the reserve is drawn for."),
    (Scenario(id="s", name=""), "name", "A scenario needs a name."),
    (
        Scenario(id="s", name="Less", amounts=(ScenarioAmount("l", 1), ScenarioAmount("l", 2))),
        "amounts",
        "The scenario “Less” names a line twice.",
    ),
    (Version(id="v", number=0, day=DAY), "number", "Versions are numbered from 1."),
    (Approval(id="a", version_id="v", who="", day=DAY), "who", "An approval needs a name."),
    (
        Dismissal(id="d", rule="aims", subject_ids=(), reason="Known", day=DAY),
        "subject_ids",
        "A dismissal names what it is about.",
    ),
    (
        Dismissal(id="d", rule="aims", subject_ids=("a",), reason="", day=DAY),
        "reason",
        "Say why this is not for you.",
    ),
    (play(activities=()), "activities", "The play “Meet” has no activities."),
    (play(activities=(part(last_day_offset=-1),)), "activities", "“Meet” ends before it begins."),
    (
        play(activities=(part(kind=Kind.CONTENT),)),
        "activities",
        "“Meet” is on a side that its kind is not.",
    ),
    (
        play(bridges=(PlayBridge(source=0, target=2, pattern=Pattern.LEADS_TO),)),
        "bridges",
        "A bridge of the play “Meet” leads nowhere.",
    ),
    (
        play(lines=(PlayLine(activity=2, label="Hall"),)),
        "lines",
        "A budget line of the play “Meet” belongs to nothing.",
    ),
]


@pytest.mark.parametrize(("record", "field", "sentence"), WRONG)
def test_what_breaks_a_rule_is_refused_with_the_field_and_a_sentence(
    record: Any, field: str, sentence: str
) -> None:
    with pytest.raises(PlanError) as caught:
        record.check()
    assert (caught.value.field, str(caught.value)) == (field, sentence)


@pytest.mark.parametrize(
    "record",
    [
        campaign(first_day=DAY, last_day=DAY, budget_total=0, online_share_from=Decimal(0)),
        activity(kind=Kind.OTHER, own_kind_id="bus", title="A" * 400),
        activity(side=Side.OFFLINE, kind=Kind.OTHER, title="مرحبا 🎉 \u202e"),
        flight(start_time=time(18, 30), end_time=time(2)),
        kpi(aim_id=None, activity_id="a", baseline=Decimal("-3.5")),
        line(quantity=Decimal("2.5"), unit_price=101, planned=252),
        line(quantity=Decimal(3), unit_price=100, planned=299, frozen=True),
        bridge(pattern=Pattern.OWN, own_pattern_id="o", ask_after_days=0),
        own_pattern(earliest_gap_days=-3, latest_gap_days=0),
        play(bridges=(PlayBridge(source=0, target=1, pattern=Pattern.CARRIES_ON_AS),)),
        Posting(id="p", line_id="l", day=DAY, kind=PostingKind.ACTUAL, amount=-500),
        Influence(id="i", from_audience_id=None, to_audience_id="a"),
    ],
)
def test_what_keeps_the_rules_is_accepted_at_their_very_edge(record: Any) -> None:
    assert record.check() is None


def test_every_kind_but_other_belongs_to_exactly_one_side() -> None:
    both = [kind for kind in Kind if len(kind.sides) != 1]
    assert both == [Kind.OTHER]
