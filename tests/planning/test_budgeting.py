from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.budget import Meets, Posting, PostingKind, ReserveDraw
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import (
    LineSum,
    MoneyTotals,
    Reserve,
    available,
    exposure,
    matrix,
    planned_in_campaign,
    posted,
    reserve,
    reserve_log,
    split_by_aim,
    total_exposure,
    totals,
    totals_of_lines,
    within_band,
    working_share,
)
from tests.builders import a_campaign, a_contribution, a_line, a_plan, an_activity, an_aim

SALES = an_aim("Sell more", position=0)
LOYALTY = an_aim("Keep members", position=1)
SERVICE = an_aim("Answer faster", position=2)
AIMS = [SALES, LOYALTY, SERVICE]
THREAD = an_activity("Thread")
TASTING = an_activity("Tasting")

DAY = date(2026, 10, 1)


def a_posting(line: str, amount: int, kind: PostingKind = PostingKind.ACTUAL) -> Posting:
    return Posting(id=f"{line}-{kind.value}-{amount}", line_id=line, day=DAY, kind=kind, amount=amount)


def a_draw(amount: int) -> ReserveDraw:
    return ReserveDraw(id=f"draw-{amount}", day=DAY, amount=amount, reason="Rain")


# -- totals ----------------------------------------------------------------------------------------------


def test_money_is_summed_by_what_the_customer_meets() -> None:
    plan = a_plan([a_line(100, meets) for meets in Meets], a_line(50, Meets.OFFLINE))
    assert totals(plan) == MoneyTotals(online=100, offline=150, both=100, not_said=100)
    assert totals(plan).total == 450
    assert totals(plan).of(Meets.OFFLINE) == 150


def test_the_online_share_is_of_all_money_and_halves_nothing() -> None:
    plan = a_plan([a_line(100, meets) for meets in Meets])
    assert totals(plan).online_share == Decimal("0.25")


def test_without_money_there_is_no_online_share() -> None:
    assert totals(a_plan()).online_share is None


def test_another_currency_counts_with_its_stored_rate() -> None:
    line = a_line(10_000, currency="USD", exchange_rate=Decimal("0.92"))
    assert planned_in_campaign(a_plan(line), line) == 9_200


def test_yen_have_no_cents_when_they_are_converted() -> None:
    line = a_line(10_000, currency="JPY", exchange_rate=Decimal("0.0061"))
    assert planned_in_campaign(a_plan(line), line) == 6_100


def test_another_currency_without_a_rate_is_named_and_not_guessed() -> None:
    known, unknown = a_line(500), a_line(10_000, currency="USD")
    found = totals(a_plan(known, unknown))
    assert (found.total, found.unconverted) == (500, (unknown,))


def test_the_campaigns_own_currency_needs_no_rate() -> None:
    line = a_line(500, currency="EUR")
    assert planned_in_campaign(a_plan(line), line) == 500


def test_some_lines_can_be_summed_apart() -> None:
    lines = [a_line(100, activity=THREAD), a_line(7)]
    plan = a_plan(THREAD, lines)
    assert totals_of_lines(plan, plan.lines_of(THREAD.id)).total == 100


# -- by aim ----------------------------------------------------------------------------------------------


def test_an_activity_gives_its_money_to_its_aims_by_weight() -> None:
    plan = a_plan(
        AIMS,
        THREAD,
        [a_contribution(THREAD, SALES, 2), a_contribution(THREAD, LOYALTY, 1)],
        a_line(10_000, activity=THREAD),
    )
    found = split_by_aim(plan)
    assert [found[aim.id].online for aim in AIMS] == [6_667, 3_333, 0]


def test_money_without_an_aim_and_of_the_whole_campaign_is_apart() -> None:
    plan = a_plan(SALES, THREAD, a_line(30, activity=THREAD), a_line(4, Meets.NOT_SAID))
    assert split_by_aim(plan)[None] == MoneyTotals(online=30, not_said=4)


def test_the_aims_come_in_their_order_and_money_without_one_last() -> None:
    assert list(split_by_aim(a_plan(AIMS[::-1]))) == [SALES.id, LOYALTY.id, SERVICE.id, None]


def test_an_aim_names_the_lines_that_it_cannot_count() -> None:
    line = a_line(10_000, activity=THREAD, currency="USD")
    plan = a_plan(AIMS, THREAD, a_contribution(THREAD, LOYALTY), line)
    assert split_by_aim(plan)[LOYALTY.id].unconverted == (line,)


@st.composite
def plans_with_money(draw: st.DrawFn) -> Plan:
    weights = draw(st.lists(st.tuples(*[st.integers(0, 1000)] * 3), min_size=1, max_size=5))
    activities = [an_activity(f"Activity {number}") for number in range(len(weights))]
    contributions = [
        a_contribution(activity, aim, weight)
        for activity, row in zip(activities, weights, strict=True)
        for aim, weight in zip(AIMS, row, strict=True)
        if weight
    ]
    lines = draw(
        st.lists(
            st.builds(
                a_line,
                st.integers(0, 10**12),
                st.sampled_from(Meets),
                st.sampled_from([None, *activities]),
                filed_under=st.sampled_from(["digital", "events", "Digital ", ""]),
                currency=st.sampled_from([None, "USD", "JPY"]),
                exchange_rate=st.sampled_from([None, Decimal("0.917"), Decimal("151.3")]),
            ),
            max_size=12,
        )
    )
    return a_plan(AIMS, activities, contributions, lines)


@given(plans_with_money())
def test_what_the_aims_get_adds_up_to_the_whole(plan: Plan) -> None:
    parts = split_by_aim(plan).values()
    whole = totals(plan)
    assert [sum(column) for column in zip(*(part.parts for part in parts), strict=True)] == list(whole.parts)
    assert {line.id for part in parts for line in part.unconverted} == {line.id for line in whole.unconverted}


