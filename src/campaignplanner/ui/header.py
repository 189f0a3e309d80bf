"""The head of the window: where one is, the tabs of the pages, undo and redo, and the page's main action."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from campaignplanner.ui import icons
from campaignplanner.ui.actions import Actions, Name
from campaignplanner.ui.fonts import title_font
from campaignplanner.ui.page_tabs import PageTabs
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.widgets.buttons import ButtonRow, MainButton, quiet_button
from campaignplanner.ui.widgets.lines import ElidedLabel

_GAPS = 110
"""Margins and gaps of the head, in logical pixels."""

_LEAST_TITLE = 190
"""What title and subtitle get before the steps may have words."""

_LEAST_SUBTITLE = 60
_BETWEEN = 10
_WITHOUT_BACK = 12


class PlaceWords(QWidget):
    """Title and subtitle on one line; where room ends the subtitle gives way first, then the title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(font=title_font())
        self.subtitle = ElidedLabel(role="muted")
        for label in (self.title, self.subtitle):
            label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, title: str, subtitle: str) -> None:
        """Shows both."""
        self.title.show_text(title)
        self.subtitle.show_text(subtitle)
        self._share_room()

    @property
    def wish(self) -> int:
        """The width at which all of both can be read."""
        return self.title.sizeHint().width() + _BETWEEN + self.subtitle.sizeHint().width()

    def sizeHint(self) -> QSize:
        """As high as the title; the width is whatever the buttons leave."""
        return QSize(_LEAST_TITLE, self.title.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room that there is now."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        title_wish, subtitle_wish = self.title.sizeHint().width(), self.subtitle.sizeHint().width()
        left_to_it = min(subtitle_wish, _LEAST_SUBTITLE) + _BETWEEN
        self.subtitle.setVisible(title_wish + left_to_it <= self.width())
        title_width = max(0, min(title_wish, self.width()))
        self.title.setGeometry(0, 0, title_width, self.height())
        begins = title_width + _BETWEEN
        room = max(0, self.width() - begins)
        # Both stand on the title's line of writing, although the letters differ in size.
        drop = (self.title.fontMetrics().ascent() - self.title.fontMetrics().descent()) // 2
        own = (self.subtitle.fontMetrics().ascent() - self.subtitle.fontMetrics().descent()) // 2
        self.subtitle.setGeometry(begins, drop - own, min(subtitle_wish, room), self.height())


class Header(QFrame):
    """Title and subtitle at the left, tabs in the middle, the steps and the main button at the right."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "raised")
        self._actions = actions
        self._back = quiet_button(actions[Name.CAMPAIGNS])
        self.words = PlaceWords()
        self.tabs = PageTabs(actions)
        self.main_button = MainButton()
        self._has_main_action = False
        self._steps = ButtonRow(actions[name] for name in (Name.UNDO, Name.REDO, Name.HISTORY))
        self._menu_button = self._build_menu_button()
        self._arrange()
        self.ink(theme)

    def _build_menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu (Alt+M)"))
        button.setShortcut("Alt+M")
        button.setMenu(QMenu(button))
        return button

    def _arrange(self) -> None:
        """The tabs stand in the middle, as long as what is beside them leaves them there."""
        self._left = left = QHBoxLayout()
        self._right = right = QHBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._back)
        left.addWidget(self.words, 1)
        right.setSpacing(4)
        right.addStretch(1)
        for button in (*self._steps.buttons, self._menu_button):
            right.addWidget(button)
        right.addSpacing(12)
        right.addWidget(self.main_button)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 20, 8)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.tabs)
        row.addLayout(right, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(3 * self.fontMetrics().height() + 5)

    @property
    def menu(self) -> QMenu:
        """The menu with everything that is needed less often."""
        return self._menu_button.menu()

    def show_place(self, title: str, subtitle: str, *, is_inside: bool, main_action: QAction | None) -> None:
        """Says where one is.

        Args:
            title: the campaign's title, or the portfolio's.
            subtitle: what identifies it further, in muted writing.
            is_inside: whether it is a campaign: with tabs, and a way back to the portfolio.
            main_action: what the coloured button does; None hides it.
        """
        self.words.say(title, subtitle)
        self._back.setVisible(is_inside)
        self._left.setContentsMargins(0 if is_inside else _WITHOUT_BACK, 0, 0, 0)
        self.tabs.setVisible(is_inside)
        self._has_main_action = main_action is not None
        if main_action is not None:
            self.main_button.stand_for(main_action)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room that there is now."""
        super().resizeEvent(event)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """Words give way to icons, so that no words in the head ever widen the window."""
        return QSize(1, super().minimumSizeHint().height())

    def _share_room(self) -> None:
        """The steps keep their words where the title can be read too; after them the way back loses its.

        Where even then something would be cut, the coloured button goes: the menu has its action too.
        """
        self.main_button.setVisible(self._has_main_action)
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        fixed = (self._menu_button, self.main_button)
        beside = sum(widget.sizeHint().width() for widget in fixed if not widget.isHidden())
        if not self.tabs.isHidden():
            self.tabs.fit(self.width() - beside - self._steps.width_of_icons - 2 * _LEAST_TITLE)
        others = (self._back, self.tabs, self._menu_button, self.main_button)
        taken = sum(widget.sizeHint().width() for widget in others if not widget.isHidden())
        room = self.width() - taken - _GAPS - _LEAST_TITLE
        self._steps.fit(room)
        self._share_sides()
        if room < self._steps.width_of_icons - _LEAST_TITLE // 2:
            self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        needed = sum(widget.sizeHint().width() for widget in others if not widget.isHidden())
        self.main_button.setVisible(
            self._has_main_action and needed + self._steps.width_of_icons + _GAPS <= self.width()
        )

    def _share_sides(self) -> None:
        """Both sides are as wide, so that the tabs stand in the middle; words that need more push them."""
        self.tabs.updateGeometry()  # the style sheet made them wider after the layout had asked
        gap = self._row.spacing()
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * gap - self.tabs.sizeHint().width()
        wish = self._left.sizeHint().width() + self.words.wish  # the words alone wish for nothing
        left = max(room // 2, min(wish, room - self._right.sizeHint().width()))
        self._row.setStretch(0, max(1, left))
        self._row.setStretch(2, max(1, room - left))

    def ink(self, theme: Theme) -> None:
        """Draws the menu's icon in the theme's colours; the others come from their actions."""
        self._menu_button.setIcon(icons.icon("menu", theme))
