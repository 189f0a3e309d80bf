"""The button that says by what lanes are made, and offers other ways."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_NAMES: Mapping[Grouping, Name] = {
    Grouping.AIM: Name.GROUP_BY_AIM,
    Grouping.PLACE: Name.GROUP_BY_PLACE,
    Grouping.OWNER: Name.GROUP_BY_OWNER,
    Grouping.AUDIENCE: Name.GROUP_BY_AUDIENCE,
    Grouping.KIND: Name.GROUP_BY_KIND,
    Grouping.STATUS: Name.GROUP_BY_STATUS,
    Grouping.FLAT: Name.GROUP_FLAT,
}
_WORDS = {
    Grouping.AIM: QT_TRANSLATE_NOOP("LaneMenu", "By aim"),
    Grouping.PLACE: QT_TRANSLATE_NOOP("LaneMenu", "By place"),
    Grouping.OWNER: QT_TRANSLATE_NOOP("LaneMenu", "By owner"),
    Grouping.AUDIENCE: QT_TRANSLATE_NOOP("LaneMenu", "By audience"),
    Grouping.KIND: QT_TRANSLATE_NOOP("LaneMenu", "By kind"),
    Grouping.STATUS: QT_TRANSLATE_NOOP("LaneMenu", "By status"),
    Grouping.FLAT: QT_TRANSLATE_NOOP("LaneMenu", "One lane"),
}


class LaneMenu(QToolButton):
    """Says by what lanes are made; without actions it stays away."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(small_font())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._group = QActionGroup(self)
        self._actions: Actions | None = None
        self.show_grouping(Grouping.AIM)
        self.hide()

    def offer(self, actions: Actions) -> None:
        """Offers the window's actions."""
        self._actions = actions
        for grouping, name in _NAMES.items():
            actions[name].setData(grouping)
            self._group.addAction(actions[name])
            self._menu.addAction(actions[name])
        self._menu.addSeparator()
        for name in (Name.COLLAPSE_LANES, Name.EXPAND_LANES):
            self._menu.addAction(actions[name])
        self.show_grouping(Grouping.AIM)
        self.show()

    @property
    def groupings(self) -> QActionGroup:
        """The ways to make lanes, each with its ``Grouping`` as data; one of them is on."""
        return self._group

    def show_grouping(self, grouping: Grouping) -> None:
        """Says by what lanes are made now."""
        words = self.tr(_WORDS[grouping])
        self.setText(f"{words} ▾")
        self.setAccessibleName(self.tr("Lanes: %1").replace("%1", words))
        self.setToolTip(self.tr("By what activities lie together (G)"))
        if self._actions is not None:
            self._actions[_NAMES[grouping]].setChecked(True)

    def open_menu(self) -> None:
        """Opens the menu, for whoever comes by keyboard."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self._menu.setActiveAction(self._group.checkedAction())
