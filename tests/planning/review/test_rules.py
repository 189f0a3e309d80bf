"""Each rule speaks up where it should, not a day earlier, and leaves alone what is none of its business."""

from __future__ import annotations

import pytest

from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Severity
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.planning.review.rules import RULES, RULES_BY_CODE
from tests.planning.review.cases import CASES, Case

EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)


def subjects(case: Case, plan: Plan) -> list[tuple[str, ...]]:
    return [each.subject_ids for each in RULES_BY_CODE[case.code].find(plan, case.context)]


def test_every_rule_has_a_case() -> None:
    assert [case.code for case in CASES] == [rule.code for rule in RULES]


@EACH
def test_a_rule_speaks_up(case: Case) -> None:
    assert subjects(case, case.speaks) == [case.about]


@EACH
def test_a_rule_is_silent_at_its_boundary(case: Case) -> None:
    assert subjects(case, case.just_not) == []


@EACH
def test_a_rule_leaves_alone_what_is_none_of_its_business(case: Case) -> None:
    assert subjects(case, case.untouched) == []


@EACH
def test_the_whole_review_finds_what_the_rule_finds(case: Case) -> None:
    for plan in (case.speaks, case.just_not, case.untouched):
        found = [each for each in reviewed(plan, case.context).findings if each.rule == case.code]
        assert found == list(RULES_BY_CODE[case.code].find(plan, case.context))


@EACH
def test_reviewing_changes_nothing(case: Case) -> None:
    written = CampaignFileFormat().write(case.speaks)
    review = reviewed(case.speaks, case.context)
    for finding in review.findings:
        review.fixes(finding)
    assert CampaignFileFormat().write(case.speaks) == written


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_it_matters_and_on_what_evidence(rule: object) -> None:
    assert rule.why.endswith((".", "?"))
    assert rule.evidence.text.endswith(".")
    assert rule.evidence.source == "" or rule.evidence.source.startswith("http")
    assert rule.severity is not Severity.ERROR or rule.code == "bridge.is_streamed_as"


@EACH
def test_a_message_is_a_sentence_that_names_things(case: Case) -> None:
    (finding,) = RULES_BY_CODE[case.code].find(case.speaks, case.context)
    assert finding.message[-1] in ".?"
    assert finding.evidence == RULES_BY_CODE[case.code].evidence.text
