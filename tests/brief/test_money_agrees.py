"""What the brief prints of money is what the budget page counts, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from campaignplanner.brief.document import document_of
from campaignplanner.brief.money_contents import TableEntry
from campaignplanner.brief.options import BriefOptions
from campaignplanner.domain.budget import Meets
from campaignplanner.domain.money import to_decimal
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_review import MoneyReview, MoneyTable
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import MoneyState
from tests.builders import a_contribution, a_dated_activity, a_line, a_plan, an_aim
from tests.planning.money_plans import money_plans
from tests.planning.real_campaigns import click_it_or_ticket_2008, sample, scottish_media_2009

SAMPLES = ["autumn_blend", "lincolnshire_fix_our_funds", "click_it_or_ticket_2009"]
OPTIONS = BriefOptions(locale="en_GB")
TODAY = date(2026, 9, 1)


def printed(cell: str) -> Decimal:
    """The number that a cell shows; a dash stands for nothing."""
    digits = "".join(each for each in cell if each.isdigit() or each == ".")
    return Decimal(digits or 0)


def whole(plan: Plan, amount: int) -> Decimal:
    return to_decimal(amount, plan.campaign.currency)


def check_agreement(plan: Plan) -> None:
    review = MoneyReview(plan)
    money = document_of(plan, OPTIONS, TODAY).money
    for table, dimension in ((money.matrix, Dimension.FILED_UNDER), (money.by_aim, Dimension.AIM)):
        if table is not None:
            check_table(plan, table, review.table(dimension))
    if money.by_month is not None:
        months = review.spending().by_month()
        periods = [each.total for each in (*months.periods, months.undated) if each.total]
        assert [printed(row[-2]) for row in money.by_month.rows] == [whole(plan, each) for each in periods]
    if money.share is not None:
        counted = zip(review.table(Dimension.WHOLE).shares, review.totals().parts, strict=True)
        shares = [max(1, share) for share, part in counted if part]
        assert [printed(part.percent) for part in money.share.parts] == shares


def check_table(plan: Plan, table: TableEntry, counted: MoneyTable) -> None:
    is_aims = counted.dimension is Dimension.AIM
    rows = [row for row in counted.rows if row.key is not None or row.totals.total or not is_aims]
    # From the end: the online share, then the total.
    assert [printed(row[-2]) for row in table.rows] == [whole(plan, row.totals.total) for row in rows]
    totals = [counted.totals.online, counted.totals.offline, counted.totals.total]
    shown = (table.footer[1], table.footer[2], table.footer[-2])
    assert [printed(cell) for cell in shown] == [whole(plan, each) for each in totals]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_printed_as_they_are_counted(name: str) -> None:
    check_agreement(sample(name))


@pytest.mark.parametrize("plan", [scottish_media_2009(), click_it_or_ticket_2008()], ids=["scottish", "us"])
def test_real_budgets_are_printed_as_they_are_counted(plan: Plan) -> None:
    check_agreement(plan)


@settings(max_examples=20, deadline=None)
@given(money_plans(least=1))
def test_any_budget_is_printed_as_it_is_counted(plan: Plan) -> None:
    check_agreement(plan)


def test_halves_of_a_whole_amount_are_printed_with_their_cents() -> None:
    aims = [an_aim("Sell more", position=0), an_aim("Keep members", position=1)]
    rally = a_dated_activity("Rally", "2026-10-31", "2026-11-01")
    contributions = [a_contribution("rally", aim) for aim in aims]
    money = document_of(
        a_plan(aims, rally, contributions, a_line(15_00, Meets.OFFLINE, "rally")), OPTIONS, TODAY
    ).money
    for table in (money.by_aim, money.by_month):
        assert table is not None
        assert [row[-2] for row in table.rows] == ["7.50", "7.50"]
        assert table.footer[-2] == "15.00"


def test_committed_and_spent_money_are_printed_as_they_are_counted() -> None:
    plan = sample("autumn_blend")
    review = MoneyReview(plan)
    lines = document_of(plan, OPTIONS, TODAY).money.lines
    assert lines is not None
    states = (MoneyState.PLANNED, MoneyState.COMMITTED, MoneyState.ACTUAL)
    assert [printed(cell) for cell in lines.footer[1:]] == [
        whole(plan, review.totals(state).total) for state in states
    ]


def test_each_group_of_lines_is_printed_with_the_sums_of_its_lines() -> None:
    lines = document_of(sample("autumn_blend"), OPTIONS, TODAY).money.lines
    assert lines is not None
    groups = [at for at, row in enumerate(lines.rows) if row.group]
    assert len(groups) > 10
    for start, end in zip(groups, [*groups[1:], len(lines.rows)], strict=True):
        below = lines.rows[start + 1 : end]
        for column in range(4, len(lines.header)):
            assert printed(lines.rows[start].cells[column]) == sum(
                printed(row.cells[column]) for row in below
            )
