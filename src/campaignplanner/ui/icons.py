"""Icons: our own stroke drawings on a grid of 24, inked in the theme's colours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
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
    inks = {
        QIcon.Mode.Normal: theme.text_muted,
        QIcon.Mode.Active: theme.text,
        QIcon.Mode.Disabled: theme.text_disabled,
    }
    return QIcon(StrokeEngine(_path(name), inks))


def inked_icon(name: str, ink: QColor) -> QIcon:
    """The icon in one colour, for a coloured button or a sign of trouble."""
    return QIcon(StrokeEngine(_path(name), {QIcon.Mode.Normal: ink}))


class StrokeEngine(QIconEngine):
    """Draws an icon when it is first seen, for the density of the screen on which it is.

    Reading and drawing all icons in all inks before anything is shown takes a noticeable part of the start.
    """

    def __init__(self, path: Path, inks: dict[QIcon.Mode, QColor]) -> None:
        super().__init__()
        self._path = path
        self._inks = inks
        self._drawn: dict[tuple[QIcon.Mode, int, float], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Another one of the same drawing, for a copy of the icon."""
        return StrokeEngine(self._path, self._inks)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon of a size in logical pixels, for a screen of a density."""
        del state
        edge = min(size.width(), size.height())
        key = (mode, edge, scale)
        if key not in self._drawn:
            ink = self._inks.get(mode, self._inks[QIcon.Mode.Normal])
            drawing = self._path.read_text(encoding="utf-8").replace("currentColor", ink.name())
            self._drawn[key] = _pixmap(drawing, edge, scale)
        return self._drawn[key]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon for a screen of the usual density."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paints the icon in a rectangle of logical pixels."""
        density = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, density))


def program_icon() -> QIcon:
    """The program's own icon, for the window and the task bar."""
    drawing = resources.read_text("icons/campaignplanner.svg")
    made = QIcon()
    for edge in (16, 32, 64, 128, 256):
        made.addPixmap(_pixmap(drawing, edge, 1.0))
    return made


def _path(name: str) -> Path:
    return resources.resource_path(f"icons/{name}.svg")


def _pixmap(drawing: str, edge: int, ratio: float) -> QPixmap:
    pixels = round(edge * ratio)
    if pixels < 1:  # a button that is not laid out yet asks for an icon of no size
        return QPixmap()
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode("utf-8"))).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
