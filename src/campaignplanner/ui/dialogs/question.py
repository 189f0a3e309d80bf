"""The frame of every dialog: a title, what it is about, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from campaignplanner.ui.fonts import strong_font, title_font
from campaignplanner.ui.widgets.lines import label


class Question(QDialog):
    """A window-modal dialog that is freed as soon as it is closed.

    Subclasses begin with `ask`, add to it from top to bottom and end with `add_buttons`.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(34 * self.fontMetrics().averageCharWidth() * 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 24, 28, 20)
        self._column.setSpacing(12)

    def ask(self, title: str) -> None:
        """Says what the dialog is about, in its first line and to the window manager."""
        self.setWindowTitle(title)
        self._add_line(title, leads=True)

    def add(self, widget: QWidget) -> None:
        """Puts a widget below what is there."""
        self._column.addWidget(widget)

    def add_sentence(self, text: str) -> None:
        """Puts a sentence below what is there; it wraps."""
        self._add_line(text, leads=False)

    def add_row(self, name: str, widget: QWidget) -> None:
        """Puts a widget and its name below what is there; rows that follow each other are aligned."""
        last = self._column.itemAt(self._column.count() - 1)
        rows = None if last is None else last.layout()
        if not isinstance(rows, QFormLayout):
            rows = QFormLayout()
            rows.setContentsMargins(0, 4, 0, 0)
            rows.setHorizontalSpacing(16)
            rows.setVerticalSpacing(10)
            rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
            self._column.addLayout(rows)
        rows.addRow(label(name, role="muted"), widget)

    def add_buttons(self, yes: str, no: str, *, is_dangerous: bool = False) -> QPushButton:
        """Puts the two answers at the foot, and returns the one that says yes.

        Where yes destroys something, Enter says no.
        """
        self._yes, self._no = QPushButton(yes), QPushButton(no)
        self._yes.setProperty("role", "danger" if is_dangerous else "primary")
        self._yes.setFont(strong_font())
        (self._no if is_dangerous else self._yes).setDefault(True)
        self._yes.clicked.connect(self.accept)
        self._no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.addStretch(1)
        row.addWidget(self._no)
        row.addWidget(self._yes)
        self._column.addLayout(row)
        (self._no if is_dangerous else self._yes).setFocus()
        return self._yes

    def add_answer(self, words: str) -> QPushButton:
        """Puts the only answer at the foot, for a dialog that does what it is for while it is open."""
        button = QPushButton(words)
        button.setDefault(True)
        button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.addStretch(1)
        row.addWidget(button)
        self._column.addLayout(row)
        return button

    @property
    def yes_button(self) -> QPushButton:
        """The button that goes ahead."""
        return self._yes

    @property
    def no_button(self) -> QPushButton:
        """The button that leaves everything as it is."""
        return self._no

    def _add_line(self, text: str, *, leads: bool) -> None:
        line = label(text, font=title_font() if leads else None)
        line.setWordWrap(True)
        self._column.addWidget(line)
