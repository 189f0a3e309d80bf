"""The curve of outcome against online share, with the best split and today's plan on it."""

from __future__ import annotations

from math import cos, floor, log10, pi

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from campaignplanner.planning.what_split import CurvePoint, Today, WhatSplit
from campaignplanner.ui import theme
from campaignplanner.ui.budget.what_split.sentences import number, percent
from campaignplanner.ui.fonts import small_font, with_figures
from campaignplanner.ui.plain_text import tooltip_text

_LEFT, _TOP, _RIGHT = 48.0, 14.0, 14.0
_STEPS = 4
_DOT = 4.5
_ROOM_ABOVE = 1.04
_ROUND = (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 20)
_CORNERS = 120


class CurveChart(QWidget):
    """Painted for the eye; its description and the table beside it say the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: WhatSplit | None = None
        self._today: Today | None = None
        self.setAccessibleName(self.tr("Outcome by online share"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_curve(self, found: WhatSplit | None, today: Today | None, told: str) -> None:
        """Draws what follows from judgements; None leaves the axes alone."""
        self._found, self._today = found, today
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Room to see how flat the curve is."""
        return QSize(480, 300)

    def event(self, event: QEvent) -> bool:
        """Tells the outcome of the share that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._found is not None:
            area = self._area()
            share = min(1.0, max(0.0, (event.pos().x() - area.left()) / area.width()))
            outcome = number(self._found.judgements.outcome(share))
            text = self.tr("%1 online brings %2").replace("%1", percent(round(share, 2)))
            QToolTip.showText(event.globalPos(), tooltip_text(text.replace("%2", outcome)), self)
            return True
        return super().event(event)

    def _area(self) -> QRectF:
        bottom = 10.0 + 2 * self.fontMetrics().height()
        return QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - bottom)

    def _highest(self) -> float:
        """Where the axis ends: the next round number above the best."""
        if self._found is None:
            return 1.0
        best = self._found.best.outcome * _ROOM_ABOVE
        power = 10.0 ** floor(log10(best))
        return next(power * step for step in _ROUND if power * step >= best)

    def _point(self, area: QRectF, at: CurvePoint) -> QPointF:
        return QPointF(
            area.left() + area.width() * at.online_share,
            area.bottom() - area.height() * at.outcome / self._highest(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints axes, what is as good as the best, the curve, the best and today."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(with_figures(small_font()))
        area = self._area()
        if self._found is not None:
            self._paint_plateau(painter, area, self._found)
        self._paint_axes(painter, area)
        if self._found is None:
            return
        now = theme.current()
        points = [self._point(area, each) for each in _curve(self._found)]
        painter.setPen(QPen(now.accent, 2))
        painter.drawPolyline(QPolygonF(points))
        self._paint_today(painter, area)
        self._paint_dot(painter, area, self._found.best, now.good, self.tr("best"), is_above=True)

    def _paint_plateau(self, painter: QPainter, area: QRectF, found: WhatSplit) -> None:
        veil = QColor(theme.current().good)
        veil.setAlphaF(0.13)
        left = area.left() + area.width() * found.as_good_from
        right = area.left() + area.width() * found.as_good_to
        painter.fillRect(QRectF(left, area.top(), max(1.0, right - left), area.height()), veil)

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        now, metrics = theme.current(), painter.fontMetrics()
        for step in range(_STEPS + 1):
            share = step / _STEPS
            y = round(area.bottom() - area.height() * share) + 0.5
            painter.setPen(QPen(now.hairline, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(now.text_muted)
            if self._found is not None:
                text = number(self._highest() * share)
                painter.drawText(QPointF(area.left() - metrics.horizontalAdvance(text) - 6, y + 4), text)
            text = percent(share)
            width = metrics.horizontalAdvance(text)
            x = min(area.left() + area.width() * share - width / 2, area.right() - width)
            painter.drawText(QPointF(x, area.bottom() + 5 + metrics.ascent()), text)
        words = self.tr("online share of the money")
        x = area.center().x() - metrics.horizontalAdvance(words) / 2
        painter.drawText(QPointF(x, area.bottom() + 6 + metrics.height() + metrics.ascent()), words)

    def _paint_today(self, painter: QPainter, area: QRectF) -> None:
        if self._today is None:
            return
        now = theme.current()
        here, most = self._today.here, self._today.at_most
        if most.online_share > here.online_share and self._found is not None:
            steps = [here.online_share + (most.online_share - here.online_share) * n / 30 for n in range(31)]
            judgements = self._found.judgements
            line = [self._point(area, CurvePoint(each, judgements.outcome(each))) for each in steps]
            painter.setPen(QPen(now.text, 4))
            painter.drawPolyline(QPolygonF(line))
        point = self._point(area, here)
        painter.setPen(QPen(now.text_muted, 1, Qt.PenStyle.DashLine))
        painter.drawLine(point, QPointF(point.x(), area.bottom()))
        self._paint_dot(painter, area, here, now.text, self.tr("today"), is_above=False)

    def _paint_dot(
        self, painter: QPainter, area: QRectF, at: CurvePoint, ink: QColor, word: str, *, is_above: bool
    ) -> None:
        point, metrics = self._point(area, at), painter.fontMetrics()
        painter.setPen(QPen(theme.current().surface, 2))
        painter.setBrush(ink)
        painter.drawEllipse(point, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = metrics.horizontalAdvance(word)
        x = min(max(point.x() - width / 2, area.left()), area.right() - width)
        y = point.y() - 9 if is_above else point.y() + 8 + metrics.ascent()
        painter.setPen(ink)
        painter.drawText(QPointF(x, y), word)


def _curve(found: WhatSplit) -> list[CurvePoint]:
    """The curve at equal angles: it is steepest at its ends, where equal shares would leave corners."""
    shares = [cos(pi / 2 * step / _CORNERS) ** 2 for step in range(_CORNERS + 1)]
    return [CurvePoint(share, found.judgements.outcome(share)) for share in shares]
