"""Every action of the window as one row of a table: its words, its keys and its icon.

Menus, buttons and shortcuts all hang on the same QAction, so what is disabled in one place is disabled
everywhere and a key never does more than the button beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from campaignplanner.ui import icons
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP


class Name(Enum):
    """The actions by name; pages and menus ask for them by it."""

    CAMPAIGNS = "campaigns"
    IMPORT = "import"
    OPEN = "open"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    EXPORT_FILE = "export file"
    EXPORT_BRIEF = "export brief"
    UNDO = "undo"
    REDO = "redo"
    HISTORY = "history"
    FIND = "find"
    QUIT = "quit"


Keys = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What an action says and how it is reached.

    `keys` are all its shortcuts, the first of which menus show. A `local` action listens only while the
    widget that it was added to has the focus, so that Delete in a search field deletes a letter.
    """

    name: Name
    text: str
    tooltip: str
    icon: str = ""
    keys: tuple[Keys, ...] = ()
    local: bool = False


_STANDARD = QKeySequence.StandardKey

SPECS = (
    Spec(
        name=Name.CAMPAIGNS,
        text=QT_TRANSLATE_NOOP("actions", "Campaigns"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Back to all campaigns"),
        icon="back",
        keys=("Alt+Left", "Alt+Up"),
    ),
    Spec(
        name=Name.IMPORT,
        text=QT_TRANSLATE_NOOP("actions", "Import campaign…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Bring in campaign files"),
        icon="import",
        keys=(_STANDARD.Open,),
    ),
    Spec(
        name=Name.OPEN,
        text=QT_TRANSLATE_NOOP("actions", "Open"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Open the chosen campaign"),
        icon="open",
    ),
    Spec(
        name=Name.DUPLICATE,
        text=QT_TRANSLATE_NOOP("actions", "Duplicate…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Make a copy that begins on another day"),
        icon="duplicate",
        keys=("Ctrl+D",),
        local=True,
    ),
    Spec(
        name=Name.DELETE,
        text=QT_TRANSLATE_NOOP("actions", "Delete…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Delete the chosen campaign with all that is in it"),
        icon="delete",
        keys=(_STANDARD.Delete, "Backspace"),
        local=True,
    ),
    Spec(
        name=Name.EXPORT_FILE,
        text=QT_TRANSLATE_NOOP("actions", "Export campaign file…"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Write the whole campaign to a file"),
        icon="export",
        keys=("Ctrl+Shift+E",),
    ),
    Spec(
        name=Name.EXPORT_BRIEF,
        text=QT_TRANSLATE_NOOP("actions", "Export brief"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Write the brief as a PDF"),
        icon="brief",
        keys=("Ctrl+E",),
    ),
    Spec(
        name=Name.UNDO,
        text=QT_TRANSLATE_NOOP("actions", "Undo"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Take back the last step"),
        icon="undo",
        keys=(_STANDARD.Undo,),
    ),
    Spec(
        name=Name.REDO,
        text=QT_TRANSLATE_NOOP("actions", "Redo"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Do the step again that was taken back"),
        icon="redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Spec(
        name=Name.HISTORY,
        text=QT_TRANSLATE_NOOP("actions", "History"),
        tooltip=QT_TRANSLATE_NOOP("actions", "All steps, and the way back to any of them"),
        icon="history",
        keys=("Ctrl+H",),
    ),
    Spec(
        name=Name.FIND,
        text=QT_TRANSLATE_NOOP("actions", "Find a campaign"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Type part of a title, a brand or a status"),
        icon="search",
        keys=(_STANDARD.Find,),
    ),
    Spec(
        name=Name.QUIT,
        text=QT_TRANSLATE_NOOP("actions", "Quit"),
        tooltip=QT_TRANSLATE_NOOP("actions", "Close the window; everything is saved already"),
        keys=(_STANDARD.Quit, "Ctrl+Q"),
    ),
)


class Actions:
    """The window's actions, made once from the table; nothing triggers until somebody connects."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """Makes every action a child of the window; the local ones wait for `add_local`."""
        self._actions = {spec.name: _action(spec, window) for spec in SPECS}
        for spec in SPECS:
            if not spec.local:
                window.addAction(self._actions[spec.name])
        self.ink(theme)

    def __getitem__(self, name: Name) -> QAction:
        """The action of that name."""
        return self._actions[name]

    def ink(self, theme: Theme) -> None:
        """Draws the icons in the theme's colours."""
        for spec in SPECS:
            if spec.icon:
                self._actions[spec.name].setIcon(icons.icon(spec.icon, theme))

    def add_local(self, widget: QWidget) -> None:
        """Lets the local actions listen while this widget has the focus."""
        for spec in SPECS:
            if spec.local:
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
    # A standard key is nothing on some systems, and on others one that is listed too; twice the same key
    # would be none at all to Qt.
    keys = {QKeySequence(key).toString(): QKeySequence(key) for key in spec.keys}
    action.setShortcuts([key for key in keys.values() if not key.isEmpty()])
    if spec.local:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(_tooltip(spec, action, ""))
    return action


def _tooltip(spec: Spec, action: QAction, instead: str) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = instead or _said(spec.tooltip)
    return f"{words} ({keys})" if keys else words


def _said(text: str) -> str:
    return QCoreApplication.translate("actions", text)
