"""Asking for files, behind one door: the system's dialogs in the window, given answers in tests."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

# Classes that are named with their module are made when somebody asks for a file, which no start does.


class FileDoor(Protocol):
    """Where files come from and go to, and how they are shown."""

    def files_to_read(self, parent: QWidget) -> tuple[Path, ...]:
        """Campaign files to import; nothing when the person changed their mind."""
        ...

    def file_to_write(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Where to write; None when the person changed their mind.

        The name has an ending of the `kinds`, which are written as Qt wants them, and what lies there already
        is to be replaced.
        """
        ...

    def picture_to_read(self, parent: QWidget) -> Path | None:
        """A picture to show in a brief; None when the person changed their mind."""
        ...

    def store_to_open(self, parent: QWidget) -> Path | None:
        """Which store to open; None when the person changed their mind."""
        ...

    def store_to_make(self, parent: QWidget, folder: Path) -> Path | None:
        """Where to keep campaigns from now on; None when the person changed their mind."""
        ...

    def open_file(self, path: Path) -> bool:
        """Opens a file with the program that the system has for it; says whether there was one."""
        ...

    def show_in_folder(self, path: Path) -> bool:
        """Shows a file where it lies; says whether that worked."""
        ...


class SystemFileDoor:
    """The system's own dialogs and programs; files are asked for where the last one was."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def _proposed(self) -> Path:
        """The folder of the last file, while it is there."""
        return self._folder if self._folder is not None and self._folder.is_dir() else _documents()

    def _noted(self, chosen: Path) -> Path:
        self._folder = chosen.parent
        return chosen

    def files_to_read(self, parent: QWidget) -> tuple[Path, ...]:
        """See `FileDoor`."""
        title = QCoreApplication.translate("files", "Import campaigns")
        kinds = QCoreApplication.translate("files", "Campaign files (*.campaign.json *.json);;All files (*)")
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, title, str(self._proposed()), kinds)
        return tuple(self._noted(Path(name)) for name in names)

    def file_to_write(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """See `FileDoor`.

        The dialogs of systems differ in what they put to a name, and ask about the name that was typed. So an
        ending that is missing is put to it here, and whoever gave one is not asked twice.
        """
        proposed = self._proposed() / name
        while True:
            chosen, kind = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
            if not chosen:
                return None
            path = with_ending(Path(chosen), kinds, kind)
            if path == Path(chosen) or not path.exists() or _is_replaced(path, parent):
                return self._noted(path)
            proposed = path

    def picture_to_read(self, parent: QWidget) -> Path | None:
        """See `FileDoor`."""
        title = QCoreApplication.translate("files", "Choose a logo")
        kinds = QCoreApplication.translate("files", "Pictures (*.png *.jpg *.jpeg);;All files (*)")
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, _pictures(), kinds)
        return Path(chosen) if chosen else None

    def store_to_open(self, parent: QWidget) -> Path | None:
        """See `FileDoor`."""
        title = QCoreApplication.translate("files", "Open campaigns that are kept elsewhere")
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, str(_documents()), _store_kinds())
        return Path(chosen) if chosen else None

    def store_to_make(self, parent: QWidget, folder: Path) -> Path | None:
        """See `FileDoor`; a store that is there already is opened and never written over."""
        title = QCoreApplication.translate("files", "Keep campaigns in a new place")
        proposed = str(folder / QCoreApplication.translate("files", "Campaigns.sqlite"))
        unasked = QtWidgets.QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QtWidgets.QFileDialog.getSaveFileName(
            parent, title, proposed, _store_kinds(), options=unasked
        )
        path = Path(chosen)
        return (path if path.suffix else path.with_suffix(".sqlite")) if chosen else None

    def open_file(self, path: Path) -> bool:
        """See `FileDoor`."""
        return QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path)))

    def show_in_folder(self, path: Path) -> bool:
        """See `FileDoor`; on Windows and macOS the file itself is chosen in the folder."""
        command = _REVEALING.get(QtCore.QSysInfo.kernelType())
        if command is None:
            return QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path.parent)))
        program, flag = command
        # Explorer wants its flag and the path as one word.
        words = [f"{flag}{path}"] if flag.endswith(",") else [flag, str(path)]
        started, _ = QtCore.QProcess.startDetached(program, words)
        return started


def with_ending(path: Path, kinds: str, kind: str = "") -> Path:
    """A name with the ending of a kind of file, where it has none of any kind.

    Args:
        path: the name as it was typed; what follows the point in “Plan v1.2” is no ending.
        kinds: all that can be written, `PNG pictures (*.png);;SVG drawings (*.svg)`.
        kind: the one that was chosen; the first where a system does not say.
    """
    if path.name.lower().endswith(_endings(kinds)):
        return path
    return path.with_name(f"{path.name.rstrip('. ')}{_endings(kind or kinds)[0]}")


def _endings(kinds: str) -> tuple[str, ...]:
    """`.png`, `.svg` of the kinds above."""
    return tuple(pattern.lower() for pattern in re.findall(r"\*(\.[^\s)]+)", kinds))


def _is_replaced(path: Path, parent: QWidget) -> bool:
    from campaignplanner.ui.dialogs.replace_file import ReplaceFileDialog

    return ReplaceFileDialog(path, parent).exec() == QtWidgets.QDialog.DialogCode.Accepted


_REVEALING = {"winnt": ("explorer.exe", "/select,"), "darwin": ("/usr/bin/open", "-R")}


def _store_kinds() -> str:
    return QCoreApplication.translate("files", "Stores of campaigns (*.sqlite);;All files (*)")


def _documents() -> Path:
    """Where people keep documents: their home where there is no such folder."""
    paths = QtCore.QStandardPaths
    documents = Path(paths.writableLocation(paths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def _pictures() -> str:
    paths = QtCore.QStandardPaths
    return paths.writableLocation(paths.StandardLocation.PicturesLocation)
