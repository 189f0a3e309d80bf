"""Where findings show: each rule names a field that the record has, and the gravest comes first there."""

from __future__ import annotations

from dataclasses import fields
from functools import reduce

import pytest

from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import RECORD_TYPES, Record
from campaignplanner.domain.review import Finding, Severity, Spot
from campaignplanner.planning.marks import marks_of
from campaignplanner.planning.review.rules import RULES_BY_CODE
from tests.planning.review.cases import CASES, Case

TABLES = {each.name for each in fields(Plan)}


def record_of(plan: Plan, identifier: str) -> Record:
    if identifier == plan.campaign.id:
        return plan.campaign
    return next(plan.table(each)[identifier] for each in RECORD_TYPES if identifier in plan.table(each))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_rule_says_which_field_of_which_record_it_is_about(case: Case) -> None:
    (finding,) = RULES_BY_CODE[case.code].find(case.speaks, case.context)
    assert finding.spots
    for spot in finding.spots:
        record = record_of(case.speaks, spot.record_id)
        if spot.field not in TABLES | {""}:
            reduce(getattr, spot.field.split("."), record)


def test_a_spot_is_marked_by_what_comes_first_there() -> None:
    late, same, other = (
        Finding(rule=rule, severity=Severity.WARNING, subject_ids=("a",), message=".", named_spots=spots)
        for rule, spots in (
            ("late", (Spot("a", "flights"), Spot("b"))),
            ("same", (Spot("a", "flights"),)),
            ("other", (Spot("a", "status"),)),
        )
    )
    assert marks_of((late, same, other)) == {"a": {"flights": late, "status": other}, "b": {"": late}}
