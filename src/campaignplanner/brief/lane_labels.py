"""What stands beside each lane of the timeline: the aim, its first measure, its money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from campaignplanner.brief.campaign_page import share_text
from campaignplanner.brief.context import BriefContext, side_by_side
from campaignplanner.brief.lettering import SEMI_BOLD, elided, wrapped
from campaignplanner.brief.money_page import bar_parts
from campaignplanner.brief.printable import isolated
from campaignplanner.domain.days import Span
from campaignplanner.planning.budgeting import MoneyTotals, split_by_aim
from campaignplanner.planning.timeline_layout import PlacedLane

STATEMENT_SIZE = 7.8
SMALL_SIZE = 6.6
STATEMENT_LEADING = 9.8
SMALL_LEADING = 9.0
BAR_ROOM = 9.0
LINES_AT_MOST = 3
_PADDING = 15.0


class LaneLabels:
    """The labels of all lanes, cut to the width of their column, in points."""

    def __init__(self, context: BriefContext, width: float) -> None:
        self._context = context
        self._width = width
        self._money = split_by_aim(context.plan) if context.options.with_money else {}
        self._statements = {aim.id: self._lines(aim.statement) for aim in context.plan.aims.values()}

    @property
    def height(self) -> float:
        """What the tallest label needs."""
        lines = max((len(each) for each in self._statements.values()), default=1)
        small = 2 if any(self._money[each].total for each in self._statements if each in self._money) else 1
        return lines * STATEMENT_LEADING + small * SMALL_LEADING + BAR_ROOM + _PADDING

    def numbers(self, placed: PlacedLane, top: float, bottom: float) -> dict[str, Any]:
        """A lane with its label, as it shows between two y of the layout."""
        aim_id = placed.lane.aim_id
        seen_top = max(placed.top, top)
        waterline = placed.waterline if placed.shows_waterline and top <= placed.waterline <= bottom else None
        money = self._money.get(aim_id, MoneyTotals())
        return {
            "top": round(seen_top - top, 2),
            "height": round(min(placed.bottom, bottom) - seen_top, 2),
            "waterline": None if waterline is None else round(waterline - top, 2),
            "aimed": aim_id is not None,
            "statement": self._lines(self._name(placed)),
            "measure": "" if aim_id is None else self._measure(aim_id),
            "money": self._money_text(money),
            "parts": [{"kind": each.kind, "share": each.share} for each in bar_parts(self._context, money)],
        }

    def alt(self, lanes: Sequence[PlacedLane], days: Span, *, first: bool) -> str:
        """What a sheet shows, for those who do not see it."""
        words, formats, arrangement = self._context.words, self._context.formats, self._context.arrangement
        if not first:
            names = ", ".join(self._name(each) for each in lanes)
            return words.say("timeline_alt_more", lanes=names)
        aims = sum(1 for each in arrangement.lanes if each.aim_id is not None)
        bars = sum(
            1
            for lane in arrangement.lanes
            for track in (*lane.online, *lane.offline)
            for bar in track.bars
            if not bar.ghost
        )
        return words.say(
            "timeline_alt",
            days=formats.span(days),
            lanes=words.count("aims", aims),
            bars=words.count("runs", bars),
            bridges=words.count("bridges", len(arrangement.bridges)),
        )

    def _name(self, placed: PlacedLane) -> str:
        aim_id = placed.lane.aim_id
        if aim_id is None:
            return self._context.words.say("no_aim_yet")
        return self._context.plan.aims[aim_id].statement

    def _lines(self, text: str) -> tuple[str, ...]:
        return wrapped(self._context.printed(text), STATEMENT_SIZE, self._width, LINES_AT_MOST, SEMI_BOLD)

    def _measure(self, aim_id: str) -> str:
        kpis = self._context.plan.kpis_of_aim(aim_id)
        if not kpis:
            return ""
        kpi, formats = kpis[0], self._context.formats
        baseline, target = (formats.measured(each, kpi.unit) for each in (kpi.baseline, kpi.target))
        text = self._context.printed(f"{isolated(kpi.name)} {baseline} → {target}")
        return elided(text, SMALL_SIZE, self._width)

    def _money_text(self, money: MoneyTotals) -> str:
        if money.online_share is None:
            return ""
        share = f"{share_text(self._context, money.online_share)} {self._context.words.say('online').lower()}"
        text = side_by_side(self._context.formats.headline(money.total), share)
        return elided(text, SMALL_SIZE, self._width)
