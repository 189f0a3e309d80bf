"""Findings in groups: by what they are about, or by the aim that they stand in the way of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from campaignplanner.domain.activity import Activity, Contribution, Flight
from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import RECORD_TYPES, PlanRecord
from campaignplanner.domain.review import Finding
from campaignplanner.planning.review.rule import Family
from campaignplanner.planning.review.rules import RULES_BY_CODE


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings that belong together, in the order in which they came.

    Attributes:
        key: the family, or the aim's identifier; None for what is about no aim.
        findings: at least one.
    """

    key: Family | str | None
    findings: tuple[Finding, ...]


def by_family(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Return findings by the family of their rules, in the order of the families."""
    found: dict[Family, list[Finding]] = {}
    for each in findings:
        found.setdefault(RULES_BY_CODE[each.rule].family, []).append(each)
    return tuple(FindingGroup(family, tuple(found[family])) for family in Family if family in found)


def by_aim(plan: Plan, findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Return findings by the first aim that one of their subjects serves; what serves none comes last."""
    places = {aim.id: place for place, aim in enumerate(plan.aims_in_order)}
    found: dict[str | None, list[Finding]] = {}
    for each in findings:
        aims = {aim_id for subject in subjects_of(plan, each) for aim_id in aims_of(plan, subject)}
        found.setdefault(min(aims, key=places.__getitem__, default=None), []).append(each)
    keys: list[str | None] = [*places, None]
    return tuple(FindingGroup(key, tuple(found[key])) for key in keys if key in found)


def subjects_of(plan: Plan, finding: Finding) -> tuple[PlanRecord | Campaign, ...]:
    """Return the records that a finding is about; another campaign of the store is none of them."""
    return tuple(record for each in finding.subject_ids for record in _record(plan, each))


def aims_of(plan: Plan, record: PlanRecord | Campaign) -> Iterator[str]:
    """Yield the identifiers of the aims that a record has to do with, some of them several times."""
    match record:
        case Aim():
            yield record.id
        case Kpi(aim_id=str(aim_id)) | Contribution(aim_id=aim_id):
            yield aim_id
        case Activity():
            yield from (each.aim_id for each in plan.contributions.by("activity_id").get(record.id, ()))
        case Bridge():
            for end in (record.source_id, record.target_id):
                yield from aims_of(plan, plan.activities[end])
        case Flight(activity_id=activity_id) | Kpi(activity_id=str(activity_id)):
            yield from aims_of(plan, plan.activities[activity_id])
        case BudgetLine(activity_id=str(activity_id)):
            yield from aims_of(plan, plan.activities[activity_id])
        case Posting():
            yield from aims_of(plan, plan.lines[record.line_id])
        case _:
            return


def _record(plan: Plan, identifier: str) -> Iterator[PlanRecord | Campaign]:
    if identifier == plan.campaign.id:
        yield plan.campaign
        return
    for record_type in _LIKELY:
        table = plan.table(record_type)
        if identifier in table:
            yield table[identifier]
            return


_FIRST = (Activity, Bridge, Aim, Kpi)
_LIKELY = (*_FIRST, *(each for each in RECORD_TYPES if each not in _FIRST))
"""Where a subject is looked for: first where most of them are."""
