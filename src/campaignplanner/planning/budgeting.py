"""Sums of money: by what the customer meets, by aim, by budget holder; exposure, reserve, available.

Everything is integer minor units of the campaign's currency and exact. ``totals_of_lines`` is the one place
that sums planned money; every other planned figure is a choice of lines given to it, or a division of its
parts that adds up to it. A line in another currency counts with its stored rate; without one it is left
out and named in ``unconverted``, never guessed.

Public: ``totals``, ``totals_of_lines``, ``split_by_aim``, ``matrix``, ``working_share``, ``within_band`` for
planned money; ``exposure``, ``total_exposure``, ``posted``, ``reserve``, ``available`` for what became of it;
``in_campaign_currency`` and ``planned_in_campaign`` for one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from campaignplanner.domain.activity import Contribution
from campaignplanner.domain.budget import BudgetLine, Meets, PostingKind
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.money import converted, split_by_largest_remainder
from campaignplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class MoneyTotals:
    """Money by where the customer meets what it pays for; *both* and *not said* are never halved.

    Attributes:
        online: minor units of the campaign's currency, like the other three.
        offline: see there.
        both: for what is met on both sides.
        not_said: where nobody has said yet.
        unconverted: the lines left out because no exchange rate is known.
    """

    online: int = 0
    offline: int = 0
    both: int = 0
    not_said: int = 0
    unconverted: tuple[BudgetLine, ...] = ()

    @property
    def total(self) -> int:
        """All of it, in minor units."""
        return self.online + self.offline + self.both + self.not_said

    @property
    def online_share(self) -> Decimal | None:
        """Online over all money, a fraction of 1; None while there is no money."""
        return Decimal(self.online) / self.total if self.total else None

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """Online, offline, both, not said: the order in which segments are drawn."""
        return self.online, self.offline, self.both, self.not_said

    def of(self, meets: Meets) -> int:
        """Return one part, in minor units."""
        return self.parts[PART_OF[meets]]


PART_OF: Mapping[Meets, int] = {
    Meets.ONLINE: 0,
    Meets.OFFLINE: 1,
    Meets.BOTH: 2,
    Meets.NOT_SAID: 3,
}
"""Where each part stands in ``MoneyTotals.parts``."""


def money_totals(parts: Sequence[int], unconverted: Iterable[BudgetLine] = ()) -> MoneyTotals:
    """Make totals of four amounts in the order of ``MoneyTotals.parts``."""
    online, offline, both, not_said = parts
    return MoneyTotals(online, offline, both, not_said, tuple(unconverted))


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
class LineSum:
    """A sum over lines in minor units, with the lines left out for want of an exchange rate."""

    amount: int
    unconverted: tuple[BudgetLine, ...] = ()


# -- one line --------------------------------------------------------------------------------------------


def in_campaign_currency(campaign: Campaign, line: BudgetLine, amount: int) -> int | None:
    """Return an amount of a line in the campaign's minor units, or None without a rate for it."""
    if line.currency is None or line.currency == campaign.currency:
        return amount
    if line.exchange_rate is None:
        return None
    return converted(amount, line.currency, campaign.currency, line.exchange_rate)


def planned_in_campaign(plan: Plan, line: BudgetLine) -> int | None:
    """Return a line's planned money in the campaign's minor units, or None without a rate for it."""
    return in_campaign_currency(plan.campaign, line, line.planned)


def exposure(plan: Plan, line: BudgetLine) -> int | None:
    """Return what a line will have cost, in the campaign's minor units; None without a rate for it.

    It is the actual money once the line is closed, and until then the largest of forecast (or planned,
    where there is no forecast), committed and actual money.
    """
    committed, actual = _posted_on(plan, line)
    if line.closed:
        return in_campaign_currency(plan.campaign, line, actual)
    expected = line.planned if line.forecast is None else line.forecast
    return in_campaign_currency(plan.campaign, line, max(expected, committed, actual))


def _posted_on(plan: Plan, line: BudgetLine) -> tuple[int, int]:
    committed = actual = 0
    for posting in plan.postings.by("line_id").get(line.id, ()):
        if posting.kind is PostingKind.COMMITTED:
            committed += posting.amount
        else:
            actual += posting.amount
    return committed, actual


# -- planned money ---------------------------------------------------------------------------------------


