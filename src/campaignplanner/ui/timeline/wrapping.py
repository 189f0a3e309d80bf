"""Text on a limited number of lines: broken between words, or inside one that is too long, then elided."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.words import one_line

_CODE_UNIT = 2
"""Bytes of a UTF-16 code unit, in which Qt counts: an emoji has two of them and is one character here."""

_MOST_KNOWN = 8
"""Widths for which a label keeps its lines: a layout tries a few."""


def wrapped(text: str, font: QFont, width: float, most_lines: int) -> list[str]:
    """The text as at most so many lines that fit the width; the last one ends in an ellipsis if cut."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start = line.textStart() * _CODE_UNIT
        if len(lines) == most_lines - 1:
            rest = units[start:].decode("utf-16-le", "replace")
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        end = start + line.textLength() * _CODE_UNIT
        lines.append(units[start:end].decode("utf-16-le", "replace").strip())
    layout.endLayout()
    return lines


class WrappedLabel(QLabel):
    """A label that wraps within a number of lines; a screen reader and the tooltip get the whole text."""

    def __init__(self, font: QFont, most_lines: int, role: str = "") -> None:
        super().__init__()
        self._most_lines = most_lines
        self._known: dict[tuple[str, str, int], list[str]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font)
        if role:
            self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Shows the text, with line ends as spaces."""
        flat = one_line(text)
        if flat == self.text() and flat == self.accessibleName():
            return
        self.setText(flat)
        self.setAccessibleName(flat)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text takes at this width, up to the limit."""
        lines = self._lines(width)
        return max(1, len(lines)) * self._line_height()

    def sizeHint(self) -> QSize:
        """One line; the layout asks for the height at its width."""
        return QSize(self.fontMetrics().horizontalAdvance("M") * 12, self._line_height())

    def minimumSizeHint(self) -> QSize:
        """One line of a few letters."""
        return QSize(1, self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the lines that fit."""
        del event
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self._lines(self.width())
        height = self._line_height()
        baseline = (height - QFontMetricsF(self.font()).height()) / 2 + QFontMetricsF(self.font()).ascent()
        for number, line in enumerate(lines):
            painter.drawText(QPointF(0, number * height + baseline), directed(line))
        cut = " ".join(lines) != self.text()
        self.setToolTip(tooltip_text(self.text()) if cut else "")

    def _lines(self, width: int) -> list[str]:
        """The lines at a width; a layout asks for the same ones several times before it is settled."""
        key = (self.text(), self.font().key(), width)
        lines = self._known.get(key)
        if lines is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            lines = self._known[key] = wrapped(self.text(), self.font(), width, self._most_lines)
        return lines

    def _line_height(self) -> int:
        return round(self.fontMetrics().height() * 1.15)
