"""What the canvas shows now, for those who cannot see it: the scene, and where everything in it is found."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import Bar, LaneKey, PlacedLane
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.view import View

if TYPE_CHECKING:
    from campaignplanner.ui.timeline.canvas import TimelineCanvas


class SceneIndex:
    """Finds lanes, bars and bridges of one scene by what they are; each is looked through when asked for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._flights: dict[LaneKey, dict[str, int]] = {}

    @cached_property
    def lanes(self) -> dict[LaneKey, PlacedLane]:
        """The lanes by what they stand for."""
        return {placed.lane.key: placed for placed in self.scene.content.layout.lanes}

    @cached_property
    def bridges(self) -> tuple[str, ...]:
        """All bridges in reading order, those that have no place in time yet last."""
        arrangement = self.scene.content.arrangement
        return (*(path.bridge_id for path in arrangement.bridges), *arrangement.open_bridge_ids)

    @cached_property
    def bridge_places(self) -> dict[str, int]:
        """Where a bridge stands among all."""
        return {bridge_id: place for place, bridge_id in enumerate(self.bridges)}

    def bars(self, lane: LaneKey) -> list[Bar]:
        """The bars of a lane in reading order; none where it is collapsed."""
        placed = self.lanes.get(lane)
        return [] if placed is None else self.scene.order.stops(placed.lane.index)

    def place_of(self, lane: LaneKey, flight_id: str) -> int:
        """Where the bar of a flight stands in a lane; -1 where there is none."""
        flights = self._flights.get(lane)
        if flights is None:
            flights = {bar.flight_id: place for place, bar in enumerate(self.bars(lane))}
            self._flights[lane] = flights
        return flights.get(flight_id, -1)


class Sight:
    """Looks at a canvas; everything is asked of it anew, so that nobody is told of what was before."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas
        self._index: SceneIndex | None = None

    @property
    def has_scene(self) -> bool:
        """Whether there is anything to see."""
        return self._canvas.scene is not None

    @property
    def scene(self) -> Scene:
        """What is on show; ask only where there is something.

        Raises:
            LookupError: nothing is.
        """
        scene = self._canvas.scene
        if scene is None:
            raise LookupError
        return scene

    @property
    def index(self) -> SceneIndex:
        """Where everything in the scene is found."""
        scene = self.scene
        if self._index is None or self._index.scene is not scene:
            self._index = SceneIndex(scene)
        return self._index

    @property
    def plan(self) -> Plan:
        """The plan on show."""
        return self.scene.content.plan

    @property
    def view(self) -> View:
        """Where the window looks."""
        return self._canvas.view

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self._canvas.today
