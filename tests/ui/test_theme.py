"""Colours: what the design binds, what can be read, and following the system."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campaignplanner.preferences import ThemeChoice
from campaignplanner.ui import theme
from campaignplanner.ui.style_sheet import style_sheet
from campaignplanner.ui.theme import Theme, ThemeKeeper

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[ThemeKeeper]:
    keeper = ThemeKeeper(qapp)
    yield keeper
    keeper.choose(ThemeChoice.SYSTEM)
    keeper.deleteLater()


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("token", "light", "dark"),
    [
        ("online", "#0b6bcb", "#7cc0ff"),
        ("offline", "#b45309", "#ffc069"),
        ("error", "#c81e1e", "#ff8a80"),
        ("good", "#067647", "#6ce9a6"),
    ],
)
def test_the_colours_that_the_design_binds_are_these(token: str, light: str, dark: str) -> None:
    assert getattr(Theme.light(), token).name() == light
    assert getattr(Theme.dark(), token).name() == dark


@pytest.mark.parametrize("shown", [Theme.light(), Theme.dark()], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "text_muted", "error", "good", "accent", "online", "offline"])
def test_writing_can_be_read_on_every_ground(shown: Theme, ink: str) -> None:
    for ground in (shown.surface, shown.surface_raised):
        assert contrast(getattr(shown, ink), ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("shown", [Theme.light(), Theme.dark()], ids=["light", "dark"])
def test_writing_can_be_read_on_bars_buttons_and_chosen_rows(shown: Theme) -> None:
    assert contrast(shown.text, shown.online_fill) >= LEAST_CONTRAST
    assert contrast(shown.text, shown.offline_fill) >= LEAST_CONTRAST
    assert contrast(shown.text_muted, shown.selection) >= 4
    assert contrast(shown.on_accent, shown.accent) >= LEAST_CONTRAST
    assert contrast(shown.on_accent, shown.accent_hover) >= LEAST_CONTRAST


@pytest.mark.parametrize("shown", [Theme.light(), Theme.dark()], ids=["light", "dark"])
def test_the_style_sheet_names_no_colour_that_a_theme_lacks(shown: Theme) -> None:
    assert "$" not in style_sheet(shown.names())


def test_a_change_of_the_systems_scheme_is_followed_while_the_window_is_open(
    qapp: QApplication, keeper: ThemeKeeper, qtbot: QtBot
) -> None:
    # The offscreen platform has no scheme of its own to change, so only its news can be given.
    with qtbot.waitSignal(keeper.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().is_dark


def test_a_choice_of_the_person_outweighs_the_system(qapp: QApplication, keeper: ThemeKeeper) -> None:
    keeper.choose(ThemeChoice.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.current().is_dark


def test_widgets_that_are_shown_already_take_the_new_colours(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    keeper.choose(ThemeChoice.DARK)
    assert shown.palette().window().color() == Theme.dark().surface
