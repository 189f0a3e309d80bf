"""Asks how a copy of a campaign is called and when it begins, and shows what becomes of its dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.ui.dialogs.day_edit import DayEdit
from campaignplanner.ui.dialogs.question import Question
from campaignplanner.ui.dialogs.shift_texts import span_shift_text
from campaignplanner.ui.formats import shortened
from campaignplanner.ui.widgets.lines import label

DAYS_OF_52_WEEKS = 364
"""A year on, on the same weekday: what a campaign that is run again most often wants."""


class DuplicateDialog(Question):
    """One line for the title, one for the new first day, and the new span while it is being chosen."""

    def __init__(self, title: str, span: Span | None, parent: QWidget) -> None:
        """Asks about a copy of a campaign.

        Args:
            title: of the campaign to copy.
            span: its days as they are; None where nothing has a date yet.
            parent: the window that is blocked meanwhile.
        """
        super().__init__(parent)
        self.ask(self.tr("Duplicate “%1”").replace("%1", shortened(title)))
        self._span = span
        self._title = self._build_title(title)
        self._first_day = self._build_first_day(span)
        self._preview = label(role="muted")
        self._preview.setWordWrap(True)
        self.add_row(self.tr("Title"), self._title)
        if span is not None:
            self.add_row(self.tr("First day"), self._first_day)
        self.add(self._preview)
        self.add_buttons(self.tr("Duplicate"), self.tr("Cancel"))
        self._title.textChanged.connect(self._allow)
        self._first_day.dateChanged.connect(self._show_preview)
        self._show_preview()
        self._title.setFocus()
        self._title.selectAll()

    def _build_title(self, title: str) -> QLineEdit:
        field = QLineEdit(self.tr("Copy of %1").replace("%1", title))
        field.setAccessibleName(self.tr("Title of the copy"))
        field.setCursorPosition(0)
        return field

    def _build_first_day(self, span: Span | None) -> DayEdit:
        field = DayEdit(self.tr("First day of the copy"))
        field.setVisible(span is not None)
        if span is not None:
            field.show_day(_proposed(span))
        return field

    @property
    def title(self) -> str:
        """The title that was typed."""
        return self._title.text().strip()

    @property
    def first_day(self) -> date | None:
        """The new first day; None where the campaign has no dates."""
        return None if self._span is None else self._first_day.day

    @property
    def preview(self) -> str:
        """What the dialog says about the dates."""
        return self._preview.text()

    @Slot()
    def _show_preview(self) -> None:
        self._preview.setText(self._preview_text())
        self._allow()

    def _preview_text(self) -> str:
        first_day = self.first_day
        if self._span is None or first_day is None:
            return self.tr("Nothing in this campaign has a date yet, so the copy has none either.")
        return span_shift_text(self._span, (first_day - self._span.first_day).days)

    @Slot()
    def _allow(self) -> None:
        self.yes_button.setEnabled(bool(self.title) and self._fits_the_calendar())

    def _fits_the_calendar(self) -> bool:
        if self._span is None or self.first_day is None:
            return True
        try:
            self._span.shifted((self.first_day - self._span.first_day).days)
        except PlanError:
            return False
        return True


def _proposed(span: Span) -> date:
    try:
        return shifted_day(span.first_day, DAYS_OF_52_WEEKS)
    except PlanError:
        return span.first_day
