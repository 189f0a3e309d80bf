"""Days that are not like others: weekends, public holidays, and those before and after the campaign."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from campaignplanner.domain.campaign import Campaign
from campaignplanner.planning.day_index import DayIndex
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.ink import Ink, hairline_pen
from campaignplanner.ui.timeline.view import View

_SATURDAY = 5
_DAYS_PER_WEEK = 7
_WEEKENDS_FROM = 6.0
"""Pixels per day from which weekends can be told apart; below they would only be noise."""
_HOLIDAYS_FROM = 2.5
_MARK = 4.0

Band = tuple[QRectF, QColor]


def day_bands(theme: Theme, view: View, campaign: Campaign, holidays: DayIndex[str]) -> list[Band]:
    """The grounds of the days in view that are not like others, from far to near."""
    lanes = view.regions.lanes
    bands = [
        (QRectF(left, lanes.top(), right - left, lanes.height()), _outside(theme))
        for left, right in _outside_stretches(view, campaign)
    ]
    scale = view.scale.pixels_per_day
    if scale >= _WEEKENDS_FROM:
        bands.extend((_band(view, day, 2), theme.surface_raised) for day in _saturdays(view))
    if scale >= _HOLIDAYS_FROM:
        shade = _holiday(theme)
        bands.extend((_band(view, span.first_day, 1), shade) for span, _ in holidays.touching(view.days()))
    return bands


def paint_campaign_ends(painter: QPainter, ink: Ink, view: View, campaign: Campaign) -> None:
    """Paints the lines at which the campaign begins and ends, through all lanes."""
    lanes = view.regions.lanes
    xs = [x for x, _ in campaign_ends(view, campaign)]
    if xs:
        pen = hairline_pen(ink.theme.text_muted)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawLines([QLineF(x, lanes.top(), x, lanes.bottom()) for x in xs])


def paint_ruler_marks(
    painter: QPainter, ink: Ink, view: View, campaign: Campaign, holidays: DayIndex[str]
) -> None:
    """Paints into the ruler a sign at each public holiday, and where the campaign begins and ends."""
    header = view.regions.header
    painter.save()
    painter.setClipRect(header)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    bottom = header.bottom() - 1
    painter.setBrush(ink.theme.both)
    can_tell_apart = view.scale.pixels_per_day >= _HOLIDAYS_FROM
    for span, _ in holidays.touching(view.days(_MARK)) if can_tell_apart else ():
        middle = (view.x(span.first_day) + view.x_after(span.first_day)) / 2
        painter.drawPolygon(_diamond(QPointF(middle, bottom - _MARK - 0.5)))
    painter.setBrush(ink.theme.text)
    for x, is_start in campaign_ends(view, campaign):
        painter.drawPolygon(_wedge(QPointF(x, bottom), is_start))
    painter.restore()


def campaign_ends(view: View, campaign: Campaign) -> list[tuple[float, bool]]:
    """Where the campaign begins (True) and ends (False), as far as that is known and in view."""
    ends: list[tuple[float, bool]] = []
    if campaign.first_day is not None:
        ends.append((round(view.x(campaign.first_day)), True))
    if campaign.last_day is not None:
        ends.append((round(view.x_after(campaign.last_day)), False))
    lanes = view.regions.lanes
    return [(x, is_start) for x, is_start in ends if lanes.left() - 1 <= x <= lanes.right() + 1]


def _outside_stretches(view: View, campaign: Campaign) -> list[tuple[float, float]]:
    lanes = view.regions.lanes
    stretches: list[tuple[float, float]] = []
    if campaign.first_day is not None:
        stretches.append((lanes.left(), min(lanes.right(), round(view.x(campaign.first_day)))))
    if campaign.last_day is not None:
        stretches.append((max(lanes.left(), round(view.x_after(campaign.last_day))), lanes.right()))
    return [(left, right) for left, right in stretches if right > left]


def _saturdays(view: View) -> list[date]:
    days = view.days(2 * view.scale.pixels_per_day)
    first = days.first_day.toordinal()
    first += (_SATURDAY - days.first_day.weekday()) % _DAYS_PER_WEEK
    ordinals = range(first, days.last_day.toordinal() + 1, _DAYS_PER_WEEK)
    return [date.fromordinal(each) for each in ordinals]


def _band(view: View, first_day: date, days: int) -> QRectF:
    lanes = view.regions.lanes
    left = round(view.x(first_day))
    right = round(view.x(first_day) + days * view.scale.pixels_per_day)
    left, right = max(left, round(lanes.left())), max(right, left + 1)
    return QRectF(left, lanes.top(), max(0, right - left), lanes.height())


def _outside(theme: Theme) -> QColor:
    return theme.surface_raised


def _holiday(theme: Theme) -> QColor:
    shade = QColor(theme.both)
    shade.setAlphaF(0.11)
    return shade


def _diamond(middle: QPointF) -> QPolygonF:
    half = _MARK * 0.8
    return QPolygonF(
        [middle + QPointF(x, y) for x, y in ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))]
    )


def _wedge(foot: QPointF, is_start: bool) -> QPolygonF:
    """A triangle that stands at the line and points into the campaign."""
    reach = 5.0 if is_start else -5.0
    return QPolygonF([foot, foot + QPointF(0, -7), foot + QPointF(reach, -3.5)])
