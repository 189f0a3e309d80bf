"""Taking what is typed, pasted, cleared or filled into cells; each is one step of the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from campaignplanner.domain.activity import Side
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_cells import LineSurroundings, read_cell, written_cell
from campaignplanner.exchange.line_words import FIELD_OF, LineColumn
from campaignplanner.exchange.pasted_lines import (
    BlockTrouble,
    PastedBlock,
    headings_of,
    read_block,
    read_rows,
)
from campaignplanner.exchange.pasted_rows import table_of
from campaignplanner.services.commands.budget import ChangeBudgetLine, MakeBudgetLine
from campaignplanner.services.commands.editing import next_position
from campaignplanner.services.commands.lines import (
    DeleteBudgetLines,
    FillDown,
    PasteCells,
)
from campaignplanner.ui.budget.lines.arranging import NEW
from campaignplanner.ui.budget.lines.cell_texts import why_locked
from campaignplanner.ui.budget.lines.columns import heading_of
from campaignplanner.ui.budget.lines.marks import Mark
from campaignplanner.ui.budget.lines.model import LinesModel
from campaignplanner.ui.budget.words import lines_counted, said
from campaignplanner.ui.fields.locale_words import day_words, number_words
from campaignplanner.ui.formats import counted, day_text
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.inspector.deleting import delete_by


def surroundings(plan: Plan) -> LineSurroundings:
    """What cells are read with, in the window's locale."""
    return LineSurroundings(
        plan=plan,
        numbers=number_words(),
        days=day_words(),
        today=date.today(),  # noqa: DTZ011 - the person's own day
        total_names=(said("total"),),
    )


def text_of(plan: Plan, line: BudgetLine, column: LineColumn) -> str:
    """What stands in a cell as it is typed."""
    return written_cell(column, line, plan, number_words(), day_text)


