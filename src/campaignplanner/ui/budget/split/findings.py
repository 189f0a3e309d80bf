"""What does not fit together in the money: sentences, each with the lines behind it and a way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from campaignplanner.domain.activity import Activity, Side
from campaignplanner.domain.budget import BudgetLine
from campaignplanner.planning.money_gaps import (
    FiledAgainst,
    LonelyTouchpoint,
    filed_against,
    lonely_touchpoints,
    most_money_first,
)
from campaignplanner.planning.money_review import LinePart, MoneyReview
from campaignplanner.planning.money_shares import Dimension
from campaignplanner.planning.money_sums import MoneyState, amount_of
from campaignplanner.ui.budget.view import LinesAsked
from campaignplanner.ui.budget.words import money_of, percent_text, said
from campaignplanner.ui.formats import counted, shortened
from campaignplanner.ui.selection import Picked

_NAMED = 2
_ORDERED_AT_MOST = 500
_NAME_LENGTH = 36


@dataclass(frozen=True, slots=True)
class MoneyFinding:
    """Something that is worth a look; information, never an error.

    Attributes:
        sentence: what is so.
        lines: what is behind it; None where it has no lines.
        action: the words of the way on.
        way: finds what the way on leads to, when it is asked for.
    """

    sentence: str
    lines: LinesAsked | None
    action: str = ""
    way: Callable[[MoneyReview], Picked | None] | None = None


def money_findings(review: MoneyReview, state: MoneyState) -> list[MoneyFinding]:
    """Return what does not fit together, in the order in which it matters."""
    found = [
        _without_aim(review, state),
        _filed_against(review, filed_against(review, Side.ONLINE, state), state),
        _filed_against(review, filed_against(review, Side.OFFLINE, state), state),
        _lonely(review, Side.OFFLINE, state),
        _lonely(review, Side.ONLINE, state),
    ]
    return [each for each in found if each is not None]


def _without_aim(review: MoneyReview, state: MoneyState) -> MoneyFinding | None:
    table = review.table(Dimension.AIM, state)
    row = table.row(None)
    if row is None or not row.line_count or not row.totals.total:
        return None
    sentence = said(
        "%1 serves no aim yet: %2 of all money.",
        money_of(review.plan, row.totals.total),
        percent_text(row.share),
    )
    lines = LinesAsked(said("No aim yet"), lambda now: now.lines_of(Dimension.AIM, None, state))
    return MoneyFinding(sentence, lines, said("Give it an aim"), partial(_first_without_aim, state=state))


def _first_without_aim(review: MoneyReview, state: MoneyState) -> Picked | None:
    """The first activity whose money serves no aim; else the line, which may be given to an activity."""
    parts = review.lines_of(Dimension.AIM, None, state)
    activity = next((part.line.activity_id for part in parts if part.line.activity_id is not None), None)
    if activity is not None:
        return Picked(Activity, activity)
    return Picked(BudgetLine, parts[0].line_id) if parts else None


def _filed_against(review: MoneyReview, found: FiledAgainst, state: MoneyState) -> MoneyFinding | None:
    if not found.amount:
        return None
    text = (
        "%1 is filed under digital and met offline: %2 of what is filed there."
        if found.side is Side.ONLINE
        else "%1 is filed under events or other offline budgets and met online: %2 of what is filed there."
    )
    percent = percent_text(round(100 * found.amount / found.whole)) if found.whole > 0 else "\u2013"
    title = (
        said("Filed under digital, met offline")
        if found.side is Side.ONLINE
        else said("Filed under offline budgets, met online")
    )

    def lines(now: MoneyReview) -> tuple[LinePart, ...]:
        keys = filed_against(now, found.side, state).keys
        return tuple(
            part for key in keys for part in now.lines_of(Dimension.FILED_UNDER, key, state, found.meets)
        )

    return MoneyFinding(said(text, money_of(review.plan, found.amount), percent), LinesAsked(title, lines))


def _lonely(review: MoneyReview, side: Side, state: MoneyState) -> MoneyFinding | None:
    found = lonely_touchpoints(review, side, state)
    if not found:
        return None
    first = _to_name(review, found, state)
    names = ", ".join(f"\u201c{shortened(each.activity.title, _NAME_LENGTH)}\u201d" for each in first)
    if len(found) > len(first):
        names = said("%1 and others", names)
    if side is Side.OFFLINE:
        one, many = (
            said("%1 offline touchpoint has no online money next to it"),
            said("%1 offline touchpoints have no online money next to them"),
        )
        title = said("Offline, with no online money next to it")
    else:
        one, many = (
            said("%1 online touchpoint has no offline money next to it"),
            said("%1 online touchpoints have no offline money next to them"),
        )
        title = said("Online, with no offline money next to it")
    sentence = f"{counted(len(found), one, many)}: {names}."
    lines = LinesAsked(title, lambda now: _lines_of(now, lonely_touchpoints(now, side, state), state))
    return MoneyFinding(sentence, lines, said("Add a bridge"), partial(_first_lonely, side=side, state=state))


def _first_lonely(review: MoneyReview, side: Side, state: MoneyState) -> Picked | None:
    """The touchpoint that is named first."""
    found = _to_name(review, lonely_touchpoints(review, side, state), state)
    return Picked.record(found[0].activity) if found else None


def _to_name(
    review: MoneyReview, found: tuple[LonelyTouchpoint, ...], state: MoneyState
) -> tuple[LonelyTouchpoint, ...]:
    """Those with the most money; of very many, whose order would take long, the first by their titles."""
    if len(found) > _ORDERED_AT_MOST:
        return found[:_NAMED]
    return tuple(each for each, _ in most_money_first(review, found, state, _NAMED))


def _lines_of(
    review: MoneyReview, found: tuple[LonelyTouchpoint, ...], state: MoneyState
) -> tuple[LinePart, ...]:
    wanted = {each.activity.id for each in found}
    lines = (line for line in review.plan.lines_in_order if line.activity_id in wanted)
    amounts = ((line, amount_of(review.plan, line, state)) for line in lines)
    return tuple(LinePart(line, amount) for line, amount in amounts if amount)
