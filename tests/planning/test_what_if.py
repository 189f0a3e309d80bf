from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.budget import BudgetLine, Meets, Scenario, ScenarioAmount
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.what_if import (
    Amounts,
    amount_now,
    evaluate,
    locked,
    moved,
    scaled_by,
    scaled_to,
    with_amount,
)
from campaignplanner.services.commands.budget import ApplyScenario
from tests.builders import a_dated_activity, a_line, a_plan, an_aim

ADS = a_line(600, Meets.ONLINE, id="ads", label="Ads", position=0)
VENUE = a_line(300, Meets.OFFLINE, id="venue", label="Venue", position=1)
PRINT = a_line(100, Meets.OFFLINE, id="print", label="Print", position=2)
PLAN = a_plan(ADS, VENUE, PRINT)


def planned(amounts: Amounts) -> dict[str, int]:
    return {each.line_id: each.planned for each in amounts}


def total(plan: Plan, amounts: Amounts) -> int:
    return evaluate(plan, amounts).after.totals().total


# -- scaling and moving ------------------------------------------------------------------------------------


def test_all_lines_are_scaled_to_a_total_in_their_proportion() -> None:
    assert planned(scaled_to(PLAN, (), 500)) == {"ads": 300, "venue": 150, "print": 50}


def test_locked_lines_stay_and_the_others_take_the_difference() -> None:
    amounts = locked(PLAN, (), ["ads"])
    assert amounts == (ScenarioAmount("ads", 600, True),)
    assert planned(scaled_to(PLAN, amounts, 800)) == {"ads": 600, "venue": 150, "print": 50}


def test_a_line_that_is_unlocked_and_unchanged_is_no_part_of_the_what_if() -> None:
    assert locked(PLAN, locked(PLAN, (), ["ads"]), ["ads"], False) == ()


def test_some_lines_are_scaled_by_a_factor() -> None:
    assert planned(scaled_by(PLAN, (), Decimal("0.5"), ["venue", "print"])) == {"venue": 150, "print": 50}


def test_lines_without_money_share_a_total_evenly() -> None:
    plan = a_plan(a_line(0, id="a", position=0), a_line(0, id="b", position=1))
    assert planned(scaled_to(plan, (), 5)) == {"a": 3, "b": 2}


def test_money_is_moved_from_one_line_to_another() -> None:
    amounts = moved(PLAN, (), "ads", "venue", 250)
    assert planned(amounts) == {"ads": 350, "venue": 550}
    assert planned(moved(PLAN, amounts, "venue", "ads", 250)) == {}


def test_moving_between_currencies_converts_by_the_stored_rate() -> None:
    yen = a_line(0, id="yen", currency="JPY", exchange_rate=Decimal("0.005"), position=3)
    amounts = moved(a_plan(ADS, yen), (), "ads", "yen", 100)
    assert planned(amounts) == {"ads": 500, "yen": 200}


@pytest.mark.parametrize(
    ("amounts", "ends", "amount", "sentence"),
    [
        ((), ("print", "ads"), 101, "does not have so much"),
        ((), ("print", "print"), 1, "two different lines"),
        (locked(PLAN, (), ["ads"]), ("print", "ads"), 1, "is locked"),
    ],
)
def test_what_cannot_be_moved_is_refused(
    amounts: Amounts, ends: tuple[str, str], amount: int, sentence: str
) -> None:
    with pytest.raises(PlanError, match=sentence):
        moved(PLAN, amounts, *ends, amount)


def test_scaling_is_refused_where_locks_leave_no_room() -> None:
    with pytest.raises(PlanError, match="exceed this total"):
        scaled_to(PLAN, locked(PLAN, (), ["ads"]), 599)
    with pytest.raises(PlanError, match="Every line is locked"):
        scaled_to(PLAN, locked(PLAN, (), ["ads", "venue", "print"]), 1_000)


def test_a_line_without_a_rate_is_neither_scaled_nor_counted() -> None:
    dollars = a_line(77, id="dollars", currency="USD")
    plan = a_plan(ADS, dollars)
    assert planned(scaled_to(plan, (), 300)) == {"ads": 300}


