"""Mending what the review found, in one step of the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import Record
from campaignplanner.planning.review.fix import Blank, Fix, changes_of
from campaignplanner.services.commands.editing import change_set, next_position, with_fields


@dataclass(frozen=True, slots=True)
class ApplyFix:
    """Carry out a fix of a finding.

    Attributes:
        fix: what the review proposes.
        answers: what people filled in, by the keys of the fix's blanks.
    """

    fix: Fix
    answers: Mapping[tuple[str, str], object] = field(default_factory=dict)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError for an open blank and for what breaks a rule."""
        for blank in self.fix.blanks:
            if blank.key in self.answers:
                _check_answer(self._record(plan, blank), blank, self.answers[blank.key])
        position = next_position(plan.lines.values())
        changes = [_at_end(each, position) for each in changes_of(plan, self.fix, self.answers)]
        return change_set(plan, self.fix.label, changes)

    def _record(self, plan: Plan, blank: Blank) -> Record:
        for record in self.fix.makes:
            if record.id == blank.record_id:
                return record
        if blank.record_type is Campaign:
            return plan.campaign
        found: Record = plan.find(blank.record_type, blank.record_id)  # type: ignore[type-var]
        return found


def _check_answer(record: Record, blank: Blank, value: object) -> None:
    """Raise PlanError when a value does not fit its field, as everywhere else."""
    group, _, inner = blank.field.partition(".")
    if not inner:
        with_fields(record, {blank.field: value})
    elif not isinstance(value, str):
        raise PlanError(f"The “{inner}” of the {group} is a text.", blank.field, record.id)
    else:
        with_fields(record, {group: replace(getattr(record, group), **{inner: value})})


def _at_end(change: Change, position: int) -> Change:
    """Put a new budget line behind those that are there."""
    if change.before is None and isinstance(change.after, BudgetLine):
        return Change(None, replace(change.after, position=position))
    return change
