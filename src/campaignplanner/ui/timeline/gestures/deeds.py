"""What gestures, keys and menus do in the end: carry out a command, select, open what is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu

from campaignplanner.domain.activity import Activity, Flight, Kind, Side
from campaignplanner.domain.days import Span
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import LaneKey
from campaignplanner.ui.actions import Name
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.gestures.title_editor import TitleEditor
from campaignplanner.ui.timeline.selection import Selected

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.command import Command

USUAL_DAYS = 7
"""How long an activity is that is made by a double click, or gets its first dates: a week."""


class Deeds(QObject):
    """The one way from the hands to the plan.

    Args:
        tools: what the page works with.
        canvas: the timeline.

    Signals:
        title_finished: a title that was edited in place is not any more.
    """

    title_finished = Signal()

    def __init__(self, tools: PageTools, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self.tools = tools
        self.canvas = canvas
        self._editor: TitleEditor | None = None
        self._menu: QMenu | None = None
        canvas.view_changed.connect(self._finish_title)

    @property
    def plan(self) -> Plan | None:
        """The open plan as it is now."""
        return self.tools.live.plan

    @property
    def moves_along(self) -> bool:
        """Whether what is bridged moves along with what is moved."""
        return self.tools.actions[Name.MOVE_ALONG].isChecked()

    @property
    def menu(self) -> QMenu | None:
        """The menu that was opened last."""
        return self._menu

    @property
    def title_editor(self) -> TitleEditor | None:
        """The line in which a title is written in place; None while none is."""
        return self._editor

    def carry_out(self, command: Command | None) -> bool:
        """Carries out a command; why not, where it is refused, is told in the message bar."""
        return command is not None and self.tools.live.execute(command)

    def refuse(self, sentence: str) -> None:
        """Says why nothing was done."""
        self.tools.messages.say_trouble(sentence)

    def select(self, selected: Selected | None) -> None:
        """Selects a thing or nothing."""
        self.canvas.select(selected)

    def show_details(self) -> None:
        """Opens the inspector with what is selected."""
        self.tools.actions[Name.OPEN_DETAILS].trigger()

    # -- making --------------------------------------------------------------------------------------

    def make_activity(self, lane: LaneKey, side: Side, span: Span) -> bool:
        """Makes an activity in a lane, on a side, over some days, and opens its title."""
        from campaignplanner.services.commands.activity import MakeActivity
        from campaignplanner.services.commands.lanes import placed_in_lane

        if self.plan is None:
            return False
        title = self.tr("New activity")
        made = Activity(id=new_id(), side=side, kind=Kind.OTHER, title=title)
        try:
            made, beside = placed_in_lane(self.plan, made, lane)
        except PlanError as error:
            self.tools.messages.say_trouble(error.sentence)
            return False
        flight = Flight(id=new_id(), activity_id=made.id, first_day=span.first_day, last_day=span.last_day)
        if not self.carry_out(MakeActivity(made, (flight, *beside))):
            return False
        self.select(Selected.activity(made.id, flight.id, lane))
        self.edit_title(made.id)
        return True

    def edit_title(self, activity_id: str) -> None:
        """Opens a line over the selected bar in which its title is written."""
        scene, selected = self.canvas.scene, self.canvas.selected
        box = None if scene is None or selected is None else scene.box(selected, self.canvas.view)
        if box is None or self.plan is None:
            return
        title = self.plan.activities[activity_id].title
        self._editor = TitleEditor(title, box, self.canvas.viewport())
        self._editor.taken.connect(_Titling(self, activity_id, self._editor).take)
        self._editor.closed.connect(self._forget_editor)

    @Slot()
    def _finish_title(self) -> None:
        """The timeline moves below the line, so it cannot stay."""
        if self._editor is not None:
            self._editor.finish()

    @Slot(object)
    def _forget_editor(self, by_key: bool) -> None:
        self._editor = None
        if by_key:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title_finished.emit()

    # -- menus ---------------------------------------------------------------------------------------

    def offer_bridges(self, source_id: str, target_id: str, at: QPointF) -> None:
        """Opens the menu of the patterns that fit two activities."""
        from campaignplanner.ui.timeline.gestures.bridge_menu import bridge_menu

        if self.plan is not None:
            self.offer(bridge_menu(self.plan, source_id, target_id, self, self.canvas), at)

    def offer(self, menu: QMenu, at: QPointF) -> None:
        """Opens a menu at a point of the canvas."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu
        menu.popup(self.canvas.viewport().mapToGlobal(at.toPoint()))


class _Titling(QObject):
    """Writes the title of one activity."""

    def __init__(self, deeds: Deeds, activity_id: str, parent: TitleEditor) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._activity_id = activity_id

    @Slot(object)
    def take(self, title: str) -> None:
        """Takes what was typed."""
        from campaignplanner.services.commands.activity import ChangeActivity

        self._deeds.carry_out(ChangeActivity(self._activity_id, {"title": title}))
