"""A picture of a whole timeline: laid out once, then painted on dots or written as an SVG."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from campaignplanner.domain.days import Span
from campaignplanner.domain.direction import set_apart
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.formats import span_text
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.tasks import Steps, at_once
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.content import TimelineContent
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.picture.drawn import DrawnBars, DrawnGlyphs
from campaignplanner.ui.timeline.picture.legend import Contains, PictureLegend
from campaignplanner.ui.timeline.picture.pieces import count_of_pieces, in_pieces, painted_in_pieces
from campaignplanner.ui.timeline.shown import Shown
from campaignplanner.ui.timeline.sights import Wanted
from campaignplanner.ui.timeline.spend_painter import strip_height
from campaignplanner.ui.timeline.stage import Stage
from campaignplanner.ui.timeline.view import Regions, View
from campaignplanner.ui.timeline.words import one_line, translate
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
_FEW = 300
"""Flights up to which a picture is made between two frames."""
_LAYING_OUT = 0.2
"""How much of the work it is to lay it out, about."""


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
    """Exactly the days of a campaign with the lanes that are shown, in light colours whatever the theme is.

    Making it takes long where there is much of it: what takes long comes in ``Steps``, and the properties and
    methods without do all of them at once.

    Args:
        plan: what to show; it has to name at least one day.
        wanted: holidays, and what changed since approval where that is shown.
        today: the day that counts as today.
        shown: by what lanes are made, which are collapsed and what is left out. Bars have their usual height.
        left_out: what is left out, in words; empty where nothing is.
        before: what a window shows of the same plan; what has not to be worked out again is taken over.
    """

    def __init__(
        self,
        plan: Plan,
        wanted: Wanted,
        today: date,
        shown: Shown = Shown(),  # noqa: B008 - frozen
        *,
        left_out: str = "",
        before: TimelineContent | None = None,
    ) -> None:
        self._ink = Ink(Theme.light())
        aim_width = round(self._ink.small_metrics.averageCharWidth() * _AIM_LETTERS)
        self._content = TimelineContent(plan, self._ink, aim_width, shown.at_density(1.0), before)
        self._today = today
        self._left_out = left_out
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
        self._laid_out: tuple[View, PictureLegend] | None = None

    @property
    def is_small(self) -> bool:
        """Whether all of it is made in no time."""
        return len(self._content.plan.flights) <= _FEW

    @property
    def size(self) -> QSize:
        """In logical pixels."""
        regions = self.view.regions
        return QSize(ceil(regions.width), ceil(regions.height + self.legend.height))

    @property
    def view(self) -> View:
        """Where days and heights lie in the picture."""
        return self._layout[0]

    @property
    def legend(self) -> PictureLegend:
        """What explains it."""
        return self._layout[1]

    def dots(self, ratio: float = USUAL_RATIO) -> Dots:
        """The picture as dots, at a smaller ratio where it would be larger than programs can show."""
        return at_once(self.dots_in_steps(ratio))

    def dots_in_steps(self, ratio: float = USUAL_RATIO) -> Steps[Dots]:
        """The same, step by step."""
        yield from self._lay_out()
        width, height = self.size.width(), self.size.height()
        ratio = min(ratio, LONGEST_SIDE / max(width, height), sqrt(MOST_DOTS / (width * height)))
        image = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self._ink.theme.surface)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        yield from self._paint(painter)
        return Dots(image, ratio)

    def svg(self) -> bytes:
        """The picture as an SVG in which texts are texts."""
        return at_once(self.svg_in_steps())

    def svg_in_steps(self) -> Steps[bytes]:
        """The same, step by step."""
        from PySide6.QtSvg import QSvgGenerator

        yield from self._lay_out()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(self.size)
        generator.setViewBox(QRect(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(one_line(self._content.plan.campaign.title))
        painter = QPainter(generator)
        painter.fillRect(QRect(0, 0, self.size.width(), self.size.height()), self._ink.theme.surface)
        yield from self._paint(painter)
        return bytes(buffer.data().data())

    # -- laying out ----------------------------------------------------------------------------------

    @property
    def _layout(self) -> tuple[View, PictureLegend]:
        if self._laid_out is None:
            at_once(self._lay_out())
        if self._laid_out is None:
            raise ValueError(self._content.plan.campaign.id)
        return self._laid_out

    def _lay_out(self) -> Steps[None]:
        """Finds out how wide it gets and what there is to explain."""
        if self._laid_out is not None:
            return
        regions, scale = self._regions(_MOST_RIGHT), self._scale
        widest = View(regions, scale, 0, 0)
        part = self._stage.part(widest)
        contains = Contains()
        end, reach = scale.width_of(self.days), 0.0
        for done, tracks in enumerate(in_pieces(part.tracks)):
            for seen in tracks:
                places = self._stage.label_places(widest, seen)
                reach = max([reach, *(place.x + place.width for place in places)])
                contains.look_at(self._content, seen)
            yield _LAYING_OUT * done / (done + 20)
        right = min(_MOST_RIGHT, max(_RIGHT, reach - end + 8))
        view = View(self._regions(right), scale, 0, 0)
        legend = PictureLegend(
            self._content, self._stage.sights, self._ink, view.regions.width, contains, self._left_out
        )
        self._laid_out = view, legend

    @property
    def _scale(self) -> TimeScale:
        room = (_USUAL_WIDTH - self._content.aim_width) / self.days.days
        return TimeScale(self.days.first_day, min(max(room, _LEAST_PER_DAY), _MOST_PER_DAY))

    def _regions(self, right: float) -> Regions:
        aim_width = self._content.aim_width
        header = round(self._ink.small_metrics.height() * _HEADER_LINES)
        spend = strip_height(self._ink)
        height = header + self._content.layout.height + spend
        return Regions(aim_width + self._scale.width_of(self.days) + right, height, aim_width, header, spend)

    # -- painting ------------------------------------------------------------------------------------

    def _paint(self, painter: QPainter) -> Steps[None]:
        """Paints all of it, in logical pixels, and puts the painter down whatever happens."""
        try:
            regions = self.view.regions
            count = count_of_pieces(self._stage.part(self.view))
            for done, _ in enumerate(painted_in_pieces(self._stage, painter, self.view, self._today)):
                yield _LAYING_OUT + (1 - _LAYING_OUT) * done / count
            self._paint_title(painter)
            self.legend.paint(painter, QRectF(0, regions.height, regions.width, self.legend.height))
        finally:
            painter.end()

    def _paint_title(self, painter: QPainter) -> None:
        """The campaign by its title and its days, in the corner where the window has its controls."""
        ink, campaign = self._ink, self._content.plan.campaign
        room = self.view.regions.aim_width - 40
        titles = wrapped(one_line(campaign.title), ink.strong_font, room, 1)
        days = span_text(self.days.first_day, self.days.last_day)
        under = " · ".join(part for part in (set_apart(one_line(campaign.brand)), days) if part)
        painter.setFont(ink.strong_font)
        painter.setPen(ink.text)
        y = 8 + ink.strong_metrics.ascent()
        painter.drawText(QPointF(20, y), directed(titles[0]) if titles else "")
        painter.setFont(ink.small_font)
        painter.setPen(ink.muted)
        elided = ink.small_metrics.elidedText(under, Qt.TextElideMode.ElideRight, room)
        y += 4 + ink.small_metrics.height()
        painter.drawText(QPointF(20, y), directed(elided))
        if self._left_out:
            y += ink.small_metrics.height()
            painter.drawText(QPointF(20, y), self._count_text())

    def _count_text(self) -> str:
        """How many of all activities are shown."""
        content = self._content
        everything = len(content.plan.activities)
        words = translate("Timeline", "%1 of %2 activities shown")
        return words.replace("%1", str(everything - content.arrangement.hidden)).replace(
            "%2", str(everything)
        )
