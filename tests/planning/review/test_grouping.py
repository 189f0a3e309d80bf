"""Findings put together by aim and by family, as the page lists them."""

from __future__ import annotations

from datetime import date

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.planning.review.grouping import by_aim, by_family, subjects_of
from campaignplanner.planning.review.rule import Family, ReviewContext


def findings_of(plan: Plan) -> tuple[Finding, ...]:
    return reviewed(plan, ReviewContext(date(2026, 10, 8))).findings


def test_every_finding_is_in_exactly_one_group_either_way(sample_plan: Plan) -> None:
    found = findings_of(sample_plan)
    for groups in (by_aim(sample_plan, found), by_family(found)):
        grouped = [each for group in groups for each in group.findings]
        assert sorted(map(repr, grouped)) == sorted(map(repr, found))
        assert all(group.findings for group in groups)


def test_groups_by_aim_come_in_the_order_of_the_aims_and_what_serves_none_last(sample_plan: Plan) -> None:
    keys = [group.key for group in by_aim(sample_plan, findings_of(sample_plan))]
    aims = [aim.id for aim in sample_plan.aims_in_order]
    assert keys[-1] is None
    assert keys[:-1] == [each for each in aims if each in keys]


def test_what_concerns_two_aims_is_listed_under_the_first(sample_plan: Plan) -> None:
    first, second = sample_plan.aims_in_order[:2]
    finding = Finding(
        rule="aim.without_kpi", severity=Severity.HINT, subject_ids=(second.id, first.id), message=""
    )
    assert [group.key for group in by_aim(sample_plan, [finding])] == [first.id]


def test_families_keep_the_gravest_first(sample_plan: Plan) -> None:
    for group in by_family(findings_of(sample_plan)):
        assert isinstance(group.key, Family)
        places = [list(type(each.severity)).index(each.severity) for each in group.findings]
        assert places == sorted(places)


def test_an_activity_without_an_aim_is_its_own_subject(sample_plan: Plan) -> None:
    found = next(each for each in findings_of(sample_plan) if each.rule == "aim.activity_without")
    (subject,) = subjects_of(sample_plan, found)
    assert isinstance(subject, Activity)
    assert subject.title == "TikTok account"
    assert [group.key for group in by_aim(sample_plan, [found])] == [None]


def test_a_bridge_is_about_the_aims_of_its_ends(sample_plan: Plan) -> None:
    late = next(each for each in findings_of(sample_plan) if each.rule == "bridge.carries_on_as")
    (group,) = by_aim(sample_plan, [late])
    assert isinstance(group.key, str)
    assert sample_plan.aims[group.key].statement == "Halve time-to-answer in customer service"
