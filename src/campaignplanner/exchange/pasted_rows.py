"""Rows that were copied from a spreadsheet, understood as activities.

What is not understood is kept with its sentence, cell by cell, so that a preview can show it before anything
is made. Columns are recognised by their heading, in English or German, else by what stands in them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from io import StringIO
from typing import TypeVar

from campaignplanner.domain.activity import (
    Activity,
    ActivityStatus,
    Contribution,
    Flight,
    Kind,
    OwnKind,
    Side,
)
from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.checks import check_text
from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.records import PlanRecord
from campaignplanner.exchange.row_words import KINDS, SIDES, STATUSES, Column, column_named, letters_of
from campaignplanner.planning.day_words import DayWords
from campaignplanner.planning.typed_amounts import NumberWords, read_money
from campaignplanner.planning.typed_days import read_day, read_span

E = TypeVar("E", bound=Enum)

MOST_ROWS = 5_000
"""How many rows are taken at most; more than any plan has activities."""

_LOOKED_AT = 20
"""How many rows say what the columns are, where there is no heading."""

_YEAR = 364


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What cells are read with.

    Attributes:
        days: how the locale writes days.
        numbers: how the locale writes numbers.
        today: what a day without a year is near to, where the campaign has no days.
        near: the campaign's days.
        currency: of the campaign.
        own_kinds: kinds that the users added.
        usual_side: the side of what does not say its own.
    """

    days: DayWords
    numbers: NumberWords
    today: date
    near: Span | None = None
    currency: str = "EUR"
    own_kinds: tuple[OwnKind, ...] = ()
    usual_side: Side = Side.ONLINE


@dataclass(frozen=True, slots=True)
class CellTrouble:
    """A cell that was not understood: its column, what stands in it, and why, in a sentence."""

    column: Column
    text: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedRow:
    """One row as it was understood; without a title it makes nothing.

    Attributes:
        number: its place among the pasted rows, from 1, the heading counted.
        troubles: the cells that were left off.
    """

    number: int
    title: str = ""
    side: Side = Side.ONLINE
    kind: Kind = Kind.OTHER
    own_kind_id: str | None = None
    span: Span | None = None
    status: ActivityStatus = ActivityStatus.PLANNED
    owner: str = ""
    channel: str = ""
    place: str = ""
    planned: int | None = None
    troubles: tuple[CellTrouble, ...] = ()

    def records(
        self, aim_id: str | None = None, make_id: Callable[[], str] = new_id
    ) -> tuple[Activity, tuple[PlanRecord, ...]]:
        """Return the activity of the row, and its flight, contribution and budget line.

        Args:
            aim_id: the aim that it serves; None for no aim yet.
            make_id: gives identifiers.
        """
        activity = Activity(
            id=make_id(),
            side=self.side,
            kind=self.kind,
            own_kind_id=self.own_kind_id,
            title=self.title,
            status=self.status,
            owner=self.owner,
            channel=self.channel,
            place=self.place,
        )
        return activity, tuple(self._beside(activity.id, aim_id, make_id))

    def _beside(
        self, activity_id: str, aim_id: str | None, make_id: Callable[[], str]
    ) -> Iterator[PlanRecord]:
        if self.span is not None:
            first_day, last_day = self.span.first_day, self.span.last_day
            yield Flight(id=make_id(), activity_id=activity_id, first_day=first_day, last_day=last_day)
        if aim_id is not None:
            yield Contribution(id=make_id(), activity_id=activity_id, aim_id=aim_id)
        if self.planned is not None:
            meets = Meets.ONLINE if self.side is Side.ONLINE else Meets.OFFLINE
            yield BudgetLine(
                id=make_id(),
                activity_id=activity_id,
                label=self.title,
                meets=meets,
                planned=self.planned,
            )


@dataclass(frozen=True, slots=True)
class PastedRows:
    """A pasted table, understood.

    Attributes:
        columns: what each column of the table says; None where it is not used.
        headings: the first row where it names the columns, else empty.
        rows: the other rows; blank ones are left out.
        left_out: how many rows there are beyond ``MOST_ROWS``.
    """

    columns: tuple[Column | None, ...]
    headings: tuple[str, ...]
    rows: tuple[PastedRow, ...]
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


def understood(text: str, around: Surroundings, columns: Sequence[Column | None] | None = None) -> PastedRows:
    """Return what a pasted text means.

    Args:
        text: tab-separated rows.
        around: what cells are read with.
        columns: what each column says, where a person has corrected it; else they are recognised.
    """
    table = [(number, row) for number, row in enumerate(table_of(text), 1) if any(row)]
    headings = _headings(table[0][1]) if table else ()
    body = table[1:] if headings else table
    if columns is None:
        cells = [row for _, row in body[:_LOOKED_AT]]
        columns = headings or _guessed_columns(cells, around)
    rows = tuple(_Row(number, columns, cells, around).understood() for number, cells in body[:MOST_ROWS])
    named = tuple(table[0][1]) if headings else ()
    return PastedRows(tuple(columns), named, rows, max(0, len(body) - MOST_ROWS))


def _headings(row: Sequence[str]) -> tuple[Column | None, ...]:
    """Return the columns that a row names, each once; empty where it is not a heading."""
    columns: list[Column | None] = []
    for cell in row:
        column = column_named(cell)
        columns.append(None if column in columns else column)
    named = [column for column in columns if column is not None]
    written = [cell for cell in row if cell]
    return tuple(columns) if len(named) > 1 or (named == [Column.TITLE] and len(written) == 1) else ()


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
    rows = [_Row(0, (column,), (cell,), around).understood() for cell in cells]
    return sum(1 for row in rows if not row.troubles) / len(rows) if rows else 0


