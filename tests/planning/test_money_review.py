from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignplanner.domain.activity import Kind, OwnKind, Side
from campaignplanner.domain.audience import Audience
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.budget import Meets, Posting, PostingKind
from campaignplanner.domain.changes import Change
from campaignplanner.domain.errors import StaleChange
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import (
    exposure,
    matrix,
    planned_in_campaign,
    posted,
    split_by_aim,
    total_exposure,
    totals,
)
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_shares import SAME_SIDE, Dimension
from campaignplanner.planning.money_sums import MoneyState
from tests.builders import a_bridge, a_contribution, a_flight, a_line, a_plan, an_activity, an_aim
from tests.planning.money_plans import DAY, money_plans, postings, some_lines
from tests.planning.money_plans import changed as after

STATES = st.sampled_from(MoneyState)
DIMENSIONS = st.sampled_from(Dimension)


def amounts_of(plan: Plan, dimension: Dimension) -> dict[str | None, int]:
    return {row.key: row.totals.total for row in MoneyReview(plan).table(dimension).rows}


# -- what adds up ------------------------------------------------------------------------------------------


@given(money_plans(), DIMENSIONS, STATES)
def test_the_rows_of_every_table_add_up_to_the_whole(
    plan: Plan, dimension: Dimension, state: MoneyState
) -> None:
    review = MoneyReview(plan)
    table = review.table(dimension, state)
    columns = zip(*(row.totals.parts for row in table.rows), strict=True)
    assert [sum(column) for column in columns] == list(table.totals.parts if table.rows else ())
    assert table.totals == review.totals(state)


@given(money_plans(), DIMENSIONS, STATES)
def test_shown_shares_add_up_to_100_across_rows_columns_and_cells(
    plan: Plan, dimension: Dimension, state: MoneyState
) -> None:
    table = MoneyReview(plan).table(dimension, state)
    whole = 100 if table.totals.total else 0
    assert sum(table.shares) == sum(row.share for row in table.rows) == whole
    if whole:
        for place, share in enumerate(table.shares):
            in_column = sum(row.shares[place] for row in table.rows)
            assert in_column == share or table.totals.parts[place] == 0


@given(money_plans(), DIMENSIONS, STATES)
def test_every_figure_opens_to_lines_whose_parts_add_up_to_it(
    plan: Plan, dimension: Dimension, state: MoneyState
) -> None:
    review = MoneyReview(plan)
    for row in review.table(dimension, state).rows:
        assert sum(part.amount for part in review.lines_of(dimension, row.key, state)) == row.totals.total
        for meets in Meets:
            parts = review.lines_of(dimension, row.key, state, meets)
            assert sum(part.amount for part in parts) == row.totals.of(meets)
            assert all(part.line.meets is meets for part in parts)


@given(money_plans())
def test_all_states_agree_with_a_bare_loop_over_the_lines(plan: Plan) -> None:
    review = MoneyReview(plan)
    planned = [planned_in_campaign(plan, line) for line in plan.lines.values()]
    exposed = [exposure(plan, line) for line in plan.lines.values()]
    assert review.totals().total == sum(amount or 0 for amount in planned)
    assert review.totals(MoneyState.EXPOSURE).total == sum(amount or 0 for amount in exposed)
    assert {line.id for line in review.totals().unconverted} == {
        line.id
        for line in plan.lines.values()
        if line.currency not in (None, plan.campaign.currency) and line.exchange_rate is None
    }


@given(money_plans())
def test_the_page_and_the_brief_show_the_same_figures(plan: Plan) -> None:
    review = MoneyReview(plan)
    assert totals(plan) == review.totals()
    assert split_by_aim(plan) == {row.key: row.totals for row in review.table(Dimension.AIM).rows}
    filed = review.table(Dimension.FILED_UNDER)
    assert [(row.filed_under, row.totals) for row in matrix(plan).rows] == [
        (row.title, row.totals) for row in filed.rows
    ]
    assert posted(plan, PostingKind.COMMITTED).amount == review.totals(MoneyState.COMMITTED).total
    assert posted(plan, PostingKind.ACTUAL).amount == review.totals(MoneyState.ACTUAL).total
    assert total_exposure(plan).amount == review.totals(MoneyState.EXPOSURE).total


