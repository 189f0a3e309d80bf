"""Asks by how many days a campaign or some activities move, and shows from when to when they run then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from campaignplanner.domain.days import DAYS_PER_WEEK, Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.dialogs.day_edit import DayEdit
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.dialogs.shift_texts import shift_text, span_shift_text
from campaignplanner.ui.fields.shift import days_meant, not_understood
from campaignplanner.ui.formats import counted, shortened
from campaignplanner.ui.widgets.lines import label


class MoveDialog(Question):
    """One line for the number of days, one for the new first day; each follows the other.

    A negative number moves earlier.
    """

    def __init__(self, question: str, span: Span | None, along: str, parent: QWidget) -> None:
        """Asks about what moves together.

        Args:
            question: the first line.
            span: its days as they are; None where they are not known.
            along: what moves along and what stays, in a sentence.
            parent: the window that is blocked meanwhile.
        """
        super().__init__(parent)
        self.ask(question)
        self._span = span
        self._days = self._build_days()
        self._first_day = self._build_first_day()
        self._preview = label(role="muted")
        self._preview.setWordWrap(True)
        self.add_row(self.tr("Days"), self._days)
        if span is not None:
            self.add_row(self.tr("New first day"), self._first_day)
        self.add(self._preview)
        self.add_sentence(along)
        self.add_buttons(self.tr("Move"), self.tr("Cancel"))
        self._days.textChanged.connect(self._follow_days)
        self._first_day.dateChanged.connect(self._follow_first_day)
        self._follow_days()
        self._days.setFocus()
        self._days.selectAll()

    def _build_days(self) -> QLineEdit:
        field = QLineEdit(str(DAYS_PER_WEEK))
        field.setAccessibleName(self.tr("Days to move by; negative is earlier"))
        return field

    def _build_first_day(self) -> DayEdit:
        field = DayEdit(self.tr("New first day"))
        field.setVisible(self._span is not None)
        return field

    @property
    def days(self) -> int:
        """By how many days to move, later when positive."""
        return self._chosen

    @property
    def preview(self) -> str:
        """What the dialog says about the dates."""
        return self._preview.text()

    @Slot()
    def _follow_days(self) -> None:
        days = days_meant(self._days.text())
        if days is None:
            self._chosen = 0
            self._preview.setText(not_understood())
            self.yes_button.setEnabled(False)
            return
        if self._span is not None:
            with QSignalBlocker(self._first_day):
                self._first_day.show_day(_moved(self._span.first_day, days))
        self._choose(days)

    @Slot()
    def _follow_first_day(self) -> None:
        if self._span is None:
            return
        days = (self._first_day.day - self._span.first_day).days
        with QSignalBlocker(self._days):
            self._days.setText(str(days))
        self._choose(days)

    def _choose(self, days: int) -> None:
        self._chosen = days
        said = shift_text(days) if self._span is None else span_shift_text(self._span, days)
        self._preview.setText(said)
        self.yes_button.setEnabled(days != 0 and self._fits_the_calendar(days))

    def _fits_the_calendar(self, days: int) -> bool:
        try:
            return self._span is None or bool(self._span.shifted(days))
        except PlanError:
            return False


class MoveCampaignDialog(MoveDialog):
    """Moves everything in a campaign that is planned."""

    def __init__(self, title: str, span: Span | None, parent: QWidget) -> None:
        """Asks about one campaign.

        Args:
            title: of the campaign.
            span: its days as they are; None where neither its own nor any flight's are known.
            parent: the window that is blocked meanwhile.
        """
        question = self.tr("Move “%1”").replace("%1", shortened(title))
        along = self.tr(
            "Flights, preparation, due days and typed phasing move along; what has happened stays."
        )
        super().__init__(question, span, along, parent)


class MoveActivitiesDialog(MoveDialog):
    """Moves the selected activities."""

    def __init__(self, titles: Sequence[str], span: Span, undated: int, parent: QWidget) -> None:
        """Asks about activities.

        Args:
            titles: of those that have dates.
            span: from their first day to their last.
            undated: how many of the selected ones have no dates.
            parent: the window that is blocked meanwhile.
        """
        question = self.tr("Move “%1”").replace("%1", shortened(titles[0]))
        if len(titles) > 1:
            question = counted(len(titles), "", self.tr("Move %1 activities"))
        along = self.tr("All their flights move, with the preparation.")
        if undated:
            one = self.tr("1 other has no dates yet and stays as it is.")
            many = self.tr("%1 others have no dates yet and stay as they are.")
            along = f"{along} {counted(undated, one, many)}"
        super().__init__(question, span, along, parent)


def _moved(day: date, days: int) -> date:
    """The day moved, at most to the end of the calendar."""
    try:
        return shifted_day(day, days)
    except PlanError:
        return date.max if days > 0 else date.min
