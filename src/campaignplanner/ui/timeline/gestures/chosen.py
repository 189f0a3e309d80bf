"""What is selected beside the one thing that the canvas knows: several bars at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.canvas import TimelineCanvas
from campaignplanner.ui.timeline.reading_order import ReadingOrder
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.selection import Selected, Subject

Way: TypeAlias = Callable[[ReadingOrder, Selected], Selected | None]
"""From one selected thing to the next."""


class Chosen(QObject):
    """Holds all selected bars of a canvas, the current one last; anything else is selected alone.

    Signals:
        changed: other things are selected.
    """

    changed = Signal()

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._others: tuple[Selected, ...] = ()
        self._is_choosing = False
        canvas.selection_changed.connect(self._follow)
        canvas.accessible.follow(self)

    @property
    def all(self) -> tuple[Selected, ...]:
        """Everything that is selected, the current one last."""
        current = self._canvas.selected
        return self._others if current is None else (*self._others, current)

    def bars(self, scene: Scene) -> list[Bar]:
        """The selected bars, the current one last; those that a filter hides are left out."""
        found = (scene.order.bar_of(each) for each in self.all)
        return list(dict.fromkeys(bar for bar in found if bar is not None))

    def choose(self, wanted: Iterable[Selected]) -> None:
        """Selects these and nothing else; the last becomes the current one."""
        in_order = tuple(dict.fromkeys(wanted))
        if in_order == self.all:
            return
        self._others = in_order[:-1]
        self._is_choosing = True
        self._canvas.select(in_order[-1] if in_order else None)
        self._is_choosing = False
        self._canvas.viewport().update()
        self.changed.emit()

    def turn(self, selected: Selected) -> None:
        """Adds a bar to what is selected, or takes it out."""
        kept = [each for each in self.all if each.subject is Subject.ACTIVITY and each != selected]
        self.choose(kept if selected in self.all else [*kept, selected])

    def choose_up_to(self, scene: Scene, selected: Selected) -> None:
        """Selects every bar from the current one to this, in reading order."""
        order = [
            scene.order.selected_bar(bar)
            for lane in scene.content.arrangement.lanes
            for bar in scene.order.stops(lane.index)
        ]
        current = self._canvas.selected
        if current not in order or selected not in order:
            self.choose([selected])
            return
        start, end = order.index(current), order.index(selected)
        between = order[min(start, end) : max(start, end) + 1]
        self.choose(between if end >= start else reversed(between))

    def grow(self, scene: Scene, way: Way) -> None:
        """Adds the next bar in a direction; on the way back takes out the current one."""
        current = self._canvas.selected
        found = current
        while found is not None and (found is current or found.subject is not Subject.ACTIVITY):
            found = way(scene.order, found)
        if found is None or current is None:
            return
        bars = [each for each in self.all if each.subject is Subject.ACTIVITY]
        if len(bars) > 1 and found == bars[-2]:
            self.choose(bars[:-1])
        else:
            self.choose([*(each for each in bars if each != found), found])
        self._canvas.reveal(found)

    @Slot(object)
    def _follow(self, selected: Selected | None) -> None:
        del selected
        if not self._is_choosing and self._others:
            self._others = ()
            self.changed.emit()
