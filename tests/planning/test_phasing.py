from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.budget import BudgetLine, Meets, PhasedAmount, Phasing, PhasingMode
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import MoneyTotals, totals
from campaignplanner.planning.phasing import PhasedSpend, Spreading, spend_by_month, spend_by_week
from tests.builders import a_flight, a_line, a_plan, an_activity
from tests.planning.timeline_edits import edited
from tests.planning.timeline_plans import timeline_plans

TASTING = an_activity("Tasting")
MONDAY = "2026-09-07"


def by_week(*records: Any, **fields: Any) -> list[int]:
    return [period.total for period in spend_by_week(a_plan(TASTING, *records, **fields)).periods]


def by_month(*records: Any, **fields: Any) -> list[int]:
    return [period.total for period in spend_by_month(a_plan(TASTING, *records, **fields)).periods]


def a_spread_line(planned: int, mode: PhasingMode, *typed: tuple[str, int], **fields: Any) -> BudgetLine:
    amounts = tuple(PhasedAmount(date.fromisoformat(day), amount) for day, amount in typed)
    return a_line(planned, activity=TASTING, phasing=Phasing(mode=mode, typed=amounts), **fields)


# -- even ------------------------------------------------------------------------------------------------


def test_money_is_even_over_the_days_of_the_flight() -> None:
    flight = a_flight(TASTING, MONDAY, "2026-09-16")  # seven days and three
    assert by_week(flight, a_line(1_000, activity=TASTING)) == [700, 300]


def test_what_the_division_leaves_goes_to_the_first_days() -> None:
    flight = a_flight(TASTING, MONDAY, "2026-09-16")
    assert by_week(flight, a_line(1_004, activity=TASTING)) == [704, 300]


def test_a_pause_gets_no_money() -> None:
    flights = [a_flight(TASTING, MONDAY, "2026-09-13"), a_flight(TASTING, "2026-09-21", "2026-09-27")]
    assert by_week(flights, a_line(140, activity=TASTING)) == [70, 0, 70]


def test_a_day_on_which_two_flights_run_counts_once() -> None:
    flights = [a_flight(TASTING, MONDAY, "2026-09-13"), a_flight(TASTING, "2026-09-13", "2026-09-14")]
    assert by_week(flights, a_line(80, activity=TASTING)) == [70, 10]


def test_money_of_the_campaign_is_even_over_its_days() -> None:
    assert by_month(a_line(61), first_day="2026-09-01", last_day="2026-10-31") == [30, 31]


def test_money_of_a_campaign_without_days_is_even_from_the_first_flight_to_the_last() -> None:
    flights = [a_flight(TASTING, MONDAY), a_flight(TASTING, "2026-09-20")]
    assert by_week(flights, a_line(14)) == [7, 7]


def test_weeks_start_on_monday_and_months_on_the_first() -> None:
    plan = a_plan(TASTING, a_flight(TASTING, "2026-09-09"), a_line(5, activity=TASTING))
    (week,), (month,) = spend_by_week(plan).periods, spend_by_month(plan).periods
    assert (week.first_day, week.last_day) == (date(2026, 9, 7), date(2026, 9, 13))
    assert (month.first_day, month.last_day) == (date(2026, 9, 1), date(2026, 9, 30))


def test_a_period_tells_apart_what_the_customer_meets() -> None:
    lines = [a_line(index + 1, meets, TASTING) for index, meets in enumerate(Meets)]
    (week,) = spend_by_week(a_plan(TASTING, a_flight(TASTING, MONDAY), lines)).periods
    assert (week.online, week.offline, week.both, week.not_said) == (1, 2, 3, 4)


def test_a_line_in_another_currency_is_spread_once_it_is_converted() -> None:
    line = a_line(1_000, activity=TASTING, currency="USD", exchange_rate=Decimal("0.5"))
    assert by_week(a_flight(TASTING, "2026-09-13", "2026-09-14"), line) == [250, 250]


# -- undated ---------------------------------------------------------------------------------------------


def test_money_of_an_undated_activity_is_apart() -> None:
    found = spend_by_week(a_plan(TASTING, a_line(70, Meets.BOTH, TASTING)))
    assert found == PhasedSpend((), MoneyTotals(both=70), ())


def test_money_of_a_campaign_without_any_days_is_apart() -> None:
    assert spend_by_week(a_plan(a_line(70))).undated == MoneyTotals(online=70)


def test_lines_without_a_rate_are_named() -> None:
    line = a_line(70, currency="USD")
    assert spend_by_month(a_plan(line)) == PhasedSpend((), MoneyTotals(), (line,))


# -- other modes -----------------------------------------------------------------------------------------


def test_money_at_the_start_falls_on_the_first_day() -> None:
    flights = [a_flight(TASTING, "2026-09-16", "2026-10-01"), a_flight(TASTING, MONDAY)]
    assert by_week(flights, a_spread_line(99, PhasingMode.AT_START)) == [99]


def test_money_at_the_end_falls_on_the_last_day() -> None:
    flight = a_flight(TASTING, MONDAY, "2026-10-01")
    assert by_month(flight, a_spread_line(99, PhasingMode.AT_END), a_line(1, activity=TASTING)) == [1, 99]


def test_typed_months_are_kept_as_typed() -> None:
    flight = a_flight(TASTING, "2026-09-20", "2026-10-10")
    line = a_spread_line(100, PhasingMode.BY_MONTH, ("2026-09-01", 75), ("2026-10-01", 25))
    assert by_month(flight, line) == [75, 25]


