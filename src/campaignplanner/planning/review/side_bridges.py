"""Where a new activity on the other side would stand beside one that is there, and how the two are tied."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain.activity import Activity, Kind, Side
from campaignplanner.domain.bridge import Pattern
from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.review.kinds import GATHERINGS, TRIALS
from campaignplanner.planning.review.making import FORTNIGHT, span_from
from campaignplanner.planning.review.rule import Sight
from campaignplanner.planning.sentences import quoted


@dataclass(frozen=True, slots=True)
class Tie:
    """How a new activity is tied to one that is there.

    Attributes:
        span: its days.
        pattern: of the bridge.
        is_from: whether the bridge leads from the one that is there to the new one.
    """

    span: Span
    pattern: Pattern
    is_from: bool


def bridge_to_other_side(sight: Sight, there: Activity, kind: Kind) -> Tie:
    """Return days and pattern with which the bridge holds; raise PlanError where the calendar ends."""
    span = sight.plan.span_of(there.id)
    if span is None:
        raise PlanError(f"{quoted(there.title)} has no dates yet.", record_id=there.id)
    thresholds = sight.plan.campaign.thresholds
    if there.side is Side.ONLINE:
        lead = max(thresholds.announce_hint_days, 1)
        pattern = Pattern.ANNOUNCES if kind in GATHERINGS else Pattern.IS_SHOWN_AT
        days = span_from(shifted_day(span.first_day, lead), 1 if kind in GATHERINGS else FORTNIGHT)
        return Tie(days, pattern, is_from=True)
    next_day = shifted_day(span.last_day, min(1, thresholds.carry_on_days))
    if there.kind in TRIALS:
        asked = shifted_day(span.last_day, max(thresholds.ask_after_usual_days, 1))
        return Tie(span_from(asked, FORTNIGHT), Pattern.IS_TALKED_ABOUT_IN, is_from=True)
    if there.kind in GATHERINGS or there.kind in (Kind.POP_UP, Kind.SERVICE_CLINIC):
        return Tie(span_from(next_day, FORTNIGHT), Pattern.CARRIES_ON_AS, is_from=True)
    return Tie(Span(span.first_day, shifted_day(span.last_day, 1)), Pattern.LEADS_TO, is_from=True)
