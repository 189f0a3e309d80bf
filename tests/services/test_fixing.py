"""A fix mends its finding in one step, adds no error, and is taken back whole."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.planning.review.engine import reviewed
from campaignplanner.planning.review.fix import Blank, Fix, Move, dismissal_of
from campaignplanner.planning.review.rule import ReviewContext
from campaignplanner.services.commands.bridge import DeleteBridge
from campaignplanner.services.commands.budget import ChangeBudgetLine
from campaignplanner.services.commands.fixing import ApplyFix
from campaignplanner.services.commands.overtaken import without_overtaken_dismissals
from campaignplanner.services.commands.review import DeleteDismissal, MakeDismissal
from tests.builders import a_dated_activity, a_line, a_plan, an_activity, an_aim
from tests.planning.review.cases import CASES, CONTEXT, TODAY, Case, a_kpi
from tests.services.random_commands import any_command

WITHOUT_FIX = {"time.other_campaign", "brief.many_aims", "brief.not_approved"}
EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)


def findings(case: Case, plan: Plan) -> tuple[Finding, ...]:
    return reviewed(plan, case.context).findings


def errors(found: tuple[Finding, ...]) -> set[tuple[str, tuple[str, ...]]]:
    return {(each.rule, each.subject_ids) for each in found if each.severity is Severity.ERROR}


def fixes(case: Case) -> tuple[Fix, ...]:
    review = reviewed(case.speaks, case.context)
    (finding,) = (each for each in review.findings if each.rule == case.code)
    return review.fixes(finding)


def answered(case: Case, fix: Fix) -> ApplyFix:
    return ApplyFix(fix, {blank.key: case.answers[blank.field] for blank in fix.blanks})


def about(found: tuple[Finding, ...], case: Case) -> list[Any]:
    return [each for each in found if each.rule == case.code and set(each.subject_ids) == set(case.about)]


@EACH
def test_a_rule_offers_a_way_to_mend_what_it_finds(case: Case) -> None:
    assert bool(fixes(case)) is (case.code not in WITHOUT_FIX)


@EACH
def test_every_fix_removes_its_finding_and_adds_no_error(case: Case) -> None:
    before = findings(case, case.speaks)
    for fix in fixes(case):
        after = case.speaks.applying(answered(case, fix).changes(case.speaks))
        after.check()
        assert about(findings(case, after), case) == [], fix.label
        assert errors(findings(case, after)) <= errors(before), fix.label


@EACH
def test_every_fix_is_one_step_that_is_undone_whole(case: Case) -> None:
    for fix in fixes(case):
        step = answered(case, fix).changes(case.speaks)
        assert step.label == fix.label
        assert case.speaks.applying(step).applying(step.inverted()) == case.speaks


@EACH
def test_every_fix_says_in_words_what_it_does(case: Case) -> None:
    for fix in fixes(case):
        assert fix.label
        assert fix.preview
        assert all(each.endswith(".") for each in fix.preview)


def test_a_fix_can_be_carried_out_again_after_half_of_it_was_deleted() -> None:
    (case,) = (each for each in CASES if each.code == "bridge.not_talked_about")
    (fix,) = fixes(case)
    once = case.speaks.applying(ApplyFix(fix).changes(case.speaks))
    (bridge,) = once.bridges.values()
    torn = once.applying(DeleteBridge(bridge.id).changes(once))
    review = reviewed(torn, case.context)
    (finding,) = (each for each in review.findings if each.rule == case.code)
    again = review.fixes(finding)[-1]
    assert len(torn.applying(ApplyFix(again).changes(torn)).activities) == 3


@EACH
def test_a_finding_that_is_not_for_us_is_kept_apart_and_comes_back(case: Case) -> None:
    (finding,) = (each for each in findings(case, case.speaks) if each.rule == case.code)
    dismissal = dismissal_of(finding, "Not for us", TODAY, "no")
    aside = case.speaks.applying(MakeDismissal(dismissal).changes(case.speaks))
    review = reviewed(aside, case.context)
    assert finding not in review.findings
    assert [(each.dismissal, each.finding) for each in review.set_aside] == [(dismissal, finding)]
    back = aside.applying(DeleteDismissal("no").changes(aside))
    assert finding in findings(case, back)


def some_plan(plan: Plan, seeds: list[int]) -> Plan:
    for seed in seeds:
        command = any_command(Random(seed), plan, CampaignFileFormat())
        with suppress(PlanError):
            plan = plan if command is None else plan.applying(command.changes(plan))
    return plan


@given(
    seeds=st.lists(st.integers(0, 2**32), max_size=40), today=st.dates(date(2026, 8, 1), date(2026, 12, 31))
)
@settings(max_examples=60)
def test_whatever_a_plan_holds_what_is_offered_mends_it(
    sample_plan: Plan, seeds: list[int], today: date
) -> None:
    plan, context = some_plan(sample_plan, seeds), ReviewContext(today)
    review = reviewed(plan, context)
    for finding in review.findings[:12]:
        for fix in review.fixes(finding):
            if not fix.blanks:
                step = ApplyFix(fix).changes(plan)
                after = plan.applying(step)
                found = reviewed(after, context).findings
                key = (finding.rule, finding.subject_ids)
                assert key not in {(each.rule, each.subject_ids) for each in found}, fix.label
                assert errors(found) <= errors(review.findings), fix.label
                assert after.applying(step.inverted()) == plan
    assert review.findings == reviewed(plan, context).findings


def test_a_dismissal_of_what_is_mended_anyway_is_still_listed() -> None:
    (case,) = (each for each in CASES if each.code == "aim.kpi_target")
    (finding,) = (each for each in findings(case, case.speaks) if each.rule == case.code)
    plan = a_plan(dismissal_of(finding, "Not for us", TODAY, "no"))
    (aside,) = reviewed(plan, CONTEXT).set_aside
    assert aside.finding is None


def test_a_dismissal_goes_when_the_fix_changes_its_subject() -> None:
    told = Finding(rule="x", severity=Severity.HINT, subject_ids=("account",), message=".")
    account = a_dated_activity("Account", "2026-05-01")
    plan = a_plan(an_aim("Win members"), account, dismissal_of(told, "We know", TODAY, "no"))
    review = reviewed(plan, CONTEXT)
    (finding,) = (each for each in review.findings if each.rule == "aim.activity_without")
    drop = review.fixes(finding)[-1]
    step = without_overtaken_dismissals(plan, ApplyFix(drop).changes(plan))
    assert not plan.applying(step).dismissals


def test_an_open_blank_is_asked_for_by_name() -> None:
    kpi = a_kpi(target=None)
    fix = Fix(label="Complete", preview=(), blanks=(Blank(Kpi, kpi.id, "target", "The target"),))
    with pytest.raises(PlanError, match="The target is still to be filled in") as refused:
        ApplyFix(fix).changes(a_plan(an_aim(), kpi))
    assert (refused.value.record_id, refused.value.field) == (kpi.id, "target")


def test_an_answer_of_the_wrong_type_is_refused() -> None:
    kpi = a_kpi(target=None)
    fix = Fix(label="Complete", preview=(), blanks=(Blank(Kpi, kpi.id, "target", "The target"),))
    with pytest.raises(PlanError, match="cannot be 'many'"):
        ApplyFix(fix, {(kpi.id, "target"): "many"}).changes(a_plan(an_aim(), kpi))
    brief = Fix(label="Write", preview=(), blanks=(Blank(Campaign, "campaign", "brief.message", "It"),))
    with pytest.raises(PlanError, match="is a text"):
        ApplyFix(brief, {("campaign", "brief.message"): 5}).changes(a_plan())


def test_a_move_takes_the_preparation_along_and_needs_dates() -> None:
    prepared = an_activity("Evening", preparation_from=date(2026, 4, 1))
    plan = a_plan(prepared, a_dated_activity("Evening", "2026-05-01")[1:])
    fix = Fix(label="Move", preview=(), moves=(Move("evening", date(2026, 5, 3)),))
    after = plan.applying(ApplyFix(fix).changes(plan))
    assert after.activities["evening"].preparation_from == date(2026, 4, 3)
    with pytest.raises(PlanError, match="has no dates to move yet"):
        ApplyFix(fix).changes(a_plan(an_activity("Evening")))


def test_a_new_line_comes_after_those_that_are_there() -> None:
    (case,) = (each for each in CASES if each.code == "money.bridge_one_side")
    (line,) = case.speaks.lines.values()
    plan = case.speaks.applying(ChangeBudgetLine(line.id, {"position": 7}).changes(case.speaks))
    review = reviewed(plan, case.context)
    (finding,) = (each for each in review.findings if each.rule == case.code)
    (fix,) = review.fixes(finding)
    after = plan.applying(answered(case, fix).changes(plan))
    assert [each.position for each in after.lines_in_order] == [7, 8]


def test_a_fix_of_many_things_is_offered_soon_and_previewed_in_short() -> None:
    evening = a_dated_activity("Evening", "2026-02-01")
    plan = a_plan(evening, [a_line(activity="evening", id=f"line-{number:03}") for number in range(300)])
    review = reviewed(plan, CONTEXT)
    (finding,) = (each for each in review.findings if each.rule == "money.overdue")
    booked, closed = review.fixes(finding)
    assert (len(booked.preview), booked.preview[-1]) == (9, "And so on for 292 more lines.")
    for fix in (booked, closed):
        after = plan.applying(ApplyFix(fix).changes(plan))
        assert "money.overdue" not in {each.rule for each in reviewed(after, CONTEXT).findings}


def test_fixes_of_what_is_not_found_any_more_are_none() -> None:
    (case,) = (each for each in CASES if each.code == "bridge.leads_to")
    (finding,) = (each for each in findings(case, case.speaks) if each.rule == case.code)
    assert reviewed(case.just_not, case.context).fixes(finding) == ()