@dataclass(slots=True)
class _Row:
    """One row while it is being understood."""

    number: int
    columns: Sequence[Column | None]
    cells: Sequence[str]
    around: Surroundings
    troubles: list[CellTrouble] = field(default_factory=list)

    def understood(self) -> PastedRow:
        own_kind = self._own_kind()
        kind = None if own_kind is not None else self._word(Column.KIND, KINDS, "kind")
        side = self._side(kind, own_kind)
        if kind is not None and side not in kind.sides:
            self._leave_off(Column.KIND, f"“{kind.value}” does not happen {side.value}.")
            kind = None
        return PastedRow(
            number=self.number,
            title=" ".join(self._text(Column.TITLE).split()),
            side=side,
            kind=kind or Kind.OTHER,
            own_kind_id=None if own_kind is None else own_kind.id,
            span=self._span(),
            status=self._word(Column.STATUS, STATUSES, "status") or ActivityStatus.PLANNED,
            owner=self._text(Column.OWNER),
            channel=self._text(Column.CHANNEL) or (self._text(Column.WHERE) if side is Side.ONLINE else ""),
            place=self._text(Column.PLACE) or (self._text(Column.WHERE) if side is Side.OFFLINE else ""),
            planned=self._planned(),
            troubles=tuple(self.troubles),
        )

    def _cell(self, column: Column) -> str:
        pairs = zip(self.columns, self.cells, strict=False)
        return next((cell for named, cell in pairs if named is column), "")

    def _leave_off(self, column: Column, sentence: str) -> None:
        trouble = CellTrouble(column, self._cell(column), sentence)
        if trouble not in self.troubles:
            self.troubles.append(trouble)

    def _text(self, column: Column) -> str:
        text = self._cell(column)
        try:
            check_text(text, column.value)
        except PlanError as error:
            self._leave_off(column, error.sentence)
            return ""
        return text

    def _word(self, column: Column, known: dict[str, E], what: str) -> E | None:
        cell = self._cell(column)
        word = known.get(letters_of(cell))
        if cell and word is None:
            self._leave_off(column, f"“{cell}” is no {what} that is known here.")
        return word

    def _own_kind(self) -> OwnKind | None:
        wanted = letters_of(self._cell(Column.KIND))
        side = SIDES.get(letters_of(self._cell(Column.SIDE)))
        same = [each for each in self.around.own_kinds if wanted and letters_of(each.name) == wanted]
        return next((each for each in same if side in (None, each.side)), None)

    def _side(self, kind: Kind | None, own_kind: OwnKind | None) -> Side:
        """Return the side that is said, else the one of the kind, else of channel or place."""
        if own_kind is not None:
            return own_kind.side
        said = self._word(Column.SIDE, SIDES, "side")
        if said is not None:
            return said
        if kind is not None and len(kind.sides) == 1:
            return next(iter(kind.sides))
        channel, place = self._cell(Column.CHANNEL), self._cell(Column.PLACE)
        if bool(channel) is not bool(place):
            return Side.ONLINE if channel else Side.OFFLINE
        return self.around.usual_side

    def _span(self) -> Span | None:
        first = self._days(Column.FIRST_DAY) or self._days(Column.DAYS)
        if not self._cell(Column.LAST_DAY):
            return first
        last_day = self._last_day(first)
        if last_day is None:
            return first
        if first is None:
            return Span(last_day, last_day)
        if last_day < first.first_day:
            self._leave_off(Column.LAST_DAY, "The last day is before the first day.")
            return first
        return Span(first.first_day, last_day)

    def _days(self, column: Column) -> Span | None:
        cell, around = self._cell(column), self.around
        if not cell:
            return None
        try:
            return read_span(cell, around.days, around.today, around.near)
        except PlanError as error:
            self._leave_off(column, error.sentence)
            return None

    def _last_day(self, first: Span | None) -> date | None:
        around = self.around
        try:
            near = around.near if first is None else _year_from(first.first_day)
            return read_day(self._cell(Column.LAST_DAY), around.days, around.today, near)
        except PlanError as error:
            self._leave_off(Column.LAST_DAY, error.sentence)
            return None

    def _planned(self) -> int | None:
        cell, around = self._cell(Column.PLANNED), self.around
        if not cell:
            return None
        try:
            planned = read_money(cell, around.currency, around.numbers)
            BudgetLine(id="-", label="-", planned=planned).check()
        except PlanError as error:
            sentence = error.sentence.replace("An amount of “-”", "The amount")
            self._leave_off(Column.PLANNED, sentence)
            return None
        return planned


def _year_from(day: date) -> Span:
    """Return the days in which a last day without a year lies; shorter where the calendar ends."""
    try:
        return Span(day, shifted_day(day, _YEAR))
    except PlanError:
        return Span(day, date.max)


def rows_text(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return rows as a spreadsheet takes them: parted by tabs, quoted where they hold lines or tabs."""
    written = StringIO()
    writer = csv.writer(written, dialect="excel-tab", lineterminator="\n")
    writer.writerow(list(headings))
    writer.writerows(list(row) for row in rows)
    return written.getvalue()
