"""Opens the gallery, and carries out what people decide in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from campaignplanner.domain.activity import Activity
from campaignplanner.planning.plays import Placing
from campaignplanner.services.commands.play import DeletePlay, SavePlay
from campaignplanner.ui.formats import counted, shortened
from campaignplanner.ui.messages import Answer, MessageBar
from campaignplanner.ui.plays.gallery import Invitation, PlayGallery
from campaignplanner.ui.plays.saving import SavePlayDialog
from campaignplanner.ui.selection import Picked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from campaignplanner.domain.play import Play
    from campaignplanner.ui.live_plan import LivePlan
    from campaignplanner.ui.selection import SelectionKeeper


class Playing(QObject):
    """Places plays, and keeps and deletes people's own; one for the window."""

    def __init__(
        self,
        live: LivePlan,
        messages: MessageBar,
        selection: SelectionKeeper,
        window: QWidget,
        parent: QObject,
    ) -> None:
        """Takes what it works with; the window is blocked while the gallery is open."""
        super().__init__(parent)
        self._live = live
        self._messages = messages
        self._selection = selection
        self._window = window
        self._gallery: PlayGallery | None = None

    @property
    def gallery(self) -> PlayGallery | None:
        """The gallery while it is open."""
        return self._gallery

    def offer(self, invitation: Invitation | None = None) -> None:
        """Opens the gallery."""
        plan = self._live.plan
        own = self._live.asked(self._live.workspace.plays)
        if plan is None or own is None:
            return
        self._gallery = PlayGallery(plan, own, invitation or Invitation(), self._window)
        self._gallery.accepted.connect(self._place)
        self._gallery.finished.connect(self._forget)
        self._gallery.deletion_wanted.connect(self._delete)
        self._gallery.open()

    def ask_to_save(self) -> None:
        """Asks how a play of the selected activities is called, and keeps it."""
        activity_ids = self._selection.ids(Activity)
        if not activity_ids:
            self._messages.say(self.tr("Select the activities of which the play is to be made."))
            return
        self._saving = SavePlayDialog(len(activity_ids), self._window)
        self._saving.accepted.connect(self._save)
        self._saving.open()

    @Slot()
    def _place(self) -> None:
        command = None if self._gallery is None else self._gallery.command
        plan = self._live.plan
        if command is None or plan is None or not self._live.execute(command):
            return
        placing = Placing(command.day, command.aim_id, command.audience_id, command.placing_id)
        count = len(command.play.activities)
        self._selection.pick(*(Picked(Activity, placing.id("activity", each)) for each in range(count)))
        sentence = counted(
            count, self.tr("“%2” made 1 activity."), self.tr("“%2” made %1 activities.")
        ).replace("%2", shortened(command.play.title))
        self._messages.say(sentence, Answer(self.tr("Undo"), partial(self._live.undo, plan.campaign.id)))

    @Slot()
    def _save(self) -> None:
        dialog = self._saving
        title = str(dialog.title.value)
        save = SavePlay(self._selection.ids(Activity), title, str(dialog.description.value or ""))
        if self._live.succeeds(partial(self._live.workspace.execute, save)):
            self._say_kept(self.tr("“%1” is among the plays now.").replace("%1", shortened(title)))

    @Slot(object)
    def _delete(self, play: Play) -> None:
        delete = DeletePlay(play)
        if self._live.succeeds(partial(self._live.workspace.execute, delete)) and self._gallery is not None:
            self._gallery.show_own(self._live.workspace.plays())
            sentence = self.tr("The play “%1” was deleted; what it made in campaigns stays.")
            self._say_kept(sentence.replace("%1", shortened(play.title)))

    def _say_kept(self, sentence: str) -> None:
        self._messages.say(sentence, Answer(self.tr("Undo"), partial(self._live.undo, None)))

    @Slot()
    def _forget(self) -> None:
        self._gallery = None
