"""What every copy of a record needs: an identifier of its own, and a state as if nothing had happened yet."""

from __future__ import annotations

from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from campaignplanner.domain.activity import Activity, ActivityStatus
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.records import PlanRecord
from campaignplanner.services.commands.frozen_money import thawed

_BEGUN = frozenset({ActivityStatus.BOOKED, ActivityStatus.LIVE, ActivityStatus.DONE})


def derived_id(step_id: str, record_type: type[PlanRecord], origin_id: str) -> str:
    """Return the identifier of a record that one step makes: always the same for the same step.

    Args:
        step_id: made once for the step, so that asking a command twice gives the same records.
        record_type: what is made.
        origin_id: what it is made from, such as the record that is copied.
    """
    return uuid5(NAMESPACE_OID, f"{step_id} {record_type.__name__} {origin_id}").hex


def planned_again(record: PlanRecord) -> PlanRecord:
    """Return what a copy is: what was booked or done is planned; money is open, free, without forecast."""
    match record:
        case BudgetLine():
            return replace(thawed(record), closed=False, forecast=None)
        case Activity() if record.status in _BEGUN:
            return replace(record, status=ActivityStatus.PLANNED)
        case _:
            return record
