"""Paints the column at the left: at the head of each lane its name, what there is to know, its money."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from campaignplanner.planning.budgeting import MoneyTotals
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.card import paint_progress
from campaignplanner.ui.timeline.head_texts import (
    AFTER_BAR,
    AFTER_NAME,
    AFTER_TEXT,
    COUNT_GAP,
    PROGRESS_HEIGHT,
    SHARE_HEIGHT,
    TEXT_LEFT,
    TEXT_RIGHT,
    TOP,
    LaneHead,
    baseline,
    line_height,
)
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.widgets.share_bar import Shares, paint_share_bar

MARK_LEFT = 18.0
_MARK_WIDTH = 4.0
_CHEVRON_MIDDLE = 9.5
_CHEVRON = 3.5
CHEVRON_REACH = MARK_LEFT
"""How far from the left edge a click means the chevron."""


def shares_of(money: MoneyTotals) -> Shares:
    """The amounts as the split bar takes them."""
    return Shares(online=money.online, both=money.both, not_said=money.not_said, offline=money.offline)


def paint_lane_head(
    painter: QPainter,
    ink: Ink,
    head: LaneHead,
    box: QRectF,
    *,
    selected: bool,
    collapsed: bool,
    can_turn: bool = True,
) -> None:
    """Paints a head into the box of its lane; what has no room below is cut at the lane's end."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    _paint_mark(painter, ink, head, box, selected)
    if can_turn:
        _paint_chevron(painter, ink, head, box, collapsed)
    painter.setFont(ink.strong_font)
    painter.setPen(ink.error if head.is_alarming else ink.text)
    if collapsed:
        _paint_line(painter, ink, head, box)
    else:
        _paint_all(painter, ink, head, box)
    painter.restore()


def chevron_box(box: QRectF, ink: Ink) -> QRectF:
    """Where a click collapses or expands the lane whose head has this box."""
    return QRectF(
        box.left(), box.top(), CHEVRON_REACH, min(box.height(), 2 * TOP + line_height(ink.strong_metrics))
    )


def _paint_all(painter: QPainter, ink: Ink, head: LaneHead, box: QRectF) -> None:
    y = box.top() + TOP
    for line in head.name:
        painter.drawText(QPointF(TEXT_LEFT, y + baseline(ink.strong_metrics)), directed(line))
        y += line_height(ink.strong_metrics)
    room = box.width() - TEXT_LEFT - TEXT_RIGHT
    _paint_figures(painter, ink, head, QRectF(TEXT_LEFT, y + AFTER_NAME, room, 0))


def _paint_line(painter: QPainter, ink: Ink, head: LaneHead, box: QRectF) -> None:
    """The name in one line, and at the right how many activities there are."""
    top = box.top() + (box.height() - line_height(ink.strong_metrics)) / 2
    y = top + baseline(ink.strong_metrics)
    painter.drawText(QPointF(TEXT_LEFT, y), directed(head.short_name))
    painter.setFont(ink.small_font)
    painter.setPen(ink.muted)
    width = ink.small_metrics.horizontalAdvance(head.count) + COUNT_GAP
    painter.drawText(QPointF(box.right() - TEXT_RIGHT - width + COUNT_GAP, y), head.count)


def _paint_figures(painter: QPainter, ink: Ink, head: LaneHead, at: QRectF) -> None:
    painter.setFont(ink.small_font)
    painter.setPen(ink.muted)
    y = at.top()
    step = line_height(ink.small_metrics)
    for text in head.notes:
        painter.drawText(QPointF(at.left(), y + baseline(ink.small_metrics)), directed(text))
        y += step + AFTER_TEXT
    if head.fraction is not None:
        bar = QRectF(at.left(), y, at.width(), PROGRESS_HEIGHT)
        paint_progress(painter, bar, head.fraction, ink.theme)
        y += PROGRESS_HEIGHT + AFTER_BAR
    if head.money:
        painter.setPen(ink.muted)
        painter.drawText(QPointF(at.left(), y + baseline(ink.small_metrics)), head.money)
        y += step + AFTER_TEXT
    if head.shares is not None:
        bar = QRectF(at.left(), y, at.width(), SHARE_HEIGHT)
        paint_share_bar(painter, bar, shares_of(head.shares), ink.theme)


def _paint_mark(painter: QPainter, ink: Ink, head: LaneHead, box: QRectF, selected: bool) -> None:
    theme = ink.theme
    if selected:
        painter.fillRect(box, theme.selection)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    unselected = theme.error if head.is_alarming else theme.text_disabled if head.is_unsaid else theme.text
    painter.setBrush(theme.accent if selected else unselected)
    inset = min(TOP + 2, box.height() / 4)
    mark = QRectF(MARK_LEFT, box.top() + inset, _MARK_WIDTH, max(8.0, box.height() - 2 * inset))
    painter.drawRoundedRect(mark, _MARK_WIDTH / 2, _MARK_WIDTH / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_chevron(painter: QPainter, ink: Ink, head: LaneHead, box: QRectF, collapsed: bool) -> None:
    """To the right of what can be expanded, down where it can be collapsed."""
    middle = box.height() / 2 if collapsed else TOP + line_height(ink.strong_metrics) / 2
    x, y, arm = _CHEVRON_MIDDLE, box.top() + middle, _CHEVRON
    if collapsed:
        points = [QPointF(x - arm / 2, y - arm), QPointF(x + arm / 2, y), QPointF(x - arm / 2, y + arm)]
    else:
        points = [QPointF(x - arm, y - arm / 2), QPointF(x, y + arm / 2), QPointF(x + arm, y - arm / 2)]
    pen = QPen(ink.theme.error if head.is_alarming else ink.theme.text_muted, 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