# -- after an edit ------------------------------------------------------------------------------------------


@given(money_plans(least=2), some_lines(1, 1), st.data())
def test_a_review_carried_over_an_edit_is_that_of_the_new_plan(
    plan: Plan, made: list[object], data: st.DataObject
) -> None:
    review = MoneyReview(plan)
    wanted = data.draw(st.lists(st.tuples(DIMENSIONS, STATES), min_size=1, max_size=6))
    for each in wanted:
        review.table(*each)
    first, second, *_ = plan.lines_in_order
    postings_of_second = [Change(each, None) for each in plan.postings_of(second.id)]
    edits = [
        [Change(first, replace(first, planned=7, quantity=None, filed_under="people"))],
        [Change(first, replace(first, meets=Meets.BOTH, currency="SEK", exchange_rate=None))],
        [Change(None, made[0])],
        [*postings_of_second, Change(second, None)],
        [Change(None, data.draw(postings(first.id)))],
        [Change(plan.activities["thread"], replace(plan.activities["thread"], channel="TikTok"))],
        [Change(each, replace(each, weight=3)) for each in list(plan.contributions.values())[:1]],
        [Change(plan.campaign, replace(plan.campaign, currency="SEK"))],
    ]
    for edit in data.draw(st.permutations(edits)):
        try:
            plan = after(plan, *edit)
        except StaleChange:  # two of the edits exclude each other
            continue
        review = review.after(plan)
        anew = MoneyReview(plan)
        assert [review.table(*each) for each in wanted] == [anew.table(*each) for each in wanted]


def test_the_review_before_an_edit_stays_as_it_was() -> None:
    line = a_line(100, filed_under="digital")
    plan = a_plan(line)
    review = MoneyReview(plan)
    before = review.table(Dimension.FILED_UNDER).totals
    later = review.after(after(plan, Change(line, replace(line, planned=1))))
    assert later.table(Dimension.FILED_UNDER).totals.total == 1
    assert before.total == 100
    assert review.table(Dimension.FILED_UNDER).totals == before


# -- what is split by what ---------------------------------------------------------------------------------


def test_the_matrix_opens_money_filed_under_digital_that_is_met_offline() -> None:
    lines = [
        a_line(100, Meets.ONLINE, filed_under="digital", position=0),
        a_line(40, Meets.OFFLINE, filed_under="Digital", position=1),
        a_line(60, Meets.OFFLINE, filed_under="events", position=2),
    ]
    review = MoneyReview(a_plan(lines))
    rows = review.table(Dimension.FILED_UNDER).rows
    assert [(row.title, row.totals.parts[:2], row.shares[:2]) for row in rows] == [
        ("digital", (100, 40), (50, 20)),
        ("events", (0, 60), (0, 30)),
    ]
    assert [
        each.line_id for each in review.lines_of(Dimension.FILED_UNDER, rows[0].key, meets=Meets.OFFLINE)
    ] == [lines[1].id]


def test_a_line_of_two_aims_gives_each_its_part() -> None:
    aims = [an_aim("Sell more", position=0), an_aim("Keep members", position=1)]
    thread = an_activity("Thread")
    line = a_line(10_000, activity=thread)
    plan = a_plan(aims, thread, [a_contribution(thread, aims[0], 2), a_contribution(thread, aims[1])], line)
    parts = [MoneyReview(plan).lines_of(Dimension.AIM, aim.id) for aim in aims]
    assert [[(each.line_id, each.amount) for each in found] for found in parts] == [
        [(line.id, 6_667)],
        [(line.id, 3_333)],
    ]


def test_money_without_an_aim_is_opened_to_its_lines() -> None:
    thread = an_activity("Thread")
    lines = [a_line(30, activity=thread), a_line(4)]
    plan = a_plan(an_aim("Sell more"), thread, lines)
    assert {each.line_id for each in MoneyReview(plan).lines_of(Dimension.AIM, None)} == {
        line.id for line in lines
    }


