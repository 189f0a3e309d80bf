"""What the inspector calls a record that may have no title of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.activity import Contribution, Flight
from campaignplanner.domain.audience import Influence
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.records import title_of
from campaignplanner.ui.formats import shortened, span_text

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.domain.records import Record

_ENDS_LENGTH = 40


def title_in(plan: Plan, record: Record) -> str:
    """The title of a record, or its two ends, or its days."""
    match record:
        case Bridge():
            return _joined(plan.activities[record.source_id].title, plan.activities[record.target_id].title)
        case Influence():
            source = QCoreApplication.translate("inspector", "Ambassadors")
            if record.from_audience_id is not None:
                source = plan.audiences[record.from_audience_id].name
            return _joined(source, plan.audiences[record.to_audience_id].name)
        case Flight():
            return span_text(record.first_day, record.last_day)
        case Contribution():
            return plan.aims[record.aim_id].statement
        case _:
            return title_of(record)


def _joined(source: str, target: str) -> str:
    return f"{shortened(source, _ENDS_LENGTH)} → {shortened(target, _ENDS_LENGTH)}"
