"""Paints the rows of aims and audiences: a bar at the left of each group, words and progress beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campaignplanner.domain.review import Finding
from campaignplanner.planning.marks import NO_MARKS, Marks
from campaignplanner.ui import theme
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.plan.aims.rows import PanelRow, Part
from campaignplanner.ui.timeline.card import paint_progress
from campaignplanner.ui.timeline.ink import Ink
from campaignplanner.ui.timeline.wrapping import wrapped
from campaignplanner.ui.widgets.rows_model import ROW_ROLE
from campaignplanner.ui.widgets.severity_mark import paint_severity
from campaignplanner.ui.widgets.share_bar import paint_share_bar

MARK_LEFT = 16
TEXT_LEFT = 28
TEXT_RIGHT = 16
_FINDING = 12.0
_MARK_WIDTH = 4
_OUTER = 11
"""Above the first and below the last row of a group."""
_INNER = 3
"""Above and below every other row."""
_MOST_LINES = {Part.HEAD: 2, Part.KPI: 2, Part.MONEY: 2, Part.DRAFT: 1}
_MOST_LINES_BELOW = 2
"""Of each paragraph."""
_PROGRESS = 5
_SHARE = 7
_BEFORE_BAR = 4
_BEFORE_BELOW = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """The lines of a row and how high it is with them."""

    lines: Sequence[str]
    below: Sequence[str]
    height: int


class PanelRowPainter(QStyledItemDelegate):
    """A group reads as one block: its bar runs through all its rows, and so does its ground when selected."""

    def __init__(self, view: QListView, *, has_black_bar: bool) -> None:
        """Begins with no text laid out.

        Args:
            view: whose rows these are.
            has_black_bar: aims have a black bar as on the timeline, audiences a quieter one.
        """
        super().__init__(view)
        self._view = view
        self._has_black_bar = has_black_bar
        self._ink: Ink | None = None
        self._laid_out: dict[tuple[PanelRow, int], _Words] = {}
        self.lit_group: str | None = None
        self.marks: Marks = {}

    def forget_layout(self) -> None:
        """Lets go of lines that were broken for other texts or fonts."""
        self._laid_out.clear()
        self._ink = None

    @property
    def draft_height(self) -> int:
        """The height of the row of what is being added."""
        return round(self._inked().strong_metrics.height()) + 2 * _OUTER + 8

    def is_cut(self, row: PanelRow) -> bool:
        """Whether a row says less than it has to say."""
        words = self._words(row, self._width_of_rows())
        return any(line.endswith("…") for line in (*words.lines, *words.below))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the row's words need."""
        del option
        width = max(1, self._view.viewport().width())
        return QSize(width, self._words(index.data(ROW_ROLE), self._width_of_rows()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a row."""
        row: PanelRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        # Soft edges between the rows of one block would show as seams at scales such as 1.5.
        self._paint_ground(painter, option, row, rect)
        if row.is_last and not self._is_end(index):
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._inked().theme.hairline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_focus(painter, option, row, rect)
        if row.part is not Part.DRAFT:
            self._paint_mark(painter, option, row, rect)
        self._paint_row(painter, row, rect)
        painter.restore()

    def _inked(self) -> Ink:
        if self._ink is None or self._ink.theme is not theme.current():
            self._ink = Ink(theme.current())
        return self._ink

    def _width_of_rows(self) -> int:
        """The width for which texts are broken, the same with and without a scroll bar.

        Qt forgets the layout that is asked for while it lays out, so rows must not grow higher when a scroll
        bar comes up in the midst of it.
        """
        around = 2 * self._view.frameWidth() + self._view.verticalScrollBar().sizeHint().width()
        return max(1, self._view.width() - around)

    def _words(self, row: PanelRow, width: int) -> _Words:
        key = (row, width)
        found = self._laid_out.get(key)
        if found is None:
            found = self._laid_out[key] = self._break(row, width)
        return found

    def _break(self, row: PanelRow, width: int) -> _Words:
        if row.part is Part.DRAFT:
            return _Words((), (), self.draft_height)
        ink = self._inked()
        room = width - TEXT_LEFT - TEXT_RIGHT
        lines = wrapped(row.text, _font_of(ink, row), room, _MOST_LINES[row.part])
        below = [
            line
            for paragraph in row.below
            for line in wrapped(paragraph, ink.small_font, room, _MOST_LINES_BELOW)
        ]
        height = len(lines) * _line(_metrics_of(ink, row)) + len(below) * _line(ink.small_metrics)
        height += (_BEFORE_BELOW if below else 0) + _bar_height(row)
        height += (_OUTER if row.is_first else _INNER) + (_OUTER if row.is_last else _INNER)
        return _Words(lines, below, round(height))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: PanelRow, rect: QRect
    ) -> None:
        now = self._inked().theme
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or row.group == self.lit_group:
            painter.fillRect(rect, now.selection)
        elif state & QStyle.StateFlag.State_MouseOver and row.picked is not None:
            painter.fillRect(rect, now.hover)

    def _paint_focus(
        self, painter: QPainter, option: QStyleOptionViewItem, row: PanelRow, rect: QRect
    ) -> None:
        if row.picked is not None and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._inked().theme.accent)
            painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 1.5, -2.5, -2.5), 4, 4)

    def _is_end(self, index: Index) -> bool:
        """Whether the line below the list does for the last row too."""
        return self._has_black_bar and index.row() == index.model().rowCount() - 1

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, row: PanelRow, rect: QRect
    ) -> None:
        now = self._inked().theme
        is_lit = row.group == self.lit_group or bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = now.text if self._has_black_bar else now.waterline
        top = rect.top() + (_OUTER + 1 if row.is_first else -4)
        bottom = rect.bottom() - (_OUTER if row.is_last else -4)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent if is_lit else quiet)
        mark = QRectF(rect.left() + MARK_LEFT, top, _MARK_WIDTH, bottom - top)
        painter.drawRoundedRect(mark, _MARK_WIDTH / 2, _MARK_WIDTH / 2)
        painter.restore()

    def finding_of(self, row: PanelRow) -> Finding | None:
        """The gravest that the review says of the record that a row stands for."""
        marks = NO_MARKS if row.picked is None else self.marks.get(row.picked.id, NO_MARKS)
        return next(iter(marks.values()), None)

    def finding_at(self, point: QPointF) -> Finding | None:
        """The finding whose mark is at a point of the view."""
        index = self._view.indexAt(point.toPoint())
        row = index.data(ROW_ROLE)
        if row is None or not self._mark_box(row, self._view.visualRect(index)).contains(point):
            return None
        return self.finding_of(row)

    def _mark_box(self, row: PanelRow, rect: QRect) -> QRectF:
        """Where the mark of a finding stands: beside the row's first line."""
        top = rect.top() + (_OUTER if row.is_first else _INNER)
        line = _line(_metrics_of(self._inked(), row))
        return QRectF(rect.right() - TEXT_RIGHT, top, TEXT_RIGHT, line)

    def _paint_finding(self, painter: QPainter, row: PanelRow, rect: QRect) -> None:
        finding = self.finding_of(row)
        if finding is not None:
            middle = self._mark_box(row, rect).center()
            paint_severity(painter, middle, finding.severity, self._inked().theme, _FINDING)

    def _paint_row(self, painter: QPainter, row: PanelRow, rect: QRect) -> None:
        ink = self._inked()
        words = self._words(row, self._width_of_rows())
        left = rect.left() + TEXT_LEFT
        width = rect.width() - TEXT_LEFT - TEXT_RIGHT
        y = float(rect.top() + (_OUTER if row.is_first else _INNER))
        self._paint_finding(painter, row, rect)
        colour = ink.theme.text if row.part is Part.HEAD else ink.theme.text_muted
        y = _write(painter, words.lines, _font_of(ink, row), colour, QPointF(left, y))
        if words.below:
            place = QPointF(left, y + _BEFORE_BELOW)
            y = _write(painter, words.below, ink.small_font, ink.theme.text_muted, place)
        if row.fraction is not None:
            bar = QRectF(left, y + _BEFORE_BAR, width, _PROGRESS)
            paint_progress(painter, bar, row.fraction, ink.theme)
        if row.shares is not None:
            paint_share_bar(painter, QRectF(left, y + _BEFORE_BAR, width, _SHARE), row.shares, ink.theme)


def _write(painter: QPainter, lines: Sequence[str], font: QFont, colour: QColor, place: QPointF) -> float:
    """Writes lines from a place downwards; returns where they end."""
    metrics = QFontMetricsF(font)
    step = _line(metrics)
    painter.setFont(font)
    painter.setPen(colour)
    y = place.y()
    for line in lines:
        baseline = y + (step - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(place.x(), baseline), directed(line))
        y += step
    return y


def _font_of(ink: Ink, row: PanelRow) -> QFont:
    return ink.strong_font if row.part is Part.HEAD else ink.small_font


def _metrics_of(ink: Ink, row: PanelRow) -> QFontMetricsF:
    return ink.strong_metrics if row.part is Part.HEAD else ink.small_metrics


def _line(metrics: QFontMetricsF) -> float:
    return round(metrics.height() * 1.1)


def _bar_height(row: PanelRow) -> int:
    bar = _PROGRESS if row.fraction is not None else _SHARE if row.shares is not None else 0
    return bar + _BEFORE_BAR if bar else 0
