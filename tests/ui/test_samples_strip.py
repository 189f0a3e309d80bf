"""The samples that are offered while there is no campaign."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campaignplanner.ui.portfolio.samples_strip import SampleCard
from campaignplanner.ui.samples_offered import SampleCardText


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_ask_for_the_sample_of_the_card(key: Qt.Key, qtbot: QtBot) -> None:
    card = SampleCard(SampleCardText("autumn", "Autumn", "Invented"))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.asked_for) as asked:
        qtbot.keyClick(card, key)
    assert asked.args == ["autumn"]
