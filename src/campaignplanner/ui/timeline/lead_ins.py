"""The time of preparation before an activity begins, as a thin line that leads to the foot of its first bar.

At the foot and not in the middle: there it would strike through the title of the bar before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from campaignplanner.domain.activity import Side
from campaignplanner.domain.days import Span
from campaignplanner.planning.day_index import DayIndex
from campaignplanner.planning.timeline_layout import Bar, VisiblePart
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.view import View

_HEIGHT = 2.0
_TICK = 6.0
_STRENGTH = 0.32

LeadInsOfLanes = Mapping[int, DayIndex[Bar]]
"""The bars that are prepared for, by the index of their lane and the days of the preparation."""


def lead_ins_of(content: TimelineContent) -> LeadInsOfLanes:
    """The times of preparation of all activities that have one before their first day."""
    starts = dict(_starts(content))
    found: defaultdict[int, list[tuple[Span, Bar]]] = defaultdict(list)
    for bar in _first_bars(content, starts) if starts else ():
        found[bar.lane].append((Span(starts[bar.activity_id], bar.first_day - timedelta(days=1)), bar))
    return {lane: DayIndex(spans) for lane, spans in found.items()}


def paint_lead_ins(
    painter: QPainter,
    ink: Ink,
    view: View,
    part: VisiblePart,
    content: TimelineContent,
    found: LeadInsOfLanes,
) -> None:
    """Paints the times of preparation in view; bars are painted over them."""
    days = view.days()
    for lane in part.open_lanes:
        index = found.get(lane.lane.index)
        for span, bar in index.touching(days) if index is not None else ():
            foot = round(view.y(content.layout.bar_top(bar) + content.layout.metrics.bar_height))
            _paint_lead_in(painter, view, _colour(ink, bar), span, foot)


def _paint_lead_in(painter: QPainter, view: View, colour: QColor, span: Span, foot: float) -> None:
    start = round(view.x(span.first_day))
    left, right = max(start, view.regions.aim_width), min(view.x_after(span.last_day), view.regions.width)
    painter.fillRect(QRectF(left, foot - _HEIGHT, right - left, _HEIGHT), colour)
    painter.fillRect(QRectF(start, foot - _TICK, 1.5, _TICK), colour)


def _colour(ink: Ink, bar: Bar) -> QColor:
    colour = QColor(ink.theme.online if bar.side is Side.ONLINE else ink.theme.offline)
    colour.setAlphaF(_STRENGTH)
    return colour


def _starts(content: TimelineContent) -> Iterator[tuple[str, date]]:
    # The grouping is kept from one edit to the next: few of many activities are prepared for.
    for start, activities in content.plan.activities.by("preparation_from").items():
        if not isinstance(start, date):
            continue
        for activity in activities:
            span = content.plan.span_of(activity.id)
            if span is not None and start < span.first_day:
                yield activity.id, start


def _first_bars(content: TimelineContent, starts: Mapping[str, date]) -> Iterator[Bar]:
    """The first bar of each activity that is prepared for, in its own lane."""
    for lane in content.arrangement.lanes:
        seen: set[str] = set()
        for track in (*lane.online, *lane.offline):
            for bar in track.bars:
                if bar.activity_id in starts and not bar.ghost and bar.activity_id not in seen:
                    seen.add(bar.activity_id)
                    yield bar
