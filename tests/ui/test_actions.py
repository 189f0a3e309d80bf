"""The table of actions."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.ui.actions import SPECS, Actions, Listens, Name
from campaignplanner.ui.theme import Theme


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Actions(owner, Theme.light())
    made.owner = owner  # type: ignore[attr-defined]  # the actions are its children
    return made


def test_every_action_is_in_the_table_once() -> None:
    assert [spec.name for spec in SPECS] == list(Name)


def test_every_action_says_what_it_does(actions: Actions) -> None:
    for name in Name:
        assert actions[name].text()
        assert actions[name].toolTip() != actions[name].text()


@pytest.mark.parametrize("part", [Listens.CAMPAIGN_LIST, Listens.PLAN_PAGE, Listens.TIMELINE_PAGE])
def test_no_two_actions_share_a_key_where_both_listen(actions: Actions, part: Listens) -> None:
    listening = [spec.name for spec in SPECS if spec.listens in (Listens.EVERYWHERE, part)]
    keys = Counter(key.toString() for name in listening for key in set(actions[name].shortcuts()))
    assert [key for key, count in keys.items() if count > 1] == []


def test_what_shapes_the_timeline_shares_no_key_with_its_page(actions: Actions) -> None:
    parts = (Listens.EVERYWHERE, Listens.TIMELINE_PAGE, Listens.TIMELINE_LANES)
    listening = [spec.name for spec in SPECS if spec.listens in parts]
    keys = Counter(key.toString() for name in listening for key in set(actions[name].shortcuts()))
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_keys_stand_in_the_tooltip(actions: Actions) -> None:
    assert "Ctrl+E" in actions[Name.EXPORT_BRIEF].toolTip()


@pytest.mark.parametrize("name", [Name.DELETE, Name.DELETE_PICKED, Name.COPY, Name.PASTE])
def test_keys_that_fields_need_too_listen_only_in_their_part_of_the_window(
    actions: Actions, name: Name
) -> None:
    assert actions[name].shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut


def test_a_part_of_the_window_listens_to_its_own_actions_only(actions: Actions, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    actions.add_local(page, Listens.PLAN_PAGE)
    assert actions[Name.DELETE_PICKED] in page.actions()
    assert actions[Name.DELETE] not in page.actions()


def test_undo_names_the_step_and_is_disabled_when_there_is_none(actions: Actions) -> None:
    actions.say_step(Name.UNDO, "Import “Spring”")
    assert actions[Name.UNDO].isEnabled()
    assert "Undo “Import “Spring””" in actions[Name.UNDO].toolTip()
    actions.say_step(Name.UNDO, None)
    assert not actions[Name.UNDO].isEnabled()
