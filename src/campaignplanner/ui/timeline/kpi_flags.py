"""The due days of KPIs as flags: in the lane of their aim, or in that of the activity that they measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.day_index import DayIndex
from campaignplanner.planning.timeline_lanes import Grouping, LaneKey, sorter_of
from campaignplanner.planning.timeline_layout import PlacedLane, VisiblePart
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink, hairline_pen
from campaignplanner.ui.timeline.kpi_progress import progress_of
from campaignplanner.ui.timeline.shown import Shown
from campaignplanner.ui.timeline.view import View

_TOP = 3.0
_POLE = 13.0
_FLAG = (9.0, 7.0)
_STEP = 3.0
_MOST_SHOWN = 3
"""Flags of one day that are drawn behind one another; the hover tells of all."""
_MARGIN = 16.0


class FlagState(Enum):
    """How a KPI stands at its due day."""

    AHEAD = "ahead"
    REACHED = "reached"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class KpiFlag:
    """All KPIs of a lane that are due on one day."""

    day: date
    kpis: tuple[Kpi, ...]
    reached: bool

    @property
    def is_of_aim(self) -> bool:
        """Whether any of them measures the aim itself, not one activity."""
        return any(kpi.aim_id is not None for kpi in self.kpis)

    def state(self, today: date) -> FlagState:
        """Reached when every one of them is; missed when the day is over and one is not."""
        if self.reached:
            return FlagState.REACHED
        return FlagState.MISSED if self.day < today else FlagState.AHEAD


FlagsOfLanes = Mapping[int, DayIndex[KpiFlag]]
"""Flags by the index of their lane."""


def flags_of(content: TimelineContent) -> FlagsOfLanes:
    """The flags of all lanes: those of an aim in its own, those of an activity in the one that it lies in."""
    lanes = {lane.key: lane.index for lane in content.arrangement.lanes}
    due: defaultdict[int, defaultdict[date, list[Kpi]]] = defaultdict(lambda: defaultdict(list))
    for key, kpi in _due_kpis(content.plan, content.shown):
        if kpi.due_day is not None and key in lanes:
            due[lanes[key]][kpi.due_day].append(kpi)
    return {
        lane: DayIndex((Span(day, day), _flag(content, day, kpis)) for day, kpis in by_day.items())
        for lane, by_day in due.items()
    }


def _due_kpis(plan: Plan, shown: Shown) -> Iterator[tuple[LaneKey, Kpi]]:
    """The KPIs that are shown with the lanes that they belong to, those of the aims first."""
    for aim in plan.aims_in_order:
        for kpi in plan.kpis_of_aim(aim.id):
            yield LaneKey(Grouping.AIM, aim.id), kpi
    measured = sorted({kpi.activity_id for kpi in plan.kpis.records if kpi.activity_id is not None})
    if not measured:
        return
    sorter = sorter_of(plan, shown.grouping)
    for activity_id in measured:
        if shown.kept is not None and activity_id not in shown.kept:
            continue
        key = LaneKey(shown.grouping, sorter.values_of(plan.activities[activity_id])[0])
        for kpi in plan.kpis_of_activity(activity_id):
            yield key, kpi


def have_same_flags(before: TimelineContent, after: TimelineContent) -> bool:
    """Whether nothing differs between two states of a plan that flags are made of."""
    same_lanes = [lane.key for lane in before.arrangement.lanes] == [
        lane.key for lane in after.arrangement.lanes
    ]
    if not same_lanes or before.shown.kept != after.shown.kept:
        return False
    read = ("aims", "kpis", "readings", "activities", "contributions")
    by_place = ("flights",) if after.shown.grouping is Grouping.PLACE else ()
    return all(getattr(before.plan, each) is getattr(after.plan, each) for each in read + by_place)


def paint_flags(
    painter: QPainter, ink: Ink, view: View, part: VisiblePart, flags: FlagsOfLanes, today: date
) -> None:
    """Paints the flags in view, each on its pole; those of the aim over a faint line down its lane."""
    found = list(_seen(view, part, flags))
    if not found:
        return
    painter.save()
    painter.setPen(_line_pen(ink.theme))
    painter.drawLines(
        [
            QLineF(x, view.y(lane.top) + _TOP, x, view.y(lane.bottom))
            for lane, flag, x in found
            if flag.is_of_aim
        ]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for lane, flag, x in found:
        _paint_flag(painter, ink.theme, QPointF(x, view.y(lane.top) + _TOP), flag, today)
    painter.restore()


def flag_at(
    view: View, part: VisiblePart, flags: FlagsOfLanes, point: QPointF
) -> tuple[KpiFlag, QRectF] | None:
    """The flag under a point, with where it lies."""
    for lane, flag, x in _seen(view, part, flags):
        box = flag_box(QPointF(x, view.y(lane.top) + _TOP))
        if box.contains(point):
            return flag, box
    return None


def flag_box(top: QPointF) -> QRectF:
    """Where a flag lies whose pole has its upper end there."""
    width = _FLAG[0] + (_MOST_SHOWN - 1) * _STEP
    return QRectF(top.x() - width - 1, top.y() - 2, width + 5, _POLE + 3)


def flag_place(view: View, lane: PlacedLane, day: date) -> QRectF:
    """Where the flag of a day lies in a lane."""
    return flag_box(QPointF(_pole_x(view, day), view.y(lane.top) + _TOP))


def _pole_x(view: View, day: date) -> float:
    return round(view.x_after(day)) - 1.0


def _flag(content: TimelineContent, day: date, kpis: list[Kpi]) -> KpiFlag:
    fractions = [progress_of(content.plan, kpi).fraction for kpi in kpis]
    return KpiFlag(day, tuple(kpis), all(each is not None and each >= 1 for each in fractions))


def _seen(view: View, part: VisiblePart, flags: FlagsOfLanes) -> Iterator[tuple[PlacedLane, KpiFlag, float]]:
    if not flags:
        return
    days = view.days(_MARGIN)
    for lane in part.open_lanes:
        index = flags.get(lane.lane.index)
        if index is not None:
            for _, flag in index.touching(days):
                yield lane, flag, _pole_x(view, flag.day)


def _line_pen(theme: Theme) -> QPen:
    pen = hairline_pen(theme.text_disabled)
    pen.setDashPattern([1.0, 3.0])
    return pen


def _paint_flag(painter: QPainter, theme: Theme, top: QPointF, flag: KpiFlag, today: date) -> None:
    """It flies to the left: its day ends at the pole."""
    state = flag.state(today)
    colour = {FlagState.REACHED: theme.good, FlagState.MISSED: theme.error}.get(state, theme.text_muted)
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(QPointF(top.x(), top.y()), QPointF(top.x(), top.y() + _POLE))
    painter.setPen(QPen(colour, 1.2))
    for behind in reversed(range(min(len(flag.kpis), _MOST_SHOWN))):
        cloth = _cloth(top, behind * _STEP)
        painter.setBrush(colour if state is FlagState.REACHED else theme.surface)
        painter.drawPolygon(cloth)
    if state is FlagState.MISSED:
        _paint_cross(painter, colour, QPointF(top.x() - _FLAG[0] * 0.45, top.y() + _FLAG[1] / 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _cloth(top: QPointF, behind: float) -> QPolygonF:
    width, height = _FLAG
    x, y = top.x() - behind, top.y()
    return QPolygonF(
        [
            QPointF(x, y),
            QPointF(x - width, y),
            QPointF(x - width + 2.5, y + height / 2),
            QPointF(x - width, y + height),
            QPointF(x, y + height),
        ]
    )


def _paint_cross(painter: QPainter, colour: QColor, middle: QPointF) -> None:
    painter.setPen(QPen(colour, 1.2))
    for x in (-1.8, 1.8):
        painter.drawLine(middle + QPointF(-x, -1.8), middle + QPointF(x, 1.8))
