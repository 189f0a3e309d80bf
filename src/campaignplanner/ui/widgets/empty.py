"""What an empty page says: where one is and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaignplanner.ui.fonts import headline_font
from campaignplanner.ui.widgets.lines import label


class EmptyState(QWidget):
    """A headline, one sentence and, below them, whatever leads on; calm and in the upper middle."""

    def __init__(self, headline: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = label(headline, font=headline_font())
        self._sentence = label(sentence, role="muted")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addStretch(2)
        for line in (self._headline, self._sentence):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setWordWrap(True)
            self._column.addWidget(line)
        self._column.addStretch(3)

    def say(self, headline: str, sentence: str) -> None:
        """Says something else."""
        self._headline.setText(headline)
        self._sentence.setText(sentence)

    def add(self, widget: QWidget) -> None:
        """Puts a way on below the sentence."""
        place = self._column.count() - 1
        self._column.insertSpacing(place, 12)
        self._column.insertWidget(place + 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)
