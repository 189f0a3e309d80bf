"""The texts that people type again and again, and which fields they stand in."""

from __future__ import annotations

from enum import Enum

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.budget import FILED_UNDER_SUGGESTIONS, BudgetLine
from campaignplanner.domain.records import PlanRecord


class WordKind(Enum):
    """What a word that was typed before is offered for."""

    OWNER = "owner"
    CHANNEL = "channel"
    PLACE = "place"
    SUPPLIER = "supplier"
    FILED_UNDER = "filed under"
    UNIT = "unit"


FIELDS_OF: dict[WordKind, tuple[tuple[type[PlanRecord], str], ...]] = {
    WordKind.OWNER: ((Activity, "owner"), (Aim, "owner"), (Kpi, "by_whom")),
    WordKind.CHANNEL: ((Activity, "channel"),),
    WordKind.PLACE: ((Activity, "place"), (Flight, "place")),
    WordKind.SUPPLIER: ((BudgetLine, "supplier"),),
    WordKind.FILED_UNDER: ((BudgetLine, "filed_under"),),
    WordKind.UNIT: ((Activity, "unit"), (Kpi, "unit")),
}
"""The fields whose texts are known words, by what they are offered for."""

SUGGESTIONS: dict[WordKind, tuple[str, ...]] = {WordKind.FILED_UNDER: FILED_UNDER_SUGGESTIONS}
"""What is offered before anybody typed anything."""
