"""The lane under the mouse, also the one for what says nothing yet while nothing lies in it."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.domain.activity import Side
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey
from campaignplanner.ui.timeline.content import TimelineContent

_CAN_BE_UNSAID = frozenset({Grouping.AIM, Grouping.PLACE, Grouping.OWNER, Grouping.AUDIENCE})


@dataclass(frozen=True, slots=True)
class LanePlace:
    """A lane into which something can be put.

    Attributes:
        key: what it stands for.
        index: its number; None for the one that is not there yet, below all others.
        top: where it starts in the layout.
        height: how high it is.
        waterline: what lies above is online, what lies below offline.
        collapsed: whether it is only a line.
    """

    key: LaneKey
    index: int | None
    top: float
    height: float
    waterline: float
    collapsed: bool

    def side_at(self, y: float) -> Side:
        """The side on which a height lies."""
        return Side.ONLINE if y < self.waterline else Side.OFFLINE


def lane_place_at(content: TimelineContent, y: float) -> LanePlace | None:
    """The lane at a height of the layout; below all lanes the one for what says nothing yet, if it can be."""
    lane = content.layout.lane_at(y)
    if lane is not None:
        return LanePlace(
            lane.lane.key, lane.lane.index, lane.top, lane.height, lane.waterline, lane.collapsed
        )
    grouping, top = content.shown.grouping, content.layout.height
    is_there = any(each.is_unsaid for each in content.arrangement.lanes)
    if y < top or is_there or grouping not in _CAN_BE_UNSAID:
        return None
    height = content.layout.metrics.least_unaimed_height
    if y >= top + height:
        return None
    return LanePlace(LaneKey(grouping, None), None, top, height, top + height / 2, collapsed=False)
