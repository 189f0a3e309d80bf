"""What a gesture would do if it ended now: the very command, and what its changes would come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_draft import Draft, draft_of

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.command import Command


@dataclass(frozen=True, slots=True)
class Proposal:
    """A command that waits for the release of the mouse.

    Attributes:
        command: what a release would do; None when nothing would change or it is refused.
        draft: what it would come to; None with one that is refused or changes nothing.
        refusal: why it cannot be, in one sentence; empty when it can.
    """

    command: Command | None = None
    draft: Draft | None = None
    refusal: str = ""


NOTHING = Proposal()
"""Nothing would change."""


def proposed(plan: Plan, command: Command) -> Proposal:
    """Tries a command on a plan without writing anything."""
    try:
        changes = command.changes(plan)
    except PlanError as error:
        return Proposal(refusal=error.sentence)
    if not changes:
        return NOTHING
    return Proposal(command, draft_of(plan, changes))
