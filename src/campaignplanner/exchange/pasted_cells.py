"""One row of a pasted table, understood as an activity.

What is not understood is kept with its sentence, cell by cell, so that a preview can show it before anything
is made; its words go into the activity's notes, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
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
    """A cell that was not understood.

    Attributes:
        column: what it should have said.
        text: what stands in it.
        sentence: why it was not understood.
        heading: what its column is called in the table; empty where it is not named.
    """

    column: Column
    text: str
    sentence: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedRow:
    """One row as it was understood; without a title it makes nothing.

    Attributes:
        number: its place among the pasted rows, from 1, the heading counted.
        notes: what the columns for notes say, line by line.
        troubles: the cells that were not understood; see ``whole_notes``.
    """

    number: int
    title: str = ""
    what_people_do: str = ""
    side: Side = Side.ONLINE
    kind: Kind = Kind.OTHER
    own_kind_id: str | None = None
    span: Span | None = None
    status: ActivityStatus = ActivityStatus.PLANNED
    owner: str = ""
    channel: str = ""
    place: str = ""
    planned: int | None = None
    notes: str = ""
    troubles: tuple[CellTrouble, ...] = ()

    @property
    def whole_notes(self) -> str:
        """The notes, and below them the words of cells that were not understood."""
        left = (noted(each.heading or each.column.value, each.text) for each in self.troubles)
        return "\n".join(line for line in (self.notes, *left) if line)

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
            what_people_do=self.what_people_do,
            status=self.status,
            owner=self.owner,
            channel=self.channel,
            place=self.place,
            notes=self.whole_notes,
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


def read_row(
    number: int,
    columns: Sequence[Column | None],
    headings: Sequence[str],
    cells: Sequence[str],
    around: Surroundings,
) -> PastedRow:
    """Return what a row means.

    Args:
        number: its place among the pasted rows, from 1.
        columns: what each column says.
        headings: what each column is called in the table; may be shorter.
        cells: what stands in the row; may be shorter.
        around: what cells are read with.
    """
    return _Row(number, columns, headings, cells, around).understood()


def noted(heading: str, text: str) -> str:
    """Return a cell as a line of the notes, without what no file can hold."""
    line = f"{heading}: {text}" if heading else text
    return line.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


@dataclass(slots=True)
class _Row:
    """One row while it is being understood."""

    number: int
    columns: Sequence[Column | None]
    headings: Sequence[str]
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
            what_people_do=self._text(Column.WHAT_PEOPLE_DO),
            side=side,
            kind=kind or Kind.OTHER,
            own_kind_id=None if own_kind is None else own_kind.id,
            span=self._span(),
            status=self._word(Column.STATUS, STATUSES, "status") or ActivityStatus.PLANNED,
            owner=self._text(Column.OWNER),
            channel=self._text(Column.CHANNEL) or (self._text(Column.WHERE) if side is Side.ONLINE else ""),
            place=self._text(Column.PLACE) or (self._text(Column.WHERE) if side is Side.OFFLINE else ""),
            planned=self._planned(),
            notes=self._notes(),
            troubles=tuple(self.troubles),
        )

    def _cell(self, column: Column) -> str:
        pairs = zip(self.columns, self.cells, strict=False)
        return next((cell for named, cell in pairs if named is column), "")

    def _leave_off(self, column: Column, sentence: str) -> None:
        place = self.columns.index(column)
        heading = self.headings[place] if place < len(self.headings) else ""
        trouble = CellTrouble(column, self._cell(column), sentence, heading)
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

    def _notes(self) -> str:
        """Return what the columns for notes say; those that are called otherwise say their name too."""
        lines = []
        for place, (column, cell) in enumerate(zip(self.columns, self.cells, strict=False)):
            if column is Column.NOTES and cell:
                heading = self.headings[place] if place < len(self.headings) else ""
                lines.append(noted("" if column_named(heading) is Column.NOTES else heading, cell))
        return "\n".join(lines)

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
