"""What keys do in the grid of lines: one table for the grid and for the sheet of all keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_STANDARD = QKeySequence.StandardKey


class Deed(Enum):
    """What a key asks the page of the grid for."""

    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"
    CLEAR = "clear"
    FILL = "fill"
    ADD = "add"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class GridKeys:
    """A deed, its words and the keys that ask for it, the first of which is shown."""

    deed: Deed
    text: str
    keys: tuple[str | QKeySequence.StandardKey, ...]


GRID_KEYS = (
    GridKeys(Deed.COPY, QT_TRANSLATE_NOOP("page keys", "Copy the selected cells"), (_STANDARD.Copy,)),
    GridKeys(Deed.CUT, QT_TRANSLATE_NOOP("page keys", "Cut the selected cells"), (_STANDARD.Cut,)),
    GridKeys(
        Deed.PASTE, QT_TRANSLATE_NOOP("page keys", "Paste cells, as from a spreadsheet"), (_STANDARD.Paste,)
    ),
    GridKeys(Deed.FILL, QT_TRANSLATE_NOOP("page keys", "Fill down"), ("Ctrl+D",)),
    GridKeys(Deed.CLEAR, QT_TRANSLATE_NOOP("page keys", "Empty the selected cells"), ("Del", "Backspace")),
    GridKeys(Deed.ADD, QT_TRANSLATE_NOOP("page keys", "New line"), ("Ctrl+Return", "Ctrl+Enter")),
    GridKeys(Deed.DELETE, QT_TRANSLATE_NOOP("page keys", "Delete the lines"), ("Ctrl+-", "Ctrl+Del")),
)


def deed_of(event: QKeyEvent) -> Deed | None:
    """What a key asks for; None where it is about moving or typing."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    typed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    for row in GRID_KEYS:
        for key in row.keys:
            bindings = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            if typed in bindings:
                return row.deed
    return None
