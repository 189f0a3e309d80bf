"""The parts of a canvas that are asked for: each an object of Qt with an interface, made when needed.

Qt's own keeping of interfaces is made for those of objects: it learns from the end of the object that the
interface is to go. So every part is a small object below the canvas, and goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent

from campaignplanner.planning.timeline_lanes import LaneKey
from campaignplanner.ui.timeline.accessible.interface import PartInterface
from campaignplanner.ui.timeline.accessible.lanes import LaneThing
from campaignplanner.ui.timeline.accessible.sight import Sight
from campaignplanner.ui.timeline.accessible.thing import Thing
from campaignplanner.ui.timeline.accessible.whole import thing_of

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.canvas import TimelineCanvas

_FIRST_SWEEP = 256


class Part(QObject):
    """Something on the timeline that somebody asked for.

    Attributes:
        thing: what it is.
        parts: all of them.
        interface: what is said of it; must live as long as Qt may ask.
    """

    def __init__(self, thing: Thing, parts: Parts) -> None:
        super().__init__(parts)
        self.thing = thing
        self.parts = parts
        self.interface = PartInterface(self)
        QAccessible.registerAccessibleInterface(self.interface)


class Parts(QObject):
    """Makes the parts of a canvas when somebody asks for them, and posts what happens to them.

    Attributes:
        canvas: whose parts.
        sight: what there is to see.
        post: passes an event on; nobody is told anything while nobody listens.
    """

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.sight = Sight(canvas)
        self.post: Callable[[QAccessibleEvent], None] = QAccessible.updateAccessibility
        self._parts: dict[Thing, Part] = {}
        self._sweep_at = _FIRST_SWEEP

    def __len__(self) -> int:
        return len(self._parts)

    def interface(self, thing: Thing) -> QAccessibleInterface:
        """What is said of a thing; made when first asked for."""
        return self._part(thing).interface

    def is_current(self, thing: Thing) -> bool:
        """Whether it is what the keys act on."""
        return thing == thing_of(self.sight, self.canvas.selected)

    def is_selected(self, thing: Thing) -> bool:
        """Whether it is selected, alone or with others."""
        return self.is_current(thing) or thing.selected(self.sight) in self.canvas.accessible.all_selected

    def tell_focus(self) -> None:
        """The canvas took the focus: what is selected has it."""
        part = self._current_part()
        if part is not None:
            self.post(QAccessibleEvent(part, QAccessible.Event.Focus))

    def tell_selection(self) -> None:
        """Something else is selected, or nothing."""
        has_focus, part = self.canvas.hasFocus(), self._current_part()
        if part is not None:
            self.post(QAccessibleEvent(part, QAccessible.Event.Selection))
            if has_focus:
                self.post(QAccessibleEvent(part, QAccessible.Event.Focus))
        elif has_focus:
            self.post(QAccessibleEvent(self.canvas, QAccessible.Event.Focus))

    def tell_chosen(self) -> None:
        """Several are selected, or no longer."""
        self.post(QAccessibleEvent(self.canvas, QAccessible.Event.SelectionWithin))

    def tell_scene(self, turned: Iterable[LaneKey]) -> None:
        """Another plan or other lanes are shown; some lanes were collapsed or expanded."""
        self.post(QAccessibleEvent(self.canvas, QAccessible.Event.ObjectReorder))
        for lane in turned:
            part = self._parts.get(LaneThing(lane))
            if part is not None:
                self.post(QAccessibleStateChangeEvent(part, _expansion()))

    def _part(self, thing: Thing) -> Part:
        part = self._parts.get(thing)
        if part is None:
            if len(self._parts) >= self._sweep_at:
                self._sweep()
            part = self._parts[thing] = Part(thing, self)
        return part

    def _sweep(self) -> None:
        """Lets go of what is no longer there, so seldom that an edit never waits for it."""
        gone = [thing for thing in self._parts if not thing.is_there(self.sight)]
        for thing in gone:
            self._parts.pop(thing).deleteLater()
        self._sweep_at = max(_FIRST_SWEEP, 2 * len(self._parts))

    def _current_part(self) -> Part | None:
        thing = thing_of(self.sight, self.canvas.selected)
        return None if thing is None else self._part(thing)


def _expansion() -> QAccessible.State:
    """What changes where a lane is collapsed or expanded."""
    state = QAccessible.State()
    state.expanded = True
    state.collapsed = True
    return state
