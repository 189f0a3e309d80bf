"""One way to mend a finding: what will change, what is to be filled in, and the button that does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.review.blank_fields import field_for
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.review.fix import Fix
    from campaignplanner.ui.fields.field import Draft, Field
    from campaignplanner.ui.pages import PageTools

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
BlankKey = tuple[str, str]


class FixCard(QFrame):
    """What a fix does, in words, with its blanks as fields.

    Signals:
        wanted: the fix is to be carried out, with everything filled in; carries the card.
    """

    wanted = Signal(object)

    def __init__(self, tools: PageTools, plan: Plan, fix: Fix, *, is_first: bool) -> None:
        """Shows a fix.

        Args:
            tools: of the page.
            plan: as it is now.
            fix: what is proposed.
            is_first: whether it is the likeliest, whose button is the coloured one.
        """
        super().__init__()
        self.setProperty("role", "box")
        self.fix = fix
        self._fields: dict[BlankKey, Field] = {
            blank.key: field_for(tools, plan, blank) for blank in fix.blanks
        }
        self.button = QPushButton(self.tr("Do this") if not fix.blanks else self.tr("Fill in"))
        self.button.setAutoDefault(True)
        self.button.setAccessibleName(f"{self.button.text()}: {fix.label}")
        if is_first:
            self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.carry_out)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(_sentence(self.fix.label, is_strong=True))
        for sentence in self.fix.preview:
            column.addWidget(_sentence(sentence))
        for field in self._fields.values():
            column.addWidget(field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        column.addLayout(row)

    @property
    def fields(self) -> Mapping[BlankKey, Field]:
        """The fields of the blanks."""
        return self._fields

    @property
    def answers(self) -> Mapping[BlankKey, object]:
        """What is filled in."""
        return {key: field.value for key, field in self._fields.items()}

    def begin(self) -> None:
        """Goes to the first field; carries out at once what asks for nothing."""
        if not self._fields:
            self.carry_out()
            return
        next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def carry_out(self) -> None:
        """Takes what is typed, and asks for the fix unless something is wrong or still open."""
        wrong = [field for field in self._fields.values() if not field.finish(again=True)]
        for key, field in self._fields.items():
            if field not in wrong and self.answers[key] in (None, ""):
                field.show_error(self.tr("This is still to be filled in."))
                wrong.append(field)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.wanted.emit(self)

    def show_refusal(self, refusal: PlanError | FileTrouble) -> bool:
        """Says at a field why the fix was refused; says whether there is such a field."""
        if not isinstance(refusal, PlanError) or refusal.field is None:
            return False
        for key, field in self._fields.items():
            if key[1].rpartition(".")[2] == refusal.field.rpartition(".")[2]:
                field.show_error(refusal.sentence)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def drafts(self) -> dict[BlankKey, Draft]:
        """What is typed and not yet in the plan, to be put back with `show_drafts`."""
        from campaignplanner.ui.fields.field import Draft

        return {key: Draft(field.typed(), field.error) for key, field in self._fields.items()}

    def show_drafts(self, drafts: Mapping[BlankKey, Draft]) -> None:
        """Puts back what was typed."""
        for key, field in self._fields.items():
            if key in drafts:
                field.show_draft(drafts[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field, or Ctrl+Enter in one of several lines, carries the fix out."""
        if event.key() in _ENTER:
            self.carry_out()
        else:
            super().keyPressEvent(event)


def _sentence(text: str, *, is_strong: bool = False) -> QWidget:
    made = label(text, font=strong_font()) if is_strong else label(text, role="muted")
    made.setWordWrap(True)
    return made
