"""A few lines beside the mouse: what would be, painted with the frame so that they never lag behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.card_texts import Tone
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.wrapping import wrapped

_WIDEST = 340.0
_PADDING = 9.0
_CORNER = 6.0
_BESIDE = QPointF(16, 20)
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class TipLine:
    """A sentence of a tip, broken where it is too long."""

    text: str
    tone: Tone = Tone.PLAIN
    strong: bool = False


def paint_tip(
    painter: QPainter, ink: Ink, area: QRectF, at: QPointF, lines: Sequence[TipLine], *, above: bool = False
) -> None:
    """Paints a tip beside a point, below or above it as is wanted, or where there is room."""
    if not lines:
        return
    laid = [(text, line) for line in lines for text in _broken(ink, line)]
    height = ink.label_metrics.height()
    width = max(_metrics(ink, line).horizontalAdvance(text) for text, line in laid)
    box = QRectF(0, 0, width + 2 * _PADDING, height * len(laid) + 2 * _PADDING - 2)
    box.moveTopLeft(_place(box, area, at, above=above))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink.theme.control_edge, 1.0))
    painter.setBrush(ink.theme.surface)
    painter.drawRoundedRect(box, _CORNER, _CORNER)
    colours = {
        Tone.PLAIN: ink.theme.text,
        Tone.MUTED: ink.theme.text_muted,
        Tone.GOOD: ink.theme.good,
        Tone.ERROR: ink.theme.error,
    }
    baseline = box.top() + _PADDING - 1 + ink.label_metrics.ascent()
    for number, (text, line) in enumerate(laid):
        painter.setFont(_font(ink, line))
        painter.setPen(colours[line.tone])
        painter.drawText(QPointF(box.left() + _PADDING, baseline + number * height), directed(text))
    painter.restore()


def _broken(ink: Ink, line: TipLine) -> list[str]:
    return wrapped(line.text, _font(ink, line), _WIDEST, _MOST_LINES)


def _font(ink: Ink, line: TipLine) -> QFont:
    return ink.month_font if line.strong else ink.label_font


def _metrics(ink: Ink, line: TipLine) -> QFontMetricsF:
    return ink.month_metrics if line.strong else ink.label_metrics


def _place(box: QRectF, area: QRectF, at: QPointF, *, above: bool) -> QPointF:
    x = at.x() + _BESIDE.x()
    if x + box.width() > area.right():
        x = at.x() - _BESIDE.x() - box.width()
    below_y, above_y = at.y() + _BESIDE.y(), at.y() - _BESIDE.y() - box.height()
    y = above_y if (above and above_y >= area.top()) or below_y + box.height() > area.bottom() else below_y
    x = max(area.left(), min(x, area.right() - box.width()))
    return QPointF(round(x), round(max(area.top(), min(y, area.bottom() - box.height()))))
