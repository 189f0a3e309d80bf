"""Rows that were copied from a spreadsheet, understood as activities.

Columns are recognised by their heading, in English or German, else by what stands in them; a person may say
otherwise of each.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from campaignplanner.exchange.pasted_cells import PastedRow, Surroundings, read_row
from campaignplanner.exchange.row_words import Column, column_named

MOST_ROWS = 5_000
"""How many rows are taken at most; more than any plan has activities."""

_LOOKED_AT = 20
"""How many rows say what the columns are, where there is no heading."""


@dataclass(frozen=True, slots=True)
class PastedRows:
    """A pasted table, understood.

    Attributes:
        columns: what each column of the table says; None where it is not used.
        headings: the first row where it names the columns, else empty.
        rows: the other rows; blank ones are left out.
        cells: what stands in each of them.
        left_out: how many rows there are beyond ``MOST_ROWS``.
    """

    columns: tuple[Column | None, ...]
    headings: tuple[str, ...]
    rows: tuple[PastedRow, ...]
    cells: tuple[tuple[str, ...], ...] = ()
    left_out: int = 0

    @property
    def usable(self) -> tuple[PastedRow, ...]:
        """The rows that make an activity."""
        return tuple(row for row in self.rows if row.title)


def table_of(text: str) -> list[list[str]]:
    """Return the cells of a text from a spreadsheet: parted by tabs, quoted where they hold lines or tabs."""
    lines = StringIO(text.replace("\0", ""), newline="")
    try:
        return [[cell.strip() for cell in row] for row in csv.reader(lines, dialect="excel-tab")]
    except csv.Error:  # a quotation mark that is never closed swallows more than a cell can hold
        return [[cell.strip() for cell in line.split("\t")] for line in text.replace("\0", "").splitlines()]


def understood(
    text: str,
    around: Surroundings,
    chosen: Mapping[int, Column | None] | None = None,
    *,
    has_headings: bool | None = None,
) -> PastedRows:
    """Return what a pasted text means.

    Args:
        text: tab-separated rows.
        around: what cells are read with.
        chosen: what columns say, by their place, where a person has corrected it, the newest last; the
            others are recognised.
        has_headings: whether the first row names the columns; None where that is to be recognised too.
    """
    table = [(number, row) for number, row in enumerate(table_of(text), 1) if any(row)]
    first = table[0][1] if table else []
    named = _named(first)
    if has_headings is None:
        has_headings = _is_heading(named, first)
    body = table[1:] if has_headings else table
    looked_at = [row for _, row in body[:_LOOKED_AT]]
    width = max((_width_of(row) for _, row in table), default=0)
    recognised = _recognised(named, looked_at, width, around) if has_headings and any(named) else ()
    columns = _corrected(recognised or _guessed_columns(looked_at, around), chosen or {}, width)
    headings = tuple(first) if has_headings else ()
    taken = body[:MOST_ROWS]
    rows = tuple(read_row(number, columns, headings, cells, around) for number, cells in taken)
    cells = tuple(tuple(row) for _, row in taken)
    return PastedRows(columns, headings, rows, cells, max(0, len(body) - MOST_ROWS))


def _width_of(row: Sequence[str]) -> int:
    """Return how many cells there are up to the last that says something."""
    return max((place for place, cell in enumerate(row, 1) if cell), default=0)


def _named(row: Sequence[str]) -> list[Column | None]:
    """Return the columns that a row names, each once but those for notes."""
    columns: list[Column | None] = []
    for cell in row:
        column = column_named(cell)
        columns.append(None if column in columns and column is not Column.NOTES else column)
    return columns


def _is_heading(named: Sequence[Column | None], row: Sequence[str]) -> bool:
    known = [column for column in named if column is not None]
    written = [cell for cell in row if cell]
    return len(known) > 1 or (known == [Column.TITLE] and len(written) == 1)


def _recognised(
    named: Sequence[Column | None], rows: Sequence[Sequence[str]], width: int, around: Surroundings
) -> tuple[Column | None, ...]:
    """Return the columns that are named; where none is the title, the first of words that nothing names."""
    columns = [*named, *(None for _ in range(width - len(named)))]
    if Column.TITLE not in columns:
        guessed = _guessed_columns(rows, around)
        likely = [place for place, column in enumerate(guessed) if column is Column.TITLE]
        free = [place for place in (*likely, *range(width)) if columns[place] is None]
        for place in free[:1]:
            columns[place] = Column.TITLE
    return tuple(columns)


def _corrected(
    columns: Sequence[Column | None], chosen: Mapping[int, Column | None], width: int
) -> tuple[Column | None, ...]:
    """Return the columns as a person chose them: what was chosen last for one is no other's any more."""
    corrected = [columns[place] if place < len(columns) else None for place in range(width)]
    for place, column in chosen.items():
        if place >= width:
            continue
        if column is not Column.NOTES:
            corrected = [None if each is column else each for each in corrected]
        corrected[place] = column
    return tuple(corrected)


def _guessed_columns(rows: Sequence[Sequence[str]], around: Surroundings) -> tuple[Column | None, ...]:
    """Say what each column is by what stands in most of its cells; the first of words is the title."""
    guessed: list[Column | None] = []
    for place in range(max(map(len, rows), default=0)):
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        free = (each for each in _GUESSES if each not in guessed)
        fits = (each for each in free if _share_understood(each, cells, around) > 1 / 2)
        guessed.append(next(fits, Column.TITLE if cells and Column.TITLE not in guessed else None))
    return tuple(_with_title(guessed))


def _with_title(guessed: list[Column | None]) -> list[Column | None]:
    """Take words for titles where nothing else could be: `Reviews` alone is no kind, but an activity."""
    for column in (Column.KIND, Column.STATUS, Column.SIDE):
        if Column.TITLE not in guessed and column in guessed:
            return [Column.TITLE if each is column else each for each in guessed]
    return guessed


_GUESSES = (
    Column.SIDE,
    Column.STATUS,
    Column.KIND,
    Column.FIRST_DAY,
    Column.LAST_DAY,
    Column.PLANNED,
)


def _share_understood(column: Column, cells: Sequence[str], around: Surroundings) -> float:
    rows = [read_row(0, (column,), (), (cell,), around) for cell in cells]
    return sum(1 for row in rows if not row.troubles) / len(rows) if rows else 0


def rows_text(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return rows as a spreadsheet takes them: parted by tabs, quoted where they hold lines or tabs."""
    written = StringIO()
    writer = csv.writer(written, dialect="excel-tab", lineterminator="\n")
    writer.writerow(list(headings))
    writer.writerows(list(row) for row in rows)
    return written.getvalue()
