"""Records of every type at random, hanging on whatever is in a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from campaignplanner.domain.activity import (
    Activity,
    ActivityStatus,
    Contribution,
    Flight,
    Kind,
    OwnKind,
    Side,
)
from campaignplanner.domain.aim import Aim, Better, BusinessArea, Kpi, KpiStage, Reading
from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, Mechanism, OwnPattern, Pattern
from campaignplanner.domain.budget import (
    BudgetLine,
    CostType,
    Meets,
    PhasedAmount,
    Phasing,
    PhasingMode,
    Posting,
    PostingKind,
    ReserveDraw,
    Scenario,
    ScenarioAmount,
)
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Dismissal

FIRST_DAY = date(2026, 1, 1)
TEXTS = (
    "",
    "Tasting bars",
    "“Bring a friend”",
    "Überraschung 🎉",
    "two\nlines",
    "x" * 80,
    "'; DROP TABLE aim; --",
)
TITLES = (*TEXTS[1:], *TEXTS[1:], *TEXTS)


@dataclass(frozen=True, slots=True)
class Choice:
    """Chooses at random among what a plan holds."""

    random: Random
    plan: Plan

    def of(self, options: Any) -> Any:
        known = list(options)
        return self.random.choice(known)

    def maybe(self, value: Any) -> Any:
        return value if self.random.random() < 0.6 else None

    def record(self, record_type: type[PlanRecord]) -> Any:
        return self.of(self.plan.table(record_type).values())

    def id_of(self, record_type: type[PlanRecord]) -> str:
        return self.record(record_type).id

    def maybe_id_of(self, record_type: type[PlanRecord]) -> str | None:
        table = self.plan.table(record_type)
        return self.maybe(self.of(table)) if table else None

    def day(self) -> date:
        return FIRST_DAY + timedelta(days=self.random.randrange(500))

    def title(self) -> str:
        return self.of(TITLES)

    def text(self) -> str:
        return self.of(TEXTS)

    def number(self, most: int = 50) -> int:
        return self.random.randrange(most)

    def decimal(self) -> Decimal:
        return Decimal(self.random.randrange(-500, 5000)).scaleb(-2)


def an_aim(choice: Choice) -> Aim:
    return Aim(
        id=new_id(),
        statement=choice.title(),
        why=choice.text(),
        business_area=choice.maybe(choice.of(BusinessArea)),
        position=choice.number(),
    )


def a_kpi(choice: Choice) -> Kpi:
    of_aim = bool(choice.plan.aims) and choice.random.random() < 0.6
    return Kpi(
        id=new_id(),
        name=choice.title(),
        aim_id=choice.id_of(Aim) if of_aim else None,
        activity_id=None if of_aim else choice.id_of(Activity),
        baseline=choice.maybe(choice.decimal()),
        target=choice.maybe(choice.decimal()),
        due_day=choice.maybe(choice.day()),
        stage=choice.maybe(choice.of(KpiStage)),
        better=choice.of(Better),
        position=choice.number(),
    )


def a_reading(choice: Choice) -> Reading:
    return Reading(id=new_id(), kpi_id=choice.id_of(Kpi), day=choice.day(), value=choice.decimal())


def an_audience(choice: Choice) -> Audience:
    return Audience(
        id=new_id(),
        name=choice.title(),
        behaviour_now=choice.text(),
        gathers_online=choice.text(),
        position=choice.number(),
    )


def an_influence(choice: Choice) -> Influence:
    return Influence(
        id=new_id(),
        from_audience_id=choice.maybe(choice.id_of(Audience)),
        to_audience_id=choice.id_of(Audience),
        passed_on=choice.text(),
    )


def an_own_kind(choice: Choice) -> OwnKind:
    return OwnKind(id=new_id(), side=choice.of(Side), name=choice.title())


def an_activity(choice: Choice) -> Activity:
    kind = choice.of(Kind)
    audiences = list(choice.plan.audiences)
    return Activity(
        id=new_id(),
        side=choice.of(sorted(kind.sides, key=str)),
        kind=kind,
        own_kind_id=choice.maybe_id_of(OwnKind) if kind is Kind.OTHER else None,
        title=choice.title(),
        status=choice.of(ActivityStatus),
        capacity=choice.maybe(choice.number()),
        audience_ids=tuple(choice.random.sample(audiences, choice.number(len(audiences) + 1))),
        preparation_from=choice.maybe(choice.day()),
        notes=choice.text(),
    )


def a_flight(choice: Choice) -> Flight:
    first = choice.day()
    return Flight(
        id=new_id(),
        activity_id=choice.id_of(Activity),
        first_day=first,
        last_day=first + timedelta(days=choice.number()),
        start_time=choice.maybe(time(18, 30)),
        expected_people=choice.maybe(choice.number()),
    )


def a_contribution(choice: Choice) -> Contribution:
    return Contribution(
        id=new_id(), activity_id=choice.id_of(Activity), aim_id=choice.id_of(Aim), weight=choice.number() + 1
    )


def an_own_pattern(choice: Choice) -> OwnPattern:
    return OwnPattern(
        id=new_id(), name=choice.title(), earliest_gap_days=choice.maybe(-2), latest_gap_days=choice.maybe(7)
    )


def a_bridge(choice: Choice) -> Bridge:
    pattern = choice.of(Pattern)
    return Bridge(
        id=new_id(),
        source_id=choice.id_of(Activity),
        target_id=choice.id_of(Activity),
        pattern=pattern,
        own_pattern_id=choice.id_of(OwnPattern) if pattern is Pattern.OWN else None,
        mechanism=choice.maybe(choice.of(Mechanism)),
        ask_after_days=choice.maybe(choice.number()),
        note=choice.text(),
    )


def a_line(choice: Choice) -> BudgetLine:
    quantity, price = choice.maybe(Decimal("2.5")), choice.number()
    return BudgetLine(
        id=new_id(),
        label=choice.title(),
        activity_id=choice.maybe_id_of(Activity),
        cost_type=choice.of(CostType),
        meets=choice.of(Meets),
        quantity=quantity,
        unit_price=price if quantity else None,
        planned=BudgetLine(id="x", label="x", quantity=quantity, unit_price=price).planned_by_quantity
        or price,
        forecast=choice.maybe(choice.number()),
        closed=choice.of((True, False)),
        phasing=a_phasing(choice),
        currency=choice.maybe("USD"),
        exchange_rate=choice.maybe(Decimal("0.92")),
        exchange_rate_day=choice.maybe(choice.day()),
        position=choice.number(),
    )


def a_phasing(choice: Choice) -> Phasing:
    days = sorted({choice.day() for _ in range(choice.number(3))})
    return Phasing(
        mode=choice.of(PhasingMode), typed=tuple(PhasedAmount(day, choice.number()) for day in days)
    )


def a_posting(choice: Choice) -> Posting:
    return Posting(
        id=new_id(),
        line_id=choice.id_of(BudgetLine),
        day=choice.day(),
        kind=choice.of(PostingKind),
        amount=choice.number(),
        reference=choice.text(),
    )


def a_reserve_draw(choice: Choice) -> ReserveDraw:
    return ReserveDraw(id=new_id(), day=choice.day(), amount=choice.number() + 1, reason=choice.title())


def a_scenario(choice: Choice) -> Scenario:
    lines = choice.random.sample(list(choice.plan.lines), choice.number(len(choice.plan.lines) + 1))
    amounts = tuple(ScenarioAmount(each, choice.number(), locked=choice.of((True, False))) for each in lines)
    return Scenario(id=new_id(), name=choice.title(), amounts=amounts)


def a_dismissal(choice: Choice) -> Dismissal:
    subjects = choice.random.sample([each.id for each in choice.plan.records()], 2)
    return Dismissal(
        id=new_id(), rule="announced", subject_ids=tuple(subjects), reason=choice.title(), day=choice.day()
    )


def an_approval(choice: Choice) -> Approval:
    return Approval(
        id=new_id(),
        version_id=choice.id_of(Version),
        who=choice.title(),
        decision=choice.of(Decision),
        day=choice.day(),
        note=choice.text(),
    )


def a_play(choice: Choice) -> Play:
    return Play(
        id=new_id(),
        title=choice.of(TEXTS[1:]),
        activities=(
            PlayActivity(
                side=Side.OFFLINE, kind=Kind.EVENT, title="Evening", first_day_offset=0, last_day_offset=2
            ),
            PlayActivity(
                side=Side.ONLINE, kind=Kind.CONTENT, title="Film", first_day_offset=3, last_day_offset=9
            ),
        ),
        bridges=(PlayBridge(source=0, target=1, pattern=Pattern.CARRIES_ON_AS),),
        lines=(PlayLine(activity=0, label="Room", planned=choice.number()),),
    )
