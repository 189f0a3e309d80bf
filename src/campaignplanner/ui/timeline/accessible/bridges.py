"""The bridges, listed by themselves: they belong to no lane more than to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible

from campaignplanner.ui.timeline.accessible.sight import Sight
from campaignplanner.ui.timeline.accessible.thing import Thing
from campaignplanner.ui.timeline.accessible.words import bridge_description, bridge_name
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.words import translate


@dataclass(frozen=True, slots=True)
class BridgesThing(Thing):
    """All bridges between activities that are shown, in reading order."""

    role: ClassVar[QAccessible.Role] = QAccessible.Role.List

    def is_there(self, sight: Sight) -> bool:
        """As long as anything is."""
        return sight.has_scene

    def name(self, sight: Sight) -> str:
        """What the list is called."""
        del sight
        return translate("Timeline", "Bridges")

    def box(self, sight: Sight) -> QRectF | None:
        """They lie all over the lanes."""
        return sight.view.regions.lanes

    def child_count(self, sight: Sight) -> int:
        """All of them, open ones too."""
        return len(sight.index.bridges)

    def child(self, sight: Sight, place: int) -> Thing | None:
        """A bridge."""
        bridges = sight.index.bridges
        return BridgeThing(bridges[place]) if 0 <= place < len(bridges) else None

    def index_of(self, sight: Sight, child: Thing) -> int:
        """The place of a bridge."""
        if not isinstance(child, BridgeThing):
            return -1
        return sight.index.bridge_places.get(child.bridge_id, -1)

    def child_at(self, sight: Sight, point: QPointF) -> Thing | None:
        """The bridge under a point, as a click would find it."""
        found = sight.scene.hits.at(sight.view, point)
        is_bridge = found is not None and found.subject is Subject.BRIDGE
        return BridgeThing(found.id) if found is not None and is_bridge else None


@dataclass(frozen=True, slots=True)
class BridgeThing(Thing):
    """One bridge."""

    bridge_id: str

    def is_there(self, sight: Sight) -> bool:
        """Whether both of its activities are shown."""
        return sight.has_scene and self.bridge_id in sight.index.bridge_places

    def parent(self, sight: Sight) -> Thing | None:
        """The list."""
        del sight
        return BridgesThing()

    def name(self, sight: Sight) -> str:
        """How it stands, and what it joins."""
        return bridge_name(sight.scene.content, self.bridge_id)

    def description(self, sight: Sight) -> str:
        """What its card says besides."""
        return bridge_description(sight.plan, self.bridge_id)

    def box(self, sight: Sight) -> QRectF | None:
        """All of its curve; nothing where it is not drawn."""
        return sight.scene.box(Selected.bridge(self.bridge_id), sight.view)

    def selected(self, sight: Sight) -> Selected | None:
        """The bridge."""
        del sight
        return Selected.bridge(self.bridge_id)
