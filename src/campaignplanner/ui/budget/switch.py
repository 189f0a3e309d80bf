"""Calm segments in one line, of which one is raised: the switch between views, and choosers in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget


@dataclass(frozen=True, slots=True)
class Segment:
    """A choice: what it stands for, its words, and what they mean."""

    value: object
    text: str
    tooltip: str = ""


class Segments(QTabBar):
    """A segment for each choice; arrow keys go through them, and screen readers find tabs.

    `wanted` carries the value of the segment that people choose.
    """

    wanted = Signal(object)

    def __init__(self, name: str, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [segment.value for segment in segments]
        self.setAccessibleName(name)
        self.setProperty("role", "segments")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for segment in segments:
            index = self.addTab(segment.text)
            self.setTabToolTip(index, segment.tooltip or segment.text)
        self.currentChanged.connect(self._want)

    @property
    def value(self) -> object:
        """What the raised segment stands for."""
        return self._values[self.currentIndex()]

    def show_value(self, value: object) -> None:
        """Raises the segment of what is shown already."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._values.index(value))

    @Slot(int)
    def _want(self, index: int) -> None:
        self.wanted.emit(self._values[index])
