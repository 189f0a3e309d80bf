from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.budget import BudgetLine, PhasedAmount, Phasing, PhasingMode, TypedBy
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.phasing import spend_by_month
from campaignplanner.planning.typed_phasing import SpreadHow, difference, gap, periods, spread, with_typed
from campaignplanner.services.commands.budget import ChangeBudgetLine
from campaignplanner.services.commands.phasing import ChangePhasing, SpreadDifference, TypePhasedAmounts
from tests.builders import a_flight, a_line, a_plan, an_activity

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
TASTING = an_activity("Tasting")
FLIGHT = a_flight(TASTING, "2026-09-10", "2026-11-20")
CLOSING = [SpreadHow.PROPORTIONALLY, SpreadHow.EVENLY, SpreadHow.ON_LAST]


def typed(*amounts: tuple[date, int], mode: PhasingMode = PhasingMode.BY_MONTH) -> Phasing:
    return Phasing(mode=mode, typed=tuple(PhasedAmount(*each) for each in amounts))


def a_typed_line(planned: int, *amounts: tuple[date, int], **fields: Any) -> BudgetLine:
    return a_line(planned, activity=TASTING, id="line", phasing=typed(*amounts), **fields)


def a_typed_plan(planned: int, *amounts: tuple[date, int]) -> Plan:
    return a_plan(TASTING, FLIGHT, a_typed_line(planned, *amounts))


def amounts_after(planned: int, how: SpreadHow, *amounts: tuple[date, int]) -> dict[date, int]:
    plan = a_typed_plan(planned, *amounts)
    return {each.day: each.amount for each in spread(plan, plan.lines["line"], how).typed}


def test_the_months_in_which_a_line_runs_are_shown_with_what_was_typed() -> None:
    plan = a_typed_plan(100, (OCTOBER, 60))
    assert [(each.span.first_day, each.amount) for each in periods(plan, plan.lines["line"])] == [
        (SEPTEMBER, None),
        (OCTOBER, 60),
        (NOVEMBER, None),
    ]


def test_what_was_typed_stays_when_the_total_changes_and_the_difference_is_told() -> None:
    plan = a_typed_plan(100, (SEPTEMBER, 40), (OCTOBER, 60))
    changed = plan.applying(ChangeBudgetLine("line", {"planned": 130}).changes(plan))
    line = changed.lines["line"]
    assert [each.amount for each in line.phasing.typed] == [40, 60]
    found = gap(changed, line)
    assert found is not None
    assert found.difference == 30
    assert set(found.ways) == set(SpreadHow)


def test_nothing_is_asked_where_the_typed_amounts_add_up() -> None:
    plan = a_typed_plan(100, (SEPTEMBER, 40), (OCTOBER, 60))
    assert gap(plan, plan.lines["line"]) is None


@pytest.mark.parametrize(
    ("how", "planned", "expected"),
    [
        (SpreadHow.PROPORTIONALLY, 150, [60, 90]),
        (SpreadHow.PROPORTIONALLY, 50, [20, 30]),
        (SpreadHow.EVENLY, 150, [40, 60, 50]),
        (SpreadHow.EVENLY, 90, [35, 55]),
        (SpreadHow.ON_LAST, 150, [40, 60, 50]),
        (SpreadHow.ON_LAST, 30, [30, 0]),
        (SpreadHow.KEEP, 150, [40, 60]),
    ],
)
def test_each_way_of_spreading_the_difference(how: SpreadHow, planned: int, expected: list[int]) -> None:
    assert list(amounts_after(planned, how, (SEPTEMBER, 40), (OCTOBER, 60)).values()) == expected


def test_evenly_goes_to_all_months_where_each_has_a_typed_amount() -> None:
    found = amounts_after(106, SpreadHow.EVENLY, (SEPTEMBER, 40), (OCTOBER, 40), (NOVEMBER, 20))
    assert list(found.values()) == [42, 42, 22]


