"""The window's writing: Inter from its wheel, so that a plan looks the same on every machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

PIXEL_SIZE = 13
"""Height of running text in logical pixels; every row height derives from its metrics."""

_INSTALLED = "campaignplanner_font"
_WEIGHT_AXIS = QFont.Tag("wght")


def install_fonts(application: QApplication) -> None:
    """Registers Inter and makes it the application's font.

    Where the wheel's files are missing the system's font stays, with the same size. Asking twice
    costs nothing.
    """
    if application.property(_INSTALLED) is not None:
        return
    family = _register_inter() or application.font().family()
    application.setProperty(_INSTALLED, family)
    application.setFont(text_font(family))


def text_font(family: str) -> QFont:
    """Running text of a family."""
    font = QFont(family)
    font.setPixelSize(PIXEL_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def sized(font: QFont, pixel_size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A copy of a font in another size and weight, with its features kept.

    Inter is one variable file, of which Qt knows the regular weight only: the weight goes in as
    the variable axis too, else every weight looks alike. Style sheets cannot set that axis, so
    fonts are set on widgets and never in the style sheet.
    """
    copy = QFont(font)
    copy.setPixelSize(pixel_size)
    copy.setWeight(weight)
    copy.setVariableAxis(_WEIGHT_AXIS, float(weight.value))
    return copy


def with_figures(font: QFont) -> QFont:
    """A copy of a font with figures of one width, for dates and money that stand in columns.

    Not for running text: Inter widens hyphens and points along with the figures.
    """
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


def title_font() -> QFont:
    """The title of a page or of a dialog."""
    return sized(QApplication.font(), 16, QFont.Weight.Medium)


def headline_font() -> QFont:
    """The one large line of an empty page."""
    return sized(QApplication.font(), 20, QFont.Weight.Medium)


def strong_font() -> QFont:
    """Running text that leads its row: a campaign's title, the word on the main button."""
    return sized(QApplication.font(), PIXEL_SIZE, QFont.Weight.Medium)


def small_font() -> QFont:
    """What stands under a row's first line."""
    return sized(QApplication.font(), PIXEL_SIZE - 1)


def _register_inter() -> str | None:
    path = _inter_path()
    if path is None:
        return None
    number = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else None


def _inter_path() -> Path | None:
    spec = find_spec("fontpkg_inter")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "files" / "Inter[opsz,wght].ttf"
    return path if path.is_file() else None
