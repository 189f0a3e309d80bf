"""What is done to several budget lines or postings at once, each in one step of the history.

The grid of the budget page uses these: ``PasteCells`` for a pasted block (also one cell), ``FillDown``,
``DeleteBudgetLines``, ``MakePostings``. What a block of cells means is understood by
``exchange.pasted_lines`` before; these only carry it out, or refuse all of it with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from campaignplanner.domain.budget import BudgetLine, Posting
from campaignplanner.domain.changes import Change, ChangeSet
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import counted
from campaignplanner.services.commands.budget import ChangeBudgetLine, MakeBudgetLine
from campaignplanner.services.commands.editing import (
    change_set,
    consequences_of_all,
    deletion_of_all,
    field_in_words,
    making,
    positions_after,
)
from campaignplanner.services.commands.naming import listed, name_of

_NAMED_AT_MOST = 3


Edit: TypeAlias = tuple[str, Mapping[str, object]]
"""A line, and new values for fields of it by field name; see ``ChangeBudgetLine``."""


@dataclass(frozen=True, slots=True)
class PasteCells:
    """Write a block of cells into lines, and make lines of the rows below the last one.

    Attributes:
        edits: what changes of lines that are there; a line may come twice.
        made: lines to make; they come behind those of the plan.
    """

    edits: tuple[Edit, ...]
    made: tuple[BudgetLine, ...] = ()

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError, with ``record_id`` set, when a line cannot have it."""
        changes = [*_edited(plan, self.edits), *_made(plan, self.made)]
        fields = {field for _, values in self.edits for field in values}
        changed = sum(1 for change in changes if change.before is not None)
        if len(changes) == 1 and self.made:
            return change_set(plan, f"Add budget line {name_of(self.made[0], plan)}", changes)
        if not self.made and changed:
            return change_set(plan, _edit_label(plan, fields, self.edits), changes)
        return change_set(plan, f"Paste {counted(BudgetLine, len(changes))}", changes)


@dataclass(frozen=True, slots=True)
class FillDown:
    """Give lines the values that a line has in some fields."""

    source_id: str
    line_ids: tuple[str, ...]
    fields: tuple[str, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError, with ``record_id`` set, when a line cannot have it."""
        source = plan.find(BudgetLine, self.source_id)
        values = {field: getattr(source, field) for field in self.fields}
        edits = [(each, values) for each in self.line_ids if each != source.id]
        return change_set(plan, _edit_label(plan, self.fields, edits, "Fill"), _edited(plan, edits))


@dataclass(frozen=True, slots=True)
class DeleteBudgetLines:
    """Delete several lines with their postings and their amounts in scenarios; approved money refuses."""

    line_ids: tuple[str, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError when one of them must stay."""
        return deletion_of_all(plan, self._lines(plan))

    def consequences(self, plan: Plan) -> str:
        """Say what goes with them, to be asked before; raise PlanError when one must stay."""
        return consequences_of_all(plan, self._lines(plan))

    def _lines(self, plan: Plan) -> list[BudgetLine]:
        return [plan.find(BudgetLine, each) for each in dict.fromkeys(self.line_ids)]


@dataclass(frozen=True, slots=True)
class MakePostings:
    """Note several amounts that were promised or spent, such as rows that were pasted."""

    records: tuple[Posting, ...]

    def changes(self, plan: Plan) -> ChangeSet:
        """Return what is to change; raise PlanError, with ``record_id`` set, when one breaks a rule."""
        changes = list(_posted(plan, self.records))
        return change_set(plan, f"Add {counted(Posting, len(changes))}", changes)


def _edited(plan: Plan, edits: Iterable[Edit]) -> Iterator[Change]:
    """Yield the changes of the lines, those of one line as one."""
    merged: dict[str, dict[str, object]] = {}
    for line_id, values in edits:
        merged.setdefault(line_id, {}).update(values)
    for line_id, fields in merged.items():
        try:
            yield from ChangeBudgetLine(line_id, fields).changes(plan).changes
        except PlanError as error:
            error.record_id = error.record_id or line_id
            raise


def _made(plan: Plan, lines: Iterable[BudgetLine]) -> Iterator[Change]:
    """Yield the making of lines, one after the other behind those of the plan."""
    positions = positions_after(plan.lines.values())
    for line, position in zip(lines, positions, strict=False):
        try:
            yield from MakeBudgetLine(replace(line, position=position)).changes(plan).changes
        except PlanError as error:
            error.record_id = error.record_id or line.id
            raise


def _posted(plan: Plan, postings: Iterable[Posting]) -> Iterator[Change]:
    for posting in postings:
        try:
            plan.find(BudgetLine, posting.line_id)
            yield from making(plan, posting).changes
        except PlanError as error:
            error.record_id = posting.id
            raise


def _edit_label(plan: Plan, fields: Iterable[str], edits: Iterable[Edit], verb: str = "Change") -> str:
    named = sorted({field_in_words(field) for field in fields})
    what = f"the {listed(named)}" if len(named) <= _NAMED_AT_MOST else f"{len(named)} fields"
    ids = list(dict.fromkeys(line_id for line_id, _ in edits))
    whose = name_of(plan.lines[ids[0]], plan) if len(ids) == 1 and ids[0] in plan.lines else ""
    return f"{verb} {what} of {whose or counted(BudgetLine, len(ids))}"
