"""Makes the brief of a campaign leave the window: as a PDF, on paper, as a picture of its first page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QTemporaryDir, Slot

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.paths import write_in_place
from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.file_names import brief_name
from campaignplanner.ui.formats import counted
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.tasks import Cancelled, Job, Task, TaskControl

if TYPE_CHECKING:  # the typesetter is imported at the first export
    from campaignplanner.brief.edition import Edition
    from campaignplanner.brief.export import ExportResult
    from campaignplanner.brief.options import BriefOptions
    from campaignplanner.brief.render import BriefRenderer
    from campaignplanner.domain.campaign import BriefLayout
    from campaignplanner.domain.plan import Plan

BRIEF_STATE = "brief logo"
"""By what name the logo of its brief is remembered with a campaign."""
_PICTURE_DOTS = 200.0


@dataclass(frozen=True, slots=True)
class BriefWanted:
    """A brief that is to leave the window.

    Attributes:
        plan: what it is of.
        layout: how it is to be; a version as it was kept is printed as the campaign wants its brief now.
        logo: where it lies, as it was remembered; empty for none.
        edition: which state of it; None for the plan as it is, with what changed since its last version.
    """

    plan: Plan
    layout: BriefLayout
    logo: str = ""
    edition: Edition | None = None


class BriefExport(QObject):
    """Asks, typesets away from the window, and tells; one per window."""

    def __init__(self, equipment: Equipment, parent: QObject) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._printed: list[QTemporaryDir] = []

    def export(self, wanted: BriefWanted) -> None:
        """Asks where to, and writes the brief there with progress and a way to cancel."""
        kinds = self.tr("PDF documents (*.pdf)")
        path = self._path(wanted, self.tr("Export brief"), kinds)
        if path is not None:
            self._start(wanted, path, self.tr("Exporting the brief")).succeeded.connect(self._say_written)

    def print(self, wanted: BriefWanted) -> None:
        """Writes the brief to a file of its own and opens that, for the program that shows it prints it.

        What the typesetter made goes to paper as it is; drawing it once more would lose its fonts.
        """
        folder = QTemporaryDir(QDir.tempPath() + "/brief")
        self._printed.append(folder)  # kept until the window is closed: somebody is looking at it
        path = Path(folder.path()) / self._name(wanted)
        task = self._start(wanted, path, self.tr("Typesetting the brief to be printed"))
        task.succeeded.connect(self._open_to_print)

    def save_picture(self, wanted: BriefWanted) -> None:
        """Asks where to, and writes the first page as a picture."""
        kinds = self.tr("PNG pictures (*.png)")
        path = self._path(wanted, self.tr("Save a picture of page 1"), kinds, suffix=".png")
        if path is None:
            return
        job = partial(_write_picture, self._whole(wanted), path, self._equipment.typesetter.renderer)
        self._follow(job, self.tr("Making the picture")).succeeded.connect(self._say_picture)

    # -- inside --------------------------------------------------------------------------------------

    def _path(self, wanted: BriefWanted, title: str, kinds: str, suffix: str = ".pdf") -> Path | None:
        name = str(Path(self._name(wanted)).with_suffix(suffix))
        return self._equipment.files.file_to_write(self._equipment.window, title, name, kinds)

    def _name(self, wanted: BriefWanted) -> str:
        campaign, versions = wanted.plan.campaign, wanted.plan.versions_in_order
        number = versions[-1].number if versions else None
        edition = wanted.edition or self._edition(wanted.plan)
        if edition.version is not None:
            number = edition.version.number
        # What the pages tell of may be what changed since an earlier version than the latest.
        is_changed = not edition.is_kept and bool(self._edition(wanted.plan).changes_in(wanted.plan))
        return brief_name(campaign.brand, campaign.title, number, is_changed=is_changed)

    def _start(self, wanted: BriefWanted, path: Path, title: str) -> Task:
        renderer = self._equipment.typesetter.renderer
        return self._follow(partial(_write_brief, self._whole(wanted), path, renderer), title)

    def _follow(self, job: Job, title: str) -> Task:
        task = self._equipment.tasks.start(title, job)
        task.refused.connect(self._equipment.messages.say_trouble)
        task.cancelled.connect(self._say_cancelled)
        self._equipment.messages.follow(task)
        return task

    def _whole(self, wanted: BriefWanted) -> _Brief:
        """The brief with its options and edition, read on the main thread."""
        from campaignplanner.ui.brief.remembered import Layout

        options = Layout.of(wanted.layout, wanted.logo).with_logo()
        edition = wanted.edition or self._edition(wanted.plan)
        return _Brief(wanted.plan, options, edition, datetime.now().astimezone().date())

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
        sentence = self.tr("The brief is in “%1”.").replace("%1", written.path.name)
        unprintable = len(written.unprintable)
        if unprintable:
            one = self.tr("%1 character could not be printed; a sign stands in its place.")
            many = self.tr("%1 characters could not be printed; a sign stands in place of each.")
            sentence = f"{sentence} {counted(unprintable, one, many)}"
        self._say_file(sentence, written.path)

    @Slot(object)
    def _say_picture(self, path: Path) -> None:
        self._say_file(self.tr("The picture is in “%1”.").replace("%1", path.name), path)

    def _say_file(self, sentence: str, path: Path) -> None:
        files = self._equipment.files
        self._equipment.messages.say(
            sentence,
            Answer(self.tr("Open"), partial(files.open_file, path)),
            Answer(self.tr("Show in folder"), partial(files.show_in_folder, path)),
        )

    @Slot(object)
    def _open_to_print(self, written: ExportResult) -> None:
        if self._equipment.files.open_file(written.path):
            self._equipment.messages.say(self.tr("The brief is open in your PDF program: print it there."))
        else:
            self._equipment.messages.say_trouble(
                self.tr("There is no program for PDF files on this machine: export the brief instead.")
            )

    @Slot()
    def _say_cancelled(self) -> None:
        self._equipment.messages.say(self.tr("The export was cancelled; no file was written."))


@dataclass(frozen=True, slots=True)
class _Brief:
    """All that the typesetter has to know."""

    plan: Plan
    options: BriefOptions
    edition: Edition
    today: date


def _write_brief(brief: _Brief, path: Path, renderer: BriefRenderer, control: TaskControl) -> ExportResult:
    """Runs on a pool thread; the figures and the pages are worked out in the typesetter's process."""
    from campaignplanner.brief.export import Cancelled as ExportCancelled
    from campaignplanner.brief.export import export_brief

    def progress(_stage: str, fraction: float) -> None:
        control.progress(fraction)

    try:
        return export_brief(
            brief.plan,
            path,
            brief.options,
            today=brief.today,
            edition=brief.edition,
            renderer=renderer,
            cancelled=control.is_cancelled,
            progress=progress,
        )
    except ExportCancelled:
        raise Cancelled from None


def _write_picture(brief: _Brief, path: Path, renderer: BriefRenderer, control: TaskControl) -> Path:
    """Runs on a pool thread; see `_write_brief`."""
    from campaignplanner.brief.export import Cancelled as ExportCancelled
    from campaignplanner.brief.export import previews
    from campaignplanner.brief.options import ONE_PAGE

    try:
        pages = previews(
            brief.plan,
            replace(brief.options, sections=ONE_PAGE),
            today=brief.today,
            edition=brief.edition,
            pixels_per_inch=_PICTURE_DOTS,
            cancelled=control.is_cancelled,
            renderer=renderer,
        )
    except ExportCancelled:
        raise Cancelled from None
    try:
        write_in_place(path, pages[0])
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble(f"The picture could not be written to {path}: {reason}.") from error
    return path
