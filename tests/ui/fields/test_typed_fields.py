"""Days, money, texts and words in their fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.days import Span
from campaignplanner.ui.fields.amounts import MoneyField
from campaignplanner.ui.fields.days import DayField, SpanField
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import TextField
from tests.ui.fields.typing import Edits, enter, press, text_in, type_into

Shown = Callable[..., QWidget]
AUTUMN = Span(date(2026, 8, 24), date(2026, 11, 30))


def test_a_day_says_what_it_is_taken_for_while_it_is_typed(shown: Shown) -> None:
    field = DayField("Due")
    field.show_near(AUTUMN)
    shown(field)
    type_into(field, "10.9.")
    assert field.message == "Thursday, 10 September 2026"
    press(field, Qt.Key.Key_Return)
    assert text_in(field) == "10 Sept 2026"
    assert field.message == ""


def test_what_is_half_typed_is_not_called_wrong_yet(shown: Shown) -> None:
    field = DayField("Due")
    shown(field)
    type_into(field, "10 S")
    assert field.error == ""


def test_arrows_move_a_day_and_the_whole_move_is_one_edit(shown: Shown) -> None:
    field = DayField("Due")
    field.show_value(date(2026, 9, 10))
    shown(field)
    edits = Edits(field)
    field.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(field, key)
    assert edits == []
    press(field, Qt.Key.Key_Return)
    assert edits == [date(2026, 9, 12)]


def test_a_day_is_picked_from_the_calendar(shown: Shown) -> None:
    field = DayField("Due")
    field.show_value(date(2026, 9, 10))
    shown(field)
    edits = Edits(field)
    field.setFocus()
    press(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.calendar
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2026, 9, 10)
    popup.calendar.clicked.emit(QDate(2026, 9, 12))
    assert edits == [date(2026, 9, 12)]
    assert not popup.isVisible()


def test_escape_closes_the_calendar_and_changes_nothing(shown: Shown) -> None:
    field = DayField("Due")
    field.show_value(date(2026, 9, 10))
    shown(field)
    edits = Edits(field)
    field.open_calendar()
    popup = field.calendar
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert edits == []


def test_a_calendar_opens_within_the_campaign(shown: Shown) -> None:
    field = DayField("Due")
    field.show_near(Span(date(2031, 5, 3), date(2031, 6, 1)))
    shown(field)
    field.open_calendar()
    popup = field.calendar
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2031, 5, 3)
    popup.close()


def test_a_span_is_picked_by_its_two_ends_in_either_order(shown: Shown) -> None:
    field = SpanField("Dates")
    shown(field)
    edits = Edits(field)
    field.open_calendar()
    popup = field.calendar
    assert popup is not None
    popup.calendar.clicked.emit(QDate(2026, 9, 27))
    assert popup.isVisible()
    popup.calendar.clicked.emit(QDate(2026, 9, 10))
    assert edits == [Span(date(2026, 9, 10), date(2026, 9, 27))]


def test_a_span_says_how_many_days_it_has(shown: Shown) -> None:
    field = SpanField("Dates")
    field.show_near(AUTUMN)
    shown(field)
    type_into(field, "10-27 sep")
    assert field.message == "10 Sept – 27 Sept 2026 · 18 days"


def test_money_takes_the_currency_of_the_campaign(shown: Shown) -> None:
    field = MoneyField("Planned", "EUR")
    field.show_value(125000)
    shown(field)
    assert text_in(field) == "€1,250"
    field.show_currency("GBP")
    assert text_in(field) == "£1,250"
    enter(field, "€5")
    assert field.error == "“€5” is in EUR, but this amount is in GBP."


def test_money_that_is_being_typed_survives_another_currency(shown: Shown) -> None:
    field = MoneyField("Planned", "EUR")
    shown(field)
    type_into(field, "12")
    field.show_currency("JPY")
    assert text_in(field) == "12"


def test_money_is_written_in_the_ways_of_the_locale(shown: Shown) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    field = MoneyField("Geplant", "EUR")
    shown(field)
    edits = Edits(field)
    enter(field, "1.250,50")
    assert edits == [125050]
    assert text_in(field) == "1.250,50\xa0€"


def height(field: TextField, qtbot: QtBot) -> int:
    return field.text.sizeHint().height()


def test_a_text_grows_with_its_lines_up_to_a_bound(shown: Shown, qtbot: QtBot) -> None:
    field = TextField("Notes")
    window = shown(field)
    window.resize(300, 600)
    heights = []
    for lines in (1, 3, 10, 40, 80):
        field.show_value("\n".join("word" for _ in range(lines)))
        heights.append(height(field, qtbot))
    assert heights[0] < heights[1] < heights[2] < heights[3] == heights[4]


def test_a_text_is_higher_where_it_is_narrower(shown: Shown, qtbot: QtBot) -> None:
    field = TextField("Notes")
    window = shown(field)
    field.show_value("taste before you buy " * 12)
    window.resize(800, 400)
    wide = height(field, qtbot)
    window.resize(240, 400)
    assert height(field, qtbot) > wide


def test_enter_begins_a_new_line_in_a_text_and_with_ctrl_takes_it(shown: Shown) -> None:
    field = TextField("Notes")
    shown(field)
    edits = Edits(field)
    type_into(field, "One")
    press(field, Qt.Key.Key_Return)
    QTest.keyClicks(field.editor, "Two")
    assert edits == []
    press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edits == ["One\nTwo"]


@pytest.mark.parametrize("text", ["a\r\nb", "a\u2028b", "«\xa0a\xa0»", "a\rb"])
def test_marks_that_an_editor_changes_are_no_edit(shown: Shown, text: str) -> None:
    field = TextField("Notes")
    edits = Edits(field)
    field.show_value(text)
    assert field.finish()
    assert edits == []


def test_a_no_break_space_survives_an_edit(shown: Shown) -> None:
    field = TextField("Notes")
    field.show_value("«\xa0a\xa0»")
    shown(field)
    edits = Edits(field)
    field.text.append("b")
    field.finish()
    assert edits == ["«\xa0a\xa0»\nb"]


class Words:
    """What was typed before, which grows."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.asked = 0

    def __call__(self) -> tuple[str, ...]:
        self.asked += 1
        return self.words


def test_words_are_asked_for_when_the_field_is_entered(shown: Shown) -> None:
    words = Words("Jo Field", "Mary Ash")
    field = SuggestField("Owner", words)
    shown(TextField("Before"), field)
    assert words.asked == 0
    field.setFocus()
    assert field.words == ("Jo Field", "Mary Ash")


def test_letters_inside_a_word_find_it_and_choosing_is_one_edit(shown: Shown) -> None:
    field = SuggestField("Owner", Words("Jo Field", "Mary Ash"))
    shown(field)
    edits = Edits(field)
    type_into(field, "ash")
    completer = field.line.completer()
    assert completer.currentCompletion() == "Mary Ash"
    completer.activated.emit("Mary Ash")
    assert edits == ["Mary Ash"]
    completer.popup().hide()


def test_a_word_that_nobody_typed_before_is_taken_too(shown: Shown) -> None:
    field = SuggestField("Owner", Words("Jo Field"))
    shown(field)
    edits = Edits(field)
    enter(field, "Somebody new")
    assert edits == ["Somebody new"]


def test_the_calendars_sign_lies_in_the_line_and_opens_it(shown: Shown) -> None:
    field = DayField("Due")
    shown(field)
    field.opener.trigger()
    popup = field.calendar
    assert popup is not None
    assert popup.pos() != QPoint()
    popup.close()
    assert field.opener.text() == "Calendar for Due"
