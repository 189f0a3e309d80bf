"""How soon all figures of 10,000 budget lines are there, and there again after an edit.

Below the window: totals in every state, all split tables, money over time, and what does not fit together.
The floor is a bare loop that sums the same lines, measured in turns with the figure. Times are of the
processor, so that what else the machine does counts less.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from statistics import median

from benchmarks.generator import FIRST_DAY, plan_of_size
from benchmarks.report import Measurement
from campaignplanner.domain.activity import Side
from campaignplanner.domain.budget import Posting, PostingKind
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_gaps import band_gap, filed_against, lonely_touchpoints, total_check
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.planning.pacing import pacing

RUNS = 9
ACTIVITIES = 15_000
"""Two lines to three activities: 10,000 lines."""

BOUNDS = {"open": 300.0, "edit": 30.0}
"""Milliseconds: of the page as a whole, painting included."""

_MEASURES = {
    "open": "money: all totals and splits of {lines:,} lines",
    "edit": "money: all of them again after an edited line",
}
_TABLES = [each for each in Dimension if each is not Dimension.ACTIVITY]


def measure(runs: int = RUNS) -> list[Measurement]:
    """Counts and edits so many times, each in turns with its floor."""
    plan = with_postings(plan_of_size(ACTIVITIES))
    gc.collect()
    gc.freeze()
    taken: dict[str, list[float]] = {"open": [], "edit": [], "floor": []}
    for run in range(runs + 1):
        reviews: list[MoneyReview] = []
        opened = milliseconds(lambda reviews=reviews: reviews.append(all_figures(MoneyReview(plan))))
        edited = edited_plan(plan, run)
        again = milliseconds(lambda review=reviews[0], edited=edited: all_figures(review.after(edited)))
        floor = milliseconds(lambda: bare_loop(plan))
        if run:  # the first one fills caches and is not counted
            for name, figure in (("open", opened), ("edit", again), ("floor", floor)):
                taken[name].append(figure)
    gc.unfreeze()
    floor = median(taken["floor"])
    return [
        Measurement(
            _MEASURES[name].format(lines=len(plan.lines)),
            median(taken[name]),
            "ms",
            floor,
            BOUNDS[name],
            is_absolute=True,
        )
        for name in BOUNDS
    ]


def with_postings(plan: Plan) -> Plan:
    """The plan with money committed on every third line and spent on every fourth."""
    records = list(plan.records())
    for number, line in enumerate(plan.lines.values()):
        day = FIRST_DAY + timedelta(days=number % 500)
        for step, kind in ((3, PostingKind.COMMITTED), (4, PostingKind.ACTUAL)):
            if number % step == 0:
                amount = line.planned // 2
                records.append(
                    Posting(id=f"{kind.value} {number}", line_id=line.id, day=day, kind=kind, amount=amount)
                )
    return Plan.of(plan.campaign, records)


def edited_plan(plan: Plan, run: int) -> Plan:
    """The plan after another amount was typed into a line."""
    line = next(iter(plan.lines.values()))
    after = replace(line, planned=line.planned + run + 1, quantity=None, unit_price=None)
    return plan.applying(ChangeSet("", (Change(line, after),), plan.campaign.id))


def all_figures(review: MoneyReview) -> MoneyReview:
    """Asks for everything that the budget page can show at once."""
    for state in MoneyState:
        review.totals(state)
    for dimension in _TABLES:
        review.table(dimension)
    planned, actual = review.spending(), review.spending(MoneyState.ACTUAL)
    planned.by_month()
    planned.by_week()
    pacing(planned, actual, FIRST_DAY + timedelta(days=200))
    band_gap(review.plan.campaign, review.totals())
    total_check(review.plan, review.totals())
    filed_against(review)
    for side in Side:
        lonely_touchpoints(review, side)
    return review


def bare_loop(plan: Plan) -> dict[tuple[str, object], int]:
    """The planned money by holder and by what the customer meets: the least that can be summed."""
    sums: dict[tuple[str, object], int] = {}
    for line in plan.lines.values():
        key = (line.filed_under, line.meets)
        sums[key] = sums.get(key, 0) + line.planned
    return sums


def milliseconds(step: Callable[[], object]) -> float:
    """How much of the processor's time a step takes."""
    began = time.process_time()
    step()
    return (time.process_time() - began) * 1e3
