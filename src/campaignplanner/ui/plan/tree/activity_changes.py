"""What is done to the selected activities, one or many: each is one command and one step of undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.activity import Activity, Contribution, Kind, Side
from campaignplanner.domain.days import joined_spans
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.telling import moved_text, tell
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:  # the window is painted before the store behind these is imported
    from campaignplanner.services.commands.command import Command


class ActivityChanges(QObject):
    """Writes what menus, keys and the bar for many ask for.

    Args:
        tools: what the page works with.
        parent: owns it.
    """

    def __init__(self, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools

    def picked(self) -> tuple[str, ...]:
        """The activities that are selected, on whichever page."""
        return self._tools.selection.ids(Activity)

    def give(self, fields: Mapping[str, object]) -> PlanError | None:
        """Gives all selected activities the same new values; why not, where it is refused."""
        from campaignplanner.services.commands.bulk import ChangeActivities

        return self._done(ChangeActivities(self.picked(), fields))

    def let_serve(self, aim_id: str | None) -> None:
        """Lets them serve one aim and no other, or none."""
        from campaignplanner.services.commands.bulk import SetAim

        self._tools.live.execute(SetAim(self.picked(), aim_id))

    def let_serve_too(self, aim_id: str) -> None:
        """Lets them serve an aim beside those they serve."""
        from campaignplanner.services.commands.bulk import AddAim

        self._tools.live.execute(AddAim(self.picked(), aim_id))

    def _is_here(self) -> bool:
        """Whether the page that this belongs to is the one that is shown: each page has its own."""
        page = self.parent()
        return isinstance(page, QWidget) and page.isVisible()

    def _done(self, command: Command) -> PlanError | None:
        refusal = self._tools.live.refusal_of(command)
        return refusal if isinstance(refusal, PlanError) else None

    # -- making --------------------------------------------------------------------------------------

    def add_below(self, neighbour_id: str | None, aim_id: str | None) -> str | None:
        """Makes an activity like its neighbour, under the same aim; gives what it is called."""
        from campaignplanner.services.commands.activity import MakeActivity

        plan = self._tools.live.plan
        if plan is None:
            return None
        neighbour = None if neighbour_id is None else plan.activities.get(neighbour_id)
        made = Activity(
            id=new_id(),
            side=Side.ONLINE if neighbour is None else neighbour.side,
            kind=Kind.OTHER if neighbour is None else neighbour.kind,
            own_kind_id=None if neighbour is None else neighbour.own_kind_id,
            title=self.tr("New activity"),
        )
        beside: tuple[Contribution, ...] = ()
        if aim_id is not None:
            beside = (Contribution(id=new_id(), activity_id=made.id, aim_id=aim_id),)
        if not self._tools.live.execute(MakeActivity(made, beside)):
            return None
        self._tools.selection.pick(Picked.record(made))
        return made.id

    @Slot()
    def duplicate(self) -> None:
        """Puts copies of the selected activities beside them, and selects the copies."""
        from campaignplanner.services.commands.pasting import DuplicateActivities

        activity_ids = self.picked()
        if not activity_ids or not self._is_here():
            return
        command = DuplicateActivities(activity_ids)
        if self._tools.live.execute(command):
            self._tools.selection.pick(*(Picked(Activity, each) for each in command.copy_ids))

    # -- moving --------------------------------------------------------------------------------------

    @Slot()
    def ask_to_move(self) -> None:
        """Asks by how many days the selected activities move, and shows from when to when they run then."""
        from campaignplanner.ui.dialogs.move_campaign import MoveActivitiesDialog

        if not self._is_here():
            return
        plan, parent = self._tools.live.plan, self.parent()
        spans = {} if plan is None else {each: plan.span_of(each) for each in self.picked()}
        dated = {each: span for each, span in spans.items() if span is not None}
        whole = joined_spans(dated.values())
        if plan is None or whole is None or not isinstance(parent, QWidget):
            self._tools.messages.say_trouble(self.tr("Nothing that is selected has dates to move yet."))
            return
        titles = [plan.activities[each].title for each in dated]
        dialog = MoveActivitiesDialog(titles, whole, len(spans) - len(dated), parent.window())
        dialog.accepted.connect(self._move)
        dialog.open()

    @Slot()
    def _move(self) -> None:
        from campaignplanner.ui.dialogs.move_campaign import MoveActivitiesDialog

        dialog = self.sender()
        if isinstance(dialog, MoveActivitiesDialog):
            self.move_by(dialog.days)

    def move_by(self, days: int) -> None:
        """Moves the selected activities in one step, and says so."""
        from campaignplanner.services.commands.flight import MoveActivities

        activity_ids = self.picked()
        plan = self._tools.live.plan
        if plan is not None and self._tools.live.execute(MoveActivities(activity_ids, days)):
            tell(self._tools, moved_text(plan, activity_ids, days))

    # -- deleting ------------------------------------------------------------------------------------

    @Slot()
    def delete(self) -> None:
        """Deletes the selected activities in one step and says what went with them."""
        from campaignplanner.ui.plan.inspector.deleting import delete_activities

        doomed = self.picked() if self._is_here() else ()
        if doomed:
            delete_activities(self._tools, doomed)
