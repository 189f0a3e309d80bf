"""Choosing: one of several, yes or no, any of several."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from campaignplanner.ui.fields.audiences import AudiencesField, Shared
from campaignplanner.ui.fields.choices import ChoiceField, YesNoField
from campaignplanner.ui.fields.text import LineField
from tests.ui.fields.typing import Edits, press

Shown = Callable[..., QWidget]
SIZES = ((None, "Not said"), ("s", "Small"), ("l", "Large"))
PEOPLE = (("members", "Members"), ("guests", "Guests"))


def test_a_choice_is_taken_at_once(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    shown(field)
    edits = Edits(field)
    field.choose("l")
    assert edits == ["l"]
    assert field.value == "l"


def test_choosing_what_is_chosen_is_no_edit(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    field.show_value("l")
    edits = Edits(field)
    field.choose("l")
    assert edits == []


def test_rolling_the_wheel_over_a_choice_changes_nothing(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    field.show_value("s")
    shown(field)
    edits = Edits(field)
    middle = QPointF(field.box.rect().center())
    event = QWheelEvent(
        middle,
        field.box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, event)
    assert edits == []
    assert not event.isAccepted()


def test_keys_look_through_the_list_and_enter_chooses(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    shown(field)
    edits = Edits(field)
    field.setFocus()
    press(field, Qt.Key.Key_Down)
    assert field.box.view().isVisible()
    assert edits == []
    QTest.keyClick(field.box.view(), Qt.Key.Key_Down)
    QTest.keyClick(field.box.view(), Qt.Key.Key_Return)
    assert edits == ["s"]


def test_a_letter_finds_its_choice_in_the_list(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    shown(field)
    edits = Edits(field)
    field.setFocus()
    QTest.keyClicks(field.box, "l")
    QTest.keyClick(field.box.view(), Qt.Key.Key_Return)
    assert edits == ["l"]


def test_other_choices_keep_the_value(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    field.show_value("l")
    edits = Edits(field)
    field.show_choices((("l", "Large"), ("xl", "Very large")))
    assert field.box.currentText() == "Large"
    assert edits == []


def test_a_value_that_is_none_of_the_choices_is_kept(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    field.show_value("xxl")
    edits = Edits(field)
    assert field.finish()
    assert field.value == "xxl"
    assert edits == []


def test_a_tick_is_taken_at_once(shown: Shown) -> None:
    field = YesNoField("Working money")
    shown(field)
    edits = Edits(field)
    field.tick.click()
    field.tick.click()
    assert edits == [True, False]


def test_a_tick_for_several_gives_all_of_them_one_value(shown: Shown) -> None:
    field = YesNoField("Working money")
    shown(field)
    edits = Edits(field)
    field.show_several()
    field.tick.click()
    assert edits == [True]


def test_audiences_keep_the_order_in_which_they_were_ticked(shown: Shown) -> None:
    field = AudiencesField("Audiences", PEOPLE)
    shown(field)
    edits = Edits(field)
    field.ticks["guests"].click()
    field.ticks["members"].click()
    field.ticks["guests"].click()
    assert edits == [("guests",), ("guests", "members"), ("members",)]


def test_of_several_records_ticks_are_half_set_where_only_some_have_it(shown: Shown) -> None:
    field = AudiencesField("Audiences", PEOPLE)
    shown(field)
    edits = Edits(field)
    field.show_value(Shared(("guests",), ("members",)))
    states = [tick.checkState() for tick in field.ticks.values()]
    assert states == [Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked]
    assert not field.is_dirty
    field.ticks["guests"].click()
    assert edits == [Shared((), ("members",))]
    field.ticks["members"].click()
    field.ticks["members"].click()
    assert edits[1:] == [("members",), ()]


def test_a_long_name_of_an_audience_is_cut_and_told_whole(shown: Shown) -> None:
    field = AudiencesField("Audiences", [("all", "Everybody & his dog " * 20)])
    shown(field).resize(200, 60)
    QApplication.processEvents()
    tick = field.ticks["all"]
    assert tick.text().endswith("…")
    assert tick.fontMetrics().horizontalAdvance(tick.text().replace("&&", "&")) < tick.width()
    assert "Everybody &amp; his dog Everybody" in tick.toolTip()


def test_a_new_audience_is_offered_and_ticks_stay(shown: Shown) -> None:
    field = AudiencesField("Audiences", PEOPLE)
    field.show_value(("guests",))
    edits = Edits(field)
    field.show_choices((*PEOPLE, ("staff", "Staff")))
    assert [tick.isChecked() for tick in field.ticks.values()] == [False, True, False]
    assert edits == []
    assert not field.is_dirty


def test_without_audiences_the_field_says_so(shown: Shown) -> None:
    field = AudiencesField("Audiences")
    shown(field)
    assert field._nobody.isVisible()
    field.show_choices(PEOPLE)
    assert not field._nobody.isVisible()


def test_tab_comes_to_ticks_that_were_made_later_before_the_next_field(shown: Shown) -> None:
    field, after = AudiencesField("Audiences"), LineField("Notes")
    shown(field, after)
    field.show_choices(PEOPLE)
    QApplication.processEvents()  # what is put into a layout is shown a moment later
    field.setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [*field.ticks.values(), after.editor]


def test_every_tick_has_an_accessible_name_that_says_of_what(shown: Shown) -> None:
    field = AudiencesField("Audiences", PEOPLE)
    assert field.ticks["guests"].accessibleName() == "Audiences: Guests"


def test_tab_in_the_open_list_takes_what_is_marked_and_goes_on(shown: Shown) -> None:
    field, after = ChoiceField("Size", SIZES), LineField("After")
    shown(field, after)
    edits = Edits(field)
    field.setFocus()
    press(field, Qt.Key.Key_S)
    QTest.keyClick(field.box.view(), Qt.Key.Key_Tab)
    assert edits == ["s"]
    assert after.editor.hasFocus()


def test_rolling_over_a_choice_does_not_take_the_focus_either(shown: Shown) -> None:
    field = ChoiceField("Size", SIZES)
    assert not field.box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
