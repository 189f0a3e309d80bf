"""Asks who decided what about a version of the brief."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from campaignplanner.domain.approval import Decision
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fields.days import DayField
from campaignplanner.ui.fields.form import Form
from campaignplanner.ui.fields.text import LineField, TextField
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_DECISIONS = {
    Decision.APPROVED: QT_TRANSLATE_NOOP("ApproveDialog", "Approved"),
    Decision.APPROVED_WITH_CHANGES: QT_TRANSLATE_NOOP("ApproveDialog", "Approved with changes"),
    Decision.REJECTED: QT_TRANSLATE_NOOP("ApproveDialog", "Rejected"),
}


class ApproveDialog(Question):
    """One person's decision; several may decide about one version."""

    def __init__(self, title: str, sentence: str, today: date, parent: QWidget) -> None:
        """Asks.

        Args:
            title: which version it is about.
            sentence: what follows from the decision.
            today: the day that is proposed.
            parent: the window.
        """
        super().__init__(parent)
        self.ask(title)
        self.add_sentence(sentence)
        self._form = Form()
        self.who = self._field(LineField(self.tr("Name")), half=True)
        self.role = self._field(LineField(self.tr("Role")), half=True)
        choices = tuple((each, self.tr(words)) for each, words in _DECISIONS.items())
        self.decision = ChoiceField(self.tr("Decision"), choices)
        self._form.add_field(self.decision, half=True)
        self.decision.show_value(Decision.APPROVED)
        self.day = DayField(self.tr("Day"))
        self._form.add_field(self.day, half=True)
        self.day.show_value(today)
        self.note = TextField(self.tr("Note"))
        self._form.add_field(self.note)
        self.add(self._form)
        self.add_buttons(self.tr("Record the decision"), self.tr("Cancel"))
        self.who.typing.connect(self._allow)
        self._allow()
        self.who.setFocus()

    def _field(self, field: LineField, *, half: bool) -> LineField:
        self._form.add_field(field, half=half)
        return field

    @Slot()
    def _allow(self) -> None:
        self.yes_button.setEnabled(bool(str(self.who.typed()).strip()))

    def accept(self) -> None:
        """Goes ahead when everything that was typed makes sense; what does not says why."""
        if self._form.finish() and self.day.value is not None:
            super().accept()
        elif self.day.value is None:
            self.day.show_error(self.tr("Say on which day it was decided."))
