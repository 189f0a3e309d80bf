"""The whole timeline: the ruler, the lanes from top to bottom, the bridges, the spend strip."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from campaignplanner.ui.timeline.accessible.bridges import BridgesThing, BridgeThing
from campaignplanner.ui.timeline.accessible.lanes import BarThing, LaneThing
from campaignplanner.ui.timeline.accessible.ruler import RulerThing
from campaignplanner.ui.timeline.accessible.sight import Sight
from campaignplanner.ui.timeline.accessible.spend import SpendThing
from campaignplanner.ui.timeline.accessible.thing import Thing
from campaignplanner.ui.timeline.selection import Selected, Subject

_BEFORE: tuple[Thing, ...] = (RulerThing(),)
_AFTER: tuple[Thing, ...] = (BridgesThing(), SpendThing())


def part_count(sight: Sight) -> int:
    """How many parts the whole has; none while there is nothing to see."""
    return len(_BEFORE) + len(sight.index.lanes) + len(_AFTER) if sight.has_scene else 0


def part_of(sight: Sight, place: int) -> Thing | None:
    """One of its parts; None where there are not so many."""
    if not 0 <= place < part_count(sight):
        return None
    if place < len(_BEFORE):
        return _BEFORE[place]
    lanes = sight.scene.content.arrangement.lanes
    lane = place - len(_BEFORE)
    return LaneThing(lanes[lane].key) if lane < len(lanes) else _AFTER[lane - len(lanes)]


def place_of(sight: Sight, part: Thing) -> int:
    """The place of a part; -1 for what is none."""
    if not part.is_there(sight):
        return -1
    if part in _BEFORE:
        return _BEFORE.index(part)
    lanes = sight.index.lanes
    if isinstance(part, LaneThing):
        return len(_BEFORE) + lanes[part.key].lane.index
    return len(_BEFORE) + len(lanes) + _AFTER.index(part) if part in _AFTER else -1


def part_at(sight: Sight, point: QPointF) -> Thing | None:
    """The part under a point of the canvas; a bridge lies over the lane that a click does not find there."""
    if not sight.has_scene:
        return None
    regions = sight.view.regions
    if regions.header.contains(point):
        return RulerThing()
    if regions.spend.contains(point):
        return SpendThing()
    if not regions.body.contains(point):
        return None
    if BridgesThing().child_at(sight, point) is not None:
        return BridgesThing()
    placed = sight.scene.content.layout.lane_at(sight.view.layout_y(point.y()))
    return None if placed is None else LaneThing(placed.lane.key)


def thing_of(sight: Sight, selected: Selected | None) -> Thing | None:
    """What stands for something selected; the lane of a bar where that is collapsed, None in the tray."""
    if selected is None or not sight.has_scene:
        return None
    thing: Thing | None = None
    if selected.head_of is not None:
        thing = LaneThing(selected.head_of)
    elif selected.subject is Subject.BRIDGE:
        thing = BridgeThing(selected.id)
    else:
        bar = sight.scene.order.bar_of(selected)
        if bar is not None:
            placed = sight.scene.content.layout.lanes[bar.lane]
            key = placed.lane.key
            thing = LaneThing(key) if placed.collapsed else BarThing(key, bar.flight_id)
    return thing if thing is not None and thing.is_there(sight) else None
