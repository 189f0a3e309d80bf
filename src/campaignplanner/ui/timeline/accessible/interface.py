"""What Qt asks of one part of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow

from campaignplanner.ui.timeline.accessible.lanes import LaneThing

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.accessible.parts import Part
    from campaignplanner.ui.timeline.canvas import TimelineCanvas


class PartInterface(QAccessibleInterface):
    """Tells of a part; of one that is gone it only says so."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self._actions: PartActions | None = None

    @property
    def part(self) -> Part:
        """What it tells of."""
        return self._part

    def isValid(self) -> bool:
        """Whether the part is there."""
        return shiboken6.isValid(self._part) and self._part.thing.is_there(self._part.parts.sight)

    def object(self) -> QObject:
        """The object that stands for the part."""
        return self._part

    def window(self) -> QWindow:
        """The window that it lies in."""
        return self._canvas.window().windowHandle()

    # -- the tree ------------------------------------------------------------------------------------

    def parent(self) -> QAccessibleInterface:
        """The list or lane that it lies in, or the canvas."""
        parent = self._part.thing.parent(self._part.parts.sight)
        if parent is None:
            return QAccessible.queryAccessibleInterface(self._canvas)
        return self._part.parts.interface(parent)

    def childCount(self) -> int:
        """How many parts it has itself."""
        return self._part.thing.child_count(self._part.parts.sight) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One of its own parts."""
        thing = self._part.thing.child(self._part.parts.sight, index) if self.isValid() else None
        return None if thing is None else self._part.parts.interface(thing)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of one of its own parts."""
        if not isinstance(child, PartInterface) or not self.isValid():
            return -1
        return self._part.thing.index_of(self._part.parts.sight, child.part.thing)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Its own part under a point of the screen."""
        if not self.isValid():
            return None
        point = self._canvas.viewport().mapFromGlobal(QPointF(x, y))
        thing = self._part.thing.child_at(self._part.parts.sight, point)
        return None if thing is None else self._part.parts.interface(thing)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The one of its parts that has the focus; the canvas knows which."""
        return None

    # -- what is said --------------------------------------------------------------------------------

    def text(self, kind: QAccessible.Text) -> str:
        """Its name or its description."""
        if not self.isValid():
            return ""
        thing, sight = self._part.thing, self._part.parts.sight
        if kind is QAccessible.Text.Name:
            return thing.name(sight)
        return thing.description(sight) if kind is QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing: titles are changed where they are written."""

    def role(self) -> QAccessible.Role:
        """What sort of thing it is."""
        return self._part.thing.role

    def rect(self) -> QRect:
        """Where it is seen on the screen; where it would be while it is scrolled out of sight."""
        box = self._part.thing.box(self._part.parts.sight) if self.isValid() else None
        if box is None:
            return QRect()
        seen = box.intersected(self._part.thing.region(self._part.parts.sight))
        corner = self._canvas.viewport().mapToGlobal(QPoint(0, 0))
        return (box if seen.isEmpty() else seen).toAlignedRect().translated(corner)

    def state(self) -> QAccessible.State:
        """Whether it is selected, has the focus, can be seen, is expanded."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        thing, parts = self._part.thing, self._part.parts
        state.readOnly = True
        if thing.selected(parts.sight) is not None:
            state.selectable = state.focusable = True
            state.selected = parts.is_selected(thing)
            state.focused = self._canvas.hasFocus() and parts.is_current(thing)
        box = thing.box(parts.sight)
        is_seen = box is not None and box.intersects(thing.region(parts.sight))
        state.offscreen = not is_seen
        state.invisible = box is None or not self._canvas.isVisible()
        expanded = thing.is_expanded(parts.sight)
        if expanded is not None:
            state.expandable = True
            state.expanded, state.collapsed = expanded, not expanded
        return state

    # -- what can be done ----------------------------------------------------------------------------

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """What acts, for all that can be selected or collapsed.

        None would be no null pointer to Qt but one to anywhere.
        """
        if kind is not QAccessible.InterfaceType.ActionInterface or not self.isValid():
            return shiboken6.VoidPtr(0)
        if self._actions is None:
            self._actions = PartActions(self._part)
        return shiboken6.VoidPtr(self._actions)  # type: ignore[arg-type]  # it takes any wrapped object

    @property
    def _canvas(self) -> TimelineCanvas:
        return self._part.parts.canvas


class PartActions(QAccessibleActionInterface):
    """Selects a part, shows it, and collapses or expands a lane."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part

    def actionNames(self) -> list[str]:
        """What can be done."""
        thing, sight = self._part.thing, self._part.parts.sight
        if not thing.is_there(sight):
            return []
        names = []
        if thing.selected(sight) is not None:
            names = [QAccessibleActionInterface.setFocusAction(), QAccessibleActionInterface.pressAction()]
        if thing.is_expanded(sight) is not None:
            names.append(QAccessibleActionInterface.toggleAction())
        return names

    def doAction(self, name: str) -> None:
        """Does one of these as the keys would."""
        if name not in self.actionNames():
            return
        canvas, thing = self._part.parts.canvas, self._part.thing
        if name == QAccessibleActionInterface.toggleAction() and isinstance(thing, LaneThing):
            canvas.turn_lane(thing.key)
            return
        if name == QAccessibleActionInterface.setFocusAction():
            canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        canvas.select_by_key(thing.selected(self._part.parts.sight))

    def keyBindingsForAction(self, name: str) -> list[str]:
        """None that would work from elsewhere."""
        del name
        return []
