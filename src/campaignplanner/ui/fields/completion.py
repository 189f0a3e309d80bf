"""The list of words that opens below a line while people type in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_MOST_OFFERED = 12


class Completion(QCompleter):
    """Letters anywhere in a word find it, whatever their case; the list is an opaque one of its own."""

    def __init__(self, line: QLineEdit, words: QStringListModel, parent: QObject) -> None:
        """Completes a line.

        Args:
            line: where people type.
            words: what is offered.
            parent: owns it.
        """
        super().__init__(words, parent)
        self._is_dressed = False
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_OFFERED)
        line.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:
        """Dresses the list before it is first filled; most lines never need one."""
        if not self._is_dressed:
            self._is_dressed = True
            popup = self.popup()
            if popup is not None:
                popup.setProperty("role", "words")  # a window of its own needs a ground of its own
        return super().splitPath(path)
