"""Commands of every kind on whatever is in a plan, some of which a plan refuses."""

from __future__ import annotations

from collections.abc import Callable
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
from campaignplanner.domain.campaign import BriefTexts, CampaignStatus, Thresholds
from campaignplanner.domain.encoding import codecs_of
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.play import Play, PlayActivity, PlayBridge, PlayLine
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Dismissal
from campaignplanner.services.commands import (
    activity,
    aim,
    approval,
    audience,
    bridge,
    budget,
    flight,
    review,
)
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.commands.play import PlacePlay
from campaignplanner.services.plan_format import PlanFormat

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


RECORDS: dict[type[PlanRecord], tuple[Callable[[Choice], Any], Any, Any, Any]] = {
    Aim: (an_aim, aim.MakeAim, aim.ChangeAim, aim.DeleteAim),
    Kpi: (a_kpi, aim.MakeKpi, aim.ChangeKpi, aim.DeleteKpi),
    Reading: (a_reading, aim.MakeReading, aim.ChangeReading, aim.DeleteReading),
    Audience: (an_audience, audience.MakeAudience, audience.ChangeAudience, audience.DeleteAudience),
    Influence: (an_influence, audience.MakeInfluence, audience.ChangeInfluence, audience.DeleteInfluence),
    OwnKind: (an_own_kind, activity.MakeOwnKind, activity.ChangeOwnKind, activity.DeleteOwnKind),
    Activity: (an_activity, activity.MakeActivity, activity.ChangeActivity, activity.DeleteActivity),
    Flight: (a_flight, flight.MakeFlight, flight.ChangeFlight, flight.DeleteFlight),
    Contribution: (
        a_contribution,
        activity.MakeContribution,
        activity.ChangeContribution,
        activity.DeleteContribution,
    ),
    OwnPattern: (an_own_pattern, bridge.MakeOwnPattern, bridge.ChangeOwnPattern, bridge.DeleteOwnPattern),
    Bridge: (a_bridge, bridge.MakeBridge, bridge.ChangeBridge, bridge.DeleteBridge),
    BudgetLine: (a_line, budget.MakeBudgetLine, budget.ChangeBudgetLine, budget.DeleteBudgetLine),
    Posting: (a_posting, budget.MakePosting, budget.ChangePosting, budget.DeletePosting),
    ReserveDraw: (a_reserve_draw, budget.MakeReserveDraw, budget.ChangeReserveDraw, budget.DeleteReserveDraw),
    Scenario: (a_scenario, budget.MakeScenario, budget.ChangeScenario, budget.DeleteScenario),
    Dismissal: (a_dismissal, review.MakeDismissal, review.ChangeDismissal, review.DeleteDismissal),
}


def making(choice: Choice) -> Any:
    build, make, _, _ = choice.of(RECORDS.values())
    return make(build(choice))


def changing(choice: Choice) -> Any:
    """Take one or two fields from another record of the same type."""
    record_type = choice.of([each for each in RECORDS if choice.plan.table(each)])
    build, _, change, _ = RECORDS[record_type]
    other = build(choice)
    names = choice.random.sample([codec.name for codec in codecs_of(record_type) if codec.name != "id"], 2)
    return change(
        choice.id_of(record_type), {name: getattr(other, name) for name in names if name != "frozen"}
    )


def deleting(choice: Choice) -> Any:
    record_type = choice.of([each for each in RECORDS if choice.plan.table(each)])
    return RECORDS[record_type][3](choice.id_of(record_type))


def changing_campaign(choice: Choice) -> Any:
    fields = {
        "title": choice.title(),
        "first_day": choice.maybe(FIRST_DAY),
        "budget_total": choice.maybe(choice.number()),
        "currency": choice.of(("EUR", "GBP")),
        "status": choice.of(CampaignStatus),
        "brief": BriefTexts(message=choice.text()),
        "thresholds": Thresholds(reward_days=choice.number()),
    }
    name = choice.of(fields)
    return ChangeCampaign({name: fields[name]})


def moving(choice: Choice) -> Any:
    first = choice.day()
    last = first + timedelta(days=choice.number())
    activity_id, flight_id = choice.id_of(Activity), choice.id_of(Flight)
    return choice.of(
        [
            flight.MoveActivity(activity_id, choice.number() - 25),
            flight.Reschedule(activity_id, first, last),
            flight.MoveFlight(flight_id, choice.number() - 25),
            flight.RescheduleFlight(flight_id, first, last),
        ]
    )


def arranging(choice: Choice) -> Any:
    aim_ids = list(choice.plan.aims)
    choice.random.shuffle(aim_ids)
    weight = activity.SetWeight(choice.id_of(Activity), choice.id_of(Aim), choice.number(4))
    return choice.of([aim.ReorderAims(tuple(aim_ids)), weight, PlacePlay(a_play(choice), choice.day())])


def what_if(choice: Choice) -> Any:
    return budget.ApplyScenario(choice.id_of(Scenario))


def approving(choice: Choice, plan_format: PlanFormat) -> Any:
    version = approval.MakeVersion(choice.day(), plan_format, choice.text())
    options: list[Any] = [version, approval.Approve(version, choice.title(), decision=choice.of(Decision))]
    if choice.plan.versions:
        options += [
            approval.ChangeVersion(choice.id_of(Version), {"note": choice.text()}),
            approval.DeleteVersion(choice.id_of(Version)),
            approval.MakeApproval(an_approval(choice), choice.maybe(choice.plan)),
        ]
    if choice.plan.approvals:
        changed = {"decision": choice.of(Decision), "who": choice.title()}
        options += [
            approval.ChangeApproval(choice.id_of(Approval), changed, choice.maybe(choice.plan)),
            approval.DeleteApproval(choice.id_of(Approval)),
        ]
    return choice.of(options)


def any_command(random: Random, plan: Plan, plan_format: PlanFormat) -> Any:
    """Return a command, or None where the plan holds nothing for the sort that was chosen."""
    choice = Choice(random, plan)
    sorts = (
        [making] * 8
        + [changing] * 6
        + [deleting] * 2
        + [moving] * 2
        + [changing_campaign, arranging, what_if]
    )
    sort = choice.of([*sorts, approving])
    try:
        return approving(choice, plan_format) if sort is approving else sort(choice)
    except (IndexError, ValueError):  # nothing there to choose from
        return None
