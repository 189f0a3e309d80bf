"""Where that lies of which a card tells."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from campaignplanner.domain.plan import Plan
from campaignplanner.ui.timeline.scene import Scene
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.view import View


def told_of(scene: Scene, view: View, selected: Selected) -> list[QRectF]:
    """Where that lies of which a card tells: what is selected first, then the other bars."""
    if selected.head_of is not None:
        box = scene.box(selected, view)
        return [] if box is None else [box]
    if selected.subject is Subject.BRIDGE:
        told_of: list[QRectF | None] = [*scene.bridge_marks(selected.id, view)]
    else:
        told_of = [scene.box(selected, view)]
    ends = _ends(scene.content.plan, selected)
    told_of.extend(scene.box(Selected.activity(activity_id), view) for activity_id in ends)
    return [box for box in told_of if box is not None]


def _ends(plan: Plan, selected: Selected) -> list[str]:
    if selected.subject is Subject.BRIDGE:
        bridge = plan.bridges[selected.id]
        return [bridge.source_id, bridge.target_id]
    onward = [bridge.target_id for bridge in plan.bridges_from(selected.id)]
    return [*onward, *(bridge.source_id for bridge in plan.bridges_to(selected.id))]
