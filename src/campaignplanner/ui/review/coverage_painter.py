"""Paints the cells of the coverage maps: calm where something is, an open frame where nothing is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.wrapping import wrapped

INVITES = Qt.ItemDataRole.UserRole + 1
"""Whether a cell is an invitation."""

_PADDING = 12
NAME_LEFT = 20
_MOST_LINES = 3


class CoveragePainter(QStyledItemDelegate):
    """The name of a row on up to three lines, and what is in each of its cells."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        now = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(rect, now.selection)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.hairline)
        invites = bool(index.data(INVITES))
        if invites:
            painter.setPen(QPen(now.control_edge, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(rect).adjusted(6.5, 6.5, -6.5, -7.5), 6, 6)
        if is_current and self._view.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.setPen(now.text_muted if invites else now.text)
        left = NAME_LEFT if index.column() == 0 else _PADDING + (6 if invites else 0)
        self._write(painter, rect.adjusted(left, 0, -_PADDING, 0), str(index.data() or ""))
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str) -> None:
        """The first line leads, what follows it is small."""
        font = QApplication.font()
        first, *more = text.split("\n")
        lines = [(each, font) for each in wrapped(first, font, rect.width(), 1 if more else _MOST_LINES)]
        lines += [(each, small_font()) for each in more]
        height = self._view.fontMetrics().height()
        top = rect.center().y() - len(lines) * height // 2
        for number, (line, its_font) in enumerate(lines):
            painter.setFont(its_font)
            place = QRect(rect.left(), top + number * height, rect.width(), height)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, directed(line)
            )
