"""A person at the window over a real store, as the journeys need them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.campaign_file import CampaignFileFormat
from campaignplanner.preferences import Preferences
from campaignplanner.services.workspace import Workspace
from campaignplanner.ui.actions import Name
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.live_plan import LivePlan
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.places import Places
from tests.ui.doors import PreparedFiles


class Desk:
    """A person at the window: presses keys and buttons, and reads what is there."""

    def __init__(self, qtbot: QtBot, store: Path, preferences: Preferences, files: PreparedFiles) -> None:
        self.qtbot = qtbot
        self.live = LivePlan(Workspace.open(store, CampaignFileFormat()))
        self.window = MainWindow(preferences, files)
        self.remembered: list[Preferences] = []
        self.window.remember.connect(self.remembered.append)
        qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.attach(self.live)

    @property
    def places(self) -> Places:
        assert self.window.places is not None
        return self.window.places

    def press(self, keys: Qt.Key, *, with_shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier
        if with_shift:
            modifier |= Qt.KeyboardModifier.ShiftModifier
        self.qtbot.keyClick(self.window, keys, modifier)

    def wait_for_sentence(self, part: str) -> None:
        def said() -> bool:
            message = self.window._messages.message
            return message is not None and part in message.sentence

        self.qtbot.waitUntil(said, timeout=60_000)

    @property
    def title(self) -> str:
        return self.window._header.words.title.text()

    @property
    def plan(self) -> Plan:
        assert self.live.plan is not None
        return self.live.plan

    def do(self, name: Name) -> None:
        """Chooses what a menu or a button offers."""
        action = self.window._actions[name]
        assert action.isEnabled()
        action.trigger()

    def come_back(self) -> None:
        """Has the window before them, after a dialog or at the beginning."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def focused(self) -> QWidget:
        """What takes the keys now."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def keys(self, *typed: str | Qt.Key) -> None:
        """Types texts, and presses keys between them, into whatever has the focus."""
        for each in typed:
            if isinstance(each, str):
                QTest.keyClicks(self.focused, each)
            else:
                QTest.keyClick(self.focused, each)

    def fill(self, field: Field, text: str) -> None:
        """Clicks into a field, replaces what is in it, and leaves it by Enter."""
        field.setFocus()
        QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field.editor, text)
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
