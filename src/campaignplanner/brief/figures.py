"""The drawing of the timeline: the numbers of `planning.timeline_layout`, in points, page by page.

Nothing is laid out here: lanes, tracks, bars, bridges and labels are where the window has them too. What is
added is what paper needs: a scale that fits the page, sheets that are cut between tracks, texts cut to size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from campaignplanner.brief.context import BriefContext
from campaignplanner.brief.fonts import text_width
from campaignplanner.brief.lane_labels import LaneLabels
from campaignplanner.brief.lettering import elided
from campaignplanner.brief.options import Paper
from campaignplanner.brief.paths import Point, arrow, line, rounded, s_curve, short, square
from campaignplanner.brief.spend_drawing import SPEND_HEIGHT, spend_drawing
from campaignplanner.domain.activity import Side
from campaignplanner.domain.days import DAYS_PER_WEEK, Span, weeks_of
from campaignplanner.planning.timeline_layout import (
    Bar,
    LabelMetrics,
    LabelPlace,
    LabelWhere,
    LayoutMetrics,
    PlacedBridge,
    TimelineLayout,
    VisibleTrack,
    bridge_ends,
    glyph_places,
    label_places,
    place,
    visible,
)
from campaignplanner.planning.timescale import HeaderRow, HeaderSpacing, Tick, TickKind, TickLabel, TimeScale

Numbers = dict[str, Any]

MARGINS_ACROSS = 73.0
"""Of a page that lies on its side, in points: 13 mm on either side."""
NOT_FOR_LANES = 152.0
"""What margins, heading, legend, ruler and notes take of the height of such a page."""
LABEL_COLUMN = 152.0
RULER_HEIGHT = 27.0
DENSITIES = (1.25, 1.0, 0.93, 0.86)
"""Tried in this order to keep the timeline on one sheet; the last still has labels of 6 pt."""
SPACIOUS = 0.55
"""A timeline is set larger than usual only while it leaves room for the key below."""
GLYPH_WIDTH = 11.5
GLYPH_HEIGHT = 11.2
DIGIT_WIDTH = 3.8
RING = 5.2
LABEL_SIZE = 7.0
LARGEST_LABEL = 7.6
"""The names of activities are not set larger than those of the aims beside them, whatever the room."""
EDGE = 2.0
"""How wide the leading edge of an offline bar is, in points."""
ROOM_OF_TODAY = 42.0
"""What the word beside today's line takes at most, in points."""
RULER_SPACING = HeaderSpacing(
    day=13.0,
    short_month=22.0,
    month=46.0,
    month_and_year=70.0,
    quarter=16.0,
    quarter_and_year=44.0,
    year=24.0,
)
LEAST_WEEK_WITH_NUMBER = 34.0
"""Points that a week must have so that its number stands beside its Monday."""
SHORTEST_TIMELINE = 2 * DAYS_PER_WEEK


@dataclass(frozen=True, slots=True)
class _Paper:
    """The measures of one density, in points."""

    density: float

    @property
    def label_size(self) -> float:
        return min(LABEL_SIZE * self.density, LARGEST_LABEL)

    def layout_metrics(self, least_height: float) -> LayoutMetrics:
        density = self.density
        return LayoutMetrics(
            bar_height=13.0 * density,
            track_gap=3.5 * density,
            waterline_gap=9.5 * density,
            lane_padding=7.5 * density,
            least_lane_height=least_height,
            least_unaimed_height=30.0 * density,
        )

    @property
    def label_metrics(self) -> LabelMetrics:
        return LabelMetrics(padding=5.0, gap=3.0, least_width=14.0, least_bar_width=2.5)


def timeline_drawing(context: BriefContext) -> Numbers | None:
    """The timeline as numbers for the template, sheet by sheet; None while nothing has dates."""
    span = context.arrangement.span
    if span is None:
        return None
    campaign_span = context.plan.dated_span()
    shown = span if campaign_span is None else span.joined(campaign_span)
    return _Drawing(context, _whole_weeks(shown)).numbers()


