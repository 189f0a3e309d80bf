"""The questions that the window asks."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.days import Span
from campaignplanner.ui.dialogs.delete import DeleteDialog
from campaignplanner.ui.dialogs.duplicate import DuplicateDialog
from tests.leftovers import deliver_everything

SPAN = Span(date(2026, 3, 2), date(2026, 4, 12))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def choose_first_day(dialog: DuplicateDialog, day: date) -> None:
    dialog.findChild(QDateEdit).setDate(QDate(day.year, day.month, day.day))


def test_a_copy_begins_a_year_on_at_the_same_weekday_unless_told_otherwise(parent: QWidget) -> None:
    dialog = DuplicateDialog("Spring", SPAN, parent)
    assert dialog.first_day == date(2027, 3, 1)
    assert dialog.title == "Copy of Spring"


def test_the_new_dates_are_shown_while_they_are_chosen(parent: QWidget) -> None:
    dialog = DuplicateDialog("Spring", SPAN, parent)
    choose_first_day(dialog, date(2026, 3, 9))
    assert dialog.preview == (
        "2 Mar \u2013 12 Apr 2026 becomes 9 Mar \u2013 19 Apr 2026. Every date moves 7 days later."
    )


def test_a_day_earlier_is_said_in_the_singular(parent: QWidget) -> None:
    dialog = DuplicateDialog("Spring", SPAN, parent)
    choose_first_day(dialog, date(2026, 3, 1))
    assert dialog.preview.endswith("Every date moves 1 day earlier.")


def test_a_first_day_beyond_the_calendar_is_said_and_cannot_be_taken(parent: QWidget) -> None:
    dialog = DuplicateDialog("Spring", SPAN, parent)
    choose_first_day(dialog, date(9999, 12, 1))
    assert "beyond the calendar" in dialog.preview
    assert not dialog.yes_button.isEnabled()


def test_a_campaign_without_dates_asks_for_none(parent: QWidget) -> None:
    dialog = DuplicateDialog("Spring", None, parent)
    assert dialog.first_day is None
    assert "has none either" in dialog.preview


def test_a_copy_needs_a_title(parent: QWidget) -> None:
    dialog = DuplicateDialog("Spring", SPAN, parent)
    dialog.findChild(QLineEdit).setText("  ")
    assert not dialog.yes_button.isEnabled()


def test_enter_never_deletes(parent: QWidget) -> None:
    dialog = DeleteDialog("Spring", "Deletes “Spring” with 3 aims.", parent)
    assert dialog.no_button.isDefault()
    assert not dialog.yes_button.isDefault()


def test_deleting_says_what_goes_with_it_as_plain_letters(parent: QWidget) -> None:
    dialog = DeleteDialog("<b>Spring</b>", "Deletes “<b>Spring</b>” with 3 aims.", parent)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Delete “<b>Spring</b>”?" in texts
    assert "Deletes “<b>Spring</b>” with 3 aims." in texts
    assert {label.textFormat().name for label in dialog.findChildren(QLabel)} == {"PlainText"}


DIALOGS: list[Callable[[QWidget], QDialog]] = [
    lambda parent: DeleteDialog("Spring", "Deletes “Spring”.", parent),
    lambda parent: DuplicateDialog("Spring", SPAN, parent),
]


@pytest.mark.parametrize("make", DIALOGS, ids=["delete", "duplicate"])
def test_closing_a_dialog_frees_it(parent: QWidget, make: Callable[[QWidget], QDialog]) -> None:
    deliver_everything()
    gc.disable()
    try:
        dialog = make(parent)
        dialog.open()
        gone = weakref.ref(dialog)
        dialog.reject()
        del dialog
        deliver_everything()
        assert gone() is None
    finally:
        gc.enable()
