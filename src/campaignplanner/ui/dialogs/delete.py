"""Asks before a campaign is deleted, and says what goes with it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.formats import shortened


class DeleteDialog(Question):
    """Names the campaign and what is lost with it; the answer that destroys is never the one under Enter."""

    def __init__(self, title: str, consequences: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self.ask(self.tr("Delete “%1”?").replace("%1", shortened(title)))
        self.add_sentence(consequences)
        self.add_sentence(self.tr("You can undo this, also after closing the program."))
        self.add_buttons(self.tr("Delete"), self.tr("Keep"), is_dangerous=True)

    @property
    def campaign_title(self) -> str:
        """The campaign that is asked about."""
        return self._title
