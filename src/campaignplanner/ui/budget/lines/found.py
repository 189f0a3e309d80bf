"""What the review says of lines, in the grid: which cell is marked, and what a click on a mark does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal, Slot

from campaignplanner.domain.review import Finding
from campaignplanner.exchange.line_words import FIELD_OF, LineColumn
from campaignplanner.planning.marks import Marks
from campaignplanner.ui.budget.lines.cells import mark_box
from campaignplanner.ui.budget.lines.columns import COLUMNS, place_of
from campaignplanner.ui.budget.lines.grid import LinesGrid
from campaignplanner.ui.budget.lines.model import LinesModel
from campaignplanner.ui.widgets.mark_clicks import MarkClicks

_COLUMN_OF = {"postings": LineColumn.ACTUAL, **{field: column for column, field in FIELD_OF.items()}}
"""Where a field is marked; what has no column in sight is marked at the label."""


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
        self._marks: Marks = {}
        MarkClicks(grid.viewport(), self._finding_at).asked.connect(self.asked)
        grid.heads.columns_changed.connect(self._mark)

    def show(self, marks: Marks) -> None:
        """Marks what the review says of each line."""
        if marks is not self._marks:
            self._marks = marks
            self._mark()

    @Slot()
    def _mark(self) -> None:
        """Works out once which cells are marked: the grid asks for each cell that it paints."""
        plan = self._model.plan
        found: dict[tuple[str, LineColumn], Finding] = {}
        for line_id, marks in self._marks.items():
            if plan is not None and line_id in plan.lines:
                for field, finding in marks.items():
                    found.setdefault((line_id, self._column(field)), finding)
        self._model.findings = found
        self._grid.viewport().update()

    def _column(self, field: str) -> LineColumn:
        column = _COLUMN_OF.get(field, LineColumn.LABEL)
        return LineColumn.LABEL if self._grid.heads.isSectionHidden(place_of(column)) else column

    def _finding_at(self, point: QPointF) -> Finding | None:
        index = self._grid.indexAt(point.toPoint())
        row = self._model.row_at(index)
        if not isinstance(row, str) or not mark_box(self._grid.visualRect(index)).contains(point):
            return None
        return self._model.findings.get((row, COLUMNS[index.column()]))
