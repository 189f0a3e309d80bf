"""Money over time: forecast, committed, actual; pacing; carried over edits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.budget import Meets, PhasedAmount, Phasing, PhasingMode, Posting, PostingKind
from campaignplanner.domain.changes import Change
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.planning.pacing import pacing
from tests.builders import a_dated_activity, a_flight, a_line, a_plan
from tests.planning.money_plans import changed, money_plans, postings

STATES = st.sampled_from(MoneyState)
RALLY = a_dated_activity("Rally", "2026-10-01", "2026-10-10")


def an_actual(line_id: str, day: str, amount: int) -> Posting:
    spent = date.fromisoformat(day)
    return Posting(id=f"{day} {amount}", line_id=line_id, day=spent, kind=PostingKind.ACTUAL, amount=amount)


@given(money_plans(), STATES)
def test_weeks_months_and_what_is_undated_add_up_to_the_totals(plan: Plan, state: MoneyState) -> None:
    review = MoneyReview(plan)
    whole = review.totals(state)
    for spend in (review.spending(state).by_week(), review.spending(state).by_month()):
        for meets in Meets:
            in_periods = sum(getattr(each, meets.name.lower()) for each in spend.periods)
            assert in_periods + spend.undated.of(meets) == whole.of(meets)
        assert spend.unconverted == whole.unconverted
        assert not spend.periods or spend.cumulative[-1] == whole.total - spend.undated.total
    assert review.spending(state).whole == whole.total


@given(money_plans(), STATES)
def test_every_month_opens_to_lines_that_add_up_to_it(plan: Plan, state: MoneyState) -> None:
    review = MoneyReview(plan)
    for month in review.spending(state).by_month().periods:
        parts = review.lines_within(Span(month.first_day, month.last_day), state)
        assert sum(part.amount for part in parts) == month.total


@given(money_plans(least=2), STATES, st.data())
def test_spending_carried_over_an_edit_is_that_of_the_new_plan(
    plan: Plan, state: MoneyState, data: st.DataObject
) -> None:
    review = MoneyReview(plan)
    review.spending(state)
    first, second, *_ = plan.lines_in_order
    typed = Phasing(mode=PhasingMode.BY_MONTH, typed=(PhasedAmount(date(2026, 10, 1), 5),))
    gone = [*(Change(each, None) for each in plan.postings_of(second.id)), Change(second, None)]
    edits = [
        [Change(first, replace(first, planned=7, phasing=typed))],
        [Change(None, data.draw(postings(first.id)))],
        gone,
        [Change(None, a_flight("thread", "2026-08-01"))],
    ]
    for edit in data.draw(st.permutations(edits)):
        plan = changed(plan, *edit)
        review = review.after(plan)
        assert review.spending(state).by_week() == MoneyReview(plan).spending(state).by_week()


def test_committed_and_actual_money_lies_on_the_days_of_its_postings() -> None:
    line = a_line(100, activity="rally", id="line")
    plan = a_plan(RALLY, line, an_actual("line", "2026-09-30", 30), an_actual("line", "2026-11-02", -5))
    months = MoneyReview(plan).spending(MoneyState.ACTUAL).by_month().periods
    assert [(month.first_day.month, month.total) for month in months] == [(9, 30), (10, 0), (11, -5)]


def test_postings_in_another_currency_add_up_to_the_converted_line() -> None:
    line = a_line(100, id="line", currency="USD", exchange_rate=Decimal("0.5"))
    spent = [an_actual("line", f"2026-10-0{day}", 1) for day in range(1, 6)]
    review = MoneyReview(a_plan(line, spent))
    weeks = review.spending(MoneyState.ACTUAL).by_week().periods
    assert sum(week.total for week in weeks) == review.totals(MoneyState.ACTUAL).total == 2


def test_a_forecast_is_spread_as_its_line_was_typed() -> None:
    typed = (PhasedAmount(date(2026, 10, 1), 75), PhasedAmount(date(2026, 11, 1), 25))
    phasing = Phasing(mode=PhasingMode.BY_MONTH, typed=typed)
    plan = a_plan(RALLY, a_line(100, activity="rally", forecast=200, phasing=phasing))
    months = MoneyReview(plan).spending(MoneyState.FORECAST).by_month().periods
    assert [month.total for month in months] == [150, 50]


# -- pacing ----------------------------------------------------------------------------------------------


def paced(plan: Plan, day: str) -> tuple[int, int, int]:
    review = MoneyReview(plan)
    found = pacing(review.spending(), review.spending(MoneyState.ACTUAL), date.fromisoformat(day))
    return found.planned, found.actual, found.ahead


def test_pacing_goes_by_the_phasing_and_not_by_days_elapsed() -> None:
    at_start = Phasing(mode=PhasingMode.AT_START)
    line = a_line(100, activity="rally", id="line", phasing=at_start)
    plan = a_plan(RALLY, line, an_actual("line", "2026-10-01", 100))
    assert paced(plan, "2026-10-01") == (100, 100, 0)


def test_pacing_counts_the_day_itself_and_nothing_after_it() -> None:
    line = a_line(100, activity="rally", id="line")
    spent = [an_actual("line", "2026-10-03", 20), an_actual("line", "2026-10-04", 50)]
    assert paced(a_plan(RALLY, line, spent), "2026-10-03") == (30, 20, -10)


def test_what_is_undated_is_told_beside_the_pace() -> None:
    plan = a_plan(RALLY, a_line(100, activity="rally"), a_line(7), first_day="2026-10-01")
    review = MoneyReview(plan)
    found = pacing(review.spending(), review.spending(MoneyState.ACTUAL), date(2026, 10, 10))
    assert (found.planned_in_all, found.undated, found.pace) == (107, 0, Decimal(0))
    unplanned = pacing(review.spending(), review.spending(MoneyState.ACTUAL), date(2026, 9, 1))
    assert unplanned.pace is None
