"""What the tips beside the mouse say while something is dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from campaignplanner.domain.days import joined_spans
from campaignplanner.planning.bridges import BridgeJudgement
from campaignplanner.planning.timeline_draft import Draft
from campaignplanner.ui.formats import counted, days_text, shortened
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.gestures.tip import TipLine
from campaignplanner.ui.timeline.words import translate, weekday_span_text

_TITLE_LENGTH = 40
_MOST_BRIDGES = 3


def dates_line(draft: Draft) -> TipLine:
    """The new days, with their weekdays: of the one run that changes, or of all together."""
    spans = [flight.span for flight in draft.flights.values()]
    span = joined_spans(spans)
    words = "" if span is None else weekday_span_text(span.first_day, span.last_day)
    ids = draft.activity_ids
    if len(ids) == 1:
        title = shortened(draft.plan.activities[ids[0]].title, _TITLE_LENGTH)
        return TipLine(f"{title}: {words}", strong=True)
    one, many = translate("Timeline", "%1 activity"), translate("Timeline", "%1 activities")
    return TipLine(f"{counted(len(ids), one, many)}: {words}", strong=True)


def move_line(days: int) -> TipLine:
    """By how much: `5 days later`."""
    later, earlier = translate("Timeline", "%1 later"), translate("Timeline", "%1 earlier")
    return TipLine((later if days > 0 else earlier).replace("%1", days_text(abs(days))), Tone.MUTED)


def bridge_lines(draft: Draft) -> Iterator[TipLine]:
    """What breaks and what holds again; of many the first few."""
    yield from _told(draft.broken, translate("Timeline", "Breaks: %1"), Tone.ERROR)
    yield from _told(draft.healed, translate("Timeline", "Holds again: %1"), Tone.GOOD)


def refusal_line(sentence: str) -> TipLine:
    """Why it cannot be."""
    return TipLine(sentence, Tone.ERROR)


def _told(judgements: Iterable[BridgeJudgement], words: str, tone: Tone) -> Iterator[TipLine]:
    found = tuple(judgements)
    for judgement in found[:_MOST_BRIDGES]:
        yield TipLine(words.replace("%1", judgement.message), tone)
    if len(found) > _MOST_BRIDGES:
        one, many = translate("Timeline", "and 1 more bridge"), translate("Timeline", "and %1 more bridges")
        yield TipLine(counted(len(found) - _MOST_BRIDGES, one, many), tone)
