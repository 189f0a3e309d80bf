"""What the grid offers while one types, and how cells are called."""

from __future__ import annotations

from collections.abc import Sequence

from campaignplanner.domain.budget import FILED_UNDER_SUGGESTIONS, CostType, Meets, PhasingMode
from campaignplanner.domain.known_words import WordKind
from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.ui.budget.lines.arranging import NEW
from campaignplanner.ui.budget.lines.cell_texts import CellLook
from campaignplanner.ui.budget.lines.cells import CellWords
from campaignplanner.ui.budget.lines.columns import COLUMNS, YES_OR_NO, heading_of
from campaignplanner.ui.budget.lines.grouping import Group
from campaignplanner.ui.budget.lines.model import LinesModel
from campaignplanner.ui.budget.lines.writing import text_of
from campaignplanner.ui.budget.words import said
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.pages import PageTools

_CHOICES = {
    LineColumn.MEETS: tuple(each.value for each in Meets),
    LineColumn.COST_TYPE: tuple(each.value for each in CostType),
    LineColumn.PHASING: tuple(each.value for each in PhasingMode),
}


class GridWords(CellWords):
    """Answers the delegate out of the model and out of what was typed before."""

    def __init__(self, tools: PageTools, model: LinesModel) -> None:
        super().__init__(model)
        self._tools = tools
        self._model = model

    def is_head(self, index: Index) -> bool:
        """See `CellWords`."""
        return isinstance(self._model.row_at(index), Group)

    def look_of(self, index: Index) -> CellLook:
        """See `CellWords`; asked of the model itself, as the way through Qt costs as much again."""
        return self._model.look(index)

    def row_of(self, index: Index) -> str | None:
        """See `CellWords`."""
        row = self._model.row_at(index)
        return row if isinstance(row, str) else None

    def text_of(self, index: Index) -> str:
        """See `CellWords`; what was refused is there again, to be put right."""
        row, column, plan = self.row_of(index), COLUMNS[index.column()], self._model.plan
        mark = self._model.marks.of(row or NEW, column)
        if mark is not None:
            return mark.text
        line = self._model.line_at(index)
        return "" if line is None or plan is None else text_of(plan, line, column)

    def name_of(self, index: Index) -> str:
        """See `CellWords`."""
        line = self._model.line_at(index)
        whose = said("New line") if line is None else line.label
        return f"{heading_of(COLUMNS[index.column()])}, {whose}"

    def words(self, column: LineColumn) -> Sequence[str]:
        """See `CellWords`."""
        plan = self._model.plan
        if column in _CHOICES:
            return _CHOICES[column]
        if column in YES_OR_NO:
            return ("yes", "no")
        if column is LineColumn.ACTIVITY and plan is not None:
            return sorted((each.title for each in plan.activities.records), key=str.casefold)
        if column is LineColumn.SUPPLIER:
            return self._tools.words.of(WordKind.SUPPLIER)
        if column is LineColumn.FILED_UNDER:
            known = self._tools.words.of(WordKind.FILED_UNDER)
            return sorted({*known, *FILED_UNDER_SUGGESTIONS}, key=str.casefold)
        return ()

    def is_choice(self, column: LineColumn) -> bool:
        """See `CellWords`."""
        return column in _CHOICES or column in YES_OR_NO
