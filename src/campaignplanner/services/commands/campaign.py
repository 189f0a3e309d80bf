"""Campaigns as wholes: making, changing, deleting, and what a copy of one takes along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaignplanner.domain.approval import VersionState
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.changes import ChangeSet, deleting, making
from campaignplanner.domain.plan import Plan
from campaignplanner.services.commands.command import PortfolioCommand
from campaignplanner.services.commands.editing import changing
from campaignplanner.services.commands.naming import counted_by_type, name_of


@dataclass(frozen=True, slots=True)
class MakeCampaign(PortfolioCommand):
    """Begin a campaign, empty but for its own fields."""

    record: Campaign

    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change; raise PlanError when the campaign breaks a rule."""
        del plan
        self.record.check()
        return ChangeSet(f"Add campaign {name_of(self.record, None)}", making([self.record]), self.record.id)


@dataclass(frozen=True, slots=True)
class StorePlan(PortfolioCommand):
    """Put a whole plan into the store in one step: an import, or a copy.

    Attributes:
        label: what the history says.
        whole: the plan.
        states: the plans that its versions keep.
    """

    label: str
    whole: Plan
    states: tuple[VersionState, ...] = ()

    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change; raise PlanError when the plan breaks a rule."""
        del plan
        self.whole.check()
        for state in self.states:
            state.check()
        records = (self.whole.campaign, *self.whole.records(), *self.states)
        return ChangeSet(self.label, making(records), self.whole.campaign.id)


@dataclass(frozen=True, slots=True)
class ChangeCampaign:
    """Change fields of the open campaign."""

    fields: Mapping[str, object]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError for unknown fields and values that break a rule."""
        return changing(plan, plan.campaign, self.fields)


@dataclass(frozen=True, slots=True)
class DeleteCampaign(PortfolioCommand):
    """Delete a campaign with all that is in it; approved or not, for the history can bring it back.

    Attributes:
        whole: the plan as it stands in the store, which deletes what its versions keep in the same step.
    """

    whole: Plan

    def changes(self, plan: Plan | None) -> ChangeSet:
        """Return what is to change."""
        del plan
        campaign = self.whole.campaign
        records = (campaign, *self.whole.records())
        return ChangeSet(f"Delete campaign {name_of(campaign, None)}", deleting(records), campaign.id)

    def consequences(self) -> str:
        """Say what goes with it, to be asked before."""
        name = name_of(self.whole.campaign, None)
        others = counted_by_type(self.whole.records())
        return f"Deletes {name} with {others}." if others else f"Deletes {name}."
