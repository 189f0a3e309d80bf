"""What is lifted off the timeline while it is dragged: bars where they would be, bridges as they would go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from campaignplanner.planning.bridges import BridgeJudgement, glyph
from campaignplanner.planning.timeline_draft import Draft
from campaignplanner.planning.timeline_layout import Bar, BridgePath, LabelWhere, glyph_places, placed_bridge
from campaignplanner.planning.timeline_paths import paths_between
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.bridge_painter import pen_of
from campaignplanner.ui.timeline.bridge_shapes import BridgeShape, bridge_shape, course_of
from campaignplanner.ui.timeline.content import BRIDGE_INSET, GLYPH_RADIUS, TimelineContent
from campaignplanner.ui.timeline.gestures.bench import Bench
from campaignplanner.ui.timeline.gestures.gesture import Easel
from campaignplanner.ui.timeline.glyphs import draw_glyph
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.lane_painter import bar_box
from campaignplanner.ui.timeline.sprites import Standing, corner_radius, draw_bar
from campaignplanner.ui.timeline.view import View

_VEIL = 0.62
"""How much of what lies where a bar came from is veiled."""
_BEYOND = 40.0
_LABEL_GAP = 6.0


class Lifted:
    """The bars and bridges that a draft moves, painted over the frame without laying anything out anew.

    Bars stay on their tracks: what would have to make room for them does so after the release.
    """

    def __init__(self, bench: Bench, draft: Draft) -> None:
        self._content = bench.content
        self._stage = bench.scene.stage
        self._draft = draft
        self.bars = tuple(_moved_bars(bench, draft))
        self._titled = _last_of_each(after for _, after in self.bars)
        self._paths = self._drafted_paths(bench)
        self._beside: tuple[View, list[QRectF]] | None = None
        self._shapes: tuple[TimeScale, list[BridgeShape]] | None = None

    @property
    def bridge_ids(self) -> frozenset[str]:
        """The bridges that are painted here."""
        return frozenset(path.bridge_id for path in self._paths)

    def paint(self, easel: Easel) -> None:
        """Veils where the bars came from and paints them where they would be, then the bridges."""
        painter, view = easel.painter, easel.view
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = QRectF(view.regions.lanes).adjusted(-_BEYOND, 0, _BEYOND, 0)
        for before, _ in self.bars:
            veil(easel, bar_box(self._content, view, before).intersected(seen))
        for box in self._titles_beside(view):
            veil(easel, box.intersected(seen))
        for number, (_, after) in enumerate(self.bars):
            box = bar_box(self._content, view, after)
            if box.intersects(seen):
                titled = number in self._titled
                paint_floating(easel, self._content, after, box.intersected(seen), titled=titled)
        painter.translate(QPointF(view.x(view.scale.origin), view.y(0)))
        for shape in self._drawn_up(view):
            paint_drafted_bridge(painter, easel.ink, shape, self._draft.bridges[shape.bridge_id].after)
        painter.restore()

    def _titles_beside(self, view: View) -> list[QRectF]:
        """Where titles stand beside the bars that were lifted: they step back with them."""
        if self._beside is None or self._beside[0] != view:
            self._beside = view, list(self._titles_in(view))
        return self._beside[1]

    def _titles_in(self, view: View) -> Iterator[QRectF]:
        lifted = {before.flight_id for before, _ in self.bars}
        height, origin = self._content.layout.metrics.bar_height, view.x(view.scale.origin)
        for track in self._stage.part(view).tracks:
            for place in self._stage.label_places(view, track):
                if place.bar.flight_id in lifted and place.where is not LabelWhere.INSIDE:
                    yield QRectF(origin + place.x, view.y(track.top), place.width, height)

    def _drawn_up(self, view: View) -> list[BridgeShape]:
        if self._shapes is None or self._shapes[0] != view.scale:
            self._shapes = (view.scale, _shapes(self._content, self._paths, view.scale))
        return self._shapes[1]

    def _drafted_paths(self, bench: Bench) -> tuple[BridgePath, ...]:
        after = {(bar.flight_id, bar.lane): bar for _, bar in self.bars}
        bars: dict[str, dict[int, list[Bar]]] = {}
        for activity_id in self._draft.plan.activities:
            for bar in bench.bars.of(activity_id):
                moved = after.get((bar.flight_id, bar.lane), bar)
                bars.setdefault(activity_id, {}).setdefault(bar.lane, []).append(moved)
        for by_lane in bars.values():
            for found in by_lane.values():
                found.sort(key=lambda bar: (bar.first_day, bar.last_day, bar.flight_id))
        lanes = self._content.layout.lanes
        paths = paths_between(self._draft.plan, bars)[0]
        return tuple(path for path in paths if not all(lanes[lane].collapsed for lane in path.lanes))


def _moved_bars(bench: Bench, draft: Draft) -> Iterable[tuple[Bar, Bar]]:
    for activity_id in draft.activity_ids:
        for bar in bench.bars.of(activity_id):
            flight = draft.flights.get(bar.flight_id)
            if flight is not None:
                yield bar, bar._replace(first_day=flight.first_day, last_day=flight.last_day)


def _last_of_each(bars: Iterable[Bar]) -> frozenset[int]:
    """The numbers of the bars that come last of their activity in a lane: its title stands beside those."""
    last: dict[tuple[str, int], tuple[date, int]] = {}
    for number, bar in enumerate(bars):
        key = (bar.activity_id, bar.lane)
        last[key] = max(last.get(key, (bar.last_day, number)), (bar.last_day, number))
    return frozenset(number for _, number in last.values())


def _shapes(content: TimelineContent, paths: Sequence[BridgePath], scale: TimeScale) -> list[BridgeShape]:
    places = glyph_places(paths, scale, BRIDGE_INSET, 2 * GLYPH_RADIUS)
    placed = [placed_bridge(content.layout, path) for path in paths]
    return [
        bridge_shape(each.path.bridge_id, course_of(each, scale, places[each.path.number])) for each in placed
    ]


def veil(easel: Easel, box: QRectF) -> None:
    """Lets what lies in a box step back."""
    ground = QColor(easel.ink.theme.surface)
    ground.setAlphaF(_VEIL)
    easel.painter.fillRect(box.adjusted(-4, -4, 4, 4), ground)


def paint_floating(
    easel: Easel, content: TimelineContent, bar: Bar, box: QRectF, *, titled: bool = True
) -> None:
    """Paints a bar that floats: ringed, with its title inside or, where it is narrow, beside it.

    Args:
        easel: what to paint with.
        content: what is shown.
        bar: the bar as it would be.
        box: where it floats.
        titled: whether a title that has no room inside stands beside it.
    """
    painter, ink = easel.painter, easel.ink
    look = content.look(bar)
    painter.setPen(QPen(ink.theme.accent, 2.0))
    painter.setBrush(ink.theme.surface)
    ring = box.adjusted(-2, -2, 2, 2)
    painter.drawRoundedRect(ring, corner_radius(look.side, ring), corner_radius(look.side, ring))
    draw_bar(painter, look, box, ink.theme)
    if box.height() < ink.label_metrics.height():
        return  # of a collapsed lane
    inset = content.label_metrics.padding
    room = box.width() - 2 * inset
    painter.setFont(ink.struck_font if look.standing is Standing.CANCELLED else ink.label_font)
    painter.setPen(ink.text)
    text, whole = content.label(bar.activity_id), content.label_width(bar.activity_id)
    if room < min(whole, content.label_metrics.least_width):
        place = QRectF(box.right() + _LABEL_GAP, box.top(), whole + 2, box.height())
        text = text if titled else ""
    else:
        place = QRectF(box.left() + inset, box.top(), room, box.height())
        text = content.writing.cut(text, room)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), directed(text))


def paint_drafted_bridge(painter: QPainter, ink: Ink, shape: BridgeShape, judgement: BridgeJudgement) -> None:
    """Paints a bridge as it would stand: red and dashed at once where it would not hold."""
    pen = pen_of(ink, judgement)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape.curve)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(shape.arrow)
    painter.save()
    painter.translate(shape.glyph)
    painter.scale(shape.radius / GLYPH_RADIUS, shape.radius / GLYPH_RADIUS)
    draw_glyph(painter, glyph(judgement.bridge.pattern), pen.color(), ink.theme.surface)
    painter.restore()
