"""The portfolio: all campaigns of the store, with what can be done to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.ui.actions import Actions, Listens, Name
from campaignplanner.ui.portfolio.list_view import CampaignList
from campaignplanner.ui.portfolio.rows import COLUMNS, CampaignRow, Column
from campaignplanner.ui.portfolio.samples_strip import SamplesStrip
from campaignplanner.ui.samples_offered import SampleCardText
from campaignplanner.ui.widgets.buttons import ButtonRow, MainButton, quiet_button
from campaignplanner.ui.widgets.empty import EmptyState

WIDEST = 1180
"""Beyond this width the columns drift apart and rows are hard to follow with the eye."""

_IN_LINE = (Name.IMPORT, Name.OPEN, Name.DUPLICATE, Name.EXPORT_FILE, Name.EXPORT_BRIEF, Name.DELETE)
_GAPS = 120
"""Margins and gaps of the line of actions, in logical pixels."""


class PortfolioPage(QWidget):
    """The list with its search and its line of actions, or what to do while it is empty.

    `opened` carries a campaign's id, `sample_wanted` a sample's name; `choice_changed` nothing.
    """

    opened = Signal(object)
    sample_wanted = Signal(object)
    choice_changed = Signal()

    def __init__(
        self, actions: Actions, samples: tuple[SampleCardText, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self.list = CampaignList()
        self.search = self._build_search()
        self._sort_button = self._build_sort_button()
        self._line_buttons = ButtonRow(actions[name] for name in _IN_LINE)
        self._bodies = QStackedWidget()
        self._nothing_found = self._build_nothing_found()
        self._nothing_there = self._build_nothing_there(samples)
        self._arrange()
        self._connect()

    def _build_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Find a campaign"))
        field.setAccessibleName(self.tr("Find a campaign"))
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(160)
        field.setMaximumWidth(300)
        field.textEdited.connect(self._search)
        field.textChanged.connect(self._show_body)
        return field

    def _build_sort_button(self) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("Sort the list"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for column in COLUMNS:
            action = QAction(column.heading, menu, checkable=True)
            action.setData(column)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._sort_by_action)
        button.setMenu(menu)
        return button

    def _build_nothing_found(self) -> EmptyState:
        state = EmptyState(self.tr("Nothing found"), "")
        clear = QPushButton(self.tr("Show all campaigns"))
        clear.clicked.connect(self._clear_search)
        state.add(clear)
        return state

    def _build_nothing_there(self, samples: tuple[SampleCardText, ...]) -> EmptyState:
        state = EmptyState(
            self.tr("No campaigns yet"),
            self.tr("Begin one with its title, bring one in from a file, or look around in a sample."),
        )
        self._begin_button = MainButton()
        self._begin_button.stand_for(self._actions[Name.NEW_CAMPAIGN])
        state.add(self._begin_button)
        state.add(quiet_button(self._actions[Name.IMPORT]))
        strip = SamplesStrip(samples)
        strip.asked_for.connect(self.sample_wanted)
        strip.setMaximumWidth(900)
        state.add(strip)
        return state

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(14)
        self._line = self._build_line()
        column.addWidget(self._line)
        for body in (self.list, self._nothing_found, self._nothing_there):
            self._bodies.addWidget(body)
        column.addWidget(self._bodies, 1)
        content = QWidget()
        content.setLayout(column)
        content.setMaximumWidth(WIDEST + 48)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 1000)
        row.addStretch(1)

    def _build_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.search, 1)
        row.addSpacing(4)
        row.addWidget(self._sort_button)
        row.addStretch(1)
        for button in self._line_buttons.buttons:
            row.addWidget(button)
        return line

    def _connect(self) -> None:
        self._actions.add_local(self.list, Listens.CAMPAIGN_LIST)
        self._actions[Name.OPEN].triggered.connect(self._open_chosen)
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self._tell_choice)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.header().sortIndicatorChanged.connect(self._say_order)
        self._say_order()

    def begin(self) -> None:
        """Gives the focus to where people begin."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: Sequence[CampaignRow]) -> None:
        """Shows the campaigns as they are now."""
        self.list.show_rows(rows)
        self._show_body()
        self._tell_choice()

    @Slot()
    def _show_body(self) -> None:
        self._line.setVisible(self.list.count > 0)
        self.setFocusProxy(self.list if self.list.count > 0 else self._begin_button)
        if self.list.count == 0:
            self._bodies.setCurrentWidget(self._nothing_there)
        elif self.list.order.rowCount() == 0:
            sentence = self.tr("No campaign has “%1” in its title, brand, status or dates.")
            self._nothing_found.say(
                self.tr("Nothing found"), sentence.replace("%1", self.search.text().strip())
            )
            self._bodies.setCurrentWidget(self._nothing_found)
        else:
            self._bodies.setCurrentWidget(self.list)

    @Slot(str)
    def _search(self, text: str) -> None:
        self.list.order.search(text)
        self._show_body()

    @Slot()
    def _clear_search(self) -> None:
        self.search.clear()
        self._search("")
        self.search.setFocus()

    def begin_search(self) -> None:
        """Puts the cursor where campaigns are looked for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _open_chosen(self) -> None:
        chosen = self.list.chosen_id()
        if chosen is not None:
            self.opened.emit(chosen)

    @Slot()
    def _tell_choice(self) -> None:
        self.choice_changed.emit()

    @Slot(QAction)
    def _sort_by_action(self, action: QAction) -> None:
        """The same column again turns the order round."""
        column: Column = action.data()
        now, order = self.list.sorted_by
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        turned = descending if order is ascending else ascending
        self.list.sort_by(column, turned if column is now else ascending)

    @Slot()
    def _say_order(self) -> None:
        column, order = self.list.sorted_by
        arrow = "↑" if order is Qt.SortOrder.AscendingOrder else "↓"
        said = self.tr("Sort by %1").replace("%1", column.heading.lower())
        self._sort_button.setText(f"{said} {arrow}")
        self._sort_button.setAccessibleName(said)
        for action in self._sort_button.menu().actions():
            action.setChecked(action.data() is column)

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        if self.list.chosen_id() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (Name.OPEN, Name.DUPLICATE, None, Name.EXPORT_BRIEF, Name.EXPORT_FILE, None, Name.DELETE):
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])
        menu.popup(self.list.viewport().mapToGlobal(where))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the line of actions the room that search and sorting leave."""
        super().resizeEvent(event)
        beside = self._sort_button.sizeHint().width() + self.search.minimumWidth() + _GAPS
        self._line_buttons.fit(min(event.size().width(), WIDEST) - beside)
