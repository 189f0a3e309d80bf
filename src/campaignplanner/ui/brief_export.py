"""Exports the brief of a campaign: asks where to, typesets away from the window, shows the result."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.file_names import brief_name
from campaignplanner.ui.formats import counted
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.tasks import Cancelled, TaskControl

if TYPE_CHECKING:  # the typesetter is imported at the first export
    from campaignplanner.brief.edition import Edition
    from campaignplanner.brief.export import ExportResult
    from campaignplanner.brief.render import BriefRenderer
    from campaignplanner.domain.plan import Plan


class BriefExport(QObject):
    """Asks, exports and tells; one per window."""

    def __init__(self, equipment: Equipment, parent: QObject) -> None:
        super().__init__(parent)
        self._equipment = equipment

    def export(self, plan: Plan) -> None:
        """Asks where to, and writes the brief there with progress and a way to cancel."""
        campaign, versions = plan.campaign, plan.versions_in_order
        version = versions[-1].number if versions else None
        path = self._equipment.files.file_to_write(
            self._equipment.window,
            self.tr("Export brief"),
            brief_name(campaign.brand, campaign.title, version),
            self.tr("PDF documents (*.pdf)"),
        )
        if path is not None:
            self._start(plan, path)

    def _start(self, plan: Plan, path: Path) -> None:
        renderer = self._equipment.typesetter.renderer
        job = partial(_write_brief, plan, path, renderer, self._edition(plan))
        task = self._equipment.tasks.start(self.tr("Exporting the brief"), job)
        task.succeeded.connect(self._say_written)
        task.refused.connect(self._equipment.messages.say_trouble)
        task.cancelled.connect(self._say_cancelled)
        self._equipment.messages.follow(task)

    def _edition(self, plan: Plan) -> Edition:
        """The plan as it is now, with what changed since its latest version where that was kept."""
        from campaignplanner.brief.edition import Edition

        versions = plan.versions_in_order
        try:
            latest = self._equipment.live.workspace.version_plan(versions[-1].id) if versions else None
        except FileTrouble:  # a campaign file written by hand keeps no plans
            latest = None
        return Edition.now(plan, latest)

    @Slot(object)
    def _say_written(self, written: ExportResult) -> None:
        files, path = self._equipment.files, written.path
        sentence = self.tr("The brief is in “%1”.").replace("%1", path.name)
        unprintable = len(written.unprintable)
        if unprintable:
            one = self.tr("%1 character could not be printed; a sign stands in its place.")
            many = self.tr("%1 characters could not be printed; a sign stands in place of each.")
            sentence = f"{sentence} {counted(unprintable, one, many)}"
        self._equipment.messages.say(
            sentence,
            Answer(self.tr("Open"), partial(files.open_file, path)),
            Answer(self.tr("Show in folder"), partial(files.show_in_folder, path)),
        )

    @Slot()
    def _say_cancelled(self) -> None:
        self._equipment.messages.say(self.tr("The export was cancelled; no file was written."))


def _write_brief(
    plan: Plan, path: Path, renderer: BriefRenderer, edition: Edition, control: TaskControl
) -> ExportResult:
    """Runs on a pool thread; the figures and the pages are worked out in the typesetter's process."""
    from campaignplanner.brief.export import Cancelled as ExportCancelled
    from campaignplanner.brief.export import export_brief

    def progress(_stage: str, fraction: float) -> None:
        control.progress(fraction)

    try:
        return export_brief(
            plan,
            path,
            today=datetime.now().astimezone().date(),
            edition=edition,
            renderer=renderer,
            cancelled=control.is_cancelled,
            progress=progress,
        )
    except ExportCancelled:
        raise Cancelled from None
