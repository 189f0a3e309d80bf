"""The coverage maps: aims, audiences and business areas by where something happens for them.

Empty cells are invitations: clicking one offers the plays that would fill it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.domain.activity import Kind, Side
from campaignplanner.planning.review.coverage import (
    CoverageCell,
    Grounds,
    aim_coverage,
    area_coverage,
    audience_coverage,
)
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.formats import counted, money_text
from campaignplanner.ui.plan.tree.facts import kind_text
from campaignplanner.ui.plays.gallery import Invitation
from campaignplanner.ui.review.coverage_painter import INVITES, NAME_LEFT, CoveragePainter
from campaignplanner.ui.review.head import switch_button
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan

_CELL = Qt.ItemDataRole.UserRole
_LEAST_COLUMN = 150
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Map(Enum):
    """The maps, in the order of their buttons."""

    AIMS = "aims"
    AUDIENCES = "audiences"
    AREAS = "areas"


@dataclass(frozen=True, slots=True)
class MapCell:
    """A cell with what fills it: what is there, and what is asked for where nothing is."""

    content: CoverageCell
    invitation: Invitation | None

    @property
    def invites(self) -> bool:
        """Whether nothing is there, and plays could fill it."""
        return self.content.is_empty and self.invitation is not None


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of a map: its name, and a cell for each column."""

    name: str
    cells: tuple[MapCell, ...]


class CoverageMap(QWidget):
    """One of the maps at a time, with a switch.

    Signals:
        invited: an empty cell was chosen; carries the Invitation.
        chosen: a full cell was chosen; carries the identifiers of its activities.
    """

    invited = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self.table = _Table()
        self.table.setAccessibleName(self.tr("Where something happens for whom"))
        self.switches = {
            Map.AIMS: switch_button(self.tr("Aims"), self.tr("Aims by side")),
            Map.AUDIENCES: switch_button(self.tr("Audiences"), self.tr("Audiences by what happens for them")),
            Map.AREAS: switch_button(self.tr("Business areas"), self.tr("Parts of the business by side")),
        }
        self._group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setContentsMargins(20, 8, 12, 4)
        for button in self.switches.values():
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(label(self.tr("Enter on an empty cell offers plays"), role="muted", font=small_font()))
        self.switches[Map.AIMS].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self._group.buttonClicked.connect(self._show)
        self.table.entered_cell.connect(self._enter)
        self.setFocusProxy(self.table)

    @property
    def shown(self) -> Map:
        """The map that is shown."""
        return next(each for each, button in self.switches.items() if button.isChecked())

    def show_plan(self, plan: Plan) -> None:
        """Shows the map of a plan as it is now."""
        if plan is not self._plan:
            self._plan = plan
            self._show()

    @Slot()
    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        headings, rows = _MAPS[self.shown](plan)
        self.table.show_rows(plan, headings, rows)

    @Slot(object)
    def _enter(self, cell: MapCell) -> None:
        if cell.invites:
            self.invited.emit(cell.invitation)
        elif not cell.content.is_empty:
            self.chosen.emit(cell.content.activity_ids)


