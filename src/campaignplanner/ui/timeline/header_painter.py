"""Paints the ruler above the lanes, and the lines that it sends down through them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from campaignplanner.planning.timescale import HeaderRow, HeaderSpacing, TickLabel
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import tick_text
from campaignplanner.ui.timeline.writing import Writing

_AIR = 14.0
_TIGHT_AIR = 9.0
_LABEL_GAP = 5.0
_CLEAR = 4.0


def spacing_of(ink: Ink) -> HeaderSpacing:
    """The widths that the ruler's labels take in the window's writing; the widest month counts."""
    upper, lower = ink.month_metrics, QFontMetricsF(ink.ruler_font)
    months = [_month_widths(upper, number) for number in range(1, 13)]
    return HeaderSpacing(
        day=lower.horizontalAdvance("28") + _AIR,
        short_month=max(short for short, _, _ in months) + _AIR,
        month=max(long for _, long, _ in months) + _AIR,
        month_and_year=max(full for _, _, full in months) + _AIR,
        quarter=upper.horizontalAdvance("Q4") + _AIR,
        quarter_and_year=upper.horizontalAdvance("Q4 2028") + _AIR,
        year=upper.horizontalAdvance("2028") + _AIR,
        letter_and_day=_day_width(lower, TickLabel.LETTER_AND_DAY) + _TIGHT_AIR,
        weekday_and_day=_day_width(lower, TickLabel.WEEKDAY_AND_DAY) + _AIR,
    )


def ruler(view: View, spacing: HeaderSpacing) -> tuple[HeaderRow, HeaderRow]:
    """Both rows of the ruler for what is in view."""
    days = view.days()
    return view.scale.header(days.first_day, days.last_day, spacing)


def paint_header(
    painter: QPainter, ink: Ink, view: View, rows: tuple[HeaderRow, HeaderRow], pill: QRectF | None
) -> None:
    """Paints the ruler's ground, its ticks and its labels, but none where the pill for today goes."""
    paint_empty_header(painter, ink, view)
    header = view.regions.header
    painter.save()
    painter.setClipRect(header)
    upper, lower = rows
    middle = round(header.height() * 0.53)
    _paint_lines(painter, ink, view, upper, 0, header.bottom())
    _paint_lines(painter, ink, view, lower, middle, header.bottom())
    painter.setPen(ink.text)
    _paint_labels(painter, ink.month_writing, view, upper, QRectF(0, 4, 0, middle - 4), None)
    painter.setPen(ink.muted)
    below = QRectF(0, middle, 0, header.height() - middle)
    _paint_labels(painter, ink.ruler_writing, view, lower, below, pill)
    painter.restore()


def paint_empty_header(painter: QPainter, ink: Ink, view: View) -> None:
    """Paints the ruler of a plan that names no day: its ground only, as any date would be made up."""
    header = view.regions.header
    painter.fillRect(QRectF(0, 0, view.regions.width, header.height()), ink.theme.surface_raised)
    painter.setPen(ink.hairline)
    painter.drawLine(QPointF(0, header.bottom()), QPointF(view.regions.width, header.bottom()))


def today_pill(ink: Ink, view: View, today: date, word: str) -> QRectF | None:
    """Where the word for today goes in the ruler; None while today is out of view."""
    header = view.regions.header
    x = today_x(view, today)
    if not header.left() - 1 <= x <= header.right():
        return None
    metrics = ink.small_metrics
    width, height = metrics.horizontalAdvance(word) + 16, metrics.height() + 3
    left = min(max(header.left() + 2, x - width / 2), header.right() - width - 2)
    return QRectF(left, header.bottom() - height - 5, width, height)


def paint_today_pill(painter: QPainter, ink: Ink, pill: QRectF, word: str) -> None:
    """Paints the word for today, above the line that goes through the lanes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.theme.today)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(ink.theme.on_today)
    painter.setFont(ink.small_font)
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), word)
    painter.restore()


def today_x(view: View, today: date) -> float:
    """Where today is drawn: in the middle of its day."""
    return (view.x(today) + view.x_after(today)) / 2


def grid_lines(view: View, rows: tuple[HeaderRow, HeaderRow]) -> list[QLineF]:
    """The lines at the starts of the ruler's upper stretches, through all lanes."""
    body = view.regions.body
    xs = [view.x(tick.first_day) for tick in rows[0].ticks if tick.whole]
    return [QLineF(round(x), body.top(), round(x), body.bottom()) for x in xs]


def _paint_lines(painter: QPainter, ink: Ink, view: View, row: HeaderRow, top: float, bottom: float) -> None:
    lines = [
        QLineF(round(view.x(tick.first_day)), top, round(view.x(tick.first_day)), bottom)
        for tick in row.ticks
        if tick.whole
    ]
    painter.setPen(ink.hairline)
    painter.drawLines(lines)


def placed_labels(writing: Writing, view: View, row: HeaderRow) -> Iterator[tuple[str, float, float]]:
    """The labels of a row with where each begins and how wide it is; none runs beyond its own stretch."""
    left, right = view.regions.aim_width, view.regions.width
    for tick in row.ticks:
        if tick.label is None:
            continue
        text = tick_text(tick.label, tick.first_day)
        start = view.x(tick.first_day)
        x, width = max(start, left) + _LABEL_GAP, writing.width(text)
        if x + width <= min(start + tick.width, right):
            yield text, x, width


def _paint_labels(
    painter: QPainter, writing: Writing, view: View, row: HeaderRow, band: QRectF, kept_clear: QRectF | None
) -> None:
    """Paints the labels of a row in a band, but none where something else is."""
    painter.setFont(writing.font)
    top = band.center().y() - writing.height / 2
    for text, x, width in placed_labels(writing, view, row):
        written = QRectF(x - _CLEAR, top, width + 2 * _CLEAR, writing.height)
        if kept_clear is None or not kept_clear.intersects(written):
            painter.drawStaticText(QPointF(x, top), writing.ready(text))


def _day_width(metrics: QFontMetricsF, label: TickLabel) -> float:
    """The widest of a week's days, each with a number of two wide figures."""
    return max(metrics.horizontalAdvance(tick_text(label, date(2028, 2, day))) for day in range(20, 29))


def _month_widths(metrics: QFontMetricsF, month: int) -> tuple[float, float, float]:
    day = date(2028, month, 1)
    labels = (TickLabel.SHORT_MONTH, TickLabel.MONTH, TickLabel.MONTH_AND_YEAR)
    short, long, full = (metrics.horizontalAdvance(tick_text(label, day)) for label in labels)
    return short, long, full
