"""What the review says of lines, in the grid: which cell is marked, and what a click on a mark does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal, Slot

from campaignplanner.domain.review import Finding
from campaignplanner.planning.marks import Marks
from campaignplanner.ui.budget.lines.cells import mark_box
from campaignplanner.ui.budget.lines.columns import COLUMNS
from campaignplanner.ui.budget.lines.grid import LinesGrid
from campaignplanner.ui.budget.lines.model import LinesModel
from campaignplanner.ui.widgets.mark_clicks import MarkClicks


class LineMarks(QObject):
    """Keeps the marks in the grid those of the review.

    Signals:
        asked: carries the Finding whose mark was clicked.
    """

    asked = Signal(object)

    def __init__(self, grid: LinesGrid, model: LinesModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        MarkClicks(grid.viewport(), self._finding_at).asked.connect(self.asked)
        grid.heads.columns_changed.connect(self._note_columns)

    def show(self, marks: Marks) -> None:
        """Marks what the review says of each line."""
        if marks is not self._model.found:
            self._model.found = marks
            self._note_columns()

    @Slot()
    def _note_columns(self) -> None:
        """What has no column in sight is marked at the label."""
        self._model.marked_in = frozenset(self._grid.heads.in_sight())
        self._grid.viewport().update()

    def _finding_at(self, point: QPointF) -> Finding | None:
        index = self._grid.indexAt(point.toPoint())
        row = self._model.row_at(index)
        if not isinstance(row, str) or not mark_box(self._grid.visualRect(index)).contains(point):
            return None
        return self._model.finding_of(row, COLUMNS[index.column()])
