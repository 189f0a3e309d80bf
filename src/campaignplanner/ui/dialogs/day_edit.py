"""A day in a dialog, typed or taken from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDateEdit

from campaignplanner.ui.q_days import py_date, q_date
from campaignplanner.ui.regional import first_day_of_week


class DayEdit(QDateEdit):
    """A line for one day, with a calendar whose weeks begin as the person wants."""

    def __init__(self, name: str) -> None:
        """An edit that says today.

        Args:
            name: what a screen reader calls it.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.calendarWidget().setFirstDayOfWeek(first_day_of_week())
        self.setDisplayFormat("d MMM yyyy")

    @property
    def day(self) -> date:
        """The day that it says."""
        return py_date(self.date())

    def show_day(self, day: date) -> None:
        """Says another day."""
        self.setDate(q_date(day))
