"""The card under the mouse: the same words as on the card of what is selected, for those who only look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.timeline.card import ProgressLine
from campaignplanner.ui.timeline.card_ground import paint_card_ground
from campaignplanner.ui.timeline.card_texts import Card, CardRow, Tone
from campaignplanner.ui.timeline.wrapping import WrappedLabel
from campaignplanner.ui.widgets.lines import set_role

WIDTH = 340
_MARGIN = 12
_ROLES = {Tone.PLAIN: "", Tone.MUTED: "muted", Tone.GOOD: "good", Tone.ERROR: "error"}


class HoverCard(QFrame):
    """Tells of what is pointed at; it takes neither the mouse nor the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._edge_is_error = False
        self._body: QWidget | None = None
        self._card: Card | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(_MARGIN, _MARGIN - 3, _MARGIN, _MARGIN - 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def card(self) -> Card | None:
        """What it tells; None while it is hidden."""
        return self._card if self.isVisible() else None

    def show_card(self, card: Card) -> None:
        """Fills the card anew, as wide as its texts need and as high as they are."""
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._card = card
        self._edge_is_error = card.tone is Tone.ERROR
        self._body = _body(card, self)
        self._outer.addWidget(self._body)
        self.setAccessibleName(card.headline)
        self._body.show()
        width = min(WIDTH, _natural_width(card) + 2 * _MARGIN + 2)
        self.resize(width, self._outer.heightForWidth(width))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Is never reached by a tooltip of its own."""
        return event.type() == QEvent.Type.ToolTip or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the card's ground and its edge, red for trouble."""
        del event
        paint_card_ground(self, is_trouble=self._edge_is_error)


def _body(card: Card, parent: QWidget) -> QWidget:
    body = QWidget(parent)
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    headline = WrappedLabel(strong_font(), 2, _ROLES[card.tone])
    headline.show_text(card.headline)
    column.addWidget(headline)
    if card.subtitle:
        column.addWidget(_text(card.subtitle, 2, "muted"))
    for line in card.sentence.splitlines():
        column.addWidget(_text(line, 4))
    if card.rows:
        column.addSpacing(2)
        column.addLayout(_rows(card.rows))
    return body


def _rows(rows: tuple[CardRow, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, _label_width(rows))
    for number, row in enumerate(rows):
        grid.addWidget(_text(row.label, 1, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        value = QVBoxLayout()
        value.setContentsMargins(0, 0, 0, 0)
        value.setSpacing(1)
        for line in row.text.splitlines():
            value.addWidget(_text(line, 1 if row.is_list else 3))
        if row.progress is not None:
            value.addWidget(ProgressLine(row.progress))
        for link in row.links:
            value.addWidget(_text(link.text, 1, _ROLES[link.tone]))
        grid.addLayout(value, number, 1)
    return grid


def _natural_width(card: Card) -> int:
    """So wide that nothing wraps, as far as that goes."""
    small, strong = QFontMetricsF(small_font()), QFontMetricsF(strong_font())
    values = [
        line for row in card.rows for line in (*row.text.splitlines(), *(each.text for each in row.links))
    ]
    beside = _label_width(card.rows) + 10 if card.rows else 0
    widths = [strong.horizontalAdvance(card.headline), small.horizontalAdvance(card.subtitle)]
    widths.extend(small.horizontalAdvance(line) for line in card.sentence.splitlines())
    widths.extend(beside + small.horizontalAdvance(line) for line in values)
    return round(max(widths)) + 2


def _label_width(rows: tuple[CardRow, ...]) -> int:
    metrics = QFontMetricsF(small_font())
    return round(max((metrics.horizontalAdvance(row.label) for row in rows), default=0)) + 1


def _text(text: str, most_lines: int, role: str = "") -> WrappedLabel:
    label = WrappedLabel(small_font(), most_lines)
    label.show_text(text)
    if role:
        set_role(label, role)
    return label
