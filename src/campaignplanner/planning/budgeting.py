"""Sums of money: by what the customer meets, by aim, by budget holder; exposure, reserve, available.

Everything is integer minor units of the campaign's currency and exact. All of it is added up in
``money_sums`` by way of ``money_review``, which the budget page asks directly, so that no two views differ.

Public: ``totals``, ``totals_of_lines``, ``split_by_aim``, ``matrix``, ``working_share``, ``within_band`` for
planned money; ``exposure``, ``total_exposure``, ``posted``, ``available`` for what became of it; ``reserve``
and ``reserve_log``; ``in_campaign_currency`` and ``planned_in_campaign`` for one line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from types import MappingProxyType

from campaignplanner.domain.budget import BudgetLine, PostingKind, ReserveDraw
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.keeping import kept_while_same
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import (
    PART_OF,
    MoneyState,
    MoneyTotals,
    amount_of,
    in_campaign_currency,
    in_order,
    money_totals,
    totals_of_lines,
)

__all__ = [
    "PART_OF",
    "BudgetMatrix",
    "FiledUnderRow",
    "LineSum",
    "MoneyTotals",
    "Reserve",
    "ReserveStep",
    "available",
    "exposure",
    "in_campaign_currency",
    "in_order",
    "matrix",
    "money_totals",
    "planned_in_campaign",
    "posted",
    "reserve",
    "reserve_log",
    "split_by_aim",
    "total_exposure",
    "totals",
    "totals_of_lines",
    "within_band",
    "working_share",
]


@dataclass(frozen=True, slots=True)
class FiledUnderRow:
    """One row of the matrix: the money in one holder's budget. Empty text: nobody has said whose."""

    filed_under: str
    totals: MoneyTotals


@dataclass(frozen=True, slots=True)
class BudgetMatrix:
    """Whose budget money is filed under, against what the customer meets.

    Attributes:
        rows: by their total, largest first, then by name; money filed under nobody comes last.
        totals: the sum of the rows.
    """

    rows: tuple[FiledUnderRow, ...]
    totals: MoneyTotals


@dataclass(frozen=True, slots=True)
class Reserve:
    """The contingency and what became of it, in minor units.

    Attributes:
        amount: the contingency rate times the budget total, rounded half to even.
        drawn: all draws together.
    """

    amount: int
    drawn: int

    @property
    def left(self) -> int:
        """What can still be drawn; never below zero."""
        return max(0, self.amount - self.drawn)

    @property
    def overdrawn(self) -> int:
        """By how much the draws exceed the reserve."""
        return max(0, self.drawn - self.amount)


@dataclass(frozen=True, slots=True)
class ReserveStep:
    """A draw on the reserve, and what was left after it: below zero when overdrawn, None without a total."""

    draw: ReserveDraw
    left: int | None


@dataclass(frozen=True, slots=True)
class LineSum:
    """A sum over lines in minor units, with the lines left out for want of an exchange rate."""

    amount: int
    unconverted: tuple[BudgetLine, ...] = ()


# -- one line --------------------------------------------------------------------------------------------


def planned_in_campaign(plan: Plan, line: BudgetLine) -> int | None:
    """Return a line's planned money in the campaign's minor units, or None without a rate for it."""
    return amount_of(plan, line)


def exposure(plan: Plan, line: BudgetLine) -> int | None:
    """Return what a line will have cost, in the campaign's minor units; None without a rate for it.

    It is the actual money once the line is closed, and until then the largest of forecast (or planned,
    where there is no forecast), committed and actual money.
    """
    return amount_of(plan, line, MoneyState.EXPOSURE)


# -- planned money ---------------------------------------------------------------------------------------


def totals(plan: Plan) -> MoneyTotals:
    """Sum the planned money of all lines."""
    return totals_of_lines(plan, plan.lines.records)


@kept_while_same("campaign", "aims", "contributions", "lines")
def split_by_aim(plan: Plan) -> Mapping[str | None, MoneyTotals]:
    """Divide the planned money among the aims, in their order, and None last.

    A line goes to the aims of its activity by the weights of the contributions, by largest remainder, so
    that the parts add up to ``totals(plan)`` segment by segment. None holds the money of activities
    without an aim and of the campaign as a whole. Every aim has its entry. A line that could not be
    converted is named with every aim it serves.
    """
    rows = MoneyReview(plan).table(Dimension.AIM).rows
    return MappingProxyType({row.key: row.totals for row in rows})


def matrix(plan: Plan) -> BudgetMatrix:
    """Set whose budget the money is filed under against what the customer meets.

    Holders that differ only in case or in surrounding blanks are one; the first spelling is shown.
    """
    table = MoneyReview(plan).table(Dimension.FILED_UNDER)
    rows = tuple(FiledUnderRow(row.title, row.totals) for row in table.rows)
    return BudgetMatrix(rows, table.totals)


def working_share(plan: Plan) -> Decimal | None:
    """Return working over all planned money, a fraction of 1; None while there is no money.

    A tag and a ratio without a good or bad limit: the trade's own body calls it a myth as a benchmark.
    """
    whole = totals(plan).total
    if whole == 0:
        return None
    working = totals_of_lines(plan, (line for line in plan.lines.values() if line.working))
    return Decimal(working.total) / whole


def within_band(campaign: Campaign, online_share: Decimal | None) -> bool | None:
    """Tell whether an online share lies in the campaign's target band, both ends included.

    None where the campaign has no band or there is no share to compare.
    """
    low, high = campaign.online_share_from, campaign.online_share_to
    if online_share is None or (low is None and high is None):
        return None
    return (low is None or low <= online_share) and (high is None or online_share <= high)


# -- what became of it -----------------------------------------------------------------------------------


def total_exposure(plan: Plan) -> LineSum:
    """Sum the exposure of all lines."""
    return _line_sum(plan, MoneyState.EXPOSURE)


def posted(plan: Plan, kind: PostingKind) -> LineSum:
    """Sum what was committed, or what was spent, over all lines."""
    is_committed = kind is PostingKind.COMMITTED
    return _line_sum(plan, MoneyState.COMMITTED if is_committed else MoneyState.ACTUAL)


def _line_sum(plan: Plan, state: MoneyState) -> LineSum:
    found = totals_of_lines(plan, plan.lines.values(), state)
    return LineSum(found.total, found.unconverted)


def reserve(plan: Plan) -> Reserve | None:
    """Return the contingency and what was drawn from it; None without a budget total."""
    total, rate = plan.campaign.budget_total, plan.campaign.contingency_rate
    if total is None:
        return None
    amount = int((total * rate).to_integral_value(ROUND_HALF_EVEN))
    return Reserve(amount, sum(draw.amount for draw in plan.reserve_draws.values()))


def reserve_log(plan: Plan) -> tuple[ReserveStep, ...]:
    """Return the draws on the reserve by day, each with what was left after it."""
    kept = reserve(plan)
    left = None if kept is None else kept.amount
    steps = []
    for draw in sorted(plan.reserve_draws.values(), key=lambda each: (each.day, each.id)):
        left = None if left is None else left - draw.amount
        steps.append(ReserveStep(draw, left))
    return tuple(steps)


def available(plan: Plan) -> int | None:
    """Return the budget total less the exposure of all lines and what is left of the reserve.

    Negative when more is exposed than there is; None without a budget total. Lines without an exchange
    rate do not count: ``total_exposure`` names them.
    """
    kept = reserve(plan)
    total = plan.campaign.budget_total
    if kept is None or total is None:
        return None
    return total - total_exposure(plan).amount - kept.left
