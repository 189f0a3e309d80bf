"""Which lines are shown, in what order and under which heads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from campaignplanner.domain.budget import BudgetLine, Meets, PostingKind
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import FIELD_OF, LineColumn
from campaignplanner.planning.finding import folded
from campaignplanner.planning.money_sums import MoneyState, amount_of, in_campaign_currency
from campaignplanner.ui.budget.lines.columns import STATE_OF
from campaignplanner.ui.budget.lines.grouping import EVERYTHING, Group, Grouping, grouped_by

Row: TypeAlias = str | Group
"""A line by its identifier, or the head of a group; the empty text is the row in which a line is begun."""

NEW = ""


class Sieve(Enum):
    """Which lines are shown, besides those of what is looked for; the values are what is remembered."""

    ALL = "all"
    OPEN = "open"
    CLOSED = "closed"
    APPROVED = "approved"
    COMMITTED = "committed"
    ACTUAL = "actual"
    NOTHING_POSTED = "nothing posted"
    OVER = "over"
    NO_AIM = "no aim"


@dataclass(frozen=True, slots=True)
class Wish:
    """What people want to see.

    Attributes:
        words: each has to stand somewhere in the line.
        sieve: which of the lines.
        grouping: what they are grouped by.
        column: by which column they are sorted; None for the order in which they were made.
        is_descending: the largest first.
        collapsed: the groups whose lines are folded away; they still count.
    """

    words: tuple[str, ...] = ()
    sieve: Sieve = Sieve.ALL
    grouping: Grouping = Grouping.NONE
    column: LineColumn | None = None
    is_descending: bool = False
    collapsed: frozenset[Group] = frozenset()

    @property
    def leaves_out(self) -> bool:
        """Whether lines may be left out."""
        return bool(self.words) or self.sieve is not Sieve.ALL

    def looking_for(self, text: str) -> Wish:
        """The same, for lines with these words."""
        return replace(self, words=tuple(folded(text).split()))


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Lines in their groups, from top to bottom; those of collapsed groups have no rows."""

    groups: tuple[tuple[Group, tuple[BudgetLine, ...]], ...]
    is_grouped: bool
    collapsed: frozenset[Group] = frozenset()

    @property
    def rows(self) -> list[Row]:
        """The rows, with the one for a new line at the end."""
        rows: list[Row] = []
        for group, lines in self.groups:
            if self.is_grouped:
                rows.append(group)
            if group not in self.collapsed:
                rows.extend(line.id for line in lines)
        rows.append(NEW)
        return rows

    def members(self) -> Iterable[tuple[BudgetLine, Group]]:
        """Every line that is shown, with its group."""
        return ((line, group) for group, lines in self.groups for line in lines)


def arranged(plan: Plan, wish: Wish) -> Arrangement:
    """Arranges the lines of a plan."""
    lines: Sequence[BudgetLine] = plan.lines_in_order
    if wish.leaves_out:
        fits = fitting(plan, wish)
        lines = [line for line in lines if fits(line)]
    if wish.column is not None:
        lines = sorted(lines, key=sort_key(plan, wish.column), reverse=wish.is_descending)
    if wish.grouping is Grouping.NONE:
        return Arrangement(((EVERYTHING, tuple(lines)),), is_grouped=False)
    group_of, found = grouped_by(wish.grouping, plan), dict[Group, list[BudgetLine]]()
    for line in lines:
        found.setdefault(group_of(line), []).append(line)
    in_order = sorted(found.items(), key=lambda pair: pair[0].key)
    groups = tuple((group, tuple(each)) for group, each in in_order)
    return Arrangement(groups, is_grouped=True, collapsed=wish.collapsed)


def fitting(plan: Plan, wish: Wish) -> Callable[[BudgetLine], bool]:
    """What says of each line whether it is shown."""
    is_wanted = _SIEVES[wish.sieve]

    def fits(line: BudgetLine) -> bool:
        return is_wanted(plan, line) and all(word in _words_of(plan, line) for word in wish.words)

    return fits


def _words_of(plan: Plan, line: BudgetLine) -> str:
    activity = plan.activities.get(line.activity_id) if line.activity_id is not None else None
    title = activity.title if activity is not None else ""
    texts = (line.label, title, line.filed_under, line.supplier, line.cost_type.value, line.meets.value)
    return folded(" ".join((*texts, line.note)))


def _has_posting(kind: PostingKind) -> Callable[[Plan, BudgetLine], bool]:
    def has(plan: Plan, line: BudgetLine) -> bool:
        return any(each.kind is kind for each in plan.postings.by("line_id").get(line.id, ()))

    return has


def _is_over(plan: Plan, line: BudgetLine) -> bool:
    exposure, planned = amount_of(plan, line, MoneyState.EXPOSURE), amount_of(plan, line)
    return exposure is not None and planned is not None and exposure > planned


def _has_no_aim(plan: Plan, line: BudgetLine) -> bool:
    return line.activity_id is None or not plan.contributions.by("activity_id").get(line.activity_id)


def _is_any(plan: Plan, line: BudgetLine) -> bool:
    del plan, line
    return True


def _is_open(plan: Plan, line: BudgetLine) -> bool:
    del plan
    return not line.closed


def _is_closed(plan: Plan, line: BudgetLine) -> bool:
    del plan
    return line.closed


def _is_approved(plan: Plan, line: BudgetLine) -> bool:
    del plan
    return line.frozen


def _has_nothing_posted(plan: Plan, line: BudgetLine) -> bool:
    return not plan.postings.by("line_id").get(line.id)


_SIEVES: Mapping[Sieve, Callable[[Plan, BudgetLine], bool]] = {
    Sieve.ALL: _is_any,
    Sieve.OPEN: _is_open,
    Sieve.CLOSED: _is_closed,
    Sieve.APPROVED: _is_approved,
    Sieve.COMMITTED: _has_posting(PostingKind.COMMITTED),
    Sieve.ACTUAL: _has_posting(PostingKind.ACTUAL),
    Sieve.NOTHING_POSTED: _has_nothing_posted,
    Sieve.OVER: _is_over,
    Sieve.NO_AIM: _has_no_aim,
}

_MEETS = {meets: place for place, meets in enumerate(Meets)}


def sort_key(plan: Plan, column: LineColumn) -> Callable[[BudgetLine], tuple[bool, object]]:
    """What lines are sorted by: money in the campaign's currency; what is empty comes after what is not."""
    state = STATE_OF.get(column)

    def key(line: BudgetLine) -> tuple[bool, object]:
        if state is not None:
            amount = amount_of(plan, line, state)
            return (amount is None, amount or 0)
        value = _value(plan, column, line)
        return (value is None or value == "", value if value is not None else 0)

    return key


def _value(plan: Plan, column: LineColumn, line: BudgetLine) -> object:
    if column is LineColumn.ACTIVITY:
        activity = plan.activities.get(line.activity_id) if line.activity_id is not None else None
        return "" if activity is None else folded(activity.title)
    if column is LineColumn.MEETS:
        return _MEETS[line.meets]
    if column is LineColumn.PHASING:
        return line.phasing.mode.value
    if column is LineColumn.UNIT_PRICE and line.unit_price is not None:
        return in_campaign_currency(plan.campaign, line, line.unit_price)
    value = getattr(line, FIELD_OF[column])
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return folded(value)
    if column is LineColumn.CURRENCY:
        return value or ""
    return value
