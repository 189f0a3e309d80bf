"""Commands of every kind on whatever is in a plan, some of which a plan refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from campaignplanner.domain.activity import (
    Activity,
    Contribution,
    Flight,
    Kind,
    OwnKind,
)
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge, OwnPattern
from campaignplanner.domain.budget import (
    BudgetLine,
    PhasingMode,
    Posting,
    ReserveDraw,
    Scenario,
)
from campaignplanner.domain.campaign import BriefTexts, CampaignStatus, Thresholds
from campaignplanner.domain.encoding import codecs_of
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.domain.review import Dismissal
from campaignplanner.planning.excerpt import excerpt
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.planning.review.rule import ReviewContext
from campaignplanner.planning.timeline_arrangement import arrange
from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.planning.typed_phasing import SpreadHow
from campaignplanner.services.commands import (
    activity,
    aim,
    approval,
    audience,
    bridge,
    budget,
    bulk,
    flight,
    lines,
    own_kind,
    own_pattern,
    pasting,
    phasing,
    review,
)
from campaignplanner.services.commands import lanes as lanes_commands
from campaignplanner.services.commands.campaign import ChangeCampaign
from campaignplanner.services.commands.fixing import ApplyFix
from campaignplanner.services.commands.moving import MoveCampaign
from campaignplanner.services.commands.play import PlacePlay
from campaignplanner.services.commands.restoring import RestoreVersion
from campaignplanner.services.plan_format import PlanFormat
from tests.services.random_records import (
    FIRST_DAY,
    Choice,
    a_bridge,
    a_contribution,
    a_dismissal,
    a_flight,
    a_kpi,
    a_line,
    a_play,
    a_posting,
    a_reading,
    a_reserve_draw,
    a_scenario,
    an_activity,
    an_aim,
    an_approval,
    an_audience,
    an_influence,
    an_own_kind,
    an_own_pattern,
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
            flight.MoveActivities((activity_id, choice.id_of(Activity)), choice.number() - 25),
            flight.MoveTogether((flight_id,), (activity_id,), choice.number() - 25),
            flight.MoveBridged((activity_id,), choice.number() - 25),
            flight.ClearDates(activity_id),
            bulk.GiveAudiences((activity_id, choice.id_of(Activity)), (), tuple(choice.plan.audiences)[:1]),
            flight.MoveFlight(flight_id, choice.number() - 25),
            flight.RescheduleFlight(flight_id, first, last),
            flight.MoveTogether((flight_id,), (activity_id,), choice.number() - 25),
            flight.MoveBridged((activity_id,), choice.number() - 25),
        ]
    )


def arranging(choice: Choice) -> Any:
    aim_ids = list(choice.plan.aims)
    choice.random.shuffle(aim_ids)
    weight = activity.SetWeight(choice.id_of(Activity), choice.id_of(Aim), choice.number(4))
    kind = own_kind.GiveOwnKind(choice.id_of(Activity), choice.text())
    pattern = own_pattern.GiveOwnPattern(choice.id_of(Bridge), choice.text())
    place = PlacePlay(a_play(choice), choice.day())
    audience_ids = list(choice.plan.audiences)
    choice.random.shuffle(audience_ids)
    audiences = audience.ReorderAudiences(tuple(audience_ids))
    return choice.of([aim.ReorderAims(tuple(aim_ids)), audiences, weight, kind, pattern, place])


def several(choice: Choice) -> Any:
    """Do one thing to some of the activities, or to all dates."""
    ids = tuple(choice.id_of(Activity) for _ in range(3))
    aim_id = choice.id_of(Aim)
    return choice.of(
        [
            bulk.MakeActivities(tuple(activity.MakeActivity(an_activity(choice)) for _ in range(2))),
            bulk.ChangeActivities(ids, {"owner": choice.text()}),
            bulk.ChangeActivities(ids, {"kind": choice.of(Kind)}),
            bulk.DeleteActivities(ids[:2]),
            bulk.TurnSide(ids[:2]),
            into_a_lane(choice),
            bulk.SetAim(ids, choice.maybe(aim_id)),
            bulk.AddAim(ids, aim_id),
            pasting.DuplicateActivities(ids[:2]),
            pasting.PasteActivities(excerpt(choice.plan, ids[:2])),
            MoveCampaign(choice.number() - 25),
        ]
    )


def into_a_lane(choice: Choice) -> Any:
    grouping = choice.of([each for each in Grouping if each is not Grouping.FLAT])
    lanes = [lane.key for lane in arrange(choice.plan, grouping).lanes]
    source, target, day = choice.of(lanes), choice.of(lanes), choice.day()
    undated = [each for each in choice.plan.activities if not choice.plan.flights_of(each)]
    if undated and choice.random.random() < 0.5:
        last_day = day + timedelta(days=choice.number())
        return lanes_commands.DateInLane(choice.of(undated), day, last_day, source, target)
    return lanes_commands.PutIntoLane(((choice.id_of(Activity), source),), target)


def mending(choice: Choice) -> Any:
    """Carry out what the review proposes, with nothing to fill in."""
    review = reviewed(choice.plan, ReviewContext(choice.day()))
    fixes = review.fixes(choice.of(review.findings))
    return ApplyFix(choice.of([each for each in fixes if not each.blanks]))


def what_if(choice: Choice) -> Any:
    return budget.ApplyScenario(choice.id_of(Scenario), choice.of([True, False]))


def several_lines(choice: Choice) -> Any:
    """Do one thing to some of the budget lines, as their grid does."""
    ids = tuple(choice.id_of(BudgetLine) for _ in range(3))
    edits = tuple((each, {"planned": choice.number(9999)}) for each in ids)
    made = tuple(a_line(choice) for _ in range(2))
    return choice.of(
        [
            lines.PasteCells(edits, made),
            lines.PasteCells(edits),
            lines.FillDown(ids[0], ids, ("filed_under", "meets")),
            lines.DeleteBudgetLines(ids[:2]),
            lines.MakePostings(tuple(a_posting(choice) for _ in range(2))),
        ]
    )


def spreading(choice: Choice) -> Any:
    """Spread the money of a line over time."""
    line_id = choice.id_of(BudgetLine)
    return choice.of(
        [
            phasing.ChangePhasing(line_id, choice.of(PhasingMode)),
            phasing.TypePhasedAmounts(line_id, {choice.day(): choice.maybe(choice.number(9999))}),
            phasing.SpreadDifference(line_id, choice.of(SpreadHow)),
        ]
    )


def half_of(choice: Choice) -> Plan:
    """Return the plan as a version may have kept it, with fewer activities."""
    plan, kept = (
        choice.plan,
        choice.random.sample(sorted(choice.plan.activities), len(choice.plan.activities) // 2),
    )
    return Plan.of(plan.campaign, excerpt(plan, kept).records())


def approving(choice: Choice, plan_format: PlanFormat) -> Any:
    version = approval.MakeVersion(choice.day(), plan_format, choice.text())
    options: list[Any] = [version, approval.Approve(version, choice.title(), decision=choice.of(Decision))]
    if choice.plan.versions:
        options += [
            approval.ChangeVersion(choice.id_of(Version), {"note": choice.text()}),
            approval.DeleteVersion(choice.id_of(Version)),
            RestoreVersion(choice.id_of(Version), half_of(choice)),
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
        + [changing_campaign, arranging, several, mending, what_if, several_lines, spreading]
    )
    sort = choice.of([*sorts, approving])
    try:
        return approving(choice, plan_format) if sort is approving else sort(choice)
    except (IndexError, ValueError):  # nothing there to choose from
        return None
