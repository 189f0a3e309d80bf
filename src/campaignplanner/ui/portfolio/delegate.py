"""Paints a row of the portfolio: two lines of writing, hairlines, and the share as a small bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campaignplanner.domain.campaign import CampaignStatus
from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font, strong_font, with_figures
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.portfolio.model import ROW_ROLE
from campaignplanner.ui.portfolio.rows import COLUMNS, CampaignRow, Column
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.widgets import share_bar

PADDING = 12
"""Room at the left and right of a cell's writing, in logical pixels."""

_GAP = 3


class PortfolioDelegate(QStyledItemDelegate):
    """Draws from the CampaignRow, so that nothing is worked out while painting but where it goes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row is two lines high, with air; the height follows the font."""
        lines = QFontMetrics(strong_font()).height() + QFontMetrics(small_font()).height()
        return QSize(super().sizeHint(option, index).width(), lines + _GAP + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        now = theme.current()
        column = COLUMNS[index.column()]
        row: CampaignRow = index.data(ROW_ROLE)
        painter.save()
        _paint_ground(painter, option, index, now)
        content = _rect(option).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        if column is Column.SHARE:
            _paint_share(painter, content, row, now)
        elif column is Column.STATUS:
            _paint_status(painter, content, row, now)
        else:
            _paint_two_lines(painter, content, row, column, now)
        painter.restore()


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index, now: Theme) -> None:
    state: QStyle.StateFlag = option.state
    rect = _rect(option)
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, now.selection)
        if index.column() == 0 and state & QStyle.StateFlag.State_Active and option.widget.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), now.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, now.surface_raised)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.hairline)


def _paint_two_lines(painter: QPainter, rect: QRect, row: CampaignRow, column: Column, now: Theme) -> None:
    leads = column is Column.CAMPAIGN
    side = Qt.AlignmentFlag.AlignRight if column is Column.PLANNED else Qt.AlignmentFlag.AlignLeft
    first, second = row.text(column), row.second_text(column)
    first_font = strong_font() if leads else with_figures(QApplication.font())
    nothing_known = column is Column.DATES and row.campaign.first_day is None and not second
    ink = now.text_muted if nothing_known else now.text
    if not second:
        _write(painter, rect, first, first_font, ink, side | Qt.AlignmentFlag.AlignVCenter)
        return
    _write(painter, rect, first, first_font, ink, side | Qt.AlignmentFlag.AlignTop)
    second_font = small_font() if leads else with_figures(small_font())
    _write(painter, rect, second, second_font, now.text_muted, side | Qt.AlignmentFlag.AlignBottom)


def _paint_status(painter: QPainter, rect: QRect, row: CampaignRow, now: Theme) -> None:
    """A dot with the word: filled while the campaign lives, hollow before and after."""
    dot = QRectF(rect.left(), rect.center().y() - 2.5, 7, 7)
    colour = _status_colour(row.campaign.status, now)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour)
    filled = row.campaign.status in (CampaignStatus.APPROVED, CampaignStatus.LIVE)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot)
    words = rect.adjusted(15, 0, 0, 0)
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    _write(painter, words, row.text(Column.STATUS), QApplication.font(), now.text, middle)


def _status_colour(status: CampaignStatus, now: Theme) -> QColor:
    if status is CampaignStatus.LIVE:
        return now.good
    return now.accent if status is CampaignStatus.APPROVED else now.text_muted


def _paint_share(painter: QPainter, rect: QRect, row: CampaignRow, now: Theme) -> None:
    said = row.text(Column.SHARE)
    bar = QRectF(rect.left(), rect.center().y() - share_bar.HEIGHT / 2, rect.width(), share_bar.HEIGHT)
    if said:
        bar.moveTop(rect.bottom() - share_bar.HEIGHT)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        _write(painter, rect, said, with_figures(QApplication.font()), now.text, top)
    share_bar.paint_share_bar(painter, bar, row.shares, now)


def _write(
    painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor, where: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, where | Qt.TextFlag.TextSingleLine, directed(shown))
