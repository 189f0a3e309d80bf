"""What can be done to whole campaigns: bringing in, copying, deleting, writing to a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.file_names import campaign_file_name
from campaignplanner.ui.formats import counted, shortened
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.tasks import TaskControl

if TYPE_CHECKING:  # imported when first needed: reading and writing files is not part of the start
    from campaignplanner.exchange.campaign_file import CampaignFile


class CampaignDesk(QObject):
    """Acts on campaigns in the person's name. `open_wanted` carries the id of a campaign to show."""

    open_wanted = Signal(object)

    def __init__(self, equipment: Equipment, parent: QObject) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._live = equipment.live
        self._messages = equipment.messages

    # -- bringing in ---------------------------------------------------------------------------------

    @Slot()
    def ask_for_files(self) -> None:
        """Asks which files to import and imports them."""
        paths = self._equipment.files.files_to_read(self._equipment.window)
        if paths:
            self.import_files(paths)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Reads files away from the window, then stores what they hold, one step of the history each."""
        title = counted(len(paths), self.tr("Reading a campaign file"), self.tr("Reading %1 campaign files"))
        task = self._equipment.tasks.start(title, partial(_read_files, tuple(paths)))
        task.succeeded.connect(self._store_files)
        task.refused.connect(self._messages.say_trouble)
        self._messages.follow(task)

    @Slot(object)
    def _store_files(self, found: tuple[CampaignFile, ...]) -> None:
        stored = [campaign_id for each in found if (campaign_id := self._store(each)) is not None]
        if len(stored) == 1:
            self.open_wanted.emit(stored[0])
        if len(stored) == len(found):
            self._say_imported(found)

    def _store(self, found: CampaignFile) -> str | None:
        """The id under which it is stored now, or None when it was refused, which has been told then."""
        return self._live.asked(partial(self._live.workspace.import_plan, found.plan, found.states))

    def _say_imported(self, found: tuple[CampaignFile, ...]) -> None:
        if len(found) == 1:
            sentence = self.tr("“%1” was imported.").replace("%1", shortened(found[0].plan.campaign.title))
            self._messages.say(sentence, self._undo_answer())
        else:
            one, many = self.tr("%1 campaign was imported."), self.tr("%1 campaigns were imported.")
            self._messages.say(counted(len(found), one, many))

    @Slot(object)
    def open_sample(self, name: str) -> None:
        """Shows a sample; only the first time it has to be stored."""
        from campaignplanner.exchange.campaign_file import CampaignFile, CampaignFileFormat
        from campaignplanner.services.samples import read_sample

        found = CampaignFile(*read_sample(name, CampaignFileFormat()))
        entries = self._live.asked(self._live.workspace.portfolio) or ()
        known = {entry.campaign.id for entry in entries}
        sample_id = found.plan.campaign.id
        campaign_id = sample_id if sample_id in known else self._store(found)
        if campaign_id is not None:
            self.open_wanted.emit(campaign_id)

    def ask_for_title(self) -> None:
        """Asks for the title of a new campaign, and makes it."""
        from campaignplanner.ui.dialogs.new_campaign import NewCampaignDialog

        dialog = NewCampaignDialog(self._equipment.window)
        dialog.accepted.connect(self._begin)
        dialog.open()

    @Slot()
    def _begin(self) -> None:
        from campaignplanner.domain.campaign import Campaign
        from campaignplanner.domain.ids import new_id
        from campaignplanner.services.commands.campaign import MakeCampaign
        from campaignplanner.ui.dialogs.new_campaign import NewCampaignDialog

        dialog = self.sender()
        if not isinstance(dialog, NewCampaignDialog):
            return
        campaign = Campaign(id=new_id(), title=dialog.title, currency=self._equipment.currency())
        if self._live.succeeds(partial(self._live.workspace.execute, MakeCampaign(campaign))):
            self.open_wanted.emit(campaign.id)

    # -- copying, deleting, writing ------------------------------------------------------------------

    def ask_to_duplicate(self, campaign_id: str) -> None:
        """Asks for title and first day of a copy, and makes it."""
        plan = self._live.asked(partial(self._live.workspace.read_plan, campaign_id))
        if plan is None:
            return
        from campaignplanner.planning.schedule import span_to_move
        from campaignplanner.ui.dialogs.duplicate import DuplicateDialog

        dialog = DuplicateDialog(plan.campaign.title, span_to_move(plan), self._equipment.window)
        dialog.setProperty(_ABOUT, campaign_id)
        dialog.accepted.connect(self._duplicate)
        dialog.open()

    @Slot()
    def _duplicate(self) -> None:
        from campaignplanner.ui.dialogs.duplicate import DuplicateDialog

        dialog = self.sender()
        if not isinstance(dialog, DuplicateDialog):
            return
        make_copy = partial(
            self._live.workspace.duplicate, dialog.property(_ABOUT), dialog.first_day, dialog.title
        )
        copied = self._live.asked(make_copy)
        if copied is not None:
            show = Answer(self.tr("Open"), partial(self.open_wanted.emit, copied.campaign_id))
            self._messages.say(copied.sentence, show, self._undo_answer())

    def ask_to_move(self) -> None:
        """Asks by how many days the open campaign moves, and moves it."""
        plan = self._live.plan
        if plan is None:
            return
        from campaignplanner.planning.schedule import span_to_move
        from campaignplanner.ui.dialogs.move_campaign import MoveCampaignDialog

        dialog = MoveCampaignDialog(plan.campaign.title, span_to_move(plan), self._equipment.window)
        dialog.accepted.connect(self._move)
        dialog.open()

    @Slot()
    def _move(self) -> None:
        from campaignplanner.services.commands.moving import MoveCampaign
        from campaignplanner.ui.dialogs.move_campaign import MoveCampaignDialog

        dialog = self.sender()
        if isinstance(dialog, MoveCampaignDialog):
            self._live.execute(MoveCampaign(dialog.days))

    def ask_to_delete(self, campaign_id: str, title: str) -> None:
        """Says what goes with a campaign, and deletes it when that is wanted."""
        consequences = self._live.asked(partial(self._live.workspace.deletion_consequences, campaign_id))
        if consequences is None:
            return
        from campaignplanner.ui.dialogs.delete import DeleteDialog

        dialog = DeleteDialog(title, consequences, self._equipment.window)
        dialog.setProperty(_ABOUT, campaign_id)
        dialog.accepted.connect(self._delete)
        dialog.open()

    @Slot()
    def _delete(self) -> None:
        from campaignplanner.ui.dialogs.delete import DeleteDialog

        dialog = self.sender()
        if not isinstance(dialog, DeleteDialog):
            return
        if self._live.succeeds(partial(self._live.workspace.delete_campaign, dialog.property(_ABOUT))):
            sentence = self.tr("“%1” was deleted.").replace("%1", shortened(dialog.campaign_title))
            self._messages.say(sentence, self._undo_answer())

    def export_file(self, campaign_id: str) -> None:
        """Asks where to, and writes the whole campaign there."""
        found = self._live.asked(partial(self._whole, campaign_id))
        if found is None:
            return
        campaign = found.plan.campaign
        path = self._equipment.files.file_to_write(
            self._equipment.window,
            self.tr("Export campaign file"),
            campaign_file_name(campaign.brand, campaign.title),
            self.tr("Campaign files (*.campaign.json *.json)"),
        )
        if path is not None:
            task = self._equipment.tasks.start(
                self.tr("Writing the campaign file"), partial(_write, found, path)
            )
            task.succeeded.connect(self._say_written)
            task.refused.connect(self._messages.say_trouble)
            self._messages.follow(task)

    def _whole(self, campaign_id: str) -> CampaignFile:
        from campaignplanner.exchange.campaign_file import CampaignFile

        workspace = self._live.workspace
        return CampaignFile(workspace.read_plan(campaign_id), workspace.version_states(campaign_id))

    @Slot(object)
    def _say_written(self, path: Path) -> None:
        show = Answer(self.tr("Show in folder"), partial(self._equipment.files.show_in_folder, path))
        self._messages.say(self.tr("The campaign is in “%1”.").replace("%1", path.name), show)

    def _undo_answer(self) -> Answer:
        return Answer(self.tr("Undo"), partial(self._live.undo, None))


_ABOUT = "campaign_id"
"""Property of a dialog: which campaign it asks about."""


def _read_files(paths: tuple[Path, ...], control: TaskControl) -> tuple[CampaignFile, ...]:
    from campaignplanner.exchange.campaign_file import CampaignFile

    found: list[CampaignFile] = []
    for done, path in enumerate(paths):
        control.check()
        control.progress(done / len(paths))
        found.append(CampaignFile.read(path))
    return tuple(found)


def _write(found: CampaignFile, path: Path, control: TaskControl) -> Path:
    control.check()
    found.write(path)
    return path