@given(plans_with_money())
def test_the_rows_of_the_matrix_add_up_to_the_whole(plan: Plan) -> None:
    found = matrix(plan)
    assert found.totals == totals(plan)
    assert sum(row.totals.total for row in found.rows) == found.totals.total


# -- filed under -----------------------------------------------------------------------------------------


def test_the_matrix_shows_money_filed_under_digital_but_met_offline() -> None:
    plan = a_plan(
        a_line(100, Meets.ONLINE, filed_under="digital"),
        a_line(40, Meets.OFFLINE, filed_under="digital"),
        a_line(60, Meets.OFFLINE, filed_under="events"),
    )
    rows = matrix(plan).rows
    assert [(row.filed_under, row.totals.online, row.totals.offline) for row in rows] == [
        ("digital", 100, 40),
        ("events", 0, 60),
    ]


def test_holders_that_differ_in_case_or_blanks_are_one() -> None:
    plan = a_plan(a_line(1, filed_under="Digital", position=0), a_line(2, filed_under="digital ", position=1))
    assert [(row.filed_under, row.totals.total) for row in matrix(plan).rows] == [("Digital", 3)]


def test_money_filed_under_nobody_comes_last() -> None:
    plan = a_plan(a_line(900, filed_under=""), a_line(1, filed_under="events"))
    assert [row.filed_under for row in matrix(plan).rows] == ["events", ""]


def test_the_working_share_is_of_all_planned_money() -> None:
    assert working_share(a_plan(a_line(75), a_line(25, working=False))) == Decimal("0.75")
    assert working_share(a_plan()) is None


def test_the_target_band_includes_both_its_ends() -> None:
    campaign = a_campaign(online_share_from=Decimal("0.4"), online_share_to=Decimal("0.55"))
    shares = ("0.39", "0.4", "0.55", "0.56")
    assert [within_band(campaign, Decimal(share)) for share in shares] == [False, True, True, False]


def test_without_a_band_or_a_share_nothing_is_judged() -> None:
    assert within_band(a_campaign(), Decimal("0.5")) is None
    assert within_band(a_campaign(online_share_from=Decimal("0.4")), None) is None


# -- exposure, reserve, available --------------------------------------------------------------------------


def test_an_open_line_is_exposed_to_the_largest_of_what_is_expected_and_posted() -> None:
    line = a_line(1_000, id="line")
    committed = a_posting("line", 1_200, PostingKind.COMMITTED)
    actual = a_posting("line", 1_100)
    assert exposure(a_plan(line), line) == 1_000
    assert exposure(a_plan(line, committed, actual), line) == 1_200


def test_a_forecast_stands_in_for_the_plan() -> None:
    line = a_line(1_000, forecast=800)
    assert exposure(a_plan(line), line) == 800


def test_a_closed_line_is_exposed_to_what_it_cost() -> None:
    line = a_line(1_000, id="line", closed=True)
    postings = [a_posting("line", 700), a_posting("line", -50)]
    assert exposure(a_plan(line, postings), line) == 650


def test_exposure_is_in_the_campaigns_currency() -> None:
    line = a_line(1_000, currency="USD", exchange_rate=Decimal("0.5"))
    assert exposure(a_plan(line), line) == 500


def test_lines_without_a_rate_are_named_beside_the_exposure() -> None:
    unknown = a_line(1_000, currency="USD")
    assert total_exposure(a_plan(a_line(10), unknown)) == LineSum(10, (unknown,))


def test_committed_and_actual_money_are_summed_apart() -> None:
    line = a_line(1_000, id="line")
    plan = a_plan(line, a_posting("line", 300, PostingKind.COMMITTED), a_posting("line", 200))
    assert posted(plan, PostingKind.COMMITTED).amount == 300
    assert posted(plan, PostingKind.ACTUAL).amount == 200


def test_a_line_without_a_rate_is_named_only_where_something_was_posted() -> None:
    lines = [a_line(1, id="posted", currency="USD"), a_line(1, currency="USD")]
    plan = a_plan(lines, a_posting("posted", 5))
    assert posted(plan, PostingKind.ACTUAL) == LineSum(0, (lines[0],))


def test_the_reserve_is_the_contingency_of_the_budget_less_its_draws() -> None:
    plan = a_plan(a_draw(300), budget_total=10_000)
    assert reserve(plan) == Reserve(amount=1_000, drawn=300)
    assert Reserve(1_000, 300).left == 700


def test_a_reserve_drawn_too_far_has_nothing_left_and_says_by_how_much() -> None:
    assert (Reserve(1_000, 1_200).left, Reserve(1_000, 1_200).overdrawn) == (0, 200)


def test_available_is_what_neither_the_lines_nor_the_reserve_need() -> None:
    assert available(a_plan(a_line(6_000), a_draw(400), budget_total=10_000)) == 10_000 - 6_000 - 600


def test_without_a_budget_total_nothing_can_be_said_of_reserve_and_available() -> None:
    plan = a_plan(a_line(6_000))
    assert reserve(plan) is None
    assert available(plan) is None


def test_the_log_of_the_reserve_says_what_was_left_after_each_step() -> None:
    later = ReserveDraw(id="later", day=date(2026, 11, 1), amount=800, reason="Tents")
    log = reserve_log(a_plan(later, a_draw(300), budget_total=10_000))
    assert [(step.draw.reason, step.left) for step in log] == [("Rain", 700), ("Tents", -100)]
    assert [step.left for step in reserve_log(a_plan(later))] == [None]
