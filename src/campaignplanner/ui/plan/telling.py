"""What was done to the dates of activities, told in one sentence with the way back beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.ui.formats import counted, day_text, days_text, shortened
from campaignplanner.ui.messages import Answer

if TYPE_CHECKING:
    from campaignplanner.domain.days import Span
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools


def tell(tools: PageTools, sentence: str) -> None:
    """Says what was done, with Undo beside it; an empty sentence says nothing."""
    plan = tools.live.plan
    if plan is not None and sentence:
        undo = partial(tools.live.undo, plan.campaign.id)
        tools.messages.say(sentence, Answer(_said("Undo"), undo))


def moved_text(plan: Plan, activity_ids: Iterable[str], days: int) -> str:
    """What became of activities that were moved; `plan` is the one before, or the one after."""
    chosen = list(dict.fromkeys(activity_ids))
    dated = [each for each in chosen if plan.span_of(each) is not None]
    if not dated or days == 0:
        return ""
    moved = _said("%1 moved %2 later.") if days > 0 else _said("%1 moved %2 earlier.")
    who = f"“{shortened(plan.activities[dated[0]].title)}”"
    if len(dated) > 1:
        who = counted(len(dated), "", _said("%1 activities"))
    sentence = moved.replace("%2", days_text(abs(days))).replace("%1", who)
    undated = len(chosen) - len(dated)
    if not undated:
        return sentence
    stay = counted(undated, _said("1 has no dates yet."), _said("%1 have no dates yet."))
    return f"{sentence} {stay}"


def rescheduled_text(title: str, flights: int, before: Span, after: Span | None) -> str:
    """What became of the flights of an activity whose dates were typed; empty where nothing changed."""
    if after == before:
        return ""
    if after is None:
        gone = _said("The %1 flights of “%2” were deleted: it has no dates now.")
    elif after.days == before.days:
        is_later = after.first_day > before.first_day
        gone = _said("The %1 flights of “%2” moved %3 later.")
        gone = gone if is_later else _said("The %1 flights of “%2” moved %3 earlier.")
        gone = gone.replace("%3", days_text(abs((after.first_day - before.first_day).days)))
    else:
        gone = _stretched_text(before, after)
    return gone.replace("%1", str(flights)).replace("%2", shortened(title))


def _stretched_text(before: Span, after: Span) -> str:
    said = _said("The first of the %1 flights of “%2” begins on %4 now, and the last ends on %5.")
    if after.last_day == before.last_day:
        said = _said("The first of the %1 flights of “%2” begins on %4 now; the others stay.")
    elif after.first_day == before.first_day:
        said = _said("The last of the %1 flights of “%2” ends on %5 now; the others stay.")
    return said.replace("%4", day_text(after.first_day)).replace("%5", day_text(after.last_day))


def _said(text: str) -> str:
    return QCoreApplication.translate("telling", text)
