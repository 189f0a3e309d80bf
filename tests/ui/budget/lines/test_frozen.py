"""What lines are called stays in sight while the grid scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_words import LineColumn
from tests.builders import a_line, a_plan
from tests.ui.budget.lines.conftest import Desk

NARROW = 500


@pytest.fixture
def desk(open_lines: Callable[[Plan], Desk]) -> Desk:
    lines = [a_line(100_00, id=name, label=name.title(), position=place) for place, name in enumerate("abc")]
    desk = open_lines(a_plan(lines))
    desk.view.window().resize(NARROW, 600)
    desk.view.resize(NARROW, 500)
    QApplication.processEvents()
    return desk


def scroll_to_the_end(desk: Desk) -> None:
    bar = desk.view.grid.horizontalScrollBar()
    bar.setValue(bar.maximum())


def test_the_first_column_appears_again_as_soon_as_it_scrolls_away(desk: Desk) -> None:
    frozen = desk.view.grid.frozen
    assert not frozen.isVisible()
    scroll_to_the_end(desk)
    assert frozen.isVisible()
    assert frozen.geometry().topLeft() == QPoint(0, 0)
    desk.view.grid.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_it_is_painted_as_the_column_itself(desk: Desk) -> None:
    grid, window = desk.view.grid, desk.view.window()
    size = QSize(grid.heads.sectionSize(grid.frozen.column) - 1, grid.heads.height() + 3 * grid.rowHeight(0))
    place = QRect(grid.mapTo(window, QPoint(0, 0)), size)
    desk.go_to("a", grid.heads.in_sight()[1])
    before = window.grab(place).toImage()
    scroll_to_the_end(desk)
    assert grid.frozen.isVisible()
    assert window.grab(place).toImage() == before


def test_a_cell_that_keys_reach_is_never_below_it(desk: Desk) -> None:
    grid = desk.view.grid
    scroll_to_the_end(desk)
    desk.go_to("a", grid.heads.in_sight()[-1])
    for _ in range(4):
        desk.press(Qt.Key.Key_Left)
        left = grid.visualRect(grid.currentIndex()).left()
        assert not grid.frozen.isVisible() or left >= grid.frozen.width()


def test_a_click_on_it_chooses_the_line_in_the_same_column(desk: Desk) -> None:
    grid = desk.view.grid
    last = grid.heads.in_sight()[-1]
    desk.go_to("a", last)
    place = QPoint(20, grid.heads.height() + grid.rowViewportPosition(1) + 6)
    QTest.mouseClick(grid.frozen, Qt.MouseButton.LeftButton, pos=place)
    assert grid.picked_lines() == ("b",)
    assert grid.current_column is last


def test_a_double_click_on_it_opens_the_name_of_the_line(desk: Desk) -> None:
    grid = desk.view.grid
    scroll_to_the_end(desk)
    place = QPoint(20, grid.heads.height() + grid.rowViewportPosition(1) + 6)
    QTest.mouseDClick(grid.frozen, Qt.MouseButton.LeftButton, pos=place)
    line = grid.cells.open_line
    assert line is not None
    assert (line.row, line.column, line.text()) == ("b", LineColumn.LABEL, "B")
    assert not grid.frozen.isVisible()
