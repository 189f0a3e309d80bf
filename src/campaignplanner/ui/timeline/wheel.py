"""How far a wheel or a touchpad was turned."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollBar

_PER_NOTCH = 120.0
_PIXELS_PER_NOTCH = 72.0
_LINE = 40


def notches(event: QWheelEvent) -> float:
    """The turn of a wheel in notches, up where positive; sideways where it turned only so."""
    delta: QPoint = event.angleDelta()
    return float(delta.y() or delta.x()) / _PER_NOTCH


def scrolled(event: QWheelEvent) -> tuple[float, float]:
    """Pixels to the right and down; a touchpad says pixels, a wheel says notches."""
    pixels = event.pixelDelta()
    if not pixels.isNull():
        return float(pixels.x()), float(pixels.y())
    turn = event.angleDelta()
    factor = _PIXELS_PER_NOTCH / _PER_NOTCH
    return turn.x() * factor, turn.y() * factor


def set_bar(bar: QScrollBar, ends: tuple[float, float], page: float, value: float) -> None:
    """Brings a scroll bar in line with what it scrolls."""
    bar.setPageStep(round(page))
    bar.setRange(round(ends[0]), round(ends[1]))
    bar.setSingleStep(_LINE)
    bar.setValue(round(value))
