"""The head of the inspector: what is shown, the way back to what was shown before, and Delete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.formats import menu_text, shortened
from campaignplanner.ui.icons import icon
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.widgets.lines import ElidedLabel, hairline, label

_LONGEST_WAY_BACK = 28


class InspectorHead(QWidget):
    """Stands still while the form below it scrolls.

    Signals:
        back_wanted: the person wants to see again what was shown before.
        deletion_wanted: the person wants to delete what is shown.
    """

    back_wanted = Signal()
    deletion_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._noun = label(role="muted", font=small_font())
        self._title = ElidedLabel(font=strong_font())
        self.back = QToolButton()
        self.back.setFont(small_font())
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.clicked.connect(self.back_wanted)
        self.delete = QToolButton()
        self.delete.clicked.connect(self.deletion_wanted)
        for button in (self.back, self.delete):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()
        self._ink()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        words.addWidget(self._noun)
        words.addWidget(self._title)
        row = QHBoxLayout()
        row.setContentsMargins(18, 10, 10, 9)
        row.setSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())

    def say(self, noun: str, title: str) -> None:
        """Says what is shown: `Activity`, `Tasting bars`."""
        self._noun.setText(capitalised(noun))
        self._title.show_text(title)

    @property
    def noun(self) -> str:
        """What sort of thing is shown."""
        return self._noun.text()

    @property
    def title(self) -> str:
        """What it is called."""
        return self._title.text()

    def offer_back(self, title: str | None) -> None:
        """Offers the way back to something, or none."""
        self.back.setHidden(title is None)
        if title is not None:
            self.back.setText(menu_text(shortened(title, _LONGEST_WAY_BACK)))
            words = self.tr("Back to “%1”").replace("%1", shortened(title))
            self.back.setAccessibleName(words)
            self.back.setToolTip(words)

    def offer_deletion(self, noun: str | None) -> None:
        """Offers to delete what is shown, or not."""
        self.delete.setHidden(noun is None)
        if noun is not None:
            words = self.tr("Delete this %1").replace("%1", noun)
            self.delete.setAccessibleName(words)
            self.delete.setToolTip(words)

    def changeEvent(self, event: QEvent) -> None:
        """Inks the icons anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()
        super().changeEvent(event)

    def _ink(self) -> None:
        self.back.setIcon(icon("back", theme.current()))
        self.delete.setIcon(icon("delete", theme.current()))
