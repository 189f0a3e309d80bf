"""The spend below the timeline on paper: planned money by week or month, and how it adds up.

Columns stand where their weeks stand in the drawing above. Everything comes as numbers in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from campaignplanner.brief.context import BriefContext, side_by_side
from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.money_page import PART_KINDS, PART_NAMES
from campaignplanner.domain.days import Span
from campaignplanner.planning.budgeting import totals
from campaignplanner.planning.phasing import SpendPeriod, spend_by_month, spend_by_week
from campaignplanner.planning.timescale import TimeScale

SPEND_HEIGHT = 62.0
"""What the spend takes below the lanes, in points."""
COLUMN_HEIGHT = 36.0
TEXT_SIZE = 6.0
NARROWEST_WEEK = 9.0
_GAP = 1.0
_ORDER = (0, 2, 3, 1)
"""Online at the foot and offline at the top, as in the window."""


def spend_drawing(context: BriefContext, scale: TimeScale, days: Span) -> dict[str, Any] | None:
    """The columns of planned money with their sum line; None where no money has days or none is shown.

    Args:
        context: the brief.
        scale: of the drawing above.
        days: from the first day of that drawing to its last.
    """
    if not context.options.with_money:
        return None
    by_week = scale.pixels_per_day * 7 >= NARROWEST_WEEK
    spent = spend_by_week(context.plan) if by_week else spend_by_month(context.plan)
    seen = [
        each for each in spent.periods if each.first_day <= days.last_day and each.last_day >= days.first_day
    ]
    highest = max((each.total for each in seen), default=0)
    if not highest:
        return None
    columns = [_column(scale, days, each, highest) for each in seen]
    for column, text in zip(columns, _texts(context, seen, columns), strict=True):
        column["text"] = text
    whole = context.formats.headline(totals(context.plan).total)
    return {
        "height": SPEND_HEIGHT,
        "column_height": COLUMN_HEIGHT,
        "title": context.words.say("spend_per_week" if by_week else "spend_per_month"),
        "note": side_by_side(whole, context.words.say("adds_up")),
        "kinds": [
            {"kind": PART_KINDS[index], "name": context.words.say(PART_NAMES[index])}
            for index in range(len(PART_KINDS))
            if any(_amounts(each)[index] for each in seen)
        ],
        "columns": columns,
        "line": _line(seen, columns),
        "alt": _alt(context, seen),
    }


def _column(scale: TimeScale, days: Span, period: SpendPeriod, highest: int) -> dict[str, Any]:
    left = scale.x_of_day(max(period.first_day, days.first_day)) + _GAP
    right = scale.x_after(min(period.last_day, days.last_day)) - _GAP
    amounts = _amounts(period)
    parts = [
        {"kind": PART_KINDS[index], "height": round(COLUMN_HEIGHT * amounts[index] / highest, 2)}
        for index in _ORDER
        if amounts[index]
    ]
    return {
        "x": round(left, 2),
        "width": round(max(right - left, 0.5), 2),
        "parts": parts,
    }


def _amounts(period: SpendPeriod) -> tuple[int, int, int, int]:
    return period.online, period.offline, period.both, period.not_said


def _texts(
    context: BriefContext, periods: Sequence[SpendPeriod], columns: Sequence[dict[str, Any]]
) -> Sequence[str]:
    """The amounts at the feet of the columns: all in whole units, or else all in short, or none."""
    for shown in (context.formats.rounded, context.formats.compact):
        texts = [shown(each.total) if each.total else "" for each in periods]
        rooms = (each["width"] for each in columns)
        if all(text_width(text, TEXT_SIZE) <= room for text, room in zip(texts, rooms, strict=True)):
            return texts
    return [""] * len(periods)


def _line(periods: Sequence[SpendPeriod], columns: Sequence[dict[str, Any]]) -> list[list[float]]:
    """How the money adds up, from nothing at the first column's foot to all of it."""
    sums = list(accumulate(each.total for each in periods))
    points = [[columns[0]["x"], COLUMN_HEIGHT]]
    for column, so_far in zip(columns, sums, strict=True):
        y = COLUMN_HEIGHT * (1 - so_far / sums[-1])
        points.append([round(column["x"] + column["width"], 2), round(y, 2)])
    return points


def _alt(context: BriefContext, periods: Sequence[SpendPeriod]) -> str:
    formats = context.formats
    highest = max(periods, key=lambda each: each.total)
    return context.words.say(
        "spend_alt", amount=formats.headline(highest.total), day=formats.day(highest.first_day)
    )
