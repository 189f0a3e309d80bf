"""Asks before a file is replaced whose name the system's own dialog has not seen whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.formats import shortened


class ReplaceFileDialog(Question):
    """Names the file; the answer that destroys is never the one under Enter."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(self.tr("Replace “%1”?").replace("%1", shortened(path.name)))
        folder = shortened(path.parent.name or str(path.parent))
        self.add_sentence(self.tr("The folder “%1” has a file of this name.").replace("%1", folder))
        self.add_buttons(self.tr("Replace"), self.tr("Choose another name"), is_dangerous=True)