lines = st.lists(
    st.builds(
        a_line,
        st.integers(0, 10**9),
        currency=st.sampled_from([None, None, "JPY", "KWD", "USD"]),
        exchange_rate=st.sampled_from([Decimal("0.006"), Decimal("3.1")]),
    ),
    min_size=1,
    max_size=6,
)


@given(lines, st.integers(0, 10**10), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_a_scaled_plan_reaches_the_total_to_the_last_unit(
    found: list[BudgetLine], wanted: int, currency: str
) -> None:
    home = a_line(10**9, id="home")
    plan = a_plan(home, found, currency=currency)
    amounts = scaled_to(plan, (), wanted)
    reached = total(plan, amounts)
    # Lines in other currencies are rounded to their own units, which may be worth more than is left at home.
    if evaluate(plan, amounts).after.plan.lines["home"].planned:
        assert reached == wanted


@given(lines, st.integers(0, 10**6))
def test_moving_keeps_the_whole(found: list[BudgetLine], amount: int) -> None:
    home, other = a_line(10**9, id="home"), a_line(5, id="other")
    plan = a_plan(home, other, found)
    assert evaluate(plan, moved(plan, (), "home", "other", amount)).difference == 0


# -- evaluating --------------------------------------------------------------------------------------------


def test_split_aims_and_months_are_there_before_and_after() -> None:
    aim = an_aim("Sell more")
    rally = a_dated_activity("Rally", "2026-10-01", "2026-10-10", aims=[aim])
    line = a_line(100, Meets.OFFLINE, "rally", id="line")
    found = evaluate(a_plan(aim, rally, line), (ScenarioAmount("line", 40),))
    assert [review.totals().offline for review in (found.before, found.after)] == [100, 40]
    by_aim = [review.table(Dimension.AIM).rows[0].totals.total for review in (found.before, found.after)]
    by_month = [review.spending().by_month().periods[0].total for review in (found.before, found.after)]
    assert by_aim == by_month == [100, 40]
    assert (found.difference, [(each.now, each.then) for each in found.lines]) == (-60, [(100, 40)])


def test_approved_money_starts_from_its_forecast() -> None:
    line = replace(ADS, frozen=True, forecast=500)
    plan = a_plan(line)
    assert amount_now(line) == 500
    assert evaluate(plan, with_amount(plan, (), "ads", 450)).difference == -50
    assert plan.lines["ads"].planned == 600


def test_an_amount_below_zero_is_refused() -> None:
    with pytest.raises(PlanError, match="negative"):
        with_amount(PLAN, (), "ads", -1)


# -- applying ----------------------------------------------------------------------------------------------


def a_scenario(*amounts: ScenarioAmount) -> Scenario:
    return Scenario(id="less", name="Less", amounts=amounts)


def test_applying_is_one_step_with_every_line_of_the_what_if() -> None:
    plan = a_plan(ADS, VENUE, PRINT, a_scenario(*scaled_to(PLAN, (), 500)))
    found = ApplyScenario("less").changes(plan)
    after = plan.applying(found)
    assert found.label == "Apply “Less”"
    assert [line.planned for line in after.lines_in_order] == [300, 150, 50]
    assert after.applying(found.inverted()) == plan


def test_approved_lines_refuse_and_the_way_on_changes_their_forecast() -> None:
    approved = [replace(ADS, frozen=True), replace(VENUE, frozen=True), PRINT]
    plan = a_plan(approved, a_scenario(*scaled_to(PLAN, (), 500)))
    with pytest.raises(PlanError, match=r"of 2 budget lines was approved .* to the forecast"):
        ApplyScenario("less").changes(plan)
    after = plan.applying(ApplyScenario("less", to_forecast=True).changes(plan))
    assert [(line.planned, line.forecast) for line in after.lines_in_order] == [
        (600, 300),
        (300, 150),
        (50, None),
    ]
