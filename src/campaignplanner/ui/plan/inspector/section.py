"""The head of a part of a form: a hairline, its name, and small buttons at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.plain_text import menu_text
from campaignplanner.ui.widgets.lines import ElidedLabel, hairline, label


class SectionHead(QWidget):
    """Begins a part of a form; what is said beside its name is muted."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aside = ElidedLabel(role="muted", font=small_font())
        self._aside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(label(heading, font=strong_font()))
        self._row.addSpacing(8)
        self._row.addWidget(self._aside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(hairline())
        column.addLayout(self._row)

    def say(self, aside: str) -> None:
        """Says something beside the name, such as a number."""
        self._aside.show_text(aside)

    @property
    def aside(self) -> str:
        """What is said beside the name."""
        return self._aside.text()

    def add_button(self, text: str, spoken: str, step: Callable[[], object]) -> QToolButton:
        """Puts a quiet button at the right.

        Args:
            text: what it says.
            spoken: the same for a screen reader and the tooltip, where the text alone does not say it.
            step: what it does; a method of a widget, so that it ends with the widget.
        """
        button = quiet_text_button(text, spoken)
        button.clicked.connect(step)
        self._row.addWidget(button)
        return button


def quiet_text_button(text: str, spoken: str) -> QToolButton:
    """A button without a frame that says in a word what it does."""
    button = QToolButton()
    button.setText(menu_text(text))
    button.setFont(small_font())
    button.setAccessibleName(spoken)
    button.setToolTip(spoken)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
