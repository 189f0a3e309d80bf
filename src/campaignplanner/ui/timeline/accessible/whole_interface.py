"""What Qt asks of the canvas itself: its painted parts first, then the widgets that lie over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from campaignplanner.ui.timeline.accessible.interface import PartInterface
from campaignplanner.ui.timeline.accessible.whole import part_at, part_count, part_of, place_of, thing_of

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.accessible.parts import Parts


class CanvasInterface(QAccessibleWidget):
    """Tells of a canvas.

    It keeps nothing of it: PySide never lets go of what a factory made.
    """

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, QAccessible.Role.Tree)

    def childCount(self) -> int:
        """Painted parts and widgets."""
        return part_count(self._parts.sight) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """A painted part, or a widget."""
        parts = self._parts
        thing = part_of(parts.sight, index)
        return super().child(index - part_count(parts.sight)) if thing is None else parts.interface(thing)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a part or a widget."""
        sight = self._parts.sight
        if isinstance(child, PartInterface):
            return place_of(sight, child.part.thing)
        place = super().indexOfChild(child)
        return place if place < 0 else place + part_count(sight)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The part under a point of the screen, unless a widget lies over it."""
        parts = self._parts
        viewport = parts.canvas.viewport()
        point = viewport.mapFromGlobal(QPointF(x, y))
        is_covered = viewport.childAt(point.toPoint()) is not None
        thing = None if is_covered else part_at(parts.sight, point)
        return self._widget_at(x, y) if thing is None else parts.interface(thing)

    def focusChild(self) -> QAccessibleInterface:
        """What is selected, while the canvas has the focus."""
        parts = self._parts
        thing = thing_of(parts.sight, parts.canvas.selected) if parts.canvas.hasFocus() else None
        return super().focusChild() if thing is None else parts.interface(thing)

    def state(self) -> QAccessible.State:
        """Several of its parts can be selected."""
        state = super().state()
        state.multiSelectable = True
        return state

    def _widget_at(self, x: int, y: int) -> QAccessibleInterface | None:
        """The widget under a point of the screen; Qt's own way would go through the painted parts too."""
        widgets = (super(CanvasInterface, self).child(index) for index in range(super().childCount()))
        return next((each for each in widgets if each.rect().contains(x, y)), None)

    @property
    def _parts(self) -> Parts:
        parts: Parts = self.object().accessible.parts  # type: ignore[attr-defined]
        return parts
