"""What every field does between typing and taking."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.days import Span
from campaignplanner.ui.fields.amounts import MoneyField, NumberField, ShareField, WholeField
from campaignplanner.ui.fields.audiences import AudiencesField
from campaignplanner.ui.fields.choices import ChoiceField, YesNoField
from campaignplanner.ui.fields.days import DayField, SpanField, TimeField
from campaignplanner.ui.fields.field import Field, Several
from campaignplanner.ui.fields.finishing import finish_typing
from campaignplanner.ui.fields.message import Tone
from campaignplanner.ui.fields.suggest import SuggestField
from campaignplanner.ui.fields.text import LineField, TextField
from tests.ui.fields.typing import Edits, enter, press, text_in, type_into

Shown = Callable[..., QWidget]
PEOPLE = (("members", "Members"), ("guests", "Guests"))


def no_words() -> tuple[str, ...]:
    return ()


MADE: dict[str, tuple[Callable[[], Field], object, object]] = {
    "line": (lambda: LineField("Title"), "Tasting", "Tasting bars"),
    "text": (lambda: TextField("Notes"), "One\nTwo", "Three"),
    "suggest": (lambda: SuggestField("Owner", no_words), "Jo", "Mary"),
    "day": (lambda: DayField("Due"), date(2026, 9, 10), date(2026, 9, 27)),
    "span": (lambda: SpanField("Dates"), Span(date(2026, 9, 10), date(2026, 9, 27)), None),
    "time": (lambda: TimeField("Starts"), time(18, 30), time(9)),
    "money": (lambda: MoneyField("Planned", "EUR"), 125050, 0),
    "number": (lambda: NumberField("Quantity"), Decimal("1.50"), Decimal(3)),
    "whole": (lambda: WholeField("Capacity"), 1200, 7),
    "share": (lambda: ShareField("Reserve"), Decimal("0.10"), Decimal("0.125")),
    "choice": (lambda: ChoiceField("Side", ((None, "Not said"), (1, "One"))), 1, None),
    "yes or no": (lambda: YesNoField("Closed"), True, False),
    "audiences": (lambda: AudiencesField("Audiences", PEOPLE), ("guests",), ("members", "guests")),
}
every_sort = pytest.mark.parametrize(("make", "value", "other"), MADE.values(), ids=list(MADE))


@every_sort
def test_showing_a_value_is_no_edit(
    qtbot: QtBot, make: Callable[[], Field], value: object, other: object
) -> None:
    field = make()
    qtbot.addWidget(field)
    edits = Edits(field)
    for each in (value, other, None if value is not True else False, value):
        field.show_value(each)
        assert field.value == each
        assert not field.is_dirty
        assert field.finish()
    assert edits == []


@every_sort
def test_a_field_has_an_accessible_name(
    qtbot: QtBot, make: Callable[[], Field], value: object, other: object
) -> None:
    field = make()
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == field.label


@every_sort
def test_several_values_are_shown_as_several_and_are_no_edit(
    qtbot: QtBot, make: Callable[[], Field], value: object, other: object
) -> None:
    field = make()
    qtbot.addWidget(field)
    edits = Edits(field)
    field.show_value(value)
    field.show_several()
    assert field.value is Several.SEVERAL
    assert not field.is_dirty
    assert field.finish()
    field.show_value(other)
    assert field.value == other
    assert edits == []


@every_sort
def test_a_field_is_freed_when_its_window_closes(
    qtbot: QtBot, make: Callable[[], Field], value: object, other: object
) -> None:
    window = QWidget()
    field = make()
    field.setParent(window)
    field.show_value(value)
    kept = weakref.ref(field)
    gc.disable()
    try:
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del field, window
        assert kept() is None
    finally:
        gc.enable()


def test_enter_takes_what_is_typed(shown: Shown) -> None:
    field = LineField("Title")
    shown(field)
    edits = Edits(field)
    enter(field, "  Tasting bars ")
    assert edits == ["Tasting bars"]
    assert text_in(field) == "Tasting bars"


def test_leaving_takes_what_is_typed(shown: Shown) -> None:
    field, other = LineField("Title"), LineField("Owner")
    shown(field, other)
    edits = Edits(field)
    type_into(field, "Tasting bars")
    assert edits == []
    other.setFocus()
    assert edits == ["Tasting bars"]


def test_looking_at_another_program_does_not_take_what_is_half_typed(shown: Shown) -> None:
    field = LineField("Title")
    shown(field)
    edits = Edits(field)
    type_into(field, "Tast")
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
        QApplication.sendEvent(field.editor, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert edits == []
    assert text_in(field) == "Tast"


def test_an_edit_that_changes_nothing_is_none(shown: Shown) -> None:
    field = MoneyField("Planned", "EUR")
    field.show_value(125000)
    shown(field)
    edits = Edits(field)
    enter(field, "1250.00")
    assert edits == []
    assert text_in(field) == "€1,250"


def test_what_is_not_understood_stays_marked_with_a_sentence(shown: Shown) -> None:
    field = DayField("Due")
    field.show_value(date(2026, 9, 10))
    shown(field)
    edits = Edits(field)
    enter(field, "31 Feb 2026")
    assert edits == []
    assert text_in(field) == "31 Feb 2026"
    assert field.error == "February 2026 has no day 31."
    assert field.editor.accessibleDescription() == field.error
    assert field.editor.property("wrong") is True
    assert field.value == date(2026, 9, 10)


def test_an_error_has_a_sign_beside_its_colour(shown: Shown) -> None:
    field = LineField("Title")
    shown(field)
    field.show_error("An activity needs a title.")
    assert field._message.tone is Tone.ERROR
    assert field._message._sign.isVisible()
    assert not field._message._sign.pixmap().isNull()


def test_typing_on_takes_the_mark_away(shown: Shown) -> None:
    field = DayField("Due")
    shown(field)
    enter(field, "31 Feb")
    type_into(field, "3")
    assert field.error == ""
    assert field.editor.property("wrong") is False


def test_escape_puts_the_value_back(shown: Shown) -> None:
    field = DayField("Due")
    field.show_value(date(2026, 9, 10))
    shown(field)
    enter(field, "31 Feb")
    press(field, Qt.Key.Key_Escape)
    assert text_in(field) == "10 Sept 2026"
    assert field.error == ""
    assert not field.is_dirty


def test_escape_is_left_to_the_dialog_while_nothing_is_typed(shown: Shown) -> None:
    field = LineField("Title")
    shown(field)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not field.eventFilter(field.editor, event)


def test_a_refused_edit_stays_and_the_value_is_what_it_was(shown: Shown) -> None:
    field = LineField("Title")
    field.show_value("Tasting bars")
    shown(field)
    edits = Edits(field, refusal="An activity needs a title.")
    enter(field, "")
    assert edits == [""]
    assert text_in(field) == ""
    assert field.value == "Tasting bars"
    assert field.error == "An activity needs a title."


def test_what_was_refused_is_tried_again_by_enter_but_not_by_leaving(shown: Shown) -> None:
    field, other = LineField("Title"), LineField("Owner")
    shown(field, other)
    edits = Edits(field, refusal="No.")
    enter(field, "Tasting")
    other.setFocus()
    assert edits == ["Tasting"]
    assert field.error == "No."
    edits.refusal = ""
    press(field, Qt.Key.Key_Return)
    assert edits == ["Tasting", "Tasting"]
    assert field.value == "Tasting"
    assert field.error == ""


def test_what_is_being_typed_survives_a_change_from_elsewhere(shown: Shown) -> None:
    field = LineField("Title")
    field.show_value("Tasting")
    shown(field)
    type_into(field, "Tasting bars in six cit")
    field.show_value("Renamed elsewhere")
    assert text_in(field) == "Tasting bars in six cit"
    assert "Renamed elsewhere" in field.message
    assert field.error == ""
    press(field, Qt.Key.Key_Escape)
    assert text_in(field) == "Renamed elsewhere"


def test_a_change_from_elsewhere_to_what_is_typed_settles_the_field(shown: Shown) -> None:
    field = LineField("Title")
    field.show_value("Tasting")
    shown(field)
    edits = Edits(field)
    type_into(field, "Tasting bars")
    field.show_value("Tasting bars")
    assert not field.is_dirty
    assert field.message == ""
    assert edits == []


def test_a_mark_stays_while_the_plan_changes_elsewhere(shown: Shown) -> None:
    field = DayField("Due")
    shown(field)
    enter(field, "31 Feb")
    field.show_value(date(2026, 9, 1))
    assert text_in(field) == "31 Feb"
    assert field.error == "February has no day 31."


def test_undo_is_the_plans_while_nothing_is_typed(shown: Shown, qtbot: QtBot) -> None:
    field = LineField("Title")
    window = shown(field)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    window.addAction(undo)
    enter(field, "Tasting")
    with qtbot.waitSignal(undo.triggered):
        press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_in(field) == "Tasting"


def test_undo_is_the_fields_while_something_is_typed(shown: Shown, qtbot: QtBot) -> None:
    field = LineField("Title")
    window = shown(field)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    window.addAction(undo)
    type_into(field, "Tasting")
    with qtbot.assertNotEmitted(undo.triggered):
        press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_in(field) != "Tasting"


def test_typing_can_be_finished_from_outside(shown: Shown) -> None:
    field = LineField("Title")
    shown(field)
    edits = Edits(field)
    type_into(field, "Tasting")
    assert finish_typing()
    assert edits == ["Tasting"]


def test_finishing_from_outside_says_that_something_is_left(shown: Shown) -> None:
    field = DayField("Due")
    shown(field)
    type_into(field, "31 Feb")
    assert not finish_typing()
    assert text_in(field) == "31 Feb"


def test_a_required_field_refuses_to_be_emptied(shown: Shown) -> None:
    field = DayField("First day", required=True)
    field.show_value(date(2026, 9, 10))
    shown(field)
    edits = Edits(field)
    enter(field, "")
    assert edits == []
    assert field.error == "First day cannot be empty."


def test_a_field_that_is_not_required_is_emptied(shown: Shown) -> None:
    field = MoneyField("Forecast", "EUR")
    field.show_value(100)
    shown(field)
    edits = Edits(field)
    enter(field, "")
    assert edits == [None]


@pytest.mark.parametrize("text", ["x" * 400, "حملة القهوة ☕", "👩🏽‍🍳 & <b>bold</b>", "a\tb", "two  blanks"])
def test_texts_of_any_sort_are_shown_and_kept(shown: Shown, text: str) -> None:
    line, long = LineField("Title"), TextField("Notes")
    shown(line, long)
    for field in (line, long):
        edits = Edits(field)
        field.show_value(text)
        assert field.finish()
        assert text_in(field) == text
        assert edits == []


def is_at_the_right(field: TextField, paragraph: int) -> bool:
    block = field.text.document().findBlockByNumber(paragraph)
    line = block.layout().lineAt(0).naturalTextRect()
    room = field.text.viewport().width()
    return line.right() > room - 4 and line.left() > 4


def test_each_paragraph_of_a_long_text_stands_where_its_script_begins(shown: Shown) -> None:
    field = TextField("Notes")
    shown(field)
    field.show_value("مقهى الحي\nCoffee in town\nקפה\n12 – مقهى")
    QApplication.processEvents()
    assert [is_at_the_right(field, each) for each in range(4)] == [True, False, True, True]


def test_a_long_text_takes_the_words_of_what_is_pasted_and_nothing_else(shown: Shown) -> None:
    field = TextField("Notes")
    shown(field)
    rich = QMimeData()
    rich.setHtml("<b>Bring</b> <img src='x.png'>cups")
    rich.setText("Bring cups")
    field.text.insertFromMimeData(rich)
    assert field.typed() == "Bring cups"


def test_a_very_long_line_is_not_cut(shown: Shown) -> None:
    field = LineField("Title")
    field.show_value("x" * 50_000)
    assert not field.is_dirty


def test_a_label_with_an_ampersand_is_read_as_it_stands(shown: Shown) -> None:
    field = LineField("Tone & manner")
    shown(field)
    assert field.editor.accessibleName() == "Tone & manner"
    assert field._caption.text() == "Tone && manner"


@pytest.mark.parametrize("make", [partial(LineField, "Title"), partial(TextField, "Notes")])
@pytest.mark.parametrize(
    ("letter", "is_of_the_window"), [("E", True), ("K", True), ("C", False), ("V", False)]
)
def test_with_ctrl_a_letter_is_the_windows_unless_typing_needs_it(
    shown: Shown, make: Callable[[], Field], letter: str, is_of_the_window: bool
) -> None:
    field = make()
    shown(field)
    key = Qt.Key(ord(letter))
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    # What the field keeps from its line, the line cannot take, whatever the system moves about with.
    assert field.eventFilter(field.editor, asked) is is_of_the_window