class LineWriting(QObject):
    """Writes into lines through the workspace; what is not understood stays in its cell, marked.

    Attributes:
        made_last: the line that was begun last in the last row.
    """

    def __init__(self, tools: PageTools, model: LinesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._model = model
        self.made_last = ""

    def take(self, line_id: str, column: LineColumn, text: str) -> bool:
        """Takes one typed cell; False where it stays marked, or was refused."""
        plan = self._model.plan
        if plan is None:
            return False
        if line_id == NEW:
            return self._begin(plan, column, text)
        line = plan.lines.get(line_id)
        if line is None:
            return False
        if text.strip() == text_of(plan, line, column):
            self._model.mark(line_id, column, None)
            return True
        try:
            fields = read_cell(column, text, line, surroundings(plan))
        except PlanError as error:
            return self._refuse(line_id, column, text, error.sentence)
        refusal = self._tools.live.refusal_of(ChangeBudgetLine(line_id, fields))
        if refusal is not None:
            return self._refuse(line_id, column, text, refusal.sentence)
        self._model.mark(line_id, column, None)
        return True

    def _refuse(self, line_id: str, column: LineColumn, text: str, sentence: str) -> bool:
        self._model.mark(line_id, column, Mark(text, sentence))
        return False

    # -- new lines -----------------------------------------------------------------------------------

    def _begin(self, plan: Plan, column: LineColumn, text: str) -> bool:
        """A cell of the last row makes a line, unless it says nothing."""
        if not text.strip():
            self._model.mark(NEW, column, None)
            return True
        begun = self.begun_line(plan, self.holder(plan))
        try:
            made = replace(begun, **read_cell(column, text, begun, surroundings(plan)))  # type: ignore[arg-type]
        except PlanError as error:
            return self._refuse(NEW, column, text, error.sentence)
        refusal = self._tools.live.refusal_of(MakeBudgetLine(made))
        if refusal is not None:
            return self._refuse(NEW, column, text, refusal.sentence)
        self._model.mark(NEW, column, None)
        self._move_marks(made.id)
        self.made_last = made.id
        return True

    def _move_marks(self, line_id: str) -> None:
        """What is still wrong in the last row belongs to the line that came of it."""
        for row, column in self._model.marks.places():
            mark = self._model.marks.of(NEW, column) if row == NEW else None
            if mark is not None:
                self._model.mark(NEW, column, None)
                self._model.mark(line_id, column, mark)

    def add(self) -> str | None:
        """Makes a line for the activity that is selected or whose line is, else for the campaign."""
        plan = self._model.plan
        if plan is None:
            return None
        line = self.begun_line(plan, self.holder(plan))
        return line.id if self._tools.live.execute(MakeBudgetLine(line)) else None

    def holder(self, plan: Plan) -> str | None:
        """The activity that a new line is for; None for the campaign."""
        current = self._tools.selection.current
        if current is None:
            return None
        if current.id in plan.activities:
            return current.id
        line = plan.lines.get(current.id)
        return None if line is None else line.activity_id

    def begun_line(self, plan: Plan, activity_id: str | None) -> BudgetLine:
        """A line of an activity, met where it happens."""
        activity = plan.activities.get(activity_id) if activity_id is not None else None
        meets = Meets.NOT_SAID
        if activity is not None:
            meets = Meets.ONLINE if activity.side is Side.ONLINE else Meets.OFFLINE
        return BudgetLine(
            id=new_id(),
            label=said("New budget line"),
            activity_id=activity_id,
            meets=meets,
            position=next_position(plan.lines.values()),
        )

    # -- many cells ----------------------------------------------------------------------------------

    def paste(self, text: str, columns: Sequence[LineColumn], line_ids: Sequence[str]) -> bool:
        """Pastes a block, from the first of the columns and lines on; rows with heads become new lines."""
        plan = self._model.plan
        table = table_of(text)
        if plan is None or not any(any(row) for row in table):
            self._tools.messages.say(said("There is nothing to paste. Copy cells of a spreadsheet first."))
            return False
        around = surroundings(plan)
        if headings_of(table[0]):
            block = read_rows(text, columns, around)
        else:
            block = read_block(text, columns, line_ids, around)
        return self._write(block)

    def paste_everywhere(self, text: str, columns: Sequence[LineColumn], line_ids: Sequence[str]) -> bool:
        """Pastes one cell into every chosen one."""
        plan = self._model.plan
        if plan is None:
            return False
        row = "\t".join(text.strip("\r\n") for _ in columns)
        return self._write(
            read_block("\n".join(row for _ in line_ids), columns, line_ids, surroundings(plan))
        )

    def _write(self, block: PastedBlock) -> bool:
        edits, troubles = self._without_locked(block)
        done = not (edits or block.made)
        if not done:
            done = self._tools.live.execute(PasteCells(tuple(edits), block.made))
        if not done:
            return False
        kept = [each for each in troubles if each.line_id is not None and each.column is not None]
        for line_id, fields in edits:
            for column, field in FIELD_OF.items():
                if field in fields:
                    self._model.mark(line_id, column, None)
        for each in kept:
            if each.line_id is not None and each.column is not None:
                self._model.mark(each.line_id, each.column, Mark(each.text, each.sentence))
        self._tell(block, len(edits), troubles)
        return True

    def _without_locked(
        self, block: PastedBlock
    ) -> tuple[list[tuple[str, dict[str, object]]], list[BlockTrouble]]:
        """Leaves approved money as it is, cell by cell, and takes the rest; says which were left."""
        plan, edits, troubles = self._model.plan, [], list(block.troubles)
        if plan is None:
            return [], troubles
        for line_id, fields in block.edits:
            line, taken = plan.lines[line_id], dict(fields)
            for column, field in FIELD_OF.items():
                if field not in taken:
                    continue
                reason = why_locked(plan, line, column)
                if reason and taken[field] != getattr(line, field):
                    troubles.append(BlockTrouble(0, column, str(taken[field]), reason, None))
                if reason:
                    del taken[field]
            if taken:
                edits.append((line_id, taken))
        return edits, troubles

    def _tell(self, block: PastedBlock, changed: int, troubles: Sequence[BlockTrouble]) -> None:
        """Says what came in, and names what was not understood."""
        parts = []
        if changed:
            parts.append(counted(changed, said("1 line was changed."), said("%1 lines were changed.")))
        if block.made:
            parts.append(counted(len(block.made), said("1 line was added."), said("%1 lines were added.")))
        if troubles:
            parts.append(_named(troubles))
        if block.left_out:
            parts.append(said("%1 were left out: paste them apart.", lines_counted(block.left_out)))
        say = self._tools.messages.say_trouble if troubles else self._tools.messages.say
        undo = self._undo_answer() if changed or block.made else ()
        say(" ".join(parts) or said("Nothing was different."), *undo)

    def clear(self, columns: Sequence[LineColumn], line_ids: Sequence[str]) -> bool:
        """Empties cells; what a line cannot be without stays, and is said."""
        plan = self._model.plan
        if plan is None:
            return False
        around, edits, left = surroundings(plan), list[tuple[str, dict[str, object]]](), list[str]()
        for line_id in line_ids:
            fields: dict[str, object] = {}
            for column in columns:
                if self._model.marks.of(line_id, column) is not None:
                    self._model.mark(line_id, column, None)
                    continue
                reason = why_locked(plan, plan.lines[line_id], column)
                try:
                    if not reason:
                        fields.update(read_cell(column, "", plan.lines[line_id], around))
                except PlanError as error:
                    reason = error.sentence
                if reason and reason not in left:
                    left.append(reason)
            if fields:
                edits.append((line_id, fields))
        done = not edits or self._tools.live.execute(PasteCells(tuple(edits)))
        if done and left:
            self._tools.messages.say_trouble(left[0], *(self._undo_answer() if edits else ()))
        return done

    def fill_down(self, columns: Sequence[LineColumn], line_ids: Sequence[str]) -> bool:
        """Gives lines what the first of them has in some columns."""
        fields = tuple(FIELD_OF[column] for column in columns if column in FIELD_OF)
        if len(line_ids) < 2 or not fields:
            self._tools.messages.say(said("Choose the cells below the one whose value they are to take."))
            return False
        return self._tools.live.execute(FillDown(line_ids[0], tuple(line_ids[1:]), fields))

    def delete(self, line_ids: Iterable[str]) -> bool:
        """Deletes lines and says what went along, with a way back."""
        ids = tuple(line_ids)
        return bool(ids) and delete_by(self._tools, DeleteBudgetLines(ids))

    def _undo_answer(self) -> tuple[Answer, ...]:
        plan = self._tools.live.plan
        if plan is None:
            return ()
        return (Answer(said("Undo"), partial(self._tools.live.undo, plan.campaign.id)),)


def _named(troubles: Sequence[BlockTrouble]) -> str:
    """The first cell that was not understood, and how many more there are."""
    first = troubles[0]
    where = said("Line") if first.column is None else heading_of(first.column)
    sentence = said("%1 “%2”: %3", where, first.text, first.sentence)
    if len(troubles) == 1:
        return sentence
    return said("%1 %2 more cells were not taken.", sentence, len(troubles) - 1)
