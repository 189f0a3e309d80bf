"""Paints the rows of the review and says how high they are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem

from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.formats import counted
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.review.rows import ReviewRow, RowKind
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.wrapping import wrapped
from campaignplanner.ui.widgets.chevron import paint_chevron
from campaignplanner.ui.widgets.row_ground import paint_row_ground
from campaignplanner.ui.widgets.rows_model import ROW_ROLE
from campaignplanner.ui.widgets.severity_mark import paint_severity

_SIDE = 20
_PADDING = 8
_ABOVE_HEADING = 18
_MARK_ROOM = 28
_GAP = 3
_MOST_LINES = 3
_MOST_KEPT = 4_000
"""Of wrapped sentences; a list of that many was looked through long ago."""

Lines = list[str]


class ReviewRowPainter(QStyledItemDelegate):
    """Headings, findings with their mark, and the fold with what was set aside."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._lines: dict[tuple[str, int], Lines] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the words need."""
        del option
        width = self._view.viewport().width()
        row: ReviewRow = index.data(ROW_ROLE)
        line = QFontMetrics(QApplication.font()).height()
        height = line + 2 * _PADDING
        if row.kind in (RowKind.HEADING, RowKind.FOLD):
            height += _ABOVE_HEADING - _PADDING
        elif row.kind is not RowKind.MORE:
            height = len(self._wrapped(row.text, width)) * line + 2 * _PADDING
            if row.second:
                height += QFontMetrics(small_font()).height() + _GAP
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a row."""
        row: ReviewRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        now = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.can_be_chosen:
            paint_row_ground(painter, option, self._view, now)
        if row.kind in (RowKind.HEADING, RowKind.FOLD):
            self._paint_heading(painter, rect, row, now)
        elif row.kind is RowKind.MORE:
            place = rect.adjusted(_SIDE + _MARK_ROOM, 0, -_SIDE, 0)
            _write(painter, place, row.text, QApplication.font(), now.accent)
        else:
            self._paint_finding(painter, rect, row, now)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: ReviewRow, now: Theme) -> None:
        font = strong_font()
        line = QFontMetrics(font).height()
        left = _SIDE
        if row.kind is RowKind.FOLD:
            middle = QPointF(rect.left() + _SIDE + 4, rect.bottom() - _PADDING - line / 2 + 1)
            paint_chevron(painter, middle, now.text_muted, is_open=row.is_open)
            left += 16
        number = counted(row.count, "%1", "%1")
        room = QFontMetrics(small_font()).horizontalAdvance(number) + 14
        place = rect.adjusted(left, 0, -_SIDE - room, -_PADDING)
        place.setTop(place.bottom() - line)
        taken = min(QFontMetrics(font).horizontalAdvance(row.text), place.width())
        _write(painter, place, row.text, font, now.text)
        aside = QRect(place.left() + taken + 8, place.top(), room, place.height())
        _write(painter, aside, number, small_font(), now.text_muted)

    def _paint_finding(self, painter: QPainter, rect: QRect, row: ReviewRow, now: Theme) -> None:
        line = QFontMetrics(QApplication.font()).height()
        middle = QPointF(rect.left() + _SIDE + 8, rect.top() + _PADDING + line / 2)
        is_aside = row.kind is RowKind.ASIDE
        if row.severity is not None and not is_aside:
            paint_severity(painter, middle, row.severity, now)
        place = rect.adjusted(_SIDE + _MARK_ROOM, _PADDING, -_SIDE, 0)
        place.setHeight(line)
        for text in self._wrapped(row.text, rect.width()):
            _write(painter, place, text, QApplication.font(), now.text_muted if is_aside else now.text)
            place.translate(0, line)
        if row.second:
            place.translate(0, _GAP)
            place.setHeight(QFontMetrics(small_font()).height())
            _write(painter, place, row.second, small_font(), now.text_muted)

    def _wrapped(self, text: str, width: int) -> Lines:
        found = self._lines.get((text, width))
        if found is None:
            if len(self._lines) > _MOST_KEPT:
                self._lines.clear()
            room = width - 2 * _SIDE - _MARK_ROOM
            found = self._lines[text, width] = wrapped(text, QApplication.font(), room, _MOST_LINES)
        return found


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, where | Qt.TextFlag.TextSingleLine, directed(shown))