def sheet_size(paper: Paper) -> tuple[float, float]:
    """The width of a drawing with its labels, and what there is for lanes on one sheet, in points."""
    height, width = paper.size
    return round(width - MARGINS_ACROSS, 1), round(height - NOT_FOR_LANES, 1)


def _whole_weeks(span: Span) -> Span:
    weeks = list(weeks_of(span))
    whole = Span(weeks[0].first_day, weeks[-1].last_day)
    if whole.days >= SHORTEST_TIMELINE:
        return whole
    last = min(whole.first_day.toordinal() + SHORTEST_TIMELINE - 1, date.max.toordinal())
    return Span(whole.first_day, date.fromordinal(last))


class _Drawing:
    """One timeline on its way to paper."""

    def __init__(self, context: BriefContext, days: Span) -> None:
        self._context = context
        self._days = days
        self._width, self._height = sheet_size(context.options.paper)
        self._chart_width = self._width - LABEL_COLUMN
        self._scale = TimeScale(days.first_day, self._chart_width / days.days)
        self._labels = LaneLabels(context, LABEL_COLUMN - 16)
        self._paper = _Paper(DENSITIES[0])
        self._layout = self._placed()
        self._spend = spend_drawing(context, self._scale, days)
        room = self._height - (0 if self._spend is None else SPEND_HEIGHT)
        for density in DENSITIES[1:]:
            if self._layout.height <= room * (SPACIOUS if self._paper.density > 1 else 1):
                break
            self._paper = _Paper(density)
            self._layout = self._placed()

    def numbers(self) -> Numbers:
        rows = self._scale.header(self._days.first_day, self._days.last_day, RULER_SPACING)
        windows = self._windows()
        sheets = [
            {**self._sheet(index, *window), "map": self._page_map(windows, index)}
            for index, window in enumerate(windows)
        ]
        return {
            "width": self._width,
            "label_column": LABEL_COLUMN,
            "ruler_height": RULER_HEIGHT,
            "bar_height": short(self._layout.metrics.bar_height),
            "label_size": short(self._paper.label_size),
            "ruler": [self._ruler_row(row) for row in rows],
            "shows_weeks": rows[-1].kind is TickKind.WEEK,
            "today": self._today(),
            "today_at_left": self._is_at_the_right(self._context.today),
            "spend": self._spend,
            "spend_alone": self._spend is not None and self._height_left(sheets) < SPEND_HEIGHT,
            "sheets": sheets,
        }

    def _placed(self) -> TimelineLayout:
        metrics = self._paper.layout_metrics(self._labels.height)
        return place(self._context.arrangement, metrics)

    # -- the ruler ---------------------------------------------------------------------------------------

    def _ruler_row(self, row: HeaderRow) -> Numbers:
        ticks = [
            {
                "x": short(tick.x),
                "text": self._tick_text(tick),
                "iso": self._iso(row, tick),
                "line": tick.whole,
            }
            for tick in row.ticks
        ]
        return {"kind": row.kind.value, "ticks": ticks}

    def _iso(self, row: HeaderRow, tick: Tick) -> str:
        """The number of a week beside its Monday, where there is room for both."""
        has_room = self._scale.pixels_per_day * DAYS_PER_WEEK >= LEAST_WEEK_WITH_NUMBER
        if row.kind is not TickKind.WEEK or not has_room:
            return ""
        return self._context.words.say("week_number", number=tick.first_day.isocalendar().week)

    def _tick_text(self, tick: Tick) -> str:
        formats, day = self._context.formats, tick.first_day
        quarter = f"Q{(day.month + 2) // 3}"
        match tick.label:
            case None:
                return ""
            case TickLabel.YEAR:
                return str(day.year)
            case TickLabel.QUARTER:
                return quarter
            case TickLabel.QUARTER_AND_YEAR:
                return f"{quarter} {day.year}"
            case TickLabel.MONTH_AND_YEAR:
                return formats.month_and_year(day)
            case TickLabel.MONTH:
                return formats.month(day)
            case TickLabel.SHORT_MONTH:
                return formats.short_month(day)
            case TickLabel.DAY | TickLabel.LETTER_AND_DAY | TickLabel.WEEKDAY_AND_DAY:
                return str(day.day)  # the brief gives no width for weekdays, so none is asked for

    def _today(self) -> float | None:
        today = self._context.today
        return short(self._scale.x_of_day(today)) if self._days.contains(today) else None

    def _is_at_the_right(self, day: date) -> bool:
        """Tell whether what stands beside a day has more room on its left."""
        return self._scale.x_of_day(day) > self._chart_width - ROOM_OF_TODAY

    def _height_left(self, sheets: list[Numbers]) -> float:
        """What the last sheet leaves below its lanes."""
        return self._height - float(sheets[-1]["height"])

    # -- sheets ------------------------------------------------------------------------------------------

    def _windows(self) -> list[tuple[float, float]]:
        """Cut the layout into sheets: between lanes where that is possible, else between two tracks."""
        cuts = [0.0]
        for lane in self._layout.lanes:
            if lane.bottom - cuts[-1] <= self._height:
                continue
            if lane.top > cuts[-1]:
                cuts.append(lane.top)
            while lane.bottom - cuts[-1] > self._height:
                cuts.append(self._cut_within(cuts[-1]))
        return list(pairwise([*cuts, self._layout.height]))

    def _page_map(self, windows: list[tuple[float, float]], here: int) -> Numbers | None:
        """Which of several sheets one is; None where it is the only one."""
        if len(windows) == 1:
            return None
        formats = self._context.formats
        sheet, sheets = formats.number(here + 1), formats.number(len(windows))
        return {
            "text": self._context.words.say("sheet_of", sheet=sheet, sheets=sheets),
            "parts": [round((bottom - top) / self._layout.height, 4) for top, bottom in windows],
            "here": here,
        }

    def _cut_within(self, top: float) -> float:
        """The lowest cut above the foot of a sheet that goes through no bar."""
        part = visible(self._layout, top, top + self._height, self._days.first_day, self._days.last_day)
        limit = top + self._height
        metrics = self._layout.metrics
        edges = [each.top - metrics.track_gap / 2 for each in part.tracks]
        edges += [each.top + metrics.bar_height + metrics.track_gap / 2 for each in part.tracks]
        return max((edge for edge in edges if top + metrics.bar_height < edge <= limit), default=limit)

    def _sheet(self, index: int, top: float, bottom: float) -> Numbers:
        part = visible(self._layout, top, bottom, self._days.first_day, self._days.last_day)
        middle = self._layout.metrics.bar_height / 2
        tracks = [track for track in part.tracks if top < track.top + middle < bottom]
        glyphs = glyph_places(self._context.arrangement.bridges, self._scale, 4.0, self._glyph_width())
        placed_lanes = [lane for lane in part.lanes if lane.top < bottom and lane.bottom > top]
        return {
            "height": short(bottom - top),
            "alt": self._labels.alt(placed_lanes, self._days, first=index == 0),
            "lanes": [self._labels.numbers(lane, top, bottom) for lane in placed_lanes],
            "shapes": self._shapes(tracks, top),
            "labels": [label for track in tracks for label in self._bar_labels(track, top)],
            "bridges": [
                self._bridge(each, glyphs[each.path.number], top, bottom)
                for each in part.bridges
                if any(top <= y <= bottom for y in (each.source_y, each.glyph_y, each.target_y))
            ],
        }

    def _glyph_width(self) -> float:
        """Room for the longest number of a bridge."""
        digits = len(str(len(self._context.arrangement.bridges)))
        return GLYPH_WIDTH + max(0, digits - 2) * DIGIT_WIDTH

    def _shapes(self, tracks: Iterable[VisibleTrack], top: float) -> dict[str, dict[str, str]]:
        """For each side the bars, those only mentioned, the leading edges and the lines between bars."""
        shapes = {side.value: dict.fromkeys(("lines", "ghosts", "bars", "edges"), "") for side in Side}
        height = self._layout.metrics.bar_height
        for track in tracks:
            y, of_side = track.top - top, shapes[track.track.side.value]
            for each in track.hairlines:
                x0, x1 = self._scale.x_of_day(each.first_day), self._scale.x_after(each.last_day)
                of_side["lines"] += line(x0, x1, y + height / 2)
            for bar in track.bars:
                self._add_bar(shapes[bar.side.value], bar, y, height)
        return shapes

    def _add_bar(self, shapes: dict[str, str], bar: Bar, y: float, height: float) -> None:
        x = self._scale.x_of_day(bar.first_day)
        least = self._paper.label_metrics.least_bar_width
        width = max(least, self._scale.width_of(Span(bar.first_day, bar.last_day)))
        is_online = bar.side is Side.ONLINE
        path = rounded(x, y, width, height) if is_online else square(x, y, width, height)
        if bar.ghost or self._context.is_cancelled(self._context.plan.activities[bar.activity_id]):
            shapes["ghosts"] += path
            return
        shapes["bars"] += path
        if not is_online:
            shapes["edges"] += square(x, y, min(EDGE, width), height)

    def _bar_labels(self, track: VisibleTrack, top: float) -> list[Numbers]:
        metrics = self._paper.label_metrics
        # What would stick out at the right stands before its bar, where that leaves it whole.
        right = self._chart_width
        places = label_places(
            track, self._scale, self._width_of, metrics, left_edge=0.0, right_edge=right, turning=right - 0.01
        )
        return [self._bar_label(each, track.top - top) for each in places]

    def _bar_label(self, label: LabelPlace, y: float) -> Numbers:
        activity = self._context.plan.activities[label.bar.activity_id]
        text = elided(self._title(activity.id), self._paper.label_size, label.width)
        return {
            "x": short(label.x),
            "y": short(y),
            "text": text,
            "beside": label.where is LabelWhere.BESIDE,
            "ghost": label.bar.ghost,
            "cancelled": self._context.is_cancelled(activity),
        }

    def _width_of(self, activity_id: str) -> float:
        return text_width(self._title(activity_id), self._paper.label_size) * 1.01

    def _title(self, activity_id: str) -> str:
        return " ".join(self._context.printed(self._context.plan.activities[activity_id].title).split())

    def _bridge(self, placed: PlacedBridge, glyph_x: float, top: float, bottom: float) -> Numbers:
        path = placed.path
        is_here = top <= placed.glyph_y <= bottom
        x, y = _within(glyph_x, self._glyph_width(), self._chart_width), placed.glyph_y - top
        if is_here:
            y = _within(y, GLYPH_HEIGHT, bottom - top)
        source_x, target_x = bridge_ends(path, self._scale, 4.0)
        state = self._context.judgements[path.bridge_id].state.value
        glyph, target = (short(x), short(y)), (short(target_x), short(placed.target_y - top))
        return {
            "number": self._context.formats.number(path.number) if is_here else "",
            "state": state,
            "curve": s_curve((short(source_x), short(placed.source_y - top)), glyph, target),
            "arrow": arrow(glyph, target),
            "ring": self._ring(path.number, glyph) if is_here else "",
            "glyph": list(glyph),
        }

    def _ring(self, number: int, middle: Point) -> str:
        """Around a number of a bridge: wider for a long one, rather than small type in it."""
        half = RING + max(0, len(str(number)) - 2) * DIGIT_WIDTH / 2
        return rounded(middle[0] - half, middle[1] - RING, 2 * half, 2 * RING)


def _within(middle: float, size: float, room: float) -> float:
    """Where the number of a bridge stands whole, also one that lies at the edge of the sheet."""
    return min(max(middle, size / 2), room - size / 2)