class _Table(QTableWidget):
    """The cells; a click or Enter on one enters it."""

    entered_cell = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setMinimumSectionSize(_LEAST_COLUMN)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section:first {{ padding-left: {NAME_LEFT}px; }}"
        )
        self._name_width = 20 * self.fontMetrics().averageCharWidth() + 120
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setItemDelegate(CoveragePainter(self))
        self.cellClicked.connect(self._enter)

    def show_rows(self, plan: Plan, headings: Sequence[str], rows: Sequence[MapRow]) -> None:
        """Shows a map; the place of the keys stays."""
        row, column = self.currentRow(), self.currentColumn()
        self.clear()
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(headings))
        for place, each in enumerate(rows):
            name = QTableWidgetItem(each.name)
            name.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(place, 0, name)
            for number, cell in enumerate(each.cells, start=1):
                self.setItem(place, number, self._item(plan, each.name, headings[number], cell))
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, self._name_width)
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(3 * line + 14)
        self.setCurrentCell(min(max(row, 0), len(rows) - 1), min(max(column, 1), len(headings) - 1))

    def _item(self, plan: Plan, row: str, column: str, cell: MapCell) -> QTableWidgetItem:
        text = cell_text(plan, cell)
        item = QTableWidgetItem(text)
        item.setData(_CELL, cell)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row}, {column}: {text}".replace("\n", ", "))
        item.setData(INVITES, cell.invites)
        return item

    @Slot(int, int)
    def _enter(self, row: int, column: int) -> None:
        item = self.item(row, column)
        cell = None if item is None else item.data(_CELL)
        if isinstance(cell, MapCell):
            self.entered_cell.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter enters the current cell; arrows move."""
        if event.key() in _ENTER:
            self._enter(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


def cell_text(plan: Plan, map_cell: MapCell) -> str:
    """What a cell says: how much there is, what it costs, how many bridges hold."""
    cell = map_cell.content
    if cell.is_empty:
        return _said("Nothing yet") + "\n" + _said("See plays") if map_cell.invites else "\u2013"
    lines = [counted(cell.count, _said("1 activity"), _said("%1 activities"))]
    if cell.money:
        lines.append(money_text(cell.money, plan.campaign.currency))
    if cell.bridges:
        of = counted(cell.bridges, _said("1 bridge"), _said("%1 bridges"))
        text = _said("%1 of %2 holds") if cell.bridges == 1 else _said("%1 of %2 hold")
        lines.append(text.replace("%1", str(cell.bridges_holding)).replace("%2", of))
    return "\n".join(lines)


def _aims(plan: Plan) -> tuple[tuple[str, ...], list[MapRow]]:
    rows = []
    for row in aim_coverage(Grounds(plan)):
        aim = plan.aims.get(row.key) if isinstance(row.key, str) else None
        name = _said("No aim yet") if aim is None else " ".join(aim.statement.split())
        aim_id = None if aim is None else aim.id
        rows.append(MapRow(name, tuple(_side_cell(row.cells[side], aim_id, side) for side in Side)))
    return (_said("Aim"), *_sides()), rows


def _audiences(plan: Plan) -> tuple[tuple[str, ...], list[MapRow]]:
    found = audience_coverage(Grounds(plan))
    rows = []
    for row in found.rows:
        audience = None if row.audience_id is None else plan.audiences.get(row.audience_id)
        name = _said("Nobody named") if audience is None else audience.name
        rows.append(
            MapRow(name, tuple(_kind_cell(row.cells[kind], row.audience_id, kind) for kind in found.kinds))
        )
    return (_said("Audience"), *(kind_text(kind) for kind in found.kinds)), rows


def _kind_cell(content: CoverageCell, audience_id: str | None, kind: Kind) -> MapCell:
    """What names nobody is nothing to be filled."""
    return MapCell(content, None if audience_id is None else Invitation(audience_id=audience_id, kind=kind))


def _side_cell(content: CoverageCell, aim_id: str | None, side: Side) -> MapCell:
    """Neither is what serves no aim."""
    return MapCell(content, None if aim_id is None else Invitation(aim_id=aim_id, side=side))


def _areas(plan: Plan) -> tuple[tuple[str, ...], list[MapRow]]:
    first_aims = {aim.business_area: aim.id for aim in reversed(plan.aims_in_order)}
    rows = []
    for row in area_coverage(Grounds(plan)):
        aim_id = None if isinstance(row.key, str) else first_aims.get(row.key)
        cells = tuple(MapCell(row.cells[side], Invitation(aim_id=aim_id, side=side)) for side in Side)
        name = "" if row.key is None or isinstance(row.key, str) else capitalised(row.key.value)
        rows.append(MapRow(name, cells))
    return (_said("Part of the business"), *_sides()), rows


def _sides() -> tuple[str, str]:
    return _said("Online"), _said("Offline")


def _said(text: str) -> str:
    return QCoreApplication.translate("coverage", text)


_MAPS = {Map.AIMS: _aims, Map.AUDIENCES: _audiences, Map.AREAS: _areas}
