"""Marks of findings that are painted into something larger: a click on one leads to its finding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from campaignplanner.domain.review import Finding
from campaignplanner.ui.formats import tooltip_text


class MarkClicks(QObject):
    """Watches the mouse over a widget with painted marks; what is beside them is the widget's own.

    Signals:
        asked: carries the Finding whose mark was clicked.
    """

    asked = Signal(object)

    def __init__(
        self,
        widget: QWidget,
        finding_at: Callable[[QPointF], Finding | None],
        *,
        lies_on_top: bool = False,
    ) -> None:
        """Begins to watch; the widget owns it.

        Args:
            widget: in which the marks are painted.
            finding_at: gives the finding whose mark lies under a point.
            lies_on_top: whether nothing below a mark is pointed at, as nothing below it is clicked.
        """
        super().__init__(widget)
        self._widget = widget
        self._finding_at = finding_at
        self._lies_on_top = lies_on_top
        self._is_over = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes clicks on marks, shows a hand over them, and says what they say."""
        if watched is not self._widget:
            return False
        kind = event.type()
        if isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
            return self._tell(event)
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseMove and not event.buttons():
            return self._point(event)
        if kind != QEvent.Type.MouseButtonPress or event.button() != Qt.MouseButton.LeftButton:
            return False
        finding = self._finding_at(event.position())
        if finding is not None:
            self.asked.emit(finding)
        return finding is not None

    def _tell(self, event: QHelpEvent) -> bool:
        finding = self._finding_at(QPointF(event.pos()))
        if finding is not None:
            QToolTip.showText(event.globalPos(), tooltip_text(finding.message), self._widget)
        return finding is not None

    def _point(self, event: QMouseEvent) -> bool:
        is_over = self._finding_at(event.position()) is not None
        if is_over != self._is_over:
            self._is_over = is_over
            if is_over:
                self._widget.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self._widget.unsetCursor()
        return is_over and self._lies_on_top
