"""Which state of a brief is printed: a version that was kept, or the plan as it has gone on since."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import PlanRecord
from campaignplanner.planning.differences import PlanDifferences, differences


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan on its way to the typesetter's process: its records, for the indexes of tables stay at home."""

    campaign: Campaign
    records: tuple[PlanRecord, ...]

    @classmethod
    def of(cls, plan: Plan) -> KeptPlan:
        """The records of a plan."""
        return cls(plan.campaign, tuple(plan.records()))

    @property
    def plan(self) -> Plan:
        """The plan, put together again."""
        return Plan.of(self.campaign, self.records)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the brief of a plan says about its own state.

    Attributes:
        version: the version that is printed, or the latest one that the plan has gone on from; None where
            there is none yet.
        approvals: what was decided about that version, by day.
        is_kept: whether the plan is that version as it was kept.
        earlier: the version to tell the changes since; None tells none.
        earlier_plan: the plan as that version keeps it.
    """

    version: Version | None = None
    approvals: tuple[Approval, ...] = ()
    is_kept: bool = False
    earlier: Version | None = None
    earlier_plan: KeptPlan | None = None

    @classmethod
    def now(cls, plan: Plan, earlier_plan: Plan | None = None, earlier: Version | None = None) -> Edition:
        """The edition of a plan as it stands.

        Args:
            plan: the plan.
            earlier_plan: what a version keeps, to tell the changes since; None tells none.
            earlier: that version; the latest when not given.
        """
        versions = plan.versions_in_order
        if not versions:
            return cls()
        version = versions[-1]
        return cls(
            version=version,
            approvals=plan.approvals_of(version.id),
            earlier=None if earlier_plan is None else earlier or version,
            earlier_plan=None if earlier_plan is None else KeptPlan.of(earlier_plan),
        )

    @classmethod
    def kept(cls, plan: Plan, version: Version, before: tuple[Version, Plan] | None = None) -> Edition:
        """The edition of a version.

        Args:
            plan: the campaign as it is now, which knows what was decided.
            version: the version whose plan is printed.
            before: an earlier version with its plan, to tell what changed between them.
        """
        earlier, earlier_plan = before if before is not None else (None, None)
        return cls(
            version=version,
            approvals=plan.approvals_of(version.id),
            is_kept=True,
            earlier=earlier,
            earlier_plan=None if earlier_plan is None else KeptPlan.of(earlier_plan),
        )

    @property
    def decision(self) -> Decision | None:
        """What was decided about the version: one rejection rejects it; None while nobody has decided."""
        decisions = {each.decision for each in self.approvals}
        strictest = (Decision.REJECTED, Decision.APPROVED_WITH_CHANGES, Decision.APPROVED)
        return next((each for each in strictest if each in decisions), None)

    def changes_in(self, plan: Plan) -> PlanDifferences | None:
        """What differs in the plan that is printed since the earlier version; None where none is known."""
        return None if self.earlier_plan is None else differences(self.earlier_plan.plan, plan)