def totals_of_lines(plan: Plan, lines: Iterable[BudgetLine]) -> MoneyTotals:
    """Sum the planned money of some lines of the plan; ``unconverted`` is as the user ordered the lines."""
    sums = [0, 0, 0, 0]
    unconverted: list[BudgetLine] = []
    for line in lines:
        amount = planned_in_campaign(plan, line)
        if amount is None:
            unconverted.append(line)
        else:
            sums[PART_OF[line.meets]] += amount
    return money_totals(sums, in_order(unconverted))


def in_order(lines: list[BudgetLine]) -> tuple[BudgetLine, ...]:
    """Return lines as the user ordered them: the few of many that a sum leaves out."""
    return tuple(sorted(lines, key=lambda line: (line.position, line.id)))


def totals(plan: Plan) -> MoneyTotals:
    """Sum the planned money of all lines."""
    return totals_of_lines(plan, plan.lines.records)


def split_by_aim(plan: Plan) -> dict[str | None, MoneyTotals]:
    """Divide the planned money among the aims, in their order, and None last.

    A line goes to the aims of its activity by the weights of the contributions, by largest remainder, so
    that the parts add up to ``totals(plan)`` segment by segment. None holds the money of activities
    without an aim and of the campaign as a whole. Every aim has its entry. A line that could not be
    converted is named with every aim it serves.
    """
    sums: dict[str | None, list[int]] = {aim.id: [0, 0, 0, 0] for aim in plan.aims_in_order}
    sums[None] = [0, 0, 0, 0]
    unconverted: dict[str | None, list[BudgetLine]] = {aim_id: [] for aim_id in sums}
    contributions = plan.contributions.by("activity_id")
    for activity_id, lines in plan.lines.by("activity_id").items():
        aim_ids, weights = _aim_weights(plan, contributions.get(activity_id, ()))
        for line in lines:
            amount = planned_in_campaign(plan, line)
            if amount is None:
                for aim_id in aim_ids:
                    unconverted[aim_id].append(line)
                continue
            parts = split_by_largest_remainder(amount, weights) if len(weights) > 1 else [amount]
            for aim_id, part in zip(aim_ids, parts, strict=True):
                sums[aim_id][PART_OF[line.meets]] += part
    return {aim_id: money_totals(parts, in_order(unconverted[aim_id])) for aim_id, parts in sums.items()}


def _aim_weights(plan: Plan, served: Sequence[Contribution]) -> tuple[list[str | None], list[int]]:
    """Return the aims that share an activity's money with their weights; None alone where it serves none."""
    if len(served) < 2:
        return [served[0].aim_id if served else None], [1]
    weights = plan.aim_shares(served[0].activity_id)
    return list(weights), list(weights.values())


def matrix(plan: Plan) -> BudgetMatrix:
    """Set whose budget the money is filed under against what the customer meets.

    Holders that differ only in case or in surrounding blanks are one; the first spelling is shown.
    """
    lines = plan.lines_in_order
    names: dict[str, str] = {}
    by_holder: dict[str, list[BudgetLine]] = {}
    for line in lines:
        name = line.filed_under.strip()
        key = name.casefold()
        names.setdefault(key, name)
        by_holder.setdefault(key, []).append(line)
    rows = [FiledUnderRow(names[key], totals_of_lines(plan, found)) for key, found in by_holder.items()]
    rows.sort(key=lambda row: (row.filed_under == "", -row.totals.total, row.filed_under.casefold()))
    return BudgetMatrix(tuple(rows), totals_of_lines(plan, lines))


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
    amount = 0
    unconverted: list[BudgetLine] = []
    for line in plan.lines_in_order:
        exposed = exposure(plan, line)
        if exposed is None:
            unconverted.append(line)
        else:
            amount += exposed
    return LineSum(amount, tuple(unconverted))


def posted(plan: Plan, kind: PostingKind) -> LineSum:
    """Sum what was committed, or what was spent, over all lines."""
    amount = 0
    unconverted: list[BudgetLine] = []
    for line in plan.lines_in_order:
        committed, actual = _posted_on(plan, line)
        found = committed if kind is PostingKind.COMMITTED else actual
        known = in_campaign_currency(plan.campaign, line, found)
        if known is not None:
            amount += known
        elif found:
            unconverted.append(line)
    return LineSum(amount, tuple(unconverted))


def reserve(plan: Plan) -> Reserve | None:
    """Return the contingency and what was drawn from it; None without a budget total."""
    total, rate = plan.campaign.budget_total, plan.campaign.contingency_rate
    if total is None:
        return None
    amount = int((total * rate).to_integral_value(ROUND_HALF_EVEN))
    return Reserve(amount, sum(draw.amount for draw in plan.reserve_draws.values()))


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
