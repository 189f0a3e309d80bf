"""Versions of the brief, who approved them, and how approving freezes planned money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from campaignplanner.domain.approval import Approval, Decision, Version, VersionState
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord, counted
from campaignplanner.services.commands.editing import (
    ChangeRecord,
    DeleteRecord,
    change_set,
    changing,
    consequences,
    deletion,
    making,
)
from campaignplanner.services.commands.frozen_money import (
    APPROVING,
    approved_version,
    same_planned_money,
    thawed,
)
from campaignplanner.services.plan_format import PlanFormat


@dataclass(frozen=True, slots=True)
class MakeVersion:
    """Keep the plan as it stands as the next version of the brief, before anybody decides on it.

    Attributes:
        day: today, as the person knows it.
        plan_format: writes the plan down.
        note: what is new in it.
        version_id: what the version is called.
        state_id: what the kept plan is called.
    """

    day: date
    plan_format: PlanFormat
    note: str = ""
    version_id: str = field(default_factory=new_id)
    state_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return the version with the plan that it keeps."""
        version, state = self.kept(plan)
        return change_set(
            plan, f"Keep version {version.number}", [Change(None, version), Change(None, state)]
        )

    def kept(self, plan: Plan) -> tuple[Version, VersionState]:
        """Return the next version and the plan that it keeps, in words of the plan format."""
        numbers = (version.number for version in plan.versions.values())
        version = Version(
            id=self.version_id, number=max(numbers, default=0) + 1, day=self.day, note=self.note
        )
        content = self.plan_format.write(plan)
        state = VersionState(id=self.state_id, version_id=version.id, content=content)
        version.check()
        state.check()
        return version, state


@dataclass(frozen=True, slots=True)
class Approve:
    """Keep the plan as the next version with somebody's decision on it.

    Unless that is a rejection, the planned money of every line is frozen and a draft becomes approved.

    Attributes:
        version: makes the version.
        who: the name of who decided.
        role: what they are.
        decision: what they said.
        note: what they said besides.
        approval_id: what the approval is called.
    """

    version: MakeVersion
    who: str
    role: str = ""
    decision: Decision = Decision.APPROVED
    note: str = ""
    approval_id: str = field(default_factory=new_id)

    def changes(self, plan: Plan) -> ChangeSet:
        """Return the version, the approval and the frozen lines; raise PlanError without a name."""
        version, state = self.version.kept(plan)
        approval = Approval(
            id=self.approval_id,
            version_id=version.id,
            who=self.who,
            role=self.role,
            decision=self.decision,
            day=version.day,
            note=self.note,
        )
        approval.check()
        made = [Change(None, record) for record in (version, state, approval)]
        if approval.decision not in APPROVING:
            return change_set(plan, f"Reject version {version.number}", made)
        return change_set(plan, f"Approve version {version.number}", [*made, *_frozen(plan, plan)])


@dataclass(frozen=True, slots=True)
class ChangeVersion(ChangeRecord):
    """Change a version's note or day; its number and the plan that it keeps stay."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Version
    FIXED: ClassVar[frozenset[str]] = frozenset({"number"})


@dataclass(frozen=True, slots=True)
class DeleteVersion(DeleteRecord):
    """Delete a version with its approvals; the store deletes the plan that it keeps in the same step."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Version

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; without any approval left, planned money is free again."""
        return _with_thaw(plan, deletion(plan, plan.find(Version, self.record_id)))

    def consequences(self, plan: Plan) -> str:
        """Say what goes with it, to be asked before."""
        return _consequences(plan, plan.find(Version, self.record_id), self.changes(plan))


@dataclass(frozen=True, slots=True)
class MakeApproval:
    """Add somebody's decision to a version.

    Attributes:
        record: the approval.
        kept: the plan as the version keeps it. Approving freezes the lines that still plan the same money;
            with None nothing is frozen.
    """

    record: Approval
    kept: Plan | None

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError without a name."""
        found = making(plan, self.record)
        if self.record.decision in APPROVING and self.kept is not None:
            return change_set(plan, found.label, [*found.changes, *_frozen(plan, self.kept)])
        return found


@dataclass(frozen=True, slots=True)
class ChangeApproval:
    """Change an approval's fields.

    Attributes:
        record_id: the approval.
        fields: new values by field name.
        kept: the plan as its version keeps it, which matters when a rejection becomes an approval.
    """

    record_id: str
    fields: Mapping[str, object]
    kept: Plan | None = None

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; without any approval left, planned money is free again."""
        before = plan.find(Approval, self.record_id)
        found = changing(plan, before, self.fields, {"version_id"})
        after = found.changes[0].after if found else before
        approves = isinstance(after, Approval) and after.decision in APPROVING
        if approves and before.decision not in APPROVING and self.kept is not None:
            return change_set(plan, found.label, [*found.changes, *_frozen(plan, self.kept)])
        return _with_thaw(plan, found)


@dataclass(frozen=True, slots=True)
class DeleteApproval(DeleteRecord):
    """Delete an approval; without any left, planned money is free again."""

    RECORD_TYPE: ClassVar[type[PlanRecord]] = Approval

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change."""
        return _with_thaw(plan, deletion(plan, plan.find(Approval, self.record_id)))

    def consequences(self, plan: Plan) -> str:
        """Say what goes with it, to be asked before."""
        return _consequences(plan, plan.find(Approval, self.record_id), self.changes(plan))


def _frozen(plan: Plan, approved: Plan) -> Iterable[Change]:
    """Yield the lines frozen that plan what the approved plan does, and the campaign approved."""
    for line in plan.lines.values():
        as_approved = approved.lines.get(line.id)
        if as_approved is not None and same_planned_money(line, as_approved):
            yield Change(line, replace(line, frozen=True))
    if plan.campaign.status is CampaignStatus.DRAFT:
        yield Change(plan.campaign, replace(plan.campaign, status=CampaignStatus.APPROVED))


def _with_thaw(plan: Plan, found: ChangeSet) -> ChangeSet:
    """Return the changes with the money freed when they take the last approval away."""
    if not found or approved_version(plan) is None:
        return found
    if approved_version(plan.applying(found)) is not None:
        return found
    free = [Change(line, thawed(line)) for line in plan.lines.values() if line.frozen]
    if plan.campaign.status is CampaignStatus.APPROVED:
        campaign = replace(plan.campaign, status=CampaignStatus.DRAFT)
        return change_set(plan, found.label, [*found.changes, *free, Change(plan.campaign, campaign)])
    return change_set(plan, found.label, [*found.changes, *free])


def _consequences(plan: Plan, record: PlanRecord, found: ChangeSet) -> str:
    freed = sum(1 for change in found.changes if isinstance(change.before, BudgetLine))
    first = consequences(plan, record)
    if not freed:
        return first
    return f"{first} The planned money of {counted(BudgetLine, freed)} can be changed again."
