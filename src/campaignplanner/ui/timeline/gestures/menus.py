"""Lines of menus that do something which is no action of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def add_line(menu: QMenu, words: str, does: Callable[[], object]) -> QAction:
    """Adds a line to a menu that does something when it is chosen."""
    action = menu.addAction(words)
    action.triggered.connect(_Does(does, menu).do)
    return action


class _Does(QObject):
    """Holds what a line does for as long as its menu lives."""

    def __init__(self, does: Callable[[], object], menu: QMenu) -> None:
        super().__init__(menu)
        self._does = does

    @Slot()
    def do(self) -> None:
        self._does()
