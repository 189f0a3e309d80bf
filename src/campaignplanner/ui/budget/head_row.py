"""The head of the budget page: figures side by side, and below them the sentences about them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from campaignplanner.ui.budget.head import Figure, Notice
from campaignplanner.ui.fields.message import FieldMessage, Tone
from campaignplanner.ui.fonts import sized, small_font, with_figures
from campaignplanner.ui.widgets.lines import label, set_role

_NARROWEST = 112
"""What a figure needs, in pixels; where there is less, the figures stand in two rows."""


class FigureLabel(QWidget):
    """A caption, an amount and a note, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Figure | None = None
        self._caption = label(role="muted", font=small_font())
        self.amount = label(font=with_figures(sized(self.font(), 15)))
        self._note = label(role="muted", font=small_font())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for line in (self._caption, self.amount, self._note):
            column.addWidget(line)
        column.addStretch(1)

    def show_figure(self, figure: Figure) -> None:
        """Shows a figure; costs nothing where it is shown already."""
        if figure == self._shown:
            return
        was_wrong = self._shown is not None and self._shown.is_wrong
        self._shown = figure
        self._caption.setText(figure.caption)
        self.amount.setText(figure.amount)
        self.amount.setAccessibleName(" ".join(filter(None, (figure.caption, figure.amount, figure.note))))
        self._note.setText(figure.note)
        if figure.is_wrong is not was_wrong:
            set_role(self.amount, "error" if figure.is_wrong else "")


class FigureRow(QWidget):
    """The figures in one row, or in two where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: list[FigureLabel] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 14, 20, 8)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Shows figures; there are always as many."""
        if not self.labels:
            self.labels = [FigureLabel(self) for _ in figures]
            self._lay_out()
        for place, figure in zip(self.labels, figures, strict=True):
            place.show_figure(figure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Goes from one row to two, or back."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        count = len(self.labels)
        columns = count if self.width() >= count * (_NARROWEST + 18) else (count + 1) // 2
        if not count or columns == self._columns:
            return
        self._columns = columns
        for number, each in enumerate(self.labels):
            self._grid.addWidget(each, number // columns, number % columns)
        for column in range(count):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class Notices(QWidget):
    """Sentences with a sign and a way on each; takes no room where there is none.

    `chosen` carries the Notice whose button was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Notice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 0, 20, 8)
        self._column.setSpacing(4)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said."""
        return tuple(notice.sentence for notice in self._shown)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Says these and nothing else."""
        if tuple(notices) == self._shown:
            return
        self._shown = tuple(notices)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for notice in notices:
            self._column.addWidget(self._line(notice))
        self.setVisible(bool(notices))

    def _line(self, notice: Notice) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if notice.is_wrong:
            message = FieldMessage(line)
            message.say(notice.sentence, Tone.ERROR)
            row.addWidget(message, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            words = label(notice.sentence)
            words.setWordWrap(True)
            row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        if notice.action:
            button = QPushButton(notice.action, line)
            button.setAccessibleDescription(notice.sentence)
            button.clicked.connect(partial(self.chosen.emit, notice))
            row.addWidget(button)
        return line