def test_a_line_that_runs_on_no_day_and_has_nothing_typed_stays_unallocated() -> None:
    line = a_typed_line(100)
    plan = a_plan(TASTING, line)
    assert spread(plan, line, SpreadHow.EVENLY) == line.phasing


@given(
    st.integers(0, 10**12),
    st.dictionaries(st.sampled_from([SEPTEMBER, OCTOBER, NOVEMBER]), st.integers(0, 10**12)),
    st.sampled_from(CLOSING),
)
def test_every_way_but_keeping_closes_the_gap_to_the_last_cent(
    planned: int, amounts: dict[date, int], how: SpreadHow
) -> None:
    plan = a_typed_plan(planned, *amounts.items())
    line = plan.lines["line"]
    after = replace(line, phasing=spread(plan, line, how))
    after.check()
    assert difference(after) == 0
    assert spend_by_month(a_plan(TASTING, FLIGHT, after)).undated.total == 0


def test_a_typed_amount_is_put_on_its_month_whatever_day_is_named_and_taken_away_again() -> None:
    phasing = with_typed(typed((SEPTEMBER, 40)), {date(2026, 10, 17): 5})
    assert [(each.day, each.amount) for each in phasing.typed] == [(SEPTEMBER, 40), (OCTOBER, 5)]
    assert with_typed(phasing, {SEPTEMBER: None, OCTOBER: None}).typed == ()


# -- commands ----------------------------------------------------------------------------------------------


def test_months_and_weeks_are_kept_apart_when_the_mode_changes_and_comes_back() -> None:
    plan = a_typed_plan(100, (SEPTEMBER, 40), (OCTOBER, 60))
    weekly = plan.applying(ChangePhasing("line", PhasingMode.BY_WEEK).changes(plan))
    assert weekly.lines["line"].phasing.typed_in_force == ()
    weekly = weekly.applying(TypePhasedAmounts("line", {date(2026, 9, 16): 7}).changes(weekly))
    assert [each.day for each in weekly.lines["line"].phasing.typed_in_force] == [date(2026, 9, 14)]
    for mode in (PhasingMode.EVEN, PhasingMode.BY_MONTH):
        weekly = weekly.applying(ChangePhasing("line", mode).changes(weekly))
    phasing = weekly.lines["line"].phasing
    assert [(each.day, each.amount) for each in phasing.typed_in_force] == [(SEPTEMBER, 40), (OCTOBER, 60)]
    assert [each.amount for each in phasing.typed if each.typed_by is TypedBy.WEEK] == [7]


def test_the_inspectors_field_for_the_mode_keeps_them_apart_too() -> None:
    plan = a_typed_plan(100, (SEPTEMBER, 40))
    as_weeks = replace(plan.lines["line"].phasing, mode=PhasingMode.BY_WEEK)
    changed = plan.applying(ChangeBudgetLine("line", {"phasing": as_weeks}).changes(plan))
    assert changed.lines["line"].phasing.typed_in_force == ()
    assert [each.amount for each in changed.lines["line"].phasing.typed] == [40]


def test_spreading_the_difference_is_one_step() -> None:
    plan = a_typed_plan(150, (SEPTEMBER, 40), (OCTOBER, 60))
    found = SpreadDifference("line", SpreadHow.PROPORTIONALLY).changes(plan)
    assert len(found.changes) == 1
    assert found.label == "Spread the difference of “Costs”"


def test_typing_into_money_that_is_even_is_refused_with_the_way_on() -> None:
    line = a_line(100, id="line")
    with pytest.raises(PlanError, match="choose by month or by week"):
        TypePhasedAmounts("line", {SEPTEMBER: 5}).changes(a_plan(line))


def test_a_negative_typed_amount_is_refused() -> None:
    plan = a_typed_plan(100, (SEPTEMBER, 40))
    with pytest.raises(PlanError, match="negative"):
        TypePhasedAmounts("line", {OCTOBER: -5}).changes(plan)
