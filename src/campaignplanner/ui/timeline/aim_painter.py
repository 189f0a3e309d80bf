"""Paints the column of aims: statement, KPI with its progress, money with its split."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from campaignplanner.domain.aim import Aim
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.budgeting import MoneyTotals
from campaignplanner.ui.timeline.card import paint_progress
from campaignplanner.ui.timeline.card_texts import totals_text
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.kpi_progress import progress_of
from campaignplanner.ui.timeline.words import one_line, translate
from campaignplanner.ui.timeline.wrapping import wrapped
from campaignplanner.ui.widgets.share_bar import Shares, paint_share_bar

MARK_LEFT = 18.0
TEXT_LEFT = 32.0
_TEXT_RIGHT = 20.0
_TOP = 12.0
_MARK_WIDTH = 4.0
_MOST_STATEMENT_LINES = 2
_PROGRESS_HEIGHT = 5.0
_SHARE_HEIGHT = 7.0
_AFTER_STATEMENT = 8.0
_AFTER_TEXT = 4.0
_AFTER_BAR = 9.0


@dataclass(frozen=True, slots=True)
class AimHead:
    """What stands at the head of a lane, broken and elided for the width of the column.

    Attributes:
        statement: the lines of the statement.
        kpi: the first KPI in one line, empty where there is none.
        fraction: how far that KPI has come; None where that is not known.
        money: amount and split in one line, empty where there is no money.
        shares: the amounts of the split bar; None where there is no money.
        hint: what to do, for the lane without an aim.
    """

    statement: tuple[str, ...]
    kpi: str = ""
    fraction: float | None = None
    money: str = ""
    shares: Shares | None = None
    hint: str = ""


def aim_head(plan: Plan, aim: Aim | None, money: MoneyTotals | None, ink: Ink, width: float) -> AimHead:
    """The head of an aim's lane, or of the lane of activities without one."""
    room = width - TEXT_LEFT - _TEXT_RIGHT
    if aim is None:
        hint = translate("Timeline", "Give each activity an aim, or drop it")
        return AimHead((translate("Timeline", "No aim yet"),), hint=_elided(hint, ink.small_font, room))
    kpis = plan.kpis_of_aim(aim.id)
    progress = progress_of(plan, kpis[0]) if kpis else None
    has_money = money is not None and money.total > 0
    return AimHead(
        statement=tuple(wrapped(one_line(aim.statement), ink.strong_font, room, _MOST_STATEMENT_LINES)),
        kpi="" if progress is None else _elided(progress.text, ink.small_font, room),
        fraction=None if progress is None else progress.fraction,
        money=_elided(totals_text(plan, money), ink.small_font, room),
        shares=shares_of(money) if money is not None and has_money else None,
    )


def least_lane_height(ink: Ink) -> float:
    """The height that the head of an aim's lane needs."""
    texts = _MOST_STATEMENT_LINES * _line(ink.strong_metrics) + 2 * _line(ink.small_metrics)
    bars = _PROGRESS_HEIGHT + _SHARE_HEIGHT + 2 * _AFTER_TEXT + _AFTER_BAR
    return round(2 * _TOP + texts + bars + _AFTER_STATEMENT)


def least_hint_height(ink: Ink) -> float:
    """The height that the head of the lane without an aim needs."""
    return round(2 * _TOP + _line(ink.strong_metrics) + _AFTER_STATEMENT + _line(ink.small_metrics))


def shares_of(money: MoneyTotals) -> Shares:
    """The amounts as the split bar takes them."""
    return Shares(online=money.online, both=money.both, not_said=money.not_said, offline=money.offline)


def paint_aim_head(
    painter: QPainter, ink: Ink, head: AimHead, box: QRectF, is_aim: bool, selected: bool
) -> None:
    """Paints a head into the box of its lane; what has no room below is cut at the lane's end."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    _paint_mark(painter, ink, box, is_aim, selected)
    y = box.top() + _TOP
    painter.setFont(ink.strong_font)
    painter.setPen(ink.text if is_aim else ink.error)
    for line in head.statement:
        painter.drawText(QPointF(TEXT_LEFT, y + _baseline(ink.strong_metrics)), line)
        y += _line(ink.strong_metrics)
    _paint_figures(painter, ink, head, QRectF(TEXT_LEFT, y + _AFTER_STATEMENT, _room(box), 0))
    painter.restore()


def _paint_figures(painter: QPainter, ink: Ink, head: AimHead, at: QRectF) -> None:
    painter.setFont(ink.small_font)
    painter.setPen(ink.muted)
    y = at.top()
    step = _line(ink.small_metrics)
    for text in (head.hint, head.kpi):
        if text:
            painter.drawText(QPointF(at.left(), y + _baseline(ink.small_metrics)), text)
            y += step + _AFTER_TEXT
    if head.fraction is not None:
        bar = QRectF(at.left(), y, at.width(), _PROGRESS_HEIGHT)
        paint_progress(painter, bar, head.fraction, ink.theme)
        y += _PROGRESS_HEIGHT + _AFTER_BAR
    if head.money:
        painter.setPen(ink.muted)
        painter.drawText(QPointF(at.left(), y + _baseline(ink.small_metrics)), head.money)
        y += step + _AFTER_TEXT
    if head.shares is not None:
        bar = QRectF(at.left(), y, at.width(), _SHARE_HEIGHT)
        paint_share_bar(painter, bar, head.shares, ink.theme)


def _paint_mark(painter: QPainter, ink: Ink, box: QRectF, is_aim: bool, selected: bool) -> None:
    theme = ink.theme
    if selected:
        painter.fillRect(box, theme.selection)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent if selected else theme.text if is_aim else theme.error)
    mark = QRectF(MARK_LEFT, box.top() + _TOP + 2, _MARK_WIDTH, max(8.0, box.height() - 2 * _TOP - 4))
    painter.drawRoundedRect(mark, _MARK_WIDTH / 2, _MARK_WIDTH / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.text))


def _room(box: QRectF) -> float:
    return box.width() - TEXT_LEFT - _TEXT_RIGHT


def _line(metrics: QFontMetricsF) -> float:
    return round(metrics.height() * 1.1)


def _baseline(metrics: QFontMetricsF) -> float:
    return (_line(metrics) - metrics.height()) / 2 + metrics.ascent()


def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
