"""Icons: our own drawings, all of one kind, in the colours of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from campaignplanner.resources import UnknownResource, resource_path
from campaignplanner.ui import icons
from campaignplanner.ui.theme import Theme

DRAWINGS = sorted(path for path in resource_path("icons").glob("*.svg") if path.stem != "campaignplanner")


def inks(image: QImage) -> Iterator[QColor]:
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.alpha() > 200:
                yield colour


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_every_icon_is_drawn_on_the_grid_of_24_with_one_stroke(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert re.search(r'<svg[^>]* stroke-width="1.75"', text)
    assert 'fill="none"' in text


@pytest.mark.parametrize("shown", [Theme.light(), Theme.dark()], ids=["light", "dark"])
def test_an_icon_takes_the_ink_of_the_theme(qapp: QApplication, shown: Theme) -> None:
    image = icons.icon("close", shown).pixmap(icons.SIZE, icons.SIZE).toImage()
    assert shown.text_muted.rgb() in {colour.rgb() for colour in inks(image)}


def test_a_disabled_icon_is_paler(qapp: QApplication) -> None:
    shown = Theme.light()
    disabled = icons.icon("close", shown).pixmap(icons.SIZE, icons.SIZE, icons.QIcon.Mode.Disabled)
    assert shown.text_disabled.rgb() in {colour.rgb() for colour in inks(disabled.toImage())}


@pytest.mark.parametrize("density", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_for_the_density_of_the_screen(qapp: QApplication, density: float) -> None:
    pixmap = icons.icon("close", Theme.light()).pixmap(QSize(icons.SIZE, icons.SIZE), density)
    assert pixmap.width() == icons.SIZE * density
    assert pixmap.devicePixelRatio() == density


def test_an_icon_of_a_name_that_is_not_shipped_is_refused_at_once(qapp: QApplication) -> None:
    with pytest.raises(UnknownResource):
        icons.icon("unicorn", Theme.light())


def test_the_program_has_an_icon_for_every_size_that_systems_ask_for(qapp: QApplication) -> None:
    sizes = {size.width() for size in icons.program_icon().availableSizes()}
    assert sizes >= {16, 32, 64, 128, 256}


def test_an_icon_of_no_size_is_no_trouble(qapp: QApplication) -> None:
    assert icons.icon("close", Theme.light()).pixmap(QSize(0, 0)).isNull()
