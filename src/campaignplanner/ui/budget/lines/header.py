"""The heads of the columns, and below them the total, which stays while the lines scroll."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.ui import theme
from campaignplanner.ui.budget.lines.columns import (
    ALWAYS_SHOWN,
    AT_FIRST,
    COLUMNS,
    OTHER_CURRENCY,
    STATE_OF,
    alignment_of,
    facts_of,
    heading_of,
    place_of,
)
from campaignplanner.ui.budget.lines.model import LinesModel
from campaignplanner.ui.fonts import strong_font, with_figures
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.widgets.column_header import ColumnHeader, ColumnSet

_SET = ColumnSet(COLUMNS, ALWAYS_SHOWN, heading_of, b"budget-lines-1:")
_SIDE = 10
_PADDING = 6
_SORTED = {Qt.SortOrder.AscendingOrder: "\u2191", Qt.SortOrder.DescendingOrder: "\u2193"}


class LinesHeader(ColumnHeader[LineColumn]):
    """Has a total below each head, and sorts lines too."""

    def __init__(self, model: LinesModel, parent: QWidget) -> None:
        super().__init__(_SET, parent)
        self._lines = model
        self._is_own = False
        self.setMouseTracking(True)
        self.columns_changed.connect(self._note_choice)
        model.totals_changed.connect(self._redraw)

    def size_columns(self) -> None:
        """Gives every column the room that its longest texts need, and hides what is seldom needed."""
        words, heads = QFontMetrics(strong_font()), QFontMetrics(self.font())
        for column in COLUMNS:
            facts = facts_of(column)
            widest = max(words.horizontalAdvance(facts.widest), heads.horizontalAdvance(heading_of(column)))
            self.resizeSection(place_of(column), widest + 2 * _SIDE + 6)
            self.setSectionHidden(place_of(column), not facts.is_shown)
        for place, column in enumerate(AT_FIRST):
            self.moveSection(self.visualIndex(place_of(column)), place)

    def fit_amounts(self) -> None:
        """Gives money the room that its totals need, unless people chose widths; what is wide stays so."""
        if self._is_own:
            return
        figures = QFontMetrics(with_figures(strong_font()))
        point = QLocale().decimalPoint()
        for column in STATE_OF:
            total = self._lines.total_text(column)
            if point not in total:
                total = f"{total}{point}99"  # a part of a round sum may have a fraction
            texts = (total, facts_of(column).widest)
            width = max(figures.horizontalAdvance(text) for text in texts) + 2 * _SIDE + 6
            if width > self.sectionSize(place_of(column)):
                self.resizeSection(place_of(column), width)

    def show_other_currencies(self) -> None:
        """Shows the columns of other currencies as soon as one is used, unless people chose columns."""
        plan = self._lines.plan
        if self._is_own or plan is None:
            return
        is_used = any(line.currency is not None for line in plan.lines.records)
        for column in OTHER_CURRENCY:
            self.setSectionHidden(place_of(column), not is_used)

    def take_back(self, state: bytes) -> bool:
        """See `ColumnHeader`; lines are sorted by the model, which shows it in its own way."""
        is_taken = super().take_back(state)
        if is_taken:
            self._is_own = True
            self.setSortIndicatorShown(False)
        return is_taken

    @Slot()
    def _note_choice(self) -> None:
        """From now on the columns are as people chose them."""
        self._is_own = True

    # -- drawing -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Two rows: the heads, and the total."""
        return QSize(super().sizeHint().width(), self._head_height() + self._total_height())

    def _head_height(self) -> int:
        return QFontMetrics(self.font()).height() + 2 * _PADDING

    def _total_height(self) -> int:
        return QFontMetrics(strong_font()).height() + 2 * _PADDING

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """The head of a column, and its total below."""
        column, now = COLUMNS[logicalIndex], theme.current()
        head = QRect(rect.left(), rect.top(), rect.width(), self._head_height())
        total = QRect(rect.left(), head.bottom() + 1, rect.width(), rect.bottom() - head.bottom())
        painter.save()
        painter.fillRect(head, now.surface)
        painter.fillRect(total, now.surface_raised)
        for bottom in (head.bottom(), total.bottom()):
            painter.fillRect(QRect(rect.left(), bottom, rect.width(), 1), now.hairline)
        is_sorted = self._lines.wish.column is column
        painter.setPen(now.text if is_sorted else now.text_muted)
        self._write(painter, head, self._heading(column, is_sorted=is_sorted), self.font(), column)
        painter.setPen(now.text)
        self._write(painter, total, self._lines.total_text(column), with_figures(strong_font()), column)
        painter.restore()

    def _heading(self, column: LineColumn, *, is_sorted: bool) -> str:
        if not is_sorted:
            return heading_of(column)
        is_descending = self._lines.wish.is_descending
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        return f"{heading_of(column)} {_SORTED[order]}"

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, column: LineColumn) -> None:
        if not text:
            return
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, alignment_of(column), directed(shown))

    @Slot()
    def _redraw(self) -> None:
        self.viewport().update()
