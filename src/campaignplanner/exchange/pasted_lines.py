"""Budget lines as tab-separated text: a block of cells, out to a spreadsheet and in from one.

The budget page copies with ``lines_text`` and pastes with ``read_block`` from the chosen cell on: each row of
the text goes to a line below the other, and rows beyond the last line become new lines. What was understood
goes into one ``PasteCells`` (services); what was not is in ``troubles``, cell by cell with a sentence, so
that the grid keeps the text there, marked. Rows with a heading, such as from another budget, are read with
``read_rows``, which makes new lines of all of them; words of theirs that were not understood go into the
note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_cells import LineSurroundings, read_cell, written_cell
from campaignplanner.exchange.line_words import FIELD_OF, LineColumn, line_column_named
from campaignplanner.exchange.pasted_cells import noted
from campaignplanner.exchange.pasted_rows import MOST_ROWS, rows_text, table_of
from campaignplanner.planning.typed_amounts import NumberWords

_FIRST = (LineColumn.CURRENCY, LineColumn.EXCHANGE_RATE)
"""Read before the others of a row: amounts are in the line's currency."""


@dataclass(frozen=True, slots=True)
class BlockTrouble:
    """A cell of a block that was not understood.

    Attributes:
        row: its place in the block, from 0.
        column: what it should have said; None where it lies beyond the columns.
        text: what stands in it.
        sentence: why it was not understood.
        line_id: the line that it was meant for; None for a line that would be new.
    """

    row: int
    column: LineColumn | None
    text: str
    sentence: str
    line_id: str | None


@dataclass(frozen=True, slots=True)
class PastedBlock:
    """A pasted block, understood.

    Attributes:
        edits: new values by field name, by line, in the order of the rows.
        made: the lines that rows beyond the last line make.
        troubles: the cells that were not understood.
        left_out: how many rows there are beyond what is taken at once.
    """

    edits: tuple[tuple[str, Mapping[str, object]], ...]
    made: tuple[BudgetLine, ...]
    troubles: tuple[BlockTrouble, ...]
    left_out: int = 0


def lines_text(
    plan: Plan,
    line_ids: Iterable[str],
    columns: Sequence[LineColumn],
    numbers: NumberWords,
    written_day: Callable[[date], str],
    *,
    with_headings: bool = False,
) -> str:
    """Return cells of lines as a spreadsheet takes them: parted by tabs.

    Args:
        plan: whose lines they are.
        line_ids: which lines, in the order of the rows.
        columns: which cells, in the order of the columns.
        numbers: how the locale writes numbers.
        written_day: writes a day as people of the locale do, with its year.
        with_headings: whether the first row names the columns, for whole lines.
    """
    lines = [plan.find(BudgetLine, each) for each in line_ids]
    rows = ([written_cell(column, line, plan, numbers, written_day) for column in columns] for line in lines)
    text = rows_text((column.value for column in columns), rows)
    return text if with_headings else text.partition("\n")[2]


def read_block(
    text: str,
    columns: Sequence[LineColumn],
    line_ids: Sequence[str],
    around: LineSurroundings,
    make_id: Callable[[], str] = new_id,
) -> PastedBlock:
    """Return what a block of cells means.

    Args:
        text: tab-separated rows.
        columns: what the columns say, from the one of the chosen cell on.
        line_ids: the lines under the rows, from the one of the chosen cell on; rows beyond make lines.
        around: what cells are read with.
        make_id: gives identifiers.
    """
    table = _without_end(table_of(text))
    reading = _Reading(around, make_id)
    for row, cells in enumerate(table[:MOST_ROWS]):
        cells = cells or [""]  # an empty cell of a single column
        pairs = [(columns[place] if place < len(columns) else None, cell) for place, cell in enumerate(cells)]
        line_id = line_ids[row] if row < len(line_ids) else None
        reading.read(row, line_id, pairs)
    return reading.block(len(table) - MOST_ROWS)


def read_rows(
    text: str,
    usual: Sequence[LineColumn],
    around: LineSurroundings,
    make_id: Callable[[], str] = new_id,
) -> PastedBlock:
    """Return the lines that rows make, by their headings, or in the usual columns where there are none.

    What was not understood is in the note of its line too. Columns that are not known are left out, and their
    words go into the note as well; committed and actual money is not taken from there but from postings.
    """
    table = [row for row in table_of(text) if any(row)]
    first = table[0] if table else []
    named = headings_of(first)
    columns = list(named or usual)
    reading = _Reading(around, make_id, headings=tuple(first) if named else ())
    body = table[1:] if named else table
    for row, cells in enumerate(body[:MOST_ROWS]):
        pairs = [(columns[place] if place < len(columns) else None, cell) for place, cell in enumerate(cells)]
        reading.read(row, None, pairs)
    return reading.block(len(body) - MOST_ROWS)


