"""The texts at the heads of lanes, broken and elided for the width of their column, and the room for them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from campaignplanner.domain.aim import Aim
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import MoneyTotals
from campaignplanner.planning.timeline_heads import LaneSum
from campaignplanner.ui.timeline.card_texts import totals_text
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.kpi_progress import progress_of
from campaignplanner.ui.timeline.words import one_line, translate
from campaignplanner.ui.timeline.wrapping import wrapped

TEXT_LEFT = 32.0
TEXT_RIGHT = 20.0
TOP = 12.0
PROGRESS_HEIGHT = 5.0
SHARE_HEIGHT = 7.0
AFTER_NAME = 8.0
AFTER_TEXT = 4.0
AFTER_BAR = 9.0
COUNT_GAP = 12.0
_MOST_NAME_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneHead:
    """What stands at the head of a lane.

    Attributes:
        name: the lines of its name.
        short_name: the name in one line, for a lane that is collapsed.
        count: how many activities belong to it, for a lane that is collapsed.
        height: what all of it needs; None where the layout's own metrics say it.
        notes: what there is to know, line by line: the first KPI, what to do, how many activities.
        fraction: how far the first KPI has come; None where that is not known.
        money: amount and split in one line, empty where there is nothing to say of it.
        shares: the amounts of the split bar; None where there is no money.
        is_alarming: whether what lies here should not lie here for long.
        is_unsaid: whether here lies what says nothing yet.
    """

    name: tuple[str, ...]
    short_name: str
    count: str
    height: float | None = None
    notes: tuple[str, ...] = ()
    fraction: float | None = None
    money: str = ""
    shares: MoneyTotals | None = None
    is_alarming: bool = False
    is_unsaid: bool = False


class HeadWriter:
    """Writes heads for one width in one writing."""

    def __init__(self, plan: Plan, ink: Ink, width: float) -> None:
        self.plan = plan
        self._ink = ink
        self._room = width - TEXT_LEFT - TEXT_RIGHT

    def aim(self, aim: Aim | None, found: LaneSum, count: str) -> LaneHead:
        """The head of an aim's lane, or of the lane of activities without one."""
        if aim is None:
            name = translate("Timeline", "No aim yet")
            hint = translate("Timeline", "Give each activity an aim, or drop it")
            is_empty = found.activities == 0
            return LaneHead(
                name=(name,),
                short_name=self._short(name, count),
                count=count,
                notes=(self._elided(count if is_empty else hint),),
                is_alarming=not is_empty,
                is_unsaid=True,
            )
        kpis = self.plan.kpis_of_aim(aim.id)
        progress = progress_of(self.plan, kpis[0]) if kpis else None
        name = one_line(aim.statement)
        return LaneHead(
            name=self._wrapped(name),
            short_name=self._short(name, count),
            count=count,
            notes=() if progress is None else (self._elided(progress.text),),
            fraction=None if progress is None else progress.fraction,
            money=self._elided(totals_text(self.plan, found.money)),
            shares=found.money if found.money.total > 0 else None,
        )

    def other(
        self, name: str, notes: tuple[str, ...], found: LaneSum, count: str, *, is_unsaid: bool
    ) -> LaneHead:
        """The head of any other lane."""
        lines, has_money = self._wrapped(name), found.money.total > 0
        ink = self._ink
        height = 2 * TOP + len(lines) * line_height(ink.strong_metrics) + AFTER_NAME
        height += (len(notes) + has_money) * (line_height(ink.small_metrics) + AFTER_TEXT)
        height += SHARE_HEIGHT if has_money else -AFTER_TEXT
        return LaneHead(
            name=lines,
            short_name=self._short(name, count),
            count=count,
            height=round(height),
            notes=tuple(self._elided(note) for note in notes),
            money=self._elided(totals_text(self.plan, found.money)) if has_money else "",
            shares=found.money if has_money else None,
            is_unsaid=is_unsaid,
        )

    def _wrapped(self, text: str) -> tuple[str, ...]:
        return tuple(wrapped(text, self._ink.strong_font, self._room, _MOST_NAME_LINES))

    def _short(self, name: str, count: str) -> str:
        room = self._room - self._ink.small_metrics.horizontalAdvance(count) - COUNT_GAP
        return _elided(name, self._ink.strong_font, room)

    def _elided(self, text: str) -> str:
        return _elided(text, self._ink.small_font, self._room)


def least_lane_height(ink: Ink) -> float:
    """The height that the head of an aim's lane needs."""
    texts = _MOST_NAME_LINES * line_height(ink.strong_metrics) + 2 * line_height(ink.small_metrics)
    bars = PROGRESS_HEIGHT + SHARE_HEIGHT + 2 * AFTER_TEXT + AFTER_BAR
    return round(2 * TOP + texts + bars + AFTER_NAME)


def least_hint_height(ink: Ink) -> float:
    """The height that the head of the lane without an aim needs."""
    return round(2 * TOP + line_height(ink.strong_metrics) + AFTER_NAME + line_height(ink.small_metrics))


def collapsed_height(ink: Ink) -> float:
    """The height of a lane that is collapsed to a line."""
    return round(line_height(ink.strong_metrics) + TOP)


def line_height(metrics: QFontMetricsF) -> float:
    """The height of a line of text."""
    return round(metrics.height() * 1.1)


def baseline(metrics: QFontMetricsF) -> float:
    """How far below the top of its line a text stands."""
    return (line_height(metrics) - metrics.height()) / 2 + metrics.ascent()


def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
