"""The samples, one click away: what they are and a way to open each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.samples_offered import SampleCardText
from campaignplanner.ui.widgets.lines import label

_USUAL_WIDTH = 290


class SampleCard(QPushButton):
    """A button of two lines; `asked_for` carries the sample's name."""

    asked_for = Signal(object)

    def __init__(self, text: SampleCardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = text.name
        self.setAccessibleName(self.tr("Open the sample “%1”").replace("%1", text.title))
        self.setAccessibleDescription(text.description)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter does what Space does, outside of dialogs too
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(_USUAL_WIDTH * 2 // 3)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(6)
        self._add_line(text.title, "", leads=True)
        self._add_line(text.description, "muted", leads=False)
        self._column.addStretch(1)
        self.clicked.connect(self._ask)

    def _add_line(self, text: str, role: str, *, leads: bool) -> None:
        line = label(text, role=role, font=strong_font() if leads else small_font())
        line.setWordWrap(True)
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column.addWidget(line)

    def sizeHint(self) -> QSize:
        """As wide as a few words a line, as high as the texts need then."""
        return QSize(_USUAL_WIDTH, self._column.totalHeightForWidth(_USUAL_WIDTH))

    def hasHeightForWidth(self) -> bool:
        """No: a layout around would take the texts' wish for the card's; see `resizeEvent`."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The texts wrap, so a narrow card has to be a higher one."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._column.totalHeightForWidth(event.size().width()))

    @Slot()
    def _ask(self) -> None:
        self.asked_for.emit(self._name)


class SamplesStrip(QWidget):
    """The cards side by side. `asked_for` carries the name of a sample."""

    asked_for = Signal(object)

    def __init__(self, texts: tuple[SampleCardText, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for text in texts:
            card = SampleCard(text)
            card.asked_for.connect(self.asked_for)
            row.addWidget(card, 1)
