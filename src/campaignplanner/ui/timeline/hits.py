"""What lies under a point of the canvas, and what to say of it in a few words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF

from campaignplanner.planning.timeline_layout import Bar, LaneKey, visible
from campaignplanner.ui.formats import shortened
from campaignplanner.ui.timeline.aim_painter import chevron_box
from campaignplanner.ui.timeline.bridge_shapes import ENDS_REACH, BridgeShapes
from campaignplanner.ui.timeline.card_texts import flight_text, pattern_name, state_text
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.lane_heads import lane_name
from campaignplanner.ui.timeline.lane_painter import lane_box
from campaignplanner.ui.timeline.reading_order import has_head
from campaignplanner.ui.timeline.selection import Selected, Subject
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import translate

_TITLE_LENGTH = 80
_MARGIN = 40.0


class HitTester:
    """Finds what a content shows under a point."""

    def __init__(self, content: TimelineContent, shapes: BridgeShapes) -> None:
        self._content = content
        self._shapes = shapes

    def at(self, view: View, point: QPointF) -> Selected | None:
        """The aim, bridge or bar under a point; glyphs lie over bars, bars over the curves of bridges."""
        if not view.regions.body.contains(point):
            return None
        if point.x() < view.regions.aim_width:
            return self._aim_at(view, point)
        bridge = self._bridge_at(view, point, glyphs_only=True)
        if bridge is not None:
            return Selected.bridge(bridge)
        bar = self.bar_at(view, point)
        if bar is not None:
            return Selected.activity(
                bar.activity_id, bar.flight_id, self._content.arrangement.lanes[bar.lane].key
            )
        bridge = self._bridge_at(view, point, glyphs_only=False)
        return None if bridge is None else Selected.bridge(bridge)

    def bar_at(self, view: View, point: QPointF) -> Bar | None:
        """The bar under a point; one of few dots can be hit as wide as it is drawn."""
        layout, least = self._content.layout, self._content.label_metrics.least_bar_width
        y = view.layout_y(point.y())
        last, first = view.day_at(point.x()), view.day_at(point.x() - least)
        for ordinal in range(last.toordinal(), first.toordinal() - 1, -1):
            day = date.fromordinal(ordinal)
            bar = layout.bar_at(day, y)
            if bar is not None and (day == last or point.x() <= view.x(bar.first_day) + least):
                return bar
        return None

    def words_of(self, selected: Selected) -> str:
        """A few words about a thing."""
        plan = self._content.plan
        if selected.head_of is not None:
            return self._words_of_lane(selected.head_of)
        if selected.subject is Subject.ACTIVITY:
            title = shortened(plan.activities[selected.id].title, _TITLE_LENGTH)
            if selected.flight_id is None:
                return title
            return f"{title}\n{flight_text(plan.flights[selected.flight_id])}"
        bridge = plan.bridges[selected.id]
        source, target = plan.activities[bridge.source_id], plan.activities[bridge.target_id]
        state = state_text(self._content.judgement(bridge.id))
        ends = f"{shortened(source.title)} {pattern_name(plan, bridge)} {shortened(target.title)}"
        return f"{state}\n{ends}"

    def _words_of_lane(self, lane: LaneKey) -> str:
        name = lane_name(self._content.plan, lane)
        if lane not in self._content.shown.collapsed:
            return name
        return translate("Timeline", "%1, collapsed").replace("%1", name)

    def _aim_at(self, view: View, point: QPointF) -> Selected | None:
        lane = self._content.layout.lane_at(view.layout_y(point.y()))
        if lane is None or not has_head(lane.lane, collapsed=lane.collapsed):
            return None
        return Selected.head(lane.lane.key)

    def chevron_at(self, view: View, point: QPointF, ink: Ink) -> LaneKey | None:
        """The lane whose chevron lies under a point; None where there is none."""
        if not view.regions.aims.contains(point):
            return None
        lane = self._content.layout.lane_at(view.layout_y(point.y()))
        if lane is None or not chevron_box(lane_box(view, lane), ink).contains(point):
            return None
        return lane.lane.key

    def _bridge_at(self, view: View, point: QPointF, *, glyphs_only: bool) -> str | None:
        x = point.x() - view.regions.aim_width + view.left
        y = view.layout_y(point.y())
        days = view.days(_MARGIN)
        top, bottom = view.top, view.top + view.regions.lanes_height
        layout = self._content.layout
        part = visible(layout, top, bottom, days.first_day, days.last_day, reach=ENDS_REACH)
        at = QPointF(x, y)
        box = QRectF(view.left, top, view.regions.lanes_width, bottom - top)
        for shape in reversed(self._shapes.seen(part, days, view.scale, box)):
            if shape.glyph_is_at(at) if glyphs_only else shape.is_near(at):
                return shape.bridge_id
        return None
