"""The one place that adds money up: screen, brief and portfolio all count with ``RunningSums``.

``amount_of`` says what one line stands for in a ``MoneyState``; ``RunningSums`` adds lines up by any key and
takes them away again, so that one edit costs one line; ``MoneyTotals`` is what comes out. Everything is
integer minor units of the campaign's currency and exact. A line in another currency counts with its stored
rate; without one it is left out and named in ``unconverted``, never guessed.

Called by ``budgeting`` (planned money for the window and the brief), ``money_review`` (all tables of the
budget page) and ``phasing`` (weeks and months).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from campaignplanner.domain.budget import BudgetLine, Meets, Posting, PostingKind
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.money import converted, minor_digits, split_by_largest_remainder
from campaignplanner.domain.plan import Plan

Key: TypeAlias = str | None
Keys: TypeAlias = tuple[Key, ...]
Weights: TypeAlias = tuple[int, ...]

Shares: TypeAlias = tuple[Keys, Weights]

ONE: Weights = (1,)
ALL_IN_ONE: Shares = ((None,), ONE)


class MoneyState(Enum):
    """How far money has come: from a first estimate to what was paid."""

    PLANNED = "planned"
    FORECAST = "forecast"
    COMMITTED = "committed"
    ACTUAL = "actual"
    EXPOSURE = "exposure"

    __hash__ = object.__hash__  # see Meets


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

_COUNT = len(PART_OF)


def money_totals(parts: Sequence[int], unconverted: Iterable[BudgetLine] = ()) -> MoneyTotals:
    """Make totals of four amounts in the order of ``MoneyTotals.parts``."""
    online, offline, both, not_said = parts
    return MoneyTotals(online, offline, both, not_said, tuple(unconverted))


def in_order(lines: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    """Return lines as the user ordered them: the few of many that a sum leaves out."""
    return tuple(sorted(lines, key=lambda line: (line.position, line.id)))


# -- one line --------------------------------------------------------------------------------------------


def in_campaign_currency(campaign: Campaign, line: BudgetLine, amount: int) -> int | None:
    """Return an amount of a line in the campaign's minor units, or None without a rate for it."""
    if line.currency is None or line.currency == campaign.currency:
        return amount
    if line.exchange_rate is None:
        return None
    return converted(amount, line.currency, campaign.currency, line.exchange_rate)


def in_line_currency(campaign: Campaign, line: BudgetLine, amount: int) -> int | None:
    """Return an amount of the campaign in a line's minor units, rounded half to even; None without a rate."""
    if line.currency is None or line.currency == campaign.currency:
        return amount
    if line.exchange_rate is None:
        return None
    digits = minor_digits(line.currency) - minor_digits(campaign.currency)
    return round(Fraction(amount) / Fraction(line.exchange_rate) * Fraction(10) ** digits)


def own_amount_of(plan: Plan, line: BudgetLine, state: MoneyState) -> int:
    """Return what a line stands for, in minor units of its own currency.

    The forecast of a line without one is what was planned. Its exposure is the actual money once it is
    closed, and until then the largest of forecast, committed and actual money.
    """
    return _OWN_AMOUNT[state](line, plan.postings.by("line_id").get(line.id, ()))


def _planned(line: BudgetLine, _: Sequence[Posting]) -> int:
    return line.planned


def _forecast(line: BudgetLine, _: Sequence[Posting]) -> int:
    return line.planned if line.forecast is None else line.forecast


def _committed(_: BudgetLine, postings: Sequence[Posting]) -> int:
    return _posted(postings, PostingKind.COMMITTED) if postings else 0


def _actual(_: BudgetLine, postings: Sequence[Posting]) -> int:
    return _posted(postings, PostingKind.ACTUAL) if postings else 0


def _exposure(line: BudgetLine, postings: Sequence[Posting]) -> int:
    actual = _actual(line, postings)
    return actual if line.closed else max(_forecast(line, postings), _committed(line, postings), actual)


def _posted(postings: Iterable[Posting], kind: PostingKind) -> int:
    return sum(posting.amount for posting in postings if posting.kind is kind)


_OWN_AMOUNT: Mapping[MoneyState, Callable[[BudgetLine, Sequence[Posting]], int]] = {
    MoneyState.PLANNED: _planned,
    MoneyState.FORECAST: _forecast,
    MoneyState.COMMITTED: _committed,
    MoneyState.ACTUAL: _actual,
    MoneyState.EXPOSURE: _exposure,
}
"""What a line with such postings stands for, in minor units of its own currency."""

_POSTED = (MoneyState.COMMITTED, MoneyState.ACTUAL)


def amount_of(plan: Plan, line: BudgetLine, state: MoneyState = MoneyState.PLANNED) -> int | None:
    """Return what a line stands for, in the campaign's minor units; None without a rate for it.

    Where nothing was posted on a line, nothing needs to be converted.
    """
    return amounts(plan, state)(line)