def test_kinds_of_the_users_own_are_called_by_their_names() -> None:
    own = OwnKind(id="street", side=Side.OFFLINE, name="Street art")
    walls = an_activity("Walls", Kind.OTHER, side=Side.OFFLINE, own_kind_id="street")
    thread = an_activity("Thread")
    plan = a_plan(own, walls, thread, a_line(5, activity=walls), a_line(9, activity=thread))
    rows = MoneyReview(plan).table(Dimension.KIND).rows
    assert [(row.title, row.totals.total) for row in rows] == [("conversation", 9), ("Street art", 5)]


def test_money_goes_to_the_channel_the_place_or_the_places_of_the_flights_by_their_days() -> None:
    thread = an_activity("Thread", channel="Instagram")
    clinic = an_activity("Clinic", Kind.SERVICE_CLINIC)
    tasting = an_activity("Tasting", Kind.SAMPLING, place="Berlin")
    flights = [
        a_flight(clinic, "2026-10-01", "2026-10-03", place="Ulm"),
        a_flight(clinic, "2026-10-10", place="Bonn"),
    ]
    lines = [a_line(100, activity=each) for each in (thread, clinic, tasting)]
    plan = a_plan(thread, clinic, tasting, flights, lines, a_line(7))
    assert amounts_of(plan, Dimension.WHERE) == {
        "berlin": 100,
        "instagram": 100,
        "ulm": 75,
        "bonn": 25,
        None: 7,
    }


def test_money_for_several_audiences_is_shared_evenly(audiences: list[object]) -> None:
    thread = an_activity("Thread", audience_ids=("fans", "press", "staff"))
    plan = a_plan(audiences, thread, a_line(100, activity=thread))
    assert amounts_of(plan, Dimension.AUDIENCE) == {"fans": 34, "press": 33, "staff": 33}


@pytest.fixture
def audiences() -> list[object]:
    return [Audience(id=each, name=each.title()) for each in ("fans", "press", "staff")]


def test_money_is_split_by_the_bridges_that_cross_and_what_has_none_is_apart() -> None:
    thread, tasting, stream = (
        an_activity("Thread"),
        an_activity("Tasting", Kind.SAMPLING),
        an_activity("Stream"),
    )
    alone = an_activity("Alone")
    bridges = [
        a_bridge(thread, tasting, Pattern.ANNOUNCES),
        a_bridge(tasting, thread, Pattern.IS_TALKED_ABOUT_IN, id="back"),
        a_bridge(thread, stream, id="on its side"),
    ]
    lines = [a_line(11, activity=thread), a_line(30, activity=stream), a_line(6, activity=alone)]
    plan = a_plan(thread, tasting, stream, alone, bridges, lines)
    rows = MoneyReview(plan).table(Dimension.PATTERN).rows
    assert [(row.key, row.totals.total) for row in rows] == [
        ("announces", 6),
        ("is talked about in", 5),
        (SAME_SIDE, 30),
        (None, 6),
    ]


def test_rows_come_by_their_total_and_money_without_a_key_last() -> None:
    plan = a_plan(a_line(900), a_line(1, supplier="Zebra"), a_line(5, supplier="Ape"))
    assert [row.title for row in MoneyReview(plan).table(Dimension.SUPPLIER).rows] == ["Ape", "Zebra", ""]


def test_a_refund_counts_against_what_was_spent() -> None:
    line = a_line(100, id="line")
    spent = [
        Posting(id=str(amount), line_id="line", day=DAY, kind=PostingKind.ACTUAL, amount=amount)
        for amount in (70, -20)
    ]
    plan = a_plan(line, spent)
    assert MoneyReview(plan).totals(MoneyState.ACTUAL).online == 50


def test_a_line_without_a_rate_is_named_in_its_row_and_counted_nowhere() -> None:
    dollars = a_line(500, filed_under="events", currency="USD")
    plan = a_plan(dollars, a_line(7, filed_under="events"))
    (row,) = MoneyReview(plan).table(Dimension.FILED_UNDER).rows
    assert (row.totals.total, row.totals.unconverted) == (7, (dollars,))


def test_yen_dinars_and_euros_are_added_by_their_rates_to_the_cent() -> None:
    plan = a_plan(
        a_line(1_000, currency="JPY", exchange_rate=Decimal("0.0061")),
        a_line(1_000, currency="KWD", exchange_rate=Decimal("3.005")),
        a_line(1),
    )
    assert MoneyReview(plan).totals().total == 610 + 300 + 1
