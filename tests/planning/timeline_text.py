"""Draws a timeline as text from nothing but the numbers of the layout, so that goldens can be read.

One character is one day, one line is as high as a bar. ``(===)`` is an online bar, ``[===]`` an offline one,
ghosts have ``:`` instead of ``=``, hairlines are ``-``, waterlines ``~``, and a bridge's number stands where
its glyph does. The key below gives each bridge with the bars and days that it joins.
"""

from __future__ import annotations

from datetime import date, timedelta

from campaignplanner.domain.activity import Side
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.timeline_layout import (
    Arrangement,
    Bar,
    BridgePath,
    LabelMetrics,
    LayoutMetrics,
    PlacedLane,
    TimelineLayout,
    VisiblePart,
    VisibleTrack,
    arrange,
    glyph_places,
    label_places,
    place,
    visible,
)
from campaignplanner.planning.timescale import TimeScale

METRICS = LayoutMetrics(
    bar_height=1,
    track_gap=0,
    waterline_gap=0.5,
    lane_padding=1,
    least_lane_height=5,
    least_unaimed_height=3,
)
LABELS = LabelMetrics(padding=1, gap=1, least_width=4)
ONE_DAY = timedelta(days=1)


def timeline_text(plan: Plan) -> str:
    arrangement = arrange(plan)
    layout = place(arrangement, METRICS)
    drawing = _drawing(plan, layout) if arrangement.span is not None else _empty_drawing(plan, layout)
    return "\n".join([*drawing, "", *_key(plan, arrangement), *_tray(plan, arrangement)]).rstrip() + "\n"


class _Page:
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self._lines = [[" "] * width for _ in range(height)]

    def write(self, x: float, y: float, text: str) -> None:
        line = self._lines[int(y)]
        for offset, character in enumerate(text):
            if 0 <= int(x) + offset < len(line):
                line[int(x) + offset] = character

    def lines(self) -> list[str]:
        return ["".join(line).rstrip() for line in self._lines]


def _drawing(plan: Plan, layout: TimelineLayout) -> list[str]:
    span = layout.arrangement.span
    assert span is not None
    scale = TimeScale(span.first_day - ONE_DAY, 1)
    page = _Page(max(40, span.days + 2), int(layout.height))
    part = visible(layout, 0, layout.height, span.first_day, span.last_day)
    for lane in part.lanes:
        _draw_lane(page, plan, lane)
    for track in part.tracks:
        _draw_track(page, plan, scale, track)
    _draw_glyphs(page, scale, layout.arrangement, part)
    return [f"from {span.first_day} to {span.last_day}", *page.lines()]


def _empty_drawing(plan: Plan, layout: TimelineLayout) -> list[str]:
    page = _Page(40, int(layout.height))
    for lane in layout.lanes:
        _draw_lane(page, plan, lane)
    return ["without days", *page.lines()]


def _draw_lane(page: _Page, plan: Plan, placed: PlacedLane) -> None:
    aim_id = placed.lane.aim_id
    page.write(0, placed.top, "No aim yet" if aim_id is None else plan.aims[aim_id].statement)
    if placed.shows_waterline:
        page.write(0, placed.waterline, "~" * 1000)


def _draw_track(page: _Page, plan: Plan, scale: TimeScale, seen: VisibleTrack) -> None:
    for hairline in seen.hairlines:
        days = (hairline.last_day - hairline.first_day).days + 1
        page.write(scale.x_of_day(hairline.first_day), seen.top, "-" * days)
    for bar in seen.bars:
        page.write(scale.x_of_day(bar.first_day), seen.top, _bar_text(bar))
    titles = {activity.id: activity.title for activity in plan.activities.values()}
    for label in label_places(seen, scale, lambda found: len(titles[found]), LABELS, right_edge=page.width):
        title = titles[label.bar.activity_id]
        page.write(label.x, seen.top, title[: int(label.width) - 1] + "…" if label.elided else title)


def _bar_text(bar: Bar) -> str:
    days = (bar.last_day - bar.first_day).days + 1
    start, end = "()" if bar.side is Side.ONLINE else "[]"
    filling = (":" if bar.ghost else "=") * (days - 2)
    return f"{start}{filling}{end}" if days > 1 else "o"


def _draw_glyphs(page: _Page, scale: TimeScale, arrangement: Arrangement, part: VisiblePart) -> None:
    places = glyph_places(arrangement.bridges, scale, 0, 1)
    for bridge in part.bridges:
        page.write(places[bridge.path.number], bridge.glyph_y, str(bridge.path.number))


def _key(plan: Plan, arrangement: Arrangement) -> list[str]:
    key = [_bridge_line(plan, path) for path in arrangement.bridges]
    for bridge_id in arrangement.open_bridge_ids:
        bridge = plan.bridges[bridge_id]
        ends = plan.activities[bridge.source_id].title, plan.activities[bridge.target_id].title
        key.append(f"open: {ends[0]} {bridge.pattern.value} {ends[1]}")
    return key


def _bridge_line(plan: Plan, path: BridgePath) -> str:
    source, target = plan.activities[path.source.activity_id], plan.activities[path.target.activity_id]
    pattern = plan.bridges[path.bridge_id].pattern.value
    leaves = _moment(path.source_day, path.source_at_end)
    arrives = _moment(path.target_day, path.target_at_end)
    where = "halfway" if path.waterline is None else f"waterline {path.waterline}"
    return f"{path.number} {source.title} ({leaves}) {pattern} {target.title} ({arrives}), {where}"


def _moment(day: date, at_end: bool) -> str:
    return f"{'end' if at_end else 'start'} of {day}"


def _tray(plan: Plan, arrangement: Arrangement) -> list[str]:
    return [
        f"undated: {plan.activities[item.activity_id].title}, {item.side.value}, lane {item.lane}"
        for item in arrangement.tray
    ]
