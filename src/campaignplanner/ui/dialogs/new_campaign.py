"""Asks what a new campaign is called; everything else can come later."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from campaignplanner.ui.dialogs.question import Question


class NewCampaignDialog(Question):
    """One line for the title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(self.tr("New campaign"))
        self._title = QLineEdit()
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setPlaceholderText(self.tr("Title, such as Autumn Blend launch"))
        self._title.textChanged.connect(self._allow)
        self.add(self._title)
        self.add_sentence(self.tr("A guide leads through the first steps; it can be left at any time."))
        self.add_buttons(self.tr("Begin"), self.tr("Cancel"))
        self._allow()
        self._title.setFocus()

    @property
    def title(self) -> str:
        """The title that was typed."""
        return " ".join(self._title.text().split())

    @Slot()
    def _allow(self) -> None:
        self.yes_button.setEnabled(bool(self.title))
