"""A file door that gives answers prepared by a test, in the place of the system's dialogs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget


@dataclass
class PreparedFiles:
    """Answers each question with what the test put there; keeps what was asked and shown."""

    to_read: tuple[Path, ...] = ()
    folder: Path | None = None
    store: Path | None = None
    picture: Path | None = None
    proposed: list[str] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)

    def files_to_read(self, parent: QWidget) -> tuple[Path, ...]:
        return self.to_read

    def file_to_write(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.proposed.append(name)
        return None if self.folder is None else self.folder / name

    def picture_to_read(self, parent: QWidget) -> Path | None:
        return self.picture

    def store_to_open(self, parent: QWidget) -> Path | None:
        return self.store

    def store_to_make(self, parent: QWidget, folder: Path) -> Path | None:
        return self.store

    def open_file(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def show_in_folder(self, path: Path) -> bool:
        self.shown.append(path)
        return True
