"""Going back to a version of the brief: the plan as it stood, without undoing what has happened since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from campaignplanner.domain.activity import Activity, OwnKind
from campaignplanner.domain.aim import Reading
from campaignplanner.domain.approval import Approval, Version
from campaignplanner.domain.bridge import OwnPattern
from campaignplanner.domain.budget import BudgetLine, Posting, ReserveDraw, Scenario
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord, counted
from campaignplanner.domain.review import Dismissal
from campaignplanner.services.commands.editing import change_set
from campaignplanner.services.commands.frozen_money import (
    PLANNED_MONEY,
    approved_version,
    same_planned_money,
    thawed,
)

_ABOUT_THE_PLAN = Version | Approval | Scenario | Dismissal | ReserveDraw
"""What a version does not bring back: it stays as it is now."""


@dataclass(frozen=True, slots=True)
class RestoreVersion:
    """Make the plan again what it was at a version; versions and approvals stay, the status too.

    What was measured, paid and drawn from the reserve are facts and stay. A line that came later stays with
    its activity where money on it was approved or paid. Approved money keeps its amount: what the version
    planned becomes the forecast.

    Attributes:
        version_id: the version.
        kept: the plan as it keeps it.
    """

    version_id: str
    kept: Plan

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; empty when the plan is as it was."""
        version = plan.find(Version, self.version_id)
        records = (*_from_version(plan, self.kept), *_from_now(plan, self.kept))
        wanted = {(type(record), record.id): record for record in records}
        changes = [Change(plan.campaign, _campaign(plan, self.kept.campaign))]
        changes += (Change(each, wanted.pop((type(each), each.id), None)) for each in plan.records())
        changes += (Change(None, each) for each in wanted.values())
        return change_set(plan, f"Go back to version {version.number}", changes)

    def left_over(self, plan: Plan) -> str:
        """Say how many lines that the version does not know stay all the same; empty where none does."""
        count = len(_staying_lines(plan, self.kept))
        if not count:
            return ""
        stays = "stays" if count == 1 else "stay"
        came_later = f"{counted(BudgetLine, count)} that came later"
        return f"{came_later} {stays}, because money was approved or paid on it."


def _campaign(plan: Plan, kept: Campaign) -> Campaign:
    is_fixed = any(line.frozen for line in plan.lines.values())
    currency = plan.campaign.currency if is_fixed else kept.currency
    return replace(kept, id=plan.campaign.id, status=plan.campaign.status, currency=currency)


def _from_version(plan: Plan, kept: Plan) -> Iterator[PlanRecord]:
    """Yield what the version brings back: its plan, and facts of what is not there any more."""
    for record in kept.records():
        if isinstance(record, Reading):
            is_wanted = record.kpi_id not in plan.kpis
        elif isinstance(record, Posting):
            is_wanted = record.line_id not in plan.lines
        else:
            is_wanted = not isinstance(record, _ABOUT_THE_PLAN)
        if is_wanted:
            yield _with_approved_money(plan, record) if isinstance(record, BudgetLine) else record


def _from_now(plan: Plan, kept: Plan) -> Iterator[PlanRecord]:
    """Yield what stays as it is now."""
    lines = _staying_lines(plan, kept)
    line_ids = {line.id for line in (*lines, *kept.lines.values())}
    yield from lines
    yield from _activities_of(lines, plan, kept)
    yield from (each for each in plan.readings.values() if each.kpi_id in kept.kpis)
    yield from plan.postings.values()
    yield from plan.reserve_draws.values()
    yield from plan.versions.values()
    yield from plan.approvals.values()
    yield from plan.dismissals.values()
    for scenario in plan.scenarios.values():
        yield replace(scenario, amounts=tuple(each for each in scenario.amounts if each.line_id in line_ids))
    # Words of the users' own may be used again.
    own: tuple[OwnKind | OwnPattern, ...] = (*plan.own_kinds.values(), *plan.own_patterns.values())
    yield from (each for each in own if each.id not in kept.own_kinds and each.id not in kept.own_patterns)


def _staying_lines(plan: Plan, kept: Plan) -> tuple[BudgetLine, ...]:
    """Return the lines that the version does not know and that cannot go."""
    posted = plan.postings.by("line_id")
    later = (line for line in plan.lines_in_order if line.id not in kept.lines)
    return tuple(line for line in later if line.frozen or line.id in posted)


def _activities_of(lines: tuple[BudgetLine, ...], plan: Plan, kept: Plan) -> Iterator[PlanRecord]:
    """Yield the activities of lines that stay, with their runs, where the version does not have them."""
    for activity_id in dict.fromkeys(line.activity_id for line in lines):
        if activity_id is None or activity_id in kept.activities:
            continue
        activity: Activity = plan.activities[activity_id]
        audience_ids = tuple(each for each in activity.audience_ids if each in kept.audiences)
        yield replace(activity, audience_ids=audience_ids)
        yield from plan.flights_of(activity_id)
        yield from (each for each in plan.contributions_of(activity_id) if each.aim_id in kept.aims)


def _with_approved_money(plan: Plan, line: BudgetLine) -> BudgetLine:
    """Return a line of the version as it may be now: approved money stays, the rest is its forecast."""
    now = plan.lines.get(line.id)
    if now is None:
        return line if approved_version(plan) is not None else thawed(line)
    if not now.frozen:
        return thawed(line)
    if same_planned_money(now, line):
        return replace(line, frozen=True)
    approved = {field: getattr(now, field) for field in PLANNED_MONEY}
    expected = line.planned if line.forecast is None else line.forecast
    forecast = expected if now.currency == line.currency else now.forecast
    return replace(line, frozen=True, forecast=forecast, **approved)
