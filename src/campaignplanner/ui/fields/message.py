"""The line below a field: what is wrong, or what the field understood."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.icons import inked_icon
from campaignplanner.ui.widgets.lines import label, set_role

_ICON_EDGE = 14


class Tone(Enum):
    """How a message is meant; an error has a sign beside its colour, so that colour is not all."""

    HINT = "muted"
    ERROR = "error"


class FieldMessage(QWidget):
    """One sentence that wraps; takes no room while it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.HINT
        self._sign = QLabel()
        self._sign.setFixedWidth(_ICON_EDGE + 4)
        self._words = label(role=Tone.HINT.value, font=small_font())
        self._words.setWordWrap(True)
        self._build()
        self.say("", Tone.HINT)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def tone(self) -> Tone:
        """How it is meant."""
        return self._tone

    def say(self, text: str, tone: Tone) -> None:
        """Says a sentence; an empty one takes the line away."""
        if tone is not self._tone:
            self._tone = tone
            set_role(self._words, tone.value)
        self._words.setText(text)
        self._sign.setVisible(tone is Tone.ERROR)
        self._ink()
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Inks the sign anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()
        super().changeEvent(event)

    def _ink(self) -> None:
        if self._tone is Tone.ERROR:
            sign = inked_icon("problem", theme.current().error)
            self._sign.setPixmap(sign.pixmap(QSize(_ICON_EDGE, _ICON_EDGE)))
