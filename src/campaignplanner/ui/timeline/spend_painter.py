"""Paints the strip below the lanes: money per week or month in four segments, and how it adds up."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter

from campaignplanner.planning.phasing import SpendPeriod
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.spend_strip import SpendSeries, SpendStrip, last_day_of
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate

_TOP = 18.0
_BOTTOM = 10.0
_GAP = 1.0
_LEFT = 20.0
_ROOM_FOR_GAPS = 9.0
_ROOM_FOR_HATCHES = 4.0
_DOT = 2.5
_HATCH = 0.3


def strip_height(ink: Ink) -> float:
    """The height that the texts at the left need."""
    return round(14 + _BOTTOM + 4 * _line(ink.small_metrics))


def paint_spend(
    painter: QPainter, ink: Ink, view: View, strip: SpendStrip, pointed_at: SpendPeriod | None = None
) -> None:
    """Paints the ground, the texts at the left and the periods in view, with the one that is pointed at."""
    area = view.regions.spend
    painter.fillRect(area, ink.theme.surface_raised)
    painter.setPen(ink.hairline)
    painter.drawLine(area.topLeft(), area.topRight())
    series = strip.series(view)
    painter.save()
    painter.setClipRect(QRectF(view.regions.aim_width, area.top(), view.regions.lanes_width, area.height()))
    _paint_pointed_at(painter, ink, view, series, pointed_at)
    _paint_periods(painter, ink.theme, view, series)
    _paint_sum(painter, ink, view, series, strip)
    painter.restore()
    _paint_texts(painter, ink, view, strip, series)


def period_at(view: View, strip: SpendStrip, x: float) -> tuple[SpendPeriod, int] | None:
    """The period under a point of the strip, and what is planned until its end."""
    series = strip.series(view)
    index = series.index_at(view.day_at(x))
    return None if index is None else (series.periods[index], series.so_far[index])


def period_box(view: View, period: SpendPeriod) -> QRectF:
    """Where a period lies in the strip, from top to bottom."""
    area = view.regions.spend
    left = view.x(period.first_day)
    return QRectF(left, area.top() + 1, view.x_after(period.last_day) - left, area.height() - 1)


def _paint_pointed_at(
    painter: QPainter, ink: Ink, view: View, series: SpendSeries, pointed_at: SpendPeriod | None
) -> None:
    if pointed_at is not None and pointed_at in series.periods:
        painter.fillRect(period_box(view, pointed_at), ink.theme.selection)


def _paint_periods(painter: QPainter, theme: Theme, view: View, series: SpendSeries) -> None:
    days = view.days()
    start = bisect_left(series.periods, days.first_day, key=last_day_of)
    hatch = QColor(theme.surface)
    hatch.setAlphaF(_HATCH)
    brush = QBrush(hatch, Qt.BrushStyle.BDiagPattern)
    for period in series.periods[start:]:
        if period.first_day > days.last_day:
            break
        _paint_period(painter, theme, view, series, period, brush)


def _paint_period(
    painter: QPainter, theme: Theme, view: View, series: SpendSeries, period: SpendPeriod, hatch: QBrush
) -> None:
    """Offline is hatched: in grey its colour is that of online."""
    area = view.regions.spend
    left, right = view.x(period.first_day), view.x_after(period.last_day)
    gap = 2.5 if right - left >= _ROOM_FOR_GAPS else 0.0
    full = area.height() - _TOP - _BOTTOM
    bottom = area.bottom() - _BOTTOM
    for number, (amount, colour, is_hatched) in enumerate(_stack(period, theme)):
        height = full * amount / series.highest
        inset = _GAP if number and height > 2 * _GAP else 0.0
        box = QRectF(left + gap, bottom - height, max(1.0, right - left - 2 * gap), height - inset)
        painter.fillRect(box, colour)
        if is_hatched and box.width() >= _ROOM_FOR_HATCHES:
            painter.fillRect(box, hatch)
        bottom -= height


def _stack(period: SpendPeriod, theme: Theme) -> list[tuple[int, QColor, bool]]:
    segments = (
        (period.online, theme.online, False),
        (period.both, theme.both, False),
        (period.not_said, theme.not_said, False),
        (period.offline, theme.offline, True),
    )
    return [segment for segment in segments if segment[0] > 0]


def _paint_sum(painter: QPainter, ink: Ink, view: View, series: SpendSeries, strip: SpendStrip) -> None:
    """The line of what is planned so far, from nothing to all, with all of it in words at its end."""
    if not series.periods or not series.so_far[-1]:
        return
    points = _sum_points(view, series, strip.last_day)
    # Single lines take a tenth of the time of a wide polyline, and the corners are too blunt to show.
    lines = [QLineF(start, end) for start, end in pairwise(points)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in (ink.sum_halo, ink.sum):
        painter.setPen(pen)
        painter.drawLines(lines)
    end = points[-1]
    if view.regions.aim_width <= end.x() <= view.regions.width:
        painter.setBrush(ink.theme.text)
        painter.drawEllipse(end, _DOT, _DOT)
        _paint_end(painter, ink, view, end, strip.dated)
    painter.restore()


def _sum_points(view: View, series: SpendSeries, last_day: date | None) -> list[QPointF]:
    """The corners of the line in view and one beyond either edge."""
    area, days = view.regions.spend, view.days()
    full = area.height() - _TOP - _BOTTOM
    bottom = area.bottom() - _BOTTOM
    start = max(0, bisect_left(series.periods, days.first_day, key=last_day_of) - 1)
    before = series.so_far[start - 1] if start else 0
    amounts = [(view.x(series.periods[start].first_day), before)]
    for period, so_far in zip(series.periods[start:], series.so_far[start:], strict=True):
        end = period.last_day if last_day is None else max(period.first_day, min(period.last_day, last_day))
        amounts.append((view.x_after(end), so_far))
        if period.first_day > days.last_day:
            break
    whole = series.so_far[-1]
    return [QPointF(x, bottom - full * amount / whole) for x, amount in amounts]


def _paint_end(painter: QPainter, ink: Ink, view: View, end: QPointF, total: str) -> None:
    """Beside the end of the line where there is room, else above it to the left."""
    metrics = ink.small_metrics
    width = metrics.horizontalAdvance(total)
    at = QPointF(end.x() + 8, end.y() + metrics.ascent() / 2 - 1)
    if at.x() + width > view.regions.width - 4:
        at = QPointF(end.x() - width - 2, end.y() - 5)
    painter.setFont(ink.small_font)
    painter.setPen(ink.text)
    painter.drawText(at, total)


def _paint_texts(painter: QPainter, ink: Ink, view: View, strip: SpendStrip, series: SpendSeries) -> None:
    area = view.regions.spend
    room = view.regions.aim_width - _LEFT - 12
    tones = {Tone.GOOD: ink.good, Tone.ERROR: ink.error}
    money = " · ".join(text for text in (strip.total, strip.share) if text)
    target, tone = strip.target
    weekly, monthly = translate("Timeline", "Spend per week"), translate("Timeline", "Spend per month")
    small = ink.small_writing
    lines = [
        (monthly if series.is_monthly else weekly, ink.month_writing, ink.text),
        (strip.total, small, ink.muted),
        (strip.share, small, ink.muted),
        (target, small, tones.get(tone, ink.muted)),
    ]
    if small.width(money) <= room:
        lines[1:3] = [(money, small, ink.muted)]
    if strip.undated:
        lines.append((strip.undated, small, ink.muted))
    y = area.top() + 10
    for text, writing, pen in [line for line in lines if line[0]][:4]:
        painter.setFont(writing.font)
        painter.setPen(pen)
        painter.drawStaticText(QPointF(_LEFT, y), writing.ready(writing.cut(text, room)))
        y += _line(ink.small_metrics)


def _line(metrics: QFontMetricsF) -> float:
    return round(metrics.height() * 1.22)