def amounts(plan: Plan, state: MoneyState) -> Callable[[BudgetLine], int | None]:
    """Return ``amount_of`` for the lines of one plan and one state."""
    own_amount, postings, campaign = _OWN_AMOUNT[state], plan.postings.by("line_id"), plan.campaign
    if state is MoneyState.PLANNED:  # what nearly all tables are of, and no posting counts in it
        return lambda line: (
            line.planned if line.currency is None else in_campaign_currency(campaign, line, line.planned)
        )

    def amount_of_line(line: BudgetLine) -> int | None:
        amount = own_amount(line, postings.get(line.id, ()))
        if line.currency is None or (amount == 0 and state in _POSTED):
            return amount
        return in_campaign_currency(campaign, line, amount)

    return amount_of_line


def shared(amount: int, weights: Weights) -> Sequence[int]:
    """Return the parts of an amount by weight, by largest remainder: they add up to it."""
    return (amount,) if len(weights) == 1 else split_by_largest_remainder(amount, weights)


def all_in_one(line: BudgetLine) -> Shares:
    """Return the same key for every line."""
    del line
    return ALL_IN_ONE


# -- many lines ------------------------------------------------------------------------------------------


class RunningSums:
    """Money by key and by what the customer meets; what was added can be taken away again, exactly."""

    __slots__ = ("_left_out", "_own", "_sums")

    def __init__(self) -> None:
        self._sums: dict[Key, list[int]] = {}
        self._left_out: dict[Key, dict[str, BudgetLine]] = {}
        # The keys whose sums are not another's too; None while that is all of them.
        self._own: set[Key] | None = None

    def copied(self) -> RunningSums:
        """Return sums that can be changed while these stay as they are, and are not changed any more."""
        copy = RunningSums()
        copy._sums = self._sums.copy()
        copy._left_out = {key: lines.copy() for key, lines in self._left_out.items()}
        copy._own = set()
        return copy

    def add(
        self,
        lines: Iterable[BudgetLine],
        amount_of_line: Callable[[BudgetLine], int | None],
        shares_of: Callable[[BudgetLine], Shares] = all_in_one,
        sign: int = 1,
    ) -> None:
        """Add lines up.

        Args:
            lines: each counts once.
            amount_of_line: what a line stands for; lines of None are named as left out.
            shares_of: among which keys a line is shared, and by which weights.
            sign: -1 takes away what was added before.
        """
        known, own, places = self._sums, self._own, PART_OF
        for line in lines:
            amount = amount_of_line(line)
            keys, weights = shares_of(line)
            if amount is None:
                self._leave_out(line, keys, sign)
                amount = 0
            place = places[line.meets]
            if len(keys) > 1:
                for key, part in zip(keys, shared(amount, weights), strict=True):
                    self._change(key, place, sign * part, sign)
                continue
            key = keys[0]
            if own is None and key in known:  # nearly always, so this is written out
                sums = known[key]
                sums[place] += sign * amount
                sums[_COUNT] += sign
            else:
                self._change(key, place, sign * amount, sign)

    def _change(self, key: Key, place: int, part: int, lines: int) -> None:
        sums = self._sums.get(key)
        if sums is None:
            sums = self._sums[key] = [0] * (_COUNT + 1)
        elif self._own is not None and key not in self._own:
            self._own.add(key)
            sums = self._sums[key] = sums.copy()
        sums[place] += part
        sums[_COUNT] += lines

    def _leave_out(self, line: BudgetLine, keys: Keys, sign: int) -> None:
        for key in keys:
            if sign > 0:
                self._left_out.setdefault(key, {})[line.id] = line
            else:
                self._left_out[key].pop(line.id)

    @property
    def keys(self) -> Iterator[Key]:
        """The keys that have a line, in no order to rely on."""
        return (key for key, sums in self._sums.items() if sums[_COUNT])

    def parts(self, key: Key) -> Sequence[int]:
        """Return the amounts of a key in the order of ``MoneyTotals.parts``; empty where no line has it."""
        return self._sums.get(key, ())[:_COUNT]

    def keys_with(self, meets: Iterable[Meets]) -> set[Key]:
        """Return the keys with money above nothing for any of these, or with such lines that are left out."""
        wanted = list(meets)
        places = [PART_OF[each] for each in wanted]
        found: set[Key] = set()
        for place in places:
            found.update([key for key, sums in self._sums.items() if sums[place] > 0])
        for key, lines in self._left_out.items():
            if any(line.meets in wanted for line in lines.values()):
                found.add(key)
        return found

    def count(self, *keys: Key) -> int:
        """Return how many lines keys have; a line shared between two counts for each."""
        return sum(self._sums[key][_COUNT] for key in keys if key in self._sums)

    def totals(self, *keys: Key) -> MoneyTotals:
        """Return the money of keys together; nothing where no line has them."""
        found = [self._sums[key][:_COUNT] for key in keys if key in self._sums]
        parts = found[0] if len(found) == 1 else [sum(column) for column in zip(*found, strict=True)]
        left_out = [line for key in keys for line in self._left_out.get(key, {}).values()]
        return money_totals(parts or (0, 0, 0, 0), in_order(left_out) if left_out else ())


def totals_of_lines(
    plan: Plan, lines: Iterable[BudgetLine], state: MoneyState = MoneyState.PLANNED
) -> MoneyTotals:
    """Sum the money of some lines of the plan; ``unconverted`` is as the user ordered the lines."""
    sums = RunningSums()
    sums.add(lines, amounts(plan, state))
    return sums.totals(None)
