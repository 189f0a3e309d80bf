"""A picture of a whole timeline: laid out once, then painted on dots or written as an SVG."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_lanes import Grouping
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.picture.drawn import DrawnBars, DrawnGlyphs
from campaignplanner.ui.timeline.picture.legend import PictureLegend
from campaignplanner.ui.timeline.shown import Shown
from campaignplanner.ui.timeline.sights import Wanted
from campaignplanner.ui.timeline.spend_painter import strip_height
from campaignplanner.ui.timeline.stage import Stage
from campaignplanner.ui.timeline.view import Regions, View
from campaignplanner.ui.timeline.words import one_line
from campaignplanner.ui.timeline.wrapping import wrapped

USUAL_RATIO = 2.0
MOST_DOTS = 60_000_000
"""Of a picture in all: a quarter of a gigabyte while it is made."""
LONGEST_SIDE = 16_000
"""Dots; what shows pictures often takes no longer ones."""

_USUAL_WIDTH = 1440.0
_LEAST_PER_DAY, _MOST_PER_DAY = 2.4, 16.0
_AIM_LETTERS = 41
_HEADER_LINES = 4.1
_RIGHT = 28.0
_MOST_RIGHT = 320.0


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture of dots.

    Attributes:
        image: the dots.
        ratio: how many of them along a line of one logical pixel.
    """

    image: QImage
    ratio: float

    @property
    def is_smaller(self) -> bool:
        """Whether it had to be made smaller than usual, to stay within what programs can show."""
        return self.ratio < USUAL_RATIO - 0.005


class TimelinePicture:
    """Exactly the days of a campaign with all its lanes, in light colours, whatever the window shows.

    Args:
        plan: what to show; it has to name at least one day.
        wanted: holidays, and what changed since approval where that is shown.
        today: the day that counts as today.
        grouping: by what lanes are made. All of them are in the picture and none is collapsed.
    """

    def __init__(self, plan: Plan, wanted: Wanted, today: date, grouping: Grouping = Grouping.AIM) -> None:
        self._ink = Ink(Theme.light())
        aim_width = round(self._ink.small_metrics.averageCharWidth() * _AIM_LETTERS)
        self._content = TimelineContent(plan, self._ink, aim_width, Shown(grouping))
        self._today = today
        days = self._content.known_days()
        if days is None:
            raise ValueError(plan.campaign.id)
        self.days: Span = days
        self._stage = Stage(self._content, self._ink, 1.0)
        self._stage.draw_for_paper(
            DrawnBars(self._ink.theme, self._content.layout.metrics.bar_height),
            DrawnGlyphs(self._ink.theme.surface),
        )
        self._stage.sights.wanted = Wanted(holidays=wanted.holidays, since=wanted.since)
        self._view = self._laid_out()
        width = self._view.regions.width
        self.legend = PictureLegend(self._content, self._stage.sights, self._ink, width)

    @property
    def size(self) -> QSize:
        """In logical pixels."""
        regions = self._view.regions
        return QSize(ceil(regions.width), ceil(regions.height + self.legend.height))

    @property
    def view(self) -> View:
        """Where days and heights lie in the picture."""
        return self._view

    def paint(self, painter: QPainter) -> None:
        """Paints all of it, in logical pixels."""
        size = self.size
        regions = self._view.regions
        painter.fillRect(QRect(0, 0, size.width(), size.height()), self._ink.theme.surface)
        self._stage.paint(painter, self._view, None, self._today)
        self._paint_title(painter)
        self.legend.paint(painter, QRectF(0, regions.height, regions.width, self.legend.height))

    def dots(self, ratio: float = USUAL_RATIO) -> Dots:
        """The picture as dots, at a smaller ratio where it would be larger than programs can show."""
        width, height = self.size.width(), self.size.height()
        ratio = min(ratio, LONGEST_SIDE / max(width, height), sqrt(MOST_DOTS / (width * height)))
        image = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self._ink.theme.surface)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.paint(painter)
        painter.end()
        return Dots(image, ratio)

    def svg(self) -> bytes:
        """The picture as an SVG in which texts are texts."""
        from PySide6.QtSvg import QSvgGenerator

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(self.size)
        generator.setViewBox(QRect(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(one_line(self._content.plan.campaign.title))
        painter = QPainter(generator)
        self.paint(painter)
        painter.end()
        return bytes(buffer.data().data())

    def _laid_out(self) -> View:
        aim_width = self._content.aim_width
        room = (_USUAL_WIDTH - aim_width) / self.days.days
        scale = TimeScale(self.days.first_day, min(max(room, _LEAST_PER_DAY), _MOST_PER_DAY))
        header = round(self._ink.small_metrics.height() * _HEADER_LINES)
        spend = strip_height(self._ink)
        height = header + self._content.layout.height + spend
        lanes = scale.width_of(self.days)
        regions = Regions(aim_width + lanes + _MOST_RIGHT, height, aim_width, header, spend)
        right = self._overhang(View(regions, scale, 0, 0))
        return View(Regions(aim_width + lanes + right, height, aim_width, header, spend), scale, 0, 0)

    def _overhang(self, view: View) -> float:
        """How far labels reach beyond the last day."""
        end = view.scale.width_of(self.days)
        ends = (
            place.x + place.width
            for seen in self._stage.part(view).tracks
            for place in self._stage.label_places(view, seen)
        )
        return min(_MOST_RIGHT, max(_RIGHT, max(ends, default=0.0) - end + 8))

    def _paint_title(self, painter: QPainter) -> None:
        """The campaign by its title and its days, in the corner where the window has its controls."""
        ink, campaign = self._ink, self._content.plan.campaign
        regions = self._view.regions
        room = regions.aim_width - 40
        titles = wrapped(one_line(campaign.title), ink.strong_font, room, 1)
        days = span_text(self.days.first_day, self.days.last_day)
        under = " · ".join(part for part in (one_line(campaign.brand), days) if part)
        painter.setFont(ink.strong_font)
        painter.setPen(ink.text)
        y = 8 + ink.strong_metrics.ascent()
        painter.drawText(QPointF(20, y), directed(titles[0]) if titles else "")
        painter.setFont(ink.small_font)
        painter.setPen(ink.muted)
        elided = ink.small_metrics.elidedText(under, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(20, y + 4 + ink.small_metrics.height()), directed(elided))
