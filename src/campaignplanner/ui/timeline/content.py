"""What the timeline shows of one plan, in one writing: made when the plan or the writing changes."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TypeAlias

from campaignplanner.domain.activity import Activity, ActivityStatus, Side
from campaignplanner.domain.days import Span, joined_spans
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.bridges import BridgeJudgement, BridgeState, judge, timing_rule
from campaignplanner.planning.timeline_heads import LaneSum, have_same_sums, lane_sums
from campaignplanner.planning.timeline_layout import (
    Arranger,
    Bar,
    BridgePath,
    LabelMetrics,
    Lane,
    LaneKey,
    LayoutMetrics,
    PlacedBridge,
    TimelineLayout,
    glyph_places,
    place,
)
from campaignplanner.planning.timeline_summary import busy_days
from campaignplanner.planning.timescale import TimeScale
from campaignplanner.ui.timeline.bridge_stubs import stubs_of
from campaignplanner.ui.timeline.head_texts import (
    LaneHead,
    collapsed_height,
    least_hint_height,
    least_lane_height,
)
from campaignplanner.ui.timeline.header_painter import spacing_of
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.lane_heads import lane_heads
from campaignplanner.ui.timeline.shown import Shown
from campaignplanner.ui.timeline.spend_strip import SpendStrip
from campaignplanner.ui.timeline.sprites import BarLook, Standing, look_of
from campaignplanner.ui.timeline.words import one_line
from campaignplanner.ui.timeline.writing import Writing

GLYPH_RADIUS = 8.5
SMALL_GLYPH_RADIUS = 6.5
"""Of a bridge within one side, whose glyph sits between two tracks and must leave their labels readable."""
BRIDGE_INSET = 8.0
WIDEST_LABEL = 480.0
_GLYPH_SPACE = 3.0
_TOLD_BY_HEADS = ("campaign", "aims", "kpis", "readings", "audiences", "own_kinds")
_NEAR_DAYS = 366
"""Today is part of what can be scrolled to when it is within a year of the campaign."""

GlyphsThen: TypeAlias = tuple[TimeScale | None, dict[int, list[BridgePath]], dict[int, float]]
_NO_GLYPHS: GlyphsThen = (None, {}, {})


class TimelineContent:
    """A plan arranged, placed and put into words for painting.

    Args:
        plan: what to show.
        ink: whose fonts give the heights and widths.
        aim_width: the width of the column of aims.
        shown: by what lanes are made, and what of the plan is shown.
        before: what was shown last; what has not changed since is taken over from it.
    """

    def __init__(
        self,
        plan: Plan,
        ink: Ink,
        aim_width: float,
        shown: Shown = Shown(),  # noqa: B008 - frozen
        before: TimelineContent | None = None,
    ) -> None:
        self.plan = plan
        self.shown = shown
        self.arranger: Arranger = Arranger() if before is None else before.arranger
        self.arrangement = self.arranger.arrange(plan, shown.grouping, shown.kept, shown.besides)
        self.sums = _sums(plan, shown, before)
        self.stubs = stubs_of(plan, self.arrangement.open_bridge_ids, self.arranger.bars_of)
        bars = self._all_bars()
        self.strip: SpendStrip = SpendStrip(
            plan, None if before is None else before.strip, None if bars is None else bars.last_day
        )
        self.aim_width = aim_width
        self.busy: dict[tuple[LaneKey, Side], tuple[Lane, tuple[Span, ...]]] = (
            {} if before is None else before.busy
        )
        self._judged: dict[str, BridgeJudgement] = {}
        self._set_aside: frozenset[str] | None = None
        self._looks: dict[str, BarLook] = {}
        self._glyph_scale: TimeScale | None = None
        self._glyph_xs: dict[int, float] = {}
        self._by_waterline: dict[int, list[BridgePath]] | None = None
        self._glyphs_then = _NO_GLYPHS if before is None else before.glyphs_now()
        self.ink: Ink = ink
        self.writing: Writing = (
            Writing(ink.label_font) if before is None or before.ink is not ink else before.writing
        )
        self._lay_out(before)

    def _heads_now(self, before: TimelineContent | None) -> dict[LaneKey, LaneHead]:
        """The heads of all lanes; those of before where nothing that they tell can have changed."""
        lanes, plan = self.arrangement.lanes, self.plan
        if (
            before is not None
            and (before.ink, before.aim_width) == (self.ink, self.aim_width)
            and before.sums is self.sums
            and before.heads.keys() == {lane.key for lane in lanes}
            and all(getattr(before.plan, each) is getattr(plan, each) for each in _TOLD_BY_HEADS)
        ):
            return before.heads
        return lane_heads(plan, lanes, self.sums, self.ink, self.aim_width)

    def _lay_out(self, before: TimelineContent | None = None) -> None:
        ink = self.ink
        self.label_metrics = label_metrics_of(ink)
        self.spacing = spacing_of(ink)
        self.heads = self._heads_now(before)
        self.layout: TimelineLayout = place(
            self.arrangement,
            self.metrics_at(self.shown.density),
            collapsed=self.shown.collapsed,
            heads={key: head.height for key, head in self.heads.items() if head.height is not None},
            before=None if before is None else before.layout,
        )
        self._labels: dict[str, str] = {} if before is None else before.labels_for(self.plan, self.writing)
        self._placed: dict[str, PlacedBridge] | None = None

    def labels_for(self, plan: Plan, writing: Writing) -> dict[str, str]:
        """The labels that hold in a later state too, written so: of activities that have not changed."""
        if writing is not self.writing:
            return {}
        labels = self._labels.copy()
        for was, _ in plan.activities.changes_since(self.plan.activities):
            if was is not None:
                labels.pop(was.id, None)
        return labels

    def metrics_at(self, density: float) -> LayoutMetrics:
        """The heights of everything in the lanes, with bars as high as a part of the usual."""
        return layout_metrics_of(self.ink, density)

    @property
    def has_bars(self) -> bool:
        """Whether any activity has a date."""
        return self.arrangement.span is not None

    def known_days(self) -> Span | None:
        """All days that the plan names: of the campaign and of its bars; None when it names none."""
        return self._known_days

    @cached_property
    def _known_days(self) -> Span | None:
        campaign = self.plan.campaign
        spans = [span for span in (self._all_bars(),) if span is not None]
        spans.extend(Span(day, day) for day in (campaign.first_day, campaign.last_day) if day is not None)
        return joined_spans(spans)

    def _all_bars(self) -> Span | None:
        """The days of all bars, hidden ones too: looking for something does not move what is in view."""
        if self.shown.kept is None or not self.plan.flights:
            return self.arrangement.span
        flights = self.plan.flights.records
        return Span(min(each.first_day for each in flights), max(each.last_day for each in flights))

    def label(self, activity_id: str) -> str:
        """The title of an activity on one line, cut where it would run across half the screen."""
        label = self._labels.get(activity_id)
        if label is None:
            whole = one_line(self.plan.activities[activity_id].title)
            label = self._labels[activity_id] = self.writing.cut(whole, WIDEST_LABEL)
        return label

    def label_width(self, activity_id: str) -> float:
        """How wide the label of an activity is."""
        return self.writing.width(self.label(activity_id))

    def busy_days(self, lane: Lane, side: Side) -> tuple[Span, ...]:
        """The days on which anything of a side of a lane runs."""
        kept = self.busy.get((lane.key, side))
        if kept is None or kept[0] is not lane:
            kept = self.busy[lane.key, side] = lane, busy_days(lane, side)
        return kept[1]

    def look(self, bar: Bar) -> BarLook:
        """How a bar looks."""
        if bar.ghost:
            return self._drawn_up_look(bar)
        look = self._looks.get(bar.flight_id)
        if look is None:
            look = self._looks[bar.flight_id] = self._drawn_up_look(bar)
        return look

    def judgement(self, bridge_id: str) -> BridgeJudgement:
        """How a bridge stands; judged when first asked for."""
        judged = self._judged.get(bridge_id)
        if judged is None:
            judged = self._judged[bridge_id] = judge(self.plan, self.plan.bridges[bridge_id])
        return judged

    def is_set_aside(self, bridge_id: str) -> bool:
        """Whether a bridge does not hold and people said that this is not for them."""
        if self._set_aside is None:
            self._set_aside = _bridges_set_aside(self.plan) if self.plan.dismissals else frozenset()
        return bridge_id in self._set_aside and self.judgement(bridge_id).state is BridgeState.BROKEN

    def glyph_x(self, path: BridgePath, scale: TimeScale) -> float:
        """Where the glyph of a bridge sits; all on one waterline are placed together, once per scale."""
        if self._glyph_scale != scale:
            self._glyph_xs.clear()
            self._glyph_scale = scale
        found = self._glyph_xs.get(path.number)
        if found is None:
            neighbours = [path] if path.waterline is None else self._paths_on(path.waterline)
            if not self._takes_glyphs(neighbours, scale):
                width = 2 * GLYPH_RADIUS + _GLYPH_SPACE
                self._glyph_xs.update(glyph_places(neighbours, scale, BRIDGE_INSET, width))
            found = self._glyph_xs[path.number]
        return found

    def _takes_glyphs(self, paths: list[BridgePath], scale: TimeScale) -> bool:
        """Takes over where glyphs sat before, where the same bridges share the waterline as then."""
        scale_then, paths_then, xs_then = self._glyphs_then
        waterline = paths[0].waterline
        if scale_then != scale or waterline is None or paths_then.get(waterline) != paths:
            return False
        known = {path.number: xs_then[path.number] for path in paths if path.number in xs_then}
        self._glyph_xs.update(known)
        return len(known) == len(paths)

    def glyphs_now(self) -> GlyphsThen:
        """In what scale which bridges shared a waterline, and where their glyphs sit: for the next state."""
        return self._glyph_scale, self._by_waterline or {}, self._glyph_xs

    def _paths_on(self, waterline: int) -> list[BridgePath]:
        if self._by_waterline is None:
            self._by_waterline = {}
            for path in self.arrangement.bridges:
                if path.waterline is not None:
                    self._by_waterline.setdefault(path.waterline, []).append(path)
        return self._by_waterline[waterline]

    def placed_bridge(self, bridge_id: str) -> PlacedBridge | None:
        """A bridge with its heights; None while an end has no dates."""
        if self._placed is None:
            bridges = (placed for group in self.layout.bridges for placed in group)
            self._placed = {placed.path.bridge_id: placed for placed in bridges}
        return self._placed.get(bridge_id)

    def undated(self) -> tuple[Activity, ...]:
        """The activities that wait in the tray, in its order."""
        return tuple(self.plan.activities[item.activity_id] for item in self.arrangement.tray)

    def _drawn_up_look(self, bar: Bar) -> BarLook:
        return look_of(bar.side, self._standing(bar))

    def _standing(self, bar: Bar) -> Standing:
        activity = self.plan.activities[bar.activity_id]
        if activity.status is ActivityStatus.CANCELLED:
            return Standing.CANCELLED
        if bar.ghost:
            return Standing.GHOST
        has_aim = bar.activity_id in self.plan.contributions.by("activity_id")
        return Standing.OWN if has_aim else Standing.NO_AIM


def _sums(plan: Plan, shown: Shown, before: TimelineContent | None) -> dict[str | None, LaneSum]:
    """The sums of all lanes; those of before where nothing in them can have changed."""
    grouping = shown.grouping
    if before is None or before.shown.grouping is not grouping:
        return lane_sums(plan, grouping)
    return before.sums if have_same_sums(before.plan, plan, grouping) else lane_sums(plan, grouping)


def _bridges_set_aside(plan: Plan) -> frozenset[str]:
    said = {(each.rule, subject) for each in plan.dismissals.values() for subject in each.subject_ids}
    return frozenset(
        each.id for each in plan.bridges.values() if (timing_rule(each.pattern), each.id) in said
    )


def reachable_days(content: TimelineContent, today: date) -> Span:
    """The days that can be scrolled to: all that are known, and today where it is not far off."""
    known = content.known_days()
    this_day = Span(today, today)
    if known is None:
        return this_day
    distance = max((known.first_day - today).days, (today - known.last_day).days)
    return known.joined(this_day) if distance <= _NEAR_DAYS else known


def layout_metrics_of(ink: Ink, density: float = 1.0) -> LayoutMetrics:
    """The heights of everything in the lanes, from the height of a line; bars may be lower than usual."""
    line = ink.label_metrics.height()
    bar_height = round(line * 1.62 * density)
    return LayoutMetrics(
        bar_height=bar_height,
        track_gap=max(2, round(4 * density)),
        waterline_gap=round(GLYPH_RADIUS * 2),
        lane_padding=18,
        least_lane_height=least_lane_height(ink),
        least_unaimed_height=max(least_hint_height(ink), bar_height + 36),
        collapsed_height=collapsed_height(ink),
    )


def label_metrics_of(ink: Ink) -> LabelMetrics:
    """The distances of labels along x, from the width of letters."""
    letter = ink.label_metrics.averageCharWidth()
    return LabelMetrics(
        padding=round(letter * 1.15), gap=5.0, least_width=round(letter * 4.5), least_bar_width=4.0
    )
