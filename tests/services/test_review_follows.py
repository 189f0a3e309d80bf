"""The review follows every edit, and then says what a review from scratch says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.planning.review.engine import Review, reviewed
from campaignplanner.planning.review.facts import Facts, Unit
from campaignplanner.planning.review.rule import ReviewContext, Sight
from campaignplanner.planning.review.rules import RULES
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.commands.flight import MoveActivity
from campaignplanner.services.commands.overtaken import without_overtaken_dismissals
from tests.builders import a_bridge, a_dated_activity, a_line, a_plan, an_aim
from tests.services.random_commands import any_command
from tests.strategies import plans

CONTEXT = ReviewContext(date(2026, 2, 1), {date(2026, 1, day): "Feast" for day in range(1, 32)})
SEEDS = st.lists(st.integers(0, 2**32), min_size=1, max_size=25)


def begun() -> Plan:
    aim = an_aim("Win members")
    return a_plan(
        aim,
        a_dated_activity("Tasting bars", "2026-01-02", "2026-01-06", aims=[aim]),
        a_dated_activity("Reviews", "2026-01-09", "2026-01-20"),
        a_line(id="line"),
    )


def edits(plan: Plan, seeds: list[int]) -> Iterator[tuple[Plan, ChangeSet]]:
    """Random commands one after the other; of each the plan after it, and what it did."""
    for seed in seeds:
        command = any_command(Random(seed), plan, CampaignFileFormat())
        try:
            step = None if command is None else without_overtaken_dismissals(plan, command.changes(plan))
            if step:
                plan = plan.applying(step)
                yield plan, step
        except PlanError:
            continue


def run(review: Review) -> None:
    for _ in review.steps():
        pass


@given(seeds=SEEDS)
@settings(max_examples=150)
def test_after_each_edit_the_review_is_that_of_the_whole_plan(seeds: list[int]) -> None:
    review = reviewed(begun(), CONTEXT)
    for plan, step in edits(begun(), seeds):
        review.follow(plan, step)
        run(review)
        whole = reviewed(plan, CONTEXT)
        assert review.findings == whole.findings
        assert review.set_aside == whole.set_aside
        assert review.sight.facts.planned == whole.sight.facts.planned
        assert review.sight.facts.exposed == whole.sight.facts.exposed


@given(seeds=SEEDS, pauses=st.randoms(use_true_random=False))
def test_edits_may_come_while_the_review_is_still_at_work(seeds: list[int], pauses: Random) -> None:
    review, last = Review(begun(), CONTEXT), begun()
    at_work = review.steps()
    for plan, step in edits(begun(), seeds):
        for _ in range(pauses.randrange(12)):
            next(at_work, None)
        review.follow(plan, step)
        last = plan
        if pauses.random() < 0.3:
            at_work = review.steps()
    run(review)
    assert review.is_done
    assert review.findings == reviewed(last, CONTEXT).findings


@given(seeds=SEEDS)
def test_undoing_brings_the_old_findings_back(seeds: list[int]) -> None:
    before = begun()
    review = reviewed(before, CONTEXT)
    found = review.findings
    steps = list(edits(before, seeds))
    for plan, step in steps:
        review.follow(plan, step)
    for place, (_, step) in reversed(list(enumerate(steps))):
        review.follow(before if place == 0 else steps[place - 1][0], step.inverted())
    run(review)
    assert review.findings == found


@given(plan=plans())
def test_whatever_is_in_a_plan_the_review_says_what_each_rule_finds(plan: Plan) -> None:
    written = CampaignFileFormat().write(plan)
    review = reviewed(plan, CONTEXT)
    by_rules = [finding for rule in RULES for finding in rule.find(plan, CONTEXT)]
    aside = [each.finding for each in review.set_aside if each.finding is not None]
    assert sorted([*review.findings, *aside], key=repr) == sorted(by_rules, key=repr)
    assert len({(each.rule, frozenset(each.subject_ids)) for each in by_rules}) == len(by_rules)
    for finding in review.findings:
        review.fixes(finding)
    assert CampaignFileFormat().write(plan) == written
    assert reviewed(plan, CONTEXT).findings == review.findings


def test_an_edit_makes_only_what_it_touches_to_be_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = a_plan(
        [a_dated_activity(f"Reviews {number}", "2026-01-02") for number in range(200)],
        a_bridge("reviews-7", "reviews-8"),
    )
    review = reviewed(plan, CONTEXT)
    judged: list[Unit] = []
    take = Facts.take

    def noting(facts: Facts, sight: Sight, unit: Unit, record: object) -> None:
        judged.append(unit)
        take(facts, sight, unit, record)

    monkeypatch.setattr(Facts, "take", noting)
    step = MoveActivity("reviews-7", 1).changes(plan)
    review.follow(plan.applying(step), step)
    run(review)
    bridge = (Bridge, "reviews-7~reviews-8")
    assert {*judged} == {(Activity, "reviews-7"), (Activity, "reviews-8"), bridge}


def test_findings_stay_to_be_seen_until_the_new_ones_are_there() -> None:
    plan = begun()
    review = reviewed(plan, CONTEXT)
    found = review.findings
    step = ChangeActivity("reviews", {"what_people_do": "Write two lines"}).changes(plan)
    review.follow(plan.applying(step), step)
    assert not review.is_done
    assert review.findings == found
    run(review)
    assert review.findings != found


def test_another_plan_or_one_that_was_read_again_is_judged_from_scratch() -> None:
    review = reviewed(begun(), CONTEXT)
    other = a_plan(an_aim("Keep members"), id="other")
    review.follow(other, None)
    run(review)
    assert review.findings == reviewed(other, CONTEXT).findings
    assert review.plan is other
