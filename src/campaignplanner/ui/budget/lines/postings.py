"""What happened on the chosen line, beside the grid: commitments and bills, added, corrected and pasted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.pasted_postings import PastedPostings, postings_text, read_postings
from campaignplanner.planning.money_sums import MoneyState, own_amount_of
from campaignplanner.services.commands.lines import MakePostings
from campaignplanner.ui.budget.lines.writing import surroundings
from campaignplanner.ui.budget.words import said, state_name
from campaignplanner.ui.fields.locale_words import number_words
from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.formats import counted, day_text, money_text
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.line_form import PostingsPart
from campaignplanner.ui.widgets.lines import ElidedLabel, label

_WIDTH = 340
_STATES = (
    MoneyState.PLANNED,
    MoneyState.FORECAST,
    MoneyState.COMMITTED,
    MoneyState.ACTUAL,
    MoneyState.EXPOSURE,
)


class PostingsPanel(QFrame):
    """Follows the chosen line; hidden until it is asked for."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._line_id: str | None = None
        self._title = ElidedLabel(font=strong_font())
        self._figures = label(role="muted", font=small_font())
        self._figures.setWordWrap(True)
        self._hint = label(said("Choose a line to see what happened on it."), role="muted")
        self._hint.setWordWrap(True)
        self.part = PostingsPart(tools)
        self.paste_button = QPushButton(self.tr("Paste rows"))
        self.paste_button.setToolTip(self.tr("Rows of a spreadsheet with day, amount, kind and reference"))
        self.copy_button = QPushButton(self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Copy the postings for a spreadsheet"))
        self._build()
        self.hide()

    def _build(self) -> None:
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Postings of the chosen line"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(6)
        for widget in (self._title, self._figures, self._hint, self.part):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        for button in (self.copy_button, self.paste_button):
            button.setFont(small_font())
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(area)
        self.paste_button.clicked.connect(self.paste)
        self.copy_button.clicked.connect(self.copy)

    def show_line(self, plan: Plan, line_id: str | None) -> None:
        """Shows the postings of a line; None asks to choose one."""
        line = plan.lines.get(line_id) if line_id is not None else None
        self._line_id = None if line is None else line.id
        for widget in (self.part, self.paste_button, self.copy_button, self._figures):
            widget.setVisible(line is not None)
        self._hint.setVisible(line is None)
        self._title.show_text(said("Postings") if line is None else line.label)
        if line is not None:
            self._figures.setText(_figures(plan, line))
            self.part.show_part(plan, line)
            self.copy_button.setEnabled(bool(plan.postings_of(line.id)))

    def begin_adding(self) -> None:
        """Opens the fields of a new posting."""
        if self._line_id is not None:
            self.part.begin_adding()

    @Slot()
    def copy(self) -> None:
        """Puts the postings on the clipboard, as rows of a spreadsheet."""
        plan = self._tools.live.plan
        if plan is not None and self._line_id is not None:
            text = postings_text(plan, self._line_id, number_words(), day_text)
            QGuiApplication.clipboard().setText(text)

    @Slot()
    def paste(self) -> None:
        """Adds the rows of the clipboard as postings, in one step; names those that were not understood."""
        plan = self._tools.live.plan
        if plan is None or self._line_id is None:
            return
        found = read_postings(QGuiApplication.clipboard().text(), self._line_id, surroundings(plan))
        if not found.made and not found.troubles:
            self._tools.messages.say(said("There is nothing to paste. Copy rows of a spreadsheet first."))
        elif not found.made or self._tools.live.execute(MakePostings(found.made)):
            self._tell(plan, found)

    def _tell(self, plan: Plan, found: PastedPostings) -> None:
        parts: list[str] = []
        answers: tuple[Answer, ...] = ()
        if found.made:
            many = said("%1 postings were added.")
            parts.append(counted(len(found.made), said("1 posting was added."), many))
            answers = (Answer(said("Undo"), partial(self._tools.live.undo, plan.campaign.id)),)
        if found.troubles:
            first = found.troubles[0]
            parts.append(said("Row %1 was not taken: %2", first.row + 1, first.sentence))
        if len(found.troubles) > 1:
            parts.append(said("%1 more rows were not taken.", len(found.troubles) - 1))
        say = self._tools.messages.say_trouble if found.troubles else self._tools.messages.say
        say(" ".join(parts), *answers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and copy work here as in the grid."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


def _figures(plan: Plan, line: BudgetLine) -> str:
    currency = line.currency or plan.campaign.currency
    parts = [
        f"{state_name(state)} {money_text(own_amount_of(plan, line, state), currency)}" for state in _STATES
    ]
    if line.closed:
        parts.append(said("closed"))
    return " \u00b7 ".join(parts)
