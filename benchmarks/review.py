"""How long the review of 10,000 activities works, whole and after one edit.

Processor time, so that other programs on the machine count less. The floor of the whole review is every
record of the plan checked by its own rules, as when a plan is read; that of the longest step is a step as
most are; that of the edit is the plan after it. A step is counted without what Python's collector took in it:
that goes through the objects of the whole program once in a while, whoever's turn it is.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Self

from benchmarks.generator import plan_of_size
from benchmarks.report import Measurement
from campaignplanner.domain.changes import ChangeSet
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.review.engine import Review
from campaignplanner.planning.review.rule import ReviewContext
from campaignplanner.services.commands.activity import ChangeActivity
from campaignplanner.services.commands.flight import MoveActivity

RUNS = 7
ACTIVITIES = 10_000
CONTEXT = ReviewContext(date(2026, 10, 9))
BOUNDS = {"whole": 400.0, "step": 5.0, "edit": 20.0}
"""Milliseconds."""

_MEASURES = {
    "whole": f"review: {ACTIVITIES:,} activities from scratch",
    "step": "review: longest step of these",
    "edit": "review: after one edit of these",
}


def measure(runs: int = RUNS) -> list[Measurement]:
    """Reviews and edits so many times, each in turns with its floor."""
    taken: dict[str, list[float]] = {}
    for run in range(runs + 1):
        for name, milliseconds in one_run(run).items():
            if run:  # the first one fills caches and is not counted
                taken.setdefault(name, []).append(milliseconds)
    return [measurement(name, taken) for name in BOUNDS]


def measurement(name: str, taken: dict[str, list[float]]) -> Measurement:
    """A figure beside its floor."""
    figure, floor = median(taken[name]), median(taken[f"{name} floor"])
    return Measurement(_MEASURES[name], figure, "ms", floor, BOUNDS[name], is_absolute=True)


def one_run(run: int) -> dict[str, float]:
    """Reviews a plan of which nothing was worked out before, then moves an activity and renames another."""
    plan, other = plan_of_size(ACTIVITIES), plan_of_size(ACTIVITIES)
    gc.collect()
    gc.freeze()  # as after the program's start
    floor = milliseconds(other.check)
    review = Review(plan, CONTEXT)
    with Collector() as collector:
        steps = timed_steps(review, collector)
    ids = list(plan.activities)
    edits, floors = [], []
    for command in (MoveActivity(ids[10 * run], 1), ChangeActivity(ids[10 * run + 1], {"title": "Evening"})):
        change_set = command.changes(plan)
        floors.append(milliseconds(lambda plan=plan, step=change_set: plan.applying(step)))
        plan = plan.applying(change_set)
        edits.append(milliseconds(lambda plan=plan, step=change_set: follow(review, plan, step)))
    return {
        "whole floor": floor,
        "whole": sum(steps) + collector.taken,
        "step floor": median(steps),
        "step": max(steps),
        "edit floor": max(floors),
        "edit": max(edits),
    }


class Collector:
    """Takes the time of Python's collector.

    Attributes:
        taken: milliseconds of the processor so far.
    """

    def __init__(self) -> None:
        self.taken = 0.0
        self._began = 0.0

    def __enter__(self) -> Self:
        gc.callbacks.append(self._note)
        return self

    def __exit__(self, *error: object) -> None:
        gc.callbacks.remove(self._note)

    def _note(self, phase: str, info: dict[str, int]) -> None:
        del info
        if phase == "start":
            self._began = time.process_time()
        else:
            self.taken += (time.process_time() - self._began) * 1e3


def timed_steps(review: Review, collector: Collector) -> list[float]:
    """Runs a review through; how long each step took, without the collector."""
    steps, taken, is_through = review.steps(), list[float](), False
    while not is_through:
        began, collected = time.process_time(), collector.taken
        is_through = next(steps, review) is review
        taken.append((time.process_time() - began) * 1e3 - (collector.taken - collected))
    return taken


def follow(review: Review, plan: Plan, change_set: ChangeSet) -> None:
    """Tells a review of an edit and runs it through."""
    review.follow(plan, change_set)
    for _ in review.steps():
        pass


def milliseconds(step: Callable[[], object]) -> float:
    """How much of the processor a step takes."""
    began = time.process_time()
    step()
    return (time.process_time() - began) * 1e3
