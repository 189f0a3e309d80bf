"""Copies or saves a picture of the whole timeline; files are written away from the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from campaignplanner.domain.errors import FileTrouble
from campaignplanner.paths import moved_into_place
from campaignplanner.ui.equipment import Equipment
from campaignplanner.ui.file_names import picture_name
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.tasks import Steps, TaskControl, at_once

if TYPE_CHECKING:  # imported when the first picture is wanted
    from campaignplanner.ui.timeline.page import TimelinePage
    from campaignplanner.ui.timeline.picture.picture import Dots, TimelinePicture

T = TypeVar("T")

_SVG = ".svg"


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
        if picture.is_small:
            self._put_on_clipboard(at_once(_both(picture)))
            return
        task = self._equipment.tasks.start_in_slices(self.tr("Painting the picture"), _both(picture))
        task.succeeded.connect(self._put_on_clipboard)
        self._equipment.messages.follow(task)

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
            self._paint(picture, path)

    # -- inside --------------------------------------------------------------------------------------

    def _picture(self, page: TimelinePage) -> TimelinePicture | None:
        from campaignplanner.ui.timeline.filtering import search_text
        from campaignplanner.ui.timeline.picture.picture import TimelinePicture

        canvas, scene = page.canvas, page.canvas.scene
        if scene is None or scene.content.known_days() is None:
            self._equipment.messages.say(self.tr("There is no picture while nothing has a date."))
            return None
        content = scene.content
        if not content.arrangement.lanes:
            self._equipment.messages.say(
                self.tr("There is no picture while nothing is found: look for something else, or show all.")
            )
            return None
        left_out = search_text(content.plan, page.filter_bar.search)
        if left_out:
            left_out = self.tr(
                "Shown is only: %1. Counts and money are those of the whole campaign."
            ).replace("%1", left_out)
        return TimelinePicture(
            content.plan, canvas.wanted, canvas.today, canvas.shown, left_out=left_out, before=content
        )

    def _paint(self, picture: TimelinePicture, path: Path) -> None:
        """Paints here, for that is the window's business, and a little at a time where it is much."""
        steps = _painted(picture, path)
        if picture.is_small:
            self._write(path, at_once(steps))
            return
        task = self._equipment.tasks.start_in_slices(self.tr("Painting the picture"), steps)
        task.succeeded.connect(partial(self._write, path))
        self._equipment.messages.follow(task)

    def _write(self, path: Path, painted: Dots | bytes) -> None:
        """The file is made on the pool."""
        write: Callable[[Path], None]
        if isinstance(painted, bytes):
            self._said = ""
            write = partial(_write_svg, painted)
        else:
            self._said = self._said_of(painted)
            write = partial(_write_png, painted.image)
        task = self._equipment.tasks.start(self.tr("Saving the picture"), partial(_write, write, path))
        task.succeeded.connect(self._say_written)
        task.refused.connect(self._equipment.messages.say_trouble)
        self._equipment.messages.follow(task)

    @Slot(object)
    def _put_on_clipboard(self, painted: tuple[Dots, bytes]) -> None:
        dots, svg = painted
        data = QMimeData()
        data.setImageData(dots.image)
        data.setData("image/svg+xml", svg)
        QGuiApplication.clipboard().setMimeData(data)
        sentence = self.tr("A picture of the timeline is on the clipboard.")
        self._equipment.messages.say(_joined(sentence, self._said_of(dots)))

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


def _painted(picture: TimelinePicture, path: Path) -> Steps[Dots | bytes]:
    """What the file wants: a drawing, or dots."""
    if path.suffix.lower() == _SVG:
        return (yield from picture.svg_in_steps())
    return (yield from picture.dots_in_steps())


def _both(picture: TimelinePicture) -> Steps[tuple[Dots, bytes]]:
    """For programs that take dots, and for those that take a drawing."""
    dots = yield from _part(picture.dots_in_steps(), 0.0)
    svg = yield from _part(picture.svg_in_steps(), 0.5)
    return dots, svg


def _part(steps: Steps[T], start: float) -> Steps[T]:
    """Half of the work."""
    while True:
        try:
            yield start + next(steps) / 2
        except StopIteration as end:
            result: T = end.value
            return result


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


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
