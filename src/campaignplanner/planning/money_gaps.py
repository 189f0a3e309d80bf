"""What the split review says besides its tables: how far off the target is, and what does not fit together.

The budget page asks these with the ``MoneyReview`` that it keeps, and says them in words of its own; the
review's rules may ask them too. They are information, never errors.

- ``band_gap``: how far the online share is from its target band, and what would close it.
- ``total_check``: whether the lines reach the typed total, and by how much they do not.
- ``lonely_touchpoints``: activities on one side with no money of the other side next to them.
- ``filed_against``: money filed under digital that the customer meets offline, and the reverse.
- ``without_rate``: lines that are in no figure for want of an exchange rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from heapq import nlargest
from math import ceil, floor
from operator import attrgetter

from campaignplanner.domain.activity import Activity, ActivityStatus, Side
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.planning import budgeting
from campaignplanner.planning.finding import folded
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import Key, MoneyState, MoneyTotals

# -- the target band -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BandGap:
    """How an online share stands to its target band.

    Attributes:
        share: online over all money, a fraction of 1.
        low: where the band begins; None where it has no lower end.
        high: where it ends; None where it has no upper end.
        to_online: the least to move from elsewhere to online money; 0 where the share is not below the band.
        from_online: the least to move away from online money; 0 where it is not above the band.
        to_add: the least online money to add to what there is instead of moving any; None where no amount
            does it, or none is needed.
        not_said: money of which nobody has said what the customer meets: it may close the gap by itself.
    """

    share: Decimal
    low: Decimal | None
    high: Decimal | None
    to_online: int
    from_online: int
    to_add: int | None
    not_said: int

    @property
    def is_within(self) -> bool:
        """Whether nothing needs to be closed."""
        return not self.to_online and not self.from_online

    @property
    def off(self) -> Decimal:
        """How far below (negative) or above (positive) the band the share lies, as a fraction of 1."""
        if self.low is not None and self.share < self.low:
            return self.share - self.low
        if self.high is not None and self.share > self.high:
            return self.share - self.high
        return Decimal(0)


def band_gap(campaign: Campaign, totals: MoneyTotals) -> BandGap | None:
    """Compare an online share with the campaign's target band; None without a band or without money.

    What is moved from elsewhere leaves the total as it is. Where the band is narrower than one minor unit of
    the money, the amounts come as near as they can.
    """
    low, high = campaign.online_share_from, campaign.online_share_to
    share, whole = totals.online_share, totals.total
    if share is None or whole < 0 or (low is None and high is None):
        return None
    to_online = max(0, ceil(Fraction(low or 0) * whole) - totals.online)
    from_online = 0 if high is None else max(0, totals.online - floor(Fraction(high) * whole))
    return BandGap(share, low, high, to_online, from_online, _to_add(low, totals), totals.not_said)


def _to_add(low: Decimal | None, totals: MoneyTotals) -> int | None:
    """Return x of (online + x) / (whole + x) >= low."""
    if low is None or low >= 1:
        return None
    missing = Fraction(low) * totals.total - totals.online
    return ceil(missing / (1 - Fraction(low))) if missing > 0 else None


# -- the typed total -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """The typed total of a campaign beside the sum of its lines, in minor units.

    Attributes:
        total: what was typed.
        lines: what the lines add up to.
        reserve: the contingency that the total holds back.
    """

    total: int
    lines: int
    reserve: int

    @property
    def not_reached(self) -> int:
        """By how much the lines fall short of the total; 0 where they reach it."""
        return max(0, self.total - self.lines)

    @property
    def not_explained(self) -> int:
        """What of that is not the reserve either: money that is said to be there and that no line has."""
        return max(0, self.total - self.lines - self.reserve)

    @property
    def exceeded(self) -> int:
        """By how much the lines exceed the total."""
        return max(0, self.lines - self.total)


def total_check(plan: Plan, totals: MoneyTotals) -> TotalCheck | None:
    """Compare the campaign's typed total with what lines add up to; None where no total is typed."""
    kept, total = budgeting.reserve(plan), plan.campaign.budget_total
    return None if kept is None or total is None else TotalCheck(total, totals.total, kept.amount)


# -- touchpoints -----------------------------------------------------------------------------------------


class Loneliness(Enum):
    """Why nothing of the other side stands next to a touchpoint."""

    NO_BRIDGE = "no bridge"
    """No bridge leads to the other side."""
    NO_MONEY = "no money"
    """Bridges do, but there is no money for what people meet there."""


@dataclass(frozen=True, slots=True)
class LonelyTouchpoint:
    """An activity with no money of the other side next to it.

    Attributes:
        activity: the touchpoint; ``MoneyReview.lines_of(Dimension.ACTIVITY, …)`` gives its lines.
        neighbour_ids: the activities of the other side to which bridges lead; they have no such money.
    """

    activity: Activity
    neighbour_ids: tuple[str, ...] = ()

    @property
    def why(self) -> Loneliness:
        """Whether a bridge or only money is missing."""
        return Loneliness.NO_MONEY if self.neighbour_ids else Loneliness.NO_BRIDGE


_MET_ON = {
    Side.ONLINE: (Meets.ONLINE, Meets.BOTH),
    Side.OFFLINE: (Meets.OFFLINE, Meets.BOTH),
}


