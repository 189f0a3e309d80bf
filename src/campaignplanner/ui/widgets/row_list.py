"""How a list of painted rows behaves, wherever it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListView


def dress_row_list(rows: QListView) -> None:
    """Gives rows the width of the list and no frame; Tab leaves the list, and it scrolls without steps."""
    rows.setFrameShape(QFrame.Shape.NoFrame)
    rows.setMouseTracking(True)
    rows.setTabKeyNavigation(False)
    rows.setResizeMode(QListView.ResizeMode.Adjust)
    rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
