"""The mark of a finding: its shape says how grave it is, and its colour says so once more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.review import Severity
from campaignplanner.ui import theme
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

SIZE = 16.0
"""Edge of a mark in a list, in logical pixels."""

_WORDS = {
    Severity.ERROR: QT_TRANSLATE_NOOP("severity", "Error"),
    Severity.WARNING: QT_TRANSLATE_NOOP("severity", "Warning"),
    Severity.HINT: QT_TRANSLATE_NOOP("severity", "Hint"),
}


def severity_word(severity: Severity) -> str:
    """How grave a finding is, in a word."""
    return QCoreApplication.translate("severity", _WORDS[severity])


def paint_severity(
    painter: QPainter, centre: QPointF, severity: Severity, now: Theme, size: float = SIZE
) -> None:
    """Paints a filled disc for an error, a triangle for a warning, and a ring for a hint."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(size / SIZE, size / SIZE)
    match severity:
        case Severity.ERROR:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.error)
            painter.drawEllipse(QPointF(0, 0), 7.5, 7.5)
            _paint_call(painter, now.on_today, 0.0)
        case Severity.WARNING:
            painter.setPen(_pen(now.error, 1.5))
            painter.setBrush(now.error_fill)
            painter.drawPolygon(QPolygonF([QPointF(0, -6.6), QPointF(7.2, 6.0), QPointF(-7.2, 6.0)]))
            _paint_call(painter, now.error, 1.4)
        case Severity.HINT:
            painter.setPen(_pen(now.text_muted, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(0, 0), 6.5, 6.5)
            painter.drawLine(QLineF(0, -0.4, 0, 3.2))
            painter.drawPoint(QPointF(0, -3.2))
    painter.restore()


def _paint_call(painter: QPainter, ink: QColor, drop: float) -> None:
    """An exclamation mark, a little lower where the shape is heavier below."""
    painter.setPen(_pen(ink, 1.7))
    painter.drawLine(QLineF(0, -3.6 + drop, 0, 0.4 + drop / 2))
    painter.drawPoint(QPointF(0, 3.4 + drop / 4))


def _pen(ink: QColor, width: float) -> QPen:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class SeverityStamps:
    """Stamps marks of one size: each is drawn once for a screen, for many are painted in every frame."""

    def __init__(self, now: Theme, size: float) -> None:
        """Begins with none drawn.

        Args:
            now: whose colours the marks have.
            size: edge of a mark, in logical pixels.
        """
        self._theme = now
        self._size = size
        self._stamps: dict[tuple[Severity, float], QPixmap] = {}

    def paint(self, painter: QPainter, centre: QPointF, severity: Severity) -> None:
        """Paints a mark."""
        ratio = painter.device().devicePixelRatio()
        stamp = self._stamps.get((severity, ratio))
        if stamp is None:
            stamp = self._stamps[severity, ratio] = self._drawn(severity, ratio)
        half = self._size / 2 + 1
        painter.drawPixmap(QPointF(centre.x() - half, centre.y() - half), stamp)

    def _drawn(self, severity: Severity, ratio: float) -> QPixmap:
        edge = self._size + 2
        dots = round(edge * ratio)
        stamp = QPixmap(dots, dots)
        stamp.setDevicePixelRatio(ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        paint_severity(painter, QPointF(edge / 2, edge / 2), severity, self._theme, self._size)
        painter.end()
        return stamp


class SeverityMark(QWidget):
    """The mark as a part of a form; whoever stands beside it says it in words."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setFixedSize(QSize(round(SIZE) + 2, round(SIZE) + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it in the middle."""
        del event
        middle = QRectF(self.rect()).center()
        paint_severity(QPainter(self), middle, self._severity, theme.current())
