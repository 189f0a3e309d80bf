"""What changed since approval, in the lanes: where bars were, what was dropped, what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from campaignplanner.domain.activity import Side
from campaignplanner.domain.days import Span
from campaignplanner.planning.day_index import DayIndex
from campaignplanner.planning.since_approval import DroppedActivity, SinceApproval
from campaignplanner.planning.timeline_dropped import lanes_of_dropped
from campaignplanner.planning.timeline_layout import Bar, PlacedLane, VisiblePart
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.view import View
from campaignplanner.ui.timeline.words import one_line

_GHOST = 3.0
_DROPPED = 5.0
_DROPPED_PITCH = 7.0
_ROWS = 2
_BADGE = 5.5
_BESIDE = 6.0
_MOST_TITLED = 40
"""With more marks in view there is hardly room for a title, and too much to compare."""
_WIDEST = 200.0
"""Of a title beside what was dropped; the hover tells the whole."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something dropped, in one of the rows at the foot of a lane."""

    what: DroppedActivity
    row: int


class ApprovedMarks:
    """The marks of one plan, by lane and day.

    Args:
        since: what changed; None for no marks at all.
        content: in whose lanes they lie.
    """

    def __init__(self, since: SinceApproval | None, content: TimelineContent) -> None:
        self._content = content
        self.new = frozenset[str]() if since is None else since.new
        self.moved: dict[int, DayIndex[Bar]] = {}
        self.dropped: dict[int, DayIndex[Dropped]] = {}
        if since is not None:
            self.moved = {lane: DayIndex(found) for lane, found in _moved(since, content).items()}
            self.dropped = {lane: DayIndex(found) for lane, found in _dropped(since, content).items()}

    def paint(self, painter: QPainter, ink: Ink, view: View, part: VisiblePart) -> None:
        """Paints what is in view, over the bars."""
        if not (self.moved or self.dropped or self.new):
            return
        painter.save()
        for bar, box in self._ghosts(view, part):
            _paint_ghost(painter, ink, bar.side, box)
        dropped = list(self._dropped_boxes(view, part))
        for _, box in dropped:
            _paint_dropped(painter, ink, box)
        _paint_titles(painter, ink, dropped)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seen in part.tracks:
            for bar in seen.bars:
                if bar.activity_id in self.new and not bar.ghost:
                    _paint_badge(painter, ink, QPointF(view.x(bar.first_day) + 2, view.y(seen.top) + 1))
        painter.restore()

    def moved_at(self, view: View, part: VisiblePart, point: QPointF) -> tuple[Bar, QRectF] | None:
        """The bar under whose approved days a point lies, with where those are."""
        return next(((bar, box) for bar, box in self._ghosts(view, part) if _near(box, point)), None)

    def dropped_at(
        self, view: View, part: VisiblePart, point: QPointF
    ) -> tuple[DroppedActivity, QRectF] | None:
        """What was dropped under a point, with where it lies."""
        found = self._dropped_boxes(view, part)
        return next(((each.what, box) for each, box in found if _near(box, point)), None)

    def _ghosts(self, view: View, part: VisiblePart) -> Iterator[tuple[Bar, QRectF]]:
        days, layout = view.days(), self._content.layout
        for lane in part.open_lanes:
            index = self.moved.get(lane.lane.index)
            for span, bar in index.touching(days) if index is not None else ():
                bottom = view.y(layout.bar_top(bar) + layout.metrics.bar_height)
                left = view.x(span.first_day)
                yield bar, QRectF(left, round(bottom) + 0.5, view.x_after(span.last_day) - left - 1, _GHOST)

    def _dropped_boxes(self, view: View, part: VisiblePart) -> Iterator[tuple[Dropped, QRectF]]:
        days = view.days()
        for lane in part.open_lanes:
            index = self.dropped.get(lane.lane.index)
            for span, each in index.touching(days) if index is not None else ():
                yield each, _dropped_box(view, lane, span, each.row)


