"""Lanes and the bars and flags in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible

from campaignplanner.domain.days import Span
from campaignplanner.planning.timeline_heads import NOTHING
from campaignplanner.planning.timeline_layout import Bar, LaneKey
from campaignplanner.ui.timeline.accessible.sight import Sight
from campaignplanner.ui.timeline.accessible.thing import Thing
from campaignplanner.ui.timeline.accessible.words import (
    bar_description,
    bar_name,
    flag_words,
    lane_description,
)
from campaignplanner.ui.timeline.kpi_flags import KpiFlag, flag_place
from campaignplanner.ui.timeline.lane_heads import lane_name
from campaignplanner.ui.timeline.lane_painter import bar_box, lane_box
from campaignplanner.ui.timeline.reading_order import has_head
from campaignplanner.ui.timeline.selection import Selected

_ALL_DAYS = Span(date.min, date.max)


@dataclass(frozen=True, slots=True)
class LaneThing(Thing):
    """A lane: its bars in reading order, then its flags; nothing while it is collapsed."""

    role: ClassVar[QAccessible.Role] = QAccessible.Role.TreeItem

    key: LaneKey

    def is_there(self, sight: Sight) -> bool:
        """Whether there is such a lane now."""
        return sight.has_scene and self.key in sight.index.lanes

    def name(self, sight: Sight) -> str:
        """What it is called."""
        return lane_name(sight.plan, self.key)

    def description(self, sight: Sight) -> str:
        """What stands at its head."""
        content = sight.scene.content
        return lane_description(content, self.key, content.sums.get(self.key.value, NOTHING))

    def box(self, sight: Sight) -> QRectF | None:
        """All of it, with its head."""
        return lane_box(sight.view, sight.index.lanes[self.key])

    def region(self, sight: Sight) -> QRectF:
        """The heads and the lanes."""
        return sight.view.regions.body

    def child_count(self, sight: Sight) -> int:
        """Bars and flags."""
        return len(sight.index.bars(self.key)) + len(_flags(sight, self.key))

    def child(self, sight: Sight, place: int) -> Thing | None:
        """A bar or a flag."""
        bars = sight.index.bars(self.key)
        if 0 <= place < len(bars):
            return BarThing(self.key, bars[place].flight_id)
        flags = _flags(sight, self.key)
        beyond = place - len(bars)
        return FlagThing(self.key, flags[beyond].day) if 0 <= beyond < len(flags) else None

    def index_of(self, sight: Sight, child: Thing) -> int:
        """The place of a bar or a flag."""
        if isinstance(child, BarThing) and child.lane == self.key:
            return sight.index.place_of(self.key, child.flight_id)
        if isinstance(child, FlagThing) and child.lane == self.key:
            days = [flag.day for flag in _flags(sight, self.key)]
            return len(sight.index.bars(self.key)) + days.index(child.day) if child.day in days else -1
        return -1

    def child_at(self, sight: Sight, point: QPointF) -> Thing | None:
        """The flag or bar under a point."""
        view, scene = sight.view, sight.scene
        if not view.regions.lanes.contains(point):
            return None
        index = sight.index.lanes[self.key].lane.index
        for flag in _flags(sight, self.key):
            if flag_place(view, sight.index.lanes[self.key], flag.day).contains(point):
                return FlagThing(self.key, flag.day)
        bar = scene.hits.bar_at(view, point)
        return None if bar is None or bar.lane != index else BarThing(self.key, bar.flight_id)

    def selected(self, sight: Sight) -> Selected | None:
        """Its head, where that can be selected."""
        placed = sight.index.lanes[self.key]
        return Selected.head(self.key) if has_head(placed.lane, collapsed=placed.collapsed) else None

    def is_expanded(self, sight: Sight) -> bool | None:
        """Whether it is not collapsed to a line."""
        return not sight.index.lanes[self.key].collapsed


@dataclass(frozen=True, slots=True)
class BarThing(Thing):
    """The bar of a flight in a lane."""

    role: ClassVar[QAccessible.Role] = QAccessible.Role.TreeItem

    lane: LaneKey
    flight_id: str

    def is_there(self, sight: Sight) -> bool:
        """Whether the lane shows the flight."""
        return sight.has_scene and sight.index.place_of(self.lane, self.flight_id) >= 0

    def parent(self, sight: Sight) -> Thing | None:
        """Its lane."""
        del sight
        return LaneThing(self.lane)

    def name(self, sight: Sight) -> str:
        """Title, days, side and status."""
        return bar_name(sight.plan, self._bar(sight))

    def description(self, sight: Sight) -> str:
        """What its card says besides."""
        return bar_description(sight.plan, self._bar(sight), sight.scene.stage.sights.wanted.since)

    def box(self, sight: Sight) -> QRectF | None:
        """The whole bar."""
        return bar_box(sight.scene.content, sight.view, self._bar(sight))

    def selected(self, sight: Sight) -> Selected | None:
        """The activity, by this bar."""
        return sight.scene.order.selected_bar(self._bar(sight))

    def _bar(self, sight: Sight) -> Bar:
        index = sight.index
        return index.bars(self.lane)[index.place_of(self.lane, self.flight_id)]


@dataclass(frozen=True, slots=True)
class FlagThing(Thing):
    """The KPIs of a lane that are due on a day."""

    lane: LaneKey
    day: date

    def is_there(self, sight: Sight) -> bool:
        """Whether the lane has such a flag."""
        return sight.has_scene and any(flag.day == self.day for flag in _flags(sight, self.lane))

    def parent(self, sight: Sight) -> Thing | None:
        """Its lane."""
        del sight
        return LaneThing(self.lane)

    def name(self, sight: Sight) -> str:
        """Which KPIs, when, and whether they are reached."""
        return flag_words(sight.plan, self._flag(sight), sight.today)[0]

    def description(self, sight: Sight) -> str:
        """How far each has come."""
        return flag_words(sight.plan, self._flag(sight), sight.today)[1]

    def box(self, sight: Sight) -> QRectF | None:
        """The flag on its pole."""
        return flag_place(sight.view, sight.index.lanes[self.lane], self.day)

    def _flag(self, sight: Sight) -> KpiFlag:
        return next(flag for flag in _flags(sight, self.lane) if flag.day == self.day)


def _flags(sight: Sight, lane: LaneKey) -> list[KpiFlag]:
    """The flags of a lane by their days; none where it is collapsed."""
    placed = sight.index.lanes.get(lane)
    if placed is None or placed.collapsed:
        return []
    found = sight.scene.stage.sights.flags.get(placed.lane.index)
    return [] if found is None else [flag for _, flag in found.touching(_ALL_DAYS)]
