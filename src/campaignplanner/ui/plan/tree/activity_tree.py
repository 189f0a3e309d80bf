"""The middle of the plan page: the activities by aim, found, sorted and changed where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from campaignplanner.domain.activity import Activity, Flight
from campaignplanner.domain.aim import Aim
from campaignplanner.domain.plan import Plan
from campaignplanner.ui.actions import Name
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.tree.activity_changes import ActivityChanges
from campaignplanner.ui.plan.tree.columns import Column
from campaignplanner.ui.plan.tree.find_bar import FindBar
from campaignplanner.ui.plan.tree.finding import Search
from campaignplanner.ui.plan.tree.many_bar import ManyBar
from campaignplanner.ui.plan.tree.model import ActivityModel
from campaignplanner.ui.plan.tree.tree_view import ActivityView
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.buttons import MainButton
from campaignplanner.ui.widgets.empty import EmptyState
from campaignplanner.ui.widgets.lines import hairline

_MENU_ACTIONS = (
    Name.COPY,
    Name.CUT,
    Name.PASTE,
    Name.DUPLICATE_PICKED,
    Name.MOVE_PICKED,
    Name.DELETE_PICKED,
)


class ActivityTree(QWidget):
    """Activities under their aims.

    Signals:
        details_asked: carries an activity that somebody wants to edit where only the inspector has room.
    """

    details_asked = Signal(object)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._plan: Plan | None = None
        self._model = ActivityModel(self)
        self._changes = ActivityChanges(tools, self)
        self._find = FindBar()
        self._many = ManyBar(tools, self._changes)
        self._view = ActivityView(tools, self._model)
        self._empty, self._nothing_found = self._build_empty(), self._build_nothing_found()
        self._lay_out()
        self._connect()

    @property
    def view(self) -> ActivityView:
        """The tree itself."""
        return self._view

    @property
    def model(self) -> ActivityModel:
        """The rows."""
        return self._model

    @property
    def find_bar(self) -> FindBar:
        """Where somebody looks for activities."""
        return self._find

    @property
    def many_bar(self) -> ManyBar:
        """What can be done to several at once."""
        return self._many

    @property
    def changes(self) -> ActivityChanges:
        """What is done to the selected activities."""
        return self._changes

    # -- what the page asks --------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan; of the same campaign only what is different, so that all keep their place."""
        is_another = self._plan is None or self._plan.campaign.id != plan.campaign.id
        self._plan = plan
        place = self._view.place_of_current()
        was_in_sight = self._view.is_current_in_sight()
        with self._still():
            if is_another:
                self._find.clear()
            self._model.show_plan(plan)
            self._view.expand_new_aims(everything=is_another)
        if is_another:  # what is remembered of its columns comes after
            self._view.fit_columns()
        self._view.cells.show_values()
        self._show_emptiness()
        self._follow()
        if is_another:
            return
        if not self._view.currentIndex().isValid():
            self._view.stay_at(place)
        elif was_in_sight and place != self._view.place_of_current():
            self._view.scrollTo(self._view.currentIndex())

    def state(self) -> bytes:
        """Widths and order of the columns, those that are hidden, and the sorting."""
        return self._view.columns.remembered()

    def restore(self, state: bytes) -> None:
        """Takes back what was remembered; anything else leaves the columns as they are."""
        if self._view.columns.take_back(state):
            header = self._view.columns
            self._view.sortByColumn(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the focus on to the rows; a proxy would make Tab leave out what is above them."""
        super().focusInEvent(event)
        self._view.setFocus(event.reason())

    def focus_find(self) -> None:
        """Puts the cursor where activities are looked for."""
        self._find.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.line.selectAll()

    # -- building ------------------------------------------------------------------------------------

    def _build_empty(self) -> EmptyState:
        empty = EmptyState(
            self.tr("No activities yet"),
            self.tr("What will people meet or do? Begin with one, online or offline."),
        )
        button = MainButton()
        button.stand_for(self._tools.actions[Name.NEW_ACTIVITY])
        empty.add(button)
        return empty

    def _build_nothing_found(self) -> EmptyState:
        empty = EmptyState(self.tr("Nothing found"), self.tr("No activity is like that."))
        button = QPushButton(self.tr("Show all activities"))
        button.clicked.connect(self._find.clear)
        empty.add(button)
        return empty

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._find)
        column.addWidget(hairline())
        for widget in (self._view, self._empty, self._nothing_found):
            column.addWidget(widget, 1)
        column.addWidget(self._many)  # at the foot: no row moves away under the mouse as it comes
        self._show_emptiness()

    def _connect(self) -> None:
        self._find.changed.connect(self._look_for)
        self._find.entered.connect(self._model.make_searchable)
        self._find.left.connect(self._go_to_rows)
        self._view.picked.connect(self._pick)
        self._view.details_asked.connect(self.details_asked)
        self._view.row_asked.connect(self.add_below)
        self._view.customContextMenuRequested.connect(self._offer)
        self._tools.selection.changed.connect(self._follow)
        self._tools.actions[Name.DELETE_PICKED].triggered.connect(self._changes.delete)
        self._tools.actions[Name.MOVE_PICKED].triggered.connect(self._changes.ask_to_move)
        self._tools.actions[Name.DUPLICATE_PICKED].triggered.connect(self._changes.duplicate)

    # -- finding -------------------------------------------------------------------------------------

    @Slot(object)
    def _look_for(self, search: Search) -> None:
        with self._still():
            self._model.look_for(search)
            self._view.hide_empty_aims(bool(search))
        self._show_emptiness()
        self._follow()

    @Slot()
    def _go_to_rows(self) -> None:
        self._view.setFocus(Qt.FocusReason.TabFocusReason)
        self._view.go_to_first()

    def _show_emptiness(self) -> None:
        has_any = self._plan is not None and bool(self._plan.activities)
        has_found = bool(self._model.shown_count)
        is_looking = bool(self._model.search)
        shown = self._view if has_found or (has_any and not is_looking) else self._empty
        if has_any and is_looking and not has_found:
            shown = self._nothing_found
        for widget in (self._view, self._empty, self._nothing_found):
            widget.setVisible(widget is shown)
        self._find.setEnabled(has_any)

    # -- selection -----------------------------------------------------------------------------------

    @contextmanager
    def _still(self) -> Iterator[None]:
        """While rows come and go by themselves, nobody picked anything."""
        self._view.hold_still(True)
        try:
            yield
        finally:
            self._view.hold_still(False)

    @Slot()
    def _pick(self) -> None:
        """Tells the other pages what the person selected here."""
        picked = []
        for row in self._view.picked_rows():
            activity_id, group = self._model.activity_at(row), self._model.group_at(row)
            if activity_id is not None:
                picked.append(Picked(Activity, activity_id))
            elif group is not None and group.aim_id is not None:
                picked.append(Picked(Aim, group.aim_id))
        self._tools.selection.pick(*picked)

    @Slot()
    def _follow(self) -> None:
        """Selects here what is selected elsewhere; of a flight the activity that it belongs to."""
        plan = self._plan
        if plan is None:
            return
        selection = self._tools.selection
        activity_ids = list(selection.ids(Activity))
        flights = (plan.flights.get(each) for each in selection.ids(Flight))
        activity_ids += [flight.activity_id for flight in flights if flight is not None]
        self._many.show_count(len(selection.ids(Activity)))
        self._view.follow(activity_ids, selection.ids(Aim))

    # -- changing ------------------------------------------------------------------------------------

    @Slot()
    def add_below(self) -> None:
        """Makes an activity like the current one under the same aim, and opens its title."""
        current = self._view.currentIndex()
        neighbour = self._model.activity_at(current)
        group = self._model.group_at(current if neighbour is None else current.parent())
        self._find.clear()
        made = self._changes.add_below(neighbour, None if group is None else group.aim_id)
        if made is not None:
            self._view.edit_cell(self._model.index_of(made, Column.TITLE))

    @Slot(QPoint)
    def _offer(self, where: QPoint) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(where))

    def context_menu(self) -> QMenu:
        """What can be done here, from the window's actions."""
        menu = QMenu(self)
        menu.addAction(self._tools.actions[Name.NEW_ACTIVITY])
        if self._changes.picked():
            menu.addAction(self._tools.actions[Name.SHOW_FINDING])
            menu.addSeparator()
            self._many.menus.add_all(menu)
        menu.addSeparator()
        for name in _MENU_ACTIONS:
            menu.addAction(self._tools.actions[name])
        return menu
