"""Keeps what is reckoned from a whole plan, so that pages that tell the same reckon it once.

Public: ``kept_while_same``, a decorator.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from campaignplanner.domain.plan import Plan

T = TypeVar("T")


def kept_while_same(*parts: str) -> Callable[[Callable[[Plan], T]], Callable[[Plan], T]]:
    """Have a function of a plan reckon anew only once a part of the plan that it reads is another.

    What the function returns is shared by everybody who asks, so it must not be changeable.

    Args:
        parts: the plan's fields that the function reads, all of them.
    """

    def keeping(reckon: Callable[[Plan], T]) -> Callable[[Plan], T]:
        @wraps(reckon)
        def kept(plan: Plan) -> T:
            read = tuple(getattr(plan, part) for part in parts)
            known: tuple[tuple[object, ...], T] | None = plan.worked_out.get(kept)
            if known is not None and all(one is other for one, other in zip(known[0], read, strict=True)):
                return known[1]
            result = reckon(plan)
            plan.worked_out[kept] = (read, result)
            return result

        return kept

    return keeping
