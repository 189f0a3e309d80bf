"""What is reckoned from a plan is kept until a part of the plan that it was reckoned from is another."""

import copy
import pickle
from dataclasses import replace

import pytest

from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import split_by_aim
from campaignplanner.planning.keeping import kept_while_same
from tests.builders import a_contribution, a_line, a_plan, an_activity, an_aim

REGULARS = an_aim("More regulars")
TASTING = an_activity("Tasting")
LINE = a_line(100, activity=TASTING)
PLAN = a_plan(REGULARS, TASTING, a_contribution(TASTING, REGULARS), LINE)

reckoned: list[Plan] = []


@kept_while_same("lines", "aims")
def count_of_lines(plan: Plan) -> int:
    """Counts the lines, and notes that it was asked to."""
    reckoned.append(plan)
    return len(plan.lines)


@pytest.fixture(autouse=True)
def plan() -> Plan:
    """A plan from which nothing has been reckoned yet."""
    reckoned.clear()
    return replace(PLAN)


def edited(plan: Plan, before: object, after: object) -> Plan:
    """The plan after an edit of one record."""
    return plan.applying(ChangeSet("Edit", (Change(before, after),), plan.campaign.id))  # type: ignore[arg-type]


def test_who_asks_twice_is_told_what_was_reckoned_once(plan: Plan) -> None:
    assert [count_of_lines(plan), count_of_lines(plan)] == [1, 1]
    assert reckoned == [plan]


def test_an_edit_of_something_else_lets_it_stand(plan: Plan) -> None:
    count_of_lines(plan)
    assert count_of_lines(edited(plan, TASTING, replace(TASTING, owner="Mia"))) == 1
    assert len(reckoned) == 1


def test_an_edit_of_what_it_was_reckoned_from_has_it_reckoned_anew(plan: Plan) -> None:
    count_of_lines(plan)
    after = edited(plan, None, a_line(7, id="another"))
    assert [count_of_lines(after), count_of_lines(plan)] == [2, 1]


def test_undoing_has_it_reckoned_for_the_plan_as_it_is(plan: Plan) -> None:
    more = replace(LINE, planned=900)
    split_by_aim(plan)
    after = edited(plan, LINE, more)
    assert split_by_aim(after)[REGULARS.id].total == 900
    assert split_by_aim(edited(after, more, LINE))[REGULARS.id].total == 100
    assert split_by_aim(plan)[REGULARS.id].total == 100


def test_a_plan_made_in_another_way_than_by_an_edit_knows_nothing_of_it(plan: Plan) -> None:
    count_of_lines(plan)
    assert count_of_lines(replace(plan, lines=type(plan.lines)())) == 0


def test_another_process_is_not_sent_what_was_reckoned(plan: Plan) -> None:
    split_by_aim(plan)
    sent = pickle.loads(pickle.dumps(plan))
    assert sent == plan
    assert not sent.worked_out


def test_what_was_reckoned_makes_no_plan_unlike_another(plan: Plan) -> None:
    untouched = copy.copy(plan)
    split_by_aim(plan)
    assert untouched == plan
    assert "worked_out" not in repr(plan)


def test_what_is_shared_cannot_be_changed(plan: Plan) -> None:
    with pytest.raises(TypeError):
        split_by_aim(plan)[None] = split_by_aim(plan)[REGULARS.id]  # type: ignore[index]
