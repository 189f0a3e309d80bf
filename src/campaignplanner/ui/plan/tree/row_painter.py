"""Draws the rows of the tree, each in one go: a cell for itself would ask the model several times."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from campaignplanner.domain.activity import Activity, ActivityStatus
from campaignplanner.planning.marks import FieldMarks
from campaignplanner.ui.fonts import small_font, strong_font, with_figures
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.plan.tree.cell_marks import mark_in
from campaignplanner.ui.plan.tree.columns import Column
from campaignplanner.ui.plan.tree.facts import Facts
from campaignplanner.ui.plan.tree.groups import Group
from campaignplanner.ui.plan.tree.row_texts import count_text, money_of_group, statement_text
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.sprites import Standing, draw_bar, look_of
from campaignplanner.ui.widgets.chevron import paint_chevron
from campaignplanner.ui.widgets.severity_mark import SeverityStamps

PADDING = 12
"""Room at the left and right of a cell's writing, in logical pixels."""

INDENTATION = 20
"""How far the activities stand to the right of their aims."""

_AIR = 7
_RIGHT_PADDING = 4
_GAP = 8
_SHAPE = (24.0, 11.0)
_FINDING = 11.0
"""Edge of the mark of a finding, which stands in the room before the writing."""
_MARK = 7.0
_LETTERS_PER_PIXEL = 0.5
"""More letters than this never fit; cutting a long title first spares measuring all of it."""

_MOST_MEASURED = 5_000
"""Widths kept at a time: enough for a long way through a plan."""

_MUTED_STATUSES = frozenset({ActivityStatus.IDEA, ActivityStatus.DONE, ActivityStatus.CANCELLED})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


def row_height() -> int:
    """The height of a row follows the writing."""
    return QFontMetrics(strong_font()).height() + 2 * _AIR


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a column lies on the screen."""

    column: Column
    left: int
    width: int


def mark_box(cell: Cell, row: QRect) -> QRectF:
    """Where the mark of a finding stands in a cell: before the writing; of the side, before its shape."""
    left = cell.left + (INDENTATION / 2 - 3 if cell.column is Column.SIDE else -4.0)
    return QRectF(left, row.top(), PADDING, row.height())


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands.

    Attributes:
        rect: the whole row.
        is_selected: whether it is among the selected ones.
        is_current: whether keys are about it, while the tree has the focus.
        current: the column that keys are about.
        is_hovered: whether the mouse is over it.
        is_expanded: whether the activities under an aim are shown.
    """

    rect: QRect
    is_selected: bool
    is_current: bool
    current: Column | None
    is_hovered: bool
    is_expanded: bool = False


