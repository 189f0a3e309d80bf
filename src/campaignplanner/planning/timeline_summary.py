"""What a collapsed lane shows of its bars: the days on which anything runs, for each side."""

from __future__ import annotations

from datetime import date, timedelta

from campaignplanner.domain.activity import Side
from campaignplanner.domain.days import Span
from campaignplanner.planning.timeline_parts import Bar, Lane

_ONE_DAY = timedelta(days=1)


def busy_days(lane: Lane, side: Side) -> tuple[Span, ...]:
    """Return the days on which anything of a side runs, as spans that do not touch one another."""
    bars = sorted((bar for track in lane.tracks(side) for bar in track.bars), key=_first_day_of)
    spans: list[Span] = []
    for bar in bars:
        last = spans[-1] if spans else None
        if last is None or (bar.first_day > last.last_day and bar.first_day - last.last_day > _ONE_DAY):
            spans.append(Span(bar.first_day, bar.last_day))
        elif bar.last_day > last.last_day:
            spans[-1] = Span(last.first_day, bar.last_day)
    return tuple(spans)


def _first_day_of(bar: Bar) -> date:
    return bar.first_day
