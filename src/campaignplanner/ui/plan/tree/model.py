"""The activities by aim as an item model."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel

from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding
from campaignplanner.planning.marks import NO_MARKS, FieldMarks, Marks
from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.plan.tree import row_texts
from campaignplanner.ui.plan.tree.cell_marks import mark_in
from campaignplanner.ui.plan.tree.columns import COLUMNS, FIELD_OF, Column
from campaignplanner.ui.plan.tree.facts import Facts
from campaignplanner.ui.plan.tree.finding import Search
from campaignplanner.ui.plan.tree.groups import Group, Sorting
from campaignplanner.ui.plan.tree.touched import Touched, touched

_RANK_ROLE = Qt.ItemDataRole.UserRole + 1
_TOLD_SINGLY = 100
"""Beyond so many changed rows whole groups are drawn again."""

_SAYS_FINDINGS = frozenset({Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole})


class ActivityModel(QStandardItemModel):
    """Aims as parents, activities as their rows.

    Qt's own model keeps only how many rows there are under each aim: a view with 10,000 rows asks that often,
    and in Python each answer takes ten times as long (measured: 300 ms for a layout instead of 15). The rows
    are empty; which activity each stands for is in the groups, and what it says comes from the facts.

    Any new order or choice of rows is one step: rows are added at the end of a group, all are put in order by
    a change of layout, and what is left over at the end is removed. So a selection, an open editor and what
    is expanded always stay with their activity.

    Signals:
        rows_changed: after rows came, went or moved.

    Attributes:
        marks: what the review says of each activity.
        marked_in: what has a column in sight; findings about anything else are marked at the side.
    """

    rows_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, len(COLUMNS), parent)
        self._groups: list[Group] = []
        self._sorting = Sorting()
        self._facts: Facts | None = None
        self.marks: Marks = {}
        self.marked_in: Collection[str] = tuple(FIELD_OF.values())
        self.setSortRole(_RANK_ROLE)

    # -- what is shown -------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan | None:
        """The plan that is shown."""
        return None if self._facts is None else self._facts.plan

    @property
    def facts(self) -> Facts | None:
        """What is known of its activities."""
        return self._facts

    @property
    def groups(self) -> Sequence[Group]:
        """The aims with their rows, from top to bottom."""
        return self._groups

    @property
    def search(self) -> Search:
        """What is looked for."""
        return self._sorting.search

    @property
    def sorted_by(self) -> tuple[Column, bool]:
        """By which column, and whether descending."""
        return self._sorting.column, self._sorting.is_descending

    @property
    def shown_count(self) -> int:
        """How many activities have a row now."""
        return sum(len(group.shown) for group in self._groups)

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan; of the same campaign only what is different in it."""
        before = self._facts
        if before is None or before.plan.campaign.id != plan.campaign.id:
            self._begin(plan)
            return
        what = touched(before.plan, plan)
        column = self._sorting.column
        stood = {each: before.standing(each, column) for each in what.activity_ids}
        before.move_on(plan, what)
        if not what:
            return
        if what.everything:
            self._put(self._sorting.arranged(before))
        else:
            moved = {each for each, key in stood.items() if before.standing(each, column) != key}
            moved |= what.regrouped_ids
            if moved or what.aims:
                self._put(self._sorting.rearranged(before, self._groups, moved))
            elif self._sorting.search:
                self._put_rows({group: self._kept(group) for group in self._groups})
        self._tell_changed(what)

    @Slot()
    def make_searchable(self) -> None:
        """Makes ready what is searched, so that the first letter is as quick as the others."""
        if self._facts is not None:
            self._facts.haystacks()

    def look_for(self, search: Search) -> None:
        """Keeps only the rows of what is looked for."""
        self._sorting.search = search
        self._put_rows({group: self._kept(group) for group in self._groups})

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts the activities under every aim; the aims stay as the users ordered them."""
        if not 0 <= column < len(COLUMNS):
            return
        self._sorting.column = COLUMNS[column]
        self._sorting.is_descending = order is Qt.SortOrder.DescendingOrder
        if self._facts is not None:
            for group in self._groups:
                group.members = self._sorting.sorted(group.members, self._facts)
            self._put_rows({group: self._kept(group) for group in self._groups})

    # -- rows and what they stand for ----------------------------------------------------------------

    def group_at(self, index: Index) -> Group | None:
        """The group whose own row this is; None for the row of an activity."""
        if not index.isValid() or index.parent().isValid():
            return None
        return self._groups[index.row()] if index.row() < len(self._groups) else None

    def aim_at(self, index: Index) -> str | None:
        """The aim whose own row this is."""
        group = self.group_at(index)
        return None if group is None else group.aim_id

    def activity_at(self, index: Index) -> str | None:
        """The activity that a row stands for; None for the row of an aim."""
        parent = index.parent()
        if not parent.isValid() or parent.row() >= len(self._groups):
            return None
        shown = self._groups[parent.row()].shown
        return (shown[index.row()] or None) if index.row() < len(shown) else None

    def index_of(self, activity_id: str, column: Column = Column.TITLE) -> QModelIndex:
        """Where an activity stands; an invalid index while it has no row."""
        for place, group in enumerate(self._groups):
            if activity_id in group.shown:
                return self.index(group.shown.index(activity_id), column.place, self.index(place, 0))
        return QModelIndex()

    def places_of(self, activity_ids: Iterable[str]) -> dict[str, QModelIndex]:
        """Where several activities stand; those without a row are not in it."""
        wanted = frozenset(activity_ids)
        return {
            activity_id: self.index(row, Column.TITLE.place, self.index(place, 0))
            for place, group in enumerate(self._groups)
            for row, activity_id in enumerate(group.shown)
            if activity_id in wanted
        }

    def index_of_aim(self, aim_id: str | None) -> QModelIndex:
        """Where an aim stands; None is the row of those without one."""
        for place, group in enumerate(self._groups):
            if group.aim_id == aim_id:
                return self.index(place, 0)
        return QModelIndex()

    def shown_ids(self) -> Iterator[str]:
        """The activities from top to bottom."""
        for group in self._groups:
            yield from group.shown

    # -- what the review says ------------------------------------------------------------------------

    def marks_of(self, activity_id: str) -> FieldMarks:
        """What the review says of an activity, by what it says it of."""
        return self.marks.get(activity_id, NO_MARKS)

    def finding_at(self, index: Index) -> Finding | None:
        """What the review says of a cell."""
        activity_id = self.activity_at(index)
        marks = NO_MARKS if activity_id is None else self.marks_of(activity_id)
        return mark_in(marks, COLUMNS[index.column()], self.marked_in) if marks else None

    # -- what Qt asks --------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, its tooltip, and what a screen reader says."""
        if self._facts is None or not index.isValid():
            return None
        column = COLUMNS[index.column()]
        group = self.group_at(index)
        if group is not None:
            return row_texts.of_group(self._facts, group, column, role)
        activity_id = self.activity_at(index)
        if activity_id is None:
            return None
        finding = self.finding_at(index) if role in _SAYS_FINDINGS else None
        if finding is not None:
            return tooltip_text(finding.message)
        return row_texts.of_activity(self._facts, activity_id, column, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Nothing is written here: every edit is a command."""
        del index, value, role
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings; amounts stand right, so does their heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return COLUMNS[section].alignment
        return None

    # -- changing rows -------------------------------------------------------------------------------

    def _begin(self, plan: Plan) -> None:
        """Shows another campaign: nothing of the last one stays."""
        self._facts = Facts(plan)
        self._sorting.search = Search()
        self._groups = []  # first: who is told of the removal asks for the rows that are left
        self.removeRows(0, self.rowCount())
        self._put(self._sorting.arranged(self._facts))

    def _add_group(self, aim_id: str | None) -> Group:
        group = Group(aim_id)
        self._groups.append(group)
        cells = [QStandardItem() for _ in COLUMNS]
        for cell in cells:
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        cells[0].setColumnCount(len(COLUMNS))
        self.appendRow(cells)
        return group

    def _put(self, arranged: Mapping[str | None, list[str]]) -> None:
        """Puts aims and activities where a plan has them now."""
        known = {group.aim_id: group for group in self._groups}
        for aim_id in arranged:
            if aim_id not in known:
                known[aim_id] = self._add_group(aim_id)
        for aim_id, group in known.items():
            group.members = arranged.get(aim_id, [])
        self._put_rows({group: self._kept(group) for group in self._groups})
        self._order_groups(list(arranged))
        for place in range(len(self._groups) - 1, len(arranged) - 1, -1):
            # Out of the list first: who is told of the removal asks for the rows that are left.
            del self._groups[place]
            self.removeRow(place)
        self.rows_changed.emit()

    def _kept(self, group: Group) -> list[str]:
        return [] if self._facts is None else self._sorting.kept(group.members, self._facts)

    def _order_groups(self, wanted: list[str | None]) -> None:
        """Sorts the rows of the aims; those that go come last."""
        rank = {aim_id: place for place, aim_id in enumerate(wanted)}
        in_order = sorted(self._groups, key=lambda group: rank.get(group.aim_id, len(rank)))
        if in_order == self._groups:
            return
        for place, group in enumerate(self._groups):
            self.item(place).setData(in_order.index(group), _RANK_ROLE)
        self._groups = in_order
        super().sort(0)

    def _put_rows(self, wanted: Mapping[Group, list[str]]) -> None:
        """Gives each group the rows that it is to have, in one change of layout."""
        different = {group: rows for group, rows in wanted.items() if group.shown != rows}
        if not different:
            return
        for group, rows in different.items():
            self._grow(group, len(frozenset(rows).difference(group.shown)))
        self._rearrange(different)
        for group, rows in different.items():
            self._shrink(group, len(rows))
        self.rows_changed.emit()

    def _grow(self, group: Group, more: int) -> None:
        if more > 0:
            item = self.item(self._groups.index(group))
            before = len(group.shown)
            group.shown = [*group.shown, *[""] * more]
            item.insertRows(before, more)

    def _shrink(self, group: Group, wanted: int) -> None:
        too_many = len(group.shown) - wanted
        if too_many > 0:
            self.item(self._groups.index(group)).removeRows(wanted, too_many)
            del group.shown[wanted:]

    def _rearrange(self, different: Mapping[Group, list[str]]) -> None:
        """Puts rows in order; those that are to go are behind the others afterwards."""
        self.layoutAboutToBeChanged.emit()
        numbers = {self._groups.index(group) for group in different}
        before = [each for each in self.persistentIndexList() if each.parent().row() in numbers]
        standing_for = [self.activity_at(index) for index in before]
        for group, rows in different.items():
            stay = frozenset(rows)
            group.shown = [*rows, *(each for each in group.shown if each and each not in stay)]
        places = self._places(different, frozenset(each for each in standing_for if each is not None))
        after = [
            self._put_at(places.get(activity_id or ""), index)
            for activity_id, index in zip(standing_for, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _places(
        self, different: Mapping[Group, list[str]], wanted: frozenset[str]
    ) -> dict[str, tuple[int, int]]:
        """Where activities are now; of one that stands for a moment in two groups, where it will stay."""
        places: dict[str, tuple[int, int]] = {}
        if not wanted:
            return places
        for group, rows in different.items():
            number, staying = self._groups.index(group), len(rows)
            found = [(row, each) for row, each in enumerate(group.shown) if each in wanted]
            for row, activity_id in found:
                if row < staying or activity_id not in places:
                    places[activity_id] = (number, row)
        return places

    def _put_at(self, place: tuple[int, int] | None, index: QModelIndex) -> QModelIndex:
        if place is None:
            return QModelIndex()
        return self.index(place[1], index.column(), self.index(place[0], 0))

    def _tell_changed(self, what: Touched) -> None:
        """Has the rows drawn again that say something else now, and the aims above them."""
        last = len(COLUMNS) - 1
        if len(what.activity_ids) <= _TOLD_SINGLY and not what.everything:
            for activity_id in what.activity_ids:
                index = self.index_of(activity_id, Column.SIDE)
                if index.isValid():
                    self.dataChanged.emit(index, index.siblingAtColumn(last))
        else:
            for place, group in enumerate(self._groups):
                parent = self.index(place, 0)
                if group.shown:
                    bottom = self.index(len(group.shown) - 1, last, parent)
                    self.dataChanged.emit(self.index(0, 0, parent), bottom)
        if self._groups and (what.money or what.aims or what.everything):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._groups) - 1, last))
