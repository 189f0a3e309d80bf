"""The card: what is selected, to be read, with ways on to what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator

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
_KEPT = 4
"""Bodies that are kept to be filled again."""
_ROLES = {Tone.PLAIN: "", Tone.MUTED: "muted", Tone.GOOD: "good", Tone.ERROR: "error"}


class LinkButton(QAbstractButton):
    """A line of text that leads to another card; underlined under the mouse and with the focus."""

    followed = Signal(object)

    def __init__(self, link: CardLink) -> None:
        super().__init__()
        self.show_link(link)
        self.setFont(small_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._follow)

    def show_link(self, link: CardLink) -> None:
        """Leads to another card."""
        self._link = link
        self.setText(link.text)
        self.setAccessibleName(link.text)
        self.update()

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


class CardBody(QWidget):
    """The texts and links of a card, with room for just as many as one card has.

    Signals:
        followed: carries what a link leads to.
        answered: carries the number of the answer whose button was pressed.
    """

    followed = Signal(object)
    answered = Signal(object)

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: list[WrappedLabel] = []
        self._links: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        # Opaque, so that a link under the mouse does not make the timeline below paint itself.
        self.setAutoFillBackground(True)
        self._build(card)

    def fill(self, card: Card) -> None:
        """Shows a card with as many texts and links."""
        for label, text in zip(self._labels, _texts_of(card), strict=True):
            label.show_text(text)
        for button, link in zip(self._links, _links_of(card), strict=True):
            button.show_link(link)
        self._column.activate()  # at once, for how high all of it is will be asked next

    def _build(self, card: Card) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._add_headline(column, card)
        if card.subtitle:
            column.addWidget(self._label(2, "muted"))
        if card.sentence:
            column.addWidget(self._label(4))
        column.addSpacing(4)
        if card.answers:
            column.addLayout(self._answers(card.answers))
            column.addSpacing(6)
        column.addLayout(self._rows(card.rows))

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
        self._labels.append(headline)
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
            grid.addWidget(self._label(1, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._value(row), number, 1)
        return grid

    def _value(self, row: CardRow) -> QLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for _ in row.text.splitlines():
            column.addWidget(self._label(1 if row.is_list else 3))
        if row.progress is not None:
            column.addWidget(ProgressLine(row.progress))
        for link in row.links:
            button = LinkButton(link)
            button.followed.connect(self.followed)
            self._links.append(button)
            column.addWidget(button)
        return column

    def _label(self, most_lines: int, role: str = "") -> WrappedLabel:
        """A label for the next of the card's texts."""
        label = WrappedLabel(small_font(), most_lines, role)
        self._labels.append(label)
        return label


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
        self._bodies: dict[tuple[object, ...], CardBody] = {}
        self._body: CardBody | None = None
        self._build_close_button()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN)
        self.setAccessibleDescription(self.tr("What is selected on the timeline. Escape closes it."))
        self.hide()

    def show_card(self, card: Card) -> None:
        """Fills the card and gives it the height that its texts need."""
        body = self._body_for(card)
        if body is not self._body:
            if self._body is not None:
                self._outer.removeWidget(self._body)
                self._body.hide()
            self._body = body
            self._outer.addWidget(body)
            body.show()
        body.fill(card)
        self._edge_is_error = card.tone is Tone.ERROR
        self.setAccessibleName(card.headline)
        self.resize(WIDTH, self._outer.heightForWidth(WIDTH))
        # At once: a card that is laid out later has the timeline below it painted a second time.
        self._outer.activate()
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

    def _body_for(self, card: Card) -> CardBody:
        """A body of the card's shape: people go from one activity to the next, and most look alike."""
        shape = _shape_of(card)
        body = self._bodies.pop(shape, None)
        if body is None:
            body = CardBody(card, self)
            body.followed.connect(self.followed)
            body.answered.connect(self.answered)
            self._close.setIcon(icon("close", themes.current()))
        self._bodies[shape] = body  # the one that was shown last comes last
        for other in [other for other in self._bodies if other[0] != shape[0]] or list(self._bodies)[:-_KEPT]:
            self._bodies.pop(other).deleteLater()
        return body


def _shape_of(card: Card) -> tuple[object, ...]:
    """What widgets a card has; those of one with the same are only given other texts."""
    rows = tuple(
        (row.label, len(row.text.splitlines()), len(row.links), row.progress, row.is_list)
        for row in card.rows
    )
    texts = bool(card.subtitle), bool(card.sentence)
    return (themes.current().is_dark, small_font().key()), card.tone, texts, card.answers, rows


def _texts_of(card: Card) -> Iterator[str]:
    """The texts of a card, from top to bottom."""
    yield card.headline
    yield from filter(None, (card.subtitle, card.sentence))
    for row in card.rows:
        yield row.label
        yield from row.text.splitlines()


def _links_of(card: Card) -> Iterator[CardLink]:
    return (link for row in card.rows for link in row.links)
