"""The budget lines as an item model: rows are lines, heads of groups, and one for a new line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from campaignplanner.domain.budget import BudgetLine
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding
from campaignplanner.exchange.line_words import FIELD_OF, LineColumn
from campaignplanner.planning.marks import Marks as FoundMarks
from campaignplanner.planning.money_review import MoneyReview, changed_lines
from campaignplanner.planning.money_sums import MoneyTotals
from campaignplanner.ui.budget.lines.arranging import NEW, Row, Wish, arranged, fitting
from campaignplanner.ui.budget.lines.cell_texts import EMPTY, CellLook, look_of, told_of
from campaignplanner.ui.budget.lines.columns import (
    APPROVED,
    COLUMNS,
    MARKED_AS,
    STATE_OF,
    alignment_of,
    heading_of,
    place_of,
)
from campaignplanner.ui.budget.lines.grouping import Group, Grouping, grouped_by
from campaignplanner.ui.budget.lines.marks import Mark, Marks
from campaignplanner.ui.budget.lines.sums import ShownSums
from campaignplanner.ui.budget.words import lines_counted, money_of, said
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plain_text import tooltip_text


class LinesModel(QAbstractTableModel):
    """What is shown of the lines of a plan; nothing is written here, every edit is a command.

    After an edit the rows stay where they are, also where another order would come of it: what one types in
    does not jump away. New, deleted and regrouped lines find their place.

    Other rows come by a reset; the grid finds what was selected by its line. `totals_changed` tells that sums
    may be others, `cell_marked` that a cell was marked or is right again. `found` is what the review says of
    lines, `marked_in` the columns in sight.
    """

    cell_marked = Signal()
    totals_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self.found: FoundMarks = {}
        self.marked_in: Collection[LineColumn] = COLUMNS
        self._plan: Plan | None = None
        self._wish = Wish()
        self._rows: list[Row] = [NEW]
        self._places: dict[Row, int] | None = None
        self._sums: ShownSums | None = None
        self._review: MoneyReview | None = None

    # -- what is shown -------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan | None:
        """The plan that is shown."""
        return self._plan

    @property
    def wish(self) -> Wish:
        """What people want to see."""
        return self._wish

    @property
    def rows(self) -> Sequence[Row]:
        """The rows from top to bottom."""
        return self._rows

    @property
    def shown_count(self) -> int:
        """How many lines have a row."""
        return 0 if self._sums is None else self._sums.line_count

    def show_review(self, review: MoneyReview) -> None:
        """Shows the lines of a plan; of the same campaign only what is different in it."""
        plan, self._review = review.plan, review
        before, self._plan = self._plan, plan
        if before is None or before.campaign.id != plan.campaign.id:
            self.marks.clear()
            self._wish = replace(self._wish, words=())
            self._arrange(plan)
        elif before is not plan:
            self._move_on(before, plan)

    def wish_for(self, wish: Wish) -> None:
        """Shows other lines, or the same in another order."""
        if wish != self._wish:
            self._wish = wish
            if self._plan is not None:
                self._arrange(self._plan)

    def row_at(self, index: Index) -> Row | None:
        """What a row stands for."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def line_at(self, index: Index) -> BudgetLine | None:
        """The line of a row; None for the head of a group and for the row of a new line."""
        row = self.row_at(index)
        return self._plan.lines.get(row) if self._plan is not None and isinstance(row, str) else None

    def index_of(self, row: Row, column: LineColumn = LineColumn.LABEL) -> QModelIndex:
        """Where a line stands; an invalid index while it has no row."""
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self._rows)}
        place = self._places.get(row)
        return QModelIndex() if place is None else self.index(place, place_of(column))

    def totals(self, column: LineColumn, group: Group | None = None) -> MoneyTotals | None:
        """The sum below a column, of all lines that are shown or of one group; None where nothing is."""
        state = STATE_OF.get(column)
        if self._sums is None or self._review is None or state is None:
            return None
        if group is None and not self._wish.leaves_out:
            return self._review.totals(state)  # as at the head of the page: there is no second sum of all
        return self._sums.total(state) if group is None else self._sums.subtotal(group, state)

    # -- marked cells --------------------------------------------------------------------------------

    def mark(self, row: str, column: LineColumn, mark: Mark | None) -> None:
        """Keeps a text that a cell could not take, or lets go of it for None."""
        if mark is None:
            self.marks.take(row, column)
        else:
            self.marks.put(row, column, mark)
        index = self.index_of(row, column)
        if index.isValid():
            self.dataChanged.emit(index, index)
        self.cell_marked.emit()

    def finding_of(self, row: str, column: LineColumn) -> Finding | None:
        """What the review says of a cell; the label has what no column in sight stands for."""
        marks = self.found.get(row)
        if marks is None:
            return None
        finding = marks.get(MARKED_AS.get(column, ""))
        if finding is not None or column is not LineColumn.LABEL:
            return finding
        in_sight = {MARKED_AS[each] for each in self.marked_in if each in MARKED_AS}
        return next((each for field, each in marks.items() if field not in in_sight), None)

    # -- what Qt asks --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """How many columns there are, hidden ones too."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines are typed into; heads of groups are only gone through."""
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if isinstance(row, Group) or column not in FIELD_OF:
            return _FLAGS
        line = self._plan.lines.get(row) if self._plan is not None and column in APPROVED else None
        return _FLAGS if line is not None and line.frozen else _EDITABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says in a role."""
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.look(index).text
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment_of(column)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(self._told(index, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heading_of(column)}: {self._told(index, column)}"
            case _:
                return None

    def look(self, index: Index) -> CellLook:
        """How a cell is drawn."""
        row, column = self.row_at(index), COLUMNS[index.column()]
        if self._plan is None or row is None:
            return EMPTY
        if isinstance(row, Group):
            return self._group_look(self._plan, row, column)
        mark = self.marks.of(row, column)
        if mark is not None:
            return CellLook(mark.text, mark=mark)
        line = self._plan.lines.get(row)
        if line is not None:
            look, finding = look_of(self._plan, line, column), self.finding_of(row, column)
            return look if finding is None else replace(look, finding=finding)
        is_label = row == NEW and column is LineColumn.LABEL
        return CellLook(said("New line\u2026"), is_muted=True) if is_label else EMPTY

    def _group_look(self, plan: Plan, group: Group, column: LineColumn) -> CellLook:
        if column is LineColumn.LABEL and self._sums is not None:
            count = lines_counted(self._sums.count(group))
            is_open = group not in self._wish.collapsed
            return CellLook(f"{group.title} \u00b7 {count}", is_strong=True, is_open=is_open)
        totals = self.totals(column, group)
        return EMPTY if totals is None else CellLook(money_of(plan, totals.total), is_strong=True)

    def _told(self, index: Index, column: LineColumn) -> str:
        look, line = self.look(index), self.line_at(index)
        if line is None or self._plan is None:
            return look.text if look.mark is None else f"{look.text}: {look.mark.sentence}"
        return told_of(self._plan, line, column, look)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the head of a column says; rows are called by their label."""
        if orientation is Qt.Orientation.Vertical:
            is_told = role == Qt.ItemDataRole.AccessibleTextRole
            return self.look(self.index(section, 0)).text if is_told else None
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading_of(column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment_of(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (heading_of(column), self.total_text(column))))
            case _:
                return None

    def total_text(self, column: LineColumn) -> str:
        """What stands in the row of the total."""
        if self._plan is None:
            return ""
        if column is LineColumn.LABEL:
            shown, there = self.shown_count, len(self._plan.lines)
            if shown == there:
                return said("Total of %1", lines_counted(there))
            return said("%1 of %2 shown", shown, lines_counted(there))
        totals = self.totals(column)
        return "" if totals is None else money_of(self._plan, totals.total)

    # -- inside --------------------------------------------------------------------------------------

    def _move_on(self, before: Plan, plan: Plan) -> None:
        """Goes on to the next state; only what moves lines between rows arranges them anew."""
        changed = changed_lines(before, plan)
        if self._is_same_currency(before, plan) and not self._moves(before, plan, changed):
            if self._sums is not None and changed:
                self._sums.move_on(plan, changed)
                self._tell(changed)
            elif before.activities is not plan.activities or before.own_kinds is not plan.own_kinds:
                self._tell_all()
            self.totals_changed.emit()
        else:
            self._unfold_new(plan, changed - before.lines.keys())
            self._arrange(plan)

    def _unfold_new(self, plan: Plan, made: set[str]) -> None:
        """Nobody makes a line and does not see it."""
        group_of = grouped_by(self._wish.grouping, plan)
        unfolded = {group_of(plan.lines[each]) for each in made}
        self._wish = replace(self._wish, collapsed=self._wish.collapsed - unfolded)

    @staticmethod
    def _is_same_currency(before: Plan, plan: Plan) -> bool:
        return before.campaign.currency == plan.campaign.currency

    def _moves(self, before: Plan, plan: Plan, changed: set[str]) -> bool:
        """Whether lines come, go, or belong into another group now."""
        if self._wish.grouping in _BY_OTHERS and not _is_same_around(before, plan):
            return True
        old, new = grouped_by(self._wish.grouping, before), grouped_by(self._wish.grouping, plan)
        fits = fitting(plan, self._wish) if self._wish.leaves_out else None
        for line_id in changed:
            was, now = before.lines.get(line_id), plan.lines.get(line_id)
            if was is None or now is None or old(was) != new(now) or was.position != now.position:
                return True
            if fits is not None and fits(now) is not self.index_of(line_id).isValid():
                return True
        return False

    def _arrange(self, plan: Plan) -> None:
        """Puts other rows in place, all at once: a change of layout would cost ten times as much."""
        arrangement = arranged(plan, self._wish)
        self._sums = ShownSums(plan, arrangement)
        rows = arrangement.rows
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self._places = None
            self.endResetModel()
        else:
            self._tell_all()
        self.totals_changed.emit()

    def _tell(self, line_ids: Iterable[str]) -> None:
        """Has the lines drawn again that say something else now."""
        changed = list(line_ids)
        if len(changed) > _TOLD_SINGLY or self._wish.grouping is not Grouping.NONE:
            self._tell_all()
            return
        for line_id in changed:
            index = self.index_of(line_id)
            for place in range(len(COLUMNS)) if index.isValid() else ():
                cell = index.siblingAtColumn(place)
                self.dataChanged.emit(cell, cell)  # of more than one cell Qt draws all that are in sight

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))


_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _FLAGS | Qt.ItemFlag.ItemIsEditable

_TOLD_SINGLY = 20
"""Beyond so many changed lines all are drawn again."""

_BY_OTHERS = frozenset({Grouping.ACTIVITY, Grouping.AIM, Grouping.KIND})
"""Groupings that also go by what is not in the line."""


def _is_same_around(before: Plan, plan: Plan) -> bool:
    return (
        before.activities is plan.activities
        and before.aims is plan.aims
        and before.contributions is plan.contributions
        and before.own_kinds is plan.own_kinds
    )
