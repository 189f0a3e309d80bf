"""All keys on one sheet."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.ui import theme
from campaignplanner.ui.actions import SPECS, Actions
from campaignplanner.ui.page_keys import PAGE_KEYS
from campaignplanner.ui.shortcuts_sheet import (
    ShortcutGroup,
    ShortcutLine,
    ShortcutsSheet,
    shortcut_groups,
)
from campaignplanner.ui.widgets.key_caps import keys_of
from tests.leftovers import deliver_everything

GROUPS = (
    ShortcutGroup("Going", (ShortcutLine("Plan", ("Ctrl+1",)), ShortcutLine("Timeline", ("Ctrl+2",)))),
    ShortcutGroup("Steps", (ShortcutLine("Undo", ("Ctrl+Z",)), ShortcutLine("History", ()))),
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def sheet(parent: QWidget) -> ShortcutsSheet:
    return ShortcutsSheet(GROUPS, parent)


def test_everything_is_shown_by_what_it_is_about(sheet: ShortcutsSheet) -> None:
    assert sheet.shown == ["Going", "Plan", "Timeline", "Steps", "Undo", "History"]


def test_letters_leave_what_has_them_below_its_title(sheet: ShortcutsSheet) -> None:
    QTest.keyClicks(sheet.line, "und")
    assert sheet.shown == ["Steps", "Undo"]


def test_a_key_finds_what_it_does(sheet: ShortcutsSheet) -> None:
    QTest.keyClicks(sheet.line, "ctrl+2")
    assert sheet.shown == ["Going", "Timeline"]


def test_letters_that_nothing_has_leave_nothing(sheet: ShortcutsSheet) -> None:
    QTest.keyClicks(sheet.line, "xyz")
    assert sheet.shown == []


def test_every_action_of_the_window_is_on_the_sheet_with_its_keys(parent: QWidget) -> None:
    actions = Actions(parent, theme.current())
    groups = shortcut_groups(actions)
    lines = [line for group in groups for line in group.lines]
    assert len(lines) == len(SPECS) + sum(len(place.uses) for place in PAGE_KEYS)
    undo = next(line for line in lines if line.text == "Undo")
    assert undo.keys == ("Ctrl+Z",)


def test_what_keys_do_in_one_place_is_on_the_sheet_after_the_actions(parent: QWidget) -> None:
    groups = shortcut_groups(Actions(parent, theme.current()))
    assert [group.title for group in groups[-len(PAGE_KEYS) :]] == [place.title for place in PAGE_KEYS]
    lines = {line.text: line.keys for group in groups for line in group.lines}
    assert lines["Fill down"] == ("Ctrl+D",)
    assert lines["Select whole lines"] == ("Shift+Space",)
    assert lines["Select several"] == ("Shift+Down", "Shift+Up")


def test_no_key_of_the_sheet_is_one_that_does_not_exist(parent: QWidget) -> None:
    groups = shortcut_groups(Actions(parent, theme.current()))
    assert [line.text for group in groups[-len(PAGE_KEYS) :] for line in group.lines if "" in line.keys] == []


@pytest.mark.parametrize(
    ("shortcut", "keys"),
    [
        ("Ctrl+Shift+Z", ["Ctrl", "Shift", "Z"]),
        ("F1", ["F1"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("Ctrl+,", ["Ctrl", ","]),
    ],
)
def test_a_shortcut_is_parted_into_its_keys(shortcut: str, keys: list[str]) -> None:
    assert keys_of(shortcut) == keys


def test_escape_closes_and_frees_the_sheet(parent: QWidget, qtbot: QtBot) -> None:
    parent.show()
    deliver_everything()
    gc.disable()
    try:
        sheet = ShortcutsSheet(GROUPS, parent)
        sheet.open()
        gone = weakref.ref(sheet)
        QTest.keyClick(sheet.line, Qt.Key.Key_Escape)
        del sheet
        deliver_everything()
        assert gone() is None
    finally:
        gc.enable()
