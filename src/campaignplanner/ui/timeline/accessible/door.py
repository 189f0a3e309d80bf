"""Where the timeline is asked about and listened to; all behind it is imported when first somebody does."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from campaignplanner.planning.timeline_lanes import LaneKey
from campaignplanner.ui.timeline.selection import Selected

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.accessible.parts import Parts
    from campaignplanner.ui.timeline.canvas import TimelineCanvas
    from campaignplanner.ui.timeline.gestures.chosen import Chosen
    from campaignplanner.ui.timeline.scene import Scene

_CANVAS = "TimelineCanvas"


class Door(QObject):
    """Makes the parts of a canvas when somebody asks for them, and tells those who listen what happens."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        _install()
        self._canvas = canvas
        self._parts: Parts | None = None
        self._chosen: Chosen | None = None
        self._told: Scene | None = None
        self._collapsed: frozenset[LaneKey] = frozenset()
        canvas.selection_changed.connect(self._tell_selection)
        canvas.view_changed.connect(self._follow_view)

    @property
    def parts(self) -> Parts:
        """The parts of the canvas."""
        if self._parts is None:
            from campaignplanner.ui.timeline.accessible.parts import Parts

            self._parts = Parts(self._canvas)
        return self._parts

    @property
    def all_selected(self) -> tuple[Selected, ...]:
        """Everything that is selected, the current one last."""
        if self._chosen is not None:
            return self._chosen.all
        return () if self._canvas.selected is None else (self._canvas.selected,)

    def follow(self, chosen: Chosen) -> None:
        """Listens to who knows of several selected bars."""
        self._chosen = chosen
        chosen.changed.connect(self._tell_chosen)

    def tell_focus(self) -> None:
        """The canvas took the focus: what is selected has it."""
        if QAccessible.isActive():
            self.parts.tell_focus()

    @Slot(object)
    def _tell_selection(self, selected: Selected | None) -> None:
        del selected
        if QAccessible.isActive():
            self.parts.tell_selection()

    @Slot()
    def _tell_chosen(self) -> None:
        if QAccessible.isActive():
            self.parts.tell_chosen()

    @Slot()
    def _follow_view(self) -> None:
        """Of scrolling nobody is told; of another plan or other lanes, once."""
        scene = self._canvas.scene
        if scene is self._told:
            return
        self._told = scene
        collapsed = self._canvas.shown.collapsed
        turned, self._collapsed = collapsed ^ self._collapsed, collapsed
        if QAccessible.isActive():
            self.parts.tell_scene(turned)


@cache
def _install() -> None:
    """Lets Qt ask for the interface of a canvas; once is enough for all."""
    QAccessible.installFactory(_interface_of)


def _interface_of(class_name: str, asked: QObject) -> QAccessibleInterface | None:
    if class_name != _CANVAS or not isinstance(asked, QWidget):
        return None
    from campaignplanner.ui.timeline.accessible.whole_interface import CanvasInterface

    return CanvasInterface(asked)
