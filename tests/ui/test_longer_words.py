"""Other languages need more room: the window with every word at twice its length."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication

from campaignplanner.preferences import Preferences
from campaignplanner.ui.main_window import MainWindow
from campaignplanner.ui.page_names import PageName


class TwiceAsLong(QTranslator):
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"{source} {source}"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


class AThirdLonger(QTranslator):
    """As long as German is."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return source + "m" * (len(source) // 3)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = TwiceAsLong()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def window(longer: None, open_window: Callable[..., MainWindow], spring: str) -> MainWindow:
    return open_window()


def cut(window: MainWindow) -> list[str]:
    """Buttons with words that are narrower than their words."""
    return [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width()
    ]


def test_every_text_of_the_window_goes_through_translation(window: MainWindow) -> None:
    texts = [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    assert [text for text in texts if text and text[: len(text) // 2] != text[len(text) // 2 + 1 :]] == [
        "Sort by dates dates Sort by dates dates ↓"
    ]


@pytest.mark.parametrize("width", [1280, 1000, 760])
def test_no_button_is_cut_when_words_are_twice_as_long(window: MainWindow, width: int) -> None:
    window.resize(width, 600)
    QApplication.processEvents()
    assert cut(window) == []


@pytest.mark.parametrize("width", [1280, 1000, 760])
def test_no_button_is_cut_on_the_timeline(window: MainWindow, spring: str, width: int) -> None:
    assert window.places is not None
    window.places.show_campaign(spring)
    window.places.show_page(PageName.TIMELINE)
    window.resize(width, 600)
    QApplication.processEvents()
    assert cut(window) == []


@pytest.mark.parametrize("width", [1600, 1280])
def test_no_button_is_cut_in_the_plan(window: MainWindow, spring: str, width: int) -> None:
    assert window.places is not None
    window.places.show_campaign(spring)
    window.places.show_page(PageName.PLAN)
    window.resize(width, 600)
    QApplication.processEvents()
    assert cut(window) == []


@pytest.mark.parametrize("width", [1440, 1000])
def test_no_button_is_cut_in_the_plan_in_a_language_like_german(
    qapp: QApplication, open_window: Callable[..., MainWindow], spring: str, width: int
) -> None:
    translator = AThirdLonger()
    QCoreApplication.installTranslator(translator)
    try:
        window = open_window(Preferences(last_campaign_id=spring))
        window.resize(width, 600)
        QApplication.processEvents()
        assert cut(window) == []
    finally:
        QCoreApplication.removeTranslator(translator)
