"""The window's actions, made from their table.

Menus, buttons and shortcuts all hang on the same QAction, so what is disabled in one place is disabled
everywhere and a key never does more than the button beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from campaignplanner.ui import icons
from campaignplanner.ui.action_table import SPECS, Group, Listens, Name, Spec
from campaignplanner.ui.theme import Theme

__all__ = ["SPECS", "Actions", "Group", "Listens", "Name", "Spec"]


class Actions:
    """The window's actions, made once from the table; nothing triggers until somebody connects."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """Makes every action a child of the window; the local ones wait for `add_local`."""
        self._actions = {spec.name: _action(spec, window) for spec in SPECS}
        for spec in SPECS:
            if spec.listens is Listens.EVERYWHERE:
                window.addAction(self._actions[spec.name])
        self.ink(theme)

    def __getitem__(self, name: Name) -> QAction:
        """The action of that name."""
        return self._actions[name]

    def ink(self, theme: Theme) -> None:
        """Draws the icons in the theme's colours."""
        for spec in SPECS:
            self._actions[spec.name].setIcon(icons.icon(spec.icon, theme))

    def add_local(self, widget: QWidget, part: Listens) -> None:
        """Lets the actions of a part of the window listen while this widget, which it is, has the focus."""
        for spec in SPECS:
            if spec.listens is part:
                widget.addAction(self._actions[spec.name])

    def say_step(self, name: Name, step: str | None) -> None:
        """Names the step that undo or redo would touch, and disables the action when there is none."""
        spec = next(each for each in SPECS if each.name is name)
        action = self._actions[name]
        action.setEnabled(step is not None)
        action.setToolTip(_tooltip(spec, action, f"{_said(spec.text)} “{step}”" if step else ""))


def _action(spec: Spec, parent: QWidget) -> QAction:
    action = QAction(_said(spec.text), parent)
    action.setObjectName(spec.name.value)
    action.setCheckable(spec.is_switch)
    action.setIconVisibleInMenu(not spec.is_switch)  # the tick says whether it is on
    # A standard key is nothing on some systems, and on others one that is listed too; twice the same key
    # would be none at all to Qt.
    keys = {QKeySequence(key).toString(): QKeySequence(key) for key in spec.keys}
    action.setShortcuts([key for key in keys.values() if not key.isEmpty()])
    if spec.listens is not Listens.EVERYWHERE:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(_tooltip(spec, action, ""))
    return action


def _tooltip(spec: Spec, action: QAction, instead: str) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = instead or _said(spec.tooltip)
    return f"{words} ({keys})" if keys else words


def _said(text: str) -> str:
    return QCoreApplication.translate("actions", text)
