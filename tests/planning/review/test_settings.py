"""What the review expects is the campaign's own: a setting is used, has its evidence, moves its boundary."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from campaignplanner.domain.campaign import Campaign, Thresholds
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.review.rules import RULES, RULES_BY_CODE
from campaignplanner.planning.review.settings import evidence_for
from tests.planning.review.cases import CASES, Case

SETTINGS = [each.name for each in fields(Thresholds)]
CASE_OF = {case.code: case for case in CASES}
SOFTER = {
    "brief.message_long": {"message_words": 21},
    "brief.many_aims": {"most_aims": 4},
    "money.no_reserve": {"least_reserve": Decimal("0.0")},
    "time.holiday": {"short_run_days": 0},
    "aim.one_side": {"one_side_activities": 3},
    "aim.no_kpi": {"begun_activities": 4},
    "aim.unserved": {"begun_activities": 4},
    "people.behaviour_wanted": {"begun_activities": 4},
    "people.unused_audience": {"begun_activities": 4},
}


def expecting(plan: Plan, **changed: object) -> Plan:
    thresholds = replace(plan.campaign.thresholds, **changed)
    return replace(plan, campaign=replace(plan.campaign, thresholds=thresholds))


def found(case: Case, plan: Plan) -> list[str]:
    return [each.message for each in RULES_BY_CODE[case.code].find(plan, case.context)]


@pytest.mark.parametrize("code", sorted(SOFTER))
def test_a_rule_is_silent_when_less_is_expected(code: str) -> None:
    case = CASE_OF[code]
    assert found(case, case.speaks)
    assert found(case, expecting(case.speaks, **SOFTER[code])) == []


def test_fewer_people_come_where_more_are_expected_to_stay_away() -> None:
    case = CASE_OF["place.capacity"]
    (usual,) = found(case, case.speaks)
    (changed,) = found(case, expecting(case.speaks, no_show_free=Decimal("0.5")))
    assert usual != changed


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_one_that_a_rule_judges_by_and_has_its_evidence(setting: str) -> None:
    assert any(setting in rule.settings for rule in RULES)
    assert evidence_for(setting).text.endswith(".")


def test_rules_name_only_settings_that_there_are() -> None:
    assert {each for rule in RULES for each in rule.settings} == set(SETTINGS)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("least_reserve", Decimal("1.1")),
        ("no_show_free", Decimal("-0.1")),
        ("message_words", 0),
        ("most_aims", 1001),
        ("short_run_days", -1),
    ],
)
def test_what_cannot_be_expected_is_refused_at_its_setting(setting: str, value: object) -> None:
    campaign = Campaign(id="c", title="Autumn", thresholds=Thresholds(**{setting: value}))
    with pytest.raises(PlanError) as refusal:
        campaign.check()
    assert refusal.value.field == setting
