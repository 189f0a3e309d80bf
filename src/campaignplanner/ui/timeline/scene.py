"""Everything that belongs to one plan on show: its content, its painter, its order, and where things lie."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.hits import HitTester
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.lane_painter import bar_box
from campaignplanner.ui.timeline.reading_order import ReadingOrder
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.shown import Shown
from campaignplanner.ui.timeline.stage import Stage
from campaignplanner.ui.timeline.view import View

_END_MARK = 16.0


class Scene:
    """A plan on show.

    Args:
        plan: what to show.
        ink: what to paint with at first.
        aim_width: the width of the column of aims.
        ratio: dots of the screen per logical pixel.
        shown: by what lanes are made, and what of the plan is shown.
        before: what was shown last; what has not changed since is taken over from it.
    """

    def __init__(
        self,
        plan: Plan,
        ink: Ink,
        aim_width: float,
        ratio: float,
        shown: Shown = Shown(),  # noqa: B008 - frozen
        before: Scene | None = None,
    ) -> None:
        self.content: TimelineContent = TimelineContent(
            plan, ink, aim_width, shown, None if before is None else before.content
        )
        self.order = ReadingOrder(self.content.arrangement, shown.collapsed)
        self.stage: Stage = Stage(self.content, ink, ratio, None if before is None else before.stage)
        self.hits = HitTester(self.content, self.stage.shapes)

    def layout_box(self, selected: Selected, scale: TimeScale) -> QRectF | None:
        """Where a thing lies in the layout: x of the scale, y from the first lane; None if nowhere.

        The head of a lane lies at x = 0, as its column does not scroll.
        """
        content = self.content
        if selected.head_of is not None:
            index = self.order.lane_of(selected)
            lane = content.layout.lanes[index] if index >= 0 else None
            return None if lane is None else QRectF(0, lane.top, content.aim_width, lane.height)
        if selected.subject is Subject.BRIDGE:
            shape = self.stage.shapes.shape_of(selected.id, scale)
            return None if shape is None else shape.box
        bar = self.order.bar_of(selected)
        if bar is None:
            return None
        left, least = scale.x_of_day(bar.first_day), content.label_metrics.least_bar_width
        width = max(scale.x_after(bar.last_day) - left, least)
        return QRectF(left, content.layout.bar_top(bar), width, content.layout.bar_height(bar))

    def kept(self, selected: Selected | None) -> Selected | None:
        """What was selected before, as far as it is still there and shown; a bar where it lies now."""
        if selected is None or not selected.is_in(self.content.plan) or not self.shows(selected):
            return None
        bar = self.order.bar_of(selected)
        return selected if bar is None else self.order.selected_bar(bar)

    def shows(self, selected: Selected) -> bool:
        """Whether a thing of the plan is among what is shown, in a lane or in the tray."""
        if selected.head_of is not None:
            return self.order.lane_of(selected) >= 0
        kept = self.content.shown.kept
        if kept is None:
            return True
        if selected.subject is Subject.ACTIVITY:
            return selected.id in kept
        bridge = self.content.plan.bridges[selected.id]
        return bridge.source_id in kept and bridge.target_id in kept

    def box(self, selected: Selected, view: View) -> QRectF | None:
        """Where a thing lies on the canvas; None for one that has no place there."""
        box = self.layout_box(selected, view.scale)
        if box is None:
            return None
        x = 0.0 if selected.head_of is not None else view.x(view.scale.origin)
        return box.translated(x, view.y(0))

    def bridge_marks(self, bridge_id: str, view: View) -> list[QRectF]:
        """Where the glyph and both ends of a bridge lie on the canvas, the glyph first."""
        shape = self.stage.shapes.shape_of(bridge_id, view.scale)
        if shape is None:
            return []
        half = _END_MARK / 2
        ends = (QRectF(x - half, y - half, _END_MARK, _END_MARK) for x, y in shape.marks[1:])
        return [box.translated(view.x(view.scale.origin), view.y(0)) for box in (shape.glyph_box, *ends)]

    def seen_boxes(self, view: View) -> list[QRectF]:
        """Where the bars in view lie on the canvas."""
        tracks = self.stage.part(view).tracks
        return [bar_box(self.content, view, bar, seen.top) for seen in tracks for bar in seen.bars]
