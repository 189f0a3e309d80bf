"""The sheet over the timeline on which gestures paint: it takes no mouse and no focus."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from campaignplanner.ui import theme as themes
from campaignplanner.ui.timeline.ink import Ink


class Paints(Protocol):
    """Somebody who paints over the timeline."""

    def paint(self, painter: QPainter, ink: Ink) -> None:
        """Paint what is to be seen now."""
        ...


class Overlay(QWidget):
    """As large as what it lies over.

    Args:
        viewport: what it lies over.
        paints: who paints on it.
    """

    def __init__(self, viewport: QWidget, paints: Paints) -> None:
        super().__init__(viewport)
        self._paints = paints
        self._ink: Ink | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.resize(viewport.size())
        viewport.installEventFilter(self)
        self.lower()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grows and shrinks with what it lies over."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the writing changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._ink = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lets them paint, in the colours of the theme."""
        del event
        theme = themes.current()
        if self._ink is None or self._ink.theme is not theme:
            self._ink = Ink(theme)
        self._paints.paint(QPainter(self), self._ink)
