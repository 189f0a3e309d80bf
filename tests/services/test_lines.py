from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from campaignplanner.domain.budget import Meets, Posting, PostingKind
from campaignplanner.domain.errors import PlanError
from campaignplanner.services.commands.lines import (
    DeleteBudgetLines,
    FillDown,
    MakePostings,
    PasteCells,
)
from tests.builders import a_line, a_plan

LINES = [a_line(100, id=name, label=name.title(), position=place) for place, name in enumerate("abc")]
PLAN = a_plan(LINES)


def a_posting(line_id: str) -> Posting:
    return Posting(id="new", line_id=line_id, day=date(2026, 10, 1), kind=PostingKind.ACTUAL, amount=5)


def test_a_pasted_block_is_one_step_and_says_what_it_changes() -> None:
    found = PasteCells((("a", {"planned": 1}), ("b", {"planned": 2}))).changes(PLAN)
    assert found.label == "Change the planned of 2 budget lines"
    assert [line.planned for line in PLAN.applying(found).lines_in_order] == [1, 2, 100]


def test_edits_of_one_line_become_one_change() -> None:
    found = PasteCells((("a", {"planned": 1}), ("a", {"supplier": "Inn"}))).changes(PLAN)
    assert len(found.changes) == 1


def test_a_block_that_one_line_refuses_changes_nothing_and_names_the_line() -> None:
    plan = a_plan(LINES[0], replace(LINES[1], frozen=True))
    with pytest.raises(PlanError, match="“B” was approved") as refused:
        PasteCells((("a", {"planned": 1}), ("b", {"planned": 2}))).changes(plan)
    assert (refused.value.record_id, refused.value.field) == ("b", "planned")


def test_lines_are_filled_down_from_the_first() -> None:
    plan = a_plan(replace(LINES[0], filed_under="events", meets=Meets.OFFLINE), LINES[1:])
    found = FillDown("a", ("a", "b", "c"), ("filed_under", "meets")).changes(plan)
    assert found.label == "Fill the filed under and meets of 2 budget lines"
    lines = plan.applying(found).lines_in_order
    assert {(line.filed_under, line.meets) for line in lines} == {("events", Meets.OFFLINE)}


def test_several_lines_are_deleted_with_their_postings() -> None:
    plan = a_plan(LINES, a_posting("a"))
    command = DeleteBudgetLines(("a", "b", "a"))
    assert command.consequences(plan) == "Deletes 2 budget lines with 1 posting."
    after = plan.applying(command.changes(plan))
    assert (list(after.lines), len(after.postings)) == (["c"], 0)


def test_approved_lines_are_not_deleted() -> None:
    plan = a_plan(replace(LINES[0], frozen=True), LINES[1:])
    with pytest.raises(PlanError, match="change the forecast"):
        DeleteBudgetLines(("a", "b")).changes(plan)


def test_postings_of_lines_that_are_gone_are_refused() -> None:
    with pytest.raises(PlanError, match="not in the plan any more"):
        MakePostings((a_posting("gone"),)).changes(PLAN)
    assert len(PLAN.applying(MakePostings((a_posting("a"),)).changes(PLAN)).postings) == 1
