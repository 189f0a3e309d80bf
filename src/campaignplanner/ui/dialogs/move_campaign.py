"""Asks by how many days a whole campaign moves, and shows from when to when it runs then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QDateEdit, QFormLayout, QSpinBox, QWidget

from campaignplanner.domain.days import DAYS_PER_WEEK, Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.dialogs.shift_texts import shift_text, span_shift_text
from campaignplanner.ui.formats import shortened
from campaignplanner.ui.widgets.lines import label

LONGEST_MOVE = 3660
"""How many days can be typed at most, either way: ten years; a first day can be chosen beyond."""


class MoveCampaignDialog(Question):
    """One line for the number of days, one for the new first day; each follows the other.

    A negative number moves the campaign earlier.
    """

    def __init__(self, title: str, span: Span | None, parent: QWidget) -> None:
        """Asks about one campaign.

        Args:
            title: of the campaign.
            span: its days as they are; None where neither its own nor any flight's are known.
            parent: the window that is blocked meanwhile.
        """
        super().__init__(parent)
        self.ask(self.tr("Move “%1”").replace("%1", shortened(title)))
        self._span = span
        self._days = self._build_days()
        self._first_day = self._build_first_day()
        self._preview = label(role="muted")
        self._preview.setWordWrap(True)
        self.add(self._build_form())
        self.add(self._preview)
        self.add_sentence(
            self.tr("Flights, preparation, due days and typed phasing move along; what has happened stays.")
        )
        self.add_buttons(self.tr("Move"), self.tr("Cancel"))
        self._days.valueChanged.connect(self._follow_days)
        self._first_day.dateChanged.connect(self._follow_first_day)
        self._follow_days()
        self._days.setFocus()
        self._days.selectAll()

    def _build_days(self) -> QSpinBox:
        field = QSpinBox()
        field.setAccessibleName(self.tr("Days to move by; negative is earlier"))
        field.setRange(-LONGEST_MOVE, LONGEST_MOVE)
        field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        field.setValue(DAYS_PER_WEEK)
        return field

    def _build_first_day(self) -> QDateEdit:
        field = QDateEdit()
        field.setAccessibleName(self.tr("New first day"))
        field.setCalendarPopup(True)
        field.setDisplayFormat("d MMM yyyy")
        field.setVisible(self._span is not None)
        return field

    def _build_form(self) -> QWidget:
        form = QWidget()
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows.addRow(label(self.tr("Days"), role="muted"), self._days)
        if self._span is not None:
            rows.addRow(label(self.tr("New first day"), role="muted"), self._first_day)
        return form

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
        if self._span is not None:
            with QSignalBlocker(self._first_day):
                self._first_day.setDate(_q_date(_moved(self._span.first_day, self._days.value())))
        self._choose(self._days.value())

    @Slot()
    def _follow_first_day(self) -> None:
        if self._span is None:
            return
        chosen = self._first_day.date()
        first_day = date(chosen.year(), chosen.month(), chosen.day())
        days = (first_day - self._span.first_day).days
        with QSignalBlocker(self._days):
            # What is typed is held to ten years; a chosen day beyond is shown as what it is.
            self._days.setRange(min(days, -LONGEST_MOVE), max(days, LONGEST_MOVE))
            self._days.setValue(days)
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


def _moved(day: date, days: int) -> date:
    """The day moved, at most to the end of the calendar."""
    try:
        return shifted_day(day, days)
    except PlanError:
        return date.max if days > 0 else date.min


def _q_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
