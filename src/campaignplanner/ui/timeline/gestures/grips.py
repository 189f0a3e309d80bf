"""What a press would take hold of at a point of the timeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, Qt

from campaignplanner.planning.timeline_layout import Bar
from campaignplanner.ui.timeline.gestures.bridge import is_on_handle
from campaignplanner.ui.timeline.gestures.places import lane_place_at
from campaignplanner.ui.timeline.lane_painter import bar_box
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.view import View

_INSIDE = 7.0
"""How far an end of a bar can be taken hold of from within, in pixels; of a short bar less."""
_OUTSIDE = 3.0
_LARGEST_PART = 3.0


class Hold(Enum):
    """What is taken hold of."""

    BODY = "body"
    FIRST_DAY = "first day"
    LAST_DAY = "last day"
    HANDLE = "handle"
    """The handle of a bar, from which a bridge is pulled."""
    THING = "thing"
    """Something that is selected and not dragged: an aim, a bridge."""
    PLACE = "place"
    """An empty place among the lanes."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Grip:
    """What is under the mouse.

    Attributes:
        hold: which part of it.
        selected: the thing, as a click selects it.
        bar: the bar, when it is one.
    """

    hold: Hold
    selected: Selected | None = None
    bar: Bar | None = None

    @property
    def cursor(self) -> Qt.CursorShape:
        """What the mouse looks like there, so that it says what a drag will do."""
        return _CURSORS[self.hold]


_CURSORS = {
    Hold.BODY: Qt.CursorShape.OpenHandCursor,
    Hold.FIRST_DAY: Qt.CursorShape.SizeHorCursor,
    Hold.LAST_DAY: Qt.CursorShape.SizeHorCursor,
    Hold.HANDLE: Qt.CursorShape.CrossCursor,
    Hold.THING: Qt.CursorShape.PointingHandCursor,
    Hold.PLACE: Qt.CursorShape.ArrowCursor,
    Hold.NOTHING: Qt.CursorShape.ArrowCursor,
}


def grip_at(scene: Scene, view: View, point: QPointF, handled: Iterable[Bar] = ()) -> Grip:
    """What a press at a point of the canvas would take hold of.

    Args:
        scene: what is on show.
        view: where the window looks.
        point: of the canvas.
        handled: the bars whose handles are shown.
    """
    for each in handled:
        if is_on_handle(scene.content, view, each, point):
            return Grip(Hold.HANDLE, scene.order.selected_bar(each), each)
    found = scene.hits.at(view, point)
    if found is not None and found.subject is not Subject.ACTIVITY:
        return Grip(Hold.THING, found)
    bar = None if point.x() < view.regions.aim_width else _bar_near(scene, view, point)
    if bar is not None:
        return Grip(_hold_of(scene, view, bar, point), scene.order.selected_bar(bar), bar)
    is_inside = view.regions.lanes.contains(point)
    place = lane_place_at(scene.content, view.layout_y(point.y())) if is_inside else None
    return Grip(Hold.NOTHING if place is None else Hold.PLACE)


def _bar_near(scene: Scene, view: View, point: QPointF) -> Bar | None:
    """The bar under a point, or one of which an end is just beside it."""
    if not view.regions.body.contains(point):
        return None
    for away in (0.0, -_OUTSIDE, _OUTSIDE):
        bar = scene.hits.bar_at(view, QPointF(point.x() + away, point.y()))
        if bar is not None:
            return bar
    return None


def _hold_of(scene: Scene, view: View, bar: Bar, point: QPointF) -> Hold:
    box = bar_box(scene.content, view, bar)
    inside = min(_INSIDE, box.width() / _LARGEST_PART)
    if point.x() >= box.right() - inside:
        return Hold.LAST_DAY
    return Hold.FIRST_DAY if point.x() <= box.left() + inside else Hold.BODY
