"""What the strip below the lanes shows of a plan: planned money per week or month, and how it adds up."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.days import DAYS_PER_WEEK
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import MoneyTotals, totals, within_band
from campaignplanner.planning.phasing import PhasedSpend, SpendPeriod, Spreading
from campaignplanner.ui.formats import money_text
from campaignplanner.ui.timeline.card_texts import Tone, split_text
from campaignplanner.ui.timeline.words import translate

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.view import View

_NARROWEST_WEEK = 12.0
"""Pixels; below, months are shown."""


@dataclass(frozen=True, slots=True)
class SpendSeries:
    """The money of weeks or of months.

    Attributes:
        periods: without a gap, by their first day.
        so_far: what is planned until the end of each, in minor units.
        highest: the most that is planned in one of them; at least one.
        is_monthly: whether they are months.
    """

    periods: tuple[SpendPeriod, ...]
    so_far: tuple[int, ...]
    highest: int
    is_monthly: bool

    @classmethod
    def of(cls, spend: PhasedSpend, is_monthly: bool) -> SpendSeries:
        """The series of money that is spread over time."""
        amounts = [period.total for period in spend.periods]
        return cls(spend.periods, tuple(accumulate(amounts)), max(amounts, default=0) or 1, is_monthly)

    def index_at(self, day: date) -> int | None:
        """Which period a day belongs to; None before the first and after the last."""
        index = bisect_left(self.periods, day, key=last_day_of)
        return index if index < len(self.periods) and self.periods[index].first_day <= day else None


class SpendStrip:
    """The strip of a plan; money is spread over weeks and months when they are first shown.

    Args:
        plan: whose money.
        before: the strip of an earlier state; what has not changed since is taken over from it.
        last_bar_day: the last day of any activity; None where none has dates.
    """

    def __init__(
        self, plan: Plan, before: SpendStrip | None = None, last_bar_day: date | None = None
    ) -> None:
        self.plan = plan
        self._last_bar_day = last_bar_day
        known = None if before is None else before.__dict__.get("_spreading")
        self._before: Spreading | None = known
        has_same_money = (
            before is not None and before.plan.campaign is plan.campaign and before.plan.lines is plan.lines
        )
        if before is not None and has_same_money and "money" in before.__dict__:
            self.__dict__["money"] = before.money

    def series(self, view: View) -> SpendSeries:
        """Weeks, or months where weeks would be too narrow."""
        return self.weekly if view.scale.pixels_per_day * DAYS_PER_WEEK >= _NARROWEST_WEEK else self.monthly

    @cached_property
    def weekly(self) -> SpendSeries:
        """By weeks from Monday."""
        return SpendSeries.of(self._by_week, is_monthly=False)

    @cached_property
    def monthly(self) -> SpendSeries:
        """By calendar months."""
        return SpendSeries.of(self._spreading.by_month(), is_monthly=True)

    @cached_property
    def last_day(self) -> date | None:
        """The last day on which anything is planned, where the line of what adds up ends."""
        ends = (self._last_bar_day, self.plan.campaign.last_day)
        return max([day for day in ends if day is not None], default=None)

    @cached_property
    def money(self) -> MoneyTotals:
        """All planned money."""
        return totals(self.plan)

    @cached_property
    def dated(self) -> str:
        """The money that has dates, in words: where the line of what adds up ends."""
        so_far = self.weekly.so_far
        return money_text(so_far[-1], self.plan.campaign.currency) if so_far else ""

    @cached_property
    def total(self) -> str:
        """All planned money in words."""
        if not self.money.total:
            return translate("Timeline", "No money planned yet")
        amount = money_text(self.money.total, self.plan.campaign.currency)
        return translate("Timeline", "%1 planned").replace("%1", amount)

    @cached_property
    def share(self) -> str:
        """The split in words."""
        return split_text(self.money)

    @cached_property
    def target(self) -> tuple[str, Tone]:
        """The target band, and whether the plan is in it; empty without a band."""
        return _target(self.plan.campaign, self.money)

    @cached_property
    def undated(self) -> str:
        """What could not be put into weeks, in words; empty when nothing."""
        amount = self._by_week.undated.total
        if amount == 0:
            return ""
        words = translate("Timeline", "%1 of it without dates")
        return words.replace("%1", money_text(amount, self.plan.campaign.currency))

    @cached_property
    def _by_week(self) -> PhasedSpend:
        return self._spreading.by_week()

    @cached_property
    def _spreading(self) -> Spreading:
        before, self._before = self._before, None
        moved_on = None if before is None else before.moved_on(self.plan)
        return moved_on or Spreading.of(self.plan)


def last_day_of(period: SpendPeriod) -> date:
    """The last day of a period, by which periods are looked up."""
    return period.last_day


def _target(campaign: Campaign, money: MoneyTotals) -> tuple[str, Tone]:
    low, high = campaign.online_share_from, campaign.online_share_to
    if low is None and high is None:
        return "", Tone.MUTED
    words = translate("Timeline", "target %1 online").replace("%1", _band(low, high))
    inside = within_band(campaign, money.online_share)
    if inside is None:
        return words, Tone.MUTED
    return (f"{words} ✓", Tone.GOOD) if inside else (f"{words} ✗", Tone.ERROR)


def _band(low: Decimal | None, high: Decimal | None) -> str:
    unit = "\N{NO-BREAK SPACE}%"
    if low is None:
        return translate("Timeline", "at most %1").replace("%1", f"{round((high or 0) * 100)}{unit}")
    if high is None:
        return translate("Timeline", "at least %1").replace("%1", f"{round(low * 100)}{unit}")
    return f"{round(low * 100)}–{round(high * 100)}{unit}"
