"""What split? The online share that would be best, if three judgements of the user are right.

The user says what the same total would bring if all of it were spent online (y1), all offline (y2), and half
and half (y3). These are judgements and no data, and the page says so. Behind them stands one assumption:
twice the money on one side brings less than twice as much, by the square root, and the two sides help each
other (K > 0) or stand in each other's way (K < 0), so that with online share cos^2 t the outcome is

    y1 cos t + y2 sin t + K sin t cos t        with K = 2 (y3 - (y1 + y2) / sqrt 2).

The best share solves -y1 sin t + y2 cos t + K cos 2t = 0; where K < 0 there may be several solutions and the
ends are compared too. The sides help each other only where y3 exceeds (y1 + y2) / sqrt 2, which is more than
the average of y1 and y2.

The budget page calls ``what_split`` and draws ``curve``; ``today`` says where the plan lies on it. Outcomes
are in any unit that the user thinks in, so they are floating point; money is not touched here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import acos, cos, isfinite, pi, sin, sqrt

from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.money_sums import MoneyTotals

USUAL_TOLERANCE = 0.01
"""Shares whose outcome is within 1 % of the best are as good as it."""

_STEPS = 360
_HALVINGS = 80
_SMALLEST = 1e-12


@dataclass(frozen=True, slots=True)
class Judgements:
    """What the same total would bring, as the user judges it; not below zero.

    Attributes:
        all_online: y1.
        all_offline: y2.
        half_and_half: y3.
    """

    all_online: float
    all_offline: float
    half_and_half: float

    def check(self) -> None:
        """Raise PlanError, with the field, when nothing follows from the judgements."""
        for field in ("all_online", "all_offline", "half_and_half"):
            value: float = getattr(self, field)
            if not isfinite(value) or value < 0:
                raise PlanError("An outcome is a number that is not below zero.", field)
        if not (self.all_online or self.all_offline or self.half_and_half):
            raise PlanError("At least one of the three outcomes must be above zero.", "half_and_half")

    @property
    def synergy(self) -> float:
        """K: above zero where the two sides help each other, below where they stand in each other's way."""
        return 2 * (self.half_and_half - self.half_without_synergy)

    @property
    def half_without_synergy(self) -> float:
        """What half and half must exceed for the sides to help each other: more than the average of both."""
        return (self.all_online + self.all_offline) / sqrt(2)

    def outcome(self, online_share: float) -> float:
        """Return what an online share, a fraction of 1, would bring."""
        return self.outcome_at(acos(sqrt(min(1.0, max(0.0, online_share)))))

    def outcome_at(self, angle: float) -> float:
        """Return the outcome at an angle t whose online share is cos^2 t."""
        online, offline = cos(angle), sin(angle)
        return self.all_online * online + self.all_offline * offline + self.synergy * online * offline

    def slope_at(self, angle: float) -> float:
        """Return how the outcome changes with the angle; 0 where it is best."""
        return -self.all_online * sin(angle) + self.all_offline * cos(angle) + self.synergy * cos(2 * angle)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What an online share would bring."""

    online_share: float
    outcome: float


@dataclass(frozen=True, slots=True)
class WhatSplit:
    """What follows from three judgements.

    Attributes:
        judgements: what the user said.
        best: the share that brings most, and how much.
        as_good_from: the least share around the best whose outcome is within the tolerance of it.
        as_good_to: the greatest such share: far apart they say that the split matters little.
        tolerance: what counts as good as the best, a fraction of 1.
    """

    judgements: Judgements
    best: CurvePoint
    as_good_from: float
    as_good_to: float
    tolerance: float

    @property
    def helps(self) -> bool:
        """Whether the two sides help each other."""
        return self.judgements.synergy > 0

    def curve(self, steps: int = 100) -> tuple[CurvePoint, ...]:
        """Return the outcome at shares from 0 to 1 in so many equal steps."""
        shares = [step / steps for step in range(steps + 1)]
        return tuple(CurvePoint(share, self.judgements.outcome(share)) for share in shares)


@dataclass(frozen=True, slots=True)
class Today:
    """Where a plan lies on the curve.

    Attributes:
        here: its online share, as everywhere, and what that would bring.
        at_most: its share if all that is met on both sides, or not said, were online: the plan lies between.
        gain: what the best split would bring beyond ``here``; not below zero.
        gain_share: the same as a fraction of what ``here`` brings; None where that is nothing.
        to_move: minor units of money to move to online for the best split; negative: away from it.
        is_as_good: whether ``here`` is within the tolerance of the best.
    """

    here: CurvePoint
    at_most: CurvePoint
    gain: float
    gain_share: float | None
    to_move: int
    is_as_good: bool


def what_split(judgements: Judgements, tolerance: float = USUAL_TOLERANCE) -> WhatSplit:
    """Return the best split; raise PlanError when the judgements say nothing."""
    judgements.check()
    angle = max(_candidates(judgements), key=judgements.outcome_at)
    best = CurvePoint(cos(angle) ** 2, judgements.outcome_at(angle))
    enough = best.outcome * (1 - tolerance)

    def is_enough(at: float) -> bool:
        return judgements.outcome_at(at) >= enough

    return WhatSplit(
        judgements,
        best,
        as_good_from=cos(_last_that(is_enough, angle, pi / 2)) ** 2,
        as_good_to=cos(_last_that(is_enough, angle, 0.0)) ** 2,
        tolerance=tolerance,
    )


def today(found: WhatSplit, totals: MoneyTotals) -> Today | None:
    """Return where money lies on the curve; None while there is none."""
    whole = totals.total
    if whole <= 0:
        return None
    share = totals.online / whole
    here = CurvePoint(share, found.judgements.outcome(share))
    most = (whole - totals.offline) / whole
    gain = max(0.0, found.best.outcome - here.outcome)
    return Today(
        here=here,
        at_most=CurvePoint(most, found.judgements.outcome(most)),
        gain=gain,
        gain_share=gain / here.outcome if here.outcome > 0 else None,
        to_move=round(found.best.online_share * whole) - totals.online,
        is_as_good=here.outcome >= found.best.outcome * (1 - found.tolerance),
    )


def _candidates(judgements: Judgements) -> Iterator[float]:
    """Yield both ends and every angle at which the outcome neither rises nor falls."""
    yield 0.0
    yield pi / 2
    angles = [step * pi / 2 / _STEPS for step in range(_STEPS + 1)]
    for one, other in pairwise(angles):
        if judgements.slope_at(one) > 0 >= judgements.slope_at(other):
            yield _last_that(lambda angle: judgements.slope_at(angle) > 0, one, other)


def _last_that(holds: Callable[[float], bool], start: float, end: float) -> float:
    """Return the last angle from a start, where it holds, towards an end up to which it holds throughout."""
    step = (end - start) / _STEPS
    if abs(step) < _SMALLEST:
        return start
    count = next((number for number in range(1, _STEPS + 1) if not holds(start + number * step)), None)
    if count is None:
        return end
    inside, outside = start + (count - 1) * step, start + count * step
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if holds(middle) else (inside, middle)
    return inside
