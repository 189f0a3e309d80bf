"""The bar that appears when several activities are selected: what can be done to all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from campaignplanner.domain.known_words import WordKind
from campaignplanner.ui.actions import Name
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.formats import counted
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.tree.activity_changes import ActivityChanges
from campaignplanner.ui.plan.tree.many_menus import ManyMenus
from campaignplanner.ui.widgets.buttons import quiet_button
from campaignplanner.ui.widgets.lines import label

_GAP = 2


class ManyBar(QFrame):
    """How many are selected, and buttons for status, kind, owner, aim, moving, duplicating, deleting."""

    def __init__(self, tools: PageTools, changes: ActivityChanges, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._menus = ManyMenus(tools, changes)
        self.setProperty("role", "raised")
        self._count = label(font=strong_font())
        self._owner = self._build_owner(tools)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(_GAP)
        row.addWidget(self._count)
        row.addSpacing(8)
        menus = self._menus
        status = self._menu_button(self.tr("Status"), menus.fill_status)
        kind = self._menu_button(self.tr("Kind"), menus.fill_kind)
        aim = self._menu_button(self.tr("Aim"), menus.fill_aim)
        for widget in (status, kind, aim, self._owner):
            row.addWidget(widget)
        self._going = (self._owner, kind, aim, status)
        row.addStretch(1)
        for name in (Name.MOVE_PICKED, Name.DUPLICATE_PICKED, Name.DELETE_PICKED):
            row.addWidget(quiet_button(tools.actions[name], with_text=False))
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Room for the count and for deleting; the rest comes as there is room for it."""
        taken = sum(widget.sizeHint().width() for widget in self._going if not widget.isHidden())
        return QSize(max(1, super().minimumSizeHint().width() - taken), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what there is no room for: the inspector and the menu of the rows have it too."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, room: int) -> None:
        needed = self.minimumSizeHint().width() + sum(_width_of(widget) for widget in self._going)
        for widget in self._going:
            widget.setVisible(needed <= room)
            needed -= 0 if needed <= room else _width_of(widget)

    @property
    def menus(self) -> ManyMenus:
        """The menus of the buttons."""
        return self._menus

    @property
    def owner(self) -> SuggestField:
        """Where an owner for all of them is typed."""
        return self._owner

    @property
    def said(self) -> str:
        """How many it says are selected."""
        return self._count.text()

    def show_count(self, count: int) -> None:
        """Appears for more than one."""
        self._count.setText(counted(count, self.tr("%1 selected"), self.tr("%1 selected")))
        self.setVisible(count > 1)

    def _build_owner(self, tools: PageTools) -> SuggestField:
        field = SuggestField(
            self.tr("Owner of all selected"), partial(tools.words.of, WordKind.OWNER), self.tr("Owner…")
        )
        field.show_label_hidden()
        field.setFixedWidth(130)
        field.show_value("")
        field.edited.connect(self._give_owner)
        return field

    def _menu_button(self, text: str, fill: Callable[[QMenu], None]) -> QToolButton:
        button = QToolButton()
        button.setText(f"{text} ▾")
        button.setAccessibleName(self.tr("%1 of all selected").replace("%1", text))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.aboutToShow.connect(_Refill(fill, menu).fill)
        button.setMenu(menu)
        return button

    @Slot(object)
    def _give_owner(self, owner: object) -> None:
        refusal = self._changes.give({"owner": owner})
        if refusal is not None:
            self._owner.show_error(refusal.sentence)
        else:
            self._owner.show_value("")  # the field is for the next ones


def _width_of(widget: QWidget) -> int:
    return max(widget.sizeHint().width(), widget.minimumWidth()) + _GAP


class _Refill(QObject):
    """Fills a menu anew each time it opens."""

    def __init__(self, fill: Callable[[QMenu], None], menu: QMenu) -> None:
        super().__init__(menu)
        self._fill = fill

    @Slot()
    def fill(self) -> None:
        """Fills it."""
        menu = self.parent()
        if isinstance(menu, QMenu):
            menu.clear()
            self._fill(menu)