def lonely_touchpoints(
    review: MoneyReview, side: Side, state: MoneyState = MoneyState.PLANNED
) -> tuple[LonelyTouchpoint, ...]:
    """Return the activities of a side with no money of the other side next to them, by their titles.

    Money stands next to an activity when it is for the other side, or for both, and belongs to the activity
    itself or to one to which a bridge crosses, in either direction. Cancelled activities are left off.
    """
    plan, place = review.plan, ("lonely", side, state)
    sums = review.sums_by(Dimension.ACTIVITY, state)
    funded = sums.keys_with(_MET_ON[Side.OFFLINE if side is Side.ONLINE else Side.ONLINE])
    known = review.worked_out.get(place)
    if isinstance(known, _Lonely) and known.rests_on(plan, funded):
        return known.found
    neighbours = _neighbours(plan, side)
    nearby = {each for each, others in neighbours.items() if not funded.isdisjoint(others)}
    lonely = [
        each
        for each in plan.activities.records
        if each.side is side and each.id not in funded and each.id not in nearby and _takes_place(each)
    ]
    lonely.sort(key=attrgetter("title", "id"))
    found = tuple(LonelyTouchpoint(each, tuple(neighbours.get(each.id, ()))) for each in lonely)
    review.worked_out[place] = _Lonely(plan, funded, found)
    return found


def most_money_first(
    review: MoneyReview,
    found: Iterable[LonelyTouchpoint],
    state: MoneyState = MoneyState.PLANNED,
    most: int = 50,
) -> list[tuple[LonelyTouchpoint, int]]:
    """Return some of the touchpoints with their own money, those with the most."""
    sums = review.sums_by(Dimension.ACTIVITY, state)
    amounts = ((each, sum(sums.parts(each.activity.id))) for each in found)
    return nlargest(most, amounts, key=lambda pair: pair[1])


@dataclass(frozen=True, slots=True)
class _Lonely:
    """What was found before, and what that rests on."""

    plan: Plan
    funded: set[Key]
    found: tuple[LonelyTouchpoint, ...]

    def rests_on(self, plan: Plan, funded: set[Key]) -> bool:
        same = self.plan.activities is plan.activities and self.plan.bridges is plan.bridges
        return same and self.funded == funded


def _takes_place(activity: Activity) -> bool:
    return activity.status is not ActivityStatus.CANCELLED


def _neighbours(plan: Plan, side: Side) -> dict[str, dict[str, None]]:
    """Return, for the activities of a side, those that take place on the other and are bridged with them."""
    found: dict[str, dict[str, None]] = {}
    for bridge in plan.bridges.records:
        source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
        for one, other in ((source, target), (target, source)):
            if one.side is side and other.side is not side and _takes_place(other):
                found.setdefault(one.id, {})[other.id] = None
    return found


# -- filed under the other side --------------------------------------------------------------------------

_ONLINE_WORDS = re.compile(r"\b(digital\w*|online\w*|internet\w*|web\w*|social|e ?commerce|sea|seo|ppc)\b")
_OFFLINE_WORDS = re.compile(
    r"\b(events?|offline|retail|trade|stores?|shops?|print\w*|outdoor|ooh|venues?"
    r"|veranstaltung\w*|handel|laden|filial\w*|messe\w*|plakat\w*|aussenwerbung|vor ort)\b"
)
"""English words, and German ones as accents and capitals leave them."""


def budget_side(filed_under: str) -> Side | None:
    """Return the side that a budget is called after, such as online for ``Digital marketing``; None for none.

    A budget of both, such as ``digital and events``, is of neither.
    """
    words = folded(filed_under)
    online, offline = _ONLINE_WORDS.search(words), _OFFLINE_WORDS.search(words)
    if bool(online) is bool(offline):
        return None
    return Side.ONLINE if online else Side.OFFLINE


@dataclass(frozen=True, slots=True)
class FiledAgainst:
    """Money in the budgets called after one side that the customer meets on the other.

    Attributes:
        side: of the budgets.
        keys: the budgets, as the rows of the table by ``FILED_UNDER`` have them.
        amount: the money in them that is met on the other side only.
        on_both: the money in them that is met on both sides.
        whole: all money in them.
    """

    side: Side
    keys: tuple[Key, ...]
    amount: int
    on_both: int
    whole: int

    @property
    def meets(self) -> Meets:
        """What the customer meets of ``amount``."""
        return Meets.OFFLINE if self.side is Side.ONLINE else Meets.ONLINE


def filed_against(
    review: MoneyReview, side: Side = Side.ONLINE, state: MoneyState = MoneyState.PLANNED
) -> FiledAgainst:
    """Return the money filed under digital that the customer meets offline, or for OFFLINE the reverse.

    ``MoneyReview.lines_of(Dimension.FILED_UNDER, key, state, found.meets)`` opens each of its keys.
    """
    table = review.table(Dimension.FILED_UNDER, state)
    rows = [row for row in table.rows if row.key is not None and budget_side(row.key) is side]
    other = Meets.OFFLINE if side is Side.ONLINE else Meets.ONLINE
    return FiledAgainst(
        side,
        tuple(row.key for row in rows),
        amount=sum(row.totals.of(other) for row in rows),
        on_both=sum(row.totals.both for row in rows),
        whole=sum(row.totals.total for row in rows),
    )


# -- left out --------------------------------------------------------------------------------------------


def without_rate(review: MoneyReview) -> tuple[BudgetLine, ...]:
    """Return the lines that are in no figure because no exchange rate is known, as the user ordered them."""
    return review.totals(MoneyState.EXPOSURE).unconverted