def _moved(since: SinceApproval, content: TimelineContent) -> dict[int, list[tuple[Span, Bar]]]:
    found: defaultdict[int, list[tuple[Span, Bar]]] = defaultdict(list)
    for lane in content.arrangement.lanes if since.moved else ():
        for track in (*lane.online, *lane.offline):
            for bar in track.bars:
                was = since.moved.get(bar.flight_id)
                if was is not None:
                    found[lane.index].append((was, bar))
    return found


def _dropped(since: SinceApproval, content: TimelineContent) -> dict[int, list[tuple[Span, Dropped]]]:
    lanes = {lane.key: lane.index for lane in content.arrangement.lanes}
    places = lanes_of_dropped(since, content.plan, content.arrangement.grouping)
    found: defaultdict[int, list[tuple[Span, Dropped]]] = defaultdict(list)
    ends: defaultdict[int, list[int]] = defaultdict(lambda: [0] * _ROWS)
    for each in since.dropped:
        key = places.get(each.activity.id)
        if key is None or key not in lanes:
            continue
        lane = lanes[key]
        for flight in each.flights:
            free = [row for row in range(_ROWS) if ends[lane][row] < flight.first_day.toordinal()]
            row = free[0] if free else 0
            ends[lane][row] = max(ends[lane][row], flight.last_day.toordinal())
            found[lane].append((flight.span, Dropped(each, row)))
    return found


def _dropped_box(view: View, lane: PlacedLane, span: Span, row: int) -> QRectF:
    top = round(view.y(lane.bottom)) - 3 - _DROPPED - row * _DROPPED_PITCH
    left = view.x(span.first_day)
    return QRectF(left + 0.5, top + 0.5, max(3.0, view.x_after(span.last_day) - left - 2), _DROPPED - 1)


def _paint_ghost(painter: QPainter, ink: Ink, side: Side, box: QRectF) -> None:
    """Pale and dashed, as a bar is that only points elsewhere."""
    painter.fillRect(box, _faint(ink, side, 0.25))
    pen = QPen(_faint(ink, side, 1.0), 1.0)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, 0, -0.5))


def _paint_dropped(painter: QPainter, ink: Ink, box: QRectF) -> None:
    pen = QPen(ink.theme.text_muted, 1.0)
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(ink.theme.surface)
    painter.drawRect(box)


def _paint_titles(painter: QPainter, ink: Ink, dropped: list[tuple[Dropped, QRectF]]) -> None:
    """Writes what was dropped after each mark, struck out, where no other mark is in the way."""
    if len(dropped) > _MOST_TITLED:
        return
    metrics = ink.label_metrics
    painter.setFont(ink.struck_font)
    painter.setPen(ink.muted)
    for each, box in dropped:
        title = metrics.elidedText(one_line(each.what.activity.title), Qt.TextElideMode.ElideRight, _WIDEST)
        height = metrics.height()
        room = QRectF(
            box.right() + _BESIDE, box.center().y() - height / 2 - 2, metrics.horizontalAdvance(title), height
        )
        if not any(room.intersects(other) for _, other in dropped):
            painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), directed(title))


def _paint_badge(painter: QPainter, ink: Ink, middle: QPointF) -> None:
    """A plus in a circle: there was no such activity when the plan was approved."""
    painter.setPen(QPen(ink.theme.surface, 1.5))
    painter.setBrush(ink.theme.good)
    painter.drawEllipse(middle, _BADGE, _BADGE)
    painter.setPen(QPen(ink.theme.surface, 1.5))
    arm = _BADGE * 0.5
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _faint(ink: Ink, side: Side, strength: float) -> QColor:
    colour = QColor(ink.theme.online if side is Side.ONLINE else ink.theme.offline)
    colour.setAlphaF(strength)
    return colour


def _near(box: QRectF, point: QPointF) -> bool:
    return box.adjusted(-1, -1, 1, 2).contains(point)
