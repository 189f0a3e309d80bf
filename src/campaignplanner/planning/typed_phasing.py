"""Typed months and weeks: what stands in each, and what to do where they miss the total.

Typed amounts are kept when the planned amount changes. After such a change the budget page asks ``gap``: it
says by how much the typed amounts miss the planned money, and what each way of spreading the difference would
give. ``SpreadDifference`` (services) carries one out. ``periods`` gives the cells to show and type in.

All amounts are minor units of the line's own currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from campaignplanner.domain.budget import BudgetLine, PhasedAmount, Phasing, TypedBy
from campaignplanner.domain.days import Span, months_of, weeks_of
from campaignplanner.domain.money import split_by_largest_remainder
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.phasing import period_of, runs_of


class SpreadHow(Enum):
    """What to do with the difference between the planned money and what was typed."""

    PROPORTIONALLY = "proportionally"
    EVENLY = "evenly over the rest"
    ON_LAST = "on the last"
    KEEP = "keep as unallocated"


@dataclass(frozen=True, slots=True)
class PhasedPeriod:
    """A month or week of a line, with what was typed for it; None where nothing was."""

    span: Span
    amount: int | None


@dataclass(frozen=True, slots=True)
class PhasingGap:
    """By how much typed amounts miss the planned money, and the ways to close it.

    Attributes:
        difference: planned less typed: positive where money is not allocated, negative where too much is.
        ways: the phasing that each way would give; all but KEEP close the gap.
    """

    difference: int
    ways: Mapping[SpreadHow, Phasing]


def difference(line: BudgetLine) -> int:
    """Return planned less typed; 0 where the line's money is not typed by month or week."""
    if line.phasing.typed_by is None:
        return 0
    return line.planned - sum(each.amount for each in line.phasing.typed_in_force)


def gap(plan: Plan, line: BudgetLine) -> PhasingGap | None:
    """Return what is to be asked after a change; None where the typed amounts add up to the planned money."""
    missing = difference(line)
    if missing == 0:
        return None
    return PhasingGap(missing, {how: spread(plan, line, how) for how in SpreadHow})


def periods(plan: Plan, line: BudgetLine) -> tuple[PhasedPeriod, ...]:
    """Return the months or weeks in which a line runs, and those with a typed amount, in order."""
    typed_by = line.phasing.typed_by
    if typed_by is None:
        return ()
    amounts = _amounts(line.phasing, typed_by)
    spans = {span.first_day: span for span in _running(plan, line, typed_by)}
    spans.update((day, period_of(day, typed_by)) for day in amounts)
    return tuple(PhasedPeriod(spans[day], amounts.get(day)) for day in sorted(spans))


def with_typed(phasing: Phasing, amounts: Mapping[date, int | None]) -> Phasing:
    """Return the phasing with amounts typed for the periods of days; None takes a typed amount away.

    A mode in which nothing is typed leaves the phasing as it is.
    """
    typed_by = phasing.typed_by
    if typed_by is None:
        return phasing
    known: dict[date, int | None] = {**_amounts(phasing, typed_by)}
    known.update((period_of(day, typed_by).first_day, amount) for day, amount in amounts.items())
    kept = (each for each in phasing.typed if each.typed_by not in (None, typed_by))
    typed = (PhasedAmount(day, amount) for day, amount in sorted(known.items()) if amount is not None)
    return replace(phasing, typed=(*typed, *kept))


def spread(plan: Plan, line: BudgetLine, how: SpreadHow) -> Phasing:
    """Return the phasing of a line after its difference was spread; nothing typed becomes negative.

    PROPORTIONALLY scales what was typed, by largest remainder. EVENLY gives money to the periods in which the
    line runs and nothing was typed, or to all where there are none; too much is taken evenly from all.
    ON_LAST changes the last period, and those before it where it has too little. Where there is no period to
    give money to, the phasing stays as it is.
    """
    missing, typed_by = difference(line), line.phasing.typed_by
    found = periods(plan, line)
    if missing == 0 or typed_by is None or how is SpreadHow.KEEP or not found:
        return line.phasing
    amounts = {each.span.first_day: each.amount or 0 for each in found}
    days = list(amounts)
    if how is SpreadHow.PROPORTIONALLY:
        weights = list(amounts.values()) if any(amounts.values()) else [1] * len(days)
        changed = dict(zip(days, split_by_largest_remainder(line.planned, weights), strict=True))
    elif missing < 0:
        changed = _taken(amounts, -missing, evenly=how is SpreadHow.EVENLY)
    else:
        free = [each.span.first_day for each in found if not each.amount] or days
        chosen = free if how is SpreadHow.EVENLY else days[-1:]
        parts = split_by_largest_remainder(missing, [1] * len(chosen))
        changed = {day: amounts[day] + part for day, part in zip(chosen, parts, strict=True)}
    typed = {each.span.first_day for each in found if each.amount is not None}
    wanted = {day: amount for day, amount in changed.items() if amount or day in typed}
    return with_typed(line.phasing, wanted)


def _taken(amounts: Mapping[date, int], too_much: int, *, evenly: bool) -> dict[date, int]:
    """Return the amounts less what is too much, evenly or from the last on; none falls below zero."""
    left = dict(amounts)
    while too_much:
        holding = [day for day, amount in left.items() if amount]
        chosen = holding if evenly else holding[-1:]
        parts = split_by_largest_remainder(too_much, [1] * len(chosen))
        for day, part in zip(chosen, parts, strict=True):
            taken = min(part, left[day])
            left[day] -= taken
            too_much -= taken
    return left


def _amounts(phasing: Phasing, typed_by: TypedBy) -> dict[date, int]:
    """Return what was typed by the first day of its period; what was typed for one period twice is added."""
    amounts: dict[date, int] = {}
    for each in phasing.typed_in_force:
        first_day = period_of(each.day, typed_by).first_day
        amounts[first_day] = amounts.get(first_day, 0) + each.amount
    return amounts


def _running(plan: Plan, line: BudgetLine, typed_by: TypedBy) -> list[Span]:
    periods_of = months_of if typed_by is TypedBy.MONTH else weeks_of
    runs = (
        Span(date.fromordinal(first), date.fromordinal(last))
        for first, last in runs_of(plan, line.activity_id)
    )
    return [period for run in runs for period in periods_of(run)]
