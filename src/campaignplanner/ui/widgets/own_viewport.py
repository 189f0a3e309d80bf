"""A viewport for a scroll area that Python knows from the beginning."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea) -> QWidget:
    """Gives a scroll area a viewport that is like its own, and returns it.

    Of a widget that Qt made, PySide has to find out what it is, and to that end makes the classes of all
    widgets that there are: 15 ms of the start, for classes of which hardly any is ever needed.
    """
    made = QWidget()
    made.setObjectName("qt_scrollarea_viewport")
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    area.setViewport(made)
    return made
