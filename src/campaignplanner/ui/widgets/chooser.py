"""A button for one of a few choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

V = TypeVar("V")


class Chooser(QToolButton, Generic[V]):
    """Says what is chosen and opens the other choices; the first is chosen in the beginning.

    `chosen` carries the value that people choose.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[V, str]], prefix: str = "") -> None:
        """Makes a button.

        Args:
            name: what is chosen, for the tooltip and screen readers.
            choices: the values with what they are called.
            prefix: stands before what is chosen.
        """
        super().__init__()
        self._name = name
        self._prefix = prefix
        self._values = [value for value, _ in choices]
        self.setToolTip(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu, self._group = QMenu(self), QActionGroup(self)
        for place, (_, words) in enumerate(choices):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(place)
            self._group.addAction(action)
        menu.triggered.connect(self._choose)
        self.setMenu(menu)
        self.show_value(self._values[0])

    @property
    def value(self) -> V:
        """What is chosen."""
        place: int = self._group.checkedAction().data()
        return self._values[place]

    def show_value(self, value: V) -> None:
        """Shows what is chosen already."""
        action = self._group.actions()[self._values.index(value)]
        action.setChecked(True)
        self.setText(f"{self._prefix}{action.text()} \u25be")
        self.setAccessibleName(f"{self._name}: {action.text()}")

    def choose(self, value: V) -> None:
        """Chooses a value as people do."""
        self.show_value(value)
        self.chosen.emit(value)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.choose(self._values[action.data()])
