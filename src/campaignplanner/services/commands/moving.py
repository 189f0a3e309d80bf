"""Moving a whole campaign in time."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.schedule import shifted
from campaignplanner.services.commands.editing import change_set
from campaignplanner.services.commands.naming import move_label


@dataclass(frozen=True, slots=True)
class MoveCampaign:
    """Move everything that is planned by days, later when positive; what has happened stays.

    See ``planning.schedule`` for what counts as planned.
    """

    days: int

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when nothing is dated or the calendar ends."""
        moved = shifted(plan, self.days)
        pairs = zip((plan.campaign, *plan.records()), (moved.campaign, *moved.records()), strict=True)
        changes = [Change(before, after) for before, after in pairs if before != after]
        if self.days and not changes:
            raise PlanError("Nothing in this campaign has a date to move yet.", "days")
        return change_set(plan, move_label("the campaign", self.days), changes)