def test_a_typed_month_is_even_over_the_days_on_which_the_activity_runs() -> None:
    flight = a_flight(TASTING, "2026-09-27", "2026-10-10")  # a Sunday and three days more in September
    line = a_spread_line(40, PhasingMode.BY_MONTH, ("2026-09-01", 40))
    assert by_week(flight, line) == [10, 30]


def test_a_typed_month_in_which_nothing_runs_is_even_over_all_its_days() -> None:
    line = a_spread_line(30, PhasingMode.BY_MONTH, ("2026-09-01", 30))
    assert by_week(a_flight(TASTING, "2026-12-24"), line) == [6, 7, 7, 7, 3]


def test_typed_weeks_are_kept_as_typed() -> None:
    flight = a_flight(TASTING, MONDAY, "2026-09-20")
    line = a_spread_line(100, PhasingMode.BY_WEEK, ("2026-09-07", 10), ("2026-09-14", 90))
    assert by_week(flight, line) == [10, 90]


def test_what_typed_amounts_leave_over_is_undated() -> None:
    line = a_spread_line(100, PhasingMode.BY_WEEK, ("2026-09-07", 60))
    found = spend_by_week(a_plan(TASTING, line))
    assert [period.total for period in found.periods] == [60]
    assert found.undated == MoneyTotals(online=40)


def test_typed_amounts_beyond_the_planned_money_are_scaled_down() -> None:
    line = a_spread_line(100, PhasingMode.BY_WEEK, ("2026-09-07", 100), ("2026-09-14", 200))
    assert by_week(line) == [33, 67]


def test_a_mode_that_wants_typed_amounts_without_any_leaves_all_undated() -> None:
    assert spend_by_week(a_plan(TASTING, a_spread_line(5, PhasingMode.BY_MONTH))).undated.total == 5


# -- sums ------------------------------------------------------------------------------------------------

DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 6, 30))
PHASINGS = st.builds(
    Phasing,
    mode=st.sampled_from(PhasingMode),
    typed=st.lists(
        st.builds(PhasedAmount, DAYS, st.integers(0, 10**6)), max_size=3, unique_by=lambda each: each.day
    ).map(tuple),
)


@st.composite
def plans_with_spread_money(draw: st.DrawFn) -> Plan:
    activities = [an_activity(f"Activity {number}") for number in range(3)]
    starts = draw(st.lists(st.tuples(st.sampled_from(activities), DAYS), max_size=5))
    flights = [
        a_flight(activity, first_day, max(first_day, draw(DAYS)), id=f"flight-{number}")
        for number, (activity, first_day) in enumerate(starts)
    ]
    lines = st.builds(
        a_line,
        st.integers(0, 10**9),
        st.sampled_from(Meets),
        st.sampled_from([None, *activities]),
        phasing=PHASINGS,
        currency=st.sampled_from([None, "USD", "JPY"]),
        exchange_rate=st.sampled_from([None, Decimal("0.917"), Decimal("151.3")]),
    )
    campaign_days = draw(st.sampled_from([{}, {"first_day": "2026-02-11", "last_day": "2027-01-05"}]))
    return a_plan(activities, flights, draw(st.lists(lines, max_size=8)), **campaign_days)


@given(plans_with_spread_money())
def test_all_periods_and_what_is_undated_add_up_to_all_money(plan: Plan) -> None:
    for spend in (spend_by_week(plan), spend_by_month(plan)):
        columns = [(period.online, period.offline, period.both, period.not_said) for period in spend.periods]
        sums = [sum(column) for column in zip(spend.undated.parts, *columns, strict=True)]
        assert sums == list(totals(plan).parts)
        assert spend.unconverted == totals(plan).unconverted


@given(plans_with_spread_money())
def test_no_period_is_negative_and_the_first_and_last_have_money(plan: Plan) -> None:
    for spend in (spend_by_week(plan), spend_by_month(plan)):
        assert all(
            min(period.online, period.offline, period.both, period.not_said) >= 0 for period in spend.periods
        )
        if spend.periods:
            assert spend.periods[0].total > 0
            assert spend.periods[-1].total > 0


@given(plans_with_spread_money())
def test_months_hold_the_money_of_their_days(plan: Plan) -> None:
    """Whole weeks that lie in one month never hold more than that month."""
    months = spend_by_month(plan).periods
    for month in months:
        weeks = [
            week.total
            for week in spend_by_week(plan).periods
            if month.first_day <= week.first_day and week.last_day <= month.last_day
        ]
        assert sum(weeks) <= month.total


@given(plans_with_spread_money())
def test_periods_follow_one_another_without_a_gap(plan: Plan) -> None:
    periods = spend_by_week(plan).periods
    for earlier, later in pairwise(periods):
        assert (later.first_day - earlier.last_day).days == 1


# -- from one state to the next --------------------------------------------------------------------------


@given(st.data())
def test_money_that_moves_on_with_the_plan_is_that_of_the_new_plan(data: st.DataObject) -> None:
    plan = data.draw(timeline_plans())
    modes = st.sampled_from((PhasingMode.EVEN, PhasingMode.AT_START, PhasingMode.AT_END))
    owners = [None, *sorted(plan.activities)]
    lines = [
        a_line(planned, activity=owner, id=f"line-{number}", phasing=Phasing(mode=mode))
        for number, (planned, owner, mode) in enumerate(
            data.draw(st.lists(st.tuples(st.integers(0, 1000), st.sampled_from(owners), modes), max_size=6))
        )
    ]
    plan = Plan.of(plan.campaign, [*plan.records(), *lines])
    spread = Spreading.of(plan)
    spread.by_week()
    for _ in range(2):
        plan = data.draw(edited(plan))
        spread = spread.moved_on(plan)
        assert spread is not None
        assert spread.by_week() == spend_by_week(plan)
        assert spread.by_month() == spend_by_month(plan)
