"""What the pages of money say, as plain data; see `contents`."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.brief.figure_contents import Cells, Fact


@dataclass(frozen=True, slots=True)
class BarPart:
    """A segment of a split bar: online, offline, both or unsaid, and its share of the whole."""

    kind: str
    share: float
    label: str
    amount: str
    percent: str


@dataclass(frozen=True, slots=True)
class Band:
    """The target for the online share along the bar, as fractions of 1."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class ShareFigure:
    """The bar of all money by what the customer meets."""

    parts: tuple[BarPart, ...]
    band: Band | None
    verdict: str
    alt: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table of figures with a line of totals."""

    header: Cells
    rows: tuple[Cells, ...]
    footer: Cells
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One budget line, or the sum of a group of lines; ``note`` is what else there is to say about a line."""

    cells: Cells
    note: str
    group: bool


@dataclass(frozen=True, slots=True)
class LineTable:
    """All budget lines with their totals."""

    header: Cells
    rows: tuple[LineRow, ...]
    footer: Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyContents:
    """The pages of money; a part is None where there is nothing to say, ``is_any`` whether anything has."""

    is_any: bool
    note: str
    facts: tuple[Fact, ...]
    remarks: Cells
    share: ShareFigure | None
    matrix: TableEntry | None
    by_aim: TableEntry | None
    by_month: TableEntry | None
    lines: LineTable | None
    draws: TableEntry | None
