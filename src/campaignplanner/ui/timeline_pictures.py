"""Copies or saves a picture of the whole timeline; files are written away from the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.paths import moved_into_place
from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.file_names import picture_name
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.tasks import TaskControl

if TYPE_CHECKING:  # imported when the first picture is wanted
    from campaignplanner.ui.timeline.page import TimelinePage
    from campaignplanner.ui.timeline.picture.picture import Dots, TimelinePicture

_SVG = ".svg"
_PNG = ".png"


class TimelinePictures(QObject):
    """Gives pictures of the timeline that a page shows."""

    def __init__(self, equipment: Equipment, parent: QObject) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._said = ""

    def copy(self, page: TimelinePage) -> None:
        """Puts the picture on the clipboard, as dots and as a drawing for programs that take one."""
        picture = self._picture(page)
        if picture is None:
            return
        dots = picture.dots()
        data = QMimeData()
        data.setImageData(dots.image)
        data.setData("image/svg+xml", picture.svg())
        QGuiApplication.clipboard().setMimeData(data)
        sentence = self.tr("A picture of the whole timeline is on the clipboard.")
        self._equipment.messages.say(_joined(sentence, self._said_of(dots)))

    def save(self, page: TimelinePage) -> None:
        """Asks where to, and writes the picture there: an SVG where the name ends so, else a PNG."""
        picture = self._picture(page)
        scene = page.canvas.scene
        if picture is None or scene is None:
            return
        campaign = scene.content.plan.campaign
        path = self._equipment.files.file_to_write(
            self._equipment.window,
            self.tr("Save picture of the timeline"),
            picture_name(campaign.brand, campaign.title),
            self.tr("PNG pictures (*.png);;SVG drawings (*.svg)"),
        )
        if path is not None:
            self._start(picture, _named(path))

    # -- inside --------------------------------------------------------------------------------------

    def _picture(self, page: TimelinePage) -> TimelinePicture | None:
        from campaignplanner.ui.timeline.picture.picture import TimelinePicture

        scene = page.canvas.scene
        if scene is None or scene.content.known_days() is None:
            self._equipment.messages.say(self.tr("There is no picture while nothing has a date."))
            return None
        canvas = page.canvas
        return TimelinePicture(scene.content.plan, canvas.wanted, canvas.today, canvas.shown.grouping)

    def _start(self, picture: TimelinePicture, path: Path) -> None:
        """The picture is painted here, for that is the window's business; the file is made on the pool."""
        write: Callable[[Path], None]
        if path.suffix.lower() == _SVG:
            self._said = ""
            write = partial(_write_svg, picture.svg())
        else:
            dots = picture.dots()
            self._said = self._said_of(dots)
            write = partial(_write_png, dots.image)
        task = self._equipment.tasks.start(self.tr("Saving the picture"), partial(_write, write, path))
        task.succeeded.connect(self._say_written)
        task.refused.connect(self._equipment.messages.say_trouble)
        self._equipment.messages.follow(task)

    def _said_of(self, dots: Dots) -> str:
        """That a picture is smaller than usual, where it is."""
        if not dots.is_smaller:
            return ""
        percent = str(max(1, round(dots.ratio / 2 * 100)))
        words = self.tr("It is so large that it was made at %1 % of the usual size; an SVG stays sharp.")
        return words.replace("%1", percent)

    @Slot(object)
    def _say_written(self, path: Path) -> None:
        files = self._equipment.files
        sentence = self.tr("The picture is in “%1”.").replace("%1", path.name)
        self._equipment.messages.say(
            _joined(sentence, self._said),
            Answer(self.tr("Open"), partial(files.open_file, path)),
            Answer(self.tr("Show in folder"), partial(files.show_in_folder, path)),
        )


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _named(path: Path) -> Path:
    """The name with an ending, and then one that is free: nobody was asked about that file."""
    if path.suffix.lower() in (_SVG, _PNG):
        return path
    wanted = path.with_name(f"{path.name}{_PNG}")
    number = 2
    while wanted.exists():
        wanted = path.with_name(f"{path.name} {number}{_PNG}")
        number += 1
    return wanted


def _write(write: Callable[[Path], None], path: Path, control: TaskControl) -> Path:
    """Runs on a pool thread."""
    control.check()
    try:
        with moved_into_place(path) as temporary:
            write(temporary)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble(f"“{path}” cannot be written: {reason}.") from None
    return path


def _write_svg(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _write_png(image: QImage, path: Path) -> None:
    writer = QImageWriter(str(path), b"png")
    if not writer.write(image):
        raise OSError(writer.errorString())
