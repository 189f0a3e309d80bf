"""Icons: our own stroke drawings on a grid of 24, inked in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from campaignplanner import resources
from campaignplanner.ui.theme import Theme

SIZE = 18
"""Edge of an icon in a button or a menu, in logical pixels."""


def icon(name: str, theme: Theme) -> QIcon:
    """The icon of `resources/icons/NAME.svg` in muted ink, brighter under the mouse.

    Raises:
        UnknownResource: no such icon is shipped.
    """
    drawing = resources.read_text(f"icons/{name}.svg")
    made = QIcon()
    _add(made, drawing, theme.text_muted, QIcon.Mode.Normal)
    _add(made, drawing, theme.text, QIcon.Mode.Active)
    _add(made, drawing, theme.text_disabled, QIcon.Mode.Disabled)
    return made


def inked_icon(name: str, ink: QColor) -> QIcon:
    """The icon in one colour, for a coloured button or a sign of trouble."""
    made = QIcon()
    _add(made, resources.read_text(f"icons/{name}.svg"), ink, QIcon.Mode.Normal)
    return made


def program_icon() -> QIcon:
    """The program's own icon, for the window and the task bar."""
    drawing = resources.read_text("icons/campaignplanner.svg")
    made = QIcon()
    for edge in (16, 32, 64, 128, 256):
        made.addPixmap(_pixmap(drawing, edge, 1.0))
    return made


def _add(target: QIcon, drawing: str, ink: QColor, mode: QIcon.Mode) -> None:
    """Draws for the screens that are there: drawing for all that could be takes part of the start."""
    coloured = drawing.replace("currentColor", ink.name())
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        target.addPixmap(_pixmap(coloured, SIZE, ratio), mode)


def _pixmap(drawing: str, edge: int, ratio: float) -> QPixmap:
    pixels = round(edge * ratio)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode("utf-8"))).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
