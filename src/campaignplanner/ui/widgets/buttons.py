"""Buttons that hang on an action, so that words, keys and being enabled come from one place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from campaignplanner.ui import icons
from campaignplanner.ui.fonts import strong_font

_AROUND_ICON = 9
"""What a button needs beside its icon, on either side, in pixels."""


def quiet_button(action: QAction, *, with_text: bool = True) -> QToolButton:
    """A button without a frame, as the header and the lists' own line have them."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(icons.SIZE, icons.SIZE))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(beside if with_text else Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button


class ButtonRow:
    """Quiet buttons that keep their words only while there is room; tooltips have the words too."""

    def __init__(self, actions: Iterable[QAction]) -> None:
        self.buttons = [quiet_button(action) for action in actions]
        self._needed = sum(button.sizeHint().width() for button in self.buttons)

    @property
    def width_of_icons(self) -> int:
        """What the buttons need without words, in pixels."""
        return sum(button.iconSize().width() + 2 * _AROUND_ICON for button in self.buttons)

    def fit(self, room: int) -> None:
        """Shows words, or icons alone where the words would need more than this many pixels."""
        beside, alone = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        style = beside if self._needed <= room else alone
        for button in self.buttons:
            button.setToolButtonStyle(style)


class MainButton(QPushButton):
    """The one coloured button of a page; shows whichever action the page makes its main one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "primary")
        self.setFont(strong_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter does what Space does, outside of dialogs too
        self._action: QAction | None = None
        self.clicked.connect(self._trigger)

    @property
    def action(self) -> QAction | None:
        """The action behind the button."""
        return self._action

    def stand_for(self, action: QAction) -> None:
        """Takes over the action's words and state, and follows them from now on."""
        if self._action is action:
            return
        if self._action is not None:
            self._action.changed.disconnect(self._follow)
        self._action = action
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if self._action is not None:
            self.setText(self._action.text())
            self.setToolTip(self._action.toolTip())
            self.setEnabled(self._action.isEnabled())

    @Slot()
    def _trigger(self) -> None:
        if self._action is not None:
            self._action.trigger()
