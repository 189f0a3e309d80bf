"""A row of fields that appears when something is to be added, and goes when it was or Escape is pressed."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.widgets.lines import label

F = TypeVar("F", bound=Field)

_MARGIN = 12


class Adder(QWidget):
    """Fields, and a button that adds what they say.

    Signals:
        wanted: Add was pressed; every field has taken what was typed.
        left: it has closed.
    """

    wanted = Signal()
    left = Signal()

    def __init__(self, add_words: str, parent: QWidget | None = None) -> None:
        """Nothing to be seen until `open` is called.

        Args:
            add_words: what the button says.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._fields: list[Field] = []
        self._blanks: list[object] = []
        self.add = QPushButton(add_words)
        self.cancel = QPushButton(self.tr("Cancel"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._build()
        self.hide()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.cancel, self.add):
            button.setFont(small_font())
            button.setAutoDefault(True)
            buttons.addWidget(button)
        self.add.clicked.connect(self._take)
        self.cancel.clicked.connect(self.close_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(buttons)

    def put(self, field: F, row: int, column: int | None = None, *, blank: object = "") -> F:
        """Puts a field; Tab goes through the fields in the order in which they are put.

        Args:
            field: the field.
            row: from the top, beginning with 0.
            column: 0 or 1 for a field of half the width; None for one of the whole.
            blank: its value each time that this opens.
        """
        self._fields.append(field)
        self._blanks.append(blank)
        field.show_value(blank)
        span = 2 if column is None else 1
        self._grid.addWidget(field, row, column or 0, 1, span, Qt.AlignmentFlag.AlignTop)
        return field

    def put_sentence(self, row: int) -> QLabel:
        """Puts a muted sentence that wraps; it takes no room while it says nothing."""
        sentence = label(role="muted", font=small_font())
        sentence.setWordWrap(True)
        self._grid.addWidget(sentence, row, 0, 1, 2)
        return sentence

    def open(self) -> None:
        """Appears within sight, with the focus in the first field; Tab goes to the buttons after the last."""
        self.show()
        stops = [*(field.editor for field in self._fields), self.cancel, self.add]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if self._fields:
            self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.come_into_sight)

    @Slot()
    def come_into_sight(self) -> None:
        """Scrolls what it lies in until all of it can be seen, which needs the room that it takes now."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and not self.isHidden():
            around.ensureWidgetVisible(self, 0, _MARGIN)

    @Slot()
    def close_up(self) -> None:
        """Goes away, and forgets what was typed."""
        if not self.isHidden():
            self.hide()
            for field, blank in zip(self._fields, self._blanks, strict=True):
                field.restore()
                field.show_value(blank)
            self.left.emit()

    def finish(self) -> bool:
        """Takes what is typed in the fields; says whether nothing is wrong with it."""
        return self.isHidden() or all(field.finish() for field in self._fields)

    def show_refusal(self, refusal: PlanError | FileTrouble, field: Field | None = None) -> None:
        """Says at a field, the first one where none is given, why nothing was added."""
        (field or self._fields[0]).show_error(refusal.sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter adds from wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _take(self) -> None:
        if all(field.finish(again=True) for field in self._fields):
            self.wanted.emit()
