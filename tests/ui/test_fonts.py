"""The writing of the window."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from campaignplanner.ui.fonts import install_fonts, sized, strong_font, with_figures


def width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def test_the_window_is_written_in_inter(qapp: QApplication) -> None:
    install_fonts(qapp)
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert qapp.font().pixelSize() == 13


def test_a_heavier_weight_is_really_drawn_heavier(qapp: QApplication) -> None:
    install_fonts(qapp)
    assert width(strong_font(), "Autumn Blend launch") > width(qapp.font(), "Autumn Blend launch")


def test_figures_in_columns_are_all_of_one_width(qapp: QApplication) -> None:
    install_fonts(qapp)
    figures = with_figures(qapp.font())
    assert width(figures, "1111") == width(figures, "0000")
    assert width(qapp.font(), "1111") != width(qapp.font(), "0000")


def test_another_size_keeps_the_figures(qapp: QApplication) -> None:
    install_fonts(qapp)
    larger = sized(with_figures(qapp.font()), 20)
    assert width(larger, "1111") == width(larger, "0000")
