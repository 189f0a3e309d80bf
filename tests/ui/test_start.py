"""What the first paint needs, and what it must not wait for."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.preferences import Preferences
from campaignplanner.ui.actions import Name
from campaignplanner.ui.main_window import MainWindow

HEAVY = ("sqlmodel", "sqlalchemy", "sqlite3", "typst", "babel", "pydantic")
LATER = tuple(f"campaignplanner.{name}" for name in ("services", "store", "exchange", "brief", "planning"))


def test_the_window_can_be_painted_before_the_store_is_imported() -> None:
    script = "import sys, campaignplanner.ui.main_window; print('\\n'.join(sys.modules))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(found.stdout.split())
    assert loaded.isdisjoint({*HEAVY, *LATER})


@pytest.fixture
def skeleton(qtbot: QtBot) -> MainWindow:
    window = MainWindow(Preferences())
    qtbot.addWidget(window)
    window.show()
    return window


def test_before_the_store_is_there_nothing_but_quitting_can_be_done(skeleton: MainWindow) -> None:
    enabled = {name for name in Name if skeleton._actions[name].isEnabled()}
    assert enabled == {Name.QUIT}


def test_before_the_store_is_there_no_button_asks_for_attention(skeleton: MainWindow) -> None:
    assert not isinstance(skeleton.focusWidget(), QWidget) or skeleton.focusWidget().accessibleName() == ""
    assert skeleton._header.main_button.isHidden()


def test_a_store_that_cannot_be_opened_leaves_a_window_that_says_so(skeleton: MainWindow) -> None:
    skeleton.refuse("“plans.sqlite” was written by a newer version.")
    page = skeleton._pages.currentWidget()
    texts = [label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")]
    assert "“plans.sqlite” was written by a newer version." in texts


def test_closing_before_the_store_is_there_is_quiet(skeleton: MainWindow) -> None:
    assert skeleton.close()
