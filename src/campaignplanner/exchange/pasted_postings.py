"""Postings as tab-separated text: rows of a ledger, each with its day, amount, kind and reference.

The budget page pastes them onto a chosen line, or, where a column names lines, onto those; what was
understood goes into one ``MakePostings`` (services). Each cell says by itself what it is, so that columns
may come in any order. A row without a day or an amount makes nothing and is named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from campaignplanner.domain.budget import BudgetLine, Posting, PostingKind
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.ids import new_id
from campaignplanner.domain.money import to_decimal
from campaignplanner.domain.plan import Plan
from campaignplanner.exchange.line_cells import LineSurroundings, written_number
from campaignplanner.exchange.line_words import POSTING_KINDS
from campaignplanner.exchange.pasted_rows import MOST_ROWS, rows_text, table_of
from campaignplanner.exchange.row_words import letters_of
from campaignplanner.planning.finding import folded
from campaignplanner.planning.typed_amounts import NumberWords, read_money
from campaignplanner.planning.typed_days import read_day

T = TypeVar("T")

HEADINGS = ("Day", "Kind", "Amount", "Reference")


@dataclass(frozen=True, slots=True)
class RowTrouble:
    """A row that makes no posting.

    Attributes:
        row: its place in the text, from 0.
        text: what stands in it.
        sentence: what it lacks.
    """

    row: int
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PastedPostings:
    """Pasted rows, understood: what they make, and the rows that make nothing."""

    made: tuple[Posting, ...]
    troubles: tuple[RowTrouble, ...]
    left_out: int = 0


def postings_text(plan: Plan, line_id: str, numbers: NumberWords, written_day: Callable[[date], str]) -> str:
    """Return the postings of a line for a spreadsheet; ``read_postings`` understands them again."""
    currency = plan.find(BudgetLine, line_id).currency or plan.campaign.currency
    rows = (
        (
            written_day(each.day),
            each.kind.value,
            written_number(to_decimal(each.amount, currency), numbers),
            each.reference,
        )
        for each in plan.postings_of(line_id)
    )
    return rows_text(HEADINGS, rows)


def read_postings(
    text: str,
    line_id: str | None,
    around: LineSurroundings,
    usual_kind: PostingKind = PostingKind.ACTUAL,
    make_id: Callable[[], str] = new_id,
) -> PastedPostings:
    """Return the postings that rows make.

    Args:
        text: tab-separated rows; a first row that makes no posting is taken for a heading.
        line_id: the line of rows that name none; None where each has to.
        around: what cells are read with.
        usual_kind: the kind of rows that do not say theirs.
        make_id: gives identifiers.
    """
    lines = _by_label(around.plan)
    made: list[Posting] = []
    troubles: list[RowTrouble] = []
    table = [(row, cells) for row, cells in enumerate(table_of(text)) if any(cells)]
    for row, cells in table[:MOST_ROWS]:
        try:
            made.append(_posting(cells, line_id, around, lines, usual_kind, make_id))
        except PlanError as error:
            if row or any(each.isdigit() for each in "".join(cells)):
                troubles.append(RowTrouble(row, "\t".join(cells), error.sentence))
    return PastedPostings(tuple(made), tuple(troubles), max(0, len(table) - MOST_ROWS))


def _posting(
    cells: Sequence[str],
    line_id: str | None,
    around: LineSurroundings,
    lines: dict[str, BudgetLine],
    usual_kind: PostingKind,
    make_id: Callable[[], str],
) -> Posting:
    rest = [cell for cell in cells if cell]
    line = next((lines[folded(cell)] for cell in rest if folded(cell) in lines), None)
    if line is not None:
        rest = [cell for cell in rest if folded(cell) not in lines or lines[folded(cell)] is not line]
    elif line_id is not None:
        line = around.plan.find(BudgetLine, line_id)
    else:
        raise PlanError("This row names no budget line of the plan.")
    day = _first(rest, lambda cell: read_day(cell, around.days, around.today, around.near))
    if day is None:
        raise PlanError("This row has no day.")
    currency = line.currency or around.plan.campaign.currency
    amount = _first(rest, lambda cell: read_money(cell, currency, around.numbers))
    if amount is None:
        raise PlanError(_why_no_amount(rest, currency, around))
    kind = next((cell for cell in rest if letters_of(cell) in POSTING_KINDS), None)
    if kind is not None:
        rest.remove(kind)
    said = POSTING_KINDS[letters_of(kind)] if kind is not None else usual_kind
    reference = " ".join(rest)
    posting = Posting(id=make_id(), line_id=line.id, day=day, kind=said, amount=amount, reference=reference)
    posting.check()
    return posting


def _first(cells: list[str], read: Callable[[str], T]) -> T | None:
    """Return what the first cell that can be read means, and take it out."""
    for cell in cells:
        try:
            value = read(cell)
        except PlanError:
            continue
        cells.remove(cell)
        return value
    return None


def _why_no_amount(cells: Sequence[str], currency: str, around: LineSurroundings) -> str:
    """Return the sentence of the cell that looks most like an amount."""
    for cell in cells:
        if any(each.isdigit() for each in cell):
            try:
                read_money(cell, currency, around.numbers)
            except PlanError as error:
                return error.sentence
    return "This row has no amount."


def _by_label(plan: Plan) -> dict[str, BudgetLine]:
    """Return the lines by their labels; a label that two lines have names neither."""
    found: dict[str, list[BudgetLine]] = {}
    for line in plan.lines.values():
        found.setdefault(folded(line.label), []).append(line)
    return {label: lines[0] for label, lines in found.items() if label and len(lines) == 1}