class RowPainter:
    """Fonts and colours of the rows, made once per theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps = SeverityStamps(theme, _FINDING)
        self._font = QApplication.font()
        self._figures = with_figures(self._font)
        self._strong = strong_font()
        self._small = small_font()
        self._struck = QFont(self._font)
        self._struck.setStrikeOut(True)
        self._measured: dict[tuple[str, int, int], tuple[str, int]] = {}
        self._metrics = {
            id(font): QFontMetrics(font)
            for font in (self._font, self._figures, self._strong, self._small, self._struck)
        }

    @property
    def theme(self) -> Theme:
        """The colours it draws with."""
        return self._theme

    # -- aims ----------------------------------------------------------------------------------------

    def paint_group(
        self, painter: QPainter, facts: Facts, group: Group, cells: list[Cell], state: RowState
    ) -> None:
        """Draws the row of an aim across all columns, its money under the heading of the money."""
        rect, now = state.rect, self._theme
        painter.fillRect(rect, now.selection if state.is_selected else now.surface_raised)
        self._line_below(painter, rect)
        if state.is_current:
            self._ring(painter, rect)
        middle = QPointF(rect.left() + INDENTATION / 2 + 2, rect.center().y() + 0.5)
        paint_chevron(painter, middle, self._theme.text_muted, is_open=state.is_expanded)
        end = self._group_money(painter, facts, group, cells, rect)
        left = INDENTATION + 4
        room = QRect(left, rect.top(), end - left - PADDING, rect.height())
        counted = count_text(facts, group)
        needed = self._metrics[id(self._small)].horizontalAdvance(counted) + 2 * PADDING
        words = room.adjusted(0, 0, -needed, 0)
        ink = now.text_muted if group.aim_id is None else now.text
        used = self._write(painter, words, statement_text(facts, group), self._strong, ink)
        self._write(painter, room.adjusted(used + 2 * PADDING, 0, 0, 0), counted, self._small, now.text_muted)

    def _group_money(
        self, painter: QPainter, facts: Facts, group: Group, cells: list[Cell], rect: QRect
    ) -> int:
        """Draws the money, and says how far the words may go."""
        text = money_of_group(facts, group)
        cell = next((each for each in cells if each.column is Column.PLANNED), None)
        if not text or cell is None:
            return max((each.left + each.width for each in cells), default=rect.right())
        width = max(cell.width, self._metrics[id(self._figures)].horizontalAdvance(text) + 2 * PADDING)
        left = cell.left + cell.width - width
        area = QRect(left + PADDING, rect.top(), width - 2 * PADDING, rect.height())
        self._write(painter, area, text, self._figures, self._theme.text_muted, _RIGHT)
        return left

    # -- activities ----------------------------------------------------------------------------------

    def paint_activity(
        self, painter: QPainter, facts: Facts, activity_id: str, cells: list[Cell], state: RowState
    ) -> None:
        """Draws the row of an activity, but for the marks of the review."""
        rect, now = state.rect, self._theme
        if state.is_selected:
            painter.fillRect(rect, now.selection)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), now.accent)
        elif state.is_hovered:
            painter.fillRect(rect, now.surface_raised)
        self._line_below(painter, rect)
        activity = facts.activities[activity_id]
        for cell in cells:
            right = PADDING if cell.column is Column.PLANNED else _RIGHT_PADDING
            area = QRect(cell.left + PADDING, rect.top(), cell.width - PADDING - right, rect.height())
            self._paint_cell(painter, facts, activity, cell.column, area)
            if state.is_current and cell.column is state.current:
                self._ring(painter, QRect(cell.left + 2, rect.top(), cell.width - 4, rect.height()))

    def paint_marks(
        self, painter: QPainter, marks: FieldMarks, cells: list[Cell], marked_in: Collection[str], rect: QRect
    ) -> None:
        """Marks the cells of a row of which the review says something, before what stands in them."""
        for cell in cells:
            finding = mark_in(marks, cell.column, marked_in)
            if finding is not None:
                middle = mark_box(cell, rect).center()
                self._stamps.paint(painter, middle, finding.severity)

    def _paint_cell(
        self, painter: QPainter, facts: Facts, activity: Activity, column: Column, area: QRect
    ) -> None:
        text = facts.text(activity.id, column)
        if column is Column.SIDE:
            self._shape(painter, activity, area)
        elif column is Column.BRIDGES:
            self._bridges(painter, text, len(facts.broken(activity.id)), area)
        elif column is Column.TITLE:
            is_off = activity.status is ActivityStatus.CANCELLED
            ink = self._theme.text_muted if is_off else self._theme.text
            self._write(painter, area, text, self._struck if is_off else self._font, ink)
        elif column is Column.PLANNED:
            self._write(painter, area, text, self._figures, self._theme.text, _RIGHT)
        elif column is Column.DATES:
            self._dates(painter, facts, activity.id, area)
        elif column is Column.STATUS:
            is_muted = activity.status in _MUTED_STATUSES
            self._write(
                painter, area, text, self._font, self._theme.text_muted if is_muted else self._theme.text
            )
        else:
            self._write(painter, area, text, self._font, self._theme.text)

    def _shape(self, painter: QPainter, activity: Activity, area: QRect) -> None:
        """A short bar as on the timeline: round ends online, square ones offline."""
        is_off = activity.status is ActivityStatus.CANCELLED
        look = look_of(activity.side, Standing.CANCELLED if is_off else Standing.OWN)
        width, height = _SHAPE
        left = area.left() + INDENTATION - PADDING + 4
        shape = QRectF(left, area.center().y() + 0.5 - height / 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, look, shape, self._theme)
        painter.restore()

    def _dates(self, painter: QPainter, facts: Facts, activity_id: str, area: QRect) -> None:
        """The days, and how many flights there are where there is room to say so."""
        flights = len(facts.plan.flights.by("activity_id").get(activity_id, ()))
        text, now = facts.days_text(activity_id), self._theme
        used = self._write(painter, area, text, self._figures, now.text if flights else now.text_muted)
        rest = area.adjusted(used + _GAP, 0, 0, 0)
        times = f"{flights} ×"
        if flights > 1 and self._metrics[id(self._small)].horizontalAdvance(times) <= rest.width():
            self._write(painter, rest, times, self._small, now.text_muted)

    def _bridges(self, painter: QPainter, text: str, broken: int, area: QRect) -> None:
        """How many bridges, and a red mark when one of them is broken."""
        used = self._write(painter, area, text, self._figures, self._theme.text)
        if not broken:
            return
        middle = QPointF(area.left() + used + _GAP + _MARK, area.center().y() + 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.error)
        painter.drawEllipse(middle, _MARK, _MARK)
        painter.setPen(QPen(self._theme.surface, 1.6, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle + QPointF(0, -3.6), middle + QPointF(0, 0.8))
        painter.drawPoint(middle + QPointF(0, 3.6))
        painter.restore()

    # -- both ----------------------------------------------------------------------------------------

    def _line_below(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.hairline)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self._theme.accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        font: QFont,
        ink: QColor,
        where: Qt.AlignmentFlag = _LEFT,
    ) -> int:
        """Writes what fits, and says how wide that is."""
        if not text or area.width() <= 0:
            return 0
        shown, width = self._fitting(text, font, area.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(area, where | Qt.TextFlag.TextSingleLine, shown)
        return width

    def _fitting(self, text: str, font: QFont, room: int) -> tuple[str, int]:
        """What fits into so many pixels and how wide that is; measured once for each text and room."""
        key = (text, id(font), room)
        known = self._measured.get(key)
        if known is None:
            if len(self._measured) > _MOST_MEASURED:
                self._measured.clear()
            metrics = self._metrics[id(font)]
            cut = text[: 40 + int(room * _LETTERS_PER_PIXEL)]
            width = metrics.horizontalAdvance(cut)
            if width > room or cut != text:
                cut = metrics.elidedText(cut, Qt.TextElideMode.ElideRight, room)
                width = metrics.horizontalAdvance(cut)
            known = self._measured[key] = (directed(cut), width)
        return known
