"""Keys as they look on a keyboard: each in a small frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.theme import Theme

_PADDING = 5.0
_GAP = 3.0
_RADIUS = 4.0


def keys_of(shortcut: str) -> list[str]:
    """The keys of a shortcut in the system's words, such as `Ctrl`, `Shift` and `+`."""
    keys = shortcut.split("+")
    if len(keys) > 1 and not keys[-1]:  # the plus itself: Ctrl++
        keys = [*keys[:-2], "+"]
    return [key for key in keys if key]


def width_of(shortcut: str) -> float:
    """How much room the frames of a shortcut need, in logical pixels."""
    metrics = QFontMetricsF(small_font())
    return sum(_width(metrics, key) + _GAP for key in keys_of(shortcut))


def paint_keys(painter: QPainter, rect: QRectF, shortcut: str, theme: Theme) -> None:
    """Paints a shortcut at the right end of a rectangle, in its middle."""
    font = small_font()
    metrics = QFontMetricsF(font)
    height = metrics.height() + 4.0
    left, top = rect.right() - width_of(shortcut) + _GAP, round(rect.center().y() - height / 2) + 0.5
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    for key in keys_of(shortcut):
        cap = QRectF(round(left) + 0.5, top, _width(metrics, key) - 1.0, height)
        painter.setPen(theme.control_edge)
        painter.setBrush(theme.surface_raised)
        painter.drawRoundedRect(cap, _RADIUS, _RADIUS)
        painter.setPen(theme.text_muted)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        left += _width(metrics, key) + _GAP
    painter.restore()


def _width(metrics: QFontMetricsF, key: str) -> float:
    return max(metrics.horizontalAdvance(key) + 2 * _PADDING, metrics.height() + 2.0)
