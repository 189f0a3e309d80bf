"""Deleting what the inspector shows: at once, told with what went along, and with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.activity import Activity, ActivityStatus, Flight
from campaignplanner.domain.aim import Aim, Kpi, Reading
from campaignplanner.domain.audience import Audience, Influence
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from campaignplanner.domain.changes import ChangeSet
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.editing import DeleteRecord
    from campaignplanner.ui.pages import PageTools
    from campaignplanner.ui.plan.inspector.registry import RecordType

DELETABLE: frozenset[RecordType] = frozenset(
    {Activity, Aim, Audience, Bridge, BudgetLine, Flight, Influence, Kpi, Posting, Reading}
)
"""What is deleted by a button or a key in the inspector; a campaign is deleted from the list of campaigns."""


class Deletion(Protocol):
    """A command that can say what goes with what it deletes."""

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when that cannot be."""
        ...

    def consequences(self, plan: Plan) -> str:
        """Say what goes along."""
        ...


def deletion_of(picked: Picked) -> DeleteRecord:
    """The command that deletes a record; raises KeyError for what is not `DELETABLE`."""
    from campaignplanner.services.commands import activity, aim, audience, bridge, budget, flight

    commands: dict[RecordType, type[DeleteRecord]] = {
        Activity: activity.DeleteActivity,
        Aim: aim.DeleteAim,
        Audience: audience.DeleteAudience,
        Bridge: bridge.DeleteBridge,
        BudgetLine: budget.DeleteBudgetLine,
        Flight: flight.DeleteFlight,
        Influence: audience.DeleteInfluence,
        Kpi: aim.DeleteKpi,
        Posting: budget.DeletePosting,
        Reading: aim.DeleteReading,
    }
    return commands[picked.record_type](picked.id)


def delete(tools: PageTools, picked: Picked) -> bool:
    """Deletes a record and says what went with it, with Undo beside it; False when it was refused."""
    plan = tools.live.plan
    if plan is None or picked.found_in(plan) is None:
        return False
    if picked.record_type is Activity:
        return delete_activities(tools, (picked.id,))
    return delete_by(tools, deletion_of(picked))


def delete_activities(tools: PageTools, activity_ids: tuple[str, ...]) -> bool:
    """Deletes activities in one step; where approved money keeps them, it offers to cancel them instead."""
    from campaignplanner.services.commands.bulk import ChangeActivities, DeleteActivities

    command, plan = DeleteActivities(activity_ids), tools.live.plan
    if plan is None:
        return False
    try:
        command.changes(plan)
    except PlanError as error:
        cancelling = ChangeActivities(activity_ids, {"status": ActivityStatus.CANCELLED})
        words = QCoreApplication.translate("inspector", "Mark as cancelled")
        tools.messages.say_trouble(error.sentence, Answer(words, partial(tools.live.execute, cancelling)))
        return False
    return delete_by(tools, command)


def delete_by(tools: PageTools, command: Deletion) -> bool:
    """Carries out a deletion and says what went with it, with Undo beside it; False when it was refused."""
    plan = tools.live.plan
    if plan is None:
        return False
    sentence = tools.live.asked(partial(command.consequences, plan))
    if sentence is None or not tools.live.execute(command):
        return False
    undo = QCoreApplication.translate("inspector", "Undo")
    tools.messages.say(_told(sentence), Answer(undo, partial(tools.live.undo, plan.campaign.id)))
    return True


def _told(consequences: str) -> str:
    """What was said before a deletion, as it is said after it."""
    return consequences.replace("Deletes ", "Deleted ", 1)
