"""The menu behind the button in the head of the window: everything that is needed less often."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from campaignplanner.preferences import ThemeChoice
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.plain_text import menu_text
from campaignplanner.ui.samples_offered import SampleCardText
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_THEME_WORDS = {
    ThemeChoice.SYSTEM: QT_TRANSLATE_NOOP("WindowMenu", "Like the system"),
    ThemeChoice.LIGHT: QT_TRANSLATE_NOOP("WindowMenu", "Light"),
    ThemeChoice.DARK: QT_TRANSLATE_NOOP("WindowMenu", "Dark"),
}


class WindowMenu(QObject):
    """Fills the menu. `theme_chosen` carries a ThemeChoice, `sample_wanted` a sample's name."""

    theme_chosen = Signal(object)
    sample_wanted = Signal(object)

    def __init__(self, menu: QMenu, actions: Actions, choice: ThemeChoice) -> None:
        super().__init__(menu)
        self._menu = menu
        self._add(actions, Name.NEW_CAMPAIGN, Name.IMPORT)
        self._samples = QMenu(self.tr("Samples"), menu)
        self._samples.setEnabled(False)
        self._samples.triggered.connect(self._want_sample)
        menu.addMenu(self._samples)
        menu.addSeparator()
        self._add(actions, Name.GUIDE, Name.PLAYS, Name.SAVE_PLAY)
        self._add(actions, Name.CAMPAIGN_DETAILS, Name.MOVE_CAMPAIGN)
        self._add(actions, Name.EXPORT_BRIEF, Name.EXPORT_FILE, Name.SAVE_PICTURE)
        menu.addSeparator()
        self._add(actions, Name.COMMANDS, Name.FIND, Name.HISTORY)
        menu.addSeparator()
        menu.addMenu(self._build_theme_menu(choice))
        self._add(actions, Name.SETTINGS, Name.SHORTCUTS)
        menu.addSeparator()
        self._add(actions, Name.QUIT)

    def _add(self, actions: Actions, *names: Name) -> None:
        for name in names:
            self._menu.addAction(actions[name])

    def _build_theme_menu(self, choice: ThemeChoice) -> QMenu:
        menu = QMenu(self.tr("Colours"), self._menu)
        group = QActionGroup(menu)
        for each, words in _THEME_WORDS.items():
            action = QAction(self.tr(words), menu, checkable=True)
            action.setData(each)
            action.setChecked(each is choice)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._choose_theme)
        self._themes = menu
        return menu

    def offer_samples(self, texts: tuple[SampleCardText, ...]) -> None:
        """Lists the samples, once the store is there to take them."""
        self._samples.clear()
        self._samples.setEnabled(bool(texts))
        for text in texts:
            action = QAction(menu_text(text.title), self._samples)
            action.setData(text.name)
            self._samples.addAction(action)

    @property
    def theme_actions(self) -> tuple[QAction, ...]:
        """The choices of colours, from top to bottom."""
        return tuple(self._themes.actions())

    def show_theme(self, choice: ThemeChoice) -> None:
        """Marks the choice of colours that was made elsewhere."""
        for action in self.theme_actions:
            action.setChecked(action.data() is choice)

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())

    @Slot(QAction)
    def _want_sample(self, action: QAction) -> None:
        self.sample_wanted.emit(action.data())
