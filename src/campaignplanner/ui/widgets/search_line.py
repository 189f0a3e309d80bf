"""A line in which people type what they look for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from campaignplanner.ui import icons, theme


class SearchLine(QLineEdit):
    """Down and Enter go on to what was found, Escape empties the line.

    `left` tells that the person goes on to what was found.
    """

    left = Signal()

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        """Makes an empty line.

        Args:
            placeholder: what it says while it is empty.
            name: what screen readers call it: what is looked at, too.
            parent: owns it.
        """
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        leading = QLineEdit.ActionPosition.LeadingPosition
        self._sign = self.addAction(icons.icon("search", theme.current()), leading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another icon for the same sign: one that is taken away is deleted while Qt tells of the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._sign.setIcon(icons.icon("search", theme.current()))
        super().changeEvent(event)
