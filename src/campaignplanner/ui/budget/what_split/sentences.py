"""What follows from three judgements, in plain words; they are judgements and no data, and this says so."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale

from campaignplanner.planning.money_review import MoneyReview
from campaignplanner.planning.what_split import Today, WhatSplit
from campaignplanner.ui.budget.words import money_of, said, share_text


def number(value: float) -> str:
    """An outcome with three figures at most behind the point of what it is."""
    locale = QLocale()
    places = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = locale.toString(value, "f", places)
    point = locale.decimalPoint()
    return text.rstrip("0").removesuffix(point) if point in text else text


def percent(share: float) -> str:
    """A share in percent with one place."""
    return share_text(Decimal(str(round(share, 6))))


def help_sentence(found: WhatSplit) -> str:
    """Say whether the two sides help each other, and from where on they would."""
    limit = number(found.judgements.half_without_synergy)
    half = number(found.judgements.half_and_half)
    if found.helps:
        return said(
            "By your judgement the two sides help each other: half and half brings %1, more than the %2 that "
            "it would bring if they left each other alone.",
            half, limit,
        )  # fmt: skip
    return said(
        "By your judgement the two sides do not help each other: half and half brings %1. It must exceed %2, "
        "which is all online plus all offline over the square root of two, for them to help.",
        half, limit,
    )  # fmt: skip


def best_sentence(found: WhatSplit) -> str:
    """Say which share is best and how little it matters to be just there."""
    low, high = percent(found.as_good_from), percent(found.as_good_to)
    return said(
        "Best would be %1 online, which brings %2. Anything from %3 to %4 online is within %5 of that.",
        percent(found.best.online_share), number(found.best.outcome), low, high, percent(found.tolerance),
    )  # fmt: skip


def today_sentence(review: MoneyReview, found: Today | None) -> str:
    """Say where the plan lies, and what moving to the best split would gain."""
    if found is None:
        return said("No money is planned yet, so today's plan is not on the curve.")
    here = percent(found.here.online_share)
    if found.is_as_good:
        return said("Today's plan, %1 online, is as good as the best: there is nothing to move.", here)
    gain = number(found.gain) if found.gain_share is None else percent(found.gain_share)
    money = money_of(review.plan, abs(found.to_move))
    text = (
        "Today's plan is %1 online. Moving %2 to online would bring %3 more."
        if found.to_move > 0
        else "Today's plan is %1 online. Moving %2 from online to offline would bring %3 more."
    )
    words = said(text, here, money, gain)
    if found.at_most.online_share > found.here.online_share:
        words += " " + said(
            "With what is met on both sides, or not said, it is up to %1.",
            percent(found.at_most.online_share),
        )
    return words
