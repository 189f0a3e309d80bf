"""The chart of money over time: bars of what is planned, and how planned and actual money add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from campaignplanner.ui import theme
from campaignplanner.ui.budget.bars import IN_DRAWING_ORDER, fill_part
from campaignplanner.ui.budget.over_time.series import Period, Series
from campaignplanner.ui.fonts import small_font, with_figures
from campaignplanner.ui.plain_text import tooltip_text

_HEIGHT = 260
_SIDE = 4.0
_TOP = 26.0
_GRID = 4


class SpendChart(QWidget):
    """Painted for the eye; the table below it tells the same to keyboards and screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = Series((), 0)
        self._told: Callable[[Period], str] = _nothing
        self._money: Callable[[int], str] = str
        self._marked: object = None
        self._names: Sequence[str] = ()
        self.setAccessibleName(self.tr("Money over time"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(
        self, series: Series, told: Callable[[Period], str], money: Callable[[int], str], sentence: str
    ) -> None:
        """Draws periods.

        Args:
            series: what is drawn.
            told: says everything about a period.
            money: writes an amount.
            sentence: what the chart shows, in words.
        """
        self._series, self._told, self._money = series, told, money
        self.setAccessibleDescription(sentence)
        self.update()

    def mark(self, key: object) -> None:
        """Lights the period up that has this span."""
        if key != self._marked:
            self._marked = key
            self.update()

    def sizeHint(self) -> QSize:
        """High enough to see a small week."""
        return QSize(480, _HEIGHT)

    def period_at(self, x: float) -> Period | None:
        """The period at a place across."""
        area, periods = self._area(), self._series.periods
        if not periods or not area.left() <= x <= area.right():
            return None
        return periods[min(len(periods) - 1, int((x - area.left()) / area.width() * len(periods)))]

    def event(self, event: QEvent) -> bool:
        """Tells the numbers of the period that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            period = self.period_at(event.pos().x())
            if period is not None:
                QToolTip.showText(event.globalPos(), tooltip_text(self._told(period)), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights up what is pointed at."""
        period = self.period_at(event.position().x())
        self.mark(period.span if period is not None else None)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self.mark(None)
        super().leaveEvent(event)

    # -- painting ------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        bottom = 8.0 + self.fontMetrics().height()
        metrics = QFontMetricsF(with_figures(small_font()))
        left = metrics.horizontalAdvance(self._money(self._series.top)) + 10
        return QRectF(left, _TOP, self.width() - left - _SIDE, self.height() - _TOP - bottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the grid, the bars, the two curves and the words at their ends."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(with_figures(small_font()))
        area = self._area()
        self._paint_grid(painter, area)
        if not self._series.periods:
            return
        for number, period in enumerate(self._series.periods):
            self._paint_period(painter, self._slot(area, number), period)
        self._paint_labels(painter, area)
        now = theme.current()
        planned = [each.planned_so_far for each in self._series.periods]
        actual = [each.actual_so_far for each in self._series.periods if each.actual_so_far is not None]
        self._paint_curve(painter, area, planned, QPen(now.text_muted, 1.5, Qt.PenStyle.DashLine))
        if any(actual):
            self._paint_curve(painter, area, actual, QPen(now.text, 2))
        self._paint_key(painter, area, has_actual=any(actual))

    def _slot(self, area: QRectF, number: int) -> QRectF:
        width = area.width() / len(self._series.periods)
        return QRectF(area.left() + number * width, area.top(), width, area.height())

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        now = theme.current()
        highest = self._series.top
        for step in range(_GRID + 1):
            y = round(area.bottom() - area.height() * step / _GRID) + 0.5
            painter.setPen(QPen(now.hairline, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            if step and highest and step % 2 == 0:
                painter.setPen(now.text_muted)
                text = self._money(highest * step // _GRID)
                x = area.left() - painter.fontMetrics().horizontalAdvance(text) - 6
                painter.drawText(QPointF(x, y + 4), text)

    def _paint_period(self, painter: QPainter, slot: QRectF, period: Period) -> None:
        now = theme.current()
        if period.span == self._marked:
            painter.fillRect(slot, now.selection)
        highest = self._series.top
        if not highest:
            return
        gap = min(4.0, slot.width() * 0.15)
        bottom = slot.bottom()
        for part in IN_DRAWING_ORDER:
            amount = period.planned[part]
            if amount > 0:
                height = max(1.0, slot.height() * amount / highest)
                box = QRectF(slot.left() + gap, bottom - height, slot.width() - 2 * gap, height)
                fill_part(painter, box, part, now)
                bottom -= height

    def _paint_labels(self, painter: QPainter, area: QRectF) -> None:
        metrics = painter.fontMetrics()
        painter.setPen(theme.current().text_muted)
        free = area.left()
        for number, period in enumerate(self._series.periods):
            slot = self._slot(area, number)
            text = period.name
            width = metrics.horizontalAdvance(text)
            left = min(max(slot.center().x() - width / 2, area.left()), area.right() - width)
            if left >= free:
                painter.drawText(QPointF(left, area.bottom() + 4 + metrics.ascent()), text)
                free = left + width + 16

    def _paint_curve(self, painter: QPainter, area: QRectF, sums: Sequence[int], pen: QPen) -> None:
        highest = self._series.highest_sum
        if not highest:
            return
        points = [QPointF(area.left(), area.bottom())]
        for number, amount in enumerate(sums):
            points.append(
                QPointF(
                    self._slot(area, number).right(),
                    area.bottom() - area.height() * max(0, amount) / highest,
                )
            )
        halo = QPen(theme.current().surface, pen.widthF() + 2.5)
        for each in (halo, pen):
            painter.setPen(each)
            painter.drawPolyline(QPolygonF(points))

    def _paint_key(self, painter: QPainter, area: QRectF, *, has_actual: bool) -> None:
        now, metrics = theme.current(), painter.fontMetrics()
        last = self._series.periods[-1].planned_so_far
        texts = [(self.tr("planned so far, %1 in the end").replace("%1", self._money(last)), True)]
        if has_actual:
            texts.append((self.tr("actual so far"), False))
        x = area.right()
        for text, is_dashed in texts:
            x -= metrics.horizontalAdvance(text)
            painter.setPen(now.text_muted)
            painter.drawText(QPointF(x, 4 + metrics.ascent()), text)
            style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(now.text_muted if is_dashed else now.text, 2, style))
            y = 4 + metrics.height() / 2
            painter.drawLine(QPointF(x - 24, y), QPointF(x - 6, y))
            x -= 44


def _nothing(period: Period) -> str:
    del period
    return ""
