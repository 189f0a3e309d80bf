"""The buttons with what can be seen: how finely, of what, and what besides."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from campaignplanner.ui import icons, theme
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.timeline.zooming import ZoomLevel
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_WORDS = {
    ZoomLevel.DAYS: QT_TRANSLATE_NOOP("ZoomMenu", "Days"),
    ZoomLevel.WEEKS: QT_TRANSLATE_NOOP("ZoomMenu", "Weeks"),
    ZoomLevel.MONTHS: QT_TRANSLATE_NOOP("ZoomMenu", "Months"),
    ZoomLevel.QUARTERS: QT_TRANSLATE_NOOP("ZoomMenu", "Quarters"),
}
_ZOOMS = (Name.ZOOM_CAMPAIGN, Name.ZOOM_SELECTION, Name.ZOOM_AIM, Name.TODAY)
_MORE = (Name.SINCE_APPROVAL, Name.COPY_PICTURE, Name.SAVE_PICTURE)


class ZoomMenu(QToolButton):
    """Says how finely days are shown, and offers other ways.

    Signals:
        level_asked: carries the wanted ``ZoomLevel``.
    """

    level_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFont(small_font())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._levels = {level: self._menu.addAction(self.tr(words)) for level, words in _WORDS.items()}
        for level, action in self._levels.items():
            action.setCheckable(True)
            action.setData(level)
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        self.show_level(ZoomLevel.WEEKS)

    def offer(self, actions: Actions) -> None:
        """Offers the window's own ways of zooming below."""
        self._menu.addSeparator()
        for name in _ZOOMS:
            self._menu.addAction(actions[name])

    def show_level(self, level: ZoomLevel) -> None:
        """Says how finely days are shown now."""
        words = self.tr(_WORDS[level])
        said = f"{words} \N{BLACK DOWN-POINTING SMALL TRIANGLE}"
        if self.text() == said:
            return
        self.setText(said)
        self.setAccessibleName(self.tr("Zoom: %1").replace("%1", words))
        self.setToolTip(self.tr("How finely days are shown"))
        for each, action in self._levels.items():
            action.setChecked(each is level)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        level = action.data()
        if isinstance(level, ZoomLevel):
            action.setChecked(True)
            self.level_asked.emit(level)


class MoreMenu(QToolButton):
    """Offers what is needed less often: what changed since approval, and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("More of the timeline"))
        self.setToolTip(self.tr("More: what changed since approval, pictures"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.ink()
        self.hide()

    def offer(self, actions: Actions) -> None:
        """Offers the window's actions; without any the button stays away."""
        for name in _MORE:
            self._menu.addAction(actions[name])
        self.show()

    def ink(self) -> None:
        """Draws the icon in the colours of the theme."""
        self.setIcon(icons.icon("more", theme.current()))
