"""The bars at which bridges end, lane by lane, kept from one state of a plan to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from campaignplanner.domain.activity import Side
from campaignplanner.planning.timeline_parts import Bar

SidesOfLanes: TypeAlias = Mapping[tuple[int, Side], dict[str, list[Bar]]]
"""For each side of each lane the bars of some activities; the same object where nothing changed."""


class BridgeEnds:
    """Knows the bars of all bridged activities in each lane, by their days.

    Attributes:
        bars: for each bridged and dated activity, its bars by the index of the lane.
    """

    def __init__(self) -> None:
        self.bars: dict[str, dict[int, list[Bar]]] = {}
        self._sides: SidesOfLanes = {}

    def take(self, sides: SidesOfLanes) -> set[str]:
        """Takes the bars of now; returns the activities whose bars are not those of before."""
        before, self._sides = self._sides, sides
        if not before:
            for (lane, _), found in sides.items():
                for activity_id, bars in found.items():
                    self.bars.setdefault(activity_id, {})[lane] = bars
            return set(self.bars)
        changed: set[str] = set()
        for place in before.keys() | sides.keys():
            was, now = before.get(place, {}), sides.get(place, {})
            if was is not now:
                changed.update(each for each in was.keys() | now.keys() if was.get(each) != now.get(each))
        for activity_id in changed:
            bars_now = {
                lane: found[activity_id] for (lane, _), found in sides.items() if activity_id in found
            }
            if bars_now:
                self.bars[activity_id] = bars_now
            else:
                self.bars.pop(activity_id, None)
        return changed
