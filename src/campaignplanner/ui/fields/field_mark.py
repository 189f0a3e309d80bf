"""The mark of the review beside a field's label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from campaignplanner.domain.review import Finding
from campaignplanner.ui import theme
from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.widgets.severity_mark import paint_severity, severity_word

_SIZE = 12.0
_EDGE = 16


class FieldMark(QToolButton):
    """Says by its shape that the review says something of a field, in a tooltip what, and leads there.

    Signals:
        asked: carries the Finding, which is to be shown in full.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self.setFixedSize(QSize(_EDGE, _EDGE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    def show_finding(self, finding: Finding | None) -> None:
        """Marks a finding, or nothing."""
        self._finding = finding
        self.setVisible(finding is not None)
        if finding is not None:
            self.setToolTip(tooltip_text(finding.message))
            self.setAccessibleName(f"{severity_word(finding.severity)}: {finding.message}")
        self.update()

    @Slot()
    def _ask(self) -> None:
        if self._finding is not None:
            self.asked.emit(self._finding)

    def event(self, event: QEvent) -> bool:
        """Draws the ring of the focus when it comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the mark, and a ring while keys are about it."""
        del event
        if self._finding is None:
            return
        painter, now = QPainter(self), theme.current()
        if self.hasFocus():
            painter.setPen(now.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        paint_severity(painter, QPointF(_EDGE / 2, _EDGE / 2), self._finding.severity, now, _SIZE)
