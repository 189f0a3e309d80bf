"""The card: what is selected, to be read, with ways on to what it is tied to."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.ui import theme as themes
from campaignplanner.ui.fonts import sized, small_font, strong_font
from campaignplanner.ui.formats import menu_text, tooltip_text
from campaignplanner.ui.icons import icon
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.theme import Theme
from campaignplanner.ui.timeline.card_ground import paint_card_ground
from campaignplanner.ui.timeline.card_texts import Card, CardLink, CardRow, Tone
from campaignplanner.ui.timeline.wrapping import WrappedLabel
from campaignplanner.ui.widgets.lines import set_role

WIDTH = 372
_MARGIN = 14
_ROLES = {Tone.PLAIN: "", Tone.MUTED: "muted", Tone.GOOD: "good", Tone.ERROR: "error"}


class LinkButton(QAbstractButton):
    """A line of text that leads to another card; underlined under the mouse and with the focus."""

    followed = Signal(object)

    def __init__(self, link: CardLink) -> None:
        super().__init__()
        self._link = link
        self.setText(link.text)
        self.setAccessibleName(link.text)
        self.setFont(small_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._follow)

    def sizeHint(self) -> QSize:
        """One line; the width is what the card gives."""
        return QSize(40, round(QFontMetricsF(self.font()).height() * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints as much of the text as fits."""
        del event
        theme = themes.current()
        painter = QPainter(self)
        pointed_at = self.underMouse() or self.hasFocus()
        font = sized(self.font(), self.font().pixelSize())
        font.setUnderline(pointed_at)
        painter.setFont(font)
        painter.setPen(theme.error if self._link.tone is Tone.ERROR else theme.accent)
        shown = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), int(where), directed(shown))
        self.setToolTip(tooltip_text(self.text()) if shown != self.text() else "")

    @Slot()
    def _follow(self) -> None:
        self.followed.emit(self._link.leads_to)


class AnswerButton(QPushButton):
    """One thing that can be done about what the card tells of."""

    answered = Signal(object)

    def __init__(self, number: int, text: str) -> None:
        super().__init__(menu_text(text))
        self._number = number
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.clicked.connect(self._answer)

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(self._number)


class ProgressLine(QWidget):
    """How far a KPI has come, as the bar in the aim column shows it."""

    def __init__(self, fraction: float) -> None:
        super().__init__()
        self._fraction = fraction
        self.setFixedHeight(6)
        self.setAccessibleName(self.tr("%1 % of the way").replace("%1", str(round(fraction * 100))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the way and how much of it is done."""
        del event
        painter = QPainter(self)
        paint_progress(painter, QRectF(0, 0.5, self.width(), 5), self._fraction, themes.current())


def paint_progress(painter: QPainter, rect: QRectF, fraction: float, theme: Theme) -> None:
    """Paints a progress bar with round ends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(theme.track)
    painter.drawRoundedRect(rect, radius, radius)
    if fraction > 0:
        done = QRectF(rect)
        done.setWidth(max(rect.height(), rect.width() * fraction))
        painter.setBrush(theme.good)
        painter.drawRoundedRect(done, radius, radius)
    painter.restore()


class SelectionCard(QFrame):
    """A read-only card that floats over the timeline.

    Signals:
        followed: carries what a link on the card leads to.
        answered: carries the number of the answer whose button was pressed.
        dismissed: the person wants it gone.
    """

    followed = Signal(object)
    answered = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._edge_is_error = False
        self._body: QWidget | None = None
        self._build_close_button()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN)
        self.setAccessibleDescription(self.tr("What is selected on the timeline. Escape closes it."))
        self.hide()

    def show_card(self, card: Card) -> None:
        """Fills the card anew and gives it the height that its texts need."""
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._edge_is_error = card.tone is Tone.ERROR
        self._body = self._built_body(card)
        self._outer.addWidget(self._body)
        self.setAccessibleName(card.headline)
        self._close.setIcon(icon("close", themes.current()))
        self._body.show()
        self.resize(WIDTH, self._outer.heightForWidth(WIDTH))
        self._close.move(WIDTH - self._close.width() - 6, 6)
        self._close.raise_()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Closes at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the card's ground and its edge, red for trouble."""
        del event
        paint_card_ground(self, is_trouble=self._edge_is_error)

    def _build_close_button(self) -> None:
        self._close = QToolButton(self)
        self._close.setFixedSize(36, 28)
        self._close.setAccessibleName(self.tr("Close the card"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.dismissed)

    def _built_body(self, card: Card) -> QWidget:
        body = QWidget(self)
        # Opaque, so that a link under the mouse does not make the timeline below paint itself.
        body.setAutoFillBackground(True)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._add_headline(column, card)
        if card.subtitle:
            column.addWidget(_text(card.subtitle, 2, "muted"))
        if card.sentence:
            column.addWidget(_text(card.sentence, 4))
        column.addSpacing(4)
        if card.answers:
            column.addLayout(self._answers(card.answers))
            column.addSpacing(6)
        column.addLayout(self._rows(card.rows))
        return body

    def _answers(self, answers: tuple[str, ...]) -> QLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(8)
        for number, text in enumerate(answers):
            button = AnswerButton(number, text)
            button.answered.connect(self.answered)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _add_headline(self, column: QVBoxLayout, card: Card) -> None:
        line = QHBoxLayout()
        headline = WrappedLabel(strong_font(), 3)
        headline.show_text(card.headline)
        set_role(headline, _ROLES[card.tone])
        line.addWidget(headline, 1)
        line.addSpacing(28)
        column.addLayout(line)

    def _rows(self, rows: tuple[CardRow, ...]) -> QLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        metrics = QFontMetricsF(small_font())
        grid.setColumnMinimumWidth(
            0, round(max((metrics.horizontalAdvance(row.label) for row in rows), default=0))
        )
        for number, row in enumerate(rows):
            label = _text(row.label, 1, "muted")
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._value(row), number, 1)
        return grid

    def _value(self, row: CardRow) -> QLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for line in row.text.splitlines():
            column.addWidget(_text(line, 1 if row.is_list else 3))
        if row.progress is not None:
            column.addWidget(ProgressLine(row.progress))
        for link in row.links:
            button = LinkButton(link)
            button.followed.connect(self.followed)
            column.addWidget(button)
        return column


def _text(text: str, most_lines: int, role: str = "") -> WrappedLabel:
    label = WrappedLabel(small_font(), most_lines, role)
    label.show_text(text)
    return label
