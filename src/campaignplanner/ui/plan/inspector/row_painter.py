"""Paints the rows of the inspector's lists and says how high they are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem

from campaignplanner.domain.review import Finding
from campaignplanner.planning.bridges import Glyph
from campaignplanner.planning.marks import NO_MARKS, Marks
from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font, with_figures
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.glyphs import draw_glyph
from campaignplanner.ui.timeline.words import one_line
from campaignplanner.ui.timeline.wrapping import wrapped
from campaignplanner.ui.widgets.row_ground import paint_row_ground
from campaignplanner.ui.widgets.rows_model import ROW_ROLE
from campaignplanner.ui.widgets.severity_mark import paint_severity

_PADDING = 7
_SIDE = 8
_GAP = 2
_SIGN_ROOM = 30
_LINES_OF_SENTENCE = 4
_MARK = 12.0
_MARK_ROOM = 18
_LARGEST_END = 0.6
"""How much of a row what stands at its right may take."""


class RowPainter(QStyledItemDelegate):
    """One row: a sign, a first line with something at its right, and below it what else there is to say."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.marks: Marks = {}

    def finding_of(self, row: Row) -> Finding | None:
        """The gravest that the review says of a row's record."""
        return next(iter(self.marks.get(row.key, NO_MARKS).values()), None)

    def height_of(self, row: Row, width: int) -> int:
        """How high a row is in a list of that width, in logical pixels."""
        height = QFontMetrics(QApplication.font()).height() + 2 * _PADDING
        small = QFontMetrics(small_font()).height()
        if row.second:
            height += small + _GAP
        return height + len(_sentence_lines(row, width)) * small + (_GAP if row.sentence else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the row's words need."""
        del option
        width = self._view.viewport().width()
        return QSize(width, self.height_of(index.data(ROW_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a row."""
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        now = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, self._view, now)
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.hairline)
        content = rect.adjusted(_SIDE, _PADDING, -_SIDE, -_PADDING)
        finding = self.finding_of(row)
        if finding is not None:
            paint_severity(painter, mark_box(rect).center(), finding.severity, now, _MARK)
            content.setRight(content.right() - _MARK_ROOM)
        if row.glyph is not None:
            _paint_glyph(painter, content, row, row.glyph, now)
            content.setLeft(content.left() + _SIGN_ROOM)
        _paint_words(painter, content, row, now, rect.width())
        painter.restore()


def mark_box(row: QRect) -> QRectF:
    """Where the mark of a finding stands: at the right end of the first line."""
    line = QFontMetrics(QApplication.font()).height()
    right = row.right() + 1 - _SIDE
    return QRectF(right - _MARK_ROOM + 4, row.top() + _PADDING, _MARK_ROOM - 4, line)


def _sentence_lines(row: Row, width: int) -> list[str]:
    if not row.sentence:
        return []
    room = width - 2 * _SIDE - (_SIGN_ROOM if row.glyph is not None else 0)
    return wrapped(one_line(row.sentence), small_font(), room, _LINES_OF_SENTENCE)


def _paint_glyph(painter: QPainter, rect: QRect, row: Row, glyph: Glyph, now: Theme) -> None:
    painter.save()
    line = QFontMetrics(QApplication.font()).height()
    painter.translate(QPointF(rect.left() + 10.5, rect.top() + line / 2))
    draw_glyph(painter, glyph, now.error if row.trouble else now.bridge, now.surface)
    painter.restore()


def _paint_words(painter: QPainter, rect: QRect, row: Row, now: Theme, width: int) -> None:
    font, small = QApplication.font(), small_font()
    line = QFontMetrics(font).height()
    end_room = _paint_end(painter, QRect(rect.left(), rect.top(), rect.width(), line), row, now)
    first = QRect(rect.left(), rect.top(), rect.width() - end_room, line)
    _write(painter, first, row.first, font, now.text_muted if row.is_muted else now.text)
    top = rect.top() + line + _GAP
    small_line = QFontMetrics(small).height()
    if row.second:
        below = QRect(rect.left(), top, rect.width(), small_line)
        _write(painter, below, row.second, with_figures(small), now.text_muted)
        top += small_line + _GAP
    for number, text in enumerate(_sentence_lines(row, width)):
        place = QRectF(rect.left(), top + number * small_line, rect.width(), small_line)
        _write(painter, place.toRect(), text, small, now.error if row.trouble else now.text_muted)


def _paint_end(painter: QPainter, rect: QRect, row: Row, now: Theme) -> int:
    """Paints what stands at the right; returns the room that it takes."""
    if not row.end:
        return 0
    font = with_figures(QApplication.font())
    needed = QFontMetrics(font).horizontalAdvance(row.end) + 1
    room = min(needed, round(rect.width() * _LARGEST_END))
    ink = now.error if row.trouble else now.text_muted
    _write(painter, rect.adjusted(rect.width() - room, 0, 0, 0), row.end, font, ink)
    return room + 10


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, rect.width())
    where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, where | Qt.TextFlag.TextSingleLine, directed(shown))
