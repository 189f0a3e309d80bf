"""The question by how many days a campaign moves."""

from __future__ import annotations

import gc
import weakref
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.days import Span
from campaignplanner.ui.dialogs.move_campaign import MoveCampaignDialog
from campaignplanner.ui.fields.shift import days_meant
from tests.leftovers import deliver_everything

SPAN = Span(date(2026, 3, 2), date(2026, 4, 12))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(parent: QWidget) -> MoveCampaignDialog:
    return MoveCampaignDialog("Spring", SPAN, parent)


def type_days(dialog: MoveCampaignDialog, text: str) -> None:
    field = days_of(dialog)
    field.selectAll()
    QTest.keyClicks(field, text)


def days_of(dialog: QWidget) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if "Days" in each.accessibleName())


def first_day_of(dialog: MoveCampaignDialog) -> QDateEdit:
    return dialog.findChild(QDateEdit)


def test_a_week_later_is_proposed_and_shown(dialog: MoveCampaignDialog) -> None:
    assert dialog.days == 7
    assert dialog.preview == (
        "2 Mar \u2013 12 Apr 2026 becomes 9 Mar \u2013 19 Apr 2026. Every date moves 7 days later."
    )


def test_the_new_first_day_follows_the_days_that_are_typed(dialog: MoveCampaignDialog) -> None:
    type_days(dialog, "-1")
    assert first_day_of(dialog).date() == QDate(2026, 3, 1)
    assert dialog.preview.endswith("Every date moves 1 day earlier.")


def test_the_days_follow_the_first_day_that_is_chosen(dialog: MoveCampaignDialog) -> None:
    first_day_of(dialog).setDate(QDate(2026, 4, 1))
    assert days_of(dialog).text() == str(dialog.days) == "30"


def test_a_first_day_many_years_away_can_be_chosen(dialog: MoveCampaignDialog) -> None:
    first_day_of(dialog).setDate(QDate(2046, 3, 2))
    assert dialog.days == (date(2046, 3, 2) - SPAN.first_day).days
    assert dialog.yes_button.isEnabled()


def test_moving_by_nothing_cannot_be_taken(dialog: MoveCampaignDialog) -> None:
    type_days(dialog, "0")
    assert not dialog.yes_button.isEnabled()


def test_a_move_beyond_the_calendar_is_said_and_cannot_be_taken(parent: QWidget) -> None:
    dialog = MoveCampaignDialog("Last days", Span(date(9999, 12, 1), date(9999, 12, 30)), parent)
    assert "beyond the calendar" in dialog.preview
    assert not dialog.yes_button.isEnabled()


@pytest.mark.parametrize("text", ["", "soon", "1.5", "7 8"])
def test_what_is_no_number_of_days_stays_and_is_said(dialog: MoveCampaignDialog, text: str) -> None:
    days_of(dialog).setText(text)
    assert days_of(dialog).text() == text
    assert dialog.preview.startswith("Type a number of days")
    assert not dialog.yes_button.isEnabled()


@pytest.mark.parametrize(
    ("text", "days"),
    [("7", 7), ("+7", 7), ("-7", -7), ("\u2212 7 days", -7), ("2w", 14), ("-1 week", -7), ("0", 0)],
)
def test_days_and_weeks_are_understood(text: str, days: int) -> None:
    assert days_meant(text) == days


def test_without_a_first_day_only_the_number_of_days_is_asked_for(parent: QWidget) -> None:
    dialog = MoveCampaignDialog("Spring", None, parent)
    assert first_day_of(dialog) is None or not first_day_of(dialog).isVisibleTo(dialog)
    assert dialog.preview == "Every date moves 7 days later."


def test_every_field_has_an_accessible_name(dialog: MoveCampaignDialog) -> None:
    assert days_of(dialog).accessibleName()
    assert first_day_of(dialog).accessibleName()


def test_closing_the_dialog_frees_it(parent: QWidget) -> None:
    deliver_everything()
    gc.disable()
    try:
        dialog = MoveCampaignDialog("Spring", SPAN, parent)
        dialog.open()
        gone = weakref.ref(dialog)
        dialog.reject()
        del dialog
        deliver_everything()
        assert gone() is None
    finally:
        gc.enable()
