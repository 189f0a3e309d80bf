"""What the keys and menus of the timeline do with what is selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.days import DAYS_PER_WEEK, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.planning.bridge_ties import tied_with
from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.actions import Listens, Name
from campaignplanner.ui.clipboard import PlanClipboard
from campaignplanner.ui.formats import counted, days_text
from campaignplanner.ui.plan.tree.activity_changes import ActivityChanges
from campaignplanner.ui.timeline.gestures.hands import Hands
from campaignplanner.ui.timeline.gestures.mending import mend
from campaignplanner.ui.timeline.page import TimelinePage
from campaignplanner.ui.timeline.selection import Subject

if TYPE_CHECKING:  # the window is painted before the commands are imported
    from campaignplanner.services.commands.command import Command

_MOVES = {
    Name.MOVE_EARLIER: -1,
    Name.MOVE_LATER: 1,
    Name.MOVE_WEEK_EARLIER: -DAYS_PER_WEEK,
    Name.MOVE_WEEK_LATER: DAYS_PER_WEEK,
}
EDITING = (Name.CUT, Name.COPY, Name.PASTE, Name.DUPLICATE_PICKED, Name.MOVE_PICKED)
"""What is done to the selected activities here as on the plan page, with the same keys."""
_ENDS = {Name.END_EARLIER: -1, Name.END_LATER: 1}


class ShapingActing(QObject):
    """Connects the window's actions to the selected bars and bridges.

    Attributes:
        clipboard: takes activities from here and puts them in.
        changes: what is done to activities whatever page they are selected on.
    """

    def __init__(self, page: TimelinePage, hands: Hands) -> None:
        super().__init__(page)
        self._page = page
        self._hands = hands
        self._deeds = hands.deeds
        tools = hands.deeds.tools
        for steps, does in ((_MOVES, self.move), (_ENDS, self.end)):
            for name, days in steps.items():
                tools.actions[name].triggered.connect(_By(does, days, self).go)
        tools.actions[Name.START_BRIDGE].triggered.connect(self.start_bridge)
        tools.actions[Name.TURN_SIDE].triggered.connect(self.turn_side)
        tools.actions[Name.MOVE_ALONG].toggled.connect(self._say_along)
        tools.actions[Name.MEND_BRIDGE].triggered.connect(self.mend_bridge)
        tools.actions[Name.DELETE_PICKED].triggered.connect(self.delete)
        self.clipboard = PlanClipboard(tools, page)
        self.changes = ActivityChanges(tools, page)
        tools.actions[Name.DUPLICATE_PICKED].triggered.connect(self.changes.duplicate)
        tools.actions[Name.MOVE_PICKED].triggered.connect(self.changes.ask_to_move)
        for part in (page.canvas, page.tray):
            tools.actions.add_local(part, Listens.TIMELINE_LANES)
            for name in (*EDITING, Name.DELETE_PICKED):
                part.addAction(tools.actions[name])
        self._describe()

    def _describe(self) -> None:
        """Tells a screen reader which keys shape."""
        canvas = self._page.canvas
        keys = self.tr(
            "Alt and left or right move the selected bar by a day, Alt and Page Up or Page Down by a week, "
            "Alt, Shift and left or right change its last day. B begins a bridge, arrows choose its other "
            "end, Enter builds it. Enter opens the details, Delete deletes."
        )
        canvas.setAccessibleDescription(f"{canvas.accessibleDescription()} {keys}")

    # -- dates ---------------------------------------------------------------------------------------

    def move(self, days: int) -> None:
        """Moves the selected bars by days; with them what is bridged, while that moves along."""
        from campaignplanner.services.commands.flight import MoveBridged, MoveTogether

        bars = self._bars()
        if not bars:
            return
        flight_ids = tuple(dict.fromkeys(bar.flight_id for bar in bars))
        activity_ids = tuple(dict.fromkeys(bar.activity_id for bar in bars))
        along = self._deeds.moves_along
        self._do(MoveBridged(activity_ids, days) if along else MoveTogether(flight_ids, (), days))

    def move_bridged(self, days: int) -> None:
        """Moves the selected bars with all that is bridged with them, once, and says what moved."""
        from campaignplanner.services.commands.flight import MoveBridged

        activity_ids = tuple(dict.fromkeys(bar.activity_id for bar in self._bars()))
        plan = self._deeds.plan
        if not activity_ids or plan is None:
            return
        dated = [each for each in tied_with(plan, activity_ids) if plan.span_of(each) is not None]
        if self._do(MoveBridged(activity_ids, days)):
            one = self.tr("1 activity moved by %2; every gap stays.")
            many = self.tr("%1 activities moved by %2; every gap stays.")
            said = counted(len(dated), one, many).replace("%2", days_text(abs(days)))
            self._deeds.tools.messages.say(said)

    @Slot(bool)
    def _say_along(self, is_on: bool) -> None:
        """Says what moving does from now on: that is not to be seen before something is moved."""
        on = self.tr("What is bridged with what you move moves along now, and the gaps stay.")
        off = self.tr("Only what you move moves now. Bridges that break by it turn red.")
        self._deeds.tools.messages.say(on if is_on else off)

    def end(self, days: int) -> None:
        """Lets the selected bar end so many days later."""
        from campaignplanner.services.commands.flight import RescheduleFlight

        bars = self._bars()
        if not bars:
            return
        bar = bars[-1]
        try:
            last_day = shifted_day(bar.last_day, days)
        except PlanError as error:
            self._deeds.tools.messages.say_trouble(error.sentence)
            return
        self._do(RescheduleFlight(bar.flight_id, bar.first_day, last_day))

    # -- bridges -------------------------------------------------------------------------------------

    @Slot()
    def start_bridge(self) -> None:
        """Begins a bridge from the selected bar, the other end of which is chosen by keys."""
        bars = self._bars()
        if bars:
            self._page.canvas.setFocus()
            self._hands.aim_bridge(bars[-1])

    @Slot()
    def mend_bridge(self) -> None:
        """Moves the end that makes the selected bridge hold."""
        selected, plan = self._page.canvas.selected, self._deeds.plan
        if plan is None or selected is None or selected.subject is not Subject.BRIDGE:
            self._deeds.tools.messages.say(self.tr("Select a bridge that does not hold to mend it."))
        else:
            mend(self._deeds, plan.bridges[selected.id])

    # -- sides and deleting --------------------------------------------------------------------------

    @Slot()
    def turn_side(self) -> None:
        """Brings the selected activities to the other side."""
        from campaignplanner.services.commands.bulk import TurnSide

        picked = self._deeds.tools.selection.ids(Activity)
        if not picked:
            self._deeds.tools.messages.say(self.tr("Select a bar first."))
        elif self._do(TurnSide(picked)):
            self._deeds.tools.messages.say(
                self.tr("A kind that the other side does not have is “other” now.")
            )

    @Slot()
    def delete(self) -> None:
        """Deletes what is selected and says what went with it, with the way back."""
        from campaignplanner.ui.plan.inspector.deleting import DELETABLE, delete, delete_activities

        tools = self._deeds.tools
        if not self._page.isVisible():
            return
        activity_ids = tools.selection.ids(Activity)
        if activity_ids:
            delete_activities(tools, activity_ids)
            return
        for each in tools.selection.picked:
            if each.record_type in DELETABLE:
                delete(tools, each)

    # -- inside --------------------------------------------------------------------------------------

    def _bars(self) -> list[Bar]:
        bench = self._hands.bench()
        bars = [] if bench is None else self._hands.chosen.bars(bench.scene)
        if not bars:
            self._deeds.tools.messages.say(self.tr("Select a bar first."))
        return bars

    def _do(self, command: Command) -> bool:
        """Carries out a command; what is selected stays in sight and is told with its new days."""
        if not self._deeds.carry_out(command):
            return False
        canvas = self._page.canvas
        selected, scene = canvas.selected, canvas.scene
        if selected is not None and scene is not None:
            canvas.reveal(selected)
            words = scene.hits.words_of(selected)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, words))
        return True


class _By(QObject):
    """Does something by a number of days."""

    def __init__(self, does: Callable[[int], None], days: int, parent: QObject) -> None:
        super().__init__(parent)
        self._go = partial(does, days)

    @Slot()
    def go(self) -> None:
        """Does it."""
        self._go()
