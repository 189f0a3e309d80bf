"""The window: painted before the store is imported, filled when the store is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.paths import default_store_path
from campaignplanner.preferences import Preferences, ThemeChoice
from campaignplanner.ui import icons, regional, theme
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.dialogs.files import FileDoor, SystemFileDoor
from campaignplanner.ui.fonts import headline_font, install_fonts
from campaignplanner.ui.header import Header
from campaignplanner.ui.messages import MessageBar
from campaignplanner.ui.tasks import TaskRunner
from campaignplanner.ui.theme import ThemeKeeper
from campaignplanner.ui.widgets.empty import EmptyState
from campaignplanner.ui.widgets.lines import hairline, label
from campaignplanner.ui.window_menu import WindowMenu

if TYPE_CHECKING:  # what stands behind these is imported after the first paint
    from campaignplanner.ui.dialogs.settings import SettingsDialog
    from campaignplanner.ui.equipment import Equipment
    from campaignplanner.ui.live_plan import LivePlan
    from campaignplanner.ui.places import Places, Remembered, Stage

USUAL_SIZE = QSize(1280, 820)
SMALLEST_SIZE = QSize(760, 480)


class MainWindow(QMainWindow):
    """Head, page and messages. Which page is shown is up to `Places`, made when the store is there.

    For the roof: make it, `show` it, and after the first paint call `attach` with the workspace, or
    `refuse` with a sentence where there is none to be had. `remember` carries the Preferences to keep,
    whenever they change and when the window closes; closing closes the workspace too. `store_wanted` carries
    the path of a store that is to be opened instead: answer with `attach`, or with `keep_store` where that
    fails. The window sets its whole title, so the application needs no display name.
    """

    remember = Signal(object)
    store_wanted = Signal(object)

    def __init__(self, preferences: Preferences, files: FileDoor | None = None) -> None:
        """Dresses the application and builds what can be painted without a store.

        Args:
            preferences: what was remembered.
            files: how files are asked for; the system's dialogs when not given.
        """
        super().__init__()
        self._preferences = preferences
        self._files = files or SystemFileDoor()
        self._settings: SettingsDialog | None = None
        self._refusal: EmptyState | None = None
        self._places: Places | None = None
        self.installEventFilter(self)
        self._dress(preferences.theme)
        self._actions = Actions(self, self._inked)
        self._build()
        self._connect()
        self._restore_size()
        self._show_skeleton()

    def _dress(self, choice: ThemeChoice) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - no widget can be made without one
        install_fonts(application)
        regional.settle(self._preferences)
        self._keeper = ThemeKeeper(application, choice, self)
        self._inked = theme.current()

    def _build(self) -> None:
        self.setWindowIcon(icons.program_icon())
        self.setMinimumSize(SMALLEST_SIZE)
        self.setAcceptDrops(True)
        self._tasks = TaskRunner(self)
        self._header = Header(self._actions, self._inked)
        self._menu = WindowMenu(self._header.menu, self._actions, self._preferences.theme)
        self._messages = MessageBar()
        self._pages = QStackedWidget()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(hairline())
        column.addWidget(self._build_area(), 1)
        column.addWidget(self._messages)
        self.setCentralWidget(self._body)
        self._drop_hint = self._build_drop_hint(self._body)

    def _build_area(self) -> QWidget:
        """The page, with room beside it for the history."""
        area = QWidget()
        self._area = QHBoxLayout(area)
        self._area.setContentsMargins(0, 0, 0, 0)
        self._area.setSpacing(0)
        self._area.addWidget(self._pages, 1)
        return area

    def _build_drop_hint(self, parent: QWidget) -> QLabel:
        hint = label(self.tr("Drop campaign files here to import them"), role="drop", font=headline_font())
        hint.setParent(parent)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.hide()
        return hint

    def _connect(self) -> None:
        self._keeper.changed.connect(self._ink)
        self._menu.theme_chosen.connect(self._choose_theme)
        self._actions[Name.QUIT].triggered.connect(self.close)
        self._actions[Name.SETTINGS].triggered.connect(self._open_settings)
        self._actions[Name.SHORTCUTS].triggered.connect(self._show_shortcuts)

    def _restore_size(self) -> None:
        if not self.restoreGeometry(QByteArray(self._preferences.window_geometry)):
            room = self.screen().availableSize()
            self.resize(USUAL_SIZE.boundedTo(room))

    def _show_skeleton(self) -> None:
        """Calm and empty: where the store takes a while, nothing flickers through."""
        for name in Name:
            self._actions[name].setEnabled(name is Name.QUIT)
        self.setWindowTitle(self.tr("Campaign planner"))
        self._header.show_place(self.tr("Campaign planner"), "", is_inside=False, main_action=None)
        self._body.setFocus()

    # -- for the roof --------------------------------------------------------------------------------

    @property
    def preferences(self) -> Preferences:
        """What to remember until the next start, as it is now."""
        geometry = bytes(self.saveGeometry().data())
        here = replace(self._preferences, window_geometry=geometry, theme=self._keeper.choice)
        if self._places is None:
            return here
        place = self._places.remembered
        return replace(
            here,
            last_campaign_id=place.campaign_id,
            campaigns=place.campaigns,
            plan_widths=place.plan_widths,
        )

    @property
    def places(self) -> Places | None:
        """The pages and who moves between them; None until the store is there."""
        return self._places

    def attach(self, live: LivePlan, *, chosen: bool = False) -> None:
        """Fills the window from a workspace: with the last campaign, or else with all of them.

        A workspace that was attached before is closed.

        Args:
            live: the workspace.
            chosen: whether a person asked for its store, which is then opened at the next start too.
        """
        from campaignplanner.ui.places import Places

        self._detach()
        if chosen:
            store = live.workspace.path
            self._preferences = replace(self._preferences, last_store=store, last_campaign_id=None)
        self._places = Places(self._equipment(live), self._stage(), self._remembered(), self)
        self._places.moved.connect(self._remember_place)
        self._places.begin()
        self._enable_always()
        if self._settings is not None:
            self._settings.show_store(self._store_path())

    def keep_store(self, sentence: str) -> None:
        """Says why the store that was wanted cannot be opened; the one before stays."""
        if self._settings is not None:
            self._settings.show_trouble(sentence)
        else:
            self._messages.say_trouble(sentence)

    def refuse(self, sentence: str) -> None:
        """Says why there is no store to show; the window stays, so that the sentence can be read."""
        state = EmptyState(self.tr("The campaigns cannot be shown"), sentence)
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)
        self._refusal = state
        self._enable_always()

    # -- inside --------------------------------------------------------------------------------------

    def _equipment(self, live: LivePlan) -> Equipment:
        from campaignplanner.ui.equipment import Equipment
        from campaignplanner.ui.typesetter import TypesetterKeeper

        return Equipment(
            window=self,
            live=live,
            messages=self._messages,
            tasks=self._tasks,
            files=self._files,
            typesetter=TypesetterKeeper(),
            currency=self._currency,
        )

    def _stage(self) -> Stage:
        from campaignplanner.ui.places import Stage

        return Stage(
            actions=self._actions,
            header=self._header,
            menu=self._menu,
            pages=self._pages,
            area=self._area,
            body=self._body,
        )

    def _remembered(self) -> Remembered:
        from campaignplanner.ui.places import Remembered

        return Remembered(
            campaign_id=self._preferences.last_campaign_id,
            campaigns=self._preferences.campaigns,
            plan_widths=self._preferences.plan_widths,
        )

    def _enable_always(self) -> None:
        """What can be done with and without a store."""
        for name in (Name.SETTINGS, Name.SHORTCUTS):
            self._actions[name].setEnabled(True)

    def _detach(self) -> None:
        """Lets go of the workspace and of everything that shows it."""
        if self._refusal is not None:
            self._pages.removeWidget(self._refusal)
            self._refusal.deleteLater()
            self._refusal = None
        if self._places is None:
            return
        self._tasks.finish()
        self._places.finish_typing()
        self._preferences = self.preferences
        places, self._places = self._places, None
        places.take_down()
        places.close()
        places.deleteLater()

    def _currency(self) -> str:
        """What the money of a new campaign is counted in."""
        return regional.currency_of(self._preferences)

    def _store_path(self) -> Path:
        """The store that is open, or would be."""
        if self._places is not None:
            return self._places.store_path
        return self._preferences.last_store or default_store_path()

    @Slot()
    def _open_settings(self) -> None:
        if self._places is not None:
            self._places.finish_typing()
        from campaignplanner.ui.dialogs.settings import SettingsDialog

        self._settings = SettingsDialog(self.preferences, self._store_path(), self._files, self)
        self._settings.changed.connect(self._take_preferences)
        self._settings.store_wanted.connect(self.store_wanted)
        self._settings.finished.connect(self._forget_settings)
        self._settings.open()

    @Slot()
    def _forget_settings(self) -> None:
        self._settings = None

    @Slot(object)
    def _take_preferences(self, wanted: Preferences) -> None:
        """Makes what was chosen in the settings visible everywhere, and remembers it."""
        before = self.preferences
        self._preferences = wanted
        self._keeper.choose(wanted.theme)
        self._menu.show_theme(wanted.theme)
        regional.begin_weeks_on(wanted.first_day_of_week)
        if wanted.locale != before.locale:
            regional.write_as_in(wanted.locale)
            if self._places is not None:
                self._places.show_anew()
        self.remember.emit(self.preferences)

    @Slot()
    def _show_shortcuts(self) -> None:
        from campaignplanner.ui.shortcuts_sheet import ShortcutsSheet, shortcut_groups

        ShortcutsSheet(shortcut_groups(self._actions), self).open()

    @Slot()
    def _remember_place(self) -> None:
        self._preferences = self.preferences
        self.remember.emit(self._preferences)

    @Slot(object)
    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._keeper.choose(choice)
        self.remember.emit(self.preferences)

    @Slot(object)
    def _ink(self, chosen: theme.Theme) -> None:
        self._inked = chosen
        self._actions.ink(chosen)
        self._header.ink(chosen)
        self._messages.ink()
        if self._places is not None:
            self._places.ink()

    # -- events --------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a screen of another density the icons are drawn for that one.

        Not in ``event``: all painting would go through it then, and shiboken cannot bring an error of a
        painter through two methods of ours: it ends the program.
        """
        if watched is self and event.type() is QEvent.Type.DevicePixelRatioChange:
            self._ink(theme.current())
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends what runs, lets go of the store and says what to remember."""
        self._detach()
        self.remember.emit(self.preferences)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files, and says what will become of them."""
        if self._places is not None and _files_in(event):
            event.acceptProposedAction()
            self._drop_hint.setGeometry(self._body.rect().adjusted(16, 16, -16, -16))
            self._drop_hint.show()
            self._drop_hint.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """The files went elsewhere."""
        self._drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports the files."""
        self._drop_hint.hide()
        paths = _files_in(event)
        if self._places is not None and paths:
            event.acceptProposedAction()
            self._places.desk.import_files(paths)


def _files_in(event: QDropEvent) -> tuple[Path, ...]:
    urls = event.mimeData().urls()
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
