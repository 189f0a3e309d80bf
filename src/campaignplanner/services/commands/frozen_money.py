"""Planned money that was approved stays as it was approved; what becomes of it is the forecast's business."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from campaignplanner.domain.approval import Decision, Version
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.naming import name_of

PLANNED_MONEY = ("planned", "quantity", "unit_price", "currency", "exchange_rate")
"""The fields of a budget line that say how much was approved."""

APPROVING = frozenset({Decision.APPROVED, Decision.APPROVED_WITH_CHANGES})
"""The decisions that make a version approved."""


def approved_version(plan: Plan) -> Version | None:
    """Return the newest version that somebody approved, or None."""
    approved = {each.version_id for each in plan.approvals.values() if each.decision in APPROVING}
    versions = [version for version in plan.versions_in_order if version.id in approved]
    return versions[-1] if versions else None


def same_planned_money(one: BudgetLine, other: BudgetLine) -> bool:
    """Tell whether two states of a line plan the same money."""
    return all(getattr(one, field) == getattr(other, field) for field in PLANNED_MONEY)


def thawed(line: BudgetLine) -> BudgetLine:
    """Return the line with its planned money free again, fixed where it is not quantity times price."""
    if line.planned_by_quantity in (None, line.planned):
        return replace(line, frozen=False)
    return replace(line, frozen=False, quantity=None, unit_price=None)


def check_frozen_money(plan: Plan, changes: Iterable[Change]) -> None:
    """Raise PlanError, naming the version, when one of the changes touches approved money."""
    for change in changes:
        before, after = change.before, change.after
        if isinstance(before, BudgetLine) and before.frozen:
            _check_line(plan, before, after if isinstance(after, BudgetLine) else None)
        elif isinstance(before, Campaign) and isinstance(after, Campaign):
            _check_currency(plan, before, after)


def check_no_frozen_money_goes(plan: Plan, record: PlanRecord, gone: Iterable[PlanRecord]) -> None:
    """Raise PlanError, naming the version, when approved money hangs on a record that is to be deleted."""
    if isinstance(record, BudgetLine):  # says so of itself
        return
    if any(isinstance(each, BudgetLine) and each.frozen for each in gone):
        raise PlanError(
            f"{name_of(record, plan)} has money that was approved in {approved_in_words(plan)}, so it stays: "
            "cancel it, and change the forecast instead.",
            record_id=record.id,
        )


def _check_line(plan: Plan, before: BudgetLine, after: BudgetLine | None) -> None:
    name, version = name_of(before, plan), approved_in_words(plan)
    if after is None:
        sentence = f"The money of {name} was approved in {version}, so it stays: change the forecast instead."
        raise PlanError(sentence, record_id=before.id)
    if not same_planned_money(before, after):
        sentence = f"The planned money of {name} was approved in {version}: change the forecast instead."
        field = next(each for each in PLANNED_MONEY if getattr(before, each) != getattr(after, each))
        raise PlanError(sentence, field, before.id)


def _check_currency(plan: Plan, before: Campaign, after: Campaign) -> None:
    if before.currency != after.currency and any(line.frozen for line in plan.lines.values()):
        sentence = f"The money in {before.currency} was approved in {approved_in_words(plan)}, so it stays."
        raise PlanError(sentence, "currency", before.id)


def approved_in_words(plan: Plan) -> str:
    """Return what a sentence calls the version in which money was approved."""
    version = approved_version(plan)
    return f"version {version.number}" if version is not None else "an earlier version"
