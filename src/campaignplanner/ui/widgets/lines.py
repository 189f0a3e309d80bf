"""Hairlines and labels: the furniture of every page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from campaignplanner.ui.plain_text import directed, tooltip_text


def hairline(parent: QWidget | None = None) -> QFrame:
    """A horizontal line of one pixel, which parts where other programs put a box."""
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line


def label(text: str = "", role: str = "", font: QFont | None = None) -> QLabel:
    """A label that shows its text as it stands: what people typed is never taken for markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    if font is not None:
        made.setFont(font)
    return made


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis where room ends; the tooltip has the whole text."""

    def __init__(self, role: str = "", font: QFont | None = None) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        if font is not None:
            self.setFont(font)

    def show_text(self, text: str) -> None:
        """Shows the text, with line breaks as spaces, and tells it whole to a screen reader."""
        self.setText(" ".join(text.split()))
        self.setAccessibleName(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: everything else may be cut."""
        few = self.fontMetrics().horizontalAdvance("Mmmm…")
        return QSize(min(few, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what fits, and offers the rest as a tooltip only when something was cut."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(tooltip_text(self.text()) if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), directed(shown))


def set_role(widget: QWidget, role: str) -> None:
    """Gives a widget another role in the style sheet after it was made."""
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
