"""The figures at the head of the budget page, and what is to be said about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from campaignplanner.planning import budgeting
from campaignplanner.planning.money_gaps import total_check, without_rate
from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.ui.budget.words import line_names, money_of, said, state_name


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, how much, and what belongs to it in small."""

    caption: str
    amount: str
    note: str = ""
    is_wrong: bool = False


class WayOn(Enum):
    """What a notice leads to."""

    SET_TOTAL = "set total"
    OPEN_LINE = "open line"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about the figures, and the way on from it.

    Attributes:
        sentence: what is so.
        action: the words of the button; empty for none.
        way: what it leads to.
        line_id: the line that is to be opened.
        is_wrong: whether something is wrong; else it is only good to know.
    """

    sentence: str
    action: str = ""
    way: WayOn | None = None
    line_id: str = ""
    is_wrong: bool = True


def figures(review: MoneyReview) -> tuple[Figure, ...]:
    """Return the figures in their order: from what there is to what is left."""
    plan = review.plan
    total = plan.campaign.budget_total
    kept, left = budgeting.reserve(plan), None
    if total is not None and kept is not None:
        left = total - review.totals(MoneyState.EXPOSURE).total - kept.left
    states = [Figure(state_name(state), money_of(plan, review.totals(state).total)) for state in MoneyState]
    return (
        Figure(said("Total"), said("Not set") if total is None else money_of(plan, total)),
        _reserve(review),
        *states,
        Figure(
            said("Available"),
            "\u2013" if left is None else money_of(plan, left),
            is_wrong=left is not None and left < 0,
        ),
    )


def _reserve(review: MoneyReview) -> Figure:
    kept = budgeting.reserve(review.plan)
    if kept is None:
        return Figure(said("Reserve left"), "\u2013")
    if kept.overdrawn:
        note = said("overdrawn by %1", money_of(review.plan, kept.overdrawn))
    elif kept.drawn:
        note = said("%1 of %2 drawn", money_of(review.plan, kept.drawn), money_of(review.plan, kept.amount))
    else:
        note = said("nothing drawn yet")
    return Figure(said("Reserve left"), money_of(review.plan, kept.left), note, bool(kept.overdrawn))


def notices(review: MoneyReview) -> Sequence[Notice]:
    """Return what must be known before the figures are believed."""
    return [notice for notice in (_total_notice(review), _rate_notice(review)) if notice is not None]


def _total_notice(review: MoneyReview) -> Notice | None:
    plan = review.plan
    check = total_check(plan, review.totals())
    if check is None:
        if not plan.lines:
            return None
        sentence = said("No total is typed, so nothing can be said about what is available.")
        return Notice(sentence, said("Set the total"), WayOn.SET_TOTAL, is_wrong=False)
    if check.exceeded:
        sentence = said(
            "The lines add up to %1: %2 more than the total of %3.",
            money_of(plan, check.lines),
            money_of(plan, check.exceeded),
            money_of(plan, check.total),
        )
        return Notice(sentence, said("Change the total"), WayOn.SET_TOTAL)
    if check.not_explained and plan.lines:
        text = _not_reached(review, check.lines, check.not_explained, check.reserve)
        return Notice(text, is_wrong=False)
    return None


def _not_reached(review: MoneyReview, lines: int, missing: int, reserve: int) -> str:
    plan = review.plan
    if not reserve:
        return said(
            "The lines add up to %1 and do not reach the total: %2 of it is in no line.",
            money_of(plan, lines),
            money_of(plan, missing),
        )
    return said(
        "The lines add up to %1 and do not reach the total: besides the reserve of %3, %2 is in no line.",
        money_of(plan, lines),
        money_of(plan, missing),
        money_of(plan, reserve),
    )


def _rate_notice(review: MoneyReview) -> Notice | None:
    left_out = without_rate(review)
    if not left_out:
        return None
    if len(left_out) == 1:
        sentence = said("%1 is in no figure: it has no exchange rate yet.", line_names(left_out))
    else:
        sentence = said("%1 are in no figure: they have no exchange rate yet.", line_names(left_out))
    return Notice(sentence, said("Set a rate"), WayOn.OPEN_LINE, left_out[0].id)
