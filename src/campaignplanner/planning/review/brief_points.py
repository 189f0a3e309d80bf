"""What a brief still lacks before it is signed: the rules of the review that a reader of the brief would ask.

Shown beside the pages of the brief as a list of open points, never as a grade.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding
from campaignplanner.planning.review.rule import Family, ReviewContext, Rule, Sight
from campaignplanner.planning.review.rules import RULES

_ASKED_TOO = frozenset(
    {
        "aim.none",
        "aim.no_kpi",
        "aim.kpi_lacking",
        "aim.kpi_target",
        "aim.all_outputs",
        "money.over_total",
        "money.outside_band",
        "money.no_reserve",
    }
)
"""Rules of other families whose findings show on the pages of the brief."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that a reader would ask.

    Attributes:
        finding: what the review says.
        field: the text of the brief that answers it, such as ``problem``; empty where none does.
    """

    finding: Finding
    field: str


def open_points(plan: Plan, context: ReviewContext) -> tuple[OpenPoint, ...]:
    """Return the open points of a plan's brief, in the order of the rules; those set aside are left out."""
    set_aside = {(each.rule, each.subject_ids) for each in plan.dismissals.values()}
    sight = Sight(plan, context)
    return tuple(
        OpenPoint(finding, _field(sight, rule, finding))
        for rule in _rules()
        for finding in rule.find(plan, context)
        if (finding.rule, finding.subject_ids) not in set_aside
    )


def _rules() -> Iterator[Rule]:
    yield from (rule for rule in RULES if rule.family is Family.BRIEF or rule.code in _ASKED_TOO)


def _field(sight: Sight, rule: Rule, finding: Finding) -> str:
    """The text of the brief that the first fix asks for."""
    for fix in rule.fixes(sight, finding):
        for blank in fix.blanks:
            if blank.record_type is Campaign and blank.field.startswith("brief."):
                return blank.field.removeprefix("brief.")
    return ""