def headings_of(row: Sequence[str]) -> tuple[LineColumn | None, ...]:
    """Return the columns that a row names, each once; empty where it is no heading."""
    columns: list[LineColumn | None] = []
    for cell in row:
        column = line_column_named(cell)
        columns.append(None if column in columns else column)
    return tuple(columns) if sum(1 for each in columns if each is not None) > 1 else ()


def _without_end(table: list[list[str]]) -> list[list[str]]:
    """Return the rows without empty ones at the end, which spreadsheets add; those between clear cells."""
    while table and not any(table[-1]):
        table = table[:-1]
    return table


@dataclass(slots=True)
class _Reading:
    """A block while it is being understood."""

    around: LineSurroundings
    make_id: Callable[[], str]
    headings: tuple[str, ...] = ()
    edits: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)
    made: list[BudgetLine] = field(default_factory=list)
    troubles: list[BlockTrouble] = field(default_factory=list)

    def block(self, left_out: int) -> PastedBlock:
        return PastedBlock(tuple(self.edits), tuple(self.made), tuple(self.troubles), max(0, left_out))

    def read(self, row: int, line_id: str | None, pairs: Sequence[tuple[LineColumn | None, str]]) -> None:
        line = BudgetLine(id=self.make_id(), label="-") if line_id is None else self._line(line_id)
        before = len(self.troubles)
        fields: dict[str, object] = {}
        for column, text in sorted(pairs, key=lambda pair: pair[0] not in _FIRST):
            if column is None and text:
                self._leave_off(row, None, text, "There is no column for this.", line_id)
            if column is None or (line_id is None and not text):
                continue
            try:
                found = read_cell(column, text, line, self.around)
                replace(line, **{**found, **_unpriced(found)}).check()  # type: ignore[arg-type]
            except PlanError as error:
                self._leave_off(row, column, text, error.sentence, line_id)
                continue
            fields.update(found)
            if column in _FIRST:
                line = replace(line, **found)  # type: ignore[arg-type]
        self._check_price(row, fields, line_id)
        if line_id is not None and fields:
            self.edits.append((line_id, fields))
        elif line_id is None and any(text for _, text in pairs):
            self.made.append(self._made(line, fields, self.troubles[before:], pairs))

    def _line(self, line_id: str) -> BudgetLine:
        return self.around.plan.find(BudgetLine, line_id)

    def _leave_off(
        self, row: int, column: LineColumn | None, text: str, sentence: str, line_id: str | None
    ) -> None:
        self.troubles.append(BlockTrouble(row, column, text, sentence, line_id))

    def _check_price(self, row: int, fields: dict[str, object], line_id: str | None) -> None:
        """Let quantity times price stand where both are given and another planned amount besides."""
        quantity, price = fields.get("quantity"), fields.get("unit_price")
        planned = fields.get("planned")
        if isinstance(quantity, Decimal) and isinstance(price, int) and isinstance(planned, int):
            priced = BudgetLine(id="-", label="-", quantity=quantity, unit_price=price).planned_by_quantity
            if planned != priced:
                sentence = "This is not quantity times price, which stands instead."
                self._leave_off(row, LineColumn.PLANNED, str(planned), sentence, line_id)
            fields["planned"] = priced

    def _made(
        self,
        line: BudgetLine,
        fields: dict[str, object],
        troubles: Sequence[BlockTrouble],
        pairs: Sequence[tuple[LineColumn | None, str]],
    ) -> BudgetLine:
        notes = [str(fields.pop("note", ""))] + [
            noted(self._heading(each, pairs), each.text) for each in troubles
        ]
        activity_id = fields.get("activity_id")
        label = fields.pop("label", None) or self._label_of(activity_id)
        made = replace(line, label=str(label), note="\n".join(filter(None, notes)))
        made = replace(made, **fields)  # type: ignore[arg-type]
        by_quantity = made.planned_by_quantity
        if by_quantity is not None:
            made = replace(made, planned=by_quantity)
        return made

    def _heading(self, trouble: BlockTrouble, pairs: Sequence[tuple[LineColumn | None, str]]) -> str:
        place = next(place for place, pair in enumerate(pairs) if pair == (trouble.column, trouble.text))
        if place < len(self.headings):
            return self.headings[place]
        return trouble.column.value if trouble.column is not None else ""

    def _label_of(self, activity_id: object) -> str:
        """Return what a line without a label is called: as its activity."""
        return self.around.plan.activities[activity_id].title if isinstance(activity_id, str) else "Costs"


def _unpriced(found: Mapping[str, object]) -> Mapping[str, object]:
    """Return what keeps one value checkable by itself: no price beside a planned amount, and the reverse."""
    names = {FIELD_OF[LineColumn.QUANTITY], FIELD_OF[LineColumn.UNIT_PRICE]}
    return {name: None for name in names if name not in found}
