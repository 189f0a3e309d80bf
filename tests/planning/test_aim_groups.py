"""Under which aim an activity stands where it can stand only once."""

from campaignplanner.planning.aim_groups import main_aim, main_aims
from tests.builders import a_contribution, a_plan, an_activity, an_aim

FIRST, SECOND = an_aim("First", position=0), an_aim("Second", position=1)
TALK = an_activity("Talk")


def test_an_activity_stands_under_its_weightiest_aim() -> None:
    plan = a_plan(FIRST, SECOND, TALK, a_contribution(TALK, FIRST), a_contribution(TALK, SECOND, weight=2))
    assert main_aim(plan, TALK.id) == SECOND.id
    assert main_aims(plan) == {TALK.id: SECOND.id}


def test_of_equal_weights_the_aim_that_comes_first_counts() -> None:
    plan = a_plan(FIRST, SECOND, TALK, a_contribution(TALK, SECOND), a_contribution(TALK, FIRST))
    assert main_aim(plan, TALK.id) == FIRST.id
    assert main_aims(plan) == {TALK.id: FIRST.id}


def test_an_activity_that_serves_no_aim_stands_under_none() -> None:
    plan = a_plan(FIRST, TALK)
    assert main_aim(plan, TALK.id) is None
    assert main_aims(plan) == {}
