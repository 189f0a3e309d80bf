"""Asks how a play is called that is made of selected activities."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.formats import counted


class SavePlayDialog(Question):
    """One line for the title, and one for what the play is good for."""

    def __init__(self, activities: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(self.tr("Save as a play"))
        self.add_sentence(
            counted(
                activities,
                self.tr(
                    "One activity, with its days counted from the first, can be placed in any campaign then."
                ),
                self.tr(
                    "%1 activities, with the bridges between them, their money, and their days counted from "
                    "the first, can be placed in any campaign then."
                ),
            )
        )
        self.title = LineField(self.tr("Title"), self.tr("such as Roastery evening"))
        self.title.show_value("")
        self.description = TextField(self.tr("What it is good for"))
        self.description.show_value("")
        self.add(self.title)
        self.add(self.description)
        self.add_buttons(self.tr("Save"), self.tr("Cancel"))
        self.title.line.textChanged.connect(self._allow)
        self._allow()
        self.title.setFocus()

    @Slot()
    def _allow(self) -> None:
        self.yes_button.setEnabled(bool(self.title.line.text().strip()))

    def accept(self) -> None:
        """Takes what is typed."""
        if self.title.finish(again=True) and self.description.finish(again=True):
            super().accept()
