"""All rules of the review, in the order in which their findings are shown."""

from __future__ import annotations

from campaignplanner.planning.review import (
    aims,
    bridges,
    brief,
    business,
    measures,
    money,
    people,
    time_and_place,
    touchpoints,
)
from campaignplanner.planning.review.rule import Rule

RULES: tuple[Rule, ...] = (
    *aims.RULES,
    *measures.RULES,
    *bridges.RULES,
    *touchpoints.RULES,
    *people.RULES,
    *business.RULES,
    *money.RULES,
    *time_and_place.RULES,
    *brief.RULES,
)

RULES_BY_CODE = {rule.code: rule for rule in RULES}
"""Each rule by what dismissals know it by."""
