"""Paints the spend strip under the lanes: planned money per week, stacked by what the customer meets."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import MoneyTotals, totals, within_band
from campaignplanner.planning.phasing import SpendPeriod, spend_by_week
from campaignplanner.ui.formats import money_text
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.card_texts import Tone, split_text
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate

_TOP = 14.0
_BOTTOM = 10.0
_GAP = 1.0
_LEFT = 20.0
_ROOM_FOR_GAPS = 9.0


@dataclass(frozen=True, slots=True)
class SpendStrip:
    """What the strip shows of a plan.

    Attributes:
        periods: the weeks by their first day.
        highest: the most that is planned in one week, in minor units; at least one.
        total: all planned money in words.
        share: the split in words.
        target: the target band and whether the plan is in it, in words; empty without a band.
        target_tone: good, error or muted.
        undated: what could not be put into weeks, in words; empty when nothing.
    """

    periods: tuple[SpendPeriod, ...]
    highest: int
    total: str
    share: str
    target: str
    target_tone: Tone
    undated: str


def spend_strip(plan: Plan) -> SpendStrip:
    """The strip of a plan."""
    spend = spend_by_week(plan)
    money = totals(plan)
    currency = plan.campaign.currency
    words = translate("Timeline", "%1 planned").replace("%1", money_text(money.total, currency))
    target, tone = _target(plan.campaign, money)
    undated = spend.undated.total
    return SpendStrip(
        periods=spend.periods,
        highest=max((period.total for period in spend.periods), default=0) or 1,
        total=words if money.total else translate("Timeline", "No money planned yet"),
        share=split_text(money),
        target=target,
        target_tone=tone,
        undated=_undated(undated, currency),
    )


def strip_height(ink: Ink) -> float:
    """The height that the texts at the left need."""
    return round(_TOP + _BOTTOM + 4 * _line(ink.small_metrics))


def paint_spend(painter: QPainter, ink: Ink, view: View, strip: SpendStrip) -> None:
    """Paints the ground, the texts at the left and the weeks in view."""
    area = view.regions.spend
    painter.fillRect(area, ink.theme.surface_raised)
    painter.setPen(ink.hairline)
    painter.drawLine(area.topLeft(), area.topRight())
    _paint_weeks(painter, ink.theme, view, strip)
    _paint_texts(painter, ink, view, strip)


def period_at(view: View, strip: SpendStrip, x: float) -> SpendPeriod | None:
    """The week under a point of the strip."""
    day = view.day_at(x)
    return next((each for each in strip.periods if each.first_day <= day <= each.last_day), None)


def _paint_weeks(painter: QPainter, theme: Theme, view: View, strip: SpendStrip) -> None:
    area = view.regions.spend
    days = view.days()
    painter.save()
    painter.setClipRect(QRectF(view.regions.aim_width, area.top(), view.regions.lanes_width, area.height()))
    start = bisect_left(strip.periods, days.first_day, key=_last_day)
    for period in strip.periods[start:]:
        if period.first_day > days.last_day:
            break
        _paint_week(painter, theme, view, strip, period)
    painter.restore()


def _paint_week(painter: QPainter, theme: Theme, view: View, strip: SpendStrip, period: SpendPeriod) -> None:
    area = view.regions.spend
    left, right = view.x(period.first_day), view.x_after(period.last_day)
    gap = 2.5 if right - left >= _ROOM_FOR_GAPS else 0.0
    full = area.height() - _TOP - _BOTTOM
    bottom = area.bottom() - _BOTTOM
    parts = _stack(period, theme)
    for number, (amount, colour) in enumerate(parts):
        height = full * amount / strip.highest
        inset = _GAP if number and height > 2 * _GAP else 0.0
        painter.fillRect(
            QRectF(left + gap, bottom - height, max(1.0, right - left - 2 * gap), height - inset), colour
        )
        bottom -= height


def _stack(period: SpendPeriod, theme: Theme) -> list[tuple[int, QColor]]:
    segments = (
        (period.online, theme.online),
        (period.both, theme.both),
        (period.not_said, theme.not_said),
        (period.offline, theme.offline),
    )
    return [(amount, colour) for amount, colour in segments if amount > 0]


def _paint_texts(painter: QPainter, ink: Ink, view: View, strip: SpendStrip) -> None:
    area = view.regions.spend
    room = view.regions.aim_width - _LEFT - 12
    tones = {Tone.GOOD: ink.good, Tone.ERROR: ink.error}
    money = " · ".join(text for text in (strip.total, strip.share) if text)
    lines = [
        (translate("Timeline", "Spend per week"), ink.month_font, ink.text),
        (strip.total, ink.small_font, ink.muted),
        (strip.share, ink.small_font, ink.muted),
        (strip.target, ink.small_font, tones.get(strip.target_tone, ink.muted)),
    ]
    if ink.small_metrics.horizontalAdvance(money) <= room:
        lines[1:3] = [(money, ink.small_font, ink.muted)]
    if strip.undated:
        lines.append((strip.undated, ink.small_font, ink.muted))
    y = area.top() + _TOP - 4
    for text, font, pen in [line for line in lines if line[0]][:4]:
        painter.setFont(font)
        painter.setPen(pen)
        metrics = QFontMetricsF(font)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(_LEFT, y + metrics.ascent()), elided)
        y += _line(ink.small_metrics)


def _target(campaign: Campaign, money: MoneyTotals) -> tuple[str, Tone]:
    low, high = campaign.online_share_from, campaign.online_share_to
    if low is None and high is None:
        return "", Tone.MUTED
    words = translate("Timeline", "target %1 online").replace("%1", _band(low, high))
    inside = within_band(campaign, money.online_share)
    if inside is None:
        return words, Tone.MUTED
    return (f"{words} ✓", Tone.GOOD) if inside else (f"{words} ✗", Tone.ERROR)


def _band(low: Decimal | None, high: Decimal | None) -> str:
    unit = "\N{NO-BREAK SPACE}%"
    if low is None:
        return translate("Timeline", "at most %1").replace("%1", f"{round((high or 0) * 100)}{unit}")
    if high is None:
        return translate("Timeline", "at least %1").replace("%1", f"{round(low * 100)}{unit}")
    return f"{round(low * 100)}–{round(high * 100)}{unit}"


def _undated(amount: int, currency: str) -> str:
    if amount == 0:
        return ""
    return translate("Timeline", "%1 of it without dates").replace("%1", money_text(amount, currency))


def _last_day(period: SpendPeriod) -> date:
    return period.last_day


def _line(metrics: QFontMetricsF) -> float:
    return round(metrics.height() * 1.22)
